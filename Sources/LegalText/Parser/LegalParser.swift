/// Reads the text of an Indonesian regulation into a tree of units.
///
/// Reading is total: any bytes give a document. It takes time proportional to the length of the
/// text, loses nothing, and recognises wrapped, flattened and scanned layouts as well as the
/// canonical one.
public enum LegalParser {
  /// Reads `text`.
  public static func parse(_ text: String) -> LegalDocument {
    parse(Array(text.utf8))
  }

  /// Reads UTF-8 bytes, which may be malformed.
  public static func parse(_ source: [UInt8]) -> LegalDocument {
    guard source.count < Int(Int32.max) else {
      let range = 0..<source.count
      return LegalDocument(
        source: source, units: [],
        diagnostics: [
          Diagnostic(code: "text.long", range: range, message: "A text of 2 GB is not read")
        ])
    }
    let text = SourceText(bytes: source)
    var table = LineTable(text)
    var furniture = FurnitureFinder.find(in: text, &table)
    if table.isEscaped {
      furniture = (furniture + EscapedText.joints(table.lines))
        .sorted { $0.lowerBound < $1.lowerBound }
    }
    guard let first = table.lines.first(where: { !$0.flags.contains(.furniture) }),
      let last = table.lines.last
    else {
      return LegalDocument(source: source, units: [], furniture: furniture)
    }
    let isEscaped = table.isEscaped
    let marks = MarkColumns.placed(
      MarkScanner.marks(of: text, lines: table.lines, isEscaped: isEscaped), in: text, furniture)
    // The lines are not asked for again where there are many units.
    if !marks.isEmpty { table = LineTable() }
    var builder = OutlineBuilder(
      text: text, marks: marks, furniture: furniture, visible: first.start..<last.end,
      isEscaped: isEscaped)
    builder.run()
    var diagnostics = builder.diagnostics
    diagnostics += EncodingCheck.diagnostics(source)
    diagnostics.sort { $0.range.lowerBound < $1.range.lowerBound }
    if builder.isPlain,
      let units = PlainText.units(of: text, marks, orBlocks: builder.units.isEmpty)
    {
      return LegalDocument(
        source: source, units: units, diagnostics: diagnostics, furniture: furniture)
    }
    return LegalDocument(
      source: source, units: builder.units, diagnostics: diagnostics, furniture: furniture,
      indexByAddress: builder.index)
  }
}

/// Finds bytes that are not UTF-8.
enum EncodingCheck {
  /// At most this many places are reported.
  static let limit = 100

  static func diagnostics(_ source: [UInt8]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var position = 0
    while position < source.count {
      position = PlainRun.end(in: source, from: position)
      guard position < source.count else { break }
      let byte = source[position]
      if byte < 0x80 {
        if byte == 0 { result.append(unreadable(position..<position + 1)) }
        position += 1
      } else if let length = sequenceLength(source, position) {
        position += length
      } else {
        var end = position + 1
        while end < source.count, source[end] >= 0x80, sequenceLength(source, end) == nil {
          end += 1
        }
        result.append(unreadable(position..<end))
        position = end
      }
      if result.count >= limit { break }
    }
    return result
  }

  private static func unreadable(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(code: "bytes.invalid", range: range, message: "These bytes are not text in UTF-8")
  }

  /// The length of the well-formed sequence at `position` (RFC 3629), nil where there is none.
  private static func sequenceLength(_ source: [UInt8], _ position: Int) -> Int? {
    let first = source[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard position + length <= source.count, second.contains(source[position + 1]) else {
      return nil
    }
    for offset in 2..<max(length, 2) where source[position + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
