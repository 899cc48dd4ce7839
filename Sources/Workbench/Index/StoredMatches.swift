import Foundation
import GRDB
import GitKit
import ReviewModel

/// How the units of two saved texts of a draft answer to each other.
struct StoredMatches {
  let old: ObjectID
  let new: ObjectID
  let matches: UnitMatches

  /// Kept under the ids of both texts, with the mark of the program that compared them: another
  /// build may read or compare otherwise.
  static let sql = """
    CREATE TABLE matches (
      old BLOB NOT NULL, new BLOB NOT NULL, program INTEGER NOT NULL, units BLOB NOT NULL,
      PRIMARY KEY (old, new)
    ) WITHOUT ROWID;
    """
}

extension ReviewIndex {
  /// What an earlier command of this program found for two texts.
  func matches(from old: ObjectID, to new: ObjectID) throws -> UnitMatches? {
    guard let program = RunningProgram.mark else { return nil }
    let bytes = try read { database in
      try Data.fetchOne(
        database.cachedStatement(
          sql: "SELECT units FROM matches WHERE old = ? AND new = ? AND program = ?"),
        arguments: [Data(old.bytes), Data(new.bytes), program])
    }
    return bytes.flatMap { UnitMatches(Array($0)) }
  }

  /// Keeps what was found for texts.
  func remember(_ found: [StoredMatches]) throws {
    guard let program = RunningProgram.mark else { return }
    try write { database in
      for pair in found {
        try database.execute(
          sql: "INSERT OR REPLACE INTO matches (old, new, program, units) VALUES (?, ?, ?, ?)",
          arguments: [
            Data(pair.old.bytes), Data(pair.new.bytes), program, Data(pair.matches.bytes),
          ])
      }
    }
  }
}

/// The program that runs.
enum RunningProgram {
  /// A number that another build, or this one installed anew, does not have; nil where it cannot be
  /// told.
  static let mark: Int64? = {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = status.st_ctimespec
    #else
      let changed = status.st_ctim
    #endif
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    // FNV-1a (Fowler, Noll, Vo) by whole numbers.
    for value in [
      UInt64(status.st_ino), UInt64(status.st_size), UInt64(changed.tv_sec),
      UInt64(changed.tv_nsec),
    ] {
      hash = (hash ^ value) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: hash)
  }()

  private static var path: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }
}
