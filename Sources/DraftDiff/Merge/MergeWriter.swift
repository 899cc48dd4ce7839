import LegalText

/// Writes the merged text from the planned order: words, numbers, white space.
struct MergeWriter {
  private let plan: MergePlan
  private let numbers: MergeNumbers
  private var merge = Merge(
    segments: [], conflicts: [], entries: [], meetings: [], lostTargets: [])
  private var text: [UInt8] = []
  private var previous: Int?
  private var afterConflict = false
  /// Elements that are left to a person.
  private var disputed: Set<Int> = []

  /// What is shown of an element.
  private enum Body {
    case pieces([MergeWords.Piece], mark: Merge.Side)
    case conflict
  }

  init(_ plan: MergePlan) {
    self.plan = plan
    numbers = MergeNumbers(plan)
  }

  /// The result.
  mutating func written() -> Merge {
    var index = 0
    while index < plan.items.count {
      var end = index + 1
      if let clash = plan.items[index].clash {
        while end < plan.items.count, plan.items[end].clash == clash { end += 1 }
        write(plan.items[index..<end], clash)
      } else {
        write(plan.items[index])
      }
      index = end
    }
    text += ending()
    flush()
    var log = MergeLog(plan, numbers)
    log.read(except: disputed)
    merge.entries = log.entries
    merge.meetings = log.meetings
    return merge
  }

  private mutating func flush() {
    if !text.isEmpty { merge.segments.append(.text(text)) }
    text = []
  }

  // MARK: Elements

  private func element(_ identity: Int, _ side: Merge.Side) -> MergeElement? {
    plan.identities.all[identity].place(in: side).map { plan.side(side).elements[$0] }
  }

  private mutating func write(_ item: MergePlan.Item) {
    switch body(item) {
    case .pieces(let pieces, let side):
      text += gap(before: item.identity, after: previous, side)
      for piece in pieces {
        text += numbers.bytes(piece.range, piece.side)
        noteLost(piece, item)
      }
      afterConflict = false
    case .conflict:
      guard let ours = element(item.identity, .ours), let theirs = element(item.identity, .theirs)
      else { return }
      let base = plan.identities.all[item.identity].base
      disputed.insert(item.identity)
      writeConflict(
        .edits, item,
        base: base.map { Array(plan.base.source[plan.base.elements[$0].range]) } ?? [],
        ours: numbers.bytes(ours.range, .ours), theirs: numbers.bytes(theirs.range, .theirs))
    }
    previous = item.identity
  }

  private func body(_ item: MergePlan.Item) -> Body {
    if let only = item.only {
      guard let element = element(item.identity, only) else { return .conflict }
      return .pieces([.init(side: only, range: element.range)], mark: only)
    }
    let known = plan.identities.all[item.identity]
    guard let x = known.ours, let y = known.theirs else {
      let side: Merge.Side = known.ours == nil ? .theirs : .ours
      guard let element = element(item.identity, side) else { return .conflict }
      return .pieces([.init(side: side, range: element.range)], mark: side)
    }
    let (ours, theirs) = (plan.ours.elements[x], plan.theirs.elements[y])
    guard let words = words(known.base, x, y), let mark = mark(known.base, x, y) else {
      return .conflict
    }
    if words.count == 1, let piece = words.first {
      let whole = piece.side == .ours ? ours : theirs
      let isWhole = piece.range == whole.body
      if isWhole, mark == nil || mark == piece.side {
        return .pieces([.init(side: piece.side, range: whole.range)], mark: piece.side)
      }
    }
    let side = mark ?? .ours
    let range = side == .ours ? ours.mark : theirs.mark
    return .pieces([.init(side: side, range: range)] + words, mark: side)
  }

  /// Whose mark is shown, nil within where either will do; nil where both changed its form.
  private func mark(_ base: Int?, _ x: Int, _ y: Int) -> Merge.Side?? {
    let (ours, theirs) = (plan.ours.markForm(x), plan.theirs.markForm(y))
    if ours == theirs { return .some(nil) }
    guard let base else { return nil }
    let before = plan.base.markForm(base)
    if ours == before { return .some(.theirs) }
    return theirs == before ? .some(.ours) : nil
  }

  /// The words of an element that both sides have; nil where their edits touch.
  private func words(_ base: Int?, _ x: Int, _ y: Int) -> [MergeWords.Piece]? {
    let whole = (
      ours: MergeWords.Piece(side: .ours, range: plan.ours.elements[x].body),
      theirs: MergeWords.Piece(side: .theirs, range: plan.theirs.elements[y].body)
    )
    let ours = plan.ours.slice(x)
    let theirs = plan.theirs.slice(y)
    let bytes = (
      ours: plan.ours.source[plan.ours.elements[x].range],
      theirs: plan.theirs.source[plan.theirs.elements[y].range]
    )
    // Where only the layout differs it is the same one whoever asks.
    func either() -> [MergeWords.Piece] {
      [TextOrder.precedes(Array(bytes.theirs), Array(bytes.ours)) ? whole.theirs : whole.ours]
    }
    guard let base else { return ours.keys == theirs.keys ? either() : nil }
    let before = plan.base.slice(base)
    switch (ours.keys == before.keys, theirs.keys == before.keys) {
    case (true, true):
      let known = plan.base.source[plan.base.elements[base].range]
      if bytes.theirs == known { return [whole.ours] }
      return bytes.ours == known ? [whole.theirs] : either()
    case (false, true): return [whole.ours]
    case (true, false): return [whole.theirs]
    case (false, false):
      if ours.keys == theirs.keys { return either() }
      return MergeWords(base: before, ours: ours, theirs: theirs).merged()
    }
  }

