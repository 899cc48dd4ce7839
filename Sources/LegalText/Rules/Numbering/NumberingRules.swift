/// Rules on numbers and levels (UU 12/2011, Lampiran II angka 70–95).
enum NumberingRules {
  static let all: [DraftRule] =
    [
      gap, duplicate, order, loneAyat, loneItem, depth, marker, untitled, titleCase, wordCase,
      outsidePart, numeral, ordinal, empty,
    ] + marks

  static let gap = DraftRule(
    "number.gap", .error, "Lampiran II angka 79",
    passing: "Pasal 1\n(1) Satu.\n(2) Dua.\n(3) Tiga.\n",
    failing: "Pasal 1\n(1) Satu.\n(2) Dua.\n(4) Empat.\n", at: "pasal-1/ayat-4"
  ) { context, report in
    for fault in context.numberFaults {
      switch fault.problem {
      case .gap, .start:
        report.add(
          .numbering(fault.problem), at: fault.unit, fault.range ?? context.head(of: fault.unit),
          // What stands within a line may be the one that is missing.
          severity: context.holdsMark(before: fault.unit) ? .info : nil,
          citation: NumberSequences.citation(context.units[fault.unit]))
      default: break
      }
    }
  }

  static let duplicate = DraftRule(
    "number.duplicate", .error, "Lampiran II angka 79",
    passing: "Pasal 1\nSatu.\n\nPasal 2\nDua.\n",
    failing: "Pasal 1\nSatu.\n\nPasal 2\nDua.\n\nPasal 2\nTiga.\n", at: "pasal-2~2"
  ) { context, report in
    for fault in context.numberFaults {
      guard case .duplicate = fault.problem else { continue }
      report.add(
        .numbering(fault.problem), at: fault.unit, fault.range ?? context.head(of: fault.unit),
        citation: NumberSequences.citation(context.units[fault.unit]))
    }
  }

  static let order = DraftRule(
    "number.order", .error, "Lampiran II angka 79",
    passing: "Pasal 1\n(1) Satu.\n(2) Dua.\n(3) Tiga.\n",
    failing: "Pasal 1\n(1) Satu.\n(3) Tiga.\n(2) Dua.\n", at: "pasal-1/ayat-3"
  ) { context, report in
    for fault in context.numberFaults {
      guard case .order = fault.problem else { continue }
      report.add(
        .numbering(fault.problem), at: fault.unit, fault.range ?? context.head(of: fault.unit),
        citation: NumberSequences.citation(context.units[fault.unit]))
    }
  }

  static let loneAyat = DraftRule(
    "number.lone-ayat", .error, "Lampiran II angka 81",
    passing: "Pasal 1\nPasar buka setiap hari.\n",
    failing: "Pasal 1\n(1) Pasar buka setiap hari.\n", at: "pasal-1/ayat-1"
  ) { context, report in
    for unit in context.units.indices where context.units[unit].kind == .pasal {
      let ayat = context.children[unit].filter { context.units[$0].kind == .ayat }
      guard context.zones[unit] == .body, ayat.count == 1, let only = ayat.first else { continue }
      // New notes on one ayat of several.
      if let instruction = context.instructions[unit], context.holds("penjelasan", in: instruction)
      {
        continue
      }
      report.add(.numbering(.loneAyat), at: only, context.head(of: only))
    }
  }

  static let loneItem = DraftRule(
    "number.lone-item", .error, "Lampiran II angka 85",
    passing: "Pasal 1\nPasar meliputi:\na. kios; dan\nb. los.\n",
    failing: "Pasal 1\nPasar meliputi:\na. kios.\n", at: "pasal-1/huruf-a"
  ) { context, report in
    for list in context.lists where list.items.count == 1 {
      guard let only = list.items.first, context.zones[only] == .body,
        !goesOnWithin(only, context)
      else { continue }
      report.add(
        .numbering(.loneItem(context.units[only].label)), at: only, context.head(of: only))
    }
  }

  /// Whether the second item stands within the line of the first, as copies that lost their line
  /// breaks have it: `a. Desa Satu b. Desa Dua`.
  private static func goesOnWithin(_ item: Int, _ context: CheckContext) -> Bool {
    let label = context.units[item].label
    let next: [UInt8] = label.utf8.first == UInt8(ascii: "a") ? [0x20, 0x62] : [0x20, 0x32]
    guard let sign = label.utf8.last, !SourceText.isAlphanumeric(sign) else { return false }
    return context.document.ownRanges(of: item).contains { range in
      range.dropLast(3).contains { place in
        context.bytes[place] == next[0] && context.bytes[place + 1] == next[1]
          && context.bytes[place + 2] == sign
      }
    }
  }

  static let depth = DraftRule(
    "list.depth", .error, "Lampiran II angka 87 huruf h",
    passing: "Pasal 1\nPasar meliputi:\na. kios:\n  1. kecil; dan\n  2. besar; dan\nb. los.\n",
    failing: "Pasal 1\nPasar meliputi:\na. kios:\n  1. kecil:\n    a) baru:\n      1) kayu:\n"
      + "        (a) jati; dan\n        (b) pinus; dan\n      2) besi; dan\n    b) lama; dan\n"
      + "  2. besar; dan\nb. los.\n",
    at: "pasal-1/huruf-a/angka-1/subhuruf-a/subangka-1/subhuruf-a"
  ) { context, report in
    for list in context.lists where context.listLevel(of: list.parent) >= 4 {
      guard let first = list.items.first, context.zones[first] == .body else { continue }
      report.add(
        .numbering(.tooDeep(context.units[first].label)), at: first, context.head(of: first))
    }
  }

