/// Where a piece of output leads on a terminal that follows links (OSC 8).
public struct LinkTarget: Sendable, Hashable {
  /// The address: printable ASCII only, so that it cannot end the sequence that holds it.
  public let uri: String

  /// Makes a target of an address; bytes that do not belong in one are percent-encoded.
  /// - Returns: nil for an address that is longer than terminals take (2,083 bytes).
  public init?(_ uri: String) {
    let encoded = Self.encoded(uri, keeping: "-._~:/?#[]@!$&'()*+,;=%")
    guard !encoded.isEmpty, encoded.utf8.count <= 2083 else { return nil }
    self.uri = encoded
  }

  /// The target of a file, at a line of it.
  /// - Parameter path: absolute.
  public init?(file path: String, line: Int) {
    self.init("file://" + Self.encoded(path, keeping: "-._~/") + "#L\(line)")
  }

  /// A text as part of an address: everything but letters, digits and `kept` percent-encoded.
  static func encoded(_ text: String, keeping kept: String) -> String {
    let kept = Set(kept.utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      if byte < 0x80, isLetter || kept.contains(byte) {
        result.append(byte)
      } else {
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
