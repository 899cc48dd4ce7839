/// The first part of an event's line, up to the end of its anchor: the same for all comments on a
/// place, and longer than the rest.
public final class RecordHead: Sendable {
  /// The bytes.
  public let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// Reads events by the million: comments as this program writes them straight from their bytes, and
/// what recurs in them but once.
public struct OpeningReader {
  private struct Opening {
    var head: RecordHead
    var anchor: Anchor
    var agency: String?
  }

  private var openings: [UInt64: Opening] = [:]
  private var writer: (bytes: [UInt8], id: WriterID)?
  private var time: (bytes: [UInt8], time: Timestamp)?
  private var file: (bytes: [UInt8], name: String)?
  /// A hostile log must not fill the memory with places.
  private static let heldOpenings = 4096

  /// Makes a reader.
  public init() {}

  /// Reads an event from its line, without the line feed.
  /// - Returns: the event, and the head of its line where that may recur.
  /// - Throws: `DecodingError` when it is not JSON or not an event.
  public mutating func read(_ line: ArraySlice<UInt8>) throws -> (event: Event, head: RecordHead?) {
    if let found = line.withUnsafeBufferPointer({ opening($0) }) { return found }
    return (try Event.read(Array(line)), nil)
  }

  /// A comment without attachments, nothing in it escaped; nil for every other event.
  private mutating func opening(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> (event: Event, head: RecordHead?)? {
    var cursor = RecordCursor(line)
    guard let opening = head(of: line, &cursor) else { return nil }
    let body = cursor.text(behind: ",\"body\":\"")
    let channel = cursor.optionalText(behind: ",\"channel\":\"")
    let clock = cursor.number(behind: ",\"clock\":")
    let day = cursor.optionalText(behind: ",\"date\":\"")
    let forum = cursor.optionalText(behind: ",\"forum\":\"")
    let group = cursor.optionalText(behind: ",\"group\":\"")
    let note = cursor.optionalText(behind: ",\"placeNote\":\"")
    let source = source(&cursor, line)
    let subject = cursor.optionalText(behind: ",\"subject\":\"")
    let time = cursor.text(behind: ",\"time\":\"")
    let writer = cursor.text(behind: ",\"type\":\"comment.added\",\"writer\":\"")
    cursor.require("}")
    cursor.requireEnd()
    var comment = CommentAdded(
      anchor: opening.anchor, body: cursor.string(body), subject: cursor.string(subject),
      group: cursor.string(group), forum: cursor.string(forum), channel: cursor.string(channel),
      agency: opening.agency, source: source, placeNote: cursor.string(note))
    if let day {
      guard let date = CalendarDate(iso8601: cursor.string(day)) else { return nil }
      comment.date = date
    }
    guard cursor.isSound, (0...Event.clockLimit).contains(clock),
      let moment = moment(line[time], &cursor), let id = writerID(line[writer], &cursor)
    else { return nil }
    return (
      Event(clock: clock, time: moment, writer: id, payload: .commentAdded(comment)), opening.head
    )
  }

  private mutating func source(
    _ cursor: inout RecordCursor, _ line: UnsafeBufferPointer<UInt8>
  ) -> CommentAdded.Source? {
    guard let range = cursor.optionalText(behind: ",\"source\":{\"file\":\"") else { return nil }
    let row = cursor.number(behind: ",\"row\":")
    cursor.require("}")
    if let file, file.bytes.count == range.count,
      UnsafeBufferPointer(rebasing: line[range]).begins(with: file.bytes)
    {
      return CommentAdded.Source(file: file.name, row: row)
    }
    let name = cursor.string(range)
    // A record that is not as expected must leave nothing for the next.
    guard cursor.isSound else { return nil }
    file = (Array(line[range]), name)
    return CommentAdded.Source(file: name, row: row)
  }

  private mutating func moment(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ cursor: inout RecordCursor
  ) -> Timestamp? {
    if let time, time.bytes.elementsEqual(bytes) { return time.time }
    guard let moment = Timestamp(iso8601: cursor.string(bytes.startIndex..<bytes.endIndex)) else {
      return nil
    }
    time = (Array(bytes), moment)
    return moment
  }

  private mutating func writerID(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ cursor: inout RecordCursor
  ) -> WriterID? {
    if let writer, writer.bytes.elementsEqual(bytes) { return writer.id }
    guard let id = WriterID(rawValue: cursor.string(bytes.startIndex..<bytes.endIndex)) else {
      return nil
    }
    writer = (Array(bytes), id)
    return id
  }

  /// What stands before the body; known by the place that it names, and compared as a whole.
  private mutating func head(
    of line: UnsafeBufferPointer<UInt8>, _ cursor: inout RecordCursor
  ) -> Opening? {
    cursor.require("{")
    let agency = cursor.optionalText(behind: "\"agency\":\"")
    if agency != nil { cursor.require(",") }
    cursor.require("\"anchor\":{")
    let address = cursor.optionalText(behind: "\"address\":\"")
    if address != nil { cursor.require(",") }
    let commit = cursor.text(behind: "\"commit\":\"")
    let draft = cursor.text(behind: ",\"draft\":\"")
    guard cursor.isSound else { return nil }
    let name = Self.hash(line[..<cursor.index])
    if let known = openings[name], line.begins(with: known.head.bytes) {
      cursor.move(to: known.head.bytes.count)
      return known
    }
    var quote: Anchor.Quote?
    if let exact = cursor.optionalText(behind: ",\"quote\":{\"exact\":\"") {
      let prefix = cursor.text(behind: ",\"prefix\":\"")
      let suffix = cursor.text(behind: ",\"suffix\":\"")
      cursor.require("}")
      quote = Anchor.Quote(
        exact: cursor.string(exact), prefix: cursor.string(prefix), suffix: cursor.string(suffix))
    }
    cursor.require("}")
    guard let key = DraftKey(cursor.string(draft)) else { return nil }
    let anchor = Anchor(
      draft: key, commit: cursor.string(commit), address: cursor.string(address), quote: quote)
    let opening = Opening(
      head: RecordHead(Array(line[..<cursor.index])), anchor: anchor,
      agency: cursor.string(agency))
    guard cursor.isSound else { return nil }
    if openings.count >= Self.heldOpenings { openings.removeAll(keepingCapacity: true) }
    openings[name] = opening
    return opening
  }

  /// FNV-1a.
  private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
