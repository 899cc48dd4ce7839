import LegalText
import Testing

/// Lists within lists that no colon announces, as in the tables of a budget.
@Suite("Lists that their columns nest")
struct NestedListTests {
  @Test("A list further right than an item belongs to it, though one of its kind is open outside")
  func nested() {
    let text = """
      Pasal 1
      Anggaran terdiri atas:
      1. PENDAPATAN
         a. Retribusi
            1. Semula
            2. Bertambah
         b. Pajak
            1. Semula
            2. Bertambah
      2. BELANJA
         a. Semula
         b. Bertambah
      Pasal 2
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    #expect(
      below("pasal-1", in: text) == [
        "angka-1", "angka-1/huruf-a", "angka-1/huruf-a/angka-1", "angka-1/huruf-a/angka-2",
        "angka-1/huruf-b", "angka-1/huruf-b/angka-1", "angka-1/huruf-b/angka-2", "angka-2",
        "angka-2/huruf-a", "angka-2/huruf-b",
      ])
  }

  @Test("Of two lists that await a number, that one goes on in whose column it stands")
  func columns() {
    func items(_ second: String) -> [String] {
      below(
        "pasal-1",
        in: """
          Pasal 1
          Anggaran terdiri atas:
          1. Pendapatan:
             a. Retribusi:
                1. Retribusi pasar.
          \(second) Belanja.
          """)
    }
    #expect(items("2.").last == "angka-2")
    #expect(items("      2.").last == "angka-1/huruf-a/angka-2")
  }

  @Test("A first letter in the column of its list, above numbers of its own: its head was lost")
  func lostHead() {
    let text = """
      Pasal 1
      Anggaran terdiri atas:
        1. BELANJA
           a. Semula
           b. Bertambah

           PEMBIAYAAN
           a. Penerimaan
              1. Semula
              2. Bertambah
      Pasal 2
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    #expect(
      below("pasal-1", in: text) == [
        "angka-1", "angka-1/huruf-a", "angka-1/huruf-b", "angka-1/huruf-a~2",
        "angka-1/huruf-a~2/angka-1", "angka-1/huruf-a~2/angka-2",
      ])
  }

  @Test("A list in the column of an open one, or without a second mark below it, is none below it")
  func notNested() {
    let level = """
      Pasal 1
      Anggaran terdiri atas:
      1. BELANJA
         a. Semula;
      1. PENDAPATAN
      2. PEMBIAYAAN
      """
    #expect(!below("pasal-1", in: level).contains("angka-1/huruf-a/angka-1"))
    let torn = """
      Pasal 1
      Anggaran terdiri atas:
      1. BELANJA
         a. Semula
            1. Sesudah perubahan
         b. Bertambah
      2. PENDAPATAN
      """
    #expect(!below("pasal-1", in: torn).contains("angka-1/huruf-a/angka-1"))
  }
}
