/// Decides which line breaks within a unit's own text only wrap it.
///
/// A break goes where it surely stands inside a sentence. One after a finished sentence goes only
/// where the line before it is as full as the others of the same text.
struct LineJoining {
  let text: SourceText
  /// Whether continuation lines stand as far left as the marks of their items, so that closing
  /// text of a list cannot be told from them by its place.
  var isFlushLeft = false

  enum Break { case wrap, unsure, real }

  /// Lines longer than this were not wrapped by a page.
  private static let widest = 140

  /// For each fragment, whether it goes on the line of the one before it.
  func joins(_ fragments: [Fragment], closingColumn: Int?) -> [Bool] {
    var breaks = [Break](repeating: .real, count: fragments.count)
    var width = 0
    var least = Int.max
    for index in fragments.indices.dropFirst() {
      least = min(least, fragments[index - 1].column)
      var kind = kind(fragments[index - 1], fragments[index], closingColumn)
      if kind == .unsure, isIndented(index, fragments, least) { kind = .real }
      breaks[index] = kind
      if kind == .wrap { width = max(width, fragments[index - 1].endColumn) }
    }
    return breaks.indices.map { index in
      switch breaks[index] {
      case .wrap: return true
      case .real: return false
      case .unsure:
        let next = fragments[index]
        guard width > 0, width <= Self.widest, !next.blankBefore else { return false }
        var word = next.range.lowerBound
        while word < next.range.upperBound, text.spaceLength(at: word) == 0 { word += 1 }
        return fragments[index - 1].endColumn + 1 + word - next.range.lowerBound > width
      }
    }
  }

  /// Whether the first line after a finished sentence stands further right than the next one and
  /// than those before it, as where a new part of a general elucidation begins.
  private func isIndented(_ index: Int, _ fragments: [Fragment], _ least: Int) -> Bool {
    guard fragments[index].startsLine, index + 1 < fragments.count,
      fragments[index + 1].startsLine, !fragments[index + 1].pageStart
    else { return false }
    let margin = fragments[index].column - Self.leastIndent
    return fragments[index + 1].column <= margin && least <= margin
      && fragments[index - 1].column <= fragments[index].column
  }

  private static let leastIndent = 2

  /// What kind of break stands between two neighbouring fragments.
  func kind(_ previous: Fragment, _ next: Fragment, _ closingColumn: Int?) -> Break {
    if next.pageStart || next.isFurniture || previous.isFurniture { return .real }
    if next.isRow || previous.isRow { return .real }
    if endsInHyphen(previous) { return .real }
    if isEndMark(next) || isEndMark(previous) { return .real }
    let end = Ending(text, previous.range)
    if isConjunction(next) { return end.sign == 0x2E ? .unsure : .wrap }
    if beginsItem(next) { return end.isReference ? .wrap : .real }
    if isHeading(next) || isHeading(previous, fixedWords: false) || isDivision(next) {
      return .real
    }
    if isLoud(next), next.blankBefore { return .real }
    switch end.sign {
    case 0x3A, 0x3B: return .real
    case 0x2E:
      return SourceText.isLower(text[next.range.lowerBound]) ? .wrap : .unsure
    case 0x21, 0x3F: return .unsure
    case 0x2C:
      if let closingColumn, closes(previous, next, closingColumn) { return .real }
      return .wrap
    default:
      return end.isConjunctionOfItems ? .real : .wrap
    }
  }

  /// Whether `next` is the closing text of a list whose last item ends with `previous` (UU 12/2011,
  /// Lampiran II angka 85): it stands no further right than the marks of the items.
  func closes(_ previous: Fragment, _ next: Fragment, _ column: Int) -> Bool {
    !isFlushLeft && next.column <= column && !next.pageStart && !next.isFurniture
      && !previous.isFurniture && Ending(text, previous.range).sign == 0x2C
  }

  /// Whether a line is nothing but the word that ties an item to the next: *dan*, *atau*, *dan/atau*.
  func isConjunction(_ fragment: Fragment) -> Bool {
    let range = fragment.range
    guard fragment.startsLine, range.count <= 10, SourceText.isLower(text[range.lowerBound]) else {
      return false
    }
    let letters = text.bytes[range].filter { $0 > 0x20 }
    return ["dan", "atau", "dan/atau"].contains(String(decoding: letters, as: UTF8.self))
  }

  /// Whether a line is the sign that printers set at the end: `ooo0ooo`, `---000---`, `*****`.
  private func isEndMark(_ fragment: Fragment) -> Bool {
    EndMark.isAlone(in: fragment.range, text)
  }

  /// The break after `Undang-` may be the word's own hyphen or a divided word's: it stays.
  private func endsInHyphen(_ fragment: Fragment) -> Bool {
    let end = fragment.range.upperBound
    return text[end - 1] == 0x2D && SourceText.isLetter(text[end - 2])
  }

