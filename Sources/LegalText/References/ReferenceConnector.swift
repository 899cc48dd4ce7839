/// What joins two citations of a phrase.
struct Connector {
  var relation: Reference.Relation
  var end: Int
  /// A comma with no word after it.
  var isBareComma = false
  /// Whether what follows may stand inside what went before.
  var goesDeeper: Bool { isBareComma || relation == .exclusion }
}

extension ReferencePhraseReader {
  /// The comma, word or dash at `start` that may join a further citation.
  func connector(at start: Int) -> Connector? {
    if text.byte(start) == 0x2C {
      if let word = text.following(start + 1, wordConnector(at:)) { return word }
      return Connector(relation: .item, end: start + 1, isBareComma: true)
    }
    return wordConnector(at: start) ?? dash(at: start)
  }

  private static let exclusions: WordList = ["kecuali", "selain"]
  private static let conjunctions: WordList = ["atau", "serta", "maupun", "juncto"]
  private static let shortConjunctions: WordList = ["jo", "jis"]
  private static let rangeWords: WordList = ["hingga", "sd"]
  private static let innerWords: WordList = [
    "dari", "dalam", "pada", "butir", "kalimat", "alinea",
  ]
  private static let amendments: WordList = ["diubah", "dihapus", "disisipkan", "ditambahkan"]
  private static let demonstratives: WordList = ["tersebut", "itu"]

  private func wordConnector(at start: Int) -> Connector? {
    if let end = conjunctionEnd(at: start) { return Connector(relation: .item, end: end) }
    if let end = rangeEnd(at: start) { return Connector(relation: .rangeEnd, end: end) }
    if let end = text.end(ofAny: Self.exclusions, at: start) {
      return Connector(relation: .exclusion, end: end)
    }
    return nil
  }

  /// `dan`, `atau`, `dan/atau`, `serta`, `juncto`.
  private func conjunctionEnd(at start: Int) -> Int? {
    if var end = text.prefixEnd(of: "dan", at: start) {
      // "danf atau" is what text recognition makes of the slash.
      if text.byte(end) == 0x66 || text.byte(end) == 0x2F {
        return text.following(end + 1) { text.end(of: "atau", at: $0) }
      }
      guard !ReferenceText.isWord(text.byte(end)) else { return nil }
      let slash = text.spaceEnd(end)
      if text.byte(slash) == 0x2F,
        let atau = text.following(slash + 1, { text.end(of: "atau", at: $0) })
      {
        end = atau
      }
      return end
    }
    if let end = text.end(ofAny: Self.conjunctions, at: start) { return end }
    if let end = text.end(ofAny: Self.shortConjunctions, at: start) {
      return text.byte(end) == 0x2E ? end + 1 : end
    }
    return text.byte(start) == 0x26 ? start + 1 : nil
  }

  /// `sampai dengan`, `sampai`, `hingga`, `s.d.`, `s/d`, `sd`.
  private func rangeEnd(at start: Int) -> Int? {
    if let end = text.end(of: "sampai", at: start) {
      return text.following(end) { text.end(of: "dengan", at: $0) } ?? end
    }
    if let end = text.end(ofAny: Self.rangeWords, at: start) { return end }
    guard text.byte(start) | 0x20 == 0x73 else { return nil }
    var position = text.spaceEnd(start + 1)
    guard text.byte(position) == 0x2E || text.byte(position) == 0x2F else { return nil }
    position = text.spaceEnd(position + 1)
    guard let end = text.end(of: "d", at: position) else { return nil }
    return text.byte(end) == 0x2E ? end + 1 : end
  }

  /// A dash before another citation in full: `Pasal 5 – Pasal 8`.
  private func dash(at start: Int) -> Connector? {
    let isEnDash =
      text.byte(start) == 0xE2 && text.byte(start + 1) == 0x80
      && (text.byte(start + 2) == 0x93 || text.byte(start + 2) == 0x94)
    guard isEnDash || text.byte(start) == 0x2D else { return nil }
    let end = start + (isEnDash ? 3 : 1)
    guard text.levelWord(at: text.spaceEnd(end)) != nil else { return nil }
    return Connector(relation: .rangeEnd, end: end)
  }

