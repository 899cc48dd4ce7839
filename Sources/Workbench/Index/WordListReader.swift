import ReviewModel

/// Reads one part of the lists, row by row.
struct WordListReader {
  private let file: SpoolFile
  private var rest: Range<Int>
  private var buffer: [UInt8] = []
  private var position = 0
  private(set) var word: [UInt8] = []
  private(set) var first = 0
  private(set) var steps: [UInt8] = []
  private static let bufferLength = 256 << 10

  /// Reads the first row.
  init(_ file: SpoolFile, _ part: Range<Int>) throws {
    (self.file, rest) = (file, part)
    _ = try next()
  }

  /// Goes to the next row; false at the end.
  mutating func next() throws -> Bool {
    guard position < buffer.count || !rest.isEmpty else { return false }
    let header = try take(12)
    func value(_ place: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(header[4 * place + $1]) << (8 * $1) }
    }
    first = value(1)
    word = try take(value(0))
    steps = try take(value(2))
    return true
  }

  private mutating func take(_ count: Int) throws -> [UInt8] {
    if buffer.count - position < count {
      buffer.removeFirst(position)
      position = 0
      let more = min(max(Self.bufferLength, count), rest.count)
      var isRead = true
      buffer += [UInt8](unsafeUninitializedCapacity: more) { bytes, length in
        length = more
        isRead = file.read(UnsafeMutableRawBufferPointer(bytes), at: rest.lowerBound)
      }
      guard isRead, buffer.count >= count else { throw Failure.readOnly(path: "index.words") }
      rest = rest.lowerBound + more..<rest.upperBound
    }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }
}

/// Ascending numbers as steps from one to the next, each seven bits a byte, the lowest first.
enum NumberList {
  /// Reads the step at a position and goes behind it; 0 at the end.
  static func step(in bytes: some RandomAccessCollection<UInt8>, _ position: inout Int) -> Int {
    var (step, shift) = (0, 0)
    while position < bytes.count, shift < 63 {
      let byte = bytes[bytes.index(bytes.startIndex, offsetBy: position)]
      position += 1
      step |= Int(byte & 0x7F) << shift
      guard byte >= 0x80 else { break }
      shift += 7
    }
    return step
  }

  /// Goes through the numbers.
  static func forEach(
    first: Int, _ bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void
  ) {
    var (number, step, shift) = (first, 0, 0)
    body(number)
    for byte in bytes {
      step |= Int(byte & 0x7F) << shift
      guard byte >= 0x80 else {
        number &+= step
        (step, shift) = (0, 0)
        body(number)
        continue
      }
      shift = min(shift + 7, 56)
    }
  }

  /// Takes a number out; nil where none is left.
  static func removing(
    _ number: Int, first: Int, _ bytes: UnsafeRawBufferPointer
  ) -> (first: Int, bytes: [UInt8])? {
    var kept: [Int] = []
    forEach(first: first, bytes) { if $0 != number { kept.append($0) } }
    guard let first = kept.first else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (last, next) in zip(kept, kept.dropFirst()) {
      var step = next &- last
      while step >= 0x80 {
        result.append(UInt8(truncatingIfNeeded: step) | 0x80)
        step >>= 7
      }
      result.append(UInt8(truncatingIfNeeded: step))
    }
    return (first, result)
  }
}
