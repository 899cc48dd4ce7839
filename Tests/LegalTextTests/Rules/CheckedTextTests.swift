import Foundation
import Testing

@testable import LegalText

private func findings(_ text: String, annexes: [AnnexFile] = []) -> [Finding] {
  DraftChecker.check(LegalParser.parse(Array(text.utf8)), annexes: annexes)
}

/// A whole regulation with articles of our own making.
private func regulation(_ articles: String, notes: String = "") -> String {
  PreambleRules.sample(
    body: articles
      + "\nPasal 9\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n")
    + notes
}

@Suite("Drafting rules: what a text's habits and files change")
struct CheckedTextTests {
  private static let terms =
    "Pasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n1. Daerah adalah Kota Contoh.\n"
    + "2. Pelaku Usaha adalah orang yang berdagang di Daerah.\n\n"

  @Test("a term without its capitals is a slip where it is rare, else the text's habit")
  func lowercase() {
    func severities(_ capitals: Int, _ lower: Int) -> [Severity] {
      let ayat = (1...(capitals + lower)).map { number in
        "(\(number)) Setiap \(number <= capitals ? "Pelaku Usaha" : "pelaku usaha") membayar sewa."
      }
      return findings(Self.terms + "Pasal 2\n" + ayat.joined(separator: "\n") + "\n")
        .filter { $0.rule == "term.lowercase" }.map(\.severity)
    }
    #expect(severities(1, 1) == [.warning])
    #expect(severities(9, 3) == [.warning, .warning, .warning])
    #expect(severities(3, 3).allSatisfy { $0 == .info } && !severities(3, 3).isEmpty)
    #expect(severities(5, 0).isEmpty)
  }

  @Test(
    "a mark with another number than its neighbours prove is out of order in a draft",
    arguments: [("a e c d", "."), ("a b g d", "."), ("1 2 7 4", "."), ("a b c d", ".")])
  func misnumbered(_ marks: String, _ sign: String) {
    let items = marks.split(separator: " ").map { "\($0)\(sign) kios \($0);" }
    let text = "Pasal 1\nPasar meliputi:\n" + items.joined(separator: "\n") + "\n"
    func orders(_ text: String) -> [String] {
      findings(text).filter { $0.rule == "number.order" }.map(\.address)
    }
    let expected = ["a e c d": ["huruf-b"], "a b g d": ["huruf-c"], "1 2 7 4": ["angka-3"]]
    #expect(orders(text) == (expected[marks] ?? []).map { "pasal-1/\($0)" })
    // In a copy of an enacted text it is a misprint.
    let enacted = "PERATURAN DAERAH KOTA CONTOH\nNOMOR 4 TAHUN 2013\nTENTANG\nPASAR\n" + text
    #expect(orders(enacted).isEmpty)
  }

  @Test("notes in a form of their own are one habit")
  func clearForm() {
    func severities(_ form: String, others: Int) -> [Severity] {
      let articles = (1...5).map { "Pasal \($0)\nLos nomor \($0) disewa.\n\n" }.joined()
      let notes = (1...5).map { number in
        "Pasal \(number)\n\(number <= others ? form : "Cukup jelas.")\n\n"
      }.joined()
      return findings(articles + "PENJELASAN\n\nI. UMUM\nUmum.\n\nII. PASAL DEMI PASAL\n\n" + notes)
        .filter { $0.rule == "elucidation.clear-form" }.map(\.severity)
    }
    #expect(severities("Cukup jelas", others: 1) == [.warning])
    #expect(severities("Cukup jelas", others: 5) == Array(repeating: .info, count: 5))
  }

  @Test("an instruction that inserts and changes, or inserts a chapter with its article")
  func compoundInstruction() {
    let articles = "\n\n  Pasal 12A\n  Pasar buka setiap hari.\n"
    for instruction in [
      "1. Di antara Pasal 12 dan Pasal 13 disisipkan 1 (satu) pasal, yakni Pasal 12A, dan "
        + "ketentuan Pasal 13 diubah, sehingga berbunyi sebagai berikut:" + articles
        + "\n  Pasal 13\n  Pasar tutup pada malam hari.\n",
      "1. Di antara BAB VI dan BAB VII disisipkan 1 (satu) bab dan 1 (satu) pasal, yakni BAB VIA "
        + "dan Pasal 12A, sehingga berbunyi sebagai berikut:\n\n  BAB VIA\n  PASAR MALAM"
        + articles,
    ] {
      let found = findings(AmendmentRules.amending(instruction)).map(\.rule)
      #expect(!found.contains("amendment.count") && !found.contains("amendment.between"))
    }
  }

