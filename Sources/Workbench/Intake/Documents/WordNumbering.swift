import LegalText

/// The automatic numbers of a DOCX file (ECMA-376 part 1, 17.9): `word/numbering.xml`.
final class WordNumbering: XMLHandler {
  /// How one level of a list is numbered.
  struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    var suffix = "tab"
    var isLegal = false
    /// The level, from 1, after which it restarts; nil for any higher one, 0 for never.
    var restart: Int?
    /// The style that numbers with this level.
    var style: String?
  }

  /// A list in use: which definition it follows and what it sets otherwise.
  private struct Instance {
    var definition = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var definitions: [String: [Int: Level]] = [:]
  /// Definitions that another style of lists defines, and the ones that define such a style.
  private var links: [String: String] = [:]
  private var styles: [String: String] = [:]
  private var instances: [String: Instance] = [:]

  private var definition: String?
  private var instance: String?
  private var level: Int?
  private var current = Level()

  // MARK: Reading

  func open(_ name: String, _ attributes: XMLAttributes) {
    let value = attributes["w:val"]
    switch name {
    case "w:abstractNum": definition = attributes["w:abstractNumId"]
    case "w:num":
      instance = attributes["w:numId"]
      if let instance { instances[instance] = Instance() }
    case "w:abstractNumId":
      if let instance, let value { instances[instance]?.definition = value }
    case "w:numStyleLink": if let definition { links[definition] = value }
    case "w:styleLink": if let value { styles[value] = definition }
    case "w:lvlOverride", "w:lvl":
      if let index = attributes["w:ilvl"].flatMap({ Int($0) }), (0...8).contains(index) {
        level = index
      }
      if name == "w:lvl" { current = Level() }
    case "w:startOverride":
      if let instance, let level, let start = value.flatMap({ Int($0) }) {
        instances[instance]?.starts[level] = start
      }
    default: readLevel(name, value)
    }
  }

  private func readLevel(_ name: String, _ value: String?) {
    switch name {
    case "w:start": current.start = min(max(value.flatMap { Int($0) } ?? 1, 0), 1_000_000)
    case "w:numFmt": current.format = value ?? "decimal"
    case "w:lvlText": current.text = value ?? ""
    case "w:suff": current.suffix = value ?? "tab"
    case "w:isLgl": current.isLegal = value.map { $0 != "0" && $0 != "false" } ?? true
    case "w:lvlRestart": current.restart = value.flatMap { Int($0) }
    case "w:pStyle": current.style = value
    default: break
    }
  }

  func close(_ name: String) {
    switch name {
    case "w:lvl":
      guard let level else { return }
      if let instance {
        instances[instance]?.levels[level] = current
      } else if let definition {
        definitions[definition, default: [:]][level] = current
        self.level = nil
      }
    case "w:lvlOverride": level = nil
    case "w:abstractNum": definition = nil
    case "w:num": instance = nil
    default: break
    }
  }

  func text(_ text: String) {}

  // MARK: Counting

  private var counters: [String: [Int: Int]] = [:]
  private var overridden: Set<String> = []

  /// The definition behind a list, links followed once.
  private func definition(of list: String) -> String? {
    guard let own = instances[list]?.definition else { return nil }
    if let style = links[own], let linked = styles[style] { return linked }
    return own
  }

  private func level(_ index: Int, of list: String) -> Level? {
    if let own = instances[list]?.levels[index] { return own }
    return definition(of: list).flatMap { definitions[$0]?[index] }
  }

  /// The level of a list that numbers paragraphs of a style.
  func level(ofStyle style: String, in list: String) -> Int? {
    (0...8).first { level($0, of: list)?.style == style }
  }

  /// Counts on in a list and gives the number as printed, with the space after it.
  func next(list: String, level index: Int) -> String {
    guard (0...8).contains(index), let definition = definition(of: list),
      let level = level(index, of: list)
    else { return "" }
    var counts = counters[definition] ?? [:]
    let key = "\(list) \(index)"
    if let start = instances[list]?.starts[index], overridden.insert(key).inserted {
      counts[index] = start
    } else {
      counts[index] = (counts[index] ?? level.start - 1) + 1
    }
    for deeper in counts.keys where deeper > index {
      let restart = self.level(deeper, of: list)?.restart ?? deeper
      if restart > index { counts[deeper] = nil }
    }
    counters[definition] = counts
    let text = printed(level, counts, list)
    if text.isEmpty { return "" }
    return text + (level.suffix == "nothing" ? "" : " ")
  }

  private func printed(_ level: Level, _ counts: [Int: Int], _ list: String) -> String {
    if level.format == "none" { return "" }
    if level.format == "bullet" { return "-" }
    var result = ""
    var isPlace = false
    for character in level.text {
      if isPlace, let place = character.wholeNumberValue, (1...9).contains(place) {
        let other = self.level(place - 1, of: list) ?? Level()
        let count = counts[place - 1] ?? other.start
        result += Self.number(count, level.isLegal ? "decimal" : other.format)
        isPlace = false
        continue
      }
      if isPlace { result.append("%") }
      isPlace = character == "%"
      if !isPlace { result.append(character) }
    }
    return isPlace ? result + "%" : result
  }

  /// A number in one of the formats of the standard; unknown ones are Arabic.
  static func number(_ value: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter": return letters(value)
    case "upperLetter": return letters(value).uppercased()
    case "lowerRoman": return RomanNumber.text(value).lowercased()
    case "upperRoman": return RomanNumber.text(value)
    case "decimalZero": return value < 10 && value >= 0 ? "0\(value)" : "\(value)"
    case "none": return ""
    default: return "\(value)"
    }
  }

  /// a … z, then aa, bb … as Word prints them.
  private static func letters(_ value: Int) -> String {
    guard (1...780).contains(value) else { return "\(value)" }
    let letter = Character(UnicodeScalar(UInt8(97 + (value - 1) % 26)))
    return String(repeating: letter, count: (value - 1) / 26 + 1)
  }
}

/// The numbering that styles of paragraphs carry: `word/styles.xml`.
final class WordStyles: XMLHandler {
  private struct Style {
    var base: String?
    var list: String?
    var level: Int?
  }

  private var styles: [String: Style] = [:]
  private var current: String?
  private(set) var standard: String?

  func open(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:style":
      current = attributes["w:styleId"]
      if let current { styles[current] = Style() }
      if attributes["w:type"] == "paragraph", attributes["w:default"] == "1" { standard = current }
    case "w:basedOn": if let current { styles[current]?.base = attributes["w:val"] }
    case "w:numId": if let current { styles[current]?.list = attributes["w:val"] }
    case "w:ilvl":
      if let current { styles[current]?.level = attributes["w:val"].flatMap { Int($0) } }
    default: break
    }
  }

  func close(_ name: String) {
    if name == "w:style" { current = nil }
  }

  func text(_ text: String) {}

  /// The list of a style, its own or that of a style that it is based on, the style that names the
  /// list, and the level.
  func list(of style: String) -> (list: String, style: String, level: Int?)? {
    var name: String? = style
    var level: Int?
    for _ in 0..<20 {
      guard let own = name, let style = styles[own] else { return nil }
      level = level ?? style.level
      if let list = style.list { return (list, own, level) }
      name = style.base
    }
    return nil
  }
}
