import Foundation

/// A document of the JSON contract, as text: keys sorted at every level, one line feed at the end.
public struct JSONText: Sendable {
  /// The text.
  public let text: String

  init(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    text = String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// A value that is written as null when it is nil: the contract has every key always.
@propertyWrapper
struct OrNull<Value: Encodable>: Encodable {
  var wrappedValue: Value?

  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

/// The version of the JSON contract (`docs/format.md`).
let schemaVersion = 1
