/// What trials do, and how well it must be found.
enum TruthPlans {
  static let floors: [String: Double] = [
    "inserted": 0.99, "removed": 0.99, "renumbered": 0.99, "moved": 0.95, "edited": 0.98,
    "split": 0.9, "merged": 0.9, "consequential": 0.97, "stale": 0.97, "dangling": 0.97,
    "substantive": 0.97,
  ]

  static let plans: [String: DraftEdits.Plan] = [
    "mixed": .init(),
    "moves": .init(edits: 2, moves: 2, inner: 1),
    "moves and edits": .init(edits: 2, percent: 15, moves: 2, movePercent: 30, inner: 1),
    "splits": .init(edits: 2, percent: 10, splits: 1, merges: 1, inner: 1),
    "edits": .init(edits: 8, percent: 30, insertions: 2, removals: 2, inner: 2),
    "items": .init(edits: 1, insertions: 0, removals: 0, inner: 12),
    "forms": .init(edits: 2, percent: 10, inner: 1, cuts: 2, joins: 2),
    "replacements": .init(edits: 2, percent: 20, inner: 2, replacements: 2, chapters: 1),
    "references": .init(edits: 2, inner: 2, stale: 20, redirects: 4),
    "all at once": .init(
      edits: 6, percent: 20, insertions: 2, removals: 2, moves: 1, movePercent: 20, splits: 1,
      merges: 1, inner: 6, cuts: 1, joins: 1, replacements: 1, chapters: 1, redirects: 2,
      annexes: true),
  ]
}
