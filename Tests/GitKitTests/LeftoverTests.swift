import Foundation
import GitKit
import Testing

@Suite struct LeftoverTests {
  @Test func unfinishedPacksOfAKilledProcessAreRemoved() throws {
    let temporary = try TemporaryRepository()
    _ = try temporary.commit(["a": "a\n"], message: "awal")
    let writer = try PackWriter(temporary.repository)
    try writer.addBlob(Array("isi\n".utf8))
    let pack = try #require(try writer.write())
    let folder = temporary.path + "/.git/objects/pack"
    let old = ["pack_git2_a1idx.lock", "pack_git2_a1", "pack_git2_b2"].map { "\(folder)/\($0)" }
    for path in old {
      try Data("sisa".utf8).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: path)
    }
    // What a process is writing is not in its way.
    let held = folder + "/pack_git2_c3idx.lock"
    try Data().write(to: URL(fileURLWithPath: held))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: held))
    temporary.repository.removeUnfinishedPacks()
    #expect(old.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
    #expect(FileManager.default.fileExists(atPath: held))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/\(pack.name).idx"))
    try file.close()
    #expect(try temporary.complaints() == "")
  }
}
