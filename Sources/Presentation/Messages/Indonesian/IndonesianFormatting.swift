import LegalText

extension Indonesian {
  public func formatted(_ path: String) -> String { "\(path) dirapikan." }

  public func notFormatted(_ path: String) -> String { "\(path) belum rapi." }

  public func alreadyFormatted(_ path: String) -> String {
    "\(path) sudah rapi; tidak ada yang diubah."
  }

  public func renumbered(_ path: String, marks: Int, references: Int) -> String {
    "\(path) diurutkan: \(number(marks)) nomor dan \(number(references)) rujukan diubah."
  }

  public func wouldRenumber(_ path: String, marks: Int, references: Int) -> String {
    "\(path) akan diurutkan: \(number(marks)) nomor dan \(number(references)) rujukan. "
      + "Belum ada yang diubah."
  }

  public func alreadyRenumbered(_ path: String) -> String {
    "Nomor dalam \(path) sudah urut; tidak ada yang diubah."
  }

  public func renumberWarning(
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

  public var renumberedUnit: String { "NOMOR" }

  public var renumberedReference: String { "RUJUKAN" }

  public func moreRows(_ count: Int) -> String {
    "… dan \(number(count)) lagi (selengkapnya: --format json)"
  }
}
