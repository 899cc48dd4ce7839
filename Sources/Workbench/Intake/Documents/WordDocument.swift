import ReviewModel

/// The text of a DOCX file as it is printed: `word/document.xml` with its automatic numbers.
///
/// Tracked changes are taken as accepted. Footnotes, headers and pictures are left out and counted.
final class WordDocument: XMLHandler {
  /// A paragraph being read; text boxes hold paragraphs within paragraphs.
  private struct Paragraph {
    var text = ""
    var style: String?
    var list: String?
    var level: Int?
    var markIsDeleted = false
    /// Whether its properties are being read, where `w:ins` and `w:del` concern its mark alone.
    var inProperties = false
  }

  private struct Row {
    /// The lines of each cell.
    var cells: [[String]] = []
  }

  private let numbering: WordNumbering
  private let styles: WordStyles
  private(set) var lines: [String] = []
  private(set) var notes = DocumentNotes()

  private var paragraphs: [Paragraph] = []
  private var rows: [Row] = []
  private var carried = ""
  private var isText = false
  private var deleted = 0
  private var inserted = 0
  private var fallback = 0
  private var instruction = 0
  /// How many elements with earlier properties are open: `w:pPrChange` holds those before a change.
  private var earlier = 0

  private init(_ numbering: WordNumbering, _ styles: WordStyles) {
    self.numbering = numbering
    self.styles = styles
  }

  /// Reads the file at `path`.
  /// - Throws: `Failure.documentUnreadable`.
  static func read(path: String, named name: String) throws -> (text: String, notes: DocumentNotes)
  {
    let archive = try WordArchive(path: path, named: name)
    let numbering = WordNumbering()
    let styles = WordStyles()
    try archive.read("word/numbering.xml", into: numbering)
    try archive.read("word/styles.xml", into: styles)
    let document = WordDocument(numbering, styles)
    guard try archive.read("word/document.xml", into: document) else {
      throw Failure.documentUnreadable(path: name, problem: .notWord)
    }
    document.notes.headers =
      archive.count(prefix: "word/header") + archive.count(prefix: "word/footer")
    return (document.lines.joined(separator: "\n") + "\n", document.notes)
  }

  // MARK: Elements

  func open(_ name: String, _ attributes: XMLAttributes) {
    if name == "w:pPrChange" { earlier += 1 }
    guard earlier == 0 else { return }
    switch name {
    case "mc:Fallback": fallback += 1
    case "w:p": paragraphs.append(Paragraph())
    case "w:pPr": change { $0.inProperties = true }
    case "w:tr": rows.append(Row())
    case "w:tbl": notes.tables += 1
    case "w:tc":
      if !rows.isEmpty { rows[rows.count - 1].cells.append([]) }
    case "w:ins", "w:moveTo": openInsertion()
    case "w:del", "w:moveFrom": openDeletion()
    case "w:t": isText = true
    case "w:instrText": instruction += 1
    default: openOther(name, attributes)
    }
  }

  private func openOther(_ name: String, _ attributes: XMLAttributes) {
    let inProperties = paragraphs.last?.inProperties ?? false
    switch name {
    case "w:pStyle" where inProperties: change { $0.style = attributes["w:val"] }
    case "w:numId" where inProperties: change { $0.list = attributes["w:val"] }
    case "w:ilvl" where inProperties:
      change { $0.level = attributes["w:val"].flatMap { Int($0) } }
    case "w:tab", "w:ptab": if !inProperties { add(" ") }
    case "w:br", "w:cr": add("\n")
    case "w:noBreakHyphen": add("-")
    case "w:footnoteReference", "w:endnoteReference": if isKept { notes.footnotes += 1 }
    case "w:commentReference": if isKept { notes.comments += 1 }
    case "w:drawing", "w:pict", "w:object": if isKept { notes.pictures += 1 }
    default: break
    }
  }

  private func openInsertion() {
    guard paragraphs.last?.inProperties != true else { return }
    inserted += 1
    notes.insertions += 1
  }

  private func openDeletion() {
    if paragraphs.last?.inProperties == true {
      change { $0.markIsDeleted = true }
    } else {
      deleted += 1
      notes.deletions += 1
    }
  }

  func close(_ name: String) {
    if name == "w:pPrChange" { earlier = max(earlier - 1, 0) }
    guard earlier == 0 else { return }
    switch name {
    case "mc:Fallback": fallback = max(fallback - 1, 0)
    case "w:p": closeParagraph()
    case "w:pPr": change { $0.inProperties = false }
    case "w:tr": closeRow()
    case "w:del", "w:moveFrom":
      if paragraphs.last?.inProperties != true { deleted = max(deleted - 1, 0) }
    case "w:t": isText = false
    case "w:instrText": instruction = max(instruction - 1, 0)
    default: break
    }
  }

  func text(_ text: String) {
    if isText, instruction == 0 { add(text) }
  }

  private var isKept: Bool { deleted == 0 && fallback == 0 }

  private func add(_ text: String) {
    guard isKept, !paragraphs.isEmpty else { return }
    paragraphs[paragraphs.count - 1].text += text
  }

  private func change(_ body: (inout Paragraph) -> Void) {
    guard isKept, !paragraphs.isEmpty else { return }
    body(&paragraphs[paragraphs.count - 1])
  }

  // MARK: Paragraphs and rows

  private func closeParagraph() {
    guard let paragraph = paragraphs.popLast(), fallback == 0 else { return }
    let text = carried + paragraph.text
    if paragraph.markIsDeleted {
      carried = text
      return
    }
    carried = ""
    let number = number(of: paragraph)
    put((number + text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  private func number(of paragraph: Paragraph) -> String {
    let style = paragraph.style ?? styles.standard
    let inherited = style.flatMap { styles.list(of: $0) }
    guard let list = paragraph.list ?? inherited?.list, list != "0" else { return "" }
    let level =
      paragraph.level ?? inherited.flatMap { numbering.level(ofStyle: $0.style, in: list) }
      ?? inherited?.level ?? 0
    return numbering.next(list: list, level: level)
  }

  /// Puts lines in the innermost open cell, else in the text.
  private func put(_ text: [String]) {
    if let last = rows.indices.last, let cell = rows[last].cells.indices.last {
      rows[last].cells[cell] += text
    } else {
      lines += text
    }
  }

  /// A row becomes lines: a label, its colon and the text beside it share the first one, as in
  /// `Menimbang : a. bahwa`; cells of a table of data are parted by bars.
  private func closeRow() {
    guard let row = rows.popLast(), fallback == 0 else { return }
    var cells = row.cells.map { cell in
      cell.map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    }
    while cells.last?.isEmpty == true { cells.removeLast() }
    guard !cells.isEmpty else { return }
    let isLabelled =
      cells.count >= 2 && (cells[1].first == ":" || Self.isLabel(cells[0].first ?? ""))
      || cells.filter { !$0.isEmpty }.count == 1
    let isTable = !isLabelled && cells.allSatisfy { $0.count <= 1 }
    if isTable {
      put(["| " + cells.map { $0.first ?? "" }.joined(separator: " | ") + " |"])
      return
    }
    guard isLabelled else {
      put(cells.flatMap { $0 })
      return
    }
    put([cells.compactMap(\.first).joined(separator: " ")])
    for cell in cells { put(Array(cell.dropFirst())) }
  }

  private static func isLabel(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter }.lowercased()
    return ["menimbang", "mengingat", "menetapkan", "memperhatikan", "membaca"].contains(word)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
