/// The two ways of naming a unit: the stable address (`pasal-5/ayat-2`) and the words of a lawyer
/// (`Pasal 5 ayat (2)`).
public enum UnitAddress {
  /// The address that `text` names, or nil where it names none.
  ///
  /// Takes `Pasal 5 ayat (2) huruf a`, `psl 5 ayat 2`, `BAB II Bagian Kesatu`, `penjelasan Pasal 5`,
  /// `Pasal I angka 3`, `lampiran II` in any case, and addresses as they are. Whether a unit stands
  /// there is for `LegalDocument.resolve(_:)` to say.
  public static func parse(_ text: String) -> String? {
    var reader = AddressReader(text)
    return reader.read()
  }

  /// The words for an address: `Pasal 5 ayat (2) huruf a` for `pasal-5/ayat-2/huruf-a`.
  ///
  /// A repeated address keeps its count: `Pasal 5 (ke-2)` for `pasal-5~2`.
  public static func label(_ address: String) -> String {
    var words: [String] = []
    var previous = ""
    for part in address.utf8.split(separator: 0x2F, omittingEmptySubsequences: true) {
      let (name, number, count) = split(part)
      // An amended text begins below its instruction.
      let begins = name == "pasal" || name == "bab"
      if begins, let last = words.indices.last, previous != "penjelasan" {
        words[last] += ","
      }
      var word = phrase(name, number, isFirst: words.isEmpty || begins)
      if let count { word += " (ke-\(count))" }
      words.append(word)
      previous = name
    }
    return words.joined(separator: " ")
  }

  /// `pasal-12a~2` as its name, number and count.
  private static func split(
    _ part: Substring.UTF8View
  ) -> (name: String, number: String, count: String?) {
    func text(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }
    let halves = part.split(separator: 0x7E, maxSplits: 1)
    let pieces = (halves.first ?? part).split(separator: 0x2D, maxSplits: 1)
    return (
      text(pieces.first ?? part), pieces.count > 1 ? text(pieces[1]) : "",
      halves.count > 1 ? text(halves[1]) : nil
    )
  }

  private static func phrase(_ name: String, _ number: String, isFirst: Bool) -> String {
    let spaced = number.isEmpty ? "" : " " + number
    switch name {
    case "pasal":
      return "Pasal " + number.uppercased()
    case "bab":
      return "BAB " + romanNumber(number)
    case "lampiran":
      return number.isEmpty ? "Lampiran" : "Lampiran " + romanNumber(number)
    case "bagian":
      return "Bagian " + (Int(number).map(ordinal) ?? number.uppercased())
    case "paragraf": return "Paragraf " + number.uppercased()
    case "ayat": return (isFirst ? "Ayat" : "ayat") + " (\(number))"
    case "subhuruf": return (isFirst ? "Huruf" : "huruf") + " \(number))"
    case "subangka": return (isFirst ? "Angka" : "angka") + " \(number))"
    default: return (isFirst ? capitalised(name) : name) + spaced
    }
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + String(word.dropFirst())
  }

  /// `12a` as `XIIA`.
  private static func romanNumber(_ number: String) -> String {
    let digits = number.prefix { $0.isASCII && $0.isNumber }
    guard let value = Int32(digits), value > 0, value < 400 else { return number.uppercased() }
    return AddressNumber.roman(value).uppercased() + number.dropFirst(digits.count).uppercased()
  }

  /// The ordinal after *Bagian*: `Kesatu`, `Kedua Belas` (UU 12/2011, Lampiran II angka 73).
  static func ordinal(_ value: Int) -> String {
    let units = [
      "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    ]
    switch value {
    case 1..<10: return "Ke" + units[value]
    case 10: return "Kesepuluh"
    case 11: return "Kesebelas"
    case 12..<20: return "Ke" + units[value - 10] + " Belas"
    case 20..<100:
      let rest = value % 10
      return "Ke" + units[value / 10] + " Puluh" + (rest == 0 ? "" : " " + capitalised(units[rest]))
    default: return String(value)
    }
  }
}

/// Reads the words of a lawyer, or an address, from left to right.
private struct AddressReader {
  private let text: SourceText
  private var position = 0
  private var parts: [String] = []

  init(_ string: String) {
    text = SourceText(bytes: Array(string.lowercased().utf8))
  }

  private static let names: [(word: StaticString, name: String)] = [
    ("pembukaan", "pembukaan"), ("penjelasan", "penjelasan"), ("penutup", "penutup"),
    ("paragraf", "paragraf"), ("pasal", "pasal"), ("psl", "pasal"), ("ps", "pasal"),
    ("ayat", "ayat"), ("ay", "ayat"), ("subhuruf", "subhuruf"), ("subangka", "subangka"),
    ("huruf", "huruf"), ("hrf", "huruf"), ("angka", "angka"), ("butir", "angka"),
    ("bab", "bab"), ("bagian", "bagian"), ("bag", "bagian"), ("judul", "judul"),
    ("menimbang", "menimbang"), ("mengingat", "mengingat"), ("diktum", "diktum"),
    ("umum", "umum"), ("lampiran", "lampiran"), ("blok", "blok"),
  ]

