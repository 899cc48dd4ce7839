/// Labels of the left column that stand apart from what they introduce: `Menimbang` and `Mengingat`
/// above the title, `Menetapkan` before the legal bases or the consent.
extension MarkColumns {
  /// How many marks are looked at: a preamble is the first thing in a text.
  private static let preamble = 300

  /// Puts labels where the colons of their parts stand.
  mutating func placeLabels() {
    var labels: ArraySlice<Int> = []
    var order: Int?
    for index in marks.indices.prefix(Self.preamble) {
      let mark = marks[index]
      switch mark.shape {
      case .menimbang, .mengingat:
        if isSetApart(index) || !labels.isEmpty && mark.flags.contains(.wholeLine) {
          labels.append(index)
        }
      case .huruf, .angka:
        guard let label = labels.first,
          let place = colon(before: index) ?? firstBasis(index, below: label)
        else { continue }
        move(label, to: place)
        labels.removeFirst()
      case .menetapkan where mark.flags.contains(.lineStart): order = order ?? index
      case .memutuskan:
        if let label = order { placeOrder(label, below: index) }
        order = nil
      case .pasal where isHeading(index): return
      case .bab: return
      default: break
      }
    }
  }

  /// Whether a label stands alone, above something else than its colon or its first item.
  private func isSetApart(_ index: Int) -> Bool {
    guard marks[index].flags.contains([.lineStart, .wholeLine]) else { return false }
    let next = visible(after: marks[index].end)
    guard next < text.count, text[next] != 0x3A, text.match("bahwa", at: next) == nil else {
      return false
    }
    return index + 1 < marks.count
      && !(marks[index + 1].isListMark && marks[index + 1].start <= next)
  }

  /// The first legal basis, where the colon of its label stands elsewhere.
  private func firstBasis(_ index: Int, below label: Int) -> Int? {
    let mark = marks[index]
    return marks[label].shape == .mengingat && mark.shape == .angka && mark.value == 1
      && mark.flags.contains(.lineStart) ? mark.start : nil
  }

  /// The colon at the beginning of a line, where the first item of a part follows it.
  private func colon(before index: Int) -> Int? {
    let mark = marks[index]
    guard mark.value == 1, mark.suffix == 0, mark.flags.contains(.lineStart) else { return nil }
    let colon = text.trimmingEnd(from: 0, to: mark.start) - 1
    guard colon > 0, text[colon] == 0x3A else { return nil }
    var line = colon
    while line > 0, text[line - 1] == 0x20 { line -= 1 }
    return line == 0 || text[line - 1] == 0x0A || text[line - 1] == 0x0C ? colon : nil
  }

  /// Puts *Menetapkan* behind *MEMUTUSKAN*, where nothing but its colon stands beside it.
  private mutating func placeOrder(_ label: Int, below decision: Int) {
    let colon = text.skippingSpaces(from: marks[label].end, to: text.count)
    let hasColon = text[colon] == 0x3A
    let rest = hasColon ? colon + 1 : marks[label].end
    guard text.skippingSpaces(from: rest, to: text.count) > text.lineEnd(from: rest) else { return }
    var position = visible(after: marks[decision].end)
    while text[position] == 0x3A { position = visible(after: position + 1) }
    guard position < text.count else { return }
    move(label, to: position, colon: hasColon ? colon : nil)
  }
}
