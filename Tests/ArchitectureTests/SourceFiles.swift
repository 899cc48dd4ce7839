import Foundation

/// One Swift file of the package.
struct SourceFile: Sendable, CustomStringConvertible {
  /// The target whose folder holds it.
  let target: String
  /// The path from the package's root.
  let path: String
  /// The text as it stands.
  let text: String

  var description: String { path }

  /// The text without comments and without what stands in string literals; lines are kept.
  var code: String { SwiftCode.withoutCommentsAndStrings(text) }

  /// How many lines the file has.
  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
}

/// The package as it lies on disk.
enum Package {
  /// The folder of `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below a folder of the package (`Sources` or `Tests`), in the order of names.
  static func files(in folder: String) throws -> [SourceFile] {
    let base = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(
        target: String(path.prefix { $0 != "/" }), path: folder + "/" + path,
        text: try String(contentsOf: base.appending(path: path), encoding: .utf8))
    }
  }

  /// The text of `Package.swift`.
  static func manifest() throws -> String {
    try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
  }
}
