/// Rules on the words and numbers of citations and on their ranges (UU 12/2011, Lampiran II angka
/// 272 and 273).
extension ReferenceRules {
  private static let keeping =
    "Pasal 1\n(1) Pasar buka setiap hari.\n"
    + "(2) Pasar sebagaimana dimaksud pada ayat (1) memiliki pengelola.\n"

  static let numberForm = DraftRule(
    "reference.number-form", .warning, "Lampiran II angka 272",
    passing: keeping,
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada ayat 1 memiliki pengelola.\n",
    at: "pasal-1/ayat-2"
  ) { context, report in
    for unit in context.units.indices where context.zones[unit] == .body {
      let range = context.tokenRanges[unit]
      for position in range.dropFirst() {
        guard let form = context.misprintedNumber(at: position, in: range) else { continue }
        report.add(
          .reference(.numberForm(printed: context.printed(form.range), wanted: form.wanted)),
          at: unit, form.range, severity: context.weightOfForm)
      }
    }
  }

  static let inverted = DraftRule(
    "reference.inverted", .warning, "Lampiran II angka 272",
    passing: keeping,
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n(2) Pasar memiliki pengelola.\n\n"
      + "Pasal 2\nPasar sebagaimana dimaksud dalam ayat (1) Pasal 1 memiliki kios.\n",
    at: "pasal-2"
  ) { context, report in
    for unit in context.units.indices
    where context.zones[unit] == .body && context.units[unit].kind != .instruksi {
      let range = context.tokenRanges[unit]
      var position = range.lowerBound
      while position < range.upperBound {
        let levels = context.citedLevels(from: position, in: range)
        position = levels.last.map { $0.word + 2 } ?? position + 1
        guard let first = levels.first, let last = levels.last,
          zip(levels, levels.dropFirst()).contains(where: { $0.level > $1.level })
        else { continue }
        let wanted = levels.sorted { ($0.level, $0.word) < ($1.level, $1.word) }
          .map { context.printed($0.range) }
        let bounds = first.range.lowerBound..<last.range.upperBound
        report.add(
          .reference(
            .inverted(printed: context.printed(bounds), wanted: wanted.joined(separator: " "))),
          at: unit, bounds, severity: context.weightOfForm)
      }
    }
  }

  static let formula = DraftRule(
    "reference.formula", .warning, "Lampiran II angka 272",
    passing: keeping,
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar seperti dimaksud pada ayat (1) memiliki pengelola.\n",
    at: "pasal-1/ayat-2"
  ) { context, report in
    // Where provisions of other acts are cited.
    let acts = Set(context.references.lazy.filter { $0.scope == .external }.map(\.range.lowerBound))
    for unit in context.units.indices where context.zones[unit] == .body {
      let range = context.tokenRanges[unit]
      for position in range {
        guard let end = context.otherFormula(at: position, in: range),
          !acts.contains(context.tokens[end].start), !acts.contains(context.tokens[end + 1].start)
        else { continue }
        let bounds = context.tokens[position].start..<context.tokens[end - 1].end
        report.add(
          .reference(.formula(printed: context.printed(bounds))), at: unit, bounds,
          severity: context.weightOfForm)
      }
    }
  }

  static let rangeOrder = DraftRule(
    "reference.range-order", .warning, "Lampiran II angka 273",
    passing: "Pasal 1\nSatu.\n\nPasal 2\nDua.\n\n"
      + "Pasal 3\nKetentuan sebagaimana dimaksud dalam Pasal 1 sampai dengan Pasal 2 berlaku.\n",
    failing: "Pasal 1\nSatu.\n\nPasal 2\nDua.\n\n"
      + "Pasal 3\nKetentuan sebagaimana dimaksud dalam Pasal 2 sampai dengan Pasal 1 berlaku.\n",
    at: "pasal-3"
  ) { context, report in
    for (before, reference) in zip(context.references, context.references.dropFirst()) {
      guard reference.relation == .rangeEnd, reference.unit == before.unit,
        context.zones[reference.unit] == .body, let first = before.target,
        let last = reference.target, last < first,
        context.units[first].kind == context.units[last].kind
      else { continue }
      let bounds = before.range.lowerBound..<reference.range.upperBound
      report.add(
        .reference(.rangeOrder(printed: context.printed(bounds))), at: reference.unit, bounds)
    }
  }

  static let rangeWords = DraftRule(
    "reference.range-words", .warning, "Lampiran II angka 273",
    passing: rangeOrder.example.passing,
    failing: "Pasal 1\nSatu.\n\nPasal 2\nDua.\n\n"
      + "Pasal 3\nKetentuan sebagaimana dimaksud dalam Pasal 1 – Pasal 2 berlaku.\n",
    at: "pasal-3"
  ) { context, report in
    for unit in context.units.indices where context.zones[unit] == .body {
      let range = context.tokenRanges[unit]
      for position in range.dropLast(3) {
        let (word, number) = (context.tokens[position], context.tokens[position + 1])
        guard CheckContext.levelWords[word.hash] != nil,
          let next = context.endOfRange(from: position, word.hash, number, in: range)
        else { continue }
        let last = context.tokens[next + 1]
        let bounds = word.start..<last.end
        report.add(
          .reference(.rangeWords(printed: context.printed(bounds))), at: unit, bounds,
          severity: context.weightOfForm)
      }
    }
  }
}

