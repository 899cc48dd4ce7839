import LegalText
import Testing

@testable import DraftDiff

/// Items of a list that change places.
@Suite("list")
struct ListTests {
  private func article(_ items: [String]) -> String {
    var text = "Pasal 1\n\nPanitia pasar bertugas:\n"
    for (index, item) in items.enumerated() {
      let end = index == items.count - 1 ? "." : index == items.count - 2 ? "; dan" : ";"
      text += "\("abcdefgh".map(String.init)[index]). \(item)\(end)\n"
    }
    return text
  }

  /// What became of each item, by the old and the new letter.
  private func changes(_ old: [String], _ new: [String]) -> [String: Set<ChangeKind>] {
    let (before, after) = (LegalParser.parse(article(old)), LegalParser.parse(article(new)))
    let comparison = Comparison.compare(before, after)
    checkInvariants(comparison, before, after)
    var found: [String: Set<ChangeKind>] = [:]
    for change in comparison.changes where change.kind == .huruf {
      let letters = [change.old, change.new].map { $0.map { String($0.address.suffix(1)) } ?? "-" }
      found[letters.joined()] = change.kinds
    }
    return found
  }

  private let items = [
    "menyusun jadwal pemeriksaan kios", "menerima pendaftaran pedagang baru",
    "menetapkan luas lapak setiap pedagang", "melaksanakan penertiban lorong dan tangga",
    "menghitung retribusi yang terutang", "melaporkan hasil pemeriksaan kepada lurah",
  ]

  @Test("an item that passes another and gains the last conjunction is the same item")
  func swapped() {
    var moved = items
    moved.swapAt(3, 4)
    let found = changes(items, moved)
    #expect(Set(found.keys) == ["de", "ed"])
    #expect(found.values.allSatisfy { $0.isSuperset(of: [.renumbered, .edited]) })
    #expect(found.values.contains { $0.contains(.moved) })
  }

  @Test("an item that goes up the list with two words more is the same item")
  func extended() {
    var moved = items
    let item = moved.remove(at: 3)
    moved.insert(item.replacing("lorong", with: "halaman parkir lorong"), at: 0)
    let found = changes(items, moved)
    #expect(found["da"] == [.moved, .renumbered, .edited])
    #expect(found.values.allSatisfy { $0.isDisjoint(with: [.inserted, .removed]) })
  }

  @Test("an item of other words is another item, wherever it stands")
  func replaced() {
    var changed = items
    changed.remove(at: 1)
    changed.insert("mengumumkan tarif parkir pada papan di pintu masuk", at: 4)
    let found = changes(items, changed)
    #expect(found["b-"] == [.removed])
    #expect(found["-e"] == [.inserted])
  }
}
