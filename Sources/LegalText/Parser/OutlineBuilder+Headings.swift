/// Chapters, sections, parts and articles.
extension OutlineBuilder {
  /// How a number stands to the one before it.
  enum Step { case next, mended, gap, duplicate, back }

  /// Compares a mark with the last number; `.mended` where only the mended reading is next.
  func step(_ mark: Mark, after last: (value: Int32, suffix: UInt8)) -> Step {
    if mark.value >= 0 {
      if mark.value == last.value + 1, mark.suffix == 0 { return .next }
      if mark.value == last.value, last.value > 0, mark.suffix == last.suffix + 1 { return .next }
    }
    if mark.mended >= 0, mark.mended == last.value + 1 { return .mended }
    let value = mark.value >= 0 ? mark.value : mark.mended
    if value == last.value, mark.suffix == last.suffix { return .duplicate }
    if value > last.value || (value == last.value && mark.suffix > last.suffix) { return .gap }
    return .back
  }

  /// The mark with the number that its place proves.
  func settled(_ mark: Mark, _ step: Step) -> Mark {
    var mark = mark
    if step == .mended || mark.value < 0 {
      // The letter of `(la)` is one; that of `Pasal 2T` is the misprint.
      let isAyat = mark.shape == .ayat || mark.shape == .wordAyat
      if !isAyat || mark.value >= 0 && mark.value != mark.mended { mark.suffix = 0 }
      mark.value = mark.mended
      mark.flags.insert(.mended)
    }
    return mark
  }

  /// Reports what is odd about a number.
  mutating func report(_ step: Step, _ mark: Mark) {
    guard mark.flags.contains(.mended) || step != .next && step != .mended else { return }
    let range = mark.start..<mark.end
    let (noun, name) = name(of: mark)
    if mark.flags.contains(.mended) {
      report("mark.repaired", range, "The mark is read as \(noun) \(name)")
    }
    switch step {
    case .gap: report("number.gap", range, "A \(noun) before \(name) is missing")
    case .duplicate:
      report("number.duplicate", range, "The \(noun) \(name) stands twice")
    case .back: report("number.order", range, "The \(noun) \(name) is out of order")
    case .next, .mended: return
    }
  }

  /// What a mark shows, as a message names it: a letter is no number.
  private func name(of mark: Mark) -> (noun: String, name: String) {
    switch mark.shape {
    case .huruf, .subhuruf, .capital, .wordHuruf: ("letter", letters(mark))
    default: ("number", AddressNumber.text(mark.value, mark.suffix))
    }
  }

  /// Whether the next letters are capitals, as in a title on the line of its chapter.
  private func isCapitalTitle(_ mark: Mark) -> Bool {
    // `BAB II. PERIZINAN`, but not the `BAB I. MEBEL` of a list of prices.
    let end = mark.flags.contains(.punctuated) && region != .front ? mark.end + 1 : mark.end
    let start = text.skippingSpaces(from: end, to: lastVisible)
    return SourceText.isUpper(text[start])
      && (SourceText.isUpper(text[start + 1]) || !SourceText.isLetter(text[start + 1]))
  }

  /// Whether a chapter is one of those that a text lists, as the contents of its annex: the one
  /// before it, read just above, was none.
  private func isListedChapter(_ mark: Mark, _ position: Int) -> Bool {
    guard position > 0, marks[position - 1].shape == .bab,
      marks[position - 1].value == mark.value - 1, let last = frames.last
    else { return false }
    return units[last.unit].labelRange.lowerBound != marks[position - 1].start
  }

  /// `BAB III. Ketentuan Penutup` after a finished sentence, where the next chapter is due.
  private func isNamedChapter(_ mark: Mark) -> Bool {
    mark.flags.contains(.punctuated) && mark.before == .stop && region == .body
      && step(mark, after: scope.bab) == .next
      && SourceText.isUpper(text[text.skippingSpaces(from: mark.end + 1, to: lastVisible)])
  }

