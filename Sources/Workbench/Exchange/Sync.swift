import Foundation
import GitKit
import ReviewModel

extension Workbench {
  /// Exchanges comments and drafts with a remote: fetches, carries out erasures, brings the branch
  /// forward, pushes; all through the `git` program, whose keys and credential helpers then serve.
  /// - Parameters:
  ///   - given: the remote; the branch's own, or `origin`, for nil.
  ///   - persons: whether it is an error when names and contacts may not go there.
  ///   - progress: hears how far long transfers have come.
  /// - Throws: `Failure.draftsDiverged` or `.draftsInTheWay` once all else is exchanged.
  public func synchronise(
    with given: String?, persons: Bool = false,
    progress: (@Sendable (ExchangeProgress) -> Void)? = nil
  ) throws -> SyncReport {
    let remote = try remote(given)
    let sendsPersons = try isInternal(remote)
    guard sendsPersons || !persons else { throw Failure.remoteNotInternal(remote) }
    try configureExchange()
    let exchange = Exchange(
      workbench: self, remote: remote, sendsPersons: sendsPersons, progress: progress)
    let before = try index().eventCount()
    var report = SyncReport(
      remote: remote, received: 0, pushed: [], erased: 0, branch: .none,
      sentPersons: false)
    var trouble: Failure?
    for attempt in 1... {
      let held = try exchange.bodies()
      try exchange.fetch()
      forgetRegistry()
      if attempt == 1 { report.received = try index().eventCount() - before }
      let fetched = try exchange.theirRefs()
      report.erased += try replayErasures().events
      try forgetErased(in: held)
      (report.branch, trouble) = try exchange.bringForward(report.branch)
      forgetRegistry()
      if attempt == 1 { try recordNews() }
      let outcome = try exchange.push(fetched, withBranch: report.branch == .pushed)
      report.pushed = (report.pushed + outcome.pushed.filter { !report.pushed.contains($0) })
        .sorted()
      // Somebody else was faster: what they sent is fetched, and all is looked at again.
      if outcome.rejected.isEmpty { break }
      guard attempt < 5 else {
        throw Failure.exchangeFailed(
          remote: remote, .busy, reason: outcome.rejected.sorted().joined(separator: ", "))
      }
      Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.2) * Double(attempt))
    }
    report.sentPersons = report.pushed.contains { $0.hasPrefix("refs/naskah-private/") }
    if let trouble { throw trouble }
    return report
  }

  /// The remote meant.
  private func remote(_ given: String?) throws -> String {
    let names = try remoteNames()
    if let given {
      try requireRemote(given)
      return given
    }
    var configured: String?
    if case .branch(let branch, _) = try git({ () throws(GitError) in try repository.head() }) {
      let short = branch.dropFirst("refs/heads/".count)
      configured = try setting("branch.\(short).remote")
    }
    if let configured, names.contains(configured) { return configured }
    if names.contains("origin") { return "origin" }
    guard names.count == 1, let only = names.first else {
      throw names.isEmpty
        ? Failure.noRemote : Failure.remoteNotFound("origin", existing: names)
    }
    return only
  }

  /// Notes in this writer's log what it has seen of the others', where they have said something
  /// since; a clone that only reads notes nothing.
  private func recordNews() throws {
    if try requiresSignatures() { try signOwnLog() }
    let log = EventLog(repository: repository)
    guard let writer = log.knownWriter(),
      try git({ () throws(GitError) in try repository.reference(LogStore.log.ownRef(writer)) })
        != nil
    else { return }
    let path = repository.commonFolder + "naskah/checkpoint"
    let heads = try SeenHeads(repository).heads.filter {
      LogRef(name: $0.key, commit: $0.value).map { $0.writer != writer } ?? false
    }
    let text = heads.map { "\($0.key) \($0.value)" }.sorted()
    let known = Set(
      String(decoding: (try? TextFile.bytes(at: path, named: path)) ?? [], as: UTF8.self)
        .split(separator: "\n").map(String.init))
    guard try text.contains(where: { try !known.contains($0) && isNews($0, since: known) }) else {
      return
    }
    try recordCheckpoint()
    try TextFile.write(Array(text.joined(separator: "\n").utf8), to: path)
  }

  /// Whether a log says more than that its writer has seen others: else two clones would go on
  /// telling each other so for ever.
  private func isNews(_ line: String, since known: Set<String>) throws -> Bool {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 2, let tip = ObjectID(words[1]) else { return false }
    let before = known.first { $0.hasPrefix(words[0] + " ") }.flatMap {
      ObjectID(String($0.dropFirst(words[0].count + 1)))
    }
    return try git { () throws(GitError) in
      let base = try before.flatMap { id throws(GitError) in
        try repository.object(id) == nil ? nil : try repository.commit(id).tree
      }
      let deltas = try repository.changes(from: base, to: repository.commit(tip).tree)
      let segments = deltas.filter { SegmentPath.number($0.pathBytes) != nil }.compactMap(\.newID)
      guard segments.count <= 16 else { return true }
      for id in segments {
        for line in RecordLine.lines(of: try repository.blob(id, limit: 64 << 20)) {
          let event = try? RecordLine.decoded(Event.self, from: line)
          if case .logCheckpoint = event?.payload { continue }
          return true
        }
      }
      return false
    }
  }
}
