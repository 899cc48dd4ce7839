import LegalText
import TestSupport
import Testing

@testable import DraftDiff

/// What two versions share is read once: what is taken over from one must be what reading the other
/// would have given.
@Suite("two versions read together")
struct VersionsTests {
  private func check(_ old: LegalDocument, _ new: LegalDocument, _ note: String) {
    let found = ReferenceScanner.references(in: old, and: new)
    #expect(found.old == ReferenceScanner.references(in: old), "\(note)")
    #expect(found.new == ReferenceScanner.references(in: new), "\(note)")
    let words = ComparedWords(old, new)
    let pair = words.isMirrored ? (new, old) : (old, new)
    check(words.first, pair.0, words.vocabulary, note)
    check(words.second, pair.1, words.vocabulary, note)
  }

  private func check(
    _ words: UnitWords, _ document: LegalDocument, _ vocabulary: Vocabulary, _ note: String
  ) {
    var own = Vocabulary()
    let alone = UnitWords(document, &own)
    #expect(words.own == alone.own, "\(note)")
    #expect(
      words.text.tokens.map { [$0.start, $0.end, Int($0.traits.rawValue)] }
        == alone.text.tokens.map { [$0.start, $0.end, Int($0.traits.rawValue)] }, "\(note)")
    #expect(
      words.text.ids.map { Array(vocabulary.bytes($0)) }
        == alone.text.ids.map { Array(own.bytes($0)) }, "\(note)")
  }

  @Test("a draft and an edited one", arguments: Drafts.keys)
  func drafts(key: String) throws {
    let text = try #require(Drafts.text(key))
    for (seed, plan) in ["words", "all at once", "references", "forms"].enumerated() {
      let draft = EditableDraft(Array(text.utf8))
      var edits = DraftEdits(draft, seed: seed)
      edits.run(
        TruthPlans.plans[plan]
          ?? .init(edits: 9, percent: 10, insertions: 0, removals: 0, inner: 0, stale: 0))
      let new = LegalParser.parse(draft.print().text)
      check(draft.document, new, "\(key) \(plan)")
      check(new, draft.document, "\(key) \(plan), backwards")
    }
  }

  @Test("small laws")
  func pairs() {
    for seed in 0..<Soak.count(60, 2_000) {
      let (old, new) = MirroredPair.generated(seed: seed)
      check(old, new, "seed \(seed)")
    }
  }

  /// The second text differs where the references themselves stay as printed.
  @Test(
    "what else says what a reference means",
    arguments: [
      // The ayat of Pasal 1 are items that begin right below its heading.
      (
        "Pasal 1\n1) Izin diberikan.\n2) Izin dicabut.\n\nPasal 2\nIzin pada Pasal 1 ayat (2).\n",
        "Pasal 1\nKetentuan izin:\n1) Izin diberikan.\n2) Izin dicabut.\n\nPasal 2\nIzin pada Pasal 1 ayat (2).\n"
      ),
      // What is amended is what the instruction says.
      (
        "Pasal I\n1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3\n(1) Izin menurut Pasal 3 ayat (2).\n(2) Izin dicabut.\n\nPasal II\nBerlaku.\n",
        "Pasal I\n1. Ketentuan penjelasan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3\n(1) Izin menurut Pasal 3 ayat (2).\n(2) Izin dicabut.\n\nPasal II\nBerlaku.\n"
      ),
      // A unit is another's child now, at the same address or not.
      (
        "Pasal 1\n(1) Izin:\na. usaha; dan\nb. bangunan sebagaimana dimaksud pada huruf a.\n(2) Cukup.\n",
        "Pasal 1\n(1) Izin:\na. usaha;\nc. bangunan sebagaimana dimaksud pada huruf a.\n(2) Cukup.\n"
      ),
      // An article of the treaty that the title names.
      (
        "PERATURAN DAERAH\nTENTANG\nIZIN\n\nPasal 1\nSyarat menurut Pasal 48.\n",
        "PERATURAN DAERAH\nTENTANG\nPENGESAHAN KONVENSI\n\nPasal 1\nSyarat menurut Pasal 48.\n"
      ),
    ])
  func meaning(old: String, new: String) {
    let (one, other) = (LegalParser.parse(Array(old.utf8)), LegalParser.parse(Array(new.utf8)))
    check(one, other, old)
    check(other, one, new)
  }
}
