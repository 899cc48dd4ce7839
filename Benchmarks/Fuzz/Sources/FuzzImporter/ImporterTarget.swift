import LegalText
import Promises

/// Imports a text: canonical UTF-8, reports that name its lines, bounded memory.
@_cdecl("LLVMFuzzerTestOneInput")
@MainActor
public func importOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = input(start, count)
  var result: ImportedText?
  Heap.bounded("import", input: count) { result = TextImporter.importing(source) }
  guard let result else { return 0 }
  let document = LegalParser.parse(result.text)
  checkPromises(of: document, source: result.text)
  promise(
    String(validating: result.text, as: UTF8.self) != nil, "what was imported is not UTF-8")
  promise(CanonicalLayout.text(of: document) == result.text, "what was imported is not canonical")
  let lines = source.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x0B } + 1
  let isPlain = source.allSatisfy { $0 < 0x80 && $0 != 0 }
  for repair in result.repairs where isPlain {
    promise((1...lines).contains(repair.line), "a repair on line \(repair.line)")
  }
  for removal in result.removals where isPlain {
    promise((1...lines).contains(removal.line), "a removal on line \(removal.line)")
  }
  return 0
}
