import CLibzip
import ReviewModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of libzip by which a container is read.
///
/// They are loaded with the first container. Linked in, libzip and the library of cryptography that
/// it brings would be loaded at the start of every command: an eighth of that start.
struct ZipLibrary: Sendable {
  typealias Archive = OpaquePointer
  typealias File = OpaquePointer

  let open: @convention(c) (UnsafePointer<CChar>?, CInt, UnsafeMutablePointer<CInt>?) -> Archive?
  let discard: @convention(c) (Archive?) -> Void
  let entryCount: @convention(c) (Archive?, zip_flags_t) -> zip_int64_t
  let locate: @convention(c) (Archive?, UnsafePointer<CChar>?, zip_flags_t) -> zip_int64_t
  let entryName: @convention(c) (Archive?, zip_uint64_t, zip_flags_t) -> UnsafePointer<CChar>?
  let openEntry: @convention(c) (Archive?, zip_uint64_t, zip_flags_t) -> File?
  let read: @convention(c) (File?, UnsafeMutableRawPointer?, zip_uint64_t) -> zip_int64_t
  let close: @convention(c) (File?) -> CInt
  let error: @convention(c) (Archive?) -> UnsafeMutablePointer<zip_error_t>?
  let errorCode: @convention(c) (UnsafePointer<zip_error_t>?) -> CInt

  #if canImport(Darwin)
    private static let names = [
      "libzip.5.dylib", "/opt/homebrew/lib/libzip.5.dylib", "/usr/local/lib/libzip.5.dylib",
    ]
    private static let package = "libzip"
  #else
    private static let names = ["libzip.so.4", "libzip.so.5"]
    private static let package = "libzip4"
  #endif

  private static let loaded = names.lazy.compactMap { dlopen($0, RTLD_NOW) }.first
    .flatMap(ZipLibrary.init)

  /// The library, loaded once.
  /// - Throws: `Failure.toolMissing` where the machine has none.
  static func library() throws(Failure) -> ZipLibrary {
    guard let loaded else { throw .toolMissing(tool: "libzip", package: package) }
    return loaded
  }

  private init?(_ handle: UnsafeMutableRawPointer) {
    guard let open = dlsym(handle, "zip_open"), let discard = dlsym(handle, "zip_discard"),
      let entryCount = dlsym(handle, "zip_get_num_entries"),
      let locate = dlsym(handle, "zip_name_locate"),
      let entryName = dlsym(handle, "zip_get_name"),
      let openEntry = dlsym(handle, "zip_fopen_index"), let read = dlsym(handle, "zip_fread"),
      let close = dlsym(handle, "zip_fclose"), let error = dlsym(handle, "zip_get_error"),
      let errorCode = dlsym(handle, "zip_error_code_zip")
    else { return nil }
    // The signatures are those of zip.h, unchanged since libzip 1.0.
    func function<Function>(_ symbol: UnsafeMutableRawPointer) -> Function {
      unsafeBitCast(symbol, to: Function.self)
    }
    self.open = function(open)
    self.discard = function(discard)
    self.entryCount = function(entryCount)
    self.locate = function(locate)
    self.entryName = function(entryName)
    self.openEntry = function(openEntry)
    self.read = function(read)
    self.close = function(close)
    self.error = function(error)
    self.errorCode = function(errorCode)
  }
}
