import DraftDiff
import LegalText
import ReviewModel
import TestSupport
import Testing

@testable import Presentation

@Suite("Differences as they are read") struct DiffViewTests {
  private func canvas(
    _ width: Int, _ language: Language = .indonesian, coloured: Bool = false,
    interactive: Bool = false
  ) -> Canvas {
    Canvas(
      width: width, theme: coloured ? .standard : .plain, isInteractive: interactive,
      messages: language.messages)
  }

  private func commented() throws -> DiffReport {
    var report = try DiffFixture.report("pekat", from: 1)
    let position = try #require(
      report.comparison.changes.firstIndex { $0.kinds.contains(.edited) && $0.kind == .ayat })
    let address = try #require(report.comparison.changes[position].new?.address)
    report.comments[position] = [try DiffFixture.comment(at: address)]
    return report
  }

  @Test(
    "goldens of a commented difference", arguments: [80, 120], Language.allCases)
  func goldens(_ width: Int, _ language: Language) throws {
    let report = try commented()
    for coloured in [false, true] {
      let canvas = canvas(width, language, coloured: coloured, interactive: true)
      let text = canvas.theme.rendered(DiffView.lines(report, style: .init(), on: canvas))
      let suffix = coloured ? "warna" : "polos"
      try Golden.expect(text, named: "diff-pekat-1-2.\(language.rawValue).\(width).\(suffix).txt")
    }
  }

  @Test("goldens of an amending draft, unfolded, and of summaries", arguments: Language.allCases)
  func moreGoldens(_ language: Language) throws {
    let canvas = canvas(80, language)
    let amendment = DiffView.lines(
      try DiffFixture.report("rtrw", from: 1), style: .init(unfolded: true), on: canvas)
    try Golden.expect(
      canvas.theme.rendered(amendment), named: "diff-rtrw-1-2.\(language.rawValue).80.lengkap.txt")
    for (draft, number) in DiffFixture.pairs {
      let summary = DiffView.lines(
        try DiffFixture.report(draft, from: number), style: .init(summaryOnly: true), on: canvas)
      try Golden.expect(
        canvas.theme.rendered(summary),
        named: "diff-\(draft)-\(number)-\(number + 1).\(language.rawValue).80.ringkas.txt")
    }
  }

  @Test("no line is wider than the terminal", arguments: DiffFixture.pairs)
  func widths(_ draft: String, _ number: Int) throws {
    let report = try DiffFixture.report(draft, from: number)
    for width in [40, 60, 80, 100, 120, 200] {
      for language in Language.allCases {
        let lines = DiffView.lines(
          report, style: .init(unfolded: true), on: canvas(width, language, interactive: true))
        for line in lines where line.width > width { Issue.record("\(width): \(line.text)") }
      }
    }
  }

  @Test("coloured and plain say the same words", arguments: DiffFixture.pairs)
  func colours(_ draft: String, _ number: Int) throws {
    let report = try DiffFixture.report(draft, from: number)
    func letters(_ coloured: Bool) -> String {
      let canvas = canvas(100, coloured: coloured)
      let text = canvas.theme.rendered(
        DiffView.lines(report, style: .init(unfolded: true), on: canvas))
      return text.replacing(/\u{1B}\[[0-9;]*m/, with: "").replacing(
        /\[-|-\]|\{\+|\+\}|⟨|⟩|→|\s/, with: "")
    }
    #expect(letters(true) == letters(false))
  }

  /// A rendering without white space and without the signs before lines that came or went.
  private func squeezed(_ lines: [Line]) -> String {
    lines.map { line in
      let text = line.text
      let isSigned = text.hasPrefix("+ ") || text.hasPrefix("- ")
      return String((isSigned ? text.dropFirst(2) : text[...]).filter { !$0.isWhitespace })
    }.joined()
      // A stretch that goes on over lines has its brackets on each.
      .replacing("+}{+", with: "").replacing("-][-", with: "")
  }

  private func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test("every word that came or went is shown", arguments: DiffFixture.pairs)
  func complete(_ draft: String, _ number: Int) throws {
    let report = try DiffFixture.report(draft, from: number)
    for width in [80, 100] {
      let lines = DiffView.lines(report, style: .init(unfolded: true), on: canvas(width))
      let text = squeezed(lines)
      for change in report.comparison.changes {
        let address = change.new?.address ?? change.old?.address ?? ""
        for word in change.words where word.op != .equal && word.effect == nil {
          let words = squeezed(ControlCharacters.escaped(word.text))
          guard !words.isEmpty, change.old != nil, change.new != nil else { continue }
          let marked = word.op == .insert ? "{+\(words)+}" : "[-\(words)-]"
          let shown = WordShare.isReplaced(change.words) ? words : marked
          #expect(text.contains(shown), "\(address): \(word.text)")
        }
        if change.old == nil, let side = change.new {
          expectShown(side.unit, of: report.new.document, in: text)
        } else if change.new == nil, let side = change.old {
          expectShown(side.unit, of: report.old.document, in: text)
        }
      }
    }
  }

  private func expectShown(_ unit: Int, of document: LegalDocument, in text: String) {
    for range in document.ownRanges(of: unit) {
      let words = squeezed(ControlCharacters.escaped(document.text(in: range)))
      let isShown = words.isEmpty || text.contains(words)
      #expect(isShown, "\(document.units[unit].address): \(words.prefix(80))")
    }
  }

  @Test("the summary counts every changed Pasal and is complete without the changes below")
  func summary() throws {
    for (draft, number) in DiffFixture.pairs {
      let report = try DiffFixture.report(draft, from: number)
      let short = DiffView.lines(report, style: .init(summaryOnly: true), on: canvas(100))
      let long = DiffView.lines(report, style: .init(), on: canvas(100))
      #expect(Array(long.prefix(short.count)) == short)
      let inserted = short.count { $0.text.hasPrefix(" BARU") }
      #expect(inserted >= report.comparison.summary.inserted)
    }
  }

  @Test("no difference is said")
  func nothing() throws {
    let text = try DiffFixture.text("pekat", 1, try PackageFolder.revisions(of: "pekat")[0])
    let lines = DiffView.lines(DiffReport(old: text, new: text), style: .init(), on: canvas(80))
    #expect(lines.last?.text == "Tidak ada perbedaan.")
  }

  @Test("hints stand on a terminal only")
  func hints() throws {
    let report = try DiffFixture.report("pekat", from: 1)
    let piped = DiffView.lines(report, style: .init(), on: canvas(80))
    let shown = DiffView.lines(report, style: .init(), on: canvas(80, interactive: true))
    #expect(Array(shown.prefix(piped.count)) == piped)
    #expect(shown.last?.text.contains("naskah komentar tambah pekat@2") == true)
  }
}

