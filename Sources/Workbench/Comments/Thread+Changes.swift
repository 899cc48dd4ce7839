import Foundation
import GitKit
import ReviewModel

/// A file to keep with a comment: a scan, a letter.
public struct Attachment: Sendable {
  /// The file, absolute.
  public var path: String
  /// The file as the person named it.
  public var name: String

  /// Makes an attachment.
  public init(path: String, name: String) {
    self.path = path
    self.name = name
  }
}

/// An attachment as it is recorded.
struct Attached {
  var named: CommentAdded.Attachment
  var record: BodyRecord

  /// - Throws: `Failure` when there is no such file, `Failure.attachmentTooLarge`.
  init(_ attachment: Attachment) throws {
    let bytes = try TextFile.bytes(at: attachment.path, named: attachment.name)
    guard bytes.count <= Workbench.attachmentLimit else {
      throw Failure.attachmentTooLarge(
        path: attachment.name, bytes: bytes.count, limit: Workbench.attachmentLimit)
    }
    record = try BodyRecord(Data(bytes).base64EncodedString(), encoding: "base64")
    named = CommentAdded.Attachment(
      name: (attachment.path as NSString).lastPathComponent, size: bytes.count, body: record.hash)
  }
}

extension Workbench {
  /// The largest file kept with a comment, in bytes.
  public static let attachmentLimit = 16 << 20

  /// Gives a comment new words.
  /// - Throws: `Failure.notTheAuthor`, `Failure.commentWithdrawn`.
  public func editComment(_ thread: CommentThread, _ text: String) throws -> EventID {
    try requireAuthor(of: thread)
    return try append([
      PendingEvent(
        payload: { body, _ in .commentEdited(CommentEdited(thread: thread.id, body: body)) },
        body: text)
    ])
  }

  /// Takes a comment back.
  /// - Throws: `Failure.notTheAuthor`, `Failure.commentWithdrawn`.
  public func withdrawComment(_ thread: CommentThread, reason: String?) throws -> EventID {
    try requireAuthor(of: thread)
    return try append([
      PendingEvent(
        payload: { body, _ in
          .commentWithdrawn(
            CommentWithdrawn(thread: thread.id, body: reason == nil ? nil : body))
        }, body: reason)
    ])
  }

  /// What would end without effect is refused at once.
  private func requireAuthor(of thread: CommentThread) throws {
    guard let writer = EventLog(repository: repository).knownWriter(),
      thread.authors.contains(writer)
    else { throw Failure.notTheAuthor(comment: thread.id.short) }
    guard thread.withdrawal == nil else { throw Failure.commentWithdrawn(thread.id.short) }
  }

  /// Gives a comment another place.
  /// - Parameter place: a place in the same draft.
  /// - Throws: `Failure.rangeOfTwoDrafts`.
  public func moveComment(_ thread: CommentThread, to place: CommentPlace) throws -> EventID {
    guard place.anchor.draft == thread.comment.anchor.draft else {
      throw Failure.rangeOfTwoDrafts(
        thread.comment.anchor.draft.description, place.anchor.draft.description)
    }
    let move = CommentMoved(thread: thread.id, anchor: place.anchor)
    return try append([PendingEvent(payload: { _, _ in .commentMoved(move) })])
  }

  /// Says who is to answer a comment, and by when.
  public func assign(
    _ threads: [EventID], to agency: String, due: CalendarDate?
  ) throws -> [EventID] {
    try record(
      threads.map { thread in
        let assignment = CommentAssigned(thread: thread, agency: agency, due: due)
        return PendingEvent(payload: { _, _ in .commentAssigned(assignment) })
      })
  }

  /// Writes the files kept with a comment into a folder, under names of their own there.
  /// - Returns: the paths written.
  public func saveAttachments(of comment: CommentThread, to folder: String) throws -> [String] {
    try (comment.comment.attachments ?? []).compactMap { attachment in
      guard let bytes = try index().attachment(attachment.body) else { return nil }
      let name = Self.safeName(attachment.name)
      let path = Self.free(folder + "/" + name)
      try TextFile.write(bytes, to: path)
      return path
    }
  }

  /// A name that stays in its folder, whatever the record says.
  private static func safeName(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    let plain = String(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    return plain.isEmpty || plain.hasPrefix(".") ? "lampiran" + plain : String(plain.prefix(120))
  }

  private static func free(_ path: String) -> String {
    let (base, suffix) = (
      (path as NSString).deletingPathExtension, (path as NSString).pathExtension
    )
    var number = 1
    var candidate = path
    while FileManager.default.fileExists(atPath: candidate) {
      number += 1
      candidate = "\(base)-\(number)" + (suffix.isEmpty ? "" : ".\(suffix)")
    }
    return candidate
  }
}

extension ReviewIndex {
  /// The bytes of an attachment; nil when it was erased or has not arrived.
  func attachment(_ hash: BodyDigest) throws -> [UInt8]? {
    let segment = try read { database in
      try String.fetchOne(
        database, sql: "SELECT segment FROM attachment WHERE hash = ?", arguments: [hash])
    }
    guard let segment, let id = ObjectID(segment) else { return nil }
    let bytes = try git { () throws(GitError) in try repository.blob(id) }
    for line in RecordLine.lines(of: bytes) {
      guard let record = try? RecordDecoder.decode(BodyRecord.self, from: Array(line)),
        record.hash == hash, record.isSound, let data = Data(base64Encoded: record.text)
      else { continue }
      return Array(data)
    }
    return nil
  }
}
