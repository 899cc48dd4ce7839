import Foundation

/// A public key of OpenSSH: its type and its blob in base 64.
struct SSHPublicKey: Sendable, Hashable {
  var type: String
  var base64: String

  init(type: String, base64: String) {
    self.type = type
    self.base64 = base64
  }

  /// Reads `ssh-ed25519 AAAA… comment`.
  init?(line: String) {
    let parts = line.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count >= 2, Self.isType(parts[0]), let blob = Data(base64Encoded: parts[1]),
      SSHWire.strings(Array(blob)).first == Array(parts[0].utf8)
    else { return nil }
    (type, base64) = (parts[0], parts[1])
  }

  static func isType(_ word: some StringProtocol) -> Bool {
    ["ssh-", "ecdsa-", "sk-"].contains { word.hasPrefix($0) }
  }

  var text: String { "\(type) \(base64)" }

  /// As people compare keys: the beginning of the blob says only its type, the end differs.
  var short: String { "\(type) …\(base64.suffix(12))" }
}

/// Strings as the SSH protocol writes them: four bytes of length, then the bytes (RFC 4251, 5).
enum SSHWire {
  /// The strings of a blob, as far as they are whole.
  static func strings(_ bytes: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var position = 0
    while position + 4 <= bytes.count {
      let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      position += 4
      guard length <= bytes.count - position else { break }
      result.append(Array(bytes[position..<position + length]))
      position += length
    }
    return result
  }
}

/// An armoured signature of `ssh-keygen -Y sign` (OpenSSH, PROTOCOL.sshsig).
struct SSHSignature: Sendable {
  /// The key that it claims to be made with.
  var key: SSHPublicKey
  /// What it was made for.
  var namespace: String

  /// Reads the armour; nil for anything else.
  init?(armoured text: String) {
    guard text.utf8.count <= 65_536 else { return nil }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard lines.first == "-----BEGIN SSH SIGNATURE-----",
      lines.last == "-----END SSH SIGNATURE-----",
      let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
    else { return nil }
    let bytes = Array(data)
    guard bytes.count > 10, bytes.prefix(6).elementsEqual("SSHSIG".utf8) else { return nil }
    // The magic of six bytes and the version of four stand before the strings.
    let strings = SSHWire.strings(Array(bytes[10...]))
    guard strings.count >= 2, let type = SSHWire.strings(strings[0]).first else { return nil }
    key = SSHPublicKey(
      type: String(decoding: type, as: UTF8.self),
      base64: Data(strings[0]).base64EncodedString())
    namespace = String(decoding: strings[1], as: UTF8.self)
  }
}

/// `register/signers`, in the format of git's allowed signers (ssh-keygen(1), ALLOWED SIGNERS).
struct SignersFile: Sendable {
  /// One line: who signs with which key.
  struct Line: Sendable, Hashable {
    var principal: String
    var options: String
    var key: SSHPublicKey
    /// `20251231` or longer, digits only.
    var validBefore: String?
    /// The line as it stands.
    var text: String
  }

  static let path = "register/signers"
  var lines: [Line] = []

  /// Reads the file; comments, certificates and what is no such line are passed over, as a key that
  /// is not understood must not count.
  init(_ bytes: [UInt8]) {
    guard bytes.count <= 16 << 20 else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    lines = text.split(whereSeparator: \.isNewline).compactMap { Self.line(String($0)) }
  }

  private static func line(_ text: String) -> Line? {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    guard let first = words.first, !first.hasPrefix("#"),
      let type = words.dropFirst().prefix(2).firstIndex(where: { SSHPublicKey.isType($0) }),
      type + 1 < words.count, let key = SSHPublicKey(line: "\(words[type]) \(words[type + 1])")
    else { return nil }
    let options = type == 2 ? words[1] : ""
    guard !options.lowercased().contains("cert-authority") else { return nil }
    let principal = first.replacing("\"", with: "").split(separator: ",").first.map(String.init)
    guard let principal else { return nil }
    return Line(
      principal: principal, options: options, key: key,
      validBefore: value(of: "valid-before", in: options), text: text)
  }

  private static func value(of name: String, in options: String) -> String? {
    guard let range = options.lowercased().firstRange(of: name + "=") else { return nil }
    let digits = options[range.upperBound...].drop { $0 == "\"" }.prefix { $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }

  /// The lines that name a key.
  func lines(of key: SSHPublicKey) -> [Line] { lines.filter { $0.key == key } }
}
