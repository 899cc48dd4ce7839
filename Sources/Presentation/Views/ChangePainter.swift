import DraftDiff
import LegalText
import ReviewModel

/// One changed unit, as it is read.
struct ChangePainter {
  let report: DiffReport
  let canvas: Canvas
  /// The columns of each of two panes; nil where both texts stand in one.
  let pane: Int?
  /// How far in the unit stands, counted in lists.
  let depth: Int
  /// Whether its mark stands in the heading.
  let isHeaded: Bool
  /// Whether it is all that changed in its Pasal.
  let isAlone: Bool
  let quotes: [QuoteMark]

  private var words: any Messages { canvas.messages }
  private var step: Int { TextView.Style.step(canvas) }
  private var isMarked: Bool { canvas.theme.marksWords }

  private func margin(_ depth: Int) -> Int { 2 + min(depth, 8) * step }

  func lines(_ change: Change) -> [Line] {
    var lines = origin(change)
    if change.notes.contains(.budgetExhausted) { lines += note(words.coarseWords, .warning) }
    switch (change.old, change.new) {
    case (nil, let new?): lines += whole(new.unit, isNew: true)
    case (let old?, nil): lines += whole(old.unit, isNew: false)
    default:
      if change.words.isEmpty {
        lines += unworded(change)
      } else {
        lines += edited(change)
      }
    }
    for sentence in DiffWarnings.sentences(change, of: report, words) {
      lines += note("\(words.attention): \(sentence)", .warning)
    }
    return lines
  }

  /// The mark of a unit that holds a change, its words left out.
  func elided(_ label: String, depth: Int) -> Line {
    Line([
      Span(.spaces(margin(depth))), Span(label.padded(to: 4, .left), .dim),
      Span("…", .dim),
    ])
  }

  /// An unchanged unit beside a changed one.
  func neighbour(_ unit: Int) -> [Line] {
    var style = TextView.Style(step: step, role: .dim, escapes: isMarked, skipsFurniture: true)
    style.baseDepth = ListDepth.of(unit, in: report.new.document) - depth
    return TextView.lines(report.new.document, unit: unit, style: style, on: canvas)
  }

  private func note(_ text: String, _ role: Role) -> [Line] {
    let margin = margin(depth)
    return Wrapping.wrapped(
      text, role, width: canvas.textWidth, first: Line(.spaces(margin)),
      indent: margin + 2)
  }

  /// Where the unit comes from, if from elsewhere.
  private func origin(_ change: Change) -> [Line] {
    guard let old = change.old else { return [] }
    let place = UnitAddress.label(old.address)
    var lines: [Line] = []
    if change.kinds.contains(.moved) { lines += note(words.movedFrom(place), .moved) }
    if change.kinds.contains(.split) { lines += note(words.splitFrom(place), .moved) }
    if change.kinds.contains(.merged) { lines += note(words.mergedFrom(place), .moved) }
    return lines
  }

  /// What is said of a unit whose own words stayed.
  private func unworded(_ change: Change) -> [Line] {
    let followed = change.references.filter { $0.effect == .consequential }
    var lines: [Line] = []
    if isAlone, let new = change.new, !change.kinds.isDisjoint(with: [.moved, .split, .merged]) {
      lines += note(excerpt(new.unit), .dim)
    }
    if !followed.isEmpty {
      let label = isHeaded ? "" : (change.new?.label ?? "") + " "
      let texts = followed.map { reference in
        let common = DiffWords.commonWords(reference.from, reference.to)
        let (from, to) = (
          reference.from.dropFirst(common.count), reference.to.dropFirst(common.count)
        )
        return "\(common)⟨\(from) → \(to)⟩"
      }
      lines += note(label + texts.joined(separator: ", "), .dim)
    } else if !isHeaded, change.kinds.contains(.renumbered), let old = change.old,
      let new = change.new
    {
      lines += note("\(old.label) → \(new.label)", .dim)
    }
    return lines
  }

