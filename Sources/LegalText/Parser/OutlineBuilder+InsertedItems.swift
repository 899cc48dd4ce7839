/// Ayat that an amendment put between two others.
extension OutlineBuilder {
  /// Whether `(1a)` begins a line between (1) and (1b) or (2) though the line before it ends no
  /// sentence, as a formula does, and its own may begin small: a citation would say *ayat*.
  mutating func isInserted(_ mark: Mark, _ position: Int, _ item: Frame) -> Bool {
    guard mark.shape == .ayat, item.shape == .ayat, mark.suffix > 0, mark.before == .word,
      mark.flags.contains(.lineStart), !mark.flags.contains(.joinNext),
      !mark.flags.contains(.wholeLine), isInColumn(mark, item), !followsNumber(mark.start)
    else { return false }
    guard lookAhead > 0 else { return false }
    let limit = min(marks.count, position + min(30, lookAhead))
    for other in marks[min(position + 1, limit)..<limit] {
      lookAhead -= 1
      switch other.shape {
      case .ayat where other.flags.contains(.lineStart) && other.before != .reference:
        return other.suffix == mark.suffix + 1 && other.value == mark.value
          || other.suffix == 0 && other.value == mark.value + 1
      case .bab, .closing, .penjelasan, .lampiran: return false
      case .pasal where other.flags.contains([.wholeLine, .lineStart]): return false
      default: continue
      }
    }
    return false
  }
}
