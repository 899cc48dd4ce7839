/// A moment in time, to the second, in UTC.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int

  /// Makes a moment from seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int) { self.seconds = seconds }

  /// The order of their values.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// The day it falls on at an offset from UTC.
  public func date(offsetMinutes: Int = 0) -> CalendarDate {
    let (offset, isHuge) = offsetMinutes.multipliedReportingOverflow(by: 60)
    let (shifted, overflow) = seconds.addingReportingOverflow(isHuge ? 0 : offset)
    return CalendarDate(daysSinceEpoch: Self.floorDivide(overflow ? seconds : shifted, 86_400))
  }

  /// ISO 8601 in UTC: `2025-10-17T08:30:00Z`.
  public var iso8601: String {
    let rest = seconds % 86_400
    let second = rest < 0 ? rest + 86_400 : rest
    let clock = [second / 3600, second / 60 % 60, second % 60].map(CalendarDate.twoDigits)
    return "\(date().iso8601)T\(clock.joined(separator: ":"))Z"
  }

  /// Reads `2025-10-17T08:30:00Z`, also with an offset such as `+07:00`.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let date = CalendarDate(iso8601: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = Self.number(bytes[11..<13]), hour < 24,
      let minute = Self.number(bytes[14..<16]), minute < 60,
      let second = Self.number(bytes[17..<19]), second < 61,
      let offset = Self.offset(bytes[19...])
    else { return nil }
    seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), bytes.count == 6,
      bytes[bytes.startIndex + 3] == UInt8(ascii: ":"),
      let hour = number(bytes[bytes.startIndex + 1..<bytes.startIndex + 3]),
      let minute = number(bytes[bytes.startIndex + 4..<bytes.startIndex + 6])
    else { return nil }
    return (first == UInt8(ascii: "-") ? -1 : 1) * (hour * 60 + minute)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}

extension Timestamp: CodedAsText {
  /// Reads it from its form in JSON.
  public init?(coded text: String) { self.init(iso8601: text) }
  /// The text in JSON and YAML.
  public var coded: String { iso8601 }
}
