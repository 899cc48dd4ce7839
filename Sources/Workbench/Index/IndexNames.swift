import GRDB
import ReviewModel

/// Numbers of what recurs in many rows.
final class IndexNames {
  private struct Spot: Hashable {
    var draft: String
    var base: String
    var address: String?
  }

  private let database: Database
  private var spots: [Spot: Int] = [:]
  private var last: (spot: Spot, number: Int)?
  private var terms: [String: Int] = [:]
  /// A hostile log must not fill the memory with names.
  private static let heldNames = 100_000

  init(_ database: Database) { self.database = database }

  /// The number of a place.
  func spot(_ draft: String, _ base: String, _ address: String?) throws -> Int {
    let spot = Spot(draft: draft, base: base, address: address)
    // Comments on one place come together.
    if let last, last.spot == spot { return last.number }
    let number = try heldNumber(of: spot)
    last = (spot, number)
    return number
  }

  private func heldNumber(of spot: Spot) throws -> Int {
    if let known = spots[spot] { return known }
    if spots.count >= Self.heldNames { spots = [:] }
    let arguments: StatementArguments = [spot.draft, spot.base, spot.address]
    let stored = try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT number FROM spot WHERE draft = ? AND base = ? AND address IS ?"),
      arguments: arguments)
    if stored == nil {
      try database.cachedStatement(
        sql: "INSERT INTO spot (draft, base, address) VALUES (?, ?, ?)"
      ).execute(arguments: arguments)
    }
    let number = stored ?? Int(database.lastInsertedRowID)
    spots[spot] = number
    return number
  }

  /// The number of a name.
  func term(_ text: String) throws -> Int {
    if let known = terms[text] { return known }
    if terms.count >= Self.heldNames { terms = [:] }
    let stored = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT number FROM term WHERE text = ?"), arguments: [text])
    if stored == nil {
      try database.cachedStatement(sql: "INSERT INTO term (text, key) VALUES (?, ?)").execute(
        arguments: [text, Register.folded(text)])
    }
    let number = stored ?? Int(database.lastInsertedRowID)
    terms[text] = number
    return number
  }
}
