/// The number of one level of a citation as it was read.
struct ReferenceNumber {
  /// As it stands in an address.
  var number: String
  /// Another reading, tried where nothing stands under the first (`2I` is 21 or an inserted 2I).
  var alternate: String?
  /// The end of what the second reading takes, where it takes less.
  var alternateEnd: Int?
  /// The bytes of the number as printed.
  var range: Range<Int>
  /// Whether a closing bracket follows, as after the mark `a)`.
  var isBracketed = false
}

extension ReferenceText {
  /// Reads the number that may follow the word for `kind` at `start`.
  func number(of kind: UnitKind, at start: Int) -> ReferenceNumber? {
    switch kind {
    case .pasal: pasalNumber(start)
    case .ayat: ayatNumber(start)
    case .huruf, .subhuruf: hurufNumber(start)
    case .bab: babNumber(start)
    case .bagian: ordinal(start)
    default: plainNumber(start)
    }
  }

  /// Digits with the letters that text recognition gives for them: `O` for 0, `l` and `I` for 1.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte
    case 0x4F, 0x6F: 0x30
    case 0x49, 0x6C, 0x7C: 0x31
    default: nil
    }
  }

  private static func string(_ bytes: [UInt8]) -> String {
    var lower = bytes
    for index in lower.indices where isUpper(lower[index]) { lower[index] |= 0x20 }
    return String(decoding: lower, as: UTF8.self)
  }

  /// `12`, `12A`, `1O`, with at most four digits and two letters; nil where no true digit is.
  private func suffixed(_ run: Range<Int>) -> ReferenceNumber? {
    guard !run.isEmpty, run.count <= 6 else { return nil }
    if run.count <= 4, bytes[run].allSatisfy(Self.isDigit) {
      // Nearly all of them, without a list of their digits.
      return ReferenceNumber(
        number: String(decoding: bytes[run], as: UTF8.self), alternate: nil, range: run)
    }
    var digits: [UInt8] = []
    var position = run.lowerBound
    var isPrinted = false
    while position < run.upperBound, let digit = Self.digit(bytes[position]) {
      isPrinted = isPrinted || Self.isDigit(bytes[position])
      digits.append(digit)
      position += 1
    }
    let suffix = Array(bytes[position..<run.upperBound])
    // L and T are what text recognition makes of a last 1 and 7.
    let likeness: UInt8? = suffix == [0x4C] ? 0x31 : suffix == [0x54] ? 0x37 : nil
    let misread = likeness.map { Self.string(digits + [$0]) }
    guard isPrinted, digits.count <= 4, suffix.count <= 2, suffix.allSatisfy(Self.isLetter) else {
      return nil
    }
    var alternate = misread
    let last = bytes[run.upperBound - 1]
    if suffix.isEmpty, Self.isUpper(last), digits.count > 1 {
      alternate = Self.string(Array(digits.dropLast()) + [last])
    }
    return ReferenceNumber(number: Self.string(digits + suffix), alternate: alternate, range: run)
  }

  private func pasalNumber(_ start: Int) -> ReferenceNumber? {
    var run = start..<wordEnd(start)
    // "Pasal 11ayat (1)" lost its space.
    let digits = run.prefix { Self.isDigit(bytes[$0]) }.count
    if digits > 0, prefixEnd(of: "ayat", at: start + digits) == run.upperBound {
      run = start..<start + digits
    }
    guard !run.isEmpty, run.count <= 6 else { return nil }
    guard var number = suffixed(run) else { return letteredPasal(run) }
    guard number.number.utf8.allSatisfy(Self.isDigit), byte(run.upperBound) == 0x20 else {
      return number
    }
    let next = run.upperBound + 1..<wordEnd(run.upperBound + 1)
    // "Pasal 28 J" is printed for 28J; "Pasal 8 a." is not.
    let isSuffix =
      next.count == 1 && Self.isUpper(byte(next.lowerBound)) && byte(next.upperBound) != 0x2E
    // "Pasal 1 10" is what text recognition makes of 110; no bare number can follow otherwise.
    let isRest = Self.isDigit(byte(next.lowerBound)) && run.count + next.count <= 5
    if isSuffix || isRest, let whole = suffixed(next)?.number ?? (isSuffix ? lettered(next) : nil) {
      number.alternate = number.number
      number.alternateEnd = run.upperBound
      number.number += whole
      number.range = run.lowerBound..<next.upperBound
    }
    return number
  }

  /// `I`, `II` of an amending regulation, or digits that were all read as letters (`lO`).
  private func letteredPasal(_ run: Range<Int>) -> ReferenceNumber? {
    let letters = bytes[run]
    let digits = letters.compactMap(Self.digit)
    let asDigits = digits.count == letters.count ? Self.string(digits) : nil
    if letters.allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }) {
      guard Self.roman(letters) != nil else { return nil }
      return ReferenceNumber(number: Self.string(Array(letters)), alternate: asDigits, range: run)
    }
    guard let asDigits, letters.first != 0x4F, letters.first != 0x6F, letters.count <= 3 else {
      return nil
    }
    let isRomanLike = letters.allSatisfy { $0 == 0x6C || $0 == 0x49 }
    let roman = isRomanLike ? String(repeating: "i", count: letters.count) : nil
    return ReferenceNumber(number: asDigits, alternate: roman, range: run)
  }

  private func ayatNumber(_ start: Int) -> ReferenceNumber? {
    guard byte(start) == 0x28 else { return unopenedAyat(start) }
    let inner = spaceEnd(start + 1)
    let run = inner..<wordEnd(inner)
    guard !run.isEmpty, run.count <= 4 else { return nil }
    let close = spaceEnd(run.upperBound)
    if byte(close) == 0x29 || byte(close) == 0x7D || byte(close) == 0x5D {
      let range = start..<close + 1
      if var number = suffixed(run) {
        number.range = range
        return number
      }
      guard run.count <= 2, let number = lettered(run) else { return nil }
      let digit = run.count == 1 ? Self.likeDigit(bytes[run.lowerBound]) : nil
      return ReferenceNumber(number: number, alternate: digit, range: range)
    }
    // The closing bracket was read as the digit that resembles it: "(21" for "(2)".
    let last = bytes[run.upperBound - 1]
    guard run.count >= 2, Self.digit(last) == 0x31, byte(run.upperBound) != 0x2E,
      let first = Self.digit(bytes[run.lowerBound])
    else { return nil }
    let kept = run.lowerBound..<run.upperBound - 1
    let number = suffixed(kept)?.number ?? (kept.count == 1 ? Self.string([first]) : nil)
    return number.map { ReferenceNumber(number: $0, range: start..<run.upperBound) }
  }

  /// The digit for which scans print a letter in the brackets of an ayat.
  private static func likeDigit(_ letter: UInt8) -> String? {
    switch letter {
    case UInt8(ascii: "r"), UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "j"),
      UInt8(ascii: "t"):
      "1"
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): "2"
    case UInt8(ascii: "a"), UInt8(ascii: "A"): "4"
    case UInt8(ascii: "S"), UInt8(ascii: "s"): "5"
    case UInt8(ascii: "G"), UInt8(ascii: "b"): "6"
    case UInt8(ascii: "T"): "7"
    case UInt8(ascii: "B"): "8"
    case UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "q"): "9"
    default: nil
    }
  }

  /// An ayat whose opening bracket was read as the letter or digit that resembles it, such as
  /// `l2l` and `12)` for `(2)`, `91)` for `(1)`: only tried where nothing stands at the whole.
  private func unopenedAyat(_ start: Int) -> ReferenceNumber? {
    let run = start..<wordEnd(start)
    guard var number = plainNumber(start) else { return nil }
    let isClosed = byte(run.upperBound) == 0x29
    let end = isClosed ? run.upperBound : run.upperBound - 1
    guard run.count >= 2, end - run.lowerBound >= 2,
      isClosed || Self.digit(bytes[end]) == 0x31,
      [0x31, 0x39].contains(
        Self.digit(bytes[run.lowerBound]) ?? 0)
    else { return number }
    number.alternate = suffixed(run.lowerBound + 1..<end)?.number
    return number
  }

  /// An ayat of letters: `(l)` is 1, any other single letter itself.
  private func lettered(_ run: Range<Int>) -> String? {
    let letters = bytes[run]
    let digits = letters.compactMap { $0 == 0x4C ? 0x31 : Self.digit($0) }
    if digits.count == letters.count, digits.first == 0x31 { return Self.string(digits) }
    return letters.count == 1 ? Self.string(Array(letters)) : nil
  }

  private func hurufNumber(_ start: Int) -> ReferenceNumber? {
    let isOpen = byte(start) == 0x28
    let inner = isOpen ? start + 1 : start
    let run = inner..<wordEnd(inner)
    guard run.count == 1 || run.count == 2 else { return nil }
    let letters = Array(bytes[run])
    guard letters.allSatisfy(Self.isLetter) else { return nil }
    // After z come aa, bb or aa, ab: no other pair of letters is a mark.
    let first = letters[0] | 0x20
    if letters.count == 2, first != letters[1] | 0x20, first != 0x61 { return nil }
    let isClosed = byte(run.upperBound) == 0x29
    if isOpen && !isClosed { return nil }
    let range = isOpen ? start..<run.upperBound + 1 : run
    return ReferenceNumber(
      number: Self.string(letters), range: range, isBracketed: isClosed && !isOpen)
  }

  /// Digits with at most one letter that are not the head of a larger figure.
  private func plainNumber(_ start: Int) -> ReferenceNumber? {
    let run = start..<wordEnd(start)
    guard run.count <= 4, var number = suffixed(run) else { return nil }
    let next = byte(run.upperBound)
    let isFigure = (next == 0x2E || next == 0x2C) && Self.isDigit(byte(run.upperBound + 1))
    if isFigure || next == 0x25 { return nil }
    number.isBracketed = next == 0x29
    return number
  }
}

