/// A run of citations that belong together (`Pasal 5 ayat (1), ayat (2) huruf a, dan Pasal 7`), as
/// printed: which provisions are meant is for `ReferenceResolver` to say.
struct ReferencePhrase {
  /// One citation of the run.
  struct Item {
    var range: Range<Int>
    var relation: Reference.Relation
    /// Outermost first, whatever the order in print.
    var levels: [Level]
    /// How far the levels reach into what went before.
    var joining: Joining
    /// Whether its outer levels were printed after the inner ones (`ayat (1) Pasal 5`), so that
    /// they hold for the items before it too.
    var isInverted = false
    /// Whether `Pasal ini` or `ayat ini` says that it is in the citing article.
    var isOwnPasal = false
    /// Whether `Pasal tersebut` says that it is in the article last cited.
    var isAforesaidPasal = false
  }

  struct Level {
    var kind: UnitKind
    var number: ReferenceNumber
  }

  /// How an item stands to the one before it.
  enum Joining {
    /// First, or joined by a word: a sibling where it can be one.
    case sibling
    /// After a bare comma or an exclusion: it may also go on deeper (`Pasal 1, angka 3`).
    case deeper
  }

  /// What stands behind the run and says whose provisions they are.
  enum Governor {
    case none, own, other, annex, aforesaid
    /// *diubah*, *dihapus*, *disisipkan*: an instruction, also where it was not read as a unit.
    case amended
  }

  var items: [Item]
  /// The end of the run.
  var end: Int
  var governor: Governor
}

/// Reads phrases of citations.
struct ReferencePhraseReader {
  let text: ReferenceText
  /// Whether `ayat (1), Pasal 5` names the article of the ayat, as amending instructions do.
  let isInstruction: Bool

  typealias Item = ReferencePhrase.Item
  typealias Level = ReferencePhrase.Level

  /// The phrase whose first word begins at `start`.
  func phrase(at start: Int) -> ReferencePhrase? {
    guard let first = keywordItem(at: start, after: nil) else { return nil }
    var items = [first]
    var end = first.range.upperBound
    var isExcluding = false
    var hasPasal = first.levels.first?.kind == .pasal
    while let connector = text.following(end, connector(at:)) {
      if let next = text.following(connector.end, { item(at: $0, after: connector, items.last) }) {
        var item = next
        item.isInverted = item.isInverted && !(item.levels.count == 1 && hasPasal)
        hasPasal = hasPasal || item.levels.first?.kind == .pasal
        isExcluding = connector.relation == .exclusion || isExcluding && connector.relation == .item
        item.relation = isExcluding ? .exclusion : connector.relation
        items.append(item)
        end = item.range.upperBound
      } else if let annex = text.following(connector.end, annexEnd(at:)) {
        end = annex
      } else if connector.relation == .exclusion, let next = item(afterAside: connector.end) {
        items.append(next)
        end = next.range.upperBound
        (isExcluding, hasPasal) = (false, true)
      } else {
        break
      }
    }
    return ReferencePhrase(items: items, end: end, governor: governor(after: end))
  }

  // MARK: Items

  private func item(at start: Int, after connector: Connector, _ last: Item?) -> Item? {
    guard let previous = last else { return nil }
    let from = text.end(ofAny: Self.introductions, at: start)
    // "dan pada ayat (2)" begins anew, "kecuali pada ayat (2)" does not.
    if connector.relation == .exclusion, let from {
      return text.following(from) { keywordItem(at: $0, after: connector) }
    }
    if var item = keywordItem(at: start, after: connector) {
      if isInstruction, connector.isBareComma, item.levels.first?.kind == .pasal,
        item.levels.count == 1, let inner = previous.levels.first, rank(inner.kind) > rank(.pasal)
      {
        item.isInverted = true
      }
      return item
    }
    return elidedItem(at: start, after: connector, previous)
  }

  /// The article with which a list goes on after what is excepted in words: `Pasal 4 kecuali fungsi
  /// pengawasan, dan Pasal 5`.
  private func item(afterAside start: Int) -> Item? {
    var comma = start
    while comma - start < 100, Self.isOfAside(text.byte(comma)) { comma += 1 }
    guard text.byte(comma) == 0x2C, let connector = connector(at: comma), !connector.isBareComma
    else { return nil }
    let next = text.following(connector.end) { keywordItem(at: $0, after: connector) }
    return next?.levels.first?.kind == .pasal ? next : nil
  }

  /// Whether a byte may stand in words without a name, a number or a stop.
  private static func isOfAside(_ byte: UInt8) -> Bool {
    Whitespace.isSpace(byte) || byte == 0x2D
      || ReferenceText.isLetter(byte) && !ReferenceText.isUpper(byte)
  }

  private func keywordItem(at start: Int, after connector: Connector?) -> Item? {
    guard let first = level(at: start) else { return nil }
    var item = Item(
      range: start..<first.number.range.upperBound, relation: .item, levels: [first],
      joining: connector?.goesDeeper == true ? .deeper : .sibling)
    extend(&item)
    return item
  }

