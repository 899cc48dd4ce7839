/// Marks within the lines of a text that has several provisions on one.
extension MarkScanner {
  /// Finds marks after the first visible characters of a line: after a finished sentence, or where
  /// only a heading can stand.
  mutating func scanWithin(_ from: Int, _ line: Line) {
    var position = from
    while position < line.end, !isFull {
      position = nextGap(from: position, to: line.end)
      guard position < line.end else { break }
      let start = skipOpening(position, line.end)
      guard start < line.end, start > position else {
        position = start + 1
        continue
      }
      guard FlatText.mayBegin(text, start),
        var mark = mark(at: start, line: line, isFirst: true) ?? misreadWithin(start, line.end),
        isPlausible(&mark, after: start)
      else {
        position = start
        continue
      }
      mark.column = line.column
      settleTwelfth(&mark)
      note(&mark, line.end)
      marks.append(mark)
      position = mark.end > start ? chain(skipLabelRest(mark, line.end), line) : start + 1
      if mark.shape == .penjelasan { position = appendGeneral(position, line) }
    }
  }

  /// A misread mark within a line that is worded as nothing else is.
  private func misreadWithin(_ position: Int, _ lineEnd: Int) -> Mark? {
    switch text[position] {
    case UInt8(ascii: "A"), UInt8(ascii: "H"):
      return reader.misreadWordMark(at: position, lineEnd)
    case UInt8(ascii: "B"): return reader.misreadSection(at: position, lineEnd)
    case 0x30...0x39, UInt8(ascii: "l"): return reader.bareNumber(at: position)
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      // `…; d karena`: no word of the language has one letter.
      guard text[position - 1] == 0x20, text[position - 2] == 0x3B,
        SourceText.isLower(text[text.skippingSpaces(from: position + 1, to: lineEnd)])
      else { return nil }
      return reader.bareLetter(at: position, lineEnd)
    default: return nil
    }
  }

