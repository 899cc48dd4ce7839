import Foundation
import Testing

@testable import LegalText

/// Faults in the preamble, the build, the elucidation, amendments and words.
extension FaultKind {
  // MARK: Preamble

  static let considerationEnd = FaultKind("considerations.semicolon") { draft in
    draft.units(.butir, under: "menimbang/").map { unit in
      SeededFault(
        text: draft.replacing(unit.range.upperBound - 1..<unit.range.upperBound, "."),
        unit: unit.address, rule: "considerations.semicolon", citation: citation("22"))
    }
  }

  static let considerationsUnlisted = FaultKind("considerations.closing") { draft in
    guard let last = draft.units(.butir, under: "menimbang/").last else { return [] }
    return ["huruf a, ", "huruf b, ", ", dan huruf c"].compactMap { part in
      draft.replacing(part, "", in: last).map {
        SeededFault(
          text: $0, unit: last.address, rule: "considerations.closing", citation: citation("23"))
      }
    }
  }

  static let enactingTitle = FaultKind("title.enacting") { draft in
    guard let unit = draft.units(.diktum).first else { return [] }
    return ["TENTANG ", "PERATURAN DAERAH TENTANG "].compactMap { part in
      draft.replacing(part, part + "PEDOMAN ", in: unit).map {
        SeededFault(
          text: $0, unit: unit.address, rule: "title.enacting", citation: citation("59"))
      }
    }
  }

  static let basisSwapped = FaultKind("basis.age-order") { draft in
    let items = draft.units(.butir, under: "mengingat/").filter {
      draft.own($0).contains("Undang-Undang Nomor") && !draft.own($0).contains("Dasar")
    }
    return zip(items, items.dropFirst()).map { first, second in
      func words(_ unit: LegalText.Unit) -> Substring {
        draft.own(unit).dropFirst(unit.label.count)
      }
      let swapped = first.label + words(second) + "\n" + second.label + words(first)
      return SeededFault(
        text: draft.replacing(first.range.lowerBound..<second.range.upperBound, swapped),
        unit: second.address, rule: "basis.age-order", citation: citation("43"))
    }
  }

  static let basisOfLowerRank = FaultKind("basis.rank") { draft in
    guard let last = draft.units(.butir, under: "mengingat/").last else { return [] }
    let number = (Int(last.label.dropLast()) ?? 0) + 1
    let item = "\n\(number). Peraturan Wali Kota Serang Nomor 7 Tahun 2024 tentang Tata Naskah;"
    return [
      SeededFault(
        text: draft.replacing(last.range.upperBound..<last.range.upperBound, item),
        unit: "mengingat/angka-\(number)", rule: "basis.rank", citation: citation("41"))
    ]
  }

  static let basisWithoutAmended = FaultKind("basis.amended") { draft in
    guard draft.key == "rtrw", let last = draft.units(.butir, under: "mengingat/").last else {
      return []
    }
    return [
      SeededFault(
        text: draft.replacing(last.range, ""), unit: "mengingat", rule: "basis.amended",
        citation: citation("41a"))
    ]
  }

  // MARK: Structure

  static let chaptersSwapped = FaultKind("chapter.order") { draft in
    let text = draft.text
    guard text.contains("KETENTUAN PIDANA\n") else { return [] }
    let swapped = text.replacingOccurrences(of: "KETENTUAN PIDANA\n", with: "@\n")
      .replacingOccurrences(of: "KETENTUAN PERALIHAN\n", with: "KETENTUAN PIDANA\n")
      .replacingOccurrences(of: "@\n", with: "KETENTUAN PERALIHAN\n")
    guard let found = draft.units(.bab).first(where: { $0.heading == "KETENTUAN PERALIHAN" })
    else { return [] }
    return [
      SeededFault(
        text: swapped, unit: found.address, rule: "chapter.order", citation: citation("115"))
    ]
  }

  static let noCommencement = FaultKind("commencement.missing") { draft in
    guard let closing = draft.units(.bab).first(where: { $0.heading == "KETENTUAN PENUTUP" })
    else { return [] }
    return [
      SeededFault(
        text: draft.text.replacingOccurrences(
          of: "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.",
          with: "Pelaksanaan Peraturan Daerah ini dikoordinasikan oleh Wali Kota."),
        unit: closing.address, rule: "commencement.missing", citation: citation("137 huruf d"))
    ]
  }

