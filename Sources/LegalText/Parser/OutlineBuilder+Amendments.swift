/// Amending articles: numbered instructions and the texts below them, which number on their own
/// (UU 12/2011, Lampiran II angka 233–236).
extension OutlineBuilder {
  /// The index of the outer article that amends another act, if the open one does.
  var amendingFrame: Int? {
    guard region == .body else { return nil }
    guard let place = frames.firstIndex(where: { $0.rank == Rank.pasal }) else { return nil }
    return frames[place].isHost ? place : nil
  }

  /// Whether the open article amends another act, as its text before `mark` says. Decided until
  /// the article holds its first unit.
  mutating func isAmending(before mark: Mark) -> Bool {
    guard region == .body,
      let place = frames.firstIndex(where: { $0.rank == Rank.pasal })
    else { return false }
    if frames[place].isHost { return true }
    guard place == frames.count - 1, units[frames[place].unit].subtreeEnd == units.count,
      mark.before != .reference, mark.before != .comma
    else { return false }
    let start = units[frames[place].unit].labelRange.upperBound
    // A phrase may have been cut off by the mark before.
    let from = max(start, frames[place].searchedTo - 40)
    let end = max(from, min(mark.start, start + 2000))
    guard end > frames[place].searchedTo else { return false }
    frames[place].searchedTo = end
    guard
      saysAmended(from..<end, isRoman: frames[place].isRoman)
        || (frames[place].isRoman && frames[place].value == 1 && amendsAtOnce(mark))
        || amendsPlainly(mark)
    else { return false }
    frames[place].isHost = true
    return true
  }

  /// Whether `mark` is the first of the instructions of a Pasal I that has no words before them, or
  /// none that can be read.
  private func amendsAtOnce(_ mark: Mark) -> Bool {
    guard mark.shape == .angka || mark.shape == .huruf,
      mark.before == .start || mark.before == .colon, isFirst(mark),
      isInstruction(mark)
    else { return false }
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    return text.match("pada saat", at: start) == nil
      && (text.match("mengubah", at: start) ?? text.match("merubah", at: start)
        ?? text.match("ketentuan", at: start)) != nil
  }

  /// Whether `mark` is a first instruction that can be nothing else: `… diubah:` and `1. Ketentuan
  /// Pasal 4 diubah sehingga berbunyi sebagai berikut:`
  private func amendsPlainly(_ mark: Mark) -> Bool {
    mark.shape == .angka && mark.before == .colon && isFirst(mark) && wording.isPlain(mark.end)
      && wording.extent(at: mark.end) == .announcement
  }

  private static let amendedPhrases: [StaticString] = [
    "diubah sebagai", "diubah, sebagai", "diubah sehingga", "diubah, sehingga", "berbunyi",
    "dirubah sebagai", "diubah dan ditambah", "diubah dengan", "diubah menjadi",
    "perubahan sebagai", "mengalami perubahan", "diubah dan dibaca", "diubah berturut",
  ]

  private static let amendingWords: [StaticString] = ["diubah", "dirubah", "mengubah", "merubah"]

