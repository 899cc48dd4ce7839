/// An amending instruction as its words say it (UU 12/2011, Lampiran II angka 233–236).
struct Instruction: Sendable {
  enum Action: Sendable { case change, delete, insert, append }

  /// One unit named: its levels, outermost first.
  struct Named: Sendable {
    var kind: UnitKind
    var number: UnitNumber
    /// The number as an address has it.
    var text: String
    /// The number of the article named with it.
    var article: String?
    var printed: String
    var range: Range<Int>
    /// Whether it stands after *sehingga*: what the text below has to be.
    var isResult = false
  }

  var unit: Int
  var action: Action
  /// The units that are inserted: those after *yakni*.
  var inserted: [Named] = []
  /// The neighbours after *di antara*.
  var neighbours: [Named] = []
  /// The other units named before *sehingga*.
  var named: [Named] = []
  /// The unit after *setelah*, behind which something is added.
  var predecessor: Named?
  /// Whether a range is named, so that not every unit is.
  var hasRange = false
  /// The count after *disisipkan*, with its place.
  var count: (value: Int, range: Range<Int>)?
  /// The articles that the instruction holds directly, as replacement text.
  var articles: [Int] = []
  /// Their numbers as addresses have them.
  var articleNumbers: Set<String> = []

  /// The article that it is about, for its place among others.
  var mainArticle: Named? {
    let isWrong = { (named: Named) in
      named.isResult && !articleNumbers.isEmpty && !articleNumbers.contains(named.text)
    }
    return (neighbours + named + inserted).first { $0.kind == .pasal && !isWrong($0) }
  }
}

/// Reads instructions.
struct InstructionReader {
  let context: CheckContext
  private let words = Words()

  private struct Words {
    let deleted = WordHash.of("dihapus")
    let inserted: Set<UInt64> = Set(
      ["disisipkan", "disisipi", "disisip"].map { WordHash.of($0) })
    let added = WordHash.of("ditambahkan")
    let after = WordHash.of("setelah")
    let namely: Set<UInt64> = [WordHash.of("yakni"), WordHash.of("yaitu")]
    let between: Set<UInt64> = [WordHash.of("antara"), WordHash.of("diantara")]
    let so: Set<UInt64> = [WordHash.of("sehingga"), WordHash.of("berbunyi")]
    let follows = WordHash.of("berikut")
    /// What else the instruction does: `…, serta ketentuan Pasal 5 diubah`.
    let also: Set<UInt64> = [WordHash.of("serta"), WordHash.of("ketentuan")]
  }

  init(_ context: CheckContext) { self.context = context }

  /// All instructions of a text.
  func instructions() -> [Instruction] {
    let cited = Dictionary(grouping: context.references, by: \.unit)
    return context.units.indices.filter { context.units[$0].kind == .instruksi }.map {
      instruction($0, cited[$0] ?? [])
    }
  }

  private func instruction(_ unit: Int, _ references: [Reference]) -> Instruction {
    let lead = context.leadIn(of: unit)
    let tokens = context.words(of: unit).filter { $0.start < lead.upperBound }
    func position(_ matches: (CheckToken) -> Bool) -> Int? { tokens.first(where: matches)?.start }
    let namely = position { words.namely.contains($0.hash) } ?? Int.max
    let between = position { words.between.contains($0.hash) } ?? Int.max
    let so = position { words.so.contains($0.hash) } ?? Int.max
    let also = position { $0.start > namely && words.also.contains($0.hash) } ?? Int.max
    // "…, yakni BAB VA, dan di antara Pasal 11 dan Pasal 12 disisipkan …, yakni Pasal 11A"
    let again = position { $0.start > namely && words.between.contains($0.hash) } ?? Int.max
    let newly = position { $0.start > again && words.namely.contains($0.hash) } ?? Int.max
    // What follows in the instruction itself is replacement text that was not read.
    let text = position { $0.start > so && $0.hash == words.follows } ?? Int.max
    let insert = position { words.inserted.contains($0.hash) }
    let append = position { $0.hash == words.added }
    let delete = position { $0.hash == words.deleted }
    let action: Instruction.Action =
      insert != nil ? .insert : append != nil ? .append : delete != nil ? .delete : .change
    var result = Instruction(unit: unit, action: action)
    let acts = insert ?? append ?? Int.max
    let following = position { $0.hash == words.after } ?? Int.max
    for (index, reference) in references.enumerated() {
      guard reference.range.lowerBound < lead.upperBound, let named = named(index, references)
      else { continue }
      let place = reference.range.lowerBound
      guard place < text else { break }
      if reference.relation == .rangeEnd { result.hasRange = true }
      if place > following, place < acts { result.predecessor = named }
      if place > again, place < newly {
        result.neighbours.append(named)
      } else if place > namely, place < min(so, also) {
        result.inserted.append(named)
      } else if place > between, place < acts, insert != nil {
        result.neighbours.append(named)
      } else if place < so {
        result.named.append(named)
      } else {
        // "sehingga Pasal 5 berbunyi" names the article again.
        var again = named
        again.isResult = true
        result.named.append(again)
      }
    }
    result.count = count(after: acts, tokens)
    result.articles = context.children[unit].filter { context.units[$0].kind == .pasal }
    result.articleNumbers = Set(
      result.articles.map { article in
        String(context.lastStep(article).dropFirst("pasal-".count).prefix { $0 != "~" })
      })
    return result
  }

  private func count(
    after position: Int, _ tokens: [CheckToken]
  ) -> (value: Int, range: Range<Int>)? {
    guard let index = tokens.firstIndex(where: { $0.start > position }),
      tokens[index].flags.contains(.number),
      let value = Int(context.printed(tokens[index].range))
    else { return nil }
    return (value, tokens[index].range)
  }

  /// The innermost level of a citation; an item of a list takes its article from those after it
  /// (*ayat (1) dan ayat (2) Pasal 19*).
  private func named(_ index: Int, _ references: [Reference]) -> Instruction.Named? {
    let reference = references[index]
    guard let part = reference.parts.max(by: { depth($0.kind) < depth($1.kind) }),
      let number = UnitNumber(Array(part.number.utf8), kind: part.kind)
    else { return nil }
    let article = references[index...].prefix(4).lazy
      .compactMap { $0.parts.first { $0.kind == .pasal }?.number }.first
    return Instruction.Named(
      kind: part.kind, number: number, text: part.number, article: article,
      printed: context.printed(reference.range), range: reference.range)
  }

  private func depth(_ kind: UnitKind) -> Int {
    let order: [UnitKind] = [
      .bab, .bagian, .paragraf, .pasal, .ayat, .huruf, .angka, .subhuruf, .subangka,
    ]
    return order.firstIndex(of: kind) ?? 0
  }
}
