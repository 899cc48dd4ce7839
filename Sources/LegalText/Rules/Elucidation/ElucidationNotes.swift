/// The notes of an elucidation and what they explain.
extension CheckContext {
  func readNotes() -> [Int] {
    units.indices.filter {
      zones[$0] == .elucidation && units[$0].kind != .penjelasan
        && units[$0].address.utf8.starts(with: "penjelasan/".utf8)
    }
  }

  func readOwnArticles() -> [Int] {
    units.indices.filter {
      units[$0].kind == .pasal && zones[$0] == .body && instructions[$0] == nil
    }
  }

  /// The unit of the body that a note explains.
  func subject(of note: Int) -> Int? { noteSubjects[note] }

  func readNoteSubjects() -> [Int: Int] {
    var result: [Int: Int] = [:]
    for note in noted { result[note] = readSubject(of: note) }
    return result
  }

  private func readSubject(of note: Int) -> Int? {
    let address = units[note].address.dropFirst("penjelasan/".count)
    if let found = document.index(ofAddress: String(address)) { return found }
    // A note calls every letter *huruf* and every number *angka*.
    let steps = address.split(separator: "/")
    var path = ""
    var unit: Int?
    for step in steps {
      let prefix = path.isEmpty ? "" : path + "/"
      let candidates = [
        String(step), step.hasPrefix("huruf-") || step.hasPrefix("angka-") ? "sub" + step : "",
      ]
      guard
        let found = candidates.first(where: {
          !$0.isEmpty && document.index(ofAddress: prefix + $0) != nil
        })
      else { return nil }
      path = prefix + found
      unit = document.index(ofAddress: path)
    }
    return unit
  }

  /// The last step of an address, letters and numbers of lower levels as *huruf* and *angka*.
  func lastStep(_ unit: Int) -> Substring {
    let step = units[unit].address.split(separator: "/").last ?? ""
    return step.hasPrefix("sub") ? step.dropFirst(3) : step
  }

  /// Whether a note is headed by a word (*Huruf a*): a list within a note is its own.
  func isNamedNote(_ unit: Int) -> Bool {
    units[unit].label.utf8.first.map(SourceText.isLetter) == true
      && units[unit].label.utf8.count > 3
  }

  func isDivision(_ unit: Int) -> Bool {
    switch units[unit].kind {
    case .bab, .bagian, .paragraf: true
    default: false
    }
  }

  /// What a note explains besides the unit that it is headed by, as *Ayat (1) dan (2)* does: the last
  /// steps of the addresses.
  func jointSteps(_ note: Int) -> [String] {
    guard let group = jointMarks(of: note) else { return [] }
    let kind = units[note].kind
    let isLetter = kind == .huruf || kind == .subhuruf
    let word = isLetter ? "huruf-" : kind == .ayat ? "ayat-" : kind == .pasal ? "pasal-" : "angka-"
    return group.numbers.dropFirst().flatMap { $0 }.compactMap { number in
      guard isLetter else { return word + String(number) }
      guard number <= 26 else { return nil }
      return word + String(Unicode.Scalar(UInt8(0x60 + number)))
    }
  }

  /// The marks with which the heading of a note goes on.
  private func jointMarks(of note: Int) -> JointMarks.Group? {
    let shape: Mark.Shape
    switch units[note].kind {
    case .pasal: shape = .pasal
    case .ayat: shape = .wordAyat
    case .huruf, .subhuruf: shape = .wordHuruf
    case .angka, .subangka: shape = .wordAngka
    default: return nil
    }
    guard isNamedNote(note), let number = UnitNumber(address: units[note].address, kind: .ayat)
    else { return nil }
    let marks = JointMarks(text: SourceText(bytes: bytes), end: units[note].range.upperBound)
    guard
      let group = marks.group(
        shape, Int32(clamping: number.value), at: units[note].labelRange.upperBound),
      marks.isNote(at: group.end)
    else { return nil }
    return group
  }

  /// A line that heads the notes on several articles together.
  struct GroupedNote: Sendable {
    var unit: Int
    var range: Range<Int>
    /// The addresses of the articles that it names.
    var articles: [String]
  }

  /// A text with more of them is no elucidation.
  private static let mostGroupedNotes = 300

  /// Reads lines such as *Pasal 7 dan Pasal 8* or *Pasal 7 s/d Pasal 9* in the elucidation.
  func readGroupedNotes() -> [GroupedNote] {
    let text = SourceText(bytes: bytes)
    var result: [GroupedNote] = []
    for unit in units.indices where zones[unit] == .elucidation {
      var ranges = document.ownRanges(of: unit)
      // "Pasal 1 dan Pasal 2" may have been read as the heading of Pasal 1.
      var seen: Set<Int> = []
      if units[unit].kind == .pasal {
        if result.count < Self.mostGroupedNotes, let group = jointArticles(of: unit) {
          result.append(group)
        } else {
          ranges.insert(units[unit].range, at: 0)
        }
      }
      for own in ranges {
        var start = own.lowerBound
        while start < own.upperBound {
          var end = start
          while end < own.upperBound, bytes[end] != 0x0A { end += 1 }
          let first = text.skippingSpaces(from: start, to: end)
          start = end + 1
          let line = first..<text.trimmingEnd(from: first, to: end)
          if text.match("pasal", at: first) != nil, seen.insert(first).inserted,
            result.count < Self.mostGroupedNotes, let articles = articles(of: line)
          {
            result.append(GroupedNote(unit: unit, range: line, articles: articles))
          }
          if own == units[unit].range, units[unit].kind == .pasal { break }
        }
      }
    }
    return result
  }

  /// The articles of a note that is headed by several, *Pasal 1 s/d Pasal 4 : Cukup jelas.*
  private func jointArticles(of note: Int) -> GroupedNote? {
    guard let group = jointMarks(of: note) else { return nil }
    return GroupedNote(
      unit: note, range: units[note].labelRange.lowerBound..<group.end,
      articles: [String(lastStep(note))] + jointSteps(note))
  }

  /// The articles that a line names if it names two or more and nothing else.
  private func articles(of line: Range<Int>) -> [String]? {
    guard line.count < 200 else { return nil }
    let words = CheckTokenizer.tokens(in: line, of: bytes, isStart: true)
    let connectors: Set<UInt64> = Set(
      ["pasal", "dan", "sampai", "dengan", "s", "d", "sd", "serta"].map { WordHash.of($0) })
    var numbers: [UnitNumber] = []
    var isRange = false
    for (index, word) in words.enumerated() {
      if word.flags.contains(.number) {
        guard let number = UnitNumber(Array(bytes[word.range]), kind: .pasal) else { return nil }
        if index > 1, word.flags.contains(.joined) { isRange = true }
        numbers.append(number)
      } else if connectors.contains(word.hash) {
        if word.hash == WordHash.of("sampai") || word.hash == WordHash.of("s") { isRange = true }
      } else {
        return nil
      }
    }
    guard let first = numbers.first, let last = numbers.last, numbers.count > 1 else { return nil }
    if isRange, numbers.count == 2, first.value < last.value, last.value - first.value < 1000 {
      return (first.value...last.value).map { "pasal-\($0)" }
    }
    return numbers.map {
      "pasal-" + AddressNumber.text(Int32(clamping: $0.value), UInt8(clamping: $0.suffix))
    }
  }
}
