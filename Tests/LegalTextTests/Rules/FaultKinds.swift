import Foundation
import Testing

@testable import LegalText

extension FaultKind {
  static let all: [FaultKind] = [
    // Citations
    danglingReference, forwardReference,
    .replacing(
      "pada ayat (1)", "pada ayat (1) Pasal ini", rule: "reference.own-article", "275"),
    .replacing(
      "sebagaimana dimaksud dalam Pasal", "tanpa mengurangi ketentuan Pasal",
      rule: "reference.without-reducing", "251"),
    .replacing(
      "sebagaimana dimaksud pada ayat (1)", "sebagaimana dimaksud dalam pasal tersebut di atas",
      rule: "reference.unnumbered", "280"),
    .replacing(
      "sebagaimana dimaksud dalam Pasal", "sebagaimana dimaksud dalam pasal",
      rule: "reference.case", "80"),
    // Numbers and levels
    gap, duplicateArticle, duplicateAyat, swappedArticles, swappedAyat, loneAyat, fiveLevels,
    wrongMark,
    // Lists
    .replacing("; dan", ";", in: [.huruf], rule: "list.conjunction", "88–90"),
    .replacing(";", ",", in: [.huruf], rule: "list.separator", "87 huruf d"),
    noStop,
    // Preamble
    .replacing("bahwa ", "", in: [.butir], under: "menimbang/", rule: "considerations.bahwa", "22"),
    considerationEnd, considerationsUnlisted, enactingTitle, basisSwapped, basisOfLowerRank,
    basisWithoutAmended,
    .replacing(
      "MEMUTUSKAN:", "MEMUTUSKAN", in: [.diktum], under: "diktum", rule: "enacting.decision", "54"),
    .replacing("Menetapkan:", "", in: [.diktum], under: "diktum", rule: "enacting.label", "57"),
    // Structure
    chaptersSwapped, noCommencement, annexUndeclared,
    FaultKind.replacing(".", " tercantum dalam Lampiran VII.", rule: "annex.absent", "192")
      .except("rtrw"),
    // Elucidation
    elucidationMissing, elucidationTitle, noteMissing, notesGrouped, noteOfAyatMissing, extraNote,
    .replacing(
      "Cukup jelas.", "Setiap orang wajib hadir.", under: "penjelasan/",
      rule: "elucidation.norm", "177"),
    // Amendments
    amendedArticle, insertedNumber, insertedCount, deletedText,
    // Terms
    .replacing("Wali Kota ", "Walikota ", rule: "term.variant", "250 huruf a"),
    .replacing("Satpol PP", "SATPOL PP", rule: "term.variant", "250 huruf a"),
    .replacing("Satpol PP", "Satuan Polisi Pamong Praja", rule: "term.long-form", "98 huruf b"),
    .replacing("Pelaku Usaha", "pelaku usaha", rule: "term.lowercase", "108"),
    .replacing("Pemerintah Daerah", "Pemerintah Kota", rule: "term.synonym", "250 huruf a"),
    FaultKind.replacing(".", " kepada Pengawas Lapangan.", rule: "term.undefined", "108")
      .except("rtrw"),
    unusedTerm,
    // Words and figures
    .replacing("dilaksanakan", "antara lain dilaksanakan", rule: "wording.open", "270b"),
    .replacing("dilaksanakan", "dilaksanakan secara online", rule: "wording.foreign", "254"),
    .replacing("Peraturan Daerah ini", "Perda ini", rule: "wording.instrument", "46"),
    .replacing("paling lama", "selama-lamanya", rule: "wording.limit", "256"),
    numberWords, rupiahWords,
    .replacing("(tiga)", "(empat)", rule: "number.words-differ", "86"),
    // Sanctions and delegation
    .replacing("berhak", "wajib", rule: "sanction.duty", "268"),
    blanketDelegation,
    .replacing(" mengenai tata cara", "", rule: "delegation.subject", "200 huruf a"),
    .replacing(
      "diatur dengan Peraturan Wali Kota", "diatur dengan Keputusan Wali Kota",
      rule: "delegation.decision", "200 huruf b"),
  ]

  // MARK: Citations and numbers

  private static let danglingReference = FaultKind("reference.dangling") { draft in
    ReferenceScanner.references(in: draft.document).compactMap { reference in
      guard reference.target != nil, reference.parts.count == 1, reference.relation == .item,
        let part = reference.parts.first, part.kind == .pasal || part.kind == .ayat,
        case let unit = draft.document.units[reference.unit], unit.address.hasPrefix("pasal-"),
        unit.kind != .instruksi
      else { return nil }
      let number = part.kind == .pasal ? "199" : "(19)"
      return SeededFault(
        text: draft.replacing(part.numberRange, number), unit: unit.address,
        rule: "reference.dangling", citation: citation("280"))
    }.filter { _ in draft.key != "rtrw" }
  }

  private static let forwardReference = FaultKind("reference.forward") { draft in
    let articles = draft.units(.pasal, under: "pasal-").filter { $0.depth < 4 }
    guard let last = articles.last, draft.key != "rtrw" else { return [] }
    return draft.units(.ayat, under: "pasal-").prefix(40).compactMap { unit in
      if draft.own(unit).contains("sanksi") || draft.own(unit).contains("ayat (1) huruf") {
        return nil
      }
      return draft.replacing(
        "sebagaimana dimaksud pada ayat (1)", "sebagaimana dimaksud dalam \(last.label)", in: unit
      ).map {
        SeededFault(
          text: $0, unit: unit.address, rule: "reference.forward", citation: citation("279"))
      }
    }
  }

