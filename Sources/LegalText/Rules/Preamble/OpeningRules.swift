/// Rules on the head of a draft, the words that its preamble begins with and the parliament that
/// consents (UU 12/2011, Lampiran II angka 4a–56).
extension PreambleRules {
  static let opening: [DraftRule] = [draftHead, preambleLabel, consentRegion]

  static let draftHead = DraftRule(
    "title.draft", .warning, "Lampiran II angka 4a",
    passing: "RANCANGAN\n" + sample(), failing: sample(), at: "judul"
  ) { context, report in
    guard context.isWhole, context.enactmentYear == nil,
      let unit = context.document.index(ofAddress: "judul"),
      let head = context.numberedHead(of: unit)
    else { return }
    let bounds = context.tokens[head.number].start..<context.tokens[head.end - 1].end
    if !head.isDraft {
      if head.filled.isEmpty { report.add(.preamble(.draftWordMissing), at: unit, bounds) }
    } else if !head.filled.isEmpty {
      // A year alone is that in which it is drawn up.
      let isYear = head.filled.allSatisfy { context.tokens[$0 - 1].hash == CheckContext.yearWord }
      report.add(
        .preamble(.draftNumber(context.printed(bounds))), at: unit, bounds,
        severity: isYear ? .info : nil)
    }
  }

  static let preambleLabel = DraftRule(
    "preamble.label", .warning, "Lampiran II angka 17",
    passing: sample(), failing: sample().replacing("Menimbang:\n", with: ""), at: "menimbang"
  ) { context, report in
    for (word, citation) in [("Menimbang", 17), ("Mengingat", 28)] {
      guard let unit = context.document.index(ofAddress: word.lowercased()),
        context.units[unit].labelRange.isEmpty,
        context.words(of: unit).first?.hash != WordHash.of(word)
      else { continue }
      report.add(
        .preamble(.preambleLabel(word)), at: unit, context.head(of: unit),
        severity: context.weightOfForm,
        citation: "Lampiran II angka \(citation)")
    }
  }

  static let consentRegion = DraftRule(
    "preamble.consent-region", .warning, "Lampiran II angka 56",
    passing: sample(),
    failing: sample(
      consent: "Dengan Persetujuan Bersama\nDEWAN PERWAKILAN RAKYAT DAERAH KOTA SEBERANG\n"
        + "dan\nWALI KOTA CONTOH\n\n"),
    at: "pembukaan"
  ) { context, report in
    guard context.instrument == .regional, context.isWhole, !context.ownRegion.isEmpty else {
      return
    }
    for unit in context.units.indices where context.zones[unit] == .preamble {
      guard let region = context.regionOfParliament(in: unit) else { continue }
      report.add(
        .preamble(.consentRegion(context.printed(region))), at: unit, region,
        severity: context.weightOfForm)
    }
  }
}

extension CheckContext {
  /// What stands around the number in a title.
  fileprivate struct NumberedHead {
    /// Whether it is that of a draft.
    var isDraft: Bool
    /// The token *NOMOR* and the end of the tokens up to *TENTANG*.
    var number: Int
    var end: Int
    /// The tokens that give a number or a year.
    var filled: [Int]
  }

  fileprivate func numberedHead(of unit: Int) -> NumberedHead? {
    let range = tokenRanges[unit]
    guard let end = range.first(where: { tokens[$0].hash == Self.aboutWord }),
      let number = (range.lowerBound..<end).first(where: { tokens[$0].hash == Self.numberWord })
    else { return nil }
    // *RANCANGAN* may stand on a line that is not of the title.
    let before = tokens[max(0, range.lowerBound - 20)..<number]
    return NumberedHead(
      isDraft: before.contains { $0.hash == Self.draftWord }, number: number, end: end,
      filled: (number..<end).filter { tokens[$0].flags.contains(.number) })
  }

  /// Where the preamble names the parliament of another region than the title.
  fileprivate func regionOfParliament(in unit: Int) -> Range<Int>? {
    let range = tokenRanges[unit]
    // In small letters, or with its abbreviation, considerations speak of it.
    guard let start = find(Self.parliament, in: unit).map({ $0 + Self.parliament.count }),
      start < range.upperBound, tokens[start - 1].flags.contains(.allCaps),
      !tokens[start].flags.contains(.broken)
    else { return nil }
    let end = (start..<max(start, range.upperBound)).first {
      tokens[$0].hash == Self.andWord || !tokens[$0].flags.contains(.allCaps)
    }
    let words = start..<(end ?? range.upperBound)
    let name = words.drop { Self.levels.contains(tokens[$0].hash) }
    guard let last = name.last, name.map({ tokens[$0].hash }) != ownRegion else { return nil }
    return tokens[words.lowerBound].start..<tokens[last].end
  }

  private static let draftWord = WordHash.of("rancangan")
  private static let andWord = WordHash.of("dan")
  private static let parliament = WordHash.words("dewan perwakilan rakyat daerah")
}
