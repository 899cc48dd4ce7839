import DraftDiff
import Foundation
import LegalText
import ReviewModel
import Synchronization

/// Two pieces of work done at once.
enum Both {
  /// What both give; of two failures the first one's.
  static func run<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
  ) throws -> (First, Second) {
    let found = Mutex<(first: Result<First, any Error>?, second: Result<Second, any Error>?)>(
      (nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = Result { try first() }
        found.withLock { $0.first = result }
      } else {
        let result = Result { try second() }
        found.withLock { $0.second = result }
      }
    }
    let results = found.withLock { $0 }
    guard let a = results.first, let b = results.second else { throw CancellationError() }
    return (try a.get(), try b.get())
  }
}

extension DiffReport {
  /// Compares two texts that are read and made ready at once; no comments are known to them.
  /// - Parameters:
  ///   - old: gives the text before.
  ///   - new: gives the text after.
  ///   - areActs: whether they may be different acts.
  public static func compared(
    _ old: @Sendable () throws -> DraftText, _ new: @Sendable () throws -> DraftText,
    areActs: Bool = false
  ) throws -> DiffReport {
    let (a, b) = try Both.run({ try Read(old) }, { try Read(new) })
    // Till then, so that comparing too writes to the large pages.
    defer { for memory in [a.memory, b.memory] { memory.release() } }
    let (before, after) = (a.text.document, b.text.document)
    let (words, references) = try Both.run(
      { ComparedWords(before, after) }, { ReferenceScanner.references(in: before, and: after) })
    let pair = ComparablePair(before, after, words: words, references: references)
    return DiffReport(
      old: a.text, new: b.text, comparison: .compare(pair, areActs: areActs), comments: [:])
  }

  /// A text, and the memory of the thread that read it.
  private struct Read {
    let text: DraftText
    let memory: ThreadMemory.Padding

    init(_ read: () throws -> DraftText) rethrows {
      memory = ThreadMemory.useLargePages()
      do {
        text = try read()
      } catch {
        memory.release()
        throw error
      }
    }
  }
}
