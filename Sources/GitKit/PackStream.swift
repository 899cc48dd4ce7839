import CLibgit2
import Foundation
import Synchronization

/// A pack that is compressed beside the work that makes its objects: an import of any length holds
/// a few of them in memory.
final class PackStream: Sendable {
  private struct State: ~Copyable {
    var file: PackFile?
    var failure: GitError?
  }

  private let state: Mutex<State>
  private let worker = DispatchQueue(label: "naskah.pack")
  /// How many objects may wait.
  private let places = DispatchSemaphore(value: 4)

  /// Begins a pack in a folder.
  init(in folder: String) throws(GitError) {
    state = Mutex(State(file: try PackFile(in: folder)))
  }

  /// Gives up what is under way.
  func abandon() {
    worker.sync {}
    state.withLock { $0.file = nil }
  }

  /// Adds an object; a failure to write it is told by `finish`.
  func append(_ id: ObjectID, _ kind: ObjectKind, _ bytes: [UInt8]) {
    places.wait()
    worker.async { [self] in
      defer { places.signal() }
      do throws(GitError) {
        let object = try PackedObject(id, kind, bytes)
        try state.withLock { state throws(GitError) in
          guard state.failure == nil else { return }
          try state.file?.append(object)
        }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
  }

  /// Ends the pack and its index, both synced to disk, under the name that is given back.
  func finish() throws(GitError) -> String {
    worker.sync {}
    return try state.withLock { state throws(GitError) in
      if let failure = state.failure { throw failure }
      guard let name = try state.file?.finish() else {
        throw GitError("GitKit.pack", .invalid, "this pack was given up")
      }
      return name
    }
  }
}
