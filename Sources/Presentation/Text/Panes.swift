/// Lines beside lines.
enum Panes {
  /// Two texts beside each other, a rule between them.
  static func beside(_ left: [Line], _ right: [Line], pane: Int) -> [Line] {
    (0..<max(left.count, right.count)).map { row in
      let first = row < left.count ? left[row] : Line()
      let second = row < right.count ? right[row] : Line()
      return Line(first.padded(to: pane).spans + [Span(" │ ", .dim)] + second.spans)
    }
  }

  /// A text with notes in a narrow column at its right; no rule, so that it is no third pane.
  static func noted(_ lines: [Line], _ notes: [Line], at column: Int) -> [Line] {
    guard !notes.isEmpty else { return lines }
    return (0..<max(lines.count, notes.count)).map { row in
      let line = row < lines.count ? lines[row] : Line()
      guard row < notes.count, !notes[row].spans.isEmpty else { return line }
      return Line(line.padded(to: column).spans + notes[row].spans)
    }
  }
}

extension Line {
  /// The line with spaces at its end up to a width.
  func padded(to columns: Int) -> Line {
    let gap = columns - width
    return gap > 0 ? Line(spans + [Span(.spaces(gap))]) : self
  }
}
