/// Merges the words of one element that both sides changed.
///
/// Two edits go together only where it is plain that they do not touch: in different sentences, or
/// with at least three words between them that neither side changed. Anything else is left to a
/// person.
struct MergeWords {
  /// A stretch of the merged words: bytes of a side.
  struct Piece {
    var side: Merge.Side
    var range: Range<Int>
  }

  /// An edit: base tokens that became others, in one side or alike in both.
  private struct Edit {
    var base: Range<Int>
    var ours: Range<Int>?
    var theirs: Range<Int>?
  }

  /// How many unchanged words must stand between two edits of one sentence.
  private static let distance = 3

  private let base: TokenSlice
  private let ours: TokenSlice
  private let theirs: TokenSlice

  init(base: TokenSlice, ours: TokenSlice, theirs: TokenSlice) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
  }

  /// The merged words; nil where the edits touch.
  func merged() -> [Piece]? {
    guard base.count > 0, let edits = settled() else { return nil }
    var writer = Writer(ours: ours, theirs: theirs)
    var position = 0
    for edit in edits {
      writer.writeKept(edit.base.lowerBound - position)
      writer.write(edit)
      position = edit.base.upperBound
    }
    writer.writeKept(base.count - position)
    return writer.pieces
  }

  /// The edits of both sides in order, what both did alike once; nil where two touch.
  private func settled() -> [Edit]? {
    var edits =
      WordDiff(base, ours).runs.filter { !$0.isEqual }.map { Edit(base: $0.old, ours: $0.new) }
    edits +=
      WordDiff(base, theirs).runs.filter { !$0.isEqual }.map { Edit(base: $0.old, theirs: $0.new) }
    edits.sort {
      ($0.base.lowerBound, $0.base.upperBound, $0.ours == nil ? 1 : 0)
        < ($1.base.lowerBound, $1.base.upperBound, $1.ours == nil ? 1 : 0)
    }
    var result: [Edit] = []
    var ends: (ours: Int?, theirs: Int?) = (nil, nil)
    var before: Int?
    for edit in edits {
      if let last = result.last, last.base == edit.base, let first = last.ours,
        last.theirs == nil, let second = edit.theirs,
        ours.keys[first].elementsEqual(theirs.keys[second])
      {
        result[result.count - 1].theirs = second
        ends.ours = before
        continue
      }
      if let end = edit.ours == nil ? ends.ours : ends.theirs,
        !isApart(end, edit.base.lowerBound)
      {
        return nil
      }
      before = ends.ours
      if edit.ours == nil {
        ends.theirs = edit.base.upperBound
      } else {
        ends.ours = edit.base.upperBound
      }
      result.append(edit)
    }
    return result
  }

  private func isApart(_ end: Int, _ start: Int) -> Bool {
    guard end < start else { return false }
    var words = 0
    for position in end..<start {
      let traits = base.token(position).traits
      if traits.contains(.sentenceEnd) { return true }
      if !traits.contains(.mark) { words += 1 }
      if words >= Self.distance { return true }
    }
    return false
  }

  /// Collects pieces; white space comes from the side whose edit it touches.
  private struct Writer {
    let ours: TokenSlice
    let theirs: TokenSlice
    private(set) var pieces: [Piece] = []
    /// How many tokens of each side are behind.
    private var (x, y) = (0, 0)
    /// Whose white space comes next.
    private var joint = Merge.Side.ours

    init(ours: TokenSlice, theirs: TokenSlice) {
      self.ours = ours
      self.theirs = theirs
    }

    mutating func writeKept(_ count: Int) {
      guard count > 0 else { return }
      join()
      append(.ours, x..<x + count)
      (x, y) = (x + count, y + count)
      joint = .ours
    }

    mutating func write(_ edit: Edit) {
      if let range = edit.ours {
        if !range.isEmpty {
          join()
          append(.ours, x..<x + range.count)
        }
        joint = .ours
        x += range.count
        y += edit.theirs?.count ?? edit.base.count
      } else if let range = edit.theirs {
        joint = .theirs
        if !range.isEmpty {
          join()
          append(.theirs, y..<y + range.count)
        }
        x += edit.base.count
        y += range.count
      }
    }

    private mutating func append(_ side: Merge.Side, _ tokens: Range<Int>) {
      let slice = side == .ours ? ours : theirs
      let range = slice.token(tokens.lowerBound).start..<slice.token(tokens.upperBound - 1).end
      pieces.append(Piece(side: side, range: range))
    }

    /// The white space before the next token.
    private mutating func join() {
      let (slice, next) = joint == .ours ? (ours, x) : (theirs, y)
      guard !pieces.isEmpty, next > 0, next < slice.count else { return }
      let range = slice.token(next - 1).end..<slice.token(next).start
      if !range.isEmpty { pieces.append(Piece(side: joint, range: range)) }
    }
  }
}