  /// Whether a fragment begins with a mark or a bullet that was not read as a unit.
  private func beginsItem(_ fragment: Fragment) -> Bool {
    let start = fragment.range.lowerBound
    let next = text[start + 1]
    switch text[start] {
    case 0x2D, 0x2A, 0x2B, 0x3E, 0x7C, 0x23: return next == 0x20 || text[start] == 0x7C
    case 0xE2: return next == 0x80 || next == 0x96 || next == 0x97
    default: break
    }
    return MarkReader(text: text).listMark(at: start, lineEnd: fragment.range.upperBound) != nil
  }

  /// Whether a line begins the close of an act or the notes on its articles.
  func isDivision(_ fragment: Fragment) -> Bool {
    let start = fragment.range.lowerBound
    switch text[start] {
    case UInt8(ascii: "A"), UInt8(ascii: "S"):
      return PromulgationOrder(text: text).begins(at: start)
    case UInt8(ascii: "I"), UInt8(ascii: "P"):
      return KeywordReader(text: text).keyword(at: start, lineEnd: fragment.range.upperBound)?
        .shape == .pasalDemiPasal
    default: break
    }
    return false
  }

  /// Whether a line begins with two words or more in capitals, as a title does.
  func isLoud(_ fragment: Fragment) -> Bool {
    var capitals = 0
    var words = 1
    for position in fragment.range.prefix(24) {
      if SourceText.isUpper(text.bytes[position]) {
        capitals += 1
      } else if text.bytes[position] == 0x20 {
        words += 1
      } else {
        return false
      }
    }
    return capitals >= 8 && words > 1
  }

  /// Whether a fragment is a heading alone on its line, or a fixed word that divides an act.
  private func isHeading(_ fragment: Fragment, fixedWords: Bool = true) -> Bool {
    let (start, end) = (fragment.range.lowerBound, fragment.range.upperBound)
    guard SourceText.isUpper(text[start]) else { return false }
    let reader = MarkReader(text: text)
    if let mark = reader.heading(at: start, lineEnd: end) { return mark.flags.contains(.wholeLine) }
    if let mark = reader.wordMark(at: start, lineEnd: end) {
      return mark.flags.contains(.wholeLine)
    }
    return fixedWords && KeywordReader(text: text).keyword(at: start, lineEnd: end) != nil
  }
}

/// How a line ends.
struct Ending {
  /// The last byte, closing quotation marks and emphasis aside.
  private(set) var sign: UInt8 = 0
  /// Whether its last word announces a number or ties two of them.
  private(set) var isReference = false
  /// Whether it ends in *dan* or *atau* after a finished item: after a comma the same item may go on.
  private(set) var isConjunctionOfItems = false

  private static let announcing: [StaticString] = [
    "ayat", "huruf", "angka", "pasal", "nomor", "bab", "butir", "bagian", "paragraf", "tahun",
    "sampai", "dengan", "dan", "atau", "no",
  ]

  init(_ text: SourceText, _ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = text[end - 1]
      if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x2A || byte == 0x5F {
        end -= 1
      } else if byte >= 0x98, byte <= 0x9F, text[end - 2] == 0x80, text[end - 3] == 0xE2 {
        end -= 3
      } else {
        break
      }
    }
    guard end > range.lowerBound else { return }
    sign = text[end - 1]
    var start = end
    while start > range.lowerBound, end - start < 12, SourceText.isLetter(text[start - 1]) {
      start -= 1
    }
    guard end == range.upperBound else { return }
    isReference = Self.announcing.contains { text.match($0, at: start) == end }
    for word: StaticString in ["dan", "atau"] where text.match(word, at: start) == end {
      var before = start
      if text[before - 1] == 0x2F {
        before -= 1
        while before > range.lowerBound, SourceText.isLetter(text[before - 1]) { before -= 1 }
      }
      while before > range.lowerBound, text[before - 1] == 0x20 { before -= 1 }
      guard before > range.lowerBound else { return }
      isConjunctionOfItems = text[before - 1] == 0x3B
      if isConjunctionOfItems || text[before - 1] == 0x2C { isReference = false }
    }
  }
}

/// Rows of tables, by the columns that they share.
enum TableRows {
  /// Marks neighbouring fragments whose gaps of four or more spaces end at the same columns.
  static func mark(_ fragments: inout [Fragment], in text: SourceText) {
    guard fragments.count > 1 else { return }
    var previous: [Int] = []
    for index in fragments.indices {
      let gaps = fragments[index].startsLine ? gapEnds(fragments[index], text) : []
      let isRule = text[fragments[index].range.lowerBound] == 0x7C
      if isRule { fragments[index].isRow = true }
      if index > 0, gaps.contains(where: previous.contains) {
        fragments[index].isRow = true
        fragments[index - 1].isRow = true
      }
      previous = gaps
    }
  }

  /// The columns at which the first few gaps of a fragment end.
  private static func gapEnds(_ fragment: Fragment, _ text: SourceText) -> [Int] {
    var ends: [Int] = []
    var spaces = 0
    for position in fragment.range {
      if text.bytes[position] == 0x20 {
        spaces += 1
      } else {
        if spaces >= 4 { ends.append(position - fragment.lineStart) }
        spaces = 0
        if ends.count == 12 { break }
      }
    }
    return ends
  }
}
