import DraftDiff
import LegalText
import ReviewModel

/// A difference in plain sentences, one after the other: for those who listen to it.
struct SpokenDiff {
  private let groups: DiffGroups
  private let style: DiffView.Style
  private let canvas: Canvas

  init(_ groups: DiffGroups, style: DiffView.Style, on canvas: Canvas) {
    self.groups = groups
    self.style = style
    self.canvas = canvas
  }

  private var report: DiffReport { groups.report }
  private var words: any Messages { canvas.messages }

  /// Each sentence from the left edge, wrapped between words.
  var lines: [Line] { sentences.flatMap { Wrapping.wrapped($0, width: canvas.width) } }

  var sentences: [String] {
    var result = [
      words.spokenHead(
        draft: (report.new.draft ?? report.old.draft)?.description,
        from: DiffView.name(report.old, words), to: DiffView.name(report.new, words))
    ]
    guard !report.comparison.changes.isEmpty else { return result + [words.noDifference] }
    result.append(words.spokenCount(groups.shown.count))
    let warned = (groups.shown + groups.folded).sorted().map(groups.change)
    result += warned.flatMap { DiffWarnings.sentences($0, of: report, words) }.map {
      words.spokenWarning($0)
    }
    if style.summaryOnly {
      result += groups.runs(groups.groups.filter { !$0.changes.isEmpty }).map { summary($0) }
    } else {
      result += groups.groups.flatMap { $0.items.flatMap { sentences($0) } }
    }
    if !groups.folded.isEmpty {
      let changes = groups.folded.map(groups.change)
      let renumbered = changes.filter { $0.kinds.contains(.renumbered) }
      let pasal = renumbered.count { $0.kind == .pasal && !isExplanation($0) }
      let references = changes.joinedReferences.count { $0.effect == .consequential }
      result.append(
        words.sentence(
          words.renumberedFolded(
            pasal: pasal, others: renumbered.count - pasal, references: references)))
    }
    if !groups.hidden.isEmpty { result.append(words.sentence(words.leftOut(groups.hidden.count))) }
    return result
  }

  private func isExplanation(_ change: Change) -> Bool {
    change.new?.address.hasPrefix("penjelasan") == true
  }

  private func summary(_ run: [DiffGroups.Group]) -> String {
    let counts = run.map(groups.words)
    return words.spokenSummary(
      spoken(groups.label(run, words)), groups.classes(run[0]),
      inserted: counts.reduce(0) { $0 + $1.inserted },
      deleted: counts.reduce(0) { $0 + $1.deleted },
      comments: run.reduce(0) { $0 + groups.comments($1) })
  }

  /// A label without its arrow.
  private func spoken(_ label: String) -> String {
    label.split(separator: " ").map { $0 == "→" ? words.spokenBecomes : String($0) }
      .joined(separator: " ")
  }

  private func sentences(_ item: DiffGroups.Item) -> [String] {
    switch item {
    case .departure(let index):
      let change = groups.change(index)
      return [words.spokenDeparture(from: place(change.old), to: place(change.new))]
    case .change(let index):
      let change = groups.change(index)
      var result = what(change)
      if change.notes.contains(.budgetExhausted) { result.append(words.coarseWords) }
      for (number, comment) in (report.comments[index] ?? []).enumerated() {
        result += comments(comment, number: number + 1, of: report.comments[index]?.count ?? 0)
      }
      return result
    }
  }

  private func place(_ side: Change.Side?) -> String {
    side.map { UnitAddress.label($0.address) } ?? ""
  }

