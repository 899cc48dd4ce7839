import Foundation
import GRDB
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("The lists of words") struct WordListTests {
  /// Texts of few words, so that lists are long, some with letters outside ASCII.
  private func texts(_ random: inout SeededRandom, _ count: Int) -> [String] {
    (0..<count).map { number in
      let sentence = random.sentence(random.below(30))
      return number.isMultiple(of: 7) ? sentence + " Café ber\(number)kelanjutan" : sentence
    }
  }

  private func words(_ text: String) -> Set<[UInt8]> {
    Set(SearchText.words(text).flatMap { [$0] + SearchText.forms($0) })
  }

  @Test(
    "hold of each word the texts that have it, in one part and in many",
    arguments: [12 << 20, 2_000, 100])
  func complete(_ held: Int) throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(5)
    var lists = try WordLists(path: folder.path + "/kata", holding: held)
    var wanted: [[UInt8]: [Int]] = [:]
    var hashes: [UInt64] = []
    var number = 0
    for text in texts(&random, 400) {
      number += 1 + random.below(3) * random.below(200)
      try lists.add(number, text, &hashes)
      for word in words(text) { wanted[word, default: []].append(number) }
    }
    try lists.finish()
    var found: [[UInt8]: [Int]] = [:]
    var last: (word: [UInt8], first: Int)?
    try lists.forEach { word, first, steps in
      if let last {
        #expect(
          last.word.lexicographicallyPrecedes(word) || last.word == word && last.first < first)
      }
      last = (word, first)
      steps.withUnsafeBytes {
        NumberList.forEach(first: first, $0) { found[word, default: []].append($0) }
      }
    }
    #expect(found == wanted)
  }

  @Test("long lists are cut, and a text is taken out of each", arguments: [1, 2, 70_000])
  func cutAndRemoved(_ gone: Int) throws {
    let folder = try TemporaryFolder()
    var lists = try WordLists(path: folder.path + "/kata")
    var hashes: [UInt64] = []
    for number in 1...70_000 {
      try lists.add(number, number == gone ? "banjir rob" : "banjir", &hashes)
    }
    try lists.finish()
    let queue = try DatabaseQueue()
    try queue.write { database in
      try database.execute(sql: IndexSchema.tables)
      try WordRows.fill(database, lists, upTo: 70_000)
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM posting") ?? 0 > 3)
      func found(_ word: String) throws -> SearchHits {
        try WordRows.hits(SearchText.words(word), in: database)
      }
      #expect(try found("banjir").count == 70_000)
      #expect(try found("rob banj").numbers == [gone])
      try WordRows.remove(gone, "Banjir rob.", in: database)
      #expect(try found("banjir").numbers == (1...70_000).filter { $0 != gone })
      #expect(try found("rob").count == 0)
    }
  }

  @Test("words that came at once and later are found alike, erased ones not at all")
  func mixed() throws {
    let bench = try Bench()
    try bench.comment("Pelaporan kegiatan usaha terlalu sering.")
    let first = try bench.comment("Mohon melaporkan rahasiasatu.")
    func found(_ words: String) throws -> Int {
      try bench.open().comments(CommentFilter(search: words)).comments.count
    }
    _ = try bench.open().reindex()
    #expect(try found("lapor") == 2)
    try bench.comment("Laporan bulanan saja.")
    let second = try bench.comment("Cukup dilaporkan rahasiadua.")
    #expect(try found("lapor") == 4)
    #expect(try found("rahasia") == 2)
    for id in [first, second] {
      _ = try bench.open().erase(id.rawValue, reason: "Permintaan.")
      let index = try Data(
        contentsOf: URL(fileURLWithPath: bench.path + "/.git/naskah/index.sqlite"))
      #expect(index.range(of: Data((id == first ? "rahasiasatu" : "rahasiadua").utf8)) == nil)
    }
    #expect(try found("lapor") == 2)
    #expect(try found("rahasia") == 0)
    _ = try bench.open().reindex()
    #expect(try found("lapor") == 2)
    #expect(try found("rahasia") == 0)
  }
}
