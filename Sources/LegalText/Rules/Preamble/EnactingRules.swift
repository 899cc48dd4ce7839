/// Rules on the words that enact (UU 12/2011, Lampiran II angka 53–59).
extension PreambleRules {
  static let enactingWords: [DraftRule] = [
    decision, enactingLabel, enacting, enactingStop, enactingCase, enactingRegion,
  ]

  static let decision = DraftRule(
    "enacting.decision", .warning, "Lampiran II angka 54",
    passing: sample(), failing: sample(decision: "MEMUTUSKAN\n\nMenetapkan: "), at: "diktum"
  ) { context, report in
    guard context.isWhole, let place = context.enactingPlace else { return }
    let line = context.decisionLine(in: place.unit)
    if let line, context.isWritten("MEMUTUSKAN", line) { return }
    report.add(
      .preamble(.decision(found: line.map(context.printed) ?? "")), at: place.unit,
      line ?? context.head(of: place.unit), severity: place.weight)
  }

  static let enactingLabel = DraftRule(
    "enacting.label", .warning, "Lampiran II angka 57",
    passing: sample(), failing: sample(decision: "MEMUTUSKAN:\n\n"), at: "diktum"
  ) { context, report in
    guard context.isWhole, let place = context.enactingPlace,
      context.units[place.unit].kind == .diktum
    else { return }
    let label = context.enactingLabel(in: place.unit)
    if let label, context.isWritten("Menetapkan", label) { return }
    report.add(
      .preamble(.enactingLabel(found: label.map(context.printed) ?? "")), at: place.unit,
      label ?? context.head(of: place.unit), severity: place.weight)
  }

  static let enacting = DraftRule(
    "title.enacting", .error, "Lampiran II angka 59",
    passing: sample(), failing: sample(enacting: "PERATURAN DAERAH TENTANG PASAR MODERN."),
    at: "diktum"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "diktum"), let title = context.title,
      let name = context.name(in: unit), !context.agree(name, title),
      // The dictums of a decision follow the name and may hold such words themselves.
      name.tokens.count < title.tokens.count + 40
    else { return }
    report.add(
      .preamble(
        .enacting(found: context.printed(name.range), title: context.printed(title.range))),
      at: unit, name.range, severity: context.weight(of: name, title),
      citation: context.instrument == .regional ? nil : "Lampiran II angka 58")
  }

  static let enactingStop = DraftRule(
    "enacting.stop", .warning, "Lampiran II angka 59",
    passing: sample(), failing: sample(enacting: "PERATURAN DAERAH TENTANG PASAR RAKYAT"),
    at: "diktum"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "diktum"), context.name(in: unit) != nil,
      case let ending = context.ending(of: unit), ending.mark != 0x2E
    else { return }
    report.add(
      .preamble(.enactingStop), at: unit, ending.range,
      citation: context.instrument == .regional ? nil : "Lampiran II angka 58")
  }
}

extension PreambleRules {
  static let enactingCase = DraftRule(
    "enacting.case", .warning, "Lampiran II angka 59",
    passing: sample(), failing: sample(enacting: "Peraturan Daerah tentang Pasar Rakyat."),
    at: "diktum"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "diktum"), context.isWhole,
      let name = context.name(in: unit),
      name.tokens.contains(where: {
        $0.end - $0.start > 1 && !$0.flags.contains(.allCaps) && !$0.flags.contains(.number)
      })
    else { return }
    report.add(
      .preamble(.enactingCase), at: unit, name.range,
      severity: context.weightOfForm,
      citation: context.instrument == .regional ? nil : "Lampiran II angka 58")
  }

  static let enactingRegion = DraftRule(
    "enacting.region", .warning, "Lampiran II angka 59",
    passing: sample(),
    failing: sample(enacting: "PERATURAN DAERAH KOTA CONTOH TENTANG PASAR RAKYAT."),
    at: "diktum"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "diktum"), context.isWhole,
      let place = context.placeAfterKind(in: unit)
    else { return }
    report.add(
      .preamble(.enactingRegion(context.printed(place))), at: unit, place,
      severity: context.weightOfForm,
      citation: context.instrument == .regional ? nil : "Lampiran II angka 58")
  }
}

extension CheckContext {
  /// The words of the region, or *REPUBLIK INDONESIA*, between the kind of the regulation and
  /// *TENTANG*.
  fileprivate func placeAfterKind(in unit: Int) -> Range<Int>? {
    let range = tokenRanges[unit]
    guard let about = range.first(where: { tokens[$0].hash == Self.aboutWord }),
      case let head = range.lowerBound..<about,
      let (kind, start) = head.lazy.compactMap({ position in
        Self.enactedKinds.first { matches($0, at: position, before: about) }.map {
          ($0, position)
        }
      }).first,
      case let place = start + kind.count, place < about,
      Self.places.contains(tokens[place].hash)
    else { return nil }
    return tokens[place].start..<tokens[about - 1].end
  }

  private static let enactedKinds = [
    "peraturan daerah", "qanun", "undang undang", "peraturan pemerintah", "peraturan presiden",
  ].map { WordHash.words($0) }
  private static let places = Set(
    ["provinsi", "propinsi", "kabupaten", "kota", "republik"].map { WordHash.of($0) })

  /// The unit that holds the words that enact, else the preamble that lacks them, and what it
  /// weighs there: in an enacted text their form is the copy's.
  fileprivate var enactingPlace: (unit: Int, weight: Severity?)? {
    guard
      let unit = document.index(ofAddress: "diktum") ?? document.index(ofAddress: "pembukaan")
    else { return nil }
    return (unit, enactmentYear == nil ? nil : .info)
  }

  /// Whether a range holds just this word and a colon.
  fileprivate func isWritten(_ word: String, _ range: Range<Int>) -> Bool {
    guard bytes[range].starts(with: word.utf8) else { return false }
    let colon = SourceText(bytes: bytes).skippingSpaces(
      from: range.lowerBound + word.utf8.count, to: range.upperBound)
    return colon + 1 == range.upperBound && bytes[colon] == 0x3A
  }

  /// The line of *MEMUTUSKAN* as far as *Menetapkan*, nil where it is missing.
  fileprivate func decisionLine(in unit: Int) -> Range<Int>? {
    guard units[unit].kind == .diktum,
      WordHash.of(bytes[units[unit].labelRange]) != Self.enactingWord
    else { return nil }
    let start = units[unit].range.lowerBound
    var end = start
    while end < units[unit].range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    if let label = enactingLabel(in: unit), label.lowerBound < end { end = label.lowerBound }
    return start..<(lastVisible(before: end, from: start).map { $0.at + 1 } ?? end)
  }

  /// *Menetapkan* with its colon.
  fileprivate func enactingLabel(in unit: Int) -> Range<Int>? {
    let label = units[unit].labelRange
    var place: Range<Int>?
    if WordHash.of(bytes[label]) == Self.enactingWord {
      place = label
    } else if let first = words(of: unit).prefix(4).first(where: { $0.hash == Self.enactingWord }) {
      place = first.range
    }
    guard let place else { return nil }
    var end = place.upperBound
    // A column may put the colon on the next line.
    while end < bytes.count, end - place.upperBound < 40, Whitespace.isSpace(bytes[end]) {
      end += 1
    }
    return end < bytes.count && bytes[end] == 0x3A
      ? place.lowerBound..<end + 1 : place
  }

  private static let enactingWord = WordHash.of("menetapkan")
}
