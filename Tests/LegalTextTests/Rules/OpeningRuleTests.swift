import Foundation
import Testing

@testable import LegalText

/// The ids that a text breaks among those that begin with one of `prefixes`.
private func ids(_ text: String, _ prefixes: String...) -> [String] {
  DraftChecker.check(LegalParser.parse(Array(text.utf8))).map(\.rule).filter { id in
    prefixes.contains { id.hasPrefix($0) }
  }
}

@Suite("Drafting rules: head, close and annexes")
struct OpeningRuleTests {
  @Test("a draft is called one and has neither number nor year; an act has both")
  func draftHead() {
    func found(_ draft: String, _ number: String) -> [String] {
      ids(
        draft
          + PreambleRules.sample().replacingOccurrences(of: "NOMOR … TAHUN …", with: number),
        "title.draft")
    }
    #expect(found("RANCANGAN\n", "NOMOR … TAHUN …").isEmpty)
    #expect(found("RANCANGAN\n", "NOMOR ... TAHUN ...").isEmpty)
    #expect(found("", "NOMOR 4 TAHUN 2024").isEmpty)
    #expect(found("", "NOMOR … TAHUN …") == ["title.draft"])
    #expect(found("RANCANGAN\n", "NOMOR 4 TAHUN 2024") == ["title.draft"])
    #expect(found("RANCANGAN\n", "NOMOR … TAHUN 2024") == ["title.draft"])
  }

  @Test("grace and office are there, the grace in capitals")
  func opening() {
    let rules = "preamble."
    #expect(ids(PreambleRules.sample(), rules).isEmpty)
    #expect(
      ids(PreambleRules.sample(grace: "Dengan Rahmat Tuhan Yang Maha Esa\n\n"), rules)
        == ["preamble.grace"])
    let without = PreambleRules.sample().replacingOccurrences(
      of: "WALI KOTA CONTOH,\n\nMenimbang", with: "Menimbang")
    #expect(ids(without, rules) == ["preamble.office"])
  }

  @Test("the parliament is that of the region in the title, with or without its level")
  func parliament() {
    func found(_ name: String) -> [String] {
      ids(
        PreambleRules.sample(
          consent: "Dengan Persetujuan Bersama\nDEWAN PERWAKILAN RAKYAT DAERAH \(name)\ndan\n"
            + "WALI KOTA CONTOH\n\n"), "preamble.consent")
    }
    #expect(found("KOTA CONTOH").isEmpty)
    #expect(found("CONTOH").isEmpty)
    #expect(found("KABUPATEN SEBERANG") == ["preamble.consent-region"])
    #expect(found("(DPRD)").isEmpty)
  }

  @Test("after Menetapkan stand kind and name alone, in capitals")
  func enacting() {
    func found(_ words: String) -> [String] {
      ids(PreambleRules.sample(enacting: words), "enacting.")
    }
    #expect(found("PERATURAN DAERAH TENTANG PASAR RAKYAT.").isEmpty)
    #expect(
      found("PERATURAN DAERAH KOTA CONTOH TENTANG PASAR RAKYAT.") == ["enacting.region"])
    #expect(found("Peraturan Daerah tentang Pasar Rakyat.") == ["enacting.case"])
  }

  @Test("an amendment says in its title that it is one, and which; Pasal I gives the gazette")
  func amendment() {
    func found(_ title: String, _ act: String) -> [String] {
      ids(
        PreambleRules.sample(
          title: title, enacting: "PERATURAN DAERAH TENTANG \(title).",
          body: "Pasal I\nBeberapa ketentuan dalam \(act) diubah sebagai berikut:\n"
            + "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\n"
            + "  Pasal 5\n  Pasar buka setiap hari.\n\n"
            + "Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"),
        "title.amendment", "amendment.name", "amendment.gazette")
    }
    let act =
      "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang Pasar (Lembaran Daerah Kota "
      + "Contoh Tahun 2019 Nomor 3)"
    let name = "PERATURAN DAERAH KOTA CONTOH NOMOR 3 TAHUN 2019 TENTANG PASAR"
    let again = " sebagaimana telah diubah dengan Peraturan Daerah Kota Contoh Nomor 1 Tahun 2022"
    #expect(found("PERUBAHAN ATAS \(name)", act).isEmpty)
    #expect(found("PERUBAHAN KEDUA ATAS \(name)", act + again).isEmpty)
    #expect(found("PERUBAHAN ATAS \(name)", act + again) == ["title.amendment"])
    #expect(found("PASAR", act) == ["title.amendment"])
    #expect(
      found("PERUBAHAN ATAS \(name)", act.replacingOccurrences(of: "Nomor 3 T", with: "Nomor 8 T"))
        == ["amendment.name"])
    #expect(
      found("PERUBAHAN ATAS \(name)", "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019")
        == ["amendment.gazette"])
  }

  @Test("the close is promulgated and ends with its gazette, each office with a comma")
  func close() {
    let order =
      "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini "
      + "dengan penempatannya dalam Lembaran Daerah Kota Contoh.\n\n"
    let close =
      order + "Ditetapkan di Contoh\npada tanggal …\nWALI KOTA CONTOH,\n\n…\n\n"
      + "Diundangkan di Contoh\npada tanggal …\nSEKRETARIS DAERAH KOTA CONTOH,\n\n…\n\n"
      + "LEMBARAN DAERAH KOTA CONTOH TAHUN … NOMOR …\n"
    func found(_ old: String, _ new: String) -> [String] {
      ids(
        PreambleRules.sample(close: close.replacingOccurrences(of: old, with: new)), "closing.")
    }
    #expect(ids(PreambleRules.sample(close: close), "closing.").isEmpty)
    #expect(found("Daerah Kota Contoh.", "Daerah.") == ["closing.region"])
    #expect(found("Diundangkan di Contoh\npada tanggal …\n", "") == ["closing.promulgation"])
    #expect(found("LEMBARAN DAERAH KOTA CONTOH TAHUN … NOMOR …\n", "") == ["closing.gazette"])
    #expect(
      found("SEKRETARIS DAERAH KOTA CONTOH,", "SEKRETARIS DAERAH KOTA CONTOH")
        == ["closing.office"])
    #expect(found("WALI KOTA CONTOH,", "Pj. WALI KOTA CONTOH") == ["closing.office"])
    #expect(found("WALI KOTA CONTOH,", "WALI KOTA\nCONTOH,").isEmpty)
  }

  @Test("an annex may have its own name right below that of the regulation")
  func annex() {
    func found(_ head: String) -> [String] {
      ids(
        PreambleRules.sample(
          annexes: "LAMPIRAN\nPERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\n\(head)"),
        "annex.title")
    }
    #expect(found("PASAR RAKYAT\n\nDENAH PASAR\n").isEmpty)
    #expect(found("PASAR RAKYAT\nDENAH PASAR\n").isEmpty)
    #expect(found("PASAR\nRAKYAT\n\nDENAH PASAR\n").isEmpty)
    #expect(found("PASAR RAKYAT TERPADU\n\nDENAH PASAR\n") == ["annex.title"])
  }
}
