import Foundation
import GitKit
import ReviewModel

extension Workbench {
  /// Makes a workbench.
  /// - Parameters:
  ///   - path: the folder, made when it is not there; a repository in it is kept.
  ///   - drafts: a folder of drafts: each `KEY/riwayat/*` in the order of names and then
  ///     `KEY/naskah.txt` becomes a revision.
  ///   - seeds: a folder of seeds, from which `register/*.yml` is made.
  /// - Throws: before anything is written when a file cannot be read.
  public static func create(
    at path: String, drafts: String?, seeds: String?, environment: WorkbenchEnvironment
  ) throws -> Workbench {
    let imported = try drafts.map(ImportedDraft.all) ?? []
    let register = try seeds.map(RegisterFiles.made) ?? []
    let made = firstMissingFolder(of: path)
    let (repository, isFresh) = try openOrCreate(at: path, environment)
    do {
      let workbench = try Workbench(repository, environment: environment)
      try workbench.fill(imported, register: register)
      try workbench.configureExchange()
      return workbench
    } catch {
      if isFresh { try? FileManager.default.removeItem(atPath: made ?? path + "/.git") }
      throw error
    }
  }

  /// The uppermost folder that has to be made for a path; nil when all are there.
  private static func firstMissingFolder(of path: String) -> String? {
    var missing: String?
    var folder = URL(fileURLWithPath: path).standardizedFileURL
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
      missing = folder.path
      folder.deleteLastPathComponent()
    }
    return missing
  }

  private static func openOrCreate(
    at path: String, _ environment: WorkbenchEnvironment
  ) throws -> (repository: GitRepository, isFresh: Bool) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      throw Failure.notAFolder(path: path)
    }
    do {
      let repository = try GitRepository.open(
        at: path, configuration: environment.gitConfiguration)
      let workbench = try Workbench(repository, environment: environment)
      guard try workbench.draftFolders().isEmpty else {
        throw Failure.alreadyAWorkbench(path: path)
      }
      return (repository, false)
    } catch let error as GitError where error.code == .notFound {
      do {
        return (
          try GitRepository.create(
            at: path, initialBranch: "main", configuration: environment.gitConfiguration), true
        )
      } catch {
        throw error.code == .generic ? Failure.readOnly(path: path) : Failure(error)
      }
    }
  }

  /// Writes the imported files and their history.
  private func fill(
    _ drafts: [ImportedDraft], register: [(name: String, text: String)]
  ) throws {
    let root = try workFolder()
    if !drafts.isEmpty || !register.isEmpty {
      let branch = try savingBranch()
      let signatures = try signatures()
      var commits: [(files: [SavedFile], message: String, author: Signature)] = []
      if !register.isEmpty {
        commits.append(
          (
            register.map {
              SavedFile(path: "\(RegisterFiles.folder)/\($0.name)", bytes: Array($0.text.utf8))
            }, "Register dari bibit\n", signatures.author
          ))
      }
      for draft in drafts {
        commits += draft.commits(in: draftsFolder, author: signatures.author)
      }
      let written = try write(Self.lastState(commits), below: root)
      do {
        try record(commits, on: branch, committer: signatures.committer)
      } catch {
        for path in written { try? FileManager.default.removeItem(atPath: path) }
        throw error
      }
    }
    try? FileManager.default.createDirectory(
      atPath: "\(root)/\(draftsFolder)", withIntermediateDirectories: true)
  }

  /// Writes files where there are none; a person's own are never written over.
  /// - Returns: the paths of those written.
  private func write(_ files: [SavedFile], below root: String) throws -> [String] {
    let missing = files.filter { !FileManager.default.fileExists(atPath: "\(root)/\($0.path)") }
    for file in files where !missing.contains(where: { $0.path == file.path }) {
      let present = try TextFile.bytes(at: "\(root)/\(file.path)", named: file.path)
      guard present == file.bytes else { throw Failure.alreadyAWorkbench(path: root) }
    }
    return try missing.compactMap { file in
      guard let bytes = file.bytes else { return nil }
      try TextFile.write(bytes, to: "\(root)/\(file.path)")
      return "\(root)/\(file.path)"
    }
  }

  private static func lastState(
    _ commits: [(files: [SavedFile], message: String, author: Signature)]
  ) -> [SavedFile] {
    var last: [String: SavedFile] = [:]
    for file in commits.flatMap(\.files) { last[file.path] = file }
    return last.values.sorted { $0.path < $1.path }
  }

  /// Writes the refspecs of the review log for every remote (`docs/format.md`, exchange), so that
  /// plain `git push` and `git fetch` carry it.
  func configureExchange() throws {
    try git { () throws(GitError) in
      for remote in try repository.remotes() {
        let fetch = "+refs/naskah/*:refs/naskah-seen/\(remote.name)/*"
        if !remote.fetchRefspecs.contains(fetch) {
          try repository.addConfig("remote.\(remote.name).fetch", value: fetch)
        }
        guard !remote.pushRefspecs.contains(where: { $0.hasPrefix("refs/naskah/") }) else {
          continue
        }
        // A configured push refspec replaces git's default, which is the current branch.
        if remote.pushRefspecs.isEmpty {
          try repository.addConfig("remote.\(remote.name).push", value: "HEAD")
        }
        try repository.addConfig(
          "remote.\(remote.name).push", value: "refs/naskah/*:refs/naskah/*")
      }
    }
  }
}

