/// Rules on how marks are written (UU 12/2011, Lampiran II angka 79, 82, 87 huruf b) and on what a
/// new regulation numbers (angka 70, 79, 234).
extension NumberingRules {
  static let marks: [DraftRule] = [sign, form, inserted, emptyDivision]

  static let sign = DraftRule(
    "list.sign", .warning, "Lampiran II angka 87 huruf b",
    passing: "Pasal 1\nPasar meliputi:\na. kios; dan\nb. los.\n",
    failing: "Pasal 1\nPasar meliputi:\n- kios; dan\n- los.\n", at: "pasal-1"
  ) { context, report in
    for unit in context.units.indices where context.isNorm(unit) {
      guard let place = context.strayMark(in: unit) else { continue }
      report.add(
        .numbering(.sign(context.printed(place))), at: unit, place, severity: context.weightOfForm)
    }
  }

  static let form = DraftRule(
    "number.form", .warning, "Lampiran II angka 82",
    passing: "Pasal 1\n(1) Pasar buka setiap hari.\n(2) Kios disewa.\n",
    failing: "Pasal 1\n(1). Pasar buka setiap hari.\n(2) Kios disewa.\n", at: "pasal-1/ayat-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated() where context.zones[index] == .body {
      guard let fault = context.misprintedMark(of: unit) else { continue }
      report.add(
        .numbering(.form(found: context.printed(fault.range), wanted: fault.wanted)), at: index,
        fault.range, severity: context.weightOfForm, citation: fault.citation)
    }
  }

  static let inserted = DraftRule(
    "number.inserted", .warning, "Lampiran II angka 79",
    passing: "Pasal 1\nPasar buka setiap hari.\n\nPasal 2\nKios disewa.\n",
    failing: "Pasal 1\nPasar buka setiap hari.\n\nPasal 1A\nKios disewa.\n\nPasal 2\nLos disewa.\n",
    at: "pasal-1a"
  ) { context, report in
    guard !context.isAmendment else { return }
    for (index, unit) in context.units.enumerated() where context.zones[index] == .body {
      guard [.bab, .pasal, .ayat].contains(unit.kind),
        let number = UnitNumber(address: unit.address, kind: unit.kind), number.suffix > 0
      else { continue }
      report.add(
        .numbering(.inserted(Whitespace.collapsed(unit.label))), at: index,
        context.head(of: index), severity: context.weightOfForm,
        citation: NumberSequences.citation(unit))
    }
  }

  static let emptyDivision = DraftRule(
    "heading.empty", .warning, "Lampiran II angka 70",
    passing: "BAB I\nPASAR\n\nPasal 1\nPasar buka.\n\nBAB II\nKIOS\n\nPasal 2\nKios disewa.\n",
    failing: "BAB I\nPASAR\n\nBAB II\nKIOS\n\nPasal 1\nKios disewa.\n", at: "bab-1"
  ) { context, report in
    for (index, unit) in context.units.enumerated()
    where context.isDivision(index) && context.zones[index] == .body {
      guard context.instructions[index] == nil, unit.kind == .bab || !unit.heading.isEmpty,
        !(index..<unit.subtreeEnd).contains(where: { context.units[$0].kind == .pasal }),
        !context.words(of: index).contains(where: { $0.hash == CheckContext.deletedWord })
      else { continue }
      report.add(
        .numbering(.emptyDivision(Whitespace.collapsed(unit.label))), at: index,
        context.head(of: index), severity: context.weightOfForm)
    }
  }
}

extension CheckContext {
  /// A dash, bullet or capital letter at the beginning of a line of a norm, as the mark of an item;
  /// in `A. kios` also that of the item itself.
  fileprivate func strayMark(in unit: Int) -> Range<Int>? {
    let label = units[unit].labelRange
    if units[unit].kind == .huruf || units[unit].kind == .subhuruf,
      let letter = bytes[label].first(where: SourceText.isLetter), SourceText.isUpper(letter),
      label.count <= 3
    {
      return label
    }
    let text = SourceText(bytes: bytes)
    for own in document.ownRanges(of: unit) {
      var line = own.lowerBound
      while let end = bytes[line..<own.upperBound].firstIndex(of: 0x0A) {
        let start = text.skippingSpaces(from: end + 1, to: own.upperBound)
        // Blank lines are passed over at once.
        line = max(end + 1, start)
        if let mark = strayMark(at: start, after: end, from: own.lowerBound), !isFurniture(start) {
          return mark
        }
      }
    }
    return nil
  }

  private func strayMark(at start: Int, after lineEnd: Int, from first: Int) -> Range<Int>? {
    let text = SourceText(bytes: bytes)
    for sign: StaticString in ["-", "–", "•", "*", "·", "▪", "➢"] {
      if let end = text.match(sign, at: start), text.spaceLength(at: end) > 0 { return start..<end }
    }
    guard SourceText.isUpper(text[start]), text[start + 1] == 0x2E,
      text.spaceLength(at: start + 2) > 0,
      let before = lastVisible(before: lineEnd, from: first), before.byte == 0x3A
    else { return nil }
    return start..<start + 2
  }

  /// The mark of a unit where it is written otherwise than the law says, with how it is written.
  fileprivate func misprintedMark(
    of unit: Unit
  ) -> (range: Range<Int>, wanted: String, citation: String)? {
    let label = unit.labelRange
    guard !label.isEmpty else { return nil }
    var end = label.upperBound
    if end < bytes.count, bytes[end] == 0x2E { end += 1 }
    let step = unit.address.split(separator: "/").last ?? ""
    guard let number = step.split(separator: "-").last?.prefix(while: { $0 != "~" }) else {
      return nil
    }
    let (wanted, citation): (String, String)
    switch unit.kind {
    case .pasal where number.utf8.first.map(SourceText.isDigit) == true:
      wanted = "Pasal " + number.uppercased()
      citation = number.utf8.last.map(SourceText.isLetter) == true ? "234" : "79"
    case .ayat:
      (wanted, citation) = ("(\(number))", "82")
    default: return nil
    }
    let found = printed(label.lowerBound..<end)
    guard found != wanted, found.lowercased().filter({ $0 != "." }) == wanted.lowercased() else {
      return nil
    }
    return (label.lowerBound..<end, wanted, "Lampiran II angka " + citation)
  }
}
