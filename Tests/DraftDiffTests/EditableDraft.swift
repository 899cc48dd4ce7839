import LegalText

/// A text as an editor has it open: units that can be put in, taken out and moved while numbers and
/// references follow, everything else byte for byte as it was.
final class EditableDraft {
  /// A unit, or the document itself.
  final class Node {
    let id: Int
    let kind: UnitKind
    /// The unit in the text that was opened, nil for one put in.
    let unit: Int?
    var label: [UInt8]
    /// What stands before the label and goes where the unit goes.
    var gap: [UInt8]
    var content: [Content] = []
    weak var parent: Node?
    /// The place in its group, 1 for the first, nil where the group is not numbered in order.
    var ordinal: Int?
    var wasOrdinal: Int?
    /// The unit of the body that a note of the penjelasan explains.
    weak var explained: Node?

    init(id: Int, kind: UnitKind, unit: Int?, label: [UInt8], gap: [UInt8]) {
      self.id = id
      self.kind = kind
      self.unit = unit
      self.label = label
      self.gap = gap
    }

    var children: [Node] {
      content.compactMap { if case .child(let node) = $0 { node } else { nil } }
    }

    var isInExplanation: Bool {
      var next: Node? = self
      while let node = next {
        if node.kind == .penjelasan { return true }
        next = node.parent
      }
      return false
    }

    func subtree() -> [Node] { [self] + children.flatMap { $0.subtree() } }

    func ancestor(_ test: (Node) -> Bool) -> Node? {
      var next: Node? = self
      while let node = next {
        if test(node) { return node }
        next = node.parent
      }
      return nil
    }
  }

  enum Content {
    /// Words; `isFixed` where they belong to the page.
    case text([UInt8], isFixed: Bool)
    /// A number of a reference: the reference and the level.
    case number(reference: Int, level: Int, [UInt8])
    case child(Node)
  }

  let document: LegalDocument
  let references: [Reference]
  let root: Node
  private(set) var nodes: [Node] = []
  /// References that are left as they are whatever their targets do.
  var frozen: Set<Int> = []
  /// References that were made to mean another provision, by what they print.
  var overrides: [Int: [UInt8]] = [:]
  /// Where units went that were made part of another.
  var absorbed: [Int: Node] = [:]

  init(_ source: [UInt8]) {
    document = LegalParser.parse(source)
    references = ReferenceScanner.references(in: document).filter { $0.scope == .internal }
    root = Node(id: -1, kind: .blok, unit: nil, label: [], gap: [])
    var numbers: [(range: Range<Int>, reference: Int, level: Int)] = []
    for (index, reference) in references.enumerated() where reference.target != nil {
      for (level, part) in reference.parts.enumerated() {
        numbers.append((part.numberRange, index, level))
      }
    }
    numbers.sort { $0.range.lowerBound < $1.range.lowerBound }
    open(root, 0..<source.count, document.children(of: nil), numbers)
    link()
    number { $0.wasOrdinal = $1 }
    number { $0.ordinal = $1 }
  }

  func make(_ kind: UnitKind, label: String, gap: String, text: String) -> Node {
    let node = Node(
      id: nodes.count, kind: kind, unit: nil, label: Array(label.utf8), gap: Array(gap.utf8))
    node.content = [.text(Array(text.utf8), isFixed: false)]
    nodes.append(node)
    return node
  }

  // MARK: Opening

  private func open(
    _ holder: Node, _ range: Range<Int>, _ children: [Int],
    _ numbers: [(range: Range<Int>, reference: Int, level: Int)]
  ) {
    var position = range.lowerBound
    for index in children {
      let unit = document.units[index]
      var before = position..<max(position, unit.range.lowerBound)
      // A page ends where it ended.
      if let feed = document.source[before].lastIndex(of: 0x0C) {
        append(before.lowerBound..<feed + 1, to: holder, numbers)
        before = feed + 1..<before.upperBound
      }
      let isBlank = document.source[before].allSatisfy(Whitespace.isSpace)
      if !isBlank { append(before, to: holder, numbers) }
      let node = Node(
        id: nodes.count, kind: unit.kind, unit: index,
        label: Array(document.source[unit.labelRange]),
        gap: isBlank ? Array(document.source[before]) : [])
      nodes.append(node)
      node.parent = holder
      holder.content.append(.child(node))
      open(
        node, unit.labelRange.upperBound..<unit.range.upperBound, document.children(of: index),
        numbers)
      position = unit.range.upperBound
    }
    if position < range.upperBound { append(position..<range.upperBound, to: holder, numbers) }
  }

