import LegalText
import Testing

private func plan(_ text: String) -> RenumberPlan {
  Renumbering.plan(for: LegalParser.parse(text))
}

private func renumbered(_ text: String) -> String {
  String(decoding: plan(text).applied(), as: UTF8.self)
}

@Suite("Renumbering")
struct RenumberingTests {
  @Test("the sample drafts need none", arguments: SampleDrafts.paths)
  func samples(_ path: String) {
    let source = SampleDrafts.bytes(path)
    let plan = Renumbering.plan(for: LegalParser.parse(source))
    #expect(plan.isEmpty && plan.warnings.isEmpty)
    #expect(plan.applied() == source)
  }

  @Test("an inserted article becomes a whole number, references and notes follow")
  func inserted() {
    let text = """
      Pasal 1
      Lihat Pasal 2 sampai dengan Pasal 3 dan Pasal 1A.

      Pasal 1A
      Baru.

      Pasal 2
      (1) Satu.
      (2) Menurut ayat (1) dan Pasal 3 huruf a.

      Pasal 3
      Untuk Pasal 2 Undang-Undang Nomor 5 Tahun 2000:
      a. satu; dan
      b. dua.

      PENJELASAN

      I. UMUM
      Umum.

      II. PASAL DEMI PASAL

      Pasal 1
      Cukup jelas.

      Pasal 1A
      Cukup jelas.

      Pasal 2
      Cukup jelas.

      Pasal 3
      Cukup jelas.

      """
    #expect(
      renumbered(text) == """
        Pasal 1
        Lihat Pasal 3 sampai dengan Pasal 4 dan Pasal 2.

        Pasal 2
        Baru.

        Pasal 3
        (1) Satu.
        (2) Menurut ayat (1) dan Pasal 4 huruf a.

        Pasal 4
        Untuk Pasal 2 Undang-Undang Nomor 5 Tahun 2000:
        a. satu; dan
        b. dua.

        PENJELASAN

        I. UMUM
        Umum.

        II. PASAL DEMI PASAL

        Pasal 1
        Cukup jelas.

        Pasal 2
        Cukup jelas.

        Pasal 3
        Cukup jelas.

        Pasal 4
        Cukup jelas.

        """)
  }

  @Test("gaps in ayat, lists and definitions close at every level")
  func levels() {
    let text = """
      BAB I
      KETENTUAN UMUM

      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan:
      1. Daerah adalah kota.
      3. Wali Kota adalah kepala.

      BAB III
      ISI

      Bagian Kedua
      Umum

      Pasal 2
      (1) Wali Kota sebagaimana dimaksud dalam Pasal 1 angka 3 wajib:
        a. satu:
          1) dua; dan
          3) tiga; dan
        c. empat.
      (3) Hal pada ayat (1) huruf c dan ayat (3) menurut BAB III.

      """
    #expect(
      renumbered(text) == """
        BAB I
        KETENTUAN UMUM

        Pasal 1
        Dalam Peraturan ini yang dimaksud dengan:
        1. Daerah adalah kota.
        2. Wali Kota adalah kepala.

        BAB II
        ISI

        Bagian Kesatu
        Umum

        Pasal 2
        (1) Wali Kota sebagaimana dimaksud dalam Pasal 1 angka 2 wajib:
          a. satu:
            1) dua; dan
            2) tiga; dan
          b. empat.
        (2) Hal pada ayat (1) huruf b dan ayat (2) menurut BAB II.

        """)
  }

  @Test("an amendment renumbers its instructions and nothing that it quotes")
  func amendment() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:

        Pasal 5
        (1) Satu.
        (1a) Menurut Pasal 7A.
      1a. Di antara Pasal 7 dan Pasal 8 disisipkan 1 (satu) pasal, yakni Pasal 7A sehingga berbunyi:

        Pasal 7A
        Isi menurut Pasal 5 ayat (1a).

      Pasal II
      Peraturan ini berlaku.

      """
    #expect(
      renumbered(text) == text.replacingLast("1a. Di antara", with: "2. Di antara"))
  }

  @Test("what cannot be decided is said")
  func warnings() {
    let removed = plan("Pasal 1\nLihat Pasal 2.\n\nPasal 3\nIsi.\n")
    #expect(removed.warnings.map(\.reason) == [.danglingReference])
    #expect(removed.warnings.map(\.text) == ["Pasal 2"])
    let twice = plan("Pasal 1\nLihat Pasal 2.\n\nPasal 2\nSatu.\n\nPasal 2\nDua.\n")
    #expect(twice.warnings.map(\.reason) == [.ambiguousReference])
    #expect(twice.changes.map(\.newMark) == ["Pasal 3"])
    let inOrder = plan("Pasal 1\nLihat Pasal 9.\n\nPasal 2\nIsi.\n")
    #expect(inOrder.isEmpty && inOrder.warnings.isEmpty)
  }

  @Test("letters after z, in the way that the list has")
  func letters() {
    var items = (0..<26).map { "\(Character(Unicode.Scalar(UInt8(0x61 + $0)))). hal;" }
    items += ["aa. hal;", "cc. hal."]
    let text = "Pasal 1\nUntuk:\n" + items.joined(separator: "\n") + "\n"
    #expect(renumbered(text).hasSuffix("aa. hal;\nbb. hal.\n"))
  }

  @Test("an article taken out, put in or moved leaves its text in order", arguments: 0..<6)
  func articles(_ seed: Int) {
    for path in SampleDrafts.paths where !path.contains("rtrw") {
      var lines = String(decoding: SampleDrafts.bytes(path), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let body = articleRanges(lines)
      let from = 2 + (seed * 7) % (body.count - 12)
      switch seed % 3 {
      case 0:
        lines.removeSubrange(body[from])
      case 1:
        let number = from + 1
        lines.insert(
          contentsOf: ["Pasal \(number)A", "Baru menurut Pasal \(number).", ""],
          at: body[from].upperBound)
      default:
        let moved = Array(lines[body[from]])
        let target = body[min(from + 4, body.count - 1)].upperBound
        lines.insert(contentsOf: moved, at: target)
        lines.removeSubrange(body[from])
      }
      check(lines.joined(separator: "\n"), path)
    }
  }

  /// The lines of each article of the body that another article follows without a chapter between.
  private func articleRanges(_ lines: [String]) -> [Range<Int>] {
    let end = lines.firstIndex { $0.hasPrefix("Agar setiap orang") } ?? lines.count
    let heads = lines.indices.filter {
      $0 < end
        && (lines[$0].hasPrefix("Pasal ") || lines[$0].hasPrefix("BAB ")
          || lines[$0].hasPrefix("Bagian ") || lines[$0].hasPrefix("Paragraf "))
        && $0 > 0
        && lines[$0 - 1].isEmpty
    }
    return zip(heads, heads.dropFirst() + [end]).map { $0..<$1 }
      .filter { lines[$0.lowerBound].hasPrefix("Pasal ") }
  }

  /// Applies the plan and compares what every reference means before and after.
  private func check(_ text: String, _ path: String) {
    let before = LegalParser.parse(text)
    let plan = Renumbering.plan(for: before)
    let after = LegalParser.parse(plan.applied())
    let numbers = after.diagnostics.filter { $0.code.hasPrefix("number.") }
    // Notes stay in the order that they have.
    let body = after.units.first { $0.kind == .penjelasan }?.range.lowerBound ?? Int.max
    #expect(numbers.filter { $0.range.lowerBound < body } == [], "\(path)")
    #expect(before.units.count == after.units.count, "\(path)")
    #expect(before.units.map(\.kind) == after.units.map(\.kind), "\(path)")
    let (old, new) = (
      ReferenceScanner.references(in: before), ReferenceScanner.references(in: after)
    )
    #expect(old.count == new.count, "\(path)")
    let doubtful = Set(plan.warnings.map(\.range.lowerBound))
    for (left, right) in zip(old, new) where left.target != nil {
      if doubtful.contains(left.range.lowerBound) { continue }
      #expect(left.target == right.target, "\(path): \(left.printed(in: before))")
    }
    #expect(Renumbering.plan(for: after).isEmpty, "\(path)")
  }

  @Test("any bytes give a plan that can be applied", arguments: 0..<10)
  func anyText(_ seed: Int) {
    let pieces = [
      "Pasal 1\n", "Pasal 3\n", "Pasal 3A\n", "Pasal I\n", "BAB II\nISI\n", "(1) ", "(3) ", "a. ",
      "c. ", "zz. ", "1. ", "3. ", ":\n", ";\n", ".\n", "Pasal 3 ayat (1) huruf c ", "PENJELASAN\n",
      "II. PASAL DEMI PASAL\n", "Ayat (1)\n", "Huruf a\n", "Bagian Ketiga\n", "ii. ",
      "Pasal 1 sampai dengan Pasal 3 ", "diubah sebagai berikut:\n", "Pasal 99999999999\n", "\n",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<50 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      let plan = plan(text)
      let result = plan.applied()
      #expect(plan.isEmpty == (result == Array(text.utf8)))
    }
  }
}

extension String {
  fileprivate func replacingLast(_ old: String, with new: String) -> String {
    var pieces = self.split(separator: old, omittingEmptySubsequences: false).map(String.init)
    guard let last = pieces.popLast() else { return self }
    return pieces.joined(separator: old) + new + last
  }
}
