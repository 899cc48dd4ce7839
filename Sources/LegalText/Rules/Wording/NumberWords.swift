/// Numbers as Indonesian words.
enum NumberWords {
  private static let digits = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
  ]

  private static let scales: [(value: Int, name: String, one: String?)] = [
    (1_000_000_000_000, "triliun", nil), (1_000_000_000, "miliar", nil),
    (1_000_000, "juta", nil), (1000, "ribu", "seribu"),
  ]

  /// The words that numbers are made of.
  static let numerals = Set((0..<1000).compactMap(spelled).flatMap { WordHash.words($0) })
    .union(
      ["ribu", "seribu", "juta", "sejuta", "miliar", "milyar", "triliun"].map {
        WordHash.of($0)
      })

  /// `dua puluh lima` for 25; nil beyond the trillions.
  static func spelled(_ value: Int) -> String? {
    guard value >= 0, value < 1_000_000_000_000_000 else { return nil }
    if value < 10 { return digits[value] }
    var parts: [String] = []
    var rest = value
    for scale in scales where rest >= scale.value {
      let count = rest / scale.value
      rest %= scale.value
      if count == 1, let one = scale.one {
        parts.append(one)
      } else {
        parts += hundreds(count) + [scale.name]
      }
    }
    return (parts + hundreds(rest)).joined(separator: " ")
  }

  /// The words of a number below 1,000, none for zero.
  private static func hundreds(_ value: Int) -> [String] {
    var parts: [String] = []
    if value >= 100 {
      parts += value < 200 ? ["seratus"] : [digits[value / 100 % 10], "ratus"]
    }
    let rest = value % 100
    switch rest {
    case 0: break
    case 1..<10: parts.append(digits[rest])
    case 10: parts.append("sepuluh")
    case 11: parts.append("sebelas")
    case 12..<20: parts += [digits[rest - 10], "belas"]
    default:
      parts += [digits[rest / 10], "puluh"]
      if rest % 10 > 0 { parts.append(digits[rest % 10]) }
    }
    return parts
  }
}
