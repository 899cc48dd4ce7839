import LegalText

extension English {
  func problem(_ problem: ReferenceProblem) -> String {
    switch problem {
    case .dangling(let printed, let address):
      "\"\(printed)\" refers to \(UnitAddress.label(address)), which is not there. "
        + "Name the provision that is meant."
    case .forward(let printed, let address):
      "\"\(printed)\" refers to \(UnitAddress.label(address)), which comes later. "
        + "Move the provision, or write without the reference."
    case .toItself(let printed):
      "\"\(printed)\" refers to the provision itself. Name the ayat that is meant."
    case .deleted(let printed, let address):
      "\"\(printed)\" refers to \(UnitAddress.label(address)), which is deleted. "
        + "Refer to a provision in force."
    case .ownArticle(let printed):
      "\"\(printed)\": leave out \"Pasal ini\"; the ayat is enough."
    case .unnumbered(let printed): "\"\(printed)\": give the number of the Pasal or ayat."
    case .withoutReducing(let printed):
      "\"\(printed)\" must not stand beside a reference. Say plainly which provision prevails."
    case .rangeWanted(let first, let last, let count):
      "\(count) provisions in a row are named one by one. "
        + "Write \"\(first) sampai dengan \(last)\"."
    case .ownFirst(let printed):
      "\"\(printed)\" of this Pasal comes after another Pasal. Name it first."
    case .descending(let printed, let after):
      "\"\(printed)\" comes after \"\(after)\". Begin with the lower number."
    case .lowerRank(let printed):
      "Reference to an instrument of lower rank: \"\(printed)\". "
        + "Refer to one of the same or a higher rank."
    case .incomplete(let printed, let wanted):
      "\"\(printed)\" is incomplete. Write \"\(wanted)\"."
    case .yearMissing(let printed): "\"\(printed)\" lacks its year. Give number and year."
    case .needlessWords(let printed):
      "\"\(printed)\": the number is enough; leave out \"di atas\"."
    case .letterCase(let printed, let wanted): "\"\(printed)\": write \"\(wanted)\"."
    case .numberForm(let printed, let wanted), .inverted(let printed, let wanted):
      "\"\(printed)\": write \"\(wanted)\"."
    case .formula(let printed): "\"\(printed)\": write \"sebagaimana dimaksud\"."
    case .rangeOrder(let printed):
      "\"\(printed)\" begins with the greater number. See which two are meant."
    case .rangeWords(let printed): "\"\(printed)\": write \"sampai dengan\", not a dash."
    case .preposition(let printed, let wanted):
      "\"\(printed)\": write \"sebagaimana dimaksud \(wanted) …\"."
    }
  }

  func problem(_ problem: NumberingProblem) -> String {
    switch problem {
    case .gap(let after, let found):
      "\(found) follows \(after). Number without leaving any out."
    case .start(let found, _): "The numbers begin with \(found). Begin with the first."
    case .duplicate(let label): "\(label) stands more than once. Give each its own number."
    case .order(let after, let found):
      "\(found) stands after \(after)\(after.hasSuffix(".") ? "" : ".") Put them in order."
    case .loneAyat: "There is only one ayat. Write a Pasal without ayat."
    case .loneItem(let label):
      "The list has only \(label) Write a sentence, or add items."
    case .tooDeep(let label):
      "Item \(label) is deeper than 4 levels. Divide the list among Pasal or ayat."
    case .marker(let found, let wanted):
      "Items of this level are marked \"\(wanted)\", not \"\(found)\". Order: a., 1., a), 1)."
    case .untitled(let label): "\(label) has no title. Give it one."
    case .titleCase(let title): "Title \"\(title)\": write it all in capitals."
    case .wordCase(let word):
      "The title holds \"\(word)\": begin each word with a capital, particles excepted."
    case .outsidePart(let label): "\(label) stands in no Bagian. Make a Bagian first."
    case .numeral(let found, let wanted), .ordinal(let found, let wanted):
      "\"\(found)\": write \"\(wanted)\"."
    case .sign(let mark):
      "An item is marked \"\(mark)\". Mark items with small letters and a stop: a., b., c."
    case .form(let found, let wanted): "\"\(found)\": write \"\(wanted)\"."
    case .inserted(let label):
      "\(label): only amendments insert numbers with letters. Number in order."
    case .emptyDivision(let label): "\(label) holds no Pasal. Fill it, or remove it."
    case .empty(let label): "\(label) has no text. Fill it, or remove its number."
    }
  }

