import LegalText
import ReviewModel

/// The units of a text as an indented list.
public enum OutlineView {
  /// The lines of an outline.
  /// - Parameter depth: how many levels are shown; what is folded is counted behind its holder.
  public static func lines(_ text: DraftText, depth: Int? = nil, on canvas: Canvas) -> [Line] {
    let document = text.document
    return document.units.indices.flatMap { index -> [Line] in
      let unit = document.units[index]
      if let depth, unit.depth >= depth { return [] }
      let name = unit.label.isEmpty ? canvas.messages.unitKind(unit.kind) : unit.label
      let words = unit.heading.isEmpty ? document.ownText(of: index) : unit.heading
      let margin = String.spaces(min(unit.depth * 2, canvas.width / 2))
      var head = Line([Span(margin), Span(Whitespace.collapsed(name), role(unit.kind))])
      let held = unit.subtreeEnd - index - 1
      if let depth, unit.depth == depth - 1, held > 0 {
        head.spans.append(Span("  (\(canvas.messages.folded(held)))", .dim))
      }
      let room = canvas.width - head.width - 2
      guard room > 8, !words.isEmpty else { return [head] }
      return [Line(head.spans + [Span("  "), Span(Excerpt.of(words, columns: room), .dim)])]
    }
  }

  private static func role(_ kind: UnitKind) -> Role {
    switch kind {
    case .judul, .pembukaan, .bab, .penutup, .penjelasan, .lampiran: .heading
    case .pasal: .strong
    default: .plain
    }
  }
}

/// The beginning of a text, for places where one line must do.
enum Excerpt {
  /// As many whole words as fit, with an ellipsis when some are left out.
  static func of(_ text: String, columns: Int) -> String {
    let clean = ControlCharacters.escaped(text)
    if DisplayWidth.of(clean) <= columns { return clean }
    var result = ""
    var used = 0
    var rest = Substring(clean)
    while !rest.isEmpty {
      let end = rest.firstIndex(of: " ") ?? rest.endIndex
      let word = rest[..<end]
      rest = rest[end...].dropFirst()
      guard !word.isEmpty else { continue }
      let width = DisplayWidth.of(String(word)) + (result.isEmpty ? 0 : 1)
      if used + width > columns - 2 { break }
      result += (result.isEmpty ? "" : " ") + word
      used += width
    }
    return result.isEmpty ? "…" : result + " …"
  }
}
