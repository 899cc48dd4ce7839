import LegalText

extension Indonesian {
  func problem(_ problem: TermProblem) -> String {
    switch problem {
    case .misspelled(let found, let wanted):
      "\"\(found)\" berbeda satu huruf dari istilah \"\(wanted)\". Periksa ejaannya."
    case .variant(let found, let wanted):
      "\"\(found)\" ditulis berbeda dari \"\(wanted)\". Gunakan satu penulisan: \"\(wanted)\"."
    case .longForm(let found, let wanted):
      "\"\(found)\" sudah disingkat. Tulis \"\(wanted)\"."
    case .synonym(let found, let wanted):
      "\"\(found)\" digunakan di samping \"\(wanted)\". Gunakan satu istilah: \"\(wanted)\"."
    case .unused(let term): "\"\(term)\" didefinisikan, tetapi tidak digunakan. Hapus definisinya."
    case .usedOnce(let term):
      "\"\(term)\" hanya digunakan sekali. Pertimbangkan untuk menghapus definisinya."
    case .undefined(let term, let count):
      "\"\(term)\" ditulis seperti istilah (\(number(count)) kali), tetapi tidak didefinisikan. "
        + "Definisikan, atau tulis dengan huruf kecil."
    case .abbreviation(let word):
      "Singkatan \"\(word)\" tidak dijelaskan. Cantumkan dalam ketentuan umum atau tulis lengkap."
    case .lowercase(let found, let wanted):
      "\"\(found)\" sudah didefinisikan. Tulis dengan huruf kapital: \"\(wanted)\"."
    case .definedTwice(let term): "\"\(term)\" didefinisikan dua kali. Gunakan satu definisi."
    case .sameMeaning(let first, let second):
      "\"\(second)\" berarti sama dengan \"\(first)\". Gunakan satu istilah."
    case .form: "Definisi tanpa \"adalah\". Tulis \"… adalah …\"."
    case .punctuation: "Awali definisi dengan huruf kapital dan akhiri dengan titik."
    case .leadIn(let instrument):
      "Awali dengan \"Dalam \(instrument) ini yang dimaksud dengan:\"."
    case .norm(let word): "Definisi memuat norma (\"\(word)\"). Pindahkan ke materi pokok."
    }
  }

  func problem(_ problem: WordingProblem) -> String {
    switch problem {
    case .open(let words): "\"\(words)\" membuat norma terbuka. Sebutkan semuanya."
    case .vague(let words): "\"\(words)\" tidak pasti artinya. Sebutkan yang dimaksud."
    case .conjunction(let word): "Norma diawali kata sambung \"\(word)\". Hapus atau gabungkan."
    case .foreign(let word, let wanted): "\"\(word)\" adalah kata asing. Tulis \"\(wanted)\"."
    case .limit(let words, let wanted): "\"\(words)\": tulis \"\(wanted)\"."
    case .spelling(let word, let wanted): "\"\(word)\" tidak baku. Tulis \"\(wanted)\"."
    case .instrument(let word, let wanted): "\"\(word)\": tulis lengkap \"\(wanted)\"."
    case .prohibition(let words): "\"\(words)\": untuk larangan gunakan \"dilarang\"."
    case .subject(let words): "\"\(words)\": tulis \"setiap orang\"."
    case .number(let number, let words):
      "Bilangan \(number) tanpa kata. Tulis \"\(number) (\(words.isEmpty ? "…" : words))\"."
    case .andOr(let found): "\"\(found)\": tulis \"dan/atau\", \"dan\", atau \"atau\"."
    case .phrase(let found, let wanted): "\"\(found)\": tulis \"\(wanted)\"."
    case .numeral(let words):
      "\"\(words)\": tulis angkanya, diikuti kata dalam kurung, misalnya 7 (tujuh)."
    case .doubled(let word): "\"\(word)\" tertulis dua kali. Hapus satu."
    case .rupiah(let amount): "\(amount) tanpa kata. Tulis jumlahnya dengan kata dalam kurung."
    case .numberWords(let number, let words, let wanted):
      "\(number) berbeda dari \"\(words)\". Tulis \"\(number) (\(wanted))\"."
    }
  }

