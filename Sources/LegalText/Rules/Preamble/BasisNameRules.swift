/// Rules on which acts are legal bases and how they are named (UU 12/2011, Lampiran II angka 39,
/// 44–46).
extension PreambleRules {
  private static let formingItem =
    "2. Undang-Undang Nomor 9 Tahun 2001 tentang Pembentukan Kota Contoh (Lembaran Negara Republik "
    + "Indonesia Tahun 2001 Nomor 21, Tambahan Lembaran Negara Republik Indonesia Nomor 4092);\n"
  private static let governmentItem =
    "3. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik "
    + "Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587);\n"

  static let government = DraftRule(
    "basis.government", .warning, "Lampiran II angka 39",
    passing: sample(), failing: sample(basis: constitutionItem + formingItem), at: "mengingat"
  ) { context, report in
    guard context.instrument == .regional, context.isWhole,
      let unit = context.document.index(ofAddress: "mengingat"),
      !context.basisItems.contains(where: context.isLawOnGovernment)
    else { return }
    report.add(
      .preamble(.basisGovernment), at: unit, context.head(of: unit),
      severity: context.weightOfForm)
  }

  static let formingLaw = DraftRule(
    "basis.forming-law", .warning, "Lampiran II angka 39",
    passing: sample(basis: constitutionItem + formingItem + governmentItem),
    failing: sample(), at: "mengingat"
  ) { context, report in
    guard context.instrument == .regional, context.isWhole,
      let unit = context.document.index(ofAddress: "mengingat"),
      !context.basisItems.contains(where: context.isFormingLaw)
    else { return }
    report.add(
      .preamble(.basisFormingLaw), at: unit, context.head(of: unit),
      severity: context.weightOfForm)
  }

  static let basisArticle = DraftRule(
    "basis.article", .warning, "Lampiran II angka 45",
    passing: sample(),
    failing: sample(
      basis: constitutionItem + "2. Pasal 12 Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan "
        + "(Lembaran Negara Republik Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    for basis in context.bases where basis.rank > 0 {
      let range = context.tokenRanges[basis.unit]
      guard let first = context.token(at: basis.range.lowerBound, in: range),
        context.tokens[first].hash == CheckContext.articleWord
      else { continue }
      report.add(
        .preamble(.basisArticle(context.printed(basis.range))), at: basis.unit, basis.range,
        severity: context.weightOfForm)
    }
  }

  static let republic = DraftRule(
    "basis.republic", .warning, "Lampiran II angka 45",
    passing: sample(),
    failing: sample(
      basis: constitutionItem + "2. Undang-Undang Republik Indonesia Nomor 7 Tahun 2014 tentang "
        + "Perdagangan (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    for unit in context.basisItems {
      let range = context.tokenRanges[unit]
      for position in range {
        guard let state = context.stateAfterKind(at: position, before: range.upperBound) else {
          continue
        }
        let bounds = context.tokens[position].start..<context.tokens[state + 1].end
        report.add(
          .preamble(.basisRepublic(context.printed(bounds))), at: unit, bounds,
          severity: context.weightOfForm)
      }
    }
  }

  static let kindCase = DraftRule(
    "basis.kind-case", .warning, "Lampiran II angka 46",
    passing: sample(),
    failing: sample(
      basis: constitutionItem + "2. Undang-undang Nomor 7 Tahun 2014 tentang Perdagangan (Lembaran "
        + "Negara Republik Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    for unit in context.units.indices
    where context.zones[unit] == .body || context.zones[unit] == .preamble {
      let range = context.tokenRanges[unit]
      for position in range {
        guard let end = context.namedKind(at: position, before: range.upperBound),
          !(position..<end).allSatisfy({ context.tokens[$0].flags.contains(.capital) })
        else { continue }
        let bounds = context.tokens[position].start..<context.tokens[end - 1].end
        let isConstitution = end < range.upperBound && context.tokens[end].hash == basicWord
        let found = context.printed(bounds)
        report.add(
          .preamble(.kindCase(found: found, wanted: found.capitalizedWords)), at: unit, bounds,
          severity: context.weightOfForm,
          citation: isConstitution ? "Lampiran II angka 44" : nil)
      }
    }
  }

  fileprivate static let basicWord = WordHash.of("dasar")
}

extension CheckContext {
  /// The words after the first *tentang* of a unit.
  private func nameWords(of unit: Int) -> ArraySlice<CheckToken> {
    let range = tokenRanges[unit]
    guard let about = range.first(where: { tokens[$0].hash == Self.aboutWord }) else { return [] }
    return tokens[(about + 1)..<range.upperBound]
  }

