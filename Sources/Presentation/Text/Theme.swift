/// How each role looks in a terminal.
///
/// Colours are of the 256 of xterm, chosen to be read on a dark and on a light background alike.
/// Contrast by WCAG 2.1, on black `#000` and on white `#fff`:
///
/// | number | colour | on black | on white |
/// |---|---|---|---|
/// | 29 | green-blue `#00875f` | 4.63 | 4.53 |
/// | 131 | red-orange `#af5f5f` | 4.62 | 4.54 |
/// | 98 | violet `#875fd7` | 4.65 | 4.52 |
/// | 63 | blue `#5f5fff` | 4.57 | 4.60 |
/// | 163 | magenta `#d700af` | 4.51 | 4.66 |
/// | 243 | grey `#767676` | 4.62 | 4.54 |
/// | 130 | orange `#af5f00`, in `blueOrange` only | 4.46 | 4.71 |
public struct Theme: Sendable {
  /// The numbers of the escape code of each role.
  let codes: [Role: String]
  /// Whether words that came or went stand in brackets, `[-…-]` and `{+…+}`: where nothing else
  /// tells them from the others for sure.
  public let marksWords: Bool
  /// Whether links are written (OSC 8).
  public var hasLinks = false

  /// Deletions struck through in red-orange, insertions underlined in green-blue.
  public static let standard = Theme(
    codes: [
      .heading: "1", .strong: "1", .dim: "38;5;243", .name: "38;5;63",
      .inserted: "4;38;5;29", .deleted: "9;38;5;131", .removed: "38;5;131",
      .followedOld: "9;38;5;243", .followedNew: "4;38;5;243", .moved: "38;5;98",
      .renumbered: "38;5;243", .edited: "38;5;63", .warning: "1;38;5;163", .error: "1;38;5;163",
    ], marksWords: false)

  /// The pair that red-green deficient eyes keep apart best: deletions orange, insertions blue.
  public static let blueOrange = Theme(
    codes: standard.codes.merging([
      .inserted: "4;38;5;63", .deleted: "9;38;5;130", .removed: "38;5;130", .edited: "1",
      .name: "1", .moved: "3",
    ]) { $1 }, marksWords: false)

  /// No colour: weight and lines only, and brackets around words.
  public static let monochrome = Theme(
    codes: [
      .heading: "1", .strong: "1", .inserted: "4", .deleted: "9", .warning: "1;7", .error: "1;7",
    ], marksWords: true)

  /// No colour and no escape code at all.
  public static let plain = Theme(codes: [:], marksWords: true)

  private init(codes: [Role: String], marksWords: Bool) {
    self.codes = codes
    self.marksWords = marksWords
  }

  /// Whether it writes escape codes.
  public var isColoured: Bool { !codes.isEmpty }

  /// The lines as they go to the terminal, each ended by a line feed; no white space at line ends.
  public func rendered(_ lines: [Line]) -> String {
    var result = ""
    for line in lines {
      var spans = line.spans
      while let last = spans.last, last.text.utf8.allSatisfy({ $0 == 0x20 }) {
        spans.removeLast()
      }
      for (index, span) in spans.enumerated() {
        let text = index == spans.count - 1 ? Self.withoutSpacesAtEnd(span.text) : span.text
        let link = hasLinks ? span.link : nil
        if let link { result += "\u{1B}]8;;\(link.uri)\u{1B}\\" }
        if let code = codes[span.role] {
          result += "\u{1B}[\(code)m\(text)\u{1B}[0m"
        } else {
          result += text
        }
        if link != nil { result += "\u{1B}]8;;\u{1B}\\" }
      }
      result += "\n"
    }
    return result
  }

  private static func withoutSpacesAtEnd(_ text: String) -> String {
    guard text.utf8.last == 0x20 else { return text }
    let count = text.utf8.reversed().prefix { $0 == 0x20 }.count
    return String(text.utf8.dropLast(count)) ?? text
  }
}
