/// Rules on words (UU 12/2011, Lampiran II angka 242–270b).
enum WordingRules {
  static let all: [DraftRule] =
    [
      open, vague, conjunction, foreign, limit, spelling, instrument, prohibition, subject, inForce,
      modality, ownName, andOr, doubled, plural,
    ] + NumberRules.all

  private static func article(_ text: String) -> String { "Pasal 1\n\(text)\n" }

  /// A rule that reports a kind of phrase in norms.
  private static func phrase(
    _ id: String, _ severity: Severity, _ citation: String, _ kind: PhraseTable.Kind,
    passing: String, failing: String,
    _ problem: @escaping @Sendable (String, String) -> WordingProblem
  ) -> DraftRule {
    DraftRule(
      id, severity, citation, passing: article(passing), failing: article(failing), at: "pasal-1"
    ) { context, report in
      for hit in context.phrases where hit.kind == kind {
        guard context.zones[hit.unit] == .body, !context.isInName(hit.tokens.lowerBound, hit.unit),
          context.units[hit.unit].kind != .instruksi || kind == .spelling,
          !context.tokens[hit.tokens.lowerBound].flags.contains(.quoted),
          kind != .limit || context.limits(hit),
          kind != .inForce || context.endsAsPhrase(hit),
          kind != .modality || !context.isDefinition(hit.unit)
        else { continue }
        report.add(
          .wording(problem(context.printed(hit.range), hit.wanted)), at: hit.unit, hit.range)
      }
    }
  }

  static let open = phrase(
    "wording.open", .warning, "Lampiran II angka 270b", .open,
    passing: "Pasar meliputi kios dan los.", failing: "Pasar meliputi antara lain kios dan los."
  ) { found, _ in .open(found) }

  static let vague = phrase(
    "wording.vague", .warning, "Lampiran II angka 245", .vague,
    passing: "Pasar menjual sayur dan buah.",
    failing: "Pasar menjual sayur, buah, dan lain-lain."
  ) { found, _ in .vague(found) }

  static let foreign = phrase(
    "wording.foreign", .warning, "Lampiran II angka 254", .foreign,
    passing: "Pendaftaran dilakukan melalui laman pengelola.",
    failing: "Pendaftaran dilakukan melalui website pengelola."
  ) { found, wanted in .foreign(found, wanted: wanted) }

  static let limit = phrase(
    "wording.limit", .warning, "Lampiran II angka 256", .limit,
    passing: "Sewa dibayar paling lambat tanggal 10 Januari setiap tahun.",
    failing: "Sewa dibayar selambat-lambatnya tanggal 10 Januari setiap tahun."
  ) { found, wanted in .limit(found, wanted: wanted) }

  static let spelling = phrase(
    "wording.spelling", .warning, "Lampiran II angka 242", .spelling,
    passing: "Setiap pedagang wajib memiliki izin.",
    failing: "Setiap pedagang wajib memiliki ijin."
  ) { found, wanted in .spelling(found, wanted: wanted) }

  static let instrument = phrase(
    "wording.instrument", .warning, "Lampiran II angka 46", .instrument,
    passing: "Pasar dikelola menurut Peraturan Daerah ini.",
    failing: "Pasar dikelola menurut Perda ini."
  ) { found, wanted in .instrument(found, wanted: wanted) }

  static let prohibition = phrase(
    "wording.prohibition", .info, "Lampiran II angka 270", .prohibition,
    passing: "Pedagang dilarang menutup jalan.", failing: "Pedagang tidak boleh menutup jalan."
  ) { found, _ in .prohibition(found) }

  static let subject = phrase(
    "wording.subject", .warning, "Lampiran II angka 119", .subject,
    passing: "Setiap orang yang menutup jalan dikenai denda.",
    failing: "Barang siapa menutup jalan dikenai denda."
  ) { found, _ in .subject(found) }

  static let inForce = phrase(
    "wording.in-force", .warning, "Lampiran II angka 281", .inForce,
    passing: "Izin diberikan sesuai dengan ketentuan peraturan perundang-undangan.",
    failing: "Izin diberikan sesuai dengan peraturan perundang-undangan yang berlaku."
  ) { found, wanted in .phrase(found, wanted: wanted) }

