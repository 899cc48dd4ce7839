import Foundation
import GitKit
import ReviewModel
import Synchronization

/// A workbench: a git repository with a `Drafts` folder. One method for each intent of a user.
public final class Workbench: Sendable {
  let repository: GitRepository
  let environment: WorkbenchEnvironment
  /// The folder of the working text, without a slash at the end; nil in a bare repository.
  let root: String?
  /// The name of the folder of drafts, in the case in which it stands there.
  let draftsFolder: String
  /// The index, once it was opened.
  let openedIndex = Mutex<ReviewIndex?>(nil)
  /// The register of signers, once it was asked for.
  private let foundRegistry = Mutex<Registry??>(nil)

  init(_ repository: GitRepository, environment: WorkbenchEnvironment) throws {
    self.repository = repository
    self.environment = environment
    root = repository.workFolder.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    draftsFolder = try Self.draftsFolder(in: repository, root: root) ?? Self.standardDraftsFolder
  }

  static let standardDraftsFolder = "Drafts"

  /// Makes ready what every repository needs, which takes some milliseconds; not needed before
  /// `open`, which does it too.
  public static func prepare() { GitRepository.prepare() }

  /// Opens the workbench that holds a folder.
  /// - Parameter needsDrafts: whether a repository without a `Drafts` folder is refused.
  /// - Throws: `Failure.notARepository`, `Failure.notAWorkbench`.
  public static func open(
    from folder: String, needsDrafts: Bool = true, environment: WorkbenchEnvironment
  ) throws -> Workbench {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw Failure.fileNotFound(path: folder)
    }
    guard isFolder.boolValue else { throw Failure.notAFolder(path: folder) }
    let repository: GitRepository
    do {
      repository = try GitRepository.discover(
        from: folder, configuration: environment.gitConfiguration)
    } catch {
      throw error.code == .notFound ? Failure.notARepository(path: folder) : Failure(error)
    }
    let workbench = try Workbench(repository, environment: environment)
    if needsDrafts, try draftsFolder(in: repository, root: workbench.root) == nil {
      throw Failure.notAWorkbench(path: workbench.root ?? repository.gitFolder)
    }
    return workbench
  }

  /// The name of the folder of drafts in the working text, else in the last commit; in any case of
  /// letters.
  private static func draftsFolder(in repository: GitRepository, root: String?) throws -> String? {
    var names: [String] = []
    if let root {
      names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    }
    if let name = matching(names) { return name }
    guard let head = try git({ () throws(GitError) in try repository.head().commit }) else {
      return nil
    }
    return try git { () throws(GitError) in
      try matching(repository.tree(repository.commit(head).tree).map(\.name))
    }
  }

  private static func matching(_ names: [String]) -> String? {
    if names.contains(standardDraftsFolder) { return standardDraftsFolder }
    return names.sorted().first { $0.lowercased() == standardDraftsFolder.lowercased() }
  }

  /// The register of signers in force on this branch; nil where there is none.
  func registry() throws -> Registry? {
    if let known = foundRegistry.withLock({ $0 }) { return known }
    let found = try headCommit().flatMap {
      try RegistryFinder(repository: repository, environment: environment.variables).registry(
        at: $0)
    }
    foundRegistry.withLock { $0 = .some(found) }
    return found
  }

  /// Forgets the register found, after a command has changed it.
  func forgetRegistry() { foundRegistry.withLock { $0 = nil } }

  /// The working folder, for what writes to it.
  func workFolder() throws(Failure) -> String {
    guard let root else { throw .bareRepository(path: repository.gitFolder) }
    return root
  }

  /// The last commit of the branch, nil before the first.
  func headCommit() throws(Failure) -> ObjectID? {
    try git { () throws(GitError) in try repository.head().commit }
  }

  /// The author and committer of what is recorded now.
  func signatures() throws -> (author: Signature, committer: Signature) {
    let (author, committer) = try git { () throws(GitError) in
      (
        try repository.identity(.author, environment: environment.variables),
        try repository.identity(.committer, environment: environment.variables)
      )
    }
    guard let author, let committer else { throw Failure.userNameMissing }
    let now = Int64(environment.now().seconds)
    return (
      author.signature(seconds: now, offsetMinutes: environment.offsetMinutes),
      committer.signature(seconds: now, offsetMinutes: environment.offsetMinutes)
    )
  }
}