  /// The next space from `start` on behind which a mark may begin, or `end`: none does behind most,
  /// where two small letters follow that are not the same (see `FlatText.mayBegin`).
  private func nextGap(from start: Int, to end: Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position < end {
        guard bytes[position] == 0x20 else {
          position += 1
          continue
        }
        guard position + 2 < end, SourceText.isLower(bytes[position + 1]),
          SourceText.isLower(bytes[position + 2]), bytes[position + 1] != bytes[position + 2]
        else { return position }
        position += 3
      }
      return end
    }
  }

  /// Marks that follow a mark at once: `Pasal 5 (1) a.`
  private mutating func chain(_ from: Int, _ line: Line) -> Int {
    var position = from
    while true {
      let start = skipOpening(position, line.end)
      guard start < line.end, start > position, !isFull,
        var mark = mark(at: start, line: line, isFirst: false)
      else { return max(position, from) }
      if mark.shape == .pasal, marks.last?.shape != .pasalDemiPasal,
        marks.last?.shape != .wordAngka
      {
        return position
      }
      mark.before = .start
      mark.column = line.column
      note(&mark, line.end)
      marks.append(mark)
      guard mark.end > start else { return start + 1 }
      position = mark.end
    }
  }

  /// Keeps the `UMUM` that ends the title of an elucidation, where its number was left out; gives
  /// where to read on.
  mutating func appendGeneral(_ from: Int, _ line: Line) -> Int {
    let limit = min(line.end, from + 800)
    var position = text.skippingSpaces(from: from, to: limit)
    var last = position..<position
    while position < limit {
      // The sentence that follows goes on in small letters.
      if SourceText.isLetter(text[position]), SourceText.isLower(text[position + 1]) { break }
      var end = position + 1
      while end < limit, SourceText.isLetter(text[end]) { end += 1 }
      if SourceText.isLetter(text[position]) { last = position..<end }
      position = text.skippingSpaces(from: end, to: limit)
    }
    guard position < limit, text.match("umum", at: last.lowerBound) == last.upperBound,
      !isNumbered(last), !titleEnds(inGeneral: last)
    else { return from }
    var mark = Mark(.umum, start: last.lowerBound, end: last.upperBound)
    mark.before = .stop
    mark.column = line.column
    mark.flags.insert(.punctuated)
    marks.append(mark)
    return last.upperBound
  }

  /// Whether a number or *penjelasan* stands before a word, so that it is a heading in any case.
  private func isNumbered(_ word: Range<Int>) -> Bool {
    var end = text.trimmingEnd(from: 0, to: word.lowerBound)
    // `… PEGAWAI NEGERI. UMUM. Sebagai …`
    if text[end - 1] == 0x2E { end -= 1 }
    var start = end
    while start > 0, SourceText.isLetter(text[start - 1]) { start -= 1 }
    return end - start < 3 || text.match("penjelasan", at: start) == end
  }

  /// Whether the act's own title ends with the word *umum* and stands here without another one.
  private func titleEnds(inGeneral word: Range<Int>) -> Bool {
    func isGeneral(before end: Int) -> Bool {
      let end = text.trimmingEnd(from: 0, to: end)
      return text.match("umum", at: end - 4) == end
    }
    guard let first = marks.first(where: { $0.shape == .rahmat || $0.shape == .menimbang }) else {
      return false
    }
    return isGeneral(before: first.start) && !isGeneral(before: word.lowerBound)
  }

  private func isPlausible(_ mark: inout Mark, after end: Int) -> Bool {
    mark.before = context.kind(before: end)
    if mark.before == .word, mark.shape == .huruf, mark.value == 1, listsSentences(mark) {
      mark.before = .colon
      return true
    }
    let finished = mark.before == .stop || mark.before == .colon
    switch mark.shape {
    case .ayat, .angka, .subangka, .huruf, .subhuruf:
      if mark.before == .comma && (listsOn(mark) || repeatsFirstWord(mark))
        || mark.before == .word && (repeatsFirstWord(mark) || instructs(mark)) || citesOn(mark)
      {
        mark.before = .stop
        return true
      }
      return (finished || isFirstConsideration(mark)) && !mark.flags.contains(.joinNext)
    case .wordAyat where mark.before == .comma:
      // `…, Ayat (3). Contoh`: the builder asks whether it is the next.
      return !mark.flags.contains(.small)
        && (mark.flags.contains(.punctuated) || mark.flags.contains(.wholeLine))
    case .pasal, .bab, .bagian, .paragraf, .wordAyat, .wordHuruf, .wordAngka:
      return mark.before != .reference && mark.before != .comma
        && !mark.flags.contains(.small)
    case .otherBasis: return mark.before == .stop
    case .capital, .actTitle, .line: return false
    case .lampiran:
      if !finished, marks.last?.shape == .colophon, !mark.flags.contains(.small) {
        // `… NOMOR 4295 LAMPIRAN PERATURAN …`
        mark.before = .stop
        return true
      }
      // Behind the name of who enacted the act; whether it is the act's own the builder asks.
      if !finished, mark.before == .word, mark.value > 0, !mark.flags.contains(.small) {
        return ActNumber(text: text, after: mark.end) != nil
      }
      return finished
    default: return !mark.flags.contains(.small)
    }
  }

  /// Whether a number begins an instruction, though what stands before it, such as the title of an
  /// inserted section, ends with no full stop.
  private func instructs(_ mark: Mark) -> Bool {
    guard mark.shape == .angka else { return false }
    let wording = InstructionWording(text: text, limit: text.count)
    return wording.isPlain(mark.end) && wording.extent(at: mark.end) == .announcement
  }

  /// Whether a number is the next of the legal bases and names an act, behind a comma or a bracket:
  /// `… Nomor 2894), 6. Peraturan Pemerintah …`
  private func citesOn(_ mark: Mark) -> Bool {
    guard mark.shape == .angka, mark.before == .comma || text[mark.start - 2] == 0x29,
      let last = marks.last, last.shape == .angka, last.value + 1 == mark.value, mark.suffix == 0,
      marks.suffix(60).last(where: { Self.divides($0.shape) })?.shape == .mengingat
    else { return false }
    let start = text.skippingSpaces(from: mark.end, to: text.count)
    let acts: [StaticString] = [
      "undang-undang", "peraturan", "keputusan", "instruksi", "ketetapan",
    ]
    return SourceText.isUpper(text[start]) && acts.contains { text.match($0, at: start) != nil }
  }

  /// Whether a mark divides an act, and is no citation among the legal bases.
  private static func divides(_ shape: Mark.Shape) -> Bool {
    switch shape {
    case .menimbang, .mengingat, .otherBasis, .persetujuan, .memutuskan, .menetapkan, .bab: true
    default: false
    }
  }

  /// Whether a letter stands between a comma with its conjunction and a word in small letters: `…
  /// Direksi, atau b. seorang …`, or a comma and a consideration: `…, b. bahwa …`. A citation goes
  /// on with no full stop.
  private func listsOn(_ mark: Mark) -> Bool {
    guard mark.shape == .huruf, mark.value > 1, text[mark.end - 1] == 0x2E else { return false }
    let next = text.skippingSpaces(from: mark.end, to: text.count)
    if text.matchWords("bahwa ", at: next) { return true }
    guard next > mark.end, SourceText.isLower(text[next]), SourceText.isLower(text[next + 1])
    else { return false }
    let end = text.trimmingEnd(from: 0, to: mark.start)
    guard text[end - 1] != 0x2C else { return false }
    var comma = end
    while comma > 0, end - comma < 12, text[comma - 1] != 0x2C { comma -= 1 }
    return text[comma - 1] == 0x2C && SourceText.isLetter(text[comma - 2])
      && SourceText.isLetter(text[comma - 3])
  }

  /// Whether a letter counts on from the item before it and the same word follows both, with no sign
  /// between: `e. Kelurahan Timur f. Kelurahan Barat`.
  private func repeatsFirstWord(_ mark: Mark) -> Bool {
    guard mark.shape == .huruf, mark.value > 1, let last = marks.last, last.shape == .huruf,
      last.value == mark.value - 1
    else { return false }
    var words = (
      text.skippingSpaces(from: last.end, to: mark.start),
      text.skippingSpaces(from: mark.end, to: text.count)
    )
    let first = words.0
    // `a.Desa Timur b.Desa Barat`
    let areGlued = words.0 == last.end && words.1 == mark.end
    guard words.1 > mark.end || areGlued, SourceText.isUpper(text[first]) else { return false }
    while SourceText.isLetter(text[words.0]), text[words.0] == text[words.1] {
      words = (words.0 + 1, words.1 + 1)
    }
    return words.0 - first > 2 && text[words.0] == 0x20 && text[words.1] == 0x20
  }

  /// Whether the a. behind the few words of an item begins a list: b. and c., each behind a full stop
  /// and before a capital, as a. is, prove it.
  private func listsSentences(_ mark: Mark) -> Bool {
    guard let item = marks.last, item.isListMark, item.shape != .huruf,
      mark.start - item.end <= 100, text[mark.end - 1] == 0x2E,
      SourceText.isUpper(text[text.skippingSpaces(from: mark.end, to: text.count)]),
      !(item.end..<mark.start).contains(where: { !isOfTitle(text.bytes[$0]) })
    else { return false }
    let end = text.lineEnd(from: mark.end, within: 2_600)
    var position = mark.end
    for letter in [UInt8(ascii: "b"), UInt8(ascii: "c")] {
      let limit = min(end, position + 1200) - 5
      while position < limit,
        !(text.bytes[position] == 0x2E && text.bytes[position + 1] == 0x20
          && text.bytes[position + 2] == letter && text.bytes[position + 3] == 0x2E
          && text.bytes[position + 4] == 0x20 && SourceText.isUpper(text[position + 5]))
      {
        position += 1
      }
      guard position < limit else { return false }
      position += 5
    }
    return true
  }

  /// Whether a byte may stand in words that are no sentence.
  private func isOfTitle(_ byte: UInt8) -> Bool {
    SourceText.isAlphanumeric(byte) || byte == 0x20 || byte == 0x2F || byte == 0x2D
  }

  /// Whether a mark follows the formula of the preamble, without its label: `… MAHA ESA a. bahwa`.
  private func isFirstConsideration(_ mark: Mark) -> Bool {
    mark.shape == .huruf && mark.value == 1 && marks.last?.shape == .rahmat
      && text.match("bahwa", at: text.skippingSpaces(from: mark.end, to: text.count)) != nil
  }
}