  static let modality = phrase(
    "wording.modality", .info, "Lampiran II angka 268", .modality,
    passing: "Pedagang wajib menjaga kebersihan kios.",
    failing: "Pedagang diharuskan menjaga kebersihan kios."
  ) { found, wanted in .phrase(found, wanted: wanted) }

  static let ownName = DraftRule(
    "wording.own-name", .warning, "Lampiran II angka 100",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      body: "Pasal 1\nPasar rakyat buka setiap hari.\n\n"
        + "Pasal 2\nUndang-Undang ini mulai berlaku pada tanggal diundangkan.\n"),
    at: "pasal-2"
  ) { context, report in
    guard context.isWhole, context.instrument == .regional, case let own = context.ownName else {
      return
    }
    for hit in context.phrases where hit.kind == .thisInstrument {
      let isOwn = hit.wanted == own.kind
      guard context.zones[hit.unit] == .body || context.zones[hit.unit] == .closing,
        // The name of another is its title, that of itself begins with capitals (angka 46).
        context.tokens[hit.tokens.lowerBound].flags.contains(.capital) != isOwn,
        !context.tokens[hit.tokens.lowerBound].flags.contains(.quoted)
      else { continue }
      report.add(
        .wording(.phrase(context.printed(hit.range), wanted: own.kind + " ini")), at: hit.unit,
        hit.range, severity: context.weightOfForm, citation: isOwn ? "Lampiran II angka 46" : nil)
    }
  }

  static let plural = DraftRule(
    "wording.plural", .info, "Lampiran II angka 243",
    passing: article("Pedagang mengikuti kegiatan pembinaan."),
    failing: article("Pedagang mengikuti kegiatan-kegiatan pembinaan."), at: "pasal-1"
  ) { context, report in
    // Words that are doubled to mean something else than several.
    let others = Set(
      [
        "undang", "masing", "sama", "hal", "sewaktu", "rata", "lain", "sehari", "langkah", "anak",
        "kanak", "laki", "cita", "alun", "kira", "tiba", "benar", "betul", "terus", "sungguh",
        "mata", "kupu", "gado", "ondel", "sia", "oleh", "satu", "pura", "sekali", "seolah", "apa",
        "siapa", "mana", "ubur", "cuma", "hati", "tiap", "paru", "nyata", "diam", "pelan",
        "jelas", "turut", "laba", "kuda", "tanda", "batas", "asas", "pokok", "semena",
      ].map { WordHash.of($0) })
    for unit in context.units.indices where context.zones[unit] == .body {
      for position in context.tokenRanges[unit].dropFirst() {
        let (before, token) = (context.tokens[position - 1], context.tokens[position])
        guard token.hash == before.hash, token.flags.contains(.joined),
          !token.flags.contains(.number), !token.flags.contains(.capital), token.range.count > 3,
          !others.contains(token.hash), context.bytes[before.end] == 0x2D
        else { continue }
        let range = before.start..<token.end
        report.add(
          .wording(.phrase(context.printed(range), wanted: context.printed(before.range))),
          at: unit, range)
      }
    }
  }

  static let andOr = DraftRule(
    "wording.and-or", .warning, "Lampiran II angka 264",
    passing: article("Kios disewa dan/atau dibeli."),
    failing: article("Kios disewa dan atau dibeli."), at: "pasal-1"
  ) { context, report in
    for hit in context.phrases where hit.kind == .andOr {
      let (first, second) = (hit.tokens.lowerBound, hit.tokens.upperBound - 1)
      let gap = context.bytes[context.tokens[first].end..<context.tokens[second].start]
      // `dan/atau` is joined by its stroke, which may end a line.
      let isJoined = gap.elementsEqual("/".utf8) || gap.starts(with: "/\n".utf8)
      guard context.zones[hit.unit] == .body, !(isJoined && context.tokens[first].hash == and),
        gap.allSatisfy({ Whitespace.isSpace($0) || $0 == 0x2F })
      else { continue }
      report.add(
        .wording(.andOr(context.printed(hit.range))), at: hit.unit, hit.range)
    }
  }

  private static let and = WordHash.of("dan")

  static let doubled = DraftRule(
    "wording.doubled", .warning, "Lampiran II angka 242",
    passing: article("Kios disewa oleh pedagang dengan perjanjian."),
    failing: article("Kios disewa oleh pedagang dengan dengan perjanjian."), at: "pasal-1"
  ) { context, report in
    // Words that are never doubled to mean several.
    let words = Set(
      [
        "dengan", "dan", "yang", "untuk", "dalam", "pada", "oleh", "dari", "di", "kepada", "atau",
        "adalah", "serta", "bahwa", "sebagai", "terhadap", "nomor", "tahun", "tentang", "pasal",
        "ayat", "peraturan", "sebagaimana", "dimaksud", "wajib", "dapat", "dilarang", "harus",
        "ini", "itu", "tersebut", "tidak", "telah", "akan", "setiap", "berdasarkan", "sesuai",
        "melalui", "antara", "atas", "paling", "dilakukan", "ditetapkan", "diatur", "dilaksanakan",
        "diberikan", "meliputi", "terdiri", "memiliki", "menjadi", "secara", "apabila", "karena",
        "agar", "sampai", "bagi",
      ].map { WordHash.of($0) })
    for unit in context.units.indices
    where context.zones[unit] == .body || context.zones[unit] == .preamble {
      for position in context.tokenRanges[unit].dropFirst() {
        let (before, token) = (context.tokens[position - 1], context.tokens[position])
        guard token.hash == before.hash, words.contains(token.hash),
          token.flags.contains(.capital) == before.flags.contains(.capital)
            || before.flags.contains(.sentenceStart),
          token.flags.contains(.allCaps) == before.flags.contains(.allCaps),
          context.bytes[before.end..<token.start].allSatisfy(Whitespace.isSpace)
        else { continue }
        report.add(
          .wording(.doubled(context.printed(token.range))), at: unit, before.start..<token.end)
      }
    }
  }

  static let conjunction = DraftRule(
    "wording.conjunction", .warning, "Lampiran II angka 270a",
    passing: article("Pasar buka setiap hari."), failing: article("Namun pasar buka setiap hari."),
    at: "pasal-1"
  ) { context, report in
    let words = Set(
      [
        "dan", "atau", "tetapi", "namun", "sedangkan", "kemudian", "selanjutnya", "sehingga",
        "bahwa", "serta", "melainkan", "oleh karena itu", "maka", "akan",
      ].compactMap { WordHash.words($0).count == 1 ? WordHash.of($0) : nil })
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .ayat || unit.kind == .pasal, context.zones[index] == .body,
        let first = context.words(of: index).first, words.contains(first.hash),
        // Closing text of a list is no beginning.
        context.children[index].first.map({ first.start < context.units[$0].range.lowerBound })
          ?? true
      else { continue }
      report.add(
        .wording(.conjunction(context.printed(first.range))), at: index, first.range)
    }
  }
}

