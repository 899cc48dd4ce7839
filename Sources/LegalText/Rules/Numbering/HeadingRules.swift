/// Rules on chapters, parts and subparts.
extension NumberingRules {
  private static func isDivision(_ kind: UnitKind) -> Bool {
    kind == .bab || kind == .bagian || kind == .paragraf
  }

  static let untitled = DraftRule(
    "heading.missing", .warning, "Lampiran II angka 72",
    passing: "BAB I\nKETENTUAN UMUM\n\nPasal 1\nPasar buka setiap hari.\n",
    failing: "BAB I\n\nPasal 1\nPasar buka setiap hari.\n", at: "bab-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard isDivision(unit.kind), unit.heading.isEmpty, context.zones[index] == .body,
        context.instructions[index] == nil
      else { continue }
      report.add(
        .numbering(.untitled(Whitespace.collapsed(unit.label))), at: index,
        context.head(of: index), citation: NumberSequences.citation(unit))
    }
  }

  static let titleCase = DraftRule(
    "heading.case", .info, "Lampiran II angka 72",
    passing: "BAB I\nKETENTUAN UMUM\n\nPasal 1\nPasar buka setiap hari.\n",
    failing: "BAB I\nKetentuan Umum\n\nPasal 1\nPasar buka setiap hari.\n", at: "bab-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .bab, context.zones[index] == .body,
        unit.heading.utf8.contains(where: SourceText.isLower)
      else { continue }
      report.add(.numbering(.titleCase(unit.heading)), at: index, context.head(of: index))
    }
  }

  static let wordCase = DraftRule(
    "heading.words", .info, "Lampiran II angka 74",
    passing: "BAB I\nPASAR\n\nBagian Kesatu\nKios dan Los bagi Pedagang\n\nPasal 1\nKios disewa.\n",
    failing: "BAB I\nPASAR\n\nBagian Kesatu\nkios dan los\n\nPasal 1\nKios disewa.\n",
    at: "bab-1/bagian-1"
  ) { context, report in
    let particles = Set(
      [
        "dan", "atau", "yang", "untuk", "dalam", "di", "ke", "dari", "pada", "dengan", "oleh",
        "bagi", "tentang", "atas", "serta", "antara", "sebagai", "terhadap", "secara", "kepada",
        "mengenai", "per", "sampai", "melalui", "guna", "demi", "akan", "tanpa", "lain",
      ].map { WordHash.of($0) })
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .bagian || unit.kind == .paragraf, context.zones[index] == .body,
        case let words = unit.heading.utf8.split(whereSeparator: {
          // What a hyphen joins has the capital of its first word: *Perundang-undangan*.
          !SourceText.isAlphanumeric($0) && $0 != 0x2D
        }),
        let wrong = words.enumerated().first(where: { place, word in
          word.first.map(SourceText.isLower) == true
            && (place == 0 || !particles.contains(WordHash.of(Array(word))))
        }), let word = String(wrong.element)
      else { continue }
      report.add(
        .numbering(.wordCase(word)), at: index, context.head(of: index),
        citation: unit.kind == .bagian ? nil : "Lampiran II angka 76")
    }
  }

  static let outsidePart = DraftRule(
    "heading.outside-part", .warning, "Lampiran II angka 70",
    passing: "BAB I\nPASAR\n\nBagian Kesatu\nKios\n\nParagraf 1\nSewa\n\nPasal 1\nKios disewa.\n",
    failing: "BAB I\nPASAR\n\nParagraf 1\nSewa\n\nPasal 1\nKios disewa.\n",
    at: "bab-1/paragraf-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .paragraf, context.zones[index] == .body,
        context.instructions[index] == nil,
        unit.parent.map({ context.units[$0].kind != .bagian }) ?? true
      else { continue }
      report.add(
        .numbering(.outsidePart(Whitespace.collapsed(unit.label))), at: index,
        context.head(of: index))
    }
  }

  static let numeral = DraftRule(
    "heading.numeral", .warning, "Lampiran II angka 72",
    passing: "BAB I\nPASAR\n\nBagian Kesatu\nKios\n\nPasal 1\nKios disewa.\n",
    failing: "BAB 1\nPASAR\n\nBagian Kesatu\nKios\n\nPasal 1\nKios disewa.\n", at: "bab-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard isDivision(unit.kind), context.zones[index] == .body, !isNumbered(unit) else {
        continue
      }
      let wanted = UnitAddress.label(String(context.lastStep(index)))
      report.add(
        .numbering(.numeral(found: Whitespace.collapsed(unit.label), wanted: wanted)), at: index,
        context.head(of: index), severity: context.weightOfForm,
        citation: NumberSequences.citation(unit))
    }
  }

  /// Whether a chapter has a Roman number, a part an ordinal word, a subpart an Arabic number
  /// (angka 72, 73, 75).
  private static func isNumbered(_ unit: Unit) -> Bool {
    let words = unit.label.utf8.split(whereSeparator: Whitespace.isSpace)
    guard words.count > 1, let first = words[1].first else { return true }
    switch unit.kind {
    case .bab: return !SourceText.isDigit(first)
    case .bagian:
      return !SourceText.isDigit(first) && !words[1].allSatisfy { "IVX".utf8.contains($0) }
    default: return SourceText.isDigit(first)
    }
  }

  static let ordinal = DraftRule(
    "heading.ordinal", .info, "Lampiran II angka 74",
    passing: "BAB I\nPASAR\n\nBagian Kesatu\nKios\n\nPasal 1\nKios disewa.\n",
    failing: "BAB I\nPASAR\n\nBagian Pertama\nKios\n\nPasal 1\nKios disewa.\n",
    at: "bab-1/bagian-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .bagian, context.zones[index] == .body,
        unit.label.lowercased().hasSuffix("pertama")
      else { continue }
      report.add(
        .numbering(
          .ordinal(found: Whitespace.collapsed(unit.label), wanted: "Bagian Kesatu")),
        at: index, context.head(of: index))
    }
  }

  static let empty = DraftRule(
    "article.empty", .warning, "Lampiran II angka 77",
    passing: "Pasal 1\nPasar buka setiap hari.\n\nPasal 2\nKios disewa.\n",
    failing: "Pasal 1\n\nPasal 2\nKios disewa.\n", at: "pasal-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .pasal || unit.kind == .ayat, context.zones[index] == .body,
        context.children[index].isEmpty, context.tokenRanges[index].isEmpty
      else { continue }
      report.add(
        .numbering(.empty(Whitespace.collapsed(unit.label))), at: index, context.head(of: index))
    }
  }
}