  /// The first words of a unit, so that it is known again.
  private func excerpt(_ unit: Int) -> String {
    let document = report.new.document
    let end = min(document.units[unit].subtreeEnd, unit + 20)
    let first = (unit..<end).lazy.map { document.ownText(of: $0) }.first { !$0.isEmpty } ?? ""
    let text = isMarked ? PlainMarks.escaped(first) : first
    let excerpt = Excerpt.of(text, columns: max(canvas.textWidth - margin(depth) - 3, 12))
    let isMore = document.units[unit].subtreeEnd > unit + 1 && !excerpt.hasSuffix("…")
    return isMore ? excerpt + " …" : excerpt
  }

  // MARK: Units that came or went

  /// A unit that came or went, with a sign before each line.
  private func whole(_ unit: Int, isNew: Bool) -> [Line] {
    let document = isNew ? report.new.document : report.old.document
    let alignment = report.comparison.shown
    let isWhole = (unit..<document.units[unit].subtreeEnd).allSatisfy {
      isNew
        ? alignment.counterpart(ofNew: $0) == nil : alignment.counterpart(ofOld: $0) == nil
    }
    guard isWhole else { return alone(unit, of: document, isNew: isNew) }
    var narrow = canvas
    narrow.width = canvas.textWidth - 2
    var style = TextView.Style(
      margin: 0, step: step, baseDepth: ListDepth.of(unit, in: document) - depth,
      role: isNew ? nil : .removed, quotes: quotes, escapes: isMarked, skipsFurniture: true)
    if isHeaded { style.unmarked = unit }
    return signed(TextView.lines(document, unit: unit, style: style, on: narrow), isNew: isNew)
  }

  /// The unit without what it holds: some of that stayed, and has records of its own.
  private func alone(_ unit: Int, of document: LegalDocument, isNew: Bool) -> [Line] {
    let text = document.ownText(of: unit)
    let label = isHeaded ? "" : document.units[unit].label
    guard !text.isEmpty || !label.isEmpty else { return [] }
    let margin = margin(depth) - 2
    let mark = label.isEmpty ? "" : label.padded(to: 4, .left)
    let gap = mark.hasSuffix(" ") || mark.isEmpty ? "" : " "
    let first = String.spaces(margin) + mark + gap
    let pieces = [WordPiece(kind: .equal, text: text)]
    return signed(
      Wrapping.wrapped(
        DiffWords.inline(pieces, marked: isMarked).map {
          Span($0.text, isNew ? $0.role : .removed)
        }, width: canvas.textWidth - 2, first: Line(first, isNew ? .plain : .removed),
        indent: margin + (mark.isEmpty ? 0 : 4)), isNew: isNew)
  }

  private func signed(_ lines: [Line], isNew: Bool) -> [Line] {
    lines.map { line in
      guard !line.spans.isEmpty else { return line }
      return Line([Span(isNew ? "+ " : "- ", isNew ? .inserted : .removed)] + line.spans)
    }
  }

  // MARK: Edited units

  private func edited(_ change: Change) -> [Line] {
    let pieces = DiffWords.pieces(change.words, quotes: quotes)
    let mark =
      isHeaded
      ? HangingMark(old: nil, new: nil)
      : HangingMark(old: change.old?.label, new: change.new?.label)
    if let pane {
      return EditedPanes(pane: pane, margin: margin(depth), isMarked: isMarked, mark: mark)
        .lines(pieces, isReplaced: WordShare.isReplaced(change.words))
    }
    if WordShare.isReplaced(change.words) { return replaced(pieces, mark) }
    let margin = String.spaces(margin(depth))
    return Wrapping.wrapped(
      DiffWords.inline(pieces, marked: isMarked), width: canvas.textWidth,
      first: Line([Span(margin)] + mark.both), indent: margin.count + mark.columns,
      marks: isMarked ? PlainMarks.pairs : [:])
  }

