import DraftDiff
import LegalText
import ReviewModel
import TestSupport
import Testing

@testable import Presentation

@Suite("Words in two languages") struct MessageTests {
  /// One of every kind; `count` below fails to compile when a kind is missing.
  static let failures: [Failure] = [
    .notARepository(path: "X"), .notAWorkbench(path: "X"), .alreadyAWorkbench(path: "X"),
    .bareRepository(path: "X"), .detachedHead, .repositoryBusy(state: "merge"),
    .readOnly(path: "X"), .locked(path: "X"), .userNameMissing,
    .git(call: "X", code: 3, message: "X"), .draftKeyInvalid("X"),
    .draftNotFound(key: "X", existing: []), .draftNotFound(key: "X", existing: ["Y", "Z"]),
    .draftExists("X"), .draftInfoUnreadable(path: "X", reason: "X"), .addressNotUnderstood("X"),
    .revisionNotFound(draft: "X", asked: "9", latest: 3),
    .revisionAmbiguous(draft: "X", prefix: "1", candidates: ["2", "3", "4"]),
    .noRevisionYet(draft: "X"), .rangeOfTwoDrafts("X", "Y"), .noText(draft: "X", path: "Y"),
    .unsavedChanges(draft: "X"), .messageEmpty, .fileNotFound(path: "X"), .notAFile(path: "X"),
    .notAFolder(path: "X"), .fileUnreadable(path: "X", reason: "Y"), .textEmpty(path: "X"),
    .textHasNUL(path: "X", offset: 4), .textNotUTF8(path: "X", offset: 1203),
    .seedUnreadable(path: "X", reason: "Y"), .registerUnreadable(path: "X", reason: "Y"),
    .unitNotUnderstood("X"),
    .unitNotFound(asked: "pasal-9", text: "X", parent: nil, present: []),
    .unitNotFound(asked: "pasal-9/ayat-4", text: "X", parent: "pasal-9", present: []),
    .unitNotFound(
      asked: "pasal-9/ayat-4", text: "X", parent: "pasal-9", present: ["pasal-9/ayat-1"]),
    .unitNotFound(asked: "pasal-9", text: "X", parent: nil, present: ["pasal-1", "pasal-8"]),
    .quoteNotFound(quote: "X", unit: "pasal-9"), .commentNotFound("X"),
    .commentAmbiguous(prefix: "1", candidates: ["2", "3"]), .commentPrefixTooShort("X"),
    .commentTooLarge(bytes: 1_048_577, limit: 1_048_576), .dateInvalid("X"),
    .statusInvalid("X", known: ["open"]), .importEmpty(path: "X"),
    .importNoTextColumn(path: "X", columns: ["Y"]), .importQuoteOpen(path: "X", line: 1234),
    .noCommonBase("X", "Y"), .mergeElsewhere(draft: "X"),
    .textHasConflicts(draft: "X", unit: "pasal-9", line: 12),
    .textHasConflicts(draft: "X", unit: "", line: 12),
    .logNewer(ref: "X", version: "9"), .logDamaged(ref: "X", reason: "Y"),
  ]

  private let indonesian = Language.indonesian.messages
  private let english = Language.english.messages

