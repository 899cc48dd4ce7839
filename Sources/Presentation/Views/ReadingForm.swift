import LegalText
import ReviewModel

/// A text with one provision a line: what `git diff` compares well line by line.
public enum ReadingForm {
  /// The lines: each begins with the provision's mark, an empty one stands before each Pasal and
  /// chapter. All words are there; page furniture is not.
  public static func lines(_ document: LegalDocument) -> [Line] {
    var lines: [Line] = []
    var position = 0
    func write(to end: Int) {
      guard end > position else { return }
      for block in document.withoutFurniture(position..<end) {
        let words = Whitespace.collapsed(document.text(in: block))
        if !words.isEmpty { lines.append(Line(words)) }
      }
      position = end
    }
    var open: [Int] = []
    func close(before start: Int) {
      while let last = open.last, document.units[last].range.upperBound <= start {
        write(to: document.units[last].range.upperBound)
        open.removeLast()
      }
    }
    for (index, unit) in document.units.enumerated() {
      close(before: unit.range.lowerBound)
      write(to: unit.range.lowerBound)
      switch unit.kind {
      case .bab, .bagian, .paragraf, .pasal, .instruksi, .penjelasan, .lampiran:
        if !lines.isEmpty { lines.append(Line()) }
        // The number of a Pasal stands alone, so that its words are the same when it changes.
        if unit.kind != .instruksi { write(to: unit.labelRange.upperBound) }
      default: break
      }
      open.append(index)
    }
    close(before: document.source.count)
    write(to: document.source.count)
    return lines
  }
}
