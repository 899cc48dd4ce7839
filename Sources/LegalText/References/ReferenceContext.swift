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
