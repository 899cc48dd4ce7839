import Foundation
import LegalText
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

/// Texts read for tests.
enum TextFixture {
  static func parsed(_ bytes: [UInt8]) -> LegalDocument { LegalParser.parse(bytes) }
}

@Suite("Form letters") struct LetterGroupTests {
  @Test("seeded letters with own sentences: gathered, none lost, own words shown")
  func seeded() throws {
    let bench = try Bench()
    var random = SeededRandom(12)
    let letters = (0..<6).map { _ in (0..<5).map { _ in random.sentence(14) } }
    var rows: [(letter: Int, text: String)] = []
    for number in 0..<240 {
      let letter = number % 12
      guard letter < letters.count else {
        rows.append((-1 - number, (0..<3).map { _ in random.sentence(15) }.joined(separator: " ")))
        continue
      }
      let own = number % 5 == 0 ? "" : " Saya warga nomor \(number) dan \(random.sentence(9))"
      rows.append((letter, letters[letter].joined(separator: " ") + own))
    }
    rows += [(90, "Setuju."), (90, "setuju. "), (91, "Tidak setuju.")]
    let csv = "masukan\n" + rows.map { "\"\($0.text)\"" }.joined(separator: "\n") + "\n"
    #expect(try bench.importing(csv).imported == rows.count)
    let comments = try bench.comments()
    #expect(comments.count == rows.count)
    let truth = Dictionary(
      comments.map { ($0.thread.id, rows[($0.thread.comment.source?.row ?? 1) - 1].letter) },
      uniquingKeysWith: { old, _ in old })
    let groups = try bench.open().letterGroups(of: nil).groups
    var (pairs, right) = (0, 0)
    for group in groups {
      let letters = group.members.compactMap { truth[$0.id] }
      for (index, letter) in letters.enumerated() {
        for other in letters[..<index] {
          pairs += 1
          if letter == other { right += 1 }
        }
      }
    }
    let wanted = Dictionary(grouping: truth.values, by: { $0 }).values.reduce(0) {
      $0 + $1.count * ($1.count - 1) / 2
    }
    #expect(right * 100 >= pairs * 95)
    #expect(right * 100 >= wanted * 90)
    let short = try #require(groups.first { $0.text == "Setuju." })
    #expect(short.members.count == 2)
    let group = try #require(groups.first)
    for member in group.members {
      let row = try #require(comments.first { $0.thread.id == member.id })
      #expect(member.own.isEmpty == !(row.text ?? "").contains("Saya warga nomor"))
    }
  }

  @Test("taken in one by one or all at once, equal texts share a group", arguments: Rounds.seeds(4))
  func stepwise(_ seed: Int) throws {
    let bench = try Bench()
    var random = SeededRandom(UInt64(seed) + 40)
    let letter = (0..<4).map { _ in random.sentence(12) }.joined(separator: " ")
    for number in 0..<12 {
      let text =
        number % 3 == 0 ? random.sentence(12) : letter + (number % 2 == 0 ? " \(number)." : "")
      try bench.comment(text)
      _ = try bench.open().letterGroups(of: nil)
    }
    func groups() throws -> [Set<EventID>] {
      try bench.open().letterGroups(of: nil).groups.map { Set($0.members.map(\.id)) }
    }
    let stepwise = try groups()
    #expect(stepwise.map(\.count) == [8])
    _ = try bench.open().reindex()
    #expect(try groups() == stepwise)
    // New words take a comment out of its group.
    let id = try #require(stepwise.first?.first)
    _ = try bench.open().editComment(bench.open().comment(id.rawValue).thread, "Lain sekali.")
    #expect(try groups().map(\.count) == [7])
  }

  @Test("one by one and all at once give the same groups, under crowded bands too")
  func crowded() throws {
    let bench = try Bench()
    var random = SeededRandom(9)
    let opening = "Saya warga kota ingin menyampaikan bahwa dengan hormat saya meminta "
    let letters = (0..<3).map { _ in (0..<3).map { _ in random.sentence(12) }.joined(separator: " ")
    }
    // Many that share an opening and nothing more, in parts so that some come one by one.
    func rows(_ count: Int) -> String {
      (0..<count).map { number in
        let text =
          number % 10 == 0
          ? random.pick(letters) + " " + random.sentence(5) : opening + random.sentence(9)
        return "\"\(text)\""
      }.joined(separator: "\n")
    }
    for count in [120, 1, 40, 3] {
      let report = try bench.importing("masukan\n\(rows(count))\n", named: "m\(count).csv")
      #expect(report.imported == count)
      _ = try bench.open().letterGroups(of: nil)
    }
    func groups() throws -> Set<Set<EventID>> {
      Set(try bench.open().letterGroups(of: nil).groups.map { Set($0.members.map(\.id)) })
    }
    let stepwise = try groups()
    #expect(stepwise.count { $0.count > 2 } == 3)
    _ = try bench.open().reindex()
    #expect(try groups() == stepwise)
    // An edit takes one out of its group and leaves the others together.
    let id = try #require(stepwise.first { $0.count > 2 }?.first)
    _ = try bench.open().editComment(bench.open().comment(id.rawValue).thread, "Lain sekali.")
    let edited = try groups()
    #expect(edited != stepwise)
    _ = try bench.open().reindex()
    #expect(try groups() == edited)
  }

