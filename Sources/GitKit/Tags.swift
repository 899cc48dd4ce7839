import CLibgit2

/// A tag.
public struct Tag: Sendable, Hashable {
  /// The name without `refs/tags/`.
  public let name: String
  /// The object that the tag is about, seen through annotations.
  public let target: ObjectID
  /// Who made it; nil of a lightweight tag.
  public let tagger: Signature?
  /// What they wrote; nil of a lightweight tag.
  public let message: String?
}

extension GitRepository {
  private static let tagPrefix = "refs/tags/"

  /// All tags by name.
  public func tags() throws(GitError) -> [Tag] {
    var result: [Tag] = []
    for reference in try references(under: Self.tagPrefix) {
      guard let target = reference.target else { continue }
      let name = String(decoding: reference.name.utf8.dropFirst(10), as: UTF8.self)
      result.append(
        try locked { repository throws(GitError) in try Self.tag(repository, name, target) })
    }
    return result
  }

  /// Makes an annotated tag.
  /// - Throws: `exists` when there is one of this name, `invalidName`, `notFound` when the target
  ///   does not exist.
  @discardableResult
  public func createTag(
    _ name: String, target: ObjectID, tagger: Signature, message: String
  ) throws(GitError) -> ObjectID {
    try requireValidReferenceName(Self.tagPrefix + name)
    try requireNoNul(message)
    _ = try tagger.line()
    return try locked { repository throws(GitError) in
      var raw = target.raw
      let object = try Owned<AnyObjectKind>("git_object_lookup") {
        git_object_lookup(&$0, repository, &raw, GIT_OBJECT_ANY)
      }
      var signature: UnsafeMutablePointer<git_signature>?
      try check(
        "git_signature_new",
        git_signature_new(
          &signature, tagger.name, tagger.email, tagger.seconds, Int32(tagger.offsetMinutes)))
      defer { git_signature_free(signature) }
      var result = git_oid()
      try object.use { object throws(GitError) in
        _ = try check(
          "git_tag_create", git_tag_create(&result, repository, name, object, signature, message, 0)
        )
      }
      return ObjectID(result)
    }
  }

  private static func tag(
    _ repository: OpaquePointer, _ name: String, _ id: ObjectID
  ) throws(GitError) -> Tag {
    guard try header(repository, id).kind == .tag else {
      return Tag(name: name, target: id, tagger: nil, message: nil)
    }
    var raw = id.raw
    let tag = try Owned<TagObject>("git_tag_lookup") { git_tag_lookup(&$0, repository, &raw) }
    return try tag.use { tag throws(GitError) in
      let peeled = try Owned<AnyObjectKind>("git_tag_peel") { git_tag_peel(&$0, tag) }
      let target = try peeled.use { ObjectID(git_object_id($0)) } ?? id
      return Tag(
        name: name, target: target, tagger: Signature(git_tag_tagger(tag)),
        message: git_tag_message(tag).map { String(cString: $0) })
    }
  }
}