  @Test("every kind of failure is among the examples")
  func complete() {
    let codes = Set(Self.failures.map(\.code))
    // Grows with `Failure`: a new kind must be given an example here.
    #expect(codes.count == 48)
    for code in codes { #expect(code.contains(".")) }
  }

  @Test("every failure has words of its own in both languages", arguments: failures)
  func haveWords(_ failure: Failure) {
    for messages in [indonesian, english] {
      let text = messages.text(failure)
      #expect(!text.what.isEmpty)
      #expect(!text.what.contains("\n"))
      #expect(!text.what.contains(failure.code), "no words: \(text.what)")
      let fault = messages.internalFault("").what
      #expect(!text.what.hasPrefix(fault.prefix(20)))
      #expect(text.what.first?.isLowercase != true, "\(text.what)")
      if let advice = text.advice { #expect(!advice.isEmpty) }
    }
    #expect(indonesian.text(failure) != english.text(failure))
  }

  /// Words that one language has and the other has not; commands and legal labels aside.
  private static let englishWords: Set<String> = [
    "the", "is", "not", "and", "of", "to", "a", "an", "with", "has", "there", "no", "file",
    "folder", "draft", "revision", "comment", "text", "already", "save", "write", "or", "empty",
    "repository", "branch", "was", "were", "it", "its", "this", "that", "nothing", "cannot", "be",
    "list", "only", "rows", "unit", "answered", "changes", "words", "date", "at", "in",
  ]
  private static let indonesianWords: Set<String> = [
    "dan", "yang", "tidak", "bukan", "berkas", "naskah", "revisi", "masukan", "teks", "sudah",
    "belum", "untuk", "dengan", "pada", "di", "ke", "dari", "ini", "itu", "ada", "atau", "kosong",
    "simpan", "tulis", "repositori", "cabang", "dulu", "lalu", "hanya", "baris", "contohnya",
    "tanggal", "dapat", "perubahan", "kata", "dijawab", "berubah", "bagian", "kini",
  ]

  /// The words of a sentence without what stands after a command's name or in quotes.
  private func words(_ text: String) -> Set<String> {
    var kept = text
    for start in ["git ", "naskah ", "-m ", "--"] {
      while let range = kept.range(ofCommand: start) { kept.removeSubrange(range) }
    }
    let values: [Regex<Substring>] = [
      /"[^"]*"/, /user\.[a-z]+/, /@\S+/, /a–[zf]/, /: open.*/, /: text.*/,
    ]
    for value in values {
      kept = kept.replacing(value, with: "")
    }
    return Set(
      kept.lowercased().split { !$0.isLetter }.map(String.init))
  }

  private func check(_ indonesianText: String, _ englishText: String) {
    let wrong = words(indonesianText).intersection(Self.englishWords).subtracting(["folder"])
    #expect(wrong.isEmpty, "\(indonesianText)")
    // The program bears the Indonesian name of a draft.
    let other = words(englishText).intersection(Self.indonesianWords).subtracting(["naskah"])
    #expect(other.isEmpty, "\(englishText)")
  }

  @Test("no English in Indonesian failures, and the reverse", arguments: failures)
  func languages(_ failure: Failure) {
    check(indonesian.text(failure).what, english.text(failure).what)
    check(indonesian.text(failure).advice ?? "", english.text(failure).advice ?? "")
  }

  /// All that views say, by name.
  private func words(of messages: any Messages) throws -> [String] {
    let key = try #require(DraftKey("k"))
    var all = [
      messages.workingText, messages.unsavedChanges, messages.noRevision, messages.noRevisionYet,
      messages.noDraftYet, messages.lastRevision, messages.contents, messages.inputs,
      messages.places, messages.text, messages.unheard, messages.route, messages.stage,
      messages.amends, messages.wholeDraft, messages.nameKept, messages.textMissing,
      messages.noComment, messages.attention, messages.coarseWords,
      messages.noDifference, messages.abandoned(), messages.rejectedLineColumn,
      messages.rejectedReasonColumn, messages.skippedUnknownRefs(3),
      messages.replied("1"), messages.commented("1", place: "X"),
      messages.commentedOnWorkingText("X"), messages.importing(1, of: 2),
      messages.nothingToCommit([]), messages.noUnsavedChanges([key]),
      messages.alreadyRestored(key, revision: 2), messages.wordsChanged(inserted: 3, deleted: 2),
      messages.staleReference(in: "X", to: "Y", now: "Z"),
      messages.danglingReference(in: "X", to: "Y"), messages.figureDisagrees(in: "X", "Y"),
      messages.movedFrom("X"), messages.movedTo("X"),
      messages.renumberedFolded(pasal: 3, others: 2, references: 9), messages.detached(2),
      messages.sameText(2), messages.placeNote("X"), messages.nowAt("X"),
      messages.detachedFrom(nil), messages.detachedFrom("X"), messages.resolves(2),
      messages.commentCounts(CommentCounts(total: 3, open: 1)),
      messages.commentCounts(CommentCounts(total: 3, open: 0)),
      messages.commentCounts(CommentCounts()),
      messages.statusHead(drafts: 2, comments: CommentCounts(total: 3, open: 1)),
      messages.draftKind(.new), messages.draftKind(.amendment), messages.initiatedBy("X"),
      messages.draftTitle("X"), messages.comments(2), messages.answer("X", "Y"),
      messages.initialised("X", drafts: 2, revisions: 3), messages.draftAdded(key, path: "X"),
    ]
    all += CommentThread.Status.allCases.map { messages.status($0) }
    all += Placement.State.allCases.map { messages.state($0) }
    all += ChangeKind.allCases.map { messages.changeClass($0) }
    all += messages.template(place: "X", words: "")
    let reasons: [ImportReport.Rejection.Reason] = [
      .textEmpty, .textTooLong(bytes: 2), .dateInvalid("X"), .columns(found: 1, expected: 2),
      .draftUnknown("X"), .revisionUnknown("X"), .notUTF8,
    ]
    all += reasons.map { messages.rejection($0) }
    all += messages.imported(
      ImportReport(
        rows: 3, imported: 1, present: 1, rejected: [.init(line: 2, reason: .textEmpty)],
        rejectFile: "X", unplaced: 1))
    return all
  }

  @Test("what views say is in one language only")
  func views() throws {
    let (indonesian, english) = (try words(of: indonesian), try words(of: english))
    #expect(indonesian.count == english.count)
    for (one, other) in zip(indonesian, english) { check(one, other) }
  }

  @Test("help explains everything in both languages")
  func help() {
    for messages in [indonesian, english] {
      for topic in HelpTopic.allCases { #expect(!messages.abstract(topic).isEmpty, "\(topic)") }
      for option in HelpOption.allCases { #expect(!messages.option(option).isEmpty, "\(option)") }
      for value in HelpValue.allCases { #expect(!messages.value(value).isEmpty, "\(value)") }
    }
    for topic in HelpTopic.allCases {
      check(indonesian.abstract(topic), english.abstract(topic))
    }
    for option in HelpOption.allCases {
      check(indonesian.option(option), english.option(option))
    }
  }

  @Test("dates and numbers")
  func numbers() throws {
    let date = try #require(CalendarDate(year: 2025, month: 10, day: 7))
    #expect(indonesian.date(date) == "7 Okt 2025")
    #expect(english.date(date) == "7 Oct 2025")
    let months = try (1...12).map { month in
      indonesian.date(try #require(CalendarDate(year: 2025, month: month, day: 1)))
    }
    #expect(Set(months).count == 12)
    #expect(months[7] == "1 Agu 2025")
    for (value, text) in [
      (0, "0"), (999, "999"), (1000, "1.000"), (-1000, "-1.000"), (1_234_567, "1.234.567"),
      (-12, "-12"), (Int.min, "-9.223.372.036.854.775.808"),
    ] {
      #expect(indonesian.number(value) == text)
      #expect(english.number(value) == text.replacing(".", with: ","))
    }
  }

  @Test("lists name each item, long ones how many are left")
  func lists() {
    func joined(_ count: Int) -> String {
      Listing.joined((1...count).map { "\($0)" }, and: "dan", more: { "dan \($0) lagi" })
    }
    #expect(joined(1) == "1")
    #expect(joined(2) == "1 dan 2")
    #expect(joined(3) == "1, 2, dan 3")
    #expect(joined(20) == "1, 2, 3, 4, 5, 6, 7, 8, dan 12 lagi")
    #expect(Listing.joined([], and: "dan", more: { "\($0)" }) == "")
  }
}

extension String {
  /// From a command's or option's name to the end of the sentence or clause.
  fileprivate func range(ofCommand start: String) -> Range<Index>? {
    guard let found = firstRange(of: start),
      found.lowerBound == startIndex || !self[index(before: found.lowerBound)].isLetter
    else { return nil }
    guard start == "git " || start == "naskah " else {
      let end = self[found.upperBound...].firstIndex(of: " ") ?? endIndex
      return found.lowerBound..<end
    }
    // Only where a command follows: "naskah" is a word too.
    let rest = self[found.upperBound...]
    let isCommand = [
      "init", "mulai", "draft", "draf", "commit", "simpan", "log", "riwayat",
      "diff", "banding", "comment", "komentar", "outline", "kerangka", "import", "impor",
      "respond", "tanggapi", "-C", "clone", "switch", "status", "config", "fetch", "for-each-ref",
    ].contains { rest.hasPrefix($0) }
    guard isCommand else { return nil }
    let end = rest.firstIndex { $0 == ";" || $0 == "," } ?? endIndex
    return found.lowerBound..<end
  }
}