  static let annexUndeclared = FaultKind("annex.undeclared") { draft in
    guard draft.units(.lampiran).isEmpty else { return [] }
    return [
      SeededFault(
        text: draft.text + "\nLAMPIRAN\nPERATURAN DAERAH KOTA SERANG\n\nDAFTAR LOKASI\n",
        unit: "lampiran", rule: "annex.undeclared", citation: citation("192"))
    ]
  }

  // MARK: Elucidation

  static let elucidationMissing = FaultKind("elucidation.missing") { draft in
    guard let unit = draft.units(.penjelasan).first else { return [] }
    return [
      SeededFault(
        text: draft.replacing(unit.range, ""), unit: "judul", rule: "elucidation.missing",
        citation: citation("174"))
    ]
  }

  static let elucidationTitle = FaultKind("elucidation.title") { draft in
    guard let unit = draft.units(.penjelasan).first else { return [] }
    return [draft.replacing("TENTANG\n", "TENTANG\nPEDOMAN ", in: unit)].compactMap { $0 }.map {
      SeededFault(
        text: $0, unit: "penjelasan", rule: "elucidation.title", citation: citation("180"))
    }
  }

  /// The notes on whole articles that are clear.
  private static func clearNotes(_ draft: SampleDraft) -> [LegalText.Unit] {
    draft.units(.pasal, under: "penjelasan/pasal-").filter {
      draft.own($0) == "\($0.label)\nCukup jelas." && !$0.address.hasPrefix("penjelasan/pasal-i")
    }
  }

  static let noteMissing = FaultKind("elucidation.article-missing") { draft in
    clearNotes(draft).map { unit in
      SeededFault(
        text: draft.replacing(unit.range, ""), unit: String(unit.address.dropFirst(11)),
        rule: "elucidation.article-missing", citation: citation("188"))
    }
  }

  static let notesGrouped = FaultKind("elucidation.grouped") { draft in
    let clear = clearNotes(draft)
    return zip(clear, clear.dropFirst()).compactMap { first, second in
      guard second.range.lowerBound - first.range.upperBound < 3 else { return nil }
      return SeededFault(
        text: draft.replacing(
          first.range.lowerBound..<second.range.upperBound,
          "\(first.label) dan \(second.label)\nCukup jelas."),
        unit: String(first.address.dropFirst(11)), rule: "elucidation.grouped",
        citation: citation("188"))
    }
  }

  static let noteOfAyatMissing = FaultKind("elucidation.unit-missing") { draft in
    draft.units(.ayat, under: "penjelasan/").filter { $0.label == "Ayat (2)" }.map { unit in
      SeededFault(
        text: draft.replacing(unit.range, ""), unit: String(unit.address.dropFirst(11)),
        rule: "elucidation.unit-missing", citation: citation("190"))
    }
  }

  static let extraNote = FaultKind("elucidation.article-extra") { draft in
    guard let last = clearNotes(draft).last, draft.key != "rtrw" else { return [] }
    return [
      SeededFault(
        text: draft.replacing(
          last.range.upperBound..<last.range.upperBound, "\n\nPasal 90\nCukup jelas."),
        unit: "penjelasan/pasal-90", rule: "elucidation.article-extra", citation: citation("188"))
    ]
  }

  // MARK: Amendments

  /// The articles of replacement text.
  private static func replaced(_ draft: SampleDraft) -> [LegalText.Unit] {
    draft.units(.pasal, under: "pasal-i/").filter { $0.address.split(separator: "/").count == 3 }
  }

  static let amendedArticle = FaultKind("amendment.mismatch") { draft in
    replaced(draft).filter { $0.parent.map { draft.document.units[$0].kind } == .instruksi }.map {
      unit in
      let holder = unit.address.split(separator: "/").prefix(2).joined(separator: "/")
      return SeededFault(
        text: draft.replacing(unit.labelRange, "Pasal 88"), unit: holder + "/pasal-88",
        rule: "amendment.mismatch", citation: citation("234"))
    }
  }