  func problem(_ problem: SanctionProblem) -> String {
    switch problem {
    case .dutyUnsanctioned:
      "\"wajib\" tanpa sanksi. Tambahkan sanksinya, atau ganti kata \"wajib\"."
    case .prohibitionUnsanctioned: "\"dilarang\" tanpa sanksi. Tambahkan sanksinya bila perlu."
    case .beforeNorm(let printed):
      "Sanksi mendahului norma (\"\(printed)\"). Letakkan sanksi sesudah normanya."
    case .breachUnnamed: "Sebutkan pasal yang dilanggar dalam ketentuan pidana."
    case .unqualified: "Nyatakan tindak pidananya sebagai pelanggaran atau kejahatan."
    case .detention:
      "Pidana kurungan diganti dengan pidana denda menurut kategori. Sesuaikan rumusannya."
    case .fineLimit(let amount):
      "\(amount) melebihi denda yang dapat diancamkan Peraturan Daerah (Rp50.000.000,00). "
        + "Turunkan, atau sebutkan undang-undang yang mengatur lain."
    case .imprisonment:
      "Peraturan Daerah tidak dapat mengancamkan pidana penjara. Rumuskan sanksi lain."
    case .otherLaw(let words):
      "\"\(words)\": sebutkan sendiri pidananya; jangan mengacu ke ketentuan pidana lain."
    case .unjoined: "Hubungkan kedua pidana dengan \"dan\", \"atau\", atau \"dan/atau\"."
    case .misplaced: "Pidana diancamkan di luar bab ketentuan pidana. Pindahkan ke bab itu."
    case .noNorm(let printed):
      "\"\(printed)\" tidak memuat larangan atau perintah. Sebutkan norma yang dilanggar."
    case .mixed(let chapter): "\(chapter) memuat sanksi pidana dan administratif. Pisahkan."
    }
  }

  func problem(_ problem: DelegationProblem) -> String {
    switch problem {
    case .blanket: "Delegasi blangko. Sebutkan materi yang didelegasikan."
    case .notLast: "Pendelegasian tidak pada ayat terakhir. Pindahkan ke ayat terakhir."
    case .subjectMissing:
      "Sebutkan materi yang didelegasikan: \"Ketentuan lebih lanjut mengenai …\"."
    case .instrumentMissing(let words, let usual):
      "\"\(words)\": sebutkan jenis peraturannya, misalnya \"diatur dengan \(usual)\"."
    case .tooLow(let found):
      "\"\(found)\" tidak dapat diberi kewenangan mengatur. Sebutkan peraturan kepala daerah."
    case .decision(let words): "\"\(words)\": keputusan tidak mengatur. Tulis \"Peraturan …\"."
    }
  }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "SALAH"
    case .warning: "AWAS"
    case .info: "PERIKSA"
    }
  }

  func findings(_ counts: FindingCounts) -> String {
    "\(number(counts.errors)) salah, \(number(counts.warnings)) awas, "
      + "\(number(counts.infos)) perlu diperiksa"
  }

  func firstFindings(_ counts: FindingCounts) -> String { "Pemeriksaan: \(findings(counts))." }

  func newFindings(_ counts: FindingCounts) -> String {
    "Pemeriksaan: \(findings(counts)) yang baru sejak revisi sebelumnya."
  }

  func suppressed(_ count: Int) -> String { "\(number(count)) dikecualikan" }

  func suppressedBecause(_ reason: String) -> String { "dikecualikan: \(reason)" }

  func unusedExemption(_ rule: String, unit: String?) -> String {
    "draft.yml mengecualikan \(unit.map { "\($0) " } ?? "naskah ")dari \(rule), padahal tidak ada "
      + "temuan di sana: hapus pengecualiannya."
  }

  func lineColumn(_ line: Int, _ column: Int) -> String { "baris \(line):\(column)" }

  var noFinding: String { "Tidak ada temuan." }

  func hintCheckRule(_ target: String, _ rule: String) -> String {
    "Hanya satu aturan: naskah periksa \(target) --rule \(rule)"
  }
}
