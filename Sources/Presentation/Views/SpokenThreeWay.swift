import DraftDiff
import ReviewModel

/// Two texts against their common one in plain sentences.
struct SpokenThreeWay {
  let report: ThreeWayReport
  /// The units to tell of.
  let shown: [ThreeWayChange]
  /// What is compared.
  let head: String
  let words: any Messages

  var sentences: [String] {
    var result = [words.sentence(head)]
    guard !report.units.isEmpty else { return result + [words.sentence(words.nobodyChanged)] }
    let common = shown.count { $0.ours != nil && $0.theirs != nil }
    if common > 0 { result.append(words.spokenWarning(words.changedByBoth(common))) }
    result += shown.flatMap(sentences)
    let left = report.units.count - shown.count
    return left > 0 ? result + [words.sentence(words.leftOut(left))] : result
  }

  /// What each did, behind its letter; what both did alike once.
  private func sentences(_ unit: ThreeWayChange) -> [String] {
    let sides =
      unit.isAgreed
      ? [(words.byBothAlike, unit.ours)] : [("A", unit.ours), ("B", unit.theirs)]
    return sides.flatMap { name, change in
      change.map { SpokenChange($0, unfolded: true, words).sentences.map { "\(name): \($0)" } }
        ?? []
    }
  }
}
