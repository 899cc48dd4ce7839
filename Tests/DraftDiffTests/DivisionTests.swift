import LegalText
import Testing

@testable import DraftDiff

/// Pasal that are cut in two or joined while others beside them come and go.
@Suite("division")
struct DivisionTests {
  /// Ayat about one subject each, so that they are told apart by their words.
  private let permits = [
    "Setiap pedagang wajib memiliki kartu izin yang diterbitkan oleh kepala pasar.",
    "Kartu izin dimohon secara tertulis dengan melampirkan salinan identitas diri.",
    "Kepala pasar memeriksa kelengkapan permohonan kartu izin paling lama tujuh hari kerja.",
    "Permohonan kartu izin yang tidak lengkap dikembalikan kepada pedagang disertai alasan.",
    "Pedagang dapat mengajukan keberatan atas penolakan kartu izin kepada wali kota.",
    "Wali kota memutus keberatan pedagang paling lama tiga puluh hari sejak diterima.",
  ]
  /// A procedure in much the same words as the end of the one above.
  private let appeals = [
    "Pedagang dapat mengajukan banding atas putusan keberatan kepada gubernur.",
    "Gubernur memutus banding pedagang paling lama enam puluh hari sejak diterima.",
  ]
  private let cleaning = [
    "Pengelola menyapu lorong pasar dua kali sehari sebelum dan sesudah jam buka.",
    "Sampah basah dipisahkan dari sampah kering sejak dari kios masing-masing.",
  ]

  private func article(_ number: Int, _ paragraphs: some Collection<String>) -> String {
    var text = "Pasal \(number)\n\n"
    for (index, paragraph) in paragraphs.enumerated() { text += "(\(index + 1)) \(paragraph)\n" }
    return text + "\n"
  }

  /// What became of each Pasal: its kinds of change, by the old and the new address.
  private func changes(_ old: String, _ new: String) -> [String: Set<ChangeKind>] {
    let (before, after) = (LegalParser.parse(old), LegalParser.parse(new))
    let comparison = Comparison.compare(before, after)
    checkInvariants(comparison, before, after)
    var found: [String: Set<ChangeKind>] = [:]
    for change in comparison.changes where change.kind == .pasal {
      found["\(change.old?.address ?? "-") \(change.new?.address ?? "-")"] = change.kinds
    }
    return found
  }

  @Test("the rest of a Pasal is its own and not that of the one removed behind it")
  func splitBesideRemoved() {
    let old = article(1, cleaning) + article(2, permits) + article(3, appeals)
    let new = article(1, cleaning) + article(2, permits[..<4]) + article(3, permits[4...])
    let expected: [String: Set<ChangeKind>] = [
      "pasal-2 pasal-2": [.split], "pasal-2 pasal-3": [.split], "pasal-3 -": [.removed],
    ]
    #expect(changes(old, new) == expected)
    let reversed: [String: Set<ChangeKind>] = [
      "pasal-2 pasal-2": [.merged], "pasal-3 pasal-2": [.merged], "- pasal-3": [.inserted],
    ]
    #expect(changes(new, old) == reversed)
  }

  @Test("a short Pasal that was joined to a long one is found in it")
  func shortInLong() {
    let places = (1...60).map { "jalan lingkar \($0) ruas kampung sumur \($0 * 7)" }
    let long = permits + ["Los pedagang berada di \(places.joined(separator: ", "))."]
    let old = article(1, cleaning) + article(2, long)
    let new = article(1, cleaning + long)
    #expect(changes(old, new) == ["pasal-1 pasal-1": [.merged], "pasal-2 pasal-1": [.merged]])
    #expect(changes(new, old) == ["pasal-1 pasal-1": [.split], "pasal-1 pasal-2": [.split]])
  }

  @Test("a Pasal that was rewritten beside another is not taken for a part of it")
  func rewrittenIsNoPart() {
    let rewritten = [
      "Pedagang dapat mengajukan banding atas putusan keberatan kepada gubernur melalui camat.",
      "Gubernur memutus banding pedagang paling lama empat puluh hari sejak diterima lengkap.",
    ]
    let old = article(1, cleaning) + article(2, permits) + article(3, appeals)
    let new = article(1, cleaning) + article(2, permits[..<4]) + article(3, rewritten)
    let found = changes(old, new)
    #expect(found.values.allSatisfy { !$0.contains(.split) && !$0.contains(.merged) })
    #expect(found["pasal-3 -"] == nil)
  }
}
