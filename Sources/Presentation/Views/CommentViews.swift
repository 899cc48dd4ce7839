import LegalText
import ReviewModel

/// Comments, one after the other.
public enum CommentListView {
  /// The lines of a list.
  public static func lines(_ list: CommentListReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    guard let first = list.comments.first else {
      return [Line(words.noComment)]
    }
    let isCut = !list.isCounted || list.found > list.comments.count
    var lines: [Line] = []
    var draft: DraftKey?
    for comment in list.comments {
      let key = comment.thread.anchor.draft
      if key != draft {
        if draft != nil { lines.append(Line()) }
        draft = key
        let count = list.comments.count { $0.thread.anchor.draft == key }
        var head = [Span(key.description, .name)]
        if let revision = list.placedIn[key] { head.append(Span("  r\(revision.number)")) }
        head.append(Span("  \(isCut ? words.shownComments(count) : words.comments(count))"))
        if list.unsaved.contains(key) { head.append(Span(" · \(words.unsavedChanges)", .edited)) }
        lines += [Line(head), Line()]
      }
      lines += CommentBlock.summary(comment, on: canvas)
    }
    if !list.isCounted {
      lines += [Line(), Line([Span(words.manyMore, .dim)])]
    } else if list.found > list.comments.count {
      lines += [Line(), Line([Span(words.more(list.found - list.comments.count), .dim)])]
    }
    return lines + canvas.hint(words.hintShowComment(first.thread.id.short))
  }
}

/// One comment with its thread.
public enum CommentView {
  /// The lines of a comment seen whole.
  public static func lines(_ comment: CommentReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let thread = comment.thread
    let margin = 9
    func indented(_ spans: [Span]) -> [Line] {
      Wrapping.wrapped(
        spans, width: canvas.textWidth, first: Line(.spaces(margin)),
        indent: margin)
    }
    var lines = Wrapping.wrapped(
      [Span(CommentBlock.place(comment, words), .heading)], width: canvas.textWidth,
      first: Line([Span(thread.id.short.padded(to: margin, .left), .name)]), indent: margin)
    if lines[0].width <= margin { lines[0].spans.append(Span(" ")) }
    lines += indented([Span(CommentBlock.origin(comment, words), .dim)])
    if let note = thread.comment.placeNote {
      lines += indented([Span(words.placeNote(note), .dim)])
    }
    if comment.trust == .quarantined || !comment.quarantined.isEmpty {
      let count = comment.quarantined.count
      lines += indented([
        Span(
          comment.trust == .quarantined
            ? words.trust(.quarantined) : words.quarantinedEvents(count),
          .warning)
      ])
    }
    if let duplicates = comment.duplicates {
      lines += indented([Span(words.sameText(duplicates.count - 1), .dim)])
    }
    for note in CommentBlock.notes(comment, words) { lines += indented([Span(note, .dim)]) }
    lines.append(Line())
    if let withdrawal = thread.withdrawal {
      let said = words.withdrawn(words.date(withdrawal.time.date()))
      let reason = withdrawal.reason.flatMap { comment.texts[$0] }.map { ": \($0)" } ?? "."
      lines += Wrapping.wrapped(
        said + reason, .warning, width: canvas.textWidth, first: "  ", indent: 2)
      lines.append(Line())
    }
    if let quote = thread.anchor.quote {
      let excerpt = Excerpt.of(quote.exact, columns: canvas.textWidth * 3)
      lines += Wrapping.wrapped(
        "“\(excerpt)”", .dim, width: canvas.textWidth, first: "  ", indent: 2)
    }
    lines += CommentBlock.body(comment.text, of: thread.id, comment, on: canvas, indent: 2)
    if let answer = thread.answer {
      lines += [Line()]
      lines += Wrapping.wrapped(
        CommentBlock.answerHead(answer, words), .strong, width: canvas.textWidth, first: "  ",
        indent: 2)
      lines += CommentBlock.body(
        comment.texts[answer.answer.body], of: answer.id, comment, on: canvas, indent: 2)
    }
    for reply in thread.replies {
      lines += [Line()]
      let head = [words.date(reply.time.date()), reply.reply.agency].compactMap(\.self)
        .joined(separator: ", ")
      lines += Wrapping.wrapped("↳ \(head)", .dim, width: canvas.textWidth, first: "  ", indent: 4)
      lines += CommentBlock.body(
        comment.texts[reply.reply.body], of: reply.id, comment, on: canvas, indent: 4)
    }
    return lines + canvas.hint(words.hintAnswer(thread.id.short, isOpen: thread.answer == nil))
  }
}

/// The parts of a comment that several views share.
enum CommentBlock {
  /// Two or three lines: id, place and status, then the beginning of the text.
  static func summary(_ comment: CommentReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let thread = comment.thread
    let status = words.status(thread.status)
    let head = Line([
      Span(" "), Span(thread.id.short, .name), Span("  "),
      Span(placeNow(comment, words), .strong), Span("  "),
    ])
    let statusSpan = Span(status, thread.status == .open ? .edited : .dim)
    var lines = Wrapping.wrapped(
      [Span(placeNow(comment, words), .strong), Span(" "), Span("·"), Span(" "), statusSpan]
        + stateSpans(comment, words) + trustSpans(comment, words), width: canvas.textWidth,
      first: Line(Array(head.spans.prefix(3))), indent: 10)
    let from = [
      who(comment, words), assignment(comment, words),
      comment.duplicates.map { words.sameText($0.count - 1) },
    ]
    .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    let margin = Line(.spaces(10))
    if !from.isEmpty {
      lines += Wrapping.wrapped(from, .dim, width: canvas.textWidth, first: margin, indent: 10)
    }
    let text = Whitespace.collapsed(comment.text ?? missing(thread.id, comment, words))
    lines += Wrapping.wrapped(
      Excerpt.of(text, columns: (canvas.textWidth - 10) * 2), width: canvas.textWidth,
      first: margin, indent: 10)
    return lines
  }

