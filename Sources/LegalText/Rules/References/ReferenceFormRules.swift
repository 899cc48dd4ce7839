/// Rules on the words of citations and on their order.
extension ReferenceRules {
  static let ownArticle = DraftRule(
    "reference.own-article", .warning, "Lampiran II angka 275",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada ayat (1) memiliki pengelola.\n",
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada ayat (1) Pasal ini memiliki pengelola.\n",
    at: "pasal-1/ayat-2"
  ) { context, report in
    for hit in context.phrases where hit.kind == .thisArticle && context.zones[hit.unit] == .body {
      let first = hit.tokens.lowerBound
      guard first - 2 >= context.tokenRanges[hit.unit].lowerBound,
        context.tokens[first - 1].end < context.tokens[first].start,
        Self.innerWords.contains(context.tokens[first - 2].hash)
      else { continue }
      let range = context.tokens[first - 2].start..<context.tokens[hit.tokens.upperBound - 1].end
      report.add(
        .reference(.ownArticle(printed: context.printed(range))), at: hit.unit, range)
    }
  }

  private static let innerWords: Set<UInt64> = [
    WordHash.of("ayat"), WordHash.of("huruf"), WordHash.of("angka"),
  ]

  static let unnumbered = DraftRule(
    "reference.unnumbered", .warning, "Lampiran II angka 280",
    passing: "Pasal 1\nPasar buka setiap hari.\n\n"
      + "Pasal 2\nPasar sebagaimana dimaksud dalam Pasal 1 memiliki pengelola.\n",
    failing: "Pasal 1\nPasar buka setiap hari.\n\n"
      + "Pasal 2\nPasar sebagaimana dimaksud dalam pasal tersebut di atas memiliki pengelola.\n",
    at: "pasal-2"
  ) { context, report in
    for hit in context.phrases where hit.kind == .unnumbered && context.zones[hit.unit] == .body {
      // "pasal-pasal tersebut"
      if context.tokens[hit.tokens.lowerBound].flags.contains(.joined) { continue }
      report.add(
        .reference(.unnumbered(printed: context.printed(hit.range))), at: hit.unit, hit.range)
    }
    let starts = Dictionary(
      context.references.map { ($0.range.upperBound, $0.range.lowerBound) },
      uniquingKeysWith: min)
    for hit in context.phrases where hit.kind == .above && context.zones[hit.unit] == .body {
      let own = context.units[hit.unit].range.lowerBound
      guard let last = context.lastVisible(before: hit.range.lowerBound, from: own),
        let start = starts[last.at + 1]
      else { continue }
      let range = start..<hit.range.upperBound
      report.add(
        .reference(.needlessWords(printed: context.printed(range))), at: hit.unit, range)
    }
  }

  static let withoutReducing = DraftRule(
    "reference.without-reducing", .warning, "Lampiran II angka 251",
    passing: "Pasal 1\nPasar buka setiap hari.\n\nPasal 2\nPasar memiliki pengelola.\n",
    failing: "Pasal 1\nPasar buka setiap hari.\n\nPasal 2\n"
      + "Dengan tidak mengurangi ketentuan dalam Pasal 1, pasar memiliki pengelola.\n",
    at: "pasal-2"
  ) { context, report in
    // The citations of a unit, so that one beside the phrase is found at once.
    let cited = Dictionary(grouping: context.references, by: \.unit)
    for hit in context.phrases where hit.kind == .withoutReducing {
      guard context.zones[hit.unit] == .body else { continue }
      let isBeside = cited[hit.unit]?.contains {
        $0.range.lowerBound >= hit.range.upperBound
          && $0.range.lowerBound - hit.range.upperBound < 160
      }
      report.add(
        .reference(.withoutReducing(printed: context.printed(hit.range))), at: hit.unit,
        hit.range, severity: isBeside == true ? nil : .info)
    }
  }

  static let rangeWanted = DraftRule(
    "reference.range", .warning, "Lampiran II angka 273",
    passing: "Pasal 1\n(1) Satu.\n(2) Dua.\n(3) Tiga.\n"
      + "(4) Ketentuan sebagaimana dimaksud pada ayat (1) sampai dengan ayat (3) berlaku.\n",
    failing: "Pasal 1\n(1) Satu.\n(2) Dua.\n(3) Tiga.\n"
      + "(4) Ketentuan sebagaimana dimaksud pada ayat (1), ayat (2), dan ayat (3) berlaku.\n",
    at: "pasal-1/ayat-4"
  ) { context, report in
    for group in context.referenceGroups {
      var start = group.lowerBound
      while start < group.upperBound {
        var end = start + 1
        while end < group.upperBound, context.isNext(end, after: end - 1) { end += 1 }
        let isOpen = end < group.upperBound && context.references[end].relation == .rangeEnd
        if end - start >= 3, !isOpen {
          let (first, last) = (context.references[start], context.references[end - 1])
          report.add(
            .reference(
              .rangeWanted(
                first: context.printed(first.range), last: context.printed(last.range),
                count: end - start)),
            at: first.unit, first.range.lowerBound..<last.range.upperBound,
            // Within a longer list it may be left as it is.
            severity: end - start < group.count ? .info : nil)
        }
        start = end
      }
    }
  }

