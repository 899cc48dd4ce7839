/// Legal bases whose numbers, or whose label, a reader of pages set elsewhere: alone between the
/// lines, at their ends, before a consideration; *Mengingat* below its first act.
extension MarkColumns {
  /// How many marks and bytes a preamble has at most.
  private static let mostMarks = 300
  private static let longest = 40_000

  /// Puts marks where the considerations and the legal bases begin, where those that can be read and
  /// those that stand elsewhere prove how many there are.
  mutating func placeBases() {
    guard moves.isEmpty, let zone = basisZone() else { return }
    let end = marks[zone.upperBound].start
    let labels = zone.filter { marks[$0].shape == .menimbang || marks[$0].shape == .mengingat }
    var reader = BasisReader(text: text, furniture: furniture)
    for label in labels { reader.labels[marks[label].start] = marks[label] }
    reader.read(marks[zone.lowerBound].start..<end)
    guard let first = reader.acts.first, reader.isDisplaced else { return }
    let kept = Set((reader.acts + reader.considerations).compactMap(\.mark))
    for index in zone where !kept.contains(marks[index].start) {
      if marks[index].isListMark || marks[index].shape == .capital { drop(index) }
    }
    for label in labels where marks[label].shape == .mengingat {
      if !reader.isLabelled { drop(label) }
    }
    if !reader.isLabelled { prove(.mengingat, -1, at: first.position) }
    prove(.angka, reader.acts)
    if reader.considerations.count > 1 { prove(.huruf, reader.considerations) }
  }

  /// Proves the marks of those texts that have none.
  private mutating func prove(_ shape: Mark.Shape, _ texts: [BasisReader.Text]) {
    for (offset, text) in texts.enumerated() where text.mark == nil {
      prove(shape, Int32(offset) + 1, at: text.position, isMended: true)
    }
  }

  /// The marks from the first label of a preamble to what ends its legal bases.
  private func basisZone() -> Range<Int>? {
    guard
      let first = marks.prefix(Self.mostMarks).firstIndex(where: {
        $0.shape == .menimbang || $0.shape == .mengingat
      })
    else { return nil }
    let end = marks[first...].prefix(Self.mostMarks).firstIndex {
      switch $0.shape {
      case .memutuskan, .persetujuan, .otherBasis, .bab: true
      case .pasal: $0.flags.contains([.lineStart, .wholeLine]) && ($0.value == 1 || $0.mended == 1)
      default: false
      }
    }
    guard let end, marks[end].start - marks[first].start <= Self.longest else { return nil }
    return first..<end
  }
}

/// Reads the lines of a preamble by how they begin: considerations with *bahwa*, legal bases with the
/// name of an act (UU 12/2011, Lampiran II angka 22, 43).
struct BasisReader {
  /// A consideration or a legal basis.
  struct Text {
    var position: Int
    /// Where the mark stands that goes with it, if one does.
    var mark: Int?
  }

  /// One or two signs before a text that may be its mark.
  private struct Token {
    var range: Range<Int>
    /// One past its full stop.
    var end: Int
    /// Its number, with misprints mended; -1 for none.
    var number: Int
    var isDotted: Bool
  }

  let text: SourceText
  let furniture: [Range<Int>]
  /// The labels by where they stand.
  var labels: [Int: Mark] = [:]
  private(set) var considerations: [Text] = []
  private(set) var acts: [Text] = []
  /// Whether *Mengingat* stands right before the first act.
  private(set) var isLabelled = false
  /// Numbers that stand with no act.
  private var strays: Set<Int> = []
  /// Whether one of them stands elsewhere than in a column below the label.
  private var hasApart = false
  /// Whether nothing but marks stands between the label and the line that is read.
  private var isInColumn = false
  /// Whether a number contradicts the order of the acts.
  private var isContradicted = false
  /// Whether a finished sentence stands before the line that is read.
  private var isFinished = false

  init(text: SourceText, furniture: [Range<Int>]) {
    self.text = text
    self.furniture = furniture
  }

  /// Whether numbers or the label were carried away from two acts or more, and those numbers that are
  /// left, with their acts or elsewhere, prove the others.
  var isDisplaced: Bool {
    let missing = acts.indices.filter { acts[$0].mark == nil }
    guard !isContradicted, acts.count > 1, !missing.isEmpty, hasApart || !isLabelled,
      strays.allSatisfy({ stray in missing.contains { $0 + 1 == stray } })
    else { return false }
    return missing.count < acts.count || strays.count == acts.count
  }

  mutating func read(_ zone: Range<Int>) {
    var position = zone.lowerBound
    while position < zone.upperBound, !isContradicted {
      let end = min(text.lineEnd(from: position), zone.upperBound)
      let start = text.skippingSpaces(from: position, to: end)
      if start < end, !isFurniture(start) {
        let line = start..<text.trimmingEnd(from: start, to: end)
        // A catchword says again what the next page begins with.
        if text.trailingDots(line).count < 2 { read(line: line) }
      }
      position = end + 1
    }
  }

  private func isFurniture(_ position: Int) -> Bool {
    FurnitureList.contains(furniture, position)
  }

