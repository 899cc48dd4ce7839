/// Which text of a draft is meant.
public enum RevisionSelector: Sendable, Hashable, CustomStringConvertible {
  /// The text in the working folder, saved or not.
  case working
  /// The newest revision.
  case latest
  /// The revision of that number, from 1.
  case number(Int)
  /// The revision whose commit id begins so (4 to 40 hexadecimal digits, lower case).
  case commit(String)
  /// The newest revision of a branch or tag, of another clone too: `usulan`, `origin/main`.
  case name(String)

  /// Reads what follows the `@`: `3`, `r3`, `latest`, `terakhir`, a commit prefix, or the name of
  /// a branch or tag.
  public init?(_ text: some StringProtocol) {
    let lower = text.lowercased()
    if lower == "latest" || lower == "terakhir" {
      self = .latest
      return
    }
    let digits = lower.hasPrefix("r") ? String(lower.dropFirst()) : lower
    if (1...6).contains(digits.utf8.count), let number = Int(digits), number >= 0,
      digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    {
      self = .number(number)
      return
    }
    if (4...40).contains(lower.utf8.count), lower.utf8.allSatisfy(EventID.isHexDigit) {
      self = .commit(lower)
      return
    }
    guard Self.isName(text) else { return nil }
    self = .name(String(text))
  }

  /// Whether a text can name a branch: a letter first, then what git allows and no shell minds.
  private static func isName(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (first | 0x20) &- 0x61 < 26, bytes.count <= 200,
      let last = bytes.last, last != 0x2E, last != 0x2F
    else { return false }
    var before: UInt8 = 0
    for byte in bytes {
      let isWord = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      guard isWord || byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x2F,
        !(byte == before && (byte == 0x2E || byte == 0x2F))
      else { return false }
      before = byte
    }
    return true
  }

  /// As it is written after the `@`; empty for the working text.
  public var description: String {
    switch self {
    case .working: ""
    case .latest: "latest"
    case .number(let number): String(number)
    case .commit(let prefix): prefix
    case .name(let name): name
    }
  }
}

/// A draft, or one text of it: `pekat`, `pekat@3`, `pekat@latest`, `pekat@1f3a`.
public struct RevisionAddress: Sendable, Hashable, CustomStringConvertible {
  /// The draft.
  public var draft: DraftKey
  /// Which of its texts.
  public var selector: RevisionSelector

  /// Makes an address.
  public init(draft: DraftKey, selector: RevisionSelector) {
    self.draft = draft
    self.selector = selector
  }

  /// Reads `KEY` or `KEY@REV`; nil when `text` is neither.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let draft = DraftKey(parts[0]) else { return nil }
    if parts.count == 1 {
      self.init(draft: draft, selector: .working)
    } else if let selector = RevisionSelector(parts[1]) {
      self.init(draft: draft, selector: selector)
    } else {
      return nil
    }
  }

  /// As it is written on a command line.
  public var description: String {
    selector == .working ? draft.description : "\(draft)@\(selector)"
  }
}

/// Two texts to compare: `pekat@1..3`, or `pekat@3..` for from r3 to the working text.
public struct RevisionRange: Sendable, Hashable {
  /// The text before.
  public var from: RevisionAddress
  /// The text after.
  public var to: RevisionAddress

  /// Makes a range.
  public init(from: RevisionAddress, to: RevisionAddress) {
    self.from = from
    self.to = to
  }

  /// Reads `KEY@A..B`, `KEY@A..` or `KEY@A..KEY@B`; nil when `text` is none of them.
  public init?(_ text: some StringProtocol) {
    guard let dots = Self.dots(in: text), let from = RevisionAddress(text[..<dots.lowerBound]),
      from.selector != .working
    else { return nil }
    let rest = text[dots.upperBound...]
    if rest.isEmpty {
      self.init(from: from, to: RevisionAddress(draft: from.draft, selector: .working))
    } else if let selector = RevisionSelector(rest) {
      self.init(from: from, to: RevisionAddress(draft: from.draft, selector: selector))
    } else if let to = RevisionAddress(rest), to.draft == from.draft {
      self.init(from: from, to: to)
    } else {
      return nil
    }
  }

  private static func dots<Text: StringProtocol>(in text: Text) -> Range<Text.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ".", next < text.endIndex, text[next] == "." {
        return index..<text.index(after: next)
      }
      index = next
    }
    return nil
  }
}
