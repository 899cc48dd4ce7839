import Foundation
import GRDB
import ReviewModel

/// What the index knows of erasures, and of what can be erased.
extension ReviewIndex {
  /// The event that a person names, with all that is to go with it.
  struct Target: Sendable {
    var id: EventID
    var thread: EventID
    var bodies: [BodyDigest]
    var subject: String?
  }

  /// The event whose id begins so: a comment, reply or answer.
  /// - Throws: `Failure.eventNotFound`, `.commentAmbiguous`, `.commentPrefixTooShort`.
  func target(named prefix: String) throws -> Target {
    let prefix = prefix.lowercased()
    guard prefix.utf8.count >= 4, prefix.utf8.count <= 40, prefix.allSatisfy(\.isHexDigit) else {
      throw Failure.commentPrefixTooShort(prefix)
    }
    return try read { database in
      let events = try EventNames(database).events(beginning: prefix, limit: 9) { _ in true }
        .compactMap { number, id -> (id: EventID, event: Event)? in
          guard let event = try ThreadRows.event(number, in: database), event.body != nil else {
            return nil
          }
          return (id, event)
        }
      guard events.count < 2 else {
        throw Failure.commentAmbiguous(
          prefix: prefix, candidates: events.map { String($0.id.rawValue.prefix(12)) })
      }
      guard let (id, event) = events.first else {
        throw Failure.eventNotFound(prefix)
      }
      guard case .commentAdded(let comment) = event.payload else {
        return Target(id: id, thread: event.thread ?? id, bodies: event.bodies, subject: nil)
      }
      return Target(
        id: id, thread: id, bodies: event.bodies + (try Self.laterBodies(of: id, in: database)),
        subject: comment.subject)
    }
  }

  /// The bodies of what changed a comment's own words later.
  private static func laterBodies(of id: EventID, in database: Database) throws -> [BodyDigest] {
    try EventNames(database).followers(of: id.rawValue).compactMap { number in
      guard let event = try ThreadRows.event(number, in: database) else { return nil }
      return switch event.payload {
      case .commentEdited, .commentWithdrawn: event.body
      default: nil
      }
    }
  }

  /// Whether all these were erased.
  func isErased(_ bodies: [BodyDigest]) throws -> Bool {
    try read { database in
      try bodies.allSatisfy { hash in
        try Int.fetchOne(
          database, sql: "SELECT 1 FROM erased WHERE hash = ?", arguments: [hash]) != nil
      }
    }
  }

  /// The erasures recorded, with the places of what they erase.
  func erasures(only event: EventID?) throws -> [KnownErasure] {
    try read { database in
      let ids = try String.fetchAll(
        database,
        sql: "SELECT DISTINCT event FROM erased WHERE event = ifnull(?, event) ORDER BY event",
        arguments: [event?.rawValue])
      return try ids.compactMap { try Self.erasure($0, in: database) }
    }
  }

  private static func erasure(_ id: String, in database: Database) throws -> KnownErasure? {
    let names = EventNames(database)
    guard let own = EventID(rawValue: id), let number = try names.number(of: id),
      let event = try ThreadRows.event(number, in: database),
      case .dataErased(let erased) = event.payload
    else { return nil }
    let thread = erased.thread.rawValue
    let numbers = try [names.number(of: thread)].compactMap(\.self) + names.followers(of: thread)
    // A comment imported in two clones stands in both logs; each names its own body.
    let places = try numbers.compactMap { try ThreadRows.event($0, in: database) }
      .filter { event in
        event.bodies.contains(where: erased.bodies.contains)
      }.map { (writer: $0.writer, clock: $0.clock) }
    return KnownErasure(event: own, erased: erased, places: places)
  }
}

extension ReviewIndex {
  /// Notes refs that this process wrote anew without what was erased: the index has let go of that
  /// with the erasure, and would else see refs that lost something, and be made anew.
  func follow(_ moves: [Rewriting.Move]) throws {
    guard !moves.isEmpty else { return }
    try write { database in
      for move in moves {
        try database.execute(
          sql: "UPDATE tip SET tip = ?, tree = ? WHERE ref = ? AND tip = ?",
          arguments: [
            move.to.description, move.tree.description, move.ref, move.from.description,
          ])
      }
    }
  }

  /// How many events there are, those set apart included.
  func eventCount() throws -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: "SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM quarantine)") ?? 0
    }
  }
}
