import DraftDiff
import LegalText
import ReviewModel

/// Where the units and comments of a difference lead on a terminal that follows links.
public struct DiffLinks: Sendable {
  /// The file of the old text, absolute; nil where it is not in a file.
  public var oldFile: String?
  /// The file of the new text, absolute; nil where it is not in a file.
  public var newFile: String?
  /// The address of a comment, with `{id}` where its id belongs; nil where comments have none.
  public var comment: String?

  /// Makes links.
  public init(oldFile: String? = nil, newFile: String? = nil, comment: String? = nil) {
    self.oldFile = oldFile
    self.newFile = newFile
    self.comment = comment
  }
}

/// Makes the links of one difference.
struct DiffLinkMaker {
  private let links: DiffLinks
  private let report: DiffReport
  private let oldLines: [Int]
  private let newLines: [Int]

  init(_ links: DiffLinks, _ report: DiffReport) {
    self.links = links
    self.report = report
    oldLines = links.oldFile == nil ? [] : Self.lineEnds(report.old.document.source)
    newLines = links.newFile == nil ? [] : Self.lineEnds(report.new.document.source)
  }

  private static func lineEnds(_ source: [UInt8]) -> [Int] {
    source.indices.filter { source[$0] == 0x0A }
  }

  /// The place of a unit in its file.
  func target(_ holder: DiffGroups.Holder) -> LinkTarget? {
    switch holder {
    case .new(let unit):
      target(links.newFile, report.new.document.units[unit].range.lowerBound, newLines)
    case .old(let unit):
      target(links.oldFile, report.old.document.units[unit].range.lowerBound, oldLines)
    }
  }

  private func target(_ file: String?, _ byte: Int, _ lineEnds: [Int]) -> LinkTarget? {
    guard let file else { return nil }
    var (low, high) = (0, lineEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if lineEnds[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return LinkTarget(file: file, line: low + 1)
  }

  func target(_ comment: CommentReport) -> LinkTarget? {
    guard let template = links.comment, template.contains("{id}") else { return nil }
    let parts = template.split(separator: "{id}", omittingEmptySubsequences: false)
    return LinkTarget(parts.joined(separator: comment.thread.id.rawValue))
  }
}
