/// One revision of a draft: a commit that changed it.
public struct Revision: Sendable, Hashable {
  /// Its number: 1 for the first, following the first-parent history of the branch; 0 for one that
  /// does not stand there, as of another branch.
  public var number: Int
  /// The commit's id, 40 hexadecimal digits.
  public var commit: String
  /// When its author recorded it.
  public var time: Timestamp
  /// The author's offset from UTC in minutes, for showing the day as the author saw it.
  public var offsetMinutes: Int
  /// The author's name.
  public var author: String
  /// The message without its trailers; the first line is the subject.
  public var message: String
  /// The comments that it says to answer (`Resolves:` trailers).
  public var resolves: [EventID]

  /// Makes a revision.
  public init(
    number: Int, commit: String, time: Timestamp, offsetMinutes: Int, author: String,
    message: String, resolves: [EventID]
  ) {
    self.number = number
    self.commit = commit
    self.time = time
    self.offsetMinutes = offsetMinutes
    self.author = author
    self.message = message
    self.resolves = resolves
  }

  /// What follows the `@` in its address: its number, else the beginning of its commit's id.
  public var selector: RevisionSelector {
    number > 0 ? .number(number) : .commit(String(commit.prefix(8)))
  }

  /// What it is called: `r3`, or the beginning of its commit's id.
  public var label: String { number > 0 ? "r\(number)" : String(commit.prefix(8)) }

  /// The first line of the message.
  public var subject: String {
    String(message.split(separator: "\n", maxSplits: 1).first ?? "")
  }

  /// The day on which its author recorded it.
  public var date: CalendarDate { time.date(offsetMinutes: offsetMinutes) }
}

/// The trailers of a revision's commit message, as git reads them.
public struct RevisionMessage: Sendable, Hashable {
  /// What a person wrote.
  public var text: String
  /// The drafts that the commit changes.
  public var drafts: [DraftKey]
  /// The comments that it answers.
  public var resolves: [EventID]
  /// How many findings its text had when it was saved; nil where that is not said.
  public var check: CheckTrailer?

  /// Makes a message.
  public init(
    text: String, drafts: [DraftKey], resolves: [EventID], check: CheckTrailer? = nil
  ) {
    self.text = text
    self.drafts = drafts
    self.resolves = resolves
    self.check = check
  }

  /// The commit message: the text, a blank line, `Draft:`, `Resolves:` and `Check:` trailers.
  public var formatted: String {
    let trailers =
      drafts.map { "Draft: \($0)" } + resolves.map { "Resolves: \($0.rawValue)" }
      + (check.map { ["Check: \($0)"] } ?? [])
    return text + "\n\n" + trailers.joined(separator: "\n") + "\n"
  }

  /// Reads a commit message; one without our trailers is all text.
  public init(parsing message: String) {
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    let start = (lines.lastIndex { $0.allSatisfy(\.isWhitespace) } ?? -1) + 1
    drafts = []
    resolves = []
    if start > 0, lines[start...].allSatisfy(Self.isTrailer) {
      for line in lines[start...] {
        let parts = line.split(separator: ":", maxSplits: 1)
        let value = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
        switch parts.first?.lowercased() {
        case "draft": if let key = DraftKey(value) { drafts.append(key) }
        case "check": check = CheckTrailer(value)
        case "resolves": if let id = EventID(rawValue: String(value)) { resolves.append(id) }
        default: break
        }
      }
      lines.removeSubrange(start...)
    }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    text = lines.joined(separator: "\n")
  }

  private static func isTrailer(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return false }
    return line[..<colon].utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
    }
  }
}

/// The counts of findings in a commit's trailer: `errors=0 warnings=2`.
public struct CheckTrailer: Sendable, Hashable, CustomStringConvertible {
  /// How many errors.
  public var errors: Int
  /// How many warnings.
  public var warnings: Int

  /// Makes counts.
  public init(errors: Int, warnings: Int) {
    self.errors = errors
    self.warnings = warnings
  }

  /// Reads the value of a trailer; nil where it is no such one.
  public init?(_ value: some StringProtocol) {
    let parts = value.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1) }
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), parts[0][0] == "errors",
      parts[1][0] == "warnings", let errors = Int(parts[0][1]), let warnings = Int(parts[1][1])
    else { return nil }
    self.init(errors: errors, warnings: warnings)
  }

  /// The value as it stands in the trailer.
  public var description: String { "errors=\(errors) warnings=\(warnings)" }
}
