/// Marks that stand in a column of their own, apart from their texts: `(1)`, `(2)` one below the
/// other, then the two ayat. Readers of pages print a hanging mark so where it stands far enough
/// from its text.
///
/// The texts are told by how they begin: after the heading or the column, and after each finished
/// sentence. Where there are as many as marks that is proof; where there are more, those count that
/// stand apart or below a short line. A column without texts stays as it is.
struct MarkColumns {
  /// A mark and where its text begins.
  struct Move {
    var mark: Int
    var position: Int
  }

  /// Marks that count on, one below the other.
  private typealias Segment = Range<Int>

  private struct Candidate {
    var position: Int
    /// How surely a text begins here: below a blank line, else the shorter the line above.
    var weight: Int
  }

  /// How many marks are looked at for the texts of one segment.
  private static let reach = 400
  private static let mostSegments = 4

  private let text: SourceText
  private let furniture: [Range<Int>]
  private let marks: [Mark]
  private var moves: [Move] = []
  /// The marks of instructions, which belong to no column.
  private var moved: Set<Int> = []

  /// The marks in the order of their texts, those of columns without a label where those begin.
  static func placed(
    _ marks: [Mark], in text: SourceText, _ furniture: [Range<Int>]
  ) -> [Mark] {
    let moves = moves(of: marks, in: text, furniture)
    guard !moves.isEmpty else { return marks }
    var moved = Set<Int>()
    var result: [Mark] = []
    result.reserveCapacity(marks.count)
    for move in moves { moved.insert(move.mark) }
    var next = 0
    func place(before position: Int) {
      while next < moves.count, moves[next].position <= position {
        var mark = marks[moves[next].mark]
        (mark.start, mark.end) = (moves[next].position, moves[next].position)
        mark.flags = [.lineStart, .upperNext]
        mark.before = .stop
        result.append(mark)
        next += 1
      }
    }
    for (index, mark) in marks.enumerated() where !moved.contains(index) {
      place(before: mark.start)
      if mark.shape == .line, let last = result.last, last.start == mark.start { continue }
      result.append(mark)
    }
    place(before: text.count)
    return result
  }

  /// The marks that stand apart from their texts, in the order of these.
  static func moves(
    of marks: [Mark], in text: SourceText, _ furniture: [Range<Int>]
  ) -> [Move] {
    var columns = MarkColumns(text: text, furniture: furniture, marks: marks)
    columns.run()
    return columns.moves.sorted { $0.position < $1.position }
  }

  private init(text: SourceText, furniture: [Range<Int>], marks: [Mark]) {
    self.text = text
    self.furniture = furniture
    self.marks = marks
  }

  // MARK: Columns

  private mutating func run() {
    placeInstructions()
    var position = 0
    while position < marks.count {
      let end = columnEnd(from: position)
      if end > position { place(segments(position..<end), from: position, below: end) }
      position = max(end, position + 1)
    }
  }

  /// Gives the numbers that stand alone, amid another text or above a heading, to the instructions
  /// without one that follow them.
  private mutating func placeInstructions() {
    var waiting: [Int32: Int] = [:]
    var due: Int32 = 1
    for index in marks.indices {
      let mark = marks[index]
      if mark.shape == .angka, mark.flags.contains(.lineStart) {
        let next = text.skippingSpaces(from: mark.end, to: text.count)
        if isInstruction(next) {
          due = mark.value + 1
        } else if isAlone(index), !hasOwnText(index) {
          waiting[mark.value] = index
        }
      } else if mark.shape == .line, mark.before == .stop, !waiting.isEmpty,
        isInstruction(mark.start), let number = waiting.removeValue(forKey: due)
      {
        moves.append(Move(mark: number, position: mark.start))
        due += 1
      }
    }
    moved = Set(moves.map(\.mark))
  }

  /// Whether the text of a mark alone on its line may stand below it.
  private func hasOwnText(_ index: Int) -> Bool {
    let start = visible(after: marks[index].end)
    if index + 1 < marks.count, marks[index + 1].start <= start, marks[index + 1].shape != .line {
      return false
    }
    let before = MarkContext(text: text).kind(before: marks[index].start)
    return !(SourceText.isLower(text[start]) && before != .stop && before != .colon)
  }

  private func isInstruction(_ position: Int) -> Bool {
    switch text[position] | 0x20 {
    case UInt8(ascii: "k"), UInt8(ascii: "d"), UInt8(ascii: "s"), UInt8(ascii: "j"): break
    default: return false
    }
    for words: StaticString in [
      "ketentuan pasal", "ketentuan ayat", "ketentuan huruf", "ketentuan angka", "ketentuan bab",
      "di antara pasal", "diantara pasal", "di antara ayat", "di antara bab", "setelah pasal",
      "judul bab",
    ] where text.matchWords(words, at: position) {
      return true
    }
    return false
  }

  private func isAlone(_ index: Int) -> Bool {
    guard index < marks.count, !moved.contains(index) else { return false }
    let mark = marks[index]
    return mark.isListMark && mark.flags.contains([.lineStart, .wholeLine]) && mark.value > 0
      && mark.suffix == 0
  }

  private func isHeading(_ index: Int) -> Bool {
    index < marks.count && marks[index].shape == .pasal
      && marks[index].flags.contains([.lineStart, .wholeLine])
  }

  /// One past the last mark of the column that begins at `index`; `index` where none does.
  private func columnEnd(from index: Int) -> Int {
    guard isAlone(index) else { return index }
    var end = index + 1
    while isAlone(end), marks[end].before == .start, marks[end].shape == marks[index].shape,
      marks[end].value == marks[end - 1].value + 1 || marks[end].value == 1
    {
      end += 1
    }
    guard end - index == 1 else { return end }
    return marks[index].shape == .ayat && end < marks.count && marks[end].before == .start
      && (isHeading(end) || isLaterItem(end)) ? end : index
  }

