/// Rules on duties, sanctions and criminal provisions (UU 12/2011, Lampiran II angka 64–66a,
/// 112–126, 268).
enum SanctionRules {
  static let all: [DraftRule] =
    [duty, prohibition, beforeNorm, breach, unqualified, detention, mixed] + penalties

  private static let sanctioned =
    "Pasal 1\nSetiap pedagang wajib memiliki izin.\n\nPasal 2\nPedagang yang melanggar ketentuan "
    + "sebagaimana dimaksud dalam Pasal 1 dikenai sanksi administratif.\n"

  static let duty = DraftRule(
    "sanction.duty", .info, "Lampiran II angka 268",
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
      // Laws define crimes of their own; a regional regulation threatens breaches of its norms.
      report.add(
        .sanction(.breachUnnamed), at: unit, context.tokens[word].range,
        severity: context.instrument == .law ? .info : nil)
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
    let past = Set(["setelah", "sesudah", "telah"].map { WordHash.of($0) })
    let penalised = Set(context.penalties)
    for (chapter, _) in context.chapters {
      let inside = chapter..<context.units[chapter].subtreeEnd
      guard inside.contains(where: penalised.contains),
        inside.contains(where: { unit in
          // "… yang tetap berdagang setelah dikenai sanksi administratif dipidana …"
          context.find(administrative, in: unit).map { found in
            !(max(context.tokenRanges[unit].lowerBound, found - 3)..<found).contains {
              past.contains(context.tokens[$0].hash)
            }
          } ?? false
        })
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

  func readPenalties() -> [Int] {
    units.indices.filter { unit in
      zones[unit] == .body && tokenRanges[unit].contains { isThreat($0, in: tokenRanges[unit]) }
    }
  }

  /// Whether *dipidana* threatens a penalty at token `position` and is no condition (*tidak pernah
  /// dipidana karena …*, *dipidana dengan putusan pengadilan*), nor leaves it to another law
  /// (*dipidana sesuai dengan ketentuan …*), where the penalty and its kind are said.
  private func isThreat(_ position: Int, in range: Range<Int>) -> Bool {
    guard tokens[position].hash == Self.penaltyWord else { return false }
    if position > range.lowerBound, Self.past.contains(tokens[position - 1].hash) { return false }
    let after = range.suffix(from: min(position + 1, range.upperBound))
    // "perbuatan yang dapat dipidana"
    if position > range.lowerBound, tokens[position - 1].hash == Self.may,
      after.first.map({ tokens[$0].hash != Self.with }) ?? true
    {
      return false
    }
    if let next = after.first, Self.referring.contains(tokens[next].hash) { return false }
    return !after.prefix(2).contains { Self.judged.contains(tokens[$0].hash) }
  }

  private static let may = WordHash.of("dapat")
  private static let with = WordHash.of("dengan")
  private static let past = Set(["pernah", "telah", "sedang", "sudah"].map { WordHash.of($0) })
  private static let referring = Set(
    ["sesuai", "menurut", "walaupun", "meskipun"].map { WordHash.of($0) })
  private static let judged = Set(["karena", "putusan", "berdasarkan"].map { WordHash.of($0) })

  /// Whether a unit, or one that holds it within its article, imposes a sanction.
  func isSanction(_ unit: Int) -> Bool { sanctions[unit] }

  /// By unit, worked out once: a text may cite from one unit as often as it has words.
  func readSanctions() -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(units.count)
    for (index, unit) in units.enumerated() {
      let holder = unit.kind == .pasal ? nil : unit.parent
      result.append(holder.map { $0 < index && result[$0] } ?? false || imposes(index))
    }
    return result
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
    // How many named stretches begin or end at a unit.
    var steps = [Int](repeating: 0, count: units.count + 1)
    var holders = [Bool](repeating: false, count: units.count)
    for (index, reference) in references.enumerated() {
      guard let target = reference.target, zones[reference.unit] == .body,
        isSanction(reference.unit)
      else { continue }
      var first = target
      if reference.relation == .rangeEnd, index > 0, let from = references[index - 1].target,
        from < target
      {
        first = from
      }
      steps[first] += 1
      steps[units[target].subtreeEnd] -= 1
      // The norm may stand in the lead-in of a list whose item is named.
      var next = units[target].parent
      while let current = next, current < target, units[target].kind != .ayat,
        !isDivision(current)
      {
        holders[current] = true
        next = units[current].parent.flatMap { $0 < current ? $0 : nil }
      }
    }
    var open = 0
    return units.indices.map { unit in
      open += steps[unit]
      return open > 0 || holders[unit]
    }
  }
}
