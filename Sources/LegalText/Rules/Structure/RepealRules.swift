/// Rules on the repeal of other regulations (UU 12/2011, Lampiran II angka 143–146, 282).
extension StructureRules {
  static let repeals: [DraftRule] = [repealUnspecific, repealLead, repealWords, keptRules]

  static let repealUnspecific = DraftRule(
    "repeal.unspecific", .warning, "Lampiran II angka 145",
    passing: "Pasal 1\nPada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Nomor 3 "
      + "Tahun 2009 tentang Pasar dicabut dan dinyatakan tidak berlaku.\n",
    failing: "Pasal 1\nPada saat Peraturan Daerah ini mulai berlaku, semua ketentuan yang "
      + "bertentangan dengan Peraturan Daerah ini dinyatakan tidak berlaku.\n",
    at: "pasal-1"
  ) { context, report in
    let all: Set<UInt64> = [
      WordHash.of("semua"), WordHash.of("segala"), WordHash.of("seluruh"),
      WordHash.of("ketentuan"),
    ]
    let phrases = [WordHash.words("tidak berlaku"), WordHash.words("dicabut")]
    let against = WordHash.words("bertentangan dengan")
    for unit in context.units.indices where context.zones[unit] == .body {
      guard let found = context.find(against, in: unit),
        phrases.contains(where: { context.find($0, in: unit) != nil }),
        context.find(WordHash.words("tidak bertentangan"), in: unit) == nil,
        context.find([CheckContext.numberWord], in: unit) == nil,
        context.words(of: unit).contains(where: { all.contains($0.hash) })
      else { continue }
      let range = context.tokens[found].start..<context.tokens[found + 1].end
      report.add(
        .structure(.repealUnspecific(context.printed(range))), at: unit,
        range)
    }
  }

  static let repealLead = DraftRule(
    "repeal.lead", .warning, "Lampiran II angka 144",
    passing: "Pasal 1\nPada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Nomor 3 "
      + "Tahun 2009 tentang Pasar dicabut dan dinyatakan tidak berlaku.\n",
    failing: "Pasal 1\nDengan berlakunya Peraturan Daerah ini, Peraturan Daerah Nomor 3 "
      + "Tahun 2009 tentang Pasar dicabut dan dinyatakan tidak berlaku.\n",
    at: "pasal-1"
  ) { context, report in
    let leads = [
      "dengan berlakunya", "sejak berlakunya", "dengan mulai berlakunya",
      "sejak mulai berlakunya", "setelah berlakunya",
    ].map { WordHash.words($0) }
    let repeals = ["tidak berlaku", "dicabut"].map { WordHash.words($0) }
    for unit in context.units.indices where context.zones[unit] == .body {
      guard
        let lead = leads.first(where: { context.find($0, in: unit) != nil }),
        let place = context.find(lead, in: unit),
        repeals.contains(where: { context.find($0, in: unit) != nil })
      else { continue }
      let range = context.range(place..<place + lead.count)
      report.add(
        .structure(.repealLead(context.printed(range), instrument: context.ownName.kind)),
        at: unit, range, severity: context.weightOfForm)
    }
  }

  static let repealWords = DraftRule(
    "repeal.words", .warning, "Lampiran II angka 146",
    passing: "Pasal 1\nPada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Nomor 3 "
      + "Tahun 2009 tentang Pasar dicabut dan dinyatakan tidak berlaku.\n",
    failing: "Pasal 1\nPada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Nomor 3 "
      + "Tahun 2009 tentang Pasar dinyatakan tidak berlaku lagi.\n",
    at: "pasal-1"
  ) { context, report in
    let saat = WordHash.words("mulai berlaku")
    let full = WordHash.words("dicabut dan dinyatakan tidak berlaku")
    let withdrawn = WordHash.words("ditarik kembali")
    let partial = [WordHash.words("tidak berlaku"), WordHash.words("dicabut")]
    for unit in context.units.indices where context.zones[unit] == .body {
      guard context.find(saat, in: unit) != nil, context.find(full, in: unit) == nil,
        context.find(withdrawn, in: unit) == nil,
        context.find([CheckContext.numberWord], in: unit) != nil,
        let place = partial.lazy.compactMap({ context.find($0, in: unit) }).first
      else { continue }
      report.add(.structure(.repealWords), at: unit, context.tokens[place].range)
    }
  }

  static let keptRules = DraftRule(
    "repeal.kept-rules", .warning, "Lampiran II angka 282",
    passing:
      "Pasal 1\nPeraturan pelaksanaan dari Peraturan Daerah Nomor 3 Tahun 2009 tentang Pasar "
      + "dinyatakan masih tetap berlaku sepanjang tidak bertentangan dengan ketentuan dalam "
      + "Peraturan Daerah ini.\n",
    failing:
      "Pasal 1\nPeraturan pelaksanaan dari Peraturan Daerah Nomor 3 Tahun 2009 tentang Pasar "
      + "tetap berlaku selama belum diganti.\n",
    at: "pasal-1"
  ) { context, report in
    let kept = ["tetap berlaku", "masih berlaku"].map { WordHash.words($0) }
    let full = WordHash.words("dinyatakan masih tetap berlaku sepanjang tidak bertentangan dengan")
    let rules = WordHash.words("peraturan pelaksanaan")
    for unit in context.units.indices where context.zones[unit] == .body {
      guard context.find(rules, in: unit) != nil, context.find(full, in: unit) == nil,
        let place = kept.lazy.compactMap({ context.find($0, in: unit) }).first
      else { continue }
      report.add(
        .structure(.keptRules), at: unit, context.range(place..<place + 2),
        severity: context.weightOfForm)
    }
  }
}
