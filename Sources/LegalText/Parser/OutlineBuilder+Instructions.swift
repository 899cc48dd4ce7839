/// Which numbered items instruct (UU 12/2011, Lampiran II angka 233–236).
extension OutlineBuilder {
  private static let openings: [StaticString] = [
    "ketentuan", "di antara", "diantara", "antara", "pasal", "bab", "judul", "setelah", "sesudah",
    "penjelasan", "lampiran", "menambah", "mengubah", "merubah", "menghapus", "bagian", "paragraf",
    "ayat", "huruf", "angka", "konsideran", "menyisipkan", "semua", "frasa", "kata", "nomenklatur",
    "dasar", "diktum", "seluruh", "sebutan", "istilah", "pada", "dalam", "substansi", "perubahan",
    "mencabut", "di dalam", "nama", "penyebutan", "penulisan", "rumusan", "mengganti", "butir",
    "tabel", "kalimat", "beberapa",
  ]

  private static let verbs: [StaticString] = [
    "ubah", "hapus", "sisip", "tambah", "ganti", "cabut", "berbunyi", "sempurnakan", "dibaca",
    "dinyatakan", "dihilangkan",
  ]

  var wording: InstructionWording { InstructionWording(text: text, limit: lastVisible) }

  /// Whether a numbered item is worded as an instruction.
  /// - Parameter isInList: whether it may as well be the next item of a list.
  func isInstruction(_ mark: Mark, isInList: Bool = false) -> Bool {
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    guard
      Self.openings.contains(where: { text.match($0, at: start) != nil })
        || text.matchMisread("ketentuan", at: start) != nil
    else {
      let extent = wording.extent(at: start)
      return extent == .announcement || extent == .sentence && !isInList
    }
    let end = min(start + 500, lastVisible)
    var position = start
    while position < end {
      let byte = text.bytes[position] | 0x20
      if byte == 0x75 || byte == 0x68 || byte == 0x73 || byte == 0x74 || byte == 0x67
        || byte == 0x63 || byte == 0x62 || byte == 0x64
      {
        for verb in Self.verbs where text.match(verb, at: position) != nil { return true }
      }
      // An instruction says what it does before the next numbered item.
      if byte == 0x2A, text[position] == 0x0A, position > start,
        text[position - 1] == 0x3B || text[position - 1] == 0x2E
      {
        return false
      }
      position += 1
    }
    return false
  }

  /// Whether below the instruction `host` only a list of citations stands, which `mark` ends.
  func endsCitation(_ mark: Mark, _ host: Int) -> Bool {
    guard mark.before == .stop, mark.flags.contains([.lineStart, .upperNext]),
      frames[(host + 1)...].allSatisfy({ $0.shape == .huruf }), host + 1 < frames.count
    else { return false }
    let first = units[frames[host].unit + 1].labelRange.lowerBound
    let start = max(units[frames[host].unit].labelRange.upperBound, first - 300)
    return !(start..<first).contains { text.match("berbunyi", at: $0) != nil }
  }

  /// Whether an instruction begins although those between it and the one before were lost.
  func isLaterInstruction(_ mark: Mark, _ host: Frame) -> Bool {
    let number = mark.value >= 0 ? mark.value : mark.mended
    return mark.shape == host.shape && number > host.value + 1 && number <= host.value + 20
      && standsAfterLost(mark, isNear: number <= host.value + 4)
  }

  /// Whether a number some way on is that of an instruction: worded as nothing else is; near, at
  /// the beginning of its line, as any instruction may be.
  private func standsAfterLost(_ mark: Mark, isNear: Bool) -> Bool {
    guard mark.suffix == 0, mark.flags.contains(.upperNext),
      mark.before == .stop || mark.before == .start
        || mark.before == .colon && instructionFrame == nil
    else { return false }
    if mark.flags.contains(.lineStart) {
      return (isNear || isPlainInstruction(mark)) && isInstruction(mark)
    }
    return isPlainInstruction(mark) && wording.extent(at: mark.end) != .none
  }

  /// An instruction whose number its place proves: worded as nothing else is, with a number that is
  /// none of its article's (`77.` after 16), or that is due and printed over itself (`22.` after 1).
  mutating func misreadInstruction(_ mark: Mark, _ host: Frame, _ position: Int) -> Mark? {
    let isDoubled = host.value < 9 && mark.value == 11 * (host.value + 1)
    guard mark.shape == .angka, host.shape == .angka, mark.suffix == 0, mark.value > 0,
      isDoubled || mark.value > host.value + 20 || mark.value < host.value,
      mark.flags.contains([.lineStart, .upperNext]), mark.before == .stop || mark.before == .start,
      wording.isPlain(mark.end)
        || isDoubled && !frames.contains(where: { follows($0, mark) }), isInstruction(mark),
      mark.value > host.value || numberFollows(host.value + 2, mark, position)
    else { return nil }
    var due = mark
    (due.value, due.mended) = (host.value + 1, -1)
    due.flags.insert(.mended)
    return due
  }

  /// Whether the first instruction that can be read is a later one.
  func beginsLate(_ mark: Mark) -> Bool {
    instructionFrame == nil && mark.shape == .angka && mark.value > 1 && mark.value <= 300
      && (mark.before != .colon || quote == nil && frames.last?.rank == Rank.pasal)
      && standsAfterLost(mark, isNear: mark.value <= 4)
  }

  /// Whether an item begins as nothing but an instruction does, or says all that one says.
  func isPlainInstruction(_ mark: Mark) -> Bool {
    wording.isPlain(mark.end) || wording.extent(at: mark.end) == .announcement
  }

  /// Whether the instruction `host` announces `mark` as an item of the amended text: `… ditambah 2
  /// (dua) angka, yakni angka 7 dan angka 8 sehingga berbunyi sebagai berikut:`
  func adds(_ mark: Mark, _ host: Int) -> Bool {
    guard mark.shape == .angka, mark.before == .colon else { return false }
    let start = units[frames[host].unit].labelRange.upperBound
    return wording.extent(at: start) == .announcement && namesItem(mark, from: start)
  }

  /// Whether a number that begins no list, below an ayat or an item of an amended text, may as well
  /// be that of the next instruction: a catchword of it, or one that a page's edge carried here.
  func mayInstruct(_ mark: Mark, _ floor: Int) -> Bool {
    guard mark.shape == .angka, frames.count - 1 > floor, let host = instructionFrame,
      frames[host].shape == .angka, mark.value > frames[host].value || isPlainInstruction(mark)
    else { return false }
    return !namesItem(mark, from: units[frames[host].unit].labelRange.upperBound)
  }

  /// Whether an instruction at `start` names the item of a number: *angka 7*.
  private func namesItem(_ mark: Mark, from start: Int) -> Bool {
    (start..<max(start, min(mark.start, start + 600))).contains { position in
      guard let end = text.match("angka", at: position) else { return false }
      let number = text.skippingSpaces(from: end, to: mark.start)
      var last = number
      while SourceText.isAlphanumeric(text[last]), last < number + 4 { last += 1 }
      return NumberReader.read(text, number..<last).value == Int(mark.value)
    }
  }
}
