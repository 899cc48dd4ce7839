/// Joins the words that a line end divided, and keeps the hyphens that belong to the word.
///
/// The two halves decide, and how the text writes the word elsewhere: *masing-masing* and
/// *perundang-undangan* keep their hyphen, *pemerin-tah* loses it.
struct LineJoiner {
  private enum Cut { case hyphen, soft, slash }

  private let source: NumberedText
  private let text: SourceText
  /// How often the words that matter stand within lines.
  private var counts: [UInt64: Int] = [:]
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
    if cut == .slash, text.match("dan", at: start) != before { return nil }
    return (start..<before, cut, end)
  }

  /// The word that begins a line, unless it is the mark of an item.
  private func head(_ line: Range<Int>) -> Range<Int>? {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    var end = start
    while end < line.upperBound, SourceText.isAlphanumeric(text[end]) { end += 1 }
    guard end > start else { return nil }
    if end - start <= 2, text[end] == 0x2E || text[end] == 0x29 { return nil }
    return start..<end
  }

  private func hash(_ parts: Range<Int>..., hyphen: Bool = false) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, part) in parts.enumerated() {
      if index > 0, hyphen { value = (value ^ 0x2D) &* 0x100_0000_01b3 }
      for position in part {
        value = (value ^ UInt64(SourceText.folded(text[position]))) &* 0x100_0000_01b3
      }
    }
    return value
  }

  /// Counts the words by which the halves are judged.
  private mutating func collect() {
    var wanted: [UInt64: Int] = [:]
    var last: Range<Int>?
    source.forEachLine { line, _ in
      if let half = last, let head = head(line) {
        wanted[hash(half, head)] = 0
        wanted[hash(half, head, hyphen: true)] = 0
        wanted[hash(half)] = 0
        wanted[hash(head)] = 0
      }
      let end = cut(line)
      last = end?.cut == .hyphen ? end?.half : nil
    }
    guard !wanted.isEmpty else { return }
    var start = -1
    for position in 0...text.count {
      let byte = text[position]
      let isInner =
        byte == 0x2D && start >= 0 && SourceText.isAlphanumeric(text[position + 1])
      if SourceText.isAlphanumeric(byte) || isInner {
        if start < 0 { start = position }
        continue
      }
      if start >= 0, byte != 0x2D || text[position + 1] == 0x20 {
        let key = hash(start..<position)
        if let count = wanted[key] { wanted[key] = count + 1 }
      }
      start = -1
    }
    counts = wanted
  }

  // MARK: Joining

  private mutating func run(_ repairs: inout [Repair]) -> NumberedText {
    var lines: [(range: Range<Int>, number: Int)] = []
    source.forEachLine { lines.append(($0, $1)) }
    var result = NumberedText()
    result.reserve(source.bytes.count)
    var line: [UInt8] = []
    var number = 0
    var goesOn = false
    for (index, entry) in lines.enumerated() {
      if !goesOn { (line, number) = ([], entry.number) }
      let start =
        goesOn
        ? text.skippingSpaces(from: entry.range.lowerBound, to: entry.range.upperBound)
        : entry.range.lowerBound
      goesOn = false
      let rest = start..<entry.range.upperBound
      if index + 1 < lines.count, let end = cut(rest), let head = head(lines[index + 1].range) {
        goesOn = true
        let repair = decide(end.half, end.cut, head, entry.number)
        append(rest.lowerBound..<end.half.upperBound, to: &line)
        if let sign = Self.sign(repair, end.cut) { line.append(sign) }
        repairs.append(repair)
        continue
      }
      append(rest, to: &line)
      result.append(line, number: number)
    }
    if goesOn { result.append(line, number: number) }
    return result
  }

  private static func sign(_ repair: Repair, _ cut: Cut) -> UInt8? {
    if cut == .slash { return 0x2F }
    return repair.after.utf8.contains(0x2D) ? 0x2D : nil
  }

  /// Adds bytes without the soft hyphens among them.
  private func append(_ range: Range<Int>, to line: inout [UInt8]) {
    var position = range.lowerBound
    while position < range.upperBound {
      if text[position] == 0xC2, text[position + 1] == 0xAD {
        position += 2
      } else {
        line.append(text[position])
        position += 1
      }
    }
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

  private func judge(_ half: Range<Int>, _ head: Range<Int>) -> (keeps: Bool, Repair.Reason) {
    if isRepeated(half, head) { return (true, .reduplication) }
    let whole = counts[hash(half, head)] ?? 0
    let hyphenated = counts[hash(half, head, hyphen: true)] ?? 0
    if hyphenated > whole { return (true, .vocabulary) }
    if whole > hyphenated { return (false, .vocabulary) }
    if SourceText.isDigit(text[half.upperBound - 1]) || SourceText.isDigit(text[head.lowerBound]) {
      return (true, .usual)
    }
    // A capital within a word written small begins a second word, as in *Undang-Undang*.
    if SourceText.isUpper(text[head.lowerBound]), half.contains(where: { isLower($0) }) {
      return (true, .usual)
    }
    // Two abbreviations, as in *UKL-UPL*; a word in capitals has longer parts.
    if half.count <= 4, half.allSatisfy({ SourceText.isUpper(text[$0]) }),
      head.count <= 4, head.allSatisfy({ SourceText.isUpper(text[$0]) })
    {
      return (true, .usual)
    }
    let areWords =
      half.count >= 4 && head.count >= 4 && counts[hash(half), default: 0] >= 2
      && counts[hash(head), default: 0] >= 2
    return (areWords, areWords ? .vocabulary : .usual)
  }

  private func isLower(_ position: Int) -> Bool { SourceText.isLower(text[position]) }

  /// *masing-masing*, *perundang-undangan*, *seluas-luasnya*, *tolong-menolong*.
  private func isRepeated(_ half: Range<Int>, _ head: Range<Int>) -> Bool {
    let left = half.map { SourceText.folded(text[$0]) }
    let right = head.map { SourceText.folded(text[$0]) }
    guard left.count >= 3, right.count >= 3, left.count <= 40, right.count <= 40 else {
      return left == right && left.count >= 2
    }
    var length = min(left.count, right.count)
    while length >= 3 {
      if left.suffix(length).elementsEqual(right.prefix(length)) { return true }
      length -= 1
    }
    guard left.count >= 5, right.count > left.count else { return false }
    return right.suffix(left.count - 1).elementsEqual(left.dropFirst())
  }
}
