/// Numbers in Roman digits, as those of a BAB or a Lampiran are printed.
public enum RomanNumber {
  /// The capital Roman digits of 1 to 3999; other numbers in Arabic ones.
  public static func text(_ value: Int) -> String {
    guard (1...3999).contains(value) else { return "\(value)" }
    var rest = value
    var result = ""
    for (weight, letters) in digits {
      while rest >= weight {
        result += letters
        rest -= weight
      }
    }
    return result
  }

  private static let digits: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
}