  /// Old and new as two blocks, where little of the words stayed.
  private func replaced(_ pieces: [WordPiece], _ mark: HangingMark) -> [Line] {
    let margin = String.spaces(margin(depth) - 2)
    return [false, true].flatMap { isNew -> [Line] in
      let spans = DiffWords.side(pieces, isNew: isNew, marked: false).map {
        Span(
          isMarked ? PlainMarks.escaped($0.text) : $0.text,
          $0.role == .name ? .name : isNew ? .plain : .removed)
      }
      return signed(
        Wrapping.wrapped(
          spans, width: canvas.textWidth - 2,
          first: Line([Span(margin)] + (isNew ? mark.new : mark.old)),
          indent: margin.count + mark.columns), isNew: isNew)
    }
  }
}

/// How much of a unit's words changed.
enum WordShare {
  /// Whether more than three words in five differ: then marks within the text would only confuse.
  static func isReplaced(_ words: [WordChange]) -> Bool {
    var (changed, same) = (0, 0)
    for word in words {
      let count = WordChange.wordCount(word.text)
      if word.op == .equal { same += 2 * count } else { changed += count }
    }
    let hasBoth = words.contains { $0.op == .delete } && words.contains { $0.op == .insert }
    return hasBoth && changed >= 12 && changed * 5 > (changed + same) * 3
  }
}

/// The mark that hangs before a provision, `(2)` or `a.`; longer ones stand in the heading.
struct HangingMark {
  private let oldLabel: String
  private let newLabel: String

  init(old: String?, new: String?) {
    func short(_ label: String?) -> String {
      guard let label, DisplayWidth.of(label) <= 5 else { return "" }
      return label
    }
    oldLabel = short(old)
    newLabel = short(new)
  }

  /// The columns of text lines after the first.
  var columns: Int { oldLabel.isEmpty && newLabel.isEmpty ? 0 : 4 }

  var old: [Span] { spans(oldLabel) }
  var new: [Span] { spans(newLabel) }

  /// The new mark, after the old one where they differ.
  var both: [Span] {
    guard !oldLabel.isEmpty, oldLabel != newLabel else { return new }
    return [Span("\(oldLabel) → ", .dim)] + new
  }

  private func spans(_ label: String) -> [Span] {
    guard columns > 0 else { return [] }
    let padded = label.padded(to: 4, .left)
    return [Span(padded.hasSuffix(" ") ? padded : padded + " ", .strong)]
  }
}

/// An edited unit with the old text beside the new.
struct EditedPanes {
  let pane: Int
  let margin: Int
  let isMarked: Bool
  let mark: HangingMark

  func lines(_ pieces: [WordPiece], isReplaced: Bool) -> [Line] {
    let rows = isReplaced ? [whole(pieces)] : DiffWords.rows(pieces)
    return rows.enumerated().flatMap { index, row in
      Panes.beside(
        side(row, isNew: false, mark: index == 0 ? mark.old : nil, mark.columns),
        side(row, isNew: true, mark: index == 0 ? mark.new : nil, mark.columns), pane: pane)
    }
  }

  private func side(
    _ row: [WordPiece], isNew: Bool, mark: [Span]?, _ columns: Int
  ) -> [Line] {
    let spans = DiffWords.side(row, isNew: isNew, marked: isMarked)
    guard mark != nil || spans.contains(where: { $0.text.contains { $0 != " " } }) else {
      return []
    }
    let gap = mark == nil ? margin + columns : margin
    return Wrapping.wrapped(
      spans, width: pane, first: Line([Span(.spaces(gap))] + (mark ?? [])),
      indent: margin + columns, marks: isMarked ? PlainMarks.pairs : [:])
  }

  /// All of the old words as gone, all of the new ones as come.
  private func whole(_ pieces: [WordPiece]) -> [WordPiece] {
    joined(pieces.filter(\.isOld), as: .deleted) + joined(pieces.filter(\.isNew), as: .inserted)
  }

  private func joined(_ pieces: [WordPiece], as kind: WordPiece.Kind) -> [WordPiece] {
    var result: [WordPiece] = []
    for piece in pieces {
      if piece.isMarker {
        result.append(piece)
      } else if let last = result.indices.last, !result[last].isMarker {
        result[last].text += piece.text
      } else {
        result.append(WordPiece(kind: kind, text: piece.text))
      }
    }
    return result
  }
}
