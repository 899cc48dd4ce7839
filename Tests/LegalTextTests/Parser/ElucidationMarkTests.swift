import LegalText
import Testing

@Suite("Marks of an elucidation")
struct ElucidationMarkTests {
  /// A regulation of `articles` with these notes.
  private func regulation(_ articles: String, notes: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 1 TAHUN 2000
    TENTANG
    TAMAN
    \(articles)
    Ditetapkan di Contoh
    pada tanggal 1 Januari 2000
    PENJELASAN
    ATAS
    PERATURAN DAERAH KOTA CONTOH
    I. UMUM
    Taman perlu dijaga.
    II. PASAL DEMI PASAL
    \(notes)
    """
  }

  private static let articles = (1...9).map { "Pasal \($0)\nTaman dijaga \($0) orang." }
    .joined(separator: "\n")

  @Test("one-line notes of several articles or ayat stand at the first of them")
  func joint() {
    let text = regulation(
      Self.articles,
      notes: """
        Pasal 1 s.d Pasal 2 : Cukup jelas.
        Pasal 3 ayat (1) : Penjaga ialah pegawai taman
        Pasal 4 ayat (1) dan (2) : Cukup jelas
                ayat (3), (4) dan ayat (5) : Pagar dicat hijau
        Huruf a dan b : Cukup jelas.
        Pasal 6            s/d 8          : Cukup jelas
        Pasal 9 : Taman ditutup malam hari.
        """)
    #expect(
      below("penjelasan", in: text) == [
        "umum", "pasal-1", "pasal-3", "pasal-3/ayat-1", "pasal-4", "pasal-4/ayat-1",
        "pasal-4/ayat-3", "pasal-4/ayat-3/huruf-a", "pasal-6", "pasal-9",
      ])
    #expect(ownText("penjelasan/pasal-9", in: text)?.contains("ditutup") == true)
  }

  @Test("items set further in than the ayat before them are of that ayat, whatever the body holds")
  func indented() {
    let text = regulation(
      "Pasal 1\nTaman memiliki:\na. pagar; dan\nb. kolam.",
      notes: """
        Pasal 1
        Ayat (1)
          Cukup jelas.
        Ayat (2)
          Huruf a
            Pagar ialah pagar hidup.
          Huruf b
            Cukup jelas.
        """)
    let notes = below("penjelasan/pasal-1", in: text)
    #expect(notes == ["ayat-1", "ayat-2", "ayat-2/huruf-a", "ayat-2/huruf-b"])
  }

  @Test("words of a note are no marks of their own")
  func sentences() {
    let text = regulation(
      Self.articles,
      notes: """
        Pasal 1
        Tugas penjaga diatur dalam
        ayat (1) dan ayat (2) pasal ini.
        Pasal 2
        Cukup jelas.
        """)
    #expect(below("penjelasan", in: text) == ["umum", "pasal-1", "pasal-2"])
  }

  @Test("glued and misread words count where their number is due")
  func misread() {
    let text = regulation(
      Self.articles,
      notes: """
        Pasal.1
        Ayat (1)
        Hurufa
        Cukup jelas.
        Hurufb
        Cukup jelas.
        Ayat (2)
        Cukup jelas.
        Ayat (3), Dalam hal taman penuh, pintu ditutup.
        Ayat (a)
        Cukup jelas.
        Pasal 2
        Ayat (1) Ayat (1)
        Cukup jelas.
        Ayat
        Ayat(2)
        Cukup jelas.
        """)
    #expect(
      below("penjelasan", in: text) == [
        "umum", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b",
        "pasal-1/ayat-2", "pasal-1/ayat-3", "pasal-1/ayat-4", "pasal-2", "pasal-2/ayat-1",
        "pasal-2/ayat-2",
      ])
  }

  @Test("a comma read for a full stop and a letter for a digit hide no note; a citation is none")
  func behindCommas() {
    let articles = """
      Pasal 1
      (1) Taman dijaga.
      (2) Taman disapu.
      (3) Taman disiram.
      (4) Taman dipagari.
      """
    let text = regulation(
      articles,
      notes: """
        Pasal 1
        Ayat (1)
        Cukup jelas,
        Ayat (2)
        Huruf a
        Cukup jelas,
        Huruf b
        Penjaga bekerja sesuai dengan pembagian yang dimaksud dalam Pasal 7,
        Ayat (6)
        dan Pasal 8.
        Ayat (s)
        Cukup jelas.
        Ayat (4)
        Cukup jelas.
        """)
    #expect(
      below("penjelasan", in: text) == [
        "umum", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-1/ayat-2/huruf-a",
        "pasal-1/ayat-2/huruf-b", "pasal-1/ayat-3", "pasal-1/ayat-4",
      ])
  }

  @Test("the instructions that an elucidation explains, their numbers misread")
  func instructions() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 2 TAHUN 2020
      TENTANG
      PERUBAHAN
      Pasal I
      Beberapa ketentuan dalam Peraturan Daerah Nomor 1 Tahun 2000 diubah sebagai berikut:
      1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:
      Pasal 1
      Taman dijaga.
      2. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:
      Pasal 3
      Taman disapu.
      3. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      Taman disiram.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      Ditetapkan di Contoh
      PENJELASAN
      I. UMUM
      Taman perlu dijaga.
      II. PASAL DEMI PASAL
      Pasal I
      Angka I
      Pasal 1
      Cukup jelas.
      Angl<a2
      Pasal 3
      Cukup jelas.
      Angka3
      Pasal 4
      Cukup jelas.
      Pasal II
      Cukup jelas.
      """
    #expect(
      below("penjelasan/pasal-i", in: text) == [
        "angka-1", "angka-1/pasal-1", "angka-2", "angka-2/pasal-3", "angka-3", "angka-3/pasal-4",
      ])
  }

  @Test(
    "what stands below the last note is no part of it",
    arguments: [
      "TAMBAHAN LEMBARAN DAERAH KOTA CONTOH\nNOMOR 7", "ooo000ooo", "---oOo---",
      "TAMBAHAN BERITA NEGARA REPUBLIK INDONESIA NOMOR 12",
    ])
  func colophon(_ end: String) {
    let text = regulation(
      "Pasal 1\nTaman dijaga.\nPasal 2\nTaman disapu.",
      notes: "Pasal 1\nCukup jelas.\nPasal 2\nCukup jelas.\n\(end)")
    #expect(wholeText("penjelasan/pasal-2", in: text) == "Pasal 2 Cukup jelas.")
    #expect(wholeText("penjelasan", in: text)?.hasSuffix(String(end.suffix(3))) == true)
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("the next ayat behind a joint note belongs to the article that ends it")
  func partlyJoint() {
    let text = regulation(
      "Pasal 1\nTaman dijaga.\nPasal 2\n(1) Penjaga diangkat.\n(2) Penjaga digaji.\n"
        + "(3) Penjaga dilatih.\nPasal 3\nTaman disapu.",
      notes: """
            Pasal 1 s.d Pasal 2 ayat (1) : Cukup jelas
                                ayat (2) : Gaji dibayar bulanan.
                                ayat (3) : Cukup jelas
            Pasal 3                      : Cukup jelas.
        """)
    #expect(
      below("penjelasan", in: text).filter { $0 != "umum" } == [
        "pasal-1", "pasal-2", "pasal-2/ayat-2", "pasal-2/ayat-3", "pasal-3",
      ])
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("a misread *Huruf*, alone on its line before its letter")
  func misreadHuruf() {
    let text = regulation(
      "Pasal 1\nTaman terdiri atas:\na. kolam;\nb. pagar; dan\nc. kebun.",
      notes: "Pasal 1\nHuruf a\nCukup jelas.\nHurrf b\nCukup jelas.\nHururf c\nCukup jelas.")
    #expect(
      below("penjelasan/pasal-1", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
  }

  @Test("the next article alone on its line behind a comma")
  func behindComma() {
    let text = regulation(
      "Pasal 1\nTaman dijaga.\nPasal 2\nTaman disapu.\nPasal 3\nTaman disiram.",
      notes: "Pasal 1\nCukup jelas,\nPasal 2\nCukup jelas.\nPasal 3\nCukup jelas.")
    #expect(
      below("penjelasan", in: text).filter { $0 != "umum" } == ["pasal-1", "pasal-2", "pasal-3"])
  }

  @Test("the number in the gazette, and an annex behind it, within a line")
  func flat() {
    let text = """
      PERATURAN PEMERINTAH NOMOR 1 TAHUN 2000 TENTANG TAMAN
      DENGAN RAKHMAT TUHAN YANG MAHA ESA a. bahwa taman perlu dijaga;
      b. bahwa penjaga perlu diangkat; Mengingat Menetapkan 1. Undang-Undang Nomor 1 Tahun 1990;
      MEMUTUSKAN: Menetapkan: PERATURAN PEMERINTAH TENTANG TAMAN.
      Pasal 1
      (1) Taman dijaga. (2) Penjaga diangkat. (3) Penjaga digaji. (4) Penjaga diberhentikan. Pasal 2 (1) Taman disapu.
      (2) Taman disiram. Ditetapkan di Jakarta pada tanggal 1 Januari 2000 PENJELASAN ATAS PERATURAN PEMERINTAH NOMOR 1 TAHUN 2000 I. UMUM Taman perlu dijaga. II. PASAL DEMI PASAL
      Pasal 1
      Cukup jelas.
      Pasal 2
      Cukup jelas. TAMBAHAN LEMBARAN NEGARA REPUBLIK INDONESIA NOMOR 40 LAMPIRAN PERATURAN PEMERINTAH NOMOR 1 TAHUN 2000 PETA TAMAN
      """
    let units = outline(text)
    #expect(wholeText("penjelasan/pasal-2", in: text) == "Pasal 2 Cukup jelas.")
    #expect(units.last == "lampiran", "\(units)")
    #expect(units.contains("menimbang/huruf-a") && units.contains("mengingat/angka-1"), "\(units)")
    #expect(wholeText("pembukaan", in: text)?.hasPrefix("DENGAN RAKHMAT") == true)
  }

  @Test(
    "letters and numbers in brackets",
    arguments: ["Huruf (a)", "Huruf (a).", "Huruf(a)", "Huruf ( a ) :", "Butir (a)", "Huruf (A)"])
  func bracketed(_ first: String) {
    let letters = "bcdefghijkl".map { "Huruf (\($0))\nCukup jelas." }.joined(separator: "\n")
    let text = regulation(
      "Pasal 1\nTaman dijaga.\nPasal 2\nTaman disapu.",
      notes: """
        Pasal 1
        \(first)
        Cukup jelas.
        \(letters)
        Pasal 2
        Angka (1)
        Cukup jelas.
        Angka (2) dan (3)
        Cukup jelas.
        Hal itu dimuat dalam
        huruf (c) daftar taman.
        """)
    #expect(
      below("penjelasan", in: text).filter { $0 != "umum" }
        == ["pasal-1"] + "abcdefghijkl".map { "pasal-1/huruf-\($0)" } + [
          "pasal-2", "pasal-2/angka-1", "pasal-2/angka-2",
        ])
  }

  private static let parted =
    "Pasal 1\nTaman dijaga.\nPasal 2\n(1) Penjaga diangkat.\n(2) Penjaga digaji.\n"
    + "(3) Penjaga dilatih.\nPasal 3\nTaman disapu."

  @Test(
    "a heading that names the open article once more goes on with it",
    arguments: [
      "Pasal 2 ayat (3)   :   Pelatih ialah pegawai.",
      "Pasal 2 ayat (3)     Pelatih ialah pegawai.",
      "Pasal 2 Ayat (3) Pelatih ialah pegawai.", "Pasal 2 ayat (3) Cukup jelas.",
      "Pasal 2 Ayat (3)\n  Pelatih ialah pegawai.", "Pasal 2\n  Ayat (3)\n  Pelatih ialah pegawai.",
    ])
  func namedAgain(_ heading: String) {
    let text = regulation(
      Self.parted,
      notes: """
          Pasal 1                 :   Cukup jelas
          Pasal 2 ayat (1) dan
                  ayat (2)        :   Gaji dibayar bulanan.
          \(heading)
          Pasal 3                 :   Cukup jelas.
        """)
    #expect(
      below("penjelasan", in: text).filter { $0 != "umum" } == [
        "pasal-1", "pasal-2", "pasal-2/ayat-1", "pasal-2/ayat-3", "pasal-3",
      ])
    let document = LegalParser.parse(text)
    #expect(document.diagnostics.isEmpty && brokenPromises(of: document).isEmpty)
    let canonical = CanonicalLayout.text(of: document)
    #expect(CanonicalLayout.text(of: LegalParser.parse(canonical)) == canonical)
  }

  @Test(
    "a citation of the open article is no heading of it",
    arguments: [
      "Pasal 2 ayat (3) Peraturan Daerah ini.", "Pasal 2 ayat (3).",
      "Pasal 2 ayat (1) : lihat di atas.",
    ])
  func citedAgain(_ line: String) {
    let text = regulation(
      Self.parted,
      notes: """
        Pasal 1
        Cukup jelas.
        Pasal 2
        Ayat (2)
        Gaji dibayar bulanan menurut
        \(line)
        Pasal 3
        Cukup jelas.
        """)
    #expect(
      below("penjelasan", in: text).filter { $0 != "umum" } == [
        "pasal-1", "pasal-2", "pasal-2/ayat-2", "pasal-3",
      ])
  }

  @Test("a joint heading down to an ayat, without its colon")
  func partlyJointAlone() {
    let text = regulation(
      Self.parted,
      notes: """
        Pasal 1 s.d Pasal 2 ayat (1)
        Cukup jelas
        ayat (2)
        Gaji dibayar bulanan.
        Pasal 2 ayat (3)  : Cukup jelas
        Pasal 3
        Cukup jelas.
        """)
    #expect(
      below("penjelasan", in: text).filter { $0 != "umum" } == [
        "pasal-1", "pasal-2", "pasal-2/ayat-2", "pasal-2/ayat-3", "pasal-3",
      ])
  }
}
