/// Title, preamble, close, elucidation, annexes.
extension OutlineBuilder {
  /// Reads a fixed word; whether it opened or closed something.
  mutating func readKeyword(_ mark: Mark, _ position: Int) -> Bool {
    switch mark.shape {
    case .actTitle:
      readTitle(mark)
      return false
    case .rahmat: return openPreamble(at: mark, isFormula: true)
    case .menimbang, .mengingat: return readBasis(mark, position)
    case .otherBasis, .persetujuan:
      guard region == .preamble else { return false }
      openTrailing(before: mark.start)
      close(rank: Rank.part, base: 0, at: mark.start)
      return true
    case .memutuskan, .menetapkan: return readDiktum(mark, position)
    case .closing: return readClosing(mark)
    case .penjelasan: return readElucidation(mark)
    case .umum: return readGeneral(mark)
    case .pasalDemiPasal: return readArticlesHeading(mark)
    case .lampiran: return readAnnex(mark)
    case .colophon: return readColophon(mark)
    default: return false
    }
  }

  private mutating func readTitle(_ mark: Mark) {
    if region == .front {
      titleSeen = true
    } else if region != .preamble, mark.flags.contains(.lineStart),
      lastTitle < 0 || mark.start - lastTitle > 3000
    {
      lastTitle = mark.start
    }
  }

  /// Gives the text before the first structure a unit: the title, or a block.
  mutating func finishFront(at position: Int, isAct: Bool) {
    guard region == .front else { return }
    let end = visibleEnd(before: position)
    guard units.isEmpty, end > firstVisible else { return }
    var mark = Mark(.line, start: firstVisible, end: firstVisible)
    mark.column = 0
    let isTitle = titleSeen || isAct
    open(
      isTitle ? .judul : .blok, rank: Rank.section, prefix: "",
      segment: isTitle ? "judul" : "blok-1", mark: mark, hasLabel: false)
    close(to: 0, at: position)
  }

  @discardableResult
  mutating func openPreamble(at mark: Mark, isFormula: Bool) -> Bool {
    var begin = mark.start
    switch region {
    case .preamble: return isFormula
    case .front:
      if !isFormula { begin = officeLine(before: mark.start) ?? begin }
      finishFront(at: begin, isAct: true)
    case .body, .closing, .elucidation, .umum, .articles, .annex:
      // An annex after an act may hold the pattern of another; it is no act.
      guard isFormula, region != .annex || index["pembukaan"] == nil else { return false }
      // The formula repeated below the title of the elucidation.
      if region == .elucidation, let open = frames.first,
        mark.start - units[open.unit].range.lowerBound < 600
      {
        return false
      }
      let start = lastTitle >= 0 && mark.start - lastTitle < 3000 ? lastTitle : mark.start
      guard start >= (units.last?.labelRange.upperBound ?? 0) else { return false }
      close(to: 0, at: start)
      scope = Scope()
      considerationsSeen = false
      if start < mark.start {
        var title = mark
        (title.start, title.end) = (start, start)
        open(
          .judul, rank: Rank.section, prefix: "", segment: "judul", mark: title, hasLabel: false)
        close(to: 0, at: mark.start)
      }
    }
    lastTitle = -1
    region = .preamble
    open(
      .pembukaan, rank: Rank.section, prefix: "", segment: "pembukaan", mark: mark, start: begin,
      hasLabel: false)
    return true
  }

  /// Whether a label stands after the text that it belongs to, as scans print the left column.
  private func isDisplacedLabel(_ mark: Mark, _ position: Int, _ address: String) -> Bool {
    guard index[address] != nil else { return false }
    let next = position + 1 < marks.count ? marks[position + 1] : mark
    let isItem = next.shape == .huruf || next.shape == .angka
    return !(isItem && next.start - mark.end < 40)
  }

  /// Whether only dots follow on the line.
  private func announcesLabel(_ end: Int) -> Bool {
    let start = text.skippingSpaces(from: end, to: min(end + 20, lastVisible))
    return text.match("…", at: start) != nil || text.match("...", at: start) != nil
      || text.match(". .", at: start) != nil
  }

  private mutating func readBasis(_ mark: Mark, _ position: Int) -> Bool {
    guard region == .front || region == .preamble else { return false }
    if isAboveTitle(position) { return false }
    let hasColon = text[text.skippingSpaces(from: mark.end, to: lastVisible)] == 0x3A
    guard mark.before != .reference || mark.flags.contains(.lineStart) && hasColon
    else { return false }
    // `Mengingat…` at the foot of a page announces the label.
    if announcesLabel(mark.end) { return true }
    let isMenimbang = mark.shape == .menimbang
    if region == .preamble, let last = frames.last,
      units[last.unit].kind == (isMenimbang ? .menimbang : .mengingat),
      units.count == last.unit + 1
    {
      return true
    }
    if isDisplacedLabel(mark, position, isMenimbang ? "menimbang" : "mengingat") { return true }
    if !isMenimbang { openUnlabelled(before: mark.start) }
    openPreamble(at: mark, isFormula: false)
    openTrailing(before: mark.start)
    close(rank: Rank.part, base: 0, at: mark.start)
    open(
      isMenimbang ? .menimbang : .mengingat, rank: Rank.part, prefix: "",
      segment: isMenimbang ? "menimbang" : "mengingat", mark: mark)
    if isMenimbang { considerationsSeen = true }
    return true
  }

