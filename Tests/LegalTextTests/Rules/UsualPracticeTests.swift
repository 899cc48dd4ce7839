import Testing

@testable import LegalText

private func findings(_ text: String) -> [Finding] {
  DraftChecker.check(LegalParser.parse(Array(text.utf8)))
}

/// The severities of a rule's findings.
private func severities(_ rule: String, _ text: String) -> [Severity] {
  findings(text).filter { $0.rule == rule }.map(\.severity)
}

/// Each test has a text that only looks like the fault, and one with the fault beside it.
@Suite("Drafting rules: what looks like a fault and is the practice")
struct UsualPracticeTests {
  private static func titled(_ title: String, enacting: String, office: String = "") -> String {
    "PERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\n\(title)\n\n\(office)"
      + "MEMUTUSKAN:\n\nMenetapkan: PERATURAN DAERAH TENTANG \(enacting).\n\n"
      + "Pasal 1\nPasar dibuka.\n"
  }

  @Test("the name after Menetapkan goes without the region's phrase, not without other words")
  func regionPhrase() {
    func isFault(_ title: String, _ enacting: String) -> Bool {
      !severities("title.enacting", Self.titled(title, enacting: enacting)).isEmpty
    }
    #expect(!isFault("PASAR RAKYAT KOTA CONTOH", "PASAR RAKYAT"))
    #expect(!isFault("PASAR KOTA CONTOH TAHUN 2024", "PASAR TAHUN 2024 KOTA CONTOH"))
    #expect(isFault("PASAR RAKYAT KOTA LAIN", "PASAR RAKYAT"))
    #expect(isFault("PASAR RAKYAT KOTA CONTOH", "PASAR"))
    #expect(!isFault("PASAR RAKYAT\nWALI KOTA CONTOH:", "PASAR RAKYAT"))
  }

  @Test("a label and a chapter's heading that a copy has within the name are none of it")
  func wordsWithinName() throws {
    let label = "MEMUTUSKAN:\n\nPERATURAN DAERAH TENTANG\nMenetapkan: PASAR\nRAKYAT.\n\n"
    let head = "PERATURAN DAERAH KOTA CONTOH\nNOMOR 2 TAHUN 2015\nTENTANG\nPASAR RAKYAT\n\n"
    for body in [
      label + "Pasal 1\nPasar dibuka.\n",
      "MEMUTUSKAN:\n\nMenetapkan: PERATURAN DAERAH TENTANG PASAR RAKYAT BAB I. UMUM. Pasal 1.\n"
        + "(1) Pasar dibuka.\n(2) Pasar ditutup.\n",
    ] {
      let document = LegalParser.parse(Array((head + body).utf8))
      let unit = try #require(document.index(ofAddress: "diktum"))
      let name = try #require(CheckContext(document, annexFiles: []).name(in: unit))
      #expect(Whitespace.collapsed(document.text(in: name.range)) == "PASAR RAKYAT")
    }
  }