  /// Who is to answer it, while it waits.
  static func assignment(_ comment: CommentReport, _ words: any Messages) -> String? {
    guard comment.thread.status == .open, let given = comment.thread.assignment?.assigned else {
      return nil
    }
    return words.assigned(to: given.agency, due: given.due.map(words.date))
  }

  /// What happened to it besides replies and answers.
  static func notes(_ comment: CommentReport, _ words: any Messages) -> [String] {
    let thread = comment.thread
    var notes: [String] = []
    if let edit = thread.edits.last { notes.append(words.edited(words.date(edit.time.date()))) }
    if thread.move != nil {
      let place = thread.comment.anchor.address.map { UnitAddress.label($0) }
      notes.append(words.movedByHand(from: place ?? words.wholeDraft))
    }
    if let assignment = assignment(comment, words) { notes.append(assignment) }
    if let files = thread.comment.attachments, !files.isEmpty {
      notes.append(words.attached(files.map(\.name)))
    }
    if !thread.ineffective.isEmpty { notes.append(words.ineffective(thread.ineffective.count)) }
    if !thread.unknown.isEmpty { notes.append(words.unknownEvents(thread.unknown.count)) }
    return notes
  }

  private static func trustSpans(_ comment: CommentReport, _ words: any Messages) -> [Span] {
    comment.trust == .quarantined ? [Span(" · \(words.trust(.quarantined))", .warning)] : []
  }

  /// What stands for words that are not there: erased, or not arrived.
  static func missing(
    _ event: EventID, _ comment: CommentReport, _ words: any Messages
  ) -> String {
    guard let erasure = comment.thread.erasure(of: event) else { return words.textMissing }
    return words.erasedText(erasure.erased.reason, words.date(erasure.time.date()))
  }

  private static func stateSpans(_ comment: CommentReport, _ words: any Messages) -> [Span] {
    guard comment.thread.anchor.address != nil else { return [] }
    switch comment.placement.state {
    case .current: return []
    case .moved, .changed: return [Span(" · \(words.state(comment.placement.state))", .dim)]
    case .detached: return [Span(" · \(words.state(.detached))", .warning)]
    }
  }

  /// The unit where the comment stands now, or where it was made when detached.
  static func placeNow(_ comment: CommentReport, _ words: any Messages) -> String {
    let address = comment.placement.address ?? comment.thread.anchor.address
    return address.map { UnitAddress.label($0) } ?? words.wholeDraft
  }

  /// `pekat r2 · Pasal 9 ayat (2) · kini Pasal 10 ayat (2), teks berubah`.
  static func place(_ comment: CommentReport, _ words: any Messages) -> String {
    let anchor = comment.thread.anchor
    let revision = comment.revision.map { "r\($0)" } ?? String(anchor.commit.prefix(7))
    var parts = ["\(anchor.draft) \(revision)"]
    parts.append(anchor.address.map { UnitAddress.label($0) } ?? words.wholeDraft)
    if anchor.address != nil {
      switch comment.placement.state {
      case .current: break
      case .moved:
        if let now = comment.placement.address, now != anchor.address {
          parts.append(words.nowAt(UnitAddress.label(now)))
        }
      case .changed:
        parts.append(
          [
            comment.placement.address.map { words.nowAt(UnitAddress.label($0)) },
            words.state(.changed),
          ].compactMap(\.self).joined(separator: ", "))
      case .detached:
        parts.append(
          words.detachedFrom(comment.placement.parent.map { UnitAddress.label($0) }))
      }
    }
    return parts.joined(separator: " · ")
  }

  /// Who said it, where and when; the name only where this clone holds it.
  static func origin(_ comment: CommentReport, _ words: any Messages) -> String {
    let given = comment.thread.comment
    let when = words.date(given.date ?? comment.thread.time.date())
    return [who(comment, words), given.channel, when].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  static func who(_ comment: CommentReport, _ words: any Messages) -> String {
    let given = comment.thread.comment
    var parts = [given.group, given.agency].compactMap(\.self)
    if let name = comment.person?.name {
      parts.append(name)
    } else if given.subject != nil {
      parts.append(words.nameKept)
    }
    if let forum = given.forum { parts.append(forum) }
    return parts.joined(separator: " · ")
  }

  /// `Jawaban 17 Okt 2025, Bagian Hukum: diterima sebagian`.
  static func answerHead(_ answer: CommentThread.Answer, _ words: any Messages) -> String {
    let from = [words.date(answer.time.date()), answer.answer.agency].compactMap(\.self)
      .joined(separator: ", ")
    return words.answer(from, words.status(CommentThread.Status(answer.answer.disposition)))
  }

  /// A body with its own line breaks kept between its paragraphs.
  static func body(
    _ text: String?, of event: EventID, _ comment: CommentReport, on canvas: Canvas, indent: Int
  ) -> [Line] {
    let margin = Line(.spaces(indent))
    guard let text else {
      return Wrapping.wrapped(
        missing(event, comment, canvas.messages), .dim, width: canvas.textWidth, first: margin,
        indent: indent)
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      Wrapping.wrapped(
        String(line), width: canvas.textWidth, first: margin, indent: indent)
    }
  }
}
