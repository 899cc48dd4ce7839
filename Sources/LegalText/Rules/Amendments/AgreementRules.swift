/// Rules on what an amending instruction adds and which chapter it names (UU 12/2011, Lampiran II
/// angka 234).
extension AmendmentRules {
  static let agreement: [DraftRule] = [next, division, formula]

  static let next = DraftRule(
    "amendment.next", .error, "Lampiran II angka 234",
    passing: amending(
      "1. Setelah ayat (2) Pasal 5 ditambahkan 1 (satu) ayat, yakni ayat (3), sehingga Pasal 5 "
        + "berbunyi sebagai berikut:\n\n  Pasal 5\n  (1) Satu.\n  (2) Dua.\n  (3) Tiga.\n"),
    failing: amending(
      "1. Setelah ayat (1) Pasal 5 ditambahkan 1 (satu) ayat, yakni ayat (3), sehingga Pasal 5 "
        + "berbunyi sebagai berikut:\n\n  Pasal 5\n  (1) Satu.\n  (2) Dua.\n  (3) Tiga.\n"),
    at: "pasal-i/angka-1"
  ) { context, report in
    for instruction in context.amendingInstructions where instruction.action == .append {
      guard let new = instruction.inserted.first,
        let last = instruction.predecessor, last.kind == new.kind,
        !new.number.follows(last.number), new.kind != .bagian
      else { continue }
      report.add(
        .amendment(.notNext(new.printed, after: last.printed)), at: instruction.unit, new.range)
    }
  }

  static let formula = DraftRule(
    "amendment.formula", .warning, "Lampiran II angka 234",
    passing: amending(
      "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\n  Pasal 5\n"
        + "  Pasar buka setiap hari.\n"),
    failing: amending("1. Ketentuan Pasal 5 diubah.\n\n  Pasal 5\n  Pasar buka setiap hari.\n"),
    at: "pasal-i/angka-1"
  ) { context, report in
    let says = WordHash.of("berbunyi")
    for instruction in context.amendingInstructions where !instruction.articles.isEmpty {
      guard instruction.action == .change || instruction.action == .insert,
        context.find([says], in: instruction.unit) == nil
      else { continue }
      report.add(
        .amendment(.formula), at: instruction.unit, context.head(of: instruction.unit),
        severity: context.weightOfForm)
    }
  }

  static let division = DraftRule(
    "amendment.division", .error, "Lampiran II angka 234",
    passing: amending(
      "1. Judul BAB V diubah sehingga berbunyi sebagai berikut:\n\n  BAB V\n  KIOS\n"),
    failing: amending(
      "1. Judul BAB VI diubah sehingga berbunyi sebagai berikut:\n\n  BAB V\n  KIOS\n"),
    at: "pasal-i/angka-1/bab-5"
  ) { context, report in
    for instruction in context.amendingInstructions {
      let named = (instruction.inserted + instruction.named).filter { $0.kind == .bab }
      guard let first = named.first, !instruction.hasRange else { continue }
      let numbers = Set(named.map(\.text))
      for chapter in context.children[instruction.unit]
      where context.units[chapter].kind == .bab {
        let number = context.lastStep(chapter).dropFirst("bab-".count).prefix { $0 != "~" }
        guard !numbers.contains(String(number)) else { continue }
        report.add(
          .amendment(
            .mismatch(
              named: first.printed, found: Whitespace.collapsed(context.units[chapter].label))),
          at: chapter, context.head(of: chapter))
      }
    }
  }
}

extension CheckContext {
  /// The letters and numbers of the items that an instruction's text holds, as steps of addresses
  /// with *huruf* or *angka*.
  func itemSteps(below unit: Int) -> Set<String> {
    var result: Set<String> = []
    for inner in (unit + 1)..<max(units[unit].subtreeEnd, unit + 1) {
      let kind: String
      switch units[inner].kind {
      case .huruf: kind = "huruf-"
      case .angka, .definisi, .subangka: kind = "angka-"
      default: continue
      }
      let number = lastStep(inner).split(separator: "-").last ?? ""
      result.insert(kind + number.prefix { $0 != "~" })
    }
    return result
  }
}
