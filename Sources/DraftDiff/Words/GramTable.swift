import LegalText

/// Where each run of four elements of a sequence stands that occurs in it once.
struct GramTable {
  static let length = 4
  private var keys: [UInt64]
  /// By slot: one more than the place of the run, 0 for none, -1 for one that occurs again.
  private var places: [Int32]
  private let mask: Int
  private let seed = SeededHash.seed

  init(_ sequence: [Int32]) {
    let count = max(0, sequence.count - Self.length + 1)
    var size = 16
    while size / 4 * 3 <= count { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    places = [Int32](repeating: 0, count: size)
    mask = size - 1
    for position in 0..<count {
      let gram = Self.gram(sequence, position)
      let slot = slot(of: gram)
      if places[slot] == 0 {
        keys[slot] = gram
        places[slot] = Int32(truncatingIfNeeded: position + 1)
      } else {
        places[slot] = -1
      }
    }
  }

  /// The place of the run with this hash, nil where none or more than one has it.
  func place(of gram: UInt64) -> Int? {
    let place = places[slot(of: gram)]
    return place > 0 ? Int(place) - 1 : nil
  }

  /// The slot in which the run stands, or the free one in which it would.
  private func slot(of gram: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: SeededHash.mixed(seed, gram)) & mask
    while places[slot] != 0, keys[slot] != gram { slot = (slot + 1) & mask }
    return slot
  }

  /// A hash of the run at `position`.
  @inline(__always)
  static func gram(_ sequence: [Int32], _ position: Int) -> UInt64 {
    var key: UInt64 = 0
    for offset in 0..<length {
      let value = UInt64(UInt32(bitPattern: sequence[position + offset]))
      key = (key ^ value) &* 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
    }
    return key
  }
}
