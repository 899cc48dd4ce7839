import LegalText

/// Which Pasal of one act answers to which of another, and how alike they are: two regions'
/// regulations on one subject, article by article.
public struct Concordance: Sendable, Hashable {
  /// Two Pasal that answer to each other, or one that stands alone.
  public struct Row: Sendable, Hashable {
    /// The Pasal of the first act; nil where only the second has it.
    public var old: Change.Side?
    /// The Pasal of the second act; nil where only the first has it.
    public var new: Change.Side?
    /// The share of words and phrases in common, 0…1 (Dice's coefficient); 0 for one alone.
    public var likeness: Double
    /// Whether the comparison takes them for one Pasal; otherwise they are merely the most alike of
    /// those that are left, and are listed among what was inserted and removed.
    public var isPair: Bool
  }

  /// The share of words and phrases of all Pasal in common, 0…1.
  public let likeness: Double
  /// Every Pasal of both bodies once: in the order of the second act, those of the first alone
  /// behind the one that they follow.
  public let rows: [Row]

  /// Texts that keep more than this share of their words are versions of one act.
  static let sameAct = 0.65
  /// Pasal less alike than this have nothing to say about each other.
  private static let floor = 0.15

  init(_ aligner: inout Aligner) {
    let old = Self.articles(aligner.old, aligner.oldRoles)
    let new = Self.articles(aligner.new, aligner.newRoles)
    var rows: [Int: Row] = [:]
    var (common, all) = (0.0, 0)
    for o in old { all += aligner.features(old: o).count }
    for n in new { all += aligner.features(new: n).count }
    for o in old {
      guard let n = aligner.toNew[o], Self.isArticle(n, aligner.new) else { continue }
      let row = Self.row(o, n, isPair: true, &aligner)
      common += row.shared
      rows[n] = row.row
    }
    let paired = aligner.toNew
    let x = old.filter { paired[$0].map { rows[$0] == nil } ?? true }
    let y = new.filter { rows[$0] == nil }
    var similarity = Similarity(x, y, floor: Self.floor)
    for pair in similarity.pairs(&aligner) {
      let row = Self.row(pair.old, pair.new, isPair: false, &aligner)
      common += row.shared
      rows[pair.new] = row.row
    }
    likeness = all == 0 ? 0 : min(2 * common / Double(all), 1)
    self.rows = Self.ordered(rows, old, new, aligner)
  }

  /// The Pasal of the body.
  private static func articles(_ indexed: IndexedDocument, _ roles: [Aligner.Role]) -> [Int] {
    indexed.units.indices.filter { isArticle($0, indexed) && roles[$0] == .entry }
  }

  private static func isArticle(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.units[unit].kind == .pasal && !indexed.isExplanation[unit]
  }

  private static func row(
    _ o: Int, _ n: Int, isPair: Bool, _ aligner: inout Aligner
  ) -> (row: Row, shared: Double) {
    let (a, b) = (aligner.features(old: o), aligner.features(new: n))
    return (
      Row(
        old: Change.Side(o, in: aligner.old.document),
        new: Change.Side(n, in: aligner.new.document), likeness: a.dice(b), isPair: isPair),
      Double(a.common(b))
    )
  }

  private static func ordered(
    _ rows: [Int: Row], _ old: [Int], _ new: [Int], _ aligner: Aligner
  ) -> [Row] {
    var placeOf: [Int: Int] = [:]
    for row in rows.values {
      if let o = row.old?.unit, let n = row.new?.unit { placeOf[o] = n }
    }
    var alone: [Int: [Int]] = [:]
    var last = -1
    for o in old {
      if let n = placeOf[o] { last = n } else { alone[last, default: []].append(o) }
    }
    func left(_ n: Int) -> [Row] {
      (alone[n] ?? []).map {
        Row(
          old: Change.Side($0, in: aligner.old.document), new: nil, likeness: 0, isPair: false)
      }
    }
    return left(-1)
      + new.flatMap { n in
        [
          rows[n]
            ?? Row(
              old: nil, new: Change.Side(n, in: aligner.new.document), likeness: 0, isPair: false)
        ] + left(n)
      }
  }
}
