import GitKit
import ReviewModel

/// The three stores of a writer, each one ref (`docs/format.md`, event log).
enum LogStore: String, Sendable, CaseIterable {
  /// The events.
  case log
  /// Bodies of comments and answers, each with its salt.
  case text
  /// Names and contacts; outside `refs/naskah/`, so that pushing that never publishes them.
  case person

  /// The ref of this clone's own writer.
  func ownRef(_ writer: WriterID) -> String {
    switch self {
    case .log, .text: "refs/naskah/\(rawValue)/\(writer)"
    case .person: "refs/naskah-private/\(writer)"
    }
  }
}

/// A ref that holds events, bodies or persons of one writer.
struct LogRef: Sendable, Hashable {
  let name: String
  let store: LogStore
  let writer: WriterID
  let commit: ObjectID

  /// Reads the name of a ref; nil for one that is not of the review log.
  ///
  /// Others' refs stand under `refs/naskah-seen/REMOTE/`, or directly under `refs/naskah/` in the
  /// meeting point itself.
  init?(_ reference: Reference) {
    guard let commit = reference.target else { return nil }
    self.init(name: reference.name, commit: commit)
  }

  /// A log under the name of its ref, as it is or as it was seen before.
  init?(name: String, commit: ObjectID) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, let writer = WriterID(rawValue: last) else { return nil }
    let store: LogStore?
    if parts.count == 4, parts[1] == "naskah" {
      store = parts[2] == "log" ? .log : parts[2] == "text" ? .text : nil
    } else if parts.count >= 5, parts[1] == "naskah-seen" {
      let kind = parts[parts.count - 2]
      store = kind == "log" ? .log : kind == "text" ? .text : nil
    } else if parts.count == 3 && parts[1] == "naskah-private"
      || parts.count >= 4 && parts[1] == "naskah-private-seen"
    {
      store = .person
    } else {
      store = nil
    }
    guard let store else { return nil }
    (self.name, self.store, self.writer, self.commit) = (name, store, writer, commit)
  }

  /// All refs of the review log that this repository holds.
  static func all(in repository: GitRepository) throws(Failure) -> [LogRef] {
    try git { () throws(GitError) in
      var refs: [LogRef] = []
      for prefix in [
        "refs/naskah/", "refs/naskah-seen/", "refs/naskah-private/", "refs/naskah-private-seen/",
      ] {
        refs += try repository.references(under: prefix).compactMap { LogRef($0) }
      }
      return refs
    }
  }
}

/// Where the segment of a number stands in a log's tree: four levels of 64 names, so that adding
/// one writes four small trees at any size (16,777,216 segments a writer).
enum SegmentPath {
  /// One name a digit of base 64, in the order of their bytes: a tree lists segments in order.
  static let digits = Array("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)
  static let limit = 1 << 24

  /// The path of segment `number`, from 0.
  static func path(_ number: Int) -> String {
    var bytes: [UInt8] = []
    for shift in [18, 12, 6, 0] {
      if shift < 18 { bytes.append(UInt8(ascii: "/")) }
      bytes.append(digits[(number >> shift) & 63])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number of the segment at a path, nil for any other file.
  static func number(_ path: some Collection<UInt8>) -> Int? {
    let bytes = Array(path)
    guard bytes.count == 7 else { return nil }
    var number = 0
    for (position, byte) in bytes.enumerated() {
      if position % 2 == 1 {
        guard byte == UInt8(ascii: "/") else { return nil }
        continue
      }
      guard let digit = digits.firstIndex(of: byte) else { return nil }
      number = number << 6 | digit
    }
    return number
  }
}
