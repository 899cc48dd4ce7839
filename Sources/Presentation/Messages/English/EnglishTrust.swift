import ReviewModel

extension English {
  func role(_ role: ReviewRole?) -> String {
    switch role {
    case .drafter: "drafter"
    case .reviewer: "reviewer"
    case .secretariat: "secretariat"
    case .observer: "observer"
    case nil: "no role yet"
    }
  }

  func keyReady(_ report: KeyReport) -> [String] {
    [
      report.isNew
        ? "Key made: \(report.signingKey)" : "Key in use: \(report.signingKey)",
      "\(report.principal) stands in register/signers: \(role(report.role)).",
    ]
      + (report.role == nil
        ? ["It counts once the secretariat has said: naskah key role \(report.principal) ROLE"]
        : [])
  }

  func roleSet(_ principal: String, _ role: ReviewRole) -> String {
    "\(principal) is now: \(self.role(role))."
  }

  func keyRevoked(_ principal: String) -> String {
    "The keys of \(principal) end now; what was signed before still counts."
  }

  func signersHead(_ report: SignersReport) -> String {
    let count = "\(number(report.signers.count)) \(report.signers.count == 1 ? "key" : "keys")"
    return report.requiresSignatures
      ? "\(count); everything must be signed" : "\(count); signatures are not required"
  }

  func keyEnds(_ time: String) -> String { "ended \(time)" }
  var keyWaits: String { "waits for the secretariat" }
  func setting(_ name: String, _ value: String) -> String { "\(name) = \(value)" }

  func verified(_ report: VerifyReport) -> String {
    let logs =
      "\(number(report.logs.count)) \(report.logs.count == 1 ? "log" : "logs"), "
      + "\(number(report.events)) \(report.events == 1 ? "event" : "events")"
    let apart = report.logs.count { $0.trust == .quarantined }
    if report.findings.isEmpty { return "\(logs): all in order." }
    return "\(logs): \(number(report.findings.count)) "
      + (report.findings.count == 1 ? "finding" : "findings")
      + (apart > 0 ? ", \(number(apart)) \(apart == 1 ? "log" : "logs") in quarantine" : "")
  }

  func revisionsSigned(_ signed: Int, of total: Int) -> String {
    "\(number(signed)) of \(number(total)) revisions signed"
  }

  func trust(_ trust: CommentReport.Trust) -> String {
    switch trust {
    case .unsigned: "not signed"
    case .verified: "signature checked"
    case .quarantined: "in quarantine"
    }
  }

  func finding(_ kind: TrustFinding.Kind) -> String {
    switch kind {
    case .unsigned: "not signed, although signatures are required"
    case .badSignature: "the signature does not fit"
    case .unknownKey: "signed with a key that is not in force in register/signers"
    case .expiredKey: "signed with a key that had ended"
    case .changedKey: "continued with another key than the writer's"
    case .sharedKey: "two writers sign with one key"
    case .noRole: "signed by someone who has no role in register/roles.yml"
    case .notALog: "is not a log"
    case .newerFormat: "of a format that this version does not know"
    case .rewritten: "was rewritten: events that were seen before are missing or changed"
    case .rolledBack: "was rolled back: events that were seen before are missing"
    case .behind: "is shorter than another writer has seen it; fetch, or ask its writer"
    case .forked: "parted in two: the same writer appended in two places"
    case .gap: "a segment is missing"
    case .order: "events are out of order"
    case .strangeFile: "holds a file that does not belong there"
    case .unreadable: "an object is missing or damaged"
    case .notJSON: "a record cannot be read"
    case .tooLarge: "a record is too large"
    case .clock: "an impossible clock"
    case .forgedWriter: "an event names another writer"
    case .notAllowed: "an event that its writer may not record"
    case .repeated: "an event stands twice"
    case .textChanged: "a text was changed"
    case .textMissing: "a text is missing and was not erased"
    case .textNotErased: "a text that was erased is still there"
    case .registerNotAllowed: "a change of the register without the secretariat's signature"
    case .revisionUnsigned: "a revision is not signed by someone in the register"
    case .revisionBadSignature: "the signature of a revision does not fit"
    }
  }

