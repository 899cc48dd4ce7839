import LegalText
import ReviewModel

/// Which revision last changed each unit of a text.
public enum BlameView {
  /// The lines of a report: a row for each unit that says something, one for a whole Pasal where
  /// one revision wrote all of it.
  public static func lines(_ report: BlameReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let state = report.text.revision.map { "r\($0.number)" } ?? words.workingText
    var lines = Wrapping.wrapped(
      [Span(words.draftTitle(report.listing.info.title), .heading)], width: canvas.textWidth,
      first: Line([Span(report.listing.key.description, .name), Span(" \(state)  ")]), indent: 8)
    lines.append(Line())
    var painter = Painter(report: report, canvas: canvas)
    painter.paint()
    lines += painter.lines
    let example = report.units.first { report.text.document.units[$0].kind == .pasal }
    guard let example, report.unit == nil else { return lines }
    return lines
      + canvas.hint(
        words.hintUnitLog(
          report.listing.key,
          unit: UnitAddress.label(report.text.document.units[example].address)))
  }

  /// Lays the rows out; a date and a name stand only where they are others than in the row above.
  private struct Painter {
    let report: BlameReport
    let canvas: Canvas
    let number: Int
    let date: Int
    let author: Int
    private(set) var lines: [Line] = []
    private var last: Revision?

    init(report: BlameReport, canvas: Canvas) {
      self.report = report
      self.canvas = canvas
      let words = canvas.messages
      let revisions = Set(report.units.compactMap { report.origins[$0].revision })
      number = revisions.map { "r\($0.number)".count }.max() ?? 2
      date = revisions.map { DisplayWidth.of(words.date($0.date)) }.max() ?? 0
      let names = revisions.map { DisplayWidth.of(Span($0.author).text) }.max() ?? 0
      author = canvas.width < 72 ? 0 : min(names, canvas.width < 100 ? 14 : 24)
    }

    mutating func paint() {
      let document = report.text.document
      let base = report.unit.map { document.units[$0].depth } ?? 0
      var unit = report.units.lowerBound
      while unit < report.units.upperBound {
        let end = max(document.units[unit].subtreeEnd, unit + 1)
        let isWhole = report.unit == nil && isProvision(unit) && isOfOne(unit..<end)
        row(unit, depth: document.units[unit].depth - base, isWhole: isWhole)
        unit = isWhole ? end : unit + 1
      }
    }

    /// Whether a unit may stand for all that it holds.
    private func isProvision(_ unit: Int) -> Bool {
      switch report.text.document.units[unit].kind {
      case .bab, .bagian, .paragraf, .pembukaan, .penjelasan, .lampiran: false
      default: true
      }
    }

    private func isOfOne(_ units: Range<Int>) -> Bool {
      let saying = units.filter { !report.text.document.ownText(of: $0).isEmpty }
      let origins = saying.map { report.origins[$0] }
      return Set(origins.map(\.revision)).count <= 1
    }

    private mutating func row(_ unit: Int, depth: Int, isWhole: Bool) {
      let document = report.text.document
      let known = document.units[unit]
      let end = isWhole ? max(known.subtreeEnd, unit + 1) : unit + 1
      let saying = (unit..<end).first { !document.ownText(of: $0).isEmpty }
      var head = saying.map { origin(report.origins[$0].revision) } ?? blank
      let margin = String.spaces(min(max(depth, 0) * 2, canvas.width / 6))
      let name = known.label.isEmpty ? canvas.messages.unitKind(known.kind) : known.label
      head.spans += [Span(margin), Span(Whitespace.collapsed(name), role(known.kind))]
      let text = known.heading.isEmpty ? saying.map(document.ownText(of:)) ?? "" : known.heading
      let room = canvas.width - head.width - 2
      if room > 8, !text.isEmpty {
        head.spans += [Span("  "), Span(Excerpt.of(text, columns: room), .dim)]
      }
      lines.append(head)
      answers(unit..<end, indent: blank.width + margin.count + 2)
    }

    private func role(_ kind: UnitKind) -> Role {
      switch kind {
      case .judul, .pembukaan, .bab, .penutup, .penjelasan, .lampiran: .heading
      case .pasal: .strong
      default: .plain
      }
    }

    private mutating func answers(_ units: Range<Int>, indent: Int) {
      var seen: Set<EventID> = []
      let ids = units.flatMap { report.origins[$0].comments }.filter { seen.insert($0).inserted }
      guard !ids.isEmpty else { return }
      let names = ids.map { id in
        let group = report.comments[id]?.thread.comment.group
        return id.short + (group.map { " (\($0))" } ?? "")
      }
      let indent = min(indent, canvas.width / 2)
      lines += Wrapping.wrapped(
        canvas.messages.resolves(names), width: canvas.width,
        first: Line(.spaces(indent)), indent: indent)
    }

    private var blank: Line {
      Line(.spaces(number + date + 5 + (author > 0 ? author + 2 : 0)))
    }

    private mutating func origin(_ revision: Revision?) -> Line {
      let words = canvas.messages
      defer { last = revision }
      guard let revision else {
        let text = Span(Excerpt.of(words.notSaved, columns: blank.width - 2), .edited)
        let space = max(blank.width - 1 - DisplayWidth.of(text.text), 1)
        return Line([Span(" "), text, Span(.spaces(space))])
      }
      let isSame = last == revision
      var spans = [
        Span(" "), Span("r\(revision.number)".padded(to: number, .right), .name), Span("  "),
        Span((isSame ? "" : words.date(revision.date)).padded(to: date, .right), .dim),
        Span("  "),
      ]
      if author > 0 {
        let name = isSame ? "" : Excerpt.of(revision.author, columns: author)
        spans += [Span(name.padded(to: author, .left)), Span("  ")]
      }
      return Line(spans)
    }
  }
}
