import DraftDiff
import LegalText
import ReviewModel

/// A text, or one unit of it, as a person reads law: hanging marks, indented lists, wrapped lines.
public enum TextView {
  /// The lines of the units from `unit` on, or of the whole text for nil.
  public static func lines(_ document: LegalDocument, unit: Int?, on canvas: Canvas) -> [Line] {
    var style = Style(step: Style.step(canvas))
    guard let unit else {
      var painter = Painter(document: document, canvas: canvas, style: style)
      painter.paint(document.units.indices, within: document.source.indices)
      return painter.lines
    }
    style.baseDepth = ListDepth.of(unit, in: document)
    return lines(document, unit: unit, style: style, on: canvas)
  }

  /// The lines of one unit with all that it holds.
  static func lines(
    _ document: LegalDocument, unit: Int, style: Style, on canvas: Canvas
  ) -> [Line] {
    var painter = Painter(document: document, canvas: canvas, style: style)
    painter.paint(unit..<document.units[unit].subtreeEnd, within: document.units[unit].range)
    return painter.lines
  }

  /// How a unit is laid out among others.
  struct Style {
    /// The columns before the outermost list.
    var margin = 2
    /// The columns by which an inner list stands further in.
    var step = 4
    /// How deep the unit shown stands: it is moved to the left by so much.
    var baseDepth = 0
    /// A unit whose mark stands elsewhere already.
    var unmarked: Int?
    /// The role of all words; nil for that of each.
    var role: Role?
    /// The words that comments are on.
    var quotes: [QuoteMark] = []
    /// Whether what looks like a bracket of plain output is told from one.
    var escapes = false
    /// Whether page numbers and the like are left out.
    var skipsFurniture = false

    /// Little room is not spent on indenting.
    static func step(_ canvas: Canvas) -> Int { canvas.textWidth < 60 ? 2 : 4 }
  }

  /// Walks units in document order and the text between them, so that nothing is left out.
  private struct Painter {
    let document: LegalDocument
    let canvas: Canvas
    let style: Style
    var lines: [Line] = []

    mutating func paint(_ units: Range<Int>, within bytes: Range<Int>) {
      var position = bytes.lowerBound
      var open: [Int] = []
      for index in units {
        let unit = document.units[index]
        while let last = open.last, document.units[last].subtreeEnd <= index {
          let end = document.units[last].range.upperBound
          text(position..<max(position, end), of: last)
          position = max(position, end)
          open.removeLast()
        }
        text(position..<max(position, unit.range.lowerBound), of: open.last)
        position = start(index)
        open.append(index)
      }
      while let last = open.popLast() {
        let end = document.units[last].range.upperBound
        text(position..<max(position, end), of: last)
        position = max(position, end)
      }
      text(position..<max(position, bytes.upperBound), of: nil)
    }

    /// Writes a unit's mark with the words up to its first child; gives the byte after them.
    private mutating func start(_ index: Int) -> Int {
      let unit = document.units[index]
      let end =
        index + 1 < unit.subtreeEnd
        ? document.units[index + 1].range.lowerBound : unit.range.upperBound
      let depth = max(ListDepth.of(index, in: document) - style.baseDepth, 0)
      switch unit.kind {
      case .bab, .bagian, .paragraf, .pasal, .judul, .pembukaan, .penjelasan, .lampiran:
        if !lines.isEmpty { lines.append(Line()) }
        if !unit.label.isEmpty, index != style.unmarked {
          lines.append(centred([Span(unit.label, style.role ?? .heading)]))
        }
        let role: Role = unit.kind == .pasal ? .plain : .heading
        block(
          unit.labelRange.upperBound..<max(unit.labelRange.upperBound, end), depth: 0,
          role: unit.kind == .lampiran ? .plain : role,
          centred: unit.kind != .pasal && unit.kind != .lampiran)
      case .diktum, .menimbang, .mengingat:
        block(unit.range.lowerBound..<end, depth: 0)
      default:
        item(
          unit.label, unit.labelRange.upperBound..<max(unit.labelRange.upperBound, end),
          depth: depth)
      }
      return max(end, unit.labelRange.upperBound)
    }

