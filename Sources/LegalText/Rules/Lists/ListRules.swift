/// Rules on the items of lists (UU 12/2011, Lampiran II angka 85–91) and on the end of sentences.
enum ListRules {
  static let all: [DraftRule] = [
    conjunction, repeated, separator, doubled, end, colon, capital, unfinished, sentences,
  ]

  static let conjunction = DraftRule(
    "list.conjunction", .warning, "Lampiran II angka 88–90",
    passing: "Pasal 1\nPasar meliputi:\na. kios;\nb. los; dan\nc. pelataran.\n",
    failing: "Pasal 1\nPasar meliputi:\na. kios;\nb. los;\nc. pelataran.\n", at: "pasal-1/huruf-b"
  ) { context, report in
    for list in context.normLists where list.items.count > 1 {
      let item = list.items[list.items.count - 2]
      let ending = context.ending(of: item)
      guard ending.word == nil else { continue }
      report.add(
        .list(.conjunctionMissing(item: context.units[item].label)), at: item, ending.range)
    }
  }

  static let repeated = DraftRule(
    "list.conjunction-repeated", .warning, "Lampiran II angka 91",
    passing: "Pasal 1\nPasar meliputi:\na. kios;\nb. los; dan\nc. pelataran.\n",
    failing: "Pasal 1\nPasar meliputi:\na. kios; dan\nb. los; dan\nc. pelataran.\n",
    at: "pasal-1/huruf-a"
  ) { context, report in
    for list in context.normLists {
      for item in list.items.dropLast(2) {
        // The word may be of a list within the item, whose items end where it ends.
        let ending = context.ending(of: item)
        guard let word = ending.word else { continue }
        report.add(
          .list(.conjunctionEarly(item: context.units[item].label, word: word)), at: item,
          ending.range)
      }
    }
  }

  static let separator = DraftRule(
    "list.separator", .warning, "Lampiran II angka 87 huruf d",
    passing: "Pasal 1\nPasar meliputi:\na. kios;\nb. los; dan\nc. pelataran.\n",
    failing: "Pasal 1\nPasar meliputi:\na. kios,\nb. los; dan\nc. pelataran.\n",
    at: "pasal-1/huruf-a"
  ) { context, report in
    for list in context.normLists {
      for item in list.items.dropLast() {
        let ending = context.ending(of: item)
        guard ending.mark != 0x3B else { continue }
        report.add(
          .list(.separator(item: context.units[item].label)), at: item, ending.range)
      }
    }
  }

  static let doubled = DraftRule(
    "list.doubled-mark", .warning, "Lampiran II angka 87 huruf d",
    passing: "Pasal 1\nPasar meliputi:\na. kios;\nb. los; dan\nc. pelataran.\n",
    failing: "Pasal 1\nPasar meliputi:\na. kios;;\nb. los; dan\nc. pelataran.\n",
    at: "pasal-1/huruf-a"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard context.zones[index] == .body || context.zones[index] == .preamble else { continue }
      for range in context.document.ownRanges(of: index) {
        guard
          let place = range.dropLast().first(where: {
            context.bytes[$0] == 0x3B && context.bytes[$0 + 1] == 0x3B
          })
        else { continue }
        let citation: String? =
          switch unit.kind {
          case .butir: NumberSequences.citation(unit).hasSuffix(" 22") ? "22" : "52"
          default: nil
          }
        report.add(
          .list(.doubledMark), at: index, place..<place + 2,
          citation: citation.map { "Lampiran II angka " + $0 })
      }
    }
  }

  static let end = DraftRule(
    "list.end", .warning, "Lampiran II angka 87 huruf a",
    passing: "Pasal 1\nPasar meliputi:\na. kios; dan\nb. los.\n",
    failing: "Pasal 1\nPasar meliputi:\na. kios; dan\nb. los;\n", at: "pasal-1/huruf-b"
  ) { context, report in
    for list in context.normLists where context.listLevel(of: list.parent) == 0 {
      guard let item = list.items.last,
        context.units[item].range.upperBound == context.units[list.parent].range.upperBound
      else { continue }
      let ending = context.ending(of: item)
      guard ending.mark != 0x2E else { continue }
      report.add(.list(.end(item: context.units[item].label)), at: item, ending.range)
    }
  }

  static let colon = DraftRule(
    "list.colon", .warning, "Lampiran II angka 87 huruf f",
    passing: "Pasal 1\nPasar meliputi:\na. kios; dan\nb. los.\n",
    failing: "Pasal 1\nPasar meliputi\na. kios; dan\nb. los.\n", at: "pasal-1"
  ) { context, report in
    for list in context.normLists where list.items.first == context.children[list.parent].first {
      let lead = context.leadIn(of: list.parent)
      guard let last = context.lastText(before: lead.upperBound, from: lead.lowerBound),
        last.byte != 0x3A
      else { continue }
      report.add(.list(.colon), at: list.parent, last.at..<last.at + 1)
    }
  }

  static let capital = DraftRule(
    "list.capital", .info, "Lampiran II angka 87 huruf c",
    passing: "Pasal 1\nPasar meliputi:\na. kios; dan\nb. los.\n",
    failing: "Pasal 1\nPasar meliputi:\na. Kios; dan\nb. los.\n", at: "pasal-1/huruf-a"
  ) { context, report in
    let defined = Set(context.definitions.flatMap { $0.forms.compactMap(\.words.first) })
    for list in context.normLists {
      for item in list.items {
        let words = context.words(of: item)
        guard let first = words.first, first.flags.contains(.capital),
          !first.flags.contains(.allCaps), !defined.contains(first.hash),
          !KnownNames.isName(first.hash), !KnownNames.isGeneric(first.hash),
          !(words.dropFirst().first?.flags.contains(.capital) ?? false)
        else { continue }
        report.add(
          .list(.capital(word: context.printed(first.range))), at: item, first.range)
      }
    }
  }

  static let unfinished = DraftRule(
    "sentence.end", .warning, "Lampiran II angka 83",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n(2) Kios disewa.\n",
    failing: "Pasal 1\n(1) Pasar buka setiap hari\n(2) Kios disewa.\n", at: "pasal-1/ayat-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .ayat || unit.kind == .pasal, context.zones[index] == .body,
        context.children[index].isEmpty, !context.tokenRanges[index].isEmpty
      else { continue }
      let ending = context.ending(of: index)
      guard ending.mark != 0x2E else { continue }
      report.add(.list(.unfinished), at: index, ending.range)
    }
  }
}

