import Foundation
import ReviewModel

/// The shapes of many texts, kept in files: of a million they would fill the memory.
final class LetterSpool {
  /// The texts of one block of bands, which stand there column by column.
  private static let blockLength = 4096

  private let bandFile: SpoolFile
  private let runFile: SpoolFile
  private var block = [UInt32](repeating: 0, count: LetterShape.bandCount * blockLength)
  /// Whether a text is long enough to have any bands.
  private var isBanded: [Bool] = []
  /// Where the runs of each text end.
  private var ends: [Int] = [0]
  private var sketches: [LetterSketch] = []
  private var pending: [UInt64] = []
  private var written = 0

  /// - Parameter path: what the names of its files begin with.
  init(path: String) throws {
    bandFile = try SpoolFile(path + ".bands")
    runFile = try SpoolFile(path + ".runs")
  }

  /// Adds the shape of the next text.
  func append(_ shape: LetterShape) throws {
    let place = isBanded.count % Self.blockLength
    for (band, value) in shape.bands.enumerated() {
      block[band * Self.blockLength + place] = value
    }
    isBanded.append(!shape.bands.isEmpty)
    if place == Self.blockLength - 1 { try block.withUnsafeBytes { try bandFile.append($0) } }
    sketches.append(LetterSketch(shape))
    pending += shape.runs
    ends.append(written + pending.count)
    if pending.count > 1 << 15 { try writeRuns() }
  }

  private func writeRuns() throws {
    try pending.withUnsafeBytes { try runFile.append($0) }
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// Ends the writing.
  func finish() throws {
    if !isBanded.count.isMultiple(of: Self.blockLength) {
      try block.withUnsafeBytes { try bandFile.append($0) }
    }
    try writeRuns()
  }

  /// Texts under one band, in the order of their values, then in that in which they came: each
  /// with its value in the upper half, its index in the lower one.
  /// - Parameter texts: the indexes of those wanted, ascending.
  func ordered(_ band: Int, of texts: [Int]) throws -> [UInt64] {
    var entries: [UInt64] = []
    entries.reserveCapacity(texts.count)
    var column = [UInt32](repeating: 0, count: Self.blockLength)
    var held = -1
    for text in texts where text < isBanded.count && isBanded[text] {
      let number = text / Self.blockLength
      if number != held {
        let start = 4 * Self.blockLength * (number * LetterShape.bandCount + band)
        guard column.withUnsafeMutableBytes({ bandFile.read($0, at: start) }) else {
          throw Failure.readOnly(path: "index.words")
        }
        held = number
      }
      entries.append(UInt64(column[text % Self.blockLength]) << 32 | UInt64(text))
    }
    LetterBand.sort(&entries)
    return entries
  }

  /// Whether two texts may be variants; false only where they are not.
  func mayBeVariants(_ text: Int, _ other: Int) -> Bool {
    sketches[text].mayBeVariant(of: sketches[other])
  }

  /// What a text is compared by.
  func shape(of text: Int) throws -> LetterShape {
    let (start, end) = (ends[text], ends[text + 1])
    var isRead = true
    let runs = [UInt64](unsafeUninitializedCapacity: end - start) { runs, count in
      count = end - start
      isRead = runFile.read(UnsafeMutableRawBufferPointer(runs), at: 8 * start)
    }
    guard isRead else { throw Failure.readOnly(path: "index.words") }
    return LetterShape(runs: runs)
  }
}

/// The pieces of bands (`LetterChunk`), kept in a file until they are written to their table.
struct ChunkSpool: Sendable {
  private let file: SpoolFile
  private var pieces: [(name: Int, length: Int)] = []

  /// - Parameter path: what the name of its file begins with.
  init(path: String) throws { file = try SpoolFile(path + ".chunks") }

  /// Adds the piece that begins with the value `name` of its band.
  mutating func append(_ name: Int, _ bytes: [UInt8]) throws {
    pieces.append((name, bytes.count))
    try bytes.withUnsafeBytes { try file.append($0) }
  }

  /// Goes through the pieces as they came.
  func forEach(_ body: (_ name: Int, _ bytes: [UInt8]) throws -> Void) throws {
    var start = 0
    for (name, length) in pieces {
      var isRead = true
      let bytes = [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
        count = length
        isRead = file.read(UnsafeMutableRawBufferPointer(bytes), at: start)
      }
      guard isRead else { throw Failure.readOnly(path: "index.words") }
      try body(name, bytes)
      start += length
    }
  }
}
