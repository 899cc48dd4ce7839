import Testing

@testable import ReviewModel

@Suite("Addresses of revisions")
struct RevisionAddressTests {
  @Test("What is written is what is read", arguments: ["pekat@3", "pekat@latest", "pekat"])
  func roundTrip(_ text: String) throws {
    let address = try #require(RevisionAddress(text))
    #expect("\(address.draft)" == "pekat")
    #expect(RevisionAddress(text) == address)
  }

  @Test("What is no address is refused", arguments: ["", "@", "@1", "pekat@", "a b"])
  func refused(_ text: String) {
    #expect(RevisionAddress(text) == nil)
  }
}
