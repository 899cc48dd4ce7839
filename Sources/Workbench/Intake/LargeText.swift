import Foundation
import LegalText

/// A large file of UTF-8, read piece by piece.
struct LargeText: Sendable {
  /// Smaller files are read at once.
  static let threshold = 32 << 20

  private let path: String
  private let pieceLength: Int
  /// The first piece, which holds a whole line.
  let start: [UInt8]

  /// Nil for a file that is smaller, or that is not such a text throughout: what it is then, whoever
  /// reads it whole finds out.
  init?(path: String, threshold: Int = threshold, pieceLength: Int = 4 << 20) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? Int, size >= threshold
    else { return nil }
    self.path = path
    self.pieceLength = pieceLength
    let next = Self.reading(path, pieceLength)
    let first = next()
    guard Self.hasLine(first) else { return nil }
    start = first
    var (piece, rest, hasText) = (first, [UInt8](), false)
    while !piece.isEmpty {
      let bytes = rest + piece
      guard !bytes.contains(0) else { return nil }
      hasText = hasText || bytes.contains { !Whitespace.isSpace($0) }
      rest = []
      if let offset = UTF8Check.firstInvalidByte(in: bytes) {
        // A character may be cut in two.
        guard bytes.count - offset < 4 else { return nil }
        rest = Array(bytes[offset...])
      }
      piece = next()
    }
    guard rest.isEmpty, hasText else { return nil }
  }

  /// Whether a line ends outside quotation marks.
  private static func hasLine(_ bytes: [UInt8]) -> Bool {
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
    }
    return false
  }

  /// The pieces after the first, one a call; empty at the end.
  func pieces() -> () -> [UInt8] {
    let next = Self.reading(path, pieceLength)
    var isFirst = true
    return {
      if isFirst { _ = next() }
      isFirst = false
      return next()
    }
  }

  private static func reading(_ path: String, _ length: Int) -> () -> [UInt8] {
    let file = FileHandle(forReadingAtPath: path)
    return {
      guard let data = try? file?.read(upToCount: length) else { return [] }
      return Array(data)
    }
  }
}
