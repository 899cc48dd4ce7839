/// Definitions (UU 12/2011, Lampiran II angka 98–101).
extension OutlineBuilder {
  /// Whether the numbered items of the innermost unit are definitions: its text says
  /// *yang dimaksud dengan*.
  mutating func definesTerms(_ mark: Mark) -> Bool {
    guard region == .body, mark.shape == .angka, let last = frames.last,
      last.rank == Rank.pasal || last.shape == .ayat
    else { return false }
    if let known = last.definesTerms { return known }
    let start = units[last.unit].labelRange.upperBound
    let end = min(mark.start, start + 600)
    var defines = false
    var mentions = false
    var position = start
    while position < end {
      if text[position] | 0x20 == 0x64,
        let after = text.match("dimaksud", at: position)
          ?? (text[position - 1] <= 0x20 ? text.matchMisread("dimaksud", at: position) : nil)
      {
        mentions = true
        let gap = text.skippingSpaces(from: after, to: end)
        if text.match("dengan", at: gap) != nil || text.matchWords("kan dengan", at: after)
          || text[gap] == 0x3A
        {
          defines = true
        }
      }
      position += 1
    }
    // The words before them may have been torn apart: `… yang dimaksud 1. … dengan:`.
    if !defines, last.rank == Rank.pasal, last.value == 1, mentions || mark.before == .start {
      defines = saysWhatItIs(mark)
    }
    frames[frames.count - 1].definesTerms = defines
    return defines
  }

  /// Whether the first item of a Pasal 1 that has no whole sentence before it says what something is:
  /// `… adalah …`.
  private func saysWhatItIs(_ mark: Mark) -> Bool {
    let end = min(mark.end + 400, lastVisible)
    var position = mark.end
    while position < end, text[position] != 0x3B {
      if text[position] | 0x20 == 0x61, text[position - 1] <= 0x20,
        let after = text.match("adalah", at: position), text.isWordEnd(after)
      {
        return true
      }
      position += 1
    }
    return false
  }
}
