/// Running text laid into lines of a given width.
public enum Wrapping {
  /// Lays spans into lines of at most `width` columns, broken between words only; a word longer
  /// than a line is broken between characters.
  ///
  /// - Parameters:
  ///   - first: what stands before the text on the first line, such as a hanging number.
  ///   - indent: the columns before the text on the other lines.
  public static func wrapped(
    _ spans: [Span], width: Int, first: Line = Line(), indent: Int = 0
  ) -> [Line] {
    let indent = min(indent, max(width - 10, 0))
    var lines: [Line] = []
    var current = first
    var used = first.width
    var isEmpty = true
    func startLine() {
      lines.append(current)
      current = Line(indent > 0 ? [Span(String(repeating: " ", count: indent))] : [])
      used = indent
      isEmpty = true
    }
    if used > indent, used >= width { startLine() }
    for word in words(of: spans) {
      if !isEmpty, used + word.gap + word.width > width { startLine() }
      for piece in pieces(of: word, line: width - indent) {
        // A label before the text may leave too little room for the first word.
        if isEmpty
          ? used > indent && used + piece.width > width : used + piece.gap + piece.width > width
        {
          startLine()
        }
        if !isEmpty, piece.gap > 0 {
          append(Span(clean: " ", role: word.gapRole), to: &current)
          used += 1
        }
        for span in piece.spans { append(span, to: &current) }
        used += piece.width
        isEmpty = false
      }
    }
    lines.append(current)
    return lines
  }

  /// Wraps a plain text.
  public static func wrapped(
    _ text: String, _ role: Role = .plain, width: Int, first: Line = Line(), indent: Int = 0
  ) -> [Line] {
    wrapped([Span(text, role)], width: width, first: first, indent: indent)
  }

  private struct Word {
    var spans: [Span]
    var width: Int
    /// The role of the space before it: shared by both neighbours, so marks run through.
    var gapRole: Role
    /// The columns between it and the word before: none after a soft break.
    var gap = 1
  }

  private static func words(of spans: [Span]) -> [Word] {
    var result: [Word] = []
    var word = Word(spans: [], width: 0, gapRole: .plain)
    var gapRole = Role.plain
    var gap = 1
    func finish() {
      guard !word.spans.isEmpty else { return }
      result.append(word)
      word = Word(spans: [], width: 0, gapRole: .plain)
    }
    for span in spans {
      if span == .softBreak {
        if !word.spans.isEmpty { gap = 0 }
        finish()
        continue
      }
      var isFirst = true
      for part in span.text.split(separator: " ", omittingEmptySubsequences: false) {
        if !isFirst {
          finish()
          gapRole = span.role
          gap = 1
        }
        isFirst = false
        guard !part.isEmpty else { continue }
        if word.spans.isEmpty {
          word.gapRole = gapRole
          word.gap = gap
          gap = 1
        }
        let text = String(part)
        word.spans.append(Span(clean: text, role: span.role, link: span.link))
        word.width += DisplayWidth.of(text)
      }
    }
    finish()
    return result
  }

  /// A word as it is, or in pieces of at most a line where it is longer than one.
  private static func pieces(of word: Word, line: Int) -> [Word] {
    let line = max(line, 1)
    guard word.width > line else { return [word] }
    var result: [Word] = []
    var piece = Word(spans: [], width: 0, gapRole: word.gapRole, gap: word.gap)
    for span in word.spans {
      var text = ""
      for character in span.text {
        let width = DisplayWidth.of(character)
        if piece.width + width > line {
          if !text.isEmpty { piece.spans.append(span.with(text)) }
          text = ""
          result.append(piece)
          piece = Word(spans: [], width: 0, gapRole: word.gapRole, gap: 0)
        }
        text.append(character)
        piece.width += width
      }
      if !text.isEmpty { piece.spans.append(span.with(text)) }
    }
    if !piece.spans.isEmpty { result.append(piece) }
    return result
  }

  private static func append(_ span: Span, to line: inout Line) {
    if let last = line.spans.last, last.role == span.role, last.link == span.link {
      line.spans[line.spans.count - 1] = last.with(last.text + span.text)
    } else {
      line.spans.append(span)
    }
  }
}

extension Span {
  /// Other clean text with the same role and link.
  fileprivate func with(_ text: String) -> Span { Span(clean: text, role: role, link: link) }
}
