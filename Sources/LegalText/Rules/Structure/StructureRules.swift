/// Rules on the build of a regulation, its close and its annexes.
enum StructureRules {
  static let all: [DraftRule] =
    [
      chapterOrder, generalFirst, closingLast, closingMissing, investigation, commencement,
      commencementWords,
    ] + repeals + closing + annexes

  private static func chapters(_ headings: [String]) -> String {
    let numbers = ["I", "II", "III", "IV"]
    return zip(numbers, headings).enumerated().map { index, pair in
      "BAB \(pair.0)\n\(pair.1)\n\nPasal \(index + 1)\nPasar buka setiap hari.\n\n"
    }.joined()
  }

  static let chapterOrder = DraftRule(
    "chapter.order", .error, "Lampiran II angka 128",
    passing: chapters(
      ["KETENTUAN UMUM", "KETENTUAN PIDANA", "KETENTUAN PERALIHAN", "KETENTUAN PENUTUP"]),
    failing: chapters(
      ["KETENTUAN UMUM", "KETENTUAN PERALIHAN", "KETENTUAN PIDANA", "KETENTUAN PENUTUP"]),
    at: "bab-3"
  ) { context, report in
    var last: (unit: Int, kind: ChapterKind)?
    for (unit, kind) in context.chapters {
      // In a code each book has chapters of its own.
      if UnitNumber(address: context.units[unit].address, kind: .bab)?.value == 1 { last = nil }
      guard let place = kind.place else { continue }
      if let before = last, let lastPlace = before.kind.place, place < lastPlace {
        report.add(
          .structure(
            .chapterOrder(
              found: context.chapterName(unit), after: context.chapterName(before.unit))),
          at: unit, context.head(of: unit),
          citation: kind == .criminal ? "Lampiran II angka 115" : nil)
      } else {
        last = (unit, kind)
      }
    }
  }

  static let generalFirst = DraftRule(
    "chapter.general-first", .warning, "Lampiran II angka 96",
    passing: chapters(["KETENTUAN UMUM", "PENGELOLAAN"]),
    failing: chapters(["PENGELOLAAN", "KETENTUAN UMUM"]), at: "bab-1"
  ) { context, report in
    guard let first = context.chapters.first, first.kind != .general else { return }
    report.add(
      .structure(.generalFirst(found: context.chapterName(first.unit))), at: first.unit,
      context.head(of: first.unit))
  }

  static let closingLast = DraftRule(
    "chapter.closing-last", .error, "Lampiran II angka 136",
    passing: chapters(["KETENTUAN UMUM", "PENGELOLAAN", "KETENTUAN PENUTUP"]),
    failing: chapters(["KETENTUAN UMUM", "KETENTUAN PENUTUP", "PENGELOLAAN"]), at: "bab-3"
  ) { context, report in
    let chapters = context.chapters
    guard let closing = chapters.firstIndex(where: { $0.kind == .closing }) else { return }
    for (unit, kind) in chapters[(closing + 1)...] where kind.place == nil {
      report.add(
        .structure(.closingLast(found: context.chapterName(unit))), at: unit,
        context.head(of: unit))
    }
  }

  static let investigation = DraftRule(
    "chapter.investigation", .warning, "Lampiran II angka 220",
    passing: chapters(["KETENTUAN UMUM", "PENYIDIKAN", "KETENTUAN PIDANA"]),
    failing: chapters(["KETENTUAN UMUM", "KETENTUAN PIDANA", "PENYIDIKAN"]), at: "bab-3"
  ) { context, report in
    let chapters = context.chapters
    guard let criminal = chapters.firstIndex(where: { $0.kind == .criminal }) else { return }
    for (unit, kind) in chapters[(criminal + 1)...] where kind == .investigation {
      report.add(.structure(.investigation), at: unit, context.head(of: unit))
    }
  }

  static let commencement = DraftRule(
    "commencement.missing", .warning, "Lampiran II angka 137 huruf d",
    passing: PreambleRules.sample(),
    failing: PreambleRules.sample(
      body: "Pasal 1\nPasar rakyat buka setiap hari.\n\nPasal 2\nKios disewakan.\n"),
    at: "pasal-2"
  ) { context, report in
    guard context.isWhole else { return }
    let begins = WordHash.words("mulai berlaku")
    let starts = Set(["saat", "sejak", "sebelum", "setelah", "sesudah"].map { WordHash.of($0) })
    let says = context.units.indices.contains { unit in
      guard context.zones[unit] == .body, context.instructions[unit] == nil else { return false }
      let range = context.tokenRanges[unit]
      return range.contains { position in
        if context.beginsOnDay(position, range) { return true }
        guard context.matches(begins, at: position, before: range.upperBound) else { return false }
        // "Pada saat … ini mulai berlaku, …" speaks of it and does not order it.
        return !(range.lowerBound..<position).suffix(8).contains {
          starts.contains(context.tokens[$0].hash)
        }
      }
    }
    guard !says else { return }
    let closing = context.chapters.last { $0.kind == .closing }?.unit
    let article = context.units.indices.last {
      context.units[$0].kind == .pasal && context.zones[$0] == .body
        && context.instructions[$0] == nil
    }
    guard let unit = closing ?? article else { return }
    report.add(
      .structure(.commencementMissing(instrument: context.ownName.kind)), at: unit,
      context.head(of: unit))
  }

