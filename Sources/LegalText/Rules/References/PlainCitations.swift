/// Tells citations that lead nowhere beyond doubt from those that a misread copy makes.
struct PlainCitations {
  /// How well the machine that made a copy has read it.
  enum Copy { case clean, fair, poor }

  let context: CheckContext
  let copy: Copy
  /// Whether so many numbers are out of order that the pages or columns of the copy are, or the
  /// text changes another without saying so by its articles.
  private let isElsewhere: Bool
  /// By the first unit of a run: the last number of it, nil where it has gaps.
  private var lastNumbers: [Int: UnitNumber?] = [:]

  init(_ context: CheckContext, copy: Copy) {
    self.context = context
    self.copy = copy
    let faults = context.numberFaults.count { context.zones[$0.unit] == .body }
    let isChange = context.title?.words.first.map(Self.changes.contains) ?? false
    isElsewhere = faults > 3 + context.units.count / 200 || isChange && !context.isAmendment
  }

  private static let changes = Set(["perubahan", "penambahan"].map { WordHash.of($0) })

  /// Whether a finding is of a citation printed plainly, of a number beyond the end of a complete
  /// run, or of a level that what it names does not have.
  mutating func leadsNowhere(_ finding: Finding) -> Bool {
    guard copy != .poor, !isElsewhere, context.zones[finding.unit] == .body,
      case .reference(.dangling(let printed, let address)) = finding.problem,
      Self.isPlain(printed), isWhole(finding, printed),
      case let steps = address.split(separator: "/").map(String.init),
      let missing = steps.indices.first(where: {
        context.document.index(ofAddress: steps[...$0].joined(separator: "/")) == nil
      }), let dash = steps[missing].firstIndex(of: "-"),
      let kind = UnitKind(rawValue: String(steps[missing][..<dash])), Self.kinds.contains(kind),
      let number = UnitNumber(address: steps[missing], kind: kind)
    else { return false }
    guard missing > 0 else {
      // What is cut off at the end may have held it.
      return context.document.index(ofAddress: "penutup") != nil
        && isBeyond(number, context.ownArticles)
    }
    let holder = steps[..<missing].joined(separator: "/")
    guard let unit = context.document.index(ofAddress: holder) else { return false }
    let others = context.children[unit].filter { context.units[$0].kind == kind }
    return others.isEmpty ? copy == .clean && hasNone(unit) : isBeyond(number, others)
  }

  private static let kinds: Set<UnitKind> = [.pasal, .ayat, .huruf, .angka]

  /// Whether nothing in a unit's own words may be a level of it that was not read.
  private func hasNone(_ unit: Int) -> Bool {
    let words = context.words(of: unit)
    return !words.isEmpty && words.count < 400
      && !words.contains {
        $0.flags.contains(.bracketed) && $0.flags.contains(.number) && context.bytes[$0.end] == 0x29
      }
      && !context.children[unit].contains {
        context.units[$0].kind == .subangka || context.units[$0].kind == .angka
      }
  }

  /// Whether the levels above an inner one are printed with it, or it follows *pada* or *dalam*.
  private func isWhole(_ finding: Finding, _ printed: String) -> Bool {
    let first = printed.prefix { $0 != " " }.lowercased()
    guard first == "huruf" || first == "angka" else {
      return first.utf8.first.map(SourceText.isLetter) ?? false
    }
    let range = context.tokenRanges[finding.unit]
    guard let place = context.token(at: finding.range.lowerBound, in: range),
      place > range.lowerBound
    else { return false }
    return Self.leads.contains(context.tokens[place - 1].hash)
  }

  private static let leads = Set(["pada", "dalam", "dimaksud"].map { WordHash.of($0) })

  /// Whether units are numbered from one without a gap, and a number is none of theirs.
  private mutating func isBeyond(_ number: UnitNumber, _ units: [Int]) -> Bool {
    guard let first = units.first else { return false }
    if let known = lastNumbers[first] { return known.map { $0 < number } ?? false }
    var last: UnitNumber?
    for unit in units {
      guard
        let own = UnitNumber(address: context.units[unit].address, kind: context.units[unit].kind),
        !own.isRepeated, last.map({ own.follows($0) }) ?? (own.value == 1)
      else {
        lastNumbers[first] = .some(nil)
        return false
      }
      last = own
    }
    lastNumbers[first] = .some(last)
    return last.map { $0 < number } ?? false
  }

  /// Whether numbers have nothing but digits, one letter at their end and both brackets.
  private static func isPlain(_ printed: String) -> Bool {
    printed.split(separator: " ").allSatisfy { word in
      let bytes = Array(word.utf8)
      guard bytes.contains(where: SourceText.isDigit) else {
        return bytes.allSatisfy(SourceText.isLetter)
      }
      let isOpen = bytes.first == 0x28
      guard isOpen == (bytes.last == 0x29) else { return false }
      let number = isOpen ? bytes.dropFirst().dropLast() : bytes[...]
      let digits = number.prefix(while: SourceText.isDigit)
      return !digits.isEmpty && number.count - digits.count <= 1
        && number.dropFirst(digits.count).allSatisfy(SourceText.isLetter)
    }
  }
}
