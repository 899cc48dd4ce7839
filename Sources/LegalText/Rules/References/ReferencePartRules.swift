/// Rules on the parts of citations: those that lack one or write it with the wrong first letter.
extension ReferenceRules {
  static let incomplete = DraftRule(
    "reference.incomplete", .warning, "Lampiran II angka 272",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada ayat (1) memiliki pengelola.\n",
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada (1) memiliki pengelola.\n",
    at: "pasal-1/ayat-2"
  ) { context, report in
    for unit in context.units.indices where context.zones[unit] == .body {
      let range = context.tokenRanges[unit]
      for position in range.dropFirst(2) {
        guard let wanted = context.lackingPart(at: position, in: range) else { continue }
        let bounds = context.tokens[position - 1].start..<context.tokens[position].end
        report.add(
          .reference(.incomplete(printed: context.printed(bounds), wanted: wanted)), at: unit,
          bounds)
      }
    }
  }

  static let letterCase = DraftRule(
    "reference.case", .warning, "Lampiran II angka 80",
    passing: "Pasal 1\nPasar buka setiap hari.\n\n"
      + "Pasal 2\nPasar sebagaimana dimaksud dalam Pasal 1 memiliki pengelola.\n",
    failing: "Pasal 1\nPasar buka setiap hari.\n\n"
      + "Pasal 2\nPasar sebagaimana dimaksud dalam pasal 1 memiliki pengelola.\n",
    at: "pasal-2"
  ) { context, report in
    for reference in context.references {
      guard [.body, .preamble, .elucidation].contains(context.zones[reference.unit]) else {
        continue
      }
      for part in reference.parts where part.kind == .pasal || part.kind == .ayat {
        let isCapital = part.kind == .pasal
        guard let word = context.wordBefore(part.numberRange.lowerBound, reference),
          SourceText.isUpper(context.bytes[word.lowerBound]) != isCapital,
          // The first word of a sentence, and words all in capitals.
          isCapital || !context.beginsSentence(reference),
          !SourceText.isUpper(context.bytes[word.upperBound - 1])
        else { continue }
        let printed = context.printed(word.lowerBound..<part.numberRange.upperBound)
        let wanted = (isCapital ? "P" : "a") + printed.dropFirst()
        report.add(
          .reference(.letterCase(printed: printed, wanted: wanted)), at: reference.unit,
          word.lowerBound..<part.numberRange.upperBound,
          citation: isCapital ? nil : "Lampiran II angka 84")
      }
    }
  }

  static let yearMissing = DraftRule(
    "reference.year", .warning, "Lampiran II angka 2",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      basis: "1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n"
        + "2. Undang-Undang Nomor 7 tentang Perdagangan (Lembaran Negara Republik Indonesia "
        + "Tahun 2014 Nomor 45);\n"),
    at: "mengingat/angka-2"
  ) { context, report in
    let kinds = [
      "undang undang nomor", "peraturan pemerintah nomor", "peraturan presiden nomor",
    ].map { WordHash.words($0) }
    for unit in context.units.indices
    where context.zones[unit] == .body || context.zones[unit] == .preamble {
      let range = context.tokenRanges[unit]
      for position in range {
        guard
          let kind = kinds.first(where: {
            context.matches($0, at: position, before: range.upperBound)
          }),
          case let number = position + kind.count, number + 1 < range.upperBound,
          context.tokens[number].flags.contains(.number)
        else { continue }
        var next = number + 1
        if context.tokens[next].hash == CheckContext.yearWord { next += 1 }
        guard next < range.upperBound, context.tokens[next].hash == CheckContext.aboutWord,
          !context.isBroken(number..<next + 1)
        else { continue }
        let bounds = context.tokens[position].start..<context.tokens[next - 1].end
        report.add(
          .reference(.yearMissing(printed: context.printed(bounds))), at: unit, bounds)
      }
    }
  }
}

extension CheckContext {
  /// The word that stands right before a number of a citation, within the citation.
  fileprivate func wordBefore(_ position: Int, _ reference: Reference) -> Range<Int>? {
    guard
      let last = lastVisible(before: position, from: reference.range.lowerBound),
      SourceText.isLetter(last.byte)
    else { return nil }
    var start = last.at
    while start > reference.range.lowerBound, SourceText.isLetter(bytes[start - 1]) { start -= 1 }
    return start..<last.at + 1
  }

  /// Whether a sentence or item begins with a citation.
  fileprivate func beginsSentence(_ reference: Reference) -> Bool {
    guard let first = token(at: reference.range.lowerBound, in: tokenRanges[reference.unit]) else {
      return false
    }
    return tokens[first].start == reference.range.lowerBound
      && tokens[first].flags.contains(.sentenceStart)
  }

  /// What a citation should be that ends at a token without the word or the number of its last
  /// level: *dimaksud pada (1)*, *huruf a dan huruf merupakan*; nil where nothing is missing.
  fileprivate func lackingPart(at position: Int, in range: Range<Int>) -> String? {
    let token = tokens[position]
    if token.flags.contains(.bracketed), token.flags.contains(.number),
      Self.prepositions.contains(tokens[position - 1].hash),
      tokens[position - 2].hash == Self.meant,
      token.end < bytes.count, bytes[token.end] == 0x29,
      bytes[tokens[position - 1].end..<token.start].dropLast().allSatisfy(Whitespace.isSpace)
    {
      return "\(printed(tokens[position - 1].range)) ayat (\(printed(token.range)))"
    }
    // A whole word of small letters where the second letter is due.
    guard position - 4 >= range.lowerBound, tokens[position - 1].hash == Self.letter,
      Self.joining.contains(tokens[position - 2].hash), tokens[position - 3].range.count == 1,
      tokens[position - 4].hash == Self.letter,
      token.range.count > 3, !token.flags.contains(.capital), !token.flags.contains(.broken),
      !token.flags.contains(.number)
    else { return nil }
    return "huruf …"
  }

  private static let meant = WordHash.of("dimaksud")
  private static let prepositions = Set(["pada", "dalam"].map { WordHash.of($0) })
  private static let letter = WordHash.of("huruf")
  private static let joining = Set(["dan", "atau"].map { WordHash.of($0) })
}
