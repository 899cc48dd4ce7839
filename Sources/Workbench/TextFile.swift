import Foundation
import LegalText
import ReviewModel

/// Texts in ordinary files.
public enum TextFile {
  /// Reads a file that lies outside the workbench as a regulation's text.
  /// - Parameter named: the path as the person gave it, for messages.
  /// - Throws: `Failure` when there is no such file or it holds no text.
  public static func draftText(at path: String, named: String) throws -> DraftText {
    let bytes = try bytes(at: path, named: named)
    try check(bytes, path: named)
    return DraftText(
      draft: nil, revision: nil, file: named, document: LegalParser.parse(bytes))
  }

  /// The bytes of an ordinary file.
  static func bytes(at path: String, named: String) throws(Failure) -> [UInt8] {
    // A pipe would otherwise be waited for, and a device never end.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      let code = errno
      guard code != ENOENT, code != ENOTDIR else { throw .fileNotFound(path: named) }
      throw .fileUnreadable(path: named, reason: String(cString: strerror(code)))
    }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: named)
    }
    var bytes: [UInt8] = []
    // One more than it has, so that the end is seen at once; it may grow while it is read.
    var room = max(Int(about.st_size), 0) + 1
    while room > 0 {
      let part = try part(of: file, upTo: room, named)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = part.count < room ? 0 : 1 << 16
    }
    return bytes
  }

  /// The next bytes of an open file: fewer than `count` only at its end.
  private static func part(
    of file: CInt, upTo count: Int, _ name: String
  ) throws(Failure) -> [UInt8] {
    var code: CInt = 0
    let part = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = read(file, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        guard got > 0 else { return }
        filled += got
      }
    }
    guard code == 0 else {
      throw .fileUnreadable(path: name, reason: String(cString: strerror(code)))
    }
    return part
  }

  /// Refuses what is no text: nothing, NUL bytes, bytes that are not UTF-8.
  static func check(_ bytes: [UInt8], path: String) throws(Failure) {
    guard bytes.contains(where: { !Whitespace.isSpace($0) }) else { throw .textEmpty(path: path) }
    let zero = bytes.withUnsafeBytes { all in
      all.baseAddress.flatMap { start in
        memchr(start, 0, all.count).map { start.distance(to: UnsafeRawPointer($0)) }
      }
    }
    if let offset = zero { throw .textHasNUL(path: path, offset: offset) }
    if let offset = UTF8Check.firstInvalidByte(in: bytes) {
      throw .textNotUTF8(path: path, offset: offset)
    }
  }

  /// Writes a file whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw .readOnly(path: path)
    }
  }
}

/// UTF-8 as RFC 3629 has it.
enum UTF8Check {
  /// The offset of the first byte that begins no valid character, nil when all is well.
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      index = PlainRun.end(in: bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let (length, low, high): (Int, UInt8, UInt8)
      switch byte {
      case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
      case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
      case 0xE1...0xEC, 0xEE, 0xEF: (length, low, high) = (3, 0x80, 0xBF)
      case 0xED: (length, low, high) = (3, 0x80, 0x9F)
      case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
      case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
      default: return index
      }
      guard index + length <= bytes.count, (low...high).contains(bytes[index + 1]),
        bytes[(index + 2)..<(index + length)].allSatisfy({ (0x80...0xBF).contains($0) })
      else { return index }
      index += length
    }
    return nil
  }
}
