import Foundation
import LegalText
import TestSupport
import Testing

/// A text as lines, to be edited as a drafter would.
private struct EditedText {
  var text: String

  private var document: LegalDocument { LegalParser.parse(Array(text.utf8)) }

  /// Units of the body that may be edited whole: articles and ayat of canonical text.
  private func candidates(_ document: LegalDocument) -> [Int] {
    document.units.indices.filter { index in
      let unit = document.units[index]
      let isOwn = unit.address.hasPrefix("pasal-") && !unit.address.contains("~")
      let isArticle = unit.kind == .pasal && !unit.address.contains("/")
      return isOwn && (isArticle || unit.kind == .ayat) && unit.address != "pasal-1"
        && !unit.address.hasPrefix("pasal-i") && unit.parent != nil
        && unit.range.lowerBound > 0 && document.source[unit.range.lowerBound - 1] == 0x0A
    }
  }

  private func bytes(_ document: LegalDocument, _ range: Range<Int>) -> [UInt8] {
    Array(document.source[range])
  }

  /// The bytes of a unit with the line breaks up to what follows.
  private func block(_ index: Int, _ document: LegalDocument) -> Range<Int> {
    let unit = document.units[index]
    var end = unit.range.upperBound
    while end < document.source.count, document.source[end] == 0x0A { end += 1 }
    return unit.range.lowerBound..<end
  }

  /// Inserts, deletes or moves one unit, where the result reads as that edit: marks far out of
  /// their order may be read as words.
  mutating func edit(using random: inout SeededNumbers) {
    let document = document
    guard let index = candidates(document).randomElement(using: &random) else { return }
    let unit = document.units[index]
    let range = block(index, document)
    var source = document.source
    var count = document.units.count
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      let mark =
        unit.kind == .pasal ? "\(unit.label)Z\n" : "(\(unit.label.dropFirst().dropLast())z) "
      let gap = unit.kind == .pasal ? "\n\n" : "\n"
      source.insert(contentsOf: Array("\(mark)Ketentuan sisipan.\(gap)".utf8), at: range.upperBound)
      count += 1
    case 1:
      source.removeSubrange(range)
      count -= unit.subtreeEnd - index
    default:
      // To another place in the same list.
      let others = candidates(document).filter {
        $0 != index && document.units[$0].parent == unit.parent
          && document.units[$0].kind == unit.kind
      }
      guard let other = others.randomElement(using: &random) else { return }
      let place = block(other, document).lowerBound
      let moved = bytes(document, range)
      source.removeSubrange(range)
      source.insert(contentsOf: moved, at: place > range.lowerBound ? place - range.count : place)
    }
    guard LegalParser.parse(source).units.count == count else { return }
    text = String(decoding: source, as: UTF8.self)
  }
}

/// Checks what renumbering promises; gives whether there was anything to do.
private func check(_ text: String) -> Bool {
  let before = LegalParser.parse(Array(text.utf8))
  let plan = Renumbering.plan(for: before)
  guard !plan.isEmpty else { return false }
  let after = LegalParser.parse(plan.applied())
  let changed = zip(before.units, after.units).first { $0.kind != $1.kind }
  guard changed == nil, before.units.count == after.units.count else {
    Issue.record("another tree: \(changed.map { "\($0.address) → \($1.address)" } ?? "longer")")
    return true
  }
  #expect(Renumbering.plan(for: after).isEmpty, "a second pass finds something to do")
  let old = ReferenceScanner.references(in: before)
  let new = ReferenceScanner.references(in: after)
  #expect(old.count == new.count)
  let warned = Set(plan.warnings.map(\.range.lowerBound))
  for (old, new) in zip(old, new) {
    #expect(old.unit == new.unit && old.scope == new.scope)
    guard let target = old.target else {
      #expect(old.scope == .external || warned.contains(old.range.lowerBound))
      continue
    }
    // Every reference leads where it led; one of two units of one number is said to be unsure.
    #expect(
      new.target == target || warned.contains(old.range.lowerBound),
      "\(old.printed(in: before)) in \(before.units[old.unit].address)")
  }
  #expect(words(before) == words(after), "words other than numbers differ")
  return true
}

/// The text without marks and the numbers of references.
private func words(_ document: LegalDocument) -> [UInt8] {
  var numbers = document.units.map(\.labelRange)
  numbers += ReferenceScanner.references(in: document).flatMap { $0.parts.map(\.numberRange) }
  var isNumber = [Bool](repeating: false, count: document.source.count)
  for range in numbers {
    for position in range.clamped(to: document.source.indices) { isNumber[position] = true }
  }
  return document.source.indices.filter { !isNumber[$0] }.map { document.source[$0] }
}

@Suite("Renumbering keeps every reference with its target")
struct RenumberPropertyTests {
  private static let texts = SampleDrafts.paths.filter { $0.hasSuffix("naskah.txt") }

  @Test("random insertions, deletions and moves in the drafts", arguments: texts)
  func drafts(_ path: String) {
    var random = SeededNumbers(state: 20_251_017)
    var renumbered = 0
    for _ in 0..<12 {
      var edited = EditedText(text: String(decoding: SampleDrafts.bytes(path), as: UTF8.self))
      for _ in 0..<Int.random(in: 1...3, using: &random) { edited.edit(using: &random) }
      if check(edited.text) { renumbered += 1 }
    }
    // Of the amendment, which quotes most of its text, only a few units are its own.
    #expect(renumbered > 6 || path.contains("rtrw"))
  }

  @Test(
    "the same in real regulations", .enabled(if: Corpus.isPresent, "shared/corpus is absent"),
    arguments: [
      "kp-perda-2012-007-penyelenggaraan-izin-gangguan.txt",
      "kp-perda-2013-004-ketertiban-umum.txt",
      "kp-perda-2015-007-perlindungan-perempuan-anak-korban-kekerasan.txt", "uu-2008-014-pdf.txt",
    ])
  func corpus(_ name: String) {
    var random = SeededNumbers(state: 7)
    let imported = TextImporter.importing(Corpus.bytes(name)).text
    // What is out of order in the text itself is put in order first.
    let base = Renumbering.plan(for: LegalParser.parse(imported)).applied()
    var renumbered = 0
    for _ in 0..<6 {
      var edited = EditedText(text: String(decoding: base, as: UTF8.self))
      for _ in 0..<2 { edited.edit(using: &random) }
      if check(edited.text) { renumbered += 1 }
    }
    #expect(renumbered > 3)
  }
}
