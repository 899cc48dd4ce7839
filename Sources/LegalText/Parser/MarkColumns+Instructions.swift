/// Numbers of instructions that stand amid the amended text before theirs.
extension MarkColumns {
  /// A number alone on its line that may belong to an instruction further on.
  struct Waiting {
    var mark: Int
    /// Whether what follows it is no text of its own.
    var isBare: Bool
  }

  /// An instruction of which the number is lost, or may be misread.
  struct Unnumbered {
    var position: Int
    /// The mark before it, where one is printed, and its place among the marks.
    var mark: (index: Int, printed: Range<Int>)?
  }

  /// What is known of an article of instructions as far as it was read.
  struct Reading {
    var waiting: [Int32: Waiting] = [:]
    /// The number of the next instruction.
    var due: Int32 = 1
    /// Whether numbered instructions stand in it.
    var amends = false
    /// The instructions since the last numbered one.
    var unnumbered: [Unnumbered] = []
    /// What was due, and without a number, before the last number, which is none that was due.
    var doubtful: (due: Int32, unnumbered: [Unnumbered])?
    /// Its number.
    var article: Int32 = 0
    /// Whether it is one of the body.
    var isBody = false
    /// Whether the act was closed: annexes have no instructions.
    var isClosed = false
  }

  /// Gives the numbers that stand alone, amid another text or above a heading, to the instructions
  /// without one: mostly to one that follows, else to the last. Instructions whose numbers were
  /// lost get those that their places prove.
  mutating func placeInstructions() {
    var reading = Reading()
    for index in marks.indices {
      let mark = marks[index]
      switch mark.shape {
      case .pasal where mark.flags.contains([.roman, .lineStart, .wholeLine]), .memutuskan:
        // A Pasal 1 amid the amended text is easily misread as Pasal I.
        if mark.shape == .pasal, mark.before == .colon, mark.value <= reading.article { break }
        numberLast(reading)
        reading = Reading(amends: mark.shape == .pasal, isBody: mark.shape == .pasal)
        if mark.shape == .pasal { reading.article = mark.value }
      case .pasal where isMisreadArticle(index, reading),
        .bab where isMisreadArticle(index, reading):
        numberLast(reading)
        reading = Reading(amends: true, article: 1, isBody: true)
      case .penjelasan, .closing:
        numberLast(reading)
        (reading.isBody, reading.isClosed) = (false, mark.shape == .closing)
      case .angka where mark.flags.contains(.lineStart) && !reading.isClosed:
        placeNumber(index, &reading)
      case .huruf, .capital, .subhuruf, .subangka, .line: placeMisread(index, &reading)
      default: break
      }
      if mayBeginInstruction(index, reading) { placeInstruction(mark.start, &reading) }
    }
    numberLast(reading)
  }

  /// Reads a number at the beginning of a line.
  private mutating func placeNumber(_ index: Int, _ reading: inout Reading) {
    let mark = marks[index]
    if isNumberOfInstruction(index) {
      // `1I.` for 11., which is no 1i.
      let isMisread =
        mark.suffix > 0 && reading.isBody && isLike(mark.start..<mark.end, reading.next)
      if isMisread { return placeMisread(index, &reading) }
      let value = mark.value >= 0 ? mark.value : mark.mended
      if !number(reading, before: value) {
        reading.doubt(value, Unnumbered(position: mark.start, mark: (index, mark.start..<mark.end)))
        (reading.due, reading.unnumbered, reading.amends) = (value + 1, [], true)
      } else {
        reading.goOn(after: value)
      }
    } else if isAlone(index), mark.suffix == 0, !belongsToInnerList(index, reading.due) {
      if let last = reading.unnumbered.last, last.mark == nil, mark.value == reading.due,
        !isInList(index)
      {
        move(index, to: last.position)
        (reading.due, reading.unnumbered) = (reading.due + 1, [])
        return
      }
      let isBare = !hasOwnText(index)
      let isUsed = reading.waiting[mark.value]?.isBare == true
      guard isBare || reading.amends && !goesOn(index) && !isUsed else { return }
      reading.waiting[mark.value] = Waiting(mark: index, isBare: isBare)
    }
  }

  /// Whether a line without a number may be an instruction.
  private func mayBeginInstruction(_ index: Int, _ reading: Reading) -> Bool {
    let mark = marks[index]
    switch mark.shape {
    case .line, .pasal, .bab, .bagian, .paragraf, .wordAyat, .lampiran, .penjelasan: break
    default: return false
    }
    let isFirst = mark.before == .colon && reading.due == 1 && reading.unnumbered.isEmpty
    return (reading.amends || !reading.waiting.isEmpty) && (mark.before == .stop || isFirst)
      && mark.flags.contains(.lineStart) && !mark.flags.contains(.wholeLine)
      && isInstruction(mark.start)
  }

  mutating func placeInstruction(_ position: Int, _ reading: inout Reading) {
    if let number = reading.waiting.removeValue(forKey: reading.due) {
      move(number.mark, to: position)
      reading.due += 1
    } else if reading.amends {
      reading.unnumbered.append(Unnumbered(position: position))
    }
  }

