/// Running text laid into lines of a given width.
public enum Wrapping {
  /// Lays spans into lines of at most `width` columns, broken between words only; a word longer
  /// than a line is broken between characters.
  ///
  /// - Parameters:
  ///   - first: what stands before the text on the first line, such as a hanging number.
  ///   - indent: the columns before the text on the other lines.
  ///   - marks: the brackets around stretches of a role: one that goes on over lines has both on
  ///     each of them.
  public static func wrapped(
    _ spans: [Span], width: Int, first: Line = Line(), indent: Int = 0,
    marks: [Role: WrapMarks] = [:]
  ) -> [Line] {
    let indent = min(indent, max(width - 10, 0))
    var lines: [Line] = []
    var current = first
    var used = first.width
    var start = indent
    var isEmpty = true
    var open: WrapMarks?
    func startLine() {
      if let open { append(open.close, to: &current) }
      lines.append(current)
      current = Line(indent > 0 ? [Span(String(repeating: " ", count: indent))] : [])
      if let open { append(open.open, to: &current) }
      start = indent + (open == nil ? 0 : WrapMarks.columns)
      used = start
      isEmpty = true
    }
    if used > indent, used >= width { startLine() }
    func place(_ piece: Word, room: Int) {
      // A label before the text may leave too little room for the first word.
      if isEmpty
        ? used > start && used + piece.width > room : used + piece.gap + piece.width > room
      {
        startLine()
      }
      if !isEmpty, piece.gap > 0 {
        append(Span(clean: " ", role: piece.gapRole), to: &current)
        used += 1
      }
      for span in piece.spans { append(span, to: &current) }
      used += piece.width
      isEmpty = false
      open = goesOn(piece, marks)
    }
    // One by one: a text may be very long.
    forEachWord(of: spans) { word in
      let after = goesOn(word, marks)
      let room = width - (after == nil ? 0 : WrapMarks.columns)
      if !isEmpty, used + word.gap + word.width > room { startLine() }
      let line = width - indent - (after == nil && open == nil ? 0 : 2 * WrapMarks.columns)
      if word.width <= max(line, 1) {
        place(word, room: room)
      } else {
        for piece in pieces(of: word, line: line) { place(piece, room: room) }
      }
    }
    lines.append(current)
    return lines
  }

  /// Wraps a plain text.
  public static func wrapped(
    _ text: String, _ role: Role = .plain, width: Int, first: Line = Line(), indent: Int = 0
  ) -> [Line] {
    let span = Span(text, role)
    if let columns = plainColumns(span.text), first.width + columns <= width {
      var line = first
      append(span, to: &line)
      return [line]
    }
    return wrapped([span], width: width, first: first, indent: indent)
  }

  /// The columns of a text of plain words with one space between them and a middle dot at most: one
  /// that fits needs no laying out. Nil for any other.
  private static func plainColumns(_ text: String) -> Int? {
    var columns = 0
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      switch byte {
      case 0x21...0x7E: columns += 1
      case 0x20 where before != 0x20: columns += 1
      case 0xC2: break
      case 0xB7 where before == 0xC2: columns += 1
      default: return nil
      }
      if before == 0xC2, byte != 0xB7 { return nil }
      before = byte
    }
    return before == 0x20 || before == 0xC2 ? nil : columns
  }

  /// The brackets of the stretch that goes on behind a word; nil where none does.
  private static func goesOn(_ word: Word, _ marks: [Role: WrapMarks]) -> WrapMarks? {
    guard !marks.isEmpty, let last = word.spans.last, let mark = marks[last.role],
      !last.text.hasSuffix(mark.close.text)
    else { return nil }
    return mark
  }

  private struct Word {
    var spans: [Span]
    var width: Int
    /// The role of the space before it: shared by both neighbours, so marks run through.
    var gapRole: Role
    /// The columns between it and the word before: none after a soft break.
    var gap = 1
  }

  private static func forEachWord(of spans: [Span], _ body: (Word) -> Void) {
    var word = Word(spans: [], width: 0, gapRole: .plain)
    var gapRole = Role.plain
    var gap = 1
    func finish() {
      guard !word.spans.isEmpty else { return }
      body(word)
      word = Word(spans: [], width: 0, gapRole: .plain)
    }
    for span in spans {
      if span == .softBreak {
        if !word.spans.isEmpty { gap = 0 }
        finish()
        continue
      }
      var isFirst = true
      forEachPart(of: span.text) { part in
        if !isFirst {
          finish()
          gapRole = span.role
          gap = 1
        }
        isFirst = false
        guard !part.isEmpty else { return }
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
  }

  /// What stands between the spaces of a text, empty parts too.
  private static func forEachPart(of text: String, _ body: (Substring) -> Void) {
    guard isOfPlainCharacters(text) else {
      text.split(separator: " ", omittingEmptySubsequences: false).forEach(body)
      return
    }
    let bytes = text.utf8
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x20) {
      body(text[start..<end])
      start = bytes.index(after: end)
    }
    body(text[start...])
  }

  /// Whether each scalar of a text is a character: ASCII, Latin-1, dashes and quotation marks. Such
  /// texts are divided by their bytes, which is many times faster.
  private static func isOfPlainCharacters(_ text: String) -> Bool {
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x00...0x7F, 0xC2, 0xC3: break
      // U+2000–U+203F, without joiners and other signs that are not seen.
      case 0xE2: break
      case 0x80...0xBF:
        if last == 0xE2, byte != 0x80 { return false }
        if before == 0xE2, last == 0x80, 0x8B...0x8F ~= byte || 0xA8...0xAF ~= byte {
          return false
        }
      default: return false
      }
      (before, last) = (last, byte)
    }
    return true
  }

  /// A word that is longer than a line, in pieces of at most one.
  private static func pieces(of word: Word, line: Int) -> [Word] {
    let line = max(line, 1)
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
      line.spans[line.spans.count - 1].text += span.text
    } else {
      line.spans.append(span)
    }
  }
}

/// The brackets around a stretch of words.
public struct WrapMarks: Sendable, Hashable {
  let open: Span
  let close: Span
  /// The columns that each of them takes.
  static let columns = 2

  init(_ open: String, _ close: String, role: Role) {
    self.open = Span(clean: open, role: role)
    self.close = Span(clean: close, role: role)
  }
}

extension Span {
  /// Other clean text with the same role and link.
  fileprivate func with(_ text: String) -> Span { Span(clean: text, role: role, link: link) }
}
