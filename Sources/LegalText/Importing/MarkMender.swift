/// Mends the marks that a scanner misread, where the numbers around them prove the reading.
///
/// The parser reads such marks already; what it took them for is written out here.
struct MarkMender {
  struct Edit {
    var kind: Repair.Kind
    var range: Range<Int>
    var bytes: [UInt8]
    var why: Repair.Reason
  }

  private var source: NumberedText
  var document: LegalDocument
  var text: SourceText
  var edits: [Edit] = []

  /// Mends `source`, adds each change to `repairs`, and gives its tree.
  /// `strays` are numbers of items that heads of pages took up.
  static func mend(
    _ source: inout NumberedText, _ strays: [StrayNumber], _ repairs: inout [Repair]
  ) -> LegalDocument {
    let ordinals = OrdinalReader(source).found
    var mender = MarkMender(source)
    if !ordinals.isEmpty {
      mender.edits = ordinals.map { Edit(kind: .mark, range: $0, bytes: $1, why: .sequence) }
      mender.apply(&repairs)
    }
    // A mark that is mended may show the next gap; real texts need one round or two.
    for _ in 0..<4 {
      mender.findGaps()
      mender.findLast()
      if mender.edits.isEmpty { break }
      mender.apply(&repairs)
    }
    mender.findLabels()
    mender.findStrays(strays)
    mender.findReferences()
    mender.apply(&repairs)
    source = mender.source
    return mender.document
  }

  private init(_ source: NumberedText) {
    self.source = source
    document = LegalParser.parse(source.bytes)
    text = SourceText(bytes: source.bytes)
  }

  private mutating func apply(_ repairs: inout [Repair]) {
    guard !edits.isEmpty else { return }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    var applied: [Edit] = []
    for edit in edits where edit.range.lowerBound >= applied.last?.range.upperBound ?? 0 {
      applied.append(edit)
    }
    let lines = source.lines(of: applied.map(\.range.lowerBound))
    for (edit, line) in zip(applied, lines) {
      repairs.append(
        Repair(
          kind: edit.kind, line: Int(line),
          before: Whitespace.collapsed(document.text(in: edit.range)),
          after: Whitespace.collapsed(String(decoding: edit.bytes, as: UTF8.self)),
          why: edit.why))
    }
    source.replace(applied.map { ($0.range, $0.bytes) })
    edits = []
    document = LegalParser.parse(source.bytes)
    text = SourceText(bytes: source.bytes)
  }

  // MARK: Marks that were not read

  /// Looks for the mark that a list lacks between two of its items.
  private mutating func findGaps() {
    var last: [Int: (number: Int, index: Int)] = [:]
    for (index, unit) in document.units.enumerated() {
      guard let form = MarkForm(unit), let number = MarkNumber(unit.address), number.suffix.isEmpty
      else { continue }
      let parent = unit.parent ?? -1
      var before = number.value - 1
      var start = unit.parent.map { document.units[$0].labelRange.upperBound } ?? 0
      if let sibling = last[parent], document.units[sibling.index].kind == unit.kind {
        before = sibling.number
        start = document.units[sibling.index].labelRange.upperBound
      } else if number.value == 2, form != .pasal {
        before = 0
      }
      last[parent] = (number.value, index)
      guard number.value == before + 2, start < unit.range.lowerBound else { continue }
      findMark(form, before + 1, in: start..<unit.range.lowerBound)
    }
  }

  /// Looks for a mark after the last one of its list. No mark follows that would prove it, so part
  /// of the number that comes next must be printed: `l3)` after `(2)`, `l1.` after `10.`
  private mutating func findLast() {
    var isFollowed: Set<Int> = []
    for unit in document.units.reversed() {
      guard let form = MarkForm(unit), form == .ayat || form == .angka,
        isFollowed.insert((unit.parent ?? -1) * 2 + (form == .ayat ? 0 : 1)).inserted,
        let number = MarkNumber(unit.address), number.suffix.isEmpty,
        form == .ayat || number.value >= 9
      else { continue }
      let next = form.mark(number.value + 1)
      findMark(form, number.value + 1, in: unit.labelRange.upperBound..<unit.range.upperBound) {
        let same = zip($0, next).count { $0 == $1 }
        return $0.count == next.count && same * 2 > next.count
      }
    }
  }

  /// The one line in `range` that begins with something that looks like the mark.
  private mutating func findMark(
    _ form: MarkForm, _ number: Int, in range: Range<Int>,
    where isProven: (ArraySlice<UInt8>) -> Bool = { _ in true }
  ) {
    let wanted = form.mark(number)
    var found: Range<Int>?
    var position = range.lowerBound
    while position < range.upperBound {
      if text[position] == 0x0A {
        let start = text.skippingSpaces(from: position + 1, to: range.upperBound)
        let end = lineEnd(start, range.upperBound)
        if let match = lookalike(form, wanted, start..<end),
          !text.bytes[match].elementsEqual(wanted), isProven(text.bytes[match]),
          isAfterStop(position)
        {
          if found != nil { return }
          found = match
        }
        position = max(end, position + 1)
      } else {
        position += 1
      }
    }
    guard let found else { return }
    edits.append(Edit(kind: .mark, range: found, bytes: wanted, why: .sequence))
  }

