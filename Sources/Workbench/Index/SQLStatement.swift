import Foundation
import GRDB
import GRDBSQLite
import GitKit

/// A prepared statement of SQLite for what runs a million times, where general conversion of
/// values would take most of the time.
final class SQLStatement {
  private let connection: OpaquePointer
  private let handle: OpaquePointer
  /// Whose statement it is; nil for one of its own.
  private let owner: Statement?
  /// SQLite copies what is bound.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw Self.error(code, connection) }
    (self.connection, self.handle, owner) = (connection, handle, nil)
  }

  /// A statement that the connection keeps for the next time: who takes it must be done with it
  /// before anyone else takes it.
  init(cached sql: String, in database: Database) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    let statement = try database.cachedStatement(sql: sql)
    (self.connection, handle, owner) = (connection, statement.sqliteStatement, statement)
  }

  deinit { if owner == nil { sqlite3_finalize(handle) } }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  /// Binds a whole number to a place, from 1.
  func bind(_ place: Int32, _ value: Int) { sqlite3_bind_int64(handle, place, Int64(value)) }

  /// Binds a whole number, or null.
  func bind(_ place: Int32, _ value: Int?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(handle, place) }
  }

  /// Binds a text, or null.
  func bind(_ place: Int32, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(handle, place)
      return
    }
    guard !text.isEmpty else {
      sqlite3_bind_text(handle, place, "", 0, Self.transient)
      return
    }
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), Self.transient)
      }
    }
  }

  /// Binds a whole number or a text.
  func bind(_ place: Int32, any value: any DatabaseValueConvertible) {
    switch value {
    case let number as Int: bind(place, number)
    default: bind(place, value as? String)
    }
  }

  /// Binds a text by its bytes.
  func bind(_ place: Int32, utf8 bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      let start = $0.baseAddress?.assumingMemoryBound(to: CChar.self)
      if let start, !$0.isEmpty {
        sqlite3_bind_text(handle, place, start, Int32($0.count), Self.transient)
      } else {
        sqlite3_bind_text(handle, place, "", 0, Self.transient)
      }
    }
  }

  /// Binds bytes.
  func bind(_ place: Int32, bytes: some ContiguousBytes) {
    bytes.withUnsafeBytes {
      if $0.isEmpty {
        _ = sqlite3_bind_zeroblob(handle, place, 0)
      } else {
        _ = sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.transient)
      }
    }
  }

  /// Binds the bytes of an id.
  func bind(_ place: Int32, _ id: ObjectID?) {
    guard let id else {
      sqlite3_bind_null(handle, place)
      return
    }
    id.withBytes {
      _ = sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.transient)
    }
  }

  /// Runs it to its end with bytes that are not copied for it.
  func run(binding place: Int32, _ bytes: some ContiguousBytes) throws {
    try bytes.withUnsafeBytes { try run(binding: place, $0) }
  }

  /// Runs it to its end with bytes that are not copied for it.
  func run(binding place: Int32, _ bytes: UnsafeRawBufferPointer) throws {
    if bytes.isEmpty {
      sqlite3_bind_zeroblob(handle, place, 0)
    } else {
      sqlite3_bind_blob(handle, place, bytes.baseAddress, Int32(bytes.count), nil)
    }
    defer { sqlite3_bind_null(handle, place) }
    try run()
  }

  /// Runs it to its end with a text that is not copied for it.
  func run(binding place: Int32, _ text: String) throws {
    guard !text.isEmpty else {
      bind(place, text)
      return try run()
    }
    var text = text
    try text.withUTF8 { bytes in
      try bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(handle, place, $0.baseAddress, Int32($0.count), nil)
        defer { sqlite3_bind_null(handle, place) }
        try run()
      }
    }
  }

  /// Goes to the next row; false at the end, where the statement is ready to run anew.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      let error = Self.error(code, connection)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs it to its end.
  func run() throws { while try step() {} }

  /// Makes it ready to run anew before its end.
  func reset() { sqlite3_reset(handle) }

  /// The whole number of a column, from 0; 0 for null.
  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// Whether a column is null.
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// The text of a column; nil for null.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    return String(
      decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))),
      as: UTF8.self)
  }

  /// The bytes of a column, as long as the row is the current one.
  func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    let start = sqlite3_column_blob(handle, column)
    return body(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  /// The number of rows that the connection's last statement changed.
  var changes: Int { Int(sqlite3_changes(connection)) }
}
