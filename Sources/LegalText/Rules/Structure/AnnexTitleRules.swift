/// Rules on the titles of annexes (UU 12/2011, Lampiran II angka 195).
extension StructureRules {
  private static func annexed(_ name: String) -> String {
    PreambleRules.sample(
      body: "Pasal 1\nDenah pasar tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan "
        + "dari Peraturan Daerah ini.\n\n"
        + "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
      annexes: "LAMPIRAN\nPERATURAN DAERAH KOTA CONTOH\nNOMOR … TAHUN …\nTENTANG\n\(name)\n\n"
        + "DENAH PASAR\n")
  }

  static let annexTitle = DraftRule(
    "annex.title", .warning, "Lampiran II angka 195",
    passing: annexed("PASAR RAKYAT"), failing: annexed("PASAR MODERN"), at: "lampiran"
  ) { context, report in
    guard context.isWhole, let title = context.title else { return }
    for (unit, _) in context.annexes {
      guard let name = context.nameInAnnex(unit, title), !context.agree(name, title) else {
        continue
      }
      report.add(
        .structure(
          .annexTitle(found: context.printed(name.range), title: context.printed(title.range))),
        at: unit, name.range, severity: context.weightOfForm)
    }
  }
}

extension CheckContext {
  /// The name of the regulation in the head of an annex: what follows *TENTANG* as far as the first
  /// blank line, or as the lines of the title where the annex's own name follows at once.
  fileprivate func nameInAnnex(_ unit: Int, _ title: RegulationName) -> RegulationName? {
    let range = tokenRanges[unit]
    let head = range.prefix(80)
    guard
      let about = head.first(where: {
        tokens[$0].hash == Self.aboutWord && tokens[$0].flags.contains(.allCaps)
      }),
      case let first = about + 1, first < range.upperBound
    else { return nil }
    var end = first + 1
    var agrees = tokens[first].hash == title.words.first
    while end < range.upperBound, !isParagraphEnd(tokens[end - 1].end, tokens[end].start) {
      if agrees, end - first == title.words.count,
        bytes[tokens[end - 1].end..<tokens[end].start].contains(0x0A)
      {
        break
      }
      agrees =
        agrees && end - first < title.words.count
        && tokens[end].hash == title.words[end - first]
      end += 1
      // A head that goes on and on is no head.
      guard end - first <= title.words.count + 40 else { return nil }
    }
    let words = tokens[first..<end]
    return RegulationName(
      words: words.map(\.hash), range: tokens[first].start..<tokens[end - 1].end,
      tokens: Array(words), letters: words.flatMap { bytes[$0.range].map(SourceText.folded) })
  }

  /// Whether a blank line stands between two words.
  private func isParagraphEnd(_ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].count { $0 == 0x0A } > 1
  }
}
