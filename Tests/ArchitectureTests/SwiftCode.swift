/// Just enough of Swift's lexical rules to tell code from comments and text.
enum SwiftCode {
  /// The code with comments and the contents of string literals left out. What is interpolated
  /// into a string is code and stays. Line breaks stay, so that lines can be counted.
  static func withoutCommentsAndStrings(_ source: String) -> String {
    var scanner = Scanner(characters: Array(source))
    return scanner.scanned()
  }

  /// The modules that a file imports, with their lines counted from 1.
  static func imports(in code: String) -> [(module: String, line: Int)] {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    var found: [(module: String, line: Int)] = []
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      for statement in line.split(separator: ";") {
        var words = statement.split(whereSeparator: \.isWhitespace)[...]
        while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) {
          words = words.dropFirst()
        }
        guard words.popFirst() == "import" else { continue }
        if let word = words.first, kinds.contains(word) { words = words.dropFirst() }
        if let name = words.first {
          found.append((String(name.prefix { $0 != "." }), index + 1))
        }
      }
    }
    return found
  }

  /// The lines, counted from 1, with a construct that can stop the program: `try!`, `as!`, a
  /// forced unwrapping or implicitly unwrapped type, `fatalError`, `preconditionFailure`.
  static func trapLines(in code: String) -> [Int] {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { index in
      let line = lines[index]
      return line.contains("fatalError(") || line.contains("preconditionFailure(")
        || hasPostfixMark(Array(line))
    }.map { $0 + 1 }
  }

  /// Whether an exclamation mark stands directly behind a word or a closing bracket.
  private static func hasPostfixMark(_ line: [Character]) -> Bool {
    line.indices.dropFirst().contains { index in
      guard line[index] == "!" else { return false }
      let before = line[index - 1]
      let isOperand = before.isLetter || before.isNumber || "_)]}>?`\"".contains(before)
      let isUnequal = index + 1 < line.count && line[index + 1] == "="
      return isOperand && !isUnequal
    }
  }
}

/// Walks through Swift source once.
private struct Scanner {
  /// What the text at hand belongs to.
  private enum Place {
    /// Code; within an interpolation, the brackets open in it.
    case code(brackets: Int)
    /// A string literal with so many `#` and one or three quotes.
    case string(hashes: Int, quotes: Int)
  }

  private let characters: [Character]
  private var position = 0
  private var places: [Place] = [.code(brackets: 0)]
  private var result = ""

  init(characters: [Character]) { self.characters = characters }

  mutating func scanned() -> String {
    while position < characters.count, let place = places.last {
      switch place {
      case .code(let brackets): scanCode(brackets)
      case .string(let hashes, let quotes): scanString(hashes, quotes)
      }
    }
    return result
  }

  private func starts(_ text: String) -> Bool {
    characters[position...].starts(with: text)
  }

  private mutating func scanCode(_ brackets: Int) {
    if starts("//") {
      while position < characters.count, characters[position] != "\n" { position += 1 }
    } else if starts("/*") {
      skipBlockComment()
    } else if let opening = openingOfString() {
      position += opening.hashes + opening.quotes
      result += "\""
      places.append(.string(hashes: opening.hashes, quotes: opening.quotes))
    } else {
      let character = characters[position]
      position += 1
      if character == "(" { places[places.count - 1] = .code(brackets: brackets + 1) }
      if character == ")" {
        if brackets == 0, places.count > 1 {
          places.removeLast()
          return
        }
        places[places.count - 1] = .code(brackets: brackets - 1)
      }
      result.append(character)
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        position += 2
      } else if starts("*/") {
        depth -= 1
        position += 2
      } else {
        if characters[position] == "\n" { result += "\n" }
        position += 1
      }
    } while depth > 0 && position < characters.count
  }

  private func openingOfString() -> (hashes: Int, quotes: Int)? {
    let hashes = characters[position...].prefix { $0 == "#" }.count
    let quotes = characters[(position + hashes)...].prefix { $0 == "\"" }.count
    guard quotes > 0 else { return nil }
    return (hashes, quotes >= 3 ? 3 : 1)
  }

  private mutating func scanString(_ hashes: Int, _ quotes: Int) {
    let mark = String(repeating: "#", count: hashes)
    if starts("\\" + mark + "(") {
      position += hashes + 2
      places.append(.code(brackets: 0))
    } else if starts("\\" + mark) {
      position = min(position + hashes + 2, characters.count)
    } else if starts(String(repeating: "\"", count: quotes) + mark) {
      position += quotes + hashes
      result += "\""
      places.removeLast()
    } else {
      if characters[position] == "\n" { result += "\n" }
      position += 1
    }
  }
}
