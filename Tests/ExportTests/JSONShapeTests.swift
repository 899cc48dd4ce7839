import Foundation
import LegalText
import ReviewModel
import Testing

@testable import Export

/// What scripts outside the project rely on in every document.
@Suite("JSON documents keep their shape")
struct JSONShapeTests {
  @Test("An id comes with the version of the contract, keys sorted, one line")
  func identifier() throws {
    let id = try #require(EventID(rawValue: String(repeating: "7f3a", count: 10)))
    let text = try CommentJSON.id(id).text
    #expect(text == "{\"id\":\"\(id)\",\"schema\":1}\n")
  }

  @Test("The units of an outline cover their text and name their parents")
  func outline() throws {
    let source = "BAB I\nKETENTUAN UMUM\n\nPasal 1\n(1) Satu.\n(2) Dua.\n"
    let text = try OutlineJSON.outline(LegalParser.parse(source)).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let units = try #require(object?["units"] as? [[String: Any]])
    let addresses = Set(units.compactMap { $0["address"] as? String })
    #expect(addresses.isSuperset(of: ["bab-1", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2"]))
    for unit in units {
      let range = try #require(unit["range"] as? [Int])
      #expect(range.count == 2 && range[0] <= range[1] && range[1] <= source.utf8.count)
      if let parent = unit["parent"] as? String { #expect(addresses.contains(parent)) }
    }
  }

  @Test("Keys are sorted and null stands for what is absent")
  func keys() throws {
    struct Sample: Encodable {
      let b = 1
      @OrNull var a: Int?
    }
    #expect(try JSONText(Sample()).text == "{\"a\":null,\"b\":1}\n")
  }
}
