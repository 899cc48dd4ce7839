import Testing

@testable import LegalText

private func findings(_ text: String) -> [Finding] {
  DraftChecker.check(LegalParser.parse(Array(text.utf8)))
}

private func severities(_ rule: String, _ text: String) -> [Severity] {
  findings(text).filter { $0.rule == rule }.map(\.severity)
}

/// What rules read of a text: its own words, not the page's, and citations as they are printed.
@Suite("Drafting rules: a text's own words")
struct OwnWordsTests {
  /// An enacted regulation with articles of our own making.
  private static func enacted(_ articles: String, kind: String = "PERATURAN DAERAH") -> String {
    PreambleRules.sample(body: articles)
      .replacing(
        "PERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …",
        with: "\(kind) KOTA CONTOH\nNOMOR 4 TAHUN 2015")
  }

  @Test("the catchword of a page is no second mark and ends no sentence")
  func catchwords() {
    func rules(_ catchword: String) -> [String] {
      findings(
        "Pasal 1\n(1) Pasar dibuka setiap pagi.\n\(catchword)\n- 2 -\n(2) Kios disewa pedagang.\n"
          + "(3) Los disewa setiap bulan.\n"
      ).map(\.rule)
    }
    #expect(rules("(2) Kios ...") == [])
    #expect(rules("(2) Kios . . .") == [])
    #expect(rules("(2) Kios dan los disewa.").contains("number.duplicate"))
  }

  @Test("one mark that stands twice is told once")
  func once() {
    let text = "Pasal 1\n(1) Satu.\n(2) Dua.\n(2) Tiga.\n"
    #expect(severities("number.duplicate", text).count == 1)
    let absent = AmendmentRules.amending(
      "1. Ketentuan Pasal 5 dan Pasal 6 diubah, sehingga Pasal 5 dan Pasal 6 berbunyi sebagai "
        + "berikut:\n\n  Pasal 5\n  Pasar dibuka.\n")
    #expect(severities("amendment.absent", absent).count == 1)
  }

  @Test(
    "numbers that are names, places, scales and cells need no words",
    arguments: [
      "Sewa sebagaimana dimaksud dalam Pasal 2, 3, dan 4 dibayar.",
      "Sewa dibayar menurut Peraturan Menteri Nomor PM 35 Tahun 2021.",
      "Rencana disusun untuk periode 2016 – 2021.",
      "Pasar terletak pada 117° 0’ 31,2” Bujur Timur.",
      "Denah digambar dengan skala 1:25.000.",
      "Pasar seluas 25 ha (dua puluh lima hektare) ditata.",
      "Sewa sebesar Rp. 7.000,- (tujuh ribu rupiah) dibayar.",
      "Tarif:      12.000      15.000      27.000",
      "Los memakai blok 1.18 dan kios memakai blok 2.4.",
    ])
  func names(text: String) {
    let found = findings("Pasal 1\n\(text)\n\nPasal 2\nDua.\n\nPasal 3\nTiga.\n\nPasal 4\nEmpat.\n")
    #expect(!found.contains { $0.rule == "number.words" || $0.rule == "number.rupiah" })
  }

  @Test("a number of things needs its words", arguments: ["25 ha", "1.500 los", "2016 kios"])
  func amounts(text: String) {
    #expect(severities("number.words", "Pasal 1\nPasar memiliki \(text).\n") == [.warning])
  }

  @Test("a limit is one of number, a share of money is money, a frequency is no time")
  func limits() {
    func rules(_ words: String) -> [String] {
      findings("Pasal 1\nPengelola \(words).\n").map(\.rule).filter {
        $0 == "wording.limit" || $0 == "number.bound"
      }
    }
    #expect(rules("melayani secara maksimal") == [])
    #expect(rules("melayani maksimal 5 (lima) orang") == ["wording.limit"])
    #expect(rules("membayar denda paling banyak 4 (empat) kali sewa") == [])
    #expect(rules("melapor paling sedikit 1 (satu) tahun sekali") == [])
    #expect(rules("melapor paling sedikit 1 (satu) tahun") == ["number.bound"])
  }

