import DraftDiff
import Foundation
import LegalText
import ReviewModel
import TestSupport
import Testing

@testable import Presentation

/// What holds of a rendered difference at every width.
@Suite("Layouts of differences") struct DiffLayoutTests {
  static let isLong = ProcessInfo.processInfo.environment["NASKAH_SOAK"] == "1"

  /// Widths around each change of layout, and some between.
  static let widths =
    isLong
    ? Array(40...240)
    : [40, 47, 60, 80, 100, 119, 120, 137, 160, 240]

  /// The pairs of revisions that are shown, two of them with comments.
  static func reports() throws -> [DiffReport] { try compared.get() }

  private static let compared = Result { try compare() }

  private static func compare() throws -> [DiffReport] {
    var reports = try DiffFixture.pairs.map { try DiffFixture.report($0, from: $1) }
    for index in reports.indices.prefix(2) {
      for position in reports[index].comparison.changes.indices where position % 3 == 0 {
        let change = reports[index].comparison.changes[position]
        let address = change.new?.address ?? change.old?.address ?? ""
        let comment = try DiffFixture.comment(at: address)
        reports[index].comments[position] = Array(repeating: comment, count: 1 + position % 4)
      }
    }
    return reports
  }

  static let styles = [
    DiffView.Style(), .init(unfolded: true), .init(context: 2, opensComments: true),
    .init(isSpoken: true), .init(filter: .init(only: .references)),
  ]

  @Test("no line is wider than the terminal, in any layout", arguments: widths)
  func fits(_ width: Int) throws {
    for report in try Self.reports() {
      for style in Self.styles {
        for theme in [Theme.plain, .standard] {
          let canvas = DiffSample.canvas(width, theme: theme)
          for line in DiffView.lines(report, style: style, on: canvas) where line.width > width {
            Issue.record("\(width): \(line.text)")
          }
        }
      }
    }
  }

  @Test("no word is cut that would fit, and every changed word is shown", arguments: widths)
  func words(_ width: Int) throws {
    for report in try Self.reports() {
      for style in [DiffView.Style(), .init(unfolded: true)] {
        let lines = DiffView.lines(report, style: style, on: DiffSample.canvas(width))
        let shown = DiffSample.bareWords(lines)
        let groups = DiffGroups(report, unfolded: style.unfolded)
        for change in groups.shown.map(groups.change) {
          for word in change.words where word.op != .equal {
            let words = DiffSample.bareWords([Line(PlainMarks.escaped(word.text))])
            let missing = words.subtracting(shown)
            #expect(missing.isEmpty, "\(width), \(change.new?.address ?? ""): \(missing)")
          }
        }
      }
    }
  }

  @Test("what opens on a line closes on it, so that each line can be read alone")
  func brackets() throws {
    for report in try Self.reports() {
      for width in [40, 61, 80, 100, 130, 180] {
        for line in DiffView.lines(report, style: .init(), on: DiffSample.canvas(width)) {
          let text = line.text.replacing("\\\\", with: "").replacing(/\\./, with: "")
          for (open, close) in [("{+", "+}"), ("[-", "-]")] {
            let parts = (
              text.split(separator: open, omittingEmptySubsequences: false),
              text.split(separator: close, omittingEmptySubsequences: false)
            )
            #expect(parts.0.count == parts.1.count, "\(width): \(line.text)")
          }
        }
      }
    }
  }

  @Test("both sides stand whole in their panes", arguments: [120, 143, 160, 200])
  func panes(_ width: Int) throws {
    for report in try Self.reports() {
      let layout = DiffLayout(columns: width, hasComments: !report.comments.isEmpty)
      let pane = try #require(layout.pane)
      let lines = DiffView.lines(report, style: .init(), on: DiffSample.canvas(width))
      let rows = lines.compactMap { DiffSample.split($0, at: pane) }
      let old = DiffSample.squeezed(rows.map(\.old))
      let new = DiffSample.squeezed(rows.map(\.new))
      for change in report.comparison.changes where change.old != nil && change.new != nil {
        let edits = change.words.filter { $0.op != .equal && $0.effect == nil }
        guard !edits.isEmpty else { continue }
        for edit in edits {
          let words = DiffSample.squeezed([edit.text])
          #expect((edit.op == .delete ? old : new).contains(words), "\(width): \(edit.text)")
        }
      }
    }
  }

