import TestSupport
import Testing

@testable import ReviewModel

@Suite("Moments") struct TimestampTests {
  @Test(
    "ISO 8601 with offsets",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2025-10-17T08:30:00Z", 1_760_689_800),
      ("2025-10-17T15:30:00+07:00", 1_760_689_800), ("2025-10-17T03:00:00-05:30", 1_760_689_800),
      ("2016-12-31T23:59:60Z", 1_483_228_800), ("1969-12-31T23:59:59Z", -1),
      ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
  func iso(_ text: String, _ seconds: Int) { #expect(Timestamp(iso8601: text)?.seconds == seconds) }

  @Test(
    "what is no moment",
    arguments: [
      "", "2025-10-17", "2025-10-17T08:30:00", "2025-10-17t08:30:00Z", "2025-10-17T24:00:00Z",
      "2025-10-17T08:60:00Z", "2025-10-17T08:30:61Z", "2025-02-30T08:30:00Z",
      "2025-10-17T08:30:00+7:00", "2025-10-17T08:30:00+0700", "2025-10-17T08:30:00Zulu",
      "2025-10-17T08:30:0oZ", "2025-10-17T-8:30:00Z", "2025-10-17T08-30-00Z",
    ])
  func notIso(_ text: String) { #expect(Timestamp(iso8601: text) == nil) }

  @Test("moments come back from their text, over all years")
  func roundTrip() {
    var random = SeededRandom(3)
    for _ in 0..<20_000 {
      let time = Timestamp(seconds: random.below(315_537_897_599) - 62_135_596_800)
      #expect(Timestamp(iso8601: time.iso8601) == time)
    }
  }

  @Test("hostile numbers and texts end in a value or in none")
  func hostile() {
    for seconds in [Int.min, Int.min + 1, Int.max, Int.max - 1, 1 << 62] {
      for offset in [0, 840, -840, Int(Int32.max), Int.max, Int.min] {
        let date = Timestamp(seconds: seconds).date(offsetMinutes: offset)
        #expect((1...9999).contains(date.year))
      }
      #expect(Timestamp(seconds: seconds).iso8601.utf8.count == 20)
    }
    var random = SeededRandom(4)
    let alphabet = Array("0123456789-:TZ+ ٣é".unicodeScalars)
    for _ in 0..<20_000 {
      var text = Array("2025-10-17T08:30:00+07:00".unicodeScalars)
      for _ in 0...random.below(4) { text[random.below(text.count)] = random.pick(alphabet) }
      text.removeLast(random.below(text.count))
      let string = String(String.UnicodeScalarView(text))
      if let time = Timestamp(iso8601: string) {
        #expect(Timestamp(iso8601: time.iso8601) == time, "\(string)")
      }
      _ = CalendarDate(written: string)
    }
  }

  @Test("the day depends on the offset")
  func days() {
    let time = Timestamp(seconds: 1_760_689_800 + 11 * 3600)
    #expect(time.date().iso8601 == "2025-10-17")
    #expect(time.date(offsetMinutes: 420).iso8601 == "2025-10-18")
    #expect(Timestamp(seconds: -1).date().iso8601 == "1969-12-31")
  }
}
