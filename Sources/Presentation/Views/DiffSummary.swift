import DraftDiff
import LegalText
import ReviewModel

/// The changes of a comparison gathered by Pasal, for reading.
struct DiffGroups {
  /// The changes within one Pasal, or one unit outside of any.
  struct Group {
    /// The unit that holds them: in the new text, of what was removed in the old one.
    var address: String
    /// Positions in `comparison.changes`.
    var changes: [Int]
  }

  let report: DiffReport
  /// Those with something to read, in the order of the text.
  private(set) var groups: [Group] = []
  /// Those in which only numbers changed, and references that merely followed.
  private(set) var folded: [Int] = []

  init(_ report: DiffReport, unfolded: Bool) {
    self.report = report
    var positions: [String: Int] = [:]
    for (index, change) in report.comparison.changes.enumerated() {
      guard unfolded || isWorthReading(change) else {
        folded.append(index)
        continue
      }
      let address = holder(of: change)
      if let position = positions[address] {
        groups[position].changes.append(index)
      } else {
        positions[address] = groups.count
        groups.append(Group(address: address, changes: [index]))
      }
    }
  }

  private func isWorthReading(_ change: Change) -> Bool {
    !change.kinds.subtracting([.renumbered]).isEmpty
      || change.references.contains { $0.effect != .consequential }
  }

  /// The nearest Pasal or amending instruction, else the unit itself.
  private func holder(of change: Change) -> String {
    let (document, start) =
      change.new.map { (report.new.document, $0.unit) }
      ?? change.old.map { (report.old.document, $0.unit) } ?? (report.new.document, nil)
    guard let start else { return "" }
    var unit: Int? = start
    while let candidate = unit {
      if [.pasal, .instruksi].contains(document.units[candidate].kind) {
        return (change.new == nil ? "-" : "") + document.units[candidate].address
      }
      unit = document.units[candidate].parent
    }
    return (change.new == nil ? "-" : "") + document.units[start].address
  }

  func change(_ index: Int) -> Change { report.comparison.changes[index] }

  /// `Pasal 27 ayat (1) → Pasal 28 ayat (1)`, or one label where it stayed.
  static func label(_ change: Change, _ words: any Messages) -> String {
    let old = change.old.map { name($0, change.kind, words) }
    let new = change.new.map { name($0, change.kind, words) }
    guard let old, let new, old != new else { return new ?? old ?? "" }
    return joined(old, new)
  }

  /// The Pasal that came or went with a chapter or division: `Pasal 10`, `Pasal 10–12`.
  func articles(in change: Change) -> String? {
    guard [.bab, .bagian, .paragraf].contains(change.kind) else { return nil }
    let (side, document) =
      change.new.map { ($0, report.new.document) } ?? change.old.map { ($0, report.old.document) }
      ?? (nil, report.new.document)
    guard let unit = side?.unit, change.old == nil || change.new == nil else { return nil }
    let alignment = report.comparison.alignment
    let labels = (unit..<document.units[unit].subtreeEnd).filter {
      document.units[$0].kind == .pasal
        && (change.new == nil
          ? alignment.counterparts(ofOld: $0) : alignment.counterparts(ofNew: $0)).isEmpty
    }.map { document.units[$0].label }
    guard let first = labels.first, let last = labels.last else { return nil }
    guard labels.count > 1 else { return first }
    return "\(first)–\(last.split(separator: " ").last ?? "")"
  }

  /// `Pasal 27 → 28 ayat (1)` where only one number differs, else both whole.
  private static func joined(_ old: String, _ new: String) -> String {
    let (before, after) = (old.split(separator: " "), new.split(separator: " "))
    let differing = zip(before, after).enumerated().filter { $0.element.0 != $0.element.1 }
    guard before.count == after.count, differing.count == 1, let position = differing.first?.offset,
      position > 0,
      ["Pasal", "ayat", "huruf", "angka", "BAB", "Bagian"].contains(before[position - 1])
    else { return "\(old) → \(new)" }
    let number = "\(before[position].filter { $0 != "," }) → \(after[position])"
    return (after[..<position] + [Substring(number)] + after[(position + 1)...])
      .joined(separator: " ")
  }

  private static func name(_ side: Change.Side, _ kind: UnitKind, _ words: any Messages) -> String {
    let label = UnitAddress.label(side.address)
    return label.isEmpty ? words.unitKind(kind) : label
  }

  /// What happened to a group, each class once, the weightiest first.
  func classes(_ group: Group) -> [ChangeKind] {
    let kinds = group.changes.reduce(into: Set<ChangeKind>()) { $0.formUnion(change($1).kinds) }
    let order: [ChangeKind] = [.inserted, .removed, .split, .merged, .moved, .edited]
    let found = order.filter(kinds.contains)
    if group.changes.count > 1 {
      let own = group.changes.map(change).first(where: Self.isHolder)?.kinds ?? []
      // A new ayat in an old Pasal is an edit of the Pasal.
      let isEdited = own.isDisjoint(with: [.inserted, .removed])
      return order.filter { own.contains($0) && $0 != .edited } + (isEdited ? [.edited] : [])
    }
    return found.isEmpty ? (kinds.contains(.renumbered) ? [.renumbered] : []) : found
  }

  /// Whether a change is one of a Pasal or instruction itself.
  static func isHolder(_ change: Change) -> Bool {
    [.pasal, .instruksi].contains(change.kind)
  }

  /// Words inserted and deleted, without those that merely followed a renumbering.
  func words(_ group: Group) -> (inserted: Int, deleted: Int) {
    var result = (inserted: 0, deleted: 0)
    for index in group.changes {
      for word in change(index).words where word.effect != .consequential {
        switch word.op {
        case .insert: result.inserted += WordChange.wordCount(word.text)
        case .delete: result.deleted += WordChange.wordCount(word.text)
        case .equal: break
        }
      }
    }
    return result
  }

  func comments(_ group: Group) -> Int {
    group.changes.reduce(0) { $0 + (report.comments[$1]?.count ?? 0) }
  }
}

/// What must not be missed: references that now point elsewhere or nowhere, figures that disagree
/// with their words.
enum DiffWarnings {
  static func sentences(_ report: DiffReport, _ words: any Messages) -> [String] {
    report.comparison.changes.flatMap { change -> [String] in
      let place = change.new.map { UnitAddress.label($0.address) } ?? ""
      let references = change.references.compactMap { reference -> String? in
        switch reference.effect {
        case .stale:
          let now = reference.newTarget.map {
            UnitAddress.label(report.new.document.units[$0].address)
          }
          return words.staleReference(in: place, to: reference.to, now: now ?? "")
        case .dangling: return words.danglingReference(in: place, to: reference.to)
        case .consequential, .substantive: return nil
        }
      }
      let figures = change.notes.compactMap { note -> String? in
        guard case .figureDisagrees(let figure) = note else { return nil }
        return words.figureDisagrees(in: place, figure)
      }
      return references + figures
    }
  }
}
