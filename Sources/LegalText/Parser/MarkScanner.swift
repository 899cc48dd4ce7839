/// Scans a text line by line for marks.
struct MarkScanner {
  let text: SourceText
  let reader: MarkReader
  let keywords: KeywordReader
  let context: MarkContext
  var marks: [Mark] = []
  /// Whether several provisions share a line, so that marks within lines count.
  private let isFlat: Bool
  /// Whether the lines are those of strings in a JSON text.
  private let isEscaped: Bool
  /// Whether each line holds a whole provision, so that a mark at its beginning is no citation.
  private let isUnwrapped: Bool
  private let mostMarks: Int

  /// The column of the last item's mark, -1 behind a heading.
  private var listColumn = -1
  /// How many lines go on with an item further right than its mark, and how many do not.
  private var hanging = 0
  private var level = 0
  /// How many lines begin with the mark of an item.
  private var items = 0
  /// The letter with which the last line of a list began.
  private(set) var lastLetter: Int32 = 0

  /// Whether no more marks are read, in this line or the next.
  var isFull: Bool { marks.count >= mostMarks }

  /// The most marks that a text can have: the densest regulations have one in 20 bytes.
  static func limit(of text: SourceText) -> Int { 5000 + text.count / 16 }

  /// All marks of the visible lines, in order, as far as the limit.
  static func marks(of text: SourceText, lines: [Line], isEscaped: Bool) -> [Mark] {
    var scanner = MarkScanner(
      text: text, isFlat: FlatText.isFlat(text, lines: lines), isEscaped: isEscaped,
      isUnwrapped: FlatText.isUnwrapped(text, lines: lines))
    scanner.marks.reserveCapacity(min(lines.count, scanner.mostMarks))
    scanner.run(lines)
    scanner.insertColumns()
    scanner.insertOrders()
    // A list that grew has room for as many again, which texts of nothing but marks would keep.
    let isRoomy = scanner.marks.count > lines.count
    return isRoomy ? scanner.marks.map { $0 } : scanner.marks
  }

  private init(text: SourceText, isFlat: Bool, isEscaped: Bool, isUnwrapped: Bool) {
    self.text = text
    self.isUnwrapped = isUnwrapped
    self.isFlat = isFlat
    self.isEscaped = isEscaped
    reader = MarkReader(text: text)
    keywords = KeywordReader(text: text)
    context = MarkContext(text: text)
    mostMarks = Self.limit(of: text)
  }

  private mutating func run(_ lines: [Line]) {
    var previousEnd = -1
    var previousWasMark = true
    var afterFurniture = false
    for line in lines {
      guard !isFull else { break }
      if line.flags.contains(.furniture) {
        afterFurniture = true
        continue
      }
      var position = skipOpening(line.start, line.end)
      let count = marks.count
      var before: Mark.Before?
      if previousWasMark {
        before = .start
      } else if isEscaped, line.flags.contains(.blankBefore) {
        // The string before is finished.
        before = .stop
      }
      while position < line.end, !isFull {
        guard
          var mark = mark(at: position, line: line, isFirst: marks.count == count)
            ?? (marks.count == count
              ? misprint(at: position, line.end) : misreadFirst(at: position, line.end))
        else { break }
        let isLetter = mark.shape == .huruf || mark.shape == .subhuruf
        mark.before = before ?? context.kind(before: previousEnd, isLetter: isLetter)
        // What a page's edge cut off cannot be told from a finished sentence.
        if afterFurniture, mark.before == .word { mark.before = .stop }
        if mark.before == .word, mark.isListMark, context.endsRow(previousEnd) {
          mark.before = .stop
        }
        if isUnwrapped, mark.isListMark, mark.before == .word || mark.before == .comma {
          mark.before = .stop
        }
        before = .start
        mark.column = line.column
        if line.flags.contains(.blankBefore)
          || mark.shape == .lampiran && line.flags.contains(.pageStart)
        {
          mark.flags.insert(.blankBefore)
        }
        if marks.count == count { mark.flags.insert(.lineStart) }
        settleNinth(&mark, line.end)
        settleTwelfth(&mark)
        note(&mark, line.end)
        marks.append(mark)
        // A keyword without a label of its own ends the chain.
        guard mark.end > position else { break }
        position = skipOpening(skipLabelRest(mark, line.end), line.end)
      }
      previousWasMark = marks.count > count && position >= line.end
      if isFlat {
        // A misread mark may stand right behind the ones that were read.
        position = max(text[position - 1] == 0x20 ? position - 1 : position, line.start)
        if marks.count > count, marks.last?.shape == .penjelasan {
          position = appendGeneral(position, line)
        }
        scanWithin(position, line)
        if marks.count == count { appendEnd(line, previousEnd) }
      } else if !appendClosing(in: line), marks.count == count {
        appendLine(line, previousEnd, before)
        appendGlued(line, from: line.start + 1)
      } else if marks.count == count + 1, let first = listBehindLabel(of: marks[count], line) {
        marks.append(first)
      } else if let last = marks.last, last.end < line.end {
        appendGlued(line, from: max(line.start + 1, last.end))
      }
      if marks.count > count { noteColumn(from: count, line) }
      if isFlat, marks.count > count, let last = marks.last {
        previousWasMark = skipOpening(last.end, line.end) >= line.end
      }
      previousEnd = line.end
      afterFurniture = false
    }
  }

