import LegalText
import TestSupport

/// Edits of a draft whose truth is known.
struct DraftEdits {
  /// What a trial does, and how often.
  struct Plan {
    var edits = 4
    /// How many percent of the words of an edited unit change; 0 for one word.
    var percent = 0
    var insertions = 1
    var removals = 1
    var moves = 0
    var movePercent = 0
    var splits = 0
    var merges = 0
    var inner = 4
    var stale = 10
    var cuts = 0
    var joins = 0
    var replacements = 0
    var chapters = 0
    var redirects = 0
    /// Whether words of the annexes change too.
    var annexes = false
  }

  /// What truly happened, by node.
  struct Truth {
    var inserted: Set<Int> = []
    var removed: Set<Int> = []
    var edited: Set<Int> = []
    var moved: Set<Int> = []
    var split: Set<Int> = []
    var merged: Set<Int> = []
    var renumbered: Set<Int> = []
    /// Units whose words changed with their form: whether they count as edited is open.
    var uncertain: Set<Int> = []
    /// By the place of the reference in the old text.
    var effects: [Int: String] = [:]
  }

  let draft: EditableDraft
  var random: SeededRandom
  var truth = Truth()
  /// Units that were touched, so that no edit meets another.
  var touched: Set<Int> = []
  /// References that were made to mean another provision.
  var redirected: [Int] = []

  init(_ draft: EditableDraft, seed: Int) {
    self.draft = draft
    random = SeededRandom(UInt64(truncatingIfNeeded: seed) &* 7_919 &+ 17)
  }

  mutating func run(_ plan: Plan) {
    for _ in 0..<plan.moves { movePasal(plan.movePercent) }
    for _ in 0..<plan.splits { splitPasal() }
    for _ in 0..<plan.merges { mergePasal() }
    for _ in 0..<plan.cuts { cutProvision() }
    for _ in 0..<plan.joins { joinProvisions() }
    for _ in 0..<plan.replacements { replacePasal() }
    for _ in 0..<plan.chapters { insertChapter() }
    for _ in 0..<plan.removals { removePasal() }
    for _ in 0..<plan.insertions { insertPasal() }
    for _ in 0..<plan.inner {
      switch random.below(5) {
      case 0, 1: insertItem()
      case 2: removeItem()
      case 3: moveAyat()
      default: swapItems()
      }
    }
    for _ in 0..<plan.redirects { redirectReference() }
    for _ in 0..<plan.edits { editWords(plan.percent, annexes: plan.annexes) }
    finish(stale: plan.stale)
  }

  // MARK: Choosing

  typealias Node = EditableDraft.Node

  func articles() -> [Node] {
    draft.groups().first {
      $0[0].kind == .pasal && $0[0].ancestor { $0.kind == .instruksi } == nil
    }.flatMap { draft.isRegular($0) ? $0 : nil } ?? []
  }

  /// A Pasal of the body that nothing has touched, with all that it holds.
  mutating func article(
    _ minimumWords: Int = 10, where test: (EditableDraft.Node) -> Bool = { _ in true }
  ) -> EditableDraft.Node? {
    let articles = articles().filter {
      $0.unit != nil && isFree($0) && draft.words($0) >= minimumWords && test($0)
    }
    return articles.isEmpty ? nil : random.pick(articles)
  }

  func isFree(_ node: Node) -> Bool {
    node.subtree().allSatisfy { !touched.contains($0.id) }
      && node.ancestor { touched.contains($0.id) } == nil
  }

  mutating func touch(_ node: EditableDraft.Node) {
    for inner in node.subtree() { touched.insert(inner.id) }
  }

  // MARK: Pasal

  mutating func insertPasal() {
    guard let place = article(0) else { return }
    let node = draft.make(
      .pasal, label: "Pasal 1",
      gap: place.gap.isEmpty ? "\n\n" : String(decoding: place.gap, as: UTF8.self),
      text: "\n" + random.sentence(14 + random.below(30)))
    if !place.gap.contains(0x0A) { node.gap = Array("\n\n".utf8) }
    insert(node, beside: place, after: true)
    touched.insert(node.id)
    truth.inserted.insert(node.id)
    for note in draft.notes(place).prefix(1) {
      let other = draft.make(.pasal, label: "Pasal 1", gap: "\n", text: "\nCukup jelas.\n")
      other.explained = node
      insert(other, beside: note, after: true)
      touched.insert(other.id)
      truth.inserted.insert(other.id)
    }
  }

  mutating func removePasal() {
    guard let node = article(), siblings(node).count > 2 else { return }
    remove(node)
  }

  mutating func remove(_ node: EditableDraft.Node) {
    touch(node)
    for inner in node.subtree() {
      for note in draft.notes(inner) { detach(note, as: &truth.removed) }
    }
    detach(node, as: &truth.removed)
  }

  mutating func movePasal(_ percent: Int) {
    let all = articles()
    let draft = draft
    guard let node = article(25, where: { !draft.hasPageParts($0) }), siblings(node).count > 2,
      let from = all.firstIndex(where: { $0 === node })
    else { return }
    let places = all.enumerated().filter {
      abs($0.offset - from) > 3 && $0.element.unit != nil && isFree($0.element)
    }
    guard !places.isEmpty else { return }
    let place = random.pick(places).element
    let notes = (draft.notes(node), draft.notes(place))
    touch(node)
    // Everything between is what moved where that is less: no such choice here.
    move(node, beside: place)
    truth.moved.insert(node.id)
    if let note = notes.0.first, let other = notes.1.first { move(note, beside: other) }
    for inner in node.subtree() where percent > 0 { change(inner, percent) }
  }

