/// Rules on the delegation of powers to regulate (UU 12/2011, Lampiran II angka 198–216).
enum DelegationRules {
  static let all: [DraftRule] = [blanket, last, subject, instrument, decision, agency]

  static let blanket = DraftRule(
    "delegation.blanket", .warning, "Lampiran II angka 210",
    passing: "Pasal 1\nKetentuan lebih lanjut mengenai tata cara sewa kios diatur dengan Peraturan "
      + "Wali Kota.\n",
    failing: "Pasal 1\nHal-hal yang belum diatur dalam Peraturan Daerah ini diatur lebih lanjut "
      + "dengan Peraturan Wali Kota.\n",
    at: "pasal-1"
  ) { context, report in
    let regulates = Set(["diatur", "ditetapkan"].map { WordHash.of($0) })
    for hit in context.phrases where hit.kind == .blanket && context.zones[hit.unit] == .body {
      // "… melaporkan mengenai pelaksanaan Peraturan Daerah ini" leaves nothing to others.
      let rest = hit.tokens.upperBound..<context.tokenRanges[hit.unit].upperBound
      guard
        regulates.contains(context.tokens[hit.tokens.upperBound - 1].hash)
          || rest.prefix(30).contains(where: { regulates.contains(context.tokens[$0].hash) })
      else { continue }
      report.add(.delegation(.blanket), at: hit.unit, hit.range)
    }
  }

  static let last = DraftRule(
    "delegation.last", .warning, "Lampiran II angka 208",
    passing: "Pasal 1\n(1) Kios disewakan.\n(2) Ketentuan lebih lanjut mengenai sewa kios "
      + "sebagaimana dimaksud pada ayat (1) diatur dengan Peraturan Wali Kota.\n",
    failing: "Pasal 1\n(1) Ketentuan lebih lanjut mengenai sewa kios diatur dengan Peraturan Wali "
      + "Kota.\n(2) Kios disewakan.\n",
    at: "pasal-1/ayat-1"
  ) { context, report in
    let delegating = Set(context.delegations.map(\.unit))
    for (unit, token) in context.delegations where context.units[unit].kind == .ayat {
      guard let parent = context.units[unit].parent else { continue }
      let later = context.children[parent].filter {
        $0 > unit && context.units[$0].kind == .ayat && !context.isDeleted($0)
      }
      guard later.contains(where: { !delegating.contains($0) }) else { continue }
      report.add(.delegation(.notLast), at: unit, context.tokens[token].range)
    }
  }

  static let subject = DraftRule(
    "delegation.subject", .warning, "Lampiran II angka 200 huruf a",
    passing: "Pasal 1\nKetentuan lebih lanjut mengenai tata cara sewa kios diatur dengan Peraturan "
      + "Wali Kota.\n",
    failing: "Pasal 1\nKetentuan lebih lanjut diatur dengan Peraturan Wali Kota.\n", at: "pasal-1"
  ) { context, report in
    let about = Set(["mengenai", "tentang", "terkait"].map { WordHash.of($0) })
    for (unit, token) in context.delegations {
      let range = context.tokenRanges[unit].lowerBound..<token
      guard
        let start = range.first(where: {
          context.matches(CheckContext.furtherWords, at: $0, before: token)
        }), !(start..<token).contains(where: { about.contains(context.tokens[$0].hash) })
      else { continue }
      report.add(
        .delegation(.subjectMissing), at: unit,
        context.tokens[start].start..<context.tokens[token].end)
    }
  }

  static let instrument = DraftRule(
    "delegation.instrument", .warning, "Lampiran II angka 200 huruf b",
    passing: "Pasal 1\nKetentuan lebih lanjut mengenai tata cara sewa kios diatur dengan Peraturan "
      + "Wali Kota.\n",
    failing: "Pasal 1\nKetentuan lebih lanjut mengenai tata cara sewa kios diatur kemudian.\n",
    at: "pasal-1"
  ) { context, report in
    let regulated = WordHash.of("diatur")
    let later = WordHash.words("ditetapkan kemudian")
    let kinds = Set(
      ["peraturan", "keputusan", "undang", "instruksi", "qanun", "perkada", "perda"].map {
        WordHash.of($0)
      })
    let separate = WordHash.words("peraturan tersendiri")
    for unit in context.units.indices where context.zones[unit] == .body {
      let range = context.tokenRanges[unit]
      guard
        context.find(CheckContext.furtherWords, in: unit) == range.lowerBound
          || context.find(WordHash.words("diatur lebih lanjut"), in: unit) != nil,
        let verb = range.last(where: {
          context.tokens[$0].hash == regulated
            || context.matches(later, at: $0, before: range.upperBound)
        })
      else { continue }
      let rest = verb..<range.upperBound
      let isVague = rest.contains { context.matches(separate, at: $0, before: range.upperBound) }
      guard isVague || !rest.contains(where: { kinds.contains(context.tokens[$0].hash) }),
        context.children[unit].isEmpty
      else { continue }
      let bounds = context.tokens[verb].start..<context.tokens[range.upperBound - 1].end
      report.add(
        .delegation(
          .instrumentMissing(context.printed(bounds), usual: context.ownName.delegate)),
        at: unit, bounds)
    }
  }