  /// Skips quotation marks, Markdown signs and colons that stand before a mark.
  func skipOpening(_ position: Int, _ end: Int) -> Int {
    var next = position
    while next < end {
      let quote = text.quoteLength(at: next)
      if quote > 0 {
        next += quote
        continue
      }
      switch text[next] {
      case 0x23, 0x2A, 0x3A, 0x3E, 0x5E, 0x5F, 0x2E, 0x7E: next += 1
      default:
        let space = text.spaceLength(at: next)
        if space == 0 { return next }
        next += space
      }
    }
    return end
  }

  /// Skips what may stand between a label and its first item: `Mengingat pula ;`
  func skipLabelRest(_ mark: Mark, _ end: Int) -> Int {
    guard mark.shape == .menimbang || mark.shape == .mengingat else { return mark.end }
    var rest = mark.end
    var next = text.skippingSpaces(from: rest, to: end)
    // The label of the order to enact may have been set beside this one.
    if let after = text.match("pula", at: next) ?? text.match("juga", at: next)
      ?? text.match("menetapkan", at: next)
    {
      rest = after
      next = text.skippingSpaces(from: rest, to: end)
    }
    return text[next] == 0x3B || text[next] == 0x2C ? next + 1 : skippingSign(rest, end)
  }

  func mark(at position: Int, line: Line, isFirst: Bool) -> Mark? {
    let byte = text[position]
    if byte == 0x28 || SourceText.isDigit(byte) {
      if byte == 0x31, isFirst, let mark = keywords.keyword(at: position, lineEnd: line.end) {
        return mark
      }
      return reader.listMark(at: position, lineEnd: line.end)
    }
    guard SourceText.isLetter(byte) else { return nil }
    if let mark = reader.listMark(at: position, lineEnd: line.end) {
      if isFirst, mark.shape == .capital || mark.shape == .huruf, mayNameSection(mark.end),
        let keyword = keywords.keyword(at: position, lineEnd: line.end)
          ?? keywords.misreadSection(at: position, line.end)
      {
        return keyword
      }
      return mark
    }
    if let mark = reader.heading(at: position, lineEnd: line.end) { return mark }
    if let mark = keywords.keyword(at: position, lineEnd: line.end) { return mark }
    switch SourceText.folded(byte) {
    case UInt8(ascii: "a"), UInt8(ascii: "h"), UInt8(ascii: "b"):
      return reader.wordMark(at: position, lineEnd: line.end)
    default:
      return nil
    }
  }

  /// Whether `UMUM` or `PASAL DEMI PASAL`, with or without *penjelasan*, may follow.
  private func mayNameSection(_ end: Int) -> Bool {
    let next = SourceText.folded(text[text.skippingSpaces(from: end, to: min(end + 8, text.count))])
    return next == UInt8(ascii: "u") || next == UInt8(ascii: "p")
  }

