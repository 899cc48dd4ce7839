/// Rules on figures (UU 12/2011, Lampiran II angka 86, 255–256, 270c).
enum NumberRules {
  static let all: [DraftRule] = [number, digits, rupiah, rupiahForm, numberWords, bound]

  static let number = DraftRule(
    "number.words", .warning, "Lampiran II angka 86",
    passing: "Pasal 1\nSewa dibayar dalam waktu 14 (empat belas) hari.\n",
    failing: "Pasal 1\nSewa dibayar dalam waktu 14 hari.\n", at: "pasal-1"
  ) { context, report in
    for figure in context.figures where figure.words == nil && !figure.isMoney {
      let range = context.tokens[figure.token].range
      let text = context.printed(range)
      let spelled = figure.value.flatMap(NumberWords.spelled) ?? ""
      report.add(.wording(.number(text, words: spelled)), at: figure.unit, range)
    }
  }

  static let digits = DraftRule(
    "number.digits", .warning, "Lampiran II angka 86",
    passing: "Pasal 1\nSewa dibayar dalam waktu 14 (empat belas) hari oleh salah satu orang.\n",
    failing: "Pasal 1\nSewa dibayar dalam waktu empat belas hari.\n", at: "pasal-1"
  ) { context, report in
    let measures = Set(
      [
        "hari", "bulan", "tahun", "jam", "menit", "minggu", "kali", "orang", "meter", "kilometer",
        "persen", "hektare", "buah", "rupiah",
      ].map { WordHash.of($0) })
    let one = WordHash.of("satu")
    for unit in context.units.indices
    where context.zones[unit] == .body && context.units[unit].kind != .instruksi {
      let range = context.tokenRanges[unit]
      var position = range.lowerBound
      while position < range.upperBound {
        let words = range.suffix(from: position).prefix {
          NumberWords.numerals.contains(context.tokens[$0].hash)
        }
        position += max(words.count, 1)
        guard let first = words.first, position < range.upperBound,
          measures.contains(context.tokens[position].hash), !context.isBroken(first..<position + 1),
          !context.isInBrackets(first, from: range.lowerBound),
          // `salah satu orang`, `Rp500.000,00 (lima ratus ribu …`
          first == range.lowerBound
            || context.tokens[first - 1].hash != either
              && !context.tokens[first - 1].flags.contains(.number)
        else { continue }
        let bounds = context.range(first..<position)
        report.add(
          .wording(.numeral(context.printed(bounds))), at: unit, bounds,
          severity: words.count == 1 && context.tokens[first].hash == one ? .info : nil)
      }
    }
  }

  private static let either = WordHash.of("salah")

  static let rupiahForm = DraftRule(
    "number.rupiah-form", .warning, "Lampiran II angka 270c",
    passing: "Pasal 1\nSewa kios Rp500.000,00 (lima ratus ribu rupiah) setiap bulan.\n",
    failing: "Pasal 1\nSewa kios Rp. 500.000,- (lima ratus ribu rupiah) setiap bulan.\n",
    at: "pasal-1"
  ) { context, report in
    for figure in context.figures where figure.isMoney {
      let number = context.tokens[figure.token].range
      guard figure.token > context.tokenRanges[figure.unit].lowerBound,
        case let sign = context.tokens[figure.token - 1], sign.hash == rupiahSign
      else { continue }
      let hasDash = context.bytes[number.upperBound...].starts(with: ",-".utf8)
      guard sign.end != number.lowerBound || hasDash else { continue }
      let text = context.printed(number)
      let wanted = "Rp" + text + (text.utf8.contains(0x2C) ? "" : ",00")
      let range = sign.start..<number.upperBound + (hasDash ? 2 : 0)
      report.add(
        .wording(.phrase(context.printed(range), wanted: wanted)), at: figure.unit, range)
    }
  }

  private static let rupiahSign = WordHash.of("rp")

  static let rupiah = DraftRule(
    "number.rupiah", .warning, "Lampiran II angka 270c",
    passing: "Pasal 1\nSewa kios sebesar Rp500.000,00 (lima ratus ribu rupiah) setiap bulan.\n",
    failing: "Pasal 1\nSewa kios sebesar Rp500.000,00 setiap bulan.\n", at: "pasal-1"
  ) { context, report in
    for figure in context.figures where figure.words == nil && figure.isMoney {
      let range = context.tokens[figure.token].range
      let text = context.printed(range)
      report.add(.wording(.rupiah("Rp" + text)), at: figure.unit, range)
    }
  }

