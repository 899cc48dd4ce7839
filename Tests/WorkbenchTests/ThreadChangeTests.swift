import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Changes to a comment") struct ThreadChangeTests {
  @Test("an edit shows the new words, is found by them, and keeps the old in the log")
  func edit() throws {
    let bench = try Bench()
    let id = try bench.comment("Kata lama.")
    let thread = try bench.open().comment(id.rawValue).thread
    _ = try bench.open().editComment(thread, "Kata segar.")
    let comment = try #require(try bench.comments().first)
    #expect(comment.text == "Kata segar.")
    #expect(comment.thread.edits.count == 1)
    func found(_ words: String) throws -> Int {
      try bench.open().comments(CommentFilter(search: words)).comments.count
    }
    #expect(try found("segar") == 1)
    #expect(try found("lama") == 0)
    #expect(try bench.complaints() == "")
  }

  @Test("only the clone that recorded a comment edits or withdraws it")
  func authors() throws {
    let bench = try Bench()
    let id = try bench.comment("Milik sendiri.")
    let other = Bench(in: bench.folder, name: "lain")
    try bench.folder.git("clone", "-q", bench.path, other.path, at: "")
    try other.git("fetch", "-q", "origin", "+refs/naskah/*:refs/naskah-seen/origin/*")
    let thread = try other.open().comment(id.rawValue).thread
    #expect(
      other.failure { _ = try other.open().editComment(thread, "x") }
        == .notTheAuthor(comment: id.short))
    #expect(
      other.failure { _ = try other.open().withdrawComment(thread, reason: nil) }
        == .notTheAuthor(comment: id.short))
    // One that records it all the same changes nothing.
    _ = try other.open().record([
      PendingEvent(
        payload: { body, _ in .commentEdited(CommentEdited(thread: id, body: body)) },
        body: "Palsu.")
    ])
    let seen = try #require(try other.comments().first)
    #expect(seen.text == "Milik sendiri.")
    #expect(seen.thread.ineffective.count == 1)
    _ = try bench.open().withdrawComment(thread, reason: "Keliru.")
    let withdrawn = try bench.open().comment(id.rawValue)
    #expect(withdrawn.thread.status == .withdrawn)
    #expect(withdrawn.thread.withdrawal?.reason.flatMap { withdrawn.texts[$0] } == "Keliru.")
    #expect(try bench.open().status().drafts.first?.comments.withdrawn == 1)
    #expect(
      bench.failure { _ = try bench.open().withdrawComment(withdrawn.thread, reason: nil) }
        == .commentWithdrawn(id.short))
  }

  @Test("a moved comment stands where a person put it")
  func moved() throws {
    let bench = try Bench()
    let id = try bench.comment("Tentang Pasal 3.", "pasal-3")
    let place = try bench.open().place(
      at: try #require(RevisionAddress("pekat@latest")), unit: "Pasal 7")
    _ = try bench.open().moveComment(bench.open().comment(id.rawValue).thread, to: place)
    let comment = try bench.open().comment(id.rawValue)
    #expect(comment.placement == Placement(state: .current, address: "pasal-7"))
    #expect(comment.thread.comment.anchor.address == "pasal-3")
    #expect(try bench.open().comments(CommentFilter(unit: "Pasal 7")).comments.count == 1)
    #expect(try bench.open().comments(CommentFilter(unit: "Pasal 3")).comments.isEmpty)
  }

  @Test("assignments have a last day that shows until there is an answer")
  func assigned() throws {
    let bench = try Bench()
    let id = try bench.comment("Mohon dijawab.")
    let today = try bench.open().today
    let yesterday = CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 1)
    _ = try bench.open().assign([id], to: "Satpol PP", due: yesterday)
    let counts = try #require(try bench.open().status().drafts.first).comments
    #expect((counts.due, counts.overdue, counts.nextDue) == (1, 1, yesterday))
    func found(_ filter: CommentFilter) throws -> Int {
      try bench.open().comments(filter).comments.count
    }
    #expect(try found(CommentFilter(office: "satpol-pp")) == 1)
    #expect(try found(CommentFilter(office: "Dinas")) == 0)
    #expect(try found(CommentFilter(dueBy: yesterday)) == 1)
    #expect(
      try found(CommentFilter(dueBy: CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 2))) == 0)
    _ = try bench.open().respond(to: id, .noted, reason: "Ya.", revision: nil, agency: nil)
    #expect(try bench.open().status().drafts.first?.comments.due == 0)
    #expect(try found(CommentFilter(dueBy: today)) == 0)
  }

  @Test("attachments come back byte for byte, under harmless names")
  func attachments() throws {
    let bench = try Bench()
    var random = SeededRandom(4)
    let bytes = (0..<70_000).map { _ in UInt8(random.below(256)) }
    try bench.folder.write(bytes, to: "surat warga.pdf")
    let workbench = try bench.open()
    let id = try workbench.addComment(
      "Lihat surat.",
      at: workbench.place(at: try #require(RevisionAddress("pekat@1")), unit: "Pasal 2"),
      from: Commenter(),
      attachments: [.init(path: bench.folder.path + "/surat warga.pdf", name: "surat warga.pdf")])
    let thread = try bench.open().comment(id.rawValue).thread
    #expect(thread.comment.attachments?.map(\.size) == [70_000])
    for name in ["keluar/surat warga.pdf", "keluar/surat warga-2.pdf"] {
      _ = try bench.open().saveAttachments(of: thread, to: bench.folder.path + "/keluar")
      #expect(try bench.folder.bytes(name) == bytes)
    }
    var hostile = thread
    hostile.comment.attachments?[0].name = "../../.git/hooks/post-commit"
    let paths = try bench.open().saveAttachments(of: hostile, to: bench.folder.path + "/keluar")
    #expect(paths == [bench.folder.path + "/keluar/post-commit"])
    #expect(
      bench.failure {
        _ = try Attached(Attachment(path: bench.folder.path + "/tiada", name: "tiada"))
      } == .fileNotFound(path: "tiada"))
    #expect(try bench.complaints() == "")
  }
}
