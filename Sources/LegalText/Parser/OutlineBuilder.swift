/// Decides which marks open a unit, and builds the tree.
///
/// One pass over the marks with a stack of open units. The depth of the stack is bounded
/// (`maximumDepth`), so that every step takes a bounded time.
///
/// Not copyable, since it is large. A question to it from a method that changes it copies it all
/// the same: the small ones asked at every mark are inlined.
struct OutlineBuilder: ~Copyable {
  /// The part of an act that is being read.
  enum Region {
    case front, preamble, body, closing, elucidation, umum, articles, annex
  }

  /// An open unit.
  struct Frame {
    var unit: Int
    var rank: Int
    var shape: Mark.Shape
    var value: Int32
    var suffix: UInt8
    var isRoman: Bool
    var column: UInt16
    /// Where the unit's text ended although its list may go on; -1 while it is open.
    var closedAt = -1
    /// Where the last of the units that it holds ended.
    var heldTo = 0
    /// Whether an amended text stands below it, with numbers of its own.
    var isHost = false
    /// How far its text was searched for words of amendment.
    var searchedTo = 0
    /// Whether its numbered items are definitions, once that is known.
    var definesTerms: Bool?
    /// Numbers that its list passed over: their marks may stand further on, alone on their lines.
    var missing: ClosedRange<Int32>?
  }

  /// A numbering of articles and chapters: the body's, or that of one amended text.
  struct Scope {
    var pasal: (value: Int32, suffix: UInt8) = (0, 0)
    /// The largest number of an article: where one was moved, its list goes on from here.
    var highestPasal: Int32 = 0
    /// The article before one out of order: the number after it is due, too.
    var turn: Int32?
    var roman: Int32 = 0
    var bab: (value: Int32, suffix: UInt8) = (0, 0)
    var bagian: (value: Int32, suffix: UInt8) = (0, 0)
    var paragraf: (value: Int32, suffix: UInt8) = (0, 0)
    /// The number of frames that enclose it.
    var base = 0
  }

  enum Rank {
    static let section = 0
    static let part = 1
    static let bab = 2
    static let bagian = 3
    static let paragraf = 4
    static let pasal = 5
    static let item = 6
  }

  static let maximumDepth = 20
  /// How often the same address may repeat before it proves no structure.
  static let maximumRepeats = 1000

  /// The most units that the text can have: so many marks in so few bytes are no regulation.
  let maximumUnits: Int
  /// The most diagnostics that help a person.
  let maximumDiagnostics: Int
  /// Steps that looking ahead may still take; every mark read adds some, so that the sum is linear.
  var lookAhead = 4000

  let text: SourceText
  let marks: [Mark]
  let furniture: [Range<Int>]
  let firstVisible: Int
  let lastVisible: Int
  /// Whether the text stands in the strings of a JSON text.
  let isEscaped: Bool

  var units: [Unit] = []
  var index = AddressIndex()
  var repeats: [String: Int] = [:]
  /// The largest number in `repeats`.
  var mostRepeats = 0
  var diagnostics: [Diagnostic] = []
  var frames: [Frame] = []
  var region = Region.front
  var scope = Scope()
  /// The numbering inside the amended text that is open.
  var quote: Scope?
  /// Where a title that may begin another act was seen.
  var lastTitle = -1
  var titleSeen = false
  var considerationsSeen = false
  /// Whether the mark before, on the same line, opened a unit.
  var chainAccepted = true
  /// A chapter, section or part whose heading is still to be read.
  var pendingHeading: Int?
  /// The mark that a catchword announced, and what stands before that.
  var announcedBefore = (position: -1, before: Mark.Before.start)
  /// The mark that repeated too often last, and the unit that was open then.
  private var worn: (unit: Int, mark: Mark)?
  private var trimmed = (position: -1, end: 0)

