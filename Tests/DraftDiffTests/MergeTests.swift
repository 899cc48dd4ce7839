import LegalText
import Testing

@testable import DraftDiff

/// A small regulation, to be changed by replacing parts of its text.
enum MergeSample {
  static let base = """
    PERATURAN DAERAH TENTANG KETERTIBAN UMUM

    BAB I
    KETENTUAN UMUM

    Pasal 1

    Dalam Peraturan Daerah ini yang dimaksud dengan:
    1. Daerah adalah Kota Serang.
    2. Wali Kota adalah Wali Kota Serang.

    BAB II
    KETERTIBAN

    Pasal 2

    (1) Setiap orang wajib menjaga ketertiban di tempat umum.
    (2) Setiap pemilik usaha wajib memasang papan nama yang jelas dan terbaca.
    (3) Ketentuan lebih lanjut diatur dengan Peraturan Wali Kota.

    Pasal 3

    Wali Kota dapat menutup tempat usaha yang melanggar ketentuan Pasal 2 ayat (2).

    Pasal 4

    (1) Petugas memeriksa tempat usaha paling sedikit satu kali setahun.
    (2) Pemeriksaan dilakukan dengan surat tugas.

    BAB III
    SANKSI

    Pasal 5

    Setiap orang yang melanggar Pasal 2 ayat (1) dikenai sanksi administratif berupa:
    a. teguran lisan;
    b. teguran tertulis; dan
    c. denda administratif.

    Pasal 6

    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.

    """

  static func merge(_ ours: String, _ theirs: String, base: String = base) -> Merge {
    Merge.woven(
      base: LegalParser.parse(base), ours: LegalParser.parse(ours),
      theirs: LegalParser.parse(theirs))
  }

  static func text(_ merge: Merge) -> String {
    String(decoding: merge.text(ours: "A", theirs: "B"), as: UTF8.self)
  }
}

extension String {
  /// The text with the only occurrence of `old` replaced.
  func with(_ old: String, _ new: String) -> String {
    let parts = split(separator: old, omittingEmptySubsequences: false)
    #expect(parts.count == 2, "\(old) does not stand there once")
    return parts.joined(separator: new)
  }
}

@Suite("merging: what goes together")
struct MergeTests {
  private let base = MergeSample.base

  /// Two new Pasal 4, everything after them renumbered on both sides.
  private func inserted(_ text: String) -> String {
    base.with("Pasal 6\n", "Pasal 7\n").with("Pasal 5\n", "Pasal 6\n")
      .with("Pasal 4\n", "Pasal 4\n\n\(text)\n\nPasal 5\n")
  }

