import LegalText
import ReviewModel

/// The units of a text as an indented list.
public enum OutlineView {
  /// The lines of an outline.
  public static func lines(_ text: DraftText, on canvas: Canvas) -> [Line] {
    let document = text.document
    return document.units.indices.flatMap { index -> [Line] in
      let unit = document.units[index]
      let name = unit.label.isEmpty ? canvas.messages.unitKind(unit.kind) : unit.label
      let words = unit.heading.isEmpty ? document.ownText(of: index) : unit.heading
      let margin = String(repeating: " ", count: min(unit.depth * 2, canvas.width / 2))
      let head = Line([Span(margin), Span(Whitespace.collapsed(name), role(unit.kind))])
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
    for word in clean.split(separator: " ") {
      let width = DisplayWidth.of(String(word)) + (result.isEmpty ? 0 : 1)
      if used + width > columns - 2 { break }
      result += (result.isEmpty ? "" : " ") + word
      used += width
    }
    return result.isEmpty ? "…" : result + " …"
  }
}
