import CLibgit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pack that is written object by object, none a delta, with its index (gitformat-pack(5)).
///
/// The file bears the name of one under way until it is whole.
struct PackFile: ~Copyable {
  private struct Entry {
    var id: ObjectID
    var checksum: UInt32
    var offset: Int
  }

  /// So many bytes go to the file at once.
  private static let portion = 1 << 18

  /// The folder that it comes to stand in.
  private let folder: String
  private let path: String
  private let descriptor: Int32
  private var entries: [Entry] = []
  /// What is not in the file yet, and where it begins.
  private var pending: [UInt8] = []
  private var start = 12

  /// Begins a pack in a folder.
  init(in folder: String) throws(GitError) {
    self.folder = folder
    // Named as libgit2 names its own: what a killed process leaves of them is cleared away.
    let number = UInt64.random(in: .min ... .max)
    path = folder + "/pack_git2_" + String(number, radix: 16)
    // Who may read it is for the umask to say: a pack may hold the names of people.
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
    guard descriptor >= 0 else { throw systemError("open", path: folder, number: errno) }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// Adds an object.
  mutating func append(_ object: PackedObject) throws(GitError) {
    entries.append(
      Entry(id: object.id, checksum: object.checksum, offset: start + pending.count))
    pending += object.bytes
    if pending.count >= Self.portion { try flush() }
  }

  /// Ends the pack and its index, both synced to disk, under the name that is given back. What
  /// failed can be tried again.
  mutating func finish() throws(GitError) -> String {
    try flush()
    let head = Array("PACK".utf8) + Self.word(2) + Self.word(UInt32(clamping: entries.count))
    try Self.write(head, to: descriptor, at: 0, path)
    let checksum = try digest()
    try Self.write(checksum, to: descriptor, at: start, path)
    try sync(descriptor, path)
    let name = "pack-" + ObjectID.hex(checksum)
    try writeIndex(index(checksum), folder + "/\(name)")
    return name
  }

  private mutating func flush() throws(GitError) {
    try Self.write(pending, to: descriptor, at: start, path)
    start += pending.count
    pending.removeAll(keepingCapacity: true)
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

  private borrowing func digest() throws(GitError) -> [UInt8] {
    var hash = SHA1()
    var buffer = [UInt8](repeating: 0, count: min(Self.portion, start))
    var offset = 0
    while offset < start {
      let wanted = min(buffer.count, start - offset)
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

  /// The index gets its name before the pack does: one without a pack is passed over, and holds no
  /// words, should the process end in between.
  private borrowing func writeIndex(_ bytes: [UInt8], _ target: String) throws(GitError) {
    let draft = path + "idx.lock"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o444)
    guard file >= 0 else { throw systemError("open", path: draft, number: errno) }
    defer {
      close(file)
      unlink(draft)
    }
    try Self.write(bytes, to: file, at: 0, draft)
    try sync(file, draft)
    guard rename(draft, target + ".idx") == 0 else {
      throw systemError("rename", path: target, number: errno)
    }
    guard rename(path, target + ".pack") == 0 else {
      let number = errno
      // The same objects may have been there.
      if access(target + ".pack", F_OK) != 0 { unlink(target + ".idx") }
      throw systemError("rename", path: target, number: number)
    }
    let place = open(folder, O_RDONLY | O_CLOEXEC)
    guard place >= 0 else { throw systemError("open", path: folder, number: errno) }
    defer { close(place) }
    try sync(place, folder)
  }

  private borrowing func sync(_ file: Int32, _ path: String) throws(GitError) {
    guard fsync(file) == 0 else { throw systemError("fsync", path: path, number: errno) }
  }

  /// Version 2: counts by first byte, ids, checksums, offsets, those beyond 31 bits apart.
  private borrowing func index(_ pack: [UInt8]) -> [UInt8] {
    let sorted = entries.sorted { $0.id < $1.id }
    var bytes: [UInt8] = [0xFF, 0x74, 0x4F, 0x63] + Self.word(2)
    bytes.reserveCapacity(1100 + 28 * sorted.count)
    var counts = [UInt32](repeating: 0, count: 256)
    for entry in sorted { counts[Int(entry.id.prefix >> 56)] += 1 }
    var total: UInt32 = 0
    for count in counts {
      total += count
      bytes += Self.word(total)
    }
    for entry in sorted { bytes += entry.id.bytes }
    for entry in sorted { bytes += Self.word(entry.checksum) }
    var far: [UInt8] = []
    for entry in sorted {
      if entry.offset < 1 << 31 {
        bytes += Self.word(UInt32(entry.offset))
      } else {
        bytes += Self.word(1 << 31 | UInt32(far.count / 8))
        far += Self.word(UInt32(entry.offset >> 32))
        far += Self.word(UInt32(truncatingIfNeeded: entry.offset))
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

/// An object as it stands in a pack: kind and size, seven bits a byte, then its bytes by zlib.
struct PackedObject {
  let id: ObjectID
  let bytes: [UInt8]
  let checksum: UInt32

  /// Compresses an object.
  init(_ id: ObjectID, _ kind: ObjectKind, _ content: [UInt8]) throws(GitError) {
    let head = Self.head(kind, count: content.count)
    var length = compressBound(UInt(content.count))
    var isPacked = false
    let packed = [UInt8](unsafeUninitializedCapacity: head.count + Int(length)) { packed, count in
      for (position, byte) in head.enumerated() { packed[position] = byte }
      guard let base = packed.baseAddress else { return }
      isPacked = compress2(base + head.count, &length, content, UInt(content.count), -1) == Z_OK
      count = isPacked ? head.count + Int(length) : 0
    }
    guard isPacked else { throw GitError("compress2", .invalid, "\(id) cannot be compressed") }
    self.id = id
    bytes = packed
    checksum = UInt32(truncatingIfNeeded: crc32(0, packed, UInt32(packed.count)))
  }

  private static func head(_ kind: ObjectKind, count: Int) -> [UInt8] {
    let number: UInt8 =
      switch kind {
      case .commit: 1
      case .tree: 2
      case .blob: 3
      case .tag: 4
      }
    var head = [number << 4 | UInt8(count & 15)]
    var rest = count >> 4
    while rest > 0 {
      head[head.count - 1] |= 0x80
      head.append(UInt8(rest & 0x7F))
      rest >>= 7
    }
    return head
  }
}
