import GitKit
import ReviewModel

/// Makes the segments of one action from events handed over one by one, so that an import of any
/// length holds some thousands in memory and no more.
///
/// Where nobody asks for their ids, those that are held are put in the order of their places before
/// they get their clocks: comments on a place repeat its words, and compression finds them then.
struct SegmentWriter {
  /// How many events an action puts into one segment.
  static let eventLimit = 256
  /// The bytes after which a segment is closed; one more record keeps it below 1 MB but for the
  /// largest bodies.
  static let byteLimit = 1 << 18

  /// How many events, and how many bytes of them, are put in order together.
  private static let heldLimit = 4096
  private static let heldByteLimit = 1 << 22

  /// An event to be written with the lines that belong to it.
  private struct Held {
    var payload: Event.Payload
    var number: Int
    var place = ""
    var lines: [(store: LogStore, bytes: [UInt8])] = []
  }

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
  private var held: [Held] = []
  private var heldBytes = 0
  /// How many events the segment at hand has.
  private var length = 0
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
    count += 1
    var new = Held(payload: pending.payload(body?.hash ?? "", subject), number: count)
    if !keepsIDs, case .commentAdded(let comment) = new.payload {
      let anchor = comment.anchor
      new.place = "\(anchor.draft) \(anchor.commit) \(anchor.address ?? "")"
    }
    for record in [body].compactMap(\.self) + pending.attachments {
      new.lines.append((.text, try RecordEncoder.encode(record)))
    }
    if let subject, let person = pending.person {
      let record = PersonRecord(subject: subject, name: person.name, contact: person.contact)
      new.lines.append((.person, try RecordEncoder.encode(record)))
    }
    heldBytes += new.lines.reduce(0) { $0 + $1.bytes.count }
    held.append(new)
    if held.count == Self.heldLimit || heldBytes > Self.heldByteLimit { try write() }
  }

  /// Writes all that is held and ends the last segment.
  /// - Throws: `Failure.logDamaged` when the log has no number left for it.
  mutating func close() throws {
    try write()
    try endSegment()
  }

  private mutating func write() throws {
    for pending in held.sorted(by: { ($0.place, $0.number) < ($1.place, $1.number) }) {
      clock += 1
      let event = Event(clock: clock, time: now, writer: writer, payload: pending.payload)
      let bytes = try RecordEncoder.encode(event)
      if keepsIDs { ids.append(try EventID.of(bytes)) }
      for (store, line) in [(.log, bytes)] + pending.lines {
        lines[store, default: []] += line
        lines[store, default: []].append(UInt8(ascii: "\n"))
      }
      length += 1
      if length == Self.eventLimit || lines.values.contains(where: { $0.count > Self.byteLimit }) {
        try endSegment()
      }
    }
    held.removeAll(keepingCapacity: true)
    heldBytes = 0
  }

  private mutating func endSegment() throws {
    guard length > 0 else { return }
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
    length = 0
  }
}
