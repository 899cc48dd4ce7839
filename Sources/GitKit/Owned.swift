import CLibgit2

/// A kind of libgit2 object, and how one is freed.
protocol LibgitObject {
  static func free(_ pointer: OpaquePointer)
}

/// The only owner of one libgit2 object, which it frees.
///
/// The pointer is reached through `use`, so that the object outlives every call made on it. The
/// type is sendable because nothing else holds the pointer: whoever has the owner has the object.
struct Owned<Kind: LibgitObject>: ~Copyable, @unchecked Sendable {
  private let pointer: OpaquePointer

  /// Takes over the object that `body`, a call of the libgit2 function named `call`, hands out.
  init(_ call: String, _ body: (inout OpaquePointer?) -> Int32) throws(GitError) {
    var result: OpaquePointer?
    try check(call, body(&result))
    guard let result else { throw GitError(call, .generic, "no object was returned") }
    pointer = result
  }

  deinit { Kind.free(pointer) }

  borrowing func use<Result>(
    _ body: (OpaquePointer) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    try body(pointer)
  }
}

enum RepositoryObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_repository_free(pointer) }
}

enum DatabaseObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_odb_free(pointer) }
}

enum StoredObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_odb_object_free(pointer) }
}

enum TreeObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_tree_free(pointer) }
}

enum CommitObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_commit_free(pointer) }
}

enum TagObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_tag_free(pointer) }
}

enum AnyObjectKind: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_object_free(pointer) }
}

enum ReferenceObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_reference_free(pointer) }
}

enum ReferenceIteratorObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_reference_iterator_free(pointer) }
}

enum RevisionWalkObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_revwalk_free(pointer) }
}

enum ConfigObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_config_free(pointer) }
}

enum ConfigIteratorObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_config_iterator_free(pointer) }
}

enum IndexObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_index_free(pointer) }
}

enum StatusListObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_status_list_free(pointer) }
}

enum RemoteObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_remote_free(pointer) }
}

enum PackBuilderObject: LibgitObject {
  static func free(_ pointer: OpaquePointer) { git_packbuilder_free(pointer) }
}
