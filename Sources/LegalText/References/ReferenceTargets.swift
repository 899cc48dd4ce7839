/// What a document holds that citations may be of, looked up once.
///
/// A class, so that what is known of each mention can hold it without copying it.
final class ReferenceTargets {
  let document: LegalDocument
  let hasInstructions: Bool
  /// Whether the considerations have letters, beginning with the first.
  let hasConsiderations: Bool
  /// Whether its own articles have Roman numbers.
  let isAmendment: Bool
  /// The replaced articles by the amending article and their number.
  private let replaced: [String: String]
  /// The notes that instructions quote, which look like articles.
  private let quotedNotes: Set<String>
  /// The article that an instruction gives new words, by its address; nil where it gives several.
  private lazy var amendedArticles: [String: String?] = articlesByInstruction()
  /// The highest number of an article.
  private lazy var lastArticle =
    document.units.lazy.filter { $0.kind == .pasal }
    .compactMap { unit in
      unit.address.lastIndex(of: "-").flatMap {
        Self.leadingNumber(unit.address[unit.address.index(after: $0)...])
      }
    }.max() ?? 0

  init(document: LegalDocument) {
    self.document = document
    isAmendment = document.index(ofAddress: "pasal-i") != nil
    hasConsiderations = document.index(ofAddress: "menimbang/huruf-a") != nil
    hasInstructions = document.units.contains { $0.kind == .instruksi }
    (replaced, quotedNotes) = hasInstructions ? Self.replaced(in: document) : ([:], [])
  }

  private static func replaced(
    in document: LegalDocument
  ) -> (articles: [String: String], quotedNotes: Set<String>) {
    var replaced: [String: String] = [:]
    var notes: Set<String> = []
    for unit in document.units {
      if unit.kind == .instruksi { notes.formUnion(notesQuoted(by: unit, in: document)) }
      guard unit.kind == .pasal, let slash = unit.address.lastIndex(of: "/"),
        !unit.address.hasPrefix("penjelasan"), !notes.contains(unit.address)
      else { continue }
      let article = String(unit.address.prefix { $0 != "/" })
      let key = article + "#" + String(unit.address[unit.address.index(after: slash)...])
      if replaced[key] == nil { replaced[key] = unit.address }
    }
    return (replaced, notes)
  }

  /// The addresses of the notes that an instruction on the elucidation gives new words: `Ketentuan
  /// penjelasan Pasal 5 diubah`.
  private static func notesQuoted(by unit: Unit, in document: LegalDocument) -> [String] {
    let text = ReferenceText(bytes: document.source, limit: unit.range.upperBound)
    var position = text.spaceEnd(unit.labelRange.upperBound)
    for _ in 0..<3 {
      guard let end = text.end(ofAny: introductions, at: position) else { break }
      position = text.spaceEnd(end)
    }
    guard let word = text.end(of: "penjelasan", at: position) else { return [] }
    position = word
    let reader = ReferencePhraseReader(text: text, isInstruction: true)
    while let next = text.nextLevelStart(from: position), next - word < 100 {
      if let phrase = reader.phrase(at: next) {
        return phrase.items.flatMap(\.levels).filter { $0.kind == .pasal }.map {
          unit.address + "/pasal-" + $0.number.number
        }
      }
      position = text.wordEnd(next)
    }
    return []
  }

  private static let introductions: WordList = ["ketentuan", "dalam", "pada", "atas"]

  /// Whether the title names a treaty, as that of an act that ratifies one.
  private(set) lazy var isAboutTreaty: Bool = {
    let text = ReferenceText(bytes: document.source, limit: document.source.count)
    return document.units.first { $0.kind == .judul }.map { text.namesTreaty(in: $0.range) }
      ?? false
  }()

  /// Whether an article number is higher than any of the text.
  func isBeyondLast(_ number: String) -> Bool {
    Self.leadingNumber(number[...]).map { $0 > lastArticle } ?? false
  }

  private static func leadingNumber(_ text: Substring) -> Int? {
    Int(text.prefix { $0.isASCII && $0.isNumber })
  }

  private func articlesByInstruction() -> [String: String?] {
    var articles: [String: String?] = [:]
    for unit in document.units where unit.kind == .pasal {
      guard let parent = unit.parent, document.units[parent].kind == .instruksi else { continue }
      let instruction = document.units[parent].address
      articles[instruction] = .some(articles[instruction] == nil ? unit.address : nil)
    }
    return articles
  }

  /// The only article to which an instruction gives new words.
  func onlyArticle(of instruction: String) -> String? { amendedArticles[instruction] ?? nil }

