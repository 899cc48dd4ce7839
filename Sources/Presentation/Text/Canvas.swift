/// What a view is drawn on: its width, its colours, its language.
public struct Canvas: Sendable {
  /// Columns, at least 20.
  public var width: Int
  /// How roles look.
  public var theme: Theme
  /// Whether a person reads it on a terminal: hints are shown only then.
  public var isInteractive: Bool
  /// The words.
  public var messages: any Messages

  /// Makes a canvas.
  public init(width: Int, theme: Theme, isInteractive: Bool, messages: any Messages) {
    self.width = max(width, 20)
    self.theme = theme
    self.isInteractive = isInteractive
    self.messages = messages
  }

  /// The column at which running text ends: lines longer than 100 columns tire the eye.
  public var textWidth: Int { min(width, 100) }

  /// What to do next: one dim line at the end after a blank one, on a terminal only.
  public func hint(_ text: String) -> [Line] {
    isInteractive
      ? [Line()] + Wrapping.wrapped(text, .dim, width: textWidth, first: " ", indent: 1) : []
  }
}

/// Columns of text side by side, each as wide as its widest cell.
public enum Table {
  /// How a column stands in its width.
  public enum Alignment: Sendable { case left, right }

  /// Lays rows out with two spaces between columns; the last column takes the rest of the width
  /// and wraps in it.
  public static func laidOut(
    _ rows: [[[Span]]], alignments: [Alignment], width: Int, indent: Int = 1
  ) -> [Line] {
    let count = alignments.count
    var widths = Array(repeating: 0, count: count)
    for row in rows {
      for (column, cell) in row.enumerated() where column < count {
        widths[column] = max(widths[column], Line(cell).width)
      }
    }
    return rows.flatMap { row -> [Line] in
      var first = Line([Span(.spaces(indent))])
      for (column, cell) in row.dropLast().enumerated() {
        let space = widths[column] - Line(cell).width
        let padding = Span(.spaces(max(space, 0)))
        first.spans += alignments[column] == .right ? [padding] + cell : cell + [padding]
        first.spans.append(Span("  "))
      }
      let start = first.width
      guard let last = row.last else { return [first] }
      if alignments.last == .right {
        let space = widths[count - 1] - Line(last).width
        return [Line(first.spans + [Span(.spaces(max(space, 0)))] + last)]
      }
      return Wrapping.wrapped(last, width: max(width, start + 20), first: first, indent: start)
    }
  }
}
