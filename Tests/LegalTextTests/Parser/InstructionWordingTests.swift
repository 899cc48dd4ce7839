import LegalText
import Testing

/// Instructions that their words prove, wherever they stand.
@Suite("Wording of instructions")
struct InstructionWordingTests {
  private static func amendment(_ second: String) -> String {
    """
    Pasal I
    Beberapa ketentuan diubah sebagai berikut:
    1. Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:
    Pasal 6
    (1) Taman dibuka.
    (2) Taman disapu.
    2. \(second)
    3. Ketentuan Pasal 9 diubah sehingga berbunyi sebagai berikut:
    Pasal 9
    Kolam ditutup.
    Pasal II
    Berlaku.
    """
  }

  @Test(
    "what is done and to what decide, not the first word",
    arguments: [
      "Ditambahkan 1 (satu) pasal baru, yakni Pasal 8A sehingga berbunyi sebagai berikut:",
      "Disisipkan 1 (satu) pasal di antara Pasal 8 dan Pasal 9 yang berbunyi sebagai berikut:",
      "Isi Pasal 8 diubah sehingga berbunyi sebagai berikut:",
      "Ketenitan Pasal 8 diubah sehingga berbunyi sebagai berikut:",
      "Fenjelasan Pasal 8 diubah sebagaimana tercantum dalam penjelasan.",
    ])
  func verbAndObject(_ words: String) {
    let text = Self.amendment(words)
    #expect(kind("pasal-i/angka-2", in: text) == .instruksi)
    #expect(outline(text).contains("pasal-i/angka-3/pasal-9"))
  }

  @Test("an item that names a provision among other words is no instruction")
  func item() {
    let text = Self.amendment("Izin sebagaimana dimaksud dalam Pasal 8 dicabut.")
    #expect(kind("pasal-i/angka-2", in: text) == nil)
  }

  @Test("a lone number in an amended ayat is no item where it may be that of an instruction")
  func listInAyat() {
    let words = "Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut:\nPasal 8\n(1) Kolam:\n"
    let text = Self.amendment(words + "7. Ketentuan .\n(2) Kolam dalam.")
    #expect(below("pasal-i/angka-2/pasal-8", in: text) == ["ayat-1", "ayat-2"])
    let item = Self.amendment(
      words.replacing("Pasal 8 diubah", with: "angka 7 ayat (1) Pasal 8 diubah")
        + "7. Ikan.\n(2) Kolam dalam.")
    #expect(below("pasal-i/angka-2/pasal-8", in: item) == ["ayat-1", "ayat-1/angka-7", "ayat-2"])
  }

  private static let flat = """
    Pasal I
    Beberapa ketentuan diubah sebagai berikut: Pasal 3 (1) Taman dibuka setiap hari bagi semua \
    orang. (2) Taman ditutup pada malam hari. Bagran Keempat Kolam Ikan 5. Di antara Pasal 12 dan \
    Pasal 13 disisipkan 1 (satu) pasal, yakni Pasal 12A sehingga berbunyi sebagai berikut: Pasal \
    12A Kolam dijaga. 8. Ketentuan Pasal 15 diubah sehingga berbunyi sebagai berikut: Pasal 15 (1) \
    Kolam disapu. — 4 — (2) Kolam disiram. PasalT2 (1) Bangku dicat. (2) Bangku dijemur. _ 5 _ \
    9. Ketentuan ayat (2) Pasal 20 diubah sehingga berbunyi sebagai berikut: Pasal 20 (1) Pagar. \
    (2) Pagar besi.
    Pasal II
    Berlaku.
    """

