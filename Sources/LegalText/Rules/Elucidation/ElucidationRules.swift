/// Rules on what the elucidation holds (UU 12/2011, Lampiran II angka 174–191).
enum ElucidationRules {
  static let all: [DraftRule] =
    [
      missing, general, heading, emptyNote, order, title, article, grouped, extraArticle, unit,
      extraUnit,
    ] + contents

  /// A text with a body and the notes on its articles.
  static func noted(
    _ notes: String,
    body: String = "Pasal 1\n(1) Pasar buka setiap hari.\n(2) Kios disewa.\n\n"
      + "Pasal 2\nLos disewa.\n"
  ) -> String {
    body + "\nAgar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini.\n\n"
      + "Ditetapkan di Contoh\npada tanggal …\nWALI KOTA CONTOH,\n\n"
      + "PENJELASAN\nATAS\nPERATURAN DAERAH KOTA CONTOH\nTENTANG\nPASAR RAKYAT\n\n"
      + "I. UMUM\nPasar perlu ditata.\n\nII. PASAL DEMI PASAL\n\n" + notes
  }

  static let clear = noted("Pasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n")

  static let missing = DraftRule(
    "elucidation.missing", .error, "Lampiran II angka 174",
    passing: PreambleRules.sample(), failing: PreambleRules.sample(elucidation: ""), at: "judul"
  ) { context, report in
    guard context.isWhole, context.instrument != .other,
      context.document.index(ofAddress: "penjelasan") == nil
    else { return }
    let unit = context.titleUnit
    report.add(
      .elucidation(.missing(instrument: context.ownName.kind)), at: unit, context.head(of: unit),
      // A copy of an enacted text often comes without it.
      severity: context.weightOfForm)
  }

