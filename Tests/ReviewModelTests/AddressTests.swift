import TestSupport
import Testing

@testable import ReviewModel

@Suite("Names of drafts and revisions") struct AddressTests {
  @Test("keys are taken in any case", arguments: ["pekat", "PEKAT", "Pekat"])
  func keys(_ text: String) { #expect(DraftKey(text)?.description == "pekat") }

  @Test("keys at the bounds")
  func bounds() {
    #expect(DraftKey(String(repeating: "a", count: 64)) != nil)
    #expect(DraftKey(String(repeating: "a", count: 65)) == nil)
    #expect(DraftKey("0") != nil)
    #expect(DraftKey("a-") != nil)
  }

  @Test(
    "what is no key",
    arguments: [
      "", "-a", "../x", "a/b", "a b", "a.b", "a_b", "pékat", "a\u{0}", "a\n", "ａ", ".", "a@1", "~",
    ])
  func notKeys(_ text: String) { #expect(DraftKey(text) == nil) }

  @Test(
    "addresses",
    arguments: [
      ("pekat", .working), ("pekat@latest", .latest), ("pekat@TERAKHIR", .latest),
      ("pekat@3", .number(3)), ("pekat@r3", .number(3)), ("pekat@003", .number(3)),
      ("pekat@1f3a", .commit("1f3a")), ("pekat@1F3A", .commit("1f3a")),
      ("pekat@1234567", .commit("1234567")), ("PEKAT@0", .number(0)),
      ("pekat@usulan", .name("usulan")), ("pekat@origin/main", .name("origin/main")),
      ("pekat@r", .name("r")),
    ] as [(String, RevisionSelector)])
  func addresses(_ text: String, _ selector: RevisionSelector) throws {
    let address = try #require(RevisionAddress(text))
    #expect(address.draft.description == "pekat")
    #expect(address.selector == selector)
    #expect(RevisionAddress(address.description) == address)
  }

  @Test(
    "what is no address",
    arguments: [
      "", "@", "@1", "pekat@", "pekat@-1", "pekat@1f", "pekat@1@2", "pekat@1.5",
      "pekat@" + String(repeating: "1", count: 41), "../x@1", "pekat@٣", "pekat@a..b/", "pekat@a b",
      "pekat@" + String(repeating: "a", count: 201),
    ])
  func notAddresses(_ text: String) { #expect(RevisionAddress(text) == nil) }

  @Test("ranges")
  func ranges() throws {
    let range = try #require(RevisionRange("pekat@1..3"))
    #expect(range.from.description == "pekat@1")
    #expect(range.to.description == "pekat@3")
    #expect(RevisionRange("pekat@1..pekat@3") == range)
    #expect(RevisionRange("pekat@3..")?.to.selector == .working)
    #expect(RevisionRange("pekat@abcd..latest")?.to.selector == .latest)
    let wrong = [
      "pekat", "pekat@1", "pekat..2", "pekat@1...3", "pekat@..3", "pekat@1..puk@2", "..",
    ]
    for text in wrong { #expect(RevisionRange(text) == nil, "\(text)") }
  }

  @Test("random texts are read or refused, never more")
  func random() {
    var random = SeededRandom(11)
    let alphabet = Array("pekat@.r0123af-/ é\u{0}\u{301}".unicodeScalars)
    for _ in 0..<20_000 {
      let scalars = (0..<random.below(14)).map { _ in random.pick(alphabet) }
      let text = String(String.UnicodeScalarView(scalars))
      if let address = RevisionAddress(text) {
        #expect(RevisionAddress(address.description) == address)
      }
      if let range = RevisionRange(text) { #expect(range.from.draft == range.to.draft) }
    }
  }
}