  private static let gap = FaultKind("number.gap") { draft in
    draft.document.units.indices.compactMap { index in
      let unit = draft.document.units[index]
      let ayat = draft.document.children(of: index).map { draft.document.units[$0] }.filter {
        $0.kind == .ayat
      }
      guard unit.kind == .pasal, unit.address.hasPrefix("pasal-"), let last = ayat.last,
        ayat.count > 1
      else { return nil }
      let number = (Int(last.label.dropFirst().dropLast()) ?? 7) + 1
      return SeededFault(
        text: draft.replacing(last.labelRange, "(\(number))"),
        unit: unit.address + "/ayat-\(number)",
        rule: "number.gap", citation: citation("82"))
    }
  }

  /// The articles that stand directly in chapters.
  private static func articles(_ draft: SampleDraft) -> [LegalText.Unit] {
    draft.units(.pasal, under: "pasal-").filter {
      !$0.address.contains("/") && !$0.address.hasPrefix("pasal-i")
    }
  }

  private static let duplicateArticle = FaultKind("number.duplicate of a Pasal") { draft in
    let articles = articles(draft)
    return zip(articles, articles.dropFirst()).map { first, second in
      SeededFault(
        text: draft.replacing(second.labelRange, first.label), unit: first.address + "~2",
        rule: "number.duplicate", citation: citation("79"))
    }
  }

  private static let duplicateAyat = FaultKind("number.duplicate of an ayat") { draft in
    draft.units(.ayat, under: "pasal-").filter { $0.label == "(2)" }.map { unit in
      SeededFault(
        text: draft.replacing(unit.range, "(2) Ketentuan ini berlaku.\n" + draft.own(unit)),
        unit: unit.address, rule: "number.duplicate", citation: citation("82"))
    }
  }

  private static let swappedArticles = FaultKind("number.order of two Pasal") { draft in
    let articles = articles(draft)
    return zip(articles, articles.dropFirst()).compactMap { first, second in
      let text = draft.replacing(second.labelRange, first.label)
      let parsed = SampleDraft(key: "", document: LegalParser.parse(text))
      guard let place = parsed.document.index(ofAddress: first.address) else { return nil }
      let label = parsed.document.units[place].labelRange
      return SeededFault(
        text: parsed.replacing(label, second.label), unit: first.address, rule: "number.order",
        citation: citation("79"))
    }
  }

  private static let swappedAyat = FaultKind("number.order of two ayat") { draft in
    draft.document.units.indices.compactMap { index in
      let ayat = draft.document.children(of: index).map { draft.document.units[$0] }.filter {
        $0.kind == .ayat
      }
      guard draft.document.units[index].address.hasPrefix("pasal-"), ayat.count > 3,
        draft.key != "rtrw"
      else { return nil }
      let middle = draft.document.text(in: ayat[1].range.upperBound..<ayat[2].range.lowerBound)
      let swapped = draft.own(ayat[2]) + middle + draft.own(ayat[1])
      return SeededFault(
        text: draft.replacing(ayat[1].range.lowerBound..<ayat[2].range.upperBound, swapped),
        unit: ayat[2].address, rule: "number.order", citation: citation("82"))
    }
  }

  private static let loneAyat = FaultKind("number.lone-ayat") { draft in
    draft.document.units.enumerated().compactMap { index, unit in
      guard unit.kind == .pasal, unit.address.hasPrefix("pasal-"),
        draft.document.children(of: index).isEmpty
      else { return nil }
      return SeededFault(
        text: draft.replacing(unit.labelRange, unit.label + "\n(1)"),
        unit: unit.address + "/ayat-1", rule: "number.lone-ayat", citation: citation("81"))
    }
  }

  private static let fiveLevels = FaultKind("list.depth") { draft in
    draft.units(.subhuruf, under: "pasal-").map { unit in
      let item = draft.own(unit)
      let name = item.dropFirst(unit.label.count + 1).prefix { $0 != ";" }
      let deep =
        "\(unit.label) \(name):\n  1) kecil:\n    (a) baru; dan\n    (b) lama; dan\n  2) besar"
      return SeededFault(
        text: draft.replacing(unit.range, deep + item.dropFirst(unit.label.count + 1 + name.count)),
        unit: unit.address + "/subangka-1/subhuruf-a", rule: "list.depth",
        citation: citation("87 huruf h"))
    }
  }

  private static let wrongMark = FaultKind("list.marker") { draft in
    draft.document.units.indices.compactMap { index in
      let unit = draft.document.units[index]
      let items = draft.document.children(of: index).map { draft.document.units[$0] }
      guard unit.kind == .ayat, unit.address.hasPrefix("pasal-"), items.count > 1,
        items.allSatisfy({ $0.kind == .huruf }), items.count < 10
      else { return nil }
      var text = draft.own(unit)
      for (number, item) in items.enumerated() {
        text = text.replacingOccurrences(
          of: "\n  \(item.label) ", with: "\n  \(number + 1)) ", options: [])
      }
      guard text != draft.own(unit), !text.contains("\n  a. ") else { return nil }
      return SeededFault(
        text: draft.replacing(unit.range, text), unit: unit.address + "/subangka-1",
        rule: "list.marker", citation: citation("87 huruf g"))
    }
  }

  private static let noStop = FaultKind("sentence.end") { draft in
    draft.document.units.enumerated().compactMap { index, unit in
      guard unit.kind == .ayat, unit.address.hasPrefix("pasal-"),
        draft.document.children(of: index).isEmpty, draft.own(unit).hasSuffix(".")
      else { return nil }
      return SeededFault(
        text: draft.replacing(unit.range.upperBound - 1..<unit.range.upperBound, ""),
        unit: unit.address, rule: "sentence.end", citation: citation("83"))
    }
  }
}
