import Foundation

/// Puts a canonical text on pages as printers, scanners and offices do, so that the truth is known.
struct PageSimulator {
  /// What is done to the text.
  struct Style {
    var width = 66
    var rows = 34
    var isJustified = false
    var isHyphenated = false
    var hasCatchwords = false
    var hasHeaders = false
    var hasFeeds = true
    var isTwoUp = false
    var misreads = false
  }

  var style: Style
  private var random: Numbers

  init(_ style: Style, seed: UInt64) {
    self.style = style
    random = Numbers(state: seed)
  }

  /// The pages of `text`.
  mutating func printed(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrapped(style.misreads ? misread(String($0)) : String($0))
    }
    var pages: [[String]] = []
    var rest = lines[...]
    while !rest.isEmpty {
      pages.append(Array(rest.prefix(style.rows)))
      rest = rest.dropFirst(style.rows)
    }
    for index in pages.indices where style.hasCatchwords && index + 1 < pages.count {
      let next = pages[index + 1].first { !$0.allSatisfy(\.isWhitespace) } ?? ""
      let words = next.split(separator: " ").prefix(2).joined(separator: " ")
      if !words.isEmpty {
        pages[index].append(String(repeating: " ", count: 40) + words + " ………………")
      }
    }
    if style.isTwoUp { return sheets(pages) }
    var result = ""
    for (index, page) in pages.enumerated() {
      if style.hasHeaders, index > 0 {
        result += "          PRESIDEN\n     REPUBLIK INDONESIA\n            - \(index + 1) -\n\n"
      }
      result += page.joined(separator: "\n") + "\n"
      if !style.hasHeaders { result += "\n" + String(repeating: " ", count: 32) + "\(index + 1)\n" }
      if style.hasFeeds { result += "\u{0C}" }
    }
    return result
  }

  /// Two pages on a sheet, side by side, with their numbers at the fold.
  private func sheets(_ pages: [[String]]) -> String {
    var result = ""
    for start in stride(from: 0, to: pages.count, by: 2) {
      let left = pages[start]
      let right = start + 1 < pages.count ? pages[start + 1] : []
      for row in 0..<max(left.count, right.count) {
        let first = row < left.count ? left[row] : ""
        let second = row < right.count ? right[row] : ""
        let line =
          second.isEmpty
          ? first
          : first + String(repeating: " ", count: max(style.width + 6 - first.count, 1)) + second
        result += line + "\n"
      }
      let margin = String(repeating: " ", count: style.width - 1)
      result += "\n" + margin + "\(start + 1)    \(start + 2)\n\u{0C}"
    }
    return result
  }

  // MARK: Lines

  /// A provision on lines of the page's width, its mark hanging.
  private mutating func wrapped(_ line: String) -> [String] {
    let margin = line.prefix { $0 == " " }.count
    var words = line.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [""] }
    let isItem =
      words[0].hasPrefix("(") || (words[0].count <= 3 && words[0].hasSuffix("."))
      || words[0].hasSuffix(")")
    let hanging = margin + (isItem ? words[0].count + 1 : 0)
    var lines: [String] = []
    var current: [String] = []
    var room = style.width - margin
    while !words.isEmpty {
      let word = words.removeFirst()
      let used = current.reduce(0) { $0 + $1.count + 1 }
      if used + word.count <= room || current.isEmpty {
        current.append(word)
        continue
      }
      var next = word
      if style.isHyphenated, let cut = divided(word, room: room - used) {
        current.append(cut.head)
        next = cut.tail
      }
      lines.append(row(current, room, isLast: false, margin: lines.isEmpty ? margin : hanging))
      current = []
      room = style.width - hanging
      words.insert(next, at: 0)
    }
    lines.append(row(current, room, isLast: true, margin: lines.isEmpty ? margin : hanging))
    return lines
  }

  private mutating func row(_ words: [String], _ room: Int, isLast: Bool, margin: Int) -> String {
    var gaps = Array(repeating: 1, count: max(words.count - 1, 0))
    if style.isJustified, !isLast, !gaps.isEmpty {
      var free = room - words.reduce(0) { $0 + $1.count } - gaps.count
      while free > 0 {
        gaps[random.below(gaps.count)] += 1
        free -= 1
      }
    }
    var text = String(repeating: " ", count: margin)
    for (index, word) in words.enumerated() {
      text += word + String(repeating: " ", count: index < gaps.count ? gaps[index] : 0)
    }
    return text
  }

  /// A word divided before a syllable, or at its own hyphen.
  private func divided(_ word: String, room: Int) -> (head: String, tail: String)? {
    if let dash = word.firstIndex(of: "-"), word.distance(from: word.startIndex, to: dash) < room {
      let after = word.index(after: dash)
      guard after < word.endIndex else { return nil }
      return (String(word[...dash]), String(word[after...]))
    }
    let letters = Array(word)
    guard letters.allSatisfy({ $0.isLetter && $0.isLowercase }) else { return nil }
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    var place = min(room - 1, letters.count - 3)
    while place >= 3 {
      if !vowels.contains(letters[place]), vowels.contains(letters[place + 1]),
        vowels.contains(letters[place - 1])
      {
        return (String(letters[..<place]) + "-", String(letters[place...]))
      }
      place -= 1
    }
    return nil
  }

  /// The marks as a scanner prints some of them.
  private func misread(_ line: String) -> String {
    if line.hasPrefix("(2) ") { return "(21 " + line.dropFirst(4) }
    if line.hasPrefix("(3) ") { return "l3) " + line.dropFirst(4) }
    if line.hasPrefix("11. ") { return "l1. " + line.dropFirst(4) }
    if line.hasPrefix("Pasal "), line.count == 8, line.hasSuffix("0") {
      return String(line.dropLast()) + "O"
    }
    return line
  }

  /// A sequence that is the same in every run.
  private struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return bound > 0 ? Int((state >> 33) % UInt64(bound)) : 0
    }
  }
}

/// How many words of two texts differ.
enum WordErrors {
  /// The least number of words put in, left out or changed, for each word of `truth`.
  static func rate(_ found: [UInt8], truth: [UInt8]) -> Double {
    let left = words(truth)
    let right = words(found)
    guard !left.isEmpty else { return right.isEmpty ? 0 : 1 }
    // Words that both begin and end with alike count for nothing; the rest is compared in a band.
    var head = 0
    while head < min(left.count, right.count), left[head] == right[head] { head += 1 }
    var tail = 0
    while tail < min(left.count, right.count) - head,
      left[left.count - 1 - tail] == right[right.count - 1 - tail]
    {
      tail += 1
    }
    let rows = Array(left[head..<left.count - tail])
    let columns = Array(right[head..<right.count - tail])
    var row = Array(0...columns.count)
    for (index, word) in rows.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for place in columns.indices {
        let above = row[place + 1]
        row[place + 1] = min(
          above + 1, row[place] + 1, diagonal + (columns[place] == word ? 0 : 1))
        diagonal = above
      }
    }
    return Double(row[columns.count]) / Double(left.count)
  }

  private static func words(_ text: [UInt8]) -> [Int] {
    text.split { $0 <= 0x20 }.map { Array($0).hashValue }
  }
}