  /// Whether a mark counts on in a list, so that it is not the first item of the ayat above it.
  private func isLaterItem(_ index: Int) -> Bool {
    let mark = marks[index]
    return (mark.shape == .huruf || mark.shape == .angka) && mark.value > 1 && mark.roman != 1
      && mark.flags.contains(.lineStart)
  }

  private func segments(_ column: Range<Int>) -> [Segment] {
    var result: [Segment] = []
    var start = column.lowerBound
    for index in column.dropFirst() where marks[index].value != marks[index - 1].value + 1 {
      result.append(start..<index)
      start = index
    }
    result.append(start..<column.upperBound)
    return result
  }

  // MARK: Texts

  private mutating func place(_ segments: [Segment], from start: Int, below end: Int) {
    let isAyat = marks[end - 1].shape == .ayat
    // The first text may stand between its heading and the column.
    var zone = isHeading(end) ? end : firstText(above: start).map { $0 + 1 } ?? end
    var isFirst = true
    for segment in segments.prefix(Self.mostSegments) {
      if !isFirst || isHeading(end) {
        // The ayat of the next article: its heading stands below the column.
        guard isAyat, marks[segment.lowerBound].value == 1, let heading = heading(from: zone)
        else { return }
        zone = heading + 1
      }
      isFirst = false
      let next = zoneEnd(from: max(zone, end), isAyat: isAyat)
      place(segment, in: zone..<next)
      zone = next
    }
  }

  /// The heading above a column of the first ayat, where nothing but text stands between them.
  private func firstText(above column: Int) -> Int? {
    guard marks[column].shape == .ayat, marks[column].value == 1 else { return nil }
    var index = column - 1
    while index >= 0, marks[index].shape == .line, column - index < 20 { index -= 1 }
    guard index >= 0, isHeading(index), visible(after: marks[index].end) < marks[column].start
    else { return nil }
    return index
  }

  private func heading(from index: Int) -> Int? {
    (index..<min(index + Self.reach, marks.count)).first { isHeading($0) }
  }

  /// The first mark from `index` on that ends the texts of a column.
  private func zoneEnd(from index: Int, isAyat: Bool) -> Int {
    let limit = min(index + Self.reach, marks.count)
    for next in index..<max(limit, index) {
      switch marks[next].shape {
      case .line: break
      case .ayat: return next
      case .huruf, .angka, .subhuruf, .subangka:
        // Items of an ayat belong to it; a column of them ends where another list begins.
        if !isAyat || columnEnd(from: next) > next { return next }
      case .capital: break
      default: return next
      }
    }
    return limit
  }

  private mutating func place(_ segment: Segment, in zone: Range<Int>) {
    let isAyat = marks[segment.lowerBound].shape == .ayat
    var found = candidates(in: zone, isAyat: isAyat)
    guard isAyat || found.count >= segment.count, let first = found.first else { return }
    if found.count > segment.count {
      let best = found.dropFirst().sorted { $0.weight > $1.weight }.prefix(segment.count - 1)
      found = [first] + best.sorted { $0.position < $1.position }
    }
    for (mark, candidate) in zip(segment, found) {
      moves.append(Move(mark: mark, position: candidate.position))
    }
  }

  /// Where the texts of a zone may begin.
  private func candidates(in zone: Range<Int>, isAyat: Bool) -> [Candidate] {
    var result: [Candidate] = []
    guard zone.lowerBound > 0 else { return [] }
    let start = visible(after: marks[zone.lowerBound - 1].end)
    // Below its heading stands the first, even where its first word was lost.
    if isHeading(zone.lowerBound - 1) || begins(start, isAyat: isAyat),
      !goesOn(start, above: zone.lowerBound - 1),
      zone.isEmpty || zone.lowerBound >= marks.count || marks[zone.lowerBound].start > start
        || marks[zone.lowerBound].shape == .line
    {
      result.append(Candidate(position: start, weight: .max))
    }
    for index in zone where marks[index].shape == .line && marks[index].before == .stop {
      let position = marks[index].start
      guard position > start, begins(position, isAyat: isAyat) else { continue }
      result.append(Candidate(position: position, weight: weight(at: position)))
    }
    return result
  }

  /// Whether the text at `position` goes on with the sentence above the column that ends at `index`.
  private func goesOn(_ position: Int, above index: Int) -> Bool {
    guard isAlone(index), SourceText.isLower(text[position]) else { return false }
    var first = index
    while first > 0, isAlone(first - 1), marks[first].before == .start { first -= 1 }
    let before = marks[first].before
    return before == .word || before == .comma || before == .reference
  }

  private func begins(_ position: Int, isAyat: Bool) -> Bool {
    let next = position + text.quoteLength(at: position)
    return isAyat ? SourceText.isUpper(text[next]) : SourceText.isLetter(text[next])
  }

  /// The first visible character after `position` that is no page furniture.
  private func visible(after position: Int) -> Int {
    var next = text.skippingSpaces(from: position, to: text.count)
    for taken in furniture[FurnitureList.lowerBound(furniture, position)...] {
      guard taken.lowerBound <= next else { break }
      next = max(next, text.skippingSpaces(from: taken.upperBound, to: text.count))
    }
    return next
  }

  private func weight(at position: Int) -> Int {
    var line = position
    var breaks = 0
    while line > 0, text[line - 1] <= 0x20 || text[line - 1] == 0x0C {
      line -= 1
      if text[line] == 0x0A { breaks += 1 }
    }
    let end = line
    while line > 0, end - line < 200, text[line - 1] != 0x0A { line -= 1 }
    return (breaks > 1 ? 1000 : 0) - (end - line)
  }
}