// Roman numerals and ordinals, which chapters and parts carry.
extension ReferenceText {
  /// The value of a well-formed Roman numeral below 100.
  static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    guard !letters.isEmpty, letters.count <= 8 else { return nil }
    var total = 0
    var highest = 0
    for letter in letters.reversed() {
      let value: Int
      switch letter {
      case 0x49: value = 1
      case 0x56: value = 5
      case 0x58: value = 10
      case 0x4C: value = 50
      case 0x43: value = 100
      default: return nil
      }
      total += value < highest ? -value : value
      highest = max(highest, value)
    }
    return total > 0 && total < 100 && spelled(total) == Array(letters) ? total : nil
  }

  private static func spelled(_ value: Int) -> [UInt8] {
    let steps: [(Int, StaticString)] = [
      (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = value
    var result: [UInt8] = []
    for (step, letters) in steps {
      while rest >= step {
        letters.withUTF8Buffer { result.append(contentsOf: $0) }
        rest -= step
      }
    }
    return result
  }

  /// `III`, `XIIA`, or Arabic digits.
  private func babNumber(_ start: Int) -> ReferenceNumber? {
    let run = start..<wordEnd(start)
    guard !run.isEmpty, run.count <= 9 else { return nil }
    let letters = bytes[run]
    if let value = Self.roman(letters) {
      return ReferenceNumber(number: String(value), range: run)
    }
    if let suffix = letters.last, Self.isUpper(suffix), let value = Self.roman(letters.dropLast()) {
      let number = String(value) + Self.string([suffix])
      return ReferenceNumber(number: number, range: run)
    }
    return letters.allSatisfy(Self.isDigit) && run.count <= 2 ? suffixed(run) : nil
  }

  private func unitWord(_ start: Int) -> (value: Int, end: Int)? {
    let words: [(StaticString, Int)] = [
      ("satu", 1), ("dua", 2), ("tiga", 3), ("empat", 4), ("lima", 5), ("enam", 6), ("tujuh", 7),
      ("delapan", 8), ("sembilan", 9), ("sepuluh", 10), ("sebelas", 11),
    ]
    for (word, value) in words {
      if let end = prefixEnd(of: word, at: start) { return (value, end) }
    }
    return nil
  }

  /// `Kesatu`, `Pertama`, `Kedua Belas`, `Keduabelas`, `Kedua Puluh Satu`, `Kedua A`.
  private func ordinal(_ start: Int) -> ReferenceNumber? {
    if let end = end(of: "pertama", at: start) {
      return ReferenceNumber(number: "1", range: start..<end)
    }
    guard let stem = prefixEnd(of: "ke", at: start), var (value, end) = unitWord(stem) else {
      return nil
    }
    let next = spaceEnd(end)
    if value < 10, let belas = self.end(of: "belas", at: next) {
      (value, end) = (value + 10, belas)
    } else if value < 10, let puluh = self.end(of: "puluh", at: next) {
      (value, end) = (value * 10, puluh)
      if let unit = unitWord(spaceEnd(puluh)), unit.value < 10, !Self.isWord(byte(unit.end)) {
        (value, end) = (value + unit.value, unit.end)
      }
    }
    guard !Self.isWord(byte(end)) else { return nil }
    // "Bagian Kedua A" was put in behind Bagian Kedua; "Bagian Kedua T a r i f" is a heading.
    let letter = end + 1
    let after = spaceEnd(letter + 1)
    if byte(end) == 0x20, Self.isUpper(byte(letter)), !Self.isWord(byte(letter + 1)),
      byte(letter + 1) != 0x2E, wordEnd(after) != after + 1
    {
      return ReferenceNumber(
        number: String(value) + Self.string([byte(letter)]), alternate: String(value),
        alternateEnd: end, range: start..<letter + 1)
    }
    return ReferenceNumber(number: String(value), range: start..<end)
  }
}
