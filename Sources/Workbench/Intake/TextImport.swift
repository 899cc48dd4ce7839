import Foundation
import LegalText
import ReviewModel

/// A text to bring in.
public struct TextImportRequest: Sendable {
  /// The file, absolute.
  public var path: String
  /// The file as the person named it.
  public var name: String
  /// The folders in which programs are looked for, parted by colons.
  public var searchPath: String

  /// Makes a request.
  public init(path: String, name: String, searchPath: String) {
    self.path = path
    self.name = name
    self.searchPath = searchPath
  }
}

extension TextFile {
  /// Reads a file of any kind that offices have as a canonical text: text, Markdown, DOCX, PDF.
  /// - Throws: `Failure` when there is no such file or it holds no text that can be read.
  public static func imported(_ request: TextImportRequest) throws -> TextImportReport {
    let bytes = try bytes(at: request.path, named: request.name)
    return try imported(bytes, request)
  }

  static func imported(_ bytes: [UInt8], _ request: TextImportRequest) throws -> TextImportReport {
    var notes = DocumentNotes()
    let text: [UInt8]
    switch SourceKind(bytes) {
    case .word:
      let document = try WordDocument.read(path: request.path, named: request.name)
      (text, notes) = (Array(document.text.utf8), document.notes)
    case .pdf:
      text = try PDFText.read(
        path: request.path, named: request.name, searchPath: request.searchPath)
    case .text: text = bytes
    case .unknown:
      throw Failure.documentUnreadable(path: request.name, problem: .unknownKind)
    }
    guard text.contains(where: { !Whitespace.isSpace($0) }) else {
      throw Failure.textEmpty(path: request.name)
    }
    let result = TextImporter.importing(text)
    return TextImportReport(
      source: request.name, result: result, documentNotes: notes, pasal: result.pasal)
  }
}

extension Workbench {
  /// Makes the text of a file a draft's working text, and keeps the file under `sumber/`.
  /// - Throws: `Failure.unsavedChanges` rather than lose what was not saved,
  ///   `Failure.importNeedsDraft`.
  public func importText(
    _ request: TextImportRequest, into key: DraftKey
  ) throws -> TextImportReport {
    let root = try workFolder()
    guard try hasDraft(key) else { throw Failure.importNeedsDraft(key: key.description) }
    let folder = try draftFolder(key)
    let changed = try changedFiles(of: [folder])[key] ?? []
    if changed.contains(where: { $0.path == folder.textPath }) {
      throw Failure.unsavedChanges(draft: key.description)
    }
    let bytes = try TextFile.bytes(at: request.path, named: request.name)
    var report = try TextFile.imported(bytes, request)
    let target = "\(root)/\(folder.textPath)"
    if FileManager.default.fileExists(atPath: target),
      try TextFile.bytes(at: target, named: folder.textPath) == report.result.text
    {
      report.isChanged = false
    }
    report.source = request.name
    report.draft = key
    report.path = folder.textPath
    report.kept = try keep(bytes, of: request, in: folder)
    if report.isChanged { try TextFile.write(report.result.text, to: target) }
    return report
  }

  /// Puts the source beside the draft, under a name that nothing else has.
  private func keep(
    _ bytes: [UInt8], of request: TextImportRequest, in folder: DraftFolder
  ) throws -> String {
    let name = (request.path as NSString).lastPathComponent
    let base = (name as NSString).deletingPathExtension
    let suffix = (name as NSString).pathExtension
    var number = 1
    while true {
      let other = number == 1 ? name : "\(base)-\(number)" + (suffix.isEmpty ? "" : ".\(suffix)")
      let path = "\(folder.path)/sumber/\(other)"
      let full = try "\(workFolder())/\(path)"
      guard FileManager.default.fileExists(atPath: full) else {
        try TextFile.write(bytes, to: full)
        return path
      }
      if try TextFile.bytes(at: full, named: path) == bytes { return path }
      number += 1
    }
  }
}

/// What a file is, by its first bytes.
enum SourceKind {
  case text, word, pdf, unknown

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .word
    } else if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || bytes.starts(with: Array("{\\rtf".utf8))
      || Self.isBinary(bytes)
    {
      self = .unknown
    } else {
      self = .text
    }
  }

  /// Whether control characters that no text has are among the first bytes; UTF-16 has zeros.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    let sample = bytes.prefix(4096)
    let zeros = sample.count { $0 == 0 }
    let others = sample.count { $0 < 0x20 && $0 != 0 && !(0x09...0x0D).contains($0) }
    let isWide = zeros * 10 > sample.count * 4 && zeros * 10 < sample.count * 6
    return (others * 50 > sample.count) || (zeros > 0 && !isWide)
  }
}
