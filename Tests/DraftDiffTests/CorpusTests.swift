import LegalText
import Testing

@testable import DraftDiff

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files read whole.
enum File {
  static func text(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Real texts beside the package, where they are present.
enum Corpus {
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared/corpus/laws/"
  }()

  static func text(_ name: String) -> String? { File.text(root + name) }

  static func isPresent(_ name: String) -> Bool { text(name) != nil }
}

@Suite("real texts")
struct CorpusTests {
  static let flow = "serang-perda-2010-002-pekat-flow.txt"
  static let layout = "serang-perda-2010-002-pekat.txt"

  /// The text with a word put into five provisions, and their addresses.
  private func edited(_ text: String) -> (text: String, units: [String]) {
    let document = LegalParser.parse(text)
    let bodies = document.units.indices.filter {
      let unit = document.units[$0]
      return unit.address.hasPrefix("pasal-") && unit.subtreeEnd == $0 + 1
        && document.ownText(of: $0).split(separator: " ").count > 8
    }
    let chosen = stride(from: bodies.count / 10, to: bodies.count, by: bodies.count / 5)
      .prefix(5).map { bodies[$0] }
    var bytes = document.source
    for unit in chosen.reversed() {
      let range = document.ownRanges(of: unit)[0]
      let words = bytes[range].indices.filter { bytes[$0] == 0x20 && $0 > range.lowerBound + 20 }
      bytes.insert(contentsOf: Array(" berkesinambungan".utf8), at: words[0])
    }
    return (String(decoding: bytes, as: UTF8.self), chosen.map { document.units[$0].address })
  }

  /// The text with one Pasal before the one numbered `number`.
  private func inserted(_ text: String, before number: Int, label: String) -> String {
    let document = LegalParser.parse(text)
    guard let next = document.index(ofAddress: "pasal-\(number)") else { return text }
    var bytes = document.source
    let article = "\(label)\n\nSetiap orang berhak menyampaikan aduan kepada Walikota.\n\n"
    bytes.insert(contentsOf: Array(article.utf8), at: document.units[next].range.lowerBound)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with the numbers of Pasal from `first` on one higher, references included.
  private func renumbered(_ text: String, from first: Int) -> String {
    let document = LegalParser.parse(text)
    var places: [Range<Int>: Int] = [:]
    for unit in document.units where unit.kind == .pasal {
      let digits = unit.labelRange.filter {
        document.source[$0] >= 0x30 && document.source[$0] <= 0x39
      }
      if let low = digits.first, let high = digits.last {
        places[low..<high + 1] = Int(document.text(in: low..<high + 1)) ?? 0
      }
    }
    for reference in ReferenceScanner.references(in: document) where reference.scope == .internal {
      for part in reference.parts where part.kind == .pasal {
        places[part.numberRange] = Int(part.number) ?? 0
      }
    }
    var bytes = document.source
    for place in places.sorted(by: { $0.key.lowerBound > $1.key.lowerBound })
    where place.value >= first {
      bytes.replaceSubrange(place.key, with: Array(String(place.value + 1).utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "five edits and an inserted Pasal are all that is found",
    .enabled(if: Corpus.isPresent(flow), "no corpus"), arguments: [flow, layout], [true, false])
  func pekat(name: String, renumber: Bool) throws {
    let text = try #require(Corpus.text(name))
    let (changed, units) = edited(text)
    let new =
      renumber
      ? inserted(renumbered(changed, from: 6), before: 7, label: "Pasal 6")
      : inserted(changed, before: 6, label: "Pasal 5A")
    let (before, after) = (LegalParser.parse(text), LegalParser.parse(new))
    let comparison = Comparison.compare(before, after)
    checkInvariants(comparison, before, after)
    let content = comparison.changes.filter { !$0.kinds.isSubset(of: [.renumbered]) }
    let found = content.filter { $0.kinds.contains(.edited) }.compactMap(\.old?.address)
    #expect(found == units)
    #expect(comparison.summary.edited == 5)
    #expect(comparison.summary.inserted == 1)
    #expect(comparison.summary.removed == 0)
    #expect(comparison.summary.moved == 0)
    #expect(content.count == 6)
    #expect(comparison.summary.deletedWords == 0)
    #expect(comparison.summary.insertedWords == 5 + 9)
    #expect(comparison.summary.renumbered == (renumber ? 18 : 0))
    #expect(Set(comparison.summary.references.keys).isSubset(of: renumber ? [.consequential] : []))
  }

  @Test(
    "a text and itself, and any two texts", .enabled(if: Corpus.isPresent(flow), "no corpus"),
    arguments: [
      "kp-bpd-v1.txt", "kp-bpd-v2.txt", "kp-rtrw-v1.txt", "de-tpg-v07.md",
      "sl-perda-minol-naskah.txt",
      "kp-perangkat-desa-v2.txt", "kp-perangkat-desa-v3.txt", "serang-perda-2010-002-pekat.txt",
    ])
  func invariants(name: String) throws {
    guard let text = Corpus.text(name), let other = Corpus.text("kp-perangkat-desa-v1.txt") else {
      return
    }
    let (document, second) = (LegalParser.parse(text), LegalParser.parse(other))
    #expect(Comparison.compare(document, document).changes.isEmpty)
    checkInvariants(Comparison.compare(document, second), document, second)
    checkInvariants(Comparison.compare(second, document), second, document)
  }
}
