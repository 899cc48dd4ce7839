/// Rules on amending regulations (UU 12/2011, Lampiran II angka 230–237).
enum AmendmentRules {
  static let all: [DraftRule] =
    [mismatch, absent, between, count, reused, deletedText, order, roman] + agreement

  /// An amending regulation with instructions.
  static func amending(_ instructions: String) -> String {
    "Pasal I\nBeberapa ketentuan dalam Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang "
      + "Pasar diubah sebagai berikut:\n\(instructions)\n"
      + "Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"
  }

  private static let change =
    "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\n  Pasal 5\n"
    + "  Pasar buka setiap hari.\n"

  static let mismatch = DraftRule(
    "amendment.mismatch", .error, "Lampiran II angka 234",
    passing: amending(change + "2. Pasal 9 dihapus.\n"),
    failing: amending(
      "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\n  Pasal 6\n"
        + "  Pasar buka setiap hari.\n2. Pasal 9 dihapus.\n"),
    at: "pasal-i/angka-1/pasal-6"
  ) { context, report in
    for instruction in context.amendingInstructions {
      let named = instruction.named + instruction.inserted + instruction.neighbours
      let articles = Set(
        named.compactMap { $0.kind == .pasal ? $0.text : $0.article })
      guard !instruction.hasRange, let first = named.first, !articles.isEmpty else { continue }
      for article in instruction.articles {
        let step = context.lastStep(article).dropFirst("pasal-".count).prefix { $0 != "~" }
        guard !articles.contains(String(step)) else { continue }
        report.add(
          .amendment(
            .mismatch(
              named: first.article.map { "Pasal " + $0.uppercased() } ?? first.printed,
              found: Whitespace.collapsed(context.units[article].label))),
          at: article, context.head(of: article))
      }
    }
  }

  static let absent = DraftRule(
    "amendment.absent", .error, "Lampiran II angka 235",
    passing: amending(
      "1. Di antara ayat (1) dan ayat (2) Pasal 5 disisipkan 1 (satu) ayat, yakni ayat (1a), "
        + "sehingga Pasal 5 berbunyi sebagai berikut:\n\n  Pasal 5\n  (1) Satu.\n  (1a) Baru.\n"
        + "  (2) Dua.\n"),
    failing: amending(
      "1. Di antara ayat (1) dan ayat (2) Pasal 5 disisipkan 1 (satu) ayat, yakni ayat (1a), "
        + "sehingga Pasal 5 berbunyi sebagai berikut:\n\n  Pasal 5\n  (1) Satu.\n  (2) Dua.\n"),
    at: "pasal-i/angka-1"
  ) { context, report in
    let says = WordHash.of("berbunyi")
    let renumbers = WordHash.words("diubah menjadi pasal")
    for instruction in context.amendingInstructions {
      guard !context.children[instruction.unit].isEmpty else {
        // "… sehingga berbunyi sebagai berikut:" and nothing follows.
        if instruction.action != .delete,
          let named = (instruction.inserted + instruction.named).first,
          context.find([says], in: instruction.unit) != nil,
          context.ending(of: instruction.unit).mark == 0x3A
        {
          report.add(.amendment(.absent(named.printed)), at: instruction.unit, named.range)
        }
        continue
      }
      var told: Set<String> = []
      // "Pasal 19D diubah menjadi Pasal 19B": the text has the new number.
      let isRenumbered = context.find(renumbers, in: instruction.unit) != nil
      let items =
        instruction.inserted.contains { $0.kind == .huruf || $0.kind == .angka }
        ? context.itemSteps(below: instruction.unit) : []
      let articles = Set(
        (instruction.inserted + instruction.named).compactMap {
          $0.kind == .pasal ? $0.text : $0.article
        })
      for (index, named) in (instruction.inserted + instruction.named).enumerated() {
        let address: String
        switch named.kind {
        case .pasal:
          guard !instruction.hasRange, instruction.action != .delete || named.isResult,
            !isRenumbered
          else { continue }
          address = context.units[instruction.unit].address + "/pasal-" + named.text
        case .ayat:
          guard let article = instruction.articles.first, instruction.articles.count == 1 else {
            continue
          }
          address = context.units[article].address + "/ayat-" + named.text
        case .huruf, .angka:
          let step = (named.kind == .huruf ? "huruf-" : "angka-") + named.text
          guard index < instruction.inserted.count, !items.contains(step) else { continue }
          address = context.units[instruction.unit].address + "/…/" + named.printed
        default: continue
        }
        guard context.document.index(ofAddress: address) == nil, told.insert(address).inserted
        else { continue }
        // The text of the only article named may follow without its heading.
        let isUnheaded =
          instruction.articles.isEmpty && named.kind == .pasal
          && articles == [named.text]
        report.add(
          .amendment(.absent(named.printed)), at: instruction.unit, named.range,
          severity: isUnheaded ? .info : nil,
          // What is deleted stays, as *Dihapus.*
          citation: instruction.action == .delete ? "Lampiran II angka 236" : nil)
      }
    }
  }

