import LegalText

/// What the import of a text did.
public struct TextImportReport: Sendable {
  /// The file as the person named it.
  public var source: String
  /// The draft whose working text it became, nil for none.
  public var draft: DraftKey?
  /// The file written, from the repository's root.
  public var path: String?
  /// Where the source is kept, from the repository's root.
  public var kept: String?
  /// Whether the draft's working text was another one before.
  public var isChanged = true
  /// The text with what was mended and left out.
  public var result: ImportedText
  /// What a DOCX file holds besides its text.
  public var documentNotes: DocumentNotes
  /// How many Pasal the text has.
  public var pasal: Int

  /// Makes a report.
  public init(source: String, result: ImportedText, documentNotes: DocumentNotes, pasal: Int) {
    self.source = source
    self.result = result
    self.documentNotes = documentNotes
    self.pasal = pasal
  }
}

/// What a DOCX file holds besides its text.
public struct DocumentNotes: Sendable, Hashable {
  /// Tracked insertions, taken as accepted.
  public var insertions = 0
  /// Tracked deletions, taken as accepted.
  public var deletions = 0
  /// References to footnotes and endnotes, which are left out.
  public var footnotes = 0
  /// Comments in the margin, which are left out.
  public var comments = 0
  /// Parts for page headers and footers, which are left out.
  public var headers = 0
  /// Pictures and drawings, which are left out.
  public var pictures = 0
  /// Tables, whose rows became lines.
  public var tables = 0

  /// Notes on nothing.
  public init() {}
}

/// Why a document cannot be read.
public enum DocumentProblem: String, Sendable, Hashable, CaseIterable {
  /// The container or its contents are broken.
  case damaged
  /// A container without the main part of a DOCX file.
  case notWord = "not_word"
  /// It grows beyond the bound when unpacked.
  case tooLarge = "too_large"
  /// It nests without end or defines entities, as no office program writes.
  case hostile
  /// A password is needed.
  case encrypted
  /// A PDF file of pictures only.
  case noTextLayer = "no_text_layer"
  /// Neither text, DOCX nor PDF.
  case unknownKind = "unknown_kind"
}
