import LegalText
import TestSupport
import Testing

@testable import DraftDiff

/// What holds for every merge, tried on generated histories of real texts.
@Suite("merging: properties")
struct MergePropertyTests {
  static let plans: [DraftEdits.Plan] = [
    .init(stale: 0), .init(edits: 2, moves: 2, inner: 1, stale: 0),
    .init(edits: 8, percent: 30, insertions: 2, removals: 2, inner: 2, stale: 0),
    .init(edits: 1, insertions: 0, removals: 0, inner: 12, stale: 0),
    .init(edits: 2, percent: 10, splits: 1, merges: 1, inner: 1, stale: 0),
  ]

  static let texts: [(name: String, source: [UInt8])] =
    Drafts.keys.compactMap { key in Drafts.text(key).map { (key, Array($0.utf8)) } }
    + ["kp-bpd-v2.txt", "kp-usaha-pariwisata-v2.txt"].compactMap { name in
      Corpus.text(name).map {
        (name, CanonicalLayout.text(of: LegalParser.parse($0)))
      }
    }

  /// A text that somebody made of `source`.
  static func edited(_ source: [UInt8], seed: Int) -> [UInt8] {
    var edits = DraftEdits(EditableDraft(source), seed: seed)
    edits.run(plans[seed % plans.count])
    return edits.draft.print().text
  }

  private func each(
    _ count: Int, _ body: (LegalDocument, LegalDocument, LegalDocument, String) -> Void
  ) {
    for (place, (name, source)) in Self.texts.enumerated() {
      let base = LegalParser.parse(source)
      // Every text begins with other plans, so that one round tries them all.
      for seed in Rounds.seeds(count).map({ $0 + place }) {
        body(
          base, LegalParser.parse(Self.edited(source, seed: 2 * seed)),
          LegalParser.parse(Self.edited(source, seed: 2 * seed + 1)), "\(name) \(seed)")
      }
    }
  }

  @Test func aSideThatStoodStillChangesNothing() {
    each(1) { base, x, y, trial in
      for side in [x, y] {
        for (ours, theirs) in [(side, base), (base, side), (side, side)] {
          let merge = Merge.woven(base: base, ours: ours, theirs: theirs)
          #expect(merge.isClean, "\(trial)")
          let difference = Self.difference(merge.text(ours: "A", theirs: "B"), side.source)
          #expect(difference == nil, "\(trial)")
        }
        let whole = Merge.merge(base: base, ours: side, theirs: base)
        #expect(Self.difference(whole.text(choosing: .ours), side.source) == nil)
      }
    }
  }

  @Test func noWordIsLost() {
    each(1) { base, x, y, trial in
      let merge = Merge.merge(base: base, ours: x, theirs: y)
      let result = Self.counts(merge.text(ours: "", theirs: ""))
      let known = Self.counts(base.source)
      for side in [x, y] {
        for (word, count) in Self.counts(side.source) where known[word] == nil && word.count > 2 {
          #expect(result[word, default: 0] >= count, "\(trial): \(word)")
        }
      }
    }
  }

  @Test func theOrderOfTheSidesDecidesNothingButTheOrder() {
    each(1) { base, x, y, trial in
      let merge = Merge.merge(base: base, ours: x, theirs: y)
      let mirror = Merge.merge(base: base, ours: y, theirs: x)
      #expect(merge.conflicts.count == mirror.conflicts.count, "\(trial)")
      #expect(merge.meetings.count == mirror.meetings.count, "\(trial)")
      if merge.meetings.isEmpty {
        let difference = Self.difference(
          merge.text(choosing: .ours), mirror.text(choosing: .theirs))
        #expect(difference == nil, "\(trial)")
      }
    }
  }

  @Test func marksHoldWhatEitherSideWrote() {
    each(1) { base, x, y, trial in
      let merge = Merge.merge(base: base, ours: x, theirs: y)
      let text = merge.text(ours: "A", theirs: "B")
      #expect(ConflictMarks.marks(in: text).count == 3 * merge.conflicts.count, "\(trial)")
      for side in Merge.Side.allCases {
        #expect(Self.decided(text, side) == Self.lines(merge.text(choosing: side)), "\(trial)")
      }
      #expect(merge.lines(ours: "A", theirs: "B").count == merge.conflicts.count)
    }
  }

  @Test func anyBytesMerge() {
    let lines = (Drafts.text("pekat") ?? "").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { Array($0.utf8) }
    for seed in Rounds.seeds(8) {
      var random = SeededRandom(UInt64(seed) &+ 4_711)
      let start = random.below(max(lines.count - 60, 1))
      let base = Array(lines[start..<min(start + 60, lines.count)])
      let texts = [base, Self.torn(base, &random), Self.torn(base, &random)].map {
        LegalParser.parse(Array($0.joined(separator: [0x0A])))
      }
      let merge = Merge.woven(base: texts[0], ours: texts[1], theirs: texts[2])
      let result = Self.counts(merge.text(ours: "", theirs: ""))
      let known = Self.counts(texts[0].source)
      for side in texts[1...] {
        for (word, count) in Self.counts(side.source) where known[word] == nil && word.count > 2 {
          #expect(result[word, default: 0] >= count, "\(seed): \(word)")
        }
        let alone = Merge.woven(base: texts[0], ours: side, theirs: texts[0])
        let first = Self.difference(alone.text(choosing: .ours), side.source)
        #expect(alone.isClean && first == nil, "\(seed) \(first ?? "")")
        let back = Merge.woven(base: texts[0], ours: texts[0], theirs: side)
        let second = Self.difference(back.text(choosing: .theirs), side.source)
        #expect(back.isClean && second == nil, "\(seed) \(second ?? "")")
      }
    }
  }

