/// Puts the labels of a preamble back before their lists, where readers of pages print them at the
/// edge of a page: *Menimbang* and *Mengingat* above the title, *Menetapkan* below the next page.
///
/// A label moves only to a list that has none.
struct DisplacedLabels {
  private struct Line {
    var number: Int
    /// The bytes without the white space around them; empty for a blank line.
    var visible: Range<Int>
  }

  private enum Label: Int, CaseIterable {
    case menimbang, mengingat, menetapkan

    var word: StaticString {
      switch self {
      case .menimbang: "menimbang"
      case .mengingat: "mengingat"
      case .menetapkan: "menetapkan"
      }
    }

    var name: String {
      switch self {
      case .menimbang: "Menimbang"
      case .mengingat: "Mengingat"
      case .menetapkan: "Menetapkan"
      }
    }
  }

  /// How many lines a preamble has at most, and how far below *MEMUTUSKAN* a label may lie.
  private static let mostLines = 600
  private static let reach = 60

  private let text: SourceText
  private var lines: [Line] = []
  /// The lines that hold nothing but a label.
  private var alone: [(label: Label, index: Int)] = []
  private var decision: Int?

  /// Moves the labels of `text`; adds each to `repairs`.
  static func mend(_ text: inout NumberedText, _ repairs: inout [Repair]) {
    var reader = DisplacedLabels(text: SourceText(bytes: text.bytes))
    reader.read(text)
    let moves = reader.moves()
    guard !moves.isEmpty else { return }
    var labels: [Int: String] = [:]
    for move in moves {
      let (from, to) = (reader.lines[move.from], reader.lines[move.to])
      let label = move.label.name + " : "
      labels[move.to] = label
      let word = text.bytes[to.visible].prefix { $0 > 0x20 }.prefix(40)
      repairs.append(
        Repair(
          kind: .mark, line: from.number, before: move.label.name,
          after: label + String(decoding: word, as: UTF8.self), why: .sequence))
    }
    let gone = Set(moves.map(\.from))
    var result = NumberedText()
    result.reserve(text.bytes.count)
    var index = 0
    text.forEachLine { range, number in
      if let label = labels[index] {
        result.write(label.utf8)
        result.append(text.bytes[range].drop { $0 <= 0x20 }, number: number)
      } else if !gone.contains(index) {
        result.append(text.bytes[range], number: number)
      }
      index += 1
    }
    text = result
  }

  private init(text: SourceText) { self.text = text }

  // MARK: Lines

  private mutating func read(_ source: NumberedText) {
    var isPreamble = true
    source.forEachLine { range, number in
      guard isPreamble else { return }
      let start = text.skippingSpaces(from: range.lowerBound, to: range.upperBound)
      let end = text.trimmingEnd(from: start, to: range.upperBound)
      let index = lines.count
      lines.append(Line(number: number, visible: start..<max(start, end)))
      if text[start] | 0x20 == UInt8(ascii: "m"), end > start {
        if let label = label(start, end) {
          alone.append((label, index))
        } else if decision == nil, text.match("memutuskan", at: start) != nil {
          decision = index
        }
      }
      isPreamble = index < (decision.map { $0 + Self.reach } ?? Self.mostLines)
    }
  }

  /// The label that is all of a line, its colon aside.
  private func label(_ start: Int, _ end: Int) -> Label? {
    for label in Label.allCases {
      guard let after = text.match(label.word, at: start) else { continue }
      let colon = text.skippingSpaces(from: after, to: end)
      return colon == end || text[colon] == 0x3A && colon + 1 == end ? label : nil
    }
    return nil
  }

  private func isAlone(_ index: Int) -> Bool {
    let line = lines[index].visible
    return label(line.lowerBound, line.upperBound) != nil
  }

  private func begins(_ index: Int, _ words: [StaticString]) -> Bool {
    words.contains { text.match($0, at: lines[index].visible.lowerBound) != nil }
  }

  /// The lines with text; labels and colons that stand alone do not count.
  private func texts(_ range: Range<Int>) -> [Int] {
    range.filter { index in
      let line = lines[index].visible
      return !line.isEmpty && !isAlone(index) && (line.count > 1 || text[line.lowerBound] != 0x3A)
    }
  }

  // MARK: Places

  private func moves() -> [(label: Label, from: Int, to: Int)] {
    guard !alone.isEmpty, let decision else { return [] }
    var result: [(label: Label, from: Int, to: Int)] = []
    let preamble = texts(0..<decision)
    // Marks without their texts: the columns of the page stand apart, labels and all.
    if preamble.contains(where: isBareMark) { return [] }
    let opening = preamble.indices.first { place in
      begins(preamble[place], ["a. bahwa"])
        || place > 0 && begins(preamble[place], ["bahwa "]) && last(preamble[place - 1]) == 0x2C
    }
    guard let first = opening else { return [] }
    var places: [(Label, Int)] = [(.menimbang, preamble[first])]
    if let basis = legalBasis(preamble[(first + 1)...]) { places.append((.mengingat, basis)) }
    if let title = texts(decision + 1..<lines.count).first,
      SourceText.isUpper(text[lines[title].visible.lowerBound + 1])
    {
      places.append((.menetapkan, title))
    }
    for (label, place) in places {
      let found = alone.filter { $0.label == label }
      guard found.count == 1, let from = found.first?.index else { continue }
      // A label above its list stays, its colon may have a line of its own.
      let isAbove = from < place && texts(from + 1..<place).isEmpty
      guard !isAbove else { continue }
      result.append((label, from, place))
    }
    return result
  }

  private func isBareMark(_ index: Int) -> Bool {
    lines[index].visible.count <= 3 && last(index) == 0x2E
  }

  /// The last byte of a line.
  private func last(_ index: Int) -> UInt8 { text[lines[index].visible.upperBound - 1] }

  /// The line that begins the legal bases: the first, below the end of a consideration, that is
  /// none and has no label.
  private func legalBasis(_ preamble: ArraySlice<Int>) -> Int? {
    for (before, index) in zip(preamble.dropLast(), preamble.dropFirst()) {
      if begins(index, ["mengingat"]) || begins(before, ["mengingat"]) { return nil }
      let end = last(before)
      guard end == 0x3B || end == 0x2E || end == 0x2C else { continue }
      if begins(index, ["1. "]) { return index }
      if end != 0x2C, begins(index, ["pasal ", "undang-undang "]) { return index }
    }
    return nil
  }
}
