import Foundation
import ReviewModel

/// The text layer of a PDF file, by poppler's `pdftotext -layout`.
enum PDFText {
  /// At most this many bytes of text are taken.
  static let largest = 256 << 20

  /// Reads the file at `path`.
  /// - Parameter searchPath: the folders in which programs are looked for, parted by colons.
  /// - Throws: `Failure.toolMissing`, `Failure.documentUnreadable`.
  static func read(path: String, named name: String, searchPath: String) throws -> [UInt8] {
    guard let tool = find("pdftotext", in: searchPath) else {
      throw Failure.toolMissing(tool: "pdftotext", package: "poppler-utils")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-layout", "-enc", "UTF-8", path, "-"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Failure.toolMissing(tool: "pdftotext", package: "poppler-utils")
    }
    var bytes: [UInt8] = []
    while let piece = try output.fileHandleForReading.read(upToCount: 1 << 20), !piece.isEmpty {
      bytes.append(contentsOf: piece)
      if bytes.count > largest {
        process.terminate()
        process.waitUntilExit()
        throw Failure.documentUnreadable(path: name, problem: .tooLarge)
      }
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      // The tool's exit code 3 says that the file's permissions forbid it.
      let problem = process.terminationStatus == 3 ? DocumentProblem.encrypted : .damaged
      throw Failure.documentUnreadable(path: name, problem: problem)
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw Failure.documentUnreadable(path: name, problem: .noTextLayer)
    }
    return bytes
  }

  private static func find(_ tool: String, in searchPath: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
