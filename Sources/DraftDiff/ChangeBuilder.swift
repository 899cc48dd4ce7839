import LegalText

/// Turns an alignment into records: each changed unit in one of them.
struct ChangeBuilder {
  private(set) var changes: [Change] = []
  private(set) var summary = ChangeSummary()

  private let aligner: Aligner
  private let alignment: Alignment
  private let judge: ReferenceJudge
  private let moved: [Bool]
  private let splitFrom: [Int: Int]
  private let mergedInto: [Int: Int]
  private var ordered: [(key: Key, change: Change)] = []
  /// What is left of the steps for comparing words: about half a second.
  private var wordSteps = 64_000_000

  /// The place of a record: by the new unit, removed ones after the one they followed.
  private struct Key: Comparable {
    var new: Int
    var old: Int

    static func < (a: Key, b: Key) -> Bool { (a.new, a.old) < (b.new, b.old) }
  }

  init(_ aligner: Aligner, _ alignment: Alignment, moved: [Bool]) {
    self.aligner = aligner
    self.alignment = alignment
    self.moved = moved
    splitFrom = aligner.splitFrom
    mergedInto = aligner.mergedInto
    judge = ReferenceJudge(aligner, splitFrom: splitFrom, mergedInto: mergedInto)
  }

  mutating func build() {
    buildNew()
    buildRemoved()
    ordered.sort { $0.key < $1.key }
    changes = ordered.map(\.change)
    ordered = []
    for change in changes {
      for effect in change.references { summary.references[effect.effect, default: 0] += 1 }
    }
  }

  // MARK: Units of the new document

  private mutating func buildNew() {
    let known = Self.prefix(aligner.new.units.indices) {
      aligner.toOld[$0] != nil || splitFrom[$0] != nil
    }
    var n = 0
    while n < aligner.new.units.count {
      let end = Self.end(n, aligner.new)
      if let o = aligner.toOld[n] ?? splitFrom[n] {
        buildMatched(o, n)
      } else {
        let isWhole = known[end] == known[n]
        insert(n, isWhole)
        if isWhole {
          n = end
          continue
        }
      }
      n += 1
    }
  }

  private mutating func insert(_ n: Int, _ isWhole: Bool) {
    let text = Self.text(n, isWhole, aligner.new)
    let tokens = isWhole ? aligner.new.subtree(n) : aligner.new.own[n]
    append(
      Key(new: n, old: -1), [.inserted], nil, n, words: [WordChange(op: .insert, text: text)],
      notes: figures(tokens))
    summary.inserted += Self.articles(n, isWhole, aligner.new)
    summary.insertedWords += WordChange.wordCount(text)
  }

  // MARK: Units of the old document

  private mutating func buildRemoved() {
    let known = Self.prefix(aligner.old.units.indices) {
      aligner.toNew[$0] != nil || mergedInto[$0] != nil
    }
    var last = -1
    var o = 0
    while o < aligner.old.units.count {
      let end = Self.end(o, aligner.old)
      if let n = aligner.toNew[o] {
        if !moved[o] { last = n }
      } else if let n = mergedInto[o] {
        buildMatched(o, n)
      } else {
        let isWhole = known[end] == known[o]
        remove(o, isWhole, after: last)
        if isWhole {
          o = end
          continue
        }
      }
      o += 1
    }
  }

  private mutating func remove(_ o: Int, _ isWhole: Bool, after last: Int) {
    let text = Self.text(o, isWhole, aligner.old)
    append(
      Key(new: last, old: o), [.removed], o, nil, words: [WordChange(op: .delete, text: text)],
      notes: [])
    summary.removed += Self.articles(o, isWhole, aligner.old)
    summary.deletedWords += WordChange.wordCount(text)
  }

  // MARK: Pairs

  private mutating func buildMatched(_ o: Int, _ n: Int) {
    if isUntouched(o, n) { return }
    var kinds: Set<ChangeKind> = []
    let form = form(o, n)
    kinds.formUnion(form.kinds)
    if moved[o], aligner.toNew[o] == n { kinds.insert(.moved) }
    if isRenumbered(o, n) { kinds.insert(.renumbered) }
    let pairs = judge.pairs(o, n)
    var notes: [Change.Note] = []
    var words: [WordChange] = []
    let sameWords = form.isHolder || aligner.old.ownMasked[o] == aligner.new.ownMasked[n]
    if !sameWords || pairs.contains(where: { $0.effect?.effect == .substantive }) {
      let slices = judge.slices(o, n, pairs)
      let comparison = WordDiff.compare(
        slices.old, slices.new, isMirrored: aligner.isTransposed, pool: wordSteps)
      wordSteps = max(0, wordSteps - comparison.steps)
      let edits = comparison.changes.filter { Self.isEdit($0) }
      if !edits.isEmpty, isEditedAsWhole(o, n) {
        kinds.insert(.edited)
        words = comparison.changes
        count(edits)
        if comparison.isBudgetExhausted { notes.append(.budgetExhausted) }
        notes += figures(aligner.new.own[n])
      }
    }
    let effects = pairs.compactMap(\.effect)
    guard !kinds.isEmpty || !effects.isEmpty else { return }
    if alignment.counterpart(ofOld: o)?.isAmbiguous == true { notes.append(.ambiguous) }
    append(
      Key(new: n, old: aligner.toOld[n] == o ? -1 : o), kinds, o, n, words: words,
      references: effects, notes: notes)
    if kinds.contains(.edited) { summary.edited += 1 }
    if kinds.contains(.split) { summary.split += 1 }
    if kinds.contains(.merged) { summary.merged += 1 }
    guard Self.isArticle(n, aligner.new), Self.isArticle(o, aligner.old) else { return }
    if kinds.contains(.moved) { summary.moved += 1 }
    if kinds.contains(.renumbered) { summary.renumbered += 1 }
  }