  // MARK: Conflicts

  /// Writes what one side has and the other removed, or moved elsewhere.
  private mutating func write(_ items: ArraySlice<MergePlan.Item>, _ clash: MergePlan.Clash) {
    guard let first = items.first else { return }
    var shown: [UInt8] = []
    var before: [UInt8] = []
    var last: Int?
    for item in items {
      guard let element = element(item.identity, clash.shown) else { continue }
      if last != nil { shown += gap(before: item.identity, after: last, clash.shown) }
      shown += numbers.bytes(element.range, clash.shown)
      noteLost(.init(side: clash.shown, range: element.range), item)
      if let base = plan.identities.all[item.identity].base {
        if !before.isEmpty { before += plan.base.source[plan.base.gap(before: base)] }
        before += plan.base.source[plan.base.elements[base].range]
      }
      last = item.identity
    }
    writeConflict(
      clash.reason == .move ? .moves : .removal, first, base: before,
      ours: clash.shown == .ours ? shown : nil, theirs: clash.shown == .theirs ? shown : nil)
    previous = last
  }

  private mutating func writeConflict(
    _ reason: MergeConflict.Reason, _ item: MergePlan.Item, base: [UInt8], ours: [UInt8]?,
    theirs: [UInt8]?
  ) {
    let gap = gap(before: item.identity, after: previous, item.place)
    let cut = gap.lastIndex(of: 0x0A).map { $0 + 1 }
    let indent = previous == nil ? [] : Array(gap[(cut ?? gap.count)...])
    let lead = previous == nil ? gap : cut.map { Array(gap[..<$0]) } ?? [0x0A]
    flush()
    let known = plan.identities.all[item.identity]
    let unit = known.base.flatMap { plan.base.elements[$0].unit }
    merge.segments.append(.conflict(merge.conflicts.count))
    merge.conflicts.append(
      MergeConflict(
        reason: reason, address: unit.map { plan.base.units[$0].address },
        place: place(of: item), base: base, ours: ours.map { indent + $0 } ?? [],
        theirs: theirs.map { indent + $0 } ?? [], lead: lead))
    afterConflict = true
  }

  private func place(of item: MergePlan.Item) -> String {
    guard let unit = element(item.identity, item.place)?.unit else { return "" }
    return numbers.address(unit, item.place)
  }

  /// Notes references that lost what they cite.
  private mutating func noteLost(_ piece: MergeWords.Piece, _ item: MergePlan.Item) {
    let side = plan.side(piece.side)
    let references = side.references
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if references[middle].range.lowerBound < piece.range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < references.count, references[low].range.upperBound <= piece.range.upperBound {
      let reference = references[low]
      low += 1
      guard let target = reference.target, side.firstElement[target] != nil,
        !numbers.present.contains(side.classes[target])
      else { continue }
      merge.lostTargets.append(
        .init(
          unit: place(of: item), text: reference.printed(in: side.document), side: piece.side))
    }
  }

  // MARK: White space

  /// The white space before an element: of a side in which it follows `previous`, too.
  private func gap(
    before identity: Int, after previous: Int?, _ preferred: Merge.Side
  ) -> [UInt8] {
    let found = (neighbours(identity, previous, .ours), neighbours(identity, previous, .theirs))
    var gap: [UInt8]
    switch found {
    case (let ours?, let theirs?): gap = settled(ours, theirs, before(identity))
    case (let ours?, nil): gap = ours
    case (nil, let theirs?): gap = theirs
    case (nil, nil):
      guard previous != nil else { return [] }
      let known = (space(before: identity, .ours), space(before: identity, .theirs))
      if let ours = known.0, let theirs = known.1 {
        gap = settled(ours, theirs, before(identity))
      } else {
        gap = known.0 ?? known.1 ?? []
      }
      if !gap.contains(0x0A) {
        let shown = element(identity, preferred) ?? element(identity, preferred.other)
        gap = (shown?.rank ?? 4) <= 4 ? [0x0A, 0x0A] : [0x0A]
      }
    }
    return afterConflict && !gap.contains(0x0A) ? [0x0A] : gap
  }

  /// The white space before an element in a side where `previous` stands before it there.
  private func neighbours(_ identity: Int, _ previous: Int?, _ side: Merge.Side) -> [UInt8]? {
    guard let place = plan.identities.all[identity].place(in: side) else { return nil }
    let list = plan.identities.of(side)
    guard (place > 0 ? list[place - 1] : nil) == previous else { return nil }
    return space(before: identity, side)
  }

  private func space(before identity: Int, _ side: Merge.Side) -> [UInt8]? {
    plan.identities.all[identity].place(in: side).map {
      Array(plan.side(side).source[plan.side(side).gap(before: $0)])
    }
  }

  /// The white space before an element in the common text.
  private func before(_ identity: Int) -> [UInt8]? {
    plan.identities.all[identity].base.map { Array(plan.base.source[plan.base.gap(before: $0)]) }
  }

  /// White space as the side has it that changed it; where both did, the wider, whoever asks.
  private func settled(_ ours: [UInt8], _ theirs: [UInt8], _ base: [UInt8]?) -> [UInt8] {
    if ours == base { return theirs }
    if theirs == base { return ours }
    return TextOrder.precedes(ours, theirs) ? theirs : ours
  }

  /// The white space at the end of the text.
  private func ending() -> [UInt8] {
    func ending(_ side: MergeSide) -> [UInt8] {
      Array(side.source[side.gap(before: side.elements.count)])
    }
    return settled(ending(plan.ours), ending(plan.theirs), ending(plan.base))
  }
}