  @Test("panes from 120 columns, a rail from 160, neither wider than they may be")
  func thresholds() {
    for width in 20...400 {
      let layout = DiffLayout(columns: width, hasComments: true)
      #expect((layout.pane != nil) == (width >= 120))
      #expect((layout.rail != nil) == (width >= 160))
      #expect((layout.pane ?? 0) <= 84)
      #expect((layout.rail.map { $0 + DiffLayout.railWidth } ?? layout.width) <= width)
      #expect(DiffLayout(columns: width, hasComments: false).rail == nil)
    }
  }

  @Test("comments stand in the rail, beside the text")
  func rail() throws {
    let report = try Self.reports()[0]
    let rail = try #require(DiffLayout(columns: 180, hasComments: true).rail)
    let lines = DiffView.lines(report, style: .init(), on: DiffSample.canvas(180))
    let noted = lines.filter { $0.text.contains("7f3a7f3") }
    #expect(noted.count > 5)
    for line in noted {
      let before = line.text.prefix(while: { $0 != "7" })
      #expect(DisplayWidth.of(String(before)) >= rail)
    }
  }

  @Test("plain and spoken output has no escape code, monochrome no colour")
  func escapes() throws {
    let codes = /\u{1B}\[([0-9;]*)m/
    for report in try Self.reports() {
      for width in [80, 130, 180] {
        for style in Self.styles {
          let plain = DiffSample.canvas(width)
          #expect(
            !plain.theme.rendered(DiffView.lines(report, style: style, on: plain))
              .contains("\u{1B}"))
          let grey = DiffSample.canvas(width, theme: .monochrome)
          let text = grey.theme.rendered(DiffView.lines(report, style: style, on: grey))
          for match in text.matches(of: codes) {
            #expect(["0", "1", "4", "7", "9", "1;7"].contains(match.1))
          }
        }
      }
    }
  }

  @Test(
    "default colours are read on black and on white: contrast of 4.5 or more",
    arguments: Role.allCases)
  func contrast(_ role: Role) throws {
    guard let match = Theme.standard.codes[role]?.firstMatch(of: /38;5;(\d+)/) else { return }
    let number = try #require(Int(match.1))
    try #require((16...255).contains(number))
    let steps = [0, 95, 135, 175, 215, 255]
    let rgb =
      number < 232
      ? [steps[(number - 16) / 36], steps[(number - 16) / 6 % 6], steps[(number - 16) % 6]]
      : Array(repeating: 8 + (number - 232) * 10, count: 3)
    let linear = rgb.map { value -> Double in
      let part = Double(value) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    #expect((luminance + 0.05) / 0.05 >= 4.5)
    #expect(1.05 / (luminance + 0.05) >= 4.5)
  }
}

/// What tests of rendered differences share.
enum DiffSample {
  static func canvas(
    _ width: Int, theme: Theme = .plain, _ language: Language = .indonesian
  ) -> Canvas {
    Canvas(width: width, theme: theme, isInteractive: false, messages: language.messages)
  }

  static func report(_ old: String, _ new: String) -> DiffReport {
    DiffReport(
      old: DraftText(
        draft: nil, revision: nil, file: "a", document: LegalParser.parse(Array(old.utf8))),
      new: DraftText(
        draft: nil, revision: nil, file: "b", document: LegalParser.parse(Array(new.utf8))))
  }

  static func text(
    _ report: DiffReport, _ width: Int = 80, style: DiffView.Style = .init(),
    theme: Theme = .plain
  ) -> String {
    let canvas = canvas(width, theme: theme)
    return canvas.theme.rendered(DiffView.lines(report, style: style, on: canvas))
  }

  private static let marks: Set<Character> = [
    "[", "]", "{", "}", "+", "-", "⟨", "⟩", "\\", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰",
  ]

  /// The words that stand in lines: runs of letters and digits.
  static func bareWords(_ lines: [Line]) -> Set<String> {
    Set(
      lines.flatMap { line in
        line.text.split { !$0.isLetter && !("0"..."9").contains($0) }.map(String.init)
      })
  }

  /// The two sides of a line with panes.
  static func split(_ line: Line, at pane: Int) -> (old: String, new: String)? {
    var old = ""
    var width = 0
    let text = line.text
    var index = text.startIndex
    while index < text.endIndex, width < pane {
      old.append(text[index])
      width += DisplayWidth.of(text[index])
      index = text.index(after: index)
    }
    guard text[index...].hasPrefix(" │ ") else { return nil }
    // What stands in the rail belongs to neither side.
    return (old, String(text[index...].dropFirst(3).prefix(pane)))
  }

  /// Without white space, marks and numbers of comments.
  static func squeezed(_ texts: [String]) -> String {
    texts.joined().filter { !$0.isWhitespace && !marks.contains($0) }
  }
}