  /// An annex or `penjelasannya` as an item of a list: no citation of ours, but the list goes on.
  func annexEnd(at start: Int) -> Int? {
    if let end = text.end(of: "penjelasannya", at: start) { return end }
    guard let word = text.end(of: "lampiran", at: start) else { return nil }
    let next = text.spaceEnd(word)
    let number = text.wordEnd(next)
    return ReferenceText.roman(text.bytes[next..<max(next, number)]) == nil ? word : number
  }

  /// What stands right behind the phrase: an instrument, an annex, `tersebut`.
  func governor(after end: Int) -> ReferencePhrase.Governor {
    text.following(end) { governor(at: $0) } ?? .none
  }

  private func governor(at start: Int) -> ReferencePhrase.Governor? {
    var position = start
    // "ke-1" of an article of the penal code, "kalimat", "butir": levels that we do not resolve.
    for _ in 0..<4 {
      guard
        let end = text.end(ofAny: Self.innerWords, at: position) ?? ordinalMarkEnd(at: position)
      else { break }
      position = text.spaceEnd(end)
      if ["kesatu", "kedua", "ketiga"].contains(where: { text.end(of: $0, at: position) != nil }) {
        position = text.spaceEnd(text.wordEnd(position))
      }
    }
    if text.agreementEnd(at: position) != nil { return .other }
    if let instrument = text.instrument(at: position) {
      return instrument.isOwn ? .own : .other
    }
    let verb = text.byte(start) == 0x2C ? text.spaceEnd(start + 1) : start
    if text.end(ofAny: Self.amendments, at: verb) != nil {
      return .amended
    }
    // "Pasal 5 pengacuannya diganti dengan …" is an article of the act referred to.
    if text.end(of: "pengacuannya", at: verb) != nil { return .other }
    if text.end(of: "lampiran", at: start) != nil { return .annex }
    if text.end(ofAny: Self.demonstratives, at: start) != nil { return .aforesaid }
    return nil
  }

  /// `ke-1`, `ke 1`.
  private func ordinalMarkEnd(at start: Int) -> Int? {
    guard let number = ordinalPrefixEnd(at: start) else { return nil }
    let end = text.wordEnd(number)
    return end > number ? end : nil
  }

  /// The end of the `ke-` or `ke` that makes the number after it an ordinal.
  func ordinalPrefixEnd(at start: Int) -> Int? {
    guard let ke = text.end(of: "ke", at: start) else { return nil }
    if text.byte(ke) == 0x2D { return ke + 1 }
    let next = text.spaceEnd(ke)
    return next > ke && ReferenceText.isDigit(text.byte(next)) ? next : nil
  }
}

extension ReferenceText {
  /// Whether what is cited at `start` is what an instruction puts in: `disisipkan 1 (satu) pasal,
  /// yakni Pasal 5A`.
  func isPutIn(_ start: Int, notBefore lower: Int) -> Bool {
    guard
      word("yakni", endsBefore: start, notBefore: lower)
        || word("yaitu", endsBefore: start, notBefore: lower)
    else { return false }
    var position = max(lower, start - 60)
    while let next = nextWord(
      from: position, to: start, isInside: position > 0 && Self.isWord(byte(position - 1)),
      where: { bytes, place in bytes[place] | 0x20 == 0x64 || bytes[place] | 0x20 == 0x6D })
    {
      if Self.insertions.contains(where: { prefixEnd(of: $0, at: next) != nil }) { return true }
      position = wordEnd(next)
    }
    return false
  }

  private static let insertions: [StaticString] = ["disisip", "menyisip", "ditambah", "menambah"]
}
