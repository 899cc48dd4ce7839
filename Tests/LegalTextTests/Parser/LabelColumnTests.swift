import LegalText
import Testing

@Suite("Lists to the right of a label")
struct LabelColumnTests {
  private func regulation(_ list: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 1 TAHUN 2000
    TENTANG
    TAMAN
    Pasal 1
    Pengurus taman terdiri atas:
    \(list)
    Pasal 2
    Taman dijaga.
    Ditetapkan di Contoh
    pada tanggal 1 Januari 2000
    """
  }

  private func items(_ list: String) -> [String] { below("pasal-1", in: regulation(list)) }

  @Test(
    "the first stands on the line of the label, behind a gap or a colon",
    arguments: [
      """
      a. Ketua                Kepala Dinas Pertamanan
      b. Anggota              1. Dinas Kebersihan
                                 Kota
                              2. Dinas Perhubungan
                              3. Satuan Polisi
      c. Sekretaris           Lurah
      """,
      """
      a. Ketua           : Kepala Dinas Pertamanan;
      b. Anggota         : 1. Dinas Kebersihan;
                           2. Dinas Perhubungan;
                           3. Satuan Polisi;
      c. Sekretaris      : Lurah.
      """,
    ])
  func firstBesideItsLabel(list: String) {
    #expect(
      items(list) == [
        "huruf-a", "huruf-b", "huruf-b/angka-1", "huruf-b/angka-2", "huruf-b/angka-3", "huruf-c",
      ])
    let document = LegalParser.parse(regulation(list))
    #expect(brokenPromises(of: document).isEmpty)
    #expect(
      wholeText("pasal-1/huruf-b/angka-3", in: regulation(list))?.contains("Satuan Polisi") == true)
  }

  @Test(
    "a sentence, a row of a table, and a number in another column begin no list",
    arguments: [
      """
      a. Pengurus yang diangkat menurut daftar nama para warga kota pada lampiran  1. Dinas
                              2. Dinas Perhubungan
      b. Lurah.
      """,
      """
      a. Pohon                1. Asam                 0,45
                              2. Jati                 0,60
      b. Lurah.
      """,
      """
      a. Ketua    1. Dinas Kebersihan
                              2. Dinas Perhubungan
      b. Lurah.
      """,
    ])
  func none(list: String) {
    #expect(items(list).contains("huruf-a/angka-1") == false, "\(items(list))")
  }

  @Test("a semicolon or a colon for the full stop of a number counts where its list proves it")
  func signForTheStop() {
    let list = """
      1. Ketua;
      2; Wakil Ketua;
      3: Sekretaris; dan
      4. Anggota.
      """
    #expect(items(list) == (1...4).map { "angka-\($0)" })
    #expect(items("1. Ketua;\n2. Wakil;\n9; Lurah;\n3. Anggota.") == (1...3).map { "angka-\($0)" })
  }
}
