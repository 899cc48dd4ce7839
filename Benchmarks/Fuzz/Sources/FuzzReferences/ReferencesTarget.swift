import LegalText
import Promises

/// Scans a text for references: in order, inside it, to units that exist.
@_cdecl("LLVMFuzzerTestOneInput")
@MainActor
public func scanOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = input(start, count)
  let document = LegalParser.parse(source)
  var end = 0
  for reference in ReferenceScanner.references(in: document) {
    promise(
      reference.range.lowerBound >= end && reference.range.upperBound <= source.count,
      "a reference at \(reference.range)")
    end = reference.range.lowerBound
    if let target = reference.target {
      promise(document.units.indices.contains(target), "a reference to unit \(target)")
    }
  }
  return 0
}
