/// The part of a source line that belongs to one unit's own text.
struct Fragment {
  // Numbers of 32 bits keep a text of short lines small.
  private let start: UInt32
  private let end: UInt32
  private let lineOffset: UInt32
  /// Whether nothing visible stands before it on its source line.
  var startsLine = false
  var blankBefore = false
  /// Whether a page begins with it.
  var pageStart = false
  var isFurniture = false
  /// Whether it is a row of a table, whose inner spaces carry meaning.
  var isRow = false

  init(range: Range<Int>, lineStart: Int) {
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
    lineOffset = UInt32(clamping: lineStart)
  }

  /// The visible bytes, without white space at either end.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// Where its source line begins.
  var lineStart: Int { Int(lineOffset) }
  /// The columns of the first visible byte and of the one after the last, counted in bytes.
  var column: Int { Int(start) - Int(lineOffset) }
  var endColumn: Int { Int(end) - Int(lineOffset) }
}

/// Cuts a text into fragments from front to back.
struct FragmentReader {
  private let text: SourceText
  private let furniture: [Range<Int>]
  private var nextFurniture = 0
  private var lineStart = 0
  private var sawVisible = false
  private var blank = false
  private var page = false

  init(text: SourceText, furniture: [Range<Int>]) {
    self.text = text
    self.furniture = furniture
  }

  /// Notes that a mark was written: what stood before it is done with.
  mutating func passMark() {
    sawVisible = true
    blank = false
    page = false
  }

  /// Lets a page begin with what follows.
  mutating func restorePage() { page = true }

  /// Whether what follows is the first on its line.
  var startsLine: Bool { !sawVisible }

  /// The state before the next visible character: whether a blank line or a page break stands there.
  var pending: (blank: Bool, page: Bool) { (blank, page) }

  /// Cuts `range` into fragments; white space at its end counts for what follows.
  mutating func fragments(in range: Range<Int>) -> [Fragment] {
    var result: [Fragment] = []
    // Growing by doubling would cost more than counting.
    if range.count > 4096 {
      result.reserveCapacity(text.bytes[range].count { $0 == 0x0A || $0 == 0x0C } + 1)
    }
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text.bytes[position]
      if byte == 0x0A {
        if !sawVisible { blank = true }
        sawVisible = false
        lineStart = position + 1
        position += 1
      } else if byte == 0x0C {
        page = true
        sawVisible = false
        lineStart = position + 1
        position += 1
      } else if text.spaceLength(at: position) > 0 {
        position += text.spaceLength(at: position)
      } else {
        var end = position
        while end < range.upperBound, text.bytes[end] != 0x0A, text.bytes[end] != 0x0C { end += 1 }
        result.append(fragment(position..<end))
        position = end
      }
    }
    return result
  }

  private mutating func fragment(_ range: Range<Int>) -> Fragment {
    let end = text.trimmingEnd(from: range.lowerBound, to: range.upperBound)
    var fragment = Fragment(
      range: range.lowerBound..<max(end, range.lowerBound + 1), lineStart: lineStart)
    fragment.startsLine = !sawVisible
    sawVisible = true
    fragment.blankBefore = blank
    fragment.pageStart = page
    while nextFurniture < furniture.count,
      furniture[nextFurniture].upperBound <= range.lowerBound
    {
      nextFurniture += 1
    }
    if nextFurniture < furniture.count {
      fragment.isFurniture = furniture[nextFurniture].contains(range.lowerBound)
    }
    blank = false
    page = false
    return fragment
  }
}
