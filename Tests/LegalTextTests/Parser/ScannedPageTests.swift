import LegalText
import Testing

@Suite("Scanned pages")
struct ScannedPageTests {
  @Test("what stands between a catchword and the next page opens nothing")
  func letterhead() {
    let text = """
      Pasal 1
      Dalam peraturan ini yang dimaksud dengan:
      1. Taman adalah kebun kota.
      2. Bangku

      PRES I DEN
      REPUBUK INDONESLA
      -2-

      2. Bangku adalah tempat duduk di taman.
      3. Ma'had
      SK No OO7?15 A
      PRESTDEN
      REPUBLIK INDONESIA
      - 3 -
      3. Mahad adalah tempat belajar.
      Pasal 2
      PRESIDEN
      -4-
      Pasal 2
      Taman dibuka setiap hari.
      Pasal 3
      Cukup jelas bagi pengunjung.
      -5-
      Pasal 4
      -6-
      Bangku dicat hijau.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/angka-1", "pasal-1/angka-2", "pasal-1/angka-3", "pasal-2", "pasal-3",
        "pasal-4",
      ])
  }

  @Test("a page number that ran into the text below it ends before the mark")
  func numberInText() {
    let text = """
      Pasal 1
      (1) Taman dibuka setiap hari.

      -2(2) Bangku dicat hijau:
      a. di muka; dan

      -3b. di belakang.
      -4Pasal 2
      (1) Suhu air kolam -5 derajat.
      -5(2) Kolam dikuras setiap bulan.
      - 8 Pasal 3
      Lampu menyala - 9 (sembilan) jam.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-1/ayat-2/huruf-a",
        "pasal-1/ayat-2/huruf-b", "pasal-2", "pasal-2/ayat-1", "pasal-2/ayat-2", "pasal-3",
      ])
    #expect(ownText("pasal-1/ayat-1", in: text) == "Taman dibuka setiap hari.")
  }

  @Test("labels of a column apart are found where they stand")
  func column() {
    let text = """
      Pasal 1
      Taman berasaskan:
      keindahan;
      b. ketertiban;
      a.
      c. kebersihan; dan
      d. keterbukaan.
      Pasal 2
      Taman dijaga oleh petugas.
      (1)
      (2)
      Petugas memakai tanda pengenal.
      """
    #expect(below("pasal-1", in: text) == ["huruf-b", "huruf-a", "huruf-c", "huruf-d"])
    #expect(below("pasal-2", in: text) == ["ayat-1", "ayat-2"])
  }

  @Test("a first ayat after a list belongs to the article")
  func ayatAfterList() {
    let text = """
      Pasal 1
      a. bangku;
      b. lampu.
      (1)
      Bangku dicat hijau.
      (2) Lampu menyala pada malam hari.
      """
    #expect(
      below("pasal-1", in: text).filter { $0.hasPrefix("ayat") } == ["ayat-1", "ayat-2"])
  }

  @Test("numbers divided at a line's end, and bare ones, count on in their list")
  func dividedNumbers() {
    let items = (2...9).map { "\($0). Benda \($0) adalah barang." }.joined(separator: "\n")
    let text = """
      Pasal 1
      Dalam peraturan ini yang dimaksud dengan:
      I . Taman adalah kebun kota.
      \(items)
      10
      Kolam adalah tempat air.
      1
      1. Pagar adalah batas taman.
      1 2. Pintu adalah jalan masuk.
      Pasal 2
      Taman terdiri atas:
      a. kolam;
      b pagar; dan
      c. pintu.
      """
    #expect(below("pasal-1", in: text) == (1...12).map { "angka-\($0)" })
    #expect(below("pasal-2", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
  }

  @Test("a capital where a consideration is due is its misread letter")
  func capitals() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      Menimbang : a. bahwa taman perlu dijaga;
      b. bahwa bangku perlu dicat;
      C. bahwa lampu perlu dinyalakan;
      Mengingat : i. Undang-Undang tentang Taman;
      2. Undang-Undang tentang Bangku;
      MEMUTUSKAN:
      Pasal 1
      Taman dijaga.
      """
    #expect(below("menimbang", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
    #expect(below("mengingat", in: text) == ["angka-1", "angka-2"])
  }
}

@Suite("Elucidations")
struct ElucidationFormTests {
  @Test("Cukup jelas ends a sentence without its full stop")
  func clear() {
    let text = """
      Pasal 1
      Taman dijaga.
      PENJELASAN
      PASAL DEMI PASAL
      Pasal 1
      Ayat (1) Cukup jelas
      Ayat (2) Cukup jelas
      Pasal 2 Cukup jelas
      Pasal 3
      Cukup jelas
      """
    #expect(
      outline(text).filter { $0.hasPrefix("penjelasan/") } == [
        "penjelasan/pasal-1", "penjelasan/pasal-1/ayat-1", "penjelasan/pasal-1/ayat-2",
        "penjelasan/pasal-2", "penjelasan/pasal-3",
      ])
  }

  @Test("the formula below the title of an elucidation begins no act")
  func formula() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      Menimbang : a. bahwa taman perlu dijaga;
      MEMUTUSKAN:
      Pasal 1
      Taman dijaga.
      Ditetapkan di Contoh
      PENJELASAN ATAS
      PERATURAN DAERAH KOTA CONTOH
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      I. UMUM
      Taman itu milik bersama.
      II. PASAL DEMI PASAL
      Pasal 1
      Cukup jelas.
      """
    #expect(
      outline(text).suffix(3) == ["penjelasan", "penjelasan/umum", "penjelasan/pasal-1"])
    #expect(!outline(text).contains("pembukaan~2"))
  }

  @Test("an item of an amended text is told from the next instruction")
  func instructions() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      Taman terdiri atas:
      a. kolam:
      1. kecil;
      2. besar; dan
      b. pagar.
      2. Pasal 5 dihapus.
      Pasal II
      Peraturan Daerah ini mulai berlaku.
      PENJELASAN
      PASAL DEMI PASAL
      Pasal I
      Angka 1
      Pasal 4
      Huruf a
      Angka 1
      Cukup jelas.
      Angka 2
      Cukup jelas.
      Huruf b
      Cukup jelas.
      Angka 2
      Pasal 5
      Cukup jelas.
      Pasal II
      Cukup jelas.
      """
    #expect(
      outline(text).filter { $0.hasPrefix("penjelasan/pasal-i/") } == [
        "penjelasan/pasal-i/angka-1", "penjelasan/pasal-i/angka-1/pasal-4",
        "penjelasan/pasal-i/angka-1/pasal-4/huruf-a",
        "penjelasan/pasal-i/angka-1/pasal-4/huruf-a/angka-1",
        "penjelasan/pasal-i/angka-1/pasal-4/huruf-a/angka-2",
        "penjelasan/pasal-i/angka-1/pasal-4/huruf-b", "penjelasan/pasal-i/angka-2",
        "penjelasan/pasal-i/angka-2/pasal-5",
      ])
  }
}