  init(
    text: SourceText, marks: [Mark], furniture: [Range<Int>], visible: Range<Int>, isEscaped: Bool
  ) {
    self.text = text
    self.isEscaped = isEscaped
    titleSeen = isEscaped
    self.marks = marks
    self.furniture = furniture
    firstVisible = visible.lowerBound
    lastVisible = visible.upperBound
    maximumUnits = 2000 + text.count / 48
    maximumDiagnostics = 1000 + text.count / 128
    // The densest regulations have a unit in 58 bytes.
    let expected = min(marks.count, 100 + text.count / 58)
    units.reserveCapacity(expected)
    index = AddressIndex(minimumCapacity: expected)
  }

  /// Reads all marks.
  mutating func run() {
    for position in marks.indices {
      if units.count >= maximumUnits {
        reportDense(marks[position])
        break
      }
      lookAhead = min(lookAhead + 4, 4000)
      read(position)
    }
    if let last = marks.last, marks.count >= MarkScanner.limit(of: text) { reportDense(last) }
    close(to: 0, at: lastVisible)
  }

  private mutating func reportDense(_ mark: Mark) {
    guard diagnostics.last?.code != "structure.dense" else { return }
    // It counts, however much is listed before it.
    diagnostics.append(
      Diagnostic(
        code: "structure.dense", range: mark.start..<mark.end,
        message: "More marks than a regulation has: from here on no unit is opened"))
  }

  private mutating func read(_ position: Int) {
    var mark = marks[position]
    if announcedBefore.position == position {
      mark.before = announcedBefore.before
      mark.flags.insert(.lineStart)
    }
    let isChained = mark.before == .start && !mark.flags.contains(.lineStart)
    // Labels set apart may stand before a heading.
    let isHeading =
      mark.shape == .pasal && mark.flags.contains(.wholeLine)
      // `… pada no. 4. Ayat (3)`
      || mark.shape.isWord && !mark.flags.contains(.small) && position > 0
        && marks[position - 1].isListMark
    if isChained && !chainAccepted && !isHeading {
      guard endsReference(before: mark, position) else { return }
      mark.before = .stop
    }
    if isChained, chainAccepted, repeatsMark(before: mark, position) { return }
    let opened: Bool
    switch mark.shape {
    case .bab, .bagian, .paragraf:
      opened = !isCatchword(mark, position) && readDivision(mark, position)
    case .pasal: opened = !isCatchword(mark, position) && readPasal(mark, position)
    case .ayat, .huruf, .angka, .subhuruf, .subangka, .capital:
      opened = !isCatchword(mark, position) && readListMark(mark, position)
    case .wordAyat, .wordHuruf, .wordAngka:
      opened = !isCatchword(mark, position) && readWordMark(mark, position)
    case .line:
      readLine(mark, position)
      return
    default: opened = readKeyword(mark, position)
    }
    chainAccepted = opened
  }

  // MARK: Opening and closing

  /// The address of the innermost open unit.
  func address(ofFrame index: Int) -> String {
    frames.indices.contains(index) ? units[frames[index].unit].address : ""
  }

  /// Opens a unit below the innermost open one.
  @discardableResult
  mutating func open(
    _ kind: UnitKind, rank: Int, prefix: String, segment: String, mark: Mark,
    start: Int? = nil, hasLabel: Bool = true
  ) -> Int {
    finishHeading(at: start ?? mark.start)
    let unit = units.count
    var address = AddressNumber.joined(prefix, segment)
    if !index.insert(address, unit) {
      address = unique(address)
      index[address] = unit
    }
    let begin = start ?? mark.start
    let labelRange = hasLabel ? mark.start..<mark.end : begin..<begin
    // A unit whose text had ended goes on when it holds another one.
    for place in frames.indices { frames[place].closedAt = -1 }
    // Only a text of marks has more units than were expected; doubling would be too many.
    // A short text does not need room for as many as it may have.
    if unit == units.capacity {
      units.reserveCapacity(min(maximumUnits, 2 * unit) + Self.maximumDepth)
    }
    units.append(
      Unit(
        kind: kind, address: address, label: hasLabel ? label(labelRange) : "", heading: "",
        depth: frames.count, range: begin..<max(begin, labelRange.upperBound),
        labelRange: labelRange, parent: frames.last?.unit, subtreeEnd: unit + 1))
    frames.append(
      Frame(
        unit: unit, rank: rank, shape: mark.shape, value: mark.value, suffix: mark.suffix,
        isRoman: mark.flags.contains(.roman), column: mark.column))
    return unit
  }

