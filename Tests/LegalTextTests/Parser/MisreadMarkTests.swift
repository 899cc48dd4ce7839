import Testing

@testable import LegalText

/// Marks of which a scan left little: what they are their lists and their places on the page prove.
@Suite("Misread marks")
struct MisreadMarkTests {
  @Test(
    "A stroke below h., before the last item, is i.",
    arguments: ["L", "L.", "l", "l.", "!", "1", "I", "r", "|"])
  func ninth(_ sign: String) {
    let letters = ["a", "b", "c", "d", "e", "f", "g"].map { "\($0). taman \($0);\n" }.joined()
    let text =
      "Pasal 1\nPusat Taman merawat:\n" + letters + "h. taman raya; dan\n\(sign) taman kota:\n"
      + "1. pagi; dan\n2. sore.\n"
    #expect(
      below("pasal-1", in: text).suffix(4) == [
        "huruf-h", "huruf-i", "huruf-i/angka-1", "huruf-i/angka-2",
      ])
    #expect(ownText("pasal-1/huruf-i", in: text)?.hasPrefix("taman kota") == true)
  }

  @Test("`L` below h. in a column of letters is i.")
  func ninthInColumn() {
    let text = """
      Pasal 1
      Pusat Taman bertugas:
      a. satu;
      b. dua;
      c. tiga;
      d. empat;
      e. lima;

      f.

      g.

      h.
      L

      enam taman kota;
      tujuh taman desa;
      delapan taman raya; dan
      sembilan taman hutan.
      """
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-b", "huruf-c", "huruf-d", "huruf-e", "huruf-f", "huruf-g", "huruf-h",
        "huruf-i",
      ])
  }

  @Test("`fl)`, `,2)` and `(v3)` are ayat")
  func ayat() {
    let text = """
      Pasal 1
      fl) Taman kota dijaga siang dan malam
      ,2) Penjaga taman digaji:
      a. bulanan; dan
      b. harian.
      (v3) Taman disapu.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-2", "ayat-2/huruf-a", "ayat-2/huruf-b", "ayat-3",
      ])
  }

  @Test("`d,` in the column of its list, whose items before it were lost")
  func comma() {
    let text = """
      Pasal 1
      Layanan meliputi:
      a. Layanan pagi bagi warga
      dan tamu:
      d, Layanan malam bagi
      warga.

      Pasal 2
      Taman dijaga.
      """
    #expect(below("pasal-1", in: text) == ["huruf-a", "huruf-d"])
  }

  @Test("`d.` in the column of its list, below a line that cannot be read")
  func lostNeighbour() {
    let text = """
      Pasal 1
      (1) Pendapatan terdiri dari:
          a. Pajak sejumlah       980
          b. Hasil sejumlah       557
             sejullah Vang dipisahkan
          d. Lain sejumlah        580
      (2) Belanja terdiri dari satu.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-1/huruf-a", "ayat-1/huruf-b", "ayat-1/huruf-d", "ayat-2",
      ])
  }

  @Test("A sum that stands apart finishes the row of an item")
  func row() {
    let text = """
      Pasal 1
      Anggaran terdiri atas:
        1.   Pendapatan
             a. Pendapatan Asli Daerah        Rp    937.681.926.708,00
             b. Dana Perimbangan              Rp   1.093.949.317.889,00
             c Lain-lain Pendapatan           Rp     289.179.538.000,00
                Daerah yang Sah
        2.   Belanja                          Rp     289.179.538.000,00
      """
    #expect(
      below("pasal-1", in: text) == [
        "angka-1", "angka-1/huruf-a", "angka-1/huruf-b", "angka-1/huruf-c", "angka-2",
      ])
  }

  @Test("`l4b.` is 14b, `22.` after instruction 1 is instruction 2")
  func letters() {
    let text = """
      Pasal I
      Ketentuan dalam Peraturan Daerah Nomor 1 Tahun 2010 diubah sebagai berikut:
      1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:
      Pasal 1
      Dalam Peraturan Daerah ini yang dimaksud dengan:
      14. Taman adalah kebun.
      14a. Opsen adalah pungutan.
      l4b. Opsen Taman adalah opsen.
      15. Warga adalah orang.
      22. Lampiran I dan Lampiran II diubah sehingga menjadi sebagaimana tercantum dalam Lampiran.
      Pasal II
      Peraturan Daerah ini mulai berlaku.
      """
    #expect(
      below("pasal-i", in: text) == [
        "angka-1", "angka-1/pasal-1", "angka-1/pasal-1/angka-14", "angka-1/pasal-1/angka-14a",
        "angka-1/pasal-1/angka-14b", "angka-1/pasal-1/angka-15", "angka-2",
      ])
  }

  @Test("`3b.` between a. and c. is b., and 3. stands behind its conjunction")
  func marginNumber() {
    let text = """
      Pasal 1
      (1) Taman ditutup karena:
      a. alasan taman:
      1. kotor;
      2. rusak; dan3. dijual.
      3b. alasan warga; dan
      c. alasan lain.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-1/huruf-a", "ayat-1/huruf-a/angka-1", "ayat-1/huruf-a/angka-2",
        "ayat-1/huruf-a/angka-3", "ayat-1/huruf-b", "ayat-1/huruf-c",
      ])
  }

  @Test("An abbreviation in brackets is no number that a conjunction ties")
  func abbreviation() {
    let text = """
      Pasal 1
      (1) Barang dijual pada:
          a. Toko Bebas Bea (TBB) dan
          b. Tempat tertentu lainnya.
      (2) Barang lain dilarang.
      """
    #expect(below("pasal-1", in: text) == ["ayat-1", "ayat-1/huruf-a", "ayat-1/huruf-b", "ayat-2"])
  }

  @Test("A catchword is no lost ayat")
  func catchword() {
    let text = """
      Pasal 1
      (1) Setiap orang dilarang merokok di tempat umum pada siang hari.

                                           (2) Setiap ………………..
                      -9-

      (3) Setiap orang dilarang menjadi penjaga bagi tempat dilakukannya perbuatan.
      (4) Setiap orang wajib melapor.
      """
    #expect(below("pasal-1", in: text) == ["ayat-1", "ayat-3", "ayat-4"])
  }

  @Test("`1.ruang...` announces i.")
  func misreadCatchword() {
    let text = """
      Pasal 1
      Taman terdiri atas:
      a. satu;
      b. dua;
      c. tiga;
      d. empat;
      e. lima;
      f. enam;
      g. tujuh;
      h. ruang Kantor
      Bersama;
      1.ruang...
      SK No 208796 A
      i. ruang kolam; dan
      j. pagar.
      """
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-b", "huruf-c", "huruf-d", "huruf-e", "huruf-f", "huruf-g", "huruf-h",
        "huruf-i", "huruf-j",
      ])
  }

  @Test("A centred heading below a line that cannot be read")
  func centred() {
    let text = """
                             Pasal 1

      Taman kota dijaga oleh penjaga siang dan malam.

                             Pasal 2

                M I . H          Crucial            dimaksud
                             Pasal 3

      Taman desa dijaga oleh penjaga.

      Penjaga sebagaimana dimaksud dalam
      Pasal 4
      Peraturan ini digaji.
      """
    #expect(outline(text) == ["pasal-1", "pasal-2", "pasal-3"])
  }

  @Test("`JDIH.` alone on its line ends a sentence and is no site")
  func site() {
    let text = """
      Pasal 7
      Menteri membentuk tim.
      (1)

      (2)

      Pasal 8
      Naskah asli disimpan oleh Pusat
      JDIH.
      Naskah lain disimpan oleh Anggota.
      """
    #expect(outline(text) == ["pasal-7", "pasal-8", "pasal-8/ayat-1", "pasal-8/ayat-2"])
  }

  @Test("Labels of annexes, misread and run into what stands beside them")
  func annexes() {
    let text = """
      Pasal 1
      Rincian tercantum dalam Lampiran.
      Ditetapkan di Contoh
      pada tanggal 1 Januari 2024
      TAHUN ANGGARAN 2024LT{MPIRAN I
      PERATURAN PRESIDEN REPUBLIK INDONESIA
      NOMOR 2 TAHUN 2024
      Kolam dan pagar.
      I,AMPIRANVI
      PERATURAN PRESIDEN REPUBLIK INDONESIA
      NOMOR 2 TAHUN 2024
      Pagar.
      """
    #expect(outline(text) == ["pasal-1", "penutup", "lampiran-1", "lampiran-6"])
  }

  @Test("Definitions whose words of introduction were torn apart")
  func definitions() {
    let text = """
      Pasal 1
      Menteri ini yang dimaksud

      Dalam Peraturan
      1. Taman adalah kebun yang terbuka
      bagi warga.
      2. Warga adalah orang.
      dengan:
      """
    #expect(kind("pasal-1/angka-1", in: text) == .definisi)
    #expect(kind("pasal-1/angka-2", in: text) == .definisi)
  }

  @Test("A list that a colon introduces begins with its first number, definitions aside")
  func laterNumbers() {
    let text = """
      Pasal 1
      Jumlah kursi dihitung menurut daftar yang masuk:
      5. Suara yang diperoleh dibagi rata;
      6. Calon yang terpilih dilantik.
      Pasal 2
      Dalam Peraturan ini yang dimaksud dengan:
      9. Taman adalah kebun.
      10. Warga adalah orang.
      """
    #expect(outline(text) == ["pasal-1", "pasal-2", "pasal-2/angka-9", "pasal-2/angka-10"])
  }

  @Test("Numbers and letters without their full stops, set apart from the rows of a budget")
  func bareMarks() {
    let text = """
      Pasal 1
      Anggaran semula berjumlah sebagai berikut :
      1   Pendapatan
          a. Semula                    Rp      498.642.700.897,05
          b. Bertambah                 Rp        8.064.919.700,00
          Jumlah setelah Perubahan                            Rp   506.707.620.597,05
      2   Belanja
          a. Semula                    Rp      523.362.176.518,24
          b. Bertambah                 Rp       14.287.768.879,26
      Pasal 2
      Pendapatan terdiri dari jenis :
          a   Pajak daerah
              1) Semula                Rp         3.136.805.000,00
              2) Bertambah             Rp            11.220.000,00
              Jumlah pajak daerah
              setelah Perubahan
          b   Retribusi daerah
              1) Semula                Rp        19.148.106.600,00
              2) Bertambah             Rp         1.437.282.200,00
      """
    #expect(
      below("pasal-1", in: text) == [
        "angka-1", "angka-1/huruf-a", "angka-1/huruf-b", "angka-2", "angka-2/huruf-a",
        "angka-2/huruf-b",
      ])
    #expect(
      below("pasal-2", in: text) == [
        "huruf-a", "huruf-a/subangka-1", "huruf-a/subangka-2", "huruf-b", "huruf-b/subangka-1",
        "huruf-b/subangka-2",
      ])
  }

  @Test("A catchword with a comma for the full stop of its mark, above a page number with letters")
  func misreadPage() {
    let text = """
      Pasal 1
      Layanan taman terdiri atas:
      a, layanan . . .
      SK No 236126 A
      PRESIDEN
      REPUBLIK TNDONESIA
      - lo-
      a.Iayanan pagi; dan
      b. layanan sore.
      """
    #expect(below("pasal-1", in: text) == ["huruf-a", "huruf-b"])
    #expect(ownText("pasal-1/huruf-a", in: text)?.contains("pagi") == true)
  }

  @Test("Legal bases whose numbers were carried off, each on lines of its own")
  func legalBases() {
    let text = """
      PERATURAN PRESIDEN REPUBLIK INDONESIA
      NOMOR 1 TAHUN 2024
      TENTANG TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      PRESIDEN REPUBLIK INDONESIA,
      Menimbang : bahwa taman perlu dijaga;
      Mengingat
      Menetapkan1
      Pasal 4 ayat (1) Undang-Undang Dasar Negara Republik
      Indonesia Tahun 1945;
      Undang-Undang Nomor 19 Tahun 2023 tentang
      Taman (Lembaran Negara Tahun 2023 Nomor 140);
      MEMUTUSKAN:
      PERATURAN PRESIDEN TENTANG TAMAN.
      Pasal 1
      Taman dijaga.
      """
    #expect(below("mengingat", in: text) == ["angka-1", "angka-2"])
    #expect(wholeText("mengingat/angka-2", in: text)?.hasPrefix("Undang-Undang Nomor 19") == true)
    let one = text.replacing("Indonesia Tahun 1945;\nUndang-Undang", with: "dan Undang-Undang")
    #expect(below("mengingat", in: one).isEmpty)
    let unnumbered = text.replacing("Menetapkan1", with: "")
    #expect(below("mengingat", in: unnumbered).isEmpty)
  }

  @Test("The label of an annex at the end of a line within a sentence is a reference")
  func annexCited() {
    let text = """
      Pasal 1
      Taman dijaga menurut gambar di LAMPIRAN II
      Peraturan Daerah Nomor 3 Tahun 2020 yang tetap berlaku.
      Pasal 2
      Kolam dijaga.
      """
    let addresses = LegalParser.parse(Array(text.utf8)).units.map(\.address)
    #expect(addresses == ["pasal-1", "pasal-2"])
  }
}
