/// Joins the words that a line end divided, and keeps the hyphens that belong to the word.
///
/// The two halves decide, and how the text writes the word elsewhere: *masing-masing* and
/// *perundang-undangan* keep their hyphen, *pemerin-tah* loses it.
struct LineJoiner {
  private enum Cut { case hyphen, soft, slash }

  private let source: NumberedText
  let text: SourceText
  /// How often the words that matter stand within lines.
  private(set) var counts: [UInt64: Int] = [:]
  private var joined = 0
  private var kept = 0

  /// Joins what is divided in `source`; adds each case to `repairs` and their numbers to `notes`.
  static func join(
    _ source: NumberedText, _ repairs: inout [Repair], _ notes: inout [ImportNote]
  ) -> NumberedText {
    var joiner = LineJoiner(source)
    joiner.collect()
    let result = joiner.run(&repairs)
    if joiner.joined + joiner.kept > 0 {
      notes.append(.hyphens(joined: joiner.joined, kept: joiner.kept))
    }
    return result
  }

  private init(_ source: NumberedText) {
    self.source = source
    text = SourceText(bytes: source.bytes)
  }

  // MARK: Halves

  /// The word at the end of a line and how the line ends, where it may go on in the next one.
  private func cut(_ line: Range<Int>) -> (half: Range<Int>, cut: Cut, end: Int)? {
    let end = text.trimmingEnd(from: line.lowerBound, to: line.upperBound)
    guard end > line.lowerBound else { return nil }
    var cut = Cut.hyphen
    var before = end - 1
    switch text[before] {
    case 0x2D: break
    case 0x2F: cut = .slash
    case 0xAD where before > line.lowerBound && text[before - 1] == 0xC2:
      cut = .soft
      before -= 1
    default: return nil
    }
    var start = before
    while start > line.lowerBound, SourceText.isAlphanumeric(text[start - 1]) { start -= 1 }
    guard start < before else { return nil }
    // A single letter stands for a number, as in `s/d` and `a/`.
    if cut == .slash, before - start < 2 || !SourceText.isAlphanumeric(text[before - 2]) {
      return nil
    }
    return (start..<before, cut, end)
  }

  /// The word that begins a line, unless it is the mark of an item.
  private func head(_ line: Range<Int>, after cut: Cut) -> Range<Int>? {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    var end = start
    while end < line.upperBound, SourceText.isAlphanumeric(text[end]) { end += 1 }
    guard end > start else { return nil }
    if end - start <= 2, text[end] == 0x2E || text[end] == 0x29 {
      // `ketentu-` and `an.`: a syllable that ends the sentence; marks of two letters have `aa`.
      let isSyllable =
        cut == .hyphen && end - start == 2 && SourceText.isLetter(text[start])
        && SourceText.isLetter(text[start + 1]) && text[start] != text[start + 1]
      if !isSyllable { return nil }
    }
    return start..<end
  }

  func hash(_ parts: Range<Int>..., hyphen: Bool = false) -> UInt64 {
    var value = Self.seed
    for (index, part) in parts.enumerated() {
      if index > 0, hyphen { value = (value ^ 0x2D) &* Self.prime }
      for position in part {
        value = (value ^ UInt64(SourceText.folded(text[position]))) &* Self.prime
      }
    }
    return value
  }

  // FNV-1a.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  /// Counts the words by which the halves are judged.
  private mutating func collect() {
    var wanted: [UInt64: Int] = [:]
    var last: Range<Int>?
    var blanks = 0
    source.forEachLine { line, _ in
      if last != nil, blanks < Self.mostBlanks, isBlank(line) {
        blanks += 1
        return
      }
      blanks = 0
      if let half = last, let head = head(line, after: .hyphen) {
        wanted[hash(half, head)] = 0
        wanted[hash(half, head, hyphen: true)] = 0
        wanted[hash(half)] = 0
        wanted[hash(head)] = 0
      }
      let end = cut(line)
      last = end?.cut == .hyphen ? end?.half : nil
    }
    if !wanted.isEmpty { count(wanted) }
  }

  /// Counts the `wanted` words of the text.
  private mutating func count(_ wanted: [UInt64: Int]) {
    counts = wanted
    // Most words are not wanted: a small table says so without a search.
    var isPossible = [Bool](repeating: false, count: 4096)
    for key in wanted.keys { isPossible[Int(key & 4095)] = true }
    var start = -1
    var key = Self.seed
    for position in 0...text.count {
      let byte = text[position]
      if SourceText.isAlphanumeric(byte) {
        if start < 0 { start = position }
        key = (key ^ UInt64(SourceText.folded(byte))) &* Self.prime
        continue
      }
      guard start >= 0 else { continue }
      if byte == 0x2D {
        if SourceText.isAlphanumeric(text[position + 1]) {
          key = (key ^ 0x2D) &* Self.prime
          continue
        }
      }
      if byte != 0x2D || text[position + 1] == 0x20, isPossible[Int(key & 4095)],
        let count = counts[key]
      {
        counts[key] = count + 1
      }
      start = -1
      key = Self.seed
    }
  }

