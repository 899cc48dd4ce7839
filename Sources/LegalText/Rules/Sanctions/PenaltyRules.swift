/// Rules on the penalties that a regional regulation threatens (UU 12/2011 Pasal 15, Lampiran II
/// angka 112–122).
extension SanctionRules {
  static let penalties: [DraftRule] = [fine, imprisonment, otherLaw, unjoined, place, norm]

  private static let lead =
    "Setiap orang yang melanggar ketentuan sebagaimana dimaksud dalam Pasal 1 dipidana dengan "
  private static let kind =
    "\n(2) Tindak pidana sebagaimana dimaksud pada ayat (1) merupakan pelanggaran."

  /// A regional regulation whose chapter on penalties holds an ayat.
  private static func threatening(_ penalty: String, norm: String = "dilarang") -> String {
    PreambleRules.sample(
      body: "BAB I\nLARANGAN\n\nPasal 1\nSetiap orang \(norm) menutup jalan.\n\n"
        + "BAB II\nKETENTUAN PIDANA\n\nPasal 2\n(1) \(penalty)\(kind)\n\n"
        + "BAB III\nKETENTUAN PENUTUP\n\nPasal 3\nPeraturan Daerah ini mulai berlaku pada "
        + "tanggal diundangkan.\n")
  }

  private static let usual = threatening(lead + "pidana denda paling banyak kategori I.")

  /// The highest fine that a regional regulation may threaten of its own, in rupiah.
  private static let highestFine = 50_000_000

  static let fine = DraftRule(
    "criminal.fine", .warning, "UU 12/2011 Pasal 15 ayat (2)",
    passing: usual,
    failing: threatening(
      lead + "pidana denda paling banyak Rp500.000.000,00 (lima ratus juta rupiah)."),
    at: "pasal-2/ayat-1"
  ) { context, report in
    guard context.instrument == .regional else { return }
    let penalised = Set(context.penalties)
    for figure in context.figures where figure.isMoney && penalised.contains(figure.unit) {
      guard let value = figure.value, value > highestFine else { continue }
      let range = context.tokens[figure.token].range
      report.add(
        .sanction(.fineLimit("Rp" + context.printed(range))), at: figure.unit, range,
        severity: context.weightOfForm)
    }
  }

  static let imprisonment = DraftRule(
    "criminal.imprisonment", .warning, "UU 12/2011 Pasal 15 ayat (2)",
    passing: usual,
    failing: threatening(lead + "pidana penjara paling lama 2 (dua) tahun."), at: "pasal-2/ayat-1"
  ) { context, report in
    let prison = WordHash.words("pidana penjara")
    guard context.instrument == .regional else { return }
    for unit in context.penalties {
      guard let word = context.find(prison, in: unit) else { continue }
      report.add(
        .sanction(.imprisonment), at: unit, context.range(word..<word + 2),
        severity: context.weightOfForm)
    }
  }

  static let otherLaw = DraftRule(
    "criminal.other-law", .warning, "Lampiran II angka 118",
    passing: usual,
    failing: threatening(
      "Setiap orang yang melanggar ketentuan sebagaimana dimaksud dalam Pasal 1 dipidana sesuai "
        + "dengan Kitab Undang-Undang Hukum Pidana."),
    at: "pasal-2/ayat-1"
  ) { context, report in
    let leaving = ["sesuai dengan", "menurut", "berdasarkan"].map { WordHash.words($0) }
    let laws = Set(
      ["ketentuan", "kitab", "undang", "peraturan", "kuhp"].map { WordHash.of($0) })
    for unit in context.units.indices where context.zones[unit] == .body {
      let range = context.tokenRanges[unit]
      for position in range where context.tokens[position].hash == CheckContext.penaltyWord {
        guard
          let words = leaving.first(where: {
            context.matches($0, at: position + 1, before: range.upperBound)
          }), case let next = position + 1 + words.count, next < range.upperBound,
          laws.contains(context.tokens[next].hash)
        else { continue }
        let bounds = context.range(position..<next + 1)
        report.add(
          .sanction(.otherLaw(context.printed(bounds))), at: unit, bounds,
          severity: context.weightOfForm)
      }
    }
  }

  static let unjoined = DraftRule(
    "criminal.joined", .warning, "Lampiran II angka 122",
    passing: threatening(
      lead + "pidana kurungan paling lama 3 (tiga) bulan atau pidana denda paling banyak "
        + "Rp5.000.000,00 (lima juta rupiah)."),
    failing: threatening(
      lead + "pidana kurungan paling lama 3 (tiga) bulan serta pidana denda paling banyak "
        + "Rp5.000.000,00 (lima juta rupiah)."),
    at: "pasal-2/ayat-1"
  ) { context, report in
    let first = Set(["kurungan", "penjara"].map { WordHash.of($0) })
    let joins = Set(["dan", "atau"].map { WordHash.of($0) })
    let fineWord = WordHash.of("denda")
    for unit in context.penalties {
      let range = context.tokenRanges[unit]
      guard let start = range.first(where: { first.contains(context.tokens[$0].hash) }),
        let end = range.suffix(from: start).first(where: { context.tokens[$0].hash == fineWord }),
        !(start..<end).contains(where: { joins.contains(context.tokens[$0].hash) })
      else { continue }
      report.add(
        .sanction(.unjoined), at: unit, context.range(start..<end + 1),
        severity: context.weightOfForm)
    }
  }

  static let place = DraftRule(
    "criminal.place", .warning, "Lampiran II angka 115",
    passing: usual,
    failing: usual.replacing(
      "Setiap orang dilarang menutup jalan.",
      with: "(1) Setiap orang dilarang menutup jalan.\n(2) Setiap orang yang melanggar ketentuan "
        + "sebagaimana dimaksud pada ayat (1) dipidana dengan pidana denda paling banyak kategori "
        + "I."),
    at: "pasal-1/ayat-2"
  ) { context, report in
    guard
      let chapter = context.chapters.first(where: { $0.kind == .criminal })?.unit,
      case let inside = chapter..<context.units[chapter].subtreeEnd
    else { return }
    for unit in context.penalties where !inside.contains(unit) && context.instructions[unit] == nil
    {
      guard let word = context.find([CheckContext.penaltyWord], in: unit) else { continue }
      report.add(
        .sanction(.misplaced), at: unit, context.tokens[word].range,
        severity: context.weightOfForm)
    }
  }

  static let norm = DraftRule(
    "criminal.norm", .info, "Lampiran II angka 112",
    passing: usual,
    failing: threatening(lead + "pidana denda paling banyak kategori I.", norm: "dapat"),
    at: "pasal-2/ayat-1"
  ) { context, report in
    let norms = Set(["wajib", "dilarang", "harus", "tidak", "hanya"].map { WordHash.of($0) })
    // Laws define crimes of their own.
    guard context.instrument == .regional else { return }
    let penalised = Set(context.penalties)
    var known: [Int: Bool] = [:]
    for reference in context.references where penalised.contains(reference.unit) {
      guard let target = reference.target, !penalised.contains(target) else { continue }
      // An item takes its word from the lead-in that holds it.
      var outer = target
      while context.units[outer].kind != .pasal, context.units[outer].kind != .ayat,
        let parent = context.units[outer].parent, parent < outer
      {
        outer = parent
      }
      let holds =
        known[outer]
        ?? (outer..<context.units[outer].subtreeEnd).contains { unit in
          context.words(of: unit).contains { norms.contains($0.hash) }
        }
      known[outer] = holds
      guard !holds else { continue }
      report.add(
        .sanction(.noNorm(printed: context.printed(reference.range))), at: reference.unit,
        reference.range)
    }
  }
}
