import LegalText

/// A place as a person writes it in a table: "psl 5 ayat 2 huruf a", "Bab III", "Pasal lima".
enum PlaceText {
  /// The unit that a cell names, nil where it names none of the text.
  static func unit(_ cell: String, in document: LegalDocument) -> Int? {
    for candidate in [cell, plain(cell)] {
      if let index = document.index(ofAddress: candidate) { return index }
      if let address = UnitAddress.parse(candidate),
        case .unit(let index) = document.resolve(address)
      {
        return index
      }
    }
    return nil
  }

  private static let numbers: [String: Int] = [
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
  ]
  /// Words around a place that are no part of it.
  private static let fillers: Set<String> = [
    "pada", "di", "dalam", "tentang", "mengenai", "terkait", "untuk", "usulan", "draf", "raperda",
    "rancangan", "nomor", "no", "ke",
  ]
  private static let spellings = [
    "ps": "pasal", "psl": "pasal", "pas": "pasal", "ayt": "ayat", "ay": "ayat", "hrf": "huruf",
    "hur": "huruf", "bgn": "bagian", "prg": "paragraf", "lamp": "lampiran", "penj": "penjelasan",
  ]

  /// The cell in the words of an address: abbreviations written out, words for numbers in digits,
  /// a number in brackets behind a Pasal as its ayat.
  static func plain(_ cell: String) -> String {
    var words: [String] = []
    for raw in cell.lowercased().split(whereSeparator: { " \t\n\r.,:;/".contains($0) }) {
      for part in split(raw) {
        let word = spellings[part] ?? part
        if fillers.contains(word) { continue }
        if word.hasPrefix("("), words.dropLast().last == "pasal" { words.append("ayat") }
        words.append(word)
      }
    }
    return digits(words).joined(separator: " ")
  }

  /// `ps5(2)a` in its parts.
  private static func split(_ word: Substring) -> [String] {
    var parts: [String] = []
    var current = ""
    var isNumber = false
    for character in word {
      let digit = character.isASCII && character.isNumber
      if character == "(" || (!current.isEmpty && !current.hasPrefix("(") && digit && !isNumber) {
        if !current.isEmpty { parts.append(current) }
        current = ""
      }
      current.append(character)
      isNumber = digit
      if character == ")" {
        parts.append(current)
        current = ""
        isNumber = false
      }
    }
    return current.isEmpty ? parts : parts + [current]
  }

  /// Words for numbers up to 99 in digits.
  private static func digits(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      guard var value = numbers[words[index]] else {
        result.append(words[index])
        index += 1
        continue
      }
      index += 1
      if index < words.count, words[index] == "belas" {
        value += 10
        index += 1
      } else if index < words.count, words[index] == "puluh" {
        value *= 10
        index += 1
        if index < words.count, let unit = numbers[words[index]], unit < 10 {
          value += unit
          index += 1
        }
      }
      result.append(String(value))
    }
    return result
  }
}
