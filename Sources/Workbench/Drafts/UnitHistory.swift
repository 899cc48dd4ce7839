import DraftDiff
import LegalText
import ReviewModel

extension Workbench {
  /// Which revision last changed the own words of each unit.
  /// - Parameter unit: the unit asked for, as a lawyer writes it or in the stable form; nil for all.
  public func blame(_ address: RevisionAddress, unit: String?) throws -> BlameReport {
    var history = try UnitHistory(of: address, unit: unit, in: self)
    let units = history.unit.map {
      $0..<max(history.text.document.units[$0].subtreeEnd, $0 + 1)
    }
    let origins = try history.origins(of: units ?? history.text.document.units.indices)
    let comments = try answered(by: Set(origins.compactMap { $0 }), in: &history)
    let document = history.text.document
    return BlameReport(
      text: history.text, listing: history.listing, unit: history.unit,
      origins: origins.enumerated().map { index, position in
        let revision = position.flatMap { history.revision(at: $0) }
        let near = (revision?.resolves ?? []).filter { id in
          comments[id].map { Self.concerns($0, index, in: document) } ?? false
        }
        return BlameReport.Origin(revision: revision, comments: near)
      }, comments: comments)
  }

  /// What each revision did to a unit, from its birth to its end.
  public func log(of address: RevisionAddress, unit: String) throws -> UnitLog {
    var history = try UnitHistory(of: address, unit: unit, in: self)
    guard let start = history.unit else { throw Failure.unitNotUnderstood(unit) }
    return UnitLog(
      listing: history.listing, text: history.text,
      address: history.text.document.units[start].address,
      entries: try history.entries(of: start))
  }

  /// The comments that revisions say to answer, placed in the text looked at.
  private func answered(
    by positions: Set<Int>, in history: inout UnitHistory
  ) throws -> [EventID: CommentReport] {
    let wanted = Set(positions.compactMap { history.revision(at: $0) }.flatMap(\.resolves))
    guard !wanted.isEmpty else { return [:] }
    var result: [EventID: CommentReport] = [:]
    for thread in try index().threads(draft: history.listing.key, status: nil, search: nil)
    where wanted.contains(thread.thread.id) {
      result[thread.thread.id] = try report(thread, by: &history.finder)
    }
    return result
  }

  /// Whether a comment is on a unit, on what it holds, or on what holds it up to its Pasal.
  private static func concerns(
    _ comment: CommentReport, _ unit: Int, in document: LegalDocument
  ) -> Bool {
    guard let address = comment.placement.address ?? comment.placement.parent,
      let place = document.index(ofAddress: address)
    else { return false }
    if place == unit { return true }
    let isInside = { (inner: Int, outer: Int) in
      inner > outer && inner < document.units[outer].subtreeEnd
    }
    if isInside(unit, place) { return document.units[place].kind.isProvision }
    return isInside(place, unit) && document.units[unit].kind.isProvision
  }
}

extension UnitKind {
  /// Whether it says something itself, and does not only hold what does.
  fileprivate var isProvision: Bool {
    switch self {
    case .judul, .pembukaan, .menimbang, .mengingat, .bab, .bagian, .paragraf, .penjelasan,
      .penutup, .lampiran:
      false
    default: true
    }
  }
}

/// Follows the units of one text through the revisions of its draft.
///
/// Positions count the revisions from 0; one past the last is the working text.
struct UnitHistory {
  let text: DraftText
  let listing: DraftListing
  /// The unit that was named.
  let unit: Int?
  var finder: PlacementFinder
  private let start: Int
  private let end: Int

  init(of address: RevisionAddress, unit name: String?, in workbench: Workbench) throws {
    let folder = try workbench.draftFolder(address.draft)
    let revisions = try workbench.revisions(of: folder)
    let changed = try workbench.changedFiles(of: [folder])
    listing = try workbench.listing(of: folder, changed: changed)
    let isWorking = address.selector == .working && workbench.root != nil
    var text = try workbench.text(at: address)
    var start = isWorking ? revisions.count : (text.revision?.number ?? 1) - 1
    // A working text without changes is the last revision.
    if isWorking, let latest = revisions.last,
      let saved = try? workbench.text(of: folder, at: latest),
      saved.document.source == text.document.source
    {
      text = saved
      start -= 1
    }
    self.text = text
    self.start = start
    unit = try name.map { try UnitLookup.index(of: $0, in: text) }
    end = isWorking ? start : revisions.count - 1
    finder = PlacementFinder(
      workbench: workbench, folder: folder, revisions: revisions, target: text.document,
      position: start)
  }

  /// The revision at a position; nil for the working text.
  func revision(at position: Int) -> Revision? {
    finder.revisions.indices.contains(position) ? finder.revisions[position] : nil
  }

  private mutating func trace(upTo position: Int) throws -> UnitTrace? {
    guard let comparison = try finder.comparison(upTo: position),
      let old = try finder.text(at: position - 1), let new = try finder.text(at: position)
    else { return nil }
    return UnitTrace(comparison, from: old, to: new)
  }

  /// For each unit of the text the position at which its own words last changed; nil for units that
  /// were not asked for.
  mutating func origins(of units: Range<Int>) throws -> [Int?] {
    var result = [Int?](repeating: nil, count: text.document.units.count)
    var open = units.map { (unit: $0, now: $0) }
    var position = start
    while !open.isEmpty {
      guard let trace = try trace(upTo: position) else {
        for entry in open { result[entry.unit] = position }
        return result
      }
      var left: [(unit: Int, now: Int)] = []
      for entry in open {
        if !trace.changesOwnWords(of: entry.now), let before = trace.origins(of: entry.now).first {
          left.append((entry.unit, before))
        } else {
          result[entry.unit] = position
        }
      }
      open = left
      position -= 1
    }
    return result
  }

  /// What happened to a unit at each position, newest first.
  mutating func entries(of unit: Int) throws -> [UnitLog.Entry] {
    var later: [UnitLog.Entry] = []
    var now: Int? = unit
    var position = start
    while position < end, let from = now {
      position += 1
      guard let trace = try trace(upTo: position) else { break }
      now = trace.destinations(of: from).first
      if let event = trace.event(from: from, to: now) {
        later.append(UnitLog.Entry(revision: revision(at: position), event: event))
      }
    }
    return try later.reversed() + earlier(unit)
  }

  private mutating func earlier(_ unit: Int) throws -> [UnitLog.Entry] {
    var result: [UnitLog.Entry] = []
    var now = unit
    var position = start
    while let trace = try trace(upTo: position) {
      let before = trace.origins(of: now).first
      if let event = trace.event(from: before, to: now) {
        result.append(UnitLog.Entry(revision: revision(at: position), event: event))
      }
      guard let before else { return result }
      now = before
      position -= 1
    }
    if let document = try finder.text(at: position) {
      var event = UnitEvent(address: document.units[now].address, origins: [])
      event.kinds = [.inserted]
      event.insertedWords = WordChange.wordCount(document.text(in: document.units[now].range))
      result.append(UnitLog.Entry(revision: revision(at: position), event: event))
    }
    return result
  }
}
