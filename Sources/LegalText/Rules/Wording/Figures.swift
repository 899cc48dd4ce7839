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
  /// Whether the sign of percent follows a figure, or its words end in *persen*.
  func isPercent(_ figure: Figure) -> Bool {
    let end = tokens[figure.token].end
    if bytes[end...].prefix(4).first(where: { !Whitespace.isSpace($0) }) == 0x25 { return true }
    return figure.words?.last.map { tokens[$0].hash == Self.percent } ?? false
  }

  private static let percent = WordHash.of("persen")

  /// Whether *sekali* is the second word after a figure and its brackets.
  func holdsOnce(after figure: Figure, _ once: UInt64) -> Bool {
    let next = figure.token + 2 + (figure.words?.count ?? 0)
    return next < tokenRanges[figure.unit].upperBound && tokens[next].hash == once
  }

  /// The word after a figure and its brackets.
  func unitWord(after figure: Figure) -> UInt64? {
    let next = figure.token + 1 + (figure.words?.count ?? 0)
    return next < tokenRanges[figure.unit].upperBound ? tokens[next].hash : nil
  }

  /// The numbers of norms that have to be followed by their words: not those of provisions,
  /// regulations, dates and hours. Of amending instructions those that are followed by words.
  func readFigures() -> [Figure] {
    let words = FigureWords()
    let most = isDense ? mostFindings : Int.max
    let cited = CitedNumbers(references)
    var result: [Figure] = []
    for unit in units.indices where zones[unit] == .body {
      let range = tokenRanges[unit]
      for position in range where tokens[position].flags.contains(.number) {
        guard result.count < most else { return result }
        // `Pasal 21, 22, dan 27`
        if cited.contain(tokens[position].start) { continue }
        if let figure = figure(at: position, range, unit, words),
          units[unit].kind != .instruksi || figure.words != nil
        {
          result.append(figure)
        }
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
    if isYear(position, range, words) || isName(position, range, words)
      || isMeasure(position, range, words) || isCell(position, range) || isCode(position, range)
    {
      return nil
    }
    var figure = Figure(
      unit: unit, token: position, value: Self.value(text),
      isMoney: before?.hash == words.rupiah)
    if let after, after.flags.contains(.bracketed),
      opensBracket(token.end..<after.start, isMoney: figure.isMoney)
    {
      figure.words = bracketed(from: position + 1, range.upperBound)
    } else {
      if after?.flags.contains(.joined) ?? false { return nil }
      if hasWordsAfterUnit(position, range, words) { return nil }
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

  /// Whether a number is a year: `Tahun Anggaran 2024`, `tahun-tahun dinas 2024 dan 2025`, `periode
  /// 2020 – 2025`, that of the constitution (`Undang-Undang Dasar 1945`).
  private func isYear(_ position: Int, _ range: Range<Int>, _ words: FigureWords) -> Bool {
    guard looksLikeYear(position) else { return false }
    if spans(position - 1, position, range) || spans(position, position + 1, range) { return true }
    let first = range.lowerBound
    var before = position - 1
    if before >= first, tokens[before].hash == words.constitution { return true }
    if before > first, tokens[before].hash == words.basic, tokens[before - 1].hash == words.act {
      return true
    }
    while before >= max(first, position - 5) {
      if tokens[before].hash == words.period { return true }
      if tokens[before].hash == words.year { return before < position - 1 }
      guard tokens[before].flags.contains(.number) || words.spans.contains(tokens[before].hash)
      else { return false }
      before -= 1
    }
    return false
  }

  private func looksLikeYear(_ position: Int) -> Bool {
    let text = bytes[tokens[position].range]
    return text.count == 4 && text.allSatisfy(SourceText.isDigit)
      && (text.starts(with: "19".utf8) || text.starts(with: "20".utf8))
  }

  /// Whether two tokens are years with nothing but a dash between them.
  private func spans(_ first: Int, _ second: Int, _ range: Range<Int>) -> Bool {
    guard range.contains(first), range.contains(second), looksLikeYear(first),
      looksLikeYear(second),
      case let gap = bytes[tokens[first].end..<tokens[second].start], gap.count <= 12
    else { return false }
    // A hyphen, or U+2010 to U+2015.
    return gap.allSatisfy {
      Whitespace.isSpace($0) || $0 == 0x2D || $0 == 0xE2 || 0x80...0x95 ~= $0
    } && !gap.allSatisfy(Whitespace.isSpace)
  }

  /// Whether a number is a name: of a regulation whose kind has letters (`Nomor PM 35 Tahun 2021`),
  /// or part of a scale (`1:25.000`).
  private func isName(_ position: Int, _ range: Range<Int>, _ words: FigureWords) -> Bool {
    if position + 2 < range.upperBound, tokens[position + 1].hash == words.year,
      looksLikeYear(position + 2)
    {
      return true
    }
    if position - 2 >= range.lowerBound, words.numbers.contains(tokens[position - 2].hash),
      tokens[position - 1].flags.contains(.capital)
    {
      return true
    }
    func isScale(_ first: Int, _ second: Int) -> Bool {
      guard range.contains(first), range.contains(second),
        tokens[first].flags.contains(.number), tokens[second].flags.contains(.number)
      else { return false }
      let gap = bytes[tokens[first].end..<tokens[second].start].filter { !Whitespace.isSpace($0) }
      return gap.elementsEqual([0x3A])
    }
    return isScale(position, position + 1) || isScale(position - 1, position)
  }

  /// Whether a number is part of a place on the globe (`117° 0’ 31,2” Bujur Timur`) or of a product
  /// (`1 x 24 (satu kali dua puluh empat) jam`), whose words stand at its end.
  private func isMeasure(_ position: Int, _ range: Range<Int>, _ words: FigureWords) -> Bool {
    if position + 2 < range.upperBound, words.times.contains(tokens[position + 1].hash),
      tokens[position + 2].flags.contains(.number)
    {
      return true
    }
    if position - 2 >= range.lowerBound, words.times.contains(tokens[position - 1].hash),
      tokens[position - 2].flags.contains(.number),
      position + 1 >= range.upperBound || !tokens[position + 1].flags.contains(.bracketed)
    {
      return true
    }
    // The sign of degrees, printed or escaped, after it or a number or two before it.
    return (max(range.lowerBound, position - 4)...position).contains { place in
      guard tokens[place].flags.contains(.number) else { return false }
      let after = bytes[tokens[place].end...].prefix(8).drop(while: Whitespace.isSpace)
      return words.degrees.contains { after.starts(with: $0) }
    }
  }

  /// Whether the words stand behind the unit of measure: `25 ha (dua puluh lima hektare)`.
  private func hasWordsAfterUnit(
    _ position: Int, _ range: Range<Int>, _ words: FigureWords
  ) -> Bool {
    guard position + 2 < range.upperBound, !tokens[position + 1].flags.contains(.number) else {
      return false
    }
    return (position + 2...min(position + 3, range.upperBound - 1)).contains {
      tokens[$0].flags.contains(.bracketed) && words.numerals.contains(tokens[$0].hash)
        // `72 m2`, parted
        && (!tokens[$0 - 1].flags.contains(.number) || words.metre == tokens[$0 - 2].hash)
    }
  }

  /// Whether a number stands in a column of a table: a gap of spaces parts it on its line from
  /// another number or, wide, from the words before it, with nothing after it.
  private func isCell(_ position: Int, _ range: Range<Int>) -> Bool {
    func gap(_ first: Int, _ second: Int) -> Int? {
      guard range.contains(first), range.contains(second) else { return nil }
      let between = bytes[tokens[first].end..<tokens[second].start]
      guard between.count < 160, !between.contains(0x0A) else { return nil }
      // Dots that lead to the column count as spaces.
      let isLed = between.count { $0 == 0x2E } > 3
      return between.allSatisfy { $0 == 0x20 || $0 == 0x09 || isLed && $0 == 0x2E }
        ? between.count : nil
    }
    let before = gap(position - 1, position)
    let after = gap(position, position + 1)
    if let after, after >= 3, tokens[position + 1].flags.contains(.number) { return true }
    if let before, before >= 3, tokens[position - 1].flags.contains(.number) { return true }
    let rest = bytes[tokens[position].end...].prefix(4).drop { $0 == 0x20 || $0 == 0x0D }
    return before.map { $0 >= 8 } == true && rest.first.map { $0 == 0x0A } != false
  }

  /// Whether a number is a code (`10.19.1`, `blok 1.18`), the name of a plate (`AB 1 C`), or that of
  /// a page between dashes.
  private func isCode(_ position: Int, _ range: Range<Int>) -> Bool {
    let token = tokens[position]
    let groups = bytes[token.range].split(separator: 0x2E)
    if groups.count > 1, !bytes[token.range].contains(0x2C),
      groups.dropFirst().contains(where: { $0.count != 3 })
    {
      return true
    }
    if position > range.lowerBound, case let before = tokens[position - 1],
      before.flags.contains(.allCaps), before.end - before.start <= 3,
      bytes[before.end..<token.start].allSatisfy(Whitespace.isSpace)
    {
      return true
    }
    guard let left = lastVisible(before: token.start, from: max(0, token.start - 4)),
      let right = bytes[token.end...].prefix(4).first(where: { !Whitespace.isSpace($0) })
    else { return false }
    return "-_=".utf8.contains(left.byte) && ("-_".utf8.contains(right) || left.byte == 0x3D)
  }

  /// Whether nothing but white space and a sign of percent stands before a bracket; after an amount
  /// of money also `,-`.
  private func opensBracket(_ gap: Range<Int>, isMoney: Bool) -> Bool {
    gap.count < 200
      && bytes[gap].allSatisfy {
        Whitespace.isSpace($0) || $0 == 0x28 || $0 == 0x25 || isMoney && ",.-=".utf8.contains($0)
      }
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

/// The numbers that citations hold.
private struct CitedNumbers {
  private let ranges: [Range<Int>]

  init(_ references: [Reference]) {
    ranges = references.flatMap { $0.parts.map(\.numberRange) }.sorted {
      $0.lowerBound < $1.lowerBound
    }
  }

  /// Whether a position lies in one of them.
  func contain(_ position: Int) -> Bool {
    FurnitureList.contains(ranges, position)
  }
}

private struct FigureWords {
  /// Words whose number is a name: of a provision, regulation, day or hour.
  let exempting = Set(
    [
      "pasal", "ayat", "huruf", "angka", "nomor", "no", "tahun", "lampiran", "tanggal", "pukul",
      "kategori", "tipe", "kelas", "golongan", "butir", "paragraf", "bab", "jam", "nomer",
      "bagian", "jalan", "blok", "rt", "rw", "kode", "tabel", "gambar", "zona", "urut",
    ].map { WordHash.of($0) })
  let months = Set(
    [
      "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
      "oktober", "november", "desember",
    ].map { WordHash.of($0) })
  let listed = Set(["dan", "sampai", "hingga"].map { WordHash.of($0) })
  let rupiah = WordHash.of("rp")
  let year = WordHash.of("tahun")
  let period = WordHash.of("periode")
  let numbers = Set(["nomor", "no", "nomer"].map { WordHash.of($0) })
  let numerals = NumberWords.numerals
  let metre = WordHash.of("m")
  let degrees = ["°", "º", "˚", "\\u00b0", "\\u00ba"].map { Array($0.utf8) }
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
