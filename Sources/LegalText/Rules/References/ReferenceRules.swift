/// Rules on the citation of provisions (UU 12/2011, Lampiran II angka 271–280).
enum ReferenceRules {
  static let all: [DraftRule] = [
    dangling, forward, toItself, deleted, ownArticle, unnumbered, withoutReducing, rangeWanted,
    ownFirst, descending, lowerRank, preposition,
  ]

  static let dangling = DraftRule(
    "reference.dangling", .error, "Lampiran II angka 280",
    passing: "Pasal 1\nIzin diberikan kepada pedagang.\n\n"
      + "Pasal 2\nIzin sebagaimana dimaksud dalam Pasal 1 berlaku selamanya.\n",
    failing: "Pasal 1\nIzin diberikan kepada pedagang.\n\n"
      + "Pasal 2\nIzin sebagaimana dimaksud dalam Pasal 7 berlaku selamanya.\n",
    at: "pasal-2"
  ) { context, report in
    for reference in context.references {
      guard reference.scope == .internal, reference.target == nil, let address = reference.address,
        context.zones[reference.unit] != .annex, context.zones[reference.unit] != .other,
        !context.meansLetter(reference, address), !context.changesAnother(reference)
      else { continue }
      report.add(
        .reference(.dangling(printed: context.printed(reference.range), address: address)),
        at: reference.unit, reference.range)
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
        kind != .pasal, reference.unit < context.units[target].subtreeEnd,
        reference.unit >= target
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
    for hit in context.phrases where hit.kind == .lowerInstrument {
      guard context.zones[hit.unit] == .body, !context.isClosing(hit.unit),
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
