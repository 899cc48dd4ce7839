import Foundation
import GitKit
import ReviewModel

/// One exchange with one remote.
struct Exchange {
  let workbench: Workbench
  let remote: String
  let sendsPersons: Bool
  let progress: (@Sendable (ExchangeProgress) -> Void)?

  private var repository: GitRepository { workbench.repository }

  /// Runs git in this repository; its words are those that `GitSpeech` knows.
  private func run(_ arguments: [String], isLong: Bool = false) throws -> Program.Outcome {
    var environment = workbench.environment.variables
    environment["LC_ALL"] = "C"
    let arguments = ["-C", workbench.root ?? repository.gitFolder] + arguments
    guard isLong, let progress else { return try Program.git(environment).run(arguments) }
    return try Program.git(environment).run(arguments) { line in
      if let news = GitSpeech.progress(line) { progress(news) }
      return GitSpeech.isProgress(line)
    }
  }

  private func failure(_ outcome: Program.Outcome) -> Failure {
    let known = GitSpeech.trouble(outcome.errors)
    return .exchangeFailed(
      remote: remote, known?.trouble ?? .other, reason: known?.line ?? outcome.complaint)
  }

  /// The refs of bodies and persons that a fetch may replace.
  func bodies() throws -> [LogRef] {
    try LogRef.all(in: repository).filter { ref in
      ref.store != .log
        && (ref.name.hasPrefix("refs/naskah-seen/\(remote)/")
          || ref.name.hasPrefix("refs/naskah-private-seen/\(remote)/"))
    }
  }

  func fetch() throws {
    let specs = try git { () throws(GitError) in
      try repository.remotes().first { $0.name == remote }?.fetchRefspecs ?? []
    }
    let persons = "+refs/naskah-private/*:refs/naskah-private-seen/\(remote)/*"
    let outcome = try run(
      ["fetch", progress == nil ? "--quiet" : "--progress", "--no-tags", "--no-write-fetch-head"]
        + [remote] + specs + (sendsPersons ? [persons] : []), isLong: true)
    guard outcome.status == 0 else { throw failure(outcome) }
  }

  /// The remote's own refs of the review log, as just fetched, by their name there.
  func theirRefs() throws -> [String: ObjectID] {
    try git { () throws(GitError) in
      var result: [String: ObjectID] = [:]
      for (here, there) in [
        ("refs/naskah-seen/\(remote)/", "refs/naskah/"),
        ("refs/naskah-private-seen/\(remote)/", "refs/naskah-private/"),
      ] {
        for reference in try repository.references(under: here) {
          result[there + reference.name.dropFirst(here.count)] = reference.target
        }
      }
      return result
    }
  }

  /// Brings the branch to what the remote has where nothing was changed here.
  func bringForward(
    _ before: SyncReport.Branch
  ) throws -> (SyncReport.Branch, Failure?) {
    let head = try git { () throws(GitError) in try repository.head() }
    let (branch, own): (String, ObjectID?) =
      switch head {
      case .branch(let name, let commit): (name, commit)
      case .unborn(let name): (name, nil)
      case .detached: ("", nil)
      }
    guard !branch.isEmpty, !repository.isBare else { return (.none, nil) }
    let short = String(branch.dropFirst("refs/heads/".count))
    let tracking = "refs/remotes/\(remote)/\(short)"
    let theirs = try git { () throws(GitError) in try repository.reference(tracking)?.target }
    guard let own else {
      guard theirs != nil else { return (.none, nil) }
      return try fastForward(to: tracking, short)
    }
    guard let theirs else { return (.pushed, nil) }
    if own == theirs { return (before == .none ? .current : before, nil) }
    let (isBehind, isAhead) = try git { () throws(GitError) in
      (try repository.isAncestor(own, of: theirs), try repository.isAncestor(theirs, of: own))
    }
    if isAhead { return (.pushed, nil) }
    if isBehind { return try fastForward(to: tracking, short) }
    return (.none, .draftsDiverged(branch: short, remote: remote))
  }

  private func fastForward(
    to tracking: String, _ branch: String
  ) throws -> (SyncReport.Branch, Failure?) {
    let outcome = try run(["merge", "--ff-only", "--quiet", tracking])
    guard outcome.status == 0 else {
      return (.none, .draftsInTheWay(branch: branch, reason: outcome.complaint))
    }
    return (.fastForwarded, nil)
  }