  static let decision = DraftRule(
    "delegation.decision", .warning, "Lampiran II angka 200 huruf b",
    passing: "Pasal 1\nKetentuan lebih lanjut mengenai tata cara sewa kios diatur dengan Peraturan "
      + "Wali Kota.\n",
    failing: "Pasal 1\nKetentuan lebih lanjut mengenai tata cara sewa kios diatur dengan Keputusan "
      + "Wali Kota.\n",
    at: "pasal-1"
  ) { context, report in
    let decision = WordHash.of("keputusan")
    for (unit, token) in context.delegations {
      let range = context.tokenRanges[unit]
      guard context.find(CheckContext.furtherWords, in: unit) != nil,
        let word = (token..<min(token + 5, range.upperBound)).first(where: {
          context.tokens[$0].hash == decision
        })
      else { continue }
      let end = min(word + 3, range.upperBound)
      let bounds = context.tokens[token].start..<context.tokens[end - 1].end
      report.add(.delegation(.decision(context.printed(bounds))), at: unit, bounds)
    }
  }
}

extension DelegationRules {
  private static let toAgency =
    "Pasal 1\nKetentuan lebih lanjut mengenai tata cara sewa kios diatur dengan Peraturan Kepala "
    + "Dinas.\n\nPasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"

  static let agency = DraftRule(
    "delegation.agency", .warning, "Lampiran II angka 213",
    passing: PreambleRules.sample(), failing: PreambleRules.sample(body: toAgency), at: "pasal-1"
  ) { context, report in
    let heads = [
      "kepala dinas", "kepala badan", "kepala satuan", "kepala perangkat daerah",
      "sekretaris daerah",
    ].flatMap { head in
      ["peraturan", "keputusan"].map { WordHash.words("\($0) \(head)") }
    }
    guard context.instrument == .regional else { return }
    for (unit, token) in context.delegations {
      let range = context.tokenRanges[unit]
      for head in heads {
        guard
          let place = (token..<min(token + 5, range.upperBound)).first(where: {
            context.matches(head, at: $0, before: range.upperBound)
          })
        else { continue }
        let bounds = context.range(place..<place + head.count)
        report.add(
          .delegation(.tooLow(context.printed(bounds))), at: unit, bounds,
          severity: context.weightOfForm)
        break
      }
    }
  }
}

extension CheckContext {
  static let furtherWords = WordHash.words("ketentuan lebih lanjut")

  func readDelegations() -> [(unit: Int, token: Int)] {
    let regulated = WordHash.of("diatur")
    let by = Set(["dengan", "dalam", "oleh"].map { WordHash.of($0) })
    let further: Set<UInt64> = [
      WordHash.of("lebih"), WordHash.of("lanjut"), WordHash.of("kemudian"),
    ]
    let kinds = Set(["peraturan", "keputusan"].map { WordHash.of($0) })
    let general = WordHash.of("perundang")
    var result: [(unit: Int, token: Int)] = []
    for unit in units.indices where zones[unit] == .body {
      let range = tokenRanges[unit]
      for position in range where tokens[position].hash == regulated {
        var next = position + 1
        while next < range.upperBound, further.contains(tokens[next].hash) { next += 1 }
        guard next + 1 < range.upperBound, by.contains(tokens[next].hash),
          kinds.contains(tokens[next + 1].hash),
          next + 2 >= range.upperBound || tokens[next + 2].hash != general,
          find(WordHash.words("sebagaimana diatur"), in: unit) == nil,
          // "Ketentuan …" or "… diatur lebih lanjut" delegates; "yang diatur dengan" cites.
          position > range.lowerBound, tokens[position - 1].hash != Self.whichWord,
          numberAfter(next + 1, in: unit) == nil
        else { continue }
        result.append((unit, position))
        break
      }
    }
    return result
  }

  static let whichWord = WordHash.of("yang")
}
