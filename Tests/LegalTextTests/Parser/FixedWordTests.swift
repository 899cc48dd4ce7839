import LegalText
import Testing

@Suite("Fixed words and headings in other spellings")
struct FixedWordTests {
  @Test(
    "spacing, case, numbers and one misread letter change no unit",
    arguments: [
      ("Agar setiap orang", "Agar setiap warga"),
      ("Agar setiap orang", "Agar setlap orarg"),
      ("Agar setiap orang", "Aqar setiap orang"),
      ("Agar setiap orang", "Agarsetiap orang"),
      ("Agar setiap orang", "Supaya khalayak"),
      ("memerintahkan pengundangan", "memerintah-\nkan pengundangan"),
      ("MEMUTUSKAN:", "M E M U T U S K A N :"),
      ("MEMUTUSKAN:", "MENUTUSKAN;"),
      ("Menimbang  :", "Menlmbang :"),
      ("Menimbang  :", "M e n i m b a n g :"),
      ("Menimbang  :", "Menirnbang :"),
      ("Mengingat  :", "Mengingat pula :"),
      ("Mengingat  :", "Menginqat :"),
      ("Mengingat  :", "Mengingat;"),
      ("BAB II\n", "BABII\n"),
      ("BAB II\n", "BAB 11\n"),
      ("BAB II\n", "BAB-II\n"),
      ("Bagian Kesatu", "Bagian 1"),
      ("Bagian Kesatu", "BAGIAN KESATU"),
      ("Bagian Kesatu", "Bagian Ke-1"),
      ("Bagian Kesatu", "Bagian ke satu"),
      ("Bagian Kesatu", "Baglan Kesatu"),
      ("Bagian Kedua", "Bagian Kedtra"),
      ("Paragraf 1", "Paragraf Kesatu"),
      ("Paragraf 1", "Paragraf1"),
      ("Paragraf 1", "Paraqraf 1"),
      ("Paragraf 1", "P a r a g r a f 1"),
      ("Pasal 3\n", "Pasal3\n"),
      ("Pasal 3\n", "PASAL 3\n"),
      ("Pasal 3\n", "Pasel 3\n"),
      ("Pasal 3\n", "pasal 3\n"),
      ("Pasal 3\n", "Pasal-3\n"),
      ("I. UMUM", "L UMUM"),
      ("I. UMUM", "I. U M U M"),
      ("I. UMUM", "I, UMUM"),
      ("II. PASAL DEMI PASAL", "II. PASALDEMI PASAL"),
      ("II. PASAL DEMI PASAL", "ll. PASAL  DEM1 PASAL"),
      ("PENJELASAN\n", "PENIELASAN\n"),
      ("PENJELASAN\n", "P E N J E L A S A N  A T A S\n"),
      ("LAMPIRAN\n", "LAMPlRAN\n"),
      ("LAMPIRAN\n", "L A M P I R A N\n"),
      ("LAMPIRAN\n", "Lampiran :\n"),
    ])
  func spellings(_ usual: String, _ other: String) throws {
    let parts = Self.text.split(separator: usual, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let text = parts[0] + other + parts[1]
    #expect(starts(String(text)) == starts(Self.text))
    #expect(brokenPromises(of: LegalParser.parse(String(text))).isEmpty)
  }

  /// Each address, the close with its first line.
  private func starts(_ text: String) -> [String] {
    let document = LegalParser.parse(text)
    return document.units.map { unit in
      guard unit.kind == .penutup else { return unit.address }
      return "\(unit.address), \(document.text(in: unit.range).utf8.count / 60)"
    }
  }

  @Test("a sentence that only begins as the order to promulgate does not close the act")
  func noOrder() {
    #expect(
      outline(
        "Pasal 1\nKolam dibuka.\nAgar setiap orang aman, kolam dipagari.\n\nPasal 2\nSelesai.")
        == ["pasal-1", "pasal-2"])
  }

