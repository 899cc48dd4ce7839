import Testing

@testable import LegalText

private func found(_ text: String, _ rule: String) -> [Finding] {
  DraftChecker.check(LegalParser.parse(Array(text.utf8))).filter { $0.rule == rule }
}

@Suite("Drafting rules: marks, notes and instructions")
struct MarkRuleTests {
  @Test("dashes, bullets and capital letters mark no items, nor do wrapped words and page numbers")
  func signs() {
    func addresses(_ items: String) -> [String] {
      found("Pasal 1\nPasar meliputi:\n\(items)\n\nPasal 2\nKios disewa.\n", "list.sign")
        .map(\.address)
    }
    for items in ["- kios; dan\n- los.", "• kios; dan\n• los.", "– kios."] {
      #expect(addresses(items) == ["pasal-1"], "\(items)")
    }
    #expect(!addresses("A. kios; dan\nB. los.").isEmpty)
    #expect(addresses("a. kios; dan\nb. los.").isEmpty)
    #expect(addresses("a. kios\n-kios; dan\nb. los.").isEmpty)
  }

  @Test("the marks of articles and ayat have no stop and their own letters")
  func forms() {
    func forms(_ article: String, _ stop: String = "") -> [String] {
      let text = "\(article)\n(1)\(stop) Pasar buka.\n(2)\(stop) Kios disewa.\n"
      return found(text, "number.form").map { $0.address + " " + $0.citation.suffix(2) }
    }
    #expect(forms("Pasal 1").isEmpty)
    #expect(forms("Pasal 1.") == ["pasal-1 79"])
    #expect(forms("PASAL 1") == ["pasal-1 79"])
    #expect(forms("Pasal 1", ".") == ["pasal-1/ayat-1 82", "pasal-1/ayat-2 82"])
  }

  @Test("an instruction that repeats the number before it is out of order")
  func repeatedInstruction() {
    func faults(_ third: Int) -> [String] {
      found(
        "RANCANGAN PERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\nPERUBAHAN ATAS PERATURAN "
          + "DAERAH NOMOR 3 TAHUN 2019 TENTANG PASAR\n\n"
          + AmendmentRules.amending(
            "1. Pasal 4 dihapus.\n2. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai "
              + "berikut:\n\n  Pasal 5\n  Pasar buka setiap hari.\n\(third). Ketentuan Pasal 6 "
              + "diubah sehingga berbunyi sebagai berikut:\n\n  Pasal 6\n  Kios disewa.\n"
              + "4. Pasal 9 dihapus.\n"),
        "number.order"
      ).map(\.address)
    }
    #expect(faults(3).isEmpty)
    #expect(faults(2) == ["pasal-i/angka-3"])
  }

  @Test("items that an instruction adds stand below it, and what it rewrites is what it names")
  func namedItems() {
    func faults(_ rule: String, _ instruction: String) -> [String] {
      found(
        AmendmentRules.amending(
          "1. \(instruction) berbunyi sebagai berikut:\n\n  Pasal 5\n  Pasar meliputi:\n"
            + "  a. kios;\n  b. los; dan\n  c. pelataran.\n"), rule
      ).map(\.address)
    }
    let added = "Setelah huruf b Pasal 5 ditambahkan 1 (satu) huruf, yakni huruf "
    #expect(faults("amendment.absent", added + "c, sehingga Pasal 5").isEmpty)
    #expect(faults("amendment.absent", added + "d, sehingga Pasal 5") == ["pasal-i/angka-1"])
    #expect(faults("amendment.next", added + "c, sehingga Pasal 5").isEmpty)
    #expect(faults("amendment.next", added + "d, sehingga Pasal 5") == ["pasal-i/angka-1"])
    let deleted = "Huruf d Pasal 5 dihapus sehingga Pasal "
    #expect(faults("amendment.absent", deleted + "5").isEmpty)
    #expect(faults("amendment.absent", deleted + "60") == ["pasal-i/angka-1"])
  }

  @Test("the note on an article that an instruction deletes says so")
  func deletedArticle() {
    func faults(_ note: String) -> [String] {
      found(
        ElucidationRules.noted(
          "Pasal I\nAngka 1\nPasal 5\nCukup jelas.\nAngka 2\nPasal 9\n\(note)\n\nPasal II\n"
            + "Cukup jelas.\n",
          body: AmendmentRules.amending(
            "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\n  Pasal 5\n"
              + "  Pasar buka setiap hari.\n2. Pasal 9 dihapus.\n")),
        "elucidation.deleted"
      ).map(\.address)
    }
    #expect(faults("Dihapus.").isEmpty)
    #expect(faults("Cukup jelas.") == ["penjelasan/pasal-i/angka-2/pasal-9"])
  }

  @Test("numbers in words alone, but for 'salah satu' and those in brackets")
  func digits() {
    func severities(_ words: String) -> [String] {
      found("Pasal 1\nSewa dibayar \(words).\n", "number.digits").map(\.severity.rawValue)
    }
    #expect(severities("paling lama tujuh hari") == ["warning"])
    #expect(severities("setiap satu bulan") == ["info"])
    for words in ["0,16% (nol koma enam belas persen)", "22,5 m² (dua puluh dua koma lima meter)"] {
      #expect(severities(words).isEmpty, "\(words)")
    }
    for words in ["paling lama 7 (tujuh) hari", "salah satu orang", "Rp500,00 (lima ratus rupiah)"]
    {
      #expect(severities(words).isEmpty, "\(words)")
    }
  }
}
