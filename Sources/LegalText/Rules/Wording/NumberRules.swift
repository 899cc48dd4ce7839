/// Rules on figures (UU 12/2011, Lampiran II angka 86, 255–256, 270c).
enum NumberRules {
  static let all: [DraftRule] = [number, rupiah, numberWords, bound]

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
    let numerals = Set((0..<1000).compactMap(NumberWords.spelled).flatMap { WordHash.words($0) })
      .union(["ribu", "seribu", "juta", "miliar", "milyar", "triliun"].map { WordHash.of($0) })
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
  let age = Set(["usia", "berusia", "umur", "berumur"].map { WordHash.of($0) })
}

/// A number in a norm.
struct Figure {
  // Few bits: a text may be nothing but numbers.
  private let unitNumber: UInt32
  private let tokenNumber: UInt32
  /// How many words the brackets after it hold; -1 without brackets.
  private var bracketedCount: Int8 = -1
  let isMoney: Bool
  /// Its whole value; nil where it has a fraction or is too long.
  let value: Int?

  init(unit: Int, token: Int, value: Int?, isMoney: Bool) {
    unitNumber = UInt32(clamping: unit)
    tokenNumber = UInt32(clamping: token)
    self.value = value
    self.isMoney = isMoney
  }

  var unit: Int { Int(unitNumber) }
  var token: Int { Int(tokenNumber) }

  /// The words in the brackets after it, among the tokens; nil without brackets.
  var words: Range<Int>? {
    get { bracketedCount < 0 ? nil : token + 1..<token + 1 + Int(bracketedCount) }
    set { bracketedCount = newValue.map { Int8(clamping: $0.count) } ?? -1 }
  }
}

extension CheckContext {
  /// The word after a figure and its brackets.
  func unitWord(after figure: Figure) -> UInt64? {
    let next = figure.token + 1 + (figure.words?.count ?? 0)
    return next < tokenRanges[figure.unit].upperBound ? tokens[next].hash : nil
  }

  /// The numbers of norms that have to be followed by their words: not those of provisions,
  /// regulations, dates and hours.
  func readFigures() -> [Figure] {
    let words = FigureWords()
    let most = isDense ? mostFindings : Int.max
    var result: [Figure] = []
    for unit in units.indices where zones[unit] == .body && units[unit].kind != .instruksi {
      let range = tokenRanges[unit]
      for position in range where tokens[position].flags.contains(.number) {
        guard result.count < most else { return result }
        if let figure = figure(at: position, range, unit, words) { result.append(figure) }
      }
    }
    return result
  }

  private func figure(
    at position: Int, _ range: Range<Int>, _ unit: Int, _ words: FigureWords
  ) -> Figure? {
    let token = tokens[position]
    guard !token.flags.contains(.heading), !token.flags.contains(.joined),
      !token.flags.contains(.bracketed),
      case let text = bytes[token.range], !text.contains(where: SourceText.isLetter)
    else { return nil }
    let before = position > range.lowerBound ? tokens[position - 1] : nil
    let after = position + 1 < range.upperBound ? tokens[position + 1] : nil
    if let before, words.exempting.contains(before.hash) || words.months.contains(before.hash) {
      return nil
    }
    if let after, words.months.contains(after.hash) { return nil }
    if isParted(before, token) || after.map({ isParted(token, $0) }) ?? false { return nil }
    if isYear(position, range.lowerBound, words) { return nil }
    // "1 x 24 (satu kali dua puluh empat) jam": the words follow the second number.
    if let after, words.times.contains(after.hash), position + 2 < range.upperBound,
      tokens[position + 2].flags.contains(.number)
    {
      return nil
    }
    var figure = Figure(
      unit: unit, token: position, value: Self.value(text),
      isMoney: before?.hash == words.rupiah)
    if let after, after.flags.contains(.bracketed), opensBracket(token.end..<after.start) {
      figure.words = bracketed(from: position + 1, range.upperBound)
    } else {
      if after?.flags.contains(.joined) ?? false { return nil }
      // A fraction's words are a matter of taste: "2,5" stands in tables too.
      if let before, words.listed.contains(before.hash),
        position - 2 >= range.lowerBound, tokens[position - 2].flags.contains(.bracketed)
      {
        return nil
      }
      if isInName(position, unit) { return nil }
    }
    return figure
  }

