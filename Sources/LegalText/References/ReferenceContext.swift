/// One step of an address: `pasal-5`.
struct AddressStep: Hashable {
  var kind: UnitKind
  var number: String
  var text: String { kind.rawValue + "-" + number }
}

/// Where a mention stands, as far as that says what it means.
struct ReferenceContext {
  /// The part of a regulation, by how its citations are to be read.
  enum Zone {
    /// The articles and the notes on them.
    case body
    /// The considerations, whose `huruf a` is one of them.
    case considerations
    /// The rest of the preamble: it cites other regulations.
    case preamble
    /// An annex or unread text, whose letters and numbers are its own.
    case loose
  }

  var zone: Zone
  /// The address of the amending instruction that holds the mention; empty outside one.
  var instruction: String
  /// Whether the words are the instruction's own, not replacement text.
  var isInstructionText: Bool
  /// The steps from the article inwards, without the instruction.
  var steps: [AddressStep]
  /// The address of the nearest chapter, part or subpart.
  var chapter: String
  /// Whether the mention stands in the penjelasan.
  var isExplanation: Bool

  /// The context of the own text of unit `index`.
  init(of index: Int, in targets: ReferenceTargets) {
    // A document that is held is copied to ask it; its units alone are less.
    let units = targets.document.units
    var zone = Zone.body
    var chapter = ""
    var isExplanation = false
    var next: Int? = index
    while let current = next, units.indices.contains(current) {
      switch units[current].kind {
      case .menimbang: zone = .considerations
      case .judul, .pembukaan, .mengingat, .diktum:
        if zone == .body { zone = .preamble }
      case .lampiran, .blok: zone = .loose
      case .penjelasan: isExplanation = true
      case .bab, .bagian, .paragraf:
        if chapter.isEmpty { chapter = units[current].address }
      default: break
      }
      next = units[current].parent.flatMap { $0 < current ? $0 : nil }
    }
    if isExplanation, zone == .loose { zone = .body }
    self.zone = zone
    self.isExplanation = isExplanation
    let path = AddressPath(
      units[index].address, isExplanation: isExplanation,
      instructionsIn: targets.hasInstructions ? targets.document : nil)
    instruction = path.instruction
    steps = path.steps
    isInstructionText = !path.instruction.isEmpty && path.steps.first?.kind != .pasal
    self.chapter = chapter
    if isExplanation, chapter.isEmpty, let article = steps.first, path.instruction.isEmpty,
      let unit = targets.document.index(ofAddress: article.text)
    {
      var parent = units[unit].parent
      while let current = parent, units.indices.contains(current) {
        if rank(units[current].kind) < rank(.pasal) {
          self.chapter = units[current].address
          break
        }
        parent = units[current].parent.flatMap { $0 < current ? $0 : nil }
      }
    }
  }
}

/// An address taken apart, without making a string of each of its components.
private struct AddressPath {
  /// The address of the amending instruction on the way; empty where there is none.
  var instruction = ""
  /// The steps from the article inwards.
  var steps: [AddressStep] = []

  /// - Parameter document: in which to look for instructions; nil where it holds none.
  init(_ address: String, isExplanation: Bool, instructionsIn document: LegalDocument?) {
    var address = address
    steps.reserveCapacity(4)
    address.withUTF8 { bytes in
      var start = 0
      if isExplanation, bytes.starts(with: "penjelasan".utf8) {
        start = Self.end(bytes, from: 0) + 1
      }
      if let document { start = readInstruction(bytes, from: start, document) }
      while start < bytes.count {
        let end = Self.end(bytes, from: start)
        readStep(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end + 1
      }
    }
  }

  /// The end of the component that begins at `start`.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x2F { end += 1 }
    return end
  }

  /// Takes the longest head of the address that is an instruction's; where what follows begins.
  private mutating func readInstruction(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, _ document: LegalDocument
  ) -> Int {
    var (start, rest) = (first, first)
    while start < bytes.count {
      let end = Self.end(bytes, from: start)
      let head = String(decoding: bytes[first..<end], as: UTF8.self)
      if let unit = document.index(ofAddress: head), document.units[unit].kind == .instruksi {
        instruction = head
        rest = end + 1
      }
      start = end + 1
    }
    return rest
  }

  private mutating func readStep(_ component: UnsafeBufferPointer<UInt8>) {
    guard let dash = component.firstIndex(of: 0x2D),
      let kind = UnitKind(name: UnsafeBufferPointer(rebasing: component[..<dash])),
      rank(kind) >= rank(.pasal)
    else { return }
    let number = String(decoding: component[(dash + 1)...], as: UTF8.self)
    steps.append(AddressStep(kind: kind, number: number))
  }
}

/// What a document holds that citations may be of, looked up once.
///
/// A class, so that what is known of each mention can hold it without copying it.
final class ReferenceTargets {
  let document: LegalDocument
  let hasInstructions: Bool
  /// Whether the considerations have letters, beginning with the first.
  let hasConsiderations: Bool
  /// Whether its own articles have Roman numbers.
  let isAmendment: Bool
  /// The replaced articles by the amending article and their number.
  private let replaced: [String: String]

