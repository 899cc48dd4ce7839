/// Rules on how definitions are written (UU 12/2011, Lampiran II angka 98–101).
extension TermRules {
  static let forms: [DraftRule] = [form, punctuation, leadIn, norm]

  static let form = DraftRule(
    "definition.form", .warning, "Lampiran II angka 98 huruf a",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining(
      "Satpol PP menertibkan pasar.", terms: "2. Satpol PP, penjaga ketertiban umum di Daerah.\n"),
    at: "pasal-1/angka-2"
  ) { context, report in
    let known = Set(context.definitions.filter { $0.meaning != nil }.map(\.unit))
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .definisi, context.zones[index] == .body, !known.contains(index),
        !context.isDeleted(index)
      else { continue }
      report.add(.term(.form), at: index, context.head(of: index))
    }
  }

  static let punctuation = DraftRule(
    "definition.punctuation", .warning, "Lampiran II angka 101",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining(
      "Satpol PP menertibkan pasar.", terms: "2. Satpol PP adalah penjaga ketertiban umum;\n"),
    at: "pasal-1/angka-2"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .definisi, context.zones[index] == .body,
        let first = context.words(of: index).first
      else { continue }
      let ending = context.ending(of: index)
      if !first.flags.contains(.capital) {
        report.add(.term(.punctuation), at: index, first.range)
      } else if ending.mark != 0x2E {
        report.add(.term(.punctuation), at: index, ending.range)
      }
    }
  }

  static let leadIn = DraftRule(
    "definition.lead-in", .warning, "Lampiran II angka 99",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: "Pasal 1\nDalam Peraturan Daerah ini dimaksud dengan:\n1. Daerah adalah Kota "
      + "Contoh.\n2. Pasar adalah tempat jual beli di Daerah.\n\nPasal 2\nPasar buka.\n",
    at: "pasal-1"
  ) { context, report in
    for unit in context.ownArticles {
      let defined = context.children[unit].filter { context.units[$0].kind == .definisi }
      guard defined.count > 1, !context.holds("yang dimaksud dengan", in: unit) else { continue }
      report.add(
        .term(.leadIn(instrument: context.ownName.kind)), at: unit, context.head(of: unit))
    }
  }

  static let norm = DraftRule(
    "definition.norm", .info, "Lampiran II angka 98 huruf a",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining(
      "Satpol PP menertibkan pasar.",
      terms: "2. Satpol PP adalah penjaga ketertiban yang wajib berseragam di Daerah.\n"),
    at: "pasal-1/angka-2"
  ) { context, report in
    let norms = Set(["wajib", "dilarang", "harus"].map { WordHash.of($0) })
    for definition in context.definitions {
      guard let meaning = definition.meaning,
        let word = (meaning..<context.tokenRanges[definition.unit].upperBound).first(where: {
          norms.contains(context.tokens[$0].hash)
            && !context.tokens[$0].flags.contains(.capital)
        })
      else { continue }
      let range = context.tokens[word].range
      report.add(.term(.norm(context.printed(range))), at: definition.unit, range)
    }
  }
}
