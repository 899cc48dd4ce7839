/// Rules on the legal basis (UU 12/2011, Lampiran II angka 28–52).
extension PreambleRules {
  static let basis: [DraftRule] = [
    rank, rankOrder, ageOrder, amended, repealed, basisEnd, gazette, gazetteYear, supplement,
    regionalGazette, constitution, government, formingLaw, basisArticle, republic, kindCase,
  ]

  static let constitutionItem =
    "1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n"

  static let rank = DraftRule(
    "basis.rank", .error, "Lampiran II angka 41",
    passing: sample(),
    failing: sample(
      basis: constitutionItem + "2. Peraturan Wali Kota Contoh Nomor 5 Tahun 2020 tentang Pasar;\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    guard let own = context.ownRank else { return }
    for basis in context.bases where basis.rank > own {
      report.add(
        .preamble(.basisRank(context.printed(basis.range))), at: basis.unit, basis.range)
    }
  }

  static let rankOrder = DraftRule(
    "basis.rank-order", .error, "Lampiran II angka 43",
    passing: sample(),
    failing: sample(
      basis: constitutionItem
        + "2. Peraturan Pemerintah Nomor 29 Tahun 2021 tentang Perdagangan (Lembaran Negara "
        + "Republik Indonesia Tahun 2021 Nomor 39);\n"
        + "3. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan (Lembaran Negara Republik "
        + "Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-3"
  ) { context, report in
    var lowest: LegalBasis?
    for basis in context.bases {
      if let lowest, basis.rank < lowest.rank {
        // UU 12/2011 Pasal 7 gives a governor's regulation no place among those of regencies.
        if lowest.isOfGovernor, basis.rank == LegalBasis.Rank.region { continue }
        report.add(
          .preamble(
            .basisRankOrder(
              found: context.printed(basis.range), after: context.printed(lowest.range))),
          at: basis.unit, basis.range)
      } else {
        lowest = basis
      }
    }
  }

  static let ageOrder = DraftRule(
    "basis.age-order", .error, "Lampiran II angka 43",
    passing: sample(),
    failing: sample(
      basis: constitutionItem
        + "2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara "
        + "Republik Indonesia Tahun 2014 Nomor 244);\n"
        + "3. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan (Lembaran Negara Republik "
        + "Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-3"
  ) { context, report in
    var youngest: [Int: LegalBasis] = [:]
    for basis in context.bases {
      guard let year = basis.year, let number = Int(basis.number) else { continue }
      if let before = youngest[basis.rank], let lastYear = before.year,
        let lastNumber = Int(before.number),
        // Ministers and regions number on their own: among theirs only the year counts.
        (year, basis.rank < 5 ? number : 0) < (lastYear, basis.rank < 5 ? lastNumber : 0)
      {
        report.add(
          .preamble(
            .basisAgeOrder(
              found: context.printed(basis.range), after: context.printed(before.range))),
          at: basis.unit, basis.range)
      } else {
        youngest[basis.rank] = basis
      }
    }
  }

  static let amended = DraftRule(
    "basis.amended", .error, "Lampiran II angka 41a",
    passing: sample(
      title: "PERUBAHAN ATAS PERATURAN DAERAH KOTA CONTOH NOMOR 3 TAHUN 2019 TENTANG PASAR",
      basis: constitutionItem
        + "2. Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang Pasar;\n"),
    failing: sample(
      title: "PERUBAHAN ATAS PERATURAN DAERAH KOTA CONTOH NOMOR 3 TAHUN 2019 TENTANG PASAR"),
    at: "mengingat"
  ) { context, report in
    guard let title = context.title, title.words.first == WordHash.of("perubahan"),
      let unit = context.document.index(ofAddress: "mengingat"),
      let amended = context.numberAndYear(in: title.tokens)
    else { return }
    let isCited = context.basisItems.contains {
      let range = context.tokenRanges[$0]
      let words = [
        CheckContext.numberWord, amended.number, CheckContext.yearWord, amended.year,
      ]
      return range.contains { context.matches(words, at: $0, before: range.upperBound) }
    }
    guard !isCited else { return }
    report.add(
      .preamble(.basisAmended(context.printed(amended.range))), at: unit, context.head(of: unit))
  }

  static let repealed = DraftRule(
    "basis.repealed", .warning, "Lampiran II angka 42",
    passing: sample(),
    failing: sample(
      basis: constitutionItem
        + "2. Peraturan Daerah Kota Contoh Nomor 3 Tahun 2009 tentang Pasar;\n",
      body: "Pasal 1\nPada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Kota Contoh "
        + "Nomor 3 Tahun 2009 tentang Pasar dicabut dan dinyatakan tidak berlaku.\n\n"
        + "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    let phrase = WordHash.words("dicabut dan dinyatakan tidak berlaku")
    let repealing = context.units.indices.filter {
      context.zones[$0] == .body && context.find(phrase, in: $0) != nil
    }
    guard !repealing.isEmpty else { return }
    // What is repealed, by number, year and rank.
    var numbers: Set<[UInt64]> = []
    for unit in repealing {
      let range = context.tokenRanges[unit]
      for position in range where context.tokens[position].hash == CheckContext.numberWord {
        guard position + 3 < range.upperBound,
          context.tokens[position + 2].hash == CheckContext.yearWord,
          let rank = context.kindBefore(position, in: unit)
        else { continue }
        numbers.insert([
          context.tokens[position + 1].hash, context.tokens[position + 3].hash, UInt64(rank),
        ])
      }
    }
    for basis in context.bases where basis.rank >= LegalBasis.Rank.law {
      guard let year = basis.year, !basis.number.isEmpty else { continue }
      let isRepealed = numbers.contains([
        WordHash.of(basis.number), WordHash.of(String(year)), UInt64(basis.rank),
      ])
      guard isRepealed else { continue }
      report.add(
        .preamble(.basisRepealed(context.printed(basis.range))), at: basis.unit, basis.range)
    }
  }

  static let basisEnd = DraftRule(
    "basis.semicolon", .warning, "Lampiran II angka 52",
    passing: sample(),
    failing: sample(
      basis: "1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945\n"
        + "2. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan (Lembaran Negara Republik "
        + "Indonesia Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-1"
  ) { context, report in
    let items = context.basisItems
    guard items.count > 1 else { return }
    for item in items {
      let ending = context.ending(of: item)
      guard ending.mark != 0x3B else { continue }
      report.add(.preamble(.basisEnd), at: item, ending.range)
    }
  }

  static let constitution = DraftRule(
    "basis.constitution", .warning, "Lampiran II angka 39",
    passing: sample(),
    failing: sample(
      basis: "1. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan (Lembaran Negara Republik "
        + "Indonesia Tahun 2014 Nomor 45);\n2. Undang-Undang Nomor 23 Tahun 2014 tentang "
        + "Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244);\n"),
    at: "mengingat"
  ) { context, report in
    guard context.instrument == .regional, context.isWhole,
      let unit = context.document.index(ofAddress: "mengingat"),
      !context.bases.contains(where: { $0.rank == 0 })
    else { return }
    report.add(.preamble(.basisConstitution), at: unit, context.head(of: unit))
  }
}

extension CheckContext {
  /// The rank of the regulation itself; nil where its title does not say it.
  fileprivate var ownRank: Int? {
    switch instrument {
    case .regional: return LegalBasis.Rank.unknown
    case .law: return LegalBasis.Rank.law
    case .other:
      guard let title = document.index(ofAddress: "judul") else { return nil }
      let range = tokenRanges[title]
      return range.prefix(12).lazy
        .compactMap { LegalBasis.rank(self, at: $0, before: range.upperBound) }.first
    }
  }

  /// The number and year of the first regulation named.
  func numberAndYear(
    in tokens: [CheckToken]
  ) -> (number: UInt64, year: UInt64, range: Range<Int>)? {
    for index in tokens.indices where tokens[index].hash == Self.numberWord {
      guard index + 3 < tokens.count, tokens[index + 2].hash == Self.yearWord,
        tokens[index + 3].flags.contains(.number)
      else { continue }
      return (
        tokens[index + 1].hash, tokens[index + 3].hash,
        tokens[index].start..<tokens[index + 3].end
      )
    }
    return nil
  }

  /// The rank of the regulation whose number stands at token `position`.
  fileprivate func kindBefore(_ position: Int, in unit: Int) -> Int? {
    let start = max(tokenRanges[unit].lowerBound, position - 8)
    for candidate in (start..<position).reversed() {
      if let rank = LegalBasis.rank(self, at: candidate, before: position) {
        if candidate > start,
          let longer = LegalBasis.rank(self, at: candidate - 1, before: position), longer != rank
        {
          return longer
        }
        return rank
      }
    }
    return nil
  }
}
