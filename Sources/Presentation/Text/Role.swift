/// What a piece of output is, apart from how it looks; a `Theme` gives it its look.
public enum Role: String, Sendable, Hashable, CaseIterable {
  case plain
  /// A title or a legal label at the head of its block.
  case heading
  /// What should be seen first in a line of lesser things.
  case strong
  /// What may be passed over: dates, hints, unchanged neighbours.
  case dim
  /// The key of a draft, a revision or a comment's id: what a person can type back.
  case name
  case inserted
  case deleted
  /// A text that went as a whole: too long to be struck through.
  case removed
  /// The old number of a reference that merely followed its target.
  case followedOld
  /// The new number of such a reference.
  case followedNew
  case moved
  case renumbered
  case edited
  /// What must not be missed.
  case warning
  case error
}

/// A piece of text on one line with its role.
///
/// The only way for text to reach the terminal: control characters, line breaks included, are made
/// visible or harmless here, so nothing from outside can steer a terminal.
public struct Span: Sendable, Hashable {
  /// The text, free of control characters.
  public internal(set) var text: String
  /// What it is.
  public let role: Role
  /// Where it leads, on a terminal that can follow it.
  public let link: LinkTarget?

  /// Makes a span; control characters in `text` are shown escaped.
  public init(_ text: String, _ role: Role = .plain, link: LinkTarget? = nil) {
    self.init(clean: ControlCharacters.escaped(text), role: role, link: link)
  }

  init(clean text: String, role: Role, link: LinkTarget? = nil) {
    self.text = text
    self.role = role
    self.link = link
  }

  /// A place between two words that stand together, at which a line may yet be broken.
  static let softBreak = Span(clean: "\u{200B}", role: .plain)
}

/// One line of output.
public struct Line: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Its pieces from left to right.
  public var spans: [Span]

  /// Makes a line.
  public init(_ spans: [Span] = []) { self.spans = spans }

  /// Makes a line of one piece.
  public init(_ text: String, _ role: Role = .plain) { spans = [Span(text, role)] }

  /// Makes a plain line.
  public init(stringLiteral value: String) { self.init(value) }

  /// The text without roles.
  public var text: String { spans.map(\.text).joined() }

  /// How many terminal columns it takes.
  public var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The line moved right by `columns`.
  public func indented(by columns: Int) -> Line {
    spans.isEmpty || columns <= 0
      ? self : Line([Span(.spaces(columns))] + spans)
  }
}