  private func what(_ change: Change) -> [String] {
    let new = place(change.new)
    let old = place(change.old)
    guard change.old != nil else { return [words.spokenInserted(new, text(change))] }
    guard change.new != nil else { return [words.spokenRemoved(old, text(change))] }
    var result: [String] = []
    if change.kinds.contains(.moved) {
      result.append(words.spokenArrival(from: old, to: new))
    } else if change.kinds.contains(.split) {
      result.append(words.spokenSplit(from: old, to: new))
    } else if change.kinds.contains(.merged) {
      result.append(words.spokenMerged(from: old, to: new))
    } else if change.kinds.contains(.renumbered), style.unfolded || change.words.isEmpty {
      result.append(words.spokenRenumbered(from: old, to: new))
    }
    if !change.words.isEmpty {
      result.append(words.spokenEdited(new, edits(change.words)))
    }
    let followed = change.references.filter { $0.effect == .consequential }
    if change.words.isEmpty || style.unfolded {
      result += followed.map { words.spokenFollowed(new, from: $0.from, to: $0.to) }
    }
    return result
  }

  /// The text of a unit that came or went, without the mark that its name says already.
  private func text(_ change: Change) -> String {
    let text = change.words.map(\.text).joined().drop { $0 == " " }
    let label = change.new?.label ?? change.old?.label ?? ""
    guard text.hasPrefix(label) else { return String(text) }
    return String(text.dropFirst(label.count).drop { $0 == " " })
  }

  /// What came in place of what; references that merely followed are told apart from these.
  private func edits(_ changes: [WordChange]) -> [SpokenEdit] {
    var result: [SpokenEdit] = []
    var before = ""
    for change in changes {
      let text = change.text.split(separator: " ").joined(separator: " ")
      let isFollowed = change.effect == .consequential
      switch change.op {
      case .equal:
        if !text.isEmpty { before = text }
      case .delete where !text.isEmpty:
        result.append(SpokenEdit(old: text, after: tail(before), isFollowed: isFollowed))
      case .insert where !text.isEmpty:
        if let last = result.indices.last, result[last].isOpen,
          result[last].isFollowed == isFollowed
        {
          result[last].new = text
        } else {
          result.append(SpokenEdit(new: text, after: tail(before), isFollowed: isFollowed))
        }
      case .delete, .insert: break
      }
      if change.op == .equal, !text.isEmpty, let last = result.indices.last {
        result[last].isOpen = false
      }
      if change.op == .insert, let last = result.indices.last { result[last].isOpen = false }
    }
    return result
  }

  /// The last words of a text, by which a place in it is found.
  private func tail(_ text: String) -> String {
    text.split(separator: " ").suffix(4).joined(separator: " ")
  }

  private func comments(_ comment: CommentReport, number: Int, of count: Int) -> [String] {
    let thread = comment.thread
    var result = [
      words.spokenComment(
        number, of: count, id: thread.id.short, place: CommentBlock.placeNow(comment, words),
        from: CommentBlock.who(comment, words).split(separator: " · ").joined(separator: ", "),
        status: words.status(thread.status), text: comment.text ?? words.textMissing)
    ]
    guard style.opensComments else {
      if !thread.replies.isEmpty {
        result.append(words.sentence(words.replies(thread.replies.count)))
      }
      return result
    }
    if let answer = thread.answer {
      result.append(
        words.sentence(CommentBlock.answerHead(answer, words)) + " "
          + (comment.texts[answer.answer.body] ?? words.textMissing))
    }
    for reply in thread.replies {
      let from = [words.date(reply.time.date()), reply.reply.agency].compactMap(\.self)
        .joined(separator: ", ")
      result.append("\(from): \(comment.texts[reply.reply.body] ?? words.textMissing)")
    }
    return result
  }
}

/// Words that came, went or took the place of others.
public struct SpokenEdit: Sendable, Hashable {
  /// The words that went; empty where none did.
  public var old = ""
  /// The words that came; empty where none did.
  public var new = ""
  /// The words before the place; empty at the beginning.
  public var after = ""
  /// Whether they are the number of a reference that merely followed its target.
  public var isFollowed = false
  /// Whether words may yet come in place of the old ones.
  var isOpen = true
}

extension [Change] {
  /// What happened to all references in them.
  fileprivate var joinedReferences: [ReferenceEffect] { flatMap(\.references) }
}
