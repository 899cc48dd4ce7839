import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Tables of inputs") struct DelimitedTextTests {
  private func cells(_ text: String) throws -> [[String]] {
    let table = try DelimitedText(Array(text.utf8), path: "x.csv")
    return [table.header.cells] + table.records.map(\.cells)
  }

  @Test(
    "delimiters, marks and line ends",
    arguments: [
      "a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2", "\u{FEFF}a,b\r\n1,2\r\n", "a,b\r1,2\r",
      "\"a\",\"b\"\n\"1\",\"2\"", "\n\n,\na,b\n\n1,2\n , \n\n",
    ])
  func forms(_ text: String) throws { #expect(try cells(text) == [["a", "b"], ["1", "2"]]) }

  @Test("quotes hold delimiters, line breaks and quotes")
  func quotes() throws {
    #expect(
      try cells("a;b\n\"1;2\";\"x \"\"y\"\"\r\nz\"\n;\"\"\"\"\n")
        == [["a", "b"], ["1;2", "x \"y\"\r\nz"], ["", "\""]])
    #expect(try cells("\"a,b\";c\n1;2\n") == [["a,b", "c"], ["1", "2"]])
    let table = try DelimitedText(Array("a\n\"1\n2\"\n3\n".utf8), path: "x")
    #expect(table.records.map(\.line) == [2, 4])
  }

  @Test("what is no table")
  func wrong() {
    func failure(_ text: String) -> Failure? {
      do {
        _ = try DelimitedText(Array(text.utf8), path: "x.csv")
        return nil
      } catch {
        return error
      }
    }
    #expect(failure("") == .importEmpty(path: "x.csv"))
    #expect(failure("a,b\n") == .importEmpty(path: "x.csv"))
    #expect(failure("\u{FEFF}") == .importEmpty(path: "x.csv"))
    #expect(failure("a,b\n1,2\n3,\"4\n5,6\n") == .importQuoteOpen(path: "x.csv", line: 3))
    #expect(failure("\"") == .importQuoteOpen(path: "x.csv", line: 1))
  }

  @Test("what is written reads back the same", arguments: 0..<40)
  func roundTrip(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let alphabet = Array("ab,;\t\"\n\r é–")
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let rows = (0..<6).map { _ in
        ["x"]
          + (0..<3).map { _ in String((0..<random.below(6)).map { _ in random.pick(alphabet) }) }
      }
      let header = ["kolom", "nama", "isi", "lain"]
      let text = ([header] + rows).map { DelimitedText.line($0, delimiter: delimiter) }.joined()
      let table = try DelimitedText(Array(text.utf8), path: "x")
      #expect(table.delimiter == delimiter)
      #expect(table.records.map(\.cells) == rows)
    }
  }

  @Test("read piece by piece it is the same table")
  func pieces() throws {
    let folder = try TemporaryFolder()
    let alphabet = Array(",;\t\"\n\rab é".utf8)
    for seed in Rounds.seeds(300) {
      var random = SeededRandom(UInt64(seed))
      let bytes =
        Array("a,b\n".utf8)
        + (0..<random.below(90)).map { _ in alphabet[random.below(alphabet.count)] }
      let path = folder.path + "/m.csv"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      func outcome(_ table: () throws -> DelimitedText) -> String {
        do {
          let table = try table()
          return "\(table.count) \(table.delimiter) \(table.header) \(table.records)"
        } catch {
          return "\(error)"
        }
      }
      let whole = outcome { try DelimitedText(bytes, path: "x") }
      guard let large = LargeText(path: path, threshold: 0, pieceLength: 4 + random.below(9)) else {
        continue
      }
      #expect(outcome { try DelimitedText(large, path: "x") } == whole, "\(bytes)")
    }
    #expect(LargeText(path: folder.path + "/m.csv") == nil)
  }

  @Test("random bytes end in a table or a failure, never more")
  func random() {
    var random = SeededRandom(5)
    let alphabet = Array("a,;\t\"\n\r".utf8) + [0xFF, 0x00, 0xEF, 0xBB]
    for _ in 0..<5_000 {
      let bytes = (0..<random.below(30)).map { _ in random.pick(alphabet) }
      _ = try? DelimitedText(bytes, path: "x")
    }
  }

  @Test("any bytes give a table or say why not; written anew it is read as the same")
  func anyBytes() throws {
    let alphabet = Array(",;\t\"\n\rab é".utf8) + [0x00, 0x80, 0xC3, 0xFF]
    for seed in Rounds.seeds(400) {
      var random = SeededRandom(UInt64(seed))
      let bytes = (0..<random.below(120)).map { _ in alphabet[random.below(alphabet.count)] }
      guard let table = try? DelimitedText(bytes, path: "x.csv") else { continue }
      let rows = [table.header] + table.records
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.line < $1.line })
      #expect(rows.allSatisfy { !$0.cells.isEmpty })
      let text = rows.map { DelimitedText.line($0.cells, delimiter: table.delimiter) }.joined()
      let again = try DelimitedText(Array(text.utf8), path: "x.csv")
      guard again.delimiter == table.delimiter else { continue }
      #expect(([again.header] + again.records).map(\.cells) == rows.map(\.cells), "\(bytes)")
    }
  }
}

