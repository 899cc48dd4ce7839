import LegalText
import Testing

@testable import DraftDiff

/// Numbers where one side divided or joined Pasal and the other worked in them.
@Suite("merging: numbers of divided and joined Pasal")
struct MergeSeriesTests {
  private let sentences = [
    "Petugas memeriksa tempat usaha paling sedikit satu kali setahun.",
    "Pemeriksaan dilakukan oleh dua orang dengan surat tugas kepala dinas.",
    "Hasil pemeriksaan dimuat dalam berita acara yang ditandatangani pemilik.",
    "Salinan berita acara disimpan pada kantor kecamatan selama lima tahun.",
  ]

  private func law(_ pasal: [[String]]) -> String {
    var text = "PERATURAN DAERAH TENTANG KETERTIBAN UMUM\n\nBAB I\nPEMERIKSAAN\n"
    for (index, ayat) in pasal.enumerated() {
      text += "\nPasal \(index + 1)\n\n"
      text +=
        ayat.count == 1
        ? ayat[0] + "\n"
        : ayat.enumerated().map { "(\($0 + 1)) \($1)\n" }.joined()
    }
    return text
  }

  private let first = ["Setiap orang wajib menjaga kebersihan lorong pasar dan halamannya."]
  private let last = ["Peraturan Daerah ini mulai berlaku pada tanggal diundangkan."]
  private var whole: String { law([first, sentences, last]) }
  private var divided: String {
    law([first, Array(sentences[..<2]), Array(sentences[2...]), last])
  }

  /// What both orders of the sides give; they must agree and leave nothing to a person.
  private func merged(_ base: String, _ ours: String, _ theirs: String) -> String {
    let merge = MergeSample.merge(ours, theirs, base: base)
    let mirror = MergeSample.merge(theirs, ours, base: base)
    #expect(merge.isClean && mirror.isClean)
    #expect(MergeSample.text(merge) == MergeSample.text(mirror))
    return MergeSample.text(merge)
  }

  @Test("one divides a Pasal, the other puts an ayat into its second part")
  func dividedAndGrown() {
    var grown = sentences
    grown.insert("Pemilik usaha berhak memperoleh penjelasan lisan dari petugas.", at: 3)
    #expect(
      merged(whole, divided, law([first, grown, last]))
        == law([first, Array(sentences[..<2]), Array(grown[2...]), last]))
  }

  @Test("one joins two Pasal, the other changes words in the second")
  func joinedAndEdited() {
    #expect(
      merged(divided, whole, divided.with("lima tahun", "sepuluh tahun"))
        == whole.with("lima tahun", "sepuluh tahun"))
  }

  @Test("one joins two Pasal, the other puts an ayat into the second: a person decides")
  func joinedAndGrown() {
    var grown = Array(sentences[2...])
    grown.append("Pemilik usaha berhak memperoleh penjelasan lisan dari petugas.")
    let merge = MergeSample.merge(
      whole, law([first, Array(sentences[..<2]), grown, last]), base: divided)
    #expect(!merge.isClean)
    #expect(MergeSample.text(merge).contains("penjelasan lisan"))
  }

  @Test("both divide a Pasal alike, and do other things besides")
  func bothDivided() {
    let ours = divided.with("lorong pasar", "lorong dan selokan pasar")
    let theirs = divided.with("mulai berlaku", "berlaku")
    #expect(
      merged(whole, ours, theirs)
        == divided.with("lorong pasar", "lorong dan selokan pasar")
        .with("mulai berlaku", "berlaku"))
  }
}