  init(document: LegalDocument) {
    self.document = document
    isAmendment = document.index(ofAddress: "pasal-i") != nil
    hasConsiderations = document.index(ofAddress: "menimbang/huruf-a") != nil
    hasInstructions = document.units.contains { $0.kind == .instruksi }
    replaced = hasInstructions ? Self.replaced(in: document) : [:]
  }

  private static func replaced(in document: LegalDocument) -> [String: String] {
    var replaced: [String: String] = [:]
    for unit in document.units where unit.kind == .pasal {
      guard let slash = unit.address.lastIndex(of: "/"), !unit.address.hasPrefix("penjelasan")
      else { continue }
      let article = String(unit.address.prefix { $0 != "/" })
      let key = article + "#" + String(unit.address[unit.address.index(after: slash)...])
      if replaced[key] == nil { replaced[key] = unit.address }
    }
    return replaced
  }

  /// The address of the article `number` as a mention in `context` means it; nil where it is an
  /// article of the regulation that is amended.
  func article(_ number: String, from context: ReferenceContext) -> String? {
    let plain = "pasal-" + number
    let isRoman = number.utf8.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    guard context.instruction.isEmpty else {
      if isRoman { return plain }
      let own = context.instruction + "/" + plain
      if document.index(ofAddress: own) != nil { return own }
      if context.isInstructionText { return nil }
      return replaced[String(context.instruction.prefix { $0 != "/" }) + "#" + plain]
    }
    if isAmendment, !isRoman, document.index(ofAddress: plain) == nil {
      return replaced["pasal-i#" + plain]
    }
    // Inside the second of two articles of one number, its neighbours are second ones too.
    if let mark = context.steps.first?.number.utf8.firstIndex(of: 0x7E) {
      let same = plain + (context.steps.first?.number[mark...] ?? "")
      if document.index(ofAddress: same) != nil { return same }
    }
    return plain
  }

  /// The address of `steps` under `base`, taking the marks as the text has them (`huruf a` may be
  /// the item `a)`), and the unit there if all of them stand.
  func descend(_ base: String, _ steps: ArraySlice<AddressStep>) -> (address: String, unit: Int?) {
    var address = base
    var unit = base.isEmpty ? nil : document.index(ofAddress: base)
    for step in steps {
      let direct = AddressNumber.joined(address, step)
      if unit != nil || address.isEmpty {
        unit = document.index(ofAddress: direct)
        if unit == nil, let kind = Self.lookalike(step.kind) {
          let other = AddressNumber.joined(address, AddressStep(kind: kind, number: step.number))
          unit = document.index(ofAddress: other)
          if unit != nil {
            address = other
            continue
          }
        }
        if unit == nil, step.kind == .ayat, let (other, item) = unbracketed(address, step.number) {
          (address, unit) = (other, item)
          continue
        }
      }
      address = direct
    }
    return (address, unit)
  }

  /// The ayat `number` of an article that prints the marks of its ayat as `1)` or `1.`: such items
  /// begin right below the heading, with no words before them.
  private func unbracketed(_ article: String, _ number: String) -> (address: String, unit: Int)? {
    guard let holder = document.index(ofAddress: article), document.units[holder].kind == .pasal,
      case let first = holder + 1, first < document.units[holder].subtreeEnd,
      case let kind = document.units[first].kind, kind == .subangka || kind == .angka,
      case let lead =
        document.units[holder].labelRange.upperBound..<document.units[first].range.lowerBound,
      document.withoutFurniture(lead).allSatisfy({
        document.source[$0].allSatisfy(Whitespace.isSpace)
      })
    else { return nil }
    let address = AddressNumber.joined(article, AddressStep(kind: kind, number: number))
    return document.index(ofAddress: address).map { (address, $0) }
  }

  /// The only unit below `base` at which `steps` may lead where each may leave out one level.
  func only(_ base: String, _ steps: ArraySlice<AddressStep>) -> Int? {
    guard var unit = document.index(ofAddress: base) else { return nil }
    for step in steps {
      let address = AddressNumber.joined(document.units[unit].address, step)
      if let direct = document.index(ofAddress: address) {
        unit = direct
        continue
      }
      let depth = document.units[unit].depth
      let end = document.units[unit].subtreeEnd
      guard step.kind != .ayat, end - unit <= 400 else { return nil }
      var found: Int?
      for inner in unit + 1..<max(end, unit + 1) {
        let candidate = document.units[inner]
        guard candidate.depth == depth + 2,
          candidate.kind == step.kind || candidate.kind == Self.lookalike(step.kind),
          candidate.address.hasSuffix("-" + step.number)
        else { continue }
        if found != nil { return nil }
        found = inner
      }
      guard let found else { return nil }
      unit = found
    }
    return unit
  }

  private static func lookalike(_ kind: UnitKind) -> UnitKind? {
    switch kind {
    case .huruf: .subhuruf
    case .subhuruf: .huruf
    case .angka: .subangka
    case .subangka: .angka
    default: nil
    }
  }
}
