import DraftDiff
import LegalText

/// What one step of history says of single units: which they were, and what happened to them.
public struct UnitTrace: Sendable {
  private let comparison: Comparison
  private let old: LegalDocument
  private let new: LegalDocument
  /// New units whose own words the step changed.
  private let edited: Set<Int>

  /// Makes a trace from the comparison of two texts.
  public init(_ comparison: Comparison, from old: LegalDocument, to new: LegalDocument) {
    self.comparison = comparison
    self.old = old
    self.new = new
    edited = Set(
      comparison.changes.compactMap { $0.kinds.contains(.edited) ? $0.new?.unit : nil })
  }

  /// The old units that a new one was, the one that it goes on from first; none for one that the
  /// step inserted.
  public func origins(of unit: Int) -> [Int] { comparison.alignment.counterparts(ofNew: unit) }

  /// The new units that an old one became, the one that goes on first; none for one removed.
  public func destinations(of unit: Int) -> [Int] {
    comparison.alignment.counterparts(ofOld: unit)
  }

  /// Whether the unit's own words came or changed with this step; numbers that merely followed
  /// what they refer to do not count.
  public func changesOwnWords(of unit: Int) -> Bool {
    origins(of: unit).isEmpty || edited.contains(unit)
  }

  /// What happened to a unit with all that it holds; nil where nothing did.
  /// - Parameters:
  ///   - from: the unit in the old text; nil where the step inserted it.
  ///   - to: the unit in the new text; nil where the step removed it.
  public func event(from: Int?, to: Int?) -> UnitEvent? {
    var event = UnitEvent(
      address: to.map { new.units[$0].address },
      origins: to.map(origins)?.map { old.units[$0].address }
        ?? from.map { [old.units[$0].address] } ?? [])
    if from == nil { event.kinds.insert(.inserted) }
    if to == nil { event.kinds.insert(.removed) }
    guard let from, let to else {
      let text =
        from.map { old.text(in: old.units[$0].range) }
        ?? to.map { new.text(in: new.units[$0].range) } ?? ""
      let words = WordChange.wordCount(text)
      if to == nil { event.deletedWords = words } else { event.insertedWords = words }
      return event
    }
    let before = from..<max(old.units[from].subtreeEnd, from + 1)
    let after = to..<max(new.units[to].subtreeEnd, to + 1)
    for change in comparison.changes {
      if change.new?.unit == to {
        event.kinds.formUnion(change.kinds)
        if change.notes.contains(.ambiguous) { event.isAmbiguous = true }
      } else if (change.new?.unit).map(after.contains) ?? false
        || (change.old?.unit).map(before.contains) ?? false
      {
        // What it holds is part of it; a number alone inside it is not.
        if !change.kinds.subtracting([.renumbered]).isEmpty { event.kinds.insert(.edited) }
      } else {
        continue
      }
      count(change, in: &event, from: before, to: after)
    }
    if old.units[from].address != new.units[to].address {
      event.kinds.formUnion(inherited(to))
    }
    return event.kinds.isEmpty ? nil : event
  }

  private func count(
    _ change: Change, in event: inout UnitEvent, from: Range<Int>, to: Range<Int>
  ) {
    for word in change.words where word.effect == nil {
      switch word.op {
      case .equal: break
      case .insert:
        if (change.new?.unit).map(to.contains) == true {
          event.insertedWords += WordChange.wordCount(word.text)
        }
      case .delete:
        if (change.old?.unit).map(from.contains) == true {
          event.deletedWords += WordChange.wordCount(word.text)
        }
      }
    }
  }

  /// Why the address of a unit changed: what happened to the nearest unit that holds it.
  private func inherited(_ unit: Int) -> Set<ChangeKind> {
    let places: Set<ChangeKind> = [.moved, .renumbered, .split, .merged]
    var next: Int? = unit
    while let held = next {
      let kinds = comparison.changes.first { $0.new?.unit == held }?.kinds ?? []
      let found = kinds.intersection(places)
      if !found.isEmpty { return found }
      next = new.units[held].parent
    }
    return [.renumbered]
  }
}

/// What one revision did to a unit.
public struct UnitEvent: Sendable, Hashable {
  /// Its address in the revision's text; nil where the revision removed it.
  public var address: String?
  /// Its address in the text before; several where units were merged, none where it came new.
  public var origins: [String]
  /// What happened to it.
  public var kinds: Set<ChangeKind> = []
  /// How many words came, in what it holds too.
  public var insertedWords = 0
  /// How many words went.
  public var deletedWords = 0
  /// Whether other units had the same words, so that it may have been one of them.
  public var isAmbiguous = false

  /// Makes an event of which nothing is known yet.
  public init(address: String?, origins: [String]) {
    self.address = address
    self.origins = origins
  }
}
