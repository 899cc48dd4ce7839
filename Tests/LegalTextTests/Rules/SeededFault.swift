import Foundation
import Testing

@testable import LegalText

/// A sample draft that faults are put into.
struct SampleDraft: Sendable, CustomTestStringConvertible {
  let key: String
  let document: LegalDocument
  var text: String { document.text(in: document.source.indices) }
  var testDescription: String { key }

  /// The drafts of the project's own workbench.
  static let all: [SampleDraft] = ["pekat", "puk", "rtrw"].compactMap { key in
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let path = root.appendingPathComponent("Drafts/\(key)/naskah.txt").path
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return SampleDraft(key: key, document: LegalParser.parse(Array(data)))
  }

  /// The units of a kind whose address begins with `prefix`.
  func units(_ kind: UnitKind, under prefix: String = "") -> [LegalText.Unit] {
    document.units.filter { $0.kind == kind && $0.address.hasPrefix(prefix) }
  }

  func own(_ unit: LegalText.Unit) -> String { document.text(in: unit.range) }

  /// The text with a range of bytes replaced.
  func replacing(_ range: Range<Int>, _ new: String) -> String {
    let bytes = document.source
    let parts = [
      Array(bytes[..<range.lowerBound]), Array(new.utf8), Array(bytes[range.upperBound...]),
    ]
    return String(decoding: parts.flatMap { $0 }, as: UTF8.self)
  }

  /// The text with the first `old` in a unit replaced; nil where it is not there.
  func replacing(_ old: String, _ new: String, in unit: LegalText.Unit) -> String? {
    let text = own(unit)
    guard let found = text.range(of: old) else { return nil }
    return replacing(unit.range, text.replacingCharacters(in: found, with: new))
  }
}

/// A fault put into a draft, with what must be found.
struct SeededFault {
  var text: String
  var unit: String
  var rule: String
  var citation: String
}

/// A way of putting one kind of fault into a draft.
struct FaultKind: Sendable, CustomTestStringConvertible {
  let name: String
  let seeds: @Sendable (SampleDraft) -> [SeededFault]
  var testDescription: String { name }

  init(_ name: String, _ seeds: @escaping @Sendable (SampleDraft) -> [SeededFault]) {
    self.name = name
    self.seeds = seeds
  }

  /// A fault in each unit of some kinds in which `old` can be replaced.
  static func replacing(
    _ old: String, _ new: String, in kinds: [UnitKind] = [.pasal, .ayat],
    under prefix: String = "pasal-",
    rule: String, _ number: String, leafOnly: Bool = true
  ) -> FaultKind {
    FaultKind("\(rule): \(old) → \(new)") { draft in
      draft.document.units.enumerated().compactMap { index, unit in
        guard kinds.contains(unit.kind), unit.address.hasPrefix(prefix),
          !leafOnly || draft.document.children(of: index).isEmpty,
          let text = draft.replacing(old, new, in: unit)
        else { return nil }
        return SeededFault(text: text, unit: unit.address, rule: rule, citation: citation(number))
      }
    }
  }

  /// The same kind, not put into one of the drafts.
  func except(_ key: String) -> FaultKind {
    FaultKind(name) { draft in draft.key == key ? [] : seeds(draft) }
  }

  static func citation(_ number: String) -> String {
    number.hasPrefix("UU") ? number : "Lampiran II angka " + number
  }
}

/// A generator whose numbers depend on its seed alone.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
