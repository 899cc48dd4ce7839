/// What a converter of files wrote above a regulation: a title, lines of metadata, and a rule or a
/// heading that ends them.
///
/// It goes only where the act's own title follows, so that none is lost.
enum FrontMatter {
  private static let mostLines = 30
  private static let titleReach = 60

  /// The text without its front matter, which is added to `removals`.
  static func removed(from text: NumberedText, _ removals: inout [Removal]) -> NumberedText {
    guard text.bytes.first(where: { $0 > 0x20 }) == 0x23 else { return text }
    let lines = firstLines(of: text)
    guard let end = end(of: lines), lines[end...].dropFirst().contains(where: isTitle) else {
      return text
    }
    for line in lines[...end] where !line.words.isEmpty {
      removals.append(Removal(kind: .frontMatter, line: line.number, text: line.words))
    }
    var result = NumberedText()
    result.reserve(text.bytes.count)
    var index = 0
    text.forEachLine { range, number in
      if index > end { result.append(text.bytes[range], number: number) }
      index += 1
    }
    return result
  }

  private struct Header {
    var words: String
    var number: Int
    var isHeading: Bool { words.hasPrefix("#") }
    var isRule: Bool { words.count >= 3 && words.allSatisfy { $0 == "-" } }

    /// Whether it is a key with its value: `- Tahun: 2025`, `**Method:** pdftotext`.
    var isKey: Bool {
      let isMarked = words.hasPrefix("- ") || words.hasPrefix("* ") || words.hasPrefix("**")
      guard isMarked, let colon = words.firstIndex(of: ":") else { return false }
      return words.distance(from: words.startIndex, to: colon) <= 30
    }

    /// Whether a heading has small letters, as no heading of an act.
    var isSmall: Bool { isHeading && words.contains { $0.isLowercase } }
  }

  private static func firstLines(of text: NumberedText) -> [Header] {
    var lines: [Header] = []
    var start = 0
    for number in 1...mostLines + titleReach {
      guard start < text.bytes.count else { break }
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.bytes.count
      let words = Whitespace.collapsed(
        String(decoding: text.bytes[start..<min(end, start + 400)], as: UTF8.self))
      lines.append(Header(words: words, number: number))
      start = end + 1
    }
    return lines
  }

  /// The line that ends the front matter: the first rule or heading below two keys or more.
  private static func end(of lines: [Header]) -> Int? {
    var keys = 0
    for (index, line) in lines.prefix(mostLines).enumerated() where !line.words.isEmpty {
      if line.isKey {
        keys += 1
      } else if keys >= 2 {
        return line.isRule || line.isSmall ? index : nil
      }
    }
    return nil
  }

  private static func isTitle(_ line: Header) -> Bool {
    line.words.lowercased() == "tentang"
  }
}
