/// Words set one after another into lines of a given width.
struct LineSetter {
  /// What stands between two places at which a line may be broken.
  struct Word {
    var spans: [Span]
    var width: Int
    /// The role of the space before it: shared by both neighbours, so marks run through.
    var gapRole: Role
    /// The columns between it and the word before: none after a soft break.
    var gap = 1
  }

  private let width: Int
  private let indent: Int
  private let marks: [Role: WrapMarks]
  private var lines: [Line] = []
  private var current: Line
  /// The columns taken of the line, and those taken before its first word.
  private var used: Int
  private var start: Int
  private var isEmpty = true
  private var open: WrapMarks?

  init(width: Int, first: Line, indent: Int, marks: [Role: WrapMarks]) {
    self.width = width
    self.indent = min(indent, max(width - 10, 0))
    self.marks = marks
    current = first
    used = first.width
    start = self.indent
    if used > self.indent, used >= width { startLine() }
  }

  /// All lines, the last one too.
  consuming func finished() -> [Line] { lines + [current] }

  // MARK: Words

  mutating func add(_ word: Word) {
    let after = goesOn(word)
    let room = width - (after == nil ? 0 : WrapMarks.columns)
    if !isEmpty, used + word.gap + word.width > room { startLine() }
    let line = width - indent - (after == nil && open == nil ? 0 : 2 * WrapMarks.columns)
    if word.width <= max(line, 1) {
      place(word, room: room)
    } else {
      for piece in Self.pieces(of: word, line: line) { place(piece, room: room) }
    }
  }

  private mutating func startLine() {
    if let open { Self.append(open.close, to: &current) }
    lines.append(current)
    current = Line(indent > 0 ? [Span(.spaces(indent))] : [])
    if let open { Self.append(open.open, to: &current) }
    start = indent + (open == nil ? 0 : WrapMarks.columns)
    used = start
    isEmpty = true
  }

  private mutating func place(_ piece: Word, room: Int) {
    // A label before the text may leave too little room for the first word.
    if isEmpty
      ? used > start && used + piece.width > room : used + piece.gap + piece.width > room
    {
      startLine()
    }
    if !isEmpty, piece.gap > 0 {
      Self.append(Span(clean: " ", role: piece.gapRole), to: &current)
      used += 1
    }
    for span in piece.spans { Self.append(span, to: &current) }
    used += piece.width
    isEmpty = false
    open = goesOn(piece)
  }

  /// The brackets of the stretch that goes on behind a word; nil where none does.
  private func goesOn(_ word: Word) -> WrapMarks? {
    guard !marks.isEmpty, let last = word.spans.last, let mark = marks[last.role],
      !last.text.hasSuffix(mark.close.text)
    else { return nil }
    return mark
  }

  // MARK: Runs

  /// Whether many words of a role can be set at once: those that stand in no brackets.
  func takesRuns(of role: Role) -> Bool { marks.isEmpty || marks[role] == nil }

  /// Sets words of ASCII with one space between them, as many at once as a line takes.
  mutating func add(run: Substring, role: Role) {
    var rest = run.utf8
    while !rest.isEmpty {
      // Brackets that are open take room of their own, until the first word closes them.
      let room = open == nil ? width - used - (isEmpty ? 0 : 1) : 0
      let fitting = Self.fitting(rest, room: room)
      if fitting == rest.startIndex {
        if open == nil, !isEmpty || used > start {
          startLine()
          continue
        }
        let end = rest.firstIndex(of: 0x20) ?? rest.endIndex
        let text = String(Substring(rest[..<end]))
        add(
          Word(spans: [Span(clean: text, role: role)], width: text.utf8.count, gapRole: role))
        rest = rest[end...].dropFirst()
        continue
      }
      let words = String(Substring(rest[..<fitting]))
      let text = isEmpty ? words : " " + words
      Self.append(Span(clean: text, role: role), to: &current)
      used += text.utf8.count
      isEmpty = false
      rest = rest[fitting...].dropFirst()
    }
  }

  /// The end of the words that fit into some columns; the start where not even one does.
  private static func fitting(_ words: Substring.UTF8View, room: Int) -> String.Index {
    guard room > 0 else { return words.startIndex }
    guard
      let limit = words.index(words.startIndex, offsetBy: room, limitedBy: words.endIndex),
      limit < words.endIndex
    else { return words.endIndex }
    if words[limit] == 0x20 { return limit }
    return words[..<limit].lastIndex(of: 0x20) ?? words.startIndex
  }

  /// A word that is longer than a line, in pieces of at most one.
  private static func pieces(of word: Word, line: Int) -> [Word] {
    let line = max(line, 1)
    var result: [Word] = []
    var piece = Word(spans: [], width: 0, gapRole: word.gapRole, gap: word.gap)
    for span in word.spans {
      var text = ""
      for character in span.text {
        let width = DisplayWidth.of(character)
        if piece.width + width > line {
          if !text.isEmpty { piece.spans.append(span.with(text)) }
          text = ""
          result.append(piece)
          piece = Word(spans: [], width: 0, gapRole: word.gapRole, gap: 0)
        }
        text.append(character)
        piece.width += width
      }
      if !text.isEmpty { piece.spans.append(span.with(text)) }
    }
    if !piece.spans.isEmpty { result.append(piece) }
    return result
  }

  /// Appends a span, joined to the last one where that is of its kind.
  static func append(_ span: Span, to line: inout Line) {
    if let last = line.spans.last, last.role == span.role, last.link == span.link {
      line.spans[line.spans.count - 1].text += span.text
    } else {
      line.spans.append(span)
    }
  }
}

extension Span {
  /// Other clean text with the same role and link.
  fileprivate func with(_ text: String) -> Span { Span(clean: text, role: role, link: link) }
}
