import DraftDiff
import GitKit
import LegalText
import ReviewModel
import Synchronization

/// Places the comments of one draft in one of its texts; texts are read and compared once each.
struct PlacementFinder {
  let workbench: Workbench
  let folder: DraftFolder
  let revisions: [Revision]
  private let positions: [String: Int]
  private let targetText: DraftText
  private var target: LegalDocument { targetText.document }
  /// The position of the target among the revisions; one past the last for the working text.
  private let targetPosition: Int
  private var texts: [ObjectID: LateText] = [:]
  private var blobs: [Int: ObjectID?] = [:]
  private var matches: [Int: UnitMatches] = [:]
  private var paths: [String: Origin?] = [:]
  private var placements: [Place: Placement] = [:]

  private struct Place: Hashable {
    var commit: String
    var address: String
  }

  private struct Origin {
    var document: LegalDocument
    var steps: [Placer.Step]
  }

  /// - Parameters:
  ///   - target: the text looked at.
  ///   - position: the target's position among the revisions; their count for the working text.
  init(
    workbench: Workbench, folder: DraftFolder, revisions: [Revision], target: DraftText,
    position: Int
  ) {
    self.workbench = workbench
    self.folder = folder
    self.revisions = revisions
    targetText = target
    targetPosition = position
    positions = Dictionary(
      revisions.enumerated().map { ($1.commit, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The revision of a commit; nil when it is not in this branch's history.
  func revision(of commit: String) -> Revision? { positions[commit].map { revisions[$0] } }

  /// Where the place at an address of a commit's text stands in the target.
  mutating func placement(of address: String?, at commit: String) throws -> Placement {
    guard let address else { return Placement(state: .current, address: nil) }
    let key = Place(commit: commit, address: address)
    if let known = placements[key] { return known }
    let placement: Placement
    if let origin = try origin(at: commit) {
      placement = try Placer.place(address, of: origin.document, through: origin.steps)
    } else {
      placement = Placement(state: .detached, address: nil)
    }
    placements[key] = placement
    return placement
  }

  /// The index of the unit of the target that a person names.
  func unit(named name: String) throws(Failure) -> Int {
    try UnitLookup.index(of: name, in: targetText)
  }

  /// Whether a unit of the target is another or holds it.
  func holds(_ holder: Int, _ unit: Int) -> Bool {
    var unit: Int? = unit
    while let current = unit {
      if current == holder { return true }
      unit = target.units[current].parent
    }
    return false
  }

  /// The index of a placement's unit in the target, nil where it has none.
  func unit(_ placement: Placement) -> Int? {
    placement.address.flatMap { target.index(ofAddress: $0) }
  }

  private mutating func origin(at commit: String) throws -> Origin? {
    if let known = paths[commit] { return known }
    let found: Origin?
    if let position = positions[commit] {
      found = try path(from: position)
    } else if let document = try strayText(at: commit) {
      let target = target
      let matches = UnitMatches(
        Comparison.compare(document, target).alignment, document, target)
      found = Origin(document: document, steps: [Placer.Step(matches) { target }])
    } else {
      found = nil
    }
    paths[commit] = .some(found)
    return found
  }

  /// The text in a commit outside this branch's history, where this clone has it.
  private func strayText(at commit: String) throws -> LegalDocument? {
    guard let id = ObjectID(commit),
      let bytes = try? workbench.file(folder.textPath, at: id)
    else { return nil }
    return LegalParser.parse(bytes)
  }

  private mutating func path(from start: Int) throws -> Origin? {
    guard let document = try text(at: start) else { return nil }
    var steps: [Placer.Step] = []
    var compared: [StoredMatches] = []
    var position = start
    while position != targetPosition {
      let isBackward = position > targetPosition
      let next = isBackward ? position - 1 : position + 1
      guard let before = try blob(at: position), let after = try blob(at: next) else { return nil }
      if before != after {
        let pair = isBackward ? (old: after, new: before) : (old: before, new: after)
        let matches = try matches(of: pair, upTo: max(position, next), &compared)
        let target = lateText(after)
        steps.append(Placer.Step(matches, isBackward: isBackward) { try target.document() })
      }
      position = next
    }
    if !compared.isEmpty { try workbench.index().remember(compared) }
    return Origin(document: document, steps: steps)
  }

  /// How the units of the text before a position answer to those of the text there: as was found
  /// before, or is found now; then two saved texts are added to `compared`.
  private mutating func matches(
    of pair: (old: ObjectID, new: ObjectID), upTo position: Int, _ compared: inout [StoredMatches]
  ) throws -> UnitMatches {
    if let known = matches[position] { return known }
    let isSaved = position < revisions.count
    let found: UnitMatches
    if isSaved, let stored = try workbench.index().matches(from: pair.old, to: pair.new) {
      found = stored
    } else {
      let (old, new) = (try lateText(pair.old).document(), try lateText(pair.new).document())
      found = UnitMatches(Comparison.compare(old, new).alignment, old, new)
      if isSaved { compared.append(StoredMatches(old: pair.old, new: pair.new, matches: found)) }
    }
    matches[position] = found
    return found
  }

  /// The id of the text at a position, as it has or would have it; nil where the revision had none.
  private mutating func blob(at position: Int) throws -> ObjectID? {
    if let known = blobs[position] { return known }
    let isTarget = position == targetPosition
    let blob: ObjectID?
    if isTarget {
      let bytes = target.source
      blob = try git { () throws(GitError) in try ObjectID.ofBlob(bytes) }
    } else {
      blob = try workbench.textBlob(of: folder, at: revisions[position])
    }
    if isTarget, let blob { texts[blob] = LateText(target) }
    blobs.updateValue(blob, forKey: position)
    return blob
  }

  private mutating func lateText(_ blob: ObjectID) -> LateText {
    if let known = texts[blob] { return known }
    let repository = workbench.repository
    let text = LateText { try git { () throws(GitError) in try repository.blob(blob) } }
    texts[blob] = text
    return text
  }

  /// The text at a position; nil where the revision had none.
  mutating func text(at position: Int) throws -> LegalDocument? {
    if position == targetPosition { return target }
    return try blob(at: position).map { try lateText($0).document() }
  }

  /// What changed from the text before a position to the one there; nil where either is missing.
  mutating func comparison(upTo position: Int) throws -> Comparison? {
    guard position > 0, let old = try text(at: position - 1), let new = try text(at: position)
    else { return nil }
    return Comparison.compare(old, new)
  }
}

/// A text that is read when it is first asked for.
private final class LateText: Sendable {
  private let bytes: @Sendable () throws -> [UInt8]
  private let read: Mutex<LegalDocument?>

  init(_ bytes: @escaping @Sendable () throws -> [UInt8]) {
    self.bytes = bytes
    read = Mutex(nil)
  }

  init(_ document: LegalDocument) {
    bytes = { document.source }
    read = Mutex(document)
  }

  func document() throws -> LegalDocument {
    try read.withLock { read in
      if let read { return read }
      let document = LegalParser.parse(try bytes())
      read = document
      return document
    }
  }
}
