import DraftDiff
import LegalText
import ReviewModel
import TestSupport
import Testing

@testable import Presentation

/// What a reader is shown, and what is folded.
@Suite("Reading differences") struct DiffReadingTests {
  /// An act of Pasal that refer to each other.
  private func act(_ count: Int, insertedAt place: Int?) -> String {
    var random = SeededRandom(11)
    let bodies = (0..<count).map { number in
      let words = random.sentence(14)
      // From the inserted Pasal on, numbers are one higher.
      let target = (number * 7) % count + 1
      let shifted = place.map { target > $0 ? target + 1 : target } ?? target
      return "\(words.dropLast()) sebagaimana dimaksud dalam Pasal \(shifted)."
    }
    var pasal = bodies.map { [$0] }
    if let place {
      pasal.insert(
        ["Setiap pengelola wajib menyampaikan laporan tertulis kepada Wali Kota."], at: place)
    }
    return SampleText.regulation(pasal)
  }

  @Test(
    "one Pasal inserted early in 400: 60 lines, 40 words that are not dimmed",
    arguments: [60, 80, 120, 180])
  func insertion(_ width: Int) {
    let report = DiffSample.report(act(400, insertedAt: nil), act(400, insertedAt: 4))
    #expect(report.comparison.summary.inserted == 1)
    #expect(report.comparison.summary.edited == 0)
    let lines = DiffView.lines(report, style: .init(), on: DiffSample.canvas(width))
    #expect(lines.count <= 60)
    let changed = lines.flatMap { line -> [Substring] in
      line.text.hasPrefix("+ ") || line.text.hasPrefix("- ")
        ? line.text.dropFirst(2).split(separator: " ") : []
    }
    #expect(changed.count >= 8 && changed.count <= 40)
    let text = lines.map(\.text).joined(separator: "\n")
    #expect(!text.contains("[-") && !text.contains("{+"))
    #expect(text.contains("396 Pasal") && text.contains("--full"))
    #expect(text.contains("5–400 → 6–401"))
    // Nothing is lost: what is folded can be unfolded.
    let whole = DiffView.lines(report, style: .init(unfolded: true), on: DiffSample.canvas(width))
    #expect(whole.count > 396)
  }

  @Test("beside an amendment what it does not name is folded, what it deletes is not")
  func amendment() {
    let pasal = SampleText.pasal(8, seed: 9)
    let old = SampleText.regulation(pasal)
    let new = """
      PERATURAN DAERAH KOTA SERANG
      NOMOR 2 TAHUN 2026
      TENTANG
      PERUBAHAN ATAS PERATURAN DAERAH NOMOR 1 TAHUN 2025 TENTANG CONTOH

      Pasal I

      Beberapa ketentuan dalam Peraturan Daerah Nomor 1 Tahun 2025 diubah sebagai berikut:

      1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:

      Pasal 2

      \(pasal[1].joined(separator: " ")) Tambahan di belakang.

      2. Ketentuan Pasal 5 dihapus.

      Pasal II

      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.

      """
    let report = DiffSample.report(old, new)
    let text = DiffSample.text(report)
    #expect(text.contains("TETAP") && text.contains(" 6 Pasal dari peraturan yang diubah"))
    #expect(text.contains("HAPUS  Pasal 5"))
    #expect(!text.contains("Pasal 7 "))
    let whole = DiffView.lines(report, style: .init(unfolded: true), on: DiffSample.canvas(80))
      .map(\.text).joined(separator: "\n")
    #expect(!whole.contains("TETAP") && whole.contains("Pasal 7"))
  }

  @Test("where only punctuation changed the summary says so")
  func punctuation() {
    var pasal = SampleText.pasal(5, seed: 3)
    let old = SampleText.regulation(pasal)
    pasal[2][0] = pasal[2][0].replacing(" ", with: ", ", maxReplacements: 1)
    let text = DiffSample.text(DiffSample.report(old, SampleText.regulation(pasal)))
    #expect(text.contains("tanda baca"))
  }

