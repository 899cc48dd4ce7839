import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

/// Comments whose campaigns others have told apart.
private struct ClusteredComments {
  /// A comment with the number of its campaign, and that of its texts within it.
  struct Comment {
    var campaign: Int
    var cluster: Int
    var text: String
  }

  static let path = PackageFolder.corpus + "/comments/regulations-gov-clustered.csv"
  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  var comments: [Comment] = []

  init() throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: Self.path)))
    let table = try DelimitedText(bytes, path: Self.path)
    func place(_ name: String) throws -> Int {
      try #require(table.header.cells.firstIndex(of: name))
    }
    let (campaign, cluster, text) = (try place("comp"), try place("clust"), try place("text"))
    var read: [Comment] = []
    try table.forEach { record in
      try #require(record.cells.count > max(campaign, cluster, text))
      read.append(
        Comment(
          campaign: try #require(Int(record.cells[campaign])),
          cluster: try #require(Int(record.cells[cluster])), text: record.cells[text]))
    }
    comments = read
  }
}

/// How many pairs of comments a grouping has right.
private struct PairScore: CustomStringConvertible {
  private(set) var found = 0
  private(set) var ofOneCampaign = 0
  private(set) var ofOneCluster = 0
  private(set) var wanted = 0

  /// - Parameters:
  ///   - groups: the group of each comment, by its index.
  ///   - isMeant: which campaigns count.
  init(
    _ groups: [Int: Int], of comments: [ClusteredComments.Comment],
    where isMeant: (Int) -> Bool = { _ in true }
  ) {
    for (index, comment) in comments.enumerated() where isMeant(comment.campaign) {
      for other in comments.indices[..<index] where isMeant(comments[other].campaign) {
        let isOneCluster = comment.cluster == comments[other].cluster
        if isOneCluster { wanted += 1 }
        guard let group = groups[index], group == groups[other] else { continue }
        found += 1
        if isOneCluster { ofOneCluster += 1 }
        if comment.campaign == comments[other].campaign { ofOneCampaign += 1 }
      }
    }
  }

  var precision: Double { Double(ofOneCampaign) / Double(max(found, 1)) }
  var recall: Double { Double(ofOneCluster) / Double(max(wanted, 1)) }
  var description: String {
    "precision \(Int((precision * 1000).rounded())), recall \(Int((recall * 1000).rounded())) ‰"
  }
}

@Suite(
  "Form letters among real comments",
  .enabled(
    if: ClusteredComments.isPresent,
    "skipped: ../shared/corpus/comments/regulations-gov-clustered.csv is not here"))
struct LetterCorpusTests {
  /// The groups of comments, by their indexes; none for one alone.
  private func groups(
    of comments: [ClusteredComments.Comment], in order: [Int]
  ) throws -> [Int: Int] {
    let bench = try Bench()
    let rows = order.map { "\"\(comments[$0].text.replacing("\"", with: "\"\""))\"" }
    let report = try bench.importing("masukan\n" + rows.joined(separator: "\n") + "\n")
    #expect(report.imported == comments.count)
    let listed = try bench.comments()
    #expect(listed.count == comments.count)
    let indexes = Dictionary(
      uniqueKeysWithValues: try listed.map { comment in
        let row = try #require(comment.thread.comment.source?.row)
        return (comment.thread.id, order[row - 1])
      })
    var result: [Int: Int] = [:]
    for (number, group) in try bench.open().letterGroups(of: nil).groups.enumerated() {
      for member in group.members {
        let index = try #require(indexes[member.id])
        #expect(result.updateValue(number, forKey: index) == nil)
      }
    }
    return result
  }

  // Of the pairs in groups 95 in 100 are to be of one campaign, and of those in the finer clusters,
  // which part even equal texts, 60 in 100 to be found: of all comments, and within the campaigns
  // of odd and of even numbers.
  @Test("groups are campaigns, whatever comes first", arguments: [0, 1, 2])
  func clustered(_ turn: Int) throws {
    let comments = try ClusteredComments().comments
    #expect(comments.count > 1000)
    var order = Array(comments.indices)
    var random = SeededRandom(UInt64(turn))
    if turn > 0 { order.shuffle(using: &random) }
    let groups = try groups(of: comments, in: order)
    let all = PairScore(groups, of: comments)
    let odd = PairScore(groups, of: comments) { $0 % 2 == 1 }
    let even = PairScore(groups, of: comments) { $0 % 2 == 0 }
    print("form letters, order \(turn): all \(all); odd \(odd); even \(even)")
    for score in [all, odd, even] {
      #expect(score.precision >= 0.95, "\(score)")
      #expect(score.recall >= 0.6, "\(score)")
    }
  }
}
