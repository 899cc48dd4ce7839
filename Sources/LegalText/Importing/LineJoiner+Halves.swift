/// What two halves of a word say of each other.
extension LineJoiner {
  /// Whether the hyphen between two halves of a word stays, and why.
  func judge(_ half: Range<Int>, _ head: Range<Int>) -> (keeps: Bool, Repair.Reason) {
    if isRepeated(half, head) { return (true, .reduplication) }
    let whole = counts[hash(half, head)] ?? 0
    let hyphenated = counts[hash(half, head, hyphen: true)] ?? 0
    if hyphenated > whole { return (true, .vocabulary) }
    if whole > hyphenated { return (false, .vocabulary) }
    if isNearlyRepeated(half, head) { return (true, .reduplication) }
    // One letter is no syllable that is cut off: *e-Government*.
    if half.count == 1 { return (true, .usual) }
    if SourceText.isDigit(text[half.upperBound - 1]) || SourceText.isDigit(text[head.lowerBound]) {
      return (true, .usual)
    }
    // A capital within a word written small begins a second word, as in *Undang-Undang*.
    if SourceText.isUpper(text[head.lowerBound]), half.contains(where: { isLower($0) }) {
      return (true, .usual)
    }
    // Two abbreviations, as in *UKL-UPL*; a word in capitals has longer parts, with vowels.
    if half.allSatisfy({ SourceText.isUpper(text[$0]) }),
      head.allSatisfy({ SourceText.isUpper(text[$0]) }),
      half.count <= 4 && head.count <= 4 || !hasVowel(half) || !hasVowel(head)
    {
      return (true, .usual)
    }
    let areWords =
      half.count >= 4 && head.count >= 4 && counts[hash(half), default: 0] >= 2
      && counts[hash(head), default: 0] >= 2
    return (areWords, areWords ? .vocabulary : .usual)
  }

  /// Whether a number and its hyphen are those of a page, as in `-15-`: a word does not go on with
  /// them.
  func isPageNumber(_ half: Range<Int>, before head: Range<Int>) -> Bool {
    half.allSatisfy { SourceText.isDigit(text[$0]) }
      && (text[half.lowerBound - 1] == 0x2D || !SourceText.isDigit(text[head.lowerBound]))
  }

  /// Whether a line may go on with the word that ends the one before it: a word in capitals does
  /// not with a small one, nor another word with the doubled *undang*.
  func mayGoOn(_ half: Range<Int>, _ head: Range<Int>) -> Bool {
    guard SourceText.isUpper(text[head.lowerBound]) else { return true }
    if head.count > 1, SourceText.isUpper(text[head.lowerBound + 1]), isLower(half.upperBound - 1) {
      return false
    }
    let undang = text.match("per", at: half.lowerBound) ?? half.lowerBound
    guard text.match("undang", at: undang) == half.upperBound else { return true }
    return text.match("undang", at: head.lowerBound) != nil
  }

  private func hasVowel(_ word: Range<Int>) -> Bool {
    word.contains { "aeiou".utf8.contains(SourceText.folded(text[$0])) }
  }

  /// *masing-masing*, *perundang-undangan*, *seluas-luasnya*, *tolong-menolong*.
  private func isRepeated(_ half: Range<Int>, _ head: Range<Int>) -> Bool {
    let left = half.map { SourceText.folded(text[$0]) }
    let right = head.map { SourceText.folded(text[$0]) }
    guard left.count >= 3, right.count >= 3, left.count <= 40, right.count <= 40 else {
      return left == right && left.count >= 2
    }
    var length = min(left.count, right.count)
    while length >= 3 {
      if left.suffix(length).elementsEqual(right.prefix(length)) { return true }
      length -= 1
    }
    guard left.count >= 5, right.count > left.count else { return false }
    return right.suffix(left.count - 1).elementsEqual(left.dropFirst())
  }

  /// Doubled words whose vowels change, as *asal-usul*, and long ones with one misprint.
  private func isNearlyRepeated(_ half: Range<Int>, _ head: Range<Int>) -> Bool {
    let left = half.map { SourceText.folded(text[$0]) }
    let right = head.map { SourceText.folded(text[$0]) }
    guard (4...20).contains(left.count), (4...20).contains(right.count) else { return false }
    if left.count >= 7, Likeness.isLike(left, right, allowed: 1) { return true }
    let vowels = Set("aeiou".utf8)
    return left.count == right.count
      && zip(left, right).allSatisfy { $0 == $1 || vowels.contains($0) && vowels.contains($1) }
  }
}
