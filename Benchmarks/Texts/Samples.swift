import Foundation
import LegalText

/// The texts that are measured with.
enum Samples {
  /// The folder of the program's own package.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The sample draft on public order, as it stands in the repository.
  static let draft = bytes("Drafts/pekat/naskah.txt") ?? []

  /// UU 11/2020, 1.3 MB of it; nil where the corpus is not at hand.
  static let longLaw = bytes("../shared/corpus/laws/md-uu-2020-011.md")

  private static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: root.appending(path: path))).map { [UInt8]($0) }
  }
}

/// A long act: the articles of the sample draft, over and over, each time with new numbers, their
/// references with them.
struct LongAct {
  private let head: String
  private let articles: [String]

  init() {
    let document = LegalParser.parse(Samples.draft)
    let units = document.units.filter { $0.kind == .pasal && !$0.address.contains("/") }
    articles = units.map { document.text(in: $0.range) }
    head = document.text(in: 0..<(units.first?.range.lowerBound ?? 0))
  }

  /// The act with so many bytes or a few more.
  /// - Parameter inserted: whether a new article stands in the middle, all behind it renumbered.
  func text(bytes: Int, inserted: Bool = false) -> [UInt8] {
    let perCopy = articles.reduce(0) { $0 + $1.utf8.count }
    let copies = max(1, (bytes - head.utf8.count) / max(1, perCopy) + 1)
    let middle = copies * articles.count / 2
    var text = head
    for copy in 0..<copies {
      for (index, article) in articles.enumerated() {
        let number = copy * articles.count + index + 1
        if inserted, number == middle {
          text += "Pasal \(number)\nKetentuan yang disisipkan untuk mengukur perbandingan.\n\n"
        }
        text += Self.renumbered(article) { old in
          let new = copy * articles.count + old
          return inserted && new >= middle ? new + 1 : new
        }
        if !text.hasSuffix("\n\n") { text += text.hasSuffix("\n") ? "\n" : "\n\n" }
      }
    }
    return Array(text.utf8)
  }

  /// The text with each number behind the word "Pasal" made another.
  private static func renumbered(_ text: String, _ number: (Int) -> Int) -> String {
    let parts = text.split(separator: "Pasal ", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      guard index > 0, let old = Int(digits) else { return String(part) }
      return "\(number(old))\(part.dropFirst(digits.count))"
    }.joined(separator: "Pasal ")
  }
}
