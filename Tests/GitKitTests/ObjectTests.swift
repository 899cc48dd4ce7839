import Foundation
import GitKit
import Testing

@Suite struct ObjectTests {
  @Test func idsReadAndPrintAndCompare() throws {
    let hex = "00112233445566778899aabbccddeeff01234567"
    let id = try #require(ObjectID(hex))
    #expect(id.description == hex)
    #expect(ObjectID(hex.uppercased()) == id)
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID(String(hex.dropLast())) == nil)
    #expect(ObjectID(hex.dropLast() + "g") == nil)
    #expect(ObjectID(bytes: id.bytes.dropLast()) == nil)
    var generator = SystemRandomNumberGenerator()
    let ids = (0..<200).compactMap { _ in
      ObjectID(bytes: (0..<20).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
    #expect(ids.count == 200)
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }

  @Test(arguments: [0, 1, 100, 300_000])
  func blobsAreGitsBlobs(size: Int) throws {
    let temporary = try TemporaryRepository()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ $0 >> 8) }
    let id = try temporary.repository.writeBlob(bytes)
    #expect(try ObjectID.ofBlob(bytes) == id)
    #expect(
      try temporary.folder.git("hash-object", "--stdin", at: temporary.path, input: bytes)
        == id.description)
    #expect(try temporary.repository.blob(id) == bytes)
    #expect(try temporary.another().blobSize(id) == bytes.count)
    #expect(try temporary.git("cat-file", "-s", id.description) == String(bytes.count))
    #expect(try temporary.complaints() == "")
  }

  @Test func sizeLimitAndWrongKindAreErrors() throws {
    let temporary = try TemporaryRepository()
    let blob = try temporary.repository.writeBlob(Array(repeating: 7, count: 1000))
    let tree = try temporary.repository.writeTree([TreeEntry(name: "a", id: blob)])
    #expect(gitError { try temporary.repository.blob(blob, limit: 999) }?.code == .tooLarge)
    #expect(try temporary.repository.blob(blob, limit: 1000).count == 1000)
    #expect(gitError { try temporary.repository.blob(tree) }?.code == .notFound)
    #expect(gitError { try temporary.repository.tree(blob) }?.code == .notFound)
    #expect(gitError { try temporary.repository.commit(tree) }?.code == .notFound)
    let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
    #expect(gitError { try temporary.repository.blob(missing) }?.code == .notFound)
    #expect(try temporary.repository.object(missing) == nil)
    #expect(try temporary.repository.object(tree)?.kind == .tree)
  }

  @Test func prefixesAreResolved() throws {
    let temporary = try TemporaryRepository()
    var byPrefix: [String: [ObjectID]] = [:]
    let writer = try PackWriter(temporary.repository)
    for number in 0..<1500 {
      let id = try writer.addBlob(Array("isi \(number)".utf8))
      byPrefix[String(id.description.prefix(4)), default: []].append(id)
    }
    _ = try writer.write()
    let single = try #require(byPrefix.first { $0.value.count == 1 })
    #expect(try temporary.repository.objectID(prefix: single.key) == single.value[0])
    #expect(try temporary.repository.objectID(prefix: single.key.uppercased()) == single.value[0])
    let double = try #require(byPrefix.first { $0.value.count > 1 })
    #expect(gitError { try temporary.repository.objectID(prefix: double.key) }?.code == .ambiguous)
    let full = double.value[0]
    #expect(try temporary.repository.objectID(prefix: full.description) == full)
    let free = try #require(
      (0..<65_536).map { String(String($0 + 65_536, radix: 16).suffix(4)) }
        .first { byPrefix[$0] == nil })
    #expect(gitError { try temporary.repository.objectID(prefix: free) }?.code == .notFound)
    for bad in ["", "abc", "wxyz", full.description + "0", "12 4", "äbcd"] {
      #expect(gitError { try temporary.repository.objectID(prefix: bad) }?.code == .invalid)
    }
  }

  @Test func damagedObjectsAreErrors() throws {
    let temporary = try TemporaryRepository()
    let id = try temporary.repository.writeBlob(Array(repeating: 65, count: 10_000))
    let hex = id.description
    let file = temporary.path + "/.git/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for damaged in [
      Data(), whole.prefix(10), Data(whole.reversed()), Data(repeating: 0, count: 99),
    ] {
      try damaged.write(to: URL(fileURLWithPath: file))
      #expect(gitError { try temporary.another().blob(id) } != nil)
    }
  }

  @Test func truncatedPacksAreErrors() throws {
    let temporary = try TemporaryRepository()
    let writer = try PackWriter(temporary.repository)
    let ids = try (0..<100).map { try writer.addBlob(Array("masukan nomor \($0)".utf8)) }
    let name = try #require(try writer.write()?.name)
    for suffix in [".idx", ".pack"] {
      let file = temporary.path + "/.git/objects/pack/" + name + suffix
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
      let whole = try Data(contentsOf: URL(fileURLWithPath: file))
      for length in [0, 7, whole.count / 2, whole.count - 1] {
        try whole.prefix(length).write(to: URL(fileURLWithPath: file))
        let repository = try temporary.another()
        let failures = ids.filter { id in gitError { try repository.blob(id) } != nil }
        #expect(!failures.isEmpty || length == whole.count - 1)
      }
      try whole.write(to: URL(fileURLWithPath: file))
    }
    #expect(try temporary.complaints() == "")
  }
}
