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
  /// Where matches are kept; taken once.
  private var index: ReviewIndex?
  private var believesStored = true
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
    do {
      placement = try self.placement(of: key)
    } catch is Placer.MatchesOfOtherTexts where believesStored {
      // The index is damaged: what it keeps is found anew.
      believesStored = false
      (matches, paths) = ([:], [:])
      placement = try self.placement(of: key)
    }
    placements[key] = placement
    return placement
  }

  private mutating func placement(of place: Place) throws -> Placement {
    guard let origin = try origin(at: place.commit) else {
      return Placement(state: .detached, address: nil)
    }
    return try Placer.place(place.address, of: origin.document, through: origin.steps)
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
    var pairs: [Pair] = []
    var position = start
    while position != targetPosition {
      let isBackward = position > targetPosition
      let next = isBackward ? position - 1 : position + 1
      guard let before = try blob(at: position), let after = try blob(at: next) else { return nil }
      if before != after {
        pairs.append(
          Pair(
            position: max(position, next), isSaved: max(position, next) < revisions.count,
            texts: isBackward ? TextPair(after, before) : TextPair(before, after)))
      }
      position = next
    }
    try findMatches(of: pairs)
    let isBackward = start > targetPosition
    let steps = pairs.compactMap { pair in
      matches[pair.position].map { matches in
        let target = lateText(isBackward ? pair.texts.old : pair.texts.new)
        return Placer.Step(matches, isBackward: isBackward) { try target.document() }
      }
    }
    return Origin(document: document, steps: steps)
  }

  /// Two texts beside each other in history.
  private struct Pair {
    /// That of the newer one.
    var position: Int
    /// Whether both are texts of revisions.
    var isSaved: Bool
    var texts: TextPair
  }

  /// Sees to it that the matches of pairs are known: as they were found before, or are found now.
  private mutating func findMatches(of pairs: [Pair]) throws {
    let unknown = pairs.filter { matches[$0.position] == nil }
    guard !unknown.isEmpty else { return }
    let index = try self.index ?? workbench.index()
    self.index = index
    let asked = believesStored ? unknown.filter(\.isSaved) : []
    let stored = try index.matches(of: asked.map(\.texts))
    var compared: [TextPair: UnitMatches] = [:]
    for pair in unknown {
      if let known = stored[pair.texts] ?? compared[pair.texts] {
        matches[pair.position] = known
        continue
      }
      let old = try lateText(pair.texts.old).document()
      let new = try lateText(pair.texts.new).document()
      let found = UnitMatches(Comparison.compare(old, new).alignment, old, new)
      matches[pair.position] = found
      if pair.isSaved { compared[pair.texts] = found }
    }
    index.remember(compared)
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
