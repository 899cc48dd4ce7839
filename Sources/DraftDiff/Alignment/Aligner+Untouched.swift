import LegalText

// Explanations that nobody touched.
extension Aligner {
  /// The alignment as a reader is told of it, where it differs: a note goes where the provision goes
  /// that it explains. But where the penjelasan, or the note on a Pasal with its ayat, is the same
  /// word for word and number for number, though provisions came, went or changed places that it
  /// explains, it was forgotten, and nothing happened to it.
  func withUntouchedNotes() -> Aligner? {
    let kept = untouchedNotes().filter { old, new in
      (0..<size(old)).contains { toNew[old + $0] != new + $0 }
    }
    guard !kept.isEmpty else { return nil }
    var result = self
    for (o, n) in kept { result.part(o..<o + size(o), n..<n + size(o)) }
    for (o, n) in kept {
      for offset in 0..<size(o) { result.pair(o + offset, n + offset, score: 1) }
    }
    return result
  }

  /// The outermost pairs of units of the penjelasan that are the same throughout, though they would
  /// not be had they followed what they explain.
  private func untouchedNotes() -> [(old: Int, new: Int)] {
    var notes: [(old: Int, new: Int)] = []
    var next = 0
    while next < old.units.count {
      let o = next
      next += 1
      guard old.units[o].kind == .penjelasan || old.isExplanation[o] && oldRoles[o] == .entry,
        let n = toNew[o], old.treeStrict[o] == new.treeStrict[n], old.numbers[o] == new.numbers[n],
        explainsMoreOrLess(o, n) || holdsUnlikePairs(o)
      else { continue }
      notes.append((o, n))
      next = o + size(o)
    }
    return notes
  }

  /// Whether what a pair explains holds more, or less, than before.
  private func explainsMoreOrLess(_ o: Int, _ n: Int) -> Bool {
    guard old.units[o].kind != .penjelasan else { return articles(old) != articles(new) }
    guard let body = old.explained[o], let counterpart = new.explained[n] else { return false }
    return old.children[body].count != new.children[counterpart].count
  }

  /// Whether a unit holds one that was paired with another text.
  private func holdsUnlikePairs(_ o: Int) -> Bool {
    (o..<o + size(o)).contains { unit in
      toNew[unit].map { old.treeStrict[unit] != new.treeStrict[$0] } ?? false
    }
  }

  private func articles(_ indexed: IndexedDocument) -> Int {
    indexed.units.indices.count { indexed.units[$0].kind == .pasal && !indexed.isExplanation[$0] }
  }

  /// How many units an old one is with all that it holds.
  private func size(_ o: Int) -> Int { max(old.units[o].subtreeEnd, o + 1) - o }

  /// Takes units out of what they were paired with, cut from or joined to.
  private mutating func part(_ olds: Range<Int>, _ news: Range<Int>) {
    for o in olds {
      if let counterpart = toNew[o] { unpair(o, counterpart) }
    }
    for n in news {
      if let counterpart = toOld[n] { unpair(counterpart, n) }
    }
    splits = splits.filter { o, parts in
      !olds.contains(o) && !parts.contains(where: news.contains)
    }
    merges = merges.filter { n, parts in
      !news.contains(n) && !parts.contains(where: olds.contains)
    }
  }
}