  private func append(
    _ range: Range<Int>, to node: Node,
    _ numbers: [(range: Range<Int>, reference: Int, level: Int)]
  ) {
    var position = range.lowerBound
    func text(_ upper: Int) {
      let words = document.withoutFurniture(position..<upper)
      for part in words {
        if part.lowerBound > position {
          node.content.append(
            .text(Array(document.source[position..<part.lowerBound]), isFixed: true))
        }
        node.content.append(.text(Array(document.source[part]), isFixed: false))
        position = part.upperBound
      }
      if position < upper {
        node.content.append(.text(Array(document.source[position..<upper]), isFixed: true))
        position = upper
      }
    }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle].range.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < numbers.count, numbers[low].range.upperBound <= range.upperBound {
      let number = numbers[low]
      low += 1
      guard number.range.lowerBound >= position else { continue }
      text(number.range.lowerBound)
      node.content.append(
        .number(
          reference: number.reference, level: number.level, Array(document.source[number.range])))
      position = number.range.upperBound
    }
    text(range.upperBound)
  }

  private func link() {
    for node in nodes {
      guard let unit = node.unit else { continue }
      let address = document.units[unit].address
      guard address.hasPrefix("penjelasan/"),
        let body = document.index(ofAddress: String(address.dropFirst("penjelasan/".count)))
      else { continue }
      node.explained = nodes[body]
    }
  }

  // MARK: Numbers

  /// The units that are numbered together: Pasal throughout, others in their parent.
  func groups() -> [[Node]] {
    var keyed: [String: [Node]] = [:]
    var order: [String] = []
    for node in root.subtree() where node.id >= 0 && node.explained == nil && !node.label.isEmpty {
      if node.isInExplanation { continue }
      let scope: Int
      if node.kind == .pasal {
        scope = node.ancestor { $0.kind == .instruksi }?.id ?? -1
      } else if node.kind == .bab {
        scope = -2
      } else {
        scope = node.parent?.id ?? -1
      }
      let key = "\(node.kind.rawValue) \(scope)"
      if keyed[key] == nil { order.append(key) }
      keyed[key, default: []].append(node)
    }
    return order.compactMap { keyed[$0] }
  }

  private func number(_ set: (Node, Int) -> Void) {
    for group in groups() where isRegular(group) {
      for (index, node) in group.enumerated() { set(node, index + 1) }
    }
  }

  /// Whether a group was numbered from 1 without a gap when the text was opened.
  func isRegular(_ group: [Node]) -> Bool {
    let known = group.filter { $0.unit != nil && $0.wasOrdinal == nil }
    guard !known.isEmpty else { return group.contains { $0.wasOrdinal != nil } }
    if known.count < group.count { return false }
    guard group.count < 26 || !group.contains(where: { ![.pasal, .definisi].contains($0.kind) })
    else { return false }
    return group.enumerated().allSatisfy { index, node in
      NumberStyle.replaced(node.label, node.kind, index + 1) == node.label
    }
  }

  /// Gives every unit the number of its place.
  func renumber() {
    number { $0.ordinal = $1 }
    for node in root.subtree() {
      if let ordinal = node.ordinal, ordinal != node.wasOrdinal,
        let label = NumberStyle.replaced(node.label, node.kind, ordinal)
      {
        node.label = label
      }
    }
    for node in root.subtree() {
      guard let body = node.explained, let ordinal = body.ordinal, ordinal != body.wasOrdinal,
        let label = NumberStyle.replaced(node.label, node.kind, ordinal)
      else { continue }
      node.label = label
    }
  }

  /// The number that a level of a reference should have now; nil where its unit is gone.
  func current(_ reference: Int, _ level: Int, _ printed: [UInt8]) -> [UInt8]? {
    guard let target = references[reference].target else { return printed }
    let parts = references[reference].parts
    var node: Node? = nodes[target]
    for step in stride(from: parts.count - 1, through: level, by: -1) {
      if let known = node, let other = absorbed[known.id] { node = other }
      if step < parts.count - 1 {
        node = node?.parent?.ancestor { Self.isCited($0.kind, as: parts[step].kind) }
      }
    }
    if let known = node, let other = absorbed[known.id] { node = other }
    guard let node, isAlive(node) else { return nil }
    guard let ordinal = node.ordinal else { return printed }
    return NumberStyle.replaced(printed, parts[level].kind, ordinal) ?? printed
  }

  /// Whether units of a kind are cited by the word of another: `angka 5` of Pasal 1 is a definition.
  private static func isCited(_ kind: UnitKind, as word: UnitKind) -> Bool {
    switch word {
    case .huruf: [.huruf, .subhuruf, .butir].contains(kind)
    case .angka: [.angka, .subangka, .definisi, .butir, .instruksi].contains(kind)
    default: kind == word
    }
  }

  func isAlive(_ node: Node) -> Bool {
    var next: Node? = node
    while let known = next {
      if known === root { return true }
      next = known.parent
    }
    return false
  }

  // MARK: Printing

  /// The text, and the nodes by where they begin in it.
  func print() -> (text: [UInt8], nodes: [Int: [Node]]) {
    var text: [UInt8] = []
    var starts: [Int: [Node]] = [:]
    func write(_ node: Node) {
      for part in node.content {
        switch part {
        case .text(let bytes, _): text += bytes
        case .number(let reference, let level, let bytes):
          text +=
            overrides[reference]
            ?? (frozen.contains(reference) ? bytes : current(reference, level, bytes) ?? bytes)
        case .child(let child):
          text += child.gap
          starts[text.count, default: []].append(child)
          text += child.label
          write(child)
        }
      }
    }
    write(root)
    return (text, starts)
  }
}

