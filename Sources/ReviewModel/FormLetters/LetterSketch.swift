/// The runs of words of a text as a few bits, by which most pairs of texts that are no variants of
/// each other are told without reading their runs.
public struct LetterSketch: Sendable {
  /// A bit for each run, several sharing one by chance.
  private var bits: (UInt64, UInt64) = (0, 0)
  private let count: UInt32

  /// The sketch of a text.
  public init(_ shape: LetterShape) {
    count = UInt32(clamping: shape.runs.count)
    for run in shape.runs {
      let bit = UInt64(1) << (run & 63)
      if run & 64 == 0 { bits.0 |= bit } else { bits.1 |= bit }
    }
  }

  /// Whether two texts may be variants; false only where they are not (`LetterShape.isVariant`).
  public func mayBeVariant(of other: LetterSketch) -> Bool {
    // Each bit that the other lacks is of a run that the other lacks.
    let own = Self.ones(bits.0 & ~other.bits.0, bits.1 & ~other.bits.1)
    let others = Self.ones(other.bits.0 & ~bits.0, other.bits.1 & ~bits.1)
    let shared = min(Int(count) - own, Int(other.count) - others)
    return LetterShape.isEnough(shared: shared, of: Int(count), and: Int(other.count))
  }

  private static func ones(_ low: UInt64, _ high: UInt64) -> Int {
    low.nonzeroBitCount + high.nonzeroBitCount
  }
}
