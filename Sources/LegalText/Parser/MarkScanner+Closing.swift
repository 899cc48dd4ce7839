/// The order to promulgate within a line: a reader of pages lost the line break before it, or put a
/// stamp there.
extension MarkScanner {
  /// Finds `Agar setiap orang mengetahuinya, memerintahkan …` between the last article of an act and
  /// its signature, where no line begins with it. The whole formula is proof by itself.
  mutating func insertOrders() {
    var found: [(index: Int, position: Int)] = []
    var article: Int?
    var isBody = true
    for (index, mark) in marks.enumerated() {
      switch mark.shape {
      case .pasal where isBody: article = index
      case .rahmat, .menimbang: isBody = true
      case .closing, .penjelasan, .pasalDemiPasal, .lampiran:
        if mark.flags.contains(.small) { break }
        isBody = mark.shape == .closing
        if let last = article, let position = order(from: marks[last].end, to: mark.start) {
          found.append((index, position))
        }
        article = nil
      default: break
      }
    }
    if let last = article, let position = order(from: marks[last].end, to: text.count) {
      found.append((marks.count, position))
    }
    insert(found)
  }

  /// Puts orders to promulgate before the marks behind them.
  /// - Parameter found: where each begins, and the index of a mark that stands behind it.
  private mutating func insert(_ found: [(index: Int, position: Int)]) {
    guard !found.isEmpty else { return }
    var result: [Mark] = []
    result.reserveCapacity(marks.count + found.count)
    var copied = 0
    for (index, position) in found {
      var place = index
      while place > copied, marks[place - 1].start > position { place -= 1 }
      result += marks[copied..<place]
      copied = place
      var mark = Mark(.closing, start: position, end: position)
      mark.before = .stop
      result.append(mark)
    }
    result += marks[copied...]
    marks = result
  }

  /// Where the order begins between two places, unless that is where the second mark stands.
  private func order(from start: Int, to end: Int) -> Int? {
    var position = text.nextCapital(from: start, to: end)
    while position < end {
      if text[position] == UInt8(ascii: "A"),
        text[position - 1] <= 0x20 || text[position - 1] == 0x2E, isOrder(position)
      {
        return position
      }
      position = text.nextCapital(from: position + 1, to: end)
    }
    return nil
  }

  /// `Agar`, `Agar supaya`, then `setiap orang`, `tiap-tiap orang`, `semua orang`, then the order.
  private func isOrder(_ position: Int) -> Bool {
    guard let agar = text.match("agar", at: position) else { return false }
    var next = text.skippingSpaces(from: agar, to: text.count)
    if let after = text.match("supaya", at: next) {
      next = text.skippingSpaces(from: after, to: text.count)
    }
    guard
      let all = text.match("setiap", at: next) ?? text.match("tiap-tiap", at: next)
        ?? text.match("tiap", at: next) ?? text.match("semua", at: next),
      text.match("orang", at: text.skippingSpaces(from: all, to: text.count)) != nil
    else { return false }
    return PromulgationOrder(text: text).begins(at: position)
  }
}