  private func label(_ range: Range<Int>) -> String {
    String(decoding: text.bytes[range], as: UTF8.self)
  }

  /// The address that another unit of the same one gets.
  private mutating func unique(_ wanted: String) -> String {
    var count = repeats[wanted] ?? 1
    var address: String
    repeat {
      count += 1
      address = wanted + "~" + String(count)
    } while index[address] != nil
    repeats[wanted] = count
    mostRepeats = max(mostRepeats, count)
    return address
  }

  /// Whether `mark` is the one that was found worn last, below the same unit.
  @inline(__always)
  func isKnownWorn(_ mark: Mark) -> Bool {
    guard let worn, worn.unit == frames.last?.unit else { return false }
    return worn.mark.shape == mark.shape && worn.mark.value == mark.value
      && worn.mark.suffix == mark.suffix && worn.mark.mended == mark.mended
  }

  /// Whether `segment` below `prefix` repeats so often that it proves no structure; reported once.
  mutating func isWorn(_ prefix: String, _ segment: String, _ mark: Mark) -> Bool {
    guard mostRepeats >= Self.maximumRepeats else { return false }
    let address = AddressNumber.joined(prefix, segment)
    guard let count = repeats[address], count >= Self.maximumRepeats else { return false }
    if let last = frames.last { worn = (last.unit, mark) }
    if count == Self.maximumRepeats {
      repeats[address] = count + 1
      report(
        "structure.repeated", mark.start..<mark.end,
        "The mark repeats too often: from here on it opens no unit")
    }
    return true
  }

  /// Closes all units beyond the first `count` at `position`.
  mutating func close(to count: Int, at position: Int) {
    guard frames.count > max(count, 0) else { return }
    finishHeading(at: position)
    let end = visibleEnd(before: position)
    while frames.count > max(count, 0) {
      let frame = frames.removeLast()
      let limit = frame.closedAt >= 0 ? min(frame.closedAt, end) : end
      let label = units[frame.unit].labelRange
      // A unit ends no earlier than what it holds.
      let last = max(limit, label.upperBound, frame.heldTo)
      if !frames.isEmpty { frames[frames.count - 1].heldTo = last }
      units[frame.unit].range = units[frame.unit].range.lowerBound..<last
      units[frame.unit].subtreeEnd = units.count
      if units[frame.unit].kind == .pasal, last == label.upperBound {
        report("article.empty", label, "\(units[frame.unit].label) has no text")
      }
    }
    if let open = quote, frames.count < open.base { quote = nil }
  }

  /// Closes the first unit of at least `rank` beyond the first `base` with all that it holds, an
  /// amended text with chapters of its own among it.
  mutating func close(rank: Int, base: Int, at position: Int) {
    var count = min(base, frames.count)
    while count < frames.count, frames[count].rank < rank { count += 1 }
    close(to: count, at: position)
  }

  /// One past the last visible character before `position`.
  mutating func visibleEnd(before position: Int) -> Int {
    if trimmed.position == position { return trimmed.end }
    var end = text.trimmingEnd(from: firstVisible, to: position)
    if isEscaped { end = FurnitureList.start(furniture, endingAt: position) ?? end }
    trimmed = (position, end)
    return end
  }

  /// What ends at `position` ends already before the catchword at `start`.
  mutating func leaveOut(before position: Int, from start: Int) {
    trimmed = (position, visibleEnd(before: start))
  }

  mutating func report(_ code: String, _ range: Range<Int>, _ message: String) {
    guard diagnostics.count <= maximumDiagnostics else { return }
    if diagnostics.count == maximumDiagnostics {
      diagnostics.append(
        Diagnostic(code: "text.doubtful", range: range, message: "From here on no more is listed"))
    } else {
      diagnostics.append(Diagnostic(code: code, range: range, message: message))
    }
  }
}
