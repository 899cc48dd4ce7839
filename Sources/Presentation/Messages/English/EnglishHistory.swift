import DraftDiff
import ReviewModel

extension English {
  func unitHistory(_ place: String) -> String { "History of \(place)" }
  var notSaved: String { "not saved" }

  func changeName(_ kind: ChangeKind) -> String {
    switch kind {
    case .inserted: "new"
    case .removed: "removed"
    case .edited: "edited"
    case .moved: "moved"
    case .renumbered: "renumbered"
    case .split: "split"
    case .merged: "merged"
    }
  }

  func formerly(_ places: [String]) -> String {
    "formerly " + Listing.joined(places, and: "and", more: { "and \(number($0)) other units" })
  }

  var maybeAnother: String { "perhaps another unit with the same words" }

  func resolves(_ comments: [String]) -> String {
    "answers " + Listing.joined(comments, and: "and", more: { "and \(number($0)) others" })
  }

  func hintUnitDiff(_ draft: DraftKey, from: Int, to: Int, unit: String) -> String {
    "What changed: naskah diff \(draft)@\(from)..\(to) --unit \"\(unit)\""
  }
  func hintUnitLog(_ draft: DraftKey, unit: String) -> String {
    "History of one unit: naskah log \(draft) --unit \"\(unit)\""
  }

  func historyOption(_ option: HelpOption) -> String {
    option == .blameUnit
      ? "Only this unit with all that it holds, such as \"Pasal 5 ayat (2)\"."
      : "Only the history of this unit, through renumberings and moves; KEY@REVISION names the "
        + "text in which the address holds."
  }
}
