/// The number at the end of an address: `pasal-12a` is 12 with `a`.
struct MarkNumber {
  var value: Int
  /// The inserted letter, small; empty for none.
  var suffix: String
  var isRoman = false

  /// Reads the last number of `address`; nil where none stands.
  init?(_ address: String) {
    let bytes = Array(address.utf8)
    var end = bytes.count
    var start = end
    while start > 0, bytes[start - 1] != UInt8(ascii: "-") {
      start -= 1
      if bytes[start] == UInt8(ascii: "/") { return nil }
      if bytes[start] == UInt8(ascii: "~") { end = start }
    }
    guard start > 0, start < end else { return nil }
    var number = 0
    var position = start
    while position < end, position < start + 9, SourceText.isDigit(bytes[position]) {
      number = number * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    if position > start {
      guard end - position <= 1 else { return nil }
      (value, suffix) = (number, String(decoding: bytes[position..<end], as: UTF8.self))
    } else {
      guard let roman = NumberReader.romanValue(SourceText(bytes: bytes), start..<end) else {
        return nil
      }
      (value, suffix, isRoman) = (roman, "", true)
    }
  }
}

/// How the mark of a numbered unit is printed.
enum MarkForm {
  case pasal, bab, paragraf, ayat, angka, subangka

  /// The form of a unit whose mark has a number; nil for letters and ordinals.
  init?(_ unit: Unit) {
    switch unit.kind {
    case .pasal: self = .pasal
    case .bab: self = .bab
    case .paragraf: self = .paragraf
    case .ayat: self = .ayat
    case .subangka: self = .subangka
    case .angka, .definisi, .instruksi: self = .angka
    case .butir where unit.address.contains("/angka-"): self = .angka
    default: return nil
    }
  }

  /// The mark with `number`.
  func mark(_ number: Int) -> [UInt8] {
    switch self {
    case .pasal: Array("Pasal \(number)".utf8)
    case .bab: Array("BAB \(RomanNumber.text(number))".utf8)
    case .paragraf: Array("Paragraf \(number)".utf8)
    case .ayat: Array("(\(number))".utf8)
    case .angka: Array("\(number).".utf8)
    case .subangka: Array("\(number))".utf8)
    }
  }

  /// The mark with `number` in the way of a printed one: `Ayat (1)`, `PASAL 1`, `1)`.
  func mark(_ number: MarkNumber, as printed: [UInt8]) -> [UInt8] {
    let digits = number.isRoman ? RomanNumber.text(number.value) : "\(number.value)"
    let text = SourceText(bytes: printed)
    switch self {
    case .pasal: return Array("Pasal \(digits)\(number.suffix.uppercased())".utf8)
    case .bab:
      return Array("BAB \(RomanNumber.text(number.value))\(number.suffix.uppercased())".utf8)
    case .paragraf:
      // An ordinal in words is no number to be mended.
      guard printed.last.map({ NumberReader.digit($0) != nil }) == true,
        printed.contains(where: { SourceText.isDigit($0) })
      else { return printed }
      return Array("Paragraf \(digits)\(number.suffix.uppercased())".utf8)
    case .ayat:
      if text.match("ayat", at: 0) != nil { return Array("Ayat (\(digits)\(number.suffix))".utf8) }
      return Array("(\(digits)\(number.suffix))".utf8)
    case .angka:
      if text.match("angka", at: 0) != nil {
        let end = printed.last == 0x2E || printed.last == 0x29 ? printed.suffix(1) : []
        return Array("Angka \(digits)\(number.suffix)".utf8) + end
      }
      return Array("\(digits)\(number.suffix).".utf8)
    case .subangka: return Array("\(digits)\(number.suffix))".utf8)
    }
  }

  /// Whether a scanner may have printed `found` for `wanted`.
  static func looksLike(_ wanted: UInt8, _ found: UInt8) -> Bool {
    if wanted == found { return true }
    switch wanted {
    case UInt8(ascii: "("): return Array("([{|lI1tfC".utf8).contains(found)
    case UInt8(ascii: ")"): return Array(")]}|lI1J".utf8).contains(found)
    case UInt8(ascii: "."): return found == 0x2C || found == 0x3A
    case UInt8(ascii: "1"): return Array("lI|!iJtL".utf8).contains(found)
    case UInt8(ascii: "2"): return Array("zZ".utf8).contains(found)
    case UInt8(ascii: "4"): return found == UInt8(ascii: "A")
    case UInt8(ascii: "9"): return Array("gq".utf8).contains(found)
    case UInt8(ascii: "0"): return Array("oOQD".utf8).contains(found)
    default: return NumberReader.digit(found).map { UInt8($0) + 0x30 == wanted } ?? false
    }
  }
}