  @Test("a joint note explains all the articles and ayat that it names, and no others")
  func jointNotes() {
    func missing(_ notes: String) -> [String] {
      let body =
        "Pasal 1\nPasar dibuka.\n\nPasal 2\nKios disewa.\n\nPasal 3\n(1) Los disewa.\n"
        + "(2) Los dijaga.\n(3) Los disapu.\n\nPasal 4\nPasar ditutup.\n"
      return findings(ElucidationRules.noted(notes, body: body))
        .filter {
          $0.rule == "elucidation.article-missing" || $0.rule == "elucidation.unit-missing"
        }
        .map(\.address)
    }
    #expect(
      missing(
        "Pasal 1 s/d Pasal 2 : Cukup jelas.\nPasal 3\nAyat (1) dan (2) : Cukup jelas.\n"
          + "Ayat (3) : Cukup jelas.\nPasal 4 : Cukup jelas.\n") == [])
    #expect(
      missing(
        "Pasal 1 : Cukup jelas.\nPasal 3\nAyat (1) dan (3) : Cukup jelas.\n"
          + "Pasal 4 : Cukup jelas.\n") == ["pasal-2", "pasal-3/ayat-2"])
  }

  @Test("an age has its own words, the constitution its year, a parted amount one number")
  func figures() {
    func numbers(_ text: String) -> [String] {
      findings("Pasal 1\n\(text)\n").map(\.rule).filter { $0.hasPrefix("number.") }
    }
    let ages = "paling rendah 20 (dua puluh) tahun dan paling tinggi 50 (lima puluh) tahun."
    #expect(numbers("Penjaga berumur \(ages)") == [])
    #expect(numbers("Sewa berlangsung \(ages)") == ["number.bound", "number.bound"])
    #expect(numbers("Penjaga setia kepada Undang-Undang Dasar 1945.") == [])
    #expect(numbers("Penjaga setia kepada 1945 orang.") == ["number.words"])
    #expect(numbers("Sewa sebesar Rp10. 000.000,00 (sepuluh juta rupiah).") == [])
    #expect(
      numbers("Sewa sebesar Rp20.000.000,00 (sepuluh juta rupiah).") == ["number.words-differ"])
  }

  @Test("a penalty left to another law is no threat, one after a sanction is not mixed with it")
  func penalties() {
    func rules(_ text: String) -> [String] {
      let chapter = "BAB I\nKETENTUAN PIDANA\n\nPasal 1\n\(text)\n"
      return findings(chapter).map(\.rule).filter {
        $0 == "criminal.qualification" || $0 == "sanction.mixed"
      }
    }
    let who = "Setiap orang yang melanggar Pasal 1"
    #expect(rules("\(who) dipidana sesuai dengan ketentuan peraturan perundang-undangan.") == [])
    #expect(rules("\(who) dipidana dengan pidana denda.") == ["criminal.qualification"])
    let after =
      "(1) \(who) %@ dipidana dengan pidana denda.\n"
      + "(2) Tindak pidana sebagaimana dimaksud pada ayat (1) merupakan pelanggaran."
    #expect(rules(after.replacing("%@", with: "setelah dikenai sanksi administratif")) == [])
    #expect(
      rules(after.replacing("%@", with: "dikenai sanksi administratif dan")) == ["sanction.mixed"])
  }

  @Test("a governor's regulation may stand before one of the regency, not before the province's")
  func governor() {
    func isFault(_ later: String) -> Bool {
      let text = PreambleRules.sample(
        basis: "1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n"
          + "2. Peraturan Gubernur Contoh Nomor 5 Tahun 2020 tentang Pasar;\n"
          + "3. \(later) Nomor 3 Tahun 2020 tentang Kios;\n")
      return !severities("basis.rank-order", text).isEmpty
    }
    #expect(!isFault("Peraturan Daerah Kota Contoh"))
    #expect(isFault("Peraturan Daerah Provinsi Contoh"))
  }

  @Test("a subject is named by 'terkait dengan' as by 'mengenai'")
  func subject() {
    func isFault(_ words: String) -> Bool {
      let text = "Pasal 1\nKetentuan lebih lanjut\(words) diatur dengan Peraturan Wali Kota.\n"
      return !severities("delegation.subject", text).isEmpty
    }
    #expect(!isFault(" terkait dengan tata cara sewa"))
    #expect(isFault(""))
  }

  @Test("names that hold a term, and terms that are the first of several")
  func terms() {
    let police = "2. Satuan Polisi Pamong Praja yang selanjutnya disebut Satpol PP adalah alat."
    func rules(_ rule: String, _ text: String, terms: String? = nil) -> Bool {
      !severities(rule, TermRules.defining(text, terms: (terms ?? police) + "\n")).isEmpty
    }
    #expect(!rules("term.long-form", "Dibentuk Satuan Polisi Pamong Praja Contoh Jaya."))
    #expect(rules("term.long-form", "Dibentuk Satuan Polisi Pamong Praja yang baru."))
    #expect(!rules("term.synonym", "Subbagian Umum Polisi Pamong Praja dibentuk."))
    #expect(rules("term.synonym", "Petugas Umum Polisi Pamong Praja dibentuk."))
    let joint =
      "2. Kios, los, dan pelataran yang selanjutnya disebut Petak adalah tempat berdagang.\n"
    #expect(!rules("term.defined-twice", "Kios disewa.", terms: joint + "3. Kios adalah bangunan."))
    #expect(
      rules("term.defined-twice", "Petak disewa.", terms: joint + "3. Petak adalah tanah."))
  }

  @Test("an instruction with two insertions, a new number, or the text without its heading")
  func instructions() {
    func absent(_ instruction: String) -> [Severity] {
      severities("amendment.absent", AmendmentRules.amending(instruction))
    }
    let inserted = "\n\n  BAB VA\n  KIOS\n\n  Pasal 11A\n  Kios dibuka.\n"
    #expect(
      absent(
        "1. Diantara BAB V dan BAB VI disisipkan 1 (satu) bab, yakni BAB VA dan diantara Pasal 11 "
          + "dan Pasal 12 disisipkan 1 (satu) pasal, yakni Pasal 11A, sehingga berbunyi sebagai "
          + "berikut:" + inserted) == [])
    #expect(
      absent(
        "1. Pasal 19D diubah menjadi Pasal 19B, sehingga berbunyi sebagai berikut:\n\n"
          + "  Pasal 19B\n  Kios dibuka.\n") == [])
    #expect(
      absent(
        "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n"
          + "  (1) Kios dibuka.\n  (2) Kios ditutup.\n") == [.info])
    #expect(
      absent(
        "1. Ketentuan Pasal 5 dan Pasal 6 diubah sehingga berbunyi sebagai berikut:\n\n"
          + "  Pasal 5\n  Kios dibuka.\n") == [.error])
  }

  @Test("the annex of the amended regulation is not looked for")
  func amendedAnnex() {
    func isAbsent(_ end: String) -> Bool {
      let text = PreambleRules.sample(
        body: "Pasal I\nDalam Peraturan Daerah Kota Contoh Nomor 2 Tahun 2019 tentang Pasar diubah "
          + "sebagai berikut:\n1. Ketentuan pada Lampiran II \(end).\n\n"
          + "Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n")
      return findings(text).contains { $0.rule == "annex.absent" }
    }
    #expect(!isAbsent("huruf B diubah"))
    #expect(isAbsent("berlaku bagi kios"))
  }

  @Test("Pasal I and Pasal II count for themselves where the new text has no instruction")
  func romanArticles() {
    func faults(_ first: String, _ second: String) -> [String] {
      findings(
        "\(first)\nKetentuan Pasal 36 Peraturan Daerah Kota Contoh Nomor 3 Tahun 2019 tentang "
          + "Pasar diubah sebagai berikut:\n\nPasal 36\nPasar dibuka.\n\n\(second)\n"
          + "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"
      ).map(\.rule).filter { $0.hasPrefix("number.") }
    }
    #expect(faults("Pasal I", "Pasal II") == [])
    #expect(faults("Pasal 1", "Pasal 37") == ["number.gap"])
  }

  @Test("a letter that begins within a line is not missing, a letter of the alphabet no item")
  func letters() {
    func gaps(_ third: String) -> [Severity] {
      severities(
        "number.gap", "Pasal 1\nDesa:\na. Desa Satu;\nb. Desa Dua \(third)\nd. Desa Lima.\n")
    }
    #expect(gaps("c. Desa Tiga;") == [])
    #expect(gaps("Tiga;") == [.error])
    func isDangling(_ words: String) -> Bool {
      !severities("reference.dangling", "Pasal 1\nPelat memuat kode \(words) di depan.\n").isEmpty
    }
    #expect(!isDangling("wilayah (huruf AB)"))
    #expect(isDangling("sebagaimana dimaksud dalam huruf c"))
  }

  @Test("a provision that changes another act cites that act")
  func changesAnother() {
    func isDangling(_ verb: String) -> Bool {
      let text = "Pasal 1\nSewa naik.\n\nPasal 2\n\(verb) sebutan Pasal 542 menjadi Pasal 303.\n"
      return !severities("reference.dangling", text).isEmpty
    }
    #expect(!isDangling("Mengubah"))
    #expect(isDangling("Memakai"))
  }

  @Test("a certified copy is enacted, and a text without its head as old as its youngest basis")
  func copies() {
    let body = "Pasal 1\nPasar dibuka\n\nPasal 2\nPasar ditutup.\n"
    func severity(_ head: String) -> [Severity] { severities("sentence.end", head + body) }
    let title = "RANCANGAN\nPERATURAN DAERAH KOTA CONTOH\nNOMOR 7 TAHUN 2005\nTENTANG\nPASAR\n\n"
    #expect(severity(title) == [.warning])
    #expect(severity("SALINAN\n\n" + title) == [.info])
    func headless(_ year: Int) -> String {
      "Menimbang:\nbahwa pasar perlu ditata;\n\nMengingat:\n1. Undang-Undang Nomor 3 Tahun 1999 "
        + "tentang Pasar;\n2. Undang-Undang Nomor 3 Tahun \(year) tentang Kios;\n\nMEMUTUSKAN:\n\n"
        + "Menetapkan: PERATURAN PEMERINTAH TENTANG PASAR.\n\n"
    }
    #expect(severity(headless(2003)) == [.info])
    #expect(severity("PERATURAN PEMERINTAH\nTENTANG\nPASAR\n\n" + headless(2003)) == [.warning])
  }

  @Test("a citation whose space was lost names its article")
  func joinedCitation() {
    let text = "Pasal 1\n(1) Satu.\n(2) Dua.\n\nPasal 2\nKios sebagaimana dimaksud pada Pasal %@.\n"
    func dangling(_ words: String) -> Int {
      severities("reference.dangling", text.replacing("%@", with: words)).count
    }
    #expect(dangling("1ayat (2)") == 0)
    #expect(dangling("1ayat (7)") == 1)
  }

  @Test("numbers of an enacted text with signs of a machine's misreading are the machine's")
  func misread() {
    func severity(_ number: String, _ end: String) -> [Severity] {
      let text =
        "PERATURAN DAERAH KOTA CONTOH\nNOMOR \(number)\nTENTANG\nPASAR\n\n"
        + "Pasal 1\nPasar dibuka.\n\nPasal 3\nPasar ditutup\(end).\n"
      return severities("number.gap", text)
    }
    #expect(severity("2 TAHUN 2015", "") == [.error])
    #expect(severity("2 TAHUN 2015", " ^^ ma~am") == [.info])
    #expect(severity("… TAHUN …", " ^^ ma~am") == [.error])
  }

  @Test("numbers begin anew in the next section of a table, below its capital letter")
  func tableSections() {
    func duplicates(_ section: String) -> Int {
      severities(
        "number.duplicate",
        "Pasal 1\nTarif izin sebagai berikut:\n1. Izin tetap    Rp100,00\n2. Izin musiman    Rp50,00\n"
          + section + "1. Izin lain    Rp20,00\n2. Izin harian    Rp10,00\n"
      ).count
    }
    #expect(duplicates("B.   IZIN LAIN\n") == 0)
    #expect(duplicates("Izin lain\n") > 0)
  }

  @Test("the colon before a list stands above the number of a page and its form feed")
  func colonAbovePageEnd() {
    func text(_ sign: String) -> String {
      (1...4).map { number in
        "Pasal \(number)\nPasar \(number) meliputi\(sign)\n\n\n\n\(number)\n\u{0C}a. kios; dan\nb. los.\n"
      }.joined()
    }
    #expect(severities("list.colon", text(" :")) == [])
    #expect(severities("list.colon", text("")).count == 4)
  }

  @Test("an instruction whose article is explained below the number before it has its note")
  func noteBelowAnother() {
    func missing(_ article: String) -> Int {
      severities(
        "elucidation.article-missing",
        """
        Pasal I
        Beberapa ketentuan diubah sebagai berikut:
        1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:
        Pasal 3
        Pasar dibuka.
        2. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
        Pasal 4
        Pasar ditutup.
        Pasal II
        Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
        PENJELASAN
        I. UMUM
        Pasar perlu ditata.
        II. PASAL DEMI PASAL
        Pasal I
        Angka 1
        Pasal 3
        Cukup jelas.
        \(article)
        Pasal II
        Cukup jelas.
        """
      ).count
    }
    #expect(missing("Pasal 4\nCukup jelas.") == 0)
    #expect(missing("") == 1)
  }
}
