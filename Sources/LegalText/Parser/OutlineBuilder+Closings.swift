/// Where lists end although no mark says so.
extension OutlineBuilder {
  /// A line without a mark, further left than the items before it, goes on with the text of the
  /// unit that holds them (UU 12/2011, Lampiran II angka 85).
  mutating func readLine(_ mark: Mark, _ position: Int) {
    guard region == .body, let floor = articleFrame, frames.last?.isHost != true else { return }
    var first: Int?
    if mark.flags.contains(.afterList) {
      first = endedItem(mark, position, floor)
    }
    if first == nil, mark.before == .stop {
      var place = frames.count - 1
      while place > floor, frames[place].shape != .ayat, frames[place].column > mark.column {
        first = place
        place -= 1
      }
    }
    guard let first else { return }
    let end = visibleEnd(before: mark.start)
    for index in first..<frames.count where frames[index].closedAt < 0 {
      frames[index].closedAt = end
    }
  }

  /// The outermost item that ends before a line in small letters, `…, dikenai sanksi`: the last of
  /// its list, whose mark stands no further left. In a flat text the innermost list ends.
  private func endedItem(_ mark: Mark, _ position: Int, _ floor: Int) -> Int? {
    let next = marks[(position + 1)...].prefix(8).first { $0.shape != .line }
    var first: Int?
    var place = frames.count - 1
    while place > floor, frames[place].shape != .ayat,
      units[frames[place].unit].kind != .definisi, frames[place].column >= mark.column
    {
      // The item goes on where its list does.
      if let next, follows(frames[place], next) { break }
      if mark.column == 0, let first, frames[first].column == 0 { break }
      first = place
      place -= 1
    }
    return first
  }
}
