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
  static func bytes(at path: String, named: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure.fileNotFound(path: named)
    }
    // A link may lead to a pipe or a device, which would never end.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type =
      try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
    guard !isFolder.boolValue, type == .typeRegular else {
      throw Failure.notAFile(path: named)
    }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Failure.fileUnreadable(path: named, reason: error.localizedDescription)
    }
  }

  /// Refuses what is no text: nothing, NUL bytes, bytes that are not UTF-8.
  static func check(_ bytes: [UInt8], path: String) throws(Failure) {
    guard bytes.contains(where: { !Whitespace.isSpace($0) }) else { throw .textEmpty(path: path) }
    if let offset = bytes.firstIndex(of: 0) { throw .textHasNUL(path: path, offset: offset) }
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