  mutating func readDivision(_ mark: Mark, _ position: Int) -> Bool {
    guard region == .front || region == .preamble || region == .body || region == .closing
    else { return false }
    let isAlone = mark.flags.contains(.wholeLine)
    if mark.before == .reference && !isAlone { return false }
    if mark.flags.contains(.joinNext) { return false }
    switch mark.shape {
    case .bab:
      guard isAlone || isCapitalTitle(mark) || isNamedChapter(mark),
        isAlone || !isListedChapter(mark, position)
      else { return false }
      // `… Buku Kedua / Bab I KUHP`: a reference that begins a line.
      if !isAlone, mark.before == .word, SourceText.isLower(text[mark.start + 1]),
        step(mark, after: scope.bab) != .next
      {
        return false
      }
    default:
      guard isAlone || mark.flags.contains(.upperNext) else { return false }
      guard region != .front || mark.flags.contains(.lineStart) else { return false }
      if mark.before == .reference || mark.before == .comma { return false }
    }
    if mark.shape == .bab, mark.value == 1, isMisprintedRoman(mark, position) {
      var pasal = mark
      pasal.shape = .pasal
      pasal.flags.insert([.roman, .mended])
      report(.next, pasal)
      return readRomanPasal(pasal) ?? false
    }
    let inQuote = belongsToQuote(mark)
    var numbers = inQuote ? (quote ?? Scope()) : scope
    if inQuote, quote == nil { numbers.base = hostFrame.map { $0 + 1 } ?? 0 }
    if !inQuote { numbers.base = 0 }
    let last: (value: Int32, suffix: UInt8)
    switch mark.shape {
    case .bab: last = numbers.bab
    case .bagian: last = numbers.bagian
    default: last = numbers.paragraf
    }
    var step = step(mark, after: last)
    if inQuote, step != .mended, mark.value >= 0 { step = .next }
    let isLoud = mark.shape == .bab && SourceText.isUpper(text[mark.start + 1])
    if step != .next && step != .mended {
      if mark.flags.contains(.mended), !inQuote || last.value > 0 { return false }
      guard region == .body || region == .preamble || region == .front else { return false }
      guard
        isLoud || (isAlone && mark.before != .reference && mark.before != .comma)
          || mark.value == 1 || isLikelyDivision(mark, after: last.value)
      else { return false }
      guard !mark.flags.contains(.punctuated) || mark.before == .stop else { return false }
    } else if region == .closing, !isLoud {
      return false
    }
    let settled = settled(mark, step)
    if !(mark.value == 1 && mark.shape != .bab) { report(step, settled) }
    openDivision(settled, &numbers, inQuote: inQuote)
    return true
  }

  /// A section whose neighbour was lost: first of its line after a finished sentence.
  private func isLikelyDivision(_ mark: Mark, after last: Int32) -> Bool {
    mark.flags.contains(.lineStart) && (mark.before == .stop || mark.before == .start)
      && mark.value > last && mark.value <= last + 3
  }

  mutating func openDivision(_ mark: Mark, _ numbers: inout Scope, inQuote: Bool) {
    enterBody(at: mark.start)
    let number = AddressNumber.text(mark.value, mark.suffix)
    var rank = Rank.bab
    var segment = "bab-" + number
    var kind = UnitKind.bab
    switch mark.shape {
    case .bab:
      // After one that was moved here, or was quoted, the numbers go on where they were.
      if mark.value > numbers.bab.value || mark.value == 1 || inQuote {
        numbers.bab = (mark.value, mark.suffix)
      }
      numbers.bagian = (0, 0)
      numbers.paragraf = (0, 0)
    case .bagian:
      (rank, kind, segment) = (Rank.bagian, .bagian, "bagian-" + number)
      numbers.bagian = (mark.value, mark.suffix)
      numbers.paragraf = (0, 0)
    default:
      (rank, kind, segment) = (Rank.paragraf, .paragraf, "paragraf-" + number)
      numbers.paragraf = (mark.value, mark.suffix)
    }
    close(rank: rank, base: numbers.base, at: mark.start)
    let prefix = address(ofFrame: frames.count - 1)
    let unit = open(kind, rank: rank, prefix: prefix, segment: segment, mark: mark)
    pendingHeading = unit
    if inQuote { quote = numbers } else { scope = numbers }
  }

