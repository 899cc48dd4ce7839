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
    /// The mark's place among the marks.
    var index: Int
    /// The mark as it is printed.
    var mark: Mark
    var position: Int
    /// Where the colon stands that goes with the mark.
    var colon: Int?
  }

  /// Marks that count on, one below the other.
  typealias Segment = Range<Int>

  struct Candidate {
    var position: Int
    /// How surely a text begins here: below a blank line, else the shorter the line above.
    var weight: Int
  }

  /// How many marks are looked at for the texts of one segment.
  static let reach = 400
  static let mostSegments = 4

  let text: SourceText
  let furniture: [Range<Int>]
  let marks: [Mark]
  private(set) var moves: [Move] = []
  /// Marks that are not printed, or cannot be read, but whose numbers are proven.
  private var proven: [Mark] = []
  /// Marks as their places prove them, by where they stand among the printed ones.
  private var renewed: [Int: Mark] = [:]
  private var moved: Set<Int> = []
  private var places = MovedPlaces()
  /// Where marks stand that go with no text for sure.
  private var held: Set<Int> = []

  /// The marks in the order of their texts, those of columns without a label where those begin.
  static func placed(
    _ marks: [Mark], in text: SourceText, _ furniture: [Range<Int>]
  ) -> [Mark] {
    var moves: [Move] = []
    return arranged(marks, in: text, furniture, &moves)
  }

  /// The marks that stand apart from their texts, in the order of these.
  static func moves(
    of marks: [Mark], in text: SourceText, _ furniture: [Range<Int>]
  ) -> [Move] {
    var moves: [Move] = []
    _ = arranged(marks, in: text, furniture, &moves)
    return moves.sorted { $0.position < $1.position }
  }

  /// The marks of columns that are not among `moves`: another stands at once below each of them.
  static func apart(_ marks: [Mark], in text: SourceText, without moves: [Move]) -> [Mark] {
    let columns = MarkColumns(text: text, furniture: [], marks: marks)
    let moved = Set(moves.map(\.mark.start))
    return marks.indices.dropLast().filter {
      columns.isAlone($0) && columns.isAlone($0 + 1) && marks[$0 + 1].before == .start
        && !moved.contains(marks[$0].start)
    }.map { marks[$0] }
  }

  /// The marks in the order of their texts; adds those that were moved to `moves`.
  private static func arranged(
    _ marks: [Mark], in text: SourceText, _ furniture: [Range<Int>], _ moves: inout [Move]
  ) -> [Mark] {
    // Labels and numbers of instructions belong to no column, but stand amid others.
    var columns = MarkColumns(text: text, furniture: furniture, marks: marks)
    columns.placePreamble()
    columns.placeLabels()
    columns.placeBases()
    columns.placeInstructions()
    if !columns.moves.isEmpty || !columns.proven.isEmpty || !columns.held.isEmpty
      || !columns.renewed.isEmpty || !columns.moved.isEmpty
    {
      moves += columns.moves
      columns = MarkColumns(after: columns)
    }
    columns.placeColumns()
    moves += columns.moves
    return columns.moves.isEmpty ? columns.marks : columns.rearranged()
  }

  private init(text: SourceText, furniture: [Range<Int>], marks: [Mark]) {
    self.text = text
    self.furniture = furniture
    self.marks = marks
  }

  /// The columns that are left where labels and numbers of instructions were moved: what stood
  /// between a heading and its text is none of the text.
  private init(after first: MarkColumns) {
    let moved = first.moves.flatMap { move in
      [move.mark.start..<move.mark.end] + (move.colon.map { [$0..<$0 + 1] } ?? [])
    }
    self.init(
      text: first.text, furniture: FurnitureList.merged(first.furniture, moved),
      marks: first.rearranged())
    places = first.places
    held = first.held
  }

  /// Leaves marks where they stand.
  mutating func hold(_ column: Range<Int>) {
    for index in column { held.insert(marks[index].start) }
  }

  /// Notes that the text of a mark begins at `position`, unless another place was found before, or
  /// the place is that of a mark that goes elsewhere.
  mutating func move(_ index: Int, to position: Int, colon: Int? = nil) {
    let move = Move(index: index, mark: marks[index], position: position, colon: colon)
    guard !moved.contains(index), places.take(move) else { return }
    moved.insert(index)
    moves.append(move)
  }

  /// Notes that what a mark stands for has its place elsewhere.
  mutating func drop(_ index: Int) {
    moved.insert(index)
  }

  /// Notes that a mark of that number belongs at `position`, although none is printed, or none that
  /// can be read.
  mutating func prove(
    _ shape: Mark.Shape, _ value: Int32, at position: Int, isMended: Bool = false
  ) {
    var mark = Mark(shape, start: position, end: position)
    mark.value = value
    if isMended { mark.flags = .mended }
    proven.append(mark)
  }

  /// Notes that a mark is a misread number of a list.
  mutating func renew(_ index: Int, as value: Int32, _ printed: Range<Int>) {
    var mark = marks[index]
    (mark.shape, mark.value, mark.mended, mark.suffix, mark.roman) = (.angka, value, -1, 0, 0)
    (mark.start, mark.end) = (printed.lowerBound, printed.upperBound)
    mark.flags.insert([.mended, .upperNext])
    renewed[index] = mark
  }

  /// The marks with those moved where their texts begin.
  private func rearranged() -> [Mark] {
    let moves =
      (moves.map { (mark: $0.mark, position: $0.position, flags: Mark.Flags()) }
      + proven.map { (mark: $0, position: $0.start, flags: $0.flags) })
      .sorted { $0.position < $1.position }
    var result: [Mark] = []
    result.reserveCapacity(marks.count)
    var next = 0
    func place(before position: Int) {
      while next < moves.count, moves[next].position <= position {
        var mark = moves[next].mark
        (mark.start, mark.end) = (moves[next].position, moves[next].position)
        mark.flags = moves[next].flags.union([.lineStart, .upperNext])
        mark.before = standsBelowHeading(mark.start, result.last) ? .start : .stop
        result.append(mark)
        next += 1
      }
    }
    var introduces = false
    for (index, printed) in marks.enumerated() {
      let mark = renewed[index] ?? printed
      if moved.contains(index) {
        if mark.before != .start { introduces = mark.before == .colon }
        continue
      }
      place(before: mark.start)
      let follows = result.last.map { $0.start == mark.start } ?? false
      if follows, mark.shape == .line { continue }
      result.append(mark)
      if follows {
        result[result.count - 1].before = .start
        result[result.count - 1].flags.remove(.lineStart)
      } else if introduces, mark.before == .start, mark.isListMark {
        // The colon before a column introduces the list below it.
        result[result.count - 1].before = .colon
      }
      introduces = false
    }
    place(before: text.count)
    return result
  }

  /// Whether nothing stands between a heading and a text.
  private func standsBelowHeading(_ position: Int, _ last: Mark?) -> Bool {
    guard let last, last.shape == .pasal, last.flags.contains(.wholeLine) else { return false }
    return text.skippingSpaces(from: last.end, to: text.count) == position
  }

  // MARK: Columns

  private mutating func placeColumns() {
    var position = 0
    var isClosed = false
    while position < marks.count {
      if marks[position].shape == .closing { isClosed = true }
      if isClosed, marks[position].shape == .lampiran, marks[position].flags.contains(.lineStart) {
        // The columns of an annex are those of its forms.
        position = marks[position...].firstIndex { $0.shape == .penjelasan } ?? marks.count
        isClosed = false
        continue
      }
      if held.contains(marks[position].start) {
        position += 1
        continue
      }
      if let end = outerEnd(from: position) {
        placeOuter(position..<end)
        position = end
        continue
      }
      let end = columnEnd(from: position)
      if end > position { place(segments(position..<end), from: position, below: end) }
      position = max(end, position + 1)
    }
  }

  func isAlone(_ index: Int) -> Bool {
    guard index < marks.count else { return false }
    let mark = marks[index]
    return mark.isListMark && mark.flags.contains([.lineStart, .wholeLine]) && mark.value > 0
      && (mark.before != .reference || mark.shape != .ayat)
  }

  /// Whether a mark counts on from the one before it.
  func countsOn(_ index: Int) -> Bool {
    let (mark, last) = (marks[index], marks[index - 1])
    return mark.suffix == 0
      ? mark.value == last.value + 1
      : mark.value == last.value && mark.suffix == last.suffix + 1
  }

  func isHeading(_ index: Int) -> Bool {
    index < marks.count && marks[index].shape == .pasal
      && marks[index].flags.contains([.lineStart, .wholeLine])
  }

  /// One past the last mark of the column that begins at `index`; `index` where none does.
  func columnEnd(from index: Int) -> Int {
    guard isAlone(index) else { return index }
    var end = index + 1
    while isAlone(end), marks[end].before == .start, marks[end].shape == marks[index].shape,
      countsOn(end) || marks[end].value == 1
    {
      end += 1
    }
    guard end - index == 1 else { return end }
    return marks[index].shape == .ayat && end < marks.count && marks[end].before == .start
      && (isHeading(end) || isLaterItem(end)) ? end : index
  }

  /// Whether a mark counts on in a list, so that it is not the first item of the ayat above it.
  func isLaterItem(_ index: Int) -> Bool {
    let mark = marks[index]
    return (mark.shape == .huruf || mark.shape == .angka) && mark.value > 1 && mark.roman != 1
      && mark.flags.contains(.lineStart)
  }

  func segments(_ column: Range<Int>) -> [Segment] {
    var result: [Segment] = []
    var start = column.lowerBound
    for index in column.dropFirst() where !countsOn(index) {
      result.append(start..<index)
      start = index
    }
    result.append(start..<column.upperBound)
    return result
  }
}

/// From where and to where marks are moved.
struct MovedPlaces {
  private var cleared: Set<Int> = []
  private var targets: Set<Int> = []

  /// Notes a move; refuses one into a mark that is moved, or of a mark into which another is.
  fileprivate mutating func take(_ move: MarkColumns.Move) -> Bool {
    let own = move.mark.start..<move.mark.end
    guard !own.contains(move.position), move.position != move.colon,
      !cleared.contains(move.position), targets.isDisjoint(with: own),
      move.colon.map({ !targets.contains($0) }) ?? true
    else { return false }
    cleared.formUnion(own)
    if let colon = move.colon { cleared.insert(colon) }
    targets.insert(move.position)
    return true
  }
}
