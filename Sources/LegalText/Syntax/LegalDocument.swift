/// A regulation's text with the tree of units that was read in it.
///
/// The source is kept byte for byte; units only point into it, so nothing can be lost and printing
/// is the identity. Reading is total: any bytes give a document.
public struct LegalDocument: Sendable {
  /// The text, UTF-8, exactly as given.
  public let source: [UInt8]
  /// All units in document order.
  public let units: [Unit]
  /// What a person should look at, in document order.
  public let diagnostics: [Diagnostic]
  /// What belongs to the pages and not to the text, in order, no two overlapping: page numbers,
  /// catchwords, form feeds, running headers.
  public let furniture: [Range<Int>]
  private let indexByAddress: AddressIndex

  /// Makes a document from a source and the units read in it (in pre-order, ranges nested).
  public init(
    source: [UInt8], units: [Unit], diagnostics: [Diagnostic] = [], furniture: [Range<Int>] = []
  ) {
    var index = AddressIndex(minimumCapacity: units.count)
    for (position, unit) in units.enumerated() where index[unit.address] == nil {
      index[unit.address] = position
    }
    self.init(
      source: source, units: units, diagnostics: diagnostics, furniture: furniture,
      indexByAddress: index)
  }

  /// Makes a document whose index of addresses is known.
  init(
    source: [UInt8], units: [Unit], diagnostics: [Diagnostic], furniture: [Range<Int>],
    indexByAddress: AddressIndex
  ) {
    self.source = source
    self.units = units
    self.diagnostics = diagnostics
    self.furniture = furniture
    self.indexByAddress = indexByAddress
  }

  /// The index of the unit at `address`, such as `pasal-5/ayat-2`, or nil.
  public func index(ofAddress address: String) -> Int? {
    indexByAddress[address]
  }

  /// Whether it has more marks than any regulation, so that not all of them became units.
  var isDense: Bool { diagnostics.contains { $0.code == "structure.dense" } }

  /// The text of a byte range, invalid UTF-8 repaired.
  public func text(in range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  /// The indices of the units directly held by unit `index`, or of the roots for nil.
  public func children(of index: Int?) -> [Int] {
    let end = index.map { units[$0].subtreeEnd } ?? units.count
    var next = index.map { $0 + 1 } ?? 0
    var result: [Int] = []
    while next < end {
      result.append(next)
      next = max(units[next].subtreeEnd, next + 1)
    }
    return result
  }

  /// The bytes of a unit that belong to itself: neither its mark nor any unit that it holds.
  ///
  /// More than one range where text stands between or after the units held, as the closing text of
  /// a list does.
  public func ownRanges(of index: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    appendOwnRanges(of: index, to: &ranges)
    return ranges
  }

  /// Appends the `ownRanges` of a unit to a list that is used again.
  func appendOwnRanges(of index: Int, to ranges: inout [Range<Int>]) {
    // Fields of units, not units: a copy of one is a copy of three strings.
    let unitRange = units[index].range
    let subtreeEnd = units[index].subtreeEnd
    var position = max(units[index].labelRange.upperBound, unitRange.lowerBound)
    var child = index + 1
    while child < subtreeEnd {
      let range = units[child].range
      if range.lowerBound > position { ranges.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
      child = max(units[child].subtreeEnd, child + 1)
    }
    if position < unitRange.upperBound { ranges.append(position..<unitRange.upperBound) }
  }

  /// Appends the `ownRanges` of a unit without page furniture to a list that is used again.
  public func appendOwnWords(of index: Int, to ranges: inout [Range<Int>]) {
    guard furniture.isEmpty else {
      ranges += ownRanges(of: index).flatMap { withoutFurniture($0) }
      return
    }
    appendOwnRanges(of: index, to: &ranges)
  }

  /// A unit's own words: `ownRanges` joined, page furniture left out, white space collapsed to
  /// single spaces.
  public func ownText(of index: Int) -> String {
    ownRanges(of: index).flatMap { withoutFurniture($0) }
      .map { Whitespace.collapsed(text(in: $0)) }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The parts of a byte range that are not page furniture.
  public func withoutFurniture(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var position = range.lowerBound
    for taken in FurnitureList.ranges(furniture, in: range) {
      if taken.lowerBound > position { parts.append(position..<taken.lowerBound) }
      position = max(position, taken.upperBound)
    }
    if position < range.upperBound { parts.append(position..<range.upperBound) }
    return parts
  }
}