  /// The first four letters of each, by which most of a text is passed over.
  private static let amendedStarts: [UInt32] = (amendedPhrases + amendingWords).map { phrase in
    phrase.withUTF8Buffer { letters in letters.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
  }.reduce(into: []) { starts, start in if !starts.contains(start) { starts.append(start) } }

  /// Whether the text says that something is amended as follows.
  func saysAmended(_ range: Range<Int>, isRoman: Bool) -> Bool {
    let starts = Self.amendedStarts
    var position = range.lowerBound
    while position < range.upperBound {
      switch text.bytes[position] | 0x20 {
      case UInt8(ascii: "d"), UInt8(ascii: "b"), UInt8(ascii: "p"), UInt8(ascii: "m"):
        guard starts.contains(firstLetters(at: position)) else { break }
        for phrase in Self.amendedPhrases where text.matchWords(phrase, at: position) {
          return true
        }
        if isRoman {
          for word in Self.amendingWords where text.match(word, at: position) != nil {
            return true
          }
        }
      default: break
      }
      position += 1
    }
    return false
  }

  /// Four bytes as small letters, where they are letters.
  @inline(__always)
  private func firstLetters(at position: Int) -> UInt32 {
    var letters: UInt32 = 0
    for offset in 0..<4 { letters = letters << 8 | UInt32(text[position + offset] | 0x20) }
    return letters
  }

  /// The index of the open instruction.
  @inline(__always)
  var instructionFrame: Int? {
    frames.firstIndex { $0.isHost && $0.rank == Rank.item }
  }

  /// The frame that an amended text would stand below: the instruction, else the article.
  var hostFrame: Int? { instructionFrame ?? amendingFrame }

  /// Opens an instruction beside the open one (`host`), or the first below the article.
  mutating func openInstruction(_ mark: Mark, at host: Int?, step: Step = .next) -> Bool {
    if let host { close(to: host, at: mark.start) }
    quote = nil
    var settled = mark.value >= 0 ? mark : self.settled(mark, .mended)
    report(step, settled)
    if host == nil, mark.shape == .huruf, mark.mended == 1 {
      // `l. Ketentuan …`
      settled = self.settled(mark, .mended)
      settled.shape = .angka
    }
    var segment = "angka-" + AddressNumber.text(settled.value, settled.suffix)
    switch settled.shape {
    case .huruf, .capital, .subhuruf:
      segment = "huruf-"
      for byte in text.bytes[mark.start..<mark.end] where SourceText.isLetter(byte) {
        segment.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      }
    case .ayat: segment = "ayat-" + AddressNumber.text(settled.value, settled.suffix)
    default: break
    }
    open(
      .instruksi, rank: Rank.item, prefix: address(ofFrame: frames.count - 1), segment: segment,
      mark: settled)
    frames[frames.count - 1].isHost = true
    return true
  }

  /// Whether a heading stands in the amended text and not in the act itself.
  mutating func belongsToQuote(_ mark: Mark) -> Bool {
    guard isAmending(before: mark), let host = hostFrame, let outer = amendingFrame else {
      return false
    }
    if frames[outer].isRoman { return true }
    switch mark.shape {
    case .pasal:
      if mentions(mark, below: frames[host].unit) { return true }
      let isOuterNext = step(mark, after: scope.pasal) == .next || amendsBehindLost(mark)
      if let quote, quote.pasal.value > 0, step(mark, after: quote.pasal) == .next {
        return !isOuterNext
      }
      return !isOuterNext
    case .bab:
      return step(mark, after: scope.bab) != .next
    case .bagian:
      if let quote, quote.bab.value > 0 { return true }
      return step(mark, after: scope.bagian) != .next
    default:
      if let quote, quote.bab.value > 0 || quote.bagian.value > 0 { return true }
      return step(mark, after: scope.paragraf) != .next
    }
  }

  /// Whether an article of an act that amends several is the one after the next, which was lost:
  /// `Beberapa ketentuan dalam Undang-Undang … diubah sebagai berikut:` is no amended text.
  private func amendsBehindLost(_ mark: Mark) -> Bool {
    guard mark.value == scope.pasal.value + 2, mark.suffix == 0,
      mark.flags.contains([.wholeLine, .lineStart])
    else { return false }
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    return text.match("beberapa ketentuan ", at: start) != nil
      && saysAmended(start..<min(start + 800, lastVisible), isRoman: false)
  }

  /// Whether the first of several ayat stands right behind the number of an article, whose
  /// instruction was lost.
  private mutating func holdsAyat(_ mark: Mark, _ position: Int) -> Bool {
    guard position + 1 < marks.count else { return false }
    let ayat = marks[position + 1]
    return ayat.shape == .ayat && ayat.value == 1 && ayat.before == .start
      && ayat.flags.contains(.upperNext) && ayat.start - mark.end < 3
      && successorFollows(ayat, position + 1, isRoman: false)
  }

  /// Opens an article of the amended text.
  mutating func readQuotedPasal(_ mark: Mark, _ position: Int) -> Bool {
    guard let host = hostFrame else { return false }
    var numbers = quote ?? Scope()
    numbers.base = host + 1
    let fresh = numbers.pasal.value == 0
    var step = step(mark, after: numbers.pasal)
    if fresh, mark.value >= 0 { step = .next }
    let isNamed = mentions(mark, below: frames[host].unit)
    // `… berbunyi sebagai berikut:` announces it.
    let isAnnounced =
      mark.before == .colon
      && (isNamed && mark.flags.contains([.wholeLine, .lineStart]) || !mark.flags.contains(.small))
      && (mark.flags.contains([.wholeLine, .lineStart])
        || (isNamed || fresh && (mark.value == 1 || holdsAyat(mark, position)))
          && mark.flags.contains(.upperNext))
    guard
      isAnnounced
        || isHeading(mark, isNamed && mark.flags.contains(.wholeLine) ? .next : step, position)
    else { return false }
    let settled = settled(mark, step)
    if settled.flags.contains(.mended) { report(.mended, settled) }
    close(rank: Rank.pasal, base: numbers.base, at: mark.start)
    numbers.pasal = (settled.value, settled.suffix)
    quote = numbers
    open(
      .pasal, rank: Rank.pasal, prefix: address(ofFrame: host),
      segment: "pasal-" + AddressNumber.text(settled.value, settled.suffix), mark: settled)
    return true
  }
}
