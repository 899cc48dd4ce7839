/// The words of an input as form letters are compared by: runs of three words of its beginning,
/// with a short signature under which similar texts meet.
///
/// The beginning stands for the whole: what is written behind a letter does not part it from the
/// others, and long texts that end alike but begin unlike are other letters.
///
/// Signature: MinHash (Broder, "On the resemblance and containment of documents") by one
/// permutation (Li, Owen and Zhang, "One Permutation Hashing"), cut into bands. Texts that share
/// a band are candidates; `isVariant` decides.
public struct LetterShape: Sendable {
  /// The hashes of its runs of words, ascending, each once.
  public let runs: [UInt64]
  /// One number a band; empty for a text too short to be anything but equal.
  public let bands: [UInt32]

  /// How many words of a text are read.
  static let readWords = 100
  /// How many words make a run.
  static let runLength = 3
  /// Shorter texts are form letters only of equal ones.
  static let fewestRuns = 6
  /// How many bands a text has that is long enough.
  public static let bandCount = 24
  static let rowsPerBand = 2

  /// Reads a text.
  public init(_ text: String) { self.init(words: Self.wordHashes(text, upTo: Self.readWords)) }

  /// A shape by its runs alone, to be compared with others.
  public init(runs: [UInt64]) { (self.runs, bands) = (runs, []) }

  /// Reads a text whose words were hashed before: FNV-1a of each, in lower case.
  public init(words: [UInt64]) {
    runs = Self.runs(words.prefix(Self.readWords))
    bands = runs.count < Self.fewestRuns ? [] : Self.bands(of: runs)
  }

  /// Reads one sentence: of fewer words than a run, they are one run together.
  init(sentence: String) {
    let words = Self.wordHashes(sentence)
    bands = []
    runs =
      words.isEmpty || words.count >= Self.runLength
      ? Self.runs(words[...]) : [words.reduce(0x517C_C1B7_2722_0A95) { Self.mixed($0 ^ $1) }]
  }

  private static func runs(_ words: ArraySlice<UInt64>) -> [UInt64] {
    guard words.count >= runLength else { return [] }
    var runs: [UInt64] = []
    runs.reserveCapacity(words.count)
    for start in words.startIndex...words.endIndex - runLength {
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      for offset in 0..<runLength { hash = mixed(hash ^ words[start + offset]) }
      runs.append(hash)
    }
    runs.sort()
    var kept = 0
    for run in runs where kept == 0 || runs[kept - 1] != run {
      runs[kept] = run
      kept += 1
    }
    runs.removeLast(runs.count - kept)
    return runs
  }

  /// Whether two texts are the same letter with words of one's own: enough of all their runs of
  /// words are common to both.
  public func isVariant(of other: LetterShape) -> Bool {
    guard min(runs.count, other.runs.count) >= Self.fewestRuns else {
      return runs == other.runs && !runs.isEmpty
    }
    return Self.isEnough(
      shared: sharedRuns(with: other), of: runs.count, and: other.runs.count)
  }

  /// Whether so many common runs make variants of texts that have so many.
  static func isEnough(shared: Int, of count: Int, and other: Int) -> Bool {
    let courtesy = courtesy(of: min(count, other))
    return (shared - courtesy) * 100 >= (count + other - shared - courtesy) * resemblance
  }

  /// How many common runs tell nothing: a greeting, a subject line, what a channel puts before
  /// every text. Of a long text twelve; of a short one what it has beyond twelve, or a quarter.
  private static func courtesy(of runs: Int) -> Int {
    min(longestCourtesy, max(runs - longestCourtesy, runs / 4))
  }

  private static let longestCourtesy = 12

  /// Percent of all other runs that variants share: two copies of a long letter, each with 45 words
  /// of one's own before it, still have it.
  static let resemblance = 28

  private func sharedRuns(with other: LetterShape) -> Int {
    var (left, right, shared) = (0, 0, 0)
    while left < runs.count, right < other.runs.count {
      if runs[left] == other.runs[right] {
        shared += 1
        left += 1
        right += 1
      } else if runs[left] < other.runs[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return shared
  }

  /// One hash a word: letters and digits, without regard to case.
  private static func wordHashes(_ text: String, upTo limit: Int = .max) -> [UInt64] {
    var text = text
    let isPlain = text.withUTF8 { $0.allSatisfy { $0 < 0x80 } }
    if !isPlain { text = text.lowercased() }
    return text.withUTF8 { wordHashes($0, upTo: limit) }
  }

  private static func wordHashes(
    _ bytes: UnsafeBufferPointer<UInt8>, upTo limit: Int
  ) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(min(bytes.count / 6, limit))
    var hash: UInt64 = 0
    var isOpen = false
    for given in bytes {
      let byte = (0x41...0x5A).contains(given) ? given | 0x20 : given
      let isWord =
        byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      if isWord {
        // FNV-1a.
        hash = ((isOpen ? hash : 0xCBF2_9CE4_8422_2325) ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        isOpen = true
      } else if isOpen {
        words.append(hash)
        guard words.count < limit else { return words }
        isOpen = false
      }
    }
    if isOpen { words.append(hash) }
    return words
  }

  private static func bands(of runs: [UInt64]) -> [UInt32] {
    let slots = bandCount * rowsPerBand
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: slots) { lowest in
      lowest.initialize(repeating: .max)
      for run in runs {
        let slot = Int((run >> 32) % UInt64(slots))
        let value = mixed(run)
        if value < lowest[slot] { lowest[slot] = value }
      }
      // A slot that no run fell into borrows from the next that has one (Shrivastava and Li,
      // "Densifying One Permutation Hashing").
      func filled(_ slot: Int) -> UInt64 {
        var distance = 0
        while distance < slots, lowest[(slot + distance) % slots] == .max { distance += 1 }
        return lowest[(slot + distance) % slots] &+ UInt64(distance)
      }
      return (0..<bandCount).map { band in
        var hash = UInt64(band + 1)
        for row in 0..<rowsPerBand { hash = mixed(hash ^ filled(band * rowsPerBand + row)) }
        return UInt32(truncatingIfNeeded: hash)
      }
    }
  }

  /// The finaliser of SplitMix64: every bit of the input moves every bit of the output.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
