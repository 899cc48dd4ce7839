/// Indonesian numerals in words, as they stand in brackets after figures.
enum Numeral {
  private static let digits: [String: Int] = [
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9,
  ]
  private static let wholes: [String: Int] = [
    "sepuluh": 10, "sebelas": 11, "seratus": 100,
  ]
  private static let scales: [String: Int] = [
    "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000,
    "triliun": 1_000_000_000_000, "trilyun": 1_000_000_000_000,
  ]
  private static let units: Set<String> = ["rupiah", "persen", "perseratus", "per"]

  /// Whether a word begins or makes a numeral.
  static func isNumeral(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count >= 3, bytes.count <= 9 else { return false }
    let word = String(decoding: bytes.map { $0 | 0x20 }, as: UTF8.self)
    return digits[word] != nil || wholes[word] != nil || word == "seribu" || word == "sejuta"
      || word == "setengah"
  }

  /// The value of a numeral such as `seratus dua puluh lima ribu rupiah`, nil when it is not one
  /// (or has a fraction, which is not judged).
  static func value(_ text: String) -> Int? {
    var total = 0
    var group = 0
    var last: Int?
    var seen = false
    for word in text.lowercased().split(whereSeparator: { $0 == " " }).map(String.init) {
      if let digit = digits[word] {
        guard last == nil else { return nil }
        last = digit
      } else if let whole = wholes[word] {
        guard last == nil else { return nil }
        group += whole
      } else if word == "belas" || word == "puluh" || word == "ratus" {
        guard let digit = last else { return nil }
        group += word == "belas" ? 10 + digit : digit * (word == "puluh" ? 10 : 100)
        last = nil
      } else if word == "seribu" || word == "sejuta" {
        total += word == "seribu" ? 1_000 : 1_000_000
      } else if let scale = scales[word] {
        let (product, overflow) = (group + (last ?? 0)).multipliedReportingOverflow(by: scale)
        guard !overflow, product > 0, product < Int.max / 4 - total else { return nil }
        total += product
        group = 0
        last = nil
      } else if !units.contains(word) || !seen {
        return nil
      }
      seen = true
    }
    return seen ? total + group + (last ?? 0) : nil
  }

  /// The value of figures such as `1.000.000` or `Rp50.000,00`; nil with any other fraction, and
  /// where a letter or a zero in front betrays a number that was read badly or cut.
  static func figures(_ text: Substring) -> Int? {
    var text = text
    if text.lowercased().hasPrefix("rp") { text = text.dropFirst(2) }
    if text.utf8.first == 0x30, text.utf8.count > 1 { return nil }
    var value = 0
    var fraction = false
    var seen = false
    for byte in text.utf8 {
      if byte == 0x2C {
        guard !fraction else { return nil }
        fraction = true
      } else if Glyph.isDigit(byte) {
        let digit = Int(byte - 0x30)
        if fraction {
          guard digit == 0 else { return nil }
          continue
        }
        guard value < Int.max / 20 else { return nil }
        value = value * 10 + digit
        seen = true
      } else if byte != 0x2E {
        return nil
      }
    }
    return seen ? value : nil
  }

  /// Whether a token such as `30 (tiga puluh)` says two different numbers.
  static func disagrees(_ token: String) -> Bool {
    guard let open = token.utf8.firstIndex(of: 0x28), let close = token.utf8.lastIndex(of: 0x29),
      open < close
    else { return false }
    let before = token[..<open].filter { $0 != " " }
    let words = String(token[token.index(after: open)..<close])
    guard let figures = figures(before[...]), let value = value(words) else { return false }
    return figures != value
  }
}
