import LegalText

extension English {
  func problem(_ problem: PreambleProblem) -> String {
    switch problem {
    case .titlePunctuation: "The title ends in a punctuation mark. Remove it."
    case .titleCase: "Write the title all in capitals."
    case .titleAbbreviation(let word): "The title holds an abbreviation (\(word)). Remove it."
    case .enacting(let found, let title):
      "The name after Menetapkan (\"\(found)\") is not the title's. Write \"\(title)\"."
    case .enactingStop: "End the name after Menetapkan with a full stop."
    case .decision(let found):
      found.isEmpty
        ? "The word MEMUTUSKAN is missing. Write \"MEMUTUSKAN:\" before Menetapkan."
        : "\"\(found)\": write \"MEMUTUSKAN:\" in capitals, without spaces, with a colon."
    case .enactingLabel(let found):
      found.isEmpty
        ? "The word Menetapkan is missing. Write \"Menetapkan:\" before the name."
        : "\"\(found)\": write \"Menetapkan:\" with one capital and a colon."
    case .graceMissing: "Put \"DENGAN RAHMAT TUHAN YANG MAHA ESA\" before the office."
    case .graceCase: "Write \"DENGAN RAHMAT TUHAN YANG MAHA ESA\" all in capitals."
    case .officeMissing: "The office that enacts is missing. Put it below, with a comma."
    case .draftWordMissing: "Put RANCANGAN above the title while it has no number."
    case .draftNumber(let number): "\"\(number)\": a draft has \"NOMOR … TAHUN …\"."
    case .preambleLabel(let word): "The word \(word) is missing. Begin this part with \"\(word):\"."
    case .consentRegion(let name):
      "\"\(name)\" is not the region of the title. Name its parliament."
    case .enactingCase: "Write kind and name after Menetapkan all in capitals."
    case .enactingRegion(let name): "After Menetapkan, leave out \"\(name)\"."
    case .titleAmendment: "Begin the name of an amendment with \"PERUBAHAN ATAS\"."
    case .titleAmendmentCount:
      "The act has been amended before. Say how often: \"PERUBAHAN KEDUA ATAS\"."
    case .amendedName(let found, let title):
      "Pasal I names \(found), the title \(title). Make them agree."
    case .amendedGazette(let name): "\(name): add its gazette and the supplement in brackets."
    case .officeComma(let name): "End the office (\"\(name)\") with a comma."
    case .considerationsMissing: "There are no considerations. Write Menimbang."
    case .basisMissing: "There is no legal basis. Write Mengingat."
    case .considerationsUnlisted(let missing):
      "The last consideration leaves out \(missing). Name all letters before it."
    case .considerationsPreposition: "Write \"sebagaimana dimaksud dalam huruf …\"."
    case .considerationsItself(let printed):
      "The last consideration names itself (\(printed)). Name only those before it."
    case .considerationsClosing(let instrument):
      "Close the considerations with \"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam "
        + "huruf a, …, perlu menetapkan \(instrument) tentang …;\"."
    case .considerationWord: "Begin the consideration with \"bahwa\"."
    case .considerationEnd: "End the consideration with a semicolon (;)."
    case .considerationTitle(let found, let title):
      "The consideration says \"\(found)\", the title \"\(title)\". Make them agree."
    case .considerationsMany(let count):
      "There are \(count) considerations. At most two each: philosophical, sociological, legal."
    case .considerationsOrder:
      "A legal consideration comes first. Order: philosophical, sociological, legal."
    case .basisRank(let name): "\(name) is of lower rank. Remove it from the legal basis."
    case .basisRankOrder(let found, let after):
      "\(found) stands after \(after), which is of lower rank. Order by rank."
    case .basisAgeOrder(let found, let after):
      "\(found) stands after \(after), which is younger. Order by date."
    case .basisAmended(let number):
      "The amended regulation (\(number)) is not in the legal basis. Add it."
    case .basisRepealed(let name):
      "\(name) is repealed by this draft. Remove it from the legal basis."
    case .basisEnd: "End the legal basis with a semicolon (;)."
    case .basisGazette(let name):
      "\(name): add Lembaran Negara and Tambahan Lembaran Negara in brackets."
    case .basisGazetteYear(let act, let gazette):
      "\(act) is followed by \(gazette). See which year is right and write it in both places."
    case .basisSupplement(let gazette):
      "\"\(gazette)\": add \"Tambahan Lembaran Negara Republik Indonesia Nomor …\"."
    case .basisRegionalGazette(let name):
      "\(name): add Lembaran Daerah and Tambahan Lembaran Daerah in brackets."
    case .basisGovernment: "Add the law on regional government (tentang Pemerintahan Daerah)."
    case .basisFormingLaw: "Add the law that formed the region."
    case .basisArticle(let name):
      "\"\(name)\": leave out the Pasal; name the kind and the name of the act alone."
    case .basisRepublic(let name): "\"\(name)\": leave out \"Republik Indonesia\"."
    case .kindCase(let kind, let wanted): "\"\(kind)\": write \"\(wanted)\"."
    case .basisConstitution:
      "Add Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945."
    case .consentMissing:
      "Put \"Dengan Persetujuan Bersama DEWAN PERWAKILAN RAKYAT DAERAH … dan …\" before "
        + "MEMUTUSKAN."
    }
  }

