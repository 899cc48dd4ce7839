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
    var setter = LineSetter(width: width, first: first, indent: indent, marks: marks)
    // One by one: a text may be very long.
    setWords(of: spans, into: &setter)
    return setter.finished()
  }

  /// Wraps a plain text.
  public static func wrapped(
    _ text: String, _ role: Role = .plain, width: Int, first: Line = Line(), indent: Int = 0
  ) -> [Line] {
    let span = Span(text, role)
    if let columns = plainColumns(span.text), first.width + columns <= width {
      var line = first
      LineSetter.append(span, to: &line)
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

  private static func setWords(of spans: [Span], into setter: inout LineSetter) {
    var word = LineSetter.Word(spans: [], width: 0, gapRole: .plain)
    var gapRole = Role.plain
    var gap = 1
    func finish() {
      guard !word.spans.isEmpty else { return }
      setter.add(word)
      word = LineSetter.Word(spans: [], width: 0, gapRole: .plain)
    }
    for span in spans {
      if span == .softBreak {
        if !word.spans.isEmpty { gap = 0 }
        finish()
        continue
      }
      var isFirst = true
      func take(_ part: Substring) {
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
      guard let run = setter.takesRuns(of: span.role) ? run(in: span) : nil else {
        forEachPart(of: span.text, take)
        continue
      }
      // The first and the last word may go on in other spans.
      take(span.text[..<run.lowerBound])
      finish()
      setter.add(run: span.text[run].dropFirst(), role: span.role)
      gapRole = span.role
      gap = 1
      take(span.text[run.upperBound...].dropFirst())
    }
    finish()
  }

  /// The words within a span that are its own, with the space before the first: of ASCII, with one
  /// space between them. Nil where there are too few to be worth it.
  private static func run(in span: Span) -> Range<String.Index>? {
    let bytes = span.text.utf8
    guard span.link == nil, bytes.count > 40,
      let start = bytes.firstIndex(of: 0x20), let end = bytes.lastIndex(of: 0x20),
      bytes.distance(from: start, to: end) > 1
    else { return nil }
    var before: UInt8 = 0
    for byte in bytes {
      if byte >= 0x80 || byte == 0x20 && before == 0x20 { return nil }
      before = byte
    }
    return start..<end
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
