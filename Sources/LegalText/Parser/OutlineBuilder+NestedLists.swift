/// Lists that no colon announces: their columns show what they belong to, as in the tables of a
/// budget (`1.` > `a.` > `1.`).
extension OutlineBuilder {
  /// How much further right the marks of a list stand than those of the list that holds it.
  private static let indent = 2

  /// Whether `mark` begins a list below the innermost item: it stands to the right of that, and an
  /// open list of its own kind to the left; its second mark stands below it.
  func nestsByColumn(_ mark: Mark, _ position: Int, _ same: Int) -> Bool {
    guard let item = frames.last, same < frames.count - 1, item.rank == Rank.item,
      mark.flags.contains(.lineStart), frames[same].column < item.column,
      Int(mark.column) >= Int(item.column) + Self.indent
    else { return false }
    return secondStandsBelow(mark, position)
  }

  /// Whether the second mark of a list stands below the first one.
  private func secondStandsBelow(_ mark: Mark, _ position: Int) -> Bool {
    for other in marks[(position + 1)...].prefix(20) where other.flags.contains(.lineStart) {
      if other.shape == mark.shape {
        return other.value == 2 && other.suffix == 0 && isBelow(other, mark.column)
      }
      if other.shape == .pasal || other.shape == .bab { return false }
    }
    return false
  }

  private func isBelow(_ mark: Mark, _ column: UInt16) -> Bool {
    abs(Int(mark.column) - Int(column)) < Self.indent
  }

  /// The list that `mark` goes on with where two open ones await its number: the one in whose column
  /// it stands, further left than the inner one.
  func listInColumn(of mark: Mark, outside inner: Int, _ floor: Int) -> Int {
    guard mark.flags.contains(.lineStart), mark.column > 0 || frames[inner].column > 0,
      Int(frames[inner].column) >= Int(mark.column) + Self.indent
    else { return inner }
    return frames[..<inner].indices.last {
      $0 > floor && frames[$0].shape == frames[inner].shape && isBelow(mark, frames[$0].column)
        && follows(frames[$0], mark)
    } ?? inner
  }

  /// Whether the first mark of the list beside the frame `same` stands in its column again, above a
  /// list of its own further right: what introduced it was lost.
  func headsListOfItsOwn(_ mark: Mark, _ position: Int, _ same: Int) -> Bool {
    guard mark.value == 1, mark.flags.contains([.lineStart, .upperNext]), mark.column > 0,
      isBelow(mark, frames[same].column), position + 1 < marks.count
    else { return false }
    let first = marks[position + 1]
    return first.isListMark && first.shape != mark.shape && first.value == 1
      && first.flags.contains(.lineStart)
      && Int(first.column) >= Int(mark.column) + Self.indent
      && secondStandsBelow(first, position + 1)
  }
}