  @Test("a moved Pasal is told of at both ends, in the order of the text")
  func moves() throws {
    var pasal = SampleText.pasal(12, seed: 5)
    let old = SampleText.regulation(pasal)
    pasal.insert(pasal.remove(at: 8), at: 2)
    let text = DiffSample.text(DiffSample.report(old, SampleText.regulation(pasal)))
    let arrival = try #require(text.firstRange(of: "↷ dari Pasal 9"))
    let departure = try #require(text.firstRange(of: "Pasal 9 ↷ ke Pasal 3"))
    #expect(arrival.lowerBound < departure.lowerBound)
    pasal.insert(pasal.remove(at: 2), at: 10)
    let later = DiffSample.text(
      DiffSample.report(
        SampleText.regulation(SampleText.pasal(12, seed: 5)), SampleText.regulation(pasal)))
    let leaves = try #require(later.firstRange(of: "↷ ke Pasal 11"))
    let comes = try #require(later.firstRange(of: "↷ dari Pasal 9"))
    #expect(leaves.lowerBound < comes.lowerBound)
  }

  @Test("brackets in a text cannot be taken for marks")
  func escapes() {
    let pasal = SampleText.pasal(4, seed: 6).map { $0.prefix(1).map(\.self) }
    var changed = pasal
    changed[1][0] = "Isian [-kosong-] dan {+penuh+} serta \\ ⟨lain⟩ " + changed[1][0]
    let text = DiffSample.text(
      DiffSample.report(SampleText.regulation(pasal), SampleText.regulation(changed)), 200)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("\\[-kosong-\\] dan \\{+penuh+\\} serta \\\\ \\⟨lain\\⟩"))
    for (given, shown) in [
      ("a[", "a\\["), ("]b", "\\]b"), ("[x]", "[x]"), ("-]", "-\\]"), ("+}", "+\\}"), ("{", "\\{"),
    ] {
      #expect(PlainMarks.escaped(given) == shown)
    }
  }

  @Test("a Pasal worded anew is shown as two blocks")
  func replaced() {
    var old = SampleText.pasal(6, seed: 7)
    old[3] = ["Ketentuan pertama.", "Pengelola pasar menyediakan tempat sampah di tiap los."]
    var new = old
    new[3][1] = "Pengelola pasar wajib memelihara saluran air, penerangan, dan jalan masuk bersama."
    let text = DiffSample.text(
      DiffSample.report(SampleText.regulation(old), SampleText.regulation(new)), 100)
    #expect(text.contains("\n- (2) " + old[3][1] + "\n+ (2) " + new[3][1] + "\n"))
    let words = [
      WordChange(op: .equal, text: "Setiap "),
      WordChange(op: .delete, text: "satu dua tiga empat lima enam tujuh"),
      WordChange(op: .insert, text: "a b c d e f g"),
    ]
    #expect(WordShare.isReplaced(words))
    #expect(!WordShare.isReplaced(Array(words.prefix(2))))
    #expect(!WordShare.isReplaced([WordChange(op: .equal, text: old[2][0])] + words.suffix(1)))
  }

  @Test("figures: a range of Pasal that moved on together is one range")
  func figures() {
    let old = SampleText.regulation(SampleText.pasal(30, seed: 8))
    var pasal = SampleText.pasal(30, seed: 8)
    pasal.insert(["Sisipan pertama tentang dermaga."], at: 3)
    pasal.insert(["Sisipan kedua tentang mercusuar kota."], at: 20)
    let text = DiffSample.text(DiffSample.report(old, SampleText.regulation(pasal)))
    #expect(text.contains("Pasal 4–19 → 5–20, 20–30 → 22–32"))
  }

  @Test("many new Pasal in a row are one row of the summary, few are a row each")
  func newPasal() {
    let pasal = SampleText.pasal(30, seed: 12)
    func rows(_ count: Int, _ width: Int = 80) -> [String] {
      let new = pasal[..<10] + SampleText.pasal(count, seed: 99) + pasal[10...]
      let report = DiffSample.report(
        SampleText.regulation(pasal), SampleText.regulation(Array(new)))
      let style = DiffView.Style(summaryOnly: true)
      return DiffView.lines(report, style: style, on: DiffSample.canvas(width)).map(\.text)
        .filter { $0.contains("BARU") }
    }
    #expect(rows(3).count == 3)
    let joined = rows(12)
    #expect(joined.count == 1)
    #expect(joined.first?.contains("Pasal 11–22") == true, "\(joined)")
  }

  @Test("filters show what is asked for, and say how much they leave out")
  func filters() throws {
    let report = try DiffFixture.report("pekat", from: 1)
    let moves = DiffSample.text(report, style: .init(filter: .init(only: .moves)))
    #expect(moves.contains("PINDAH") && !moves.contains("BARU"))
    #expect(moves.contains("perubahan lain tidak ditampilkan"))
    let references = DiffSample.text(report, style: .init(filter: .init(only: .references)))
    #expect(references.contains("⟨") && !references.contains("--full"))
    let substance = DiffSample.text(report, style: .init(filter: .init(only: .substance)))
    #expect(substance.contains("BARU") && !substance.contains("NOMOR"))
    // Pasal 15 became Pasal 16: both names find it.
    for address in ["pasal-15", "pasal-16"] {
      let unit = DiffSample.text(report, style: .init(filter: .init(unit: address)))
      #expect(unit.contains("Pasal 15 → 16 ayat (2) huruf b"))
      #expect(!unit.contains("Pasal 8 "))
    }
    let none = DiffFilter(unit: "pasal-999")
    #expect(!none.findsUnit(in: report))
    #expect(DiffSample.text(report, style: .init(filter: none)).contains("tidak ditampilkan"))
  }

  @Test("neighbours are shown where asked for, each once")
  func context() throws {
    let pasal = SampleText.pasal(8, seed: 9).map { [$0[0]] }
    var changed = pasal
    changed[3][0] += " Tambahan."
    let report = DiffSample.report(SampleText.regulation(pasal), SampleText.regulation(changed))
    func shown(_ count: Int) -> [Bool] {
      let words = DiffSample.text(report, 100, style: .init(context: count))
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return pasal.map { words.contains($0[0]) }
    }
    #expect(shown(0).filter(\.self).count == 1)
    #expect(shown(1) == [false, false, true, true, true, false, false, false])
    #expect(shown(2) == [false, true, true, true, true, true, false, false])
    #expect(shown(.max).filter(\.self).count == 8)
  }

  @Test("numbers of comments stand behind the words that they are on")
  func markers() throws {
    let words = [
      WordChange(op: .equal, text: "Setiap orang "), WordChange(op: .delete, text: "wajib melapor"),
      WordChange(op: .insert, text: "dapat mencatat"), WordChange(op: .equal, text: " tiap hari."),
    ]
    func shown(_ quotes: [QuoteMark]) -> String {
      Line(
        DiffWords.inline(DiffWords.pieces(words, quotes: quotes), marked: true)
          .filter { $0 != .softBreak }
      ).text
    }
    #expect(
      shown([QuoteMark(words: "tiap hari", marker: "¹")])
        == "Setiap orang [-wajib melapor-]{+dapat mencatat+} tiap hari¹.")
    #expect(
      shown([QuoteMark(words: "wajib melapor", marker: "²")])
        == "Setiap orang [-wajib melapor-]²{+dapat mencatat+} tiap hari.")
    #expect(
      shown([QuoteMark(words: "orang dapat", marker: "³")])
        == "Setiap orang [-wajib melapor-]{+dapat+}³{+ mencatat+} tiap hari."
        || shown([QuoteMark(words: "orang dapat", marker: "³")]).contains("³"))
    // All of the unit, or words that do not stand there: no number in the text.
    #expect(
      !shown([QuoteMark(words: "Setiap orang dapat mencatat tiap hari.", marker: "¹")]).contains(
        "¹"))
    #expect(!shown([QuoteMark(words: "tiap malam", marker: "¹")]).contains("¹"))
  }

  @Test("threads are folded, or open")
  func threads() throws {
    let report = try DiffLayoutTests.reports()[0]
    let folded = DiffSample.text(report)
    #expect(folded.contains("7f3a7f3 · Akademisi"))
    #expect(!folded.contains("Kewajiban diubah menjadi pencatatan."))
    let open = DiffSample.text(report, style: .init(opensComments: true))
    #expect(open.contains("Jawaban") && open.contains("Kewajiban diubah menjadi pencatatan."))
    #expect(!open.contains("\u{1B}"))
  }

  @Test("links are well formed, whatever they lead to")
  func links() throws {
    var report = try DiffLayoutTests.reports()[0]
    report.new.revision = nil
    var canvas = DiffSample.canvas(100)
    canvas.theme.hasLinks = true
    let style = DiffView.Style(
      links: DiffLinks(
        newFile: "/tmp/a b\u{1B}]8;;x\u{7}é;#/naskah.txt", comment: "https://contoh.id/m/{id}"))
    let text = canvas.theme.rendered(DiffView.lines(report, style: style, on: canvas))
    let targets = text.matches(of: /\u{1B}\]8;;([^\u{1B}\u{7}]*)\u{1B}\\/).map { String($0.1) }
    #expect(text.count { $0 == "\u{1B}" } == targets.count * 2)
    #expect(targets.count % 2 == 0)
    let opened = targets.filter { !$0.isEmpty }
    #expect(opened.count * 2 == targets.count)
    #expect(
      opened.contains {
        $0.hasPrefix("file:///tmp/a%20b%1B%5D8%3B%3Bx%07%C3%A9%3B%23/naskah.txt#L")
      })
    #expect(opened.contains { $0.hasPrefix("https://contoh.id/m/7f3a7f3a") })
    #expect(opened.allSatisfy { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } })
    #expect(LinkTarget("https://contoh.id/" + String(repeating: "a", count: 3000)) == nil)
  }
}