  @Test("years of a budget need no words, amounts do")
  func budgetYears() {
    func numbers(_ text: String) -> Int {
      findings(regulation("Pasal 1\n\(text)\n")).count { $0.rule == "number.words" }
    }
    #expect(numbers("Penyertaan modal Tahun Anggaran 2024 dibayar sekaligus.") == 0)
    #expect(numbers("Sewa tahun-tahun dinas 2024 dan 2025 dibayar sekaligus.") == 0)
    #expect(numbers("Setiap tahun anggaran disewakan 2024 los.") == 1)
  }

  @Test("an item whose list goes on within its line is not alone")
  func listWithinLine() {
    func alone(_ items: String) -> Bool {
      findings(regulation("Pasal 1\nPasar meliputi:\n\(items)\n")).contains {
        $0.rule == "number.lone-item"
      }
    }
    #expect(alone("a. Pasar Lama."))
    #expect(!alone("a. Pasar Lama b. Pasar Baru c. Pasar Ikan."))
  }

  @Test("a text printed in a gazette is enacted")
  func gazette() {
    func severity(_ head: String) -> Severity? {
      findings(head + "\n\n" + Self.terms + "Pasal 2\nPasar buka\n\nPasal 3\nPasar tutup\n")
        .first { $0.rule == "sentence.end" }?.severity
    }
    #expect(severity("LEMBARAN DAERAH KOTA CONTOH\nNOMOR: 1 TAHUN: 1998 SERI: B") == .info)
    let close = "Ditetapkan di: Contoh   NOMOR: 4 TAHUN 1997\nPada tanggal: 23 Juni 1997\n"
    #expect(
      findings(Self.terms + "Pasal 2\nPasar buka\n\nPasal 3\nPasar tutup\n\n" + close)
        .first { $0.rule == "sentence.end" }?.severity == .info)
    #expect(severity("RANCANGAN LEMBARAN DAERAH KOTA CONTOH\nNOMOR: 1 TAHUN: 1998") == .warning)
  }

  @Test("a regulation of any rank rests on none of lower rank")
  func ownRank() {
    func rules(_ basis: String) -> [String] {
      findings(
        "PERATURAN WALI KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\nPASAR\n\nWALI KOTA CONTOH,\n\n"
          + "Menimbang: bahwa pasar perlu ditata;\n\n"
          + "Mengingat:\n1. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan (Lembaran Negara "
          + "Republik Indonesia Tahun 2014 Nomor 45);\n2. \(basis) Nomor 3 Tahun 2020 tentang Kios;"
          + "\n\nMEMUTUSKAN:\nMenetapkan: PERATURAN WALI KOTA TENTANG PASAR.\n\n"
          + "Pasal 1\nPasar dibuka.\n"
      ).map(\.rule)
    }
    #expect(rules("Peraturan Desa Contoh").contains("basis.rank"))
    #expect(!rules("Peraturan Wali Kota Contoh").contains("basis.rank"))
  }

  @Test("each book of a code has chapters of its own")
  func books() {
    let book =
      "BAB I\nKETENTUAN UMUM\n\nPasal 1\nPasar.\n\nBAB II\nKETENTUAN PENUTUP\n\n"
      + "Pasal 2\nPasar dibuka.\n\n"
    let text =
      book + book.replacing("Pasal 1", with: "Pasal 3").replacing("Pasal 2", with: "Pasal 4")
    #expect(!findings(text).contains { $0.rule == "chapter.order" })
  }

  @Test(
    "what looks like a fault and is none",
    arguments: [
      (
        "number.words",
        "Pasal 2\nSewa disetor paling lama 1 x 24 (satu kali dua puluh empat) jam.\n"
      ),
      (
        "criminal.breach",
        "Pasal 2\nPengelola harus tidak pernah dipidana karena melakukan kejahatan.\n"
      ),
      (
        "criminal.breach",
        "Pasal 2\nPengelola berhenti karena dipidana dengan putusan pengadilan.\n"
      ),
      (
        "term.variant",
        "Pasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n1. Bahan Berbahaya yang "
          + "selanjutnya disingkat B3 adalah bahan.\n\nPasal 2\nPengelola menyimpan B3.\n"
      ),
    ])
  func noFault(rule: String, text: String) {
    #expect(!findings(text).contains { $0.rule == rule && $0.severity >= .warning })
  }

  @Test("an enacted text is not held to what it does again and again, a draft is")
  func enacted() {
    func counts(_ number: String, lists: Int, dangling: Int = 0) -> FindingCounts {
      let articles = (1...6).map { index in
        let cited = index <= dangling ? " dalam Pasal \(index + 40)" : ""
        return "Pasal \(index)\nPasar\(cited) meliputi:\na. kios;\n"
          + "b. los;\(index <= lists ? "" : " dan")\nc. pelataran.\n\n"
      }.joined()
      let text = PreambleRules.sample(
        body: articles + "Pasal 7\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"
      ).replacingOccurrences(of: "NOMOR … TAHUN …", with: "NOMOR \(number)")
      let rules = ["list.conjunction", "reference.dangling"]
      return FindingCounts(findings(text).filter { rules.contains($0.rule) })
    }
    let draft = "… TAHUN …"
    #expect(counts(draft, lists: 1) == FindingCounts(warnings: 1))
    #expect(counts(draft, lists: 5) == FindingCounts(warnings: 5))
    #expect(counts("4 TAHUN 2015", lists: 1) == FindingCounts(warnings: 1))
    #expect(counts("4 TAHUN 2015", lists: 5) == FindingCounts(infos: 5))
    #expect(counts("4 TAHUN 2003", lists: 1) == FindingCounts(infos: 1))
    #expect(counts(draft, lists: 0, dangling: 4) == FindingCounts(errors: 4))
    #expect(counts("4 TAHUN 2003", lists: 0, dangling: 1) == FindingCounts(errors: 1))
    // Numbers beyond the last article lead nowhere, however many they are.
    #expect(counts("4 TAHUN 2O15", lists: 0, dangling: 4) == FindingCounts(errors: 4))
  }

  @Test("a letter more or less in the name of an enacted text is a misprint of the copy")
  func misprints() {
    func severity(_ number: String, _ name: String) -> Severity? {
      let text = PreambleRules.sample(enacting: "PERATURAN DAERAH TENTANG \(name).")
        .replacingOccurrences(of: "NOMOR … TAHUN …", with: "NOMOR \(number)")
      return findings(text).first { $0.rule == "title.enacting" }?.severity
    }
    #expect(severity("… TAHUN …", "PASAR RAKIAT") == .error)
    #expect(severity("4 TAHUN 2015", "PASAR RAKIAT") == .info)
    #expect(severity("4 TAHUN 2015", "PASAR MODERN") == .error)
    #expect(severity("4 TAHUN 2015", "PASARRAKYAT") == nil)
    #expect(severity("… TAHUN …", "PASARRAKYAT") == .error)
  }

  @Test("an annex may be a file beside the text")
  func annexes() {
    let text = regulation(
      "Pasal 1\nPeta tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan dari "
        + "Peraturan Daerah ini.\n")
    func isAbsent(_ names: String...) -> Bool {
      findings(text, annexes: names.map(AnnexFile.init(name:))).contains {
        $0.rule == "annex.absent"
      }
    }
    #expect(isAbsent())
    #expect(isAbsent("Lampiran I.pdf", "lampiran-3.png"))
    #expect(!isAbsent("Lampiran I.pdf", "Lampiran II.pdf"))
    #expect(!isAbsent("lampiran-2-peta.png") && !isAbsent("peta.pdf"))
    #expect(AnnexFile(name: "LAMPIRAN IV (peta).pdf").number == 4)
    #expect(AnnexFile(name: "Lampiran.pdf").number == nil)
  }

  @Test("the terms that a provision uses, with the place that defines each")
  func terms() throws {
    let document = LegalParser.parse(
      Array(
        (Self.terms
          + "Pasal 2\nRencana Induk Pasar yang selanjutnya disebut Rencana memuat los.\n\n"
          + "Pasal 3\nPelaku Usaha menaati Rencana dan tarif.\n\nPasal 4\nLos dibersihkan.\n").utf8)
    )
    func used(_ address: String) throws -> [String] {
      let unit = try #require(document.index(ofAddress: address))
      return DefinedTerms.used(in: unit, of: document).map { term in
        let words = document.text(in: term.range)
        #expect(term.forms.allSatisfy { words.contains($0) })
        return "\(term.forms.joined(separator: "|")) \(document.units[term.unit].address)"
      }
    }
    #expect(try used("pasal-3") == ["Pelaku Usaha pasal-1/angka-2", "Rencana pasal-2"])
    #expect(try used("pasal-4") == [])
    #expect(try used("pasal-1/angka-2") == ["Daerah pasal-1/angka-1"])
    #expect(DefinedTerms.used(in: 999, of: document) == [])
  }
}
