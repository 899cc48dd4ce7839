/// The number of a unit as its address has it: `pasal-12a~2` is 12, a, second of its number.
struct UnitNumber: Hashable, Sendable {
  /// 1 for the first: `a` is 1, `aa` is 27, `iv` of an amending article is 4.
  var value: Int
  /// The order of the letter after it, 0 for none: 1 for `12a`.
  var suffix: Int
  /// Whether another unit of that number stands before it.
  var isRepeated: Bool
  var isRoman: Bool

  /// Reads the last step of an address; nil where it holds no number.
  init?(address: String, kind: UnitKind) {
    let bytes = Array(address.utf8)
    let begin = (bytes.lastIndex(of: 0x2F) ?? -1) + 1
    guard let dash = bytes[begin...].firstIndex(of: 0x2D) else { return nil }
    let end = bytes[dash...].firstIndex(of: 0x7E) ?? bytes.count
    self.init(Array(bytes[(dash + 1)..<end]), kind: kind, isRepeated: end < bytes.count)
  }

  /// Reads a number as a citation or an address has it.
  init?(_ number: [UInt8], kind: UnitKind, isRepeated: Bool = false) {
    guard let first = number.first, number.count <= 9 else { return nil }
    self.isRepeated = isRepeated
    isRoman = false
    suffix = 0
    if SourceText.isDigit(first) {
      let digits = number.prefix(while: SourceText.isDigit)
      guard let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      self.value = value
      if let letter = number.dropFirst(digits.count).first {
        guard SourceText.isLetter(letter) else { return nil }
        suffix = Int(letter | 0x20) - 0x60
      }
      return
    }
    let text = SourceText(bytes: number)
    if kind == .pasal {
      let upper = SourceText(bytes: number.map { SourceText.isLower($0) ? $0 & 0xDF : $0 })
      guard let roman = NumberReader.romanValue(upper, 0..<number.count) else { return nil }
      value = roman
      isRoman = true
      return
    }
    guard let order = NumberReader.letterOrder(text, 0..<number.count), order > 0 else {
      return nil
    }
    value = order
  }

  static func < (left: UnitNumber, right: UnitNumber) -> Bool {
    (left.value, left.suffix) < (right.value, right.suffix)
  }

  /// Whether it is the number after `previous`: 12 after 11, 12A after 12, 13 after 12B.
  func follows(_ previous: UnitNumber) -> Bool {
    if value == previous.value { return suffix == previous.suffix + 1 }
    return value == previous.value + 1 && suffix == 0
  }
}
