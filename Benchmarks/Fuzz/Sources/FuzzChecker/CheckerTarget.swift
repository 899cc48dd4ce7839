import LegalText
import Promises

/// Checks a text against all rules: findings in order, at places that exist.
@_cdecl("LLVMFuzzerTestOneInput")
@MainActor
public func checkOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = input(start, count)
  let document = LegalParser.parse(source)
  var place = 0
  for finding in DraftChecker.check(document) {
    promise(
      finding.range.lowerBound >= place && finding.range.upperBound <= source.count,
      "\(finding.rule) at \(finding.range)")
    promise(document.units.indices.contains(finding.unit), "\(finding.rule) in no unit")
    promise(finding.line >= 1 && finding.column >= 1, "\(finding.rule) on no line")
    place = finding.range.lowerBound
  }
  return 0
}