  static let commencementWords = DraftRule(
    "commencement.words", .warning, "Lampiran II angka 152",
    passing: "Pasal 1\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
    failing: "Pasal 1\nPeraturan Daerah ini mulai berlaku efektif pada tanggal diundangkan.\n",
    at: "pasal-1"
  ) { context, report in
    let backwards = WordHash.of("surut")
    for hit in context.phrases where hit.kind == .commencement && context.zones[hit.unit] == .body {
      let isBackwards = context.tokens[hit.tokens.upperBound - 1].hash == backwards
      report.add(
        .structure(.commencementWords(context.printed(hit.range))), at: hit.unit, hit.range,
        citation: isBackwards ? "Lampiran II angka 155" : nil)
    }
  }

  static let closingMissing = DraftRule(
    "chapter.closing-missing", .warning, "Lampiran II angka 136",
    passing: chapters(["KETENTUAN UMUM", "KIOS", "KETENTUAN PENUTUP"]),
    failing: chapters(["KETENTUAN UMUM", "KIOS", "KETENTUAN LAIN"]), at: "bab-3"
  ) { context, report in
    let chapters = context.chapters
    guard chapters.count > 2, chapters.first?.kind == .general, !context.isAmendment,
      !chapters.contains(where: { $0.kind == .closing }), let last = chapters.last?.unit
    else { return }
    report.add(
      .structure(.closingMissing), at: last, context.head(of: last), severity: context.weightOfForm)
  }
}

/// The chapters whose place the law fixes.
enum ChapterKind: Equatable {
  case general, investigation, criminal, transitional, closing, other

  init(heading: String) {
    let words = heading.lowercased()
    func has(_ word: String) -> Bool { words.utf8Contains(word) }
    if has("ketentuan umum") {
      self = .general
    } else if has("peralihan") {
      self = .transitional
    } else if has("penutup") {
      self = .closing
    } else if has("penyidikan") {
      self = .investigation
    } else if has("ketentuan pidana") || has("sanksi pidana") {
      self = .criminal
    } else {
      self = .other
    }
  }

  /// Its place among those whose order is fixed.
  var place: Int? {
    switch self {
    case .criminal: 1
    case .transitional: 2
    case .closing: 3
    default: nil
    }
  }
}

extension String {
  /// Whether the bytes of `word` stand in it.
  func utf8Contains(_ word: String) -> Bool {
    let (bytes, wanted) = (Array(utf8), Array(word.utf8))
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}

extension CheckContext {
  /// Whether *berlaku* at a token says of the regulation itself since when, in other words than
  /// *mulai berlaku*: `Peraturan Daerah ini berlaku sejak tanggal diundangkan`.
  fileprivate func beginsOnDay(_ position: Int, _ range: Range<Int>) -> Bool {
    guard tokens[position].hash == Self.inForce, position + 1 < range.upperBound,
      Self.since.contains(tokens[position + 1].hash)
    else { return false }
    return (position + 2..<min(position + 5, range.upperBound)).contains {
      Self.days.contains(tokens[$0].hash)
    }
      && (max(range.lowerBound, position - 3)..<position).contains {
        tokens[$0].hash == Self.thisWord
      }
  }

  private static let inForce = WordHash.of("berlaku")
  private static let thisWord = WordHash.of("ini")
  private static let since = Set(["sejak", "pada", "terhitung"].map { WordHash.of($0) })
  private static let days = Set(["tanggal", "hari", "saat"].map { WordHash.of($0) })

  /// The regulation's own chapters.
  var chapters: [(unit: Int, kind: ChapterKind)] {
    roots.filter { units[$0].kind == .bab }.map { ($0, ChapterKind(heading: units[$0].heading)) }
  }

  func chapterName(_ unit: Int) -> String {
    Whitespace.collapsed(units[unit].label) + " " + units[unit].heading
  }
}