  private static func instructions(
    _ draft: SampleDraft, _ old: String, _ new: String, rule: String, _ number: String
  ) -> [SeededFault] {
    draft.units(.instruksi).compactMap { unit in
      draft.replacing(old, new, in: unit).map {
        SeededFault(text: $0, unit: unit.address, rule: rule, citation: citation(number))
      }
    }
  }

  static let insertedNumber = FaultKind("amendment.between") { draft in
    instructions(
      draft, "dan Pasal 13 disisip", "dan Pasal 12A disisip", rule: "amendment.between", "234")
      + instructions(
        draft, "Pasal 19 dan Pasal 20", "Pasal 29 dan Pasal 30", rule: "amendment.between", "234")
      + instructions(
        draft, "Pasal 35 dan Pasal 36", "Pasal 35 dan Pasal 37", rule: "amendment.between", "234")
      + instructions(
        draft, "BAB IX dan BAB X", "BAB X dan BAB XI", rule: "amendment.between", "234")
  }

  static let insertedCount = FaultKind("amendment.count") { draft in
    instructions(
      draft, "disisipkan 1 (satu)", "disisipkan 3 (tiga)", rule: "amendment.count", "234")
      + instructions(
        draft, "disisipkan 2 (dua)", "disisipkan 1 (satu)", rule: "amendment.count", "234")
  }

  static let deletedText = FaultKind("amendment.deleted-text") { draft in
    draft.units(.ayat, under: "pasal-i/").compactMap { unit in
      draft.replacing("Dihapus.", "Terminal dibangun oleh Pemerintah Daerah.", in: unit).map {
        SeededFault(
          text: $0, unit: unit.address, rule: "amendment.deleted-text", citation: citation("236"))
      }
    }
  }

  // MARK: Words

  static let unusedTerm = FaultKind("term.unused") { draft in
    guard let last = draft.units(.definisi, under: "pasal-1/").last else { return [] }
    let number = (Int(last.label.dropLast()) ?? 0) + 1
    return ["Kelompok Binaan", "Sentra Kerajinan", "Gerai"].map { term in
      SeededFault(
        text: draft.replacing(
          last.range.upperBound..<last.range.upperBound,
          "\n\(number). \(term) adalah himpunan orang yang dibina."),
        unit: "pasal-1/angka-\(number)", rule: "term.unused", citation: citation("102"))
    }
  }

  static let numberWords = FaultKind("number.words") { draft in
    ["(tiga)", "(satu)", "(dua puluh satu)", "(enam)", "(empat belas)"].flatMap { words in
      draft.document.units.enumerated().compactMap { index, unit -> SeededFault? in
        guard unit.kind == .ayat || unit.kind == .huruf, unit.address.hasPrefix("pasal-"),
          draft.document.children(of: index).isEmpty,
          let text = draft.replacing(" " + words, "", in: unit)
        else { return nil }
        return SeededFault(
          text: text, unit: unit.address, rule: "number.words", citation: citation("86"))
      }
    }
  }

  static let rupiahWords = FaultKind("number.rupiah") { draft in
    draft.document.units.enumerated().compactMap { index, unit in
      guard unit.kind == .ayat || unit.kind == .huruf, unit.address.hasPrefix("pasal-"),
        draft.document.children(of: index).isEmpty, draft.own(unit).contains(",00 (")
      else { return nil }
      let text = draft.own(unit)
      guard let open = text.range(of: ",00 ("),
        let close = text.range(of: ")", range: open.upperBound..<text.endIndex)
      else { return nil }
      let cut = text.replacingCharacters(in: open.lowerBound..<close.upperBound, with: ",00")
      return SeededFault(
        text: draft.replacing(unit.range, cut), unit: unit.address, rule: "number.rupiah",
        citation: citation("270c"))
    }
  }

  static let blanketDelegation = FaultKind("delegation.blanket") { draft in
    draft.units(.ayat, under: "pasal-").filter {
      draft.own($0).contains("Ketentuan lebih lanjut mengenai")
    }.map { unit in
      SeededFault(
        text: draft.replacing(
          unit.range,
          "\(unit.label) Hal-hal yang belum diatur dalam Peraturan Daerah ini diatur lebih lanjut "
            + "dengan Peraturan Wali Kota."),
        unit: unit.address, rule: "delegation.blanket", citation: citation("210"))
    }
  }
}
