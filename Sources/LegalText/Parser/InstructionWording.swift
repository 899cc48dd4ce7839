/// How the instructions of an amending act are worded (UU 12/2011, Lampiran II angka 233–236).
struct InstructionWording {
  let text: SourceText
  let limit: Int

  /// What an instruction says.
  enum Extent {
    /// No provision, or nothing that is done to it.
    case none
    /// All of it, in one sentence: `Isi Pasal 4 dihapus.`
    case sentence
    /// All of it, and that the amended text follows: `… berbunyi sebagai berikut:`
    case announcement
  }

  /// The longest instruction that is looked through.
  private static let reach = 600

  /// Whether what begins at `position` is worded as nothing but an instruction is.
  func isPlain(_ position: Int) -> Bool {
    let start = text.skippingSpaces(from: position, to: limit)
    switch text[start] | 0x20 {
    case UInt8(ascii: "k"):
      return text.matchWords("ketentuan pasal", at: start)
        || text.matchWords("ketentuan ayat", at: start)
    case UInt8(ascii: "d"):
      return text.matchWords("di antara pasal", at: start)
        || text.matchWords("diantara pasal", at: start)
        || text.matchWords("di antara bab", at: start)
        || text.matchWords("diantara bab", at: start)
    default: return false
    }
  }

  /// How much of an instruction the sentence at `position` is, whatever its first word: what is done
  /// and to what decide.
  func extent(at position: Int) -> Extent {
    let start = text.skippingSpaces(from: position, to: limit)
    guard SourceText.isUpper(text[start]), SourceText.isLetter(text[start + 1]) else {
      return .none
    }
    let end = min(start + Self.reach, limit)
    var isDone = false
    var provision = -1
    var words = 0
    var next = start
    while next < end {
      if SourceText.isLetter(text[next]) {
        if !isDone, saysWhatIsDone(next) { isDone = true }
        if provision < 0, namesProvision(next) { provision = words }
        while next < end, SourceText.isAlphanumeric(text[next]) || text[next] == 0x2D { next += 1 }
        words += 1
        continue
      }
      switch text[next] {
      case 0x3A:
        return isDone && provision >= 0 && saysAsFollows(before: next) ? .announcement : .none
      case 0x2E, 0x3B:
        // The amended text may end with a quotation mark, `… tersangka.”`, or with its string in JSON.
        guard
          next + 1 >= end || text[next + 1] <= 0x20 || text[next + 1] == 0x5C
            || text.quoteLength(at: next + 1) > 0
        else { break }
        // `Isi Pasal 4`, `Ditambahkan 1 (satu) pasal`
        return isDone && (0...3).contains(provision) ? .sentence : .none
      default: break
      }
      next += 1
    }
    return .none
  }

  private static let deeds: [StaticString] = [
    "diubah", "dirubah", "dihapus", "disisip", "ditambah", "diganti", "dicabut", "disempurnakan",
  ]

  /// Whether the word at `position` says what is done to a provision.
  private func saysWhatIsDone(_ position: Int) -> Bool {
    text[position] | 0x20 == UInt8(ascii: "d")
      && Self.deeds.contains { text.match($0, at: position) != nil }
  }

  private static let provisions: [StaticString] = [
    "pasal", "ayat", "huruf", "angka", "bab", "bagian", "paragraf", "penjelasan", "lampiran",
  ]

  /// Whether the word at `position` is that of a provision.
  private func namesProvision(_ position: Int) -> Bool {
    switch text[position] | 0x20 {
    case UInt8(ascii: "p"), UInt8(ascii: "a"), UInt8(ascii: "h"), UInt8(ascii: "b"),
      UInt8(ascii: "l"):
      return Self.provisions.contains { word in
        text.match(word, at: position).map { !SourceText.isLetter(text[$0]) } ?? false
      }
    default: return false
    }
  }

  /// `sebagai berikut:`
  private func saysAsFollows(before colon: Int) -> Bool {
    let end = text.trimmingEnd(from: 0, to: colon)
    return text.match("berikut", at: end - 7) == end
  }
}
