import TestSupport
import Testing

@testable import Presentation

@Suite("Control characters") struct ControlCharacterTests {
  @Test("C0, DEL and C1 are shown, white space becomes a space")
  func controls() {
    for value in (0x00...0x1F).map({ UInt32($0) }) + (0x7F...0x9F).map({ UInt32($0) }) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = ControlCharacters.escaped("a\(Character(scalar))b")
      if (0x09...0x0D).contains(value) {
        #expect(shown == "a b")
      } else {
        let digits = String(value, radix: 16, uppercase: true)
        #expect(shown == "a\\x\(digits.count == 1 ? "0" : "")\(digits)b")
      }
    }
  }

  @Test("characters that turn text around or hide it are shown")
  func directions() {
    let values: [UInt32] =
      [0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xE0001, 0xE0041]
      + Array(0x202A...0x202E) + Array(0x2066...0x2069)
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let digits = String(value, radix: 16, uppercase: true)
      #expect(ControlCharacters.escaped("a\(Character(scalar))b") == "a\\u{\(digits)}b")
    }
  }

  @Test("sequences that steer a terminal come out as letters")
  func sequences() {
    #expect(ControlCharacters.escaped("\u{1B}[31mmerah\u{1B}[0m") == "\\x1B[31mmerah\\x1B[0m")
    #expect(ControlCharacters.escaped("\u{1B}]0;judul\u{07}") == "\\x1B]0;judul\\x07")
    #expect(
      ControlCharacters.escaped("\u{1B}]8;;http://x\u{1B}\\teks") == "\\x1B]8;;http://x\\x1B\\teks")
    #expect(ControlCharacters.escaped("\u{9B}2J\r\nbaris") == "\\x9B2J  baris")
  }

  @Test("ordinary text stays as it is", arguments: ["Pasal 5 – “ayat” é", "一二三", "👩‍👩‍👧", "e\u{301}"])
  func ordinary(_ text: String) { #expect(ControlCharacters.escaped(text) == text) }

  @Test("nothing random reaches a terminal as control")
  func random() {
    var random = SeededRandom(2)
    for _ in 0..<5_000 {
      let scalars = (0..<random.below(12)).compactMap { _ in
        Unicode.Scalar(UInt32(random.below(random.below(2) == 0 ? 0x100 : 0x30000)))
      }
      let text = Span(String(String.UnicodeScalarView(scalars))).text
      for scalar in text.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(!scalar.properties.isBidiControl)
      }
      #expect(ControlCharacters.escaped(text) == text)
    }
  }
}

@Suite("Width of text") struct DisplayWidthTests {
  @Test(
    "columns",
    arguments: [
      ("", 0), ("Pasal 5", 7), ("–“”é", 4), ("e\u{301}", 1), ("一二", 4), ("ｆ", 2), ("한국", 4),
      ("👩‍👩‍👧", 2), ("⚠️", 2), ("→", 1), ("│", 1), ("¹²", 2), ("\u{301}", 0), ("🇮🇩", 2), ("…", 1),
    ])
  func columns(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test("the width of a line is that of its spans together")
  func lines() {
    #expect(Line([Span("Pasal "), Span("一", .strong)]).width == 8)
    #expect(Line("abc").indented(by: 4).width == 7)
    #expect(Line().indented(by: 4).width == 0)
  }
}

@Suite("Wrapping") struct WrappingTests {
  private static let longWords = [
    "一二三四五六七八九十一二三四五六七八九十", String(repeating: "panjang", count: 9), "é", "—",
    "[-dihapus-]", "https://contoh.id/satu/dua/tiga/empat/lima/enam",
  ]

  private func spans(_ random: inout SeededRandom) -> [Span] {
    (0..<1 + random.below(8)).map { _ in
      var text = random.sentence(random.below(14))
      if random.below(6) == 0 { text += " " + random.pick(Self.longWords) }
      if random.below(3) == 0 { text = " " + text }
      if random.below(3) == 0 { text += " " }
      return Span(text, random.pick(Role.allCases))
    }
  }

  private func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  @Test(
    "no line is wider than the width, no word is cut that would fit, nothing is lost",
    arguments: Rounds.seeds(60))
  func property(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for _ in 0..<60 {
      let spans = spans(&random)
      let width = 20 + random.below(221)
      let indent = random.below(12)
      let first =
        random.below(2) == 0
        ? Line() : Line([Span(String(repeating: "x", count: 1 + random.below(width)), .name)])
      let lines = Wrapping.wrapped(spans, width: width, first: first, indent: indent)
      let context = "seed \(seed), width \(width), indent \(indent), first \(first.width)"
      for line in lines { #expect(line.width <= width, "\(context): \(line.text)") }
      // What was there is there, in order, apart from where lines break.
      let given = (first.text + spans.map(\.text).joined()).filter { $0 != " " }
      #expect(lines.map(\.text).joined().filter { $0 != " " } == given, "\(context)")
      // Words stand whole where a line can hold them.
      let fitting = words(spans.map(\.text).joined()).filter {
        DisplayWidth.of(String($0)) <= width - min(indent, width - 10)
      }
      let shown = lines.flatMap { words($0.text) }
      if first.spans.isEmpty {
        #expect(Set(fitting).isSubset(of: Set(shown)), "\(context)")
        // Lines are filled: the next word would not have fitted.
        for (line, next) in zip(lines, lines.dropFirst()) {
          guard let word = words(next.text).first else { continue }
          #expect(line.width + 1 + DisplayWidth.of(String(word)) > width, "\(context)")
        }
      }
    }
  }

  @Test("roles are kept, letter by letter", arguments: Rounds.seeds(30))
  func roles(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let spans = spans(&random)
    func letters(_ spans: [Span]) -> [String] {
      spans.flatMap { span in span.text.filter { $0 != " " }.map { "\($0)\(span.role)" } }
    }
    let lines = Wrapping.wrapped(spans, width: 20 + random.below(60))
    #expect(lines.flatMap { letters($0.spans) } == letters(spans))
  }

  @Test("widths and indents beyond sense end in lines")
  func extremes() {
    for width in [-5, 0, 1, 2, 9, 10, 11, Int.max / 2] {
      for indent in [0, 5, 500] {
        let lines = Wrapping.wrapped(
          "satu dua 一二 tiga", width: width, first: "tanda ", indent: indent)
        #expect(lines.map(\.text).joined().filter { $0 != " " } == "tandasatudua一二tiga")
      }
    }
    #expect(Wrapping.wrapped("", width: 20).map(\.text) == [""])
  }
}

@Suite("Themes") struct ThemeTests {
  @Test("the plain theme writes no escape code, lines end without white space")
  func plain() {
    let lines = Role.allCases.map { Line([Span("  kata ", $0), Span("  ", $0)]) }
    let text = Theme.plain.rendered(lines + [Line("   ")])
    #expect(!text.contains("\u{1B}"))
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.last != " " })
    #expect(text.hasSuffix("  kata\n\n"))
  }

  @Test("every colour that is begun ends on its line, and the words are the same")
  func coloured() {
    let lines = [
      Line([Span("a", .inserted), Span(" b ", .deleted), Span("c", .plain), Span(" ", .dim)])
    ]
    let text = Theme.standard.rendered(lines)
    #expect(text.ranges(of: "\u{1B}[").count == 4)
    #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == Theme.plain.rendered(lines))
    #expect(text.hasSuffix("c\n"))
  }
}
