import Foundation
import LegalText

/// Words as the search knows them: lower case, without accents, and with the forms that simple
/// affixes of Indonesian leave, so that "pelaporan" finds "melapor" and "dilaporkan".
///
/// Without a dictionary of roots the search keeps all forms that taking affixes off may give
/// (Nazief and Adriani's order: particles, possessives, suffixes, prefixes), and asks for the one
/// that most affixes were taken off.
enum SearchText {
  /// The words of a text for the index, each with its other forms.
  static func indexed(_ text: String) -> String {
    var forms = SearchForms()
    var hashes: [UInt64] = []
    return String(decoding: forms.indexed(text, &hashes), as: UTF8.self)
  }

  /// The query for words that must all occur; nil where there is none.
  /// - Parameter expanded: the words that occur and begin with one; nil where there are many.
  static func query(
    _ text: String, expanded: ([UInt8]) throws -> [String]?
  ) rethrows -> String? {
    let words = words(text)
    guard !words.isEmpty else { return nil }
    return try words.map { word in
      let whole = String(decoding: word, as: UTF8.self)
      var forms =
        try expanded(word).map { Set($0 + [whole]).sorted().map { "\"\($0)\"" } }
        ?? ["\"\(whole)\"*"]
      forms += stems(word).map { "\"\(String(decoding: $0, as: UTF8.self))\"" }
      return "(" + forms.joined(separator: " OR ") + ")"
    }.joined(separator: " AND ")
  }

  /// Words of letters and digits; everything else is a gap, so that "undang-undang" is two words.
  static func words(_ text: String) -> [[UInt8]] {
    let plain: String
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      plain = text
    } else {
      // Letters lose their marks; ligatures and wide forms become what they stand for.
      plain = String(
        String.UnicodeScalarView(
          text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
          })
      ).lowercased()
    }
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for scalar in plain.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        switch byte {
        case 0x41...0x5A: word.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39: word.append(byte)
        default:
          if !word.isEmpty { words.append(word) }
          word = []
        }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += Array(String(Character(scalar)).utf8)
      } else {
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static let shortestRoot = 4
  /// What is longer is no word, and many forms of it would fill the index.
  private static let longestWord = 40

  private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
  private static let endings = [
    bytes(["lah", "kah", "tah", "pun"]), bytes(["nya", "ku", "mu"]), bytes(["kan", "an", "i"]),
  ]
  /// Longer ones first; with the letters that may have stood in place of the last ones.
  private static let beginnings: [(prefix: [UInt8], restored: [[UInt8]])] = [
    ("memper", []), ("diper", []), ("menge", []), ("penge", []),
    ("meny", ["s"]), ("peny", ["s"]), ("meng", ["k"]), ("peng", ["k"]),
    ("mem", ["p"]), ("pem", ["p"]), ("men", ["t"]), ("pen", ["t"]),
    ("ber", []), ("bel", []), ("per", []), ("pel", []), ("ter", []),
    ("me", []), ("pe", []), ("di", []), ("ke", []), ("se", []), ("be", []), ("te", []),
  ].map { (Array($0.0.utf8), $0.1.map { Array($0.utf8) }) }

  /// Everything that taking affixes off may leave of a word, the word itself left out.
  static func forms(_ word: [UInt8]) -> [[UInt8]] {
    guard word.count > shortestRoot, word.count <= longestWord else { return [] }
    var found: [[UInt8]] = [word]
    for group in endings {
      for form in found { found += stripped(form, of: group).filter { !found.contains($0) } }
    }
    for _ in 0..<2 {
      for form in found { found += begun(form).filter { !found.contains($0) } }
    }
    return Array(found.dropFirst())
  }

  private static func stripped(_ word: [UInt8], of group: [[UInt8]]) -> [[UInt8]] {
    group.filter {
      word.count - $0.count >= shortestRoot && word.suffix($0.count).elementsEqual($0)
    }
    .map { Array(word.dropLast($0.count)) }
  }

  /// What may stand behind a prefix, for all that fit: "pelapor" is "lapor" with "pe", "pelajar" is
  /// "ajar" with "pel". A vowel behind a nasal may have lost its consonant.
  private static func begun(_ word: [UInt8]) -> [[UInt8]] {
    var results: [[UInt8]] = []
    for (prefix, restored) in beginnings where word.starts(with: prefix) {
      let rest = Array(word.dropFirst(prefix.count))
      if rest.count >= shortestRoot { results.append(rest) }
      if let first = rest.first, "aiueo".utf8.contains(first) {
        results += restored.map { $0 + rest }.filter { $0.count >= shortestRoot }
      }
    }
    return results
  }

  /// The forms that most affixes were taken off: what a query asks for beside the word.
  static func stems(_ word: [UInt8]) -> [[UInt8]] {
    guard word.count > shortestRoot, word.count <= longestWord else { return [] }
    var stem = word
    for group in endings { if let shorter = stripped(stem, of: group).first { stem = shorter } }
    var stems = [stem]
    for _ in 0..<2 {
      stems = stems.flatMap { stem in
        let shorter = begun(stem)
        return shorter.isEmpty ? [stem] : shorter
      }
    }
    return stems.filter { $0 != word }
  }
}

