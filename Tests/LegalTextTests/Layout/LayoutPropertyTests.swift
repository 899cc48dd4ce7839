import Foundation
import LegalText
import Testing

/// The drafts that the project carries.
enum SampleDrafts {
  static let paths: [String] = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let folder = root.appendingPathComponent("Drafts")
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (all ?? []).filter { $0.hasSuffix(".txt") }.sorted().map { folder.path + "/" + $0 }
  }()

  static func bytes(_ path: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: path) ?? Data())
  }
}

/// What breaks the promises of the canonical layout for a text; empty where all hold.
func brokenLayout(of source: [UInt8]) -> [String] {
  var broken: [String] = []
  let before = LegalParser.parse(source)
  let result = CanonicalLayout.text(of: before)
  let after = LegalParser.parse(result)
  if CanonicalLayout.text(of: after) != result { broken.append("a second pass changes it") }
  if before.units.map(\.address) != after.units.map(\.address)
    || before.units.map(\.kind) != after.units.map(\.kind)
  {
    broken.append("it reads as another tree")
  }
  let (old, new) = (words(source), words(result))
  if old.bytes != new.bytes { broken.append("its characters differ") }
  if !new.breaks.isSuperset(of: old.breaks) { broken.append("words ran together") }
  return broken
}

/// The visible bytes, and after which of them a word ends. A colon may move to the word before it.
private func words(_ source: [UInt8]) -> (bytes: [UInt8], breaks: Set<Int>) {
  var bytes: [UInt8] = []
  var breaks: Set<Int> = []
  var position = 0
  var isBroken = false
  while position < source.count {
    let byte = source[position]
    let isWide = source[position...].starts(with: [0xEF, 0xBB, 0xBF])
    let isNoBreak = source[position...].starts(with: [0xC2, 0xA0])
    if Whitespace.isSpace(byte) || isWide || isNoBreak {
      isBroken = true
      position += isWide ? 3 : isNoBreak ? 2 : 1
      continue
    }
    if isBroken, byte != 0x3A { breaks.insert(bytes.count) }
    isBroken = false
    bytes.append(byte)
    position += 1
  }
  breaks.remove(0)
  return (bytes, breaks)
}

@Suite("What canonical layout promises for any text")
struct LayoutPropertyTests {
  @Test("the sample drafts are canonical", arguments: SampleDrafts.paths)
  func samples(_ path: String) {
    let source = SampleDrafts.bytes(path)
    #expect(!source.isEmpty)
    #expect(CanonicalLayout.text(of: LegalParser.parse(source)) == source)
  }

  @Test(
    "real regulations keep their words and their tree",
    .enabled(if: Corpus.isPresent, "shared/corpus is absent"))
  func corpus() {
    var unchanged = 0
    for name in Corpus.names {
      let source = Corpus.bytes(name)
      let broken = brokenLayout(of: source)
      #expect(broken.isEmpty, "\(name): \(broken)")
      if CanonicalLayout.text(of: LegalParser.parse(source)) == source { unchanged += 1 }
    }
    #expect(unchanged * 8 <= Corpus.names.count, "\(unchanged) texts are given as they were")
  }

  @Test("a draft with its layout spoilt gets it back", arguments: SampleDrafts.paths)
  func spoilt(_ path: String) {
    let source = SampleDrafts.bytes(path)
    // Tabs, Windows line ends and spaces that mean nothing.
    var spoilt: [UInt8] = []
    for byte in source {
      if byte == 0x0A { spoilt += Array("  \r\n".utf8) } else { spoilt.append(byte) }
    }
    #expect(CanonicalLayout.text(of: LegalParser.parse(spoilt)) == source)
  }

  @Test("pieces of regulations in any order", arguments: 0..<12)
  func pieces(_ seed: Int) {
    let pieces = [
      "Pasal 1\n", "Pasal 2\n", "Pasal I\n", "BAB I\n", "BAB II JUDUL\n", "(1) ", "(2) Dua", "a. ",
      "b. ", "1. ", "2. ", "1) ", "a) ", ":\n", ";\n", ".\n", ",\n", "\n", "\u{0C}", "  ", "\t",
      "Bagian Kesatu\n", "Bagian Kedua A\n", "PENJELASAN\n", "I. UMUM\n", "II. PASAL DEMI PASAL\n",
      "Ayat (1)\n", "Huruf a ", "Angka 1\n", "LAMPIRAN I\n", "MEMUTUSKAN :", "Menetapkan : X\n",
      "Menimbang : ", "Mengingat : ", "Ditetapkan di Sana\n", "diubah sebagai berikut:\n", "“", "-",
      "- 3 -\n", "7\n", "dan ", "ayat ", "Cukup jelas. ", "kata ", "kata kata\nkata ", "\r\n",
      "\u{A0}", "\u{FEFF}", "Agar  setiap orang\n", "|a|b|\n", "x      y\n", "KATA BESAR BESAR\n",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<60 {
      var text = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      let broken = brokenLayout(of: Array(text.utf8))
      #expect(broken.isEmpty, "\(broken): \(text.debugDescription)")
    }
  }

  @Test("any bytes", arguments: 0..<8)
  func anyBytes(_ seed: Int) {
    var state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D | 1
    for length in [1, 2, 3, 40, 400, 4000] {
      var bytes: [UInt8] = []
      for _ in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 40))
      }
      let broken = brokenLayout(of: bytes)
      #expect(broken.isEmpty, "seed \(seed), \(length) bytes: \(broken)")
    }
  }
}
