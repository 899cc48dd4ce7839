import GitKit
import LegalText
import ReviewModel

extension Workbench {
  /// A variable of git's configuration as git sees it here; nil when unset.
  public func setting(_ name: String) throws -> String? {
    try git { () throws(GitError) in try repository.configString(name) }
  }

  /// The file that holds a draft's working text, absolute; nil in a bare repository.
  /// - Throws: `Failure.draftNotFound`.
  public func textFile(of draft: DraftKey) throws -> String? {
    guard let root else { return nil }
    return try "\(root)/\(draftFolder(draft).textPath)"
  }

  /// The path of a file or folder given from the workbench's root, absolute; nil in a bare
  /// repository.
  public func path(fromRoot path: String) -> String? { root.map { "\($0)/\(path)" } }
}

extension TextFile {
  /// Reads one of the two files that git hands to a program that shows differences.
  ///
  /// `/dev/null` stands for a file that is not there, and gives a text without words, as an empty
  /// file does.
  /// - Parameter named: what the text is called where it is shown.
  /// - Throws: `Failure` when there is no such file or it holds no text.
  public static func gitSide(at path: String, named: String) throws -> DraftText {
    let bytes = path == "/dev/null" ? [] : try bytes(at: path, named: named)
    if bytes.contains(where: { !Whitespace.isSpace($0) }) { try check(bytes, path: named) }
    return DraftText(
      draft: nil, revision: nil, file: named, document: LegalParser.parse(bytes))
  }
}

extension DraftText {
  /// The address of the unit that a person names.
  /// - Throws: `Failure.unitNotUnderstood`, `Failure.unitNotFound`.
  public func address(ofUnit name: String) throws -> String {
    document.units[try UnitLookup.index(of: name, in: self)].address
  }
}
