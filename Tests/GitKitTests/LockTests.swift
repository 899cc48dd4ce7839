import Foundation
import GitKit
import Testing

@Suite struct LockTests {
  @Test func excludesOthersAndIsReleased() throws {
    let temporary = try TemporaryRepository()
    let path = temporary.repository.commonFolder + "uji.lock"
    do {
      let held = try temporary.repository.lock(named: "uji.lock")
      let error = gitError {
        let second = try temporary.another().lock(named: "uji.lock", timeout: .milliseconds(20))
        _ = consume second
      }
      #expect(error?.code == .locked)
      #expect(error?.path == path)
      _ = consume held
    }
    let again = try temporary.repository.lock(named: "uji.lock", timeout: .milliseconds(20))
    _ = consume again
    let failure = gitError {
      let lock = try FileLock(path: temporary.path + "/tiada/x.lock")
      _ = consume lock
    }
    #expect(failure?.code == .notFound)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")))
  func aKilledProcessLeavesNoLock() throws {
    let temporary = try TemporaryRepository()
    let path = temporary.repository.commonFolder + "uji.lock"
    let ready = temporary.path + "/siap"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    process.arguments = ["--no-fork", path, "/bin/sh", "-c", "touch '\(ready)'; exec sleep 60"]
    try process.run()
    while !FileManager.default.fileExists(atPath: ready) { usleep(1000) }
    let error = gitError {
      let lock = try temporary.repository.lock(named: "uji.lock", timeout: .milliseconds(20))
      _ = consume lock
    }
    #expect(error?.code == .locked)
    kill(process.processIdentifier, SIGKILL)
    let lock = try temporary.repository.lock(named: "uji.lock", timeout: .seconds(10))
    _ = consume lock
    process.waitUntilExit()
  }
}
