import Testing

@testable import LegalText

/// The rules that an example text and what `text` says break.
private func found(_ text: String, _ rule: String) -> [Finding] {
  DraftChecker.check(LegalParser.parse(Array(text.utf8))).filter { $0.rule == rule }
}

@Suite("Drafting rules: words that the law gives as they are")
struct FormulaRuleTests {
  @Test("MEMUTUSKAN and Menetapkan are there, each in its letters, with a colon")
  func enacting() {
    func rules(_ words: String) -> [String] {
      let text = PreambleRules.sample(decision: words)
      return DraftChecker.check(LegalParser.parse(Array(text.utf8))).map(\.rule).filter {
        $0.hasPrefix("enacting.")
      }
    }
    #expect(rules("MEMUTUSKAN :\nMenetapkan : ").isEmpty)
    #expect(rules("MEMUTUSKAN: Menetapkan: ").isEmpty)
    for decision in ["MEMUTUSKAN\n", "Memutuskan:\n", "M E M U T U S K A N :\n", ""] {
      #expect(rules(decision + "Menetapkan: ") == ["enacting.decision"], "\(decision)")
    }
    for label in ["", "Menetapkan ", "MENETAPKAN: ", "menetapkan: "] {
      #expect(rules("MEMUTUSKAN:\n\n" + label) == ["enacting.label"], "\(label)")
    }
    #expect(rules("MEMUTUSKAN DAN MENETAPKAN: ") == ["enacting.decision", "enacting.label"])
  }

  @Test("the year of a legal basis is that of its gazette, not of the act that it was amended by")
  func gazetteYear() {
    func isFault(_ basis: String) -> Bool {
      let text = PreambleRules.sample(
        basis: "1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n2. "
          + basis + ";\n")
      return !found(text, "basis.gazette-year").isEmpty
    }
    let law = "Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan"
    let gazette = "(Lembaran Negara Republik Indonesia Tahun "
    #expect(!isFault("\(law) \(gazette)2014 Nomor 45)"))
    #expect(!isFault("\(law) \(gazette)2015 Nomor 1)"))
    #expect(isFault("\(law) \(gazette)2013 Nomor 45)"))
    #expect(isFault("\(law) \(gazette)2017 Nomor 45)"))
    let amended = "\(law) sebagaimana telah diubah dengan Undang-Undang Nomor 6 Tahun 2023"
    #expect(!isFault("\(amended) \(gazette)2023 Nomor 41)"))
    #expect(isFault("\(amended) \(gazette)2020 Nomor 41)"))
    let carriedOut =
      "Peraturan Pemerintah Nomor 29 Tahun 2021 tentang Pelaksanaan Undang-Undang "
      + "Nomor 7 Tahun 2014 tentang Perdagangan"
    #expect(!isFault("\(carriedOut) \(gazette)2021 Nomor 39)"))
  }

  @Test("dan/atau may be parted by the end of a line, not by a space, nor be turned about")
  func andOr() {
    func count(_ words: String) -> Int {
      found("Pasal 1\nKios disewa \(words) dibeli.\n", "wording.and-or").count
    }
    #expect(count("dan/atau") == 0)
    #expect(count("dan/\natau") == 0)
    #expect(count("dan, atau") == 0)
    for words in ["dan atau", "atau/dan", "dan/ atau", "and/or"] {
      #expect(count(words) == 1, "\(words)")
    }
    let list = "Pasal 1\nPasar meliputi:\na. kios;\nb. los; dan atau\nc. pelataran.\n"
    #expect(found(list, "wording.and-or").map(\.address) == ["pasal-1/huruf-b"])
    #expect(found(list, "list.separator").isEmpty && found(list, "list.conjunction").isEmpty)
  }

