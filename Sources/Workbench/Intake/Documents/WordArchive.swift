import CLibzip
import ReviewModel

/// The container of a DOCX file. Parts are only read, by name and piece by piece; nothing is ever
/// unpacked to disk, so the paths that the container names do not matter.
final class WordArchive {
  /// The largest part that is read; the size that the container claims is not trusted.
  static let largestPart = 64 << 20
  private static let mostEntries = 10_000

  private let zip: ZipLibrary
  private let archive: ZipLibrary.Archive
  private let name: String

  /// Opens the file at `path`.
  /// - Throws: `Failure.documentUnreadable`, `Failure.toolMissing`.
  init(path: String, named name: String) throws {
    let zip = try ZipLibrary.library()
    var code: Int32 = 0
    guard let archive = zip.open(path, ZIP_RDONLY, &code) else {
      throw Failure.documentUnreadable(path: name, problem: .damaged)
    }
    guard zip.entryCount(archive, 0) <= Self.mostEntries else {
      zip.discard(archive)
      throw Failure.documentUnreadable(path: name, problem: .tooLarge)
    }
    self.zip = zip
    self.archive = archive
    self.name = name
  }

  deinit { zip.discard(archive) }

  /// Whether there is a part of that name.
  func has(_ part: String) -> Bool { zip.locate(archive, part, 0) >= 0 }

  /// How many parts have names that begin so.
  func count(prefix: String) -> Int {
    (0..<max(zip.entryCount(archive, 0), 0)).count { index in
      zip.entryName(archive, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW)).map {
        String(cString: $0).hasPrefix(prefix)
      } ?? false
    }
  }

  /// Reads a part into `handler`.
  /// - Returns: whether the part is there.
  /// - Throws: `Failure.documentUnreadable` for what is damaged, too large, or no harmless XML.
  @discardableResult
  func read(_ part: String, into handler: any XMLHandler) throws -> Bool {
    let index = zip.locate(archive, part, 0)
    guard index >= 0 else { return false }
    guard let file = zip.openEntry(archive, zip_uint64_t(index), 0) else {
      throw Failure.documentUnreadable(path: name, problem: encryptionProblem())
    }
    defer { _ = zip.close(file) }
    do {
      let scanner = try XMLScanner(handler)
      var total = 0
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = buffer.withUnsafeMutableBytes {
          zip.read(file, $0.baseAddress, zip_uint64_t($0.count))
        }
        guard count >= 0 else { throw XMLScanner.Problem.malformed }
        total += Int(count)
        guard total <= Self.largestPart else {
          throw Failure.documentUnreadable(path: name, problem: .tooLarge)
        }
        try buffer.withUnsafeBytes {
          try scanner.read(
            UnsafeRawBufferPointer(rebasing: $0.prefix(Int(count))), isLast: count == 0)
        }
        if count == 0 { return true }
      }
    } catch let problem as XMLScanner.Problem {
      throw Failure.documentUnreadable(path: name, problem: Self.problem(problem))
    }
  }

  private func encryptionProblem() -> DocumentProblem {
    guard let error = zip.error(archive) else { return .damaged }
    return zip.errorCode(error) == ZIP_ER_NOPASSWD ? .encrypted : .damaged
  }

  private static func problem(_ problem: XMLScanner.Problem) -> DocumentProblem {
    switch problem {
    case .malformed: .damaged
    case .tooDeep, .documentType: .hostile
    }
  }
}
