/// Numbers as they stand in addresses.
enum AddressNumber {
  /// The address of `segment` below `prefix`, which is empty for none.
  static func joined(_ prefix: String, _ segment: String) -> String {
    if prefix.isEmpty { return segment }
    var prefix = prefix
    var segment = segment
    // At once, and not part by part.
    return prefix.withUTF8 { prefix in
      segment.withUTF8 { segment in
        String(unsafeUninitializedCapacity: prefix.count + 1 + segment.count) { address in
          put(prefix, in: address, at: 0)
          address[prefix.count] = 0x2F
          put(segment, in: address, at: prefix.count + 1)
          return prefix.count + 1 + segment.count
        }
      }
    }
  }

  /// The address of a step below `prefix`, which is empty for none.
  static func joined(_ prefix: String, _ step: AddressStep) -> String {
    var prefix = prefix
    var kind = step.kind.rawValue
    var number = step.number
    return prefix.withUTF8 { prefix in
      kind.withUTF8 { kind in
        number.withUTF8 { number in
          let start = prefix.isEmpty ? 0 : prefix.count + 1
          let count = start + kind.count + 1 + number.count
          return String(unsafeUninitializedCapacity: count) { address in
            put(prefix, in: address, at: 0)
            if start > 0 { address[prefix.count] = 0x2F }
            put(kind, in: address, at: start)
            address[start + kind.count] = 0x2D
            put(number, in: address, at: start + kind.count + 1)
            return count
          }
        }
      }
    }
  }

  @inline(__always)
  private static func put(
    _ bytes: UnsafeBufferPointer<UInt8>, in address: UnsafeMutableBufferPointer<UInt8>,
    at start: Int
  ) {
    for (offset, byte) in bytes.enumerated() { address[start + offset] = byte }
  }

  /// `12`, `12a`.
  static func text(_ value: Int32, _ suffix: UInt8) -> String {
    var result = String(max(value, 0))
    if suffix > 0, suffix <= 26 {
      result.unicodeScalars.append(Unicode.Scalar(0x60 + suffix))
    }
    return result
  }

  /// `i`, `iv`, `xii`.
  static func roman(_ value: Int32) -> String {
    value > 0 ? RomanNumber.text(Int(value)).lowercased() : ""
  }
}
