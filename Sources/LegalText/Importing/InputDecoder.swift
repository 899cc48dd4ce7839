/// Makes UTF-8 with line feeds of the bytes that offices have.
struct InputDecoder {
  private(set) var bytes: [UInt8] = []
  private(set) var notes: [ImportNote] = []
  private var foreign = 0
  private var invisible = 0

  /// Decodes UTF-8, UTF-16 (by its byte-order mark or its zero bytes) and Windows-1252.
  init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count + source.count / 16)
    if let bigEndian = Self.utf16Order(source) {
      notes.append(.utf16)
      readUTF16(source, bigEndian: bigEndian)
    } else {
      readBytes(source)
    }
    if foreign > 0 { notes.append(.windows1252(bytes: foreign)) }
    if invisible > 0 { notes.append(.invisible(count: invisible)) }
  }

  /// Whether the bytes are UTF-16, and then whether the high byte comes first.
  private static func utf16Order(_ source: [UInt8]) -> Bool? {
    guard source.count >= 2 else { return nil }
    if source[0] == 0xFF, source[1] == 0xFE { return false }
    if source[0] == 0xFE, source[1] == 0xFF { return true }
    let sample = min(source.count, 4096) & ~1
    guard sample >= 16 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in 0..<sample where source[index] == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd > sample * 2 / 5, zeros.even < sample / 20 { return false }
    if zeros.even > sample * 2 / 5, zeros.odd < sample / 20 { return true }
    return nil
  }

  private mutating func readUTF16(_ source: [UInt8], bigEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(source.count / 2)
    var index = 0
    while index + 1 < source.count {
      let first = UInt16(source[index])
      let second = UInt16(source[index + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    readBytes(Array(String(decoding: units, as: UTF16.self).utf8))
  }

  private mutating func readBytes(_ source: [UInt8]) {
    var position = 0
    while position < source.count {
      let byte = source[position]
      if Self.isPlain(byte) {
        var end = position + 1
        while end < source.count, Self.isPlain(source[end]) { end += 1 }
        bytes.append(contentsOf: source[position..<end])
        position = end
      } else if byte < 0x80 {
        position += readControl(source, position)
      } else {
        let length = Self.sequenceLength(source, position)
        if length > 0 {
          append(source[position..<position + length])
          position += length
        } else {
          foreign += 1
          append(Self.windows1252(byte)[...])
          position += 1
        }
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte < 0x7F) || byte == 0x0A
  }

  /// Line ends become line feeds; tabs and form feeds stay.
  private mutating func readControl(_ source: [UInt8], _ position: Int) -> Int {
    switch source[position] {
    case 0x09, 0x0A, 0x0C: bytes.append(source[position])
    case 0x0B: bytes.append(0x0A)
    case 0x0D:
      bytes.append(0x0A)
      return position + 1 < source.count && source[position + 1] == 0x0A ? 2 : 1
    default: invisible += 1
    }
    return 1
  }

  /// Adds a character of several bytes, or what legal text has for it.
  private mutating func append(_ character: ArraySlice<UInt8>) {
    let first = character.startIndex
    switch (character[first], character.count) {
    case (0xC2, 2): appendLatin(character)
    case (0xE2, 3) where character[first + 1] == 0x80: appendPunctuation(character)
    case (0xE2, 3) where character[first + 1] == 0x81 && character[first + 2] == 0xA0:
      invisible += 1
    case (0xEF, 3) where character[first + 1] == 0xBB && character[first + 2] == 0xBF:
      // The byte-order mark at the start is no character of the text.
      if !bytes.isEmpty { invisible += 1 }
    case (0xEF, 3)
    where character[first + 1] == 0xAC && (0x80...0x84).contains(character[first + 2]):
      let ligatures: [StaticString] = ["ff", "fi", "fl", "ffi", "ffl"]
      let letters = ligatures[Int(character[first + 2] - 0x80)]
      letters.withUTF8Buffer { bytes.append(contentsOf: $0) }
    default: bytes.append(contentsOf: character)
    }
  }

  /// No-break spaces become spaces; soft hyphens show only where a line ends.
  private mutating func appendLatin(_ character: ArraySlice<UInt8>) {
    switch character[character.startIndex + 1] {
    case 0xA0: bytes.append(0x20)
    case 0x85: bytes.append(0x0A)
    case 0xAD: bytes.append(contentsOf: character)
    case 0x80...0x9F: invisible += 1
    default: bytes.append(contentsOf: character)
    }
  }

  /// Spaces of print, zero-width signs, directions, line separators and the true hyphens.
  private mutating func appendPunctuation(_ character: ArraySlice<UInt8>) {
    switch character[character.startIndex + 2] {
    case 0x80...0x8A, 0xAF: bytes.append(0x20)
    case 0x8B...0x8F, 0xAA...0xAE: invisible += 1
    case 0x90, 0x91: bytes.append(0x2D)
    case 0xA8, 0xA9: bytes.append(0x0A)
    default: bytes.append(contentsOf: character)
    }
  }

  /// The length of the well-formed UTF-8 sequence at `position` (RFC 3629), else 0.
  private static func sequenceLength(_ source: [UInt8], _ position: Int) -> Int {
    let first = source[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard position + length <= source.count, second.contains(source[position + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where source[position + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The UTF-8 of a byte that Windows-1252 has in a place of its own.
  private static func windows1252(_ byte: UInt8) -> [UInt8] {
    let upper: [UInt16] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    let code = (0x80...0x9F).contains(byte) ? upper[Int(byte - 0x80)] : UInt16(byte)
    if code < 0x800 { return [0xC0 | UInt8(code >> 6), 0x80 | UInt8(code & 0x3F)] }
    return [
      0xE0 | UInt8(code >> 12), 0x80 | UInt8(code >> 6 & 0x3F), 0x80 | UInt8(code & 0x3F),
    ]
  }
}
