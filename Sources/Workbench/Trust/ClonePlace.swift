import Foundation
import ReviewModel

/// Where a clone stands, so that a copy of it is known for one: the machine, and the folder's number
/// in the file system, which a copy cannot have.
enum ClonePlace {
  /// Twelve digits that stand for the place of a folder; nil where the system does not say.
  static func mark(of folder: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder)
    guard let number = attributes?[.systemFileNumber] as? NSNumber else { return nil }
    let machine =
      (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8))
      ?? ProcessInfo.processInfo.hostName
    let text = "\(machine)\n\(number.uint64Value)"
    return try? EventID.of(Array(text.utf8)).rawValue.prefix(12).description
  }
}
