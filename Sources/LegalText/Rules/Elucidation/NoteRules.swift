/// Rules on the words of the notes.
extension ElucidationRules {
  static let contents: [DraftRule] = [
    needlessDetail, norm, definition, definedTerm, delegation, quotation, clearForm, deletedNote,
  ]

  private static let clearWords = WordHash.words("cukup jelas")

  private static func isClear(_ context: CheckContext, _ unit: Int) -> Bool {
    context.words(of: unit).map(\.hash) == clearWords
  }

  static let needlessDetail = DraftRule(
    "elucidation.needless-detail", .warning, "Lampiran II angka 189",
    passing: clear,
    failing: noted(
      "Pasal 1\nAyat (1)\nCukup jelas.\nAyat (2)\nCukup jelas.\n\nPasal 2\nCukup jelas.\n"),
    at: "penjelasan/pasal-1"
  ) { context, report in
    for note in context.noted where context.units[note].kind == .pasal {
      let inside = (note + 1)..<context.units[note].subtreeEnd
      guard !inside.isEmpty,
        inside.allSatisfy({ !context.children[$0].isEmpty || isClear(context, $0) }),
        !inside.contains(where: { context.units[$0].kind == .pasal })
      else { continue }
      report.add(
        .elucidation(.needlessDetail(Whitespace.collapsed(context.units[note].label))), at: note,
        context.head(of: note))
    }
  }

  static let norm = DraftRule(
    "elucidation.norm", .warning, "Lampiran II angka 177",
    passing: clear,
    failing: noted(
      "Pasal 1\nCukup jelas.\n\nPasal 2\nPenyewa los wajib membayar sewa setiap bulan.\n"),
    at: "penjelasan/pasal-2"
  ) { context, report in
    let norms: Set<UInt64> = [WordHash.of("wajib"), WordHash.of("dilarang")]
    let must = WordHash.of("harus")
    let which = WordHash.of("yang")
    let mayNot = WordHash.words("tidak boleh")
    let punishes = ["dikenai", "dikenakan"].flatMap { verb in
      ["sanksi", "denda"].map { WordHash.words("\(verb) \($0)") }
    }
    let general = context.document.index(ofAddress: "penjelasan/umum")
    for note in (general.map { [$0] } ?? []) + context.noted {
      if let place = context.find(mayNot, in: note), note != general,
        !context.tokens[place].flags.contains(.quoted)
      {
        let range = context.range(place..<place + 2)
        let isQuoted =
          place > context.tokenRanges[note].lowerBound && context.tokens[place - 1].hash == which
        report.add(
          .elucidation(.norm(context.printed(range))), at: note, range,
          severity: isQuoted ? .info : nil)
        continue
      }
      if let place = punishes.lazy.compactMap({ context.find($0, in: note) }).first {
        let range = context.range(place..<place + 2)
        report.add(.elucidation(.norm(context.printed(range))), at: note, range, severity: .info)
        continue
      }
      guard
        let word = context.words(of: note).first(where: {
          (norms.contains($0.hash) || $0.hash == must) && !$0.flags.contains(.capital)
            && !$0.flags.contains(.quoted)
        }), !context.isDutyInName(word, note)
      else { continue }
      // "Yang dilarang …" speaks of a norm and sets none.
      let isQuoted = context.tokenRanges[note].dropFirst().contains {
        context.tokens[$0].start == word.start && context.tokens[$0 - 1].hash == which
      }
      report.add(
        .elucidation(.norm(context.printed(word.range))), at: note, word.range,
        // The general part tells what the law before it said.
        severity: word.hash == must || isQuoted || note == general ? .info : nil)
    }
  }

  private static let defining =
    "Pasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n1. Daerah adalah Kota Contoh.\n"
    + "2. Pasar adalah tempat jual beli di Daerah.\n\nPasal 2\nPasar buka setiap hari.\n"

