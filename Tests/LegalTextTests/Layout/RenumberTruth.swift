import LegalText
import TestSupport

/// A seeded change of one unit in a well numbered text, and what renumbering must make of it: both
/// are made from the unchanged text, whose units and references are known.
struct RenumberTruth {
  enum Operation: CaseIterable { case delete, insert, move }

  /// The text as a drafter leaves it.
  private(set) var edited: [UInt8] = []
  /// The same with all numbers as they should be.
  private(set) var expected: [UInt8] = []
  /// What was done, for messages.
  private(set) var name = ""

  private let document: LegalDocument
  private let planner: RenumberPlanner
  private let unit: Int
  private let list: [Int]
  private let block: Range<Int>
  private var numbers: [Int: Int] = [:]
  private let style: NumberStyle

  /// Nil where the text has no unit of these kinds that can be changed.
  init?(
    _ document: LegalDocument, _ kinds: [UnitKind], _ operation: Operation,
    using random: inout SeededNumbers
  ) {
    self.document = document
    let planner = RenumberPlanner(document)
    self.planner = planner
    let candidates = document.units.indices.filter {
      kinds.contains(document.units[$0].kind) && Self.isOwn($0, document, planner)
    }
    var found: (unit: Int, list: [Int], block: Range<Int>)?
    for _ in 0..<20 where found == nil {
      guard let unit = candidates.randomElement(using: &random) else { return nil }
      if let list = Self.list(of: unit, document, planner), list.count > 2,
        let block = Self.block(of: unit, document)
      {
        found = (unit, list, block)
      }
    }
    guard let found else { return nil }
    (unit, list, block) = found
    style = RenumberPlanner.style(
      of: document.units[unit].kind, numbers: list.map(planner.number(of:)), isRoman: false)
    name = "\(operation) \(document.units[unit].address)"
    guard let place = list.firstIndex(of: unit) else { return nil }
    switch operation {
    case .delete: delete(place)
    case .insert: insert(place)
    case .move:
      var target = Int.random(in: 0..<list.count - 1, using: &random)
      if target >= place { target += 1 }
      guard let beside = Self.block(of: list[target], document) else { return nil }
      move(place, target, beside)
    }
  }

  // MARK: What can be changed

  /// Whether a unit is the text's own and stands at its number.
  private static func isOwn(
    _ index: Int, _ document: LegalDocument, _ planner: RenumberPlanner
  ) -> Bool {
    let unit = document.units[index]
    return !planner.isQuoted[index] && !planner.isNote[index] && !unit.labelRange.isEmpty
      && !unit.address.contains("~") && unit.address.hasPrefix("pasal-")
      && unit.address.dropFirst(6).first?.isNumber == true
  }

  /// The units that are numbered with one, where their numbers run from the first.
  private static func list(
    of index: Int, _ document: LegalDocument, _ planner: RenumberPlanner
  ) -> [Int]? {
    let unit = document.units[index]
    let list = document.units.indices.filter {
      document.units[$0].kind == unit.kind && isOwn($0, document, planner)
        && (unit.kind == .pasal || document.units[$0].parent == unit.parent)
    }
    let isOrdered = list.enumerated().allSatisfy { planner.order($1) == $0 + 1 }
    return isOrdered ? list : nil
  }

  /// The whole lines of a unit, of an article with the blank ones after it.
  private static func block(of index: Int, _ document: LegalDocument) -> Range<Int>? {
    let unit = document.units[index]
    let source = document.source
    var start = unit.range.lowerBound
    while start > 0, source[start - 1] == 0x20 { start -= 1 }
    guard start > 0, source[start - 1] == 0x0A else { return nil }
    var end = unit.range.upperBound
    guard end < source.count, source[end] == 0x0A else { return nil }
    end += 1
    while unit.kind == .pasal, end < source.count, source[end] == 0x0A { end += 1 }
    return document.furniture.contains { $0.overlaps(start..<end) } ? nil : start..<end
  }

  // MARK: What is done

  private mutating func delete(_ place: Int) {
    for (offset, other) in list.enumerated() where offset > place { numbers[other] = offset }
    let own = numberEdits().filter { !block.contains($0.range.lowerBound) }
    let change = NumberEdit(range: block, bytes: [])
    edited = apply([change])
    expected = apply(own + [change])
  }