  /// Whether a legal basis is the law on regional government, or what a region has in its place:
  /// *tentang Pemerintahan Aceh*, *tentang Pokok-pokok Pemerintahan di Daerah*.
  fileprivate func isLawOnGovernment(_ unit: Int) -> Bool {
    nameWords(of: unit).prefix(4).contains { Self.governments.contains($0.hash) }
  }

  /// Whether a legal basis is the law that formed a region: *tentang Pembentukan Kota …*, or
  /// *tentang Kota … di Provinsi …*, as the laws since 2022 are called.
  fileprivate func isFormingLaw(_ unit: Int) -> Bool {
    let words = nameWords(of: unit)
    guard let first = words.first else { return false }
    if Self.regions.contains(first.hash) { return true }
    for (word, next) in zip(words, words.dropFirst()) where word.hash == Self.forming {
      if !Self.formedOthers.contains(next.hash) { return true }
    }
    return false
  }

  /// Where *Republik Indonesia Nomor* stands behind the kind of an act that begins at a token.
  fileprivate func stateAfterKind(at position: Int, before limit: Int) -> Int? {
    for (words, most) in Self.statedKinds where matches(words, at: position, before: limit) {
      let start = position + words.count
      for place in start..<min(start + most + 1, limit) {
        if matches(Self.stateNumber, at: place, before: limit) { return place }
        guard tokens[place].flags.contains(.capital) else { break }
      }
    }
    return nil
  }

  /// The end of the kind of an act that begins at a token and is named by its number, or of the
  /// constitution's.
  fileprivate func namedKind(at position: Int, before limit: Int) -> Int? {
    guard
      let kind = Self.kinds.first(where: { matches($0, at: position, before: limit) }),
      case let end = position + kind.count, end < limit, !tokens[position].flags.contains(.joined)
    else { return nil }
    if tokens[end].hash == PreambleRules.basicWord {
      return kind.first == kind.last && tokens[end].flags.contains(.capital) ? end : nil
    }
    return matches([Self.numberWord], at: end, before: limit)
      || matches(Self.stateNumber, at: end, before: limit) ? end : nil
  }

  private static let stateNumber = WordHash.words("republik indonesia nomor")
  private static let kinds = [
    "undang undang", "peraturan pemerintah", "peraturan presiden", "peraturan daerah",
  ].map { WordHash.words($0) }
  /// Kinds, and how many words of an office may follow.
  private static let statedKinds: [(words: [UInt64], most: Int)] = [
    ("undang undang", 0), ("peraturan pemerintah", 0), ("peraturan presiden", 0),
    ("keputusan presiden", 0), ("instruksi presiden", 0), ("peraturan menteri", 6),
  ].map { (WordHash.words($0), $1) }
  private static let governments = Set(["pemerintahan", "pemerintah"].map { WordHash.of($0) })
  private static let forming = WordHash.of("pembentukan")
  private static let formedOthers = Set(["peraturan", "produk"].map { WordHash.of($0) })
  private static let regions = Set(
    ["provinsi", "kabupaten", "kota", "keistimewaan", "otonomi"].map { WordHash.of($0) })
}

extension String {
  /// Each word with a capital letter, the rest of it small: *Undang-Undang*.
  fileprivate var capitalizedWords: String {
    var isStart = true
    return String(
      map { character in
        defer { isStart = !character.isLetter }
        return Character(isStart ? character.uppercased() : character.lowercased())
      })
  }
}
