/// Mends the marks that a scanner misread, where the numbers around them prove the reading.
///
/// The parser reads such marks already; what it took them for is written out here.
struct MarkMender {
  private struct Edit {
    var kind: Repair.Kind
    var range: Range<Int>
    var bytes: [UInt8]
    var why: Repair.Reason
  }

  private var source: NumberedText
  private var document: LegalDocument
  private var text: SourceText
  private var edits: [Edit] = []

  /// Mends `source`, adds each change to `repairs`, and gives the text with its tree.
  static func mend(_ source: NumberedText, _ repairs: inout [Repair]) -> LegalDocument {
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
    mender.findReferences()
    mender.apply(&repairs)
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
          after: String(decoding: edit.bytes, as: UTF8.self), why: edit.why))
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
    let start = unit.labelRange.lowerBound
    guard unit.labelRange.count == 3, SourceText.isUpper(text[start]),
      text[start + 1] == text[start] | 0x20, unit.address.utf8.last == text[start + 1]
    else { return }
    edits.append(
      Edit(
        kind: .mark, range: unit.labelRange, bytes: [text[start + 1], text[start + 2]],
        why: .sequence))
  }

  // MARK: References

  /// `ayat (l)`, `ayat (21`, `Pasal 1O`: numbers that cannot be, where the mended one exists.
  private mutating func findReferences() {
    var ayat = 0
    var pasal = 0
    for unit in document.units {
      guard let number = MarkNumber(unit.address), number.value < 100_000 else { continue }
      if unit.kind == .ayat { ayat = max(ayat, number.value) }
      if unit.kind == .pasal, !number.isRoman { pasal = max(pasal, number.value) }
    }
    for position in text.bytes.indices {
      switch text.bytes[position] {
      case UInt8(ascii: "a") where text.match("ayat", at: position) != nil:
        readAyat(position + 4, ayat)
      case UInt8(ascii: "P") where text.match("pasal", at: position) != nil:
        readPasal(position + 5, pasal)
      default: break
      }
    }
  }

  private mutating func readAyat(_ from: Int, _ greatest: Int) {
    let open = text.skippingSpaces(from: from, to: text.count)
    guard open > from, text[open] == 0x28 else { return }
    let start = text.skippingSpaces(from: open + 1, to: min(open + 4, text.count))
    var end = start
    while end < start + 4, NumberReader.digit(text[end]) != nil { end += 1 }
    guard end > start else { return }
    var close = end
    while text[close] == 0x20, close < end + 3 { close += 1 }
    var number = start..<end
    var after = close + 1
    if text[close] != 0x29 {
      guard end - start >= 2, NumberReader.digit(text[end - 1]) == 1,
        text[end] == 0x20 || text[end] == 0x2C || text[end] == 0x0A || text[end] == 0x3B
      else { return }
      number = start..<end - 1
      after = end
    }
    var value = 0
    for place in number { value = value * 10 + (NumberReader.digit(text[place]) ?? 0) }
    guard value > 0, value <= greatest else { return }
    let wanted = Array("(\(value))".utf8)
    let printed = text.bytes[open..<after]
    guard !printed.elementsEqual(wanted) else { return }
    let isForm = printed.filter { $0 != 0x20 } == wanted
    edits.append(
      Edit(
        kind: isForm ? .spacing : .reference, range: open..<after, bytes: wanted,
        why: isForm ? .form : .target))
  }

  private mutating func readPasal(_ from: Int, _ greatest: Int) {
    let start = text.skippingSpaces(from: from, to: text.count)
    guard start > from, SourceText.isDigit(text[start]) else { return }
    var end = start
    var value = 0
    var misread = 0
    while end < start + 4, let digit = NumberReader.digit(text[end]) {
      switch text[end] {
      case 0x30...0x39: break
      case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "l"), UInt8(ascii: "I"): misread += 1
      default: return
      }
      value = value * 10 + digit
      end += 1
    }
    guard misread > 0, value > 0, value <= greatest, text.isWordEnd(end) else { return }
    let isInserted =
      misread == 1 && SourceText.isUpper(text[end - 1])
      && document.index(ofAddress: "pasal-" + document.text(in: start..<end).lowercased()) != nil
    if isInserted { return }
    edits.append(
      Edit(kind: .reference, range: start..<end, bytes: Array("\(value)".utf8), why: .target))
  }
}
