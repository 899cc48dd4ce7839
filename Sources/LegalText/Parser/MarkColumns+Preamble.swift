/// Marks of a preamble that stand with its labels above all of their texts: *Menimbang*, `a.`, `b.`,
/// *Mengingat*, `1.`, `2.`, then the considerations and the legal bases.
extension MarkColumns {
  /// How many marks are looked at: a preamble is the first thing in a text.
  private static let preamble = 300

  /// Puts the marks before their texts and *Mengingat* before the first legal basis, where there are
  /// as many of both as marks; else they stay where they are.
  mutating func placePreamble() {
    guard let label = marks.indices.prefix(Self.preamble).first(where: { isLabel($0, .menimbang) })
    else { return }
    let letters = label + 1..<aloneEnd(from: label + 1, .huruf)
    guard letters.count > 1, isLabel(letters.upperBound, .mengingat) else { return }
    let basis = letters.upperBound
    let column = basis + 1..<aloneEnd(from: basis + 1, .angka)
    guard !column.isEmpty else { return }
    let zone = column.upperBound..<textsEnd(from: column.upperBound)
    let numbers = Array(column) + numbersGoingOn(after: column.count, in: zone)
    let texts = candidates(in: zone, isAyat: false)
    guard isProven(letters, numbers, texts) else {
      hold(letters)
      for index in numbers { hold(index..<index + 1) }
      return
    }
    for (mark, place) in zip(letters, texts) { move(mark, to: place.position) }
    move(basis, to: texts[letters.count].position)
    for (mark, place) in zip(numbers, texts.dropFirst(letters.count)) {
      move(mark, to: place.position)
    }
  }

  /// The marks that go on with those of the legal bases at the top of a later page.
  private func numbersGoingOn(after count: Int, in zone: Range<Int>) -> [Int] {
    var found: [Int] = []
    for index in zone
    where isAlone(index) && marks[index].shape == .angka && marks[index].suffix == 0
      && Int(marks[index].value) == count + found.count + 1
    {
      found.append(index)
    }
    return found
  }

  /// Whether there are as many considerations as letters and as many legal bases as numbers, none
  /// of them before its number's page.
  private func isProven(_ letters: Range<Int>, _ numbers: [Int], _ texts: [Candidate]) -> Bool {
    guard texts.count == letters.count + numbers.count else { return false }
    let bases = texts.dropFirst(letters.count)
    return texts.enumerated().allSatisfy { index, place in
      (text.match("bahwa", at: place.position) != nil) == (index < letters.count)
    } && zip(numbers, bases).allSatisfy { marks[$0].start < $1.position }
  }

  private func isLabel(_ index: Int, _ shape: Mark.Shape) -> Bool {
    index < marks.count && marks[index].shape == shape
      && marks[index].flags.contains([.lineStart, .wholeLine])
  }

  /// One past the marks that stand alone from `index` on and count from 1.
  private func aloneEnd(from index: Int, _ shape: Mark.Shape) -> Int {
    var end = index
    while isAlone(end), marks[end].shape == shape, Int(marks[end].value) == end - index + 1,
      marks[end].suffix == 0
    {
      end += 1
    }
    return end
  }

  /// The mark that ends the texts of a preamble.
  private func textsEnd(from index: Int) -> Int {
    let limit = min(index + Self.preamble, marks.count)
    return (index..<limit).first {
      switch marks[$0].shape {
      case .persetujuan, .memutuskan, .menetapkan, .bab: true
      case .pasal: isHeading($0)
      default: false
      }
    } ?? limit
  }
}