  static let numberWords = DraftRule(
    "number.words-differ", .warning, "Lampiran II angka 86",
    passing: "Pasal 1\nSewa dibayar dalam waktu 14 (empat belas) hari.\n",
    failing: "Pasal 1\nSewa dibayar dalam waktu 14 (empat puluh) hari.\n", at: "pasal-1"
  ) { context, report in
    let numerals = NumberWords.numerals
    let unitWords = Set(["persen", "rupiah", "perseratus"].map { WordHash.of($0) })
    // Their spelling has a rule of its own.
    let olderWords = [
      WordHash.of("milyar"): WordHash.of("miliar"), WordHash.of("trilyun"): WordHash.of("triliun"),
    ]
    for figure in context.figures {
      guard let words = figure.words.map({ context.tokens[$0] }), let value = figure.value,
        let spelled = NumberWords.spelled(value)
      else { continue }
      let said = words.filter { !unitWords.contains($0.hash) }
      let meant = said.map { olderWords[$0.hash] ?? $0.hash }
      // Brackets that hold something else than the number's words.
      guard !said.isEmpty, said.allSatisfy({ numerals.contains($0.hash) }),
        meant != WordHash.words(spelled),
        let first = words.first, let last = words.last
      else { continue }
      let number = context.tokens[figure.token].range
      report.add(
        .wording(
          .numberWords(
            context.printed(number), words: context.printed(first.start..<last.end),
            wanted: spelled)),
        at: figure.unit, number.lowerBound..<last.end)
    }
  }

  static let bound = DraftRule(
    "number.bound", .warning, "Lampiran II angka 256",
    passing: "Pasal 1\nSewa dibayar paling lama 14 (empat belas) hari.\n",
    failing: "Pasal 1\nSewa dibayar paling banyak 14 (empat belas) hari.\n", at: "pasal-1"
  ) { context, report in
    let words = BoundWords()
    for figure in context.figures {
      var position = figure.token - 1
      if figure.isMoney { position -= 1 }
      guard position - 1 >= context.tokenRanges[figure.unit].lowerBound,
        context.tokens[position - 1].hash == words.most,
        let bound = words.bounds[context.tokens[position].hash]
      else { continue }
      let range = context.tokens[position - 1].start..<context.tokens[position].end
      let unit = context.unitWord(after: figure)
      // `denda paling banyak 4 (empat) kali pajak`, `70 % (tujuh puluh persen) dari anggaran` are
      // sums of money, `paling sedikit 1 (satu) tahun sekali` is how often.
      if unit.map(words.shares.contains) == true || context.isPercent(figure)
        || context.holdsOnce(after: figure, words.once)
      {
        continue
      }
      let isTime = unit.map(words.time.contains) ?? false
      let first = context.tokenRanges[figure.unit].lowerBound
      let isAge = (max(first, position - 14)..<position).contains {
        // "berumur paling rendah 20 (dua puluh) tahun dan paling tinggi 50 …": both are ages.
        words.age.contains(context.tokens[$0].hash)
          && ($0 >= position - 4 || context.tokens[$0 + 1].hash == words.most)
      }
      let wanted: String
      var severity: Severity?
      switch (bound.kind, figure.isMoney, isTime) {
      case (.amount, false, true) where !isAge, (.measure, false, true) where !isAge:
        wanted = bound.isUpper ? "paling lama" : "paling singkat"
      case (.time, true, _), (.measure, true, _):
        wanted = bound.isUpper ? "paling banyak" : "paling sedikit"
      case (.amount, false, false):
        wanted = bound.isUpper ? "paling tinggi" : "paling rendah"
        severity = .info
      default: continue
      }
      report.add(
        .wording(.limit(context.printed(range), wanted: wanted)), at: figure.unit, range,
        severity: severity)
    }
  }
}

extension CheckContext {
  /// Whether a bracket that opens before a token, up to twelve words back, closes only behind it:
  /// *0,16% (nol koma enam belas persen)*.
  fileprivate func isInBrackets(_ position: Int, from first: Int) -> Bool {
    for token in (max(first, position - 12)...position).reversed() {
      if tokens[token].flags.contains(.bracketed) { return true }
      guard token > first, !bytes[tokens[token - 1].end..<tokens[token].start].contains(0x29) else {
        return false
      }
    }
    return false
  }
}

/// The words after *paling* (angka 256).
private struct BoundWords {
  enum Kind { case amount, measure, time }

  let most = WordHash.of("paling")
  let bounds: [UInt64: (kind: Kind, isUpper: Bool)] = [
    WordHash.of("banyak"): (.amount, true), WordHash.of("sedikit"): (.amount, false),
    WordHash.of("tinggi"): (.measure, true), WordHash.of("rendah"): (.measure, false),
    WordHash.of("lama"): (.time, true), WordHash.of("singkat"): (.time, false),
    WordHash.of("lambat"): (.time, true), WordHash.of("cepat"): (.time, false),
  ]
  let time = Set(
    ["hari", "bulan", "tahun", "jam", "menit", "detik", "minggu", "pekan", "triwulan"].map {
      WordHash.of($0)
    })
  let shares = Set(["kali", "persen"].map { WordHash.of($0) })
  let once = WordHash.of("sekali")
  let age = Set(["usia", "berusia", "umur", "berumur"].map { WordHash.of($0) })
}
