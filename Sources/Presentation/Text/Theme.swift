/// How each role looks in a terminal.
public struct Theme: Sendable {
  private let codes: [Role: String]

  /// Colours that stay apart for colour-deficient eyes: red-orange against blue-green, and each
  /// class marked by more than its colour.
  public static let standard = Theme(codes: [
    .heading: "1", .strong: "1", .dim: "2", .name: "36", .inserted: "4;38;5;36",
    .deleted: "9;38;5;166", .moved: "35", .renumbered: "2", .edited: "33",
    .warning: "1;38;5;166", .error: "1;31",
  ])

  /// No colour and no escape code at all.
  public static let plain = Theme(codes: [:])

  /// Whether it writes escape codes.
  public var isColoured: Bool { !codes.isEmpty }

  /// The lines as they go to the terminal, each ended by a line feed; no white space at line ends.
  public func rendered(_ lines: [Line]) -> String {
    var result = ""
    for line in lines {
      var spans = line.spans
      while let last = spans.last, last.text.allSatisfy({ $0 == " " }) { spans.removeLast() }
      for (index, span) in spans.enumerated() {
        var text = Substring(span.text)
        if index == spans.count - 1 { while text.last == " " { text.removeLast() } }
        if let code = codes[span.role] {
          result += "\u{1B}[\(code)m\(text)\u{1B}[0m"
        } else {
          result += text
        }
      }
      result += "\n"
    }
    return result
  }
}
