/// Rules on the citation of provisions (UU 12/2011, Lampiran II angka 271–280).
enum ReferenceRules {
  static let all: [DraftRule] = [
    dangling, forward, toItself, deleted, ownArticle, unnumbered, withoutReducing, rangeWanted,
    ownFirst, descending, lowerRank, preposition, incomplete, letterCase,
    yearMissing, numberForm, inverted, formula, rangeOrder, rangeWords,
  ]

  static let dangling = DraftRule(
    "reference.dangling", .error, "Lampiran II angka 280",
    passing: "Pasal 1\nIzin diberikan kepada pedagang.\n\n"
      + "Pasal 2\nIzin sebagaimana dimaksud dalam Pasal 1 berlaku selamanya.\n",
    failing: "Pasal 1\nIzin diberikan kepada pedagang.\n\n"
      + "Pasal 2\nIzin sebagaimana dimaksud dalam Pasal 7 berlaku selamanya.\n",
    at: "pasal-2"
  ) { context, report in
    var told: Set<[String]> = []
    for reference in context.references {
      guard reference.scope == .internal, reference.target == nil, let address = reference.address,
        context.zones[reference.unit] != .annex, context.zones[reference.unit] != .other,
        !context.meansLetter(reference, address), !context.changesAnother(reference),
        !context.isMarkOfNote(reference), !context.isInNameOfAct(reference),
        // The items of a list are missing with what would hold them.
        told.insert([String(reference.unit), context.missing(of: address)]).inserted
      else { continue }
      report.add(
        .reference(.dangling(printed: context.printed(reference.range), address: address)),
        at: reference.unit, reference.range,
        // Its outer level cannot be read: where it leads is not known.
        severity: context.lacksOuterLevel(reference) ? .info : nil)
    }
  }

  static let forward = DraftRule(
    "reference.forward", .warning, "Lampiran II angka 279",
    passing: "Pasal 1\nPasar buka setiap hari.\n\n"
      + "Pasal 2\nPasar sebagaimana dimaksud dalam Pasal 1 memiliki pengelola.\n",
    failing: "Pasal 1\nPasar sebagaimana dimaksud dalam Pasal 2 buka setiap hari.\n\n"
      + "Pasal 2\nPasar memiliki pengelola.\n",
    at: "pasal-1"
  ) { context, report in
    var last: Reference?
    for (reference, target) in context.bodyReferences {
      let unit = context.units[reference.unit]
      guard context.units[target].range.lowerBound >= reference.range.upperBound,
        !(reference.unit..<unit.subtreeEnd).contains(target),
        // A sanction before its norm has a rule of its own.
        !context.isSanction(reference.unit)
      else { continue }
      // One finding for a list of citations.
      let isListed =
        last.map {
          $0.unit == reference.unit && reference.range.lowerBound - $0.range.upperBound < 12
        }
        ?? false
      last = reference
      if isListed { continue }
      report.add(
        .reference(
          .forward(
            printed: context.printed(reference.range), address: context.units[target].address)),
        at: reference.unit, reference.range)
    }
  }

  static let toItself = DraftRule(
    "reference.itself", .warning, "Lampiran II angka 272",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada ayat (1) memiliki pengelola.\n",
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada ayat (2) memiliki pengelola.\n",
    at: "pasal-1/ayat-2"
  ) { context, report in
    for (reference, target) in context.bodyReferences {
      let kind = context.units[target].kind
      guard reference.relation == .item, kind != .bab, kind != .bagian, kind != .paragraf,
        kind != .pasal || context.citesOwnArticle(reference),
        reference.unit < context.units[target].subtreeEnd,
        reference.unit >= target, !context.lacksOuterLevel(reference)
      else { continue }
      report.add(
        .reference(.toItself(printed: context.printed(reference.range))), at: reference.unit,
        reference.range)
    }
  }

