/// Makes the canonical text of what offices have: layout text of PDF files, Markdown, OCR.
///
/// Takes away what belongs to pages, joins what their lines divided, and mends misread marks where
/// their sequence proves the reading. Every such change is listed; no other word changes. Takes
/// time proportional to the length of the text and accepts any bytes.
public enum TextImporter {
  /// Imports a text in UTF-8, UTF-16 or Windows-1252.
  public static func importing(_ bytes: [UInt8]) -> ImportedText {
    let decoder = InputDecoder(bytes)
    var notes = decoder.notes
    var repairs: [Repair] = []
    var removals: [Removal] = []
    var text = NumberedText(source: decoder.bytes)
    if MarkupCleaner.isMarkdown(text.bytes) {
      text = FrontMatter.removed(from: text, &removals)
      text = MarkupCleaner.clean(text, &notes)
    }
    text = SpreadSplitter.split(text, &notes)
    text = InlinePageHeads.removed(from: text, &removals)
    let strays: [StrayNumber]
    (text, strays) = PageCleaner.clean(text, &removals, &repairs, &notes)
    text = InlineCatchwords.removed(from: text, &removals)
    text = ColumnLists.divide(text, &repairs)
    text = GapCloser.close(text)
    text = FlatMarks.divide(text)
    HeadingForm.mend(&text, &repairs)
    ListLetters.mend(&text, &repairs)
    ColumnMender.mend(&text, &repairs, &notes)
    DisplacedLabels.mend(&text, &repairs)
    HyphenCloser.close(&text, &repairs)
    text = LineJoiner.join(text, &repairs, &notes)
    let document = MarkMender.mend(&text, strays, &repairs)
    repairs.sort { $0.line < $1.line }
    let pasal = document.units.count { $0.kind == .pasal }
    let layout = CanonicalLayout.imported(document)
    if !layout.kept.isEmpty {
      let first = text.lines(of: layout.kept.map(\.lowerBound))
      let last = text.lines(of: layout.kept.map { max($0.lowerBound, $0.upperBound - 1) })
      notes.append(.linesKept(places: zip(first, last).map { Int($0)...Int(max($0, $1)) }))
    }
    return ImportedText(
      text: layout.text, repairs: repairs, removals: removals, notes: notes, pasal: pasal)
  }
}
