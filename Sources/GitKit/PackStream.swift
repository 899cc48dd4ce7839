import CLibgit2
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pack that is written object by object, none a delta, compressed beside the work that makes
/// them: an import of any length holds a few of them in memory.
///
/// The file bears the name of one under way until it is whole (gitformat-pack(5)).
final class PackStream: Sendable {
  private struct Entry {
    var id: ObjectID
    var checksum: UInt32
    var offset: Int
  }

  private struct State {
    var entries: [Entry] = []
    var end = 12
    var failure: GitError?
  }

  private let folder: String
  private let path: String
  private let descriptor: Int32
  private let state = Mutex(State())
  private let worker = DispatchQueue(label: "naskah.pack")
  /// How many objects may wait.
  private let places = DispatchSemaphore(value: 4)

  /// Begins a pack in a folder.
  init(in folder: String) throws(GitError) {
    // Named as libgit2 names its own: what a killed process leaves of them is cleared away.
    var template = Array((folder + "/pack_git2_XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    path = template.withUnsafeBufferPointer { text($0.baseAddress) }
    self.folder = folder
    guard descriptor >= 0 else { throw systemError("mkstemp", path: folder, number: errno) }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// Gives up what is under way.
  func abandon() {
    worker.sync {}
    unlink(path)
  }

  /// Adds an object; a failure to write it is told by `finish`.
  func append(_ id: ObjectID, _ kind: ObjectKind, _ bytes: [UInt8]) {
    places.wait()
    worker.async { [self] in
      defer { places.signal() }
      let (packed, checksum) = Self.packed(kind, bytes)
      state.withLock { state in
        guard state.failure == nil else { return }
        guard let packed else {
          state.failure = GitError("compress2", .invalid, "\(id) cannot be compressed")
          return
        }
        do throws(GitError) {
          try Self.write(packed, to: descriptor, at: state.end, path)
          state.entries.append(Entry(id: id, checksum: checksum, offset: state.end))
          state.end += packed.count
        } catch {
          state.failure = error
        }
      }
    }
  }

  /// An object as it stands in a pack: kind and size, seven bits a byte, then its bytes by zlib.
  private static func packed(_ kind: ObjectKind, _ bytes: [UInt8]) -> ([UInt8]?, UInt32) {
    let number: UInt8 =
      switch kind {
      case .commit: 1
      case .tree: 2
      case .blob: 3
      case .tag: 4
      }
    var head = [number << 4 | UInt8(bytes.count & 15)]
    var rest = bytes.count >> 4
    while rest > 0 {
      head[head.count - 1] |= 0x80
      head.append(UInt8(rest & 0x7F))
      rest >>= 7
    }
    var length = compressBound(UInt(bytes.count))
    var isPacked = false
    let packed = [UInt8](unsafeUninitializedCapacity: head.count + Int(length)) { packed, count in
      for (position, byte) in head.enumerated() { packed[position] = byte }
      guard let base = packed.baseAddress else { return }
      isPacked = compress2(base + head.count, &length, bytes, UInt(bytes.count), -1) == Z_OK
      count = isPacked ? head.count + Int(length) : 0
    }
    guard isPacked else { return (nil, 0) }
    return (packed, UInt32(truncatingIfNeeded: crc32(0, packed, UInt32(packed.count))))
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, at offset: Int, _ path: String
  ) throws(GitError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw systemError("write", path: path, number: errno) }
      done += count
    }
  }

  /// Ends the pack and its index, both synced to disk, under the name that is given back.
  func finish() throws(GitError) -> String {
    worker.sync {}
    let (entries, end, failure) = state.withLock { ($0.entries, $0.end, $0.failure) }
    if let failure { throw failure }
    let head = Array("PACK".utf8) + Self.word(2) + Self.word(UInt32(clamping: entries.count))
    try Self.write(head, to: descriptor, at: 0, path)
    let checksum = try digest(upTo: end)
    try Self.write(checksum, to: descriptor, at: end, path)
    try sync(descriptor, path)
    fchmod(descriptor, 0o444)
    let name = "pack-" + ObjectID.hex(checksum)
    try writeIndex(Self.index(of: entries, pack: checksum), folder + "/\(name).idx")
    return name
  }

  private func digest(upTo end: Int) throws(GitError) -> [UInt8] {
    var hash = SHA1()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while offset < end {
      let wanted = min(buffer.count, end - offset)
      let count = buffer.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, wanted, off_t(offset))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw systemError("read", path: path, number: errno) }
      hash.update(buffer[..<count])
      offset += count
    }
    return hash.finish()
  }

  /// The pack gets its name before its index does: without that nobody looks for it.
  private func writeIndex(_ bytes: [UInt8], _ target: String) throws(GitError) {
    let draft = path + "idx.lock"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o444)
    guard file >= 0 else { throw systemError("open", path: draft, number: errno) }
    defer {
      close(file)
      unlink(draft)
    }
    try Self.write(bytes, to: file, at: 0, draft)
    try sync(file, draft)
    guard rename(path, target.dropLast(4) + ".pack") == 0, rename(draft, target) == 0 else {
      throw systemError("rename", path: target, number: errno)
    }
    let place = open(folder, O_RDONLY | O_CLOEXEC)
    guard place >= 0 else { throw systemError("open", path: folder, number: errno) }
    defer { close(place) }
    try sync(place, folder)
  }

  private func sync(_ file: Int32, _ path: String) throws(GitError) {
    guard fsync(file) == 0 else { throw systemError("fsync", path: path, number: errno) }
  }

  /// Version 2: counts by first byte, ids, checksums, offsets, those beyond 31 bits apart.
  private static func index(of entries: [Entry], pack: [UInt8]) -> [UInt8] {
    let sorted = entries.sorted { $0.id < $1.id }
    var bytes: [UInt8] = [0xFF, 0x74, 0x4F, 0x63] + word(2)
    bytes.reserveCapacity(1100 + 28 * sorted.count)
    var counts = [UInt32](repeating: 0, count: 256)
    for entry in sorted { counts[Int(entry.id.prefix >> 56)] += 1 }
    var total: UInt32 = 0
    for count in counts {
      total += count
      bytes += word(total)
    }
    for entry in sorted { bytes += entry.id.bytes }
    for entry in sorted { bytes += word(entry.checksum) }
    var far: [UInt8] = []
    for entry in sorted {
      if entry.offset < 1 << 31 {
        bytes += word(UInt32(entry.offset))
      } else {
        bytes += word(1 << 31 | UInt32(far.count / 8))
        far += word(UInt32(entry.offset >> 32)) + word(UInt32(truncatingIfNeeded: entry.offset))
      }
    }
    bytes += far + pack
    var hash = SHA1()
    hash.update(bytes[...])
    return bytes + hash.finish()
  }

  private static func word(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

/// The checksum at the end of packs and their indexes (FIPS 180-4, section 6.1). Ids of objects are
/// made by libgit2, which also looks for forged collisions.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Adds bytes.
  mutating func update(_ bytes: ArraySlice<UInt8>) {
    length += UInt64(bytes.count)
    var rest = bytes
    if !pending.isEmpty {
      let taken = rest.prefix(64 - pending.count)
      pending += taken
      rest = rest.dropFirst(taken.count)
      guard pending.count == 64 else { return }
      let block = pending
      block.withUnsafeBytes { add($0) }
      pending.removeAll(keepingCapacity: true)
    }
    rest.withUnsafeBytes { buffer in
      var start = 0
      while buffer.count - start >= 64 {
        add(UnsafeRawBufferPointer(rebasing: buffer[start..<start + 64]))
        start += 64
      }
      pending += buffer[start...]
    }
  }

  private mutating func add(_ block: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for index in 0..<16 {
        words[index] = UInt32(
          bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
      }
      for index in 16..<80 {
        words[index] = Self.turned(
          words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1)
      }
      var (a, b, c, d, e) = state
      for index in 0..<80 {
        let (mixed, constant): (UInt32, UInt32) =
          switch index {
          case 0..<20: (b & c | ~b & d, 0x5A82_7999)
          case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
          case 40..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
          default: (b ^ c ^ d, 0xCA62_C1D6)
          }
        let next = Self.turned(a, 5) &+ mixed &+ e &+ constant &+ words[index]
        (a, b, c, d, e) = (next, a, Self.turned(b, 30), c, d)
      }
      state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
    }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }

  /// The 20 bytes of the checksum of all that was added.
  mutating func finish() -> [UInt8] {
    let bits = length &* 8
    var end: [UInt8] = [0x80]
    while (pending.count + end.count) % 64 != 56 { end.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      end.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(end[...])
    return [state.0, state.1, state.2, state.3, state.4].flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }
}