  mutating func read() -> String? {
    guard text.count <= 400 else { return nil }
    skipSeparators()
    while position < text.count {
      guard readPart() else { return nil }
      skipSeparators()
    }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "/")
  }

  private mutating func skipSeparators() {
    while position < text.count {
      let byte = text[position]
      guard byte == 0x2F || byte == 0x2C || byte == 0x2E || text.spaceLength(at: position) > 0
      else { return }
      position += max(1, text.spaceLength(at: position))
    }
  }

  private mutating func readPart() -> Bool {
    for (word, name) in Self.names {
      guard let after = text.match(word, at: position),
        !SourceText.isLetter(text[after])
      else { continue }
      position = after
      return readNumber(of: name)
    }
    return readBareAyat()
  }

  /// `Pasal 9 (2)`: a number in brackets after a Pasal is an ayat.
  private mutating func readBareAyat() -> Bool {
    guard text[position] == 0x28, parts.last?.hasPrefix("pasal-") == true else { return false }
    return readNumber(of: "ayat")
  }

  private mutating func readNumber(of name: String) -> Bool {
    var start = position
    while text[start] == 0x2D || text[start] == 0x28 || text[start] == 0x2E
      || text.spaceLength(at: start) > 0
    {
      start += max(1, text.spaceLength(at: start))
    }
    switch name {
    case "pembukaan", "penjelasan", "penutup", "judul", "menimbang", "mengingat", "diktum", "umum":
      return append(name, number: "", end: position)
    case "bagian":
      if let (value, end) = NumberReader.ordinal(text, at: start) {
        return append(name, number: String(value), end: end)
      }
    default: break
    }
    var end = start
    while end < text.count, SourceText.isAlphanumeric(text[end]) { end += 1 }
    let token = start..<end
    if name == "lampiran", token.isEmpty || startsName(start) {
      return append(name, number: "", end: position)
    }
    guard let number = number(token, of: name) else { return false }
    while text[end] == 0x29 { end += 1 }
    return append(shape(name, token, end), number: number, end: end)
  }

  /// `huruf a)` is a subhuruf, `angka 1)` a subangka.
  private func shape(_ name: String, _ token: Range<Int>, _ end: Int) -> String {
    guard end > token.upperBound, text[token.lowerBound - 1] != 0x28 else { return name }
    switch name {
    case "huruf": return "subhuruf"
    case "angka": return "subangka"
    default: return name
    }
  }

  private func startsName(_ position: Int) -> Bool {
    Self.names.contains { text.match($0.word, at: position) != nil }
  }

  /// The number in `token` as it stands in an address.
  private func number(_ token: Range<Int>, of name: String) -> String? {
    guard !token.isEmpty, token.count <= 10 else { return nil }
    let printed = String(decoding: text.bytes[token], as: UTF8.self)
    let isDigits = SourceText.isDigit(text[token.lowerBound])
    switch name {
    case "huruf", "subhuruf":
      return token.contains { !SourceText.isLetter(text[$0]) } ? nil : printed
    case "bab", "bagian", "lampiran":
      if isDigits { return withoutZeros(token) }
      let upper = SourceText(bytes: Array(printed.uppercased().utf8))
      guard let (value, suffix) = NumberReader.roman(upper, 0..<upper.count),
        // As with digits: such a letter is a misread one.
        suffix == 0 || !NumberReader.isLikelyDigit(suffix + 0x60)
      else { return nil }
      return AddressNumber.text(Int32(clamping: value), suffix)
    case "pasal":
      if isDigits { return withoutZeros(token) }
      return NumberReader.romanValue(text, token) == nil ? nil : printed
    case "angka" where !isDigits:
      return nil
    default:
      return isDigits ? withoutZeros(token) : nil
    }
  }

  /// `012A` as `12a`; nil unless it is digits and at most one letter.
  private func withoutZeros(_ token: Range<Int>) -> String? {
    let reading = NumberReader.read(text, token)
    guard reading.value > 0 else { return nil }
    return AddressNumber.text(Int32(clamping: reading.value), reading.suffix)
  }

  private mutating func append(_ name: String, number: String, end: Int) -> Bool {
    position = end
    var segment = number.isEmpty ? name : name + "-" + number
    // The count of a repeated address.
    if text[position] == 0x7E {
      var digits = position + 1
      while SourceText.isDigit(text[digits]), digits < position + 7 { digits += 1 }
      guard digits > position + 1 else { return false }
      segment += String(decoding: text.bytes[position..<digits], as: UTF8.self)
      position = digits
    }
    parts.append(segment)
    return true
  }
}
