import LegalText

/// A document built from lines of `address | label | own words`, so that citations can be tested
/// without a parser. A line's unit holds the lines below it whose address continues its own, or
/// that are indented more.
struct RegulationFixture {
  private var source: [UInt8] = []
  private var units: [Unit] = []
  private var open: [(index: Int, indent: Int)] = []

  static func document(_ text: String) -> LegalDocument {
    var fixture = RegulationFixture()
    for line in text.split(separator: "\n") { fixture.add(line) }
    fixture.close(downTo: -1)
    return LegalDocument(source: fixture.source, units: fixture.units)
  }

  private mutating func close(downTo indent: Int) {
    while let last = open.last, last.indent >= indent {
      units[last.index].subtreeEnd = units.count
      units[last.index].range = units[last.index].range.lowerBound..<max(source.count - 1, 0)
      open.removeLast()
    }
  }

  private mutating func add(_ line: Substring) {
    let indent = line.prefix { $0 == " " }.count
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard fields.count == 3 else { return }
    close(downTo: indent)
    let start = source.count
    source += Array(fields[1].utf8)
    let label = start..<source.count
    source += Array((" " + fields[2].split(separator: "\\").joined(separator: "\n") + "\n").utf8)
    let address = fields[0]
    units.append(
      Unit(
        kind: Self.kind(address), address: address.filter { $0 != "!" }, label: fields[1],
        heading: "", depth: open.count, range: start..<source.count - 1, labelRange: label,
        parent: open.last?.index, subtreeEnd: units.count + 1))
    units[units.count - 1].address = address.filter { $0 != "!" }
    open.append((units.count - 1, indent))
  }

  /// The kind that the last step of an address names; `!` marks an instruction.
  private static func kind(_ address: String) -> UnitKind {
    if address.hasSuffix("!") { return .instruksi }
    let step = address.split(separator: "/").last ?? ""
    return UnitKind(rawValue: String(step.prefix { $0 != "-" })) ?? .blok
  }
}

extension String {
  fileprivate var trimmed: String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}

/// What a reference is, in one line: `Pasal 5 ayat (2) → pasal-5/ayat-2`; `?` where nothing stands
/// there, `→ luar` for another instrument, `…` before a range's second end, `−` for an exclusion.
func described(_ document: LegalDocument, in address: String? = nil) -> [String] {
  ReferenceScanner.references(in: document)
    .filter { address == nil || document.units[$0.unit].address == address }
    .map { reference in
      let sign: String
      switch reference.relation {
      case .item: sign = ""
      case .rangeEnd: sign = "… "
      case .exclusion: sign = "− "
      }
      let place = reference.address.map { $0 + (reference.target == nil ? "?" : "") } ?? "luar"
      return sign + reference.printed(in: document) + " → " + place
    }
}