/// A draft in a folder of drafts, with the texts of its earlier revisions.
struct ImportedDraft {
  let key: DraftKey
  let info: DraftInfo
  let revisions: [(message: String, date: CalendarDate?, text: [UInt8])]
  /// The other files of the draft: annexes.
  let others: [(name: String, bytes: [UInt8])]

  /// Reads all drafts of a folder, by key; a folder whose name is no key is refused.
  static func all(in folder: String) throws -> [ImportedDraft] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Failure.notAFolder(path: folder)
    }
    return try names.sorted().compactMap { name in
      let path = "\(folder)/\(name)"
      guard
        ["naskah.txt", "draft.yml", "riwayat"].contains(where: {
          FileManager.default.fileExists(atPath: "\(path)/\($0)")
        })
      else { return nil }
      guard let key = DraftKey(name) else { throw Failure.draftKeyInvalid(name) }
      return try ImportedDraft(key: key, path: path)
    }
  }

  private init(key: DraftKey, path: String) throws {
    self.key = key
    let infoPath = path + "/draft.yml"
    let file =
      FileManager.default.fileExists(atPath: infoPath)
      ? try DraftFile.read(TextFile.bytes(at: infoPath, named: infoPath), path: infoPath)
      : DraftFile(info: DraftInfo(title: key.description), revisions: [])
    info = file.info
    let earlier = ((try? FileManager.default.contentsOfDirectory(atPath: path + "/riwayat")) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted().map { "riwayat/" + $0 }
    let hasText = FileManager.default.fileExists(atPath: path + "/naskah.txt")
    revisions = try (earlier + (hasText ? ["naskah.txt"] : [])).map { name in
      let bytes = try TextFile.bytes(at: "\(path)/\(name)", named: "\(path)/\(name)")
      try TextFile.check(bytes, path: "\(path)/\(name)")
      let described = file.revisions.first {
        $0.file == name || "riwayat/" + $0.file == name
      }
      return (
        described?.message ?? String(name.split(separator: "/").last ?? ""),
        described?.date.flatMap { CalendarDate(written: $0) }, bytes
      )
    }
    let annexes = path + "/lampiran"
    others = try ((try? FileManager.default.contentsOfDirectory(atPath: annexes)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted().map { name in
        (
          "lampiran/" + name,
          try TextFile.bytes(at: "\(annexes)/\(name)", named: "\(annexes)/\(name)")
        )
      }
  }

  /// One commit a revision; the first brings `draft.yml`, the last the annexes.
  func commits(
    in folder: String, author: Signature
  ) -> [(files: [Workbench.SavedFile], message: String, author: Signature)] {
    let base = "\(folder)/\(key)"
    return revisions.enumerated().map { index, revision in
      var files = [Workbench.SavedFile(path: base + "/naskah.txt", bytes: revision.text)]
      if index == 0, let text = try? DraftFile.text(info) {
        files.append(Workbench.SavedFile(path: base + "/draft.yml", bytes: Array(text.utf8)))
      }
      if index == revisions.count - 1 {
        files += others.map { Workbench.SavedFile(path: "\(base)/\($0.name)", bytes: $0.bytes) }
      }
      // A date without a time is taken as office hours of that day.
      let seconds = revision.date.map {
        Int64($0.daysSinceEpoch * 86_400 + 9 * 3600 - author.offsetMinutes * 60)
      }
      return (
        files,
        RevisionMessage(text: revision.message, drafts: [key], resolves: []).formatted,
        Signature(
          name: author.name, email: author.email, seconds: seconds ?? author.seconds,
          offsetMinutes: author.offsetMinutes)
      )
    }
  }
}
