import GitKit
import ReviewModel

/// Makes the segments of one action from events handed over one by one, so that an import of any
/// length holds a segment in memory and no more.
struct SegmentWriter {
  /// How many events an action puts into one segment.
  static let eventLimit = 256
  /// The bytes after which a segment is closed; one more record keeps it below 1 MB but for the
  /// largest bodies.
  static let byteLimit = 1 << 18

  /// The ids of the events, in order, where they are kept.
  private(set) var ids: [EventID] = []
  /// How many events there are.
  private(set) var count = 0
  /// The segments of each store, as changes to its tree.
  private(set) var changes: [LogStore: [TreeChange]] = [:]

  private let objects: PackWriter
  private let writer: WriterID
  private let now: Timestamp
  private var clock: Int
  private var segment: Int
  private var lines: [LogStore: [UInt8]] = [:]
  private var held = 0
  private let keepsIDs: Bool

  /// - Parameters:
  ///   - clock: the highest seen so far.
  ///   - segment: the number of the first segment, the same in all stores.
  ///   - keepsIDs: whether the ids of the events are asked for.
  init(
    to objects: PackWriter, writer: WriterID, now: Timestamp, clock: Int, segment: Int,
    keepsIDs: Bool
  ) {
    self.keepsIDs = keepsIDs
    self.objects = objects
    self.writer = writer
    self.now = now
    self.clock = clock
    self.segment = segment
  }

  /// Adds an event with its body and its person.
  /// - Throws: `Failure.commentTooLarge`.
  mutating func add(_ pending: PendingEvent) throws {
    if let bytes = pending.body?.utf8.count, bytes > Workbench.commentLimit {
      throw Failure.commentTooLarge(bytes: bytes, limit: Workbench.commentLimit)
    }
    let body = try pending.body.map { try BodyRecord($0) }
    let subject = pending.person.map { _ in RandomName.digits(32) }
    clock += 1
    let event = Event(
      clock: clock, time: now, writer: writer,
      payload: pending.payload(body?.hash ?? "", subject))
    let bytes = try RecordEncoder.encode(event)
    if keepsIDs { ids.append(try EventID.of(bytes)) }
    count += 1
    append(bytes, to: .log)
    for record in [body].compactMap(\.self) + pending.attachments {
      append(try RecordEncoder.encode(record), to: .text)
    }
    if let subject, let person = pending.person {
      append(
        try RecordEncoder.encode(
          PersonRecord(subject: subject, name: person.name, contact: person.contact)), to: .person)
    }
    held += 1
    if held == Self.eventLimit || lines.values.contains(where: { $0.count > Self.byteLimit }) {
      try close()
    }
  }

  /// Ends the segment at hand.
  /// - Throws: `Failure.logDamaged` when the log has no number left for it.
  mutating func close() throws {
    guard held > 0 else { return }
    guard segment < SegmentPath.limit else {
      throw Failure.logDamaged(ref: LogStore.log.ownRef(writer), reason: "full")
    }
    let path = SegmentPath.path(segment)
    for store in LogStore.allCases {
      guard let bytes = lines[store], !bytes.isEmpty else { continue }
      let id = try git { () throws(GitError) in try objects.addBlob(bytes) }
      changes[store, default: []].append(.upsert(path: path, id: id))
      lines[store]?.removeAll(keepingCapacity: true)
    }
    segment += 1
    held = 0
  }

  private mutating func append(_ record: [UInt8], to store: LogStore) {
    lines[store, default: []] += record
    lines[store, default: []].append(UInt8(ascii: "\n"))
  }
}