  mutating func splitPasal() {
    let draft = draft
    let cuts = cuts
    guard
      let node = article(
        30,
        where: { node in
          let ayat = node.children
          return ayat.count >= 2 && ayat.allSatisfy { $0.kind == .ayat }
            && node.children.count == node.content.count && !cuts(node).isEmpty
            && draft.notes(node).allSatisfy { $0.children.isEmpty }
        })
    else { return }
    let rest = node.children[random.pick(cuts(node))...]
    let part = draft.make(.pasal, label: "Pasal 1", gap: "\n\n", text: "")
    part.content = []
    touch(node)
    for inner in rest {
      take(inner)
      part.content.append(.child(inner))
      inner.parent = part
    }
    if part.children.first?.gap.contains(0x0A) != true {
      part.children.first?.gap = Array("\n".utf8)
    }
    insert(part, beside: node, after: true)
    touched.insert(part.id)
    truth.split.formUnion([node.id, part.id])
  }

  mutating func mergePasal() {
    let draft = draft
    let all = articles()
    let places = all.indices.dropLast().filter { index in
      [all[index], all[index + 1]].allSatisfy { node in
        isFree(node) && !node.children.isEmpty && node.children.allSatisfy { $0.kind == .ayat }
          && draft.words(node) > 25 && node.unit != nil
          && node.children.count == node.content.count
          && draft.notes(node).allSatisfy { $0.children.isEmpty }
      } && all[index].parent === all[index + 1].parent
        && all[index].children.count + all[index + 1].children.count < 20
        && draft.words(all[index]) < 3 * draft.words(all[index + 1])
        && draft.words(all[index + 1]) < 3 * draft.words(all[index])
    }
    guard !places.isEmpty else { return }
    let index = random.pick(Array(places))
    let (first, second) = (all[index], all[index + 1])
    touch(first)
    touch(second)
    for note in draft.notes(second) { detach(note, as: &truth.removed) }
    for inner in second.children {
      take(inner)
      first.content.append(.child(inner))
      inner.parent = first
    }
    take(second)
    draft.absorbed[second.id] = first
    truth.merged.formUnion([first.id, second.id])
  }

  // MARK: What a Pasal holds

  static let items: Set<UnitKind> = [
    .ayat, .huruf, .angka, .subhuruf, .subangka, .butir, .definisi,
  ]

  /// An item of a list in order, nothing of it touched.
  mutating func item(_ minimumWords: Int = 4) -> EditableDraft.Node? {
    let lists = draft.groups().filter {
      Self.items.contains($0[0].kind) && $0.count > 2 && draft.isRegular($0)
        && $0.allSatisfy { $0.unit != nil } && ($0[0].parent.map { isFree($0) } ?? false)
    }
    guard !lists.isEmpty else { return nil }
    let items = random.pick(lists).filter { draft.words($0) >= minimumWords }
    return items.isEmpty ? nil : random.pick(items)
  }

  mutating func insertItem() {
    guard let place = item(), let last = place.parent?.children.last else { return }
    if let parent = place.parent { touch(parent) }
    let ending = last === place || [.ayat].contains(place.kind) ? "." : ";"
    let text = random.sentence(6 + random.below(14)).dropLast()
    let node = draft.make(
      place.kind, label: String(decoding: place.label, as: UTF8.self), gap: "\n",
      text: " " + text + ending)
    if place.gap.contains(0x0A) { node.gap = place.gap }
    // A list ends with the item that it ended with.
    insert(node, beside: place, after: false)
    if !place.gap.contains(0x0A) { place.gap = Array("\n".utf8) }
    touched.insert(node.id)
    truth.inserted.insert(node.id)
  }

  mutating func removeItem() {
    guard let node = item(), let parent = node.parent, parent.children.last !== node,
      parent.children.first !== node
    else { return }
    touch(parent)
    remove(node)
  }

  mutating func swapItems() {
    guard let node = item(6), let parent = node.parent, node.children.isEmpty else { return }
    let peers = parent.children
    guard let index = peers.firstIndex(where: { $0 === node }), index + 2 < peers.count,
      peers[index + 1].kind == node.kind, peers[index + 1].children.isEmpty,
      draft.words(peers[index + 1]) >= 6,
      abs(draft.words(node) - draft.words(peers[index + 1])) * 4 > draft.words(node)
    else { return }
    let other = peers[index + 1]
    guard [node, other].allSatisfy({ draft.notes($0).isEmpty && !draft.hasPageParts($0) }) else {
      return
    }
    touch(parent)
    let slots = parent.content.indices.filter {
      if case .child(let child) = parent.content[$0] {
        child === node || child === other
      } else {
        false
      }
    }
    parent.content[slots[0]] = .child(other)
    parent.content[slots[1]] = .child(node)
    let gap = node.gap
    node.gap = other.gap
    other.gap = gap
    // The lighter one moved.
    truth.moved.insert(weight(node) < weight(other) ? node.id : other.id)
  }

  func weight(_ node: Node) -> Int { draft.words(node) }

  mutating func moveAyat() {
    let draft = draft
    guard
      let from = article(
        20,
        where: {
          $0.children.count > 2 && $0.children.allSatisfy { $0.kind == .ayat }
            && !draft.hasPlaceReferences($0)
        }),
      let node = from.children.dropFirst().first(where: {
        draft.words($0) >= 15 && !draft.hasPageParts($0)
      }), draft.notes(node).isEmpty
    else { return }
    touch(from)
    guard
      let other = article(
        15,
        where: { node in
          node.children.count > 1 && node.children.allSatisfy { $0.kind == .ayat }
            && node.children.count < 20
        }), let last = other.children.last
    else { return }
    touch(other)
    move(node, beside: last)
    truth.moved.insert(node.id)
  }
}
