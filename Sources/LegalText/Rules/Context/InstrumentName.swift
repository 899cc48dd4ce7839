/// What a regulation calls itself, and what goes with its kind.
struct InstrumentName: Sendable {
  /// Its kind, as it speaks of itself: *Peraturan Daerah* (*ini*).
  var kind: String
  /// Where it is published (UU 12/2011 Pasal 82–86).
  var gazette: String
  /// What it usually leaves its details to.
  var delegate: String

  private static let national = "Lembaran Negara Republik Indonesia"

  /// By the words of the title: the first that stands in it is meant.
  private static let all: [(words: [UInt64], name: InstrumentName)] = [
    ("undang undang", "Undang-Undang", national, "Peraturan Pemerintah"),
    ("peraturan pemerintah", "Peraturan Pemerintah", national, "Peraturan Menteri"),
    ("peraturan presiden", "Peraturan Presiden", national, "Peraturan Menteri"),
    (
      "peraturan menteri", "Peraturan Menteri", "Berita Negara Republik Indonesia",
      "Peraturan Direktur Jenderal"
    ),
    ("peraturan gubernur", "Peraturan Gubernur", "Berita Daerah", "Keputusan Gubernur"),
    ("peraturan bupati", "Peraturan Bupati", "Berita Daerah", "Keputusan Bupati"),
    ("peraturan wali kota", "Peraturan Wali Kota", "Berita Daerah", "Keputusan Wali Kota"),
    ("peraturan walikota", "Peraturan Wali Kota", "Berita Daerah", "Keputusan Wali Kota"),
    ("peraturan desa", "Peraturan Desa", "Lembaran Desa", "Peraturan Kepala Desa"),
    ("qanun", "Qanun", "Lembaran Daerah", "Peraturan Gubernur"),
    ("peraturan daerah", "Peraturan Daerah", "Lembaran Daerah", "Peraturan Wali Kota"),
    ("keputusan", "Keputusan", "Berita Daerah", "Keputusan"),
  ].map { words, kind, gazette, delegate in
    (
      WordHash.words(words), InstrumentName(kind: kind, gazette: gazette, delegate: delegate)
    )
  }

  private static let heads: [(word: UInt64, delegate: String)] = [
    ("provinsi", "Peraturan Gubernur"), ("propinsi", "Peraturan Gubernur"),
    ("kabupaten", "Peraturan Bupati"), ("kota", "Peraturan Wali Kota"),
  ].map { (WordHash.of($0), $1) }

  /// The name that the title gives, else the words after *Menetapkan*; that of a regional
  /// regulation where neither does.
  init(_ context: CheckContext) {
    self.init(kind: "Peraturan Daerah", gazette: "Lembaran Daerah", delegate: "Peraturan Wali Kota")
    for address in ["judul", "diktum"] {
      guard let unit = context.document.index(ofAddress: address) else { continue }
      let range = context.tokenRanges[unit].prefix(40)
      for position in range {
        guard
          let found = Self.all.first(where: {
            context.matches($0.words, at: position, before: range.upperBound)
          })
        else { continue }
        self = found.name
        if found.name.kind == "Peraturan Daerah",
          let head = range.suffix(from: position).lazy.compactMap({ place in
            Self.heads.first { $0.word == context.tokens[place].hash }
          }).first
        {
          delegate = head.delegate
        }
        return
      }
    }
  }

  private init(kind: String, gazette: String, delegate: String) {
    self.kind = kind
    self.gazette = gazette
    self.delegate = delegate
  }
}