  /// Lines put in, left out, doubled, exchanged and broken, as no person would.
  private static func torn(_ lines: [[UInt8]], _ random: inout SeededRandom) -> [[UInt8]] {
    let scraps = [
      "Pasal 3", "(2) baru", "a.", "BAB IV", "PENJELASAN", "Pasal 99A", "1. satu", "\u{A0}",
    ]
    var lines = lines
    for _ in 0..<1 + random.below(12) where !lines.isEmpty {
      let place = random.below(lines.count)
      switch random.below(6) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(Array(random.pick(scraps).utf8), at: place)
      case 2: lines.insert(lines[random.below(lines.count)], at: place)
      case 3: lines.swapAt(place, random.below(lines.count))
      case 4: lines[place] = lines[place].filter { _ in random.below(20) > 0 }
      default: lines[place].append(UInt8(truncatingIfNeeded: random.next()))
      }
    }
    return lines
  }

  /// Where two texts part, for reading; nil where they are the same.
  static func difference(_ text: [UInt8], _ expected: [UInt8]) -> String? {
    guard let place = zip(text, expected).enumerated().first(where: { $1.0 != $1.1 })?.offset
    else {
      return text.count == expected.count ? nil : "\(text.count) bytes for \(expected.count)"
    }
    func around(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[max(0, place - 60)..<min(bytes.count, place + 60)], as: UTF8.self)
    }
    return "\(around(text)) for \(around(expected))"
  }

  /// A drafter's decision in the editor: one side of every conflict, and the marks away.
  private static func decided(_ text: [UInt8], _ side: Merge.Side) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var shown: Merge.Side?
    for line in lines(text) {
      if line.starts(with: Array("<<<<<<< A".utf8)) {
        shown = .ours
      } else if line.elementsEqual("=======".utf8) {
        shown = .theirs
      } else if line.starts(with: Array(">>>>>>> B".utf8)) {
        shown = nil
      } else if shown == nil || shown == side {
        result.append(line)
      }
    }
    return result
  }

  /// The lines that are not blank.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: 0x0A).filter { !$0.allSatisfy(Whitespace.isSpace) }
  }

  private static func counts(_ text: [UInt8]) -> [ArraySlice<UInt8>: Int] {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for word in text.split(whereSeparator: { !Glyph.isLetter($0) && $0 < 0x80 }) {
      counts[word, default: 0] += 1
    }
    return counts
  }
}

/// Merges whose result is known: what either side does to a law is done to one law, too.
@Suite("merging: truth")
struct MergeTruthTests {
  /// A change of one article, by its id.
  private enum Step {
    case edit(Int, ayat: Int, String)
    case insert(after: Int, id: Int, [String])
    case append(Int, String)
    case remove(Int)

    func apply(to law: inout SampleLaw) {
      switch self {
      case .edit(let id, let ayat, let text):
        change(id, &law) { $0.ayat[ayat % $0.ayat.count] = text }
      case .append(let id, let text): change(id, &law) { $0.ayat.append(text) }
      case .insert(let after, let id, let ayat):
        guard let place = position(after, law) else { return }
        law.items.insert(.article(.init(id: id, ayat: ayat)), at: place + 1)
      case .remove(let id):
        if let place = position(id, law) { law.items.remove(at: place) }
      }
    }

    private func position(_ id: Int, _ law: SampleLaw) -> Int? {
      law.items.indices.first { law.article(at: $0)?.id == id }
    }

    private func change(
      _ id: Int, _ law: inout SampleLaw, _ body: (inout SampleLaw.Article) -> Void
    ) {
      guard let place = position(id, law), var article = law.article(at: place) else { return }
      body(&article)
      law.items[place] = .article(article)
    }
  }

  /// Steps on articles of one residue, so that no two sides meet.
  private func steps(
    _ law: SampleLaw, residue: Int, _ random: inout SeededRandom
  ) -> [Step] {
    let cited = Set(
      law.articles.flatMap(\.ayat).flatMap { $0.split(separator: " ") }
        .filter { $0.hasPrefix("@") }.compactMap { Int($0.dropFirst().prefix { $0.isNumber }) })
    var steps: [Step] = []
    for article in law.articles where article.id % 4 == residue {
      let text = random.sentence(20) + " Lihat @\(random.below(law.articles.count) / 2 * 2 + 1)."
      switch random.below(6) {
      case 0: steps.append(.edit(article.id, ayat: random.below(4), text))
      case 1:
        steps.append(.insert(after: article.id, id: 1000 + article.id, [text, random.sentence(9)]))
      case 2 where article.ayat.count > 1: steps.append(.append(article.id, text))
      case 3 where !cited.contains(article.id) && article.id % 2 == 0:
        steps.append(.remove(article.id))
      default: break
      }
    }
    return steps
  }

  @Test func disjointWorkOfTwoIsTheWorkOfOne() {
    for seed in Rounds.seeds(12) {
      var random = SeededRandom(UInt64(seed) &+ 77)
      let law = SampleLaw.make(&random, articles: 24 + random.below(30))
      let (first, second) = (
        steps(law, residue: 0, &random), steps(law, residue: 2, &random)
      )
      var (ours, theirs, both) = (law, law, law)
      for step in first {
        step.apply(to: &ours)
        step.apply(to: &both)
      }
      for step in second {
        step.apply(to: &theirs)
        step.apply(to: &both)
      }
      let merge = Merge.woven(
        base: law.render(), ours: ours.render(), theirs: theirs.render())
      #expect(merge.isClean, "\(seed)")
      #expect(merge.meetings.isEmpty, "\(seed)")
      let text = String(decoding: merge.text(ours: "A", theirs: "B"), as: UTF8.self)
      #expect(text == String(decoding: both.render().source, as: UTF8.self), "\(seed)")
    }
  }
}