  static let marker = DraftRule(
    "list.marker", .error, "Lampiran II angka 87 huruf g",
    passing: "Pasal 1\n(1) Pasar meliputi:\na. kios; dan\nb. los.\n(2) Pasar buka.\n",
    failing: "Pasal 1\n(1) Pasar meliputi:\n1) kios; dan\n2) los.\n(2) Pasar buka.\n",
    at: "pasal-1/ayat-1/subangka-1"
  ) { context, report in
    let marks: [(UnitKind, String)] = [
      (.huruf, "a."), (.angka, "1."), (.subhuruf, "a)"), (.subangka, "1)"),
    ]
    for list in context.lists {
      guard let first = list.items.first, context.zones[first] == .body,
        !context.takesNumbers(list.parent)
      else { continue }
      // The numbered items of an amending article are above the levels of lists.
      let outer = context.listRoot(of: list.parent)
      let level = context.listLevel(of: list.parent) - (context.takesNumbers(outer) ? 1 : 0)
      guard marks.indices.contains(level), context.units[first].kind != marks[level].0 else {
        continue
      }
      report.add(
        .numbering(.marker(found: context.units[first].label, wanted: marks[level].1)),
        at: first, context.head(of: first))
    }
  }
}

extension CheckContext {
  /// Whether the mark due before that of `unit` stands within the text before it, after the end of
  /// a sentence or an item: flattened texts hold several provisions on a line.
  func holdsMark(before unit: Int) -> Bool {
    let kind = units[unit].kind
    guard let number = UnitNumber(address: units[unit].address, kind: kind), number.value > 1,
      number.suffix == 0, let parent = units[unit].parent
    else { return false }
    let mark: [UInt8]
    switch kind {
    case .ayat: mark = Array("(\(number.value - 1))".utf8)
    case .angka, .definisi, .butir: mark = Array("\(number.value - 1).".utf8)
    case .huruf where number.value <= 27: mark = [UInt8(0x60 + number.value - 1), 0x2E]
    default: return false
    }
    let siblings = children[parent]
    let index = siblings.firstIndex(of: unit) ?? 0
    let start =
      index > 0 ? units[siblings[index - 1]].range.lowerBound : units[parent].range.lowerBound
    let end = units[unit].range.lowerBound
    var position = start + 1
    while position + mark.count < end {
      defer { position += 1 }
      guard bytes[position] == mark[0], Whitespace.isSpace(bytes[position - 1]),
        bytes[position..<position + mark.count].elementsEqual(mark),
        Whitespace.isSpace(bytes[position + mark.count]),
        let before = lastVisible(before: position, from: start)
      else { continue }
      if ".;:,".utf8.contains(before.byte) { return true }
      // A letter with its stop, no citation, before a capital: `i. Desa Satu j. Desa Dua`.
      let after = bytes[(position + mark.count)...].prefix(4).first { !Whitespace.isSpace($0) }
      if kind == .huruf, after.map(SourceText.isUpper) ?? false,
        !document.text(in: max(start, position - 8)..<position).contains("huruf")
      {
        return true
      }
    }
    return false
  }

  /// The items of one list, at least one, all of one kind.
  struct List {
    var parent: Int
    var items: [Int]
  }

  private static func isItem(_ kind: UnitKind) -> Bool {
    kind == .huruf || kind == .angka || kind == .subhuruf || kind == .subangka
  }

  func readLists() -> [List] {
    var result: [List] = []
    for unit in units.indices where !children[unit].isEmpty {
      var current: List?
      for child in children[unit] where Self.isItem(units[child].kind) {
        if let last = current?.items.last, units[last].kind == units[child].kind {
          current?.items.append(child)
        } else {
          if let current { result.append(current) }
          current = List(parent: unit, items: [child])
        }
      }
      if let current { result.append(current) }
    }
    return result
  }

  /// How many items of lists hold what stands directly below `unit`.
  func listLevel(of unit: Int) -> Int {
    var level = 0
    var next: Int? = unit
    while let current = next {
      guard Self.isItem(units[current].kind) else { break }
      level += 1
      next = units[current].parent.flatMap { $0 < current ? $0 : nil }
    }
    return level
  }

  /// What holds the outermost list around `unit`.
  func listRoot(of unit: Int) -> Int {
    var current = unit
    while Self.isItem(units[current].kind), let parent = units[current].parent, parent < current {
      current = parent
    }
    return current
  }

  /// Whether a list below `unit` is numbered: in the articles of an amendment (angka 233a), and
  /// where terms are defined (angka 101).
  func takesNumbers(_ unit: Int) -> Bool {
    if units[unit].kind == .instruksi { return true }
    if units[unit].kind == .pasal, instructions[unit] == nil, isAmendment { return true }
    let range = tokenRanges[unit]
    return range.prefix(40).contains {
      matches(Self.meantWords, at: $0, before: range.upperBound)
    }
  }

  private static let meantWords = WordHash.words("yang dimaksud")
}
