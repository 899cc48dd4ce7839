/// Notes of an elucidation that explain several provisions at once, `Pasal 8 sampai dengan Pasal 12`,
/// `Ayat (1) dan (2) :`, though each should be listed by itself (UU 12/2011, Lampiran II angka 188).
extension OutlineBuilder {
  private static let joints: [StaticString] = [
    "sampai dengan", "s/d", "s.d.", "s.d", "sd", "dan", "serta", ",",
  ]

  /// The last number of the group that begins with `mark`, where its note follows.
  func endOfGroup(_ mark: Mark) -> Int32? {
    var last = mark.value
    guard last > 0 else { return nil }
    var position = mark.end
    var count = 0
    while count < 12, let (number, end) = jointNumber(mark.shape, at: position), number > last {
      (last, position) = (number, end)
      count += 1
    }
    guard count > 0 else { return nil }
    return isNote(at: position) ? last : nil
  }

  /// Whether the text of a note, or the end of the line, follows the marks that end at `position`.
  private func isNote(at position: Int) -> Bool {
    var end = text.skippingSpaces(from: position, to: min(position + 40, lastVisible))
    guard end < lastVisible, text[end] != 0x3A else { return true }
    while text[end] == 0x20 || text[end] == 0x2E { end += 1 }
    return text.bytes[position..<end].contains(0x0A) || text[end] == 0x0A || text[end] == 0x0D
      || text.match("cukup", at: end) != nil
  }

  /// The number that is joined at `position` to one before it, and where it ends.
  private func jointNumber(_ shape: Mark.Shape, at position: Int) -> (Int32, Int)? {
    var next = text.skippingSpaces(from: position, to: lastVisible)
    var joint: Int?
    for word in Self.joints where joint == nil { joint = text.match(word, at: next) }
    guard let joint else { return nil }
    next = text.skippingSpaces(from: joint, to: lastVisible)
    let word: StaticString
    switch shape {
    case .pasal: word = "pasal"
    case .wordAyat: word = "ayat"
    case .wordHuruf: word = "huruf"
    default: word = "angka"
    }
    if let end = text.match(word, at: next) {
      next = text.skippingSpaces(from: end, to: lastVisible)
    }
    if shape == .wordAyat {
      guard text[next] == 0x28 else { return nil }
      next = text.skippingSpaces(from: next + 1, to: lastVisible)
    }
    var end = next
    while SourceText.isAlphanumeric(text[end]), end < next + 6 { end += 1 }
    let number: Int
    if shape == .wordHuruf {
      guard end <= next + 2, SourceText.isLetter(text[next]) else { return nil }
      number = NumberReader.letterOrder(text, next..<end) ?? 0
    } else {
      number = NumberReader.read(text, next..<end).value
    }
    if shape == .wordAyat {
      end = text.skippingSpaces(from: end, to: end + 2)
      guard text[end] == 0x29 else { return nil }
      end += 1
    }
    return number > 0 && number < 2000 ? (Int32(number), end) : nil
  }

  /// The last article of the group that `mark` begins.
  func endOfArticles(_ mark: Mark) -> Int32? {
    let isLabelled = isLabelled(mark)
    guard mark.value > scope.pasal.value,
      mark.before == .stop || mark.before == .start || isLabelled && mark.before == .word,
      mark.flags.contains(.lineStart) || mark.value == scope.pasal.value + 1
    else { return nil }
    return endOfGroup(mark)
  }

  /// Whether nothing but marks and a colon stand before a note on its line: `Pasal 12 : Cukup
  /// jelas.`, `Pasal 3 ayat (1) dan (2) : …`
  func isLabelled(_ mark: Mark) -> Bool {
    guard mark.flags.contains(.lineStart) else { return false }
    let limit = min(mark.end + 60, lastVisible)
    var position = mark.end
    while position < limit, text[position] != 0x3A {
      if SourceText.isLetter(text[position]) {
        guard let end = wordOfMarks(at: position) else { return false }
        position = end
      } else {
        switch text[position] {
        case 0x20, 0x28, 0x29, 0x2C, 0x2E, 0x2F, 0x30...0x39: position += 1
        default: return false
        }
      }
    }
    return position < limit
  }

  /// One past a word that stands between marks, or the letter of one.
  private func wordOfMarks(at position: Int) -> Int? {
    if text.isWordEnd(position + 1) { return position + 1 }
    for word: StaticString in ["ayat", "huruf", "angka", "pasal", "sampai", "dengan", "dan", "sd"] {
      if let end = text.match(word, at: position), text.isWordEnd(end) { return end }
    }
    return nil
  }
}
