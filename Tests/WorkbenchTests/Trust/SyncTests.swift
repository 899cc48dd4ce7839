import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Exchange with a remote") struct SyncTests {
  @Test("comments and drafts of two clones go back and forth")
  func two() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    try first.comment("Dari kantor pertama.", from: Commenter(name: "Rahasia"))
    #expect(try first.open().synchronise(with: nil).pushed.count == 2)
    try second.comment("Dari kantor kedua.")
    try second.edit()
    try second.commit("Ubah")
    let report = try second.open().synchronise(with: nil)
    #expect(report.received == 1)
    #expect(report.branch == .pushed)
    #expect(!report.sentPersons)
    let back = try first.open().synchronise(with: nil)
    #expect(back.branch == .fastForwarded)
    #expect(try first.text() == second.text())
    #expect(try first.git("status", "--porcelain") == "")
    #expect(try first.state() == second.state())
    #expect(try offices.hub.git("for-each-ref", "refs/naskah-private") == "")
    // Each tells once what it has seen of the other; then nothing more is to be said.
    for _ in 0..<2 { for bench in [first, second] { _ = try bench.open().synchronise(with: nil) } }
    let quiet = try first.open().synchronise(with: nil)
    #expect(quiet.pushed == [] && quiet.received == 0 && quiet.branch == .current)
    for bench in [first, second, offices.hub] {
      #expect(try bench.complaints() == "")
      #expect(try bench.found() == [])
    }
  }

  @Test("names and contacts go to internal remotes only")
  func persons() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    try first.comment("Masukan.", from: Commenter(name: "Rahasia"))
    #expect(
      first.failure { _ = try first.open().synchronise(with: "origin", persons: true) }
        == .remoteNotInternal("origin"))
    #expect(try offices.hub.git("for-each-ref", "refs/naskah") == "")
    _ = try first.open().synchronise(with: "origin")
    #expect(try offices.hub.git("for-each-ref", "refs/naskah-private") == "")
    try first.open().setInternal("origin", true)
    #expect(try first.open().synchronise(with: "origin", persons: true).sentPersons)
    try second.open().setInternal("origin", true)
    _ = try second.open().synchronise(with: "origin")
    #expect(try second.comments().first?.person?.name == "Rahasia")
    #expect(
      first.failure { try first.open().setInternal("tiada", true) }
        == .remoteNotFound("tiada", existing: ["origin"]))
  }

  @Test("drafts changed on both sides: comments are exchanged, the drafts wait for a merge")
  func diverged() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    for (bench, line) in [(first, "Kalimat satu."), (second, "Kalimat dua.")] {
      try bench.edit(with: line)
      try bench.commit()
      try bench.comment("Dari \(bench.name).")
    }
    _ = try first.open().synchronise(with: nil)
    let head = try second.git("rev-parse", "HEAD")
    #expect(
      second.failure { _ = try second.open().synchronise(with: nil) }
        == .draftsDiverged(branch: "main", remote: "origin"))
    #expect(try second.git("rev-parse", "HEAD") == head)
    #expect(try second.comments().compactMap(\.text).count == 2)
    _ = try first.open().synchronise(with: nil)
    #expect(try first.comments().compactMap(\.text).count == 2)
    try second.git("merge", "-q", "-s", "ours", "origin/main")
    #expect(try second.open().synchronise(with: nil).branch == .pushed)
  }

  @Test("unsaved changes in the way of newer drafts stay as they are")
  func inTheWay() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    try first.edit(with: "Kalimat satu.")
    try first.commit()
    _ = try first.open().synchronise(with: nil)
    try second.edit(with: "Belum disimpan.")
    let text = try second.text()
    #expect(
      second.failure { _ = try second.open().synchronise(with: nil) }?.code == "sync.in_the_way")
    #expect(try second.text() == text)
  }

  @Test("remotes that are not there are said so")
  func unreachable() throws {
    let bench = try Bench()
    try bench.comment("Satu.")
    #expect(bench.failure { _ = try bench.open().synchronise(with: nil) } == .noRemote)
    try bench.git("remote", "add", "jauh", "../tiada.git")
    let before = try bench.git("for-each-ref")
    #expect(bench.failure { _ = try bench.open().synchronise(with: nil) }?.code == "sync.failed")
    #expect(try bench.git("for-each-ref") == before)
    #expect(
      bench.failure { _ = try bench.open().synchronise(with: "lain") }
        == .remoteNotFound("lain", existing: ["jauh"]))
  }

  @Test("five clones at once: same state everywhere, nothing lost", .timeLimit(.minutes(10)))
  func five() async throws {
    let offices = try Offices()
    let others = try (3...5).map { number in
      let bench = Bench(in: offices.first.folder, name: "kantor\(number)")
      try offices.first.folder.git("clone", "-q", "pusat.git", bench.name, at: "")
      return bench
    }
    let benches = [offices.first, offices.second] + others
    try await withThrowingTaskGroup(of: Void.self) { group in
      for bench in benches {
        group.addTask {
          for number in 0..<3 {
            try bench.comment("\(bench.name) \(number)")
            _ = try bench.open().synchronise(with: "origin")
          }
        }
      }
      try await group.waitForAll()
    }
    for bench in benches + benches { _ = try bench.open().synchronise(with: "origin") }
    let state = try offices.first.state()
    #expect(state.count == 15)
    for bench in benches + [offices.hub] {
      #expect(try bench.state() == state)
      #expect(try bench.found() == [])
    }
    #expect(try offices.hub.complaints() == "")
  }
}
