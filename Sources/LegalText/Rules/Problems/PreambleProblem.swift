/// What is wrong with the title or the preamble.
public enum PreambleProblem: Sendable, Hashable {
  /// The title ends in a punctuation mark.
  case titlePunctuation
  /// The title is not all in capitals.
  case titleCase
  /// The name holds an abbreviation.
  case titleAbbreviation(String)
  /// The name after *Menetapkan* is not that of the title.
  case enacting(found: String, title: String)
  /// What follows *Menetapkan* does not end in a full stop.
  case enactingStop
  /// *MEMUTUSKAN:* is written otherwise, or missing (`found` empty).
  case decision(found: String)
  /// *Menetapkan:* is written otherwise, or missing (`found` empty).
  case enactingLabel(found: String)
  /// *DENGAN RAHMAT TUHAN YANG MAHA ESA* is missing.
  case graceMissing
  /// That formula not all in capitals.
  case graceCase
  /// The office that enacts is missing.
  case officeMissing
  /// *RANCANGAN* is missing above a title without a number.
  case draftWordMissing
  /// The number or the year is filled in above a draft.
  case draftNumber(String)
  /// *Menimbang* or *Mengingat* is missing before what it heads.
  case preambleLabel(String)
  /// The parliament of another region consents.
  case consentRegion(String)
  /// What follows *Menetapkan* is not all in capitals.
  case enactingCase
  /// The region, or the state, stands after *Menetapkan*.
  case enactingRegion(String)
  /// The title of an amendment does not say that it is one.
  case titleAmendment
  /// The title does not say how many times the act has been amended.
  case titleAmendmentCount
  /// Pasal I names another act than the title.
  case amendedName(found: String, title: String)
  /// Pasal I names the amended act without its gazette.
  case amendedGazette(String)
  /// The office that enacts is not followed by a comma.
  case officeComma(String)
  /// No considerations.
  case considerationsMissing
  /// No legal basis.
  case basisMissing
  /// The last consideration does not name all before it.
  case considerationsUnlisted(missing: String)
  /// *pada huruf* for *dalam huruf*.
  case considerationsPreposition
  /// The last consideration names itself.
  case considerationsItself(String)
  /// The last consideration does not sum up.
  case considerationsClosing(instrument: String)
  /// A consideration does not begin with *bahwa*.
  case considerationWord
  /// A consideration does not end in a semicolon.
  case considerationEnd
  /// The last consideration names another title.
  case considerationTitle(found: String, title: String)
  /// More considerations than the three kinds allow.
  case considerationsMany(Int)
  /// A legal consideration stands before others.
  case considerationsOrder
  /// A legal basis of lower rank.
  case basisRank(String)
  /// A legal basis stands after one of lower rank.
  case basisRankOrder(found: String, after: String)
  /// A legal basis stands after a younger one of its rank.
  case basisAgeOrder(found: String, after: String)
  /// The amended regulation is not among the legal bases.
  case basisAmended(String)
  /// A legal basis is repealed by the draft itself.
  case basisRepealed(String)
  /// A legal basis does not end in a semicolon.
  case basisEnd
  /// The gazette of a law or government regulation is not given.
  case basisGazette(String)
  /// The supplement of a gazette, given as printed, is missing.
  case basisSupplement(String)
  /// The gazette of a regional regulation is not given.
  case basisRegionalGazette(String)
  /// The law on regional government is not among the legal bases.
  case basisGovernment
  /// The law that formed the region is not among the legal bases.
  case basisFormingLaw
  /// An article of a legal basis other than the constitution is named.
  case basisArticle(String)
  /// *Republik Indonesia* after the kind of a legal basis.
  case basisRepublic(String)
  /// *Undang-undang Nomor 7*: a small letter in the kind of an act.
  case kindCase(found: String, wanted: String)
  /// An act and its gazette are of different years.
  case basisGazetteYear(String, gazette: String)
  /// Pasal 18 ayat (6) of the constitution is not among the legal bases.
  case basisConstitution
  /// The joint approval is not stated.
  case consentMissing
}

