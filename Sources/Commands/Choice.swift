import ArgumentParser

/// A value that is one of a few words.
///
/// What the argument parser would find out for every such type by key paths and by looking the type
/// up among all that conforms to anything is said here: a tenth of a short command.
public protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable
where RawValue == String {}

extension Choice {
  /// The value with a word.
  public init?(argument: String) { self.init(rawValue: argument) }

  /// All words, in the order of the values.
  public static var allValueStrings: [String] {
    var words: [String] = []
    for value in allCases { words.append(value.rawValue) }
    return words
  }

  /// None: the help of an option says what its words mean.
  public static var allValueDescriptions: [String: String] { [:] }

  /// The words.
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