  /// Whether a pair stands where it stood with the same words, none of which cites anything: in two
  /// versions of an act most do.
  @inline(__always)
  private func isUntouched(_ o: Int, _ n: Int) -> Bool {
    aligner.old.ownStrict[o] == aligner.new.ownStrict[n] && !moved[o]
      && aligner.old.numbers[o] == aligner.new.numbers[n]
      && aligner.old.referencesOf[o].isEmpty && aligner.new.referencesOf[n].isEmpty
      && aligner.toNew[o] == n && aligner.splits[o] == nil && aligner.merges[n] == nil
  }

  /// What a division or union makes of a pair: a Pasal whose words are those of its ayat now only
  /// holds them, and where one ayat took them all, they got another mark and no more.
  private func form(_ o: Int, _ n: Int) -> (kinds: Set<ChangeKind>, isHolder: Bool) {
    let parts = aligner.splits[o] ?? aligner.merges[n]
    guard let parts else { return ([], false) }
    let kind: ChangeKind = aligner.splits[o] != nil ? .split : .merged
    guard let (x, y) = counterpart(o, n), aligner.isOfOtherForm(x, y) else {
      return ([kind], false)
    }
    if (x, y) == (o, n) { return ([], true) }
    return ([parts.count > 2 ? kind : .renumbered], false)
  }

  /// The pair that a part of a divided or joined unit belongs to.
  private func counterpart(_ o: Int, _ n: Int) -> (Int, Int)? {
    if let whole = aligner.splits[o] != nil ? aligner.toNew[o] : nil { return (o, whole) }
    return aligner.toOld[n].map { ($0, n) }
  }

  private static func isEdit(_ change: WordChange) -> Bool {
    change.op != .equal && change.effect == nil
      && !change.text.utf8.allSatisfy(Whitespace.isSpace)
  }

  /// Whether more happened to a unit that was split or merged than that.
  private func isEditedAsWhole(_ o: Int, _ n: Int) -> Bool {
    let olds = aligner.merges[n]?.sorted() ?? [o]
    let news = aligner.splits[o]?.sorted() ?? [n]
    guard olds.count > 1 || news.count > 1 else { return true }
    return olds.flatMap { aligner.old.masked[aligner.old.own[$0]] }
      != news.flatMap { aligner.new.masked[aligner.new.own[$0]] }
  }

  private mutating func count(_ edits: [WordChange]) {
    for edit in edits {
      let words = WordChange.wordCount(edit.text)
      if edit.op == .insert {
        summary.insertedWords += words
      } else {
        summary.deletedWords += words
      }
    }
  }

  private func isRenumbered(_ o: Int, _ n: Int) -> Bool {
    aligner.old.numbers[o] != aligner.new.numbers[n] && aligner.toNew[o] == n
      && !(aligner.old.units[o].label.isEmpty && aligner.new.units[n].label.isEmpty)
  }

  // MARK: Records

  private mutating func append(
    _ key: Key, _ kinds: Set<ChangeKind>, _ o: Int?, _ n: Int?, words: [WordChange],
    references: [ReferenceEffect] = [], notes: [Change.Note]
  ) {
    let old = o.map { Change.Side($0, in: aligner.old.document) }
    let new = n.map { Change.Side($0, in: aligner.new.document) }
    let kind = n.map { aligner.new.units[$0].kind } ?? o.map { aligner.old.units[$0].kind }
    ordered.append(
      (
        key,
        Change(
          kinds: kinds, kind: kind ?? .blok, old: old, new: new, words: words,
          references: references, notes: notes)
      ))
  }

  private func figures(_ tokens: Range<Int>) -> [Change.Note] {
    tokens.filter { aligner.new.text.tokens[$0].traits.contains(.figure) }
      .map { String(decoding: aligner.new.text.text($0), as: UTF8.self) }
      .filter { Numeral.disagrees($0) }.map { .figureDisagrees($0) }
  }

  private static func end(_ unit: Int, _ indexed: IndexedDocument) -> Int {
    min(max(indexed.units[unit].subtreeEnd, unit + 1), indexed.units.count)
  }

  private static func prefix(_ units: Range<Int>, _ isKnown: (Int) -> Bool) -> [Int] {
    var result = [0]
    for unit in units { result.append(result[unit] + (isKnown(unit) ? 1 : 0)) }
    return result
  }

  private static func text(_ unit: Int, _ isWhole: Bool, _ indexed: IndexedDocument) -> String {
    let known = indexed.units[unit]
    let texts =
      isWhole
      ? indexed.document.withoutFurniture(known.range).map(indexed.document.text(in:))
      : [known.label, indexed.document.ownText(of: unit)]
    var result = ""
    for text in texts {
      let text = Whitespace.collapsed(text)
      if text.isEmpty { continue }
      if !result.isEmpty { result += " " }
      result += text
    }
    return result
  }

  /// Whether a unit counts as a Pasal in a summary.
  private static func isArticle(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.units[unit].kind == .pasal && !indexed.isExplanation[unit]
  }

  private static func articles(_ unit: Int, _ isWhole: Bool, _ indexed: IndexedDocument) -> Int {
    (unit..<(isWhole ? end(unit, indexed) : unit + 1)).count { isArticle($0, indexed) }
  }
}
