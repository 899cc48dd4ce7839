import LegalText
import TestSupport

// Edits by which provisions change their form.
extension DraftEdits {
  /// The words of a Pasal or ayat that holds nothing else, no reference and no end of a page.
  func plainText(_ node: Node) -> [UInt8]? {
    guard node.content.count == 1, case .text(let bytes, false) = node.content[0] else {
      return nil
    }
    return bytes
  }

  /// Pasal of the body, or ayat in them, that are words alone.
  func plainProvisions(_ minimumWords: Int) -> [Node] {
    (articles() + articles().flatMap(\.children)).filter {
      [.pasal, .ayat].contains($0.kind) && $0.unit != nil && isFree($0) && plainText($0) != nil
        && draft.words($0) >= minimumWords && $0.wasOrdinal != nil
        && draft.notes($0).allSatisfy { $0.children.isEmpty }
        && ($0.kind == .pasal || siblings($0).count < 20)
        && $0.parent.map { !touched.contains($0.id) } ?? false
    }
  }

  /// Where a Pasal can be cut so that no citation in it leads from one part to the other.
  func cuts(_ node: Node) -> [Int] {
    let ayat = node.children
    var place: [Int: Int] = [:]
    for (index, part) in ayat.enumerated() {
      for inner in part.subtree() { if let unit = inner.unit { place[unit] = index } }
    }
    var isOpen = [Bool](repeating: true, count: ayat.count)
    for reference in draft.references {
      guard let from = place[reference.unit], let to = reference.target.flatMap({ place[$0] })
      else { continue }
      for cut in min(from, to)..<max(from, to) { isOpen[cut + 1] = false }
    }
    return ayat.indices.dropFirst().filter { cut in
      guard isOpen[cut] else { return false }
      let rest = ayat[cut...].reduce(0) { $0 + draft.words($1) }
      return rest >= 15 && draft.words(node) < 3 * rest && draft.words(node) * 2 > 3 * rest
    }
  }

  /// Cuts a provision in two between its words; the second begins with the first's subject again.
  mutating func cutProvision() {
    let nodes = plainProvisions(20)
    guard !nodes.isEmpty else { return }
    let node = random.pick(nodes)
    guard let text = plainText(node) else { return }
    let spaces = text.indices.filter { text[$0] == 0x20 && $0 > 0 && text[$0 - 1] != 0x20 }
    guard spaces.count >= 14 else { return }
    let cut = spaces[spaces.count / 2]
    let subject = text[..<spaces[3]].drop { Whitespace.isSpace($0) }
    let start = text.prefix { Whitespace.isSpace($0) }
    let part = draft.make(
      node.kind, label: String(decoding: node.label, as: UTF8.self),
      gap: node.gap.contains(0x0A) ? String(decoding: node.gap, as: UTF8.self) : "\n", text: "")
    part.content = [.text(Array(start) + Array(subject) + Array(text[cut...]), isFixed: false)]
    node.content = [.text(Array(text[..<cut]) + Array(".".utf8), isFixed: false)]
    insert(part, beside: node, after: true)
    if let parent = node.parent, node.kind == .ayat { touch(parent) }
    touch(node)
    touched.insert(part.id)
    truth.split.formUnion([node.id, part.id])
    truth.uncertain.formUnion([node.id, part.id])
  }

  /// Makes one provision of two neighbours.
  mutating func joinProvisions() {
    let nodes = plainProvisions(12)
    let pairs = nodes.compactMap { node -> (Node, Node)? in
      guard let parent = node.parent,
        let index = parent.children.firstIndex(where: { $0 === node }),
        index + 1 < parent.children.count,
        let next = nodes.first(where: { $0 === parent.children[index + 1] }),
        next.kind == node.kind, draft.words(node) < 3 * draft.words(next),
        draft.words(next) < 3 * draft.words(node), parent.children.count > 2 || node.kind == .pasal
      else { return nil }
      return (node, next)
    }
    guard !pairs.isEmpty else { return }
    let (first, second) = random.pick(pairs)
    guard let before = plainText(first), let after = plainText(second) else { return }
    let end = before.lastIndex { !Whitespace.isSpace($0) } ?? 0
    if let parent = first.parent, first.kind == .ayat { touch(parent) }
    touch(first)
    touch(second)
    let rest = after.drop { Whitespace.isSpace($0) }
    first.content = [.text(Array(before[...end]) + [0x20] + Array(rest), isFixed: false)]
    for note in draft.notes(second) { detach(note, as: &truth.removed) }
    take(second)
    draft.absorbed[second.id] = first
    truth.merged.formUnion([first.id, second.id])
    truth.uncertain.formUnion([first.id, second.id])
  }

  /// Takes a Pasal out and puts another in its place, with its number.
  mutating func replacePasal() {
    let draft = draft
    guard let node = article(15, where: { draft.notes($0).isEmpty }), siblings(node).count > 2
    else { return }
    let other = draft.make(
      .pasal, label: "Pasal 1", gap: "\n\n", text: "\n" + random.sentence(20 + random.below(20)))
    insert(other, beside: node, after: true)
    touched.insert(other.id)
    remove(node)
    truth.inserted.insert(other.id)
  }

  /// Puts a chapter with two Pasal before another.
  mutating func insertChapter() {
    let chapters = draft.groups().first { $0[0].kind == .bab } ?? []
    guard chapters.count > 2, draft.isRegular(chapters) else { return }
    let place = chapters[1 + random.below(chapters.count - 1)]
    guard place.unit != nil, !touched.contains(place.id) else { return }
    let title = random.sentence(3).dropLast().uppercased()
    let chapter = draft.make(.bab, label: "BAB I", gap: "\n\n", text: "\n\(title)")
    if place.gap.contains(0x0A) { chapter.gap = place.gap }
    touched.insert(chapter.id)
    for _ in 0..<2 {
      let node = draft.make(
        .pasal, label: "Pasal 1", gap: "\n\n", text: "\n" + random.sentence(15 + random.below(20)))
      node.parent = chapter
      chapter.content.append(.child(node))
      touched.insert(node.id)
    }
    insert(chapter, beside: place, after: false)
    if !place.gap.contains(0x0A) { place.gap = Array("\n\n".utf8) }
    truth.inserted.insert(chapter.id)
  }

  /// Makes a reference to one Pasal one to another.
  mutating func redirectReference() {
    let count = articles().count
    let found = draft.references.indices.filter { index in
      let reference = draft.references[index]
      guard reference.target != nil, reference.parts.count == 1, reference.parts[0].kind == .pasal,
        draft.overrides[index] == nil, draft.isAlive(draft.nodes[reference.unit]),
        !touched.contains(reference.unit)
      else { return false }
      return true
    }
    guard !found.isEmpty, count > 20 else { return }
    let index = random.pick(Array(found))
    draft.overrides[index] = Array(String(1 + random.below(count)).utf8)
    redirected.append(index)
    touched.insert(draft.references[index].unit)
  }

  /// What a redirected reference turned out to be, now that all has its number.
  mutating func judgeRedirected() {
    for index in redirected {
      let reference = draft.references[index]
      let printed = Array(draft.document.source[reference.parts[0].numberRange])
      guard let now = draft.current(index, 0, printed), draft.overrides[index] != now,
        draft.overrides[index] != printed, draft.isAlive(draft.nodes[reference.unit])
      else {
        draft.overrides[index] = nil
        continue
      }
      truth.effects[reference.range.lowerBound] = "substantive"
      truth.edited.insert(reference.unit)
    }
  }
}
