/// Which unit stands at which address.
///
/// A hash table of small numbers beside the addresses: a third of the memory of a dictionary, which
/// counts for texts with many units.
struct AddressIndex: Sendable {
  private var addresses: [String] = []
  /// The unit of each address, `none` where it was taken out.
  private var units: [UInt32] = []
  /// One more than a place in `addresses`, 0 for none; the count is a power of two.
  private var slots: [UInt32] = []

  private static let none = UInt32.max
  private let seed = SeededHash.seed

  /// Makes an empty index for about `count` addresses.
  init(minimumCapacity count: Int = 0) {
    addresses.reserveCapacity(count)
    units.reserveCapacity(count)
    grow(to: count)
  }

  /// The index of the unit at `address`, nil for none.
  subscript(address: String) -> Int? {
    get {
      guard !slots.isEmpty else { return nil }
      let place = slots[slot(of: address)]
      guard place > 0, units[Int(place) - 1] != Self.none else { return nil }
      return Int(units[Int(place) - 1])
    }
    set {
      // At most three slots in four are taken, so that a search ends soon.
      if addresses.count >= slots.count / 4 * 3 { grow(to: addresses.count * 2 + 8) }
      let value = newValue.map { UInt32(clamping: $0) } ?? Self.none
      let slot = slot(of: address)
      if slots[slot] > 0 {
        units[Int(slots[slot]) - 1] = value
      } else if value != Self.none {
        addresses.append(address)
        units.append(value)
        slots[slot] = UInt32(clamping: addresses.count)
      }
    }
  }

  /// Adds an address unless it is known; whether it was not.
  mutating func insert(_ address: String, _ unit: Int) -> Bool {
    if addresses.count >= slots.count / 4 * 3 { grow(to: addresses.count * 2 + 8) }
    let slot = slot(of: address)
    if slots[slot] > 0 {
      let place = Int(slots[slot]) - 1
      guard units[place] == Self.none else { return false }
      units[place] = UInt32(clamping: unit)
      return true
    }
    addresses.append(address)
    units.append(UInt32(clamping: unit))
    slots[slot] = UInt32(clamping: addresses.count)
    return true
  }

  /// The slot in which `address` stands, or the free one in which it would.
  private func slot(of address: String) -> Int {
    var slot = hash(address) & (slots.count - 1)
    while slots[slot] > 0, addresses[Int(slots[slot]) - 1] != address {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Addresses are ASCII: their bytes say all.
  private func hash(_ address: String) -> Int {
    let known = address.utf8.withContiguousStorageIfAvailable {
      SeededHash.hash(UnsafeRawBufferPointer($0), seed)
    }
    return known ?? Array(address.utf8).withUnsafeBytes { SeededHash.hash($0, seed) }
  }

  private mutating func grow(to count: Int) {
    var size = 8
    while size / 4 * 3 <= count { size *= 2 }
    guard size > slots.count else { return }
    slots = [UInt32](repeating: 0, count: size)
    for place in addresses.indices {
      slots[slot(of: addresses[place])] = UInt32(clamping: place + 1)
    }
  }
}
