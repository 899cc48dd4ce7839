import DraftDiff
import LegalText

/// How the units of two texts of a draft answer to each other, as far as the place of a comment may
/// be followed: what is kept of an alignment.
public struct UnitMatches: Sendable, Hashable {
  /// What a unit of the one text is in the other.
  enum Match: Hashable {
    /// Nothing answers to it.
    case none
    /// Something does, but which is not certain.
    case uncertain
    /// The index of its counterpart, and whether that has other words of its own.
    case unit(Int, isChanged: Bool)

    fileprivate init(_ code: Int32) {
      switch code {
      case -1: self = .none
      case -2: self = .uncertain
      default: self = .unit(Int(code >> 1), isChanged: code & 1 == 1)
      }
    }
  }

  /// By unit: -1 none, -2 uncertain, else the counterpart's index twice, odd where words changed.
  private let ofOld: [Int32]
  private let ofNew: [Int32]

  /// How many units the two texts have.
  var counts: (old: Int, new: Int) { (ofOld.count, ofNew.count) }

  func match(ofOld unit: Int) -> Match { ofOld.indices.contains(unit) ? Match(ofOld[unit]) : .none }
  func match(ofNew unit: Int) -> Match { ofNew.indices.contains(unit) ? Match(ofNew[unit]) : .none }
}

extension UnitMatches {
  /// Keeps what an alignment of two texts says.
  public init(_ alignment: Alignment, _ old: LegalDocument, _ new: LegalDocument) {
    let (provisions, others) = (Self.provisions(old), Self.provisions(new))
    ofOld = Self.codes(provisions, others, alignment.counterpart(ofOld:), \.new)
    ofNew = Self.codes(others, provisions, alignment.counterpart(ofNew:), \.old)
  }

  private static func codes(
    _ provisions: [Int?], _ others: [Int?], _ match: (Int) -> Alignment.Match?,
    _ counterpart: (Alignment.Match) -> Int
  ) -> [Int32] {
    provisions.indices.map { unit in
      guard let found = match(unit) else { return -1 }
      guard !found.isAmbiguous else { return -2 }
      let target = counterpart(found)
      // The words of an elucidation ("Cukup jelas.") tell nothing: it follows its provision.
      if let provision = provisions[unit] {
        guard let followed = match(provision), !followed.isAmbiguous else { return -2 }
        if let now = others[target], now != counterpart(followed) { return -2 }
      }
      return Int32(target << 1 | (found.ownWords == .changed ? 1 : 0))
    }
  }

  /// By unit of the elucidation: the provision of the body that it explains, or the nearest that
  /// holds it.
  private static func provisions(_ document: LegalDocument) -> [Int?] {
    document.units.map { unit in
      var address = unit.address[...]
      guard address.hasPrefix("penjelasan/") else { return nil }
      address = address.dropFirst("penjelasan/".count)
      while true {
        if let found = document.index(ofAddress: String(address)) { return found }
        guard let end = address.lastIndex(of: "/") else { return nil }
        address = address[..<end]
      }
    }
  }
}

extension UnitMatches {
  /// The matches as bytes: the two counts of units, a code a unit, and a sum over all of these, each
  /// four bytes, the lowest first.
  public var bytes: [UInt8] {
    let codes = [Int32(ofOld.count), Int32(ofNew.count)] + ofOld + ofNew
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * codes.count + 4)
    for code in codes + [Self.sum(codes[...])] {
      withUnsafeBytes(of: code.littleEndian) { bytes += $0 }
    }
    return bytes
  }

  /// Reads the matches of two texts; nil where these bytes are not as they were written.
  public init?(_ bytes: [UInt8]) {
    let all = bytes.withUnsafeBytes { buffer in
      stride(from: 0, to: buffer.count - 3, by: 4).map {
        Int32(littleEndian: buffer.loadUnaligned(fromByteOffset: $0, as: Int32.self))
      }
    }
    let codes = all.dropLast()
    guard bytes.count == 4 * all.count, codes.count >= 2, all.last == Self.sum(codes),
      codes[0] >= 0, codes[1] >= 0, codes.count == 2 + Int(codes[0]) + Int(codes[1])
    else { return nil }
    ofOld = Array(codes[2..<2 + Int(codes[0])])
    ofNew = Array(codes[(2 + Int(codes[0]))...])
    let (old, new) = (codes[0], codes[1])
    guard ofOld.allSatisfy({ $0 >= -2 && $0 >> 1 < new }),
      ofNew.allSatisfy({ $0 >= -2 && $0 >> 1 < old })
    else { return nil }
  }

  /// FNV-1a (Fowler, Noll, Vo) by whole numbers.
  private static func sum(_ codes: ArraySlice<Int32>) -> Int32 {
    Int32(
      bitPattern: codes.reduce(0x811C_9DC5) {
        ($0 ^ UInt32(bitPattern: $1)) &* 0x0100_0193
      })
  }
}
