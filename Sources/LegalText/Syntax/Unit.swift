/// The kinds of unit that a regulation is made of.
///
/// The names are the field's own; English has no exact words for them. The raw values are part of
/// the JSON contract (`docs/format.md`).
public enum UnitKind: String, Sendable, Hashable, Codable, CaseIterable {
  case judul, pembukaan, menimbang, mengingat, diktum
  case bab, bagian, paragraf, pasal, ayat
  case huruf, angka, subhuruf, subangka
  /// A consideration (`a. bahwa …`) or a legal basis (`1. Undang-Undang …`) in the preamble.
  case butir
  /// A numbered definition in the article of general provisions.
  case definisi
  /// A numbered amending instruction in an amending regulation.
  case instruksi
  case penutup, penjelasan, lampiran
  /// Text in which no legal unit was recognised.
  case blok
}

extension UnitKind {
  /// The kind with a raw value given as bytes: addresses are read in great number.
  init?(name: UnsafeBufferPointer<UInt8>) {
    guard let first = name.first else { return nil }
    let candidate: UnitKind
    switch (name.count, first) {
    case (3, UInt8(ascii: "b")): candidate = .bab
    case (4, UInt8(ascii: "a")): candidate = .ayat
    case (4, UInt8(ascii: "b")): candidate = .blok
    case (5, UInt8(ascii: "p")): candidate = .pasal
    case (5, UInt8(ascii: "h")): candidate = .huruf
    case (5, UInt8(ascii: "a")): candidate = .angka
    case (5, UInt8(ascii: "b")): candidate = .butir
    case (6, UInt8(ascii: "b")): candidate = .bagian
    case (8, UInt8(ascii: "p")): candidate = .paragraf
    case (8, UInt8(ascii: "s")): candidate = name[3] == UInt8(ascii: "h") ? .subhuruf : .subangka
    default:
      self.init(rawValue: String(decoding: name, as: UTF8.self))
      return
    }
    guard candidate.rawValue.utf8.elementsEqual(name) else { return nil }
    self = candidate
  }
}

/// One unit of a regulation: where it stands in the source, what it is called, what holds it.
///
/// Units are kept in document order (pre-order), so the descendants of unit `i` are exactly
/// `i + 1 ..< units[i].subtreeEnd`.
public struct Unit: Sendable, Hashable {
  /// What kind of unit it is.
  public var kind: UnitKind
  // Numbers of 32 bits keep many units small; no text that is read is longer.
  private var depthNumber: UInt16
  private var start: UInt32
  private var end: UInt32
  private var labelStart: UInt32
  private var labelEnd: UInt32
  private var parentNumber: UInt32
  private var subtreeEndNumber: UInt32
  /// The stable address, unique in its document, such as `pasal-5/ayat-2/huruf-a`.
  public var address: String
  /// The mark as printed at the start of `range` (`Pasal 5`, `(2)`, `a.`); empty where none is.
  public var label: String
  /// The title that follows the mark of a bab, bagian or paragraf, white space collapsed.
  public var heading: String

  /// How many units hold this one.
  public var depth: Int {
    get { Int(depthNumber) }
    set { depthNumber = UInt16(clamping: newValue) }
  }

  /// The bytes of the unit with all that it holds, from its mark to its last visible character.
  public var range: Range<Int> {
    get { Int(start)..<max(Int(start), Int(end)) }
    set { (start, end) = Self.numbers(newValue) }
  }

  /// The bytes of the mark: a prefix of `range`, empty where there is no mark.
  public var labelRange: Range<Int> {
    get { Int(labelStart)..<max(Int(labelStart), Int(labelEnd)) }
    set { (labelStart, labelEnd) = Self.numbers(newValue) }
  }

  /// The index of the unit that holds this one.
  public var parent: Int? {
    get { parentNumber == UInt32.max ? nil : Int(parentNumber) }
    set { parentNumber = newValue.map { UInt32(clamping: $0) } ?? UInt32.max }
  }

  /// One past the index of the last descendant.
  public var subtreeEnd: Int {
    get { Int(subtreeEndNumber) }
    set { subtreeEndNumber = UInt32(clamping: newValue) }
  }

  /// Makes a unit.
  public init(
    kind: UnitKind, address: String, label: String, heading: String, depth: Int,
    range: Range<Int>, labelRange: Range<Int>, parent: Int?, subtreeEnd: Int
  ) {
    self.kind = kind
    self.address = address
    self.label = label
    self.heading = heading
    depthNumber = UInt16(clamping: depth)
    (start, end) = Self.numbers(range)
    (labelStart, labelEnd) = Self.numbers(labelRange)
    parentNumber = parent.map { UInt32(clamping: $0) } ?? UInt32.max
    subtreeEndNumber = UInt32(clamping: subtreeEnd)
  }

  private static func numbers(_ range: Range<Int>) -> (UInt32, UInt32) {
    (UInt32(clamping: range.lowerBound), UInt32(clamping: range.upperBound))
  }
}

/// Something in a text that a person should look at: never a reason to refuse the text.
public struct Diagnostic: Sendable, Hashable {
  /// A stable name such as `number.gap`; presentation words it.
  public var code: String
  /// The bytes that it concerns.
  public var range: Range<Int>
  /// One English sentence for tools and logs.
  public var message: String

  /// Makes a diagnostic.
  public init(code: String, range: Range<Int>, message: String) {
    self.code = code
    self.range = range
    self.message = message
  }
}
