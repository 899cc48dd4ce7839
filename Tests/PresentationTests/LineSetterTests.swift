import TestSupport
import Testing

@testable import Presentation

/// Lines are the same whether words are set many at once or one by one.
@Suite("setting lines")
struct LineSetterTests {
  /// Text of words of ASCII, some longer than a line, with or without spaces at its ends.
  private func text(_ random: inout SeededRandom) -> String {
    var words = (0..<40 + random.below(80)).map { _ in
      String(
        repeating: ["a", "bc", "Pasal", "1."][random.below(4)],
        count: random.below(30) == 0 ? 40 : 1 + random.below(3))
    }
    if random.below(4) == 0 { words.insert("", at: 0) }
    if random.below(4) == 0 { words.append("") }
    return words.joined(separator: " ")
  }

  @Test("a run and its words one by one", arguments: 0..<200)
  func runs(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let texts = (0..<1 + random.below(3)).map { _ in text(&random) }
    let roles: [Role] = [.plain, .removed, .inserted]
    let width = 12 + random.below(80)
    let first = Line([Span(String(repeating: "x", count: random.below(width + 4)))])
    let indent = random.below(14)
    let atOnce = texts.enumerated().map { Span($1, roles[$0]) }
    let marks: [Role: WrapMarks] =
      random.below(3) == 0
      ? [:]
      : [.removed: WrapMarks("[-", "-]", role: .removed)].merging(
        random.below(2) == 0 ? [:] : [.inserted: WrapMarks("{+", "+}", role: .inserted)]
      ) { $1 }
    // Spans too short for a run: a word may begin in one and end in the next.
    let oneByOne = atOnce.flatMap { span in
      span.text.pieces(of: 1 + random.below(30)).map { Span($0, span.role) }
    }
    let lines = Wrapping.wrapped(atOnce, width: width, first: first, indent: indent, marks: marks)
    #expect(
      lines
        == Wrapping.wrapped(oneByOne, width: width, first: first, indent: indent, marks: marks))
  }
}

extension String {
  /// The text in pieces of so many characters.
  fileprivate func pieces(of length: Int) -> [String] {
    var rest = self[...]
    var pieces: [String] = []
    while !rest.isEmpty {
      pieces.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }
}
