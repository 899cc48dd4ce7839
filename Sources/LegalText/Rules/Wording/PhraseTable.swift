/// The phrases that rules look for, in one table, found in one pass over the words.
struct PhraseTable: Sendable {
  enum Kind: Sendable {
    case lowerInstrument, thisArticle, unnumbered, above, withoutReducing, preposition
    case commencement, delegating, open, vague, foreign, limit, spelling, instrument
    case prohibition, subject, blanket, andOr, inForce, thisInstrument, modality
  }

  struct Entry: Sendable {
    var kind: Kind
    var words: [UInt64]
    /// What to write instead; empty where the rule says it.
    var wanted: String
  }

  private var byFirst: [UInt64: [Entry]] = [:]

  init(_ entries: [(Kind, [(String, String)])]) {
    for (kind, phrases) in entries {
      for (phrase, wanted) in phrases {
        let words = WordHash.words(phrase)
        guard let first = words.first else { continue }
        byFirst[first, default: []].append(Entry(kind: kind, words: words, wanted: wanted))
      }
    }
  }

  /// Where the phrases stand in the words of units; the longest one at each place.
  func hits(tokens: [CheckToken], ranges: [Range<Int>]) -> [PhraseHit] {
    var result: [PhraseHit] = []
    for (unit, range) in ranges.enumerated() {
      var covered = range.lowerBound
      for position in range where position >= covered {
        guard let entries = byFirst[tokens[position].hash] else { continue }
        var best: Entry?
        for entry in entries where entry.words.count > best?.words.count ?? 0 {
          guard position + entry.words.count <= range.upperBound,
            entry.words.indices.allSatisfy({ tokens[position + $0].hash == entry.words[$0] })
          else { continue }
          best = entry
        }
        guard let best else { continue }
        let end = position + best.words.count
        covered = end
        result.append(
          PhraseHit(
            kind: best.kind, unit: unit, tokens: position..<end,
            range: tokens[position].start..<tokens[end - 1].end, wanted: best.wanted))
      }
    }
    return result
  }

  static let standard = PhraseTable([
    (
      .lowerInstrument,
      ["wali kota", "walikota", "bupati", "gubernur"].flatMap { head in
        ["peraturan", "keputusan", "instruksi"].map { ("\($0) \(head)", "") }
      }
    ),
    (.thisArticle, [("pasal ini", "")]),
    (
      .unnumbered,
      [
        "pasal tersebut di atas", "ayat tersebut di atas", "pasal yang terdahulu",
        "pasal terdahulu", "ayat yang terdahulu", "pasal sebelumnya", "ayat sebelumnya",
        "pasal di atas", "ayat di atas", "pasal tersebut diatas", "ayat tersebut diatas",
        "pasal tersebut", "ayat tersebut", "pasal berikutnya", "ayat berikutnya",
      ].map { ($0, "") }
    ),
    (.above, ["tersebut di atas", "tersebut diatas", "di atas"].map { ($0, "") }),
    (
      .withoutReducing,
      ["tanpa mengurangi", "dengan tidak mengurangi", "tanpa menyimpang dari"].map { ($0, "") }
    ),
    (
      .preposition,
      [
        "dimaksud dalam ayat", "dimaksud pada pasal", "dimaksud dalam ayat", "dimaksud ayat",
        "dimaksud pasal",
      ].map { ($0, "") }
    ),
    (
      .commencement,
      [
        "mulai berlaku efektif", "berlaku efektif", "mulai berlaku pada tanggal ditetapkan",
        "mulai berlaku sejak tanggal ditetapkan", "mulai berlaku pada saat ditetapkan",
        "berlaku surut",
      ].map { ($0, "") }
    ),
    (
      .delegating,
      ["diatur dengan", "diatur lebih lanjut dengan", "diatur dalam", "diatur lebih lanjut dalam"]
        .flatMap { lead in
          [
            "peraturan wali kota", "peraturan walikota", "peraturan bupati", "peraturan gubernur",
            "peraturan menteri", "peraturan pemerintah", "peraturan presiden",
            "peraturan daerah tersendiri", "peraturan tersendiri", "keputusan wali kota",
            "keputusan walikota", "keputusan bupati",
          ].map { ("\(lead) \($0)", "") }
        }
    ),
    (
      .open,
      [
        "antara lain", "namun tidak terbatas pada", "tetapi tidak terbatas pada",
        "tidak terbatas pada", "namun tidak terbatas", "diantaranya", "di antaranya",
      ].map { ($0, "") }
    ),
    (
      .vague,
      [
        "dan lain-lain", "dan lain sebagainya", "dan sebagainya", "dan seterusnya",
        "dan/atau lainnya",
        "dll", "dsb", "dst", "secukupnya", "seperlunya", "sewajarnya", "sepantasnya",
        "sedapat mungkin", "sejauh mungkin", "bila dipandang perlu", "bila dianggap perlu",
        "dalam waktu yang wajar", "dalam waktu yang cukup", "secepatnya", "sesegera mungkin",
        "bilamana perlu",
        "apabila dipandang perlu",
        "jika dipandang perlu", "apabila dianggap perlu", "jika dianggap perlu", "minuman keras",
      ].map { ($0, "") }
    ),
    (
      .blanket,
      [
        "hal-hal yang belum diatur", "hal-hal yang belum cukup diatur", "hal yang belum diatur",
        "hal-hal lain yang belum diatur", "hal-hal yang tidak diatur", "hal lain yang belum diatur",
        "hal-hal lain yang belum cukup diatur", "segala sesuatu yang belum diatur",
        "hal-hal yang belum cukup jelas diatur", "ketentuan yang belum diatur",
        "ketentuan lain yang belum diatur", "mengenai pelaksanaan peraturan daerah ini",
        "tentang pelaksanaan peraturan daerah ini", "teknis pelaksanaan peraturan daerah ini",
      ].map { ($0, "") }
    ),
    (
      .subject,
      [("barang siapa", ""), ("barangsiapa", ""), ("siapapun yang", ""), ("siapa pun yang", "")]
    ),
    (
      .prohibition,
      [
        "tidak boleh", "tidak diperbolehkan", "tidak dibolehkan", "tidak diperkenankan",
        "tidak diizinkan", "tidak dibenarkan",
      ].map { ($0, "") }
    ),
    (.inForce, lawInForce), (.modality, modalities),
    (.thisInstrument, thisInstrument),
    (.andOr, [("dan atau", ""), ("atau dan", ""), ("and or", "")]),
    (.limit, limits), (.foreign, foreignWords), (.spelling, spellings),
    (.instrument, instruments),
  ])
}

/// A phrase of the table where it stands.
struct PhraseHit: Sendable {
  var kind: PhraseTable.Kind
  var unit: Int
  /// Positions among the tokens.
  var tokens: Range<Int>
  var range: Range<Int>
  var wanted: String
}
