import Testing

@testable import ReviewModel

@Suite("Days of the calendar") struct CalendarDateTests {
  @Test(
    "days as people write them",
    arguments: [
      "2025-09-26", "26/09/2025", "26-9-25", "26.9.2025", "26 September 2025", "26 Sep 2025",
      "26 sept 2025", " 26 SEPTEMBER 2025 ", "26, September, 2025", "2025/9/26",
    ])
  func written(_ text: String) {
    #expect(CalendarDate(written: text) == CalendarDate(year: 2025, month: 9, day: 26))
  }

  @Test(
    "names of months in both languages",
    arguments: zip(
      1...12,
      [
        ["Januari", "January", "Jan"], ["Februari", "Pebruari", "February"], ["Maret", "March"],
        ["April", "Apr"], ["Mei", "May"], ["Juni", "June"], ["Juli", "July"],
        ["Agustus", "Agt", "August", "Agu"], ["September", "Sept"], ["Oktober", "October", "Okt"],
        ["November", "Nopember"], ["Desember", "December", "Des"],
      ]))
  func months(_ month: Int, _ names: [String]) {
    for name in names {
      #expect(CalendarDate(written: "7 \(name) 2024")?.month == month, "\(name)")
    }
  }

  @Test(
    "impossible days are none",
    arguments: [
      "31/02/2025", "29/02/2025", "29/02/1900", "31-4-2025", "0/1/2025", "32/1/2025", "1/13/2025",
      "1/0/2025", "2025-02-30", "26/09", "26", "", "besok", "26/09/2025/1", "26/09/20256",
      "1/1/125", "٢٦/٠٩/٢٠٢٥", "26 Septembre 2025", "-1/-1/2025/", "99999999999999999999/1/1",
      "1/1/0000",
    ])
  func impossible(_ text: String) { #expect(CalendarDate(written: text) == nil) }

  @Test("leap years") func leapYears() {
    for (year, length) in [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28)] {
      #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == (length == 29), "\(year)")
    }
  }

  @Test("ISO dates are read exactly")
  func iso() {
    #expect(CalendarDate(iso8601: "2025-09-26")?.iso8601 == "2025-09-26")
    #expect(CalendarDate(iso8601: "0007-01-02")?.iso8601 == "0007-01-02")
    for text in ["2025-9-26", "2025-09-26 ", "25-09-26", "2025/09/26", "+025-09-26", "2025-09-２6"] {
      #expect(CalendarDate(iso8601: text) == nil, "\(text)")
    }
  }

  @Test("every day of 1900 to 2100 follows the one before and comes back from its number")
  func everyDay() throws {
    let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2100, month: 12, day: 31))
    #expect(first.daysSinceEpoch == -25_567)
    #expect(CalendarDate(daysSinceEpoch: 0).iso8601 == "1970-01-01")
    var expected = (year: 1900, month: 1, day: 1)
    for number in first.daysSinceEpoch...last.daysSinceEpoch {
      let date = CalendarDate(daysSinceEpoch: number)
      guard date.year == expected.year, date.month == expected.month, date.day == expected.day,
        date.daysSinceEpoch == number, CalendarDate(iso8601: date.iso8601) == date,
        CalendarDate(written: "\(date.day)/\(date.month)/\(date.year)") == date
      else {
        Issue.record("\(number): \(date) instead of \(expected)")
        return
      }
      expected.day += 1
      if CalendarDate(year: expected.year, month: expected.month, day: expected.day) == nil {
        expected.day = 1
        expected.month += 1
      }
      if expected.month > 12 { (expected.year, expected.month) = (expected.year + 1, 1) }
    }
  }

  @Test("numbers of days out of all bounds are held within the years 1 to 9999")
  func bounds() {
    #expect(CalendarDate(daysSinceEpoch: .min).iso8601 == "0001-01-01")
    #expect(CalendarDate(daysSinceEpoch: .max).iso8601 == "9999-12-31")
  }
}
