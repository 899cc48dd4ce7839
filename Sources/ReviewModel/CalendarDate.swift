/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Makes a day; nil when there is no such day, as 31 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The order of their values.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// `2025-09-26`.
  public var iso8601: String {
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.count) + digits + "-" + Self.twoDigits(month)
      + "-" + Self.twoDigits(day)
  }

  /// Reads exactly `2025-09-26`.
  public init?(iso8601 text: String) {
    // Read by the million, from the records of the log.
    var value = 0
    var position = 0
    for byte in text.utf8 {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard position < 10, byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      position += 1
    }
    guard position == 10 else { return nil }
    self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// Reads a day as people write it: `2025-09-26`, `26/09/2025`, `26-9-25`, `26.9.2025`,
  /// `26 September 2025`, `26 Sep 2025`; a two-digit year is of this century.
  public init?(written text: String) {
    let parts = text.split { $0 == "/" || $0 == "-" || $0 == "." || $0 == " " || $0 == "," }
    let ends = [text.first { $0 != " " }, text.last { $0 != " " }]
    guard parts.count == 3, ends.allSatisfy({ $0?.isLetter == true || $0?.isNumber == true })
    else { return nil }
    if parts[0].utf8.count == 4 {
      guard let year = Self.number(parts[0]), let month = Self.month(parts[1]),
        let day = Self.number(parts[2])
      else { return nil }
      self.init(year: year, month: month, day: day)
      return
    }
    guard let day = Self.number(parts[0]), let month = Self.month(parts[1]),
      let year = Self.number(parts[2]), parts[2].utf8.count == 2 || parts[2].utf8.count == 4
    else { return nil }
    self.init(year: parts[2].utf8.count == 2 ? 2000 + year : year, month: month, day: day)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Int(text)
  }

  private static let monthNames: [String: Int] = [
    "januari": 1, "jan": 1, "january": 1, "februari": 2, "feb": 2, "february": 2, "pebruari": 2,
    "maret": 3, "mar": 3, "march": 3, "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6,
    "jun": 6, "june": 6, "juli": 7, "jul": 7, "july": 7, "agustus": 8, "agu": 8, "agt": 8,
    "ags": 8, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10,
    "okt": 10, "october": 10, "oct": 10, "november": 11, "nov": 11, "nopember": 11, "nop": 11,
    "desember": 12, "des": 12, "december": 12, "dec": 12,
  ]

  private static func month(_ text: Substring) -> Int? {
    number(text) ?? monthNames[text.lowercased()]
  }

  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  public var daysSinceEpoch: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = Timestamp.floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that many days after 1970-01-01, held within the years 1 to 9999.
  public init(daysSinceEpoch: Int) {
    let days = min(max(daysSinceEpoch, -719_162), 2_932_896) + 719_468
    let era = Timestamp.floorDivide(days, 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}

extension CalendarDate: CodedAsText {
  /// Reads it from its form in JSON.
  public init?(coded text: String) { self.init(iso8601: text) }
  /// The text in JSON and YAML.
  public var coded: String { iso8601 }
}
