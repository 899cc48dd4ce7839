/// What is wrong at a place of a draft: facts that presentation makes a sentence of.
public enum DraftProblem: Sendable, Hashable {
  case reference(ReferenceProblem)
  case numbering(NumberingProblem)
  case list(ListProblem)
  case preamble(PreambleProblem)
  case structure(StructureProblem)
  case elucidation(ElucidationProblem)
  case amendment(AmendmentProblem)
  case term(TermProblem)
  case wording(WordingProblem)
  case sanction(SanctionProblem)
  case delegation(DelegationProblem)
}

/// What is wrong with a citation of a provision. Citations are given as printed, units by address.
public enum ReferenceProblem: Sendable, Hashable {
  /// Nothing stands at the address that it names.
  case dangling(printed: String, address: String)
  /// It names a provision that stands after it.
  case forward(printed: String, address: String)
  /// It names the unit in which it stands.
  case toItself(printed: String)
  /// It names a provision that is deleted.
  case deleted(printed: String, address: String)
  /// *Pasal ini* after the ayat of the same Pasal.
  case ownArticle(printed: String)
  /// The provision is not named by number: *pasal tersebut di atas*.
  case unnumbered(printed: String)
  /// *tersebut di atas* after a citation that has its number.
  case needlessWords(printed: String)
  /// *tanpa mengurangi* beside a citation.
  case withoutReducing(printed: String)
  /// Three or more provisions in a row, named one by one.
  case rangeWanted(first: String, last: String, count: Int)
  /// The ayat of the same Pasal is not named first.
  case ownFirst(printed: String)
  /// The provisions are not named in ascending order.
  case descending(printed: String, after: String)
  /// A provision of an instrument of lower rank.
  case lowerRank(printed: String)
  /// A level without its word or its number: *dimaksud pada (1)*, *huruf e dan huruf*.
  case incomplete(printed: String, wanted: String)
  /// An act cited by its number without its year.
  case yearMissing(printed: String)
  /// *pasal 5*, *Ayat (1)*: the word of a citation with the wrong first letter.
  case letterCase(printed: String, wanted: String)
  /// *ayat 1*, *huruf (c)*, *Pasal 5 (1)*: a number that is not written as its level is.
  case numberForm(printed: String, wanted: String)
  /// *huruf a ayat (3) Pasal 4*: an inner level before an outer one.
  case inverted(printed: String, wanted: String)
  /// *seperti dimaksud*, *sebagaimana diatur*: *sebagaimana dimaksud* is wanted.
  case formula(printed: String)
  /// A range that ends before it begins.
  case rangeOrder(printed: String)
  /// A dash for *sampai dengan*.
  case rangeWords(printed: String)
  /// *dalam ayat*, *pada Pasal*: the other preposition is wanted.
  case preposition(printed: String, wanted: String)
}

/// What is wrong with a number or with the levels that carry numbers.
public enum NumberingProblem: Sendable, Hashable {
  /// Numbers are left out between `after` and `found`, both as printed.
  case gap(after: String, found: String)
  /// The first one is not number one.
  case start(found: String, wanted: String)
  /// The same number stands twice.
  case duplicate(String)
  /// A smaller number after a greater one.
  case order(after: String, found: String)
  /// A single ayat.
  case loneAyat
  /// A list of one item.
  case loneItem(String)
  /// More than four levels of lists.
  case tooDeep(String)
  /// The mark of another level was due.
  case marker(found: String, wanted: String)
  /// A chapter, part or subpart without a title.
  case untitled(String)
  /// The title of a chapter not all in capitals.
  case titleCase(String)
  /// A word of the title of a part or subpart without its capital.
  case wordCase(String)
  /// A subpart outside any part.
  case outsidePart(String)
  /// A chapter, part or subpart whose number is not written as its level is.
  case numeral(found: String, wanted: String)
  /// *Bagian Pertama* for *Bagian Kesatu*.
  case ordinal(found: String, wanted: String)
  /// A dash, bullet or capital letter as the mark of an item.
  case sign(String)
  /// A mark written otherwise than its level is: *(1).*, *PASAL 2*, *Pasal 12a*.
  case form(found: String, wanted: String)
  /// A number with a letter in a regulation that inserts nothing.
  case inserted(String)
  /// A chapter, part or subpart without an article.
  case emptyDivision(String)
  /// An article without text.
  case empty(String)
}

/// What is wrong with the items of a list.
public enum ListProblem: Sendable, Hashable {
  /// No *dan*, *atau* or *dan/atau* after the item before the last.
  case conjunctionMissing(item: String)
  /// A conjunction after an earlier item.
  case conjunctionEarly(item: String, word: String)
  /// Its semicolon stands twice.
  case doubledMark
  /// An item does not end in a semicolon.
  case separator(item: String)
  /// The last item does not end in a full stop.
  case end(item: String)
  /// No colon before the list.
  case colon
  /// An item begins with a capital letter.
  case capital(word: String)
  /// An ayat, or an article without ayat, of more than one sentence.
  case sentences
  /// An article or ayat does not end in a full stop.
  case unfinished
}
