/// Annexes (UU 12/2011, Lampiran II angka 192–194).
extension OutlineBuilder {
  mutating func readAnnex(_ mark: Mark) -> Bool {
    if mark.flags.contains(.small) {
      // `Lampiran` in small letters may be the word of a sentence, or explained.
      guard region == .closing || region == .articles || region == .annex,
        mark.before != .comma, mark.before != .reference,
        mark.before != .word || mark.flags.contains(.blankBefore),
        text.match("cukup", at: text.skippingSpaces(from: mark.end, to: lastVisible)) == nil
      else { return false }
    }
    if !mark.flags.contains(.lineStart), mark.value > 0, !namesOwnAct(mark) { return false }
    switch region {
    case .front:
      guard !titleSeen, mark.flags.contains(.lineStart) else { return false }
      finishFront(at: mark.start, isAct: false)
    case .preamble: return false
    case .body:
      guard scope.pasal.value > 0 || scope.roman > 0, mark.flags.contains(.lineStart),
        mark.before != .reference, mark.before != .word
      else { return false }
    case .annex:
      guard let last = frames.last, mark.value > 0, mark.value != last.value,
        mark.value > last.value
          || index["lampiran-" + AddressNumber.text(mark.value, mark.suffix)] == nil
      else { return false }
    case .closing, .elucidation, .umum, .articles:
      guard mark.flags.contains(.lineStart) || mark.before == .stop || mark.before == .word
      else { return false }
    }
    close(to: 0, at: mark.start)
    region = .annex
    let segment =
      mark.value > 0 ? "lampiran-" + AddressNumber.text(mark.value, mark.suffix) : "lampiran"
    open(.lampiran, rank: Rank.section, prefix: "", segment: segment, mark: mark)
    return true
  }

  /// Whether the act that the head of an annex within a line names is the one that is read: behind
  /// no finished sentence its number must be the act's, elsewhere it may be one that cannot be read.
  private func namesOwnAct(_ mark: Mark) -> Bool {
    guard let named = ActNumber(text: text, after: mark.end) else { return mark.before != .word }
    guard let title = index["judul"].map({ units[$0].range }),
      let own = ActNumber(
        text: text, in: title.lowerBound..<min(title.upperBound, title.lowerBound + 2000))
    else { return mark.before != .word }
    return named == own
  }
}
