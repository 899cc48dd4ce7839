import Foundation
import GitKit
import Testing

@Suite struct ConfigTests {
  @Test func readsRepositoryAndGlobal() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    #expect(try repository.configString("user.name") == "Uji Coba")
    try temporary.git("config", "user.name", "Lokal")
    try temporary.git("config", "naskah.besar", "2k")
    try temporary.git("config", "naskah.benar", "on")
    #expect(try repository.configString("user.name") == "Lokal")
    #expect(try repository.configValues("user.name") == ["Uji Coba", "Lokal"])
    #expect(try repository.configInt("naskah.besar") == 2048)
    #expect(try repository.configBool("naskah.benar") == true)
    #expect(try repository.configString("naskah.tiada") == nil)
    #expect(try repository.configBool("naskah.tiada") == nil)
    #expect(try repository.configValues("naskah.tiada").isEmpty)
    #expect(gitError { try repository.configInt("naskah.benar") } != nil)
    #expect(gitError { try repository.configString("bukan nama") } != nil)
  }

  @Test func writesKeepTheRest() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let file = temporary.path + "/.git/config"
    let global = try String(contentsOfFile: temporary.folder.globalConfig, encoding: .utf8)
    let comment = "\n# catatan penyusun\n[Alias]\n\tlg = log --oneline ; ringkas\n"
    let before = try String(contentsOfFile: file, encoding: .utf8) + comment
    try before.write(toFile: file, atomically: true, encoding: .utf8)
    try repository.setConfig("naskah.writer", to: "w \"1\" # ; \\ selesai")
    #expect(
      try temporary.git("config", "naskah.writer") == "w \"1\" # ; \\ selesai")
    let values = ["+refs/naskah/*:refs/naskah-seen/o/*", "a.b|c", "axb|c", ""]
    for value in values + values { try repository.addConfig("remote.o.fetch", value: value) }
    #expect(
      try temporary.git("config", "--get-all", "remote.o.fetch") == values.joined(separator: "\n"))
    #expect(gitError { try repository.setConfig("remote.o.fetch", to: "x") } != nil)
    try repository.unsetConfig("remote.o.fetch", value: "a.b|c")
    #expect(try repository.configValues("remote.o.fetch") == [values[0], values[2], values[3]])
    try repository.unsetConfig("remote.o.fetch", value: values[0])
    try repository.unsetConfig("remote.o.fetch", value: "tiada")
    try repository.unsetConfig("remote.o.fetch")
    try repository.unsetConfig("remote.o.fetch")
    try repository.unsetConfig("naskah.writer")
    #expect(try repository.configString("naskah.writer") == nil)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix(before))
    #expect(try String(contentsOfFile: temporary.folder.globalConfig, encoding: .utf8) == global)
    try Data().write(to: URL(fileURLWithPath: file + ".lock"))
    let owner = try FileHandle(forWritingTo: URL(fileURLWithPath: file + ".lock"))
    let locked = gitError { try repository.setConfig("naskah.x", to: "1") }
    #expect(locked?.code == .locked)
    #expect(locked?.path == file + ".lock")
    // Its owner gone, nothing keeps it.
    try owner.close()
    try repository.setConfig("naskah.x", to: "1")
    #expect(try repository.configString("naskah.x") == "1")
    #expect(!FileManager.default.fileExists(atPath: file + ".lock"))
  }

  @Test func identityFollowsGit() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    #expect(
      try repository.identity(.author, environment: [:])
        == Identity(name: "Uji Coba", email: "uji@example.org"))
    try temporary.git("config", "committer.name", "Pencatat")
    let environment = [
      "GIT_AUTHOR_NAME": "Dari Lingkungan", "GIT_COMMITTER_EMAIL": "c@example.org", "EMAIL": "e@x",
    ]
    #expect(
      try repository.identity(.author, environment: environment)
        == Identity(name: "Dari Lingkungan", email: "uji@example.org"))
    #expect(
      try repository.identity(.committer, environment: environment)
        == Identity(name: "Pencatat", email: "c@example.org"))
    let bare = try GitRepository.open(
      at: temporary.path, configuration: .files(global: nil, system: nil))
    #expect(try bare.identity(.author, environment: [:]) == nil)
    #expect(try bare.identity(.author, environment: ["GIT_AUTHOR_NAME": "A"]) == nil)
    let minimal = try bare.identity(.author, environment: ["GIT_AUTHOR_NAME": "A", "EMAIL": "e@x"])
    #expect(minimal == Identity(name: "A", email: "e@x"))
    #expect(try bare.identity(.author, environment: ["GIT_AUTHOR_NAME": " ", "EMAIL": "e"]) == nil)
  }

  @Test func remotesAreListedAndMade() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    try temporary.git("remote", "add", "asal", "https://example.org/a.git")
    try temporary.git("config", "remote.asal.pushurl", "ssh://example.org/a.git")
    try repository.createRemote(
      "temu", url: "/srv/temu.git",
      fetchRefspecs: [
        "+refs/heads/*:refs/remotes/temu/*", "+refs/naskah/*:refs/naskah-seen/temu/*",
      ],
      pushRefspecs: ["refs/naskah/*"])
    let remotes = try repository.remotes()
    #expect(remotes.map(\.name) == ["asal", "temu"])
    #expect(remotes[0].url == "https://example.org/a.git")
    #expect(remotes[0].pushURL == "ssh://example.org/a.git")
    #expect(remotes[0].fetchRefspecs == ["+refs/heads/*:refs/remotes/asal/*"])
    #expect(remotes[1].fetchRefspecs.count == 2)
    #expect(remotes[1].pushRefspecs == ["refs/naskah/*"])
    #expect(
      try temporary.git("config", "--get-all", "remote.temu.fetch").split(separator: "\n").count
        == 2)
    #expect(gitError { try repository.createRemote("temu", url: "x") }?.code == .exists)
    #expect(gitError { try repository.createRemote("a b", url: "x") }?.code == .invalidName)
  }
}