extension CheckContext {
  /// Whether *yang berlaku* says no more than that: not *yang berlaku sebelum …*, *bagi …*.
  fileprivate func endsAsPhrase(_ hit: PhraseHit) -> Bool {
    let next = hit.tokens.upperBound
    return next >= tokenRanges[hit.unit].upperBound || !Self.continuing.contains(tokens[next].hash)
  }

  private static let continuing = Set(
    ["sebelum", "bagi", "pada", "umum", "surut", "untuk", "sejak", "saat"].map { WordHash.of($0) })

  /// Whether a word for a limit sets one: *maksimal* and *maksimum* before a number, not in *secara
  /// maksimal* or *maksimum pidana*.
  fileprivate func limits(_ hit: PhraseHit) -> Bool {
    guard Self.most.contains(tokens[hit.tokens.lowerBound].hash) else { return true }
    let next = hit.tokens.upperBound
    return (next..<min(next + 3, tokenRanges[hit.unit].upperBound)).contains {
      tokens[$0].flags.contains(.number)
    }
  }

  private static let most = Set(["maksimal", "maksimum"].map { WordHash.of($0) })

  /// Whether token `position` stands in the name of a regulation: after *tentang* in its sentence.
  func isInName(_ position: Int, _ unit: Int) -> Bool {
    var next = position
    while next > tokenRanges[unit].lowerBound, position - next < 40 {
      if tokens[next].flags.contains(.sentenceStart) { return false }
      next -= 1
      if tokens[next].hash == Self.aboutWord, next > tokenRanges[unit].lowerBound,
        tokens[next - 1].flags.contains(.number)
      {
        return !tokens[(next + 1)...position].contains {
          $0.flags.contains(.broken) && !$0.flags.contains(.capital)
        }
      }
    }
    return false
  }
}
