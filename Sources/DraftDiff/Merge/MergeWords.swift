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

  /// Collects pieces; white space comes from the side whose edit it touches, between words that
  /// neither side changed from the one whose text sorts first, whoever asks.
  private struct Writer {
    let ours: TokenSlice
    let theirs: TokenSlice
    private(set) var pieces: [Piece] = []
    private let keeper: Merge.Side
    /// How many tokens of each side are behind.
    private var (x, y) = (0, 0)
    /// Whose white space stands before what neither side changed.
    private var joint = Merge.Side.ours

    init(ours: TokenSlice, theirs: TokenSlice) {
      self.ours = ours
      self.theirs = theirs
      keeper = TextOrder.precedes(Self.bytes(theirs), Self.bytes(ours)) ? .theirs : .ours
    }

    private static func bytes(_ slice: TokenSlice) -> [UInt8] {
      guard slice.count > 0 else { return [] }
      return Array(slice.text.source[slice.token(0).start..<slice.token(slice.count - 1).end])
    }

    mutating func writeKept(_ count: Int) {
      guard count > 0 else { return }
      join(joint)
      append(keeper, keeper == .ours ? x..<x + count : y..<y + count)
      (x, y) = (x + count, y + count)
      joint = keeper
    }

    mutating func write(_ edit: Edit) {
      let side: Merge.Side = edit.theirs == nil ? .ours : edit.ours == nil ? .theirs : keeper
      let (first, second) = (
        edit.ours?.count ?? edit.base.count, edit.theirs?.count ?? edit.base.count
      )
      let tokens = side == .ours ? x..<x + first : y..<y + second
      if !tokens.isEmpty {
        join(side)
        append(side, tokens)
      }
      (x, y) = (x + first, y + second)
      joint = side
    }

    private mutating func append(_ side: Merge.Side, _ tokens: Range<Int>) {
      let slice = side == .ours ? ours : theirs
      let range = slice.token(tokens.lowerBound).start..<slice.token(tokens.upperBound - 1).end
      pieces.append(Piece(side: side, range: range))
    }

    /// The white space before the next token, as a side has it.
    private mutating func join(_ side: Merge.Side) {
      let (slice, next) = side == .ours ? (ours, x) : (theirs, y)
      guard !pieces.isEmpty, next > 0, next < slice.count else { return }
      let range = slice.token(next - 1).end..<slice.token(next).start
      if !range.isEmpty { pieces.append(Piece(side: side, range: range)) }
    }
  }
}
