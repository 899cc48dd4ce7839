import Foundation
import LegalText
import Testing

/// Real regulations, where they are at hand beside the package.
enum Corpus {
  static let folder: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("../shared/corpus/laws").standardizedFileURL
  }()

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") || $0.hasSuffix(".json") }.sorted()

  static var isPresent: Bool { !names.isEmpty }

  static func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) ?? Data())
  }
}

@Suite("Real regulations", .enabled(if: Corpus.isPresent, "shared/corpus is absent"))
struct ParserCorpusTests {
  @Test("every text keeps the promises of a document")
  func promises() {
    for name in Corpus.names {
      let source = Corpus.bytes(name)
      let document = LegalParser.parse(source)
      #expect(document.source == source)
      let broken = brokenPromises(of: document)
      #expect(broken.isEmpty, "\(name): \(broken.prefix(3))")
    }
  }

  /// Body articles that form 1…n without a gap or a repetition.
  private func isComplete(_ document: LegalDocument) -> Bool {
    let numbers = document.units.filter { $0.kind == .pasal && !$0.address.contains("/") }
      .map { $0.address.dropFirst(6) }
    if numbers.contains(where: { $0.contains("~") }) { return false }
    let plain = numbers.compactMap { Int($0) }
    return !numbers.isEmpty && plain == Array(1..<plain.count + 1)
  }

  @Test("the articles of most regional regulations are complete")
  func completeArticles() {
    let names = Corpus.names.filter {
      $0.hasPrefix("kp-perda-") && !$0.contains("lampiran") && !$0.contains("penjelasan")
        && !$0.contains("noisy")
    }
    let incomplete = names.filter { !isComplete(LegalParser.parse(Corpus.bytes($0))) }
    #expect(incomplete.count * 20 <= names.count, "\(incomplete)")
  }

  @Test("Kota Serang's Perda on public order has its 23 articles and their elucidation")
  func serang() {
    for name in ["serang-perda-2010-002-pekat.txt", "serang-perda-2010-002-pekat-flow.txt"] {
      let document = LegalParser.parse(Corpus.bytes(name))
      let addresses = document.units.map(\.address)
      let articles = addresses.filter { $0.hasPrefix("pasal-") && !$0.contains("/") }
      #expect(articles == (1...23).map { "pasal-\($0)" })
      let explained = addresses.filter {
        $0.hasPrefix("penjelasan/pasal-") && !$0.dropFirst(11).contains("/")
      }
      #expect(explained == (1...23).map { "penjelasan/pasal-\($0)" })
      #expect(
        addresses.filter { $0.hasPrefix("pasal-1/") } == (1...42).map { "pasal-1/angka-\($0)" })
      #expect(addresses.filter { $0.hasPrefix("mengingat/") }.count == 14)
      #expect(addresses.filter { $0.hasPrefix("menimbang/") }.count == 4)
      #expect(addresses.filter { $0.hasPrefix("bab-") && !$0.contains("/") }.count == 9)
    }
  }
}
