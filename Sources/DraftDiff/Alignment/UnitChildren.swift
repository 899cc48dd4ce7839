import LegalText

/// The units that each unit of a document holds, in their order, in one list for all.
struct UnitChildren: Sendable {
  /// Where the children of each unit begin in `list`, and its end.
  private let starts: [Int]
  /// The children of one unit after those of another.
  let list: [Int]
  /// The units that no unit holds.
  let roots: [Int]

  init(_ units: [Unit]) {
    var starts = [Int](repeating: 0, count: units.count + 1)
    var roots: [Int] = []
    for unit in units.indices {
      if let parent = Self.parent(unit, units) {
        starts[parent + 1] += 1
      } else {
        roots.append(unit)
      }
    }
    for unit in units.indices { starts[unit + 1] += starts[unit] }
    var list = [Int](repeating: 0, count: starts[units.count])
    var next = starts
    for unit in units.indices {
      guard let parent = Self.parent(unit, units) else { continue }
      list[next[parent]] = unit
      next[parent] += 1
    }
    self.starts = starts
    self.list = list
    self.roots = roots
  }

  /// The units held by a unit.
  subscript(unit: Int) -> ArraySlice<Int> { list[places(of: unit)] }

  /// Where the children of a unit stand in `list`.
  func places(of unit: Int) -> Range<Int> { starts[unit]..<starts[unit + 1] }

  private static func parent(_ unit: Int, _ units: [Unit]) -> Int? {
    guard let parent = units[unit].parent, parent < unit, parent >= 0 else { return nil }
    return parent
  }
}
