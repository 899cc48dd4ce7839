import LegalText
import Promises

/// Reads an address: what it gives is read as itself.
@_cdecl("LLVMFuzzerTestOneInput")
@MainActor
public func readOneAddress(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  guard let address = UnitAddress.parse(text) else { return 0 }
  promise(!address.isEmpty, "an empty address")
  promise(UnitAddress.parse(address) == address, "\(address) is read as another address")
  let label = UnitAddress.label(address)
  promise(!label.isEmpty, "\(address) has no words")
  return 0
}
