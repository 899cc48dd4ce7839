import LegalText

extension English {
  func problem(_ problem: TermProblem) -> String {
    switch problem {
    case .misspelled(let found, let wanted):
      "\"\(found)\" differs by a letter from the term \"\(wanted)\". Check its spelling."
    case .variant(let found, let wanted):
      "\"\(found)\" is another spelling of \"\(wanted)\". Use one: \"\(wanted)\"."
    case .longForm(let found, let wanted):
      "\"\(found)\" has a short form. Write \"\(wanted)\"."
    case .synonym(let found, let wanted):
      "\"\(found)\" stands beside \"\(wanted)\". Use one term: \"\(wanted)\"."
    case .unused(let term): "\"\(term)\" is defined but never used. Remove its definition."
    case .usedOnce(let term): "\"\(term)\" is used once. Consider removing its definition."
    case .undefined(let term, let count):
      "\"\(term)\" is written like a term (\(number(count)) times) but not defined. "
        + "Define it, or write it in lower case."
    case .abbreviation(let word):
      "The abbreviation \"\(word)\" is not explained. Define it, or write it in full."
    case .lowercase(let found, let wanted):
      "\"\(found)\" is defined. Write it with capitals: \"\(wanted)\"."
    case .definedTwice(let term): "\"\(term)\" is defined twice. Keep one definition."
    case .sameMeaning(let first, let second):
      "\"\(second)\" means the same as \"\(first)\". Use one term."
    case .form: "The definition lacks \"adalah\". Write \"… adalah …\"."
    case .punctuation: "Begin the definition with a capital and end it with a full stop."
    case .leadIn(let instrument):
      "Begin with \"Dalam \(instrument) ini yang dimaksud dengan:\"."
    case .norm(let word): "The definition holds a norm (\"\(word)\"). Move it to the body."
    }
  }

  func problem(_ problem: WordingProblem) -> String {
    switch problem {
    case .open(let words): "\"\(words)\" leaves the norm open. Name everything."
    case .vague(let words): "\"\(words)\" is uncertain. Say what is meant."
    case .conjunction(let word): "The norm begins with \"\(word)\". Remove it, or join sentences."
    case .foreign(let word, let wanted): "\"\(word)\" is foreign. Write \"\(wanted)\"."
    case .limit(let words, let wanted): "\"\(words)\": write \"\(wanted)\"."
    case .spelling(let word, let wanted): "\"\(word)\" is not standard. Write \"\(wanted)\"."
    case .instrument(let word, let wanted): "\"\(word)\": write \"\(wanted)\" in full."
    case .prohibition(let words): "\"\(words)\": to prohibit, write \"dilarang\"."
    case .subject(let words): "\"\(words)\": write \"setiap orang\"."
    case .number(let number, let words):
      "\(number) lacks its words. Write \"\(number) (\(words.isEmpty ? "…" : words))\"."
    case .andOr(let found): "\"\(found)\": write \"dan/atau\", \"dan\", or \"atau\"."
    case .phrase(let found, let wanted): "\"\(found)\": write \"\(wanted)\"."
    case .numeral(let words):
      "\"\(words)\": write the figure, then its words in brackets, as in 7 (tujuh)."
    case .doubled(let word): "\"\(word)\" stands twice. Remove one."
    case .rupiah(let amount): "\(amount) lacks its words. Write them in brackets."
    case .numberWords(let number, let words, let wanted):
      "\(number) differs from \"\(words)\". Write \"\(number) (\(wanted))\"."
    }
  }

  func problem(_ problem: SanctionProblem) -> String {
    switch problem {
    case .dutyUnsanctioned: "\"wajib\" without a sanction. Add one, or use another word."
    case .prohibitionUnsanctioned: "\"dilarang\" without a sanction. Add one if it is wanted."
    case .beforeNorm(let printed):
      "The sanction comes before its norm (\"\(printed)\"). Put it after the norm."
    case .breachUnnamed: "Name the Pasal that is breached."
    case .unqualified: "Say whether the offence is a pelanggaran or a kejahatan."
    case .detention: "Kurungan is replaced by fines of categories. Change the wording."
    case .fineLimit(let amount):
      "\(amount) exceeds the fine that a Peraturan Daerah may threaten (Rp50.000.000,00). Lower it, "
        + "or name the law that says otherwise."
    case .imprisonment:
      "A Peraturan Daerah cannot threaten imprisonment. Provide another sanction."
    case .otherLaw(let words):
      "\"\(words)\": say the penalty itself; do not refer to other criminal provisions."
    case .unjoined: "Join the two penalties with \"dan\", \"atau\", or \"dan/atau\"."
    case .misplaced: "A penalty outside the chapter on penalties. Move it there."
    case .noNorm(let printed):
      "\"\(printed)\" neither forbids nor orders anything. Name the norm that is breached."
    case .mixed(let chapter):
      "\(chapter) holds criminal and administrative sanctions. Separate them."
    }
  }

  func problem(_ problem: DelegationProblem) -> String {
    switch problem {
    case .blanket: "Blanket delegation. Name what is delegated."
    case .notLast: "The delegation is not in the last ayat. Move it there."
    case .subjectMissing: "Name what is delegated: \"Ketentuan lebih lanjut mengenai …\"."
    case .instrumentMissing(let words, let usual):
      "\"\(words)\": name the instrument, as \"diatur dengan \(usual)\"."
    case .tooLow(let found):
      "\"\(found)\" cannot be given the power to regulate. Name a regulation of the mayor."
    case .decision(let words): "\"\(words)\": a decision does not regulate. Write \"Peraturan …\"."
    }
  }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "LOOK"
    }
  }

  func findings(_ counts: FindingCounts) -> String {
    "\(number(counts.errors)) errors, \(number(counts.warnings)) warnings, "
      + "\(number(counts.infos)) to look at"
  }

  func firstFindings(_ counts: FindingCounts) -> String { "Check: \(findings(counts))." }

  func newFindings(_ counts: FindingCounts) -> String {
    "Check: \(findings(counts)), new since the revision before."
  }

  func suppressed(_ count: Int) -> String { "\(number(count)) exempt" }

  func suppressedBecause(_ reason: String) -> String { "exempt: \(reason)" }

  func unusedExemption(_ rule: String, unit: String?) -> String {
    "draft.yml exempts \(unit.map { "\($0) " } ?? "the draft ")from \(rule), but nothing departs "
      + "from it there: remove the exemption."
  }

  func lineColumn(_ line: Int, _ column: Int) -> String { "line \(line):\(column)" }

  var noFinding: String { "No findings." }

  func hintCheckRule(_ target: String, _ rule: String) -> String {
    "One rule only: naskah check \(target) --rule \(rule)"
  }
}
