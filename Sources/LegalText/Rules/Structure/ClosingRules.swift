/// Rules on the close of a regulation (UU 12/2011, Lampiran II angka 160–172).
extension StructureRules {
  static let closing: [DraftRule] = [
    publication, publicationWords, publicationRegion, signature, promulgation, gazetteLine,
    officeComma,
  ]

  static let publication = DraftRule(
    "closing.publication", .warning, "Lampiran II angka 160 huruf a",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      close: "Ditetapkan di Contoh\npada tanggal …\nWALI KOTA CONTOH,\n"),
    at: "penutup"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "penutup") else { return }
    guard !context.holds("pengundangan", in: unit), !context.holds("menempatkan", in: unit) else {
      return
    }
    report.add(
      .structure(.publicationMissing(gazette: context.ownName.gazette)), at: unit,
      context.head(of: unit))
  }

  static let publicationWords = DraftRule(
    "closing.publication-words", .warning, "Lampiran II angka 163",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      close: "Agar semua orang tahu, memerintahkan pengundangan Peraturan Daerah ini dengan "
        + "penempatannya dalam Lembaran Daerah Kota Contoh.\n\nDitetapkan di Contoh\n"
        + "pada tanggal …\nWALI KOTA CONTOH,\n"),
    at: "penutup"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "penutup"),
      context.holds("pengundangan", in: unit) || context.holds("menempatkan", in: unit),
      let order = context.publicationOrder(in: unit),
      !publicationForms.contains(where: { context.words(order, begin: $0) })
        || publicationPlaces.allSatisfy({ !context.words(order, hold: $0) })
    else { return }
    let name = context.ownName
    let range = context.range(order)
    report.add(
      .structure(
        .publicationWords(
          context.printed(range), instrument: name.kind, gazette: name.gazette)),
      at: unit, range, severity: context.weightOfForm,
      citation: name.gazette.hasPrefix("Lembaran Negara")
        ? "Lampiran II angka 161"
        : name.gazette.hasPrefix("Berita Negara") ? "Lampiran II angka 162" : nil)
  }

  /// How the order of publication begins; *dapat* is usual and changes nothing.
  private static let publicationForms = [
    "agar setiap orang mengetahuinya memerintahkan pengundangan",
    "agar setiap orang dapat mengetahuinya memerintahkan pengundangan",
  ].map { WordHash.words($0) }
  private static let publicationPlaces = [
    "dengan penempatannya dalam lembaran", "dengan penempatannya dalam berita",
  ].map { WordHash.words($0) }

  static let signature = DraftRule(
    "closing.signature", .warning, "Lampiran II angka 160 huruf b",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      close: "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini "
        + "dengan penempatannya dalam Lembaran Daerah Kota Contoh.\n"),
    at: "penutup"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "penutup") else { return }
    guard !context.holds("ditetapkan di", in: unit), !context.holds("disahkan di", in: unit)
    else { return }
    report.add(.structure(.signatureMissing), at: unit, context.head(of: unit))
  }
}

extension CheckContext {
  /// The gazette that the order of publication names without the region whose title it is, or with
  /// another one.
  func gazetteOfAnother(in unit: Int) -> Range<Int>? {
    guard let order = publicationOrder(in: unit),
      let start = order.dropLast().first(where: {
        Self.gazetteWords.contains(tokens[$0].hash) && tokens[$0 + 1].hash == Self.regional
      })
    else { return nil }
    let rest = order.suffix(from: start + 2).drop { Self.regionLevels.contains(tokens[$0].hash) }
    let region = ownRegion
    let isOwn = rest.map { tokens[$0].hash }.starts(with: region)
    guard rest.isEmpty || !region.isEmpty && !isOwn else { return nil }
    return range(start..<order.upperBound)
  }

  private static let regional = WordHash.of("daerah")
  private static let regionLevels = Set(
    ["kota", "kabupaten", "provinsi", "propinsi"].map { WordHash.of($0) })

  /// The words of the order of publication: the sentence of the close that holds *memerintahkan* or
  /// *pengundangan*.
  fileprivate func publicationOrder(in unit: Int) -> Range<Int>? {
    let range = tokenRanges[unit]
    guard
      let word = range.first(where: {
        tokens[$0].hash == Self.orderWord || tokens[$0].hash == Self.publishingWord
      })
    else { return nil }
    let start = (range.lowerBound...word).last { tokens[$0].flags.contains(.sentenceStart) }
    let end = (word + 1..<max(word + 1, range.upperBound)).first {
      tokens[$0].flags.contains(.sentenceStart) || Self.placeWords.contains(tokens[$0].hash)
    }
    return (start ?? range.lowerBound)..<(end ?? range.upperBound)
  }

  fileprivate func words(_ range: Range<Int>, begin phrase: [UInt64]) -> Bool {
    matches(phrase, at: range.lowerBound, before: range.upperBound)
  }

  fileprivate func words(_ range: Range<Int>, hold phrase: [UInt64]) -> Bool {
    range.contains { matches(phrase, at: $0, before: range.upperBound) }
  }

  private static let orderWord = WordHash.of("memerintahkan")
  private static let publishingWord = WordHash.of("pengundangan")
  private static let placeWords = Set(
    ["ditetapkan", "disahkan", "diundangkan"].map { WordHash.of($0) })
}