  private mutating func insert(_ place: Int) {
    for (offset, other) in list.enumerated() where offset > place { numbers[other] = offset + 2 }
    let item = document.units[unit]
    guard let number = NumberPlace.inMark(item, document.source) else { return }
    let printed = Array(document.source[number])
    let head = Array(document.source[block.lowerBound..<number.lowerBound])
    let close = Array(document.source[number.upperBound..<item.labelRange.upperBound])
    let words: String
    let wanted: [UInt8]
    switch item.kind {
    case .pasal: (words, wanted) = ("\nKetentuan sisipan.\n\n", printed + Array("A".utf8))
    case .ayat: (words, wanted) = (" Ketentuan sisipan.\n", printed + Array("a".utf8))
    // A drafter writes the letter that is due and leaves the next one as it was.
    default: (words, wanted) = (" hal sisipan;\n", printed)
    }
    func change(_ number: [UInt8]) -> NumberEdit {
      NumberEdit(
        range: block.upperBound..<block.upperBound,
        bytes: head + number + close + Array(words.utf8))
    }
    edited = apply([change(wanted)])
    let final = style.printed(place + 2, like: document.source[number])
    expected = apply(numberEdits() + [change(final)])
  }

  private mutating func move(_ place: Int, _ target: Int, _ beside: Range<Int>) {
    var order = list
    order.remove(at: place)
    order.insert(unit, at: target)
    for (offset, other) in order.enumerated() where planner.order(other) != offset + 1 {
      numbers[other] = offset + 1
    }
    let point = target > place ? beside.upperBound : beside.lowerBound
    func moved(_ edits: [NumberEdit]) -> [UInt8] {
      let sorted = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
      let inner = sorted.filter { block.contains($0.range.lowerBound) }
      let bytes = NumberEdit.apply(inner[...], to: document.source, in: block)
      return apply(
        sorted.filter { !block.contains($0.range.lowerBound) } + [
          NumberEdit(range: block, bytes: []), NumberEdit(range: point..<point, bytes: bytes),
        ])
    }
    edited = moved([])
    expected = moved(numberEdits())
  }

  private func apply(_ edits: [NumberEdit]) -> [UInt8] {
    let sorted = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    return NumberEdit.apply(sorted[...], to: document.source, in: 0..<document.source.count)
  }

  // MARK: What must follow

  /// The new numbers in marks, in those of notes and in references.
  private func numberEdits() -> [NumberEdit] {
    var edits: [NumberEdit] = []
    for (index, unit) in document.units.enumerated() {
      let isNote = planner.isNote[index] && RenumberPlanner.isNumbered(unit.kind)
      guard let owner = isNote ? planner.bodyUnit(of: index) : index, let value = numbers[owner],
        let place = NumberPlace.inMark(unit, document.source)
      else { continue }
      edits.append(edit(place, value))
    }
    for reference in ReferenceScanner.references(in: document) {
      // What was cited and is gone stays as it was printed.
      guard let target = reference.target,
        numbers[unit] != nil || !(unit..<document.units[unit].subtreeEnd).contains(target)
          || !name.hasPrefix("delete")
      else { continue }
      edits += referenceEdits(reference, target)
    }
    return edits
  }

  private func referenceEdits(_ reference: Reference, _ target: Int) -> [NumberEdit] {
    var edits: [NumberEdit] = []
    var next: Int? = target
    for part in reference.parts.reversed() {
      while let current = next, !isLevel(document.units[current].kind, part.kind) {
        next = document.units[current].parent
      }
      guard let current = next else { break }
      next = document.units[current].parent
      if let value = numbers[current],
        let place = NumberPlace.core(part.numberRange, document.source)
      {
        edits.append(edit(place, value))
      }
    }
    return edits
  }

  private func isLevel(_ unit: UnitKind, _ cited: UnitKind) -> Bool {
    switch cited {
    case .huruf: [.huruf, .subhuruf, .butir].contains(unit)
    case .angka: [.angka, .subangka, .definisi, .instruksi, .butir].contains(unit)
    default: unit == cited
    }
  }

  private func edit(_ place: Range<Int>, _ value: Int) -> NumberEdit {
    NumberEdit(range: place, bytes: style.printed(value, like: document.source[place]))
  }
}
