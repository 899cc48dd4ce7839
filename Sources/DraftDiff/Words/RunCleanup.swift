/// Makes a smallest difference a readable one: phrases instead of scattered words.
struct RunCleanup {
  let old: TokenSlice
  let new: TokenSlice
  private(set) var runs: [WordDiff.Run]

  init(old: TokenSlice, new: TokenSlice, runs: [WordDiff.Run]) {
    self.old = old
    self.new = new
    self.runs = runs
  }

  mutating func run() {
    guard runs.count > 1 else { return }
    slide()
    dissolve()
    replaceSentences()
    slide()
  }

  // MARK: Sliding

  private static let reach = 64

  /// Moves an insertion or deletion along equal words to where a sentence, a clause or at least a
  /// word after a mark begins.
  private mutating func slide() {
    guard runs.count > 1 else { return }
    for index in runs.indices where !runs[index].isEqual {
      let run = runs[index]
      if run.old.isEmpty {
        shift(index, by: bestShift(index, new, run.new))
      } else if run.new.isEmpty {
        shift(index, by: bestShift(index, old, run.old))
      }
    }
    runs = Self.joined(runs)
  }

  private func bestShift(_ index: Int, _ side: TokenSlice, _ edit: Range<Int>) -> Int {
    let left = index > 0 ? min(runs[index - 1].old.count, Self.reach) : 0
    let right = index + 1 < runs.count ? min(runs[index + 1].old.count, Self.reach) : 0
    var lowest = 0
    while -lowest < left, isPlain(index - 1, fromEnd: -lowest),
      side.id(edit.lowerBound + lowest - 1) == side.id(edit.upperBound + lowest - 1)
    {
      lowest -= 1
    }
    var highest = 0
    while highest < right, isPlain(index + 1, fromStart: highest),
      side.id(edit.lowerBound + highest) == side.id(edit.upperBound + highest)
    {
      highest += 1
    }
    guard lowest < highest else { return 0 }
    var best = (score: Int.min, shift: 0)
    for shift in lowest...highest {
      let score =
        2 * boundary(side, edit.lowerBound + shift) + 2 * boundary(side, edit.upperBound + shift)
        + (shift == 0 ? 1 : 0)
      if score > best.score { best = (score, shift) }
    }
    return best.shift
  }

  /// Whether both sides print the same token there.
  private func isPlain(_ index: Int, fromEnd offset: Int) -> Bool {
    let run = runs[index]
    return old.id(run.old.upperBound - 1 - offset) == new.id(run.new.upperBound - 1 - offset)
  }

  private func isPlain(_ index: Int, fromStart offset: Int) -> Bool {
    let run = runs[index]
    return old.id(run.old.lowerBound + offset) == new.id(run.new.lowerBound + offset)
  }

  /// How well a reader sees a boundary before a token.
  private func boundary(_ side: TokenSlice, _ position: Int) -> Int {
    guard position > 0, position < side.count else { return 4 }
    let before = side.token(position - 1).traits
    if before.contains(.sentenceEnd) { return 4 }
    if before.contains(.mark) { return 2 }
    return side.token(position).traits.contains(.mark) ? 1 : 0
  }

  private mutating func shift(_ index: Int, by distance: Int) {
    guard distance != 0 else { return }
    if index > 0 {
      runs[index - 1].old = extended(runs[index - 1].old, end: distance)
      runs[index - 1].new = extended(runs[index - 1].new, end: distance)
    }
    runs[index].old = moved(runs[index].old, distance)
    runs[index].new = moved(runs[index].new, distance)
    if index + 1 < runs.count {
      runs[index + 1].old = extended(runs[index + 1].old, start: distance)
      runs[index + 1].new = extended(runs[index + 1].new, start: distance)
    }
    if index == 0, distance > 0 {
      let run = runs[0]
      runs.insert(
        WordDiff.Run(isEqual: true, old: 0..<run.old.lowerBound, new: 0..<run.new.lowerBound),
        at: 0)
    } else if index + 1 == runs.count, distance < 0 {
      let run = runs[index]
      runs.append(
        WordDiff.Run(
          isEqual: true, old: run.old.upperBound..<old.count,
          new: run.new.upperBound..<new.count))
    }
  }

  private func moved(_ range: Range<Int>, _ distance: Int) -> Range<Int> {
    range.lowerBound + distance..<range.upperBound + distance
  }

  private func extended(_ range: Range<Int>, start: Int = 0, end: Int = 0) -> Range<Int> {
    range.lowerBound + start..<range.upperBound + end
  }

  // MARK: Dissolving

  private mutating func dissolve() {
    var result: [WordDiff.Run] = []
    for run in runs {
      guard let last = result.last, !run.isEqual, last.isEqual, result.count > 1,
        isConfetti(result[result.count - 2], last, run)
      else {
        result.append(run)
        continue
      }
      let before = result[result.count - 2]
      result.removeLast(2)
      result.append(
        WordDiff.Run(
          isEqual: false, old: before.old.lowerBound..<run.old.upperBound,
          new: before.new.lowerBound..<run.new.upperBound))
    }
    runs = result
  }

