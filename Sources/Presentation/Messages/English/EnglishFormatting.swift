import LegalText

extension English {
  func formatted(_ path: String) -> String { "\(path): laid out." }

  func notFormatted(_ path: String) -> String { "\(path): not in canonical layout." }

  func alreadyFormatted(_ path: String) -> String {
    "\(path): in canonical layout already; nothing changed."
  }

  func renumbered(_ path: String, marks: Int, references: Int) -> String {
    "\(path): \(number(marks)) numbers and \(number(references)) references changed."
  }

  func wouldRenumber(_ path: String, marks: Int, references: Int) -> String {
    "\(path): \(number(marks)) numbers and \(number(references)) references would change. "
      + "Nothing changed yet."
  }

  func alreadyRenumbered(_ path: String) -> String {
    "\(path): all numbers in order; nothing changed."
  }

  func renumberWarning(
    _ reason: RenumberPlan.Warning.Reason, place: String, text: String
  ) -> String {
    switch reason {
    case .danglingReference:
      "NOTE \(place): \"\(text)\" points at no provision; mend the reference."
    case .ambiguousReference:
      "NOTE \(place): the number in \"\(text)\" stands twice; the first is taken as meant."
    case .changedRange:
      "NOTE \(place): the range that ends with \"\(text)\" now covers other provisions; check it."
    case .noteWithoutUnit:
      "NOTE \(place): \"\(text)\" explains no provision; its number stays."
    }
  }

  var renumberedUnit: String { "NUMBER" }

  var renumberedReference: String { "REFERENCE" }

  func moreRows(_ count: Int) -> String {
    "… and \(number(count)) more (all of them: --format json)"
  }
}
