import LegalText
import ReviewModel

/// The comments at a change.
struct DiffComments {
  /// A comment with its number among those of its Pasal.
  struct Numbered {
    var number: Int
    var comment: CommentReport

    /// The number, raised: it stands behind the words that the comment is on.
    var marker: String {
      let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    /// The words that the comment is on, with its number.
    var quote: QuoteMark? {
      comment.thread.anchor.quote.map { QuoteMark(words: $0.exact, marker: marker) }
    }
  }

  let canvas: Canvas
  /// Whether threads are shown whole.
  let isOpen: Bool
  let links: DiffLinkMaker

  /// One comment after the other.
  /// - Parameters:
  ///   - place: the address at which they are read: comments at others name theirs.
  ///   - width: the columns that they may take.
  func lines(
    _ comments: [Numbered], at place: String?, width: Int, indent: Int
  ) -> [Line] {
    var narrow = canvas
    narrow.width = max(width, 20)
    return comments.flatMap { lines($0, at: place, indent: indent, on: narrow) }
  }

  private func lines(
    _ numbered: Numbered, at place: String?, indent: Int, on canvas: Canvas
  ) -> [Line] {
    let comment = numbered.comment
    let margin = String.spaces(indent)
    let text = indent + DisplayWidth.of(numbered.marker) + 1
    var lines = Wrapping.wrapped(
      head(comment, at: place), width: canvas.textWidth,
      first: Line([Span(margin), Span(numbered.marker + " ", .name)]), indent: text)
    guard isOpen else {
      let words = Whitespace.collapsed(
        comment.text ?? CommentBlock.missing(comment.thread.id, comment, canvas.messages))
      let room = max((canvas.textWidth - text) * 2 - 12, 12)
      return lines
        + Wrapping.wrapped(
          "“\(Excerpt.of(words, columns: room))”", width: canvas.textWidth,
          first: Line(.spaces(text)), indent: text)
    }
    lines += CommentBlock.body(
      comment.text, of: comment.thread.id, comment, on: canvas, indent: text)
    if let answer = comment.thread.answer {
      lines += Wrapping.wrapped(
        CommentBlock.answerHead(answer, canvas.messages), .strong, width: canvas.textWidth,
        first: Line(.spaces(text)), indent: text)
      lines += CommentBlock.body(
        comment.texts[answer.answer.body], of: answer.id, comment, on: canvas, indent: text)
    }
    for reply in comment.thread.replies {
      let from = [canvas.messages.date(reply.time.date()), reply.reply.agency].compactMap(\.self)
        .joined(separator: ", ")
      lines += Wrapping.wrapped(
        "↳ \(from)", .dim, width: canvas.textWidth,
        first: Line(.spaces(text)), indent: text + 2)
      lines += CommentBlock.body(
        comment.texts[reply.reply.body], of: reply.id, comment, on: canvas, indent: text + 2)
    }
    return lines
  }

  /// `7f3a7f3 · Akademisi · FKP vol. 3 · diterima sebagian · 2 balasan`.
  private func head(_ comment: CommentReport, at place: String?) -> [Span] {
    let words = canvas.messages
    let thread = comment.thread
    var spans = [Span(thread.id.short, .name, link: links.target(comment))]
    func add(_ text: String, _ role: Role) {
      guard !text.isEmpty else { return }
      spans += [Span(" · ", .dim), Span(text, role)]
    }
    let address = comment.placement.address ?? thread.anchor.address
    if address != place { add(CommentBlock.placeNow(comment, words), .strong) }
    add(CommentBlock.who(comment, words), .plain)
    add(words.status(thread.status), thread.status == .open ? .edited : .dim)
    if !thread.replies.isEmpty { add(words.replies(thread.replies.count), .dim) }
    if let others = comment.duplicates, others.count > 1 {
      add(words.sameText(others.count - 1), .dim)
    }
    if comment.placement.state == .detached { add(words.state(.detached), .warning) }
    return spans
  }
}
