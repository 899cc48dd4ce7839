import ReviewModel

/// The revisions of a draft, newest first.
public enum LogView {
  /// The lines of a log.
  public static func lines(_ log: RevisionLog, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var lines = DraftHeading.lines(log.listing, pasal: log.entries.first?.pasal, on: canvas)
    lines.append(Line())
    guard let newest = log.entries.first?.revision.number else {
      return lines
        + Wrapping.wrapped(words.noRevisionYet, width: canvas.textWidth, first: " ", indent: 1)
        + canvas.hint(words.hintCommit(log.listing.key))
    }
    let columns = Columns(log, words)
    for entry in log.entries { lines += columns.lines(entry, on: canvas) }
    if newest > 1 {
      lines += canvas.hint(words.hintDiff(log.listing.key, from: newest - 1, to: newest))
    }
    return lines
  }

  /// The widths that all entries share, so that they stand in columns.
  private struct Columns {
    let number: Int
    let date: Int
    let author: Int

    init(_ log: RevisionLog, _ words: any Messages) {
      number = log.entries.map { "r\($0.revision.number)".count }.max() ?? 0
      date = log.entries.map { DisplayWidth.of(words.date($0.revision.date)) }.max() ?? 0
      author = min(
        log.entries.map { DisplayWidth.of(Span($0.revision.author).text) }.max() ?? 0, 20)
    }

    func lines(_ entry: RevisionLog.Entry, on canvas: Canvas) -> [Line] {
      let words = canvas.messages
      let revision = entry.revision
      let first = Line([
        Span(" "), Span("r\(revision.number)".padded(to: number, .right), .name), Span("  "),
        Span(words.date(revision.date).padded(to: date, .right), .dim), Span("  "),
        Span(revision.author.padded(to: author, .left)), Span("  "),
      ])
      let indent = first.width
      return Wrapping.wrapped(
        revision.subject, .strong, width: canvas.textWidth, first: first, indent: indent)
        + Wrapping.wrapped(
          details(entry, words), .dim, width: canvas.textWidth,
          first: Line(.spaces(indent)), indent: indent)
    }

    private func details(_ entry: RevisionLog.Entry, _ words: any Messages) -> String {
      var parts: [String] = []
      if let changes = entry.changes {
        parts.append(words.changes(changes))
      } else if let pasal = entry.pasal {
        parts.append(words.pasalCount(pasal))
      }
      if !entry.revision.resolves.isEmpty {
        parts.append(words.resolves(entry.revision.resolves.count))
      }
      return parts.joined(separator: " · ")
    }
  }
}

/// The head of a view on one draft: key and title, then what it is.
enum DraftHeading {
  static func lines(_ listing: DraftListing, pasal: Int?, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let key = listing.key.description
    let indent = max(DisplayWidth.of(key) + 3, 8)
    var facts = [words.draftKind(listing.info.kind)]
    if let initiator = listing.info.initiator { facts.append(words.initiatedBy(initiator)) }
    if listing.revisions > 0 {
      facts.append(
        ["r\(listing.revisions)", pasal.map(words.pasalCount)].compactMap(\.self)
          .joined(separator: ", "))
    }
    if listing.isChanged { facts.append(words.unsavedChanges) }
    let title = Wrapping.wrapped(
      words.draftTitle(listing.info.title), .heading, width: canvas.textWidth,
      first: Line([Span(key.padded(to: indent, .left), .name)]), indent: indent)
    let margin = Line(.spaces(indent))
    var lines =
      title
      + Wrapping.wrapped(
        facts.joined(separator: " · "), width: canvas.textWidth, first: margin, indent: indent)
    if let note = listing.info.note {
      lines += Wrapping.wrapped(note, .dim, width: canvas.textWidth, first: margin, indent: indent)
    }
    return lines
  }
}

extension String {
  /// The text with spaces to fill `columns`; a longer one is left whole.
  func padded(to columns: Int, _ alignment: Table.Alignment) -> String {
    let space = String.spaces(columns - DisplayWidth.of(self))
    return alignment == .right ? space + self : self + space
  }
}
