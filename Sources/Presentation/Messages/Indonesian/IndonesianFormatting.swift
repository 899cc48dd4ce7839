import LegalText

extension Indonesian {
  func formatted(_ path: String) -> String { "\(path) dirapikan." }

  func notFormatted(_ path: String) -> String { "\(path) belum rapi." }

  func alreadyFormatted(_ path: String) -> String {
    "\(path) sudah rapi; tidak ada yang diubah."
  }

  func renumbered(_ path: String, marks: Int, references: Int) -> String {
    "\(path) diurutkan: \(number(marks)) nomor dan \(number(references)) rujukan diubah."
  }

  func wouldRenumber(_ path: String, marks: Int, references: Int) -> String {
    "\(path) akan diurutkan: \(number(marks)) nomor dan \(number(references)) rujukan. "
      + "Belum ada yang diubah."
  }

  func alreadyRenumbered(_ path: String) -> String {
    "Nomor dalam \(path) sudah urut; tidak ada yang diubah."
  }

  func renumberWarning(
    _ reason: RenumberPlan.Warning.Reason, place: String, text: String
  ) -> String {
    switch reason {
    case .danglingReference:
      "AWAS \(place): \"\(text)\" tidak menunjuk ketentuan mana pun; perbaiki rujukannya."
    case .ambiguousReference:
      "AWAS \(place): nomor dalam \"\(text)\" ada dua; yang pertama dianggap yang dimaksud."
    case .changedRange:
      "AWAS \(place): rentang yang berakhir pada \"\(text)\" kini mencakup ketentuan lain; periksa."
    case .noteWithoutUnit:
      "AWAS \(place): tidak ada ketentuan yang dijelaskan oleh \"\(text)\"; nomornya tidak diubah."
    }
  }

  var renumberedUnit: String { "NOMOR" }

  var renumberedReference: String { "RUJUKAN" }

  func moreRows(_ count: Int) -> String {
    "… dan \(number(count)) lagi (selengkapnya: --format json)"
  }
}
