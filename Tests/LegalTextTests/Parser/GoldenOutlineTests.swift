import Foundation
import LegalText
import Testing

/// Outlines of real regulations, read and checked by hand: address and kind, no text.
struct GoldenOutline: CustomTestStringConvertible {
  let name: String
  let isNoisy: Bool
  let units: Set<String>

  var testDescription: String { name }

  static let all: [GoldenOutline] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Goldens")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".outline") }.sorted().compactMap { file in
      guard
        let text = try? String(
          contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      else { return nil }
      let lines = text.split(separator: "\n")
      return GoldenOutline(
        name: String(file.dropLast(".outline".count)), isNoisy: lines.first == "# noisy",
        units: Set(lines.dropFirst().map(String.init)))
    }
  }()

  /// The share of what was read that is right, and of what is there that was read.
  func measure() -> (precision: Double, recall: Double) {
    let read = Set(
      LegalParser.parse(Corpus.bytes(name)).units.map { "\($0.address) \($0.kind.rawValue)" })
    let right = Double(read.intersection(units).count)
    return (right / Double(max(read.count, 1)), right / Double(max(units.count, 1)))
  }
}

@Suite("Outlines checked by hand", .enabled(if: Corpus.isPresent, "shared/corpus is absent"))
struct GoldenOutlineTests {
  @Test("there are outlines of every family of layouts")
  func families() {
    for family in ["kp-", "sl-", "serang-", "sby-", "md-uu-", "md-pp-", "json-", "ocr-", "permen"] {
      #expect(GoldenOutline.all.contains { $0.name.hasPrefix(family) })
    }
  }

  @Test("units are found where they stand, and no others", arguments: GoldenOutline.all)
  func outline(_ golden: GoldenOutline) {
    let floor = golden.isNoisy ? 0.97 : 0.99
    let (precision, recall) = golden.measure()
    #expect(precision >= floor)
    #expect(recall >= floor)
  }
}
