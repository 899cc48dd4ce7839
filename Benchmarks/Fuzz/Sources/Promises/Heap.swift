/// The most bytes that were allocated at once since counting began.
///
/// Counts in the hooks that the sanitizers offer, so that it sees every allocation of the process,
/// the standard library's too.
@MainActor
public enum Heap {
  /// What any call may take, however short its input: tables of a fixed size.
  public static let base = 1 << 20
  /// What a call may take for each byte of its input.
  public static let factor = 20

  /// Runs `body` and stops the program where it took more memory than `count` bytes allow.
  public static func bounded(_ name: String, input count: Int, _ body: () -> Void) {
    if !isInstalled {
      isInstalled = true
      _ = installHooks(noteAllocation, noteRelease)
    }
    live = 0
    peak = 0
    body()
    guard peak <= base + factor * count else {
      fatalError("\(name): \(peak) bytes of memory for \(count) bytes of input")
    }
  }

  private static var isInstalled = false
}

// The hooks may not allocate and are called on the one thread of the fuzzer.
nonisolated(unsafe) private var live = 0
nonisolated(unsafe) private var peak = 0

private typealias AllocationHook = @convention(c) (UnsafeRawPointer?, Int) -> Void
private typealias ReleaseHook = @convention(c) (UnsafeRawPointer?) -> Void

@_silgen_name("__sanitizer_install_malloc_and_free_hooks")
private func installHooks(_ allocated: AllocationHook, _ released: ReleaseHook) -> CInt

@_silgen_name("__sanitizer_get_allocated_size")
private func allocatedSize(_ pointer: UnsafeRawPointer?) -> Int

private let noteAllocation: AllocationHook = { _, size in
  live += size
  if live > peak { peak = live }
}

private let noteRelease: ReleaseHook = { pointer in
  live -= allocatedSize(pointer)
}
