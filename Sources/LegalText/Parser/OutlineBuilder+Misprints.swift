/// Numbers of articles that only their neighbours can tell.
extension OutlineBuilder {
  /// Whether `Pasal I` is a misprinted `Pasal 1`: no amendment follows, but `Pasal 2` does.
  func isMisprintedFirst(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.flags.contains(.roman), mark.value == 1, scope.pasal.value == 0, scope.roman == 0,
      !saysAmended(mark.end..<min(mark.end + 800, lastVisible), isRoman: false)
    else { return false }
    for other in marks[(position + 1)...].prefix(400) where other.shape == .pasal {
      guard other.flags.contains(.wholeLine), other.flags.contains(.lineStart) else { continue }
      return !other.flags.contains(.roman) && (other.value == 2 || other.mended == 2)
    }
    return false
  }

  /// Whether `Pasal l`, `Pasal 1` or `BAB I` is a misprinted `Pasal I`: an amendment follows, then
  /// Pasal II.
  func isMisprintedRoman(_ mark: Mark, _ position: Int) -> Bool {
    guard !mark.flags.contains(.roman) || mark.shape == .bab, mark.flags.contains(.wholeLine),
      mark.value == 1 || (mark.value < 0 && mark.mended == 1), mark.before != .reference,
      scope.pasal.value == 0, scope.roman == 0, quote == nil,
      saysAmended(mark.end..<min(mark.end + 800, lastVisible), isRoman: true)
    else { return false }
    if mark.shape == .bab, let next = marks[(position + 1)...].first(where: { $0.shape == .pasal }),
      !saysAmended(mark.end..<max(mark.end, next.start), isRoman: false)
    {
      return false
    }
    if mark.value < 0 { return true }
    return marks[(position + 1)...].contains {
      $0.shape == .pasal && $0.flags.contains(.roman) && $0.value == 2
        && $0.flags.contains([.wholeLine, .lineStart])
    }
  }

  /// `Pasal 348` after Pasal 34A is Pasal 34B: its letter was read as a digit.
  func withLetter(_ mark: Mark, after last: (value: Int32, suffix: UInt8)) -> Mark {
    guard mark.value > 40, mark.suffix == 0, last.value > 0, mark.value / 10 == last.value
    else { return mark }
    let suffix: UInt8
    switch mark.value % 10 {
    case 4: suffix = 1
    case 8: suffix = 2
    default: return mark
    }
    guard suffix == last.suffix + 1, mark.value > last.value + 3 else { return mark }
    var mark = mark
    (mark.value, mark.suffix) = (last.value, suffix)
    mark.flags.insert(.mended)
    return mark
  }
}