  static let general = DraftRule(
    "elucidation.general", .warning, "Lampiran II angka 181",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      elucidation: "PENJELASAN\nATAS\nPERATURAN DAERAH KOTA CONTOH\nTENTANG\nPASAR RAKYAT\n\n"
        + "II. PASAL DEMI PASAL\n\nPasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n"),
    at: "penjelasan"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "penjelasan"),
      context.document.index(ofAddress: "penjelasan/umum") == nil, !context.noted.isEmpty
    else { return }
    report.add(.elucidation(.generalMissing), at: unit, context.head(of: unit))
  }

  static let heading = DraftRule(
    "elucidation.heading", .warning, "Lampiran II angka 182",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      elucidation: "PENJELASAN\nATAS\nPERATURAN DAERAH KOTA CONTOH\nTENTANG\nPASAR RAKYAT\n\n"
        + "A. UMUM\nPasar perlu ditata.\n\nII. PASAL DEMI PASAL\n\nPasal 1\nCukup jelas.\n\n"
        + "Pasal 2\nCukup jelas.\n"),
    at: "penjelasan/umum"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "penjelasan"), !context.noted.isEmpty else {
      return
    }
    let weight = context.weightOfForm
    if let general = context.document.index(ofAddress: "penjelasan/umum"),
      case let found = context.printed(context.head(of: general)), found != "I. UMUM"
    {
      report.add(
        .elucidation(.heading(found: found, wanted: "I. UMUM")), at: general,
        context.head(of: general), severity: weight)
    }
    let line = context.articlesHeading(in: unit)
    let found = line.map(context.printed) ?? ""
    guard found != "II. PASAL DEMI PASAL" else { return }
    report.add(
      .elucidation(.heading(found: found, wanted: "II. PASAL DEMI PASAL")), at: unit,
      line ?? context.head(of: unit), severity: weight)
  }

  static let emptyNote = DraftRule(
    "elucidation.empty", .warning, "Lampiran II angka 188",
    passing: clear, failing: noted("Pasal 1\n\nPasal 2\nCukup jelas.\n"), at: "penjelasan/pasal-1"
  ) { context, report in
    let general = context.document.index(ofAddress: "penjelasan/umum").map { [$0] } ?? []
    for unit in general + context.noted {
      guard context.children[unit].isEmpty, context.tokenRanges[unit].isEmpty else { continue }
      let isNote = context.units[unit].kind != .penjelasan
      report.add(
        .elucidation(.empty(Whitespace.collapsed(context.units[unit].label), isNote: isNote)),
        at: unit, context.head(of: unit), severity: context.weightOfForm,
        citation: isNote ? nil : "Lampiran II angka 183")
    }
  }

  static let order = DraftRule(
    "elucidation.order", .warning, "Lampiran II angka 181",
    passing: clear, failing: noted("Pasal 2\nCukup jelas.\n\nPasal 1\nCukup jelas.\n"),
    at: "penjelasan/pasal-1"
  ) { context, report in
    var last: [Int: (number: UnitNumber, label: String)] = [:]
    for note in context.noted where context.units[note].kind == .pasal {
      let unit = context.units[note]
      guard let number = UnitNumber(address: unit.address, kind: .pasal), !number.isRepeated else {
        continue
      }
      let label = Whitespace.collapsed(unit.label)
      if let before = last[unit.parent ?? -1], number < before.number {
        report.add(
          .elucidation(.order(found: label, after: before.label)), at: note, context.head(of: note),
          severity: context.weightOfForm)
      } else {
        last[unit.parent ?? -1] = (number, label)
      }
    }
  }

  static let title = DraftRule(
    "elucidation.title", .error, "Lampiran II angka 180",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      elucidation: "PENJELASAN\nATAS\nPERATURAN DAERAH KOTA CONTOH\nTENTANG\nPASAR MODERN\n\n"
        + "I. UMUM\nPasar perlu ditata.\n\nII. PASAL DEMI PASAL\n\nPasal 1\nCukup jelas.\n\n"
        + "Pasal 2\nCukup jelas.\n"),
    at: "penjelasan"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "penjelasan"), let title = context.title,
      let name = context.name(in: unit), !context.agree(name, title)
    else { return }
    report.add(
      .elucidation(
        .title(found: context.printed(name.range), title: context.printed(title.range))),
      at: unit, name.range, severity: context.weight(of: name, title))
  }

  static let article = DraftRule(
    "elucidation.article-missing", .error, "Lampiran II angka 188",
    passing: clear, failing: noted("Pasal 1\nCukup jelas.\n"), at: "pasal-2"
  ) { context, report in
    guard !context.noted.isEmpty else { return }
    let grouped = Set(context.groupedNotes.flatMap(\.articles))
    for unit in context.ownArticles {
      let address = context.units[unit].address
      guard !context.units[unit].address.utf8.contains(0x7E), !grouped.contains(address),
        context.document.index(ofAddress: "penjelasan/" + address) == nil
      else { continue }
      report.add(
        .elucidation(.article(UnitAddress.label(address))), at: unit, context.head(of: unit))
    }
    // An amendment explains each instruction (angka 188, contoh 2).
    for (index, unit) in context.units.enumerated() where unit.kind == .instruksi {
      guard let parent = unit.parent,
        case let note = "penjelasan/" + context.units[parent].address,
        let noted = context.document.index(ofAddress: note), !context.children[noted].isEmpty,
        context.document.index(ofAddress: "penjelasan/" + unit.address) == nil,
        !context.explainsArticle(of: index, in: noted)
      else { continue }
      report.add(
        .elucidation(.article(UnitAddress.label(unit.address))), at: index,
        context.head(of: index))
    }
  }

  static let grouped = DraftRule(
    "elucidation.grouped", .error, "Lampiran II angka 188",
    passing: clear, failing: noted("Pasal 1 dan Pasal 2\nCukup jelas.\n"), at: "pasal-1"
  ) { context, report in
    for group in context.groupedNotes {
      // The heading of the group belongs to no unit of its own: the first article is named.
      let unit = group.articles.first.flatMap { context.document.index(ofAddress: $0) }
      report.add(
        .elucidation(.grouped(context.printed(group.range))), at: unit ?? group.unit, group.range)
    }
  }

  static let extraArticle = DraftRule(
    "elucidation.article-extra", .error, "Lampiran II angka 188",
    passing: clear,
    failing: noted("Pasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n\nPasal 3\nCukup jelas.\n"),
    at: "penjelasan/pasal-3"
  ) { context, report in
    for unit in context.noted where context.subject(of: unit) == nil {
      guard context.units[unit].kind == .pasal,
        context.units[unit].parent.map({ context.units[$0].kind == .penjelasan }) ?? false,
        !context.ownArticles.isEmpty
      else { continue }
      let label = Whitespace.collapsed(context.units[unit].label)
      report.add(.elucidation(.extraArticle(label)), at: unit, context.head(of: unit))
    }
  }

  static let unit = DraftRule(
    "elucidation.unit-missing", .error, "Lampiran II angka 190",
    passing: noted(
      "Pasal 1\nAyat (1)\nTermasuk hari libur.\nAyat (2)\nCukup jelas.\n\nPasal 2\nCukup jelas.\n"),
    failing: noted("Pasal 1\nAyat (1)\nTermasuk hari libur.\n\nPasal 2\nCukup jelas.\n"),
    at: "pasal-1/ayat-2"
  ) { context, report in
    for note in context.noted where !context.children[note].isEmpty {
      guard let subject = context.subject(of: note),
        // Some explain the items of a lead-in alone: then they share no level.
        case let notes = context.children[note].filter(context.isNamedNote),
        case let steps = explained(by: notes, context),
        context.children[subject].contains(where: { steps.contains(context.lastStep($0)) })
      else { continue }
      for child in context.children[subject] where !steps.contains(context.lastStep(child)) {
        guard context.units[child].kind != .pasal, !context.isDivision(child) else { continue }
        report.add(
          .elucidation(.unit(UnitAddress.label(context.units[child].address))), at: child,
          context.head(of: child))
      }
    }
  }

  /// The last steps of what notes explain, joint ones with all that they name.
  private static func explained(by notes: [Int], _ context: CheckContext) -> Set<Substring> {
    var steps = Set(notes.map(context.lastStep))
    for note in notes { steps.formUnion(context.jointSteps(note).lazy.map { $0[...] }) }
    return steps
  }

  static let extraUnit = DraftRule(
    "elucidation.unit-extra", .error, "Lampiran II angka 190",
    passing: clear,
    failing: noted(
      "Pasal 1\nAyat (1)\nTermasuk hari libur.\nAyat (2)\nCukup jelas.\nAyat (3)\nCukup jelas.\n\n"
        + "Pasal 2\nCukup jelas.\n"),
    at: "penjelasan/pasal-1/ayat-3"
  ) { context, report in
    for note in context.noted where !context.children[note].isEmpty {
      guard let subject = context.subject(of: note) else { continue }
      let steps = Set(context.children[subject].map(context.lastStep))
      for child in context.children[note] where !steps.contains(context.lastStep(child)) {
        guard context.units[child].kind != .pasal, context.isNamedNote(child) else { continue }
        let address = context.units[child].address
        report.add(
          .elucidation(.extraUnit(UnitAddress.label(String(address.dropFirst(11))))), at: child,
          context.head(of: child))
      }
    }
  }
}