  static let deleted = DraftRule(
    "reference.deleted", .warning, "Lampiran II angka 236",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n(2) Dihapus.\n"
      + "(3) Pasar sebagaimana dimaksud pada ayat (1) memiliki pengelola.\n",
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n(2) Dihapus.\n"
      + "(3) Pasar sebagaimana dimaksud pada ayat (2) memiliki pengelola.\n",
    at: "pasal-1/ayat-3"
  ) { context, report in
    for (reference, target) in context.bodyReferences {
      guard context.isDeleted(target), context.units[reference.unit].kind != .instruksi else {
        continue
      }
      report.add(
        .reference(
          .deleted(
            printed: context.printed(reference.range), address: context.units[target].address)),
        at: reference.unit, reference.range)
    }
  }

  static let lowerRank = DraftRule(
    "reference.lower-rank", .warning, "Lampiran II angka 278",
    passing: "PERATURAN DAERAH KOTA CONTOH\nTENTANG\nPASAR\n\nPasal 1\n"
      + "Pasar dikelola sesuai dengan Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan.\n",
    failing: "PERATURAN DAERAH KOTA CONTOH\nTENTANG\nPASAR\n\nPasal 1\n"
      + "Pasar dikelola sesuai dengan Peraturan Wali Kota Nomor 7 Tahun 2014 tentang Pasar.\n",
    at: "pasal-1"
  ) { context, report in
    guard context.instrument == .regional || context.instrument == .law else { return }
    let repealed = WordHash.of("dicabut")
    for hit in context.phrases where hit.kind == .lowerInstrument {
      guard context.zones[hit.unit] == .body, !context.isClosing(hit.unit),
        // What a regulation repeals, it does not refer to.
        context.find([repealed], in: hit.unit) == nil,
        let number = context.numberAfter(hit.tokens.upperBound, in: hit.unit)
      else { continue }
      let range = context.tokens[hit.tokens.lowerBound].start..<context.tokens[number].end
      report.add(
        .reference(.lowerRank(printed: context.printed(range))), at: hit.unit, range)
    }
  }
}

extension CheckContext {
  /// The citations between provisions of the body, with their targets, in the order of the text.
  var bodyReferences: some Sequence<(reference: Reference, target: Int)> {
    references.lazy.compactMap { reference in
      guard let target = reference.target, zones[reference.unit] == .body,
        zones[target] == .body
      else { return nil }
      return (reference, target)
    }
  }

  /// Whether a citation of an article stands in a provision of the older form that changes another
  /// act outright: *Mengubah sebutan Pasal 7 menjadi Pasal 9*.
  fileprivate func changesAnother(_ reference: Reference) -> Bool {
    guard let first = words(of: reference.unit).first else { return false }
    return Self.changing.contains(first.hash) && reference.parts.contains { $0.kind == .pasal }
  }

  private static let changing = Set(["mengubah", "merubah"].map { WordHash.of($0) })

  /// What an address misses: its outermost step that is not there.
  fileprivate func missing(of address: String) -> String {
    var end = address.startIndex
    while let slash = address[end...].firstIndex(of: "/") {
      if document.index(ofAddress: String(address[..<slash])) == nil {
        return String(address[..<slash])
      }
      end = address.index(after: slash)
    }
    return address
  }

  /// Whether it is the mark of a note and not a citation: `Pasal 7 ayat (1) : Cukup jelas.`
  fileprivate func isMarkOfNote(_ reference: Reference) -> Bool {
    let unit = units[reference.unit]
    return zones[reference.unit] == .elucidation
      && lastVisible(before: reference.range.lowerBound, from: unit.labelRange.upperBound) == nil
      && bytes[reference.range.upperBound...].prefix(40).first { !Whitespace.isSpace($0) } == 0x3A
  }

  /// Whether a citation of an article belongs to the name of another act, whose words have
  /// capitals: `… tentang Perubahan, Khusus Mengenai Pasal 3 Ayat (1)`.
  fileprivate func isInNameOfAct(_ reference: Reference) -> Bool {
    let range = tokenRanges[reference.unit]
    guard var place = token(at: reference.range.lowerBound, in: range) else { return false }
    // The articles before it in the name.
    let first = max(range.lowerBound, place - 40)
    while place > first, case let before = tokens[place - 1],
      before.flags.contains(.number) || Self.inner.contains(before.hash) || before.hash == Self.and
    {
      place -= 1
    }
    guard place - 1 > range.lowerBound else { return false }
    let name = (max(range.lowerBound, place - 30)..<place).reversed().prefix {
      tokens[$0].hash != Self.aboutWord
    }
    guard let last = name.last, last > range.lowerBound, tokens[last - 1].hash == Self.aboutWord,
      tokens[place - 1].flags.contains(.capital)
    else { return false }
    return name.allSatisfy {
      tokens[$0].flags.contains(.capital) || tokens[$0].flags.contains(.number)
        || tokens[$0].end - tokens[$0].start <= 4 || Self.inner.contains(tokens[$0].hash)
    }
  }

