/// Finds what is wrong in runs of numbers.
enum NumberSequences {
  /// Kinds of unit that a short mark begins.
  static let areItems: Set<UnitKind> = [.ayat, .huruf, .angka, .subhuruf, .subangka, .butir]

  struct Fault {
    var unit: Int
    var problem: NumberingProblem
    /// Where, if not at the unit's mark.
    var range: Range<Int>?
  }

  /// The provision on the numbers of a kind of unit.
  static func citation(_ unit: Unit) -> String {
    let number: Int
    switch unit.kind {
    case .bab: number = 72
    case .bagian: number = 73
    case .paragraf: number = 75
    case .ayat: number = 82
    case .huruf: number = 92
    case .angka: number = 93
    case .subhuruf: number = 94
    case .subangka: number = 95
    case .definisi: number = 101
    case .instruksi: number = 233
    case .butir: number = unit.address.utf8.starts(with: "menimbang".utf8) ? 22 : 52
    default: number = 79
    }
    return "Lampiran II angka \(number)"
  }

  /// All faults of a text, in the order of its units.
  static func faults(_ context: CheckContext) -> [Fault] {
    var result: [Fault] = []
    let units = context.units
    let swallowed = SwallowedMark.all(in: context)
    for mark in swallowed {
      let kind = units[mark.unit].kind
      guard let own = UnitNumber(address: units[mark.unit].address, kind: kind) else { continue }
      let found = context.printed(mark.range)
      if own < mark.number {
        // The second of two of one number became the unit.
        let address = units[mark.unit].address
        let step = address.prefix(through: address.lastIndex(of: "-") ?? address.startIndex)
        let number = context.printed(mark.range).lowercased().filter { !"().".contains($0) }
        let twin = context.document.index(ofAddress: step + number)
        if let twin {
          result.append(Fault(unit: twin, problem: .duplicate(found)))
        } else {
          let label = Whitespace.collapsed(units[mark.unit].label)
          result.append(
            Fault(
              unit: mark.unit, problem: .gap(after: label, found: found), range: mark.range))
        }
        continue
      }
      let label = Whitespace.collapsed(units[mark.unit].label)
      result.append(
        Fault(
          unit: mark.unit,
          problem: mark.number < own ? .order(after: label, found: found) : .duplicate(found),
          range: mark.range))
    }
    let hidden = Dictionary(grouping: swallowed) { units[$0.unit].parent ?? -1 }
    // Articles run on through chapters; those of replacement text stand where they belong.
    let articles = units.indices.filter {
      units[$0].kind == .pasal && context.zones[$0] == .body && context.instructions[$0] == nil
    }
    // Beside Pasal I and Pasal II those with other numbers are the text of the amended regulation.
    let isRoman = { (unit: Int) in
      context.lastStep(unit).dropFirst("pasal-".count).utf8.first.map(SourceText.isDigit) == false
    }
    if context.document.index(ofAddress: "pasal-i") != nil {
      append(articles.filter(isRoman), context, isOwn: true, to: &result)
      append(articles.filter { !isRoman($0) }, context, isOwn: false, to: &result)
    } else {
      append(articles, context, isOwn: true, to: &result)
    }
    append(context.roots.filter { units[$0].kind == .bab }, context, isOwn: true, to: &result)
    for unit in units.indices {
      guard context.zones[unit] == .body || context.zones[unit] == .preamble else { continue }
      // The list before closing text may go on after it: kinds, not runs, number together.
      var byKind: [UnitKind: [Int]] = [:]
      for child in context.children[unit] where units[child].kind != .pasal {
        byKind[units[child].kind, default: []].append(child)
      }
      guard units[unit].kind != .instruksi else { continue }
      for kind in byKind.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        let isOwn =
          kind != .bab && kind != .bagian && kind != .paragraf
          || context.instructions[unit] == nil
        let run = byKind[kind] ?? []
        let others = (hidden[unit] ?? []).filter { units[$0.unit].kind == kind }
        append(run, context, isOwn: isOwn, hidden: others.map(\.number), to: &result)
      }
    }
    result += context.doubledMarks()
    return result.sorted { $0.unit < $1.unit }
  }

  /// Adds the faults of units that number together.
  private static func append(
    _ run: [Int], _ context: CheckContext, isOwn: Bool, hidden: [UnitNumber] = [],
    to result: inout [Fault]
  ) {
    var numbers: [(unit: Int, number: UnitNumber)] = []
    for unit in run {
      guard
        let number = UnitNumber(
          address: context.units[unit].address, kind: context.units[unit].kind)
      else { continue }
      numbers.append((unit, number))
    }
    // The faults of three rules.
    let limit = 3 * context.mostFindings
    let present = Set((numbers.map(\.number) + hidden).map { $0.value * 32 + $0.suffix })
    var last: (unit: Int, number: UnitNumber)?
    var isNewSection = false
    for (unit, number) in numbers {
      guard result.count < limit else { return }
      let label = Whitespace.collapsed(context.units[unit].label)
      guard let previous = last else {
        last = (unit, number)
        // Replacement text may begin with any number.
        if isOwn, context.instructions[unit] == nil, number.value != 1, !number.isRepeated,
          !present.contains(32)
        {
          result.append(Fault(unit: unit, problem: .start(found: label, wanted: "1")))
        }
        continue
      }
      let before = Whitespace.collapsed(context.units[previous.unit].label)
      if number.isRepeated {
        if number.value == 1 { isNewSection = context.followsCapital(unit) }
        if !isNewSection { result.append(Fault(unit: unit, problem: .duplicate(label))) }
        continue
      }
      if number < previous.number {
        let kind = context.units[unit].kind
        // An item is out of order behind the one that stands before it; the numbers go on from it.
        result.append(
          Fault(
            unit: kind == .pasal || kind == .bab ? unit : previous.unit,
            problem: .order(after: before, found: label),
            range: context.units[unit].labelRange))
        last = (unit, number)
        continue
      }
      // What is left out here and stands later is out of order there.
      let isMissing =
        !present.contains((previous.number.value + 1) * 32)
        || number.value == previous.number.value
      if !number.follows(previous.number), isMissing, isOwn {
        result.append(Fault(unit: unit, problem: .gap(after: before, found: label)))
      }
      last = (unit, number)
    }
  }
}

