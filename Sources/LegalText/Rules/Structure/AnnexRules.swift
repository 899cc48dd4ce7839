/// Rules on annexes (UU 12/2011, Lampiran II angka 192–197).
extension StructureRules {
  static let annexes: [DraftRule] = [
    annexAbsent, annexUndeclared, annexNumber, annexInseparable, annexTitle,
  ]

  private static let citing =
    "Pasal 1\nDenah pasar tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari "
    + "Peraturan Daerah ini.\n\n"
    + "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"
  private static let annex = "LAMPIRAN\nPERATURAN DAERAH KOTA CONTOH\n\nDENAH PASAR\n"

  static let annexAbsent = DraftRule(
    "annex.absent", .error, "Lampiran II angka 192",
    passing: PreambleRules.sample(body: citing, annexes: annex),
    failing: PreambleRules.sample(body: citing), at: "pasal-1"
  ) { context, report in
    guard context.isWhole else { return }
    let present = context.annexes
    let isCopy =
      context.enactmentYear != nil && present.allSatisfy { $0.number == nil }
      && context.annexFiles.isEmpty
    for citation in context.annexCitations {
      let isThere =
        citation.number.map { number in present.contains { $0.number == number } }
        ?? !present.isEmpty
      guard !isThere, !context.annexFiles.contains(where: { $0.mayBe(citation.number) }) else {
        continue
      }
      report.add(
        .structure(.annexAbsent(context.printed(citation.range))), at: citation.unit,
        // A copy of an enacted text often comes without its annexes.
        citation.range, severity: isCopy ? .info : nil)
    }
  }

  static let annexUndeclared = DraftRule(
    "annex.undeclared", .error, "Lampiran II angka 192",
    passing: PreambleRules.sample(body: citing, annexes: annex),
    failing: PreambleRules.sample(annexes: annex), at: "lampiran"
  ) { context, report in
    guard context.isWhole else { return }
    let cited = context.annexCitations
    // The new text of an amendment may be what declares the annex.
    let isDeclared =
      context.isAmendment
      && context.units.indices.contains { unit in
        context.zones[unit] == .body && context.find([CheckContext.annexWord], in: unit) != nil
      }
    for (unit, number) in context.annexes where !isDeclared {
      let isCited =
        number.map { number in cited.contains { $0.number == number } } ?? !cited.isEmpty
      guard !isCited else { continue }
      report.add(
        .structure(
          .annexUndeclared(
            Whitespace.collapsed(context.units[unit].label), instrument: context.ownName.kind)),
        at: unit, context.head(of: unit))
    }
  }

  static let annexNumber = DraftRule(
    "annex.number", .error, "Lampiran II angka 194",
    passing: PreambleRules.sample(
      body: "Pasal 1\nDenah tercantum dalam Lampiran I dan tarif tercantum dalam Lampiran II "
        + "yang merupakan bagian tidak terpisahkan dari Peraturan Daerah ini.\n\n"
        + "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
      annexes: "LAMPIRAN I\nPERATURAN DAERAH KOTA CONTOH\n\nDENAH\n\n"
        + "LAMPIRAN II\nPERATURAN DAERAH KOTA CONTOH\n\nTARIF\n"),
    failing: PreambleRules.sample(
      body: "Pasal 1\nDenah tercantum dalam Lampiran I dan tarif tercantum dalam Lampiran III "
        + "yang merupakan bagian tidak terpisahkan dari Peraturan Daerah ini.\n\n"
        + "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
      annexes: "LAMPIRAN I\nPERATURAN DAERAH KOTA CONTOH\n\nDENAH\n\n"
        + "LAMPIRAN III\nPERATURAN DAERAH KOTA CONTOH\n\nTARIF\n"),
    at: "lampiran-3"
  ) { context, report in
    let annexes = context.annexes
    for (citation, wanted) in context.skippedAnnexes {
      report.add(
        .structure(
          .annexNumber(
            found: context.printed(citation.range),
            wanted: "Lampiran " + AddressNumber.roman(Int32(clamping: wanted)).uppercased())),
        at: citation.unit, citation.range)
    }
    guard annexes.count > 1, context.isWhole else { return }
    for (index, annex) in annexes.enumerated()
    where annex.number != index + 1 || context.hasArabicNumber(annex.unit) {
      let wanted = "LAMPIRAN " + AddressNumber.roman(Int32(clamping: index + 1)).uppercased()
      report.add(
        .structure(
          .annexNumber(
            found: Whitespace.collapsed(context.units[annex.unit].label), wanted: wanted)),
        at: annex.unit, context.head(of: annex.unit))
    }
  }

  static let annexInseparable = DraftRule(
    "annex.inseparable", .warning, "Lampiran II angka 192",
    passing: PreambleRules.sample(body: citing, annexes: annex),
    failing: PreambleRules.sample(
      body: "Pasal 1\nDenah pasar tercantum dalam Lampiran.\n\n"
        + "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
      annexes: annex),
    at: "pasal-1"
  ) { context, report in
    guard context.isWhole, !context.annexes.isEmpty else { return }
    let part = WordHash.of("terpisahkan")
    let declared = context.annexCitations.filter { context.find([part], in: $0.unit) != nil }
    var seen: Set<Int> = Set(declared.map { $0.number ?? 0 })
    for citation in context.annexCitations where seen.insert(citation.number ?? 0).inserted {
      // One sentence on a unit's lists may follow them, in the unit that holds them.
      if let parent = context.units[citation.unit].parent,
        context.find([part], in: parent) != nil
      {
        continue
      }
      report.add(
        .structure(
          .annexInseparable(context.printed(citation.range), instrument: context.ownName.kind)),
        at: citation.unit, citation.range)
    }
  }
}