  /// Whether a citation names a whole article by *dimaksud dalam Pasal*: its own article's number
  /// there is that of another one before it was renumbered.
  fileprivate func citesOwnArticle(_ reference: Reference) -> Bool {
    guard reference.parts.count == 1, units[reference.unit].kind != .instruksi,
      let place = token(at: reference.range.lowerBound, in: tokenRanges[reference.unit]),
      place - 2 >= tokenRanges[reference.unit].lowerBound
    else { return false }
    return tokens[place - 2].hash == Self.meantWord && Self.within.contains(tokens[place - 1].hash)
  }

  private static let meantWord = WordHash.of("dimaksud")
  private static let within = Set(["dalam", "pada"].map { WordHash.of($0) })

  /// Whether a citation that begins with an inner level stands right after the number or the word
  /// of an outer one that was not read with it: `Pasal 2 ayat 2) huruf a`, `ayat huruf d`.
  fileprivate func lacksOuterLevel(_ reference: Reference) -> Bool {
    guard let first = reference.parts.first?.kind, first != .pasal, first != .bab,
      let before = lastVisible(
        before: reference.range.lowerBound, from: units[reference.unit].range.lowerBound)
    else { return false }
    if SourceText.isDigit(before.byte) { return true }
    if before.byte == 0x29 {
      return bytes[max(0, before.at - 3)..<before.at].contains(where: SourceText.isDigit)
    }
    let range = tokenRanges[reference.unit]
    guard let place = token(at: reference.range.lowerBound, in: range), place > range.lowerBound
    else { return false }
    return Self.inner.contains(tokens[place - 1].hash)
      || tokens[place - 1].flags.contains(.allCaps)
        && NumberReader.romanValue(SourceText(bytes: bytes), tokens[place - 1].range) != nil
  }

  private static let inner = Set(["pasal", "ayat", "huruf", "angka"].map { WordHash.of($0) })

  private static let and = WordHash.of("dan")

  /// The first token of a range that begins at a byte or after it.
  func token(at start: Int, in range: Range<Int>) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if tokens[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound ? low : nil
  }

  /// Whether a citation that leads nowhere is of a letter of the alphabet (*kode wilayah (huruf
  /// AB)*): a capital, where no item has a letter.
  fileprivate func meansLetter(_ reference: Reference, _ address: String) -> Bool {
    let words = printed(reference.range).split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "huruf",
      words[1].utf8.allSatisfy(SourceText.isUpper),
      let step = address.lastIndex(of: "/"),
      let holder = document.index(ofAddress: String(address[..<step]))
    else { return false }
    return !children[holder].contains { units[$0].kind == .huruf }
  }

  /// Whether a unit stands in the chapter of closing or transitional provisions.
  func isClosing(_ unit: Int) -> Bool {
    guard let chapter = chapter(of: unit) else { return false }
    let kind = ChapterKind(heading: units[chapter].heading)
    return kind == .closing || kind == .transitional
  }

  /// The chapter that holds a unit.
  func chapter(of unit: Int) -> Int? {
    var next: Int? = unit
    while let current = next {
      if units[current].kind == .bab { return current }
      next = units[current].parent.flatMap { $0 < current ? $0 : nil }
    }
    return nil
  }

  /// The number after *Nomor*, which stands at most eight words after token `position`.
  func numberAfter(_ position: Int, in unit: Int) -> Int? {
    let limit = min(position + 8, tokenRanges[unit].upperBound)
    guard position < limit else { return nil }
    for next in position..<limit where tokens[next].hash == Self.numberWord {
      return next + 1 < tokenRanges[unit].upperBound ? next + 1 : next
    }
    return nil
  }

  static let numberWord = WordHash.of("nomor")
}
