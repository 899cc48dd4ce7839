/// Rules on words of terms that a slip of the pen has changed.
extension TermRules {
  static let misspelled = DraftRule(
    "term.misspelled", .warning, "Lampiran II angka 250 huruf a",
    passing: defining("Setiap Pedagang menjaga kios. Setiap Pedagang dilayani.", terms: traderTerm),
    failing: defining("Setiap Pedagang menjaga kios. Setiap Pedagag dilayani.", terms: traderTerm),
    at: "pasal-2"
  ) { context, report in
    guard !context.definitions.isEmpty else { return }
    let finder = MisspelledFinder(context)
    for found in finder.misspelled() {
      report.add(
        .term(
          .misspelled(
            found: context.printed(context.tokens[found.token].range), wanted: found.wanted)),
        at: found.unit, context.tokens[found.token].range,
        // The first word of a sentence has its capital anyway, and short words are alike.
        severity: context.tokens[found.token].flags.contains(.sentenceStart)
          || context.tokens[found.token].range.count < 7 ? .info : nil)
    }
  }

  private static let traderTerm =
    "2. Pedagang adalah orang yang berdagang di Daerah.\n3. Kios adalah bangunan Pedagang.\n"
}

/// Finds words with capitals that stand once or twice and differ by one letter from a word of a
/// term: one left out, added, changed, or two exchanged.
private struct MisspelledFinder {
  struct Found {
    var unit: Int
    var token: Int
    var wanted: String
  }

  /// The least letters of a word that one letter does not make another word.
  private static let leastLetters = 5
  /// How often a misspelling stands at most, and the right word at least.
  private static let (most, least) = (2, 3)

  let context: CheckContext
  /// The words of terms by what they are with one letter left out, and whole.
  private var shortened: [UInt64: [[UInt8]]] = [:]
  private var known: Set<UInt64> = []
  /// How often each word stands in the text, and which stand in small letters.
  private var counts: [UInt64: Int] = [:]
  private var small: Set<UInt64> = []

  init(_ context: CheckContext) {
    self.context = context
    for token in context.tokens {
      counts[token.hash, default: 0] += 1
      if !token.flags.contains(.capital) { small.insert(token.hash) }
    }
    for form in context.definitions.flatMap(\.forms) {
      for word in form.text.utf8.split(whereSeparator: { !SourceText.isLetter($0) }) {
        let letters = word.map(SourceText.folded)
        guard letters.count >= Self.leastLetters, known.insert(WordHash.of(letters)).inserted,
          counts[WordHash.of(letters)] ?? 0 >= Self.least
        else { continue }
        for key in Self.shortenings(letters) { shortened[key, default: []].append(letters) }
      }
    }
  }

  func misspelled() -> [Found] {
    var result: [Found] = []
    for unit in context.units.indices where context.isNorm(unit) {
      for position in context.tokenRanges[unit] {
        let token = context.tokens[position]
        guard token.flags.contains(.capital), !token.flags.contains(.allCaps),
          !token.flags.contains(.heading), !token.flags.contains(.joined),
          token.end - token.start >= Self.leastLetters, !known.contains(token.hash),
          counts[token.hash] ?? 0 <= Self.most, !small.contains(token.hash),
          !KnownNames.isName(token.hash), !context.isInName(position, unit),
          let wanted = nearest(context.bytes[token.range].map(SourceText.folded))
        else { continue }
        result.append(Found(unit: unit, token: position, wanted: wanted))
      }
    }
    return result
  }

  /// The word of a term that differs from `word` by a letter, with its capital.
  private func nearest(_ word: [UInt8]) -> String? {
    guard word.allSatisfy(SourceText.isLetter) else { return nil }
    for key in Self.shortenings(word) {
      guard
        let other = shortened[key]?.first(where: { Self.differByOne(word, $0) })
      else { continue }
      return String(decoding: other.prefix(1).map { $0 & 0xDF } + other.dropFirst(), as: UTF8.self)
    }
    return nil
  }

  /// The hashes of a word and of it with one letter left out: words that differ by a letter share
  /// one of them.
  private static func shortenings(_ word: [UInt8]) -> [UInt64] {
    guard word.count < 40 else { return [] }
    return [WordHash.of(word)]
      + word.indices.map { WordHash.of(word[..<$0] + word[($0 + 1)...]) }
  }

  private static func differByOne(_ word: [UInt8], _ other: [UInt8]) -> Bool {
    let head = zip(word, other).prefix { $0 == $1 }.count
    let (left, right) = (word[head...], other[head...])
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let (rest, wanted) = (Array(left.dropLast(tail)), Array(right.dropLast(tail)))
    return max(rest.count, wanted.count) == 1
      || rest.count == 2 && wanted.count == 2 && rest == wanted.reversed()
  }
}