  private func isConfetti(
    _ before: WordDiff.Run, _ equal: WordDiff.Run, _ after: WordDiff.Run
  ) -> Bool {
    let deleted = before.old.count + after.old.count
    let inserted = before.new.count + after.new.count
    guard deleted > 0, inserted > 0, equal.old.count <= 5 else { return false }
    var words = 0
    var content = 0
    for offset in 0..<equal.old.count {
      let position = equal.old.lowerBound + offset
      let traits = old.token(position).traits
      guard !traits.contains(.sentenceEnd),
        old.id(position) == new.id(equal.new.lowerBound + offset)
      else { return false }
      if traits.contains(.mark) { continue }
      words += 1
      if !FunctionWords.contains(old, position) { content += 1 }
    }
    if content == 0 { return words > 0 || deleted + inserted > 2 }
    let smallest = min(
      max(before.old.count, before.new.count), max(after.old.count, after.new.count))
    return words <= 3 && (words < smallest || words == smallest && smallest > 1)
      && min(deleted, inserted) > words
  }

  // MARK: Replacement

  /// Shows a sentence of which little is left as replaced.
  private mutating func replaceSentences() {
    var result: [WordDiff.Run] = []
    var block: [WordDiff.Run] = []
    for run in runs {
      guard run.isEqual else {
        block.append(run)
        continue
      }
      var from = 0
      for offset in 0..<run.old.count
      where old.token(run.old.lowerBound + offset).traits.contains(.sentenceEnd) {
        block.append(part(run, from..<offset + 1))
        result += replaced(block)
        block = []
        from = offset + 1
      }
      if from < run.old.count { block.append(part(run, from..<run.old.count)) }
    }
    runs = Self.joined(result + replaced(block))
  }

  private func part(_ run: WordDiff.Run, _ offsets: Range<Int>) -> WordDiff.Run {
    WordDiff.Run(
      isEqual: true, old: moved(offsets, run.old.lowerBound),
      new: moved(offsets, run.new.lowerBound))
  }

  private func replaced(_ block: [WordDiff.Run]) -> [WordDiff.Run] {
    guard let first = block.firstIndex(where: { !$0.isEqual }),
      let last = block.lastIndex(where: { !$0.isEqual }), first < last
    else { return block }
    var kept = 0
    var (before, after) = (0, 0)
    for run in block {
      let size = words(old, run.old)
      before += size
      after += words(new, run.new)
      if run.isEqual { kept += size }
    }
    guard kept * 10 < min(before, after) * 4 else { return block }
    let whole = WordDiff.Run(
      isEqual: false, old: block[first].old.lowerBound..<block[last].old.upperBound,
      new: block[first].new.lowerBound..<block[last].new.upperBound)
    return Array(block[..<first]) + [whole] + Array(block[(last + 1)...])
  }

  private func words(_ side: TokenSlice, _ range: Range<Int>) -> Int {
    range.count { !side.token($0).traits.contains(.mark) }
  }

  /// Runs without empty ones, neighbours of one sort made one.
  private static func joined(_ runs: [WordDiff.Run]) -> [WordDiff.Run] {
    var result: [WordDiff.Run] = []
    for run in runs where !(run.old.isEmpty && run.new.isEmpty) {
      if let last = result.last, last.isEqual == run.isEqual {
        result[result.count - 1] = WordDiff.Run(
          isEqual: run.isEqual, old: last.old.lowerBound..<run.old.upperBound,
          new: last.new.lowerBound..<run.new.upperBound)
      } else {
        result.append(run)
      }
    }
    return result
  }
}

/// Words that carry a sentence but say nothing alone.
enum FunctionWords {
  private static let words: Set<[UInt8]> = Set(
    [
      "dan", "yang", "di", "ke", "dari", "untuk", "dengan", "atau", "pada", "dalam", "oleh",
      "sebagai", "adalah", "serta", "ini", "itu", "tersebut", "bahwa", "dan/atau", "terhadap",
      "atas", "bagi", "secara", "akan", "telah", "dapat", "wajib", "tidak", "ayat", "pasal",
      "huruf", "angka", "sebagaimana", "dimaksud", "sesuai", "antara", "lain", "jika",
    ].map { Array($0.utf8) })
  /// Words of the list above that change what a sentence demands: never passed over in a diff.
  private static let modal: Set<[UInt8]> = Set(
    ["dapat", "wajib", "tidak"].map { Array($0.utf8) })

  /// Whether a token is one that may be dissolved into the changes around it.
  static func contains(_ slice: TokenSlice, _ position: Int) -> Bool {
    let token = slice.token(position)
    guard token.end - token.start <= 12 else { return false }
    let bytes = slice.text.source[token.start..<token.end].map { $0 | 0x20 }
    return words.contains(bytes) && !modal.contains(bytes)
  }

  /// What a token says about what a unit is about.
  static func weight(of bytes: ArraySlice<UInt8>) -> Features.Word {
    guard bytes.contains(where: { Glyph.isAlphanumeric($0) || $0 >= 0xC3 || $0 == 0x01 }) else {
      return .mark
    }
    return bytes.count <= 12 && words.contains(bytes.map { $0 | 0x20 }) ? .function : .content
  }
}
