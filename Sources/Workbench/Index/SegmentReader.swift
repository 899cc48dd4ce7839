import Foundation
import GitKit
import ReviewModel
import Synchronization

/// A record of a segment as the index takes it in.
enum DecodedRecord: Sendable {
  /// An event with its id, its line and the head of that where it may recur.
  case event(Event, ObjectID, ArraySlice<UInt8>, RecordHead?)
  /// Words or an attachment with the id of their hash, nil where that is not theirs, and their key
  /// where it was asked for.
  case body(BodyRecord, ObjectID?, TextKey)
  case person(PersonRecord)
  /// A line that is no record of the store.
  case broken(DecodingError)
}

/// Reads the segments of a ref in order. Where there are many, the next ones are read and decoded
/// while the last one is taken in, two at a time.
final class SegmentReader: Sendable {
  private let repository: GitRepository
  private let store: LogStore
  private let segments: [ObjectID]
  /// Makes the keys of texts; nil where they are not asked for.
  private let hasher: TextHasher?
  private let workers = [Worker(), Worker()]
  private let ordered = Mutex<[Int: Pending<[DecodedRecord]>]>([:])
  private let position = Mutex(0)

  /// Reads one segment after the other, with what it knows of openings.
  private final class Worker: Sendable {
    let queue = DispatchQueue(label: "naskah.segments")
    let openings = Mutex(OpeningReader())
  }

  /// A segment holds at most 1 MB of the largest comment with its JSON escapes, or attachments.
  static let segmentLimit = 64 << 20
  /// How many segments are held at a time; each may be as large as that.
  private static let ahead = 3
  private static let fewSegments = 8

  init(
    _ repository: GitRepository, _ store: LogStore, _ segments: [ObjectID], hasher: TextHasher?
  ) {
    (self.repository, self.store, self.segments) = (repository, store, segments)
    self.hasher = hasher
    if !isShort { (0..<Self.ahead).forEach(order) }
  }

  private var isShort: Bool { segments.count < Self.fewSegments }

  private func order(_ index: Int) {
    guard segments.indices.contains(index) else { return }
    let worker = workers[index % workers.count]
    let segment = Pending(on: worker.queue) { [self] in
      try decoded(segments[index], by: worker)
    }
    ordered.withLock { $0[index] = segment }
  }

  /// The records of the next segment, the last first, so that they can be taken from the end.
  /// - Throws: `GitError` where it cannot be read.
  func next() throws -> [DecodedRecord] {
    let index = position.withLock { position in
      defer { position += 1 }
      return position
    }
    guard !isShort else { return try decoded(segments[index], by: workers[0]) }
    let segment = ordered.withLock { $0.removeValue(forKey: index) }
    order(index + Self.ahead)
    return try segment?.value() ?? []
  }

  private func decoded(_ segment: ObjectID, by worker: Worker) throws -> [DecodedRecord] {
    // Bodies are checked by their own hashes, and an event's id is counted from its bytes.
    let bytes =
      isShort
      ? try repository.blob(segment, limit: Self.segmentLimit)
      : try repository.uncheckedBlob(segment, limit: Self.segmentLimit)
    let lines = RecordLine.lines(of: bytes)
    return try worker.openings.withLock { openings in
      try lines.reversed().map { try decoded($0, &openings) }
    }
  }

  private func decoded(
    _ line: ArraySlice<UInt8>, _ openings: inout OpeningReader
  ) throws -> DecodedRecord {
    do {
      switch store {
      case .log:
        let (event, head) = try openings.read(line)
        let id = try git { () throws(GitError) in try ObjectID.ofBlob(line) }
        return .event(event, id, line, head)
      case .text:
        let body = try BodyRecord.read(line)
        let isText = body.encoding == nil
        return .body(
          body, body.soundID, isText ? hasher?.key(of: body.text) ?? TextKey.none : TextKey.none)
      case .person:
        return .person(try RecordDecoder.decode(PersonRecord.self, from: Array(line)))
      }
    } catch let error as DecodingError {
      return .broken(error)
    }
  }
}