  @Test("a group is answered once and every sender keeps a place")
  func answered() throws {
    let bench = try Bench()
    try bench.importing("masukan,unsur\nSetuju.,A\nsetuju.,B\nSetuju.,C\nTidak.,D\n")
    let first = try #require(try bench.comments().first { $0.text == "Setuju." })
    _ = try bench.open().respond(
      to: first.thread.id, .accepted, reason: "Lebih dulu.", revision: nil, agency: nil)
    let (answers, others) = try bench.open().respond(
      toGroupOf: first.thread.id, .noted, reason: "Terima kasih.", revision: nil, agency: "Hukum")
    #expect((answers.count, others) == (2, 1))
    let comments = try bench.comments()
    #expect(comments.count == 4)
    #expect(comments.filter { $0.thread.status == .noted }.count == 2)
    #expect(comments.filter { $0.thread.status == .open }.map(\.text) == ["Tidak."])
    for comment in comments where comment.thread.status == .noted {
      #expect(comment.thread.answer.flatMap { comment.texts[$0.answer.body] } == "Terima kasih.")
    }
    #expect(try bench.complaints() == "")
  }
}

@Suite("Filters of comments") struct CommentFilterTests {
  private func filled() throws -> Bench {
    let bench = try Bench()
    try bench.importing(
      """
      tanggal,unsur,forum,tempat,masukan
      2025-09-01,Akademisi,FKP vol. 3,Pasal 2,Pelaporan tamu hotel terlalu berat.
      2025-09-15,Pelaku usaha,FKP vol. 3,Pasal 4,Mohon perizinan dipermudah.
      2025-10-02,pelaku-usaha,Rapat,Pasal 2,Undang-undang sudah mengaturnya.
      2025-10-20,Warga,,,Petugas memukul warga.

      """)
    return bench
  }

  @Test("each filter alone and together")
  func filters() throws {
    let bench = try filled()
    func count(_ filter: CommentFilter) throws -> Int {
      try bench.open().comments(filter).comments.count
    }
    #expect(try count(CommentFilter(unit: "Pasal 2")) == 2)
    #expect(try count(CommentFilter(unit: "BAB I")) == 3)
    #expect(try count(CommentFilter(group: "PELAKU USAHA")) == 2)
    #expect(try count(CommentFilter(forum: "fkp vol. 3")) == 2)
    #expect(try count(CommentFilter(since: CalendarDate(year: 2025, month: 9, day: 15))) == 3)
    #expect(try count(CommentFilter(until: CalendarDate(year: 2025, month: 9, day: 15))) == 2)
    #expect(try count(CommentFilter(unit: "Pasal 2", group: "pelaku usaha")) == 1)
    #expect(try count(CommentFilter(state: .current)) == 4)
    #expect(try count(CommentFilter(state: .moved)) == 0)
    let cut = try bench.open().comments(CommentFilter(order: .newest, limit: 2))
    #expect(cut.comments.map(\.thread.comment.date?.month) == [10, 10])
    #expect(cut.found == 4)
    #expect(
      try bench.open().comments(CommentFilter(order: .date)).comments.first?.text?.hasPrefix("Pel")
        == true)
    #expect(
      bench.failure { _ = try bench.open().comments(CommentFilter(unit: "Pasal 99")) }?.code
        == "unit.not_found")
  }

  @Test(
    "a list cut short is the beginning of the whole one",
    arguments: [CommentFilter.Order.place, .date, .newest, .due, .group, .status])
  func limits(_ order: CommentFilter.Order) throws {
    let bench = try Bench(["pekat": [SampleText.regulation(Bench.pasal)]])
    var random = SeededRandom(5)
    for file in 0..<3 {
      let rows = (0..<60).map { number in
        let place = random.below(4) == 0 ? "" : "Pasal \(1 + random.below(10))"
        return "2025-09-\(10 + random.below(9)),Unsur \(random.below(4)),\(place),Soal \(number)"
      }
      try bench.importing(
        "tanggal,unsur,tempat,masukan\n" + rows.joined(separator: "\n") + "\n",
        named: "m\(file).csv")
      try bench.edit(with: "Ketentuan \(file).")
      try bench.commit()
    }
    let some = try bench.comments().prefix(40).map(\.thread.id)
    for id in some {
      _ = try bench.open().respond(to: id, .noted, reason: "Ya.", revision: nil, agency: nil)
    }
    var filters = [CommentFilter(), CommentFilter(status: .open), CommentFilter(status: .noted)]
    filters.append(CommentFilter(draft: try bench.key("pekat"), group: "unsur 2"))
    filters.append(CommentFilter(unit: "Pasal 3"))
    filters.append(CommentFilter(search: "soal"))
    for var filter in filters {
      filter.order = order
      let whole = try bench.open().comments(filter)
      #expect(whole.found == whole.comments.count)
      #expect(!whole.comments.isEmpty)
      for limit in [0, 1, 7, 50, 1000] {
        filter.limit = limit
        let cut = try bench.open().comments(filter)
        #expect(cut.found == whole.found)
        #expect(cut.comments.map(\.thread.id) == whole.comments.prefix(limit).map(\.thread.id))
        // The way taken where there are many.
        var many = filter
        (many.fewHits, many.countedLimit) = (0, 0)
        let first = try bench.open().comments(many)
        #expect(first.comments.map(\.thread.id) == cut.comments.map(\.thread.id))
        #expect(first.isCounted ? first.found == whole.found : first.found <= whole.found)
      }
    }
  }

  @Test(
    "search finds other forms of a word, and no other words",
    arguments: [
      ("lapor", 1), ("melaporkan", 1), ("dilaporkan", 1), ("izin", 1), ("mengizinkan", 1),
      ("undang", 1), ("undang-undang", 1), ("peraturan", 1), ("diatur", 1), ("dipukul", 1),
      ("pukulan", 1), ("tamú", 1), ("hotel berat", 1), ("ikan", 0), ("lap tamu rumah", 0),
      ("pasar", 0), ("arang", 0),
    ])
  func search(_ words: String, _ count: Int) throws {
    let bench = try filled()
    #expect(try bench.open().comments(CommentFilter(search: words)).comments.count == count)
  }
}
