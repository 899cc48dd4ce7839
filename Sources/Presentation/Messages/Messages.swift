import ReviewModel

/// The languages of the program. Legal labels stay Indonesian in both.
public enum Language: String, Sendable, CaseIterable {
  case indonesian = "id"
  case english = "en"

  /// The words of the language.
  public var messages: any Messages {
    switch self {
    case .indonesian: Indonesian()
    case .english: English()
    }
  }
}

/// All words of the program in one language; a missing translation does not compile.
public protocol Messages:
  FailureMessages, HelpMessages, ViewMessages, NoticeMessages, DiffMessages, FormattingMessages,
  TextImportMessages, RuleMessages, HistoryMessages, MergeMessages, TrustMessages, CommentMessages
{
  /// The language.
  var language: Language { get }
}

/// A sentence on what cannot be done and why, and what to do next.
public struct FailureText: Sendable, Hashable {
  /// What happened, one sentence.
  public var what: String
  /// What to do; nil where nothing can be said.
  public var advice: String?

  /// Makes the words for a failure.
  public init(_ what: String, _ advice: String? = nil) {
    self.what = what
    self.advice = advice
  }
}

/// Words for what cannot be done.
public protocol FailureMessages: Sendable {
  /// Words for a failure.
  func text(_ failure: Failure) -> FailureText
  /// A fault of the program itself.
  func internalFault(_ description: String) -> FailureText
}

/// Words in Indonesian: formal, as in an office letter.
struct Indonesian: Messages {
  let language = Language.indonesian
}

/// Words in English.
struct English: Messages {
  let language = Language.english
}

/// Shared wording of lists.
enum Listing {
  /// `a, b, dan c`; a long list is cut with how many are left.
  static func joined(_ items: [String], and: String, more: (Int) -> String, limit: Int = 8)
    -> String
  {
    if items.count > limit {
      return items.prefix(limit).joined(separator: ", ") + ", " + more(items.count - limit)
    }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast().joined(separator: ", ")
    return items.count == 2 ? "\(head) \(and) \(last)" : "\(head), \(and) \(last)"
  }

  /// The items of a list with a bullet a line, in quotation marks: `'a', 'b', or 'c'`.
  static func quoted(bullets: String, or: String) -> String {
    let items = bullets.split(separator: "\n").map { line in
      "'\(line.drop { $0 == " " || $0 == "-" })'"
    }
    return joined(items, and: or, more: { _ in "" }, limit: .max)
  }

  /// The numbers of digits grouped by threes.
  static func grouped(_ value: Int, separator: String) -> String {
    var digits = Array(String(value.magnitude))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(contentsOf: separator, at: position)
      position -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }
}
