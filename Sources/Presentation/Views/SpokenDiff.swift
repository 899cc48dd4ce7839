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
    var result = [head]
    guard !report.comparison.changes.isEmpty else { return result + [words.noDifference] }
    result.append(words.spokenCount(groups.shown.count))
    if let concordance = report.comparison.concordance, style.filter.isOpen {
      result += ConcordanceView(concordance, on: canvas).sentences
    }
    let warned = (groups.shown + groups.folded).sorted().map(groups.change)
    result +=
      (warned.flatMap { DiffWarnings.sentences($0, of: report, words) }
      + DiffWarnings.forgottenNotes(report, words)).map { words.spokenWarning($0) }
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
    if !groups.left.isEmpty {
      result.append(words.sentence(words.unnamedFolded(groups.leftArticles)))
    }
    if !groups.hidden.isEmpty { result.append(words.sentence(words.leftOut(groups.hidden.count))) }
    return result
  }

  private var head: String {
    guard let draft = report.new.draft, report.old.draft == draft else {
      return words.spokenHead(
        draft: nil, from: DiffView.fullName(report.old, words),
        to: DiffView.fullName(report.new, words))
    }
    return words.spokenHead(
      draft: draft.description, from: DiffView.name(report.old, words),
      to: DiffView.name(report.new, words))
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
      return [
        words.spokenDeparture(
          from: SpokenChange.place(change.old), to: SpokenChange.place(change.new))
      ]
    case .change(let index):
      let change = groups.change(index)
      var result = SpokenChange(change, unfolded: style.unfolded, words).sentences
      if change.notes.contains(.budgetExhausted) { result.append(words.coarseWords) }
      for (number, comment) in (report.comments[index] ?? []).enumerated() {
        result += comments(comment, number: number + 1, of: report.comments[index]?.count ?? 0)
      }
      return result
    }
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

extension [Change] {
  /// What happened to all references in them.
  fileprivate var joinedReferences: [ReferenceEffect] { flatMap(\.references) }
}
