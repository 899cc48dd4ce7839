/// Where the units of a document stand on the canonical page.
struct LayoutPlan {
  /// How a unit's own text is laid out.
  enum Style {
    /// Running text: one line.
    case running
    /// The title of a chapter, on the line after its mark.
    case heading
    /// Lines that are lines: titles, formulas, signatures.
    case kept
    /// Lines that keep their columns: annexes.
    case verbatim
  }

  /// No regulation goes deeper: four levels of lists in the text that an instruction brings.
  private static let deepest = 16

  /// A column or a number of columns; 16 bits keep the places of many units small.
  @propertyWrapper
  struct Column {
    private var number: Int16

    var wrappedValue: Int {
      get { Int(number) }
      set { number = Int16(clamping: newValue) }
    }

    init(wrappedValue: Int) { number = Int16(clamping: wrappedValue) }
  }

  struct Place {
    var style = Style.kept
    /// The column of the mark.
    @Column var indent = 0
    /// The column of lines of text that do not stand beside the mark.
    @Column var textIndent = 0
    /// The column of text after the units held.
    @Column var closingIndent = 0
    /// Whether the text stands on the line after the mark.
    var textBelow = false
    /// Whether a blank line stands before the mark.
    var needsBlank = false
    /// Whether columns stay, as of signatures side by side.
    var keepsGaps = false
    /// How far the units held are indented.
    @Column var childIndent = 0
    var isElucidation = false
    /// Whether it is the last item of a list of at least two.
    var isLastOfList = false
    /// The column of the mark in the source.
    @Column var sourceColumn = 0
  }

  private(set) var places: [Place]
  private let units: [Unit]

  init(_ document: LegalDocument) {
    units = document.units
    places = [Place](repeating: Place(), count: document.units.count)
    for index in document.units.indices { place(index, document) }
    noteLists(document)
  }

  /// The column up to which a line after an item's text is closing text of its list, nil where the
  /// unit ends no list.
  func closingColumn(of index: Int) -> Int? {
    places[index].isLastOfList ? places[index].sourceColumn : nil
  }

  private mutating func place(_ index: Int, _ document: LegalDocument) {
    let unit = units[index]
    let parent = unit.parent.map { places[$0] }
    var place = Place()
    place.isElucidation = unit.kind == .penjelasan || parent?.isElucidation ?? false
    place.indent = parent?.childIndent ?? 0
    place.sourceColumn = Self.column(of: unit, document.source)
    switch unit.kind {
    case .judul, .pembukaan, .diktum:
      place.needsBlank = true
    case .penutup:
      place.needsBlank = true
      place.keepsGaps = true
    case .blok: place.needsBlank = true
    case .penjelasan:
      place.needsBlank = true
      if unit.parent != nil {
        place.style = .running
        place.textBelow = true
      }
    case .lampiran:
      place.style = .verbatim
      place.needsBlank = true
    case .menimbang, .mengingat:
      place.style = .running
      place.needsBlank = true
    case .bab, .bagian, .paragraf:
      place.style = .heading
      place.needsBlank = true
      place.childIndent = place.indent
      place.textIndent = place.indent
      place.closingIndent = place.indent
      place.textBelow = true
    case .pasal: placePasal(index, document, &place)
    default: placeItem(unit, &place)
    }
    places[index] = place
  }

  private func placePasal(_ index: Int, _ document: LegalDocument, _ place: inout Place) {
    let unit = units[index]
    let isNote = place.isElucidation && place.indent > 0
    place.style = .running
    place.textBelow = true
    place.needsBlank = !isNote
    place.textIndent = isNote ? place.indent + 2 : place.indent
    place.closingIndent = place.textIndent
    place.childIndent = place.textIndent
    if !place.isElucidation, closesList(unit, index, document) { place.childIndent += 2 }
    // Text that replaces another stands below the article that holds it.
    if !place.isElucidation, place.childIndent == place.indent, index + 1 < unit.subtreeEnd,
      holdsQuote(index)
    {
      place.childIndent += 2
    }
  }

  private func placeItem(_ unit: Unit, _ place: inout Place) {
    place.style = .running
    place.textIndent = min(place.indent + 2, Self.deepest)
    place.closingIndent = place.indent
    place.childIndent = place.textIndent
    if place.isElucidation, Self.isWordMark(unit) {
      place.textBelow = true
      let isOfAmendment =
        unit.parent.map { units[$0].kind == .pasal && Self.isRoman(units[$0]) } ?? false
      place.needsBlank = isOfAmendment && place.indent == 0
      place.closingIndent = place.textIndent
    }
  }