  /// Whether an instruction follows a number.
  func isNumberOfInstruction(_ index: Int) -> Bool {
    let next = text.skippingSpaces(from: marks[index].end, to: text.count)
    return !(isHeading(index + 1) && marks[index + 1].start <= next + 3) && isInstruction(next)
  }

  /// Whether a number goes on with a list of its article.
  private func goesOn(_ index: Int) -> Bool {
    guard marks[index].before != .start else { return false }
    var before = index - 1
    while before >= 0, index - before < 40, !isHeading(before) {
      if marks[before].shape == .angka, !isMention(before) {
        return marks[before].value + 1 == marks[index].value
      }
      before -= 1
    }
    return false
  }

  /// Whether a number stands between others of a list, with a text of its own.
  private func isInList(_ index: Int) -> Bool {
    hasOwnText(index) && !isHeading(index + 1) && marks[index].before != .start
  }

  /// Whether a number stands in a column that begins at 1, other than the instruction that is due.
  private func belongsToInnerList(_ index: Int, _ due: Int32) -> Bool {
    guard due > 1 else { return false }
    var first = index
    while first > 0, index - first < 60, marks[first].value > 1 || marks[first].suffix > 0,
      isAlone(first - 1), marks[first].before == .start, marks[first - 1].shape == .angka,
      countsOn(first)
    {
      first -= 1
    }
    return marks[first].value == 1 && marks[first].suffix == 0
  }

  /// Whether the text of a mark alone on its line may stand below it.
  private func hasOwnText(_ index: Int) -> Bool {
    var start = visible(after: marks[index].end)
    start += text.quoteLength(at: start)
    if index + 1 < marks.count, marks[index + 1].start <= start, marks[index + 1].shape != .line {
      return false
    }
    guard marks[index].before != .start else { return !SourceText.isLower(text[start]) }
    let end = text.trimmingEnd(from: 0, to: marks[index].start)
    let before = MarkContext(text: text).kind(before: end)
    return !(SourceText.isLower(text[start]) && before != .stop && before != .colon)
  }

  /// Whether an instruction begins at `position`: it names a provision and says what is done.
  func isInstruction(_ position: Int) -> Bool {
    let start = position + text.quoteLength(at: position)
    switch text[start] | 0x20 {
    case UInt8(ascii: "k"), UInt8(ascii: "d"), UInt8(ascii: "s"), UInt8(ascii: "j"),
      UInt8(ascii: "p"), UInt8(ascii: "l"), UInt8(ascii: "a"), UInt8(ascii: "b"):
      break
    case UInt8(ascii: "m"): return orders(start)
    default: return false
    }
    let first = text.match("di ", at: start).map { text.skippingSpaces(from: $0, to: text.count) }
    for word: StaticString in [
      "ketentuan", "diantara", "antara", "setelah", "sesudah", "sebelum", "judul",
    ] {
      guard let end = text.match(word, at: first ?? start) else { continue }
      var next = text.skippingSpaces(from: end, to: text.count)
      if let after = text.match("pada ", at: next) ?? text.match("dalam ", at: next) {
        next = text.skippingSpaces(from: after, to: text.count)
      }
      return isProvision(next) && saysWhatIsDone(next)
    }
    return isProvision(start) && saysWhatIsDone(start)
  }

  /// Whether an instruction says first what it does, as older acts do: `Menambah 1 (satu) Bagian …`
  private func orders(_ position: Int) -> Bool {
    guard SourceText.isUpper(text[position]) else { return false }
    for word: StaticString in [
      "menambah", "mengubah", "merubah", "menghapus", "mengganti", "menyisipkan", "mencabut",
    ] {
      guard let end = text.match(word, at: position) else { continue }
      return (end..<min(end + 60, text.count)).contains {
        text[$0] <= 0x20 && isProvision($0 + 1)
      }
    }
    return false
  }

  private func isProvision(_ position: Int) -> Bool {
    for word: StaticString in [
      "pasal", "ayat", "huruf", "angka", "butir", "bab", "bagian", "paragraf", "penjelasan",
      "lampiran", "judul",
    ] where text.match(word, at: position) != nil {
      return true
    }
    return text.matchMisread("pasal", at: position) != nil
  }

  /// Whether a word of amendment follows within the sentence.
  private func saysWhatIsDone(_ position: Int) -> Bool {
    let limit = min(position + 300, text.count)
    var next = position
    while next < limit {
      if text[next] <= 0x20, text[next - 1] == 0x2E || text[next - 1] == 0x3B { return false }
      // `Ketentuan Pasal 2, menambah Angka baru …`
      if text[next] == 0x20 || text[next] == 0x0A, text.match("menambah", at: next + 1) != nil {
        return true
      }
      if text[next] == 0x20 || text[next] == 0x0A, text[next + 1] | 0x20 == UInt8(ascii: "d") {
        for word: StaticString in [
          "diubah", "dihapus", "disisipkan", "ditambah", "ditambahkan", "dicabut", "diganti",
          "disempurnakan",
        ] where text.match(word, at: next + 1) != nil {
          return true
        }
      }
      next += 1
    }
    return false
  }
}
