import LegalText
import TestSupport
import Testing

@testable import DraftDiff

/// A regulation and the one that takes its place.
@Suite("successor acts")
struct SuccessorTests {
  private func law(_ body: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 1 TAHUN 2025
    TENTANG
    PASAR


    """ + body
  }

  private func glossary(_ definitions: [String]) -> String {
    law(
      "BAB I\nKETENTUAN UMUM\n\nPasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n"
        + definitions.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
        + "\n\nPasal 2\nPasar ditata menurut kelasnya.\n")
  }

  @Test("a definition is known by its term, however its meaning was reworded")
  func terms() {
    let old = [
      "Daerah adalah Kota Contoh.", "Pasar adalah tempat orang berjual beli barang.",
      "Kios adalah bangunan tetap di dalam lingkungan.",
      "Pedagang adalah orang yang berjualan setiap hari.",
    ]
    let new = [
      "Daerah adalah Kota Contoh.", "Lapak adalah meja tanpa dinding.",
      "Pedagang ialah pelaku usaha mikro pemegang tanda daftar.",
      "Pasar ialah lembaga ekonomi milik umum untuk transaksi.",
      "Los merupakan bangunan panjang beratap.",
    ]
    let comparison = checkedComparison(glossary(old), glossary(new))
    let pairs = comparison.changes.filter { $0.kind == .definisi }.map {
      "\($0.old?.address ?? "–") \($0.new?.address ?? "–")"
    }
    #expect(pairs.contains("pasal-1/angka-2 pasal-1/angka-4"))
    #expect(pairs.contains("pasal-1/angka-4 pasal-1/angka-3"))
    #expect(pairs.contains("pasal-1/angka-3 –") && pairs.contains("– pasal-1/angka-2"))
  }

  @Test("of one term twice defined neither is taken for the other's")
  func twice() {
    let old = ["Kios adalah ruang kecil.", "Kios adalah bilik sewa.", "Los adalah aula panjang."]
    let new = [
      "Kios adalah toko menetap milik perorangan.", "Los adalah aula panjang.",
      "Lapak adalah meja jual.",
    ]
    let comparison = checkedComparison(glossary(old), glossary(new))
    #expect(
      !comparison.changes.contains {
        $0.kind == .definisi && $0.kinds.contains(.edited) && $0.old?.address == "pasal-1/angka-2"
      })
  }

  @Test("the Pasal of definitions is that of the other act, whatever it defines")
  func glossaries() {
    let comparison = checkedComparison(
      glossary([
        "Kapal adalah kendaraan air.", "Nakhoda adalah pemimpin awak.",
        "Dermaga adalah tempat bertambat.",
      ]),
      glossary([
        "Hutan adalah hamparan pepohonan.", "Rimbawan adalah penjaga rimba.",
        "Bibit adalah bakal pohon.",
      ]))
    #expect(comparison.summary.inserted == 0 && comparison.summary.removed == 0)
    let terms = comparison.changes.filter { $0.kind == .definisi }
    #expect(terms.count { $0.kinds == [.removed] } == 3)
    #expect(terms.count { $0.kinds == [.inserted] } == 3)
  }

  @Test("a subpart made a part keeps its heading, though another has the same")
  func holders() throws {
    let articles = [
      "Permohonan diajukan kepada Wali Kota secara tertulis.",
      "Wali Kota memberi keputusan dalam sepuluh hari kerja.",
      "Pencabutan dilakukan setelah tiga kali teguran.",
    ]
    func pasal(_ number: Int) -> String { "Pasal \(number)\n\(articles[number - 1])\n\n" }
    let old = law(
      "BAB I\nIZIN\n\nBagian Kesatu\nTata Cara\n\nParagraf 1\nPemberian Izin\n\n" + pasal(1)
        + pasal(2) + "Paragraf 2\nPencabutan Izin\n\n" + pasal(3))
    let new = law(
      "BAB I\nIZIN\n\nBagian Kesatu\nPemberian Izin Usaha\n\n" + pasal(1) + pasal(2)
        + "Bagian Kedua\nPencabutan Izin\n\n" + pasal(3))
    let comparison = checkedComparison(old, new)
    let change = try #require(
      comparison.changes.first { $0.old?.address == "bab-1/bagian-1/paragraf-2" })
    #expect(change.new?.address == "bab-1/bagian-2")
  }
}
