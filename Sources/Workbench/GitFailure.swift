import GitKit
import ReviewModel

extension Failure {
  /// What a failure of git means to a person; those without words of their own are kept whole.
  init(_ error: GitError) {
    self =
      switch error.code {
      case .locked: .locked(path: error.path ?? error.message)
      case .wrongOwner: .fileUnreadable(path: error.path ?? "", reason: error.message)
      default: .git(call: error.call, code: Int(error.errorClass), message: error.message)
      }
  }
}

/// Runs calls of git, whose failures become a person's.
func git<Result: ~Copyable>(_ body: () throws(GitError) -> Result) throws(Failure) -> Result {
  do {
    return try body()
  } catch {
    throw Failure(error)
  }
}