  static let definition = DraftRule(
    "elucidation.definition", .warning, "Lampiran II angka 187",
    passing: noted("Pasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n", body: defining),
    failing: noted(
      "Pasal 1\nAngka 1\nCukup jelas.\nAngka 2\nPasar mencakup halamannya.\n\n"
        + "Pasal 2\nCukup jelas.\n",
      body: defining),
    at: "penjelasan/pasal-1/angka-2"
  ) { context, report in
    for note in context.noted {
      guard let subject = context.subject(of: note), context.units[subject].kind == .definisi,
        !context.words(of: note).isEmpty, !isClear(context, note)
      else { continue }
      report.add(.elucidation(.definition), at: note, context.head(of: note))
    }
  }

  static let definedTerm = DraftRule(
    "elucidation.defined-term", .warning, "Lampiran II angka 186 huruf d",
    passing: noted(
      "Pasal 1\nCukup jelas.\n\nPasal 2\nYang dimaksud dengan \"setiap hari\" adalah juga hari "
        + "libur.\n",
      body: defining),
    failing: noted(
      "Pasal 1\nCukup jelas.\n\nPasal 2\nYang dimaksud dengan \"Pasar\" adalah tempat jual beli.\n",
      body: defining),
    at: "penjelasan/pasal-2"
  ) { context, report in
    let forms = Set(context.definitions.flatMap { $0.forms.map(\.words) })
    let meant = WordHash.words("yang dimaksud dengan")
    for note in context.noted {
      let range = context.tokenRanges[note]
      for position in range where context.matches(meant, at: position, before: range.upperBound) {
        let start = position + meant.count
        guard start < range.upperBound, context.tokens[start].flags.contains(.quoted) else {
          continue
        }
        // The closing mark stands before the next word.
        let end =
          ((start + 1)..<range.upperBound).first { context.tokens[$0].flags.contains(.quoted) }
          ?? range.upperBound
        guard end - start <= 12, forms.contains(context.tokens[start..<end].map(\.hash)) else {
          continue
        }
        let bounds = context.tokens[start].start..<context.tokens[end - 1].end
        report.add(.elucidation(.definedTerm(context.printed(bounds))), at: note, bounds)
      }
    }
  }

  static let delegation = DraftRule(
    "elucidation.delegation", .warning, "Lampiran II angka 186 huruf e",
    passing: clear,
    failing: noted(
      "Pasal 1\nCukup jelas.\n\nPasal 2\nBesarnya sewa diatur dengan Peraturan Wali Kota.\n"),
    at: "penjelasan/pasal-2"
  ) { context, report in
    for hit in context.phrases where hit.kind == .delegating {
      guard context.zones[hit.unit] == .elucidation,
        context.units[hit.unit].kind != .penjelasan,
        context.numberAfter(hit.tokens.upperBound, in: hit.unit) == nil
      else { continue }
      report.add(
        .elucidation(.delegation(context.printed(hit.range))), at: hit.unit, hit.range)
    }
  }

  static let quotation = DraftRule(
    "elucidation.quotation", .warning, "Lampiran II angka 191",
    passing: noted(
      "Pasal 1\nCukup jelas.\n\nPasal 2\nYang dimaksud dengan \"hari\" adalah hari kerja.\n"),
    failing: noted(
      "Pasal 1\nCukup jelas.\n\nPasal 2\nYang dimaksud dengan hari adalah hari kerja.\n"),
    at: "penjelasan/pasal-2"
  ) { context, report in
    let meant = WordHash.words("yang dimaksud dengan")
    let verbs = Set(["adalah", "ialah", "yaitu", "meliputi"].map { WordHash.of($0) })
    for note in context.noted {
      let range = context.tokenRanges[note]
      for position in range where context.matches(meant, at: position, before: range.upperBound) {
        let start = position + meant.count
        guard
          let end = range.suffix(from: start).prefix(12).first(where: {
            verbs.contains(context.tokens[$0].hash)
          }), end > start,
          !(start..<end).contains(where: { context.tokens[$0].flags.contains(.quoted) })
        else { continue }
        let bounds = context.range(start..<end)
        report.add(
          .elucidation(.unquoted(context.printed(bounds))), at: note, bounds,
          severity: context.weightOfForm)
      }
    }
  }