  /// Notes what follows a mark.
  func note(_ mark: inout Mark, _ lineEnd: Int) {
    var next = text.skippingSpaces(from: mark.end, to: lineEnd)
    while next < lineEnd, text[next] == 0x5F || text[next] == 0x2A || text[next] == 0x20 {
      next += 1
    }
    if next >= lineEnd {
      mark.flags.insert(.wholeLine)
      mark.flags.insert(.upperNext)
      return
    }
    // `Pasal 5. Judul`, `(2). Setiap`, as acts of the fifties print it.
    if text[next] == 0x2E || text[next] == 0x3A, mark.shape == .pasal || mark.shape == .ayat {
      next = text.skippingSpaces(from: next + 1, to: lineEnd)
    }
    next += text.quoteLength(at: next)
    let byte = text[next]
    if SourceText.isUpper(byte) || byte == 0x28 { mark.flags.insert(.upperNext) }
    if byte == 0x2C || byte == 0x3B || byte == 0x29 || byte == 0x2F {
      mark.flags.insert(.joinNext)
    } else if SourceText.isLower(byte) {
      for word: StaticString in ["dan ", "dan/", "atau ", "sampai dengan", "serta ", "s/d"]
      where text.match(word, at: next) != nil {
        mark.flags.insert(.joinNext)
      }
    }
  }

  /// Keeps the close of an act that stands in the right column of a line, beside the list of those
  /// who initialled the draft, or this list itself; whether it is there.
  private mutating func appendClosing(in line: Line) -> Bool {
    guard line.end - line.start > 14 else { return false }
    // A scrap of a signature; otherwise a line that begins small goes on with a sentence.
    let isScrap = SourceText.isLower(text[line.start])
    guard !isScrap || line.end - line.start < 160 else { return false }
    let end = line.end - 4
    var position = text.nextCapital(from: line.start + 2, to: end)
    var seen = false
    while position < end {
      let byte = text.bytes[position]
      if text.bytes[position - 1] == 0x20, byte == UInt8(ascii: "D") || byte == UInt8(ascii: "P") {
        if byte == UInt8(ascii: "D"), text.bytes[position - 2] == 0x20,
          !isScrap || text.bytes[position - 3] == 0x20,
          text.matchWords("ditetapkan di", at: position)
        {
          return append(closing: position, line)
        }
        if byte == UInt8(ascii: "P"), !isScrap, SourceText.isUpper(text[position + 1]) {
          if text.match("pengolah", at: position) != nil { seen = true }
          if seen, text.match("paraf", at: position) != nil {
            return append(closing: line.start, line)
          }
        }
      }
      position = text.nextCapital(from: position + 1, to: end)
    }
    return false
  }

  private mutating func append(closing position: Int, _ line: Line) -> Bool {
    var mark = Mark(.closing, start: position, end: position)
    mark.before = .stop
    mark.column = line.column
    marks.append(mark)
    return true
  }

  /// Notes where the marks of items stand.
  private mutating func noteColumn(from count: Int, _ line: Line) {
    if let item = marks[count...].last(where: \.isListMark) {
      listColumn = item.shape == .ayat ? -1 : Int(line.column)
      items += 1
      if item.shape == .huruf { lastLetter = item.value }
    } else if marks[count].shape != .line {
      listColumn = -1
    }
  }

  /// Keeps a line without a mark where a finished sentence stands before it.
  private mutating func appendLine(_ line: Line, _ previousEnd: Int, _ before: Mark.Before?) {
    let kind = before ?? context.kind(before: previousEnd)
    if kind == .word, listColumn >= 0 {
      if Int(line.column) > listColumn { hanging += 1 } else { level += 1 }
    }
    let isAfterList =
      isAfterList(line, previousEnd)
      && (isEscaped || isUnwrapped || hanging > 4 * level
        || Int(line.column) < listColumn && 8 * level <= items + hanging)
    guard kind == .stop || kind == .colon || kind == .comma && isAfterList else { return }
    append(line, kind, isAfterList)
  }

  /// Keeps a line of a flat text that may end the list before it.
  private mutating func appendEnd(_ line: Line, _ previousEnd: Int) {
    guard isAfterList(line, previousEnd) else { return }
    append(line, context.kind(before: previousEnd), true)
  }

  private mutating func append(_ line: Line, _ before: Mark.Before, _ isAfterList: Bool) {
    var mark = Mark(.line, start: line.start, end: line.start)
    mark.before = before
    mark.column = line.column
    mark.flags = isAfterList ? [.lineStart, .afterList] : .lineStart
    marks.append(mark)
  }

  /// Whether a line in small letters stands below an item that ended with a comma or a semicolon,
  /// and no further right than the item's mark.
  private func isAfterList(_ line: Line, _ previousEnd: Int) -> Bool {
    guard listColumn >= Int(line.column), previousEnd > 0, SourceText.isLower(text[line.start]),
      SourceText.isLower(text[line.start + 1])
    else { return false }
    let sign = text[previousEnd - 1]
    return sign == 0x2C || sign == 0x3B
  }
}
