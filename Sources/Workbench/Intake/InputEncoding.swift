/// The bytes of a table as UTF-8.
enum InputEncoding {
  /// UTF-8 of what a spreadsheet program wrote: UTF-8 as it is, UTF-16 by its byte order mark, and
  /// every byte that is no UTF-8 as Windows-1252.
  /// - Returns: the bytes, and how many were of Windows-1252.
  static func decoded(_ bytes: [UInt8]) -> (bytes: [UInt8], foreign: Int) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isBig = bytes[0] == 0xFE
      var units: [UInt16] = []
      for index in stride(from: 2, to: bytes.count - 1, by: 2) {
        let high = UInt16(isBig ? bytes[index] : bytes[index + 1])
        let low = UInt16(isBig ? bytes[index + 1] : bytes[index])
        units.append(high << 8 | low)
      }
      return (Array(String(decoding: units, as: UTF16.self).utf8), 0)
    }
    guard var offset = UTF8Check.firstInvalidByte(in: bytes) else { return (bytes, 0) }
    var result = Array(bytes[..<offset])
    var foreign = 0
    while offset < bytes.count {
      let length = bytes[offset] < 0x80 ? 1 : sequenceLength(bytes, offset)
      if length > 0 {
        result += bytes[offset..<offset + length]
        offset += length
      } else {
        result += Array(String(Character(windows1252(bytes[offset]))).utf8)
        foreign += 1
        offset += 1
      }
    }
    return (result, foreign)
  }

  /// The length of the valid sequence of UTF-8 at an offset; 0 where there is none.
  private static func sequenceLength(_ bytes: [UInt8], _ offset: Int) -> Int {
    for length in 2...4 where offset + length <= bytes.count {
      if UTF8Check.firstInvalidByte(in: Array(bytes[offset..<offset + length])) == nil {
        return length
      }
    }
    return 0
  }

  /// WHATWG Encoding Standard, index windows-1252.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(high[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }
}