  @Test func editsOfDifferentUnits() {
    let ours = base.with("satu kali setahun", "dua kali setahun")
    let theirs = base.with("teguran lisan", "teguran di tempat")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.isClean)
    #expect(
      MergeSample.text(merge) == ours.with("teguran lisan", "teguran di tempat"))
    #expect(
      merge.entries == [
        .init(kind: .edited, by: .ours, from: "pasal-4/ayat-1", to: "pasal-4/ayat-1"),
        .init(kind: .edited, by: .theirs, from: "pasal-5/huruf-a", to: "pasal-5/huruf-a"),
      ])
  }

  @Test func editsOfDifferentPlacesOfOneUnit() {
    let ours = base.with("Petugas memeriksa", "Petugas wajib memeriksa")
    let theirs = base.with("satu kali setahun", "dua kali setahun")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.isClean)
    #expect(
      MergeSample.text(merge) == ours.with("satu kali setahun", "dua kali setahun"))
    #expect(merge.entries.map(\.by) == [nil])
  }

  @Test func aSentenceAtTheEndKeepsTheSpaceBeforeIt() {
    let ours = base.with("Petugas memeriksa", "Petugas wajib memeriksa")
    let theirs = base.with("satu kali setahun.", "satu kali setahun. Hasilnya diumumkan.")
    for (x, y) in [(ours, theirs), (theirs, ours)] {
      let merge = MergeSample.merge(x, y)
      #expect(merge.isClean)
      #expect(
        MergeSample.text(merge).contains(
          "Petugas wajib memeriksa tempat usaha paling sedikit satu kali setahun. Hasilnya"))
    }
  }

  /// They wrote an ayat anew and cite the new one where they cited the old; we removed what cites.
  @Test func aCitationThatFollowsIsNoEditOfWhatWasRemoved() {
    let ours = base.with(
      "Pasal 3\n\nWali Kota dapat menutup tempat usaha yang melanggar ketentuan Pasal 2 ayat (2).\n\n",
      "")
    let theirs = base.with(
      "(2) Setiap pemilik usaha wajib memasang papan nama yang jelas dan terbaca.\n", ""
    ).with(
      "(3) Ketentuan lebih lanjut diatur dengan Peraturan Wali Kota.",
      "(2) Ketentuan lebih lanjut diatur dengan Peraturan Wali Kota.\n"
        + "(3) Kendaraan berat tidak boleh melintas pada malam hari."
    ).with("Pasal 2 ayat (2)", "Pasal 2 ayat (3)")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.isClean)
    #expect(!MergeSample.text(merge).contains("menutup tempat usaha"))
  }

  @Test func editsThatTouchAreAConflict() throws {
    let ours = base.with("paling sedikit satu kali", "paling sedikit dua kali")
    let theirs = base.with("paling sedikit satu kali", "paling banyak satu kali")
    let merge = MergeSample.merge(ours, theirs)
    let conflict = try #require(merge.conflicts.first)
    #expect(merge.conflicts.count == 1)
    #expect(conflict.reason == .edits)
    #expect(conflict.place == "pasal-4/ayat-1")
    #expect(
      MergeSample.text(merge)
        == base.with(
          "(1) Petugas memeriksa tempat usaha paling sedikit satu kali setahun.",
          """
          <<<<<<< A
          (1) Petugas memeriksa tempat usaha paling sedikit dua kali setahun.
          =======
          (1) Petugas memeriksa tempat usaha paling banyak satu kali setahun.
          >>>>>>> B
          """))
    #expect(merge.text(choosing: .ours) == Array(ours.utf8))
    #expect(merge.text(choosing: .theirs) == Array(theirs.utf8))
  }

  @Test func insertionsOnBothSidesAreBothKeptAndNumbered() {
    let ours = inserted("Pemilik usaha dilarang berjualan di trotoar sesuai Pasal 5.")
    let theirs = inserted("Pengunjung wajib mematuhi Pasal 6 dan tata tertib.")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.isClean)
    let expected = base.with("Pasal 6\n", "Pasal 8\n").with("Pasal 5\n", "Pasal 7\n")
      .with(
        "Pasal 4\n",
        """
        Pasal 4

        Pemilik usaha dilarang berjualan di trotoar sesuai Pasal 6.

        Pasal 5

        Pengunjung wajib mematuhi Pasal 7 dan tata tertib.

        Pasal 6

        """)
    #expect(MergeSample.text(merge) == expected)
    #expect(merge.meetings == [.init(ours: "pasal-4", theirs: "pasal-5")])
  }

  @Test func equalInsertionsStandOnce() {
    let text = inserted("Pemilik usaha dilarang berjualan di trotoar sesuai Pasal 5.")
    let theirs = text.with("teguran lisan", "teguran di tempat")
    let merge = MergeSample.merge(text, theirs)
    #expect(merge.isClean)
    #expect(MergeSample.text(merge) == theirs)
    #expect(merge.meetings.isEmpty)
  }

  @Test func renumberingMeetsAnInsertion() {
    // We put an ayat (2) into Pasal 2 and renumber; they add an ayat at the end and cite (2).
    let ours = base.with("(3) Ketentuan", "(4) Ketentuan")
      .with("(2) Setiap pemilik", "(2) Setiap orang wajib sopan.\n(3) Setiap pemilik")
      .with("Pasal 2 ayat (2)", "Pasal 2 ayat (3)")
    let theirs = base.with(
      "Peraturan Wali Kota.",
      "Peraturan Wali Kota.\n(4) Papan nama sebagaimana dimaksud pada ayat (2) tahan air.")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.isClean)
    #expect(
      MergeSample.text(merge)
        == ours.with(
          "Peraturan Wali Kota.",
          "Peraturan Wali Kota.\n(5) Papan nama sebagaimana dimaksud pada ayat (3) tahan air."))
  }

  @Test func whatBelongsIntoAUnitStaysInIt() {
    let ours = base.with("Pasal 6\n", "Pasal 7\n").with("Pasal 5\n", "Pasal 6\n")
      .with(
        "BAB III\n", "Pasal 5\n\nKetentuan ini berlaku juga bagi badan.\n\nBAB III\n")
    let theirs = base.with("surat tugas.", "surat tugas.\n(3) Surat tugas diperlihatkan.")
    let both = ours.with("surat tugas.", "surat tugas.\n(3) Surat tugas diperlihatkan.")
    #expect(MergeSample.text(MergeSample.merge(ours, theirs)) == both)
    #expect(MergeSample.text(MergeSample.merge(theirs, ours)) == both)
  }

  @Test func aMoveAndAnEditOfTheSameUnit() {
    let article =
      "Pasal 3\n\nWali Kota dapat menutup tempat usaha yang melanggar ketentuan Pasal 2 ayat (2).\n\n"
    let moved = base.with(article, "").with("Pasal 4\n", "Pasal 3\n")
      .with("BAB III\n", article.with("Pasal 3\n", "Pasal 4\n") + "BAB III\n")
    let edited = base.with("dapat menutup", "berwenang menutup")
    let both = moved.with("dapat menutup", "berwenang menutup")
    let merge = MergeSample.merge(moved, edited)
    #expect(merge.isClean)
    #expect(MergeSample.text(merge) == both)
    #expect(MergeSample.text(MergeSample.merge(edited, moved)) == both)
  }

  @Test func removalAgainstEditIsAConflict() throws {
    let article =
      "Pasal 4\n\n(1) Petugas memeriksa tempat usaha paling sedikit satu kali setahun.\n(2) Pemeriksaan dilakukan dengan surat tugas.\n\n"
    let ours = base.with(article, "").with("Pasal 5\n", "Pasal 4\n").with("Pasal 6\n", "Pasal 5\n")
    let theirs = base.with("satu kali setahun", "dua kali setahun")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.conflicts.map(\.reason) == [.removal])
    let conflict = try #require(merge.conflicts.first)
    #expect(conflict.ours.isEmpty)
    #expect(
      String(decoding: conflict.theirs, as: UTF8.self)
        == article.with("satu kali", "dua kali").trimmed)
    #expect(conflict.address == "pasal-4")
  }

  @Test func removalOfWhatNobodyTouched() {
    let ours = base.with("(2) Pemeriksaan dilakukan dengan surat tugas.\n", "")
    let theirs = base.with("teguran lisan", "teguran di tempat")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.isClean)
    #expect(
      MergeSample.text(merge) == ours.with("teguran lisan", "teguran di tempat"))
    #expect(merge.entries.contains { $0.kind == .removed && $0.from == "pasal-4/ayat-2" })
  }

  @Test func differentMovesAreAConflict() {
    let article =
      "Pasal 3\n\nWali Kota dapat menutup tempat usaha yang melanggar ketentuan Pasal 2 ayat (2).\n\n"
    let without = base.with(article, "")
    let ours = without.with("BAB III\n", article + "BAB III\n")
    let theirs = without.with("Pasal 6\n", article + "Pasal 6\n")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.conflicts.map(\.reason) == [.moves, .moves])
    #expect(merge.conflicts.map(\.ours.isEmpty) == [false, true])
    #expect(merge.conflicts.map(\.theirs.isEmpty) == [true, false])
  }

  @Test func aReferenceThatLosesItsTargetIsSaid() {
    let article =
      "Pasal 3\n\nWali Kota dapat menutup tempat usaha yang melanggar ketentuan Pasal 2 ayat (2).\n\n"
    let ours = base.with(article, "")
    let theirs = base.with("surat tugas.", "surat tugas sebagaimana dimaksud dalam Pasal 3.")
    let merge = MergeSample.merge(ours, theirs)
    #expect(merge.lostTargets == [.init(unit: "pasal-4/ayat-2", text: "Pasal 3", side: .theirs)])
  }

  @Test func textWithoutUnitsMergesByBlocks() {
    let base = "Satu dua tiga.\n\nEmpat lima enam.\n\nTujuh delapan sembilan.\n"
    let ours = base.with("Satu", "Nol satu")
    let theirs = base.with("sembilan", "sepuluh")
    let merge = MergeSample.merge(ours, theirs, base: base)
    #expect(merge.isClean)
    #expect(MergeSample.text(merge) == ours.with("sembilan", "sepuluh"))
  }
}

extension String {
  /// Without line feeds at its end.
  fileprivate var trimmed: String {
    var result = self
    while result.last == "\n" { result.removeLast() }
    return result
  }
}
