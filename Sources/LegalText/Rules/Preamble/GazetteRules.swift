/// Rules on the gazettes of legal bases (UU 12/2011, Lampiran II angka 47–49).
extension PreambleRules {
  static let gazette = DraftRule(
    "basis.gazette", .warning, "Lampiran II angka 47",
    passing: sample(),
    failing: sample(
      basis: constitutionItem + "2. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan;\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    for basis in context.bases {
      guard basis.rank == LegalBasis.Rank.law || basis.rank == LegalBasis.Rank.government,
        // Until 1950 regulations were published without a number of the gazette.
        let year = basis.year, year > 1950,
        !context.holds(stateGazette, in: context.beforeAmendments(basis.unit))
      else { continue }
      // That of the act which amends it may stand there.
      let isOther =
        context.enactmentYear != nil
        && context.holds(stateGazette, in: context.tokenRanges[basis.unit])
      report.add(
        .preamble(.basisGazette(context.printed(basis.range))), at: basis.unit, basis.range,
        severity: isOther ? .info : nil)
    }
  }

  private static let stateGazette = WordHash.words("lembaran negara")
  private static let regionGazette = WordHash.words("lembaran daerah")

  static let supplement = DraftRule(
    "basis.supplement", .warning, "Lampiran II angka 47",
    passing: sample(),
    failing: sample(
      basis: constitutionItem + "2. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan (Lembaran "
        + "Negara Republik Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    for basis in context.bases {
      let isLaw = basis.rank == LegalBasis.Rank.law
      guard isLaw || basis.rank == LegalBasis.Rank.government, let year = basis.year, year >= 1960
      else { continue }
      let range = context.tokenRanges[basis.unit]
      for position in range {
        guard let gazette = context.bracketedGazette(at: position, in: range) else { continue }
        // Every law has an elucidation, which the supplement holds (angka 174); others may.
        let isSure = isLaw && context.enactmentYear == nil
        report.add(
          .preamble(.basisSupplement(context.printed(gazette))), at: basis.unit, gazette,
          severity: isSure ? nil : .info)
      }
    }
  }

  static let regionalGazette = DraftRule(
    "basis.regional-gazette", .warning, "Lampiran II angka 49",
    passing: sample(
      basis: constitutionItem + "2. Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang Pasar "
        + "(Lembaran Daerah Kota Contoh Tahun 2019 Nomor 3);\n"),
    failing: sample(
      basis: constitutionItem
        + "2. Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang Pasar;\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    for basis in context.bases
    where [LegalBasis.Rank.province, LegalBasis.Rank.region].contains(basis.rank) {
      guard basis.year != nil,
        !context.holds(regionGazette, in: context.beforeAmendments(basis.unit))
      else { continue }
      report.add(
        .preamble(.basisRegionalGazette(context.printed(basis.range))), at: basis.unit,
        basis.range, severity: context.weightOfForm)
    }
  }

  fileprivate static let amendedWord = WordHash.of("diubah")

  static let gazetteYear = DraftRule(
    "basis.gazette-year", .warning, "Lampiran II angka 47",
    passing: sample(),
    failing: sample(
      basis: constitutionItem + "2. Undang-Undang Nomor 7 Tahun 2016 tentang Perdagangan (Lembaran "
        + "Negara Republik Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    for unit in context.basisItems {
      let range = context.tokenRanges[unit]
      var named: (year: Int, range: Range<Int>)?
      for position in range {
        // The gazette of the act that amends it may follow.
        if context.tokens[position].hash == amendedWord { named = nil }
        // The first one: its name may hold others, which it amends or carries out.
        if named == nil, let year = context.yearOfAct(at: position, in: range) {
          named = (year.value, context.tokens[position].start..<context.tokens[year.token].end)
        }
        guard let act = named, let year = context.yearOfGazette(at: position, in: range) else {
          continue
        }
        named = nil
        // Acts of the first years were printed again later; those of December often in January.
        guard act.year >= 1960, act.year > year.value || act.year < year.value - 1 else { continue }
        let gazette = context.tokens[position].start..<context.tokens[year.token].end
        report.add(
          .preamble(
            .basisGazetteYear(context.printed(act.range), gazette: context.printed(gazette))),
          at: unit, act.range, severity: context.weightOfForm)
      }
    }
  }
}

extension CheckContext {
  /// The words of a legal basis before those on the acts that amend it.
  fileprivate func beforeAmendments(_ unit: Int) -> Range<Int> {
    let range = tokenRanges[unit]
    let end = range.first { tokens[$0].hash == PreambleRules.amendedWord }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  fileprivate func holds(_ phrase: [UInt64], in range: Range<Int>) -> Bool {
    range.contains { matches(phrase, at: $0, before: range.upperBound) }
  }

  /// The bytes of *Lembaran Negara Republik Indonesia Tahun 2014 Nomor 45* where it begins at a
  /// token and its brackets hold nothing on the supplement.
  fileprivate func bracketedGazette(at position: Int, in range: Range<Int>) -> Range<Int>? {
    let token = tokens[position]
    guard token.hash == Self.gazetteWord, token.flags.contains(.bracketed),
      position + 1 < range.upperBound, tokens[position + 1].hash == Self.stateWord
    else { return nil }
    var last = position
    // No gazette takes more words.
    while last + 1 < range.upperBound, last - position < 40,
      !bytes[tokens[last].end..<tokens[last + 1].start].contains(0x29)
    {
      last += 1
      if tokens[last].hash == Self.supplementWord { return nil }
    }
    // `(Lembaran Negara …) (Tambahan Lembaran Negara …)`
    if last + 1 < range.upperBound, tokens[last + 1].hash == Self.supplementWord { return nil }
    return token.start..<tokens[last].end
  }

  /// The year of the act whose *Nomor* stands at a token: *Nomor 7 Tahun 2014*.
  fileprivate func yearOfAct(at position: Int, in range: Range<Int>) -> (value: Int, token: Int)? {
    guard tokens[position].hash == Self.numberWord, position + 3 < range.upperBound,
      tokens[position + 2].hash == Self.yearWord,
      let year = Int(printed(tokens[position + 3].range))
    else { return nil }
    return (year, position + 3)
  }

  /// The year of the gazette whose name begins at a token: *Lembaran Negara Republik Indonesia
  /// Tahun 2014*.
  fileprivate func yearOfGazette(
    at position: Int, in range: Range<Int>
  ) -> (value: Int, token: Int)? {
    guard tokens[position].hash == Self.gazetteWord, position > range.lowerBound,
      tokens[position - 1].hash != Self.supplementWord, position + 2 < range.upperBound,
      tokens[position + 1].hash == Self.stateWord
    else { return nil }
    for next in position + 2..<min(position + 6, range.upperBound - 1)
    where tokens[next].hash == Self.yearWord {
      return Int(printed(tokens[next + 1].range)).map { ($0, next + 1) }
    }
    return nil
  }

  private static let gazetteWord = WordHash.of("lembaran")
  private static let supplementWord = WordHash.of("tambahan")
  private static let stateWord = WordHash.of("negara")
}