  mutating func readPasal(_ mark: Mark, _ position: Int) -> Bool {
    switch region {
    case .elucidation, .umum, .articles: return readElucidationPasal(mark, position)
    case .annex: return false
    case .closing:
      if mark.flags.contains(.wholeLine), !mark.flags.contains(.small),
        mark.flags.contains(.lineStart)
      {
        let step = step(mark, after: scope.pasal)
        if step == .next || (mark.flags.contains(.roman) && mark.value == scope.roman + 1) { break }
        if mark.value == 1 { return readElucidationPasal(mark, position) }
      }
      return false
    case .front, .preamble, .body: break
    }
    var mark = lastRoman(withDigit(arabic(mark), after: scopeLast))
    if isMisprintedFirst(mark, position) {
      mark.flags.remove(.roman)
      (mark.value, mark.mended) = (-1, 1)
    } else if isMisprintedRoman(mark, position) {
      mark.flags.insert([.roman, .mended])
      (mark.value, mark.suffix) = (1, 0)
      report(.next, mark)
    }
    mark = named(withLetter(mark, after: (quote ?? scope).pasal))
    if isQuotedFirst(mark) { (mark.value, mark.flags) = (1, mark.flags.subtracting(.roman)) }
    if mark.flags.contains(.roman), let opened = readRomanPasal(mark) { return opened }
    if belongsToQuote(mark) { return readQuotedPasal(mark, position) }
    var step = step(mark, after: scope.pasal)
    if step == .gap, mark.mended >= 0, scope.pasal.value == 0 { step = .mended }
    let isInRun = step == .gap && beginsRun(mark, position)
    let due = stepInOrder(mark)
    guard isInRun || isHeading(mark, due ?? step, position) else { return false }
    // The one that is out of order is reported, and none after it.
    if let due, step == .gap { step = due }
    if region == .preamble, !isInRun, step != .next, step != .mended, mark.before != .stop,
      mark.before != .start, !isMovedFirst(mark, position)
    {
      return false
    }
    let settled = settled(mark, step)
    let segment = "pasal-" + AddressNumber.text(settled.value, settled.suffix)
    if isWorn("", segment, settled) { return false }
    // A part of an act may begin with any article; one that is enacted begins with the first.
    if scope.pasal.value > 0 || step != .gap || region != .front { report(step, settled) }
    enterBody(at: settled.start)
    if mark.before == .word, scope.bagian.value > 0 { openLostSection(before: settled, position) }
    close(rank: Rank.pasal, base: 0, at: settled.start)
    quote = nil
    scope.turn = step == .gap || step == .back ? scope.pasal.value : nil
    scope.pasal = (settled.value, settled.suffix)
    scope.highestPasal = max(scope.highestPasal, settled.value)
    open(.pasal, rank: Rank.pasal, prefix: "", segment: segment, mark: settled)
    return true
  }

  /// Whether `pasal I`, in small letters, is a heading: alone on its line, above the instructions or
  /// the day from which the act applies.
  private func standsForHeading(_ mark: Mark) -> Bool {
    guard mark.flags.contains([.wholeLine, .lineStart]),
      mark.before == .stop || mark.flags.contains(.blankBefore)
    else { return false }
    return mark.value == 1
      ? saysAmended(mark.end..<min(mark.end + 800, lastVisible), isRoman: true) : commences(mark)
  }

  /// `Pasal I` of an amending act.
  private mutating func readRomanPasal(_ mark: Mark) -> Bool? {
    guard mark.value < 50, mark.flags.contains(.wholeLine) || mark.flags.contains(.upperNext)
    else { return nil }
    // `Pasal II` behind a misread `Pasal I`
    let isLate =
      mark.value == 2 && scope.roman == 0 && (region == .body || region == .preamble)
      && commences(mark)
    guard mark.value == scope.roman + 1 || isLate, mark.before != .reference, mark.before != .comma,
      !mark.flags.contains(.small) || standsForHeading(mark)
    else { return false }
    if mark.value == 1, scope.pasal.value > 0 { return false }
    if !mark.flags.contains(.wholeLine), mark.before != .stop, mark.before != .start,
      !mark.flags.contains(.lineStart)
    {
      return false
    }
    if isLate { report("number.gap", mark.start..<mark.end, "A number before II is missing") }
    enterBody(at: mark.start)
    close(rank: Rank.pasal, base: 0, at: mark.start)
    quote = nil
    scope.roman = mark.value
    open(
      .pasal, rank: Rank.pasal, prefix: "", segment: "pasal-" + AddressNumber.roman(mark.value),
      mark: mark)
    return true
  }
}
