import LegalText

// What the numbers of the merged text change in the texts that it is made of.
extension MergeNumbers {
  func edits(_ side: MergeSide) -> [NumberEdit] {
    var edits: [NumberEdit] = []
    for unit in side.units.indices where side.firstElement[unit] != nil {
      guard let place = NumberPlace.inMark(side.units[unit], side.source) else { continue }
      if let edit = edit(unit, place, side) { edits.append(edit) }
    }
    for reference in side.references {
      for (part, unit) in side.levels(of: reference) {
        guard let place = NumberPlace.core(part.numberRange, side.source),
          let edit = edit(unit, place, side)
        else { continue }
        edits.append(edit)
      }
    }
    return NumberEdit.settled(edits)
  }

  private func edit(_ unit: Int, _ place: Range<Int>, _ side: MergeSide) -> NumberEdit? {
    guard let number = numbers[side.classes[unit]],
      number.name != side.numbers[unit]
    else { return nil }
    let old = side.source[place]
    switch number.source {
    case .counted(let value, let style):
      return NumberEdit(range: place, bytes: style.printed(value, like: old))
    case .printed(let bytes):
      return NumberEdit(range: place, bytes: Self.cased(bytes, like: old))
    }
  }

  /// Words of ordinals (`KEDUA`) in the case in which the old ones stand.
  private static func cased(_ bytes: [UInt8], like old: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.count > 3, bytes.allSatisfy({ Glyph.isLetter($0) || $0 == 0x20 }),
      old.contains(where: { $0 >= 0x61 }), !bytes.contains(where: { $0 >= 0x61 })
    else { return bytes }
    let isRoman = bytes.allSatisfy { [0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D].contains($0) }
    guard !isRoman else { return bytes }
    return bytes.indices.map { index in
      index == 0 || bytes[index - 1] == 0x20 ? bytes[index] : bytes[index] | 0x20
    }
  }

  // MARK: Addresses

  func addresses(_ side: MergeSide) -> [String] {
    var result: [String] = []
    result.reserveCapacity(side.units.count)
    for (unit, known) in side.units.enumerated() {
      let bytes = known.address.utf8
      let slash = bytes.lastIndex(of: 0x2F)
      let head = slash.map { String(known.address[..<$0]) } ?? ""
      var last =
        slash.map { known.address[known.address.index(after: $0)...] }
        ?? known.address[...]
      if let number = numbers[side.classes[unit]], number.name != side.numbers[unit],
        let dash = last.utf8.firstIndex(of: 0x2D)
      {
        last = last[...dash] + number.name
      }
      let holder = head.isEmpty ? nil : side.document.index(ofAddress: head)
      let prefix = holder.flatMap { $0 < unit ? result[$0] : nil } ?? head
      result.append(prefix.isEmpty ? String(last) : prefix + "/" + last)
    }
    return result
  }
}
