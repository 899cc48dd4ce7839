import Foundation

/// The memory that the C library keeps for each thread, of which comparing two long acts needs some
/// megabytes at once. Where the library is not GNU's, all this does nothing.
public enum ThreadMemory {
  private static let step = 8 << 20

  /// Lets the memory of threads grow by megabytes, to be called before there is a second one. It
  /// grows by the pages needed otherwise: some 240 calls of the system, which wait for each other.
  public static func growInSteps() {
    #if canImport(Glibc)
      guard let found = dlsym(nil, "mallopt") else { return }
      let mallopt = unsafeBitCast(found, to: (@convention(c) (CInt, CInt) -> CInt).self)
      // M_TOP_PAD, M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of malloc.h, which Swift's module of the
      // C library leaves out. Setting one of them stops the library from fitting the others.
      _ = mallopt(-2, CInt(step))
      _ = mallopt(-1, CInt(4 * step))
      _ = mallopt(-3, CInt(step / 2))
    #endif
  }

  /// What keeps a thread's memory from the small pages before its large ones, never written.
  struct Padding: Sendable {
    fileprivate let address: UInt?

    /// Gives it back, when the work is done: by any thread, once.
    func release() { free(address.flatMap { UnsafeMutableRawPointer(bitPattern: $0) }) }
  }

  /// Asks for pages of two megabytes for what this thread takes next: each small page costs a call
  /// of the system when it is first written.
  static func useLargePages() -> Padding {
    #if canImport(Glibc)
      let page = UInt(2 << 20)
      guard let block = malloc(1 << 16) else { return Padding(address: nil) }
      let first = UInt(bitPattern: block)
      let start = (first + page - 1) / page * page
      free(block)
      // A hint: what is not this thread's keeps its content.
      _ = madvise(UnsafeMutableRawPointer(bitPattern: start), step, MADV_HUGEPAGE)
      let padding = start - first > 64 ? malloc(Int(start - first) - 64) : nil
      return Padding(address: padding.map { UInt(bitPattern: $0) })
    #else
      return Padding(address: nil)
    #endif
  }
}
