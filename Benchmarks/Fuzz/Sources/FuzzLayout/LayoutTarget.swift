import LegalText
import Promises

/// Lays a text out: a second pass changes nothing, the tree stays.
@_cdecl("LLVMFuzzerTestOneInput")
@MainActor
public func layOutOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = input(start, count)
  let document = LegalParser.parse(source)
  let result = CanonicalLayout.text(of: document)
  let again = LegalParser.parse(result)
  promise(CanonicalLayout.text(of: again) == result, "a second pass changes the text")
  promise(
    document.units.map(\.address) == again.units.map(\.address), "it reads as another tree")
  let plan = Renumbering.plan(for: document)
  checkPromises(of: LegalParser.parse(plan.applied()), source: plan.applied())
  if plan.isEmpty { promise(plan.applied() == source, "renumbering changes other bytes") }
  return 0
}
