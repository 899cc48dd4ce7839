/// Reads the numbers of marks: Arabic, Roman, letters, ordinals, with usual misprints.
enum NumberReader {
  /// A number as printed (`value`, -1 when unreadable) and as it would be with misprints mended.
  struct Reading {
    var value = -1
    var suffix: UInt8 = 0
    var mended = -1
    var roman = false
  }

  /// The digit that a scanned character often stands for.
  static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: return Int(byte - 0x30)
    case UInt8(ascii: "O"), UInt8(ascii: "o"): return 0
    case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "|"),
      UInt8(ascii: "!"), UInt8(ascii: "J"), UInt8(ascii: "L"):
      return 1
    case UInt8(ascii: "Z"): return 2
    case UInt8(ascii: "S"), UInt8(ascii: "s"): return 5
    case UInt8(ascii: "G"): return 6
    case UInt8(ascii: "T"): return 7
    case UInt8(ascii: "B"): return 8
    case UInt8(ascii: "g"): return 9
    default: return nil
    }
  }

  /// Whether a letter after digits is a misread digit: nothing is inserted fourteen times.
  static func isLikelyDigit(_ letter: UInt8) -> Bool {
    letter | 0x20 == UInt8(ascii: "o") || letter == UInt8(ascii: "l")
  }

  static func letterIndex(_ byte: UInt8) -> UInt8 { (byte | 0x20) &- 0x60 }

  /// Reads `12`, `12A`, `1O`, `XII` in `range`, which holds no spaces.
  static func read(_ text: SourceText, _ range: Range<Int>) -> Reading {
    var reading = Reading()
    guard !range.isEmpty, range.count <= 8 else { return reading }
    var digits = 0
    var value = 0
    var position = range.lowerBound
    while position < range.upperBound, SourceText.isDigit(text[position]), digits < 6 {
      value = value * 10 + Int(text[position] - 0x30)
      digits += 1
      position += 1
    }
    if digits > 0 {
      if position == range.upperBound {
        reading.value = value
        return reading
      }
      if position + 1 == range.upperBound, SourceText.isLetter(text[position]),
        !isLikelyDigit(text[position])
      {
        reading.value = value
        reading.suffix = letterIndex(text[position])
      }
    } else if SourceText.isUpper(text[range.lowerBound]), let (roman, suffix) = roman(text, range) {
      reading.value = roman
      reading.suffix = suffix
      reading.roman = true
    }
    reading.mended = mended(text, range)
    let last = range.upperBound - 1
    if reading.value < 0, reading.mended < 0, range.count > 2,
      digits > 0 || range.dropLast().contains(where: { SourceText.isDigit(text[$0]) }),
      text[last] >= UInt8(ascii: "A"), text[last] <= UInt8(ascii: "F")
    {
      // `3OA`, `l5A`
      reading.value = mended(text, range.lowerBound..<last)
      reading.suffix = letterIndex(text[last])
    }
    return reading
  }

  /// The digits in `range` with misprints mended, -1 where a character is like none.
  static func mended(_ text: SourceText, _ range: Range<Int>) -> Int {
    var mended = 0
    for place in range {
      guard let digit = digit(text[place]), mended < 100_000 else { return -1 }
      mended = mended * 10 + digit
    }
    return range.isEmpty ? -1 : mended
  }

  /// The value of Roman digits in `range`, capitals, with an inserted letter after (`XIIA`).
  static func roman(_ text: SourceText, _ range: Range<Int>) -> (Int, UInt8)? {
    if let value = romanValue(text, range) { return (value, 0) }
    guard range.count > 1 else { return nil }
    let last = text[range.upperBound - 1]
    guard SourceText.isUpper(last),
      let value = romanValue(text, range.lowerBound..<range.upperBound - 1)
    else { return nil }
    return (value, letterIndex(last))
  }

  /// The value of well-formed Roman digits, capitals or small letters but not both.
  static func romanValue(_ text: SourceText, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 12 else { return nil }
    var total = 0
    var previous = 0
    var run = 0
    let small = SourceText.isLower(text[range.lowerBound])
    for position in range.reversed() {
      let byte = text[position]
      guard SourceText.isLower(byte) == small, let value = romanDigit(byte) else { return nil }
      if value == previous {
        run += 1
        if run > 3 || value == 5 || value == 50 { return nil }
      } else {
        run = 1
      }
      if value < previous {
        guard value * 10 >= previous, value != 5, value != 50 else { return nil }
        total -= value
      } else {
        total += value
        previous = value
      }
    }
    return total > 0 ? total : nil
  }

  private static func romanDigit(_ byte: UInt8) -> Int? {
    switch byte | 0x20 {
    case UInt8(ascii: "i"): return 1
    case UInt8(ascii: "v"): return 5
    case UInt8(ascii: "x"): return 10
    case UInt8(ascii: "l"): return 50
    case UInt8(ascii: "c"): return 100
    default: return nil
    }
  }

  /// The value of Roman digits as scanners print them: `Ill`, `V1`, `lX`.
  static func mendedRoman(_ text: SourceText, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 8 else { return nil }
    var letters: [UInt8] = []
    for position in range {
      switch text[position] {
      case UInt8(ascii: "l"), UInt8(ascii: "1"), UInt8(ascii: "|"), UInt8(ascii: "!"),
        UInt8(ascii: "i"):
        letters.append(UInt8(ascii: "I"))
      case UInt8(ascii: "v"): letters.append(UInt8(ascii: "V"))
      case UInt8(ascii: "x"): letters.append(UInt8(ascii: "X"))
      case let byte: letters.append(byte)
      }
    }
    let mended = SourceText(bytes: letters)
    return romanValue(mended, 0..<letters.count)
  }

  /// The value of Roman digits of which scanners print several as one letter: `W` for IV, `fV`, `U`
  /// for II, `m` for III.
  static func mergedRoman(_ text: SourceText) -> Int? {
    guard text.count <= 6 else { return nil }
    var letters: [UInt8] = []
    for byte in text.bytes {
      switch byte {
      case UInt8(ascii: "W"): letters += Array("IV".utf8)
      case UInt8(ascii: "f"): letters.append(UInt8(ascii: "I"))
      case UInt8(ascii: "U"): letters += Array("II".utf8)
      case UInt8(ascii: "m"): letters += Array("III".utf8)
      default: letters.append(byte)
      }
    }
    let merged = SourceText(bytes: letters)
    return romanValue(merged, 0..<letters.count)
  }

  /// The order of one or two small letters: a = 1 … z = 26, then both `aa, bb` and `aa, ab`.
  static func letterOrder(_ text: SourceText, _ range: Range<Int>) -> Int? {
    switch range.count {
    case 1:
      return Int(letterIndex(text[range.lowerBound]))
    case 2:
      let first = Int(letterIndex(text[range.lowerBound]))
      let second = Int(letterIndex(text[range.lowerBound + 1]))
      if first == second || first == 1 { return 26 + second }
      return first * 26 + second
    default:
      return nil
    }
  }

  /// The ordinal words that stand after *Bagian*: units, with tens made of `belas` and `puluh`.
  private static let ordinals: [(StaticString, Int)] = [
    ("kesatu", 1), ("pertama", 1), ("kedua", 2), ("ketiga", 3), ("keempat", 4), ("kelima", 5),
    ("keenam", 6), ("ketujuh", 7), ("kedelapan", 8), ("kesembilan", 9), ("kesepuluh", 10),
    ("kesebelas", 11), ("satu", 1), ("dua", 2), ("tiga", 3), ("empat", 4), ("lima", 5),
    ("enam", 6), ("tujuh", 7), ("delapan", 8), ("sembilan", 9), ("sepuluh", 10),
  ]

  /// Reads `Kesatu`, `Pertama`, `Keduabelas`, `Kedua Belas`, `Kedua Puluh Satu` at `position`.
  static func ordinal(_ text: SourceText, at position: Int) -> (value: Int, end: Int)? {
    guard SourceText.folded(text[position]) == 0x6B || SourceText.folded(text[position]) == 0x70,
      let (first, firstEnd) = ordinalWord(text, at: position)
    else { return nil }
    var value = first
    var end = firstEnd
    if let after = text.match("belas", at: skipGap(text, end)), text.isWordEnd(after) {
      value += 10
      end = after
    } else if let after = text.match("puluh", at: skipGap(text, end)) {
      value *= 10
      end = after
      if let (unit, unitEnd) = ordinalWord(text, at: skipGap(text, end)),
        text.isWordEnd(unitEnd), unit < 10
      {
        value += unit
        end = unitEnd
      }
    }
    return text.isWordEnd(end) ? (value, end) : nil
  }

  /// Reads `satu`, `dua` at `position`, as in `ke satu`.
  static func cardinal(_ text: SourceText, at position: Int) -> (value: Int, end: Int)? {
    guard let (value, end) = ordinalWord(text, at: position), text.isWordEnd(end) else {
      return nil
    }
    return (value, end)
  }

  /// Reads an ordinal of one word with one place misread, such as `Kedtra`.
  static func misreadOrdinal(_ text: SourceText, at position: Int) -> (value: Int, end: Int)? {
    for (word, value) in ordinals.prefix(12) {
      if let end = text.matchMisread(word, at: position) { return (value, end) }
    }
    return nil
  }

  private static func ordinalWord(_ text: SourceText, at position: Int) -> (Int, Int)? {
    for (word, value) in ordinals {
      if let end = text.match(word, at: position) { return (value, end) }
    }
    return nil
  }

  private static func skipGap(_ text: SourceText, _ position: Int) -> Int {
    var next = position
    while text[next] == 0x20, next < position + 8 { next += 1 }
    return next
  }
}
