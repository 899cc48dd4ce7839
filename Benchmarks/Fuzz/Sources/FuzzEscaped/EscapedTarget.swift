import LegalText
import Promises

/// Reads the string of a JSON text: nothing lost, a sound tree, a layout that stays.
@_cdecl("LLVMFuzzerTestOneInput")
@MainActor
public func readOneEscapedInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = Array("{\"tentang\":\"".utf8) + input(start, count) + Array("\"}".utf8)
  var document: LegalDocument?
  Heap.bounded("parse", input: source.count) { document = LegalParser.parse(source) }
  guard let document else { return 0 }
  checkPromises(of: document, source: source)
  let result = CanonicalLayout.text(of: document)
  promise(
    CanonicalLayout.text(of: LegalParser.parse(result)) == result, "a second pass changes the text")
  return 0
}