  func problem(_ problem: ListProblem) -> String {
    switch problem {
    case .conjunctionMissing(let item):
      "Item \(item) is the last but one. Add \"dan\", \"atau\" or \"dan/atau\" after it."
    case .conjunctionEarly(let item, let word):
      "Remove \"\(word)\" after item \(item) It stands once, after the last but one."
    case .separator(let item): "End item \(item) with a semicolon (;)."
    case .end(let item): "End the last item (\(item)) with a full stop."
    case .colon: "End the lead-in of the list with a colon (:)."
    case .capital(let word): "Items begin in lower case; \"\(word)\" has a capital letter."
    case .doubledMark: "The semicolon stands twice. Remove one."
    case .sentences:
      "This provision has more than one sentence. Divide it into ayat."
    case .unfinished: "The sentence has no full stop. End it with one."
    }
  }

  func problem(_ problem: StructureProblem) -> String {
    switch problem {
    case .chapterOrder(let found, let after):
      "\(found) stands after \(after). Order: ketentuan pidana, peralihan, penutup."
    case .generalFirst(let found): "The first chapter is \(found). BAB I holds ketentuan umum."
    case .closingLast(let found):
      "\(found) stands after ketentuan penutup. Make ketentuan penutup the last chapter."
    case .investigation: "Put the provisions on investigation before the criminal ones."
    case .commencementMissing(let instrument):
      "Entry into force is not stated. "
        + "Write \"\(instrument) ini mulai berlaku pada tanggal diundangkan.\""
    case .commencementWords(let words):
      "\"\(words)\" is uncertain. Write \"mulai berlaku pada tanggal diundangkan\"."
    case .repealUnspecific: "The repeal is general. Name the regulations that are repealed."
    case .closingMissing: "There is no chapter of closing provisions. Make it the last one."
    case .keptRules:
      "Write \"dinyatakan masih tetap berlaku sepanjang tidak bertentangan dengan ketentuan dalam "
        + "… ini\"."
    case .repealLead(let found, let instrument):
      "\"\(found)\": write \"Pada saat \(instrument) ini mulai berlaku\"."
    case .repealWords: "To repeal, write \"dicabut dan dinyatakan tidak berlaku\"."
    case .publicationWords(let found, let instrument, let gazette):
      "\"\(found)\": write \"Agar setiap orang mengetahuinya, memerintahkan pengundangan "
        + "\(instrument) ini dengan penempatannya dalam \(gazette) ….\""
    case .publicationMissing(let gazette):
      "The order of publication is missing. Write \"Agar setiap orang mengetahuinya, "
        + "memerintahkan pengundangan … dengan penempatannya dalam \(gazette) …\"."
    case .publicationRegion(let gazette): "\"\(gazette)\": name the region of the title."
    case .promulgationMissing:
      "Promulgation is missing. Write \"Diundangkan di … pada tanggal …\" and the office."
    case .gazetteLineMissing(let gazette):
      "End the close with \"\(gazette.uppercased()) … TAHUN … NOMOR …\"."
    case .closingOffice(let name): "End the office (\"\(name)\") with a comma."
    case .annexTitle(let found, let title):
      "The head of the annex says \"\(found)\". Write \"\(title)\"."
    case .signatureMissing:
      "The signature is missing. Write \"Ditetapkan di … pada tanggal …\" and the office."
    case .annexAbsent(let label): "\(label) is cited but not there. Add it, or change the citation."
    case .annexUndeclared(let label, let instrument):
      "\(label) is not declared in the body. Write \"tercantum dalam Lampiran yang merupakan "
        + "bagian tidak terpisahkan dari \(instrument) ini\"."
    case .annexNumber(let found, let wanted): "\(found): number in Roman, as \(wanted)."
    case .annexInseparable(let label, let instrument):
      "\(label): add \"yang merupakan bagian tidak terpisahkan dari \(instrument) ini\"."
    }
  }
}
