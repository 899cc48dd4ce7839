/// A legal basis: what it names.
struct LegalBasis {
  /// Its place among the kinds of regulation (UU 12/2011 Pasal 7): 0 for the constitution.
  var rank: Int
  var number: String
  var year: Int?
  var unit: Int
  /// Whether a governor made it.
  var isOfGovernor = false
  /// The bytes from its first word to the year.
  var range: Range<Int>

  /// Ranks that rules speak of.
  enum Rank {
    static let law = 2
    static let government = 3
    static let province = 6
    static let region = 7
    static let unknown = 8
    static let headOfRegion = 9
  }

  private static let kinds: [(words: [UInt64], rank: Int)] = [
    ("undang undang dasar", 0), ("ketetapan majelis", 1), ("undang undang", 2),
    ("peraturan pemerintah pengganti", 2), ("peraturan pemerintah", 3), ("peraturan presiden", 4),
    ("keputusan presiden", 4), ("instruksi presiden", 4), ("peraturan menteri", 5),
    ("keputusan menteri", 5), ("peraturan badan", 5), ("peraturan kepala", 5),
    ("peraturan komisi", 5), ("peraturan bank", 5), ("peraturan otoritas", 5),
    ("peraturan daerah provinsi", 6), ("peraturan daerah propinsi", 6), ("peraturan daerah", 7),
    ("peraturan daerah daerah istimewa", 6), ("peraturan daerah daerah khusus", 6),
    ("peraturan daerah istimewa", 6),
    ("qanun", 7), ("peraturan gubernur", 9), ("keputusan gubernur", 9), ("peraturan bupati", 9),
    ("keputusan bupati", 9), ("peraturan wali kota", 9), ("peraturan walikota", 9),
    ("keputusan wali kota", 9), ("keputusan walikota", 9), ("peraturan desa", 10),
  ].map { (WordHash.words($0.0), $0.1) }

  /// The rank of the regulation named at token `position`.
  static func rank(_ context: CheckContext, at position: Int, before limit: Int) -> Int? {
    var best: (rank: Int, length: Int)?
    for kind in kinds where kind.words.count > best?.length ?? 0 {
      if context.matches(kind.words, at: position, before: limit) {
        best = (kind.rank, kind.words.count)
      }
    }
    return best?.rank
  }
}

extension CheckContext {
  /// The items of the legal basis.
  var basisItems: [Int] {
    guard let basis = document.index(ofAddress: "mengingat") else { return [] }
    return children[basis].isEmpty ? [basis] : children[basis]
  }

  /// The items of the legal basis that name a regulation.
  var bases: [LegalBasis] { basisItems.compactMap(basis) }

  private func basis(_ unit: Int) -> LegalBasis? {
    let range = tokenRanges[unit]
    // A mark printed twice, as copies have it: `1. 1. Undang-Undang …`.
    guard
      let first = range.prefix(2).first(where: {
        !tokens[$0].flags.contains(.number) || tokens[$0].end - tokens[$0].start > 2
      }) ?? range.first
    else { return nil }
    var found: Int?
    var position = first
    if tokens[first].hash == Self.articleWord {
      // "Pasal 18 ayat (6) Undang-Undang Dasar …"
      position =
        range.prefix(30).first { LegalBasis.rank(self, at: $0, before: range.upperBound) != nil }
        ?? first
    }
    found = LegalBasis.rank(self, at: position, before: range.upperBound)
    guard let rank = found else { return nil }
    var basis = LegalBasis(
      rank: rank, number: "", year: nil, unit: unit,
      range: tokens[first].start..<tokens[min(first + 3, range.upperBound - 1)].end)
    guard rank > 0 else { return basis }
    basis.isOfGovernor =
      position + 1 < range.upperBound && tokens[position + 1].hash == Self.governorWord
    let limit = min(position + 16, range.upperBound)
    for next in position..<limit {
      if tokens[next].hash == Self.numberWord, next + 1 < limit, basis.number.isEmpty {
        basis.number = printed(tokens[next + 1].range)
      }
      if tokens[next].hash == Self.yearWord, next + 1 < limit {
        basis.year = Int(printed(tokens[next + 1].range))
        basis.range = tokens[first].start..<tokens[next + 1].end
        break
      }
      if tokens[next].hash == Self.aboutWord { break }
    }
    return basis
  }

  private static let governorWord = WordHash.of("gubernur")
  static let articleWord = WordHash.of("pasal")
  static let yearWord = WordHash.of("tahun")
  static let aboutWord = WordHash.of("tentang")
}