extension ListRules {
  static let sentences = DraftRule(
    "sentence.several", .info, "Lampiran II angka 83",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n(2) Kios disewa.\n",
    failing:
      "Pasal 1\n(1) Pasar buka setiap hari. Pasar tutup pada malam hari.\n(2) Kios disewa.\n",
    at: "pasal-1/ayat-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() {
      guard unit.kind == .ayat || unit.kind == .pasal, context.zones[index] == .body,
        context.children[index].isEmpty,
        let second = context.tokenRanges[index].dropFirst().first(where: { position in
          let (before, token) = (context.tokens[position - 1], context.tokens[position])
          return token.flags.contains([.sentenceStart, .capital])
            && before.range.count > 3 && !before.flags.contains(.allCaps)
            && context.bytes[before.end] == 0x2E
        })
      else { continue }
      report.add(.list(.sentences), at: index, context.tokens[second].range)
    }
  }
}

/// How a unit's text ends.
struct UnitEnding {
  /// *dan*, *atau* or *dan/atau* as its last word after a mark.
  var word: String?
  /// The last mark, zero where a word ends it.
  var mark: UInt8
  /// The bytes of the mark and the word.
  var range: Range<Int>
}

extension CheckContext {
  /// The lists of norms: not those of definitions, instructions, the preamble or the elucidation.
  var normLists: [List] {
    lists.filter { zones[$0.parent] == .body && !takesNumbers($0.parent) }
  }

  /// The last visible byte before `position` that is no page furniture.
  func lastText(before position: Int, from start: Int) -> (byte: UInt8, at: Int)? {
    var end = position
    var next = FurnitureList.lowerBound(document.furniture, position)
    while next > 0, case let taken = document.furniture[next - 1],
      taken.lowerBound >= start, lastVisible(before: end, from: taken.upperBound) == nil
    {
      end = min(end, taken.lowerBound)
      next -= 1
    }
    return lastVisible(before: end, from: start)
  }

  func ending(of unit: Int) -> UnitEnding {
    let start = units[unit].labelRange.upperBound
    guard let last = lastText(before: units[unit].range.upperBound, from: start) else {
      return UnitEnding(word: nil, mark: 0, range: start..<start)
    }
    var place = last
    var word: String?
    if SourceText.isLetter(last.byte) {
      var first = last.at
      while first > start, SourceText.isLetter(bytes[first - 1]) || bytes[first - 1] == 0x2F {
        first -= 1
      }
      let text = document.text(in: first..<last.at + 1).lowercased()
      if text == "dan" || text == "atau" || text == "dan/atau" || text == "serta" {
        word = text
        place = lastText(before: first, from: start) ?? place
        // `; dan atau`, whose words have a rule of their own.
        if text == "atau", place.byte == UInt8(ascii: "n"), place.at - 2 > start,
          document.text(in: place.at - 2..<place.at + 1) == "dan",
          !SourceText.isLetter(bytes[place.at - 3])
        {
          place = lastText(before: place.at - 2, from: start) ?? place
        }
      }
    }
    // A closing quotation mark ends replacement text, and signs of Markdown lost line breaks.
    while place.byte == 0x22 || place.byte == 0x5F || place.byte == 0x2A || place.byte >= 0x80 {
      guard let before = lastVisible(before: place.at, from: start) else { break }
      place = before
    }
    let mark = SourceText.isAlphanumeric(place.byte) ? 0 : place.byte
    return UnitEnding(word: word, mark: mark, range: place.at..<last.at + 1)
  }
}
