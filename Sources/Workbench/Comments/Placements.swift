import DraftDiff
import GitKit
import LegalText
import ReviewModel

/// Places the comments of one draft in one of its texts; texts are read and compared once each.
struct PlacementFinder {
  let workbench: Workbench
  let folder: DraftFolder
  let revisions: [Revision]
  private let positions: [String: Int]
  private let target: LegalDocument
  /// The position of the target among the revisions; one past the last for the working text.
  private let targetPosition: Int
  private var texts: TextCache
  private var comparisons: [Int: Comparison] = [:]
  private var paths: [String: Origin?] = [:]
  private var placements: [String: Placement] = [:]

  private struct Origin {
    var document: LegalDocument
    var steps: [Placer.Step]
  }

  /// - Parameters:
  ///   - target: the text looked at.
  ///   - position: the target's position among the revisions; their count for the working text.
  init(
    workbench: Workbench, folder: DraftFolder, revisions: [Revision], target: LegalDocument,
    position: Int
  ) {
    self.workbench = workbench
    self.folder = folder
    self.revisions = revisions
    self.target = target
    targetPosition = position
    texts = TextCache(workbench: workbench, folder: folder)
    positions = Dictionary(
      revisions.enumerated().map { ($1.commit, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The revision that a comment was made on; nil when it is not in this branch's history.
  func revision(of anchor: Anchor) -> Revision? {
    positions[anchor.commit].map { revisions[$0] }
  }

  /// Where an anchor stands in the target.
  mutating func placement(of anchor: Anchor) throws -> Placement {
    let key = "\(anchor.commit) \(anchor.address ?? "")"
    if let known = placements[key] { return known }
    let placement: Placement
    if let origin = try origin(at: anchor.commit) {
      placement = Placer.place(anchor.address, of: origin.document, through: origin.steps)
    } else {
      placement = Placement(
        state: anchor.address == nil ? .current : .detached, address: nil)
    }
    placements[key] = placement
    return placement
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
      let step = Placer.Step(
        alignment: Comparison.compare(document, target).alignment, isBackward: false,
        target: target)
      found = Origin(document: document, steps: [step])
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
    var position = start
    while position != targetPosition {
      let isBackward = position > targetPosition
      let next = isBackward ? position - 1 : position + 1
      guard let alignment = try alignment(upTo: max(position, next)),
        let target = try text(at: next)
      else { return nil }
      steps.append(Placer.Step(alignment: alignment, isBackward: isBackward, target: target))
      position = next
    }
    return Origin(document: document, steps: steps)
  }

  /// The text at a position; nil where the revision had none.
  mutating func text(at position: Int) throws -> LegalDocument? {
    position == targetPosition ? target : try texts.text(at: revisions[position])
  }

  /// The alignment of the text at a position with the one before it.
  private mutating func alignment(upTo position: Int) throws -> Alignment? {
    try comparison(upTo: position)?.alignment
  }

  /// What changed from the text before a position to the one there; nil where either is missing.
  mutating func comparison(upTo position: Int) throws -> Comparison? {
    if let known = comparisons[position] { return known }
    guard position > 0, let old = try text(at: position - 1), let new = try text(at: position)
    else { return nil }
    let comparison = Comparison.compare(old, new)
    comparisons[position] = comparison
    return comparison
  }
}