extension CheckContext {
  /// Marks that stand twice: printed again behind themselves (`1. 1. Undang-Undang`), or those of
  /// two items in a row, one of which was taken for the number that was due (`(1)`, `(1)`, `(3)`).
  fileprivate func doubledMarks() -> [NumberSequences.Fault] {
    var result: [NumberSequences.Fault] = []
    // By what holds them: the ayat before.
    var sisters: [Int: Int] = [:]
    // The item before, whatever its kind.
    var items: [Int: Int] = [:]
    for (index, unit) in units.enumerated() {
      let before = items.updateValue(index, forKey: unit.parent ?? -1)
      defer { if unit.kind == .ayat { sisters[unit.parent ?? -1] = index } }
      guard result.count < mostFindings, zones[index] == .body || zones[index] == .preamble,
        !unit.labelRange.isEmpty
      else { continue }
      if let before, units[before].kind == unit.kind, isMisnumbered(index) {
        let (last, found) = (units[before].label, unit.label)
        result.append(
          NumberSequences.Fault(
            unit: index,
            problem: .order(
              after: Whitespace.collapsed(last), found: Whitespace.collapsed(found))))
        continue
      }
      guard NumberSequences.areItems.contains(unit.kind) else { continue }
      let mark = bytes[unit.labelRange]
      let text = bytes[unit.labelRange.upperBound...].prefix(mark.count + 40)
        .drop(while: Whitespace.isSpace)
      if mark.count > 1, text.starts(with: mark), !SourceText.isAlphanumeric(mark.last ?? 0),
        text.dropFirst(mark.count).first.map(Whitespace.isSpace) ?? false
      {
        let start = text.startIndex
        result.append(
          NumberSequences.Fault(
            unit: index, problem: .duplicate(Whitespace.collapsed(unit.label)),
            range: start..<start + mark.count))
      } else if let before = sisters[unit.parent ?? -1], repeatsMark(index, of: before) {
        result.append(
          NumberSequences.Fault(
            unit: index, problem: .duplicate(Whitespace.collapsed(unit.label))))
      }
    }
    return result
  }

  /// Whether the mark of an item of a draft, in clean signs, has another number than the place that
  /// its neighbours prove: `a.`, `e.`, `c.`. In a copy of an enacted text it is a misprint.
  private func isMisnumbered(_ item: Int) -> Bool {
    let unit = units[item]
    let isClean: (UInt8) -> Bool
    switch unit.kind {
    case .huruf, .subhuruf: isClean = SourceText.isLower
    case .angka, .subangka, .definisi, .instruksi: isClean = SourceText.isDigit
    case .butir: isClean = { SourceText.isLower($0) || SourceText.isDigit($0) }
    default: return false
    }
    let mark = unit.label.utf8.filter(SourceText.isAlphanumeric)
    guard enactmentYear == nil, mark.allSatisfy(isClean),
      let printed = UnitNumber(mark, kind: unit.kind),
      let own = UnitNumber(address: unit.address, kind: unit.kind), !own.isRepeated
    else { return false }
    return printed.value != own.value || printed.suffix != own.suffix
  }

  /// Whether the mark of a unit, in clean digits, is that of its sister before it, though its
  /// address has the next number.
  private func repeatsMark(_ unit: Int, of before: Int) -> Bool {
    guard units[unit].kind == .ayat, units[before].label == units[unit].label,
      case let digits = units[unit].label.utf8.filter(SourceText.isDigit),
      digits.count == units[unit].label.utf8.count - 2,
      let own = UnitNumber(address: units[unit].address, kind: .ayat)
    else { return false }
    return !own.isRepeated && Int(String(decoding: digits, as: UTF8.self)) != own.value
  }

  /// Whether the line above a unit begins with a capital letter as its mark, as the next section of
  /// a table does (`B. Izin lain`): its numbers begin anew.
  fileprivate func followsCapital(_ unit: Int) -> Bool {
    guard let last = lastVisible(before: units[unit].range.lowerBound, from: 0) else {
      return false
    }
    var start = last.at
    while start > 0, last.at - start < 400, bytes[start - 1] != 0x0A { start -= 1 }
    while start < last.at, Whitespace.isSpace(bytes[start]) { start += 1 }
    return start + 2 < bytes.count && SourceText.isUpper(bytes[start]) && bytes[start + 1] == 0x2E
      && Whitespace.isSpace(bytes[start + 2])
  }
}
