import DraftDiff
import LegalText
import ReviewModel

/// The unchanged units beside changed ones, each of which is shown once.
struct DiffNeighbours {
  private let count: Int
  private let report: DiffReport
  private var previous: [Int?] = []
  private var next: [Int?] = []
  /// The units that changed, and those that hold them.
  private var taken: Set<Int> = []

  /// - Parameter count: how many are shown on each side.
  init(_ report: DiffReport, count: Int) {
    self.report = report
    self.count = min(max(count, 0), 1000)
    guard self.count > 0 else { return }
    let units = report.new.document.units
    previous = [Int?](repeating: nil, count: units.count)
    next = previous
    var last: [Int: Int] = [:]
    for (index, unit) in units.enumerated() {
      if let sibling = last.updateValue(index, forKey: unit.parent ?? -1) {
        previous[index] = sibling
        next[sibling] = index
      }
    }
    for change in report.comparison.changes where change.kinds != [.renumbered] {
      var unit = change.new?.unit
      while let held = unit, taken.insert(held).inserted { unit = units[held].parent }
    }
  }

  /// The neighbours of a change in the new text, those before and those after it.
  mutating func beside(_ change: Change) -> (before: [Int], after: [Int]) {
    guard count > 0 else { return ([], []) }
    if let new = change.new {
      return (walk(previous[new.unit], previous).reversed(), walk(next[new.unit], next))
    }
    guard let old = change.old, let anchor = remaining(before: old.unit) else { return ([], []) }
    return (walk(anchor, previous).reversed(), walk(next[anchor], next))
  }

  /// The unit of the new text that stood before a removed one under the same parent.
  private func remaining(before unit: Int) -> Int? {
    let document = report.old.document
    var candidate: Int?
    for sibling in document.children(of: document.units[unit].parent) {
      if sibling >= unit { break }
      candidate = report.comparison.shown.counterpart(ofOld: sibling)?.new ?? candidate
    }
    return candidate
  }

  private mutating func walk(_ start: Int?, _ step: [Int?]) -> [Int] {
    var result: [Int] = []
    var unit = start
    while let found = unit, result.count < count, taken.insert(found).inserted {
      result.append(found)
      unit = step[found]
    }
    return result
  }
}
