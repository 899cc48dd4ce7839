import LegalText

/// What the addresses of a text's units say, one entry a unit.
struct UnitAddresses: Sendable {
  /// The last level of each unit's address without the mark of a repetition (`ayat-2`), as a
  /// number of the vocabulary.
  private(set) var numbers: [Int32] = []
  /// Whether a unit stands in the penjelasan.
  private(set) var isExplanation: [Bool] = []
  /// The unit of the body that a unit of the penjelasan explains.
  private(set) var explained: [Int?] = []

  init(_ document: LegalDocument, _ vocabulary: inout Vocabulary) {
    let count = document.units.count
    numbers.reserveCapacity(count)
    isExplanation.reserveCapacity(count)
    explained.reserveCapacity(count)
    for index in document.units.indices {
      let address = document.units[index].address
      numbers.append(Self.number(address, &vocabulary))
      isExplanation.append(address.hasPrefix("penjelasan"))
      explained.append(isExplanation[index] ? Self.explained(address, document) : nil)
    }
  }

  private static func number(_ address: String, _ vocabulary: inout Vocabulary) -> Int32 {
    var address = address
    return address.withUTF8 { bytes in
      var end = bytes.count
      var start = bytes.count
      while start > 0, bytes[start - 1] != 0x2F {
        start -= 1
        if bytes[start] == 0x7E { end = start }
      }
      return vocabulary.number(of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private static func explained(_ address: String, _ document: LegalDocument) -> Int? {
    let prefix = "penjelasan/"
    guard address.hasPrefix(prefix) else { return nil }
    return document.index(
      ofAddress: String(Substring(address.utf8.dropFirst(prefix.utf8.count))))
  }
}
