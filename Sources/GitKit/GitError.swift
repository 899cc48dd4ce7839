import CLibgit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A call of libgit2, or a rule of git checked before one, that failed.
public struct GitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong, in libgit2's terms.
  public enum Code: Sendable, Hashable {
    /// A failure without a code of its own; the class and the message tell more.
    case generic
    /// The object, reference, path or repository does not exist.
    case notFound
    /// Something of that name exists already.
    case exists
    /// More than one object has this prefix.
    case ambiguous
    /// The operation needs a working tree and the repository is bare.
    case bareRepository
    /// HEAD names a branch without commits.
    case unbornBranch
    /// A merge in progress stands in the way.
    case unmerged
    /// A reference would not move forward.
    case nonFastForward
    /// A name, reference or refspec is not well-formed.
    case invalidName
    /// Something in the way: a file where a folder is needed, or the reverse.
    case conflict
    /// A lock file is held; `path` names it where it is known.
    case locked
    /// The reference no longer has the expected value.
    case modified
    /// The input is not valid.
    case invalid
    /// Staged changes stand in the way.
    case uncommitted
    /// The operation is not valid for a folder.
    case directory
    /// An object's content does not match its id.
    case hashMismatch
    /// The index in memory has unsaved changes.
    case indexDirty
    /// The repository belongs to another user of the system.
    case wrongOwner
    /// The object is larger than the caller allows.
    case tooLarge
    /// Any other libgit2 code.
    case other(Int32)

    init(raw: Int32) {
      self = Self.known[raw] ?? .other(raw)
    }

    private static let known: [Int32: Code] = [
      GIT_ERROR.rawValue: .generic, GIT_ENOTFOUND.rawValue: .notFound,
      GIT_EEXISTS.rawValue: .exists, GIT_EAMBIGUOUS.rawValue: .ambiguous,
      GIT_EBAREREPO.rawValue: .bareRepository, GIT_EUNBORNBRANCH.rawValue: .unbornBranch,
      GIT_EUNMERGED.rawValue: .unmerged, GIT_ENONFASTFORWARD.rawValue: .nonFastForward,
      GIT_EINVALIDSPEC.rawValue: .invalidName, GIT_ECONFLICT.rawValue: .conflict,
      GIT_ELOCKED.rawValue: .locked, GIT_EMODIFIED.rawValue: .modified,
      GIT_EINVALID.rawValue: .invalid, GIT_EUNCOMMITTED.rawValue: .uncommitted,
      GIT_EDIRECTORY.rawValue: .directory, GIT_EMISMATCH.rawValue: .hashMismatch,
      GIT_EINDEXDIRTY.rawValue: .indexDirty, GIT_EOWNER.rawValue: .wrongOwner,
    ]
  }

  /// The function that failed: of libgit2, of the system, or of GitKit itself.
  public let call: String
  /// What went wrong.
  public let code: Code
  /// libgit2's class of the error (`git_error_t`), 0 when there is none.
  public let errorClass: Int32
  /// libgit2's own sentence, for logs; never to be matched on.
  public let message: String
  /// The file the failure is about, where it is known: of a lock, the lock file.
  public let path: String?

  init(
    _ call: String, _ code: Code, _ message: String, errorClass: Int32 = 0, path: String? = nil
  ) {
    self.call = call
    self.code = code
    self.errorClass = errorClass
    self.message = message
    self.path = path
  }

  /// The call, the code and libgit2's message in one line, for logs.
  public var description: String { "\(call): \(code): \(message)" }

  func with(path: String) -> GitError {
    GitError(call, code, message, errorClass: errorClass, path: path)
  }
}

/// Throws what libgit2 says of the call just made, when it failed.
///
/// It must directly follow the call: the library's last error belongs to the thread and to the
/// last call.
@discardableResult
func check(_ call: String, _ result: Int32) throws(GitError) -> Int32 {
  guard result < 0 else { return result }
  let last = git_error_last()
  let message = last.flatMap { $0.pointee.message }.map { String(cString: $0) } ?? ""
  let errorClass = last.map { $0.pointee.klass } ?? 0
  throw GitError(call, GitError.Code(raw: result), message, errorClass: errorClass)
}

/// The error of a system call that has just set `errno`.
func systemError(_ call: String, path: String, number: Int32) -> GitError {
  let message = strerror(number).map { String(cString: $0) } ?? "error \(number)"
  let code: GitError.Code =
    switch number {
    case ENOENT: .notFound
    case EEXIST: .exists
    case EISDIR: .directory
    default: .generic
    }
  return GitError(call, code, message, path: path)
}

/// A string with a NUL would reach C cut short, and mean something else there.
func requireNoNul(_ strings: String...) throws(GitError) {
  for string in strings where string.utf8.contains(0) {
    throw GitError("GitKit", .invalidName, "a name or path contains a NUL byte")
  }
}

/// The C string as text, invalid UTF-8 repaired; empty for a null pointer.
func text(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}
