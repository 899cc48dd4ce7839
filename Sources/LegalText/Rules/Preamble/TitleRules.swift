/// Rules on the title and the preamble (UU 12/2011, Lampiran II angka 2–60).
enum PreambleRules {
  static let all: [DraftRule] =
    [
      titlePunctuation, titleCase, titleAbbreviation, grace, officeComma, consent,
    ] + opening + amendedNames + enactingWords + considerations + basis

  /// A short regulation for examples; the parts given replace the usual ones.
  static func sample(
    title: String = "PASAR RAKYAT", grace: String = "DENGAN RAHMAT TUHAN YANG MAHA ESA\n\n",
    office: String = "WALI KOTA CONTOH,",
    considerations: String = "a. bahwa pasar rakyat perlu ditata;\n"
      + "b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan "
      + "Peraturan Daerah tentang Pasar Rakyat;\n",
    basis: String = "1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun "
      + "1945;\n2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara "
      + "Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia "
      + "Nomor 5587);\n",
    consent: String = "Dengan Persetujuan Bersama\nDEWAN PERWAKILAN RAKYAT DAERAH KOTA CONTOH\n"
      + "dan\nWALI KOTA CONTOH\n\n",
    decision: String = "MEMUTUSKAN:\n\nMenetapkan: ",
    enacting: String = "PERATURAN DAERAH TENTANG PASAR RAKYAT.",
    body: String = "Pasal 1\nPasar rakyat buka setiap hari.\n\n"
      + "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
    close: String = "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah "
      + "ini dengan penempatannya dalam Lembaran Daerah Kota Contoh.\n\nDitetapkan di Contoh\n"
      + "pada tanggal …\nWALI KOTA CONTOH,\n\n…\n",
    elucidation: String = "PENJELASAN\nATAS\nPERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\n"
      + "TENTANG\nPASAR RAKYAT\n\nI. UMUM\nPasar rakyat perlu ditata.\n\nII. PASAL DEMI PASAL\n\n"
      + "Pasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n",
    annexes: String = ""
  ) -> String {
    "PERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\n\(title)\n\n\(grace)\(office)\n\n"
      + "Menimbang:\n\(considerations)\nMengingat:\n\(basis)\n\(consent)\(decision)"
      + "\(enacting)\n\n\(body)\n\(close)\n\(elucidation)\n\(annexes)"
  }

  static let titlePunctuation = DraftRule(
    "title.punctuation", .warning, "Lampiran II angka 4",
    passing: sample(), failing: sample(title: "PASAR RAKYAT."), at: "judul"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "judul"), context.isWhole else { return }
    let range = context.units[unit].range
    guard let last = context.lastVisible(before: range.upperBound, from: range.lowerBound),
      ".,;:".utf8.contains(last.byte)
    else { return }
    report.add(.preamble(.titlePunctuation), at: unit, last.at..<last.at + 1)
  }

  static let titleCase = DraftRule(
    "title.case", .warning, "Lampiran II angka 4",
    passing: sample(), failing: sample(title: "Pasar Rakyat"), at: "judul"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "judul"), let title = context.title,
      title.tokens.contains(where: {
        $0.end - $0.start > 1 && !$0.flags.contains(.allCaps) && !$0.flags.contains(.number)
      })
    else { return }
    report.add(.preamble(.titleCase), at: unit, title.range)
  }

  static let titleAbbreviation = DraftRule(
    "title.abbreviation", .warning, "Lampiran II angka 5",
    passing: sample(), failing: sample(title: "PASAR RAKYAT (PARA)"), at: "judul"
  ) { context, report in
    guard let unit = context.document.index(ofAddress: "judul"), let title = context.title else {
      return
    }
    // `3 (TIGA) KECAMATAN`: the words of a number.
    for token in title.tokens
    where token.flags.contains(.bracketed) && !NumberWords.numerals.contains(token.hash) {
      report.add(
        .preamble(.titleAbbreviation(context.printed(token.range))), at: unit, token.range)
    }
  }

  static let grace = DraftRule(
    "preamble.grace", .warning, "Lampiran II angka 15",
    passing: sample(), failing: sample(grace: ""), at: "pembukaan"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "pembukaan") else { return }
    let words = WordHash.words("dengan rahmat tuhan yang maha esa")
    guard let first = context.find(words, in: unit) ?? context.find(words, in: context.titleUnit)
    else {
      report.add(.preamble(.graceMissing), at: unit, context.head(of: unit))
      return
    }
    let grace = context.tokens[first..<first + words.count]
    guard let last = grace.last, !grace.allSatisfy({ $0.flags.contains(.allCaps) }) else { return }
    report.add(
      .preamble(.graceCase), at: unit, context.tokens[first].start..<last.end,
      severity: context.weightOfForm)
  }

  static let officeComma = DraftRule(
    "preamble.office", .warning, "Lampiran II angka 16",
    passing: sample(), failing: sample(office: "WALI KOTA CONTOH"), at: "pembukaan"
  ) { context, report in
    guard context.isWhole, let unit = context.document.index(ofAddress: "pembukaan"),
      let grace = context.find(WordHash.words("yang maha esa"), in: unit)
    else { return }
    let words = context.words(of: unit)
    let lead = context.leadIn(of: unit)
    guard grace + 3 < words.endIndex, case let office = context.tokens[grace + 3],
      office.start < lead.upperBound
    else {
      report.add(
        .preamble(.officeMissing), at: unit, context.head(of: unit),
        // Pages out of order have it elsewhere.
        severity: context.weightOfForm)
      return
    }
    guard
      let last = context.lastVisible(before: lead.upperBound, from: office.start),
      last.byte != 0x2C
    else { return }
    let name = context.printed(office.start..<last.at + 1)
    report.add(.preamble(.officeComma(name)), at: unit, last.at..<last.at + 1)
  }

  static let consent = DraftRule(
    "preamble.consent", .warning, "Lampiran II angka 56",
    passing: sample(), failing: sample(consent: ""), at: "pembukaan"
  ) { context, report in
    guard context.instrument == .regional, context.isWhole,
      let unit = context.document.index(ofAddress: "pembukaan")
    else { return }
    let places =
      [unit] + context.children[unit] + context.basisItems
      + context.roots.filter { context.zones[$0] == .preamble }
    guard !places.contains(where: { context.holds("persetujuan bersama", in: $0) }) else { return }
    report.add(.preamble(.consentMissing), at: unit, context.head(of: unit))
  }
}
