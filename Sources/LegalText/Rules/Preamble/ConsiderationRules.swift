/// Rules on the considerations (UU 12/2011, Lampiran II angka 18–27).
extension PreambleRules {
  static let considerations: [DraftRule] = [
    considerationsMissing, closing, word, semicolon, considerationTitle, many, legalLast,
  ]

  static let considerationsMissing = DraftRule(
    "preamble.missing", .error, "Lampiran II angka 14",
    passing: sample(),
    failing: "PERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\nPASAR\n\n"
      + "DENGAN RAHMAT TUHAN YANG MAHA ESA\n\nWALI KOTA CONTOH,\n\nMengingat:\n"
      + "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n\n"
      + "MEMUTUSKAN:\n\nMenetapkan: PERATURAN DAERAH TENTANG PASAR.\n\n"
      + "Pasal 1\nPasar buka setiap hari.\n",
    at: "pembukaan"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "pembukaan") else { return }
    if context.document.index(ofAddress: "menimbang") == nil {
      report.add(
        .preamble(.considerationsMissing), at: unit, context.head(of: unit),
        citation: "Lampiran II angka 17")
    }
    if context.document.index(ofAddress: "mengingat") == nil {
      report.add(
        .preamble(.basisMissing), at: unit, context.head(of: unit),
        citation: "Lampiran II angka 28")
    }
  }

  static let closing = DraftRule(
    "considerations.closing", .error, "Lampiran II angka 23",
    passing: sample(),
    failing: sample(
      considerations: "a. bahwa pasar rakyat perlu ditata;\nb. bahwa pedagang perlu dilindungi;\n"
        + "c. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan "
        + "Peraturan Daerah tentang Pasar Rakyat;\n"),
    at: "menimbang/huruf-c"
  ) { context, report in
    let items = context.considerations
    guard items.count > 1, let last = items.last else { return }
    let cited = context.references.filter { $0.unit == last }
    guard !cited.isEmpty || context.holds("berdasarkan pertimbangan", in: last) else {
      report.add(
        .preamble(.considerationsClosing(instrument: context.ownName.kind)), at: last,
        context.head(of: last))
      return
    }
    var named: Set<Int> = []
    var before: Int?
    for reference in cited {
      guard let target = reference.target else { continue }
      if reference.relation == .rangeEnd, let before, before <= target {
        named.formUnion(before...target)
      }
      named.insert(target)
      before = target
    }
    if let place = context.find(WordHash.words("dimaksud pada huruf"), in: last) {
      let range = context.range(place + 1..<place + 3)
      report.add(.preamble(.considerationsPreposition), at: last, range)
    }
    if let own = cited.first(where: { $0.target == last }) {
      report.add(
        .preamble(.considerationsItself(context.printed(own.range))), at: last, own.range)
    }
    let missing = items.dropLast().filter { !named.contains($0) }
    guard !missing.isEmpty else { return }
    let letters = missing.map { String(context.units[$0].label.prefix { $0 != "." }) }
    report.add(
      .preamble(
        .considerationsUnlisted(
          missing: letters.map { "huruf " + $0 }.joined(separator: ", "))),
      at: last, cited.first?.range ?? context.head(of: last))
  }

  static let word = DraftRule(
    "considerations.bahwa", .error, "Lampiran II angka 22",
    passing: sample(),
    failing: sample(
      considerations: "a. pasar rakyat perlu ditata;\n"
        + "b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu "
        + "menetapkan Peraturan Daerah tentang Pasar Rakyat;\n"),
    at: "menimbang/huruf-a"
  ) { context, report in
    for item in context.considerationTexts {
      guard let first = context.words(of: item).first else { continue }
      let isThere = first.hash == WordHash.of("bahwa")
      // A single consideration has no letter before its word.
      guard !isThere || first.flags.contains(.capital) else { continue }
      report.add(
        .preamble(.considerationWord), at: item, first.range, severity: isThere ? .info : nil)
    }
  }

  static let semicolon = DraftRule(
    "considerations.semicolon", .error, "Lampiran II angka 22",
    passing: sample(),
    failing: sample(
      considerations: "a. bahwa pasar rakyat perlu ditata.\n"
        + "b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu "
        + "menetapkan Peraturan Daerah tentang Pasar Rakyat;\n"),
    at: "menimbang/huruf-a"
  ) { context, report in
    for item in context.considerationTexts {
      let ending = context.ending(of: item)
      guard ending.mark != 0x3B else { continue }
      report.add(.preamble(.considerationEnd), at: item, ending.range)
    }
  }

  static let considerationTitle = DraftRule(
    "considerations.title", .warning, "Lampiran II angka 23",
    passing: sample(),
    failing: sample(
      considerations: "a. bahwa pasar rakyat perlu ditata;\n"
        + "b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu "
        + "menetapkan Peraturan Daerah tentang Pasar Modern;\n"),
    at: "menimbang/huruf-b"
  ) { context, report in
    guard let last = context.considerationTexts.last, let title = context.title else { return }
    let range = context.tokenRanges[last]
    let makes: Set<UInt64> = [WordHash.of("menetapkan"), WordHash.of("membentuk")]
    guard let start = range.last(where: { makes.contains(context.tokens[$0].hash) }),
      let name = context.name(in: last, from: start), !context.agree(name, title)
    else { return }
    report.add(
      .preamble(
        .considerationTitle(
          found: context.printed(name.range), title: context.printed(title.range))),
      at: last, name.range, severity: context.weight(of: name, title))
  }

  static let many = DraftRule(
    "considerations.count", .warning, "Lampiran II angka 19",
    passing: sample(),
    failing: sample(
      considerations: ["a", "b", "c", "d", "e", "f", "g"].map { "\($0). bahwa hal \($0) perlu;\n" }
        .joined()
        + "h. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a sampai dengan "
        + "huruf g, perlu menetapkan Peraturan Daerah tentang Pasar Rakyat;\n"),
    at: "menimbang"
  ) { context, report in
    // Two of each of the three kinds, and the one that sums up.
    let count = context.considerations.count
    guard count > 7, let unit = context.document.index(ofAddress: "menimbang") else { return }
    report.add(.preamble(.considerationsMany(count)), at: unit, context.head(of: unit))
  }

  static let legalLast = DraftRule(
    "considerations.order", .info, "Lampiran II angka 19",
    passing: sample(),
    failing: sample(
      considerations: "a. bahwa Undang-Undang Nomor 7 Tahun 2014 perlu dilaksanakan;\n"
        + "b. bahwa pasar rakyat perlu ditata;\n"
        + "c. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, "
        + "perlu menetapkan Peraturan Daerah tentang Pasar Rakyat;\n"),
    at: "menimbang/huruf-a"
  ) { context, report in
    let items = Array(context.considerations.dropLast())
    let isLegal = items.map { context.find([CheckContext.numberWord], in: $0) != nil }
    guard let first = isLegal.firstIndex(of: true), let other = isLegal.lastIndex(of: false),
      first < other
    else { return }
    report.add(.preamble(.considerationsOrder), at: items[first], context.head(of: items[first]))
  }
}

extension CheckContext {
  /// The lettered considerations.
  var considerations: [Int] {
    document.index(ofAddress: "menimbang").map { children[$0] } ?? []
  }

  /// What holds the considerations' words: the items, or the whole where there is but one.
  var considerationTexts: [Int] {
    guard let unit = document.index(ofAddress: "menimbang") else { return [] }
    if !children[unit].isEmpty { return children[unit] }
    return tokenRanges[unit].isEmpty ? [] : [unit]
  }
}
