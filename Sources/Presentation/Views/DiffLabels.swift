import DraftDiff
import LegalText
import ReviewModel

/// What changed units are called: in the words of a lawyer, old and new.
extension DiffGroups {
  /// The name of a group: that of its only change, else of its Pasal.
  func label(_ group: Group, _ words: any Messages) -> String {
    if group.items.count == 1, let index = group.changes.first {
      let change = change(index)
      return [Self.label(change, words), articles(in: change)].compactMap(\.self)
        .joined(separator: ", ")
    }
    switch group.holder {
    case .old(let unit): return Self.name(unit, in: report.old.document, words)
    case .new(let unit):
      let new = Self.name(unit, in: report.new.document, words)
      guard let match = report.comparison.shown.counterpart(ofNew: unit),
        report.old.document.units[match.old].address != report.new.document.units[unit].address
      else { return new }
      return Self.joined(Self.name(match.old, in: report.old.document, words), new)
    }
  }

  /// The name of groups that stand in one row: `Pasal 10–14`.
  func label(_ run: [Group], _ words: any Messages) -> String {
    guard run.count > 1, let first = wholePasal(run[0]), let last = wholePasal(run[run.count - 1])
    else { return label(run[0], words) }
    return "\(first.prefix) \(Self.text(first.number...last.number))"
  }

  /// Groups in rows: Pasal that follow each other and came, or went, as wholes stand in one row
  /// where they are many.
  func runs(_ groups: [Group]) -> [[Group]] {
    var result: [[Group]] = []
    var open: [Group] = []
    func close() {
      if open.count >= Self.leastRun { result.append(open) } else { result += open.map { [$0] } }
      open = []
    }
    for group in groups {
      guard let pasal = wholePasal(group), comments(group) == 0 else {
        close()
        result.append([group])
        continue
      }
      if let last = open.last.flatMap(wholePasal),
        last.isNew != pasal.isNew || last.prefix != pasal.prefix
          || last.number + 1 != pasal.number
      {
        close()
      }
      open.append(group)
    }
    close()
    return result
  }

  /// So many neighbours stand in one row of a summary.
  private static let leastRun = 4

  /// The number of a Pasal, or of the note on one, that came or went with all that it holds.
  private func wholePasal(
    _ group: Group
  ) -> (prefix: String, number: Int, isNew: Bool)? {
    guard group.items.count == 1, let index = group.changes.first else { return nil }
    let change = change(index)
    guard change.kind == .pasal, change.old == nil || change.new == nil,
      let side = change.new ?? change.old
    else { return nil }
    let note = "penjelasan/"
    let isNote = side.address.hasPrefix(note)
    let address = isNote ? String(side.address.dropFirst(note.count)) : side.address
    guard let number = Self.number(address), number < .max else { return nil }
    return (isNote ? "Penjelasan Pasal" : "Pasal", number, change.new != nil)
  }

  private static func name(
    _ unit: Int, in document: LegalDocument, _ words: any Messages
  ) -> String {
    let label = UnitAddress.label(document.units[unit].address)
    return label.isEmpty ? words.unitKind(document.units[unit].kind) : label
  }

  /// `Pasal 27 ayat (1) → Pasal 28 ayat (1)`, or one label where it stayed.
  static func label(_ change: Change, _ words: any Messages) -> String {
    let new = change.new.map { name($0, change.kind, words) }
    if let new, change.old?.address == change.new?.address { return new }
    let old = change.old.map { name($0, change.kind, words) }
    guard let old, let new else { return new ?? old ?? "" }
    return joined(old, new)
  }

  /// The Pasal that came or went with a chapter or division: `Pasal 10`, `Pasal 10–12`.
  private func articles(in change: Change) -> String? {
    guard [.bab, .bagian, .paragraf].contains(change.kind) else { return nil }
    let (side, document) =
      change.new.map { ($0, report.new.document) } ?? change.old.map { ($0, report.old.document) }
      ?? (nil, report.new.document)
    guard let unit = side?.unit, change.old == nil || change.new == nil else { return nil }
    let alignment = report.comparison.shown
    let units = unit..<document.units[unit].subtreeEnd
    let isWhole = units.allSatisfy {
      change.new == nil
        ? alignment.counterpart(ofOld: $0) == nil : alignment.counterpart(ofNew: $0) == nil
    }
    guard isWhole else { return nil }
    let labels = units.filter { document.units[$0].kind == .pasal }.map {
      document.units[$0].label
    }
    guard let first = labels.first, let last = labels.last else { return nil }
    guard labels.count > 1 else { return first }
    return "\(first)–\(last.split(separator: " ").last ?? "")"
  }

  /// `Pasal 27 → 28 ayat (1)` where only one number differs, else both whole.
  static func joined(_ old: String, _ new: String) -> String {
    guard old != new else { return new }
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

  /// Pasal whose number changed in runs of the same distance: `13–39 → 14–40`.
  static func ranges(_ changes: [Change]) -> [String] {
    var runs: [(old: ClosedRange<Int>, new: ClosedRange<Int>)] = []
    for change in changes where change.kind == .pasal {
      guard let old = change.old.flatMap({ number($0.address) }),
        let new = change.new.flatMap({ number($0.address) })
      else { continue }
      if let last = runs.last, last.old.upperBound + 1 == old, last.new.upperBound + 1 == new {
        runs[runs.count - 1] = (last.old.lowerBound...old, last.new.lowerBound...new)
      } else {
        runs.append((old...old, new...new))
      }
    }
    return runs.map { "\(text($0.old)) → \(text($0.new))" }
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  /// The number of a Pasal of the body, nil for one with a letter or of another part.
  private static func number(_ address: String) -> Int? {
    address.hasPrefix("pasal-") ? Int(address.dropFirst(6)) : nil
  }
}
