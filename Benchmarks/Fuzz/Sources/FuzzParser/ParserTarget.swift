import LegalText
import Promises

/// Reads a text: nothing lost, a sound tree, bounded memory.
@_cdecl("LLVMFuzzerTestOneInput")
@MainActor
public func parseOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = input(start, count)
  var document: LegalDocument?
  Heap.bounded("parse", input: count) { document = LegalParser.parse(source) }
  if let document {
    checkPromises(of: document, source: source)
    for index in document.units.indices.prefix(200) { _ = document.ownText(of: index) }
  }
  return 0
}