/// What is wrong with the build of a draft, its close or its annexes.
public enum StructureProblem: Sendable, Hashable {
  /// A chapter stands after one that it must precede.
  case chapterOrder(found: String, after: String)
  /// The first chapter is not that of general provisions.
  case generalFirst(found: String)
  /// The closing provisions are not the last chapter.
  case closingLast(found: String)
  /// The investigation does not precede the criminal provisions.
  case investigation
  /// When it enters into force is not said.
  case commencementMissing(instrument: String)
  /// An uncertain phrase on entry into force.
  case commencementWords(String)
  /// A repeal that names nothing.
  case repealUnspecific(String)
  /// The last chapter is not that of closing provisions, nor is any.
  case closingMissing
  /// Implementing rules are kept in force in other words than those of the law.
  case keptRules
  /// A repeal that does not begin with *Pada saat … mulai berlaku*.
  case repealLead(String, instrument: String)
  /// *dicabut* without *dan dinyatakan tidak berlaku*.
  case repealWords
  /// The order of publication is missing.
  case publicationMissing(gazette: String)
  /// The order of publication is not in the words that the law gives.
  case publicationWords(String, instrument: String, gazette: String)
  /// The gazette in the order of publication lacks its region.
  case publicationRegion(String)
  /// *Diundangkan di* is missing.
  case promulgationMissing
  /// The line of the gazette at the end is missing.
  case gazetteLineMissing(gazette: String)
  /// The office that signs is not followed by a comma.
  case closingOffice(String)
  /// The name in the head of an annex is not that of the title.
  case annexTitle(found: String, title: String)
  /// The signature is missing.
  case signatureMissing
  /// A cited annex is not there.
  case annexAbsent(String)
  /// An annex is not declared in the body.
  case annexUndeclared(String, instrument: String)
  /// Several annexes not numbered in Roman, or not in order.
  case annexNumber(found: String, wanted: String)
  /// An annex is cited without saying that it is an inseparable part.
  case annexInseparable(String, instrument: String)
}

/// What is wrong with the elucidation.
public enum ElucidationProblem: Sendable, Hashable {
  /// There is none; `instrument` is the kind of regulation that has one.
  case missing(instrument: String)
  /// The general part is missing.
  case generalMissing
  /// The heading of the general part or of the notes is not as the law gives it.
  case heading(found: String, wanted: String)
  /// Its title is not that of the regulation.
  case title(found: String, title: String)
  /// An article is not explained.
  case article(String)
  /// Articles are explained together.
  case grouped(String)
  /// It explains an article that is not there.
  case extraArticle(String)
  /// An ayat or item is not explained although others of its article are.
  case unit(String)
  /// It explains an ayat or item that is not there.
  case extraUnit(String)
  /// All items of an article are clear, one by one.
  case needlessDetail(String)
  /// It holds a norm: *wajib*, *dilarang*.
  case norm(String)
  /// It explains a definition.
  case definition
  /// It explains a defined term again.
  case definedTerm(String)
  /// A note, or the general part, holds nothing.
  case empty(String, isNote: Bool)
  /// A note stands after that of a later article.
  case order(found: String, after: String)
  /// What a note explains has no quotation marks.
  case unquoted(String)
  /// It delegates.
  case delegation(String)
  /// *Cukup jelas.* is not written so.
  case clearForm(String)
  /// A deleted provision is not marked *Dihapus.*
  case deleted(String)
}

/// What is wrong with an amendment.
public enum AmendmentProblem: Sendable, Hashable {
  /// The instruction names one unit, the text below gives another.
  case mismatch(named: String, found: String)
  /// The instruction names a unit that the text below lacks.
  case absent(String)
  /// The inserted number does not stand between its neighbours.
  case notBetween(String, first: String, second: String)
  /// The neighbours named are not neighbours.
  case notNeighbours(first: String, second: String)
  /// The new text is not introduced by *sehingga berbunyi sebagai berikut:*.
  case formula
  /// What is added does not follow what it is added to.
  case notNext(String, after: String)
  /// The count does not agree with the units named.
  case count(said: Int, named: Int)
  /// A deleted number is used again.
  case reused(String)
  /// A deleted unit has text.
  case deletedText(String)
  /// An instruction stands after one on a later article.
  case order(found: String, after: String)
  /// Its articles are not numbered in Roman.
  case romanWanted
}
