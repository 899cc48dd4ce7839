import Foundation
import ReviewModel

/// Where a clone stands, so that a copy of it is known for one: the machine, and the folder's number
/// in the file system, which a copy cannot have.
enum ClonePlace {
  /// Twelve digits that stand for the place of a folder; nil where the system does not say.
  static func mark(of folder: String) -> String? {
    // Not by FileManager, which also looks up the names of the owner and the group.
    var info = stat()
    guard stat(folder, &info) == 0 else { return nil }
    let machine =
      (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8))
      ?? ProcessInfo.processInfo.hostName
    let text = "\(machine)\n\(info.st_ino)"
    return try? EventID.of(Array(text.utf8)).rawValue.prefix(12).description
  }
}