  /// Whether `Menetapkan` stands before the legal bases or the consent, and `MEMUTUSKAN` only after
  /// them.
  private func isDisplaced(_ position: Int) -> Bool {
    var hasBasis = false
    for other in marks[(position + 1)...].prefix(40) {
      switch other.shape {
      case .memutuskan: return hasBasis
      case .angka, .persetujuan: hasBasis = true
      case .pasal where other.flags.contains([.wholeLine, .lineStart]): return false
      case .bab: return false
      default: break
      }
    }
    return false
  }

  private mutating func readDiktum(_ mark: Mark, _ position: Int) -> Bool {
    guard region == .front || region == .preamble else { return false }
    if mark.shape == .menetapkan, isDisplaced(position) { return false }
    if region == .preamble, let last = frames.last {
      if units[last.unit].kind == .diktum { return true }
      // A label displaced to those of the considerations and the legal bases.
      if mark.shape == .menetapkan, last.rank == Rank.part, units.count == last.unit + 1,
        mark.start - units[last.unit].labelRange.upperBound < 8
      {
        return false
      }
    }
    openPreamble(at: mark, isFormula: false)
    openTrailing(before: mark.start)
    close(rank: Rank.part, base: 0, at: mark.start)
    open(.diktum, rank: Rank.part, prefix: "", segment: "diktum", mark: mark)
    return true
  }

  /// The body begins: the preamble is over.
  mutating func enterBody(at position: Int) {
    switch region {
    case .front:
      finishFront(at: position, isAct: false)
    case .preamble, .closing:
      close(to: 0, at: position)
    default: return
    }
    region = .body
  }

  private mutating func readClosing(_ mark: Mark) -> Bool {
    // A decision has no articles: its order is closed.
    let isDecision =
      region == .preamble && (mark.flags.contains(.lineStart) || mark.before == .stop)
      && frames.last.map { units[$0.unit].kind == .diktum } ?? false
    guard region == .body || isDecision, !units.isEmpty else { return false }
    if mark.flags.contains(.small) && mark.before != .stop { return false }
    close(to: 0, at: mark.start)
    region = .closing
    open(
      .penutup, rank: Rank.section, prefix: "", segment: "penutup", mark: mark, hasLabel: false)
    return true
  }

  /// Opens the elucidation at `mark`.
  private mutating func openElucidation(_ mark: Mark, hasLabel: Bool) {
    if region == .front { finishFront(at: mark.start, isAct: false) }
    close(to: 0, at: mark.start)
    region = .elucidation
    scope = Scope()
    open(
      .penjelasan, rank: Rank.section, prefix: "", segment: "penjelasan", mark: mark,
      hasLabel: hasLabel)
    scope.base = frames.count
  }

  private mutating func readElucidation(_ mark: Mark) -> Bool {
    switch region {
    case .front:
      guard !mark.flags.contains(.small) else { return false }
    case .body:
      guard !mark.flags.contains(.small), scope.pasal.value > 0 || scope.roman > 0,
        mark.before != .reference
      else { return false }
    case .closing: break
    case .annex:
      guard !mark.flags.contains(.small), index["penjelasan"] == nil else { return false }
    default: return false
    }
    openElucidation(mark, hasLabel: true)
    return true
  }

  private var elucidationPrefix: String {
    frames.isEmpty ? "penjelasan" : address(ofFrame: 0)
  }

  private mutating func readGeneral(_ mark: Mark) -> Bool {
    switch region {
    case .elucidation: break
    case .closing where mark.flags.contains(.punctuated), .body where namesElucidation(mark):
      openElucidation(mark, hasLabel: false)
    default: return false
    }
    close(to: 1, at: mark.start)
    open(.penjelasan, rank: Rank.part, prefix: elucidationPrefix, segment: "umum", mark: mark)
    region = .umum
    return true
  }

  /// Whether `PENJELASAN UMUM` stands right below the last article.
  private func namesElucidation(_ mark: Mark) -> Bool {
    scope.pasal.value > 0 && mark.before != .reference && mark.before != .comma
      && text.match("penjelasan", at: mark.start) != nil && SourceText.isUpper(text[mark.end - 1])
  }

  private mutating func readArticlesHeading(_ mark: Mark) -> Bool {
    switch region {
    case .elucidation, .umum: break
    case .closing: openElucidation(mark, hasLabel: false)
    case .body where scope.pasal.value > 0 && SourceText.isUpper(text[mark.end - 1]):
      openElucidation(mark, hasLabel: false)
    default: return false
    }
    close(to: 1, at: mark.start)
    region = .articles
    return true
  }

  /// What stands below the last note of an elucidation is its own, and no part of the note.
  private mutating func readColophon(_ mark: Mark) -> Bool {
    switch region {
    case .elucidation, .umum, .articles: break
    default: return false
    }
    close(to: 1, at: mark.start)
    return true
  }

  /// The articles of an elucidation begin without their heading, or without the elucidation's.
  mutating func enterArticles(_ mark: Mark) {
    if region == .closing { openElucidation(mark, hasLabel: false) }
    if region == .elucidation || region == .umum {
      close(to: 1, at: mark.start)
      region = .articles
    }
  }
}
