/// The fields of one record, read without the general decoders: for what is read by the million.
/// A record that is not as expected is left to `RecordDecoder`, which says what is wrong with it.
public struct RecordFields {
  let tree: RecordTree
  let object: Int

  /// Reads a record; nil for anything that is no object.
  public init?(_ bytes: [UInt8]) {
    guard let tree = RecordTree(bytes), tree.nodes[0].kind == .object else { return nil }
    self.init(tree, 0)
  }

  init(_ tree: RecordTree, _ object: Int) { (self.tree, self.object) = (tree, object) }

  /// What a field holds.
  public enum Field<Value> {
    case value(Value), absent
    /// Another kind of value, or null.
    case other
  }

  private func node(_ key: StaticString) -> Int? {
    var index = object + 1
    let end = tree.nodes[object].end
    while index < end {
      if tree.isString(index, key) { return index + 1 }
      index = tree.nodes[index + 1].end
    }
    return nil
  }

  /// A field that is a text.
  public func text(_ key: StaticString) -> Field<String> {
    guard let node = node(key) else { return .absent }
    return tree.string(node).map { .value($0) } ?? .other
  }

  func integer(_ key: StaticString) -> Int? { node(key).flatMap { tree.integer($0) } }

  func fields(_ key: StaticString) -> Field<RecordFields> {
    guard let node = node(key) else { return .absent }
    return tree.nodes[node].kind == .object ? .value(RecordFields(tree, node)) : .other
  }

  func has(_ key: StaticString) -> Bool { node(key) != nil }
}

extension RecordFields.Field {
  /// The value of a field that must be there.
  public var required: Value? { if case .value(let value) = self { value } else { nil } }
}

extension RecordFields.Field where Value == String {
  /// The text of a field that need not be there; nil where it is no text.
  public var optional: String?? {
    switch self {
    case .value(let text): .some(text)
    case .absent: .some(nil)
    case .other: nil
    }
  }
}

extension Event {
  /// Reads an event from its line, without the line feed.
  /// - Throws: `DecodingError` when it is not JSON or not an event.
  public static func read(_ line: [UInt8]) throws -> Event {
    try RecordFields(line).flatMap(opening) ?? RecordDecoder.decode(Event.self, from: line)
  }

  /// A comment as it is written by this program; nil for every other event.
  private static func opening(_ fields: RecordFields) -> Event? {
    guard fields.text("type").required == CommentAdded.type, !fields.has("attachments"),
      let clock = fields.integer("clock"), (0...clockLimit).contains(clock),
      let time = fields.text("time").required.flatMap({ Timestamp(iso8601: $0) }),
      let writer = fields.text("writer").required.flatMap({ WriterID(rawValue: $0) }),
      let anchor = fields.fields("anchor").required.flatMap(anchor),
      let body = fields.text("body").required, let subject = fields.text("subject").optional,
      let group = fields.text("group").optional, let forum = fields.text("forum").optional,
      let channel = fields.text("channel").optional, let agency = fields.text("agency").optional,
      let note = fields.text("placeNote").optional, let day = fields.text("date").optional
    else { return nil }
    var comment = CommentAdded(
      anchor: anchor, body: body, subject: subject, group: group, forum: forum, channel: channel,
      agency: agency, placeNote: note)
    if let day {
      guard let date = CalendarDate(iso8601: day) else { return nil }
      comment.date = date
    }
    switch fields.fields("source") {
    case .absent: break
    case .other: return nil
    case .value(let source):
      guard let file = source.text("file").required, let row = source.integer("row") else {
        return nil
      }
      comment.source = CommentAdded.Source(file: file, row: row)
    }
    return Event(clock: clock, time: time, writer: writer, payload: .commentAdded(comment))
  }

  private static func anchor(_ fields: RecordFields) -> Anchor? {
    guard let draft = fields.text("draft").required.flatMap({ DraftKey($0) }),
      let commit = fields.text("commit").required, let address = fields.text("address").optional
    else { return nil }
    var anchor = Anchor(draft: draft, commit: commit, address: address, quote: nil)
    switch fields.fields("quote") {
    case .absent: break
    case .other: return nil
    case .value(let quote):
      guard let exact = quote.text("exact").required, let prefix = quote.text("prefix").required,
        let suffix = quote.text("suffix").required
      else { return nil }
      anchor.quote = Anchor.Quote(exact: exact, prefix: prefix, suffix: suffix)
    }
    return anchor
  }
}
