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
  /// around rows of a table. Letters with combining marks are composed. Where the new layout would
  /// be read as another tree, the text is given as it was.
  public static func text(of document: LegalDocument) -> [UInt8] {
    var current = document
    if let composed = Composition.composed(document.source) {
      current = LegalParser.parse(composed)
    }
    var written = write(current)
    // What one pass brought to light, such as a formula in wide spacing, may move a line once more.
    for _ in 0..<2 {
      guard written != current.source else { return written }
      let result = LegalParser.parse(written)
      guard isAlike(result, current) else { break }
      let again = write(result)
      if again == written { return written }
      written = again
    }
    return current.source
  }

  private static func write(_ document: LegalDocument) -> [UInt8] {
    var writer = LayoutWriter(document)
    writer.write()
    return writer.out
  }

  /// Whether two documents hold the same units.
  static func isAlike(_ first: LegalDocument, _ second: LegalDocument) -> Bool {
    guard first.units.count == second.units.count else { return false }
    for (left, right) in zip(first.units, second.units)
    where left.kind != right.kind || left.address != right.address {
      return false
    }
    return true
  }
}
