import TestSupport
import Testing

@testable import ReviewModel

@Suite("Messages of revisions") struct RevisionMessageTests {
  static let ids = ["a", "3"].compactMap {
    EventID(rawValue: String(repeating: $0, count: 40))
  }

  static let texts = [
    "Rancangan awal", "Perbaikan: sanksi", "Subjek\n\nIsi yang panjang\ndua baris.",
    "Subjek\n\nCatatan: penting", "Subjek\n\nDraft: bukan\n\nakhir", "Ubah (Pasal 5: ayat 2)",
    "Subjek\n\n# bukan komentar", "é — “kutip”",
  ]

  @Test("messages come back whole", arguments: texts)
  func roundTrip(_ text: String) throws {
    let keys = [try #require(DraftKey("pekat")), try #require(DraftKey("puk"))]
    let message = RevisionMessage(text: text, drafts: keys, resolves: Self.ids)
    #expect(RevisionMessage(parsing: message.formatted) == message)
  }

  @Test("git reads the same trailers", arguments: texts)
  func asGit(_ text: String) throws {
    let folder = try TemporaryFolder()
    let key = try #require(DraftKey("pekat"))
    let message = RevisionMessage(text: text, drafts: [key], resolves: Self.ids)
    let trailers = try folder.git(
      "interpret-trailers", "--parse", at: "", input: Array(message.formatted.utf8))
    #expect(
      trailers == "Draft: pekat\n" + Self.ids.map { "Resolves: \($0)" }.joined(separator: "\n"))
    #expect(
      RevisionMessage(parsing: message.formatted + trailers.dropLast(0)).resolves.count >= 2)
  }

  @Test("messages that other tools wrote")
  func others() throws {
    #expect(RevisionMessage(parsing: "").text == "")
    #expect(RevisionMessage(parsing: "\n\n").text == "")
    #expect(RevisionMessage(parsing: "Draft: pekat").text == "Draft: pekat")
    #expect(RevisionMessage(parsing: "Draft: pekat").drafts.isEmpty)
    let signed = RevisionMessage(parsing: "Ubah\n\nSigned-off-by: A <a@b.id>\n")
    #expect(signed.text == "Ubah")
    #expect(signed.drafts.isEmpty)
    let mixed = RevisionMessage(
      parsing: "Ubah\n\ndraft:puk\nRESOLVES:  \(Self.ids[0])\nResolves: bukan\nDraft: ../x\n")
    #expect(mixed.drafts.map(\.description) == ["puk"])
    #expect(mixed.resolves == [Self.ids[0]])
    #expect(RevisionMessage(parsing: "A\r\n\r\nDraft: pekat\r\n").text.hasPrefix("A"))
  }
}
