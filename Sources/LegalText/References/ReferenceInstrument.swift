/// A regulation named in running text: `Undang-Undang Nomor 12 Tahun 2011`, `Peraturan Daerah ini`.
struct InstrumentMention {
  /// The bytes of the word or words that say what it is, and of `ini` where that follows.
  var range: Range<Int>
  /// Whether it is the regulation that names it (`Peraturan Daerah ini`).
  var isOwn: Bool
  /// Whether it is a code known by its name alone (`KUHP`, `Undang-Undang Dasar`).
  var isNamed: Bool
}

extension ReferenceText {
  /// The regulation whose name begins at `start`.
  func instrument(at start: Int) -> InstrumentMention? {
    guard Self.mayBeginInstrument(byte(start), byte(start + 1)) else { return nil }
    if byte(start) | 0x20 == 0x72, let rancangan = end(of: "rancangan", at: start) {
      return instrument(at: spaceEnd(rancangan))
        .map { InstrumentMention(range: start..<$0.range.upperBound, isOwn: false, isNamed: false) }
    }
    if let end = namedCode(at: start) {
      return InstrumentMention(range: start..<end, isOwn: false, isNamed: true)
    }
    guard let kind = lawEnd(at: start) ?? abbreviationEnd(at: start) ?? typedEnd(at: start) else {
      return nil
    }
    if let own = ownEnd(after: kind) {
      return InstrumentMention(range: start..<own, isOwn: true, isNamed: false)
    }
    return InstrumentMention(range: start..<kind, isOwn: false, isNamed: false)
  }

  /// Whether an instrument is named at `start` by its number or by a name of its own.
  func namesAct(at start: Int) -> Bool {
    guard let found = instrument(at: start), !found.isOwn else { return false }
    return found.isNamed
      || end(ofAny: Self.identifiers, at: spaceEnd(found.range.upperBound)) != nil
  }

  /// Whether a name of a regulation may begin with two letters: most words do not.
  @inline(__always)
  static func mayBeginInstrument(_ first: UInt8, _ second: UInt8) -> Bool {
    let second = second | 0x20
    return switch first | 0x20 {
    case 0x61: second == 0x74  // aturan
    case 0x62: second == 0x75  // burgerlijk
    case 0x69: second == 0x6E  // instruksi
    case 0x6B: second == 0x65 || second == 0x69 || second == 0x6F || second == 0x75
    case 0x6D: second == 0x61 || second == 0x6C  // maklumat, MLI
    case 0x6F: second == 0x72  // ordonansi
    case 0x70: second == 0x61 || second == 0x65 || second == 0x69 || isMadeOf(second)
    case 0x71: second == 0x61  // qanun
    case 0x72: second == 0x61 || second == 0x65 || second == 0x75
    case 0x73: second == 0x74 || second == 0x75  // statuta, surat
    case 0x75: second == 0x6E || second == 0x75 || second == 0x64
    case 0x77: second == 0x65  // wetboek
    default: false
    }
  }

  /// The second letters of `PMK`, `PP`, `PPh` and `protokol`.
  @inline(__always)
  private static func isMadeOf(_ second: UInt8) -> Bool {
    second == 0x6D || second == 0x70 || second == 0x72
  }

  /// `Undang-Undang` with any dash and spacing; never the end of `perundang-undangan`.
  private func lawEnd(at start: Int) -> Int? {
    guard let first = prefixEnd(of: "undang", at: start) else { return nil }
    var position = spaceEnd(first)
    if byte(position) == 0x2D {
      position = spaceEnd(position + 1)
    } else if byte(position) == 0xE2, byte(position + 1) == 0x80 {
      position = spaceEnd(position + 3)
    }
    return end(of: "undang", at: position)
  }

  private func namedCode(at start: Int) -> Int? {
    if let law = lawEnd(at: start) { return end(of: "dasar", at: spaceEnd(law)) }
    if let kitab = end(of: "kitab", at: start) { return lawEnd(at: spaceEnd(kitab)) }
    if let aturan = end(of: "aturan", at: start) {
      return end(ofAny: Self.provisional, at: spaceEnd(aturan))
    }
    // A tax goes by the article that governs it: "PPh Pasal 21".
    if let tax = end(of: "pajak", at: start) {
      return end(of: "penghasilan", at: spaceEnd(tax)).flatMap {
        levelWord(at: spaceEnd($0))?.kind == .pasal ? $0 : nil
      }
    }
    return end(ofAny: Self.codes, at: start)
  }