/// An annex in a file of its own beside the text, such as a map.
public struct AnnexFile: Sendable, Hashable {
  /// Its number; nil where its name gives none.
  public var number: Int?

  /// Reads the number from a file's name: `Lampiran II.pdf`, `lampiran-2-peta.png`.
  public init(name: String) {
    let bytes = SourceText(bytes: Array(name.uppercased().utf8))
    let word = Array("LAMPIRAN".utf8)
    guard bytes.bytes.starts(with: word) else { return }
    var start = word.count
    while start < bytes.bytes.count, !SourceText.isAlphanumeric(bytes.bytes[start]) { start += 1 }
    var end = start
    while end < bytes.bytes.count, SourceText.isAlphanumeric(bytes.bytes[end]) { end += 1 }
    let text = String(decoding: bytes.bytes[start..<end], as: UTF8.self)
    number = Int(text) ?? NumberReader.romanValue(bytes, start..<end)
  }

  /// Whether it may be the annex that a citation means.
  func mayBe(_ cited: Int?) -> Bool {
    guard let cited, let number else { return true }
    return cited == number
  }
}

/// A mention of an annex of the regulation itself.
struct AnnexCitation {
  var unit: Int
  var number: Int?
  var range: Range<Int>
}

extension CheckContext {
  /// The annexes with their Roman numbers.
  var annexes: [(unit: Int, number: Int?)] {
    roots.filter { units[$0].kind == .lampiran }.map {
      ($0, UnitNumber(address: units[$0].address, kind: .lampiran)?.value)
    }
  }

  /// Whether an annex has a number in Arabic figures: *LAMPIRAN 2*.
  fileprivate func hasArabicNumber(_ annex: Int) -> Bool {
    units[annex].label.utf8.last.map(SourceText.isDigit) ?? false
  }

  /// The mentions of the regulation's own annexes in its body; in an amendment, those outside the
  /// replacement text and its instructions' objects.
  var annexCitations: [AnnexCitation] {
    let annex = Self.annexWord
    let others = Self.kinds
    let before: Set<UInt64> = [WordHash.of("dalam"), WordHash.of("pada"), WordHash.of("dan")]
    var result: [AnnexCitation] = []
    for unit in units.indices where zones[unit] == .body && instructions[unit] == nil {
      let range = tokenRanges[unit]
      for position in range where tokens[position].hash == annex {
        guard position > range.lowerBound,
          tokens[position].flags.contains(.capital) || isOwnAnnex(position + 1, range),
          !isAmendment || before.contains(tokens[position - 1].hash)
        else { continue }
        var end = position + 1
        var number: Int?
        if end < range.upperBound, tokens[end].flags.contains(.capital),
          let value = NumberReader.romanValue(SourceText(bytes: bytes), tokens[end].range)
        {
          number = value
          end += 1
        }
        // The annex of another regulation.
        if end < range.upperBound, others.contains(tokens[end].hash),
          !tokens[end].flags.contains(.broken)
        {
          if !isOwnAnnex(end, range) { continue }
        }
        // "…, pada Lampiran II huruf B diubah": the annex of the amended regulation.
        if isAmendment,
          (end..<min(end + 6, range.upperBound)).contains(where: {
            Self.changes.contains(tokens[$0].hash)
          })
        {
          continue
        }
        result.append(
          AnnexCitation(
            unit: unit, number: number, range: tokens[position].start..<tokens[end - 1].end))
      }
    }
    return result
  }

  /// The citations before which an article that lists the annexes from the first on leaves one out
  /// (`Lampiran V`, `Lampiran VII`) that is named nowhere, with its number.
  var skippedAnnexes: [(citation: AnnexCitation, wanted: Int)] {
    let citations = annexCitations.filter { $0.number != nil }
    let known = Set(citations.compactMap(\.number) + annexes.compactMap(\.number))
    var result: [(citation: AnnexCitation, wanted: Int)] = []
    for group in Dictionary(grouping: citations, by: { articles[$0.unit] ?? -1 }).values {
      let numbers = group.compactMap(\.number)
      guard numbers.count > 3, numbers.first == 1 else { continue }
      let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }
      guard steps.allSatisfy({ $0 == 1 || $0 == 2 }),
        let gap = steps.firstIndex(of: 2), steps.lastIndex(of: 2) == gap,
        case let wanted = numbers[gap] + 1, !known.contains(wanted)
      else { continue }
      result.append((group[gap + 1], wanted))
    }
    return result.sorted { $0.citation.range.lowerBound < $1.citation.range.lowerBound }
  }

  /// Whether *Peraturan Daerah ini* stands at a token.
  private func isOwnAnnex(_ position: Int, _ range: Range<Int>) -> Bool {
    position < range.upperBound && Self.kinds.contains(tokens[position].hash)
      && (position..<min(position + 5, range.upperBound)).contains {
        tokens[$0].hash == Self.own
      }
  }

  private static let own = WordHash.of("ini")
  private static let kinds = Set(["undang", "peraturan", "keputusan"].map { WordHash.of($0) })
  static let annexWord = WordHash.of("lampiran")
  private static let changes = Set(["diubah", "dihapus", "diganti"].map { WordHash.of($0) })
}
