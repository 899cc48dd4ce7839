import Foundation
import GitKit
import ReviewModel
import Yams

/// Where the files of a draft stand.
struct DraftFolder: Sendable {
  let key: DraftKey
  /// The folder, from the repository's root, as `Drafts/pekat`.
  let path: String

  var textPath: String { path + "/naskah.txt" }
  var infoPath: String { path + "/draft.yml" }

  /// Whether a file below the folder belongs to the draft: an editor's backup copy does not.
  func holds(_ file: String) -> Bool {
    guard file.hasPrefix(path + "/") else { return false }
    let name = file.dropFirst(path.count + 1)
    return name == "naskah.txt" || name == "draft.yml"
      || ["lampiran/", "sumber/", "riwayat/"].contains { name.hasPrefix($0) }
  }
}

extension Workbench {
  /// The folders of all drafts, by key: of the working text, in a bare repository of the last
  /// commit.
  func draftFolders() throws -> [DraftFolder] {
    let names: [String]
    if let root {
      let base = "\(root)/\(draftsFolder)"
      names = ((try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []).filter { name in
        ["naskah.txt", "draft.yml"].contains {
          FileManager.default.fileExists(atPath: "\(base)/\(name)/\($0)")
        }
      }
    } else if let head = try headCommit() {
      names = try git { () throws(GitError) in
        let tree = try repository.commit(head).tree
        guard let entry = try repository.entry(at: draftsFolder, in: tree), entry.mode == .tree
        else { return [] }
        return try repository.tree(entry.id).filter { $0.mode == .tree }.map(\.name)
      }
    } else {
      names = []
    }
    var folders: [DraftKey: DraftFolder] = [:]
    for name in names.sorted() {
      guard let key = DraftKey(name), folders[key] == nil || name == key.description else {
        continue
      }
      folders[key] = DraftFolder(key: key, path: "\(draftsFolder)/\(name)")
    }
    return folders.values.sorted { $0.key < $1.key }
  }

  /// The folder of one draft.
  /// - Throws: `Failure.draftNotFound`, naming those that there are.
  func draftFolder(_ key: DraftKey) throws -> DraftFolder {
    let folders = try draftFolders()
    guard let folder = folders.first(where: { $0.key == key }) else {
      throw Failure.draftNotFound(
        key: key.description, existing: folders.map(\.key.description))
    }
    return folder
  }

  /// Whether there is a draft of that key.
  public func hasDraft(_ key: DraftKey) throws -> Bool {
    try draftFolders().contains { $0.key == key }
  }

  /// What a draft's `draft.yml` says; without one, its key is its title.
  func info(of folder: DraftFolder) throws -> DraftInfo {
    let bytes: [UInt8]?
    if let root {
      let path = "\(root)/\(folder.infoPath)"
      bytes =
        FileManager.default.fileExists(atPath: path)
        ? try TextFile.bytes(at: path, named: folder.infoPath) : nil
    } else if let head = try headCommit() {
      bytes = try file(folder.infoPath, at: head)
    } else {
      bytes = nil
    }
    guard let bytes else { return DraftInfo(title: folder.key.description) }
    return try DraftFile.read(bytes, path: folder.infoPath).info
  }

  /// The bytes of a file in a commit, nil when it is not there.
  func file(_ path: String, at commit: ObjectID) throws -> [UInt8]? {
    try git { () throws(GitError) in
      guard let entry = try repository.entry(at: path, in: repository.commit(commit).tree),
        entry.kind == .blob
      else { return nil }
      return try repository.blob(entry.id)
    }
  }
}

/// `draft.yml` as a file: what it says of the draft, and of the files of its history.
struct DraftFile: Sendable {
  var info: DraftInfo
  var revisions: [Earlier]

  /// A file of the draft's history, with the revision that it becomes.
  struct Earlier: Sendable, Decodable {
    var file: String
    var message: String?
    var date: String?
  }

  private struct History: Decodable { var revisions: [Earlier]? }

  /// Reads the file.
  static func read(_ bytes: [UInt8], path: String) throws -> DraftFile {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let decoder = YAMLDecoder()
      return DraftFile(
        info: try decoder.decode(DraftInfo.self, from: text),
        revisions: try decoder.decode(History.self, from: text).revisions ?? [])
    } catch {
      throw Failure.draftInfoUnreadable(path: path, reason: YAMLProblem.sentence(error))
    }
  }

  /// The file's text, without the history.
  static func text(_ info: DraftInfo) throws -> String {
    let encoder = YAMLEncoder()
    encoder.options.allowUnicode = true
    encoder.options.width = -1
    return try encoder.encode(info)
  }
}

/// What is wrong with a YAML file, in one line.
enum YAMLProblem {
  static func sentence(_ error: any Error) -> String {
    switch error {
    case let DecodingError.keyNotFound(key, _): "\(key.stringValue):"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.map(\.stringValue).joined(separator: ".") + ": "
        + context.debugDescription.split(separator: "\n").joined(separator: " ")
    default: String(describing: error).split(separator: "\n").joined(separator: " ")
    }
  }
}
