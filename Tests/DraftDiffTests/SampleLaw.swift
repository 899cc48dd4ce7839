import LegalText
import TestSupport

/// A regulation as its drafter thinks of it: articles with an identity, references by identity.
///
/// `render` numbers it and prints it; references follow, unless frozen at a number.
struct SampleLaw {
  enum Item {
    case chapter(String)
    case article(Article)
  }

  struct Article {
    var id: Int
    /// One text without ayat, or the texts of the ayat. `@7` stands for the article with id 7.
    var ayat: [String]
  }

  var items: [Item]
  /// Numbers printed whatever the article's number is.
  var frozen: [Int: String] = [:]
  /// Numbers of articles that are not counted, such as `5A`.
  var fixed: [Int: String] = [:]

  var articles: [Article] {
    items.compactMap { if case .article(let article) = $0 { article } else { nil } }
  }

  var articlePositions: [Int] {
    items.indices.filter { if case .article = items[$0] { true } else { false } }
  }

  func article(at position: Int) -> Article? {
    if case .article(let article) = items[position] { article } else { nil }
  }

  static func make(_ random: inout SeededRandom, articles: Int, references: Int = 30) -> SampleLaw {
    var items: [Item] = []
    for id in 0..<articles {
      if id % 8 == 0 { items.append(.chapter(random.sentence(4).uppercased())) }
      let count = random.below(4)
      var ayat = (0..<max(1, count)).map { _ in random.sentence(12 + random.below(25)) }
      if random.below(100) < references {
        ayat[random.below(ayat.count)] += " Hal itu diatur dalam @\(random.below(articles))."
      }
      items.append(.article(Article(id: id, ayat: ayat)))
    }
    return SampleLaw(items: items)
  }

  /// The number of each article by id, as printed.
  var numbers: [Int: String] {
    var numbers: [Int: String] = fixed
    var next = 1
    for article in articles where fixed[article.id] == nil {
      numbers[article.id] = String(next)
      next += 1
    }
    return numbers
  }

  func render() -> LegalDocument {
    var printer = SamplePrinter(numbers: numbers, frozen: frozen)
    for item in items {
      switch item {
      case .chapter(let heading): printer.chapter(heading)
      case .article(let article): printer.article(article)
      }
    }
    return printer.document()
  }
}

/// Prints articles and notes where their units stand.
private struct SamplePrinter {
  let numbers: [Int: String]
  let frozen: [Int: String]
  private var source: [UInt8] = []
  private var units: [Unit] = []
  private var chapter: Int?
  private var chapters = 0

  init(numbers: [Int: String], frozen: [Int: String]) {
    self.numbers = numbers
    self.frozen = frozen
  }

  mutating func chapter(_ heading: String) {
    chapters += 1
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    let number = chapters <= roman.count ? roman[chapters - 1] : "X\(roman[(chapters - 1) % 10])"
    chapter = units.count
    open(.bab, "bab-\(chapters)", "BAB \(number)", heading: heading, parent: nil)
    write("\n\(heading)")
    close(units.count - 1)
  }

  mutating func article(_ article: SampleLaw.Article) {
    let number = numbers[article.id] ?? "0"
    let address = "pasal-\(number.lowercased())"
    let index = units.count
    open(.pasal, address, "Pasal \(number)", heading: "", parent: chapter)
    if article.ayat.count == 1 {
      write("\n" + resolved(article.ayat[0]))
    } else {
      for (position, text) in article.ayat.enumerated() {
        open(
          .ayat, "\(address)/ayat-\(position + 1)", "(\(position + 1))", heading: "",
          parent: index)
        write(" " + resolved(text))
        close(units.count - 1)
      }
    }
    close(index)
  }

  private func resolved(_ text: String) -> String {
    text.split(separator: " ").map { word in
      guard word.hasPrefix("@") else { return String(word) }
      let digits = word.dropFirst().prefix { $0.isNumber }
      let id = Int(digits) ?? -1
      return "Pasal \(frozen[id] ?? numbers[id] ?? "999")" + word.dropFirst(digits.count + 1)
    }.joined(separator: " ")
  }

  private mutating func open(
    _ kind: UnitKind, _ address: String, _ label: String, heading: String, parent: Int?
  ) {
    if !source.isEmpty { write("\n") }
    let start = source.count
    write(label)
    units.append(
      Unit(
        kind: kind, address: address, label: label, heading: heading,
        depth: parent.map { units[$0].depth + 1 } ?? 0, range: start..<source.count,
        labelRange: start..<source.count, parent: parent, subtreeEnd: 0))
  }

  private mutating func close(_ index: Int) {
    var next: Int? = index
    while let unit = next {
      units[unit].range = units[unit].range.lowerBound..<source.count
      units[unit].subtreeEnd = units.count
      next = units[unit].parent
    }
  }

  private mutating func write(_ text: String) { source += Array(text.utf8) }

  func document() -> LegalDocument { LegalDocument(source: source, units: units) }
}
