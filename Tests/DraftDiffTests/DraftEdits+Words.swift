import LegalText
import TestSupport

extension DraftEdits {
  // MARK: Words

  mutating func editWords(_ percent: Int, annexes: Bool) {
    let nodes = draft.root.subtree().filter {
      $0.unit != nil && !touched.contains($0.id) && ownWords($0) >= 8
        && (annexes || $0.ancestor { $0.kind == .lampiran } == nil)
    }
    guard !nodes.isEmpty else { return }
    let node = random.pick(nodes)
    touched.insert(node.id)
    change(node, percent)
  }

  func ownWords(_ node: Node) -> Int {
    node.content.reduce(0) { count, part in
      if case .text(let bytes, false) = part { return count + places(bytes).count }
      return count
    }
  }

  static let kept: Set<String> = [
    "pasal", "ayat", "huruf", "angka", "bagian", "paragraf", "nomor", "tahun", "undang",
    "dimaksud", "peraturan", "keputusan", "ketentuan", "lampiran", "kitab", "dalam", "pada",
    "dari", "sampai", "dengan", "dihapus", "diubah", "sebagai", "berbunyi", "disisipkan",
  ]

  /// The words that may be changed: lower case, in mid-sentence, none of the law's own.
  func places(_ bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for position in 0...bytes.count
    where position == bytes.count || bytes[position] == 0x20 || bytes[position] == 0x0A {
      let word = start..<position
      start = position + 1
      guard word.count >= 4, word.lowerBound > 0, bytes[word.lowerBound - 1] == 0x20,
        bytes[word].allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
        !Self.kept.contains(String(decoding: bytes[word], as: UTF8.self))
      else { continue }
      result.append(word)
    }
    return result
  }

  mutating func change(_ node: EditableDraft.Node, _ percent: Int) {
    let total = ownWords(node)
    guard total > 0 else { return }
    var chosen = random.below(total)
    var isChanged = false
    for index in node.content.indices {
      guard case .text(let bytes, false) = node.content[index] else { continue }
      var text = bytes
      for word in places(bytes).reversed() {
        defer { chosen -= 1 }
        guard percent > 0 ? random.below(100) < percent : chosen == 0 else { continue }
        let old = String(decoding: bytes[word], as: UTF8.self)
        let fresh = random.pick(SeededRandom.words)
        guard fresh != old else { continue }
        isChanged = true
        text.replaceSubrange(word, with: Array(fresh.utf8))
      }
      node.content[index] = .text(rewrapped(text), isFixed: false)
    }
    if isChanged, node.unit != nil { truth.edited.insert(node.id) }
  }

  /// Text with its lines broken elsewhere, where it was broken at all.
  mutating func rewrapped(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(of: 0x0A) else { return text }
    let indent = text[(first + 1)...].prefix { $0 == 0x20 }
    var result = text
    for word in places(text).reversed() where random.below(9) == 0 {
      result.replaceSubrange(
        word.lowerBound - 1..<word.lowerBound, with: [0x0A] + Array(indent))
    }
    return result
  }

  // MARK: The tree

  func siblings(_ node: Node) -> [Node] {
    node.parent?.children.filter { $0.kind == node.kind } ?? []
  }

  func take(_ node: Node) {
    node.parent?.content.removeAll {
      if case .child(let child) = $0 { child === node } else { false }
    }
    node.parent = nil
  }

  func detach(_ node: Node, as set: inout Set<Int>) {
    // What was moved away before stays.
    set.insert(node.id)
    take(node)
  }

  func insert(_ node: Node, beside place: Node, after: Bool) {
    guard let parent = place.parent,
      let index = parent.content.firstIndex(where: {
        if case .child(let child) = $0 { child === place } else { false }
      })
    else { return }
    node.parent = parent
    var position = after ? index + 1 : index
    // The number of a page stays at its end.
    while after, position < parent.content.count, case .text(_, true) = parent.content[position] {
      position += 1
    }
    parent.content.insert(.child(node), at: position)
  }

  func move(_ node: Node, beside place: Node) {
    take(node)
    if !node.gap.contains(0x0A) { node.gap = Array("\n".utf8) }
    insert(node, beside: place, after: true)
  }

  // MARK: Truth

  mutating func finish(stale: Int) {
    draft.renumber()
    judgeRedirected()
    var changed: [Int: [Int]] = [:]
    var gone: Int?
    for (index, reference) in draft.references.enumerated() {
      guard reference.target != nil, draft.isAlive(draft.nodes[reference.unit]) else { continue }
      guard draft.overrides[index] == nil else { continue }
      let place = reference.range.lowerBound
      let change = change(of: index)
      if let first = gone, takes(index, itsPasalFrom: first) {
        draft.frozen.insert(index)
        truth.effects[place] = change == .gone ? "dangling" : "stale"
        continue
      }
      gone = nil
      switch change {
      case .gone:
        draft.frozen.insert(index)
        truth.effects[place] = "dangling"
        if printsOldPasal(index) { gone = index }
      case .printed:
        truth.effects[place] = "consequential"
        changed[reference.unit, default: []].append(index)
      case .inherited: changed[reference.unit, default: []].append(index)
      case .none: break
      }
    }
    // A list is left as it is as a whole: its later items take the Pasal from the first.
    for (_, list) in changed.sorted(by: { $0.key < $1.key }) where random.below(100) < stale {
      for index in list {
        draft.frozen.insert(index)
        truth.effects[draft.references[index].range.lowerBound] = "stale"
      }
    }
    for node in draft.root.subtree() {
      guard let unit = node.unit else { continue }
      if node.label != Array(draft.document.source[draft.document.units[unit].labelRange]) {
        truth.renumbered.insert(node.id)
      }
    }
  }

  /// The Pasal in which the provision stood that a reference names.
  private func pasal(of index: Int) -> Node? {
    var unit = draft.references[index].target
    while let known = unit, draft.document.units[known].kind != .pasal {
      unit = draft.document.units[known].parent
    }
    return unit.map { draft.nodes[$0] }
  }

  /// Whether an item that is left as it is, since its provision is gone, names a Pasal whose number
  /// became another.
  private func printsOldPasal(_ index: Int) -> Bool {
    let parts = draft.references[index].parts
    guard parts.count > 1, parts[0].kind == .pasal, let pasal = pasal(of: index) else {
      return false
    }
    return pasal.ordinal != pasal.wasOrdinal
  }

  /// Whether an item follows another of its list without a Pasal of its own.
  private func takes(_ index: Int, itsPasalFrom first: Int) -> Bool {
    let (reference, root) = (draft.references[index], draft.references[first])
    return reference.unit == root.unit && reference.parts.first?.kind != .pasal
      && pasal(of: index) === pasal(of: first)
  }

  enum ReferenceChange {
    case none, printed, gone
    /// Only numbers that it takes from an item before it changed.
    case inherited
  }

  func change(of index: Int) -> ReferenceChange {
    let reference = draft.references[index]
    var isPrinted = false
    for (level, part) in reference.parts.enumerated() {
      let bytes = Array(draft.document.source[part.numberRange])
      guard let now = draft.current(index, level, bytes) else { return .gone }
      if now != bytes { isPrinted = true }
    }
    if isPrinted { return .printed }
    let citing = draft.nodes[reference.unit]
    var next = reference.target.map { draft.nodes[$0] }
    while let node = next, citing.ancestor({ $0 === node }) == nil {
      if node.kind == .pasal || Self.items.contains(node.kind), node.ordinal != node.wasOrdinal {
        return .inherited
      }
      next = node.parent
    }
    return .none
  }
}
