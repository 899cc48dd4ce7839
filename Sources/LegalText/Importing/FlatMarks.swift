/// Begins new lines where a flattened text has several units on one: `Angka 2` behind the full stop
/// of `Angka 1` in the notes on an amendment, *MEMUTUSKAN* behind the approval.
struct FlatMarks {
  private enum Level: Int { case angka, ayat, huruf }

  private let text: SourceText
  private var result = NumberedText()
  private var isBody = false
  private var isElucidation = false
  private var isAmendment = false
  /// The last number of each level.
  private var last = [0, 0, 0]

  /// The text with such lines divided.
  static func divide(_ text: NumberedText) -> NumberedText {
    var divider = FlatMarks(text: SourceText(bytes: text.bytes))
    divider.result.reserve(text.bytes.count)
    text.forEachLine { line, number in
      divider.read(line)
      divider.write(line, number)
    }
    return divider.result
  }

  private init(text: SourceText) { self.text = text }

  private mutating func read(_ line: Range<Int>) {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    guard start < line.upperBound else { return }
    if text.match("bab ", at: start) != nil || text.match("pasal ", at: start) != nil {
      isBody = true
    }
    guard text[start] == UInt8(ascii: "P") else { return }
    if text.match("penjelasan", at: start) != nil, SourceText.isUpper(text[start + 1]) {
      isElucidation = true
    } else if isElucidation, let number = text.match("pasal ", at: start) {
      if !SourceText.isDigit(text[number]) {
        isAmendment = text[number] == UInt8(ascii: "I")
        last[0] = 0
      }
      (last[1], last[2]) = (0, 0)
    }
  }

  private mutating func write(_ line: Range<Int>, _ number: Int) {
    var start = line.lowerBound
    for cut in isElucidation ? marks(line) : isBody ? [] : decision(line) {
      result.append(text.bytes[start..<cut], number: number)
      start = cut
    }
    result.append(text.bytes[start..<line.upperBound], number: number)
  }

  // MARK: Decision

  /// Where *MEMUTUSKAN: Menetapkan* begins behind other words.
  private func decision(_ line: Range<Int>) -> [Int] {
    guard line.count >= 60 else { return [] }
    for position in line.dropFirst()
    where text[position] == UInt8(ascii: "M") && text[position + 1] == UInt8(ascii: "E")
      && text[position - 1] == 0x20
    {
      guard let end = text.match("memutuskan", at: position) else { continue }
      let colon = text.skippingSpaces(from: end, to: line.upperBound)
      guard text[colon] == 0x3A else { continue }
      let next = text.skippingSpaces(from: colon + 1, to: line.upperBound)
      if text.match("menetapkan", at: next) != nil { return [position] }
    }
    return []
  }

  // MARK: Notes

  /// Where the marks begin that go on with the sequence of those before.
  private mutating func marks(_ line: Range<Int>) -> [Int] {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    guard isAmendment, start < line.upperBound, let first = mark(start) else { return [] }
    set(first.level, first.value)
    var cuts: [Int] = []
    var before: (level: Level, end: Int)? = (first.level, first.end)
    var position = first.end
    while position < line.upperBound {
      let isBelow = before.map { $0.end == position } ?? false
      guard text[position] == 0x20, text[position - 1] == 0x2E || isBelow,
        let mark = mark(position + 1)
      else {
        position += 1
        continue
      }
      let opens = isBelow && mark.value == 1 && mark.level.rawValue > before?.level.rawValue ?? 3
      if opens || mark.value == last[mark.level.rawValue] + 1 && mark.value > 1 {
        cuts.append(position + 1)
        set(mark.level, mark.value)
        before = (mark.level, mark.end)
        position = mark.end
      } else {
        position += 1
      }
    }
    return cuts
  }

  private mutating func set(_ level: Level, _ value: Int) {
    last[level.rawValue] = value
    for below in level.rawValue + 1..<3 where below < 3 { last[below] = 0 }
  }

  /// `Angka 2`, `Ayat (3)`, `Huruf b` at `position`.
  private func mark(_ position: Int) -> (level: Level, value: Int, end: Int)? {
    let level: Level
    var start: Int
    switch text[position] {
    case UInt8(ascii: "A"):
      if let end = text.match("angka ", at: position) {
        (level, start) = (.angka, end)
      } else if let end = text.match("ayat (", at: position) {
        (level, start) = (.ayat, end)
      } else {
        return nil
      }
    case UInt8(ascii: "H"):
      guard let end = text.match("huruf ", at: position), SourceText.isLower(text[end]),
        !SourceText.isAlphanumeric(text[end + 1])
      else { return nil }
      return (.huruf, Int(text[end]) - 0x60, end + 1)
    default: return nil
    }
    var value = 0
    let digits = start
    while SourceText.isDigit(text[start]), start < digits + 3 {
      value = value * 10 + Int(text[start] - 0x30)
      start += 1
    }
    guard start > digits else { return nil }
    if level == .ayat {
      guard text[start] == 0x29 else { return nil }
      start += 1
    }
    return SourceText.isAlphanumeric(text[start]) ? nil : (level, value, start)
  }
}