  @Test("what is missing is named after the text's own kind")
  func kinds() {
    func problem(_ title: String, _ rule: String) -> DraftProblem? {
      findings(
        "\(title)\nNOMOR … TAHUN …\nTENTANG\nPASAR\n\nMEMUTUSKAN:\n\nMenetapkan: \(title) TENTANG "
          + "PASAR.\n\nPasal 1\nPasar dibuka.\n\nPasal 2\nPasar ditutup.\n"
      ).first { $0.rule == rule }?.problem
    }
    let rule = "commencement.missing"
    #expect(
      problem("PERATURAN GUBERNUR CONTOH", rule)
        == .structure(.commencementMissing(instrument: "Peraturan Gubernur")))
    #expect(
      problem("PERATURAN PEMERINTAH REPUBLIK INDONESIA", rule)
        == .structure(.commencementMissing(instrument: "Peraturan Pemerintah")))
    #expect(
      problem("PERATURAN DAERAH KOTA CONTOH", rule)
        == .structure(.commencementMissing(instrument: "Peraturan Daerah")))
    #expect(
      severities(
        rule,
        PreambleRules.sample(
          body: "Pasal 1\nPeraturan Daerah ini berlaku sejak tanggal diundangkan.\n"))
        == [])
  }

  @Test("terms of lettered definitions, of several things, and names that are none")
  func terms() {
    func unused(_ mark: [String]) -> [String] {
      findings(
        "Pasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n\(mark[0]) Pasar adalah tempat "
          + "jual beli.\n\(mark[1]) Dinas Pasar, Los, dan Kios adalah pengelola Pasar.\n\(mark[2]) "
          + "Pelataran adalah bagian Pasar.\n\nPasal 2\nDinas Pasar, Los, dan Kios membuka Pasar.\n"
      ).filter { $0.rule == "term.unused" }.map(\.address)
    }
    #expect(unused(["1.", "2.", "3."]) == ["pasal-1/angka-3"])
    #expect(unused(["a.", "b.", "c."]) == ["pasal-1/huruf-c"])
  }

  @Test("a name is whole with its 'dan' and its first word, a label is none")
  func undefinedNames() {
    func undefined(_ text: String) -> [String] {
      findings(TermRules.defining(text)).compactMap {
        if case .term(.undefined(let name, _)) = $0.problem { name } else { nil }
      }
    }
    #expect(undefined("Sewa dibayar oleh Pengelola Kios.") == ["Pengelola Kios"])
    #expect(undefined("Anggaran Pendapatan dan Belanja Daerah membiayai pasar.") == [])
    #expect(undefined("Sumber Daya Manusia pasar dilatih.") == [])
    #expect(undefined("Los tipe A disewa menurut Tipe A.") == [])
    #expect(
      undefined("Sewa dicatat oleh Juru Buku dan Juru Tagih.") == ["Juru Buku dan Juru Tagih"])
  }

  @Test("an abbreviation that the text explains in brackets is explained")
  func abbreviations() {
    func count(_ text: String) -> Int {
      severities("term.abbreviation", TermRules.defining(text)).count
    }
    #expect(count("Pasar dibina oleh UPK.") == 1)
    #expect(count("(1) Dibentuk Unit Pengelola Kios (UPK).\n(2) Pasar dibina oleh UPK.") == 0)
    #expect(
      severities("title.abbreviation", PreambleRules.sample(title: "PEMBENTUKAN 5 (LIMA) PASAR"))
        == [])
  }

  @Test("a citation that plainly leads nowhere weighs the same in any copy")
  func plainCitations() {
    func severity(_ words: String, _ signs: String = "") -> [Severity] {
      severities(
        "reference.dangling",
        Self.enacted(
          "Pasal 1\n(1) Pasar dibuka.\n(2) Los disewa\(signs).\n\nPasal 2\nKios sebagaimana dimaksud "
            + "\(words) disewa.\n\nPasal 3\nPeraturan Daerah ini mulai berlaku pada tanggal "
            + "diundangkan.\n"))
    }
    let path = "\nC:\\Naskah\\Pasar.doc\n" + String(repeating: "\n", count: 3)
    #expect(severity("dalam Pasal 9") == [.error])
    #expect(severity("dalam Pasal 9", path + path + path) == [.error])
    #expect(severity("dalam Pasal 1 ayat (7)", path + path + path) == [.error])
    // A copy misread throughout, and a citation whose outer level cannot be read.
    #expect(severity("dalam Pasal 9", " ^^ ma~am") == [.info])
    #expect(severity("dalam Pasal 1 ayat 2) huruf a") == [.info])
    #expect(severity("dalam Pasal 1 ayat (2)") == [])
  }

  @Test("a JSON text is judged as the same words in plain text")
  func escaped() {
    let text =
      "PERATURAN PEMERINTAH\\nNOMOR 4 TAHUN 2015\\nTENTANG\\nPASAR\\n\\nPasal 1\\n(1) Pasar dibuka."
      + "\\n(2) Los sebagaimana dimaksud pada ayat (7) disewa.\\n\\nPasal 2\\nKios disewa.\\n"
    let plain = text.replacing("\\n", with: "\n")
    #expect(severities("reference.dangling", plain) == [.error])
    #expect(severities("reference.dangling", "{\"isi\": \"\(text)\"}") == [.error])
  }

  @Test("ayat printed with a bracket at their end or a stop are cited as ayat")
  func unbracketed() {
    func dangling(_ marks: [String], lead: String = "") -> Int {
      severities(
        "reference.dangling",
        "Pasal 1\n\(lead)\(marks[0]) Pasar dibuka.\n\(marks[1]) Los sebagaimana dimaksud pada ayat "
          + "(1) disewa.\n"
      ).count
    }
    #expect(dangling(["1)", "2)"]) == 0)
    #expect(dangling(["1.", "2."]) == 0)
    #expect(dangling(["1.", "2."], lead: "Pasar meliputi:\n") == 1)
  }

  @Test("marks printed twice, and an article that cites its own number")
  func plainFaults() {
    #expect(severities("number.duplicate", "Pasal 1\n(1) Satu.\n(1) Dua.\n(3) Tiga.\n") == [.error])
    let basis =
      "1. 1. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan;\n"
      + "2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara "
      + "Republik Indonesia Tahun 2014 Nomor 244);\n"
    let found = findings(PreambleRules.sample(basis: basis)).filter {
      $0.address == "mengingat/angka-1"
    }.map(\.rule)
    #expect(found.contains("number.duplicate") && found.contains("basis.gazette"))
    func itself(_ words: String) -> Int {
      severities("reference.itself", "Pasal 1\nSatu.\n\nPasal 2\nKios \(words) disewa.\n").count
    }
    #expect(itself("sebagaimana dimaksud dalam Pasal 2") == 1)
    #expect(itself("sebagaimana dimaksud dalam Pasal 1") == 0)
    #expect(itself("menurut Pasal 2 dan Pasal 1") == 0)
  }

  @Test("a list of annexes that leaves one out")
  func annexes() {
    func numbers(_ last: String) -> [String] {
      findings(
        "Pasal 1\nTarif meliputi:\na. kios dalam Lampiran I;\nb. los dalam Lampiran II;\n"
          + "c. pelataran dalam Lampiran III; dan\nd. gudang dalam Lampiran \(last).\n"
      ).filter { $0.rule == "annex.number" }.map(\.address)
    }
    #expect(numbers("V") == ["pasal-1/huruf-d"])
    #expect(numbers("IV") == [])
  }

  @Test("an annex of the text itself may be cited in small letters")
  func smallAnnex() {
    func absent(_ words: String) -> Int {
      severities(
        "annex.absent",
        PreambleRules.sample(
          body: "Pasal 1\nTarif tercantum dalam \(words).\n\nPasal 2\nPeraturan Daerah ini mulai "
            + "berlaku pada tanggal diundangkan.\n")
      ).count
    }
    #expect(absent("lampiran Peraturan Daerah ini") == 1)
    #expect(absent("lampiran perjanjian sewa") == 0)
  }
}
