import DraftDiff
import LegalText

/// A stretch of a word difference as it is shown.
struct WordPiece: Hashable {
  /// What it is.
  enum Kind: Hashable {
    case equal, inserted, deleted
    /// The numbers of a reference that merely followed its target.
    case followedOld, followedNew
    /// The number of a comment on the words before it, in the new text or in the old one only.
    case marker, oldMarker
  }

  var kind: Kind
  var text: String

  /// Whether it stands in the old text.
  var isOld: Bool { [.equal, .deleted, .followedOld, .oldMarker].contains(kind) }
  /// Whether it is the number of a comment.
  var isMarker: Bool { kind == .marker || kind == .oldMarker }
  /// Whether it stands in the new text.
  var isNew: Bool { [.equal, .inserted, .followedNew, .marker].contains(kind) }
}

/// A word difference made ready to be shown.
enum DiffWords {
  /// The stretches of a unit's words, with the numbers of comments behind the words that they are
  /// on.
  static func pieces(_ words: [WordChange], quotes: [QuoteMark]) -> [WordPiece] {
    guard !quotes.isEmpty else { return words.map { WordPiece(kind: kind(of: $0), text: $0.text) } }
    let old = words.filter { $0.op != .insert }.map(\.text).joined()
    let new = words.filter { $0.op != .delete }.map(\.text).joined()
    var atNew: [Int: String] = [:]
    var atOld: [Int: String] = [:]
    for quote in quotes {
      if let end = quote.end(in: new) {
        atNew[end, default: ""] += quote.marker
      } else if let end = quote.end(in: old) {
        atOld[end, default: ""] += quote.marker
      }
    }
    var result: [WordPiece] = []
    var (oldEnd, newEnd) = (0, 0)
    for word in words {
      let isNew = word.op != .delete
      let start = isNew ? newEnd : oldEnd
      let marks = isNew ? atNew : atOld
      result += split(word, start: start, marks: marks)
      if word.op != .insert { oldEnd += word.text.utf8.count }
      if word.op != .delete { newEnd += word.text.utf8.count }
    }
    return result
  }

  private static func split(
    _ word: WordChange, start: Int, marks: [Int: String]
  ) -> [WordPiece] {
    let kind = kind(of: word)
    guard !marks.isEmpty else { return [WordPiece(kind: kind, text: word.text)] }
    let bytes = Array(word.text.utf8)
    let ends = marks.keys.filter { $0 > start && $0 <= start + bytes.count }
    guard !ends.isEmpty else { return [WordPiece(kind: kind, text: word.text)] }
    var result: [WordPiece] = []
    var position = 0
    for end in ends.sorted() {
      let text = String(decoding: bytes[position..<end - start], as: UTF8.self)
      result.append(WordPiece(kind: kind, text: text))
      result.append(
        WordPiece(kind: word.op == .delete ? .oldMarker : .marker, text: marks[end] ?? ""))
      position = end - start
    }
    if position < bytes.count {
      let text = String(decoding: bytes[position...], as: UTF8.self)
      result.append(WordPiece(kind: kind, text: text))
    }
    return result
  }

  private static func kind(of word: WordChange) -> WordPiece.Kind {
    switch (word.op, word.effect) {
    case (.equal, _): .equal
    case (.insert, .consequential?): .followedNew
    case (.insert, _): .inserted
    case (.delete, .consequential?): .followedOld
    case (.delete, _): .deleted
    }
  }

  /// The words that the old and the new number of a reference have in common stand once:
  /// `Pasal ⟨12 → 13⟩`.
  private static func factored(_ pieces: [WordPiece]) -> [WordPiece] {
    var result: [WordPiece] = []
    for piece in pieces {
      guard piece.kind == .followedNew, let old = result.last, old.kind == .followedOld else {
        result.append(piece)
        continue
      }
      let common = commonWords(old.text, piece.text)
      result.removeLast()
      if !common.isEmpty { result.append(WordPiece(kind: .equal, text: common)) }
      let count = common.utf8.count
      for (kind, text) in [(WordPiece.Kind.followedOld, old.text), (.followedNew, piece.text)] {
        let rest = String(decoding: text.utf8.dropFirst(count), as: UTF8.self)
        result.append(WordPiece(kind: kind, text: rest))
      }
    }
    return result
  }

  /// The whole words with which both texts begin; each keeps a word of its own.
  static func commonWords(_ a: String, _ b: String) -> String {
    let same = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    let limit = min(same, a.utf8.count - 1, b.utf8.count - 1)
    guard limit > 0, let space = a.utf8.prefix(limit).lastIndex(of: 0x20) else { return "" }
    return String(decoding: a.utf8[...space], as: UTF8.self)
  }

  /// Both texts in one: `[-…-]` and `{+…+}` around what came and went, `⟨…⟩` around references
  /// that followed; without brackets where colours tell.
  static func inline(_ pieces: [WordPiece], marked: Bool) -> [Span] {
    var spans: [Span] = []
    var previous: WordPiece.Kind?
    for piece in factored(pieces) {
      if spans.last?.text.hasSuffix(" ") == false {
        switch (previous, piece.kind) {
        case (.deleted?, .inserted): spans.append(marked ? .softBreak : Span(" "))
        case (.followedOld?, .followedNew): spans.append(Span(" "))
        default: break
        }
      }
      spans += Self.spans(piece, marked: marked, joined: true)
      if !piece.isMarker { previous = piece.kind }
    }
    return spans
  }

