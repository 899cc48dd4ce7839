/// What a unit's words are compared by when they are not the same: its content words and its
/// pairs of neighbouring words, as a sorted multiset of hashes.
///
/// A collision can only make two units look a little more alike.
struct Features {
  private(set) var values: [UInt32] = []

  init() {}

  /// The features of tokens by their masked numbers.
  /// - Parameter last: the word before the first of them, if any.
  init(_ ids: ArraySlice<Int32>, after last: Int32? = nil, worth: (Int32) -> Word) {
    values.reserveCapacity(ids.count * 2)
    var before = last.map { Self.mixed(UInt32(bitPattern: $0)) } ?? 0
    for id in ids {
      let word = worth(id)
      if word == .mark { continue }
      let hash = Self.mixed(UInt32(bitPattern: id))
      if word == .content { values.append(hash) }
      values.append(Self.mixed(before &* 31 &+ hash))
      before = hash
    }
    sort()
  }

  /// Sorts the values, many of them by their digits: hashes are spread evenly.
  private mutating func sort() {
    guard values.count > 1_024 else {
      values.sort()
      return
    }
    var sorted = [UInt32](repeating: 0, count: values.count)
    for shift in [0, 11, 22] as [UInt32] {
      var places = [Int](repeating: 0, count: 2_048)
      for value in values { places[Int(value >> shift & 2_047)] += 1 }
      var next = 0
      for digit in places.indices { (places[digit], next) = (next, next + places[digit]) }
      for value in values {
        let digit = Int(value >> shift & 2_047)
        sorted[places[digit]] = value
        places[digit] += 1
      }
      swap(&values, &sorted)
    }
  }

  /// What a token is worth for telling units apart.
  enum Word: UInt8 { case content, function, mark }

  var count: Int { values.count }

  /// Dice's coefficient, 0…1.
  func dice(_ other: Features) -> Double {
    let total = count + other.count
    return total == 0 ? 0 : 2 * Double(common(other)) / Double(total)
  }

  /// The same coefficient of two units of which only one pair is compared: what they begin and end
  /// with alike is counted, and only the features between are made.
  static func dice(
    _ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, worth: (Int32) -> Word
  ) -> Double {
    let shorter = min(a.count, b.count)
    var head = 0
    while head < shorter, a[a.startIndex + head] == b[b.startIndex + head] { head += 1 }
    var tail = 0
    while tail < shorter - head, a[a.endIndex - 1 - tail] == b[b.endIndex - 1 - tail] { tail += 1 }
    var shared = 0
    var last: Int32?
    for id in a.prefix(head) where worth(id) != .mark {
      shared += worth(id) == .content ? 2 : 1
      last = id
    }
    // The first word of the end makes a pair with what stands before it.
    while tail > 0 {
      tail -= 1
      if worth(a[a.endIndex - 1 - tail]) != .mark { break }
    }
    for id in a.suffix(tail) where worth(id) != .mark { shared += worth(id) == .content ? 2 : 1 }
    let x = Features(a.dropFirst(head).dropLast(tail), after: last, worth: worth)
    let y = Features(b.dropFirst(head).dropLast(tail), after: last, worth: worth)
    let total = 2 * shared + x.count + y.count
    return total == 0 ? 0 : 2 * Double(shared + x.common(y)) / Double(total)
  }

  /// How many features both have.
  func common(_ other: Features) -> Int {
    var (x, y, found) = (0, 0, 0)
    while x < values.count, y < other.values.count {
      let (a, b) = (values[x], other.values[y])
      if a == b { found += 1 }
      if a <= b { x += 1 }
      if b <= a { y += 1 }
    }
    return found
  }

  /// The features of both together.
  func union(_ other: Features) -> Features {
    var result = Features()
    result.values = (values + other.values).sorted()
    return result
  }

  /// The distinct features with the `limit` smallest hashes: alike texts share many of them
  /// (a bottom-k sketch; Broder 1997).
  func sketch(_ limit: Int) -> [UInt32] {
    var result: [UInt32] = []
    var last: UInt32?
    for value in values where value != last {
      if result.count == limit { break }
      result.append(value)
      last = value
    }
    return result
  }

  @inline(__always)
  private static func mixed(_ value: UInt32) -> UInt32 {
    var hash = value &+ 0x9E37_79B9
    hash = (hash ^ (hash >> 16)) &* 0x85EB_CA6B
    hash = (hash ^ (hash >> 13)) &* 0xC2B2_AE35
    return hash ^ (hash >> 16)
  }
}

/// The features of the units of both documents, made when first asked for.
struct FeatureCache {
  private var known: [Features?]
  private var words: [Features.Word?]

  init(units: Int, tokens: Int) {
    known = [Features?](repeating: nil, count: units)
    words = [Features.Word?](repeating: nil, count: tokens)
  }

  mutating func features(
    _ unit: Int, of document: IndexedDocument, _ vocabulary: Vocabulary
  ) -> Features {
    if let made = known[unit] { return made }
    let made = Features(document.masked[document.subtree(unit)]) { worth(of: $0, vocabulary) }
    known[unit] = made
    return made
  }

  /// The features of a unit if they were asked for.
  func made(_ unit: Int) -> Features? { known[unit] }

  /// What a token is worth.
  mutating func worth(of id: Int32, _ vocabulary: Vocabulary) -> Features.Word {
    if let word = words[Int(id)] { return word }
    let word = FunctionWords.weight(of: vocabulary.bytes(id))
    words[Int(id)] = word
    return word
  }
}
