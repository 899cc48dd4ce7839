/// What each sender of a form letter says beside it.
public struct OwnWords: Sendable {
  /// How many texts hold each run of words.
  private var counts: [UInt64: Int] = [:]
  private let total: Int

  /// Reads the texts of a group.
  public init(_ texts: some Sequence<String>) {
    var total = 0
    for text in texts {
      total += 1
      for run in Self.marks(text) { counts[run, default: 0] += 1 }
    }
    self.total = total
  }

  /// The sentences of a text that are mostly not of the letter: most of their runs of words stand
  /// in no more than half of the texts.
  public func sentences(of text: String) -> [String] {
    guard total > 1 else { return [] }
    return Self.sentences(text).filter { sentence in
      let runs = Self.marks(sentence)
      guard !runs.isEmpty else { return false }
      let own = runs.count { (counts[$0] ?? 0) * 2 <= total }
      return own * 2 > runs.count
    }
  }

  /// The runs of words of a text; of fewer words than a run, all of them together.
  private static func marks(_ text: String) -> [UInt64] {
    sentences(text).flatMap { LetterShape(sentence: $0).runs }
  }

  /// A text cut behind full stops, question and exclamation marks, and at line breaks.
  static func sentences(_ text: String) -> [String] {
    var result: [String] = []
    var current: [UInt8] = []
    var isEnded = false
    func closed(_ bytes: [UInt8]) -> String? {
      let isSpace: (UInt8) -> Bool = { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
      guard let start = bytes.firstIndex(where: { !isSpace($0) }),
        let end = bytes.lastIndex(where: { !isSpace($0) })
      else { return nil }
      return String(decoding: bytes[start...end], as: UTF8.self)
    }
    for byte in text.utf8 {
      let isBreak = byte == 0x0A
      if isBreak || (isEnded && (byte == 0x20 || byte == 0x09)) {
        if let sentence = closed(current) { result.append(sentence) }
        current = []
        isEnded = false
        continue
      }
      current.append(byte)
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        isEnded = true
      } else if byte != UInt8(ascii: "\""), byte != UInt8(ascii: ")") {
        isEnded = false
      }
    }
    if let sentence = closed(current) { result.append(sentence) }
    return result
  }
}