  private static let codes: WordList = [
    "pph", "kuhp", "kuhap", "kuhperdata", "kuhd", "uud", "uudnri", "mli", "wetboek", "burgerlijk",
    "ordonansi", "ordonnantie", "reglement", "reglemen", "statuta",
  ]

  private func abbreviationEnd(at start: Int) -> Int? {
    guard Self.isUpper(byte(start)) else { return nil }
    if let end = end(ofAny: Self.abbreviations, at: start) { return end }
    guard let pp = self.end(of: "pp", at: start) else { return nil }
    return self.end(ofAny: Self.afterAbbreviation, at: spaceEnd(pp)) == nil ? nil : pp
  }

  private static let abbreviations: WordList = [
    "uu", "ruu", "perda", "raperda", "ranperda", "perbup", "pergub", "perwali", "perwal",
    "perpres", "perpu", "perppu", "permendagri", "permenkeu", "permen", "permenkumham", "pmk",
    "qanun", "perdasus", "perdasi", "perdes",
  ]

  /// `Peraturan Daerah`, `Keputusan Bupati`, `Instruksi Presiden`, `Surat Edaran`.
  private func typedEnd(at start: Int) -> Int? {
    if let peraturan = end(of: "peraturan", at: start) {
      let next = spaceEnd(peraturan)
      if prefixEnd(of: "perundang", at: next) != nil { return nil }
      if end(ofAny: Self.demonstratives, at: next) != nil { return peraturan }
      if let end = end(ofAny: Self.makers, at: next) { return end }
      return Self.isUpper(byte(start)) && Self.isUpper(byte(next)) ? wordEnd(next) : nil
    }
    if let surat = end(of: "surat", at: start) { return end(of: "edaran", at: spaceEnd(surat)) }
    guard Self.isUpper(byte(start)),
      let type = end(ofAny: Self.types, at: start)
    else { return nil }
    let next = spaceEnd(type)
    if end(of: "ini", at: next) != nil { return type }
    if prefixEnd(of: "persetujuan", at: start) != nil {
      return end(of: "penghindaran", at: next)
    }
    return Self.isUpper(byte(next)) ? wordEnd(next) : nil
  }

  /// `Konvensi`, `Perjanjian`, `Anggaran Dasar`: what states or members agreed on has articles too,
  /// and is never the regulation that names it, also where *ini* follows.
  func agreementEnd(at start: Int) -> Int? {
    guard Self.isUpper(byte(start)) else { return nil }
    if let end = end(ofAny: Self.agreements, at: start) { return end }
    guard let statutes = end(of: "anggaran", at: start) else { return nil }
    let next = spaceEnd(statutes)
    if let rules = end(of: "rumah", at: next) { return end(of: "tangga", at: spaceEnd(rules)) }
    return end(of: "dasar", at: next)
  }

  private static let agreements: WordList = [
    "konvensi", "protokol", "piagam", "traktat", "kovenan", "statuta", "perjanjian",
  ]

  /// Whether a treaty is named within `range`.
  func namesTreaty(in range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while let next = nextWord(
      from: position, to: range.upperBound, isInside: false,
      where: { bytes, place in Self.isUpper(bytes[place]) })
    {
      if end(ofAny: Self.treaties, at: next) != nil { return true }
      position = wordEnd(next)
    }
    return false
  }

  private static let treaties: WordList = ["konvensi", "convention", "traktat", "kovenan"]

  private static let types: WordList = [
    "keputusan", "ketetapan", "instruksi", "maklumat", "konvensi", "protokol", "piagam",
    "persetujuan",
  ]

  private static let provisional: WordList = ["peralihan", "tambahan"]
  private static let afterAbbreviation: WordList = ["nomor", "no", "ini"]
  private static let demonstratives: WordList = ["ini", "tersebut", "itu"]
  private static let afterName: WordList = ["nomor", "tahun", "tentang", "pasal"]
  private static let identifiers: WordList = ["nomor", "no", "tahun", "tentang"]
  private static let joiningWords: WordList = ["pada", "dalam", "khususnya"]
  private static let narrowing: WordList = ["khususnya", "terutama", "yakni", "yaitu"]