  /// Pushes this clone's refs, and those of others that it erased something of.
  /// - Parameter fetched: the remote's refs, as they were before erasures were carried out here.
  /// - Returns: the names pushed, and those refused because the remote had changed meanwhile.
  func push(
    _ fetched: [String: ObjectID], withBranch: Bool
  ) throws -> (pushed: [String], rejected: [String]) {
    var specs: [String] = []
    var leases: [String] = []
    let own = EventLog(repository: repository).knownWriter()
    let refs = try LogRef.all(in: repository)
    let held = Set(refs.map(\.name))
    for ref in refs {
      let isOwn = ref.name.hasPrefix("refs/naskah/") || ref.name.hasPrefix("refs/naskah-private/")
      guard let name = nameThere(ref, isOwn: isOwn), fetched[name] != ref.commit else { continue }
      // What came back of a ref held here is rewritten too, and not always to the same commit.
      guard isOwn || !held.contains(name) else { continue }
      guard ref.store != .person || sendsPersons else { continue }
      let there = fetched[name]
      let grew = try there.map { try isAncestor($0, of: ref.commit) } ?? true
      if isOwn, grew {
        specs.append("\(ref.commit):\(name)")
      } else if ref.store == .log {
        // Only its own writer may say that a log is otherwise.
        if isOwn, ref.writer == own {
          throw Failure.exchangeFailed(remote: remote, .forked, reason: name)
        }
      } else if try isErasure(ref.commit), try isOwn ? ref.writer == own : mayErase() {
        specs.append("+\(ref.commit):\(name)")
        leases.append("--force-with-lease=\(name):\(there?.description ?? "")")
      } else if isOwn, ref.writer == own, let there, try hasErasureBelow(ref.commit) {
        specs.append("+\(ref.commit):\(name)")
        leases.append("--force-with-lease=\(name):\(there)")
      }
    }
    if withBranch,
      case .branch(let branch, _) = try git({ () throws(GitError) in
        try repository.head()
      })
    {
      specs.append("\(branch):\(branch)")
    }
    guard !specs.isEmpty else { return ([], []) }
    return try push(specs, leases)
  }

  /// What a ref is called at the remote; nil for what came from another one.
  private func nameThere(_ ref: LogRef, isOwn: Bool) -> String? {
    if isOwn { return ref.name }
    let seen = "refs/naskah-seen/\(remote)/"
    if ref.name.hasPrefix(seen) { return "refs/naskah/" + ref.name.dropFirst(seen.count) }
    let persons = "refs/naskah-private-seen/\(remote)/"
    return ref.name.hasPrefix(persons)
      ? "refs/naskah-private/" + ref.name.dropFirst(persons.count) : nil
  }

  private func push(
    _ specs: [String], _ leases: [String]
  ) throws -> (pushed: [String], rejected: [String]) {
    let outcome = try run(
      ["push", "--porcelain", progress == nil ? "--quiet" : "--progress"] + leases + [remote]
        + specs, isLong: true)
    var pushed: [String] = []
    var rejected: [String] = []
    for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count >= 2, let name = fields[1].split(separator: ":").last.map(String.init)
      else { continue }
      if fields[0] == "!" {
        guard
          line.contains("fetch first") || line.contains("stale info")
            || line.contains("non-fast-forward") || line.contains("failed to update ref")
            || line.contains("cannot lock ref") || line.contains("failed to lock")
            || line.contains("reference already exists") || line.contains("failed to push")
        else {
          throw Failure.exchangeFailed(
            remote: remote, .refused, reason: fields.dropFirst().joined(separator: " "))
        }
        rejected.append(name)
      } else {
        pushed.append(name)
      }
    }
    guard outcome.status == 0 || !rejected.isEmpty else { throw failure(outcome) }
    if outcome.status == 0, pushed.isEmpty {
      // Quiet pushes name only what went wrong.
      pushed = specs.compactMap { $0.split(separator: ":").last.map(String.init) }
    }
    return (pushed, rejected)
  }

  private func isAncestor(_ old: ObjectID, of new: ObjectID) throws -> Bool {
    try git { () throws(GitError) in
      guard try repository.object(old)?.kind == .commit else { return false }
      return try repository.isAncestor(old, of: new)
    }
  }

  /// Whether a commit is one that an erasure left: without parents, and it names the erasure.
  private func isErasure(_ id: ObjectID) throws -> Bool {
    let commit = try git { () throws(GitError) in try repository.commit(id) }
    return commit.parents.isEmpty && commit.message.hasPrefix("naskah: erase")
  }

  /// Whether a chain of commits begins with what an erasure left.
  private func hasErasureBelow(_ id: ObjectID) throws -> Bool {
    var next: ObjectID? = id
    while let current = next {
      if try isErasure(current) { return true }
      next = try git { () throws(GitError) in try repository.commit(current).parents.first }
    }
    return false
  }

  private func mayErase() throws -> Bool {
    do {
      try workbench.requireLeave(toRecord: DataErased.type)
      return true
    } catch Failure.notAllowed {
      return false
    }
  }
}
