/// Ayat and the items of lists.
extension OutlineBuilder {
  /// The index of the innermost open article, or of the frame that numbers its items.
  var articleFrame: Int? {
    var index = frames.count - 1
    while index >= 0 {
      let frame = frames[index]
      if frame.rank == Rank.pasal || frame.isHost { return index }
      if frame.rank < Rank.pasal { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether `mark` counts on from the item `frame`.
  func follows(_ frame: Frame, _ mark: Mark) -> Bool {
    guard frame.shape == mark.shape else { return isMisread(mark, after: frame) }
    if frame.isRoman { return mark.roman > 0 && Int32(mark.roman) == frame.value + 1 }
    if mark.value >= 0 {
      if mark.value == frame.value + 1, mark.suffix == 0 { return true }
      if mark.value == frame.value, mark.suffix == frame.suffix + 1 { return true }
    }
    return mark.mended >= 0 && mark.mended == frame.value + 1
  }

  /// Whether `mark`, misread as one of another shape, counts on from the item `frame`.
  private func isMisread(_ mark: Mark, after frame: Frame) -> Bool {
    let next = frame.value + 1
    switch (frame.shape, mark.shape) {
    case (.huruf, .angka):
      // `1.` after k. is l.
      return next == 12 && mark.value == 1 && mark.suffix == 0 && mark.before == .stop
    case (.ayat, .subhuruf):
      return mark.mended == next && text[mark.start] == 0x28
    case (.angka, .huruf):
      return mark.mended > 1 && mark.mended == next && mark.flags.contains(.lineStart)
    default: return false
    }
  }

  mutating func readListMark(_ mark: Mark, _ position: Int) -> Bool {
    switch region {
    case .front, .preamble: return readBasisItem(mark, position)
    case .closing, .elucidation, .umum, .annex: return false
    case .body, .articles: break
    }
    if let host = instructionFrame, pendingHeading != nil, follows(frames[host], mark),
      isPlausible(mark, isNext: true), isInstruction(mark)
    {
      // The amended text of the last instruction was a heading alone.
      return openInstruction(mark, at: host)
    }
    if let heading = pendingHeading {
      let title = units[heading].labelRange.upperBound..<mark.start
      guard articleFrame != nil, isLongerThanTitle(title) else { return false }
      finishHeading(at: mark.start)
    }
    guard let floor = articleFrame else { return false }
    var inner: Int?
    var place = frames.count - 1
    while place > floor {
      if follows(frames[place], mark) {
        inner = place
        break
      }
      place -= 1
    }
    if let host = instructionFrame, host <= floor, follows(frames[host], mark),
      isPlausible(mark, isNext: true)
    {
      if isInstruction(mark) || (inner == nil && quote == nil && host == frames.count - 1) {
        return openInstruction(mark, at: host)
      }
    }
    if let host = instructionFrame, inner == nil, isLaterInstruction(mark, frames[host]) {
      report(.gap, mark)
      return openInstruction(mark, at: host)
    }
    if let inner {
      guard isPlausible(mark, isNext: true) else { return false }
      return openItem(mark, closing: inner, step: .next)
    }
    let isAmending = isAmending(before: mark)
    if mark.shape == .capital && !isAmending { return false }
    if isAmending, quote == nil, instructionFrame == nil, let floor = amendingFrame,
      isFirst(mark), isPlausible(mark, isNext: false), isInstruction(mark) || mark.value == 1
    {
      close(to: floor + 1, at: mark.start)
      return openInstruction(mark, at: nil)
    }
    if mark.shape == .capital { return false }
    if isFirst(mark) { return openFirst(mark, position, floor) }
    return openOutOfSequence(mark, position, floor)
  }

  /// Whether an instruction begins although the one before it was lost.
  private func isLaterInstruction(_ mark: Mark, _ host: Frame) -> Bool {
    mark.shape == host.shape && mark.value > host.value + 1 && mark.value <= host.value + 4
      && mark.suffix == 0 && mark.flags.contains([.lineStart, .upperNext])
      && (mark.before == .stop || mark.before == .start) && isInstruction(mark)
  }

  /// Whether a mark may begin a list.
  func isFirst(_ mark: Mark) -> Bool {
    if mark.value == 1, mark.suffix == 0 { return true }
    if mark.roman == 1, mark.shape == .huruf { return true }
    return mark.mended == 1 && (mark.value < 0 || mark.shape == .huruf)
  }

  /// Whether the text before and after lets a mark stand here.
  func isPlausible(_ mark: Mark, isNext: Bool) -> Bool {
    switch mark.before {
    case .start, .colon: return true
    case .stop:
      return !mark.flags.contains(.joinNext)
    case .reference:
      return false
    case .comma, .word:
      guard isNext, mark.flags.contains(.lineStart), !mark.flags.contains(.joinNext) else {
        return false
      }
      if mark.shape == .ayat { return mark.flags.contains(.upperNext) }
      return true
    }
  }

  /// Opens an item beside the frame `index`.
  private mutating func openItem(_ mark: Mark, closing index: Int, step: Step) -> Bool {
    var mark = mark
    let frame = frames[index]
    if frame.shape != mark.shape {
      (mark.shape, mark.value, mark.suffix) = (frame.shape, frame.value + 1, 0)
      mark.flags.insert(.mended)
    } else if frame.isRoman {
      mark.value = Int32(mark.roman)
    } else if mark.value < 0
      || (mark.mended == frame.value + 1 && mark.value != frame.value + 1 && step == .next
        && !(mark.value == frame.value && mark.suffix == frame.suffix + 1))
    {
      mark.value = mark.mended
      mark.suffix = 0
      mark.flags.insert(.mended)
    }
    report(step, mark)
    let definesTerms = units[frame.unit].kind == .definisi
    close(to: index, at: mark.start)
    append(mark, isRoman: frame.isRoman, definesTerms: definesTerms)
    return true
  }

  /// Opens an item below the innermost open unit.
  mutating func append(_ mark: Mark, isRoman: Bool, definesTerms: Bool) {
    let prefix = address(ofFrame: frames.count - 1)
    let number = AddressNumber.text(mark.value, mark.suffix)
    var kind: UnitKind
    var segment: String
    switch mark.shape {
    case .ayat: (kind, segment) = (.ayat, "ayat-" + number)
    case .huruf: (kind, segment) = (.huruf, "huruf-" + letters(mark))
    case .subhuruf: (kind, segment) = (.subhuruf, "subhuruf-" + letters(mark))
    case .subangka: (kind, segment) = (.subangka, "subangka-" + number)
    case .capital: (kind, segment) = (.huruf, "huruf-" + letters(mark))
    case .wordAyat: (kind, segment) = (.ayat, "ayat-" + number)
    case .wordHuruf:
      (kind, segment) = (.huruf, "huruf-" + letters(mark))
      if explains(prefix, "sub" + segment) { (kind, segment) = (.subhuruf, "sub" + segment) }
    case .wordAngka where explains(prefix, "subangka-" + number):
      (kind, segment) = (.subangka, "subangka-" + number)
    default: (kind, segment) = (definesTerms ? .definisi : .angka, "angka-" + number)
    }
    open(kind, rank: Rank.item, prefix: prefix, segment: segment, mark: mark)
    frames[frames.count - 1].isRoman = isRoman
  }

  /// The letters of a mark as printed, small.
  func letters(_ mark: Mark) -> String {
    var bytes: [UInt8] = []
    for byte in text.bytes[mark.start..<mark.end] where SourceText.isLetter(byte) {
      bytes.append(byte | 0x20)
    }
    if mark.shape == .wordHuruf { bytes.removeFirst(min(5, bytes.count)) }
    // A letter misread as a digit.
    if bytes.isEmpty, mark.value > 0, mark.value <= 26 { bytes = [0x60 + UInt8(mark.value)] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first item of a list.
  private mutating func openFirst(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    var mark = mark
    let isRoman = mark.shape == .huruf && mark.roman == 1 && mark.value != 1
    if isRoman {
      guard mark.before == .colon || successorFollows(mark, position, isRoman: true) else {
        return openOutOfSequence(mark, position, floor)
      }
      mark.value = 1
    } else if mark.value != 1 {
      // `l.` is the letter after k, or a misprinted 1 where `2.` follows.
      if mark.shape == .huruf {
        var digit = mark
        (digit.shape, digit.value) = (.angka, 1)
        guard successorFollows(digit, position, isRoman: false) else {
          return openOutOfSequence(mark, position, floor)
        }
        mark.shape = .angka
      }
      mark.value = 1
      mark.flags.insert(.mended)
    }
    switch mark.before {
    case .start, .colon: break
    case .reference: return false
    case .stop, .comma, .word:
      if mark.flags.contains(.joinNext) { return false }
      if mark.before != .stop && !mark.flags.contains(.lineStart) { return false }
      guard successorFollows(mark, position, isRoman: isRoman) else { return false }
    }
    dropClosed(at: mark.start)
    var parent = frames.count
    if let same = frames.indices.last(where: { $0 > floor && frames[$0].shape == mark.shape }) {
      let nests = mark.before == .colon || mark.before == .start
      if mark.shape == .ayat, !nests {
        guard mark.flags.contains(.upperNext) else { return false }
      }
      if !nests || sameShape(mark.shape, above: floor) >= 3 {
        parent = same
        report(.duplicate, mark)
      }
    }
    guard parent < Self.maximumDepth else { return false }
    if mark.flags.contains(.mended) { report(.next, mark) }
    close(to: parent, at: mark.start)
    append(mark, isRoman: isRoman, definesTerms: definesTerms(mark))
    return true
  }

  private func sameShape(_ shape: Mark.Shape, above floor: Int) -> Int {
    frames.indices.reduce(0) { $1 > floor && frames[$1].shape == shape ? $0 + 1 : $0 }
  }

  /// Closes the items whose text ended before.
  private mutating func dropClosed(at position: Int) {
    if let first = frames.indices.first(where: { frames[$0].closedAt >= 0 }) {
      close(to: first, at: position)
    }
  }

  /// Whether the numbered items of the innermost unit are definitions: its text says
  /// *yang dimaksud dengan* (UU 12/2011, Lampiran II angka 98–101).
  private mutating func definesTerms(_ mark: Mark) -> Bool {
    guard region == .body, mark.shape == .angka, let last = frames.last,
      last.rank == Rank.pasal || last.shape == .ayat
    else { return false }
    if let known = last.definesTerms { return known }
    let start = units[last.unit].labelRange.upperBound
    let end = min(mark.start, start + 600)
    var defines = false
    var position = start
    while position < end {
      if text[position] | 0x20 == 0x64, text.match("dimaksud", at: position) != nil,
        let after = text.match("dimaksud", at: position)
      {
        let gap = text.skippingSpaces(from: after, to: end)
        if text.match("dengan", at: gap) != nil || text.match("kan dengan", at: after) != nil
          || text[gap] == 0x3A
        {
          defines = true
        }
      }
      position += 1
    }
    frames[frames.count - 1].definesTerms = defines
    return defines
  }

  /// Whether the second item of the list that `mark` would begin stands further on.
  func successorFollows(_ mark: Mark, _ position: Int, isRoman: Bool) -> Bool {
    var next = position + 1
    let limit = min(marks.count, position + 80)
    while next < limit {
      let other = marks[next]
      switch other.shape {
      case mark.shape:
        if isRoman ? Int32(other.roman) == mark.value + 1 : other.value == mark.value + 1 {
          return true
        }
        if other.mended == mark.value + 1 { return true }
      case .bab, .closing, .penjelasan, .lampiran, .memutuskan: return false
      case .pasal:
        if other.flags.contains(.wholeLine), other.flags.contains(.lineStart) { return false }
      default: break
      }
      next += 1
    }
    return false
  }

  /// A number that neither begins a list nor is the next one.
  private mutating func openOutOfSequence(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    guard mark.before == .stop || mark.before == .start || mark.before == .colon,
      mark.flags.contains(.lineStart), !mark.flags.contains(.joinNext), mark.value > 0
    else { return false }
    if mark.shape == .ayat || mark.shape == .angka {
      guard mark.flags.contains(.upperNext) else { return false }
    }
    if mark.value > 300 { return false }
    guard let same = frames.indices.last(where: { $0 > floor && frames[$0].shape == mark.shape })
    else {
      // A list that does not begin with its first number, as amended texts may.
      let isAmended = quote != nil || hostFrame != nil
      guard isAmended || successorFollows(mark, position, isRoman: false),
        frames.count < Self.maximumDepth
      else { return false }
      dropClosed(at: mark.start)
      if !isAmended { report(.gap, mark) }
      append(mark, isRoman: false, definesTerms: definesTerms(mark))
      return true
    }
    let last = (value: frames[same].value, suffix: frames[same].suffix)
    let step = step(mark, after: last)
    let isNear = step == .gap && mark.value - last.value <= 3
    guard isNear || successorFollows(mark, position, isRoman: false) || step == .duplicate else {
      return false
    }
    if step == .back, mark.before != .stop { return false }
    return openItem(mark, closing: same, step: step)
  }

  /// A line without a mark, further left than the items before it, goes on with the text of the
  /// unit that holds them (UU 12/2011, Lampiran II angka 85).
  mutating func readLine(_ mark: Mark) {
    guard region == .body, let floor = articleFrame, mark.before == .stop else { return }
    guard !isQuoteHostOnTop else { return }
    var first: Int?
    var place = frames.count - 1
    while place > floor, frames[place].shape != .ayat, frames[place].column > mark.column {
      first = place
      place -= 1
    }
    guard let first else { return }
    let end = visibleEnd(before: mark.start)
    for index in first..<frames.count where frames[index].closedAt < 0 {
      frames[index].closedAt = end
    }
  }

  private var isQuoteHostOnTop: Bool { frames.last?.isHost ?? false }
}