  /// Whether articles stand directly below this one, with no instruction between.
  private func holdsQuote(_ index: Int) -> Bool {
    let first = units[index + 1]
    switch first.kind {
    case .pasal, .bab, .bagian, .paragraf: return first.parent == index
    default: return false
    }
  }

  /// Whether an article's own text goes on after a list: only the list's indentation tells it from
  /// the last item's then.
  private func closesList(_ unit: Unit, _ index: Int, _ document: LegalDocument) -> Bool {
    let children = document.children(of: index)
    guard children.count > 0 else { return false }
    let own = document.ownRanges(of: index)
    guard let first = children.first else { return false }
    let start = units[first].range.upperBound
    let text = SourceText(bytes: document.source)
    return own.contains { range in
      range.lowerBound >= start
        && document.withoutFurniture(range).contains { part in
          text.skippingSpaces(from: part.lowerBound, to: part.upperBound) < part.upperBound
            && part.contains { SourceText.isAlphanumeric(document.source[$0]) }
        }
    }
  }

  private static func isWordMark(_ unit: Unit) -> Bool {
    guard let first = unit.label.utf8.first, SourceText.isLetter(first) else { return false }
    return unit.label.utf8.prefix(4).allSatisfy(SourceText.isLetter)
  }

  private static func isRoman(_ unit: Unit) -> Bool {
    guard let last = unit.label.utf8.last else { return false }
    return last == 0x49 || last == 0x56 || last == 0x58
  }

  private static func column(of unit: Unit, _ source: [UInt8]) -> Int {
    var start = unit.range.lowerBound
    let limit = max(0, start - 400)
    while start > limit, source[start - 1] != 0x0A, source[start - 1] != 0x0C { start -= 1 }
    return unit.range.lowerBound - start
  }

  private mutating func noteLists(_ document: LegalDocument) {
    var last: [Int: (kind: UnitKind, index: Int, count: Int)] = [:]
    for (index, unit) in units.enumerated() {
      let parent = unit.parent ?? -1
      if let before = last[parent], before.kind == unit.kind {
        places[before.index].isLastOfList = false
        places[index].isLastOfList = unit.kind != .ayat
        last[parent] = (unit.kind, index, before.count + 1)
      } else {
        last[parent] = (unit.kind, index, 1)
      }
    }
    for index in units.indices where !isListItem(units[index].kind) {
      places[index].isLastOfList = false
    }
  }

  private func isListItem(_ kind: UnitKind) -> Bool {
    switch kind {
    case .huruf, .angka, .subhuruf, .subangka: return true
    default: return false
    }
  }
}

/// Tells layouts whose continuation lines stand as far left as the marks of their items.
enum FlushLeft {
  static func check(_ document: LegalDocument, _ text: SourceText) -> Bool {
    var flush = 0
    var hanging = 0
    for unit in document.units where !unit.labelRange.isEmpty && unit.subtreeEnd > 0 {
      switch unit.kind {
      case .huruf, .angka, .subhuruf, .subangka: break
      default: continue
      }
      guard let (mark, next) = firstWrap(unit, text) else { continue }
      if next <= mark { flush += 1 } else { hanging += 1 }
    }
    return flush > 0 && flush * 4 >= hanging
  }

  /// The columns of an item's mark and of the line that goes on with its first one in the middle
  /// of a sentence.
  private static func firstWrap(_ unit: Unit, _ text: SourceText) -> (Int, Int)? {
    var end = unit.labelRange.upperBound
    let limit = min(unit.range.upperBound, end + 400)
    while end < limit, text[end] != 0x0A { end += 1 }
    guard end < limit, text[end] == 0x0A else { return nil }
    let visible = text.trimmingEnd(from: unit.labelRange.upperBound, to: end)
    guard visible > unit.labelRange.upperBound, SourceText.isLetter(text[visible - 1]) else {
      return nil
    }
    var next = end + 1
    while text[next] == 0x20 || text[next] == 0x09 { next += 1 }
    guard next < unit.range.upperBound, SourceText.isLower(text[next]), text[next + 1] != 0x2E,
      text[next + 1] != 0x29
    else { return nil }
    var start = unit.range.lowerBound
    while start > 0, unit.range.lowerBound - start < 400, text[start - 1] != 0x0A { start -= 1 }
    return (unit.range.lowerBound - start, next - end - 1)
  }
}
