/// Rules on how an amendment names what it amends (UU 12/2011, Lampiran II angka 6, 7 and 233).
extension PreambleRules {
  static let amendedNames: [DraftRule] = [amendedTitle, amendedName, amendedGazette]

  private static let amendedAct = "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang Pasar"
  private static let amendedTitleWords =
    "PERUBAHAN ATAS PERATURAN DAERAH KOTA CONTOH NOMOR 3 TAHUN 2019 TENTANG PASAR"
  private static let lembaran = " (Lembaran Daerah Kota Contoh Tahun 2019 Nomor 3)"

  private static func amendment(title: String, act: String) -> String {
    sample(
      title: title, enacting: "PERATURAN DAERAH TENTANG \(title).",
      body: "Pasal I\nBeberapa ketentuan dalam \(act) diubah sebagai berikut:\n"
        + "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\n"
        + "  Pasal 5\n  Pasar buka setiap hari.\n\n"
        + "Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n")
  }

  static let amendedTitle = DraftRule(
    "title.amendment", .warning, "Lampiran II angka 6",
    passing: amendment(title: amendedTitleWords, act: amendedAct + lembaran),
    failing: amendment(title: "PASAR", act: amendedAct + lembaran), at: "judul"
  ) { context, report in
    guard let title = context.title, let act = context.amendedAct,
      let unit = context.document.index(ofAddress: "judul")
    else { return }
    let weight = context.weightOfForm
    if !title.words.contains(CheckContext.amendmentWord) {
      report.add(.preamble(.titleAmendment), at: unit, title.range, severity: weight)
    } else if title.words.first == CheckContext.amendmentWord, act.isAmendedBefore,
      title.words.dropFirst().first == WordHash.of("atas")
    {
      let bounds = title.tokens[0].start..<title.tokens[1].end
      report.add(
        .preamble(.titleAmendmentCount), at: unit, bounds, severity: weight,
        citation: "Lampiran II angka 7")
    }
  }

  static let amendedName = DraftRule(
    "amendment.name", .error, "Lampiran II angka 233",
    passing: amendment(title: amendedTitleWords, act: amendedAct + lembaran),
    failing: amendment(
      title: amendedTitleWords,
      act: "Peraturan Daerah Kota Contoh Nomor 8 Tahun 2001 tentang Pasar" + lembaran),
    at: "pasal-i"
  ) { context, report in
    guard let title = context.title, title.words.first == CheckContext.amendmentWord,
      let act = context.amendedAct, let named = context.numberAndYear(in: title.tokens),
      let found = context.numberAndYear(in: Array(context.tokens[act.words])),
      named.number != found.number || named.year != found.year
    else { return }
    report.add(
      .preamble(
        .amendedName(found: context.printed(found.range), title: context.printed(named.range))),
      at: act.unit, found.range, severity: context.weightOfForm)
  }

  static let amendedGazette = DraftRule(
    "amendment.gazette", .warning, "Lampiran II angka 233",
    passing: amendment(title: amendedTitleWords, act: amendedAct + lembaran),
    failing: amendment(title: amendedTitleWords, act: amendedAct), at: "pasal-i"
  ) { context, report in
    guard let act = context.amendedAct,
      let named = context.numberAndYear(in: Array(context.tokens[act.words])),
      !act.words.contains(where: { CheckContext.gazetteWords.contains(context.tokens[$0].hash) })
    else { return }
    report.add(
      .preamble(.amendedGazette(context.printed(named.range))), at: act.unit, named.range,
      severity: context.weightOfForm)
  }
}

extension CheckContext {
  /// What Pasal I of an amendment says of the act that it amends.
  fileprivate struct AmendedAct {
    var unit: Int
    /// The words before the first *diubah*.
    var words: Range<Int>
    /// Whether it was amended before: *sebagaimana telah diubah dengan*.
    var isAmendedBefore: Bool
  }

  fileprivate var amendedAct: AmendedAct? {
    guard isWhole, let unit = document.index(ofAddress: "pasal-i"),
      case let lead = leadIn(of: unit).upperBound, case let range = tokenRanges[unit],
      let changed = range.first(where: {
        tokens[$0].hash == Self.changedWord && tokens[$0].start < lead
      }),
      changed > range.lowerBound
    else { return nil }
    return AmendedAct(
      unit: unit, words: range.lowerBound..<changed,
      isAmendedBefore: Self.before.contains(tokens[changed - 1].hash))
  }

  fileprivate static let amendmentWord = WordHash.of("perubahan")
  /// With these words the names of gazettes begin.
  static let gazetteWords = Set(["lembaran", "berita"].map { WordHash.of($0) })
  private static let changedWord = WordHash.of("diubah")
  /// *telah diubah*, *beberapa kali diubah*.
  private static let before = Set(["telah", "kali"].map { WordHash.of($0) })
}