  static let clearForm = DraftRule(
    "elucidation.clear-form", .warning, "Lampiran II angka 188",
    passing: clear, failing: noted("Pasal 1\nCukup jelas.\n\nPasal 2\ncukup jelas\n"),
    at: "penjelasan/pasal-2"
  ) { context, report in
    let clear = context.noted.filter { isClear(context, $0) || isLikeClear(context, $0) }
    let others = clear.filter { !isWritten(context, $0) }
    // Where most notes have another form, it is the text's habit and no slip.
    let isHabit = others.count > 2 && others.count * 2 > clear.count
    for note in others {
      let words = context.words(of: note)
      guard let first = words.first, let last = words.last else { continue }
      report.add(
        .elucidation(.clearForm(context.printed(first.start..<last.end))), at: note,
        first.start..<last.end, severity: isHabit ? .info : nil)
    }
  }

  /// Whether a note says in other words that it is clear: *Sudah jelas*, *Jelas*.
  private static func isLikeClear(_ context: CheckContext, _ note: Int) -> Bool {
    let words = context.words(of: note)
    return words.count <= 3 && context.children[note].isEmpty
      && words.contains { $0.hash == clearWords[1] }
  }

  /// Whether a note says "Cukup jelas." in just this form.
  private static func isWritten(_ context: CheckContext, _ note: Int) -> Bool {
    guard isClear(context, note) else { return false }
    let words = context.words(of: note)
    guard let first = words.first, let last = words.last else { return true }
    return first.flags.contains(.capital) && !last.flags.contains(.capital)
      && context.ending(of: note).mark == 0x2E
  }

  static let deletedNote = DraftRule(
    "elucidation.deleted", .warning, "Lampiran II angka 190b",
    passing: noted(
      "Pasal 1\nDihapus.\n\nPasal 2\nCukup jelas.\n",
      body: "Pasal 1\nDihapus.\n\nPasal 2\nLos disewa.\n"),
    failing: noted(
      "Pasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n",
      body: "Pasal 1\nDihapus.\n\nPasal 2\nLos disewa.\n"),
    at: "penjelasan/pasal-1"
  ) { context, report in
    let deleted = context.deletedArticles
    for note in context.noted where !context.isDeleted(note) && context.children[note].isEmpty {
      let label: String
      if let subject = context.subject(of: note) {
        guard context.isDeleted(subject) else { continue }
        label = UnitAddress.label(context.units[subject].address)
      } else {
        guard deleted.contains(String(context.units[note].address.dropFirst("penjelasan/".count)))
        else { continue }
        label = Whitespace.collapsed(context.units[note].label)
      }
      report.add(.elucidation(.deleted(label)), at: note, context.head(of: note))
    }
  }
}

extension CheckContext {
  /// The addresses that articles would have which an instruction deletes whole: *Pasal 15 dihapus.*
  fileprivate var deletedArticles: Set<String> {
    var result: Set<String> = []
    for instruction in amendingInstructions
    where instruction.action == .delete && instruction.articles.isEmpty {
      for named in instruction.named where named.kind == .pasal {
        result.insert(units[instruction.unit].address + "/pasal-" + named.text)
      }
    }
    return result
  }

  /// Whether *wajib* is part of a name: *urusan wajib*, *pungutan wajib*, *wajib pajak*.
  fileprivate func isDutyInName(_ word: CheckToken, _ unit: Int) -> Bool {
    let range = tokenRanges[unit]
    guard let position = range.first(where: { tokens[$0].start == word.start }) else {
      return false
    }
    return position > range.lowerBound && Self.dutyHeads.contains(tokens[position - 1].hash)
      || position + 1 < range.upperBound && Self.dutyTails.contains(tokens[position + 1].hash)
  }

  private static let dutyHeads = Set(
    ["urusan", "pungutan", "pemerintahan", "iuran", "sifat"].map { WordHash.of($0) })
  private static let dutyTails = Set(
    ["pajak", "retribusi", "belajar", "lapor", "pungut"].map { WordHash.of($0) })
}
