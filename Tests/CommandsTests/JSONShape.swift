import Foundation
import Testing

/// A small reader of JSON that keeps the order of keys, for checking that they are sorted.
enum JSONShape {
  /// The names of keys that are out of order in any object of a JSON text.
  static func unsorted(_ text: String) throws -> [String] {
    var reader = Reader(bytes: Array(text.utf8))
    try reader.run()
    return reader.unsorted
  }

  struct Malformed: Error { let offset: Int }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0
    var unsorted: [String] = []
    /// The last key of each object that is open; nil for an array.
    var open: [String?] = []

    mutating func run() throws {
      var expectsKey = false
      while position < bytes.count {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "{"):
          open.append("")
          expectsKey = true
          position += 1
        case UInt8(ascii: "["):
          open.append(nil)
          expectsKey = false
          position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard open.popLast() != nil else { throw Malformed(offset: position) }
          expectsKey = false
          position += 1
        case UInt8(ascii: "\""):
          let text = try string()
          if expectsKey, let last = open.last, let key = last {
            if text <= key { unsorted.append(text) }
            open[open.count - 1] = text
            expectsKey = false
          }
        case UInt8(ascii: ","):
          expectsKey = open.last.map { $0 != nil } ?? false
          position += 1
        default: position += 1
        }
      }
      guard open.isEmpty else { throw Malformed(offset: position) }
    }

    private mutating func string() throws -> String {
      var end = position + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard end < bytes.count else { throw Malformed(offset: position) }
      defer { position = end + 1 }
      return String(decoding: bytes[position + 1..<end], as: UTF8.self)
    }
  }
}