  /// `dan 6` after `Pasal 5`, `dan (3)` after `ayat (1)`, `dan b` after `huruf a`.
  private func elidedItem(
    at start: Int, after connector: Connector, _ previous: Item
  ) -> Item? {
    guard let last = previous.isInverted ? previous.levels.first : previous.levels.last,
      let number = text.number(of: last.kind, at: start), isElidable(number, after: last)
    else { return nil }
    // A number that opens a line and a sentence is the mark of a provision.
    let next = text.spaceEnd(number.range.upperBound)
    if text.beginsLine(start), next > number.range.upperBound,
      ReferenceText.isUpper(text.byte(next)), text.instrument(at: next) == nil,
      text.levelWord(at: next) == nil
    {
      return nil
    }
    var item = Item(
      range: start..<number.range.upperBound, relation: .item,
      levels: [Level(kind: last.kind, number: number)], joining: .sibling)
    extend(&item)
    return item
  }

  private func isElidable(_ number: ReferenceNumber, after last: Level) -> Bool {
    let bytes = text.bytes
    let start = number.range.lowerBound
    switch last.kind {
    case .ayat:
      return (bytes[start] == 0x28) == (bytes[last.number.range.lowerBound] == 0x28)
        && (bytes[start] == 0x28 || !isFigure(number))
    case .huruf, .subhuruf:
      return text.byte(number.range.upperBound) != 0x2E
        || !ReferenceText.isLetter(text.byte(text.spaceEnd(number.range.upperBound + 1)) & 0xDF)
        || text.spaceEnd(number.range.upperBound + 1) > number.range.upperBound + 1
    case .pasal, .angka, .paragraf, .subangka:
      return ReferenceText.isDigit(bytes[start]) && !isFigure(number)
    case .bab:
      return ReferenceText.isUpper(bytes[start]) && number.range.count > 1
    default:
      return false
    }
  }

  /// Whether a bare number counts something: `3 (tiga) orang`, `5%`, `2 tahun`, `1.000`.
  private func isFigure(_ number: ReferenceNumber) -> Bool {
    let end = number.range.upperBound
    let next = text.byte(end)
    if next == 0x25 || next == 0x2F || next == 0x3A { return true }
    if next == 0x2E || next == 0x2C, ReferenceText.isDigit(text.byte(end + 1)) { return true }
    let word = text.spaceEnd(end)
    if text.byte(word) == 0x28 || text.byte(word) == 0x25 { return true }
    return text.end(ofAny: Self.measures, at: word) != nil
  }

  private static let introductions: WordList = ["ketentuan", "pada", "dalam", "untuk"]
  private static let measures: WordList = [
    "hari", "bulan", "tahun", "minggu", "jam", "menit", "detik", "orang", "kali", "unit", "buah",
    "meter", "m", "m2", "km", "ha", "hektar", "hektare", "kg", "ton", "liter", "persen", "per",
    "rupiah", "juta", "ribu", "miliar", "anggota", "kursi", "desa", "kecamatan", "lembar",
  ]
}

/// How deep a level stands in a citation.
func rank(_ kind: UnitKind) -> Int {
  switch kind {
  case .bab: 0
  case .bagian: 1
  case .paragraf: 2
  case .pasal: 3
  case .ayat: 4
  case .huruf: 5
  case .angka: 6
  case .subhuruf: 7
  default: 8
  }
}

extension ReferenceText {
  /// The word of a level at `start`: only with a capital where the word is also a common one.
  func levelWord(at start: Int) -> (kind: UnitKind, end: Int)? {
    // Most words that begin with one of these letters go on otherwise.
    let second = byte(start + 1) | 0x20
    guard second == 0x61 || second == 0x79 || second == 0x6E || second == 0x75 else { return nil }
    switch byte(start) | 0x20 {
    case 0x70:
      if let end = prefixEnd(of: "pasa", at: start) {
        // "Pasa1" and "PasaI" are what text recognition makes of it.
        let last = byte(end) | 0x20
        guard last == 0x6C || last == 0x31 || last == 0x69 else { return nil }
        return acceptNumbered(.pasal, end + 1)
      }
      return prefixEnd(of: "paragraf", at: start).flatMap { accept(.paragraf, $0) }
    case 0x61:
      if let end = prefixEnd(of: "ayat", at: start) { return acceptNumbered(.ayat, end) }
      return prefixEnd(of: "angka", at: start).flatMap { acceptNumbered(.angka, $0) }
    case 0x68:
      guard let end = prefixEnd(of: "huruf", at: start) else { return nil }
      // "hurufh" for "huruf h".
      let isJoined = Self.isLetter(byte(end)) && !Self.isWord(byte(end + 1))
      return isJoined ? (.huruf, end) : accept(.huruf, end)
    case 0x62 where byte(start) == 0x42:
      if let end = prefixEnd(of: "bagian", at: start) { return accept(.bagian, end) }
      return prefixEnd(of: "bab", at: start).flatMap { accept(.bab, $0) }
    case 0x73:
      if let end = prefixEnd(of: "subhuruf", at: start) { return accept(.subhuruf, end) }
      return prefixEnd(of: "subangka", at: start).flatMap { accept(.subangka, $0) }
    default:
      return nil
    }
  }

  private func accept(_ kind: UnitKind, _ end: Int) -> (kind: UnitKind, end: Int)? {
    Self.isWord(byte(end)) ? nil : (kind, end)
  }

  private func acceptNumbered(_ kind: UnitKind, _ end: Int) -> (kind: UnitKind, end: Int)? {
    Self.isLetter(byte(end)) ? nil : (kind, end)
  }
}