  @Test("an annex in small letters stands after the close only")
  func smallAnnex() {
    let text = "Pasal 1\nKolam dibuka.\nLampiran I\nPasal 2\nSelesai.\n\nDitetapkan di : Contoh\n"
    #expect(
      outline(text + "\nLampiran I\nDaftar.") == [
        "pasal-1", "pasal-2", "penutup", "lampiran-1",
      ])
  }

  private static let text = """
    WALI KOTA CONTOH
    PROVINSI CONTOH

    PERATURAN DAERAH KOTA CONTOH
    NOMOR 3 TAHUN 2021
    TENTANG
    PENGELOLAAN KOLAM

    DENGAN RAHMAT TUHAN YANG MAHA ESA

    WALI KOTA CONTOH,

    Menimbang  : a. bahwa kolam perlu dikelola;
      b. bahwa berdasarkan pertimbangan sebagaimana dimaksud
      dalam huruf a perlu membentuk Peraturan Daerah tentang
      Pengelolaan Kolam;

    Mengingat  : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik
      Indonesia Tahun 1945;
      2. Undang-Undang Nomor 9 Tahun 2003 tentang Air;

      Dengan Persetujuan Bersama
      DEWAN PERWAKILAN RAKYAT DAERAH KOTA CONTOH
      dan
      WALI KOTA CONTOH

      MEMUTUSKAN:

    Menetapkan : PERATURAN DAERAH TENTANG PENGELOLAAN KOLAM.

      BAB I
      KETENTUAN UMUM

      Pasal 1
    Dalam Peraturan Daerah ini yang dimaksud dengan:
    1. Kolam adalah tempat air.
    2. Pengelola adalah orang yang mengelola Kolam.

      BAB II
      PENGELOLAAN

      Bagian Kesatu
      Umum

      Pasal 2
    (1) Setiap kolam dikelola oleh Pengelola.
    (2) Pengelola wajib:
        a. membersihkan kolam; dan
        b. menjaga air.

      Bagian Kedua
      Pemeliharaan

      Paragraf 1
      Air

      Pasal 3
    Air diganti setiap hari.

      Paragraf 2
      Ikan

      Pasal 4
    Ikan diberi makan.

      BAB III
      KETENTUAN PENUTUP

      Pasal 5
    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.

    Agar setiap orang mengetahuinya, memerintahkan pengundangan
    Peraturan Daerah ini dengan penempatannya dalam Lembaran Daerah
    Kota Contoh.

      Ditetapkan di Contoh
      pada tanggal 3 Mei 2021
      WALI KOTA CONTOH,

      SUTRISNA
    Diundangkan di Contoh
    pada tanggal 4 Mei 2021
    SEKRETARIS DAERAH KOTA CONTOH,

    WARSITA
    LEMBARAN DAERAH KOTA CONTOH TAHUN 2021 NOMOR 3

      PENJELASAN
      ATAS
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 3 TAHUN 2021
      TENTANG
      PENGELOLAAN KOLAM

    I. UMUM
       Kolam penting bagi warga.

    II. PASAL DEMI PASAL

    Pasal 1
       Cukup jelas.
    Pasal 2
       Ayat (1)
      Cukup jelas.
       Ayat (2)
      Huruf a
      Membersihkan meliputi menguras.
      Huruf b
      Cukup jelas.
    Pasal 3
       Cukup jelas.
    Pasal 4
       Cukup jelas.
    Pasal 5
       Cukup jelas.

    TAMBAHAN LEMBARAN DAERAH KOTA CONTOH NOMOR 7

    LAMPIRAN
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 3 TAHUN 2021
    TENTANG PENGELOLAAN KOLAM

    Daftar kolam.
    """

  private static func flattened(_ subject: String, _ heading: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH NOMOR 1 TAHUN 2020 TENTANG \(subject) DENGAN RAHMAT TUHAN YANG MAHA ESA WALI KOTA CONTOH, Menimbang : a. bahwa taman perlu dijaga; b. bahwa perlu membentuk Peraturan Daerah; MEMUTUSKAN : Menetapkan : PERATURAN DAERAH TENTANG \(subject).
    BAB I KETENTUAN UMUM Pasal 1 (1) Taman dijaga. (2) Taman disapu.
    Pasal 2 Peraturan Daerah ini mulai berlaku pada tanggal diundangkan. Ditetapkan di Contoh PENJELASAN ATAS PERATURAN DAERAH KOTA C0NTOH lNDAH NOMOR 1 TAHUN 2020 TENTANG \(subject) \(heading)Taman kota dijaga bersama oleh warga. PASAL DEMI PASAL Pasal 1 Cukup jelas. Pasal 2 Cukup jelas.
    """
  }

  @Test("The general part of a flattened elucidation whose heading has no number")
  func generalWithoutNumber() {
    for (subject, heading) in [
      ("TAMAN KOTA", "UMUM "), ("TAMAN KOTA", "UMUM. "), ("TAMAN UMUM", "UMUM "),
      ("TAMAN UMUM DAN PASAR", "UMUM "),
    ] {
      let text = Self.flattened(subject, heading)
      #expect(outline(text).contains("penjelasan/umum"), "\(subject)")
      #expect(
        ownText("penjelasan/umum", in: text)?.hasPrefix("Taman kota dijaga") ?? false
          || ownText("penjelasan/umum", in: text)?.hasPrefix(". Taman kota") ?? false)
    }
    for heading in ["I. UMUM ", "PENJELASAN UMUM "] {
      let document = LegalParser.parse(Self.flattened("TAMAN KOTA", heading))
      let unit = document.index(ofAddress: "penjelasan/umum").map { document.units[$0] }
      #expect(unit.map { $0.label + " " } == heading, "\(heading)")
    }
    // The subject's last word is no heading.
    #expect(!outline(Self.flattened("TAMAN UMUM", "")).contains("penjelasan/umum"))
    #expect(!outline(Self.flattened("TAMAN UMUM DAN PASAR", "")).contains("penjelasan/umum"))
  }

  @Test("Chapters with a full stop after their number, articles behind the name of their subject")
  func oldHeadings() {
    let text = """
      PERATURAN PEMERINTAH TENTANG TAMAN Menimbang: a. bahwa taman perlu dijaga; b. bahwa perlu membentuk peraturan; MEMUTUSKAN: Menetapkan: PERATURAN PEMERINTAH TENTANG TAMAN KOTA I BAB I. PENDIRIAN. Pasal 1. (1) Taman didirikan. (2) Taman dijaga.
      BAB II. ANGGARAN. Tempat Kedudukan Pasal 2. Taman berkedudukan di kota. Tahun Buku Pasal 3.
      (1) Tahun buku taman ialah tahun takwim.
      (2) Penjaga yang melanggar Pasal 4. Taman ditutup karenanya. Ketentuan Penutup. Pasal 4. Peraturan ini mulai berlaku pada hari diundangkan.
      """
    let units = outline(text).filter { $0.hasPrefix("bab") || $0.hasPrefix("pasal") }
    #expect(
      units == [
        "bab-1", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "bab-2", "pasal-2", "pasal-3",
        "pasal-3/ayat-1", "pasal-3/ayat-2", "pasal-4",
      ], "\(units)")
    #expect(ownText("pasal-4", in: text)?.contains("Peraturan ini mulai") ?? false)
  }

  @Test("Chapters that a text lists are none of its own")
  func listedChapters() {
    let text = """
      BAB I
      KETENTUAN UMUM
      Pasal 1
      Program disusun dengan sistematika sebagai berikut:
      BAB I      :    PENDAHULUAN
      BAB II     :    PRIORITAS
      BAB III         PENUTUP
      BAB II
      PENUTUP
      Pasal 2
      Selesai.
      """
    #expect(outline(text) == ["bab-1", "pasal-1", "bab-2", "pasal-2"], "\(outline(text))")
    #expect(DraftChecker.check(LegalParser.parse(text)).allSatisfy { $0.severity < .error })
  }
}