@Suite("Other views") struct ViewTests {
  private func canvas(_ width: Int, _ language: Language = .indonesian) -> Canvas {
    Canvas(width: width, theme: .plain, isInteractive: true, messages: language.messages)
  }

  @Test("the whole text is shown, whatever the width", arguments: ["pekat", "puk", "rtrw"])
  func text(_ draft: String) throws {
    for bytes in try PackageFolder.revisions(of: draft) {
      let document = LegalParser.parse(bytes)
      let whole = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
      for width in [40, 80, 120] {
        let lines = TextView.lines(document, unit: nil, on: canvas(width))
        #expect(lines.map(\.text).joined().filter { !$0.isWhitespace } == whole)
        for line in lines where line.width > width { Issue.record("\(width): \(line.text)") }
      }
    }
  }

  @Test("every unit can be shown alone")
  func units() throws {
    let document = LegalParser.parse(try PackageFolder.revisions(of: "rtrw")[0])
    for (index, unit) in document.units.enumerated() {
      let lines = TextView.lines(document, unit: index, on: canvas(80))
      #expect(
        lines.map(\.text).joined().filter { !$0.isWhitespace }
          == document.text(in: unit.range).filter { !$0.isWhitespace }, "\(unit.address)")
    }
  }

  @Test("a comment with its answer", arguments: Language.allCases)
  func comment(_ language: Language) throws {
    let comment = try DiffFixture.comment(at: "pasal-9/ayat-2")
    for width in [40, 80, 120] {
      let lines = CommentView.lines(comment, on: canvas(width, language))
      for line in lines { #expect(line.width <= width) }
      let text = lines.map(\.text).joined(separator: " ")
      #expect(text.contains("7f3a7f3") && text.contains("Pasal 9 ayat (2)"))
      #expect(text.contains("Akademisi") && text.contains("FKP vol. 3"))
      #expect(text.contains("\\x1B[31m") && !text.contains("\u{1B}"))
    }
    let canvas = canvas(80, language)
    try Golden.expect(
      canvas.theme.rendered(CommentView.lines(comment, on: canvas)),
      named: "comment.\(language.rawValue).80.txt")
  }
}