  static let between = DraftRule(
    "amendment.between", .error, "Lampiran II angka 234",
    passing: amending(
      "1. Di antara Pasal 12 dan Pasal 13 disisipkan 1 (satu) pasal, yakni Pasal 12A, sehingga "
        + "berbunyi sebagai berikut:\n\n  Pasal 12A\n  Pasar buka setiap hari.\n"),
    failing: amending(
      "1. Di antara Pasal 12 dan Pasal 13 disisipkan 1 (satu) pasal, yakni Pasal 14A, sehingga "
        + "berbunyi sebagai berikut:\n\n  Pasal 14A\n  Pasar buka setiap hari.\n"),
    at: "pasal-i/angka-1"
  ) { context, report in
    for instruction in context.amendingInstructions where instruction.action == .insert {
      guard instruction.neighbours.count >= 2, case let first = instruction.neighbours[0],
        case let second = instruction.neighbours[1], first.kind == second.kind,
        // A part's ordinal is cited without the letter after it.
        first.kind != .bagian
      else { continue }
      if !second.number.follows(first.number) {
        report.add(
          .amendment(.notNeighbours(first: first.printed, second: second.printed)),
          at: instruction.unit, first.range.lowerBound..<second.range.upperBound)
      }
      for new in instruction.inserted where new.kind == first.kind {
        guard !(first.number < new.number && new.number < second.number) else { continue }
        report.add(
          .amendment(
            .notBetween(new.printed, first: first.printed, second: second.printed)),
          at: instruction.unit, new.range)
      }
    }
  }

  static let count = DraftRule(
    "amendment.count", .error, "Lampiran II angka 234",
    passing: amending(
      "1. Di antara Pasal 12 dan Pasal 13 disisipkan 1 (satu) pasal, yakni Pasal 12A, sehingga "
        + "berbunyi sebagai berikut:\n\n  Pasal 12A\n  Pasar buka setiap hari.\n"),
    failing: amending(
      "1. Di antara Pasal 12 dan Pasal 13 disisipkan 2 (dua) pasal, yakni Pasal 12A, sehingga "
        + "berbunyi sebagai berikut:\n\n  Pasal 12A\n  Pasar buka setiap hari.\n"),
    at: "pasal-i/angka-1"
  ) { context, report in
    for instruction in context.amendingInstructions {
      // `1 (satu) bab dan 1 (satu) pasal, yakni BAB VIA dan Pasal 10A`
      let named = instruction.inserted.count { $0.kind == instruction.inserted.first?.kind }
      guard let count = instruction.count, !instruction.hasRange, named > 0, count.value != named
      else { continue }
      report.add(
        .amendment(.count(said: count.value, named: named)),
        at: instruction.unit, count.range)
    }
  }

