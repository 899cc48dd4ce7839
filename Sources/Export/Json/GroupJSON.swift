import ReviewModel

/// Groups of form letters as JSON.
public enum GroupJSON {
  /// `comment groups`: never cut.
  public static func groups(_ report: LetterGroupReport) throws -> JSONText {
    try JSONText(List(groups: report.groups.map(Item.init)))
  }

  private struct List: Encodable {
    let schema = schemaVersion
    let groups: [Item]
  }

  private struct Item: Encodable {
    let group: String
    let draft: String
    let count: Int
    let open: Int
    let members: [Member]
    @OrNull var text: String?

    init(_ group: LetterGroupReport.Group) {
      self.group = group.id.rawValue
      draft = group.draft.description
      count = group.members.count
      open = group.open
      members = group.members.map(Member.init)
      _text = OrNull(wrappedValue: group.text)
    }
  }

  private struct Member: Encodable {
    let id: String
    let status: String
    let sender: [String]
    let date: CalendarDate
    let own: [String]

    init(_ member: LetterGroupReport.Member) {
      id = member.id.rawValue
      status = member.status.rawValue
      sender = member.sender
      date = member.day
      own = member.own
    }
  }
}
