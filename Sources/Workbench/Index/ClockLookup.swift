import Foundation
import GRDB
import GitKit
import ReviewModel

extension Workbench {
  /// The highest logical clock of all events.
  func highestClock() throws -> Int {
    if openedIndex.withLock({ $0 == nil }) {
      let refs = try LogRef.all(in: repository)
      // What cannot be read is for the index to leave out or mend.
      if let clock = try? EventLog(repository: repository).clockWrittenAlone(refs) { return clock }
      let judge = try judge()
      if let clock = try? ReviewIndex.clock(in: repository, refs, judge: judge) { return clock }
    }
    return try index().highestClock()
  }
}

extension ReviewIndex {
  /// The highest logical clock where that is known without bringing the index up to date: nothing
  /// has come since but what this clone recorded, and its own log ends with its highest clock.
  static func clock(
    in repository: GitRepository, _ refs: [LogRef], judge: TrustJudge
  ) throws -> Int? {
    guard let own = judge.own, let index = IndexFile.existing(in: folder(of: repository)) else {
      return nil
    }
    let (known, isJudged, clock) = try index.queue.read { database in
      (
        try tips(database), try IndexTrust.isJudged(by: judge, in: database),
        try Int.fetchOne(database, sql: "SELECT value FROM counter WHERE name = 'clock'") ?? 0
      )
    }
    let names = Set(LogStore.allCases.map { $0.ownRef(own) })
    let others = tips(of: refs.filter { !names.contains($0.name) })
    guard isJudged, others == known.filter({ !names.contains($0.key) }) else { return nil }
    let log = LogStore.log.ownRef(own)
    guard let tip = refs.first(where: { $0.name == log })?.commit else {
      return known[log] == nil ? clock : nil
    }
    guard known[log] != tip.description else { return clock }
    return try EventLog(repository: repository).lastClock(of: tip).map { max($0, clock) }
  }
}

extension EventLog {
  /// The highest logical clock where no log of others is here: this clone's ends with it.
  func clockWrittenAlone(_ refs: [LogRef]) throws -> Int? {
    guard let own = knownWriter(), refs.allSatisfy({ $0.name == $0.store.ownRef(own) }),
      let tip = refs.first(where: { $0.store == .log })?.commit
    else { return nil }
    return try lastClock(of: tip)
  }

  /// The clock of the last event of a log.
  fileprivate func lastClock(of commit: ObjectID) throws -> Int? {
    let number = try nextSegment(commit) - 1
    guard number >= 0 else { return nil }
    let bytes = try git { () throws(GitError) -> [UInt8]? in
      let tree = try repository.commit(commit).tree
      return try repository.entry(at: SegmentPath.path(number), in: tree).map {
        entry throws(GitError) in try repository.blob(entry.id, limit: 64 << 20)
      }
    }
    return try bytes.flatMap { RecordLine.lines(of: $0).last }.map {
      try Event.read(Array($0)).clock
    }
  }
}
