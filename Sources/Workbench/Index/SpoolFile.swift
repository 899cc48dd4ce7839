import Foundation
import ReviewModel
import Synchronization

/// A file without a name, for what is written once, read again and gone with the process.
final class SpoolFile: Sendable {
  private let descriptor: Int32
  private let end = Mutex(0)

  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.readOnly(path: path) }
    unlink(path)
  }

  deinit { close(descriptor) }

  func append(_ bytes: UnsafeRawBufferPointer) throws {
    try end.withLock { end in
      var done = 0
      while done < bytes.count {
        let count = pwrite(
          descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(end))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Failure.readOnly(path: "index.words") }
        done += count
        end += count
      }
    }
  }

  /// Whether so many bytes could be read.
  func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = pread(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