  private static let makers: WordList = [
    "daerah", "pemerintah", "presiden", "menteri", "gubernur", "bupati", "walikota", "wali",
    "kepala", "desa", "dpr", "dprd", "dpd", "bank", "mahkamah", "badan", "otoritas", "komisi",
    "lembaga", "bersama",
  ]

  /// The end of the `ini` that makes the name mean the text itself: right after it, or after the
  /// rest of the maker's name (`Peraturan Daerah Kabupaten Contoh ini`).
  private func ownEnd(after kind: Int) -> Int? {
    var position = kind
    for _ in 0..<8 {
      let next = spaceEnd(position)
      if let end = end(of: "ini", at: next) { return end }
      guard next > position, Self.isUpper(byte(next)),
        end(ofAny: Self.afterName, at: next) == nil
      else { return nil }
      position = wordEnd(next)
    }
    return nil
  }

  /// Whether the words from the end of an instrument's kind to a mention are only the rest of its
  /// name, so that the mention is of that instrument: `Undang-Undang Nomor 5 Tahun 2014 tentang
  /// Desa pada Pasal 7`. After a comma it is where it says something: `…, Pasal 7 menyatakan`.
  func governs(_ instrument: InstrumentMention, mention range: Range<Int>) -> Bool {
    let mention = range.lowerBound
    guard !instrument.isOwn, mention - instrument.range.upperBound < 600 else { return false }
    var position = spaceEnd(instrument.range.upperBound)
    var isIdentified = instrument.isNamed
    var joins = true
    while position < mention {
      let byte = bytes[position]
      if byte == 0x28 {
        guard let close = bracketEnd(position, before: mention) else { return false }
        position = spaceEnd(close)
        continue
      }
      let wordEnd = wordEnd(position)
      if wordEnd == position {
        // Dashes, slashes and quotation marks stand in titles; commas and stops end the name.
        if byte == 0x2C {
          let next = spaceEnd(position + 1)
          if next == mention { return isIdentified && joins && says(after: range.upperBound) }
          // "…, khususnya Pasal 93", "…, terutama dalam Pasal 93"
          if let word = end(ofAny: Self.narrowing, at: next) {
            position = spaceEnd(word)
            joins = true
            continue
          }
        }
        guard byte == 0x2D || byte == 0x2F || byte == 0x22 || byte >= 0x80 else { return false }
        position = spaceEnd(position + 1)
        continue
      }
      if self.end(ofAny: Self.identifiers, at: position) != nil {
        isIdentified = true
        joins = true
      } else if self.end(ofAny: Self.joiningWords, at: position) != nil {
        joins = true
      } else if self.end(ofAny: Self.titleWords, at: position) != nil {
        joins = false
      } else if Self.isUpper(byte) || Self.isDigit(byte) {
        joins = true
      } else {
        return false
      }
      position = spaceEnd(wordEnd)
      // The stop of "No. 5".
      if self.byte(wordEnd) == 0x2E, Self.isDigit(self.byte(spaceEnd(wordEnd + 1))) {
        position = spaceEnd(wordEnd + 1)
      }
    }
    return isIdentified && joins
  }

  private func says(after end: Int) -> Bool {
    following(end) { self.end(ofAny: Self.verbsOfSaying, at: $0) } != nil
  }

  private static let verbsOfSaying: WordList = [
    "menyatakan", "menyebutkan", "mengatur", "menegaskan", "menentukan", "mengamanatkan",
    "menggariskan", "memerintahkan",
  ]

  private static let titleWords: WordList = [
    "dan", "atau", "serta", "di", "ke", "dari", "untuk", "yang", "dengan", "atas", "bagi",
    "terhadap", "oleh", "antara", "tanpa", "sebagai",
  ]

  private func bracketEnd(_ open: Int, before end: Int) -> Int? {
    var position = open
    while position < end {
      if bytes[position] == 0x29 { return position + 1 }
      position += 1
    }
    return nil
  }
}