    /// A provision of a list, its mark hanging.
    private mutating func item(_ label: String, _ range: Range<Int>, depth: Int) {
      guard !label.isEmpty else { return block(range, depth: depth) }
      let margin = margin(depth)
      let mark = label.padded(to: 4, .left)
      lines += Wrapping.wrapped(
        spans(Whitespace.collapsed(text(in: range)), .plain), width: canvas.textWidth,
        first: Line([
          Span(margin), Span(mark.hasSuffix(" ") ? mark : mark + " ", style.role ?? .strong),
        ]), indent: margin.count + 4)
    }

    /// Closing text, and text in which no unit was read.
    private mutating func text(_ range: Range<Int>, of unit: Int?) {
      guard !range.isEmpty else { return }
      let depth = unit.map { ListDepth.of($0, in: document) } ?? 0
      block(range, depth: max(depth - style.baseDepth, 0))
    }

    private mutating func block(
      _ range: Range<Int>, depth: Int, role: Role = .plain, centred isCentred: Bool = false
    ) {
      let margin = margin(depth)
      for paragraph in Blocks.of(text(in: range)) {
        let spans = spans(paragraph, role)
        if isCentred, Line(spans).width < canvas.textWidth - 4 {
          lines.append(centred(spans))
        } else {
          lines += Wrapping.wrapped(
            spans, width: canvas.textWidth, first: Line(margin), indent: margin.count)
        }
      }
    }

    private func text(in range: Range<Int>) -> String {
      guard style.skipsFurniture else { return document.text(in: range) }
      return document.withoutFurniture(range).map(document.text(in:)).joined(separator: "\n")
    }

    private func margin(_ depth: Int) -> String {
      .spaces(style.margin + min(depth, 8) * style.step)
    }

    private func centred(_ spans: [Span]) -> Line {
      let margin = max((canvas.textWidth - Line(spans).width) / 2, 0)
      return Line([Span(.spaces(margin))] + spans)
    }

    /// Words with the numbers of the comments behind those that they are on.
    private func spans(_ text: String, _ role: Role) -> [Span] {
      let pieces = DiffWords.pieces(
        [WordChange(op: .equal, text: text)], quotes: style.quotes)
      return pieces.map { piece in
        guard !piece.isMarker else { return Span(piece.text, .name) }
        return Span(
          style.escapes ? PlainMarks.escaped(piece.text) : piece.text, style.role ?? role)
      }
    }
  }
}

/// How deep a unit stands in lists: 0 for an ayat or a list directly in its Pasal.
enum ListDepth {
  static func of(_ unit: Int, in document: LegalDocument) -> Int {
    var (depth, current) = (0, unit)
    while isListed(document.units[current].kind), let parent = document.units[current].parent,
      isListed(document.units[parent].kind), document.units[parent].kind != .instruksi,
      !document.units[parent].label.isEmpty
    {
      depth += 1
      current = parent
    }
    return depth
  }

  static func isListed(_ kind: UnitKind) -> Bool {
    switch kind {
    case .ayat, .huruf, .angka, .subhuruf, .subangka, .butir, .definisi, .instruksi: true
    default: false
    }
  }
}

/// Text in blocks: what an author meant as one line or one run of wrapped lines.
enum Blocks {
  /// The blocks of a text, white space collapsed in each. A line ends its block where it ends a
  /// sentence or an item, where an empty line follows, and where it is a line of capitals.
  static func of(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    func finish() {
      let block = Whitespace.collapsed(current)
      if !block.isEmpty { result.append(block) }
      current = ""
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop(while: \.isWhitespace)
      guard let last = words.last(where: { !$0.isWhitespace }) else {
        finish()
        continue
      }
      let isTitle = !words.contains(where: \.isLowercase)
      if isTitle { finish() }
      current += String(words) + " "
      if isTitle || [".", ";", ":"].contains(last) {
        finish()
      }
    }
    finish()
    return result
  }
}
