import LegalText

/// A note of the penjelasan that was left as it was though it stands at another provision now: what
/// it explained moved on, or is gone.
public struct ForgottenNote: Sendable, Hashable {
  /// The note: an index of a unit of the new text.
  public let note: Int
  /// What it explained, as the new text has it; nil where that was removed.
  public let explained: Int?
}

// Explanations that nobody touched.
extension Aligner {
  /// The alignment as a reader is told of it, where it differs: a note goes where the provision goes
  /// that it explains. But where the penjelasan, or the note on a Pasal with its ayat, is the same
  /// word for word and number for number, though provisions came, went or changed places that it
  /// explains, it was forgotten, and nothing happened to it.
  func withUntouchedNotes() -> Aligner? {
    let kept = untouchedNotes().map { (olds: old.range(of: $0), news: new.range(of: $1)) }
      .map { ($0.olds, $0.news, places: samePlaces($0.olds, $0.news)) }
      .filter { $0.places.contains { toNew[$0.old] != $0.new } }
    guard !kept.isEmpty else { return nil }
    var result = self
    for (olds, news, _) in kept { result.part(olds, news) }
    for (_, _, places) in kept {
      for place in places { result.pair(place.old, place.new, score: 1) }
    }
    return result
  }

  /// The notes that say something and were forgotten, of those that hold each other the outer ones.
  /// - Parameter shown: the alignment with the untouched notes.
  func forgottenNotes(_ shown: Aligner) -> [ForgottenNote] {
    var notes: [ForgottenNote] = []
    var next = 0
    while next < old.units.count {
      let o = next
      next += 1
      guard let body = old.explained[o], let n = shown.toNew[o], n != toNew[o],
        toNew[body] != new.explained[n], !saysNothing(o)
      else { continue }
      notes.append(ForgottenNote(note: n, explained: toNew[body]))
      next = old.range(of: o).upperBound
    }
    return notes
  }

  /// Whether a note has no words of its own or only those that explain nothing (UU 12/2011,
  /// Lampiran II angka 188).
  private func saysNothing(_ o: Int) -> Bool {
    let words = old.document.ownText(of: o).lowercased()
    return words.isEmpty || words == "cukup jelas" || words == "cukup jelas."
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
        let n = toNew[o], old.numbers[o] == new.numbers[n],
        explainsMoreOrLess(o, n) || holdsUnlikePairs(o), isSameText(o, n)
      else { continue }
      notes.append((o, n))
      next = old.range(of: o).upperBound
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
    old.range(of: o).contains { unit in
      toNew[unit].map { old.treeStrict[unit] != new.treeStrict[$0] } ?? false
    }
  }

  private func articles(_ indexed: IndexedDocument) -> Int {
    indexed.units.indices.count { indexed.units[$0].kind == .pasal && !indexed.isExplanation[$0] }
  }

  /// Whether two units are the same letter for letter and number for number. Their trees may differ:
  /// what holds an item of a note is read from the body.
  private func isSameText(_ o: Int, _ n: Int) -> Bool {
    TextOrder.areSameLetters(
      old.document.source[old.units[o].range], new.document.source[new.units[n].range])
  }

  /// The units of two equal texts that stand at the same places, in order.
  private func samePlaces(_ olds: Range<Int>, _ news: Range<Int>) -> [(old: Int, new: Int)] {
    let (firstOld, firstNew) = (
      old.own[olds.lowerBound].lowerBound, new.own[news.lowerBound].lowerBound
    )
    var places: [(old: Int, new: Int)] = []
    var next = news.lowerBound
    for o in olds {
      let place = old.own[o].lowerBound - firstOld
      var n = next
      while n < news.upperBound, new.own[n].lowerBound - firstNew <= place {
        if new.own[n].lowerBound - firstNew == place, old.units[o].kind == new.units[n].kind,
          old.numbers[o] == new.numbers[n]
        {
          places.append((o, n))
          next = n + 1
          break
        }
        n += 1
      }
    }
    return places
  }

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
