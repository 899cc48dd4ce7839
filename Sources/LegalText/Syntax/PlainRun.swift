/// Bytes that need no look: ASCII, and not zero.
package enum PlainRun {
  /// A position from `start` on before which all are plain: the first that may not be, at most
  /// seven before it. Eight are looked at at a time.
  package static func end(in source: [UInt8], from start: Int) -> Int {
    source.withUnsafeBytes { bytes in
      var position = start
      while position + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // Taking one from each byte sets the high bit of a zero.
        let marks = (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
        guard marks == 0 else { break }
        position += 8
      }
      return position
    }
  }
}
