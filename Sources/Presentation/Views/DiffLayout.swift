/// How a difference is laid out at a width.
struct DiffLayout {
  /// The columns of headings and of the text below them, without the rail.
  let width: Int
  /// The columns of each of two panes; nil where both texts stand in one.
  let pane: Int?
  /// The column at which comments stand beside the text; nil where they stand below it.
  let rail: Int?

  /// The columns of the rail.
  static let railWidth = 28
  /// The columns between the panes.
  private static let ruleWidth = 3
  private static let railGap = 3

  /// - Parameter hasComments: whether there is anything to stand in a rail.
  init(columns: Int, hasComments: Bool) {
    guard columns >= 120 else {
      width = min(columns, 100)
      pane = nil
      rail = nil
      return
    }
    let hasRail = columns >= 160 && hasComments
    let room = columns - (hasRail ? Self.railWidth + Self.railGap : 0)
    // Lines longer than 84 columns tire the eye.
    let pane = min(84, (room - Self.ruleWidth) / 2)
    self.pane = pane
    width = pane * 2 + Self.ruleWidth
    rail = hasRail ? width + Self.railGap : nil
  }
}
