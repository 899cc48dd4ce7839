import LegalText
import ReviewModel

/// Which texts hold each word, gathered while many texts come: for each word and each of its other
/// forms the numbers of the texts, ascending, as steps from one to the next.
///
/// What is held is bounded: parts of it, sorted by their words, wait in a file until they are
/// written to their table.
struct WordLists {
  /// A list of numbers: its steps stand in blocks, each of which ends with the place of the next.
  private struct List {
    var wordStart: UInt32
    var wordLength: UInt32
    var first: UInt32
    var last: UInt32
    /// The first block; 0 for none.
    var head: UInt32 = 0
    /// Where the next step goes, and where the last block ends.
    var next: UInt32 = 0
    var end: UInt32 = 0
    var blockLength: UInt32 = 0
  }

  private let file: SpoolFile
  private var fileLength = 0
  private var parts: [Range<Int>] = []
  private var forms = SearchForms()
  private var found: [Int] = []
  /// The lists of each entry of the forms, as ranges of `numbers`.
  private var entries: [Range<Int>] = []
  private var numbers: [UInt32] = []
  private var generation = 0
  private var lists: [List] = []
  private var words: [UInt8] = []
  /// Indexes of lists plus one, by the hashes of their words.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var blocks: [UInt8] = [0]

  private let heldBytes: Int
  private static let heldLists = 400_000
  private static let firstBlock = 12
  private static let longestBlock = 1536
  /// Longer words are found by their beginning.
  static let longestWord = 256
  /// So many bytes of steps are one row: what is erased is taken out of one row a word.
  private static let rowLength = 16 << 10

  /// - Parameters:
  ///   - path: what the name of its file begins with.
  ///   - heldBytes: how much is held in memory.
  init(path: String, holding heldBytes: Int = 12 << 20) throws {
    file = try SpoolFile(path + ".lists")
    self.heldBytes = heldBytes
  }

  /// Adds a text; numbers ascend.
  /// - Parameter hashes: gets the hashes of its words in order, as `SearchForms` gives them.
  mutating func add(_ number: Int, _ text: String, _ hashes: inout [UInt64]) throws {
    forms.words(of: text, &hashes, &found)
    if forms.generation != generation {
      generation = forms.generation
      entries.removeAll(keepingCapacity: true)
      numbers.removeAll(keepingCapacity: true)
    }
    while entries.count < forms.count { enter(entries.count, UInt32(clamping: number)) }
    for entry in found {
      for position in entries[entry] {
        append(UInt32(clamping: number), to: Int(numbers[position]))
      }
    }
    if blocks.count + words.count > heldBytes || lists.count > Self.heldLists {
      try writePart()
    }
  }

  /// Finds or makes the lists of a word new to the forms.
  private mutating func enter(_ entry: Int, _ number: UInt32) {
    let start = numbers.count
    for form in forms.bytes(of: entry).split(separator: 0x20) {
      numbers.append(UInt32(list(of: form.prefix(Self.longestWord), number)))
    }
    entries.append(start..<numbers.count)
  }

  private mutating func list(of word: ArraySlice<UInt8>, _ number: UInt32) -> Int {
    if lists.count * 2 >= slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    lists.append(
      List(
        wordStart: UInt32(words.count), wordLength: UInt32(word.count), first: number, last: number)
    )
    words += word
    slots[slot] = UInt32(lists.count)
    return lists.count - 1
  }