// What edits ask of a draft.
extension EditableDraft {
  /// Whether a page ends in it.
  func hasPageParts(_ node: Node) -> Bool {
    node.subtree().contains { inner in
      inner.content.contains { if case .text(_, true) = $0 { true } else { false } }
    }
  }

  func words(_ node: Node) -> Int {
    node.subtree().reduce(0) { count, node in
      count
        + node.content.reduce(0) { count, part in
          if case .text(let bytes, false) = part {
            return count + String(decoding: bytes, as: UTF8.self).split(separator: " ").count
          }
          return count
        }
    }
  }

  func notes(_ node: Node) -> [Node] {
    nodes.filter { $0.explained === node && isAlive($0) }
  }

  /// Whether `ayat (1)` and the like stand in it, which mean something else elsewhere.
  func hasPlaceReferences(_ node: Node) -> Bool {
    node.subtree().contains { inner in
      inner.content.contains {
        guard case .number(let index, 0, _) = $0 else { return false }
        return references[index].parts[0].kind != .pasal
      }
    }
  }
}

/// Numbers as legal texts print them.
enum NumberStyle {
  /// The number in `printed` made `ordinal` in its own style; nil where there is none.
  static func replaced(_ printed: [UInt8], _ kind: UnitKind, _ ordinal: Int) -> [UInt8]? {
    if kind == .bab {
      let roman = printed.indices.filter { "IVXLC".utf8.contains(printed[$0]) }
      guard let first = roman.first, let last = roman.last, last - first + 1 == roman.count
      else { return nil }
      return replaced(printed, first..<last + 1, self.roman(ordinal))
    }
    if let digits = run(printed, { $0 >= 0x30 && $0 <= 0x39 }) {
      return replaced(printed, digits, String(ordinal))
    }
    guard [.huruf, .subhuruf, .butir].contains(kind), ordinal <= 26,
      let letter = run(printed, { $0 >= 0x61 && $0 <= 0x7A }), letter.count == 1
    else { return nil }
    return replaced(printed, letter, String(UnicodeScalar(UInt8(0x60 + ordinal))))
  }

  private static func replaced(
    _ printed: [UInt8], _ range: Range<Int>, _ number: String
  ) -> [UInt8] {
    Array(printed[..<range.lowerBound]) + Array(number.utf8) + Array(printed[range.upperBound...])
  }

  private static func run(_ bytes: [UInt8], _ test: (UInt8) -> Bool) -> Range<Int>? {
    guard let first = bytes.lastIndex(where: test) else { return nil }
    var start = first
    while start > 0, test(bytes[start - 1]) { start -= 1 }
    return start..<first + 1
  }

  private static func roman(_ number: Int) -> String {
    var rest = number
    var result = ""
    for (value, letters) in [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ] {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }
}
