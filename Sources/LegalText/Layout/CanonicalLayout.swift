/// The canonical layout of a regulation's text.
///
/// One provision a line, UTF-8, line feeds, no wrapped lines, one blank line before a heading, the
/// title of a chapter on the line after its mark, items of lists two spaces deeper a level,
/// replacement text of an amendment two spaces deeper than its instruction. No word changes.
public enum CanonicalLayout {
  /// The text of `document` in canonical layout.
  ///
  /// Takes time proportional to the length of the text. Page numbers and the like stay, on lines of
  /// their own. A break that may be the text's own stays: after a finished sentence, after a hyphen,
  /// around rows of a table. Letters with combining marks are composed. A part that would be read as
  /// another tree in the new layout keeps its lines; where no part of the text can be told from the
  /// others so, the text is given as it was, and so is a text of more marks than any regulation has
  /// (`structure.dense`).
  public static func text(of document: consuming LegalDocument) -> [UInt8] {
    var current = document
    if let composed = Composition.composed(current.source) {
      current = LegalParser.parse(composed)
    }
    let source = current.source
    if current.isDense { return source }
    if let written = whole(consume current) { return written }
    return byParts(source, allowsMore: false)?.text ?? source
  }

  /// The canonical text of what was brought in, also where its units are told only once its lines
  /// are joined: as long as none of any kind is lost. `kept` are the places that keep their lines.
  static func imported(_ document: LegalDocument) -> (text: [UInt8], kept: [Range<Int>]) {
    if document.isDense { return (document.source, []) }
    if let written = whole(document) ?? withMoreUnits(document) { return (written, []) }
    let source = document.source
    let parted = byParts(source, allowsMore: true) ?? (source, [0..<source.count])
    // With more units other parts may keep their lines.
    return (text(of: LegalParser.parse(parted.text)), parted.kept)
  }

  /// The whole text in its new layout; nil where that would be read as another tree.
  private static func whole(_ document: consuming LegalDocument) -> [UInt8]? {
    var current = document
    let shape = TreeShape(current)
    let source = current.source
    var written = write(current)
    // A tree is let go before the next one is read: of a text of many units there is room for one.
    current = LegalDocument(source: [], units: [])
    // What one pass brought to light, such as a formula in wide spacing, may move a line once more.
    for _ in 0..<2 {
      guard written != source else { return written }
      let result = LegalParser.parse(written)
      guard TreeShape(result) == shape else { return nil }
      let again = write(result)
      if again == written { return written }
      written = again
    }
    return nil
  }

  /// The whole text in its new layout where that brings units to light and loses none.
  private static func withMoreUnits(_ document: LegalDocument) -> [UInt8]? {
    var current = write(document)
    for _ in 0..<4 {
      let result = LegalParser.parse(current)
      guard keepsUnits(of: document, result) else { return nil }
      let again = write(result)
      if again == current { return current }
      current = again
    }
    return nil
  }

  /// How often parts that read otherwise are looked for. Each time is one writing and one reading.
  private static let mostRounds = 8

  /// The text of `source` in its new layout but for the parts that would read otherwise; nil where
  /// these are not found.
  private static func byParts(
    _ source: [UInt8], allowsMore: Bool
  ) -> (text: [UInt8], kept: [Range<Int>])? {
    let document = LegalParser.parse(source)
    var sections = LayoutSections(document, allowsMore: allowsMore)
    var current = document
    for _ in 0..<mostRounds where !sections.isAll {
      let written = write(current, sections.keepsLines(in: current))
      let result = LegalParser.parse(written)
      if sections.keepChanged(in: result) {
        current = document
      } else if written == current.source {
        return (written, sections.places(in: document))
      } else {
        current = result
      }
    }
    return nil
  }

  /// Whether a document has as many units of each kind as another, or more.
  private static func keepsUnits(of old: LegalDocument, _ new: LegalDocument) -> Bool {
    var counts: [UnitKind: Int] = [:]
    for unit in new.units { counts[unit.kind, default: 0] += 1 }
    for unit in old.units { counts[unit.kind, default: 0] -= 1 }
    return counts.values.allSatisfy { $0 >= 0 }
  }

  private static func write(_ document: LegalDocument, _ keepsLines: [Bool] = []) -> [UInt8] {
    var writer = LayoutWriter(document, keepsLines)
    writer.write()
    return writer.out
  }
}

/// The kinds and addresses of units, in two numbers: equal trees have equal ones, and others do not
/// by chance.
struct TreeShape: Equatable {
  private var count = 0
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x9e37_79b9_7f4a_7c15

  init() {}

  init(_ document: LegalDocument) {
    for unit in document.units { add(unit) }
  }

  mutating func add(_ unit: Unit) {
    count += 1
    for byte in unit.address.utf8 { add(UInt64(byte)) }
    for byte in unit.kind.rawValue.utf8 { add(UInt64(byte) | 0x100) }
  }

  private mutating func add(_ value: UInt64) {
    // FNV-1a, and a multiplicative hash of its own beside it.
    first = (first ^ value) &* 0x100_0000_01b3
    second = (second &+ value) &* 0xff51_afd7_ed55_8ccd
    second ^= second >> 29
  }
}