/// The forms of words met before: a few thousand words make up most of what people write.
struct SearchForms {
  /// Where a word and its forms stand among the bytes.
  private struct Entry {
    var hash: UInt64
    var start: Int
    var wordEnd: Int
    var end: Int
    /// The text that held it last.
    var text = 0
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Indexes of entries plus one, by the words' hashes.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  /// The number of the text at hand.
  private var text = 0
  /// Raised whenever the words met before are forgotten, and their indexes with them.
  private(set) var generation = 0
  private static let heldWords = 1 << 15

  /// How many words are known.
  var count: Int { entries.count }

  /// Forgets the words met before.
  mutating func forget() {
    slots = Array(repeating: 0, count: 1 << 10)
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    generation += 1
  }

  /// The words of a text, each once and with its other forms.
  /// - Parameter hashes: see `words`.
  mutating func indexed(_ text: String, _ hashes: inout [UInt64]) -> [UInt8] {
    var found: [Int] = []
    words(of: text, &hashes, &found)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 2)
    for entry in found {
      if !result.isEmpty { result.append(0x20) }
      result += bytes(of: entry)
    }
    return result
  }

  /// A word and its other forms, with spaces between them.
  func bytes(of entry: Int) -> ArraySlice<UInt8> {
    bytes[entries[entry].start..<entries[entry].end]
  }

  /// Looks up the words of a text.
  /// - Parameters:
  ///   - hashes: gets the hashes of all its words in order (`LetterShape`); none where the text is
  ///     not of ASCII alone.
  ///   - found: gets the indexes of its words, each once.
  mutating func words(of text: String, _ hashes: inout [UInt64], _ found: inout [Int]) {
    if entries.count > Self.heldWords { forget() }
    hashes.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    self.text += 1
    var plain = text
    if plain.withUTF8({ find(wordsOf: $0, &hashes, &found) }) { return }
    hashes.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    self.text += 1
    for word in SearchText.words(text) {
      word.withUnsafeBufferPointer { find($0, hash: Self.hash($0), &found) }
    }
  }

  /// FNV-1a.
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(basis, hash) }

  /// Looks up the words of a text of ASCII.
  /// - Returns: false for another text.
  private mutating func find(
    wordsOf text: UnsafeBufferPointer<UInt8>, _ hashes: inout [UInt64], _ found: inout [Int]
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(text.count, 1)) { word in
      var (count, hash) = (0, Self.basis)
      func end(_ forms: inout SearchForms) {
        guard count > 0 else { return }
        hashes.append(hash)
        forms.find(UnsafeBufferPointer(rebasing: word[..<count]), hash: hash, &found)
        (count, hash) = (0, Self.basis)
      }
      for byte in text {
        guard byte < 0x80 else { return false }
        let lower = byte | 0x20
        let isLetter = lower >= 0x61 && lower <= 0x7A
        if isLetter || (byte >= 0x30 && byte <= 0x39) {
          word[count] = isLetter ? lower : byte
          hash = Self.hash(hash, word[count])
          count += 1
        } else {
          end(&self)
        }
      }
      end(&self)
      return true
    }
  }

  private mutating func find(
    _ word: UnsafeBufferPointer<UInt8>, hash: UInt64, _ found: inout [Int]
  ) {
    let index = entry(of: word, hash)
    guard entries[index].text != text else { return }
    entries[index].text = text
    found.append(index)
  }

  private mutating func entry(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    if entries.count * 2 >= slots.count { grow() }
    var slot = Self.slot(hash, slots.count)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      let entry = entries[index]
      if entry.hash == hash, entry.wordEnd - entry.start == word.count,
        bytes.withUnsafeBufferPointer({ bytes in
          word.indices.allSatisfy { bytes[entry.start + $0] == word[$0] }
        })
      {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let start = bytes.count
    bytes += word
    let wordEnd = bytes.count
    for form in SearchText.forms(Array(word)) {
      bytes.append(0x20)
      bytes += form
    }
    entries.append(Entry(hash: hash, start: start, wordEnd: wordEnd, end: bytes.count))
    slots[slot] = UInt32(entries.count)
    return entries.count - 1
  }

  /// By process, so that no words can be chosen to meet in one place.
  private static func slot(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ SeededHash.seed) &* 0x9E37_79B9_7F4A_7C15 >> 32) & (count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Self.slot(entry.hash, slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