  static let ownFirst = DraftRule(
    "reference.own-first", .warning, "Lampiran II angka 276",
    passing: "Pasal 1\nSatu.\n\nPasal 2\n(1) Dua.\n"
      + "(2) Ketentuan sebagaimana dimaksud pada ayat (1) dan dalam Pasal 1 berlaku.\n",
    failing: "Pasal 1\nSatu.\n\nPasal 2\n(1) Dua.\n"
      + "(2) Ketentuan sebagaimana dimaksud dalam Pasal 1 dan pada ayat (1) berlaku.\n",
    at: "pasal-2/ayat-2"
  ) { context, report in
    for group in context.referenceGroups where group.count > 1 {
      for index in group.dropFirst() {
        let (before, reference) = (context.references[index - 1], context.references[index])
        guard before.parts.first?.kind == .pasal, reference.parts.first?.kind == .ayat,
          // Behind a whole Pasal (`Pasal 5 dan ayat (2)`) there is no ayat that this one continues.
          case let joins = context.joins(index),
          joins.contains(CheckContext.onWord)
            || before.parts.count == 1 && joins.count == 1
              && CheckContext.conjunctions.contains(joins[0])
        else { continue }
        report.add(
          .reference(.ownFirst(printed: context.printed(reference.range))), at: reference.unit,
          before.range.lowerBound..<reference.range.upperBound)
      }
    }
  }

  static let descending = DraftRule(
    "reference.order", .warning, "Lampiran II angka 276",
    passing: "Pasal 1\nSatu.\n\nPasal 2\nDua.\n\n"
      + "Pasal 3\nKetentuan sebagaimana dimaksud dalam Pasal 1 dan Pasal 2 berlaku.\n",
    failing: "Pasal 1\nSatu.\n\nPasal 2\nDua.\n\n"
      + "Pasal 3\nKetentuan sebagaimana dimaksud dalam Pasal 2 dan Pasal 1 berlaku.\n",
    at: "pasal-3"
  ) { context, report in
    for group in context.referenceGroups where group.count > 1 {
      for index in group.dropFirst() {
        let (before, reference) = (context.references[index - 1], context.references[index])
        guard reference.relation == .item, let first = before.target,
          let second = reference.target, second < first,
          reference.scope == .internal,
          // The ayat of the same Pasal comes first (angka 276).
          context.articles[first] != context.articles[reference.unit]
            || context.articles[second] == context.articles[reference.unit]
        else { continue }
        report.add(
          .reference(
            .descending(
              printed: context.printed(reference.range), after: context.printed(before.range))),
          at: reference.unit, before.range.lowerBound..<reference.range.upperBound)
      }
    }
  }

  static let preposition = DraftRule(
    "reference.preposition", .info, "Lampiran II angka 272",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud pada ayat (1) memiliki pengelola.\n",
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n"
      + "(2) Pasar sebagaimana dimaksud dalam ayat (1) memiliki pengelola.\n",
    at: "pasal-1/ayat-2"
  ) { context, report in
    for hit in context.phrases where hit.kind == .preposition && context.zones[hit.unit] == .body {
      let last = context.tokens[hit.tokens.upperBound - 1]
      let isArticle = last.hash == WordHash.of("pasal")
      report.add(
        .reference(
          .preposition(
            printed: context.printed(hit.range), wanted: isArticle ? "dalam Pasal" : "pada ayat")),
        at: hit.unit, hit.range)
    }
  }
}

extension CheckContext {
  private static let connectors: Set<UInt64> = [
    WordHash.of("dan"), WordHash.of("atau"), WordHash.of("serta"), WordHash.of("pada"),
    WordHash.of("dalam"),
  ]

  fileprivate static let onWord = WordHash.of("pada")
  fileprivate static let conjunctions = Set(["dan", "atau", "serta"].map { WordHash.of($0) })

  /// The words between citation `index` and the one before it.
  func joins(_ index: Int) -> [UInt64] {
    let range = references[index - 1].range.upperBound..<references[index].range.lowerBound
    guard range.count <= 24 else { return [] }
    return CheckTokenizer.tokens(in: range, of: bytes, isStart: false).map(\.hash)
  }

  func readReferenceGroups() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for index in references.indices {
      let isJoined =
        index > start && references[index].unit == references[index - 1].unit
        && references[index].range.lowerBound >= references[index - 1].range.upperBound
        && isConnected(index)
      if !isJoined {
        if index > start { groups.append(start..<index) }
        start = index
      }
    }
    if start < references.count { groups.append(start..<references.count) }
    return groups.filter {
      let unit = references[$0.lowerBound].unit
      return zones[unit] == .body && units[unit].kind != .instruksi
    }
  }

  private func isConnected(_ index: Int) -> Bool {
    if references[index].relation != .item { return true }
    let gap = references[index - 1].range.upperBound..<references[index].range.lowerBound
    guard gap.count <= 24, !bytes[gap].contains(where: { ".;:()".utf8.contains($0) }) else {
      return false
    }
    return joins(index).allSatisfy(Self.connectors.contains)
  }

  /// Whether citation `index` is of the unit right after that of citation `other`.
  func isNext(_ index: Int, after other: Int) -> Bool {
    guard references[index].relation == .item, references[other].relation != .rangeEnd,
      let last = references[other].target, let next = references[index].target,
      units[last].kind == units[next].kind, zones[next] == .body,
      let first = UnitNumber(address: units[last].address, kind: units[last].kind),
      let second = UnitNumber(address: units[next].address, kind: units[next].kind)
    else { return false }
    return second.follows(first)
      && (units[last].kind == .pasal || units[last].parent == units[next].parent)
  }
}