@Suite("Import of inputs") struct ImportTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    try PackageFolder.bytes("Tests/Fixtures/\(name)")
  }

  private func sample() throws -> Bench {
    try Bench([
      "pekat": try PackageFolder.revisions(of: "pekat").map { String(decoding: $0, as: UTF8.self) }
    ])
  }

  @Test("the forum's file, again, and grown")
  func again() throws {
    let bench = try sample()
    let csv = try fixture("masukan-fkp.csv")
    let first = try bench.importing(csv)
    #expect((first.rows, first.imported, first.present) == (24, 24, 0))
    #expect(first.rejected.isEmpty)
    #expect(first.rejectFile == nil)
    let state = try bench.state()
    let second = try bench.importing(csv)
    #expect((second.imported, second.present) == (0, 24))
    #expect(try bench.state() == state)
    #expect(try bench.git("rev-list", "--count", "--glob=refs/naskah/log/*") == "1")

    let text = String(decoding: csv, as: UTF8.self)
    let row = "2025-10-21,Baru,Masyarakat,,,lisan,,Pasal 2,Masukan yang baru masuk.\n"
    // Grown at the end, and in the middle, so that the numbers of rows no longer agree.
    #expect(try bench.importing(text + row).imported == 1)
    let lines = text.split(separator: "\n", maxSplits: 1)
    let grown = try bench.importing("\(lines[0])\n\(row)\(row)\(lines[1])")
    #expect((grown.rows, grown.imported, grown.present) == (26, 1, 25))
    #expect(try bench.comments().count == 26)
    let groups = Set(try bench.comments().compactMap(\.duplicates?.group))
    #expect(groups.count == 2)
    #expect(try bench.complaints() == "")
  }

  @Test("rows of one place stand together in the log, and clocks rise from line to line")
  func together() throws {
    let bench = try Bench()
    let places = ["Pasal 2", "Pasal 1", "", "Pasal 2 ayat (1)"]
    let rows = (0..<600).map { "Masukan nomor \($0).,\(places[$0 % places.count])\n" }
    #expect(try bench.importing("masukan,tempat\n" + rows.joined()).imported == 600)
    let refs = try bench.git("for-each-ref", "--format=%(refname)", "refs/naskah/log").split(
      separator: "\n")
    let log = try #require(refs.first)
    var clocks: [Int] = []
    var found: [String] = []
    for number in ["-", "0", "1"] {
      let lines = try bench.git("show", "\(log):-/-/-/\(number)").split(separator: "\n")
      #expect(lines.count == (number == "1" ? 88 : 256))
      for line in lines {
        let event = try RecordLine.decoded(Event.self, from: ArraySlice(Array(line.utf8)))
        guard case .commentAdded(let comment) = event.payload else { continue }
        clocks.append(event.clock)
        let address = comment.anchor.address ?? ""
        if found.last != address { found.append(address) }
      }
    }
    #expect(clocks == Array(1...600))
    #expect(found == Set(found).sorted())
    // On one place comments stay in the order of their rows.
    let comments = try bench.comments()
    #expect(comments.count == 600)
    for (_, here) in Dictionary(grouping: comments, by: \.thread.anchor.address) {
      let rows = here.compactMap(\.thread.comment.source?.row)
      #expect(rows == rows.sorted())
    }
    #expect(try bench.open().verify().findings.isEmpty)
  }

  @Test("rejected rows keep line and reason in a file beside the source")
  func rejects() throws {
    let bench = try sample()
    let report = try bench.importing(try fixture("masukan-rusak.csv"))
    #expect(report.rows == report.imported + report.present + report.rejected.count)
    #expect(report.rejected.map(\.line) == [2, 3, 4])
    #expect(
      report.rejected.map(\.reason)
        == [.dateInvalid("31/02/2025"), .textEmpty, .columns(found: 6, expected: 9)])
    #expect(report.rejectFile == "masukan.ditolak.csv")
    #expect(report.unplaced == 2)
    let table = try DelimitedText(bench.folder.bytes("masukan.ditolak.csv"), path: "x")
    #expect(table.header.cells.suffix(2) == ["baris", "alasan"])
    #expect(table.records.map { $0.cells[9] } == ["2", "3", "4"])
    #expect(table.records.allSatisfy { $0.cells.count == table.header.cells.count })
    let unplaced = try #require(
      try bench.comments().first { $0.thread.comment.placeNote == "Pasal 999" })
    #expect(unplaced.thread.comment.anchor.address == nil)
  }

  @Test("columns by their names in both languages, only the text required")
  func columns() throws {
    let bench = try Bench()
    let report = try bench.importing(
      "Comment;Group;PLACE;Date;Draft;Revision\n"
        + "  Bicara soal jam.  ;RW;Pasal 3;5 Mei 2025;PEKAT;r1\n"
        + "Tanpa apa-apa.;;;;;\n")
    #expect(report.imported == 2)
    let comments = try bench.comments()
    #expect(comments.map(\.text) == ["Tanpa apa-apa.", "Bicara soal jam."])
    #expect(comments.last?.thread.comment.group == "RW")
    #expect(comments.last?.thread.comment.date?.iso8601 == "2025-05-05")
    #expect(comments.last?.placement.address == "pasal-3")
    #expect(
      bench.failure { try bench.importing("nama,alamat\nA,B\n") }
        == .importNoTextColumn(path: "masukan.csv", columns: ["nama", "alamat"]))
  }

  @Test("a row of another draft or revision is told apart")
  func targets() throws {
    let law = SampleText.regulation(Bench.pasal)
    let bench = try Bench(["pekat": [law], "puk": [law]])
    let report = try bench.importing(
      "masukan,draf,revisi\nSatu,puk,\nDua,,9\nTiga,rtrw,\nEmpat,../x,\nLima,pekat,bukan\n")
    #expect(report.imported == 1)
    #expect(
      report.rejected.map(\.reason) == [
        .revisionUnknown("9"), .draftUnknown("rtrw"), .draftUnknown("../x"),
        .revisionUnknown("bukan"),
      ])
    #expect(try bench.comments().first?.thread.comment.anchor.draft.description == "puk")
  }

  @Test(
    "a file that cannot be read changes nothing",
    arguments: [
      Array("masukan\n\"terbuka\n".utf8), [], Array("masukan\n".utf8), [0x00],
      Array("masukan\nkata\u{0}lain\n".utf8),
    ])
  func unreadable(_ bytes: [UInt8]) throws {
    let bench = try Bench()
    let before = try bench.folder.snapshot(bench.name)
    #expect(throws: Failure.self) { try bench.importing(bytes) }
    #expect(try bench.folder.snapshot(bench.name) == before)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/masukan.ditolak.csv"))
  }

  @Test("an import that cannot be recorded leaves no file of rejects")
  func notRecorded() throws {
    let bench = try Bench()
    try bench.comment("Awal.")
    let ref = try bench.git("for-each-ref", "--format=%(refname)", "refs/naskah/log")
    try bench.hold(".git/\(ref).lock")
    guard case .locked? = bench.failure({ try bench.importing("masukan,nama\nSatu,\n,A\n") }) else {
      Issue.record("a locked ref is written")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path + "/masukan.ditolak.csv"))
    #expect(try bench.comments().count == 1)
  }

  @Test("a comment of the greatest size is taken, a greater one rejected")
  func sizes() throws {
    let bench = try Bench()
    let most = String(repeating: "a ", count: Workbench.commentLimit / 2 - 1) + "b"
    let report = try bench.importing("masukan\n\(most)\n\(most)ccc\n")
    #expect(report.imported == 1)
    #expect(report.rejected.map(\.reason) == [.textTooLong(bytes: most.utf8.count + 3)])
  }
}
