import DraftDiff
import LegalText
import ReviewModel

/// The changes of one Pasal, as they are read.
struct ChangeBlock {
  let groups: DiffGroups
  let layout: DiffLayout
  let canvas: Canvas
  let links: DiffLinkMaker
  private let comments: DiffComments
  private var neighbours: DiffNeighbours

  init(
    _ groups: DiffGroups, style: DiffView.Style, layout: DiffLayout, links: DiffLinkMaker,
    on canvas: Canvas
  ) {
    self.groups = groups
    self.layout = layout
    self.links = links
    var content = canvas
    content.width = min(layout.width, 100)
    self.canvas = content
    comments = DiffComments(canvas: canvas, isOpen: style.opensComments, links: links)
    neighbours = DiffNeighbours(groups.report, count: style.context)
  }

  private var report: DiffReport { groups.report }
  private var words: any Messages { canvas.messages }

  /// The lines of a group: its heading, then what changed, comments at it.
  mutating func lines(_ group: DiffGroups.Group) -> [Line] {
    var number = 0
    var numbered: [[DiffComments.Numbered]] = []
    for item in group.items {
      guard case .change(let index) = item else {
        numbered.append([])
        continue
      }
      let found = (report.comments[index] ?? []).map { comment in
        number += 1
        return DiffComments.Numbered(number: number, comment: comment)
      }
      numbered.append(found)
    }
    if group.changes.isEmpty, let line = departure(of: group) { return [Line()] + line }
    var lines = head(group, numbered.joined().map(\.marker))
    var path = UnitPath(group, in: report)
    for (item, comments) in zip(group.items, numbered) {
      switch item {
      case .departure(let index):
        lines += Wrapping.wrapped(
          [Span(left(index), .moved)], width: canvas.textWidth, first: "  ", indent: 4)
      case .change(let index):
        lines += self.lines(groups.change(index), at: &path, comments)
      }
    }
    let isQuiet =
      lines.count == 1
      && group.changes.allSatisfy {
        groups.change($0).kinds == [.renumbered]
      }
    return isQuiet ? lines : [Line()] + lines
  }

  // MARK: Headings

  /// The label at the left, what happened and the numbers of the comments at the right.
  private func head(_ group: DiffGroups.Group, _ markers: [String]) -> [Line] {
    let classes = groups.classes(group)
    // Where nothing but a reference went wrong, that is what happened.
    let isWarned =
      classes.isEmpty
      && group.changes.contains { index in
        !DiffWarnings.sentences(groups.change(index), of: report, words).isEmpty
      }
    let mark = isWarned ? words.attention : DiffSummary.classWords(classes, words)
    let role: Role = isWarned ? .warning : DiffSummary.role(classes.first)
    let tail = markers.isEmpty ? "" : markers.prefix(12).joined(separator: " ")
    let room = DisplayWidth.of(mark) + (tail.isEmpty ? 0 : DisplayWidth.of(tail) + 1)
    var lines = Wrapping.wrapped(
      [Span(groups.label(group, words), .heading, link: links.target(group.holder))],
      width: max(layout.width - room - 2, 20), indent: 2)
    let gap = layout.width - lines[0].width - room
    guard gap >= 2 || lines[0].width + 2 + room <= layout.width else {
      return lines + [Line([Span("  "), Span(mark, role)])]
    }
    lines[0].spans += [
      Span(.spaces(gap)), Span(mark, role),
    ]
    if !tail.isEmpty { lines[0].spans.append(Span(" " + tail, .name)) }
    return lines
  }

  /// `Pasal 29  ↷ ke Pasal 12`, where a Pasal stood.
  private func departure(of group: DiffGroups.Group) -> [Line]? {
    guard case .departure(let index)? = group.items.first, group.items.count == 1 else {
      return nil
    }
    let change = groups.change(index)
    let to = UnitAddress.label(change.new?.address ?? "")
    return Wrapping.wrapped(
      [
        Span(UnitAddress.label(change.old?.address ?? ""), .heading), Span("  "),
        Span(words.movedTo(to), .moved),
      ], width: layout.width, indent: 2)
  }

