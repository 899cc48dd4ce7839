import Foundation
import GRDB
import GitKit
import ReviewModel

/// The texts of two neighbouring revisions.
struct TextPair: Hashable {
  let old: ObjectID
  let new: ObjectID

  init(_ old: ObjectID, _ new: ObjectID) { (self.old, self.new) = (old, new) }

  fileprivate var arguments: StatementArguments { [Data(old.bytes), Data(new.bytes)] }
}

/// How the units of saved texts answer to each other, kept under the ids of both with the mark of
/// the program that compared them: another build may read or compare otherwise.
enum StoredMatches {
  static let sql = """
    CREATE TABLE matches (
      old BLOB NOT NULL, new BLOB NOT NULL, program INTEGER NOT NULL, units BLOB NOT NULL,
      PRIMARY KEY (old, new)
    ) WITHOUT ROWID;
    """
}

extension ReviewIndex {
  /// What earlier commands of this program found for texts.
  func matches(of pairs: [TextPair]) throws -> [TextPair: UnitMatches] {
    guard let program = RunningProgram.mark, !pairs.isEmpty else { return [:] }
    return try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT units FROM matches WHERE old = ? AND new = ? AND program = ?")
      var found: [TextPair: UnitMatches] = [:]
      for pair in pairs {
        let bytes = try Data.fetchOne(statement, arguments: pair.arguments + [program])
        found[pair] = bytes.flatMap { UnitMatches(Array($0)) }
      }
      return found
    }
  }

  /// Keeps what was found for texts, where that can be done at once: without it nothing is lost.
  func remember(_ found: [TextPair: UnitMatches]) {
    guard let program = RunningProgram.mark, !found.isEmpty else { return }
    writeAtOnce { database in
      try database.execute(sql: "DELETE FROM matches WHERE program <> ?", arguments: [program])
      for (pair, matches) in found {
        try database.execute(
          sql: "INSERT OR REPLACE INTO matches (old, new, program, units) VALUES (?, ?, ?, ?)",
          arguments: pair.arguments + [program, Data(matches.bytes)])
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
      UInt64(status.st_dev), UInt64(status.st_ino), UInt64(status.st_size),
      UInt64(changed.tv_sec), UInt64(changed.tv_nsec),
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
