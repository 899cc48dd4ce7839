import LegalText
import ReviewModel

/// Groups of comments that say the same, each with what its senders say beside it.
public enum LetterGroupView {
  /// The lines of the groups.
  public static func lines(_ report: LetterGroupReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    guard let first = report.groups.first else { return [Line(words.noGroup)] }
    let total = report.groups.reduce(0) { $0 + $1.members.count }
    var lines = [Line([Span(words.groups(report.groups.count, comments: total), .heading)])]
    for group in report.groups { lines += [Line()] + Self.lines(group, on: canvas) }
    return lines + canvas.hint(words.hintRespondGroup(first.id.short))
  }

  private static func lines(_ group: LetterGroupReport.Group, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var lines = Wrapping.wrapped(
      [
        Span(words.letterGroup(group.members.count, open: group.open), .strong),
        Span(" · \(group.draft)", .dim),
      ], width: canvas.textWidth,
      first: Line([Span(" "), Span(group.id.short, .name), Span("  ")]), indent: 10)
    let text = Whitespace.collapsed(group.text ?? words.textMissing)
    let margin = Line(.spaces(10))
    lines += Wrapping.wrapped(
      Excerpt.of(text, columns: (canvas.textWidth - 10) * 3), width: canvas.textWidth,
      first: margin, indent: 10)
    var plain: [String: Int] = [:]
    for member in group.members where member.own.isEmpty {
      plain[member.sender.first ?? "", default: 0] += 1
    }
    if !plain.isEmpty {
      let named = plain.filter { !$0.key.isEmpty }.sorted {
        ($1.value, $0.key) < ($0.value, $1.key)
      }
      let list = named.map { "\($0.key) \(words.number($0.value))" }.joined(separator: ", ")
      lines += Wrapping.wrapped(
        words.sameWords(plain.values.reduce(0, +)) + (list.isEmpty ? "" : ": \(list)"), .dim,
        width: canvas.textWidth, first: margin, indent: 10)
    }
    for member in group.members where !member.own.isEmpty {
      let from = (member.sender + [words.date(member.day)]).joined(separator: " · ")
      lines += Wrapping.wrapped(
        [Span("\(from): ", .dim), Span(member.own.joined(separator: " "))],
        width: canvas.textWidth,
        first: Line([
          Span(.spaces(10)), Span(member.id.short, .name), Span("  "),
        ]), indent: 19)
    }
    return lines
  }
}
