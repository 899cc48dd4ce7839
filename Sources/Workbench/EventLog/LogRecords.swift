import Foundation
import GitKit
import ReviewModel

/// A body as it stands in the text store: `hash` is git's blob id of the salt, a line feed and the
/// text, so that the hash in the event tells nothing once salt and text are erased.
struct BodyRecord: Codable, Sendable {
  var hash: BodyDigest
  var salt: String
  var text: String
  /// `base64` of an attachment's bytes; nil for words.
  var encoding: String?

  init(_ text: String, encoding: String? = nil) throws {
    salt = RandomName.digits(32)
    self.text = text
    self.encoding = encoding
    hash = try Self.digest(salt: salt, text: text)
  }

  /// Whether the hash is that of the salt and the text.
  var isSound: Bool { soundID != nil }

  /// The hash as an id; nil where it is not that of the salt and the text.
  var soundID: ObjectID? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(salt.utf8.count + text.utf8.count + 1)
    bytes += salt.utf8
    bytes.append(UInt8(ascii: "\n"))
    bytes += text.utf8
    guard let id = try? ObjectID.ofBlob(bytes), id.isWritten(hash) else { return nil }
    return id
  }

  /// Reads a record from its line, without the line feed.
  static func read(_ line: ArraySlice<UInt8>) throws -> BodyRecord {
    if let record = line.withUnsafeBufferPointer({ plain($0) }) { return record }
    return try read(Array(line))
  }

  /// Words as they are written by this program, nothing in them escaped.
  private static func plain(_ line: UnsafeBufferPointer<UInt8>) -> BodyRecord? {
    var cursor = RecordCursor(line)
    let hash = cursor.text(behind: "{\"hash\":\"")
    let salt = cursor.text(behind: ",\"salt\":\"")
    let text = cursor.text(behind: ",\"text\":\"")
    cursor.require("}")
    cursor.requireEnd()
    let record = BodyRecord(
      hash: cursor.string(hash), salt: cursor.string(salt), text: cursor.string(text),
      encoding: nil)
    return cursor.isSound ? record : nil
  }

  private static func read(_ line: [UInt8]) throws -> BodyRecord {
    guard let fields = RecordFields(line), let hash = fields.text("hash").required,
      let salt = fields.text("salt").required, let text = fields.text("text").required,
      let encoding = fields.text("encoding").optional
    else { return try RecordDecoder.decode(BodyRecord.self, from: line) }
    return BodyRecord(hash: hash, salt: salt, text: text, encoding: encoding)
  }

  private init(hash: BodyDigest, salt: String, text: String, encoding: String?) {
    (self.hash, self.salt, self.text, self.encoding) = (hash, salt, text, encoding)
  }

  private static func digest(salt: String, text: String) throws -> BodyDigest {
    try git { () throws(GitError) in
      try ObjectID.ofBlob(Array("\(salt)\n\(text)".utf8)).description
    }
  }
}

/// A person as it stands in the private store, under the random name that the event holds.
struct PersonRecord: Codable, Sendable {
  var subject: String
  var name: String?
  var contact: String?
}

/// Names that nobody can guess.
enum RandomName {
  /// Hexadecimal digits from the system's generator.
  static func digits(_ count: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    while bytes.count < count {
      var random = generator.next()
      for _ in 0..<min(16, count - bytes.count) {
        let digit = UInt8(random & 15)
        bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        random >>= 4
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Records as lines of JSON: keys sorted, no line feed inside.
enum RecordLine {
  /// Reads one line back.
  static func decoded<Record: Decodable>(
    _ type: Record.Type, from line: ArraySlice<UInt8>
  ) throws -> Record {
    try RecordDecoder.decode(type, from: Array(line))
  }

  /// The lines of a segment, empty ones left out.
  static func lines(of segment: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    segment.withUnsafeBytes { bytes in
      while start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      {
        let end = base.distance(to: UnsafeRawPointer(found))
        if end > start { lines.append(segment[start..<end]) }
        start = end + 1
      }
    }
    if start < segment.count { lines.append(segment[start...]) }
    return lines
  }

  /// Joins lines to a segment.
  static func segment(_ lines: [[UInt8]]) -> [UInt8] {
    Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }
}
