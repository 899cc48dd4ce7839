import LegalText
import TestSupport
import Testing

@testable import DraftDiff

/// Small texts through the parser: preamble, amendment, plain text.
@Suite("structure")
struct StructureTests {
  private let articles = MarketLaw.articles

  private func law(_ articles: [String]) -> String {
    MarketLaw.text(articles)
  }

  @Test("an ayat put into a kept Pasal is a record of its own")
  func ayat() {
    var old = articles
    old[2] =
      "(1) Pengelola menyediakan tempat sampah terpilah.\n(2) Pedagang menjaga kebersihan kiosnya."
    var new = old
    new[2] = """
      (1) Pengelola menyediakan tempat sampah terpilah.
      (2) Pengelola mengangkut sampah dua kali sehari.
      (3) Pedagang menjaga kebersihan kiosnya.
      """
    let comparison = checkedComparison(law(old), law(new))
    #expect(comparison.changes.map(\.kinds) == [[.inserted], [.renumbered]])
    #expect(
      comparison.changes.first?.words.map(\.text) == [
        "(2) Pengelola mengangkut sampah dua kali sehari."
      ])
    #expect(comparison.changes.last?.old?.label == "(2)")
    #expect(comparison.summary.inserted == 0)
  }

  @Test("an ayat that went to another Pasal is moved")
  func strayAyat() {
    var old = articles
    old[2] = """
      (1) Pengelola menyediakan tempat sampah terpilah di setiap lorong.
      (2) Pedagang yang berjualan malam hari wajib memasang lampu hemat daya di kiosnya.
      (3) Kebersihan pasar diawasi setiap hari oleh petugas yang ditunjuk.
      """
    old[3] =
      "(1) Retribusi dipungut menurut luas kios.\n(2) Tarif retribusi ditinjau setiap tiga tahun."
    var new = old
    new[2] = """
      (1) Pengelola menyediakan tempat sampah terpilah di setiap lorong.
      (2) Kebersihan pasar diawasi setiap hari oleh petugas yang ditunjuk.
      """
    new[3] += "\n(3) Pedagang yang berjualan malam hari wajib memasang lampu hemat daya di kiosnya."
    let comparison = checkedComparison(law(old), law(new))
    let moved = comparison.changes.filter { $0.kinds.contains(.moved) }
    #expect(moved.map(\.old?.address) == ["pasal-3/ayat-2"])
    #expect(moved.map(\.new?.address) == ["pasal-4/ayat-3"])
    #expect(!comparison.changes.contains { !$0.kinds.isDisjoint(with: [.inserted, .removed]) })
  }

  @Test("wrapping and blank lines are no change")
  func layout() {
    let text = law(articles)
    let wrapped = text.replacing(" yang ", with: "\n   yang  ").replacing("\n\n", with: "\n\n\n")
    #expect(checkedComparison(text, wrapped).changes.isEmpty)
  }

  @Test("a changed heading is an edit of its chapter")
  func heading() {
    let new = law(articles).replacing("KETENTUAN UMUM", with: "KETENTUAN POKOK")
    let comparison = checkedComparison(law(articles), new)
    #expect(comparison.changes.map(\.kind) == [.bab])
    #expect(
      comparison.changes.first?.words.map(\.text) == ["KETENTUAN ", "UMUM", "POKOK"])
  }

  @Test("text without legal units is compared block by block")
  func plain() {
    let old = "Catatan rapat pertama.\n\nPasar ditata pada bulan Mei.\n\nAnggaran disiapkan dinas."
    let new = "Catatan rapat pertama.\n\nPasar ditata pada bulan Juni.\n\nAnggaran disiapkan dinas."
    let comparison = checkedComparison(old, new)
    #expect(comparison.changes.count == 1)
    #expect(comparison.changes.first?.kinds == [.edited])
    #expect(comparison.summary.insertedWords == 1)
    #expect(checkedComparison("", new).summary.insertedWords == 11)
    #expect(checkedComparison(new, "").summary.deletedWords == 11)
    #expect(checkedComparison("", "").changes.isEmpty)
  }

  @Test("a figure that its words contradict is noted")
  func figure() {
    var new = articles
    new[1] = "Pedagang wajib memiliki tanda daftar yang berlaku selama 5 (enam) tahun."
    let comparison = checkedComparison(law(articles), law(new))
    #expect(comparison.changes.map(\.notes) == [[.figureDisagrees("5 (enam)")]])
  }

  @Test("any bytes compare", arguments: 0..<150)
  func hostile(seed: Int) {
    var random = SeededRandom(UInt64(seed) &+ 4_242)
    let pieces = [
      "Pasal 1\n", "Pasal 2\n", "(1) ", "a. ", "BAB I\n", "\n", " ", "PENJELASAN\n",
      "Pasal 1 ayat (1)",
      "huruf a", "kata", "lain", "\u{FFFD}", "\u{1}", "1. ", "\"", "MEMUTUSKAN:\n", "Pasal I\n",
    ]
    let texts = (0..<2).map { _ in (0..<random.below(80)).map { _ in random.pick(pieces) }.joined()
    }
    var bytes = Array(texts[0].utf8)
    if !bytes.isEmpty { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
    let (old, new) = (LegalParser.parse(bytes), LegalParser.parse(texts[1]))
    checkInvariants(Comparison.compare(old, new), old, new)
    #expect(Comparison.compare(old, old).changes.isEmpty)
    #expect(Comparison.compare(new, new).changes.isEmpty)
  }

  @Test("instructions of an amendment and the Pasal in them")
  func amendment() {
    func text(_ instructions: [String]) -> String {
      """
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 2 TAHUN 2026
      TENTANG
      PERUBAHAN ATAS PERATURAN DAERAH NOMOR 1 TAHUN 2025 TENTANG KETERTIBAN PASAR

      Pasal I

      Beberapa ketentuan dalam Peraturan Daerah Nomor 1 Tahun 2025 diubah sebagai berikut:


      """
        + instructions.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n\n")
        + "\n\nPasal II\n\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"
    }
    let first =
      "Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:\n\nPasal 2\n\n"
      + "Pedagang wajib memiliki tanda daftar yang berlaku selama lima tahun."
    let second =
      "Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:\n\nPasal 7\n\n"
      + "Retribusi dipungut menurut luas kios dan lama pemakaian."
    let inserted =
      "Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:\n\nPasal 4\n\n"
      + "Pengelola menyediakan tempat sampah terpilah di setiap lorong pasar."
    let edited = second.replacing("luas kios", with: "panjang lapak")
    let comparison = checkedComparison(text([first, second]), text([first, inserted, edited]))
    #expect(comparison.summary.inserted == 1)
    #expect(comparison.summary.edited == 1)
    #expect(comparison.summary.removed == 0)
    let kinds = comparison.changes.map { [$0.new?.address ?? "", $0.kind.rawValue] }
    #expect(kinds.contains(["pasal-i/angka-2", "instruksi"]))
    #expect(kinds.contains(["pasal-i/angka-3/pasal-7", "pasal"]))
  }

  @Test("definitions stay themselves where what introduces them is put otherwise")
  func definitions() {
    func text(_ leadIn: String, _ market: String) -> String {
      """
      Pasal 1

      \(leadIn)
      1. Daerah adalah Kota Contoh.
      2. Pasar adalah \(market) tempat pedagang menjual barang dagangan kepada pembeli.
      3. Kios adalah ruang tertutup di dalam pasar yang disewa oleh pedagang.

      Pasal 2

      Pedagang wajib memiliki tanda daftar yang berlaku selama lima tahun.

      """
    }
    let defined = text("Dalam Peraturan Daerah ini yang dimaksud dengan:", "lahan")
    let listed = text("Dalam Peraturan Daerah ini dipakai istilah:", "halaman")
    #expect(LegalParser.parse(defined).units.contains { $0.kind == .definisi })
    #expect(!LegalParser.parse(listed).units.contains { $0.kind == .definisi })
    for (old, new) in [(defined, listed), (listed, defined)] {
      let changed = checkedComparison(old, new).changes
      #expect(changed.map { $0.new?.address } == ["pasal-1", "pasal-1/angka-2"])
      #expect(changed.allSatisfy { $0.kinds == [.edited] })
    }
  }
}
