/// What is wrong with the use of a term.
public enum TermProblem: Sendable, Hashable {
  /// Another spelling of a term.
  case variant(found: String, wanted: String)
  /// A word that differs from one of a term by a letter.
  case misspelled(found: String, wanted: String)
  /// The long form although a short one was defined.
  case longForm(found: String, wanted: String)
  /// Another word for a defined term.
  case synonym(found: String, wanted: String)
  /// A defined term that is never used.
  case unused(String)
  /// A defined term that is used once.
  case usedOnce(String)
  /// A term in capitals that is never defined; used `count` times.
  case undefined(String, count: Int)
  /// An abbreviation that is never explained.
  case abbreviation(String)
  /// A defined term in small letters.
  case lowercase(found: String, wanted: String)
  /// A term defined twice.
  case definedTwice(String)
  /// Two terms with one meaning.
  case sameMeaning(String, String)
  /// A definition without *adalah*.
  case form
  /// A definition that does not begin with a capital letter or end in a full stop.
  case punctuation
  /// Another lead-in than *yang dimaksud dengan:*.
  case leadIn(instrument: String)
  /// A definition that holds a norm.
  case norm(String)
}

/// What is wrong with words or figures.
public enum WordingProblem: Sendable, Hashable {
  /// *antara lain* in a norm.
  case open(String)
  /// An uncertain phrase: *dan lain-lain*.
  case vague(String)
  /// A sentence that begins with a conjunction.
  case conjunction(String)
  /// A foreign word; `wanted` is the Indonesian one.
  case foreign(String, wanted: String)
  /// An old or uneven word for a limit; `wanted` is the right one.
  case limit(String, wanted: String)
  /// A spelling that is not standard.
  case spelling(String, wanted: String)
  /// An abbreviation of an instrument: *Perda*.
  case instrument(String, wanted: String)
  /// *tidak boleh* for *dilarang*.
  case prohibition(String)
  /// *barang siapa* for *setiap orang*.
  case subject(String)
  /// A number without words.
  case number(String, words: String)
  /// *dan atau*, *atau/dan* for *dan/atau*.
  case andOr(String)
  /// Words for which others are wanted.
  case phrase(String, wanted: String)
  /// A number in words alone.
  case numeral(String)
  /// A word that stands twice.
  case doubled(String)
  /// An amount of money without words.
  case rupiah(String)
  /// A number that its words contradict.
  case numberWords(String, words: String, wanted: String)
}

/// What is wrong with sanctions and criminal provisions.
public enum SanctionProblem: Sendable, Hashable {
  /// A duty without a sanction.
  case dutyUnsanctioned
  /// A prohibition without a sanction.
  case prohibitionUnsanctioned
  /// A sanction stands before its norm.
  case beforeNorm(printed: String)
  /// A penalty without the breached article.
  case breachUnnamed
  /// Neither *pelanggaran* nor *kejahatan* is said.
  case unqualified
  /// Imprisonment: newer law replaces it by fines of categories.
  case detention
  /// A fine above what a regional regulation may threaten.
  case fineLimit(String)
  /// Imprisonment, which a regional regulation may not threaten.
  case imprisonment
  /// A penalty left to another law.
  case otherLaw(String)
  /// Two penalties, neither joined by *dan* nor by *atau*.
  case unjoined
  /// A penalty outside the chapter on penalties.
  case misplaced
  /// A penalty on a provision that neither orders nor forbids.
  case noNorm(printed: String)
  /// Criminal and administrative sanctions in one chapter.
  case mixed(String)
}

/// What is wrong with a delegation.
public enum DelegationProblem: Sendable, Hashable {
  /// A delegation without a limit.
  case blanket
  /// Not in the last ayat.
  case notLast
  /// What is delegated is not said.
  case subjectMissing
  /// The kind of instrument is not said; `usual` is the kind that it usually is.
  case instrumentMissing(String, usual: String)
  /// The head of an agency cannot be given the power to regulate.
  case tooLow(String)
  /// A decision cannot regulate.
  case decision(String)
}
