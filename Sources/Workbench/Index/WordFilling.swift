import Foundation
import ReviewModel
import Synchronization

/// Makes the lists of the words of many texts, and the texts' shapes, beside the filling of the
/// tables.
final class WordFilling: Sendable {
  private struct Text: Sendable {
    var number: Int
    var text: String
  }

  private struct State {
    var spool: LetterSpool
    var lists: WordLists
    var hashes: [UInt64] = []
    var failure: (any Error)?
  }

  private let path: String
  private let worker = DispatchQueue(label: "naskah.words")
  /// How many batches may wait.
  private let places = DispatchSemaphore(value: 8)
  private let state: Mutex<State>
  private let pending = Mutex<[Text]>([])
  private static let batchLength = 512

  /// - Parameter path: what the names of its files begin with.
  init(path: String) throws {
    self.path = path
    let (spool, lists) = (try LetterSpool(path: path), try WordLists(path: path))
    state = Mutex(State(spool: spool, lists: lists))
  }

  /// Adds a text; texts come in the order of their numbers, each one more than the last.
  func add(_ number: Int, _ text: String) {
    let batch = pending.withLock { pending -> [Text]? in
      pending.append(Text(number: number, text: text))
      guard pending.count >= Self.batchLength else { return nil }
      defer { pending = [] }
      return pending
    }
    if let batch { hand(batch) }
  }

  private func hand(_ batch: [Text]) {
    places.wait()
    worker.async { [self] in
      defer { places.signal() }
      state.withLock { state in
        guard state.failure == nil else { return }
        do {
          try Self.take(batch, &state)
        } catch {
          state.failure = error
        }
      }
    }
  }

  private static func take(_ batch: [Text], _ state: inout State) throws {
    for text in batch {
      try state.lists.add(text.number, text.text, &state.hashes)
      try state.spool.append(
        state.hashes.isEmpty ? LetterShape(text.text) : LetterShape(words: state.hashes))
    }
  }

  /// Waits for the end.
  /// - Returns: the lists of all words.
  func finish() throws -> WordLists {
    let rest = pending.withLock { pending in
      defer { pending = [] }
      return pending
    }
    if !rest.isEmpty { hand(rest) }
    worker.sync {}
    return try state.withLock { state in
      if let failure = state.failure { throw failure }
      try state.lists.finish()
      return state.lists
    }
  }

  /// Gathers letters beside other work, once all texts are there.
  /// - Parameter texts: the indexes of the letters among the texts, ascending.
  func gather(_ texts: [Int]) -> Pending<GatheredLetters> {
    Pending(on: worker) { [self] in
      try state.withLock { state in
        if let failure = state.failure { throw failure }
        try state.spool.finish()
        return try GatheredLetters.gather(texts, in: state.spool, path: path)
      }
    }
  }
}

/// Letters that were gathered.
struct GatheredLetters: Sendable {
  /// Those that say the same, by the indexes of their texts.
  var sets: LetterSets
  /// The letters under each band.
  var chunks: ChunkSpool

  /// Shapes that are held at a time.
  private static let heldShapes = 1 << 14

  fileprivate static func gather(
    _ texts: [Int], in spool: LetterSpool, path: String
  ) throws -> GatheredLetters {
    var shapes: [Int: LetterShape] = [:]
    func shape(_ text: Int) throws -> LetterShape {
      if let known = shapes[text] { return known }
      if shapes.count >= heldShapes { shapes.removeAll(keepingCapacity: true) }
      let shape = try spool.shape(of: text)
      shapes[text] = shape
      return shape
    }
    var sets = LetterSets(count: (texts.last ?? -1) + 1)
    var chunks = try ChunkSpool(path: path)
    for band in 0..<LetterShape.bandCount {
      let entries = try spool.ordered(band, of: texts)
      try LetterChunk.buckets(of: entries) { bucket in
        try sets.gather(bucket) { left, right in
          try spool.mayBeVariants(left, right) && shape(left).isVariant(of: shape(right))
        }
      }
      try LetterChunk.cut(LetterChunk.witnesses(among: entries)) {
        try chunks.append(band << 32 | Int($0), $1)
      }
    }
    return GatheredLetters(sets: sets, chunks: chunks)
  }
}
