/// The JSON of one record as a flat table of its values.
///
/// A review log of a million events is read in seconds only when a record costs microseconds; the
/// general decoders make objects of every value. Strict: UTF-8, no duplicate care, no trailing
/// bytes, at most `depthLimit` levels.
final class RecordTree {
  enum Kind { case null, isTrue, isFalse, number, string, array, object }

  struct Node {
    var kind: Kind
    /// Whether a string has escapes.
    var isEscaped = false
    /// The bytes of the value, of a string without its quotation marks.
    var range: Range<Int>
    /// The index after its last descendant.
    var end: Int
  }

  static let depthLimit = 16

  private(set) var nodes: [Node] = []
  let bytes: [UInt8]

  /// Reads one value; nil for anything that is not JSON.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(48)
    var reader = Reader(bytes: bytes)
    guard reader.read() else { return nil }
    nodes = reader.nodes
  }

  /// The value of a key of an object; the first where it is given twice.
  func value(_ key: String, of object: Int) -> Int? {
    guard nodes[object].kind == .object else { return nil }
    var index = object + 1
    while index < nodes[object].end {
      let name = nodes[index]
      if name.isEscaped
        ? string(index) == key : bytes[name.range].elementsEqual(key.utf8)
      {
        return index + 1
      }
      index = nodes[index + 1].end
    }
    return nil
  }

  /// Whether a value is a string written with just these bytes, or with escapes that stand for
  /// them.
  func isString(_ index: Int, _ text: StaticString) -> Bool {
    let node = nodes[index]
    guard !node.isEscaped else { return string(index) == text.description }
    let count = text.utf8CodeUnitCount
    guard node.range.count == count else { return false }
    let start = node.range.lowerBound
    return text.withUTF8Buffer { name in
      for offset in 0..<count where bytes[start + offset] != name[offset] { return false }
      return true
    }
  }

  /// A string's text; nil for another value, and for one that is no Unicode.
  func string(_ index: Int) -> String? {
    let node = nodes[index]
    guard node.kind == .string else { return nil }
    guard node.isEscaped else { return String(validating: bytes[node.range], as: UTF8.self) }
    return unescaped(node.range)
  }

  /// A whole number; nil for another value, and outside 64 bits.
  func integer(_ index: Int) -> Int? {
    guard nodes[index].kind == .number else { return nil }
    let range = nodes[index].range
    let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
    var result = 0
    for byte in bytes[range].dropFirst(isNegative ? 1 : 0) {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      let (sum, over) = product.addingReportingOverflow(Int(byte) - 0x30)
      guard !overflow, !over else { return nil }
      result = sum
    }
    return isNegative ? -result : result
  }

  private func unescaped(_ range: Range<Int>) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = scalar(at: &index, before: range.upperBound) else { return nil }
        result += Array(String(Character(scalar)).utf8)
        continue
      case let other: result.append(other)
      }
      index += 2
    }
    return String(validating: result, as: UTF8.self)
  }

  /// The scalar that one escape, or two of a pair, stand for.
  private func scalar(at index: inout Int, before end: Int) -> Unicode.Scalar? {
    guard let first = unit(at: index, before: end) else { return nil }
    index += 6
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), let second = unit(at: index, before: end),
      (0xDC00..<0xE000).contains(second)
    else { return nil }
    index += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private func unit(at index: Int, before end: Int) -> UInt32? {
    guard index + 6 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return bytes[index + 2..<index + 6].reduce(UInt32?(0)) { value, byte in
      guard let value, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      return value << 4 | UInt32(digit)
    }
  }
}

extension RecordTree {
  /// Reads without recursion: open arrays and objects stand on a stack.
  private struct Reader {
    let bytes: [UInt8]
    var nodes: [Node] = []
    private var index = 0
    private var open: [Int] = []

    init(bytes: [UInt8]) {
      self.bytes = bytes
      nodes.reserveCapacity(48)
    }

    mutating func read() -> Bool {
      skipSpace()
      guard value() else { return false }
      while let holder = open.last {
        guard element(of: holder) else { return false }
      }
      skipSpace()
      return index == bytes.count
    }

    /// The next element of an open array or object, or its end.
    private mutating func element(of holder: Int) -> Bool {
      let isObject = nodes[holder].kind == .object
      let isFirst = nodes.count == holder + 1
      skipSpace()
      if take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        open.removeLast()
        nodes[holder].end = nodes.count
        nodes[holder].range = nodes[holder].range.lowerBound..<index
        return true
      }
      if !isFirst {
        guard take(UInt8(ascii: ",")) else { return false }
        skipSpace()
      }
      if isObject {
        guard string() else { return false }
        skipSpace()
        guard take(UInt8(ascii: ":")) else { return false }
        skipSpace()
      }
      return value()
    }

    private mutating func value() -> Bool {
      guard index < bytes.count else { return false }
      switch bytes[index] {
      case UInt8(ascii: "\""): return string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < RecordTree.depthLimit else { return false }
        open.append(nodes.count)
        let kind: Kind = bytes[index] == UInt8(ascii: "{") ? .object : .array
        nodes.append(Node(kind: kind, range: index..<index + 1, end: nodes.count + 1))
        index += 1
        return true
      case UInt8(ascii: "t"): return word("true", .isTrue)
      case UInt8(ascii: "f"): return word("false", .isFalse)
      case UInt8(ascii: "n"): return word("null", .null)
      default: return number()
      }
    }

    private mutating func word(_ text: StaticString, _ kind: Kind) -> Bool {
      let end = index + text.utf8CodeUnitCount
      guard end <= bytes.count,
        text.withUTF8Buffer({ bytes[index..<end].elementsEqual($0) })
      else { return false }
      append(kind, index..<end)
      index = end
      return true
    }

    private mutating func number() -> Bool {
      let start = index
      while index < bytes.count, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
      guard index > start, bytes[start..<index].contains(where: { $0 >= 0x30 && $0 <= 0x39 })
      else { return false }
      append(.number, start..<index)
      return true
    }

    private mutating func string() -> Bool {
      guard take(UInt8(ascii: "\"")) else { return false }
      let start = index
      var isEscaped = false
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") {
          append(.string, start..<index, isEscaped: isEscaped)
          index += 1
          return true
        }
        guard byte >= 0x20 else { return false }
        if byte == UInt8(ascii: "\\") {
          isEscaped = true
          guard index + 1 < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[index + 1])
          else { return false }
          index += 1
        }
        index += 1
      }
      return false
    }

    private mutating func append(_ kind: Kind, _ range: Range<Int>, isEscaped: Bool = false) {
      nodes.append(Node(kind: kind, isEscaped: isEscaped, range: range, end: nodes.count + 1))
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    private mutating func skipSpace() {
      while index < bytes.count {
        let byte = bytes[index]
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
        index += 1
      }
    }
  }
}
