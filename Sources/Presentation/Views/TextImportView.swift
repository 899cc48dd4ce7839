import LegalText
import ReviewModel

/// What the import of a text mended and left out, in full.
public enum TextImportView {
  /// The lines of a report: what was found out, then every repair, then every removal.
  public static func lines(_ report: TextImportReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var lines: [Line] = []
    let remarks = report.result.notes.map(words.note) + words.notes(report.documentNotes)
    for text in words.textImported(report).prefix(report.draft == nil ? 1 : 2) + remarks {
      lines += Wrapping.wrapped(text, width: canvas.textWidth)
    }
    for kind in Repair.Kind.allCases {
      let repairs = report.result.repairs.filter { $0.kind == kind }
      guard !repairs.isEmpty else { continue }
      lines += [Line(), Line(words.repaired(kind, repairs.count), .heading)]
      let width = columns(repairs.map(\.line), words)
      for repair in repairs {
        lines.append(
          Line([
            Span("  " + words.sourceLine(repair.line).padded(to: width, .left) + "  ", .dim),
            Span(repair.before, .deleted), Span(" → "), Span(repair.after, .inserted),
            Span("  " + words.reason(repair.why), .dim),
          ]))
      }
    }
    for kind in Removal.Kind.allCases {
      let removals = report.result.removals.filter { $0.kind == kind }
      guard !removals.isEmpty else { continue }
      lines += [Line(), Line(words.removed(kind, removals.count), .heading)]
      let width = columns(removals.map(\.line), words)
      for removal in removals {
        lines.append(
          Line([
            Span("  " + words.sourceLine(removal.line).padded(to: width, .left) + "  ", .dim),
            Span(removal.text),
          ]))
      }
    }
    return lines
  }

  private static func columns(_ lines: [Int], _ words: any Messages) -> Int {
    lines.map { DisplayWidth.of(words.sourceLine($0)) }.max() ?? 0
  }
}