  static let reused = DraftRule(
    "amendment.number-reused", .error, "Lampiran II angka 236",
    passing: amending(change + "2. Pasal 9 dihapus.\n"),
    failing: amending(
      "1. Pasal 9 dihapus.\n2. Setelah Pasal 8 ditambahkan 1 (satu) pasal, yakni Pasal 9, "
        + "sehingga berbunyi sebagai berikut:\n\n  Pasal 9\n  Pasar buka setiap hari.\n"),
    at: "pasal-i/angka-2/pasal-9"
  ) { context, report in
    var deleted: Set<String> = []
    for instruction in context.amendingInstructions {
      if instruction.action == .delete, instruction.articles.isEmpty, !instruction.hasRange {
        for named in instruction.named where named.kind == .pasal { deleted.insert(named.text) }
        continue
      }
      for article in instruction.articles where !context.isDeleted(article) {
        guard deleted.contains(String(context.lastStep(article).dropFirst("pasal-".count))) else {
          continue
        }
        report.add(
          .amendment(.reused(Whitespace.collapsed(context.units[article].label))), at: article,
          context.head(of: article))
      }
    }
  }

  static let deletedText = DraftRule(
    "amendment.deleted-text", .error, "Lampiran II angka 236",
    passing: amending(
      "1. Ayat (2) Pasal 5 dihapus sehingga Pasal 5 berbunyi sebagai berikut:\n\n  Pasal 5\n"
        + "  (1) Satu.\n  (2) Dihapus.\n  (3) Tiga.\n"),
    failing: amending(
      "1. Ayat (2) Pasal 5 dihapus sehingga Pasal 5 berbunyi sebagai berikut:\n\n  Pasal 5\n"
        + "  (1) Satu.\n  (2) Dua.\n  (3) Tiga.\n"),
    at: "pasal-i/angka-1/pasal-5/ayat-2"
  ) { context, report in
    let change = WordHash.of("diubah")
    for instruction in context.amendingInstructions where instruction.action == .delete {
      guard let article = instruction.articles.first, instruction.articles.count == 1,
        context.find([change], in: instruction.unit) == nil
      else { continue }
      for named in instruction.named where named.kind == .ayat {
        let address = context.units[article].address + "/ayat-" + named.text
        guard let unit = context.document.index(ofAddress: address), !context.isDeleted(unit) else {
          continue
        }
        report.add(
          .amendment(.deletedText(named.printed)), at: unit, context.head(of: unit))
      }
    }
  }

  static let order = DraftRule(
    "amendment.order", .warning, "Lampiran II angka 234",
    passing: amending(change + "2. Pasal 9 dihapus.\n"),
    failing: amending(
      "1. Pasal 9 dihapus.\n2. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\n"
        + "  Pasal 5\n  Pasar buka setiap hari.\n"),
    at: "pasal-i/angka-2"
  ) { context, report in
    var last: (parent: Int?, article: Instruction.Named)?
    let elucidation = WordHash.of("penjelasan")
    for instruction in context.amendingInstructions {
      let parent = context.units[instruction.unit].parent
      guard let article = instruction.mainArticle,
        context.words(of: instruction.unit).first?.hash != elucidation
      else { continue }
      if let before = last, before.parent == parent, article.number < before.article.number {
        report.add(
          .amendment(.order(found: article.printed, after: before.article.printed)),
          at: instruction.unit, article.range)
        continue
      }
      last = (parent, article)
    }
  }

  static let roman = DraftRule(
    "amendment.roman", .warning, "Lampiran II angka 233",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      title: "PERUBAHAN ATAS PERATURAN DAERAH KOTA CONTOH NOMOR 3 TAHUN 2019 TENTANG PASAR"),
    at: "pasal-1"
  ) { context, report in
    guard context.title?.words.first == WordHash.of("perubahan"),
      context.document.index(ofAddress: "pasal-i") == nil,
      let article = context.ownArticles.first
    else { return }
    // The budget is changed by regulations of its own kind.
    let budget: Set<UInt64> = [WordHash.of("anggaran"), WordHash.of("apbd")]
    let isBudget = context.title?.words.prefix(3).contains(where: budget.contains) ?? false
    guard !isBudget else { return }
    report.add(.amendment(.romanWanted), at: article, context.head(of: article))
  }
}