  @Test("within lines, an instruction is told by its words, behind lost ones and behind a title")
  func withinLines() {
    #expect(
      outline(Self.flat) == [
        "pasal-i", "pasal-i/pasal-3", "pasal-i/pasal-3/ayat-1", "pasal-i/pasal-3/ayat-2",
        "pasal-i/bagian-4", "pasal-i/angka-5", "pasal-i/angka-5/pasal-12a", "pasal-i/angka-8",
        "pasal-i/angka-8/pasal-15", "pasal-i/angka-8/pasal-15/ayat-1",
        "pasal-i/angka-8/pasal-15/ayat-2", "pasal-i/angka-8/pasal-72",
        "pasal-i/angka-8/pasal-72/ayat-1", "pasal-i/angka-8/pasal-72/ayat-2", "pasal-i/angka-9",
        "pasal-i/angka-9/pasal-20", "pasal-i/angka-9/pasal-20/ayat-1",
        "pasal-i/angka-9/pasal-20/ayat-2", "pasal-ii",
      ])
    #expect(brokenPromises(of: LegalParser.parse(Self.flat)).isEmpty)
  }

  @Test("the first instruction that was not lost may have any number")
  func begunLate() {
    let text = """
      Pasal 3
      Undang-Undang itu diubah sebagai berikut:
      31. Ketentuan Pasal 40 diubah sehingga berbunyi sebagai berikut:
      Pasal 40
      (1) Taman.
      (2) Kolam.
      33. Ketentuan Pasal 42 diubah sehingga berbunyi sebagai berikut:
      Pasal 42
      Pagar.
      """
    #expect(
      outline(text) == [
        "pasal-3", "pasal-3/angka-31", "pasal-3/angka-31/pasal-40",
        "pasal-3/angka-31/pasal-40/ayat-1", "pasal-3/angka-31/pasal-40/ayat-2",
        "pasal-3/angka-33", "pasal-3/angka-33/pasal-42",
      ])
  }

  @Test("an article amends whose first item can be nothing but an instruction")
  func amendsPlainly() {
    let text = """
      Pasal 3
      Ketentuan Peraturan Daerah Nomor 4 Tahun 2001 diubah:
      1. Ketentuan Pasal 9 diganti, sehingga seluruhnya sebagai berikut:
      Pasal 9
      Taman.
      2. Pasal 10 dihapus.
      Pasal 4
      Berlaku.
      """
    #expect(
      outline(text) == [
        "pasal-3", "pasal-3/angka-1", "pasal-3/angka-1/pasal-9", "pasal-3/angka-2", "pasal-4",
      ])
  }

  @Test("numbers that an instruction adds are items of the amended text")
  func addedItems() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 1 ditambah 2 (dua) angka, yakni angka 2 dan angka 3 sehingga berbunyi
      sebagai berikut:
      2. Taman adalah tempat umum.
      3. Kolam adalah tempat air.
      2. Pasal 4 dihapus.
      Pasal II
      Berlaku.
      """
    #expect(
      outline(text) == [
        "pasal-i", "pasal-i/angka-1", "pasal-i/angka-1/angka-2", "pasal-i/angka-1/angka-3",
        "pasal-i/angka-2", "pasal-ii",
      ])
  }

  private static func notes(_ last: String) -> String {
    """
    Pasal I
    Beberapa ketentuan diubah sebagai berikut:
    1. Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:
    Pasal 6
    (1) Taman dibuka.
    (1a) Taman disapu.
    (2) Taman ditutup.
    2. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
    Pasal 7
    Kolam dijaga.
    3. Pasal 8 dihapus.
    Pasal II
    Berlaku.
    PENJELASAN
    I. UMUM
    Cukup.
    II. PASAL DEMI PASAL
    Pasal I
    Angka 1
    Pasal 6
    Ayat (1)
    Yang dimaksud dengan “taman
    \(last)
    Pasal II
    Cukup jelas.
    """
  }

  @Test("a mark of the next note carried into a sentence takes none of the ayat of the one before")
  func carriedNote() {
    let text = Self.notes(
      "Angka 2\nPasal 7\nkota” ialah taman umum.\nAyat (1a)\nCukup jelas.\nAyat (2)\nCukup jelas.\n"
        + "Angka 3\nCukup jelas.")
    #expect(
      below("penjelasan/pasal-i", in: text) == [
        "angka-1", "angka-1/pasal-6", "angka-1/pasal-6/ayat-1", "angka-2", "angka-2/pasal-7",
        "angka-3",
      ])
  }

  @Test("a later note of an instruction opens no list in an ayat")
  func laterNote() {
    let text = Self.notes("kota” ialah taman umum.\nAyat (2)\nCukup jelas.\nAngka 3\nCukup jelas.")
    #expect(
      below("penjelasan/pasal-i", in: text) == [
        "angka-1", "angka-1/pasal-6", "angka-1/pasal-6/ayat-1", "angka-1/pasal-6/ayat-2",
        "angka-3",
      ])
  }

  @Test("definitions and items of items keep their notes, also where no article is named")
  func notesOfItems() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 1 angka 3 diubah sehingga berbunyi sebagai berikut:
      Pasal 1
      Yang dimaksud dengan:
      3. Taman adalah kebun.
      2. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      (1) Kolam dijaga.
      (2) Kolam disapu.
      3. Pasal 9 dihapus.
      Pasal II
      Berlaku.
      PENJELASAN
      I. UMUM
      Cukup.
      II. PASAL DEMI PASAL
      Pasal I
      Angka 1
      Pasal 1
      Angka 3
      Cukup jelas.
      Angka 2
      Ayat (1)
      Huruf b
      Angka 2
      Cukup jelas.
      Ayat (2)
      Cukup jelas.
      Angka 3
      Cukup jelas.
      """
    #expect(
      below("penjelasan/pasal-i", in: text) == [
        "angka-1", "angka-1/pasal-1", "angka-1/pasal-1/angka-3", "angka-2", "angka-2/ayat-1",
        "angka-2/ayat-1/huruf-b", "angka-2/ayat-1/huruf-b/angka-2", "angka-2/ayat-2", "angka-3",
      ])
  }
}
