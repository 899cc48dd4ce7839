import Foundation
import LegalText
import ReviewModel
import TestSupport
import Testing

@testable import Presentation

/// Differences between revisions of the sample drafts, as the workbench reports them.
enum DiffFixture {
  /// The pairs of revisions that are shown: draft, and number of the older one.
  static let pairs = [("pekat", 1), ("pekat", 2), ("puk", 1), ("rtrw", 1), ("rtrw", 2)]

  static func report(_ draft: String, from number: Int) throws -> DiffReport {
    let texts = try PackageFolder.revisions(of: draft)
    return DiffReport(
      old: try text(draft, number, texts[number - 1]),
      new: try text(draft, number + 1, texts[number]))
  }

  static func text(_ draft: String, _ number: Int, _ bytes: [UInt8]) throws -> DraftText {
    let key = try #require(DraftKey(draft))
    return DraftText(
      draft: key,
      revision: Revision(
        number: number, commit: String(repeating: "\(number)", count: 40),
        time: Timestamp(seconds: 1_760_000_000 + number * 1_000_000), offsetMinutes: 420,
        author: "D. Lestari", message: "Hasil pembahasan ke-\(number)", resolves: []),
      document: LegalParser.parse(bytes))
  }

  /// A comment with a reply and an answer, at a place.
  static func comment(at address: String) throws -> CommentReport {
    let id = try #require(EventID(rawValue: String(repeating: "7f3a", count: 10)))
    let writer = try #require(WriterID(rawValue: "0123456789abcdef"))
    let added = CommentAdded(
      anchor: Anchor(
        draft: try #require(DraftKey("pekat")), commit: String(repeating: "1", count: 40),
        address: address, quote: Anchor.Quote(exact: "wajib melapor", prefix: "", suffix: "")),
      body: "a", group: "Akademisi", forum: "FKP vol. 3",
      date: CalendarDate(year: 2025, month: 10, day: 12))
    func recorded(_ clock: Int, _ id: EventID, _ payload: Event.Payload) -> RecordedEvent {
      let time = Timestamp(seconds: 1_760_000_000 + clock * 250_000)
      return RecordedEvent(
        id: id, event: Event(clock: clock, time: time, writer: writer, payload: payload))
    }
    let answerID = try #require(EventID(rawValue: String(repeating: "8e4b", count: 10)))
    let thread = try #require(
      CommentThread.folded(
        id: id,
        events: [
          recorded(1, id, .commentAdded(added)),
          recorded(
            2, answerID,
            .commentAnswered(
              CommentAnswered(
                thread: id, disposition: .partial, body: "b", agency: "Bagian Hukum"))),
        ]))
    return CommentReport(
      thread: thread,
      texts: [
        "a": "Kewajiban melapor \u{1B}[31mtiap malam\u{1B}[0m memberatkan usaha kecil.",
        "b": "Kewajiban diubah menjadi pencatatan.",
      ], person: nil, revision: 1,
      placement: Placement(state: .changed, address: address), duplicates: nil)
  }
}

/// Texts kept beside the tests, made anew where `NASKAH_RECORD` is set.
enum Golden {
  static func expect(
    _ text: String, named name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens", isDirectory: true)
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["NASKAH_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard kept != text else { return }
    let pairs = zip(lines(kept), lines(text)).enumerated()
    let difference = pairs.first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs at line \((difference?.offset ?? -1) + 1):
      - \(difference?.element.0 ?? "…")
      + \(difference?.element.1 ?? "…")
      Looked at and right: NASKAH_RECORD=1 swift test --filter PresentationTests
      """, sourceLocation: location)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