  /// One text of the two.
  static func side(_ pieces: [WordPiece], isNew: Bool, marked: Bool) -> [Span] {
    pieces.filter { isNew ? $0.isNew : $0.isOld }.flatMap {
      spans($0, marked: marked, joined: false)
    }
  }

  /// - Parameter joined: whether the old and the new number of a reference stand together.
  private static func spans(_ piece: WordPiece, marked: Bool, joined: Bool) -> [Span] {
    switch piece.kind {
    case .equal: spaced(piece.text, .plain, "", "", escaped: marked)
    case .inserted: spaced(piece.text, .inserted, marked ? "{+" : "", marked ? "+}" : "")
    case .deleted: spaced(piece.text, .deleted, marked ? "[-" : "", marked ? "-]" : "")
    case .followedOld:
      spaced(piece.text, .followedOld, marked ? "⟨" : "", !marked ? "" : joined ? " →" : "⟩")
    case .followedNew:
      spaced(piece.text, .followedNew, marked && !joined ? "⟨" : "", marked ? "⟩" : "")
    case .marker, .oldMarker: [Span(piece.text, .name)]
    }
  }

  /// The spaces around a text stand outside its marks.
  private static func spaced(
    _ text: String, _ role: Role, _ open: String, _ close: String, escaped: Bool = false
  ) -> [Span] {
    let core = text.drop { $0 == " " }
    let trailing = core.reversed().prefix { $0 == " " }.count
    let words = core.dropLast(trailing)
    guard !words.isEmpty else { return [Span(text)] }
    let isMarked = escaped || !open.isEmpty || !close.isEmpty
    var spans: [Span] = []
    if core.startIndex != text.startIndex { spans.append(Span(" ")) }
    spans.append(
      Span(open + (isMarked ? PlainMarks.escaped(String(words)) : String(words)) + close, role))
    if trailing > 0 { spans.append(Span(" ")) }
    return spans
  }

  /// The stretches in rows that begin and end with the same sentence on both sides.
  static func rows(_ pieces: [WordPiece]) -> [[WordPiece]] {
    var rows: [[WordPiece]] = []
    var row: [WordPiece] = []
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      guard piece.kind == .equal else {
        row.append(piece)
        if endsTogether(row, next) {
          rows.append(row)
          row = []
        }
        continue
      }
      for sentence in sentences(piece.text) {
        row.append(WordPiece(kind: .equal, text: sentence))
        if endsSentence(sentence), next?.isMarker != true || sentence.hasSuffix(" ") {
          rows.append(row)
          row = []
        }
      }
    }
    guard !row.isEmpty else { return rows }
    // The "dan" after a semicolon is no row of its own.
    if let last = rows.indices.last, row.reduce(0, { $0 + WordChange.wordCount($1.text) }) <= 2 {
      rows[last] += row
    } else {
      rows.append(row)
    }
    return rows
  }

  /// Whether both texts have come to the end of a sentence with a row.
  private static func endsTogether(_ row: [WordPiece], _ next: WordPiece?) -> Bool {
    if let next, next.kind != .equal { return false }
    let old = row.last { $0.isOld && !$0.isMarker }?.text
    let new = row.last { $0.isNew && !$0.isMarker }?.text
    guard let last = new ?? old, old != nil || new != nil else { return false }
    return (old.map(endsSentence) ?? true) && (new.map(endsSentence) ?? true) && endsSentence(last)
  }

  private static func endsSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { $0 != " " }) else { return false }
    return [".", ";", ":"].contains(last)
  }

  /// A text cut behind the marks that end its sentences.
  private static func sentences(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    var isEnd = false
    for character in text {
      if isEnd, character != " " {
        result.append(current)
        current = ""
      }
      current.append(character)
      isEnd = character == " " && endsSentence(current)
    }
    if !current.isEmpty { result.append(current) }
    return result
  }
}

/// The brackets by which plain output tells what came and went.
enum PlainMarks {
  /// The brackets by role, for stretches that go on over lines.
  static let pairs: [Role: WrapMarks] = [
    .deleted: WrapMarks("[-", "-]", role: .deleted),
    .inserted: WrapMarks("{+", "+}", role: .inserted),
  ]

  /// Whether a byte may begin what is escaped.
  private static func mayMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5B...0x5D, 0x7B, 0x7D, 0xE2: true
    default: false
    }
  }

  /// A text in which nothing can be taken for one of the brackets: a backslash stands before its
  /// own ones, and before each of its own backslashes.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: mayMark) else { return text }
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : nil
      let after = index + 1 < characters.count ? characters[index + 1] : nil
      let isMark: Bool =
        switch character {
        case "\\", "⟨", "⟩": true
        case "[": after == "-" || after == nil
        case "{": after == "+" || after == nil
        case "]": before == "-" || before == nil
        case "}": before == "+" || before == nil
        default: false
        }
      if isMark { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

/// Words that a comment is on, with the comment's number.
struct QuoteMark: Hashable {
  /// The words, white space collapsed.
  var words: String
  /// The number, raised.
  var marker: String

  /// Where the words end in a text, in bytes; nil where they do not stand there, or are all of it.
  func end(in text: String) -> Int? {
    let words = Array(self.words.utf8)
    let bytes = Array(text.utf8)
    // So long a quote, or text, is better marked as a whole, and would take long to look for.
    guard let first = words.first, words.count <= 1000, bytes.count <= 100_000,
      words.count < text.split(separator: " ").joined(separator: " ").utf8.count
    else { return nil }
    var start = 0
    while start + words.count <= bytes.count {
      if bytes[start] == first, bytes[start..<start + words.count].elementsEqual(words) {
        return start + words.count
      }
      start += 1
    }
    return nil
  }
}
