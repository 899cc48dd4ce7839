import Testing

@testable import Workbench

@Suite("Tables in text files")
struct DelimitedTextTests {
  @Test("Any of the three delimiters is recognised", arguments: [",", ";", "\t"])
  func delimiters(_ mark: String) throws {
    let text = "a\(mark)b\r\n1\(mark)\"x, y; z\tw\"\r\n"
    let table = try DelimitedText(Array(text.utf8), path: "t")
    #expect(table.header.cells == ["a", "b"])
    #expect(table.records.map(\.cells) == [["1", "x, y; z\tw"]])
  }

  @Test("A quoted cell may hold line breaks and doubled quotation marks; lines are counted")
  func quotes() throws {
    let text = "\u{FEFF}a,b\n\"1\n2\",\"say \"\"x\"\"\"\n3,4\n"
    let table = try DelimitedText(Array(text.utf8), path: "t")
    #expect(table.records.map(\.cells) == [["1\n2", "say \"x\""], ["3", "4"]])
    #expect(table.records.map(\.line) == [2, 4])
  }
}
