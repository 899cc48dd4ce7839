/// The levels of one citation, in either order.
extension ReferencePhraseReader {
  /// Takes the levels that follow without a connector: deeper ones, or outer ones in print after
  /// the inner.
  func extend(_ item: inout Item) {
    while item.levels.count < 8 {
      let end = item.range.upperBound
      if let next = text.following(end, level(at:)), place(next, in: &item) {
        item.range = item.range.lowerBound..<max(end, next.number.range.upperBound)
        continue
      }
      if let outer = outerSection(of: item, after: end), place(outer, in: &item) {
        item.range = item.range.lowerBound..<outer.number.range.upperBound
        continue
      }
      if let ayat = bareAyat(of: item, after: end) {
        item.levels.append(ayat)
        item.range = item.range.lowerBound..<ayat.number.range.upperBound
        continue
      }
      guard let anchor = text.following(end, anchor(at:)) else { return }
      item.isOwnPasal = anchor.isOwn
      item.isAforesaidPasal = !anchor.isOwn
      return
    }
  }

  private func place(_ next: Level, in item: inout Item) -> Bool {
    guard let first = item.levels.first, let last = item.levels.last else { return false }
    if item.isInverted {
      // "huruf a Pasal 2 ayat (1)": the outer levels may be in their own order.
      guard let place = item.levels.firstIndex(where: { rank(next.kind) <= rank($0.kind) }),
        place < 2, rank(next.kind) < rank(item.levels[place].kind)
      else { return false }
      item.levels.insert(next, at: place)
      return true
    }
    var next = next
    if next.number.isBracketed, last.kind == .angka, next.kind == .huruf { next.kind = .subhuruf }
    let isUnderDefinition =
      last.kind == .angka && next.kind == .huruf && !item.levels.contains { $0.kind == .huruf }
    if rank(next.kind) > rank(last.kind) || isUnderDefinition {
      item.levels.append(next)
      return true
    }
    guard rank(next.kind) < rank(first.kind) else { return false }
    item.levels.insert(next, at: 0)
    item.isInverted = true
    return true
  }

  /// The word for a level with its number.
  func level(at start: Int) -> Level? {
    guard let (kind, end) = text.levelWord(at: start) ?? itemWord(at: start) else { return nil }
    let isJoined = ReferenceText.isWord(text.byte(end))
    if isJoined {
      guard let number = text.number(of: kind, at: end) else { return nil }
      return Level(kind: kind, number: number)
    }
    return text.beyondFurniture(end) { next in
      guard next > end || text.byte(next) == 0x28 else { return nil }
      return text.number(of: kind, at: next).map { Level(kind: kind, number: $0) }
    }
  }

  /// `butir`, which is a numbered item, mostly a definition: `Pasal 1 butir 7`, `butir ke-7`.
  private func itemWord(at start: Int) -> (kind: UnitKind, end: Int)? {
    guard var end = text.end(of: "butir", at: start) else { return nil }
    end = text.following(end, ordinalPrefixEnd(at:)) ?? end
    guard ReferenceText.isDigit(text.byte(text.spaceEnd(end))) else { return nil }
    return (.angka, end)
  }

  /// The chapter or part that holds the section just read, where more than a space stands before
  /// it: `Paragraf 1 Bagian Kedua pada BAB IV`, `Paragraf 1, Bagian Kedua`.
  private func outerSection(of item: Item, after end: Int) -> Level? {
    guard let inner = item.levels.first?.kind, inner == .paragraf || inner == .bagian else {
      return nil
    }
    return text.following(end) { start in
      let isComma = text.byte(start) == 0x2C
      let word = isComma ? start + 1 : text.end(ofAny: Self.holdingWords, at: start) ?? start
      return text.following(word) { next in
        let outer = level(at: next) ?? smallPart(at: next)
        return outer.flatMap { rank($0.kind) < rank(inner) ? $0 : nil }
      }
    }
  }

  private static let holdingWords: WordList = ["pada", "dalam", "dari"]

  /// `bagian ketiga`, which only behind a section of it is no common word.
  private func smallPart(at start: Int) -> Level? {
    text.end(of: "bagian", at: start).flatMap { end in
      text.number(of: .bagian, at: text.spaceEnd(end)).map { Level(kind: .bagian, number: $0) }
    }
  }

  /// The ayat of an article without its word: `Pasal 2 (2) huruf f`, `Pasal 2 (2) Undang-Undang`. The
  /// mark of a provision begins a sentence instead.
  private func bareAyat(of item: Item, after end: Int) -> Level? {
    guard item.levels.last?.kind == .pasal else { return nil }
    return text.following(end) { start in
      guard text.byte(start) == 0x28, ReferenceText.isDigit(text.byte(start + 1)),
        let number = text.number(of: .ayat, at: start)
      else { return nil }
      let next = text.spaceEnd(number.range.upperBound)
      let isOfLevel = !ReferenceText.isUpper(text.byte(next)) && text.levelWord(at: next) != nil
      guard isOfLevel || text.namesAct(at: next) else { return nil }
      return Level(kind: .ayat, number: number)
    }
  }

  /// `Pasal ini`, `ayat ini`, `Pasal tersebut`.
  private func anchor(at start: Int) -> (isOwn: Bool, end: Int)? {
    guard let word = text.end(ofAny: ["pasal", "ayat"], at: start) else { return nil }
    let next = text.spaceEnd(word)
    if let end = text.end(of: "ini", at: next) { return (true, end) }
    if let end = text.end(ofAny: ["tersebut", "itu"], at: next),
      text.end(of: "pasal", at: start) != nil
    {
      return (false, end)
    }
    return nil
  }
}
