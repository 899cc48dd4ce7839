import DraftDiff
import LegalText
import ReviewModel

/// What each revision did to one unit, newest first.
public enum UnitLogView {
  /// The lines of a unit's history.
  public static func lines(_ log: UnitLog, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let state = log.text.revision.map { "r\($0.number)" } ?? words.workingText
    let key = log.listing.key.description
    let indent = max(DisplayWidth.of(key) + 3, 8)
    var lines = Wrapping.wrapped(
      words.draftTitle(log.listing.info.title), .heading, width: canvas.textWidth,
      first: Line([Span(key.padded(to: indent, .left), .name)]), indent: indent)
    let place = UnitAddress.label(log.address)
    lines += Wrapping.wrapped(
      "\(words.unitHistory(place)) (\(state))", width: canvas.textWidth,
      first: Line(.spaces(indent)), indent: indent)
    lines.append(Line())
    let columns = Columns(log, words)
    for entry in log.entries { lines += columns.lines(entry, on: canvas) }
    guard let last = log.entries.first(where: { !$0.event.origins.isEmpty }),
      let revision = last.revision?.number, revision > 1,
      let address = last.event.address ?? last.event.origins.first
    else { return lines }
    return lines
      + canvas.hint(
        words.hintUnitDiff(
          log.listing.key, from: revision - 1, to: revision, unit: UnitAddress.label(address)))
  }

  /// The widths that all entries share.
  private struct Columns {
    let number: Int
    let date: Int
    let author: Int

    init(_ log: UnitLog, _ words: any Messages) {
      let revisions = log.entries.compactMap(\.revision)
      number = revisions.map { "r\($0.number)".count }.max() ?? 1
      date = revisions.map { DisplayWidth.of(words.date($0.date)) }.max() ?? 0
      author = min(revisions.map { DisplayWidth.of(Span($0.author).text) }.max() ?? 0, 20)
    }

    func lines(_ entry: UnitLog.Entry, on canvas: Canvas) -> [Line] {
      let words = canvas.messages
      var first = Line([Span(" ")])
      if let revision = entry.revision {
        first.spans += [
          Span("r\(revision.number)".padded(to: number, .right), .name), Span("  "),
          Span(words.date(revision.date).padded(to: date, .right), .dim), Span("  "),
          Span(revision.author.padded(to: author, .left)), Span("  "),
        ]
      } else {
        first.spans.append(Span("–".padded(to: number + date + author + 6, .left)))
      }
      let indent = number + date + author + 7
      let margin = Line(.spaces(indent))
      return Wrapping.wrapped(
        entry.revision?.subject ?? words.notSaved, .strong, width: canvas.textWidth, first: first,
        indent: indent)
        + Wrapping.wrapped(
          place(entry.event, words), width: canvas.textWidth, first: margin, indent: indent)
        + Wrapping.wrapped(
          details(entry, words), .dim, width: canvas.textWidth, first: margin, indent: indent)
    }

    /// `Pasal 6, semula Pasal 5`.
    private func place(_ event: UnitEvent, _ words: any Messages) -> String {
      let before = event.origins.filter { $0 != event.address }.map(name)
      guard let address = event.address else { return before.joined(separator: ", ") }
      return name(address) + (before.isEmpty ? "" : ", " + words.formerly(before))
    }

    private func name(_ address: String) -> String {
      let label = UnitAddress.label(address)
      return label.isEmpty ? address : label
    }

    private func details(_ entry: UnitLog.Entry, _ words: any Messages) -> String {
      let event = entry.event
      var parts = [
        ChangeKind.allCases.filter(event.kinds.contains).map(words.changeName)
          .joined(separator: ", ")
      ]
      parts.append(
        words.wordsChanged(inserted: event.insertedWords, deleted: event.deletedWords))
      if event.isAmbiguous { parts.append(words.maybeAnother) }
      let resolves = entry.revision?.resolves.count ?? 0
      if resolves > 0 { parts.append(words.resolves(resolves)) }
      return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }
}
