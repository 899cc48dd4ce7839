/// Words as scans print them: their letters apart, one of them misread.
extension SourceText {
  /// Like `matchSpaced`, for a whole word of which one place may be misread: a letter replaced, lost
  /// or put in, one letter printed as two or three signs (`IVI` for M), or two as one.
  ///
  /// Short words bear the last two only where `freely` says that their place proves them.
  func matchMisread(_ word: StaticString, at position: Int, freely: Bool = false) -> Int? {
    guard position >= 0, position < bytes.count else { return nil }
    return word.withUTF8Buffer { letters in
      var index = 0
      var next = position
      while index < letters.count {
        let place = index > 0 ? skippingGap(next) : next
        guard Self.folded(self[place]) == letters[index] else { break }
        next = place + 1
        index += 1
      }
      guard index < letters.count else {
        if isWordEnd(next) { return next }
        return isWordEnd(next + 1) ? next + 1 : nil
      }
      let place = index > 0 ? skippingGap(next) : next
      return rest(letters, index + 1, at: place, over: 1)
        ?? rest(letters, index + 1, at: next, over: 0)
        ?? rest(letters, index, at: place, over: 1)
        ?? (freely || letters.count > 4 ? manifold(letters, index, at: place) : nil)
    }
  }

  /// Whether one of the first two letters of a word, or the next two, stand at `position`: so much
  /// remains of a word with one misread place. Most lines are told apart by it.
  @inline(__always)
  func mayBegin(_ word: (UInt8, UInt8, UInt8), at position: Int) -> Bool {
    let second = Self.folded(self[position + 1])
    if Self.folded(self[position]) == word.0 {
      return second == word.1 || second == word.2 || second == 0x20
        || Self.folded(self[position + 2]) == word.2
    }
    return second == word.1 && Self.folded(self[position + 2]) == word.2
      || Self.folded(self[position]) == word.1 && second == word.2
      || Self.folded(self[position + 2]) == word.1
  }

  /// One letter as two or three signs, or two as one.
  private func manifold(
    _ letters: UnsafeBufferPointer<UInt8>, _ index: Int, at place: Int
  ) -> Int? {
    rest(letters, index + 1, at: place, over: 2)
      ?? rest(letters, index + 2, at: place, over: 1)
      ?? rest(letters, index + 1, at: place, over: 3)
  }

  /// The end of the word whose letters from `index` on stand behind `count` misread signs.
  private func rest(
    _ letters: UnsafeBufferPointer<UInt8>, _ index: Int, at position: Int, over count: Int
  ) -> Int? {
    guard index <= letters.count else { return nil }
    for sign in position..<position + count where self[sign] <= 0x20 { return nil }
    var next = position + count
    // A sign of several bytes is misread as a whole.
    guard self[next] & 0xC0 != 0x80 else { return nil }
    for letter in letters[index...] {
      let place = skippingGap(next)
      guard Self.folded(self[place]) == letter else { return nil }
      next = place + 1
    }
    return isWordEnd(next) ? next : nil
  }

  /// The position after at most three spaces.
  private func skippingGap(_ position: Int) -> Int {
    var next = position
    while self[next] == 0x20, next < position + 3 { next += 1 }
    return next
  }
}

/// The order to promulgate an act, with which its close begins (UU 12/2011, Lampiran II angka
/// 160–162). No single word of it is certain to be readable.
struct PromulgationOrder {
  let text: SourceText

  /// As far as the order is read.
  private static let reach = 320

  /// Whether the sentence at `position` is the order: it begins as one does, and enough of its
  /// usual words follow.
  func begins(at position: Int) -> Bool {
    var score: Int
    switch SourceText.folded(text[position]) {
    case UInt8(ascii: "m"):
      guard SourceText.isUpper(text[position]), text.match("memerintah", at: position) != nil
      else { return false }
      score = 0
    default:
      guard
        text.mayBegin((0x61, 0x67, 0x61), at: position)
          || text.mayBegin((0x73, 0x75, 0x70), at: position),
        text.match("agar", at: position) ?? text.match("supaya", at: position)
          ?? text.matchMisread("agar", at: position) ?? text.matchMisread("supaya", at: position)
          != nil
      else { return false }
      score = 1
    }
    var next = position
    let end = min(position + Self.reach, text.count)
    while next < end, score < 3 {
      let atWord = next == position || !SourceText.isLetter(text[next - 1])
      if atWord { score += weight(at: next) }
      if text[next] == 0x2E, text[next + 1] <= 0x20 { break }
      next += 1
    }
    return score >= 3
  }

  /// What the word at `position` says for the order.
  private func weight(at position: Int) -> Int {
    switch SourceText.folded(text[position]) {
    case UInt8(ascii: "m"):
      if text.match("memerintah", at: position) != nil
        || text.matchMisread("memerintahkan", at: position) != nil
      {
        return 2
      }
      return text.match("mengetahui", at: position) != nil
        || text.matchMisread("mengetahuinya", at: position) != nil
        || text.matchMisread("menempatkan", at: position) != nil ? 1 : 0
    case UInt8(ascii: "o"): return text.matchMisread("orang", at: position) != nil ? 1 : 0
    case UInt8(ascii: "p"):
      return text.matchMisread("pengundangan", at: position) != nil
        || text.match("penempatan", at: position) != nil ? 1 : 0
    case UInt8(ascii: "l"): return text.matchMisread("lembaran", at: position) != nil ? 1 : 0
    case UInt8(ascii: "b"): return text.matchMisread("berita", at: position) != nil ? 1 : 0
    default: return 0
    }
  }
}