extension CheckContext {
  /// The levels of citations, outermost first; *huruf* and *angka* hold each other.
  fileprivate static let levelWords: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: [("pasal", 0), ("ayat", 1), ("huruf", 2), ("angka", 2)].map {
      (WordHash.of($0), $1)
    })

  private static let ayat = WordHash.of("ayat")
  private static let huruf = WordHash.of("huruf")

  /// The number of a citation that is not written as its level is, with its word: *ayat 1*,
  /// *ayat (l)*, *huruf (c)*, *huruf b.* within a sentence, *Pasal 5 (1)*.
  fileprivate func misprintedNumber(
    at position: Int, in range: Range<Int>
  ) -> (range: Range<Int>, wanted: String)? {
    let (word, number) = (tokens[position - 1], tokens[position])
    let isClosed = number.end < bytes.count && bytes[number.end] == 0x29
    let isInBrackets = number.flags.contains(.bracketed) && isClosed
    let bounds = word.start..<number.end + (isInBrackets ? 1 : 0)
    let text = printed(number.range)
    let name = printed(word.range)
    if word.hash == Self.ayat {
      if number.flags.contains(.number), !number.flags.contains(.broken), text.utf8.count <= 3 {
        return (word.start..<number.end + (isClosed ? 1 : 0), "\(name) (\(text))")
      }
      return isInBrackets && (text == "l" || text == "I") ? (bounds, "\(name) (1)") : nil
    }
    if word.hash == Self.huruf, text.utf8.count == 1, SourceText.isLetter(bytes[number.start]) {
      return isInBrackets || endsWithinSentence(position, in: range)
        ? (bounds, "\(name) \(text)") : nil
    }
    // `Pasal 5 (1)`
    guard isInBrackets, number.flags.contains(.number), word.flags.contains(.number),
      position - 2 >= range.lowerBound, tokens[position - 2].hash == Self.articleWord,
      !tokens[position - 2].flags.contains(.sentenceStart),
      !word.flags.contains(.broken),
      bytes[word.end..<number.start].dropLast().allSatisfy(Whitespace.isSpace)
    else { return nil }
    let article = tokens[position - 2]
    return (
      article.start..<bounds.upperBound, "\(printed(article.range)) \(name) ayat (\(text))"
    )
  }

  /// Whether a full stop stands behind a token and a word in small letters goes on behind it.
  private func endsWithinSentence(_ position: Int, in range: Range<Int>) -> Bool {
    guard position + 1 < range.upperBound, case let next = tokens[position + 1],
      !next.flags.contains(.capital), !next.flags.contains(.number), next.range.count > 1
    else { return false }
    let gap = bytes[tokens[position].end..<next.start]
    return gap.first == 0x2E && gap.dropFirst().allSatisfy { $0 == 0x20 }
  }

  /// The levels of a citation that begins at a token, one right behind the other.
  fileprivate func citedLevels(
    from position: Int, in range: Range<Int>
  ) -> [(word: Int, level: Int, range: Range<Int>)] {
    var result: [(word: Int, level: Int, range: Range<Int>)] = []
    var next = position
    while next + 1 < range.upperBound, let level = Self.levelWords[tokens[next].hash],
      case let number = tokens[next + 1],
      level == 2 ? number.range.count <= 2 : number.flags.contains(.number),
      result.isEmpty || isGap(tokens[next - 1].end..<tokens[next].start),
      isGap(tokens[next].end..<number.start)
    {
      let isClosed =
        number.flags.contains(.bracketed) && number.end < bytes.count
        && bytes[number.end] == 0x29
      result.append((next, level, tokens[next].start..<number.end + (isClosed ? 1 : 0)))
      next += 2
    }
    return result
  }

  /// Whether nothing but blanks and the brackets of numbers stand between two words.
  private func isGap(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { Whitespace.isSpace($0) || $0 == 0x28 || $0 == 0x29 }
  }

  /// The end of other words for *sebagaimana dimaksud* that begin at a token and stand before a
  /// citation.
  fileprivate func otherFormula(at position: Int, in range: Range<Int>) -> Int? {
    guard
      let words = Self.otherFormulas.first(where: {
        matches($0, at: position, before: range.upperBound)
      }),
      case let end = position + words.count, end + 2 < range.upperBound,
      case let word = Self.citing.contains(tokens[end].hash) ? end + 1 : end,
      Self.levelWords[tokens[word].hash] != nil, word + 1 < range.upperBound,
      case let number = tokens[word + 1],
      number.flags.contains(.number) || number.range.count == 1
    else { return nil }
    return end
  }

  private static let otherFormulas = [
    "sebagaimana tersebut", "sebagaimana diatur", "sebagaimana disebut", "sebagaimana disebutkan",
    "sebagaimana dimaksudkan", "sebagaimana yang dimaksud", "seperti dimaksud",
    "seperti yang dimaksud", "seperti tersebut", "seperti diatur",
  ].map { WordHash.words($0) }
  private static let citing = Set(["dalam", "pada", "di"].map { WordHash.of($0) })

  /// The word of the second end of a range whose ends a dash or *sampai* alone joins: *Pasal 1 –
  /// Pasal 2*, *ayat (1) sampai ayat (3)*.
  fileprivate func endOfRange(
    from position: Int, _ word: UInt64, _ number: CheckToken, in range: Range<Int>
  ) -> Int? {
    if tokens[position + 2].hash == word {
      return isDash(number.end..<tokens[position + 2].start) ? position + 2 : nil
    }
    guard tokens[position + 2].hash == Self.until, tokens[position + 3].hash == word,
      position + 4 < range.upperBound
    else { return nil }
    return position + 3
  }

  private static let until = WordHash.of("sampai")

  /// Whether nothing but a dash stands between two words.
  private func isDash(_ range: Range<Int>) -> Bool {
    let dash = printed(range).drop { $0 == ")" || $0 == " " }
    return dash == "-" || dash == "–" || dash == "—"
  }
}
