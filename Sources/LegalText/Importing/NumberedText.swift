/// A text under repair whose lines know their line in the source.
struct NumberedText {
  private(set) var bytes: [UInt8] = []
  /// The line of the source, from 1, of every line here.
  private(set) var numbers: [UInt32] = []

  init() {}

  /// A text as it came, its lines numbered from 1.
  init(source: [UInt8]) {
    bytes = source
    let lines = source.count { $0 == 0x0A } + (source.last == 0x0A ? 0 : 1)
    numbers = Array(1...UInt32(clamping: max(lines, 1)))
  }

  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
    numbers.reserveCapacity(count / 40)
  }

  /// Adds a line, without its line feed, from line `number` of the source.
  @inline(__always)
  mutating func append(_ line: some Collection<UInt8>, number: Int) {
    bytes.append(contentsOf: line)
    endLine(number: number)
  }

  /// Adds `count` spaces to the line that is being written.
  mutating func indent(_ count: Int) {
    for _ in 0..<count { bytes.append(0x20) }
  }

  /// Adds bytes to the line that is being written.
  @inline(__always)
  mutating func write(_ bytes: some Collection<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }

  /// Adds a byte to the line that is being written.
  @inline(__always)
  mutating func write(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Ends the line that is being written.
  mutating func endLine(number: Int) {
    bytes.append(0x0A)
    numbers.append(UInt32(clamping: number))
  }

  /// The bytes of every line, line feeds left out, with its number in the source.
  func forEachLine(_ body: (Range<Int>, Int) -> Void) {
    var index = 0
    var start = 0
    while let line = line(from: start) {
      body(line, number(index))
      index += 1
      start = line.upperBound + 1
    }
  }

  /// The bytes of the line that begins at `start`; nil at the end of the text.
  private func line(from start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let end = bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      return end
    }
    return start..<end
  }

  private func number(_ index: Int) -> Int {
    Int(index < numbers.count ? numbers[index] : numbers.last ?? 1)
  }

  /// Replaces byte ranges; a replacement holds no line feed. Where ranges overlap every replacement
  /// is written, one after the other, so that nothing but the ranges goes.
  mutating func replace(_ edits: [(range: Range<Int>, bytes: [UInt8])]) {
    guard !edits.isEmpty else { return }
    // Those at one place stay in their order.
    let order = edits.indices.sorted {
      (edits[$0].range.lowerBound, $0) < (edits[$1].range.lowerBound, $1)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count)
    var position = 0
    for index in order {
      let (range, replacement) = edits[index]
      if range.lowerBound > position {
        result.append(contentsOf: bytes[position..<range.lowerBound])
      }
      result.append(contentsOf: replacement)
      position = max(position, range.upperBound)
    }
    result.append(contentsOf: bytes[position...])
    bytes = result
  }

  /// The lines of the source in which ascending `positions` stand.
  func lines(of positions: some Collection<Int>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(positions.count)
    var index = 0
    var position = 0
    for wanted in positions {
      while position < min(wanted, bytes.count) {
        if bytes[position] == 0x0A { index += 1 }
        position += 1
      }
      result.append(UInt32(clamping: number(index)))
    }
    return result
  }
}
