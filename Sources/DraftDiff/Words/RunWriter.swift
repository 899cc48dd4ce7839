/// Prints runs as stretches of text.
struct RunWriter {
  let old: TokenSlice
  let new: TokenSlice
  private var result: [WordChange] = []
  private var equal: [UInt8] = []
  private var deleted: [UInt8] = []
  private var inserted: [UInt8] = []
  private var effect: ReferenceEffect.Effect?

  init(old: TokenSlice, new: TokenSlice) {
    self.old = old
    self.new = new
  }

  mutating func write(_ runs: [WordDiff.Run]) -> [WordChange] {
    for run in runs {
      if run.isEqual {
        for offset in 0..<run.old.count {
          writeEqual(run.old.lowerBound + offset, run.new.lowerBound + offset)
        }
      } else {
        for position in run.old {
          if isSpaced(old, position) { deleted.append(0x20) }
          old.append(position, to: &deleted)
        }
        for position in run.new {
          if isSpaced(new, position) { inserted.append(0x20) }
          new.append(position, to: &inserted)
        }
      }
    }
    flushEdit()
    flushEqual()
    return result
  }

  private func isSpaced(_ slice: TokenSlice, _ position: Int) -> Bool {
    position > 0 && slice.token(position).traits.contains(.spaced)
  }

  private func text(_ slice: TokenSlice, _ position: Int) -> [UInt8] {
    slice.text.text(slice.range.lowerBound + position)
  }

  private mutating func writeEqual(_ x: Int, _ y: Int) {
    switch (isSpaced(old, x), isSpaced(new, y)) {
    case (true, true): writeSpace()
    case (true, false): deleted.append(0x20)
    case (false, true): inserted.append(0x20)
    case (false, false): break
    }
    if old.isPrinted(x, as: new, y) {
      flushEdit()
      old.append(x, to: &equal)
      return
    }
    let (before, after) = (text(old, x), text(new, y))
    if before == after || (old.id(x) == new.id(y) && !isLayout(before, after)) {
      flushEdit()
      equal += before
    } else if old.id(x) == new.id(y) {
      writeLayout(before, after)
    } else {
      flushEdit()
      flushEqual()
      effect = .consequential
      deleted = before
      inserted = after
      flushEdit()
    }
  }

  /// A space of both sides reads better before an insertion or deletion than after it.
  private mutating func writeSpace() {
    if deleted.isEmpty, inserted.first == 0x20 {
      inserted = inserted.dropFirst() + [0x20]
    } else if inserted.isEmpty, deleted.first == 0x20 {
      deleted = deleted.dropFirst() + [0x20]
    } else {
      flushEdit()
    }
    equal.append(0x20)
    flushEdit()
  }

  private func isLayout(_ before: [UInt8], _ after: [UInt8]) -> Bool {
    before.filter { $0 != 0x20 } == after.filter { $0 != 0x20 }
  }

  /// The same token, spaced otherwise within.
  private mutating func writeLayout(_ before: [UInt8], _ after: [UInt8]) {
    var (x, y) = (0, 0)
    while x < before.count || y < after.count {
      if x < before.count, y < after.count, before[x] == after[y] {
        flushEdit()
        equal.append(before[x])
        x += 1
        y += 1
      } else if x < before.count, before[x] == 0x20 {
        deleted.append(0x20)
        x += 1
      } else {
        inserted.append(0x20)
        y += 1
      }
    }
  }

  private mutating func flushEqual() {
    guard !equal.isEmpty else { return }
    append(.equal, equal, nil)
    equal = []
  }

  private mutating func flushEdit() {
    guard !deleted.isEmpty || !inserted.isEmpty else { return }
    if effect == nil, deleted.first == 0x20, inserted.first == 0x20 {
      equal.append(0x20)
      deleted.removeFirst()
      inserted.removeFirst()
    }
    flushEqual()
    append(.delete, deleted, effect)
    append(.insert, inserted, effect)
    deleted = []
    inserted = []
    effect = nil
  }

  private mutating func append(
    _ op: WordChange.Operation, _ text: [UInt8], _ effect: ReferenceEffect.Effect?
  ) {
    guard !text.isEmpty else { return }
    result.append(WordChange(op: op, text: String(decoding: text, as: UTF8.self), effect: effect))
  }
}