  /// The address of the article `number` as a mention in `context` means it; nil where it is an
  /// article of the regulation that is amended.
  func article(_ number: String, from context: ReferenceContext) -> String? {
    let plain = "pasal-" + number
    let isRoman = number.utf8.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    guard context.instruction.isEmpty else {
      if isRoman { return plain }
      let own = context.instruction + "/" + plain
      let isNote = !context.isInstructionText && quotedNotes.contains(own)
      if !isNote, document.index(ofAddress: own) != nil { return own }
      if context.isInstructionText { return nil }
      return replaced[String(context.instruction.prefix { $0 != "/" }) + "#" + plain]
    }
    if isAmendment, !isRoman, document.index(ofAddress: plain) == nil {
      return replaced["pasal-i#" + plain]
    }
    // Inside the second of two articles of one number, its neighbours are second ones too.
    if let mark = context.steps.first?.number.utf8.firstIndex(of: 0x7E) {
      let same = plain + (context.steps.first?.number[mark...] ?? "")
      if document.index(ofAddress: same) != nil { return same }
    }
    return plain
  }

  /// The address of `steps` under `base`, taking the marks as the text has them (`huruf a` may be
  /// the item `a)`), and the unit there if all of them stand.
  func descend(_ base: String, _ steps: ArraySlice<AddressStep>) -> (address: String, unit: Int?) {
    var address = base
    var unit = base.isEmpty ? nil : document.index(ofAddress: base)
    for step in steps {
      let direct = AddressNumber.joined(address, step)
      if unit != nil || address.isEmpty {
        unit = document.index(ofAddress: direct)
        if unit == nil, let kind = Self.lookalike(step.kind) {
          let other = AddressNumber.joined(address, AddressStep(kind: kind, number: step.number))
          unit = document.index(ofAddress: other)
          if unit != nil {
            address = other
            continue
          }
        }
        if unit == nil, step.kind == .ayat, let (other, item) = unbracketed(address, step.number) {
          (address, unit) = (other, item)
          continue
        }
      }
      address = direct
    }
    return (address, unit)
  }

  /// The ayat `number` of an article that prints the marks of its ayat as `1)` or `1.`: such items
  /// begin right below the heading, with no words before them.
  private func unbracketed(_ article: String, _ number: String) -> (address: String, unit: Int)? {
    guard let holder = document.index(ofAddress: article), beginsWithItem(holder) else {
      return nil
    }
    let kind = document.units[holder + 1].kind
    let address = AddressNumber.joined(article, AddressStep(kind: kind, number: number))
    return document.index(ofAddress: address).map { (address, $0) }
  }

  /// Whether a unit is an article whose items begin right below its heading, with no words before
  /// them.
  func beginsWithItem(_ unit: Int) -> Bool {
    let units = document.units
    guard units[unit].kind == .pasal, unit + 1 < units[unit].subtreeEnd,
      units[unit + 1].kind == .subangka || units[unit + 1].kind == .angka
    else { return false }
    let start = units[unit].labelRange.upperBound
    let lead = start..<max(start, units[unit + 1].range.lowerBound)
    return document.withoutFurniture(lead).allSatisfy {
      document.source[$0].allSatisfy(Whitespace.isSpace)
    }
  }

  /// The only unit below `base` at which `steps` may lead where each may leave out one level.
  func only(_ base: String, _ steps: ArraySlice<AddressStep>) -> Int? {
    guard var unit = document.index(ofAddress: base) else { return nil }
    for step in steps {
      let address = AddressNumber.joined(document.units[unit].address, step)
      if let direct = document.index(ofAddress: address) {
        unit = direct
        continue
      }
      let depth = document.units[unit].depth
      let end = document.units[unit].subtreeEnd
      guard step.kind != .ayat, end - unit <= 400 else { return nil }
      var found: Int?
      for inner in unit + 1..<max(end, unit + 1) {
        let candidate = document.units[inner]
        guard candidate.depth == depth + 2,
          candidate.kind == step.kind || candidate.kind == Self.lookalike(step.kind),
          candidate.address.hasSuffix("-" + step.number)
        else { continue }
        if found != nil { return nil }
        found = inner
      }
      guard let found else { return nil }
      unit = found
    }
    return unit
  }

  private static func lookalike(_ kind: UnitKind) -> UnitKind? {
    switch kind {
    case .huruf: .subhuruf
    case .subhuruf: .huruf
    case .angka: .subangka
    case .subangka: .angka
    default: nil
    }
  }
}