extension CheckContext {
  /// The line of *PASAL DEMI PASAL*, nil where it is missing.
  fileprivate func articlesHeading(in unit: Int) -> Range<Int>? {
    let own = [unit] + (document.index(ofAddress: "penjelasan/umum").map { [$0] } ?? [])
    let phrase = WordHash.words("pasal demi pasal")
    guard let place = own.lazy.compactMap({ self.find(phrase, in: $0) }).first else { return nil }
    var (start, end) = (tokens[place].start, tokens[place + 2].end)
    // In a text without line breaks the heading is but its words.
    let (first, last) = (start - 20, end + 20)
    while start > max(first, 0), bytes[start - 1] != 0x0A { start -= 1 }
    while end < min(last, bytes.count), bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start <= first || end >= last
      ? tokens[place].start..<tokens[place + 2].end : start..<end
  }

  /// Whether the notes on the article of instructions `noted` have the article that an instruction
  /// writes anew, below the number of another one.
  fileprivate func explainsArticle(of instruction: Int, in noted: Int) -> Bool {
    let articles = children[instruction].filter { units[$0].kind == .pasal }.map(lastStep)
    guard !articles.isEmpty else { return false }
    return articles.allSatisfy { article in
      (noted..<units[noted].subtreeEnd).contains {
        units[$0].kind == .pasal && lastStep($0) == article
      }
    }
  }
}
