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
    var writer = LayoutWriter(current)
    writer.write()
    guard writer.out != current.source else { return writer.out }
    let result = LegalParser.parse(writer.out)
    return isAlike(result, current) ? writer.out : current.source
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
extension CanonicalLayout {
  public static func raw(_ d: LegalDocument) -> [UInt8] { var w = LayoutWriter(d); w.write(); return w.out }
  public static func alike(_ a: LegalDocument, _ b: LegalDocument) -> Bool { isAlike(a, b) }
}
