import ArgumentParser
import Export
import Foundation
import LegalText
import Presentation
import ReviewModel
import Workbench

/// `naskah show KEY[@REV] [UNIT]`: the text.
struct Show: Verb {
  static var configuration: CommandConfiguration { .topic(.show, name: "show", alias: "lihat") }

  @Argument(help: .option(.revision, .revision)) var revision: String
  @Argument(help: .option(.unit, .unit)) var unit: String?
  @Flag(help: .option(.citedBy)) var citedBy = false
  @Flag(help: .option(.terms)) var terms = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if citedBy || terms, unit == nil {
      throw ValidationError(
        "Missing expected argument '<\(CurrentLanguage.messages.value(.unit))>'")
    }
  }

  func run(in session: Session) async throws -> ExitCode {
    let (text, index) = try session.workbench().text(at: Target.revision(revision), unit: unit)
    if citedBy, let index {
      let citations = ReferenceIndex(
        references: ReferenceScanner.references(in: text.document), in: text.document
      ).citations(of: index, includingInside: true)
      try await session.show(CitationJSON.citations(citations, of: index, in: text)) {
        CitationView.lines(citations, of: index, in: text.document, on: $0)
      }
      return .done
    }
    if terms, let index {
      let terms = DefinedTerms.used(in: index, of: text.document)
      try await session.show(OutlineJSON.text(text, unit: index, terms: terms)) {
        TermView.lines(text.document, unit: index, terms: terms, on: $0)
      }
      return .done
    }
    try await session.show(OutlineJSON.text(text, unit: index)) {
      TextView.lines(text.document, unit: index, on: $0)
    }
    return .done
  }
}

/// `naskah outline KEY[@REV]|FILE`: the units of a text.
struct Outline: Verb {
  static var configuration: CommandConfiguration {
    .topic(.outline, name: "outline", alias: "kerangka")
  }

  @Argument(help: .option(.outlineTarget, .revision)) var target: String
  @Option(help: .option(.depth, .number)) var depth: Int?
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    var text = try text(in: session)
    // Two pages side by side cannot be read as they stand.
    let sheets = text.draft == nil ? PartedSheets.parting(text.document.source) : nil
    if let sheets {
      text.document = LegalParser.parse(sheets.bytes)
      session.notice(session.messages.note(.spreads(count: sheets.count)))
    }
    try await session.show(OutlineJSON.outline(text.document, sheets: sheets)) {
      OutlineView.lines(text, depth: depth, on: $0)
    }
    return .done
  }

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth: 1 …") }
  }

  private func text(in session: Session) throws -> DraftText {
    switch try Target.place(target, in: session) {
    case .draft(let address): try session.workbench().text(at: address)
    case .file(let path): try TextFile.draftText(at: path, named: target)
    }
  }
}