  /// Whether two numbers are one that a copy has parted after a dot: `Rp10. 000.000,00`.
  private func isParted(_ first: CheckToken?, _ second: CheckToken) -> Bool {
    guard let first, first.flags.contains(.number), second.flags.contains(.number),
      case let gap = bytes[first.end..<second.start], gap.first == 0x2E, gap.count > 1,
      gap.count < 8, gap.dropFirst().allSatisfy(Whitespace.isSpace)
    else { return false }
    let group = bytes[second.range].prefix { SourceText.isDigit($0) }
    return group.count == 3 && group.count < second.end - second.start
  }

  /// Whether a number is a year: `Tahun Anggaran 2024`, `tahun-tahun dinas 2024 dan 2025`, that of
  /// the constitution (`Undang-Undang Dasar 1945`).
  private func isYear(_ position: Int, _ first: Int, _ words: FigureWords) -> Bool {
    let text = bytes[tokens[position].range]
    guard text.count == 4, text.allSatisfy(SourceText.isDigit),
      text.starts(with: "19".utf8) || text.starts(with: "20".utf8)
    else { return false }
    var before = position - 1
    if before >= first, tokens[before].hash == words.constitution { return true }
    if before > first, tokens[before].hash == words.basic, tokens[before - 1].hash == words.act {
      return true
    }
    while before >= max(first, position - 5) {
      if tokens[before].hash == words.year { return before < position - 1 }
      guard tokens[before].flags.contains(.number) || words.spans.contains(tokens[before].hash)
      else { return false }
      before -= 1
    }
    return false
  }

  /// Whether nothing but white space and a sign of percent stands before a bracket.
  private func opensBracket(_ gap: Range<Int>) -> Bool {
    gap.count < 200
      && bytes[gap].allSatisfy { Whitespace.isSpace($0) || $0 == 0x28 || $0 == 0x25 }
  }

  /// The tokens within the brackets that open before token `start`.
  private func bracketed(from start: Int, _ limit: Int) -> Range<Int> {
    var close = tokens[start].start
    while close < bytes.count, bytes[close] != 0x29, close - tokens[start].start < 300 {
      close += 1
    }
    let words = tokens[start..<limit].prefix(40).prefix { $0.start < close }
    return words.startIndex..<words.endIndex
  }

  /// The value of `10.000.000,00` without its cents.
  private static func value(_ text: ArraySlice<UInt8>) -> Int? {
    let whole = text.prefix { $0 != 0x2C }
    let cents = text.dropFirst(whole.count).dropFirst()
    guard cents.allSatisfy({ $0 == 0x30 }), whole.count <= 19 else { return nil }
    // A dot parts three digits each; "08.00" is an hour.
    let groups = whole.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return Int(String(decoding: whole.filter(SourceText.isDigit), as: UTF8.self))
  }
}

private struct FigureWords {
  /// Words whose number is a name: of a provision, regulation, day or hour.
  let exempting = Set(
    [
      "pasal", "ayat", "huruf", "angka", "nomor", "no", "tahun", "lampiran", "tanggal", "pukul",
      "kategori", "tipe", "kelas", "golongan", "butir", "paragraf", "bab", "jam", "nomer",
      "bagian", "jalan", "blok", "rt", "rw", "kode", "tabel", "gambar", "zona",
    ].map { WordHash.of($0) })
  let months = Set(
    [
      "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
      "oktober", "november", "desember",
    ].map { WordHash.of($0) })
  let listed = Set(["dan", "sampai", "hingga"].map { WordHash.of($0) })
  let rupiah = WordHash.of("rp")
  let year = WordHash.of("tahun")
  let constitution = WordHash.of("uud")
  let basic = WordHash.of("dasar")
  let act = WordHash.of("undang")
  /// Words between *tahun* and its number.
  let spans = Set(
    [
      "anggaran", "dinas", "ajaran", "pelajaran", "akademik", "buku", "fiskal", "pajak", "takwim",
      "kalender", "dan", "sampai", "dengan", "hingga",
    ].map { WordHash.of($0) })
  let times = Set(["x", "kali"].map { WordHash.of($0) })
}