  // MARK: Joining

  private mutating func run(_ repairs: inout [Repair]) -> NumberedText {
    var result = NumberedText()
    result.reserve(source.bytes.count)
    var pending: (range: Range<Int>, number: Int)?
    // The first of the lines that are being joined.
    var first: Int?
    var blanks: [Int] = []
    source.forEachLine { range, number in
      if let line = pending {
        if blanks.count < Self.mostBlanks, isBlank(range), goesOnBelow(line.range) {
          blanks.append(number)
          return
        }
        let isApart = !blanks.isEmpty && !beginsSmall(range) && !isDoubled(line.range, range)
        first = write(
          line.range, line.number, before: isApart ? nil : range, first, &result, &repairs)
        if first == nil { for blank in blanks { result.endLine(number: blank) } }
        blanks = []
      }
      pending = (range, number)
    }
    if let line = pending {
      _ = write(line.range, line.number, before: nil, first, &result, &repairs)
    }
    for blank in blanks { result.endLine(number: blank) }
    return result
  }

  /// The most blank lines between the halves of a word: a seam of pages, or the lines of the other
  /// page of a sheet.
  private static let mostBlanks = 2

  private func isBlank(_ line: Range<Int>) -> Bool {
    text.skippingSpaces(from: line.lowerBound, to: line.upperBound) >= line.upperBound
  }

  /// Whether a line ends in a divided word written small.
  private func goesOnBelow(_ line: Range<Int>) -> Bool {
    guard let end = cut(line), end.cut != .slash else { return false }
    return isLower(end.half.upperBound - 1)
  }

  private func beginsSmall(_ line: Range<Int>) -> Bool {
    isLower(text.skippingSpaces(from: line.lowerBound, to: line.upperBound))
  }

  /// Whether the word that a line ends in and the one that begins the next are the same: *Undang-*
  /// and, below a blank line, *Undang*.
  private func isDoubled(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    guard let end = cut(line), let head = head(next, after: end.cut), end.half.count >= 3 else {
      return false
    }
    return end.half.map { SourceText.folded(text[$0]) } == head.map { SourceText.folded(text[$0]) }
  }

  /// Writes a line, which goes on in `next` where that is divided from it; `first` is the number of
  /// the line that it goes on itself. The number of the line that goes on, nil where none does.
  private mutating func write(
    _ range: Range<Int>, _ number: Int, before next: Range<Int>?, _ first: Int?,
    _ result: inout NumberedText, _ repairs: inout [Repair]
  ) -> Int? {
    let start =
      first == nil
      ? range.lowerBound : text.skippingSpaces(from: range.lowerBound, to: range.upperBound)
    let rest = start..<range.upperBound
    guard let next, let end = cut(rest), let head = head(next, after: end.cut),
      mayGoOn(end.half, head), end.cut != .hyphen || !isPageNumber(end.half, before: head)
    else {
      append(rest, to: &result)
      result.endLine(number: first ?? number)
      return nil
    }
    let repair = decide(end.half, end.cut, head, number)
    append(rest.lowerBound..<end.half.upperBound, to: &result)
    if let sign = Self.sign(repair, end.cut) { result.write(sign) }
    repairs.append(repair)
    return first ?? number
  }

  private static func sign(_ repair: Repair, _ cut: Cut) -> UInt8? {
    if cut == .slash { return 0x2F }
    return repair.after.utf8.contains(0x2D) ? 0x2D : nil
  }

  /// Adds bytes without the soft hyphens among them.
  private func append(_ range: Range<Int>, to result: inout NumberedText) {
    var copied = range.lowerBound
    var position = copied
    while position < range.upperBound {
      if text.bytes[position] == 0xC2, text[position + 1] == 0xAD {
        result.write(text.bytes[copied..<position])
        position = min(position + 2, range.upperBound)
        copied = position
      } else {
        position += 1
      }
    }
    result.write(text.bytes[copied..<range.upperBound])
  }

  private mutating func decide(
    _ half: Range<Int>, _ cut: Cut, _ head: Range<Int>, _ number: Int
  ) -> Repair {
    let left = String(decoding: text.bytes[half], as: UTF8.self)
    let right = String(decoding: text.bytes[head], as: UTF8.self)
    if cut == .slash {
      return Repair(
        kind: .spacing, line: number, before: left + "/ " + right, after: left + "/" + right,
        why: .form)
    }
    let (keeps, why) = cut == .soft ? (false, .form) : judge(half, head)
    if keeps { kept += 1 } else { joined += 1 }
    return Repair(
      kind: .hyphen, line: number, before: left + "- " + right,
      after: left + (keeps ? "-" : "") + right, why: why)
  }

  func isLower(_ position: Int) -> Bool { SourceText.isLower(text[position]) }
}
