import TestSupport

/// A law and a later draft of it, with what truly happened between them.
struct SampleRevision {
  var old: SampleLaw
  var new: SampleLaw
  var inserted: Set<Int> = []
  var removed: Set<Int> = []
  var edited: Set<Int> = []
  var moved: Set<Int> = []
  var stale: Set<Int> = []

  init(seed: Int, percent: Int, articles: Int = 60) {
    var random = SeededRandom(UInt64(seed) &* 31 &+ 5)
    old = SampleLaw.make(&random, articles: articles)
    new = old
    edit(&random, percent)
    for id in 1_000..<1_000 + random.below(4) {
      let article = SampleLaw.Article(id: id, ayat: [random.sentence(25)])
      new.items.insert(.article(article), at: random.pick(new.articlePositions))
      inserted.insert(id)
    }
    for _ in 0..<random.below(4) {
      let place = random.pick(new.articlePositions)
      guard let id = new.article(at: place)?.id, id < 1_000, new.articlePositions.count > 1
      else { continue }
      new.items.remove(at: place)
      removed.insert(id)
    }
    if random.below(2) == 0, new.articlePositions.count > 3 { move(&random) }
    edited.subtract(removed)
    freeze(&random)
  }

  private mutating func edit(_ random: inout SeededRandom, _ percent: Int) {
    for place in new.articlePositions where random.below(6) == 0 {
      guard var article = new.article(at: place) else { continue }
      let texts = article.ayat
      article.ayat = texts.map { $0.contains("@") ? $0 : random.edited($0, percent: percent) }
      new.items[place] = .article(article)
      if article.ayat != texts { edited.insert(article.id) }
    }
  }

  private mutating func move(_ random: inout SeededRandom) {
    let places = new.articlePositions
    let from = places[random.below(places.count / 3)]
    guard let article = new.article(at: from), article.id < 1_000 else { return }
    new.items.remove(at: from)
    new.items.insert(.article(article), at: new.articlePositions[places.count * 2 / 3])
    moved.insert(article.id)
  }

  /// One reference keeps its old number.
  private mutating func freeze(_ random: inout SeededRandom) {
    let numbers = (old.numbers, new.numbers)
    let id = random.below(old.articles.count)
    guard let before = numbers.0[id], let after = numbers.1[id], before != after else { return }
    new.frozen[id] = before
    stale.insert(id)
  }
}
