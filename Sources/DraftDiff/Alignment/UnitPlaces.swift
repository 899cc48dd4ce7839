/// Where units stand in the sequence that was set last: a table by unit, so that many short
/// sequences of one document cost no more than their lengths.
struct UnitPlaces {
  private var sequence: ArraySlice<Int> = []
  /// The place of each unit in the last sequence that held it.
  private var places: [Int]

  /// - Parameter units: how many units the document has.
  init(units: Int) {
    places = [Int](repeating: 0, count: units)
  }

  /// Takes another sequence; each unit stands in it once.
  mutating func set(_ units: ArraySlice<Int>) {
    sequence = units
    for (place, unit) in units.enumerated() { places[unit] = place }
  }

  /// The offset of a unit in the sequence; nil where it is not in it.
  subscript(unit: Int) -> Int? {
    let place = places[unit]
    guard place < sequence.count, sequence[sequence.startIndex + place] == unit else { return nil }
    return place
  }
}
