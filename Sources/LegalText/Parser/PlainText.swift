/// A text without articles and chapters, as a circular: its title, its close and its annexes are
/// read by their form, everything else is text blocks.
struct PlainText {
  let text: SourceText
  let lines: [Line]
  let marks: [Mark]

  /// How far from the beginning a title is looked for, and how many lines it may have.
  private static let reach = (lines: 60, title: 30)

  private var units: [Unit] = []
  private var blocks = 0

  /// The units of a text in which no other structure was found; nil where it has neither title nor
  /// close, unless text blocks are wanted then, too.
  static func units(of text: SourceText, _ marks: [Mark], orBlocks: Bool) -> [Unit]? {
    var reader = PlainText(text: text, lines: LineTable(text).lines, marks: marks)
    return reader.read() || orBlocks ? reader.units : nil
  }

  private init(text: SourceText, lines: [Line], marks: [Mark]) {
    self.text = text
    self.lines = lines
    self.marks = marks
  }

  /// Reads all; whether a title and a close were found.
  private mutating func read() -> Bool {
    guard let last = lines.last else { return false }
    let title = titleLines()
    let from = title.map { lines[$0.upperBound - 1].end } ?? -1
    let close = title.flatMap { _ in closing(after: from) } ?? last.end
    for (index, line) in lines.enumerated() where line.start < close {
      if let title, title.contains(index) {
        if index == title.lowerBound { open(.judul, "judul", line.start..<from) }
      } else {
        let isFirst = title?.upperBound == index
        append(
          line.start..<(line.end > close ? end(before: close, line.start) : line.end),
          begins: isFirst || line.flags.contains(.blankBefore))
      }
    }
    guard close < last.end else { return false }
    let annexes = annexes(after: close)
    open(.penutup, "penutup", close..<end(before: annexes.first?.start ?? last.end, close))
    for (place, annex) in annexes.enumerated() {
      let next = place + 1 < annexes.count ? annexes[place + 1].start : last.end
      let number = annex.value > 0 ? "-" + AddressNumber.text(annex.value, annex.suffix) : ""
      open(
        .lampiran, "lampiran" + number, annex.start..<end(before: next, annex.end),
        label: annex.start..<annex.end)
    }
    return true
  }

  private func end(before position: Int, _ start: Int) -> Int {
    text.trimmingEnd(from: start, to: position)
  }

  /// Adds a line to the block before it, or begins another one.
  private mutating func append(_ range: Range<Int>, begins: Bool) {
    guard begins || units.last?.kind != .blok else {
      let start = units[units.count - 1].range.lowerBound
      units[units.count - 1].range = start..<range.upperBound
      return
    }
    blocks += 1
    open(.blok, "blok-\(blocks)", range)
  }

  private mutating func open(
    _ kind: UnitKind, _ address: String, _ range: Range<Int>, label: Range<Int>? = nil
  ) {
    let mark = label ?? range.lowerBound..<range.lowerBound
    units.append(
      Unit(
        kind: kind, address: address, label: String(decoding: text.bytes[mark], as: UTF8.self),
        heading: "", depth: 0, range: range, labelRange: mark, parent: nil,
        subtreeEnd: units.count + 1))
  }

  /// The lines of the title: capitals from the name of the act to its subject, behind *TENTANG*.
  private func titleLines() -> Range<Int>? {
    for first in lines.indices.prefix(Self.reach.lines) where namesAct(lines[first]) {
      var end = first
      var subject: Int?
      while end < lines.count, end - first < Self.reach.title, isLoud(lines[end]) {
        let line = lines[end]
        if let subject, end > subject,
          line.flags.contains(.blankBefore) || namesPart(line)
        {
          break
        }
        if subject == nil, let after = announcement(line) {
          // The subject stands behind the word or on the next line.
          subject = after < line.end ? end : end + 1
        }
        end += 1
      }
      guard let subject, end > subject else { continue }
      let isCopy =
        first > 0 && text.match("salinan", at: lines[first - 1].start) == lines[first - 1].end
      return isCopy ? first - 1..<end : first..<end
    }
    return nil
  }

  private func namesAct(_ line: Line) -> Bool {
    let start =
      text.match("salinan", at: line.start).map {
        text.skippingSpaces(from: $0, to: line.end)
      } ?? line.start
    for word: StaticString in ["surat edaran", "instruksi", "peraturan", "keputusan", "maklumat"]
    where text.matchWords(word, at: start) && SourceText.isUpper(text[start + 1]) {
      return true
    }
    return false
  }

  /// Whether a line has no small letters.
  private func isLoud(_ line: Line) -> Bool {
    !text.bytes[line.start..<line.end].contains(where: SourceText.isLower)
  }

  /// One past *TENTANG* with the spaces behind it, where a line has it.
  private func announcement(_ line: Line) -> Int? {
    var position = line.start
    while position < line.end {
      if text[position] == UInt8(ascii: "T"), position == line.start || text[position - 1] == 0x20,
        let end = text.match("tentang", at: position), text.isWordEnd(end)
      {
        return text.skippingSpaces(from: end, to: line.end)
      }
      position += 1
    }
    return nil
  }

  /// Whether a line is the heading of the first part: `I. KETENTUAN UMUM`, `A. LATAR BELAKANG`.
  private func namesPart(_ line: Line) -> Bool {
    (text[line.start] == UInt8(ascii: "I") || text[line.start] == UInt8(ascii: "A")
      || text[line.start] == 0x31) && text[line.start + 1] == 0x2E
  }

  /// Where the place and the date of signature stand.
  private func closing(after start: Int) -> Int? {
    marks.first {
      $0.shape == .closing && $0.start >= start && !$0.flags.contains(.small)
        && text.bytes[$0.start..<min($0.start + 160, text.count)]
          .contains(where: SourceText.isDigit)
    }?.start
  }

  /// The headings of annexes, each number once.
  private func annexes(after start: Int) -> [Mark] {
    var found: [Mark] = []
    for mark in marks
    where mark.shape == .lampiran && mark.start > start && !mark.flags.contains(.small)
      && mark.flags.contains(.lineStart)
    {
      if let last = found.last, last.value == 0 || last.value >= mark.value { continue }
      found.append(mark)
    }
    return found
  }
}

extension OutlineBuilder {
  /// Whether nothing was found but annexes, and what stands before them.
  var isPlain: Bool {
    guard let first = units.first else { return true }
    return first.kind == .blok && units.dropFirst().allSatisfy { $0.kind == .lampiran }
  }
}
