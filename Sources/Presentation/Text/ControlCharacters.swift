/// Characters that could steer a terminal or turn its text around.
public enum ControlCharacters {
  /// The text with every control character made visible (`\x1B`, `\u{202E}`); white space becomes
  /// a space.
  public static func escaped(_ text: String) -> String {
    if isHarmless(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D: result.append(" ")
      case 0x00...0x1F, 0x7F...0x9F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "\\x\(digits.count < 2 ? "0" : "")\(digits)".unicodeScalars)
      case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFB, 0xE0000...0xE007F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a text holds no control character for sure, as most texts do: it has no byte and no
  /// first byte of one.
  private static func isHarmless(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20...0x7E: break
      // U+0080–U+009F.
      case 0x80...0x9F where before == 0xC2: return false
      // U+061C, U+2000 and higher, U+F000 and higher, U+E0000 and higher.
      case 0x00...0x1F, 0x7F, 0xD8, 0xE2, 0xEF, 0xF3: return false
      default: break
      }
      before = byte
    }
    return true
  }
}
