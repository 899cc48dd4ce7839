/// Rules on the end of the close: promulgation, offices and gazette (UU 12/2011, Lampiran II angka
/// 163–173).
extension StructureRules {
  private static let order =
    "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini dengan "
    + "penempatannya dalam Lembaran Daerah Kota Contoh.\n\n"
  private static let signing = "Ditetapkan di Contoh\npada tanggal …\nWALI KOTA CONTOH,\n\n…\n\n"
  private static let promulgating =
    "Diundangkan di Contoh\npada tanggal …\nSEKRETARIS DAERAH KOTA CONTOH,\n\n…\n\n"
  private static let printing = "LEMBARAN DAERAH KOTA CONTOH TAHUN … NOMOR …\n"
  private static let whole = PreambleRules.sample(
    close: order + signing + promulgating + printing)

  static let publicationRegion = DraftRule(
    "closing.region", .warning, "Lampiran II angka 163",
    passing: whole,
    failing: PreambleRules.sample(
      close: "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini "
        + "dengan penempatannya dalam Lembaran Daerah.\n\n" + signing),
    at: "penutup"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "penutup"),
      let found = context.gazetteOfAnother(in: unit)
    else { return }
    report.add(
      .structure(.publicationRegion(context.printed(found))), at: unit, found,
      severity: context.weightOfForm)
  }

  static let promulgation = DraftRule(
    "closing.promulgation", .warning, "Lampiran II angka 167",
    passing: whole, failing: PreambleRules.sample(close: order + signing + printing), at: "penutup"
  ) { context, report in
    guard let unit = context.signedClose, !context.closes(with: "diundangkan di") else { return }
    report.add(
      .structure(.promulgationMissing), at: unit, context.head(of: unit),
      severity: context.weightOfForm)
  }

  static let gazetteLine = DraftRule(
    "closing.gazette", .warning, "Lampiran II angka 172",
    passing: whole, failing: PreambleRules.sample(close: order + signing + promulgating),
    at: "penutup"
  ) { context, report in
    guard let unit = context.signedClose, context.closes(with: "diundangkan di"),
      !context.hasGazetteLine
    else { return }
    report.add(
      .structure(.gazetteLineMissing(gazette: context.ownName.gazette)), at: unit,
      context.head(of: unit), severity: context.weightOfForm)
  }

  static let officeComma = DraftRule(
    "closing.office", .warning, "Lampiran II angka 166",
    passing: whole,
    failing: PreambleRules.sample(
      close: order + "Ditetapkan di Contoh\npada tanggal …\nWALI KOTA CONTOH\n\n…\n"),
    at: "penutup"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "penutup") else { return }
    for office in context.officesWithoutComma(in: unit) {
      let name = context.printed(office)
      report.add(
        .structure(.closingOffice(name)), at: unit, office,
        severity: context.weightOfForm,
        citation: name.contains("SEKRETARIS DAERAH") ? "Lampiran II angka 169" : nil)
    }
  }
}

extension CheckContext {
  /// The close of a regulation where it is signed: what follows can be missing only there.
  fileprivate var signedClose: Int? {
    guard isWhole, instrument != .other, let unit = document.index(ofAddress: "penutup"),
      holds("ditetapkan di", in: unit) || holds("disahkan di", in: unit)
    else { return nil }
    return unit
  }

  /// Whether words stand in the close, or beside it where a copy has them.
  fileprivate func closes(with words: String) -> Bool {
    units.indices.contains {
      (zones[$0] == .closing || zones[$0] == .other) && holds(words, in: $0)
    }
  }

  /// Whether *LEMBARAN DAERAH* or *BERITA NEGARA* stands in capitals in the close or above the
  /// title.
  fileprivate var hasGazetteLine: Bool {
    units.indices.contains { unit in
      guard [.closing, .other, .title].contains(zones[unit]) else { return false }
      return zip(words(of: unit), words(of: unit).dropFirst()).contains { first, second in
        Self.gazetteWords.contains(first.hash) && first.flags.contains(.allCaps)
          && Self.gazetteHolders.contains(second.hash)
      }
    }
  }

  /// The lines that name an office, as far as the next blank one, without a comma.
  fileprivate func officesWithoutComma(in unit: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var block: Range<Int>?
    var position = units[unit].range.lowerBound
    let limit = units[unit].range.upperBound
    while position < limit {
      var end = position
      while end < limit, bytes[end] != 0x0A { end += 1 }
      let first = bytes[position..<end].firstIndex { !Whitespace.isSpace($0) }
      if let first, let last = lastVisible(before: end, from: first) {
        if let open = block {
          block = open.lowerBound..<last.at + 1
        } else if isOffice(at: first) {
          block = first..<last.at + 1
        }
      }
      if first == nil || end + 1 >= limit, let office = block {
        if !bytes[office].contains(0x2C) { result.append(office) }
        block = nil
      }
      position = end + 1
    }
    return result
  }

  private func isOffice(at position: Int) -> Bool {
    Self.offices.contains { bytes[position...].starts(with: $0) }
  }

  private static let offices = [
    "WALI KOTA ", "WALIKOTA ", "BUPATI ", "GUBERNUR ", "SEKRETARIS DAERAH",
  ].flatMap { office in ["", "Pj. ", "Plt. ", "Plh. "].map { Array(($0 + office).utf8) } }
  private static let gazetteHolders = Set(["daerah", "negara"].map { WordHash.of($0) })
}
