/// Rules on duties, sanctions and criminal provisions (UU 12/2011, Lampiran II angka 64–66a,
/// 112–126, 268).
enum SanctionRules {
  static let all: [DraftRule] = [
    duty, prohibition, beforeNorm, breach, unqualified, detention, mixed,
  ]

  private static let sanctioned =
    "Pasal 1\nSetiap pedagang wajib memiliki izin.\n\nPasal 2\nPedagang yang melanggar ketentuan "
    + "sebagaimana dimaksud dalam Pasal 1 dikenai sanksi administratif.\n"

  static let duty = DraftRule(
    "sanction.duty", .warning, "Lampiran II angka 268",
    passing: sanctioned,
    failing: sanctioned + "\nPasal 3\nSetiap pedagang wajib membayar sewa kios.\n", at: "pasal-3"
  ) { context, report in
    reportUnsanctioned("wajib", .dutyUnsanctioned, context, &report)
  }

  static let prohibition = DraftRule(
    "sanction.prohibition", .info, "Lampiran II angka 112",
    passing: sanctioned,
    failing: sanctioned + "\nPasal 3\nSetiap pedagang dilarang menutup jalan.\n", at: "pasal-3"
  ) { context, report in
    reportUnsanctioned("dilarang", .prohibitionUnsanctioned, context, &report)
  }

  /// Reports articles and ayat with a norm that no sanction names.
  private static func reportUnsanctioned(
    _ word: String, _ problem: SanctionProblem, _ context: CheckContext,
    _ report: inout RuleReport
  ) {
    guard !context.isAmendment, case let covered = context.sanctioned, covered.contains(true)
    else { return }
    let norm = WordHash.of(word)
    let tax: Set<UInt64> = [WordHash.of("pajak"), WordHash.of("retribusi"), WordHash.of("belajar")]
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .ayat || unit.kind == .pasal, context.zones[index] == .body,
        !covered[index], !context.isSanction(index), !context.isOfficial(index),
        !context.isClosing(index),
        let found = context.words(of: index).indices.first(where: {
          context.tokens[$0].hash == norm && !context.tokens[$0].flags.contains(.capital)
        }),
        found + 1 >= context.tokens.count || !tax.contains(context.tokens[found + 1].hash)
      else { continue }
      report.add(.sanction(problem), at: index, context.tokens[found].range)
    }
  }

  static let beforeNorm = DraftRule(
    "sanction.before-norm", .warning, "Lampiran II angka 66a",
    passing: sanctioned,
    failing: "Pasal 1\nPedagang yang melanggar ketentuan sebagaimana dimaksud dalam Pasal 2 "
      + "dikenai sanksi administratif.\n\nPasal 2\nSetiap pedagang wajib memiliki izin.\n",
    at: "pasal-1"
  ) { context, report in
    for (reference, target) in context.bodyReferences {
      guard context.units[target].range.lowerBound >= reference.range.upperBound,
        !(reference.unit..<context.units[reference.unit].subtreeEnd).contains(target),
        context.isSanction(reference.unit)
      else { continue }
      report.add(
        .sanction(.beforeNorm(printed: context.printed(reference.range))), at: reference.unit,
        reference.range)
    }
  }

  private static func criminal(_ text: String) -> String {
    "BAB I\nLARANGAN\n\nPasal 1\nSetiap orang dilarang menutup jalan.\n\n"
      + "BAB II\nKETENTUAN PIDANA\n\nPasal 2\n\(text)\n"
  }

  private static let qualified =
    "(1) Setiap orang yang melanggar ketentuan sebagaimana dimaksud dalam Pasal 1 dipidana dengan "
    + "pidana denda paling banyak kategori I.\n(2) Tindak pidana sebagaimana dimaksud pada ayat "
    + "(1) merupakan pelanggaran."

  static let breach = DraftRule(
    "criminal.breach", .warning, "Lampiran II angka 118",
    passing: criminal(qualified),
    failing: criminal(
      "(1) Setiap orang yang melanggar Peraturan Daerah ini dipidana dengan pidana denda paling "
        + "banyak kategori I.\n(2) Tindak pidana sebagaimana dimaksud pada ayat (1) merupakan "
        + "pelanggaran."),
    at: "pasal-2/ayat-1"
  ) { context, report in
    let cited = Set(context.references.map(\.unit))
    for unit in context.penalties {
      guard let word = context.find([CheckContext.penaltyWord], in: unit),
        !(unit..<context.units[unit].subtreeEnd).contains(where: cited.contains)
      else { continue }
      report.add(.sanction(.breachUnnamed), at: unit, context.tokens[word].range)
    }
  }

  static let unqualified = DraftRule(
    "criminal.qualification", .warning, "Lampiran II angka 121",
    passing: criminal(qualified),
    failing: criminal(
      "Setiap orang yang melanggar ketentuan sebagaimana dimaksud dalam Pasal 1 dipidana dengan "
        + "pidana denda paling banyak kategori I."),
    at: "pasal-2"
  ) { context, report in
    guard let first = context.penalties.first else { return }
    let kinds: Set<UInt64> = [WordHash.of("pelanggaran"), WordHash.of("kejahatan")]
    let verbs: Set<UInt64> = [WordHash.of("merupakan"), WordHash.of("adalah")]
    let isSaid = context.units.indices.contains { unit in
      guard context.zones[unit] == .body, context.units[unit].kind != .definisi else {
        return false
      }
      let range = context.tokenRanges[unit]
      return range.dropFirst().contains {
        kinds.contains(context.tokens[$0].hash)
          && (max($0 - 3, range.lowerBound)..<$0).contains {
            verbs.contains(context.tokens[$0].hash)
          }
      }
    }
    guard !isSaid, let word = context.find([CheckContext.penaltyWord], in: first) else { return }
    report.add(.sanction(.unqualified), at: first, context.tokens[word].range)
  }

  static let detention = DraftRule(
    "criminal.detention", .info, "UU 1/2023 Pasal 615",
    passing: criminal(qualified),
    failing: criminal(
      "(1) Setiap orang yang melanggar ketentuan sebagaimana dimaksud dalam Pasal 1 dipidana "
        + "dengan pidana kurungan paling lama 3 (tiga) bulan.\n(2) Tindak pidana sebagaimana "
        + "dimaksud pada ayat (1) merupakan pelanggaran."),
    at: "pasal-2/ayat-1"
  ) { context, report in
    let word = WordHash.of("kurungan")
    guard context.instrument != .law else { return }
    for unit in context.units.indices where context.zones[unit] == .body {
      guard let found = context.find([word], in: unit) else { continue }
      report.add(.sanction(.detention), at: unit, context.tokens[found].range)
    }
  }

  static let mixed = DraftRule(
    "sanction.mixed", .warning, "Lampiran II angka 65",
    passing: criminal(qualified),
    failing: criminal(
      qualified + "\n(3) Pelanggaran sebagaimana dimaksud pada ayat (1) dikenai pula sanksi "
        + "administratif berupa pencabutan izin."),
    at: "bab-2"
  ) { context, report in
    let administrative = WordHash.words("sanksi administratif")
    let penalised = Set(context.penalties)
    for (chapter, _) in context.chapters {
      let inside = chapter..<context.units[chapter].subtreeEnd
      guard inside.contains(where: penalised.contains),
        inside.contains(where: { context.find(administrative, in: $0) != nil })
      else { continue }
      report.add(
        .sanction(.mixed(context.chapterName(chapter))), at: chapter, context.head(of: chapter))
    }
  }
}