@Suite("Differences for those who listen") struct SpokenDiffTests {
  @Test("sentences as they would be read out", arguments: Language.allCases)
  func sentences(_ language: Language) {
    let pasal = SampleText.pasal(12, seed: 10)
    var old = pasal
    old[11] = [
      "Setiap orang membayar.", "Setiap pengelola wajib mencatat nama tamu yang menginap.",
    ]
    var new = old
    new[11][1] = "Setiap pengelola dapat mencatat nama tamu yang menginap."
    let report = DiffSample.report(SampleText.regulation(old), SampleText.regulation(new))
    let canvas = DiffSample.canvas(120, language)
    let lines = DiffView.lines(report, style: .init(isSpoken: true), on: canvas).map(\.text)
    #expect(
      lines.last
        == (language == .indonesian
          ? "Pasal 12 ayat (2) diubah: 'wajib' menjadi 'dapat'."
          : "Pasal 12 ayat (2) edited: 'wajib' becomes 'dapat'."))
  }

  @Test(
    "no signs that are read out as their names, and every changed word",
    arguments: DiffFixture.pairs)
  func plain(_ draft: String, _ number: Int) throws {
    let report = try DiffFixture.report(draft, from: number)
    let canvas = DiffSample.canvas(80)
    let style = DiffView.Style(unfolded: true, isSpoken: true)
    let text = DiffView.lines(report, style: style, on: canvas).map(\.text).joined(separator: " ")
    for sign in ["→", "│", "↷", "[-", "{+", "⟨", " · "] { #expect(!text.contains(sign)) }
    let spoken = text.filter { !$0.isWhitespace }
    for change in report.comparison.changes {
      for word in change.words where word.op != .equal && change.old != nil && change.new != nil {
        #expect(spoken.contains(word.text.filter { !$0.isWhitespace }), "\(word.text)")
      }
    }
  }
}