  private func lineEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, text[end] != 0x0A { end += 1 }
    return end
  }

  private func isAfterStop(_ position: Int) -> Bool {
    let end = text.trimmingEnd(from: max(position - 80, 0), to: position)
    switch text[end - 1] {
    case 0x2E, 0x3B, 0x3A: return true
    // The title of a chapter.
    case 0x41...0x5A: return true
    default:
      return text.match("dan", at: end - 3) != nil || text.match("atau", at: end - 4) != nil
    }
  }

  private func lookalike(_ form: MarkForm, _ wanted: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    if form == .pasal {
      guard line.count <= 14 else { return nil }
      let end = text.trimmingEnd(from: line.lowerBound, to: line.upperBound)
      let own = Likeness.characters(text, line.lowerBound..<end, limit: 14)
      let other = Likeness.characters(SourceText(bytes: wanted), 0..<wanted.count, limit: 14)
      guard own.first == other.first, Likeness.isLike(own, other, allowed: 2) else { return nil }
      return line.lowerBound..<end
    }
    var position = line.lowerBound
    for byte in wanted {
      while position > line.lowerBound, text[position] == 0x2C || text[position] == 0x27 {
        position += 1
      }
      guard position < line.upperBound, MarkForm.looksLike(byte, text[position]) else { return nil }
      position += 1
    }
    let next = text.skippingSpaces(from: position, to: line.upperBound)
    guard next > position, next < line.upperBound,
      form != .ayat || SourceText.isUpper(text[next])
    else { return nil }
    return line.lowerBound..<position
  }

  // MARK: Marks that were read with misprints

  private mutating func findLabels() {
    var mended: Set<Int> = []
    for diagnostic in document.diagnostics where diagnostic.code == "mark.repaired" {
      mended.insert(diagnostic.range.lowerBound)
    }
    for unit in document.units where !unit.labelRange.isEmpty {
      mendDoubledLetter(unit)
      guard let form = MarkForm(unit), let number = MarkNumber(unit.address) else { continue }
      // *BAB* where an article is meant is no scanner's slip.
      if form == .pasal, text.match("bab", at: unit.labelRange.lowerBound) != nil { continue }
      let printed = Array(document.source[unit.labelRange])
      let wanted = form.mark(number, as: printed)
      let own = printed.filter { $0 > 0x20 }
      let other = wanted.filter { $0 > 0x20 }
      if own.count == other.count, zip(own, other).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        guard printed.filter({ $0 <= 0x20 }).count != wanted.filter({ $0 <= 0x20 }).count else {
          continue
        }
        edits.append(Edit(kind: .spacing, range: unit.labelRange, bytes: wanted, why: .form))
      } else if mended.contains(unit.labelRange.lowerBound) || form == .pasal {
        edits.append(Edit(kind: .mark, range: unit.labelRange, bytes: wanted, why: .sequence))
      }
    }
  }

  /// `Cc.` where the list has c.
  private mutating func mendDoubledLetter(_ unit: Unit) {
    mendLetter(unit)
    let start = unit.labelRange.lowerBound
    guard unit.labelRange.count == 3, SourceText.isUpper(text[start]),
      text[start + 1] == text[start] | 0x20, unit.address.utf8.last == text[start + 1]
    else { return }
    edits.append(
      Edit(
        kind: .mark, range: unit.labelRange, bytes: [text[start + 1], text[start + 2]],
        why: .sequence))
  }

  /// `C.` in a list whose other items have small letters, and `b .`
  private mutating func mendLetter(_ unit: Unit) {
    let printed = document.source[unit.labelRange]
    guard (2...4).contains(printed.count), let first = printed.first, let close = printed.last,
      close == 0x2E || close == 0x29, SourceText.isLetter(first),
      printed.dropFirst().dropLast().allSatisfy({ $0 == 0x20 })
    else { return }
    if printed.count > 2 {
      edits.append(Edit(kind: .spacing, range: unit.labelRange, bytes: [first, close], why: .form))
    } else if SourceText.isUpper(first), unit.address.utf8.last == first | 0x20,
      hasSmallNeighbour(unit, first | 0x20), isBeforeSmall(unit.labelRange.upperBound)
    {
      edits.append(
        Edit(kind: .mark, range: unit.labelRange, bytes: [first | 0x20, close], why: .sequence))
    }
  }

  /// Whether a word written small follows: below capitals of its own a list has titles.
  private func isBeforeSmall(_ position: Int) -> Bool {
    SourceText.isLower(text[text.skippingSpaces(from: position, to: text.count)])
  }

  /// Whether the item before or after one with `letter` has a small one.
  private func hasSmallNeighbour(_ unit: Unit, _ letter: UInt8) -> Bool {
    [letter - 1, letter + 1].contains { other in
      let address = unit.address.dropLast() + String(UnicodeScalar(other))
      guard let index = document.index(ofAddress: String(address)) else { return false }
      return text[document.units[index].labelRange.lowerBound] == other
    }
  }

  /// The number of an instruction that was lost stands in the head of its page.
  private mutating func findStrays(_ strays: [StrayNumber]) {
    guard !strays.isEmpty else { return }
    let units = document.units.filter { $0.kind == .instruksi && $0.labelRange.isEmpty }
    let lines = source.lines(of: units.map(\.range.lowerBound))
    for (unit, line) in zip(units, lines) {
      guard let number = MarkNumber(unit.address), number.suffix.isEmpty,
        strays.contains(where: {
          $0.value == number.value && (0...Self.pageLength).contains(Int(line) - $0.line)
        })
      else { continue }
      let start = unit.range.lowerBound
      edits.append(
        Edit(
          kind: .mark, range: start..<start, bytes: MarkForm.angka.mark(number.value) + [0x20],
          why: .sequence))
    }
  }

  /// How many lines a page has at most.
  private static let pageLength = 70
}
