import DraftDiff
import LegalText
import ReviewModel

/// One change in plain sentences.
struct SpokenChange {
  private let change: Change
  private let isUnfolded: Bool
  private let words: any Messages

  init(_ change: Change, unfolded: Bool, _ words: any Messages) {
    self.change = change
    isUnfolded = unfolded
    self.words = words
  }

  static func place(_ side: Change.Side?) -> String {
    side.map { UnitAddress.label($0.address) } ?? ""
  }

  /// What happened to it, each thing in a sentence.
  var sentences: [String] {
    let new = Self.place(change.new)
    let old = Self.place(change.old)
    guard change.old != nil else { return [words.spokenInserted(new, text)] }
    guard change.new != nil else { return [words.spokenRemoved(old, text)] }
    var result: [String] = []
    if change.kinds.contains(.moved) {
      result.append(words.spokenArrival(from: old, to: new))
    } else if change.kinds.contains(.split) {
      result.append(words.spokenSplit(from: old, to: new))
    } else if change.kinds.contains(.merged) {
      result.append(words.spokenMerged(from: old, to: new))
    } else if change.kinds.contains(.renumbered), isUnfolded || change.words.isEmpty {
      result.append(words.spokenRenumbered(from: old, to: new))
    }
    if !change.words.isEmpty {
      result.append(words.spokenEdited(new, edits(change.words)))
    }
    let followed = change.references.filter { $0.effect == .consequential }
    if change.words.isEmpty || isUnfolded {
      result += followed.map { words.spokenFollowed(new, from: $0.from, to: $0.to) }
    }
    return result
  }

  /// The text of a unit that came or went, without the mark that its name says already.
  private var text: String {
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