  @Test("a citation with its number needs no 'di atas', and its words have their letters")
  func citations() {
    func text(_ words: String) -> String {
      "Pasal 1\n(1) Kios disewa.\n(2) Los disewa.\n\nPasal 2\nSewa \(words) dibayar.\n"
    }
    for words in ["Pasal 1 tersebut di atas", "Pasal 1 ayat (2) di atas"] {
      let faults = found(text("sebagaimana dimaksud dalam " + words), "reference.unnumbered")
      #expect(faults.map(\.address) == ["pasal-2"], "\(words)")
    }
    #expect(found(text("dalam Pasal 1 untuk kios di atas"), "reference.unnumbered").isEmpty)
    #expect(
      found(text("dalam Pasal 1 Ayat (2)"), "reference.case").map(\.citation)
        == ["Lampiran II angka 84"])
    #expect(found(text("DALAM PASAL 1 AYAT (2)"), "reference.case").isEmpty)
  }

  @Test("the order of publication may say 'dapat', and stands in the words of the law")
  func publication() {
    func isFault(_ close: String) -> Bool {
      let text = PreambleRules.sample(
        close: close + "\n\nDitetapkan di Contoh\npada tanggal …\nWALI KOTA CONTOH,\n\n…\n")
      return !found(text, "closing.publication-words").isEmpty
    }
    let order = "memerintahkan pengundangan Peraturan Daerah ini"
    let place = "dengan penempatannya dalam Lembaran Daerah Kota Contoh."
    #expect(!isFault("Agar setiap orang mengetahuinya, \(order) \(place)"))
    #expect(!isFault("Agar setiap orang dapat mengetahuinya, \(order) \(place)"))
    #expect(isFault("Agar setiap orang mengetahuinya, \(order) dalam Lembaran Daerah."))
    #expect(isFault("Agar setiap orang memahaminya, \(order) \(place)"))
  }

  @Test("the gazette is that of the region of the title")
  func gazetteOfRegion() {
    func isFault(_ gazette: String) -> Bool {
      let text = PreambleRules.sample(
        close: "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini "
          + "dengan penempatannya dalam \(gazette).\n\nDitetapkan di Contoh\npada tanggal …\n"
          + "WALI KOTA CONTOH,\n\n…\n")
      return !found(text, "closing.region").isEmpty
    }
    #expect(!isFault("Lembaran Daerah Kota Contoh"))
    #expect(isFault("Lembaran Daerah") && isFault("Lembaran Daerah Kota Seberang"))
  }

  @Test("'dalam huruf' sums up, 'sampai dengan' joins the ends of a range, names have capitals")
  func smallWords() {
    func summing(_ words: String) -> Int {
      found(
        PreambleRules.sample(
          considerations: "a. bahwa pasar rakyat perlu ditata;\nb. bahwa berdasarkan pertimbangan "
            + "sebagaimana dimaksud \(words) huruf a, perlu menetapkan Peraturan Daerah tentang "
            + "Pasar Rakyat;\n"), "considerations.closing"
      ).count
    }
    #expect(summing("dalam") == 0 && summing("pada") == 1)
    func ranges(_ words: String) -> Int {
      found(
        "Pasal 1\n(1) Satu.\n(2) Dua.\n(3) Tiga.\n(4) Hal pada ayat (1) \(words) ayat (3) berlaku.\n",
        "reference.range-words"
      ).count
    }
    #expect(ranges("sampai dengan") == 0 && ranges("sampai") == 1 && ranges("–") == 1)
    func names(_ name: String) -> Int {
      found(
        PreambleRules.sample(
          body: "Pasal 1\nKios disewa.\n\nPasal 2\n\(name) ini mulai berlaku pada tanggal "
            + "diundangkan.\n"), "wording.own-name"
      ).count
    }
    #expect(names("Peraturan Daerah") == 0)
    #expect(names("peraturan daerah") == 1 && names("Peraturan Wali Kota") == 1)
  }

  @Test("a clear note says so in one form, the parts of the elucidation have their headings")
  func elucidation() {
    func notes(_ note: String) -> [String] {
      found(
        ElucidationRules.noted("Pasal 1\nCukup jelas.\n\nPasal 2\n\(note)\n"),
        "elucidation.clear-form"
      ).map(\.address)
    }
    #expect(notes("Cukup jelas.").isEmpty && notes("Sudah dijelaskan di muka.").isEmpty)
    for note in ["Sudah jelas.", "Jelas.", "Cukup Jelas."] {
      #expect(notes(note) == ["penjelasan/pasal-2"], "\(note)")
    }
    func headings(_ general: String, _ articles: String) -> [String] {
      let text = ElucidationRules.clear
        .replacing("I. UMUM", with: general).replacing("II. PASAL DEMI PASAL", with: articles)
      return found(text, "elucidation.heading").map(\.address)
    }
    #expect(headings("I. UMUM", "II. PASAL DEMI PASAL").isEmpty)
    #expect(headings("A. UMUM", "B. PASAL DEMI PASAL") == ["penjelasan/umum", "penjelasan"])
    #expect(headings("I. UMUM", "II. PENJELASAN PASAL") == ["penjelasan"])
  }

  @Test("chapters have Roman numbers, parts ordinal words, subparts Arabic numbers")
  func numerals() {
    func faults(_ chapter: String, _ part: String, _ subpart: String) -> [String] {
      found(
        "\(chapter)\nPASAR\n\n\(part)\nKios\n\n\(subpart)\nSewa\n\nPasal 1\nKios disewa.\n",
        "heading.numeral"
      ).map(\.address)
    }
    #expect(faults("BAB I", "Bagian Kesatu", "Paragraf 1").isEmpty)
    #expect(
      faults("BAB 1", "Bagian Kesatu", "Paragraf I")
        == ["bab-1", "bab-1/bagian-1/paragraf-1"])
  }

  @Test("the words of a number in an amending instruction are those of the number")
  func instruction() {
    func faults(_ words: String) -> [String] {
      found(
        "PERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\nPERUBAHAN ATAS PERATURAN DAERAH "
          + "NOMOR 2 TAHUN 2015\n\nPasal I\n1. Di antara Pasal 2 dan Pasal 3 disisipkan \(words) "
          + "pasal, yakni Pasal 2A, sehingga berbunyi sebagai berikut:\n\nPasal 2A\nKios disewa."
          + "\n\nPasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
        "number.words-differ"
      ).map(\.address)
    }
    #expect(faults("1 (satu)").isEmpty)
    #expect(faults("1 (dua)") == ["pasal-i/angka-1"])
  }

  @Test("a rare word that differs by a letter from one of a term is its misspelling")
  func misspelled() {
    func faults(_ text: String) -> [String] {
      found(
        TermRules.defining(
          text + " Setiap Pedagang Kaki Lima didata. Pedagang Kaki Lima dibina.",
          terms: "2. Pedagang Kaki Lima adalah orang yang berdagang.\n"),
        "term.misspelled"
      ).map(\.severity.rawValue)
    }
    for word in ["Pedagag", "Pedagangg", "Pedagamg", "Pedgaang"] {
      #expect(faults("Kios disewa \(word) Kaki Lima.") == ["warning"], "\(word)")
    }
    #expect(faults("\("Pedagag") didata.") == ["info"])
    #expect(faults("Kios disewa Pedagangan. Perdagangan diatur.").isEmpty)
    #expect(faults("Kios disewa pedagag Kaki Lima.").isEmpty)
  }
}