  private mutating func read(line: Range<Int>) {
    let label = labels[line.lowerBound]
    var next = skippingColon(label?.end ?? line.lowerBound, line.upperBound)
    var tokens: [Token] = []
    while tokens.count < 3, let token = token(at: next, line.upperBound) {
      tokens.append(token)
      next = skippingColon(token.end, line.upperBound)
    }
    guard next < line.upperBound else {
      // Nothing but a label and marks.
      if label?.shape == .mengingat { isInColumn = acts.isEmpty }
      for token in tokens { note(token) }
      return
    }
    let isBehindLabel = label?.shape == .mengingat
    defer { isInColumn = false }
    if let end = text.match("bahwa", at: next), text.isWordEnd(end) {
      if isFinished || considerations.isEmpty { readConsideration(tokens, next) }
    } else if namesAct(next, isBehindLabel) {
      readAct(tokens, next, isBehindLabel)
    }
    readEnd(of: line)
  }

  private mutating func readConsideration(_ tokens: [Token], _ position: Int) {
    guard acts.isEmpty else { return isContradicted = true }
    var own: Int?
    for token in tokens {
      let sign = text[token.range.lowerBound]
      if token.range.count == 1, SourceText.isLower(sign),
        Int(NumberReader.letterIndex(sign)) == considerations.count + 1
      {
        own = token.range.lowerBound
      } else {
        note(token)
      }
    }
    considerations.append(Text(position: position, mark: own))
  }

  private mutating func readAct(_ tokens: [Token], _ position: Int, _ isBehindLabel: Bool) {
    let due = acts.count + 1
    var own: Int?
    for token in tokens {
      if token.number == due {
        own = token.range.lowerBound
      } else if token.number > 0 {
        // A number run into the act is another's; one with its full stop denies the order.
        if token.isDotted { return isContradicted = true }
        note(token)
      }
    }
    guard own != nil || isFinished || isBehindLabel else { return }
    if acts.isEmpty { isLabelled = isBehindLabel || isInColumn }
    acts.append(Text(position: position, mark: own))
  }

  /// Notes a number that stands with no act.
  private mutating func note(_ token: Token) {
    guard token.number > 0 else { return }
    strays.insert(token.number)
    if !isInColumn { hasApart = true }
  }

  /// Notes whether a sentence ends with a line, and the number that stands behind its semicolon.
  private mutating func readEnd(of line: Range<Int>) {
    isFinished = false
    let limit = max(line.lowerBound, line.upperBound - 20)
    guard
      let sign = (limit..<line.upperBound).last(where: {
        text[$0] == 0x3B || text[$0] == 0x3A
      }), text[sign] == 0x3B
    else { return }
    let rest = text.skippingSpaces(from: sign + 1, to: line.upperBound)
    let tail = token(at: rest, line.upperBound)
    // A word run into the sign was carried there too.
    isFinished =
      rest == line.upperBound || tail?.end == line.upperBound
      || rest == sign + 1 && SourceText.isUpper(text[rest])
    if let tail, isFinished, tail.end == line.upperBound { note(tail) }
  }

  private func skippingColon(_ position: Int, _ end: Int) -> Int {
    var next = text.skippingSpaces(from: position, to: end)
    while next < end, text[next] == 0x3A || text[next] == 0x3B || text[next] <= 0x20 { next += 1 }
    return next
  }

  /// A mark with its full stop, or alone on its line; a number also right before an act.
  private func token(at position: Int, _ lineEnd: Int) -> Token? {
    var end = position
    var isNumber = true
    while end < lineEnd, SourceText.isAlphanumeric(text[end]), end < position + 3 {
      if !SourceText.isDigit(text[end]) {
        if isNumber, end > position, beginsWord(end) { break }
        isNumber = false
      }
      end += 1
    }
    guard end > position, end <= position + 2 else { return nil }
    let isDotted = text[end] == 0x2E || text[end] == 0x29 || text[end] == 0x2C
    guard
      isDotted || end == lineEnd
        || isNumber && beginsWord(text.skippingSpaces(from: end, to: lineEnd))
    else { return nil }
    return Token(
      range: position..<end, end: isDotted ? end + 1 : end,
      number: NumberReader.mended(text, position..<end), isDotted: isDotted)
  }

  private func beginsWord(_ position: Int) -> Bool {
    SourceText.isUpper(text[position]) && SourceText.isLower(text[position + 1])
  }

  /// Whether the name of an act begins at `position`; an article of the constitution is one, of
  /// which little need be readable behind the label.
  private func namesAct(_ position: Int, _ isBehindLabel: Bool) -> Bool {
    if text.match("asal ", at: position + 1) != nil {
      return (position..<position + 40).contains {
        text.matchWords("undang-undang dasar", at: $0)
          || isBehindLabel && text.match("undang-undang", at: $0) != nil
      }
    }
    guard SourceText.isUpper(text[position]) else { return false }
    for name: StaticString in ["undang-undang", "undang - undang", "peraturan", "keputusan"]
    where text.match(name, at: position) != nil {
      return (position..<position + 80).contains {
        text.match("nomor", at: $0) != nil || text.match("dasar", at: $0) != nil
      }
    }
    return false
  }
}