extension CheckContext {
  static let penaltyWord = WordHash.of("dipidana")
  private static let sanctionWord = WordHash.of("sanksi")
  private static let verbs = Set(
    ["dikenai", "dikenakan", "diberikan", "dijatuhi"].map { WordHash.of($0) })

  /// The units of the body that threaten a penalty.
  var penalties: [Int] {
    units.indices.filter { zones[$0] == .body && find([Self.penaltyWord], in: $0) != nil }
  }

  /// Whether a unit, or one that holds it within its article, imposes a sanction.
  func isSanction(_ unit: Int) -> Bool {
    var next: Int? = unit
    while let current = next {
      if imposes(current) { return true }
      if units[current].kind == .pasal { return false }
      next = units[current].parent.flatMap { $0 < current ? $0 : nil }
    }
    return false
  }

  private func imposes(_ unit: Int) -> Bool {
    var hasVerb = false
    for token in words(of: unit) {
      if token.hash == Self.penaltyWord { return true }
      if Self.verbs.contains(token.hash) { hasVerb = true }
      if hasVerb, token.hash == Self.sanctionWord { return true }
    }
    return false
  }

  /// Whether the first words of a unit name an authority: its duties have no sanction in the
  /// regulation.
  func isOfficial(_ unit: Int) -> Bool {
    let heads = Self.officials
    return words(of: unit).prefix(4).contains { heads.contains($0.hash) }
  }

  private static let officials = Set(
    [
      "pemerintah", "wali", "walikota", "bupati", "gubernur", "dinas", "kepala", "perangkat",
      "dprd", "ppns", "penyidik", "satpol", "satuan", "menteri", "presiden", "petugas", "pejabat",
      "camat", "lurah", "badan", "tim", "sekretaris", "inspektorat", "skpd", "opd", "panitia",
      "majelis", "bappeda", "kepolisian", "pimpinan", "anggota",
    ].map { WordHash.of($0) })

  /// By unit: whether a sanction names it, what it holds or what holds it.
  var sanctioned: [Bool] {
    var covered = [Bool](repeating: false, count: units.count)
    func cover(_ unit: Int) {
      if covered[unit] { return }
      for inside in unit..<units[unit].subtreeEnd { covered[inside] = true }
      // The norm may stand in the lead-in of a list whose item is named.
      var next = units[unit].parent.flatMap { $0 < unit ? $0 : nil }
      while let current = next, units[current].kind != .bab, units[current].kind != .bagian,
        units[current].kind != .paragraf,
        units[current].kind != .pasal
          || units[unit].kind != .ayat
      {
        covered[current] = true
        next = units[current].parent.flatMap { $0 < current ? $0 : nil }
      }
    }
    for (index, reference) in references.enumerated() {
      guard let target = reference.target, zones[reference.unit] == .body,
        isSanction(reference.unit)
      else { continue }
      cover(target)
      guard reference.relation == .rangeEnd, index > 0, let from = references[index - 1].target,
        from < target
      else { continue }
      let kind = units[target].kind
      var unit = from
      while unit < target {
        if units[unit].kind == kind { cover(unit) }
        unit = units[unit].kind == kind ? max(units[unit].subtreeEnd, unit + 1) : unit + 1
      }
    }
    return covered
  }
}
