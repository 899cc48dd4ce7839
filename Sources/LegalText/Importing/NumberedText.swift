/// A text under repair whose lines know their line in the source.
struct NumberedText {
  private(set) var bytes: [UInt8] = []
  /// The line of the source, from 1, of every line here.
  private(set) var numbers: [Int] = []

  init() {}

  /// A text as it came, its lines numbered from 1.
  init(source: [UInt8]) {
    bytes = source
    var number = 1
    numbers.append(1)
    for byte in source where byte == 0x0A {
      number += 1
      numbers.append(number)
    }
    if bytes.last == 0x0A { numbers.removeLast() }
  }

  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
    numbers.reserveCapacity(count / 40)
  }

  /// Adds a line, without its line feed, from line `number` of the source.
  mutating func append(_ line: some Collection<UInt8>, number: Int) {
    bytes.append(contentsOf: line)
    bytes.append(0x0A)
    numbers.append(number)
  }

  /// The bytes of every line, line feeds left out, with its number in the source.
  func forEachLine(_ body: (Range<Int>, Int) -> Void) {
    var start = 0
    var index = 0
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x0A {
        body(start..<position, number(index))
        index += 1
        start = position + 1
      }
      position += 1
    }
    if start < bytes.count { body(start..<bytes.count, number(index)) }
  }

  private func number(_ index: Int) -> Int {
    index < numbers.count ? numbers[index] : numbers.last ?? 1
  }

  /// Replaces byte ranges, in order and without overlap; a replacement holds no line feed.
  mutating func replace(_ edits: [(range: Range<Int>, bytes: [UInt8])]) {
    guard !edits.isEmpty else { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count)
    var position = 0
    for edit in edits where edit.range.lowerBound >= position {
      result.append(contentsOf: bytes[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.bytes)
      position = edit.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    bytes = result
  }

  /// The lines of the source in which ascending `positions` stand.
  func lines(of positions: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(positions.count)
    var index = 0
    var position = 0
    for wanted in positions {
      while position < min(wanted, bytes.count) {
        if bytes[position] == 0x0A { index += 1 }
        position += 1
      }
      result.append(number(index))
    }
    return result
  }
}