  func quarantinedEvents(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "record" : "records") in quarantine, without effect"
  }

  func erased(_ report: EraseReport) -> [String] {
    var lines = [
      "The text of \(report.target.short) was erased from this clone "
        + "(\(number(report.destroyed)) \(report.destroyed == 1 ? "object" : "objects") destroyed)."
    ]
    lines.append(
      report.remotes.isEmpty
        ? "Other clones hold a copy until they are synchronised."
        : "These still hold a copy: \(list(report.remotes)), and every other clone. "
          + "To erase it there: naskah sync; hosts need their own git gc.")
    return lines
  }

  func erasedText(_ reason: String, _ date: String) -> String { "(erased \(date): \(reason))" }

  func synced(_ report: SyncReport) -> [String] {
    var parts = ["\(number(report.received)) \(report.received == 1 ? "event" : "events") received"]
    parts.append("\(number(report.pushed.count)) \(report.pushed.count == 1 ? "ref" : "refs") sent")
    switch report.branch {
    case .none: break
    case .current: parts.append("drafts up to date")
    case .fastForwarded: parts.append("drafts brought up to date")
    case .pushed: parts.append("drafts sent")
    }
    if report.erased > 0 { parts.append("\(number(report.erased)) erasures carried out") }
    if report.sentPersons { parts.append("names and contacts sent") }
    return ["\(report.remote): \(parts.joined(separator: ", "))."]
  }

  func trustFailure(_ failure: Failure) -> FailureText? {
    switch failure {
    case .keyMissing:
      FailureText(
        "This workbench requires signatures, and here is no key.", "Make one: naskah key init")
    case .keyFileInvalid(let path, let reason):
      FailureText("The key \(path) cannot be used: \(reason)")
    case .principalInvalid(let text):
      FailureText(
        "\"\(text)\" cannot stand in register/signers.",
        "Use an e-mail address: naskah key init --principal ADDRESS")
    case .principalUnknown(let text, let known):
      FailureText("\(text) is not in register/signers; there are \(list(known)).")
    case .signingFailed(let reason):
      FailureText("Signing failed: \(reason)", "Check the key: naskah key list")
    case .notAllowed(let principal, let what):
      FailureText(
        "\(principal ?? "This clone") may not do this (\(what)).",
        "Roles stand in register/roles.yml; the secretariat gives them: naskah key role")
    case .settingUnknown(let name, let known):
      FailureText("There is no setting \(name); there are \(list(known)).")
    case .settingInvalid(let name, let value, let known):
      FailureText("\(name) cannot be \(value); it can be \(list(known)).")
    case .eventNotFound(let id):
      FailureText(
        "There is no comment, reply or answer \(id).", "To list comments: naskah comment list")
    case .alreadyErased(let id): FailureText("The text of \(id) was erased already.")
    case .purgeFailed(let reason):
      FailureText(
        "The erasure is recorded, but objects remain in this clone: \(reason)",
        "Run: git gc --prune=now")
    case .remoteNotFound(let name, let existing):
      existing.isEmpty
        ? FailureText("There is no remote \(name).", "To add one: git remote add \(name) URL")
        : FailureText("There is no remote \(name); there are \(list(existing)).")
    case .noRemote:
      FailureText(
        "There is no remote to synchronise with.", "To add one: git remote add origin URL")
    case .remoteNotInternal(let name):
      FailureText(
        "\(name) is not marked as internal; names and contacts were not sent.",
        "Only where the host belongs to the office: naskah config internal.\(name) true")
    case .exchangeFailed(let remote, let trouble, let reason): exchange(remote, trouble, reason)
    case .draftsDiverged(let branch, let remote):
      FailureText(
        "The drafts were changed here and at \(remote); comments were exchanged, drafts were not.",
        "Merge them: naskah merge \(remote)/\(branch), then naskah sync")
    case .draftsInTheWay(let branch, let reason):
      FailureText(
        "The newer drafts of \(branch) cannot be brought in: \(reason)",
        "Save your changes first: naskah commit -m MESSAGE")
    default: nil
    }
  }

  func trustAbstract(_ topic: HelpTopic) -> String {
    switch topic {
    case .key: "Keys for signing, and who may do what."
    case .keyInit: "Give this clone a key and register it."
    case .keyList: "List the registered keys."
    case .keyRole: "Say what a registered person may do."
    case .keyRevoke: "End a person's keys."
    case .config: "Read or change a setting of the workbench."
    case .verify: "Check signatures, logs, texts, roles and the register."
    case .erase: "Erase the text and contact of a comment, reply or answer."
    case .sync: "Exchange comments and drafts with a remote."
    default: ""
    }
  }

  func trustDiscussion(_ topic: HelpTopic) -> String {
    switch topic {
    case .keyInit:
      "Makes an Ed25519 key in ~/.ssh, or takes the one that git signs with. The first person is the "
        + "secretariat; others wait for it. Revisions and logs are then signed as git signs."
    case .config:
      "Settings: require-signatures (true, false), for all; internal.REMOTE (true, false), for this "
        + "clone: whether names and contacts go there."
    case .verify: "Exits with 1 when something is found."
    case .erase:
      "For requests under UU 27/2022. The reason is shown to everyone: no personal data in it. "
        + "Other clones erase when they next run naskah sync."
    case .sync:
      "Fetches, carries out erasures, brings drafts forward, pushes. Uses git, with its keys and "
        + "credential helpers."
    default: ""
    }
  }

  func trustOption(_ option: HelpOption) -> String {
    switch option {
    case .principal: "The name in the register; the e-mail address of git without it."
    case .keyFile: "A key file, or the text of a public key that an agent holds."
    case .role: "drafter, reviewer, secretariat or observer."
    case .signer: "A name in register/signers."
    case .settingName: "The setting's name; none: all."
    case .settingValue: "The new value; without it the present one is shown."
    case .eraseID: "The id of the comment, reply or answer."
    case .eraseReason: "Why; everyone can read it."
    case .remote: "The remote; the branch's own, or origin, without it."
    case .withPersons: "Fail unless names and contacts may be sent to the remote too."
    default: ""
    }
  }
}
