/// A small law on markets for tests of its structure.
enum MarketLaw {
  /// The law with these Pasal and, where there are any, notes on them.
  static func text(_ articles: [String], notes: [String] = []) -> String {
    var text = """
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 1 TAHUN 2025
      TENTANG
      KETERTIBAN PASAR

      BAB I
      KETENTUAN UMUM


      """
    for (index, article) in articles.enumerated() {
      text += "Pasal \(index + 1)\n\n\(article)\n\n"
    }
    guard !notes.isEmpty else { return text }
    text += """
      PENJELASAN
      ATAS
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 1 TAHUN 2025

      I. UMUM

      Pasar rakyat perlu ditata.

      II. PASAL DEMI PASAL


      """
    for (index, note) in notes.enumerated() { text += "Pasal \(index + 1)\n\n\(note)\n\n" }
    return text
  }

  /// Pasal that say different things, the last of which cites another.
  static let articles = [
    "Pasar rakyat adalah tempat usaha yang ditata oleh pemerintah daerah.",
    "Pedagang wajib memiliki tanda daftar yang berlaku selama lima tahun.",
    "Pengelola menyediakan tempat sampah terpilah di setiap lorong pasar.",
    "Retribusi dipungut menurut luas kios dan lama pemakaian.",
    "Pelanggaran terhadap ketentuan Pasal 2 dikenai teguran tertulis.",
  ]
}
