import Foundation

/// Texts of regulations for tests, in our own words.
public enum SampleText {
  /// A regulation whose Pasal are given by the texts of their ayat; one text stands without mark.
  /// - Parameter clear: how many of the first Pasal are elucidated with "Cukup jelas."
  public static func regulation(_ pasal: [[String]], clear: Int = 0) -> String {
    var text = """
      RANCANGAN
      PERATURAN DAERAH KOTA SERANG
      TENTANG
      CONTOH UNTUK PENGUJIAN

      WALI KOTA SERANG,

      Menimbang:
      a. bahwa pengujian memerlukan teks yang tertib;
      b. bahwa teks itu harus dapat diubah sedikit demi sedikit;

      MEMUTUSKAN:

      Menetapkan: PERATURAN DAERAH TENTANG CONTOH UNTUK PENGUJIAN.

      BAB I
      KETENTUAN UMUM

      """
    for (index, ayat) in pasal.enumerated() {
      text += "\nPasal \(index + 1)\n"
      if ayat.count == 1 {
        text += ayat[0] + "\n"
      } else {
        for (number, words) in ayat.enumerated() { text += "(\(number + 1)) \(words)\n" }
      }
    }
    text += "\nDitetapkan di Serang\n"
    guard clear > 0 else { return text }
    text += "\nPENJELASAN\nATAS\nPERATURAN DAERAH KOTA SERANG\n\nI. UMUM\nCukup jelas.\n"
    text += "\nII. PASAL DEMI PASAL\n"
    for number in 1...clear { text += "\nPasal \(number)\nCukup jelas.\n" }
    return text
  }

  /// Pasal of a few ayat each, no two of the same words.
  public static func pasal(_ count: Int, seed: UInt64) -> [[String]] {
    var random = SeededRandom(seed)
    return (0..<count).map { _ in
      (0...random.below(3)).map { _ in random.sentence(9 + random.below(12)) }
    }
  }
}

/// Where the package and the data beside it stand.
public enum PackageFolder {
  /// The package's root.
  public static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Regulations in force, which are not part of the project; absent in most clones.
  public static let corpus = path + "/../shared/corpus"

  /// Whether the corpus is there.
  public static var hasCorpus: Bool { FileManager.default.fileExists(atPath: corpus) }

  /// The bytes of a file of the package.
  public static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  /// The texts of a sample draft's revisions, oldest first.
  public static func revisions(of draft: String) throws -> [[UInt8]] {
    let folder = "Drafts/\(draft)/riwayat"
    let names = try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    return try names.map { try bytes("\(folder)/\($0)") } + [bytes("Drafts/\(draft)/naskah.txt")]
  }
}
