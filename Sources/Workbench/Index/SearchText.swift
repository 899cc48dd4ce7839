import Foundation

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
    return String(decoding: forms.indexed(text), as: UTF8.self)
  }

  /// The query for words that must all occur; nil where there is none.
  static func query(_ text: String) -> String? {
    let words = words(text)
    guard !words.isEmpty else { return nil }
    return words.map { word in
      let whole = String(decoding: word, as: UTF8.self)
      let stems = stems(word).map { "\"\(String(decoding: $0, as: UTF8.self))\"" }
      return "(" + (["\"\(whole)\"*"] + stems).joined(separator: " OR ") + ")"
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
    var start: Int
    var wordEnd: Int
    var end: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Indexes of entries plus one, by the words' hashes.
  private var slots = [UInt32](repeating: 0, count: 1)
  private static let slotCount = 1 << 16

  /// The words of a text, each with its other forms.
  mutating func indexed(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 2)
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      for word in SearchText.words(text) { add(word, to: &result) }
      return result
    }
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: word.append(byte)
      default:
        if !word.isEmpty { add(word, to: &result) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { add(word, to: &result) }
    return result
  }

  private mutating func add(_ word: [UInt8], to result: inout [UInt8]) {
    if !result.isEmpty { result.append(0x20) }
    let entry = entry(of: word)
    result += bytes[entry.start..<entry.end]
  }

  private mutating func entry(of word: [UInt8]) -> Entry {
    if slots.count == 1 || entries.count > Self.slotCount / 2 {
      slots = Array(repeating: 0, count: Self.slotCount)
      entries.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
    }
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var slot = Int(hash >> 40) & (Self.slotCount - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if bytes[entry.start..<entry.wordEnd].elementsEqual(word) { return entry }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    let start = bytes.count
    bytes += word
    let wordEnd = bytes.count
    for form in SearchText.forms(word) {
      bytes.append(0x20)
      bytes += form
    }
    entries.append(Entry(start: start, wordEnd: wordEnd, end: bytes.count))
    slots[slot] = UInt32(entries.count)
    return entries[entries.count - 1]
  }
}
