/// The parts of a document that are laid out each for itself: its articles and instructions, and
/// what stands outside of them.
///
/// Where a part would read otherwise in the new layout it keeps its lines, and the others get theirs.
struct LayoutSections {
  private struct Part {
    /// The units of the part.
    var count = 0
    /// Their addresses and kinds, in order.
    var shape = TreeShape()
    /// How many of each kind there are.
    var kinds: [UnitKind: Int] = [:]
  }

  /// Whether a part may get more units than it had, as where those of a scan are told only once its
  /// lines are joined.
  let allowsMore: Bool
  private let parts: [String: Part]
  private let order: [String]
  /// The addresses of the parts that keep their lines.
  private(set) var kept: Set<String> = []
  /// How many parts before those that read otherwise keep their lines, too, where it is not enough
  /// that these do.
  private var reach = 1

  init(_ document: LegalDocument, allowsMore: Bool) {
    self.allowsMore = allowsMore
    (parts, order) = Self.read(document)
  }

  /// For each unit of a document whether it keeps its lines.
  func keepsLines(in document: LegalDocument) -> [Bool] {
    Self.first(in: document).map { kept.contains(document.units[$0].address) }
  }

  /// Where the parts that keep their lines stand in a document, neighbours as one.
  func places(in document: LegalDocument) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var isNeighbour = false
    for (index, first) in Self.first(in: document).enumerated() {
      let unit = document.units[index]
      guard kept.contains(document.units[first].address) else {
        isNeighbour = false
        continue
      }
      let next = index + 1 < unit.subtreeEnd ? document.units[index + 1].range.lowerBound : nil
      let end = next ?? unit.range.upperBound
      let start = isNeighbour ? places.removeLast().lowerBound : unit.range.lowerBound
      places.append(start..<max(start, end))
      isNeighbour = true
    }
    return places
  }

  /// Lets those parts keep their lines that read otherwise in `result`; `false` where none does.
  mutating func keepChanged(in result: LegalDocument) -> Bool {
    let (new, newOrder) = Self.read(result)
    var changed = order.filter { !isSame(parts[$0], new[$0]) }
    if !allowsMore {
      var last: String?
      for address in newOrder {
        if parts[address] != nil { last = address } else if let last { changed.append(last) }
      }
      if changed.isEmpty, order != newOrder { changed = order }
    }
    guard !changed.isEmpty else { return false }
    if kept.isSuperset(of: changed) {
      changed += neighbours(of: changed)
      reach *= 2
    }
    kept.formUnion(changed)
    return true
  }

  /// Whether every part keeps its lines.
  var isAll: Bool { kept.count == parts.count }

  /// The parts around `changed`, on which it may depend how these read.
  private func neighbours(of changed: [String]) -> [String] {
    let changed = Set(changed)
    var near = Set<Int>()
    for (index, address) in order.enumerated() where changed.contains(address) {
      near.formUnion(max(index - reach, 0)...min(index + reach / 2, order.count - 1))
    }
    return near.map { order[$0] }
  }

  private func isSame(_ old: Part?, _ new: Part?) -> Bool {
    guard let old, let new else { return false }
    guard allowsMore else { return old.shape == new.shape && old.count == new.count }
    return old.kinds.allSatisfy { new.kinds[$0.key, default: 0] >= $0.value }
  }

  private static func read(_ document: LegalDocument) -> ([String: Part], [String]) {
    var parts: [String: Part] = [:]
    var order: [String] = []
    for (index, first) in first(in: document).enumerated() {
      let unit = document.units[index]
      let address = document.units[first].address
      if first == index { order.append(address) }
      parts[address, default: Part()].count += 1
      parts[address, default: Part()].shape.add(unit)
      parts[address, default: Part()].kinds[unit.kind, default: 0] += 1
    }
    return (parts, order)
  }

  /// For each unit the one with which its part begins.
  private static func first(in document: LegalDocument) -> [Int] {
    var first: [Int] = []
    first.reserveCapacity(document.units.count)
    for (index, unit) in document.units.enumerated() {
      switch unit.kind {
      case .pasal, .instruksi, .bab, .bagian, .paragraf, .penjelasan: first.append(index)
      default: first.append(unit.parent.map { first[$0] } ?? index)
      }
    }
    return first
  }
}
