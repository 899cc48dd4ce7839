import GRDB
import GitKit
import LegalText
import ReviewModel

/// Numbers of what recurs in many rows.
final class IndexNames {
  private struct Spot: Hashable {
    var draft: String
    var base: String
    var address: String?
  }

  private let database: Database
  private var spots: [Spot: Int] = [:]
  private var last: (spot: Spot, number: Int)?
  private var terms: [String: Int] = [:]
  /// A hostile log must not fill the memory with names.
  private static let heldNames = 100_000

  init(_ database: Database) { self.database = database }

  /// The number of a place.
  func spot(_ draft: String, _ base: String, _ address: String?) throws -> Int {
    let spot = Spot(draft: draft, base: base, address: address)
    // Comments on one place come together.
    if let last, last.spot == spot { return last.number }
    let number = try heldNumber(of: spot)
    last = (spot, number)
    return number
  }

  private func heldNumber(of spot: Spot) throws -> Int {
    if let known = spots[spot] { return known }
    if spots.count >= Self.heldNames { spots = [:] }
    let arguments: StatementArguments = [spot.draft, spot.base, spot.address]
    let stored = try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT number FROM spot WHERE draft = ? AND base = ? AND address IS ?"),
      arguments: arguments)
    if stored == nil {
      try database.cachedStatement(
        sql: "INSERT INTO spot (draft, base, address) VALUES (?, ?, ?)"
      ).execute(arguments: arguments)
    }
    let number = stored ?? Int(database.lastInsertedRowID)
    spots[spot] = number
    return number
  }

  /// The number of a name.
  func term(_ text: String) throws -> Int {
    if let known = terms[text] { return known }
    if terms.count >= Self.heldNames { terms = [:] }
    let stored = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT number FROM term WHERE text = ?"), arguments: [text])
    if stored == nil {
      try database.cachedStatement(sql: "INSERT INTO term (text, key) VALUES (?, ?)").execute(
        arguments: [text, Register.folded(text)])
    }
    let number = stored ?? Int(database.lastInsertedRowID)
    terms[text] = number
    return number
  }
}

/// The same for texts that differ only in case and white space.
struct TextKey: Hashable {
  let high: UInt64
  let low: UInt32

  static let byteCount = 12
  /// That of no words.
  static let none = TextKey(bytes: [])

  init(bytes: some Sequence<UInt8>) {
    var (high, low): (UInt64, UInt32) = (0, 0)
    for (position, byte) in bytes.prefix(Self.byteCount).enumerated() {
      if position < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt32(byte) }
    }
    (self.high, self.low) = (high, low)
  }

  static func of(_ text: String) throws -> TextKey {
    let bytes = folded(text)
    return TextKey(bytes: try git { () throws(GitError) in try ObjectID.ofBlob(bytes) }.bytes)
  }

  /// Runs of white space as one space, none at the ends, in lower case.
  private static func folded(_ text: String) -> [UInt8] {
    var text = text
    if let plain = text.withUTF8({ folded($0) }) { return plain }
    return Array(Whitespace.collapsed(text).lowercased().utf8)
  }

  /// The same of ASCII; nil for anything else.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isPlain = true
    let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { result, count in
      for byte in bytes {
        if byte >= 0x80 {
          isPlain = false
          break
        }
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
          guard count > 0, result[count - 1] != 0x20 else { continue }
          result[count] = 0x20
        } else {
          result[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        }
        count += 1
      }
      if count > 0, result[count - 1] == 0x20 { count -= 1 }
    }
    return isPlain ? result : nil
  }

  var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
      + (0..<4).map { UInt8(truncatingIfNeeded: low >> (24 - 8 * $0)) }
  }
}
