/// Closes gaps and duplicates in the numbers of a regulation and carries its references along.
///
/// Articles and chapters are numbered through the body, everything else within what holds it (UU
/// 12/2011, Lampiran II angka 72–95); an inserted number such as `12A` of a new regulation becomes
/// a whole one. Text that an amendment quotes keeps its numbers, references to other regulations
/// theirs. Marks of the elucidation follow the units that they explain.
public enum Renumbering {
  /// What renumbering would do to `document`. Empty where the numbers are in order.
  public static func plan(for document: LegalDocument) -> RenumberPlan {
    var planner = RenumberPlanner(document)
    planner.numberSeries()
    planner.numberNotes()
    return planner.plan()
  }
}

/// Finds the new number of every unit.
package struct RenumberPlanner {
  let document: LegalDocument
  /// Whether a unit stands in text that an amendment quotes.
  package let isQuoted: [Bool]
  /// Whether a unit stands in the elucidation.
  package let isNote: [Bool]
  /// The new value and the style of every unit in a series.
  private(set) var values: [Int?]
  private(set) var styles: [NumberStyle]
  /// Whether the number of a unit changes.
  private(set) var isChanged: [Bool]
  private var notesWithoutUnit: [Int] = []
  /// The series of a unit, by the position of its first member, and its own place there.
  private var seriesOf: [Int?]
  private var series: [[Int]] = []
  private let orders: [Int]

  /// Reads the numbers of a document; nothing is numbered anew yet.
  package init(_ document: LegalDocument) {
    self.document = document
    let units = document.units
    var quoted = [Bool](repeating: false, count: units.count)
    var notes = quoted
    var inArticle = quoted
    for (index, unit) in units.enumerated() {
      guard let parent = unit.parent else {
        notes[index] = unit.kind == .penjelasan
        inArticle[index] = unit.kind == .pasal
        continue
      }
      notes[index] = notes[parent]
      inArticle[index] = inArticle[parent] || unit.kind == .pasal
      let isHeading =
        unit.kind == .pasal || unit.kind == .bab || unit.kind == .bagian || unit.kind == .paragraf
      quoted[index] =
        quoted[parent] || units[parent].kind == .instruksi || isHeading && inArticle[parent]
    }
    isQuoted = quoted
    orders = units.map { Self.order(Self.number($0.address)) }
    isNote = notes
    values = [Int?](repeating: nil, count: units.count)
    styles = [NumberStyle](repeating: .arabic, count: units.count)
    isChanged = [Bool](repeating: false, count: units.count)
    seriesOf = [Int?](repeating: nil, count: units.count)
  }

  /// What a series is told by.
  private struct Key: Hashable {
    var parent: Int
    var kind: UnitKind
    var isRoman: Bool
  }

  /// The number in the address of a unit: `12a` of `pasal-12a~2`.
  package func number(of index: Int) -> Substring { Self.number(document.units[index].address) }

  private static func number(_ address: String) -> Substring {
    let last = address.split(separator: "/").last ?? ""
    let name = last.prefix { $0 != "~" }
    guard let dash = name.firstIndex(of: "-") else { return "" }
    return name[name.index(after: dash)...]
  }

  // MARK: The body

  /// Numbers all units but those of quoted text, the elucidation and the annexes.
  mutating func numberSeries() {
    var members: [Key: [Int]] = [:]
    var order: [Key] = []
    var act = 0
    for (index, unit) in document.units.enumerated() where !isQuoted[index] && !isNote[index] {
      if unit.kind == .pembukaan { act -= 1 }
      guard !unit.labelRange.isEmpty, Self.isNumbered(unit.kind) else { continue }
      let isRoot = unit.kind == .pasal || unit.kind == .bab
      let isRoman = unit.kind == .pasal && !(number(of: index).utf8.first.map(isDigit) ?? true)
      let key = Key(
        parent: isRoot ? act - 1 : unit.parent ?? act - 1, kind: unit.kind,
        isRoman: isRoman)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(index)
    }
    for key in order {
      guard let all = members[key] else { continue }
      for list in lists(all, key) { number(list, key) }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { SourceText.isDigit(byte) }

  /// Whether units of a kind bear numbers.
  package static func isNumbered(_ kind: UnitKind) -> Bool {
    switch kind {
    case .bab, .bagian, .paragraf, .pasal, .ayat, .huruf, .angka, .subhuruf, .subangka, .butir,
      .definisi, .instruksi:
      return true
    default: return false
    }
  }

  /// Parts several lists of one parent: a new one begins where the first number comes again and the
  /// second follows it.
  private func lists(_ all: [Int], _ key: Key) -> [[Int]] {
    guard key.kind != .pasal, key.kind != .bab else { return [all] }
    var lists: [[Int]] = []
    for (place, index) in all.enumerated() {
      let follows = place + 1 < all.count && order(all[place + 1]) == 2
      if lists.isEmpty || (order(index) == 1 && follows && lists[lists.count - 1].count > 1) {
        lists.append([])
      }
      lists[lists.count - 1].append(index)
    }
    return lists.map(inReadingOrder)
  }

  /// A list that is set in columns goes on from one column to the next, not along its lines.
  private func inReadingOrder(_ list: [Int]) -> [Int] {
    guard list.count > 5, order(list[0]) == 1, order(list[1]) > ListColumns.fewestRows else {
      return list
    }
    var columns = ListColumns()
    for index in list where columns.add(Int32(clamping: order(index))) == nil { return list }
    return columns.isComplete ? list.sorted { order($0) < order($1) } : list
  }

  /// The place of a unit in its series as its number says, 0 where it has an inserted letter.
  package func order(_ index: Int) -> Int { orders[index] }

  package static func order(_ text: Substring) -> Int {
    if let value = Int(text) { return value }
    let bytes = SourceText(bytes: Array(text.utf8))
    guard bytes.bytes.allSatisfy(SourceText.isLower) else { return 0 }
    return NumberReader.letterOrder(bytes, 0..<bytes.count) ?? 0
  }

  private mutating func number(_ list: [Int], _ key: Key) {
    let style = style(of: list, key)
    let place = series.count
    series.append(list)
    for (offset, index) in list.enumerated() {
      seriesOf[index] = place
      values[index] = offset + 1
      styles[index] = style
      isChanged[index] = !stands(index, at: offset + 1, style)
    }
  }

  private func stands(_ index: Int, at value: Int, _ style: NumberStyle) -> Bool {
    if case .letters = style { return order(index) == value }
    return style.addressNumber(value, of: document.units[index].kind) == number(of: index)
  }

  private func style(of list: [Int], _ key: Key) -> NumberStyle {
    Self.style(of: key.kind, numbers: list.map(number(of:)), isRoman: key.isRoman)
  }

  /// How a series of a kind is numbered that has these numbers in addresses.
  package static func style(
    of kind: UnitKind, numbers: [Substring], isRoman: Bool
  ) -> NumberStyle {
    switch kind {
    case .bab: return .roman
    case .bagian: return .ordinal
    case .pasal: return isRoman ? .roman : .arabic
    case .paragraf, .ayat: return .arabic
    default: break
    }
    guard let first = numbers.first?.utf8.first, !SourceText.isDigit(first) else { return .arabic }
    if numbers.first == "i", numbers.count == 1 || numbers[1] == "ii" { return .smallRoman }
    return .letters(
      isAlphabetic: numbers.contains { number in
        let letters = Array(number.utf8)
        return letters.count == 2 && letters[0] == 0x61 && letters[1] != 0x61
      })
  }

  // MARK: The elucidation

  /// Gives the marks of the elucidation the numbers of what they explain.
  mutating func numberNotes() {
    for (index, unit) in document.units.enumerated()
    where isNote[index] && Self.isNumbered(unit.kind) {
      guard let body = bodyUnit(of: index) else {
        if !(unit.parent.map(notesWithoutUnit.contains) ?? false) { noteMissing(index) }
        continue
      }
      guard isChanged[body], let value = values[body] else { continue }
      values[index] = value
      styles[index] = styles[body]
      isChanged[index] = true
    }
  }

  private mutating func noteMissing(_ index: Int) {
    if notesWithoutUnit.count < 1000 { notesWithoutUnit.append(index) }
  }

  /// The unit of the body that a mark of the elucidation explains.
  package func bodyUnit(of index: Int) -> Int? {
    let address = document.units[index].address
    guard let slash = address.firstIndex(of: "/"), address.hasPrefix("penjelasan") else {
      return nil
    }
    let path = address[address.index(after: slash)...]
    if let unit = document.index(ofAddress: String(path)) { return unit }
    // Notes say huruf and angka of items at any level.
    let other = path.split(separator: "/").map { part -> String in
      if part.hasPrefix("huruf-") { return "sub" + part }
      if part.hasPrefix("angka-") { return "sub" + part }
      return String(part)
    }
    guard let last = other.last, let cut = path.lastIndex(of: "/") else { return nil }
    return document.index(ofAddress: path[..<cut] + "/" + last)
  }

  // MARK: The plan

  /// Puts the new numbers into marks and references.
  func plan() -> RenumberPlan {
    var edits: [NumberEdit] = []
    var changes: [RenumberPlan.UnitChange] = []
    for (index, unit) in document.units.enumerated() where isChanged[index] {
      guard let value = values[index], let place = NumberPlace.inMark(unit, document.source) else {
        continue
      }
      let bytes = styles[index].printed(value, like: document.source[place])
      let edit = NumberEdit(range: place, bytes: bytes)
      edits.append(edit)
      changes.append(
        RenumberPlan.UnitChange(
          unit: index, oldMark: Whitespace.collapsed(unit.label),
          newMark: printed(NumberEdit.apply([edit], to: document.source, in: unit.labelRange))))
    }
    guard !changes.isEmpty else {
      return RenumberPlan(
        changes: [], references: [], warnings: [], source: document.source, edits: [])
    }
    var carrier = ReferenceCarrier(planner: self)
    carrier.read(ReferenceScanner.references(in: document))
    edits += carrier.edits
    let warnings =
      carrier.warnings
      + notesWithoutUnit.map { index in
        let unit = document.units[index]
        return RenumberPlan.Warning(
          reason: .noteWithoutUnit, unit: index, range: unit.labelRange,
          text: Whitespace.collapsed(unit.label))
      }
    return RenumberPlan(
      changes: changes, references: carrier.changes,
      warnings: warnings.sorted { $0.range.lowerBound < $1.range.lowerBound },
      source: document.source, edits: NumberEdit.settled(edits))
  }

  func printed(_ bytes: [UInt8]) -> String {
    Whitespace.collapsed(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether another unit of the same series bears the same number.
  func isTwice(_ index: Int) -> Bool {
    guard let own = seriesOf[index],
      let second = document.index(ofAddress: document.units[index].address + "~2")
    else { return false }
    return seriesOf[second] == own
  }

  /// How many units are numbered in one series with `index`.
  func seriesCount(_ index: Int) -> Int { seriesOf[index].map { series[$0].count } ?? 0 }

  /// Whether the units from `first` to `last` by their old numbers are others than by the new ones.
  func changesRange(_ first: Int, _ last: Int) -> Bool {
    guard let place = seriesOf[first], seriesOf[last] == place, let lower = values[first],
      let upper = values[last]
    else { return false }
    let (from, to) = (order(first), order(last))
    guard from > 0, to >= from else { return false }
    return series[place].contains { index in
      let old = order(index)
      guard old > 0, let new = values[index] else { return false }
      return (from...to).contains(old) != (lower <= new && new <= upper)
    }
  }
}
