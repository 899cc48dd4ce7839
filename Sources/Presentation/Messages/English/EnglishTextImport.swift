import LegalText
import ReviewModel

extension English {
  func textImported(_ report: TextImportReport) -> [String] {
    var lines: [String] = []
    let size = "\(number(report.pasal)) Pasal"
    if let draft = report.draft, let path = report.path {
      lines.append(
        report.isChanged
          ? "\(report.source) is now the working text of \(draft) in \(path): \(size)."
          : "The working text of \(draft) is that of \(report.source) already; nothing was changed."
      )
      if let kept = report.kept { lines.append("The file is kept as \(kept).") }
    } else {
      lines.append("\(report.source): \(size).")
    }
    let (repairs, removals) = (report.result.repairs.count, report.result.removals.count)
    lines.append(
      "\(number(repairs)) repairs, \(number(removals)) lines of pages left out"
        + (repairs + removals > 0 ? "; all of them with --report." : "."))
    return lines
  }

  func note(_ note: ImportNote) -> String {
    switch note {
    case .utf16: "The file was UTF-16; it became UTF-8."
    case .windows1252(let bytes):
      "The file was Windows-1252 (\(number(bytes)) bytes); it became UTF-8."
    case .invisible(let count): "\(number(count)) invisible characters left out."
    case .markup(let count): "\(number(count)) signs of Markdown left out."
    case .spreads(let count): "\(number(count)) sheets of two pages parted."
    case .pages(let count): "\(number(count)) page breaks left out."
    case .hyphens(let joined, let kept):
      "\(number(joined + kept)) words divided at a line's end: \(number(joined)) joined, "
        + "\(number(kept)) with their hyphen kept."
    case .marksApart(let lines):
      "\(number(lines.count)) marks stand apart from their texts, and nothing proves whose they "
        + "are: \(sourceLines(lines.map { $0...$0 })). Please put them right."
    case .linesKept(let places):
      "Lines left as they were, since joined they would read otherwise: "
        + "\(sourceLines(places)). Please look at them."
    }
  }

  func notes(_ notes: DocumentNotes) -> [String] {
    [
      (
        notes.insertions + notes.deletions,
        "tracked changes (\(number(notes.insertions)) insertions, \(number(notes.deletions)) "
          + "deletions) taken as accepted."
      ),
      (notes.footnotes, "footnotes left out."),
      (notes.comments, "comments left out."),
      (notes.headers, "page headers and footers left out."),
      (notes.pictures, "pictures left out."),
      (notes.tables, "tables became lines."),
    ].filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
  }

  func removed(_ kind: Removal.Kind, _ count: Int) -> String {
    let name =
      switch kind {
      case .pageNumber: "page numbers"
      case .header: "running headers"
      case .footer: "running footers"
      case .catchword: "catchwords"
      case .serviceLine: "scanner's lines"
      case .frontMatter: "a converter's lines"
      }
    return "Left out: \(number(count)) \(name)"
  }

  func repaired(_ kind: Repair.Kind, _ count: Int) -> String {
    let name =
      switch kind {
      case .mark: "marks of units"
      case .reference: "numbers in references"
      case .hyphen: "divided words"
      case .spacing: "spaces"
      }
    return "Mended: \(number(count)) \(name)"
  }

  func reason(_ reason: Repair.Reason) -> String {
    switch reason {
    case .sequence: "by its sequence"
    case .target: "what it refers to exists"
    case .vocabulary: "written so elsewhere"
    case .reduplication: "a repeated word"
    case .form: "white space only"
    case .usual: "as is usual; please check"
    }
  }

  private func sourceLines(_ places: [ClosedRange<Int>]) -> String {
    let shown = places.prefix(6).map {
      $0.count == 1 ? number($0.lowerBound) : "\(number($0.lowerBound))–\(number($0.upperBound))"
    }
    return "line \(shown.joined(separator: ", "))" + (places.count > shown.count ? ", …" : "")
  }

  func sourceLine(_ line: Int) -> String { "line \(number(line))" }

  /// Words for documents that cannot be read.
  func document(_ failure: Failure) -> FailureText? {
    switch failure {
    case .importNeedsDraft(let key):
      FailureText(
        "There is no draft \(key) to take the text.",
        "Start it first: naskah draft add \(key) --title TITLE")
    case .toolMissing(let tool, let package):
      FailureText("The program \(tool) is not installed.", "Install it: apt install \(package)")
    case .documentUnreadable(let path, let problem): unreadable(path, problem)
    default: nil
    }
  }

  private func unreadable(_ path: String, _ problem: DocumentProblem) -> FailureText {
    let save = "Save it anew from your word processor, then try again."
    return switch problem {
    case .damaged: FailureText("\(path) is damaged and cannot be read.", save)
    case .notWord: FailureText("\(path) is no DOCX document.", save)
    case .tooLarge: FailureText("\(path) grows beyond the bound when opened.", save)
    case .hostile: FailureText("\(path) holds XML that no office program writes.", save)
    case .encrypted:
      FailureText("\(path) is locked with a password.", "Save a copy without a password.")
    case .noTextLayer:
      FailureText(
        "\(path) holds pictures of pages only, no text.",
        "Run OCR on it first, then import the result.")
    case .unknownKind:
      FailureText("\(path) is neither text, DOCX nor PDF.", "Save it as DOCX or plain text.")
    }
  }
}
