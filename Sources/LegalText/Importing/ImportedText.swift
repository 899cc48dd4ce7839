/// A text as it was brought in, with everything that was done to it.
public struct ImportedText: Sendable {
  /// The canonical text, UTF-8.
  public var text: [UInt8]
  /// What was mended, in the order of the source.
  public var repairs: [Repair]
  /// What belonged to the pages and was left out, in the order of the source.
  public var removals: [Removal]
  /// What was found out about the source as a whole.
  public var notes: [ImportNote]
  /// How many Pasal its tree has.
  public var pasal: Int

  /// Makes an imported text.
  public init(
    text: [UInt8], repairs: [Repair], removals: [Removal], notes: [ImportNote], pasal: Int
  ) {
    self.pasal = pasal
    self.text = text
    self.repairs = repairs
    self.removals = removals
    self.notes = notes
  }
}

/// A word or a mark that was mended, for a person to confirm.
public struct Repair: Sendable, Hashable {
  /// What was mended. The raw values are part of the JSON contract.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The mark of a unit, such as `Pasal 1O`.
    case mark
    /// The number in a reference, such as `ayat (l)`.
    case reference
    /// A word divided at the end of a line.
    case hyphen
    /// A space that a mark had too much or too little.
    case spacing
  }

  /// What proves the repair. The raw values are part of the JSON contract.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The numbers before and after leave no other reading.
    case sequence
    /// No number of that form exists, and the one put in its place does in this text.
    case target
    /// The word stands elsewhere in the text in this form.
    case vocabulary
    /// The second half repeats the first, as in *masing-masing*.
    case reduplication
    /// Only white space changed.
    case form
    /// Nothing in the text speaks against the usual reading.
    case usual
  }

  /// What was mended.
  public var kind: Kind
  /// The line of the source, from 1.
  public var line: Int
  /// The characters as they stood.
  public var before: String
  /// The characters as they stand now.
  public var after: String
  /// What proves it.
  public var why: Reason

  /// Makes a repair.
  public init(kind: Kind, line: Int, before: String, after: String, why: Reason) {
    self.kind = kind
    self.line = line
    self.before = before
    self.after = after
    self.why = why
  }
}

/// Something that belonged to the pages and not to the law.
public struct Removal: Sendable, Hashable {
  /// What it was. The raw values are part of the JSON contract.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case pageNumber = "page_number"
    case header = "running_header"
    case footer = "running_footer"
    case catchword
    /// A line that a scanner, a printing office or a site puts on every page.
    case serviceLine = "service_line"
    /// What a converter wrote above the text: title, metadata, the rule below them.
    case frontMatter = "front_matter"
  }

  /// What it was.
  public var kind: Kind
  /// The line of the source, from 1.
  public var line: Int
  /// The characters that were left out.
  public var text: String

  /// Makes a removal.
  public init(kind: Kind, line: Int, text: String) {
    self.kind = kind
    self.line = line
    self.text = text
  }
}

/// What was found out about a source as a whole.
public enum ImportNote: Sendable, Hashable {
  /// The source was UTF-16.
  case utf16
  /// The source was Windows-1252 (or UTF-8 with that many bytes in Windows-1252).
  case windows1252(bytes: Int)
  /// Control characters, zero-width signs and soft hyphens that were left out.
  case invisible(count: Int)
  /// Markdown signs that were left out.
  case markup(count: Int)
  /// Sheets with two pages side by side that were parted.
  case spreads(count: Int)
  /// Pages whose form feeds were taken out.
  case pages(count: Int)
  /// Words joined and words whose hyphen was kept where a line ended in them.
  case hyphens(joined: Int, kept: Int)
  /// Lines, from 1, of marks that stand apart from their texts and that nothing proves to be whose.
  case marksApart(lines: [Int])
  /// Places that keep the lines of the source, from 1: joined they would read otherwise.
  case linesKept(places: [ClosedRange<Int>])
}
