/// Puts the marks of a column before their texts, where readers of pages print both apart.
enum ColumnMender {
  /// Moves the marks of `text`, adds each to `repairs`, and those whose texts nothing proves to
  /// `notes`.
  static func mend(
    _ text: inout NumberedText, _ repairs: inout [Repair], _ notes: inout [ImportNote]
  ) {
    let source = SourceText(bytes: text.bytes)
    let table = LineTable(source)
    guard !table.isEscaped else { return }
    let marks = MarkScanner.marks(of: source, lines: table.lines, isEscaped: false)
    let moves = MarkColumns.moves(of: marks, in: source, [])
    let apart = MarkColumns.apart(marks, in: source, without: moves)
    if !apart.isEmpty {
      notes.append(.marksApart(lines: text.lines(of: apart.map(\.start)).map { Int($0) }))
    }
    guard !moves.isEmpty else { return }
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    let printed = moves.map(\.mark.start).sorted()
    let lines = text.lines(of: printed)
    let numbers = Dictionary(zip(printed, lines), uniquingKeysWith: { first, _ in first })
    for move in moves {
      let mark = move.mark.start..<move.mark.end
      if let colon = move.colon { edits.append((colon..<colon + 1, [])) }
      let label = Array(source.bytes[mark]) + (move.colon == nil ? [0x20] : [0x3A, 0x20])
      edits.append((mark, []))
      edits.append((move.position..<move.position, label))
      let word = source.bytes[move.position...].prefix(40).prefix { $0 > 0x20 }
      repairs.append(
        Repair(
          kind: .mark, line: Int(numbers[move.mark.start] ?? 1),
          before: String(decoding: source.bytes[mark], as: UTF8.self),
          after: String(decoding: label + word, as: UTF8.self), why: .sequence))
    }
    text.replace(edits)
  }
}
