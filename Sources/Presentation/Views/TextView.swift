import LegalText
import ReviewModel

/// A text, or one unit of it, as a person reads law: hanging marks, indented lists, wrapped lines.
public enum TextView {
  /// The lines of the units from `unit` on, or of the whole text for nil.
  public static func lines(_ document: LegalDocument, unit: Int?, on canvas: Canvas) -> [Line] {
    var painter = Painter(document: document, canvas: canvas)
    if let unit {
      painter.baseDepth = painter.listDepth(unit)
      painter.paint(unit..<document.units[unit].subtreeEnd, within: document.units[unit].range)
    } else {
      painter.paint(document.units.indices, within: document.source.indices)
    }
    return painter.lines
  }

  /// Walks units in document order and the text between them, so that nothing is left out.
  private struct Painter {
    let document: LegalDocument
    let canvas: Canvas
    var lines: [Line] = []
    /// How deep the unit shown stands: it is moved to the left by so much.
    var baseDepth = 0
    private var listDepths: [Int: Int] = [:]

    init(document: LegalDocument, canvas: Canvas) {
      self.document = document
      self.canvas = canvas
    }

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
      let depth = max(listDepth(index) - baseDepth, 0)
      switch unit.kind {
      case .bab, .bagian, .paragraf, .pasal, .judul, .pembukaan, .penjelasan, .lampiran:
        if !lines.isEmpty { lines.append(Line()) }
        if !unit.label.isEmpty { lines.append(centred(unit.label, .heading)) }
        let role: Role = unit.kind == .pasal ? .plain : .heading
        block(
          unit.labelRange.upperBound..<max(unit.labelRange.upperBound, end), depth: 0,
          role: unit.kind == .lampiran ? .plain : role,
          centred: unit.kind != .pasal && unit.kind != .lampiran)
      case .diktum, .menimbang, .mengingat:
        block(unit.range.lowerBound..<end, depth: 0)
      default:
        let margin = String(repeating: " ", count: 2 + depth * 4)
        let words = Whitespace.collapsed(
          document.text(in: unit.labelRange.upperBound..<max(unit.labelRange.upperBound, end)))
        if unit.label.isEmpty {
          block(unit.labelRange.upperBound..<max(unit.labelRange.upperBound, end), depth: depth)
        } else {
          let mark = unit.label.padded(to: 4, .left)
          lines += Wrapping.wrapped(
            words, width: canvas.textWidth,
            first: Line([Span(margin), Span(mark.hasSuffix(" ") ? mark : mark + " ", .strong)]),
            indent: margin.count + 4)
        }
      }
      return max(end, unit.labelRange.upperBound)
    }

    /// Closing text, and text in which no unit was read.
    private mutating func text(_ range: Range<Int>, of unit: Int?) {
      guard !range.isEmpty else { return }
      block(range, depth: max((unit.map { listDepth($0) } ?? 0) - baseDepth, 0))
    }

    private mutating func block(
      _ range: Range<Int>, depth: Int, role: Role = .plain, centred isCentred: Bool = false
    ) {
      let margin = String(repeating: " ", count: 2 + depth * 4)
      for paragraph in Blocks.of(document.text(in: range)) {
        if isCentred, DisplayWidth.of(paragraph) < canvas.textWidth - 4 {
          lines.append(centred(paragraph, role))
        } else {
          lines += Wrapping.wrapped(
            paragraph, role, width: canvas.textWidth, first: Line(margin), indent: margin.count)
        }
      }
    }

    private func centred(_ text: String, _ role: Role) -> Line {
      let words = Whitespace.collapsed(text)
      let margin = max((canvas.textWidth - DisplayWidth.of(words)) / 2, 0)
      return Line([Span(String(repeating: " ", count: margin)), Span(words, role)])
    }

    /// How deep a unit stands in lists: 0 for an ayat or a list directly in its Pasal.
    mutating func listDepth(_ index: Int) -> Int {
      if let known = listDepths[index] { return known }
      let unit = document.units[index]
      var depth = 0
      switch unit.kind {
      case .ayat, .huruf, .angka, .subhuruf, .subangka, .butir, .definisi, .instruksi:
        if let parent = unit.parent, !document.units[parent].label.isEmpty {
          switch document.units[parent].kind {
          case .ayat, .huruf, .angka, .subhuruf, .subangka, .definisi, .butir:
            depth = listDepth(parent) + 1
          default: break
          }
        }
      default: break
      }
      listDepths[index] = depth
      return depth
    }
  }
}

/// Text in blocks: what an author meant as one line or one run of wrapped lines.
enum Blocks {
  /// The blocks of a text, white space collapsed in each. A line ends its block where it ends a
  /// sentence or an item, where an empty line follows, and where it is a line of capitals.
  static func of(_ text: String) -> [String] {
    var result: [String] = []
    var current: [Substring] = []
    func finish() {
      let block = Whitespace.collapsed(current.joined(separator: " "))
      if !block.isEmpty { result.append(block) }
      current = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop(while: \.isWhitespace)
      guard let last = words.last(where: { !$0.isWhitespace }) else {
        finish()
        continue
      }
      let isTitle = !words.contains(where: \.isLowercase)
      if isTitle { finish() }
      current.append(words)
      if isTitle || [".", ";", ":"].contains(last) {
        finish()
      }
    }
    finish()
    return result
  }
}