  func problem(_ problem: ElucidationProblem) -> String {
    switch problem {
    case .missing(let instrument): "There is no penjelasan. Every \(instrument) has one."
    case .generalMissing: "The general part is missing. Write \"I. UMUM\"."
    case .heading(let found, let wanted):
      found.isEmpty
        ? "The heading \"\(wanted)\" is missing from the elucidation. Add it."
        : "\"\(found)\": write \"\(wanted)\"."
    case .title(let found, let title):
      "The title of the penjelasan, \"\(found)\", differs. Write \"\(title)\"."
    case .article(let label):
      "\(label) is not in the penjelasan. Add it; if nothing needs explaining, write "
        + "\"Cukup jelas.\""
    case .grouped(let line): "\"\(line)\" are explained together. List each Pasal."
    case .extraArticle(let label):
      "\(label) is explained but not in the body. Remove its explanation."
    case .unit(let label): "\(label) is not in the penjelasan although others are. Add it."
    case .extraUnit(let label):
      "\(label) is explained but not in the body. Remove its explanation."
    case .needlessDetail(let label):
      "All of \(label) is clear. Write \"Cukup jelas.\" once for the Pasal."
    case .norm(let word): "The penjelasan holds a norm (\"\(word)\"). Move it to the body."
    case .definition: "Definitions need no explanation. Write \"Cukup jelas.\""
    case .definedTerm(let term):
      "\"\(term)\" is defined in the general provisions. Remove its explanation."
    case .empty(let label, let isNote):
      isNote
        ? "\(label) holds no note. If nothing needs explaining, write \"Cukup jelas.\""
        : "The general part is empty. Set out background, intent and aims."
    case .order(let found, let after):
      "The note on \(found) comes after \(after). Order the notes as the body is."
    case .unquoted(let words): "\"\(words)\": put the term that is explained in quotation marks."
    case .delegation(let words):
      "\"\(words)\": a penjelasan must not delegate. Move it to the body."
    case .clearForm(let found): "\"\(found)\": write \"Cukup jelas.\""
    case .deleted(let label): "\(label) is deleted. Write \"Dihapus.\" in its explanation."
    }
  }

  func problem(_ problem: AmendmentProblem) -> String {
    switch problem {
    case .mismatch(let named, let found):
      "The instruction names \(named), the text is \(found). Make them agree."
    case .absent(let label): "\(label) is named in the instruction but not below it."
    case .notBetween(let label, let first, let second):
      "\(label) is not between \(first) and \(second). Correct its number."
    case .notNeighbours(let first, let second):
      "\(first) and \(second) are not neighbours. Name those around the new one."
    case .formula: "End the instruction with \"sehingga berbunyi sebagai berikut:\"."
    case .notNext(let label, let after):
      "\(label) does not follow \(after). Correct its number."
    case .count(let said, let named): "It says \(said) but names \(named). Correct the count."
    case .reused(let label): "The number of \(label) was deleted. Use another."
    case .deletedText(let label): "\(label) is deleted but has text. Write \"Dihapus.\""
    case .order(let found, let after):
      "The change of \(found) comes after that of \(after). Order by the amended Pasal."
    case .romanWanted: "An amending regulation has Pasal I and Pasal II, in Roman."
    }
  }
}
