import ReviewModel

/// Where an entry stands in a list: what is sorted by, then drafts, clocks and ids.
struct ListEntry {
  /// A thread by its number, or a comment that was set apart by its index.
  enum Source { case thread(Int), apart(Int) }

  var source: Source
  var spot: Int
  var first: Int
  var second: Int
  var clock: Int

  /// Whether it comes before another for another reason than their ids.
  func isBefore(_ other: ListEntry) -> Bool {
    (first, second, clock) < (other.first, other.second, other.clock)
  }
}

/// The first entries of a list, of many that come in no order.
struct ListStart {
  private let limit: Int
  private(set) var entries: [ListEntry] = []
  /// How many came.
  private(set) var count = 0
  /// The last that could be among them, once that is known.
  private var last: ListEntry?

  init(limit: Int) { self.limit = limit }

  mutating func add(_ entry: ListEntry) {
    count += 1
    if let last, last.isBefore(entry) { return }
    entries.append(entry)
    guard limit < Int.max / 4, entries.count >= 2 * limit + 256 else { return }
    cut()
  }

  /// Keeps the first, with all that only their ids tell apart from the last of them.
  private mutating func cut() {
    entries.sort { $0.isBefore($1) }
    guard entries.count > limit, limit > 0 else { return }
    let last = entries[limit - 1]
    let end = entries[limit...].firstIndex { last.isBefore($0) } ?? entries.count
    entries.removeSubrange(end...)
    self.last = last
  }

  /// The first in their order.
  mutating func ordered(_ id: (ListEntry) -> EventID?) -> [ListEntry] {
    guard limit > 0 else { return [] }
    cut()
    return Array(
      entries.compactMap { entry in id(entry).map { (entry, $0) } }.sorted {
        $0.0.isBefore($1.0) || !$1.0.isBefore($0.0) && $0.1 < $1.1
      }.prefix(limit).map(\.0))
  }
}
