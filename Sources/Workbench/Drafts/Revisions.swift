import GitKit
import LegalText
import ReviewModel

extension Workbench {
  /// The revisions of a draft, oldest first, so that the number is the position plus one.
  func revisions(of folder: DraftFolder) throws -> [Revision] {
    guard let head = try headCommit() else { return [] }
    let commits = try git { () throws(GitError) in
      try repository.history(from: head, path: folder.path, traversal: .firstParent).next(.max)
    }
    return commits.reversed().enumerated().map { Self.revision($1, number: $0 + 1) }
  }

  /// A commit as a revision; number 0 where it is not on the published line.
  static func revision(_ commit: Commit, number: Int) -> Revision {
    let message = RevisionMessage(parsing: commit.message)
    return Revision(
      number: number, commit: commit.id.description,
      time: Timestamp(seconds: Int(commit.author.seconds)),
      offsetMinutes: commit.author.offsetMinutes, author: commit.author.name,
      message: message.text, resolves: message.resolves)
  }

  /// The revision that a selector means; the newest one for the working text.
  /// - Throws: `Failure.revisionNotFound`, `.revisionAmbiguous`, `.noRevisionYet`.
  func revision(
    _ selector: RevisionSelector, of draft: DraftKey, among revisions: [Revision]
  ) throws(Failure) -> Revision {
    guard let latest = revisions.last else { throw .noRevisionYet(draft: draft.description) }
    switch selector {
    case .working, .latest: return latest
    case .number(let number):
      if revisions.indices.contains(number - 1) { return revisions[number - 1] }
      let digits = String(number)
      if digits.count >= 4, let found = try? revision(.commit(digits), of: draft, among: revisions)
      {
        return found
      }
    case .commit(let prefix):
      let found = revisions.filter { $0.commit.hasPrefix(prefix) }
      if found.count > 1 {
        throw .revisionAmbiguous(
          draft: draft.description, prefix: prefix,
          candidates: found.map { String($0.commit.prefix(12)) })
      }
      if let revision = found.first { return revision }
    case .name:
      throw .addressNotUnderstood(
        RevisionAddress(draft: draft, selector: selector).description)
    }
    throw .revisionNotFound(
      draft: draft.description, asked: selector.description, latest: latest.number)
  }

  /// The revision at an address.
  func revision(_ address: RevisionAddress) throws -> Revision {
    let folder = try draftFolder(address.draft)
    return try revision(
      address.selector, of: address.draft, among: revisions(of: folder))
  }

  /// The id of the text's blob in a revision; nil when it had no text.
  func textBlob(of folder: DraftFolder, at revision: Revision) throws -> ObjectID? {
    guard let commit = ObjectID(revision.commit) else { return nil }
    return try git { () throws(GitError) in
      try repository.entry(at: folder.textPath, in: repository.commit(commit).tree)?.id
    }
  }

  /// The text of a revision.
  func text(of folder: DraftFolder, at revision: Revision) throws -> DraftText {
    guard let blob = try textBlob(of: folder, at: revision) else {
      throw Failure.noText(draft: "\(folder.key) \(revision.label)", path: folder.textPath)
    }
    let bytes = try git { () throws(GitError) in try repository.blob(blob) }
    return DraftText(
      draft: folder.key, revision: revision, document: LegalParser.parse(bytes))
  }

  /// The working text, whether saved or not.
  func workingText(of folder: DraftFolder) throws -> DraftText {
    let bytes = try workingBytes(of: folder)
    try TextFile.check(bytes, path: folder.textPath)
    return DraftText(draft: folder.key, revision: nil, document: LegalParser.parse(bytes))
  }

  func workingBytes(of folder: DraftFolder) throws -> [UInt8] {
    let path = try "\(workFolder())/\(folder.textPath)"
    do {
      return try TextFile.bytes(at: path, named: folder.textPath)
    } catch Failure.fileNotFound {
      throw Failure.noText(draft: folder.key.description, path: folder.textPath)
    }
  }

  /// The text at an address; in a bare repository the last revision stands for the working text.
  public func text(at address: RevisionAddress) throws -> DraftText {
    let folder = try draftFolder(address.draft)
    if address.selector == .working, root != nil { return try workingText(of: folder) }
    return try text(of: folder, at: anyRevision(address, of: folder))
  }

  /// The text at an address with the index of a unit in it, nil for the whole.
  /// - Parameter unit: as a lawyer writes it, or in the stable form.
  public func text(
    at address: RevisionAddress, unit: String?
  ) throws -> (text: DraftText, unit: Int?) {
    let text = try text(at: address)
    return (text, try unit.map { try UnitLookup.index(of: $0, in: text) })
  }
}

/// Finding the unit that a person names.
enum UnitLookup {
  /// The index of a unit in a text.
  /// - Throws: `Failure.unitNotUnderstood`, `Failure.unitNotFound`.
  static func index(of name: String, in text: DraftText) throws(Failure) -> Int {
    let document = text.document
    if let index = document.index(ofAddress: name) { return index }
    guard let address = UnitAddress.parse(name) else { throw .unitNotUnderstood(name) }
    switch document.resolve(address) {
    case .unit(let index): return index
    case .absent(let ancestor, _, let children):
      throw .unitNotFound(
        asked: address, text: TextName.of(text),
        parent: ancestor.map { document.units[$0].address },
        present: children.map { document.units[$0].address })
    }
  }
}

/// What a text is called in messages: `pekat r3`, `pekat`, or a file's name.
enum TextName {
  static func of(_ text: DraftText) -> String {
    guard let draft = text.draft else { return text.file ?? "" }
    return text.revision.map { "\(draft) \($0.label)" } ?? draft.description
  }
}