  /// `ayat (2) ↷ ke Pasal 12 ayat (1)`, within the Pasal that it left.
  private func left(_ index: Int) -> String {
    let change = groups.change(index)
    let from = UnitAddress.label(change.old?.address ?? "")
    return "\(from) \(words.movedTo(UnitAddress.label(change.new?.address ?? "")))"
  }

  // MARK: Changes

  private mutating func lines(
    _ change: Change, at path: inout UnitPath, _ comments: [DiffComments.Numbered]
  ) -> [Line] {
    let place = path.enter(change)
    let painter = ChangePainter(
      report: report, canvas: canvas, pane: layout.pane, depth: place.depth,
      isHeaded: place.isHeaded, isAlone: place.isAlone, quotes: comments.compactMap(\.quote))
    let beside = neighbours.beside(change)
    var lines = place.ancestors.map { painter.elided($0.label, depth: $0.depth) }
    lines += beside.before.flatMap(painter.neighbour)
    lines += painter.lines(change)
    let address = change.new?.address ?? change.old?.address
    if let rail = layout.rail {
      let notes = self.comments.lines(
        comments, at: address, width: DiffLayout.railWidth, indent: 0)
      lines = Panes.noted(lines, notes, at: rail)
    } else if !comments.isEmpty {
      lines +=
        [Line()]
        + self.comments.lines(comments, at: address, width: canvas.textWidth, indent: 2)
      if place.isFollowed { lines.append(Line()) }
    }
    return lines + beside.after.flatMap(painter.neighbour)
  }
}

/// Where one is while reading the changes of a Pasal: which marks stand above.
struct UnitPath {
  /// Where a change stands.
  struct Place {
    /// How far in, counted in lists.
    var depth: Int
    /// Whether the heading names the unit itself, its mark included.
    var isHeaded: Bool
    /// Whether it is all that changed there.
    var isAlone: Bool
    /// The marks of the units that hold it and were not shown yet.
    var ancestors: [(label: String, depth: Int)]
    /// Whether other changes follow.
    var isFollowed: Bool
  }

  private let report: DiffReport
  private let holder: DiffGroups.Holder
  private let isSingle: Bool
  private var left: Int
  private var shown: Set<DiffGroups.Holder> = []

  init(_ group: DiffGroups.Group, in report: DiffReport) {
    self.report = report
    holder = group.holder
    isSingle = group.items.count == 1
    left = group.changes.count
  }

  mutating func enter(_ change: Change) -> Place {
    left -= 1
    let unit: DiffGroups.Holder =
      change.new.map { .new($0.unit) } ?? .old(change.old?.unit ?? 0)
    var place = Place(
      depth: 0, isHeaded: unit == holder, isAlone: isSingle, ancestors: [], isFollowed: left > 0)
    shown.insert(unit)
    guard !isSingle else { return place }
    let document = change.new == nil ? report.old.document : report.new.document
    var chain: [(label: String, depth: Int)] = []
    var start = 0
    switch unit {
    case .new(let index), .old(let index): start = index
    }
    place.depth = ListDepth.of(start, in: document)
    var parent = document.units[start].parent
    while let held = parent, ListDepth.isListed(document.units[held].kind) {
      let key = counterpart(held, isOld: change.new == nil)
      if key == holder { break }
      if shown.insert(key).inserted, !document.units[held].label.isEmpty {
        chain.append((document.units[held].label, ListDepth.of(held, in: document)))
      }
      parent = document.units[held].parent
    }
    place.ancestors = chain.reversed()
    return place
  }

  private func counterpart(_ unit: Int, isOld: Bool) -> DiffGroups.Holder {
    guard isOld else { return .new(unit) }
    return report.comparison.shown.counterpart(ofOld: unit).map { .new($0.new) } ?? .old(unit)
  }
}