  private func slot(of word: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = word.withUnsafeBytes { SeededHash.hash($0, SeededHash.seed) } & mask
    while slots[slot] != 0, self.word(of: lists[Int(slots[slot]) - 1]) != word {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func word(of list: List) -> ArraySlice<UInt8> {
    words[Int(list.wordStart)..<Int(list.wordStart + list.wordLength)]
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, list) in lists.enumerated() { slots[slot(of: word(of: list))] = UInt32(index + 1) }
  }

  private mutating func append(_ number: UInt32, to index: Int) {
    var step = number - lists[index].last
    // The first number stands in the list itself; two forms of a text's words may be one.
    guard step > 0 else { return }
    lists[index].last = number
    while step >= 0x80 {
      put(UInt8(truncatingIfNeeded: step) | 0x80, index)
      step >>= 7
    }
    put(UInt8(step), index)
  }

  private mutating func put(_ byte: UInt8, _ index: Int) {
    if lists[index].next == lists[index].end { addBlock(to: index) }
    blocks[Int(lists[index].next)] = byte
    lists[index].next += 1
  }

  private mutating func addBlock(to index: Int) {
    let start = UInt32(blocks.count)
    let length = Self.length(after: Int(lists[index].blockLength))
    if lists[index].head == 0 {
      lists[index].head = start
    } else {
      for place in 0..<4 {
        blocks[Int(lists[index].end) + place] = UInt8(truncatingIfNeeded: start >> (8 * place))
      }
    }
    blocks += repeatElement(0, count: length + 4)
    lists[index].blockLength = UInt32(length)
    lists[index].next = start
    lists[index].end = start + UInt32(length)
  }

  /// How long the block is that follows one so long; 0 stands for none.
  private static func length(after length: Int) -> Int {
    length == 0 ? firstBlock : min(2 * length, longestBlock)
  }

  /// The steps of a list.
  private func steps(of list: List) -> [UInt8] {
    guard list.head != 0 else { return [] }
    var result: [UInt8] = []
    var start = Int(list.head)
    var length = Self.firstBlock
    while !(Int(list.next) > start && Int(list.next) <= start + length) {
      result += blocks[start..<start + length]
      let link = start + length
      start = (0..<4).reduce(0) { $0 | Int(blocks[link + $1]) << (8 * $1) }
      length = Self.length(after: length)
    }
    return result + blocks[start..<Int(list.next)]
  }

  private mutating func writePart() throws {
    let order = lists.indices.sorted {
      word(of: lists[$0]).lexicographicallyPrecedes(word(of: lists[$1]))
    }
    let start = fileLength
    var buffer: [UInt8] = []
    for index in order {
      let list = lists[index]
      Self.cut(steps(of: list), first: Int(list.first)) { first, steps in
        Self.append(word(of: list).count, to: &buffer)
        Self.append(first, to: &buffer)
        Self.append(steps.count, to: &buffer)
        buffer += word(of: list)
        buffer += steps
      }
      if buffer.count > 1 << 20 { try flush(&buffer) }
    }
    try flush(&buffer)
    parts.append(start..<fileLength)
    lists.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    blocks = [0]
    slots = Array(repeating: 0, count: slots.count)
    forms.forget()
  }

  private mutating func flush(_ buffer: inout [UInt8]) throws {
    try buffer.withUnsafeBytes { try file.append($0) }
    fileLength += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  /// Cuts a list into rows.
  private static func cut(
    _ steps: [UInt8], first: Int, _ body: (_ first: Int, _ steps: ArraySlice<UInt8>) -> Void
  ) {
    guard steps.count > rowLength else { return body(first, steps[...]) }
    var (rowFirst, rowStart, number) = (first, 0, first)
    var position = 0
    while position < steps.count {
      let start = position
      number += NumberList.step(in: steps, &position)
      guard start - rowStart >= rowLength else { continue }
      body(rowFirst, steps[rowStart..<start])
      (rowFirst, rowStart) = (number, position)
    }
    body(rowFirst, steps[rowStart...])
  }

  /// Ends the gathering.
  mutating func finish() throws {
    if !lists.isEmpty { try writePart() }
    (forms, slots, blocks) = (SearchForms(), [], [])
  }

  /// Goes through the rows of all lists once they are ended, by their words, then by their first
  /// numbers.
  func forEach(
    _ body: (_ word: [UInt8], _ first: Int, _ steps: [UInt8]) throws -> Void
  ) throws {
    var readers = try parts.map { try WordListReader(file, $0) }
    while !readers.isEmpty {
      var lowest = 0
      // Of equal words the earlier part has the lower numbers.
      for index in readers.indices.dropFirst()
      where readers[index].word.lexicographicallyPrecedes(readers[lowest].word) {
        lowest = index
      }
      try body(readers[lowest].word, readers[lowest].first, readers[lowest].steps)
      if try !readers[lowest].next() { readers.remove(at: lowest) }
    }
  }
}
