import CExpat
import Foundation

/// What an XML document is read into.
protocol XMLHandler: AnyObject {
  func open(_ name: String, _ attributes: XMLAttributes)
  func close(_ name: String)
  func text(_ text: String)
}

/// The attributes of an element while it is being opened; only those asked for are read.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of the attribute `name`, nil where it is not given.
  subscript(name: String) -> String? { value { strcmp($0, name) == 0 } }

  /// The value of an attribute of another namespace, whatever its prefix: `r:id` for "id".
  func prefixed(_ name: String) -> String? {
    value { key in
      guard let colon = strchr(key, 0x3A) else { return false }
      return strcmp(colon + 1, name) == 0
    }
  }

  private func value(where isMeant: (UnsafePointer<XML_Char>) -> Bool) -> String? {
    guard let list else { return nil }
    var index = 0
    while let key = list[index], let value = list[index + 1] {
      if isMeant(key) { return String(cString: value) }
      index += 2
    }
    return nil
  }
}

/// Reads XML piece by piece. Document types are refused, so that no entity can grow; so is XML that
/// nests deeper than any office program writes.
final class XMLScanner {
  enum Problem: Error {
    case malformed, tooDeep, documentType
  }

  static let deepest = 256

  private let parser: XML_Parser
  private let handler: any XMLHandler
  private var depth = 0
  private var problem: Problem?

  init(_ handler: any XMLHandler) throws(Problem) {
    guard let parser = XML_ParserCreate(nil) else { throw .malformed }
    self.parser = parser
    self.handler = handler
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in XMLScanner.of(data)?.open(name, attributes) },
      { data, name in XMLScanner.of(data)?.close(name) })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLScanner.of(data)?.read(text, Int(count))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLScanner.of(data)?.stop(.documentType)
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the next piece.
  func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(Problem) {
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    let status = XML_Parse(parser, start, Int32(clamping: bytes.count), isLast ? 1 : 0)
    if let problem { throw problem }
    guard status == XML_STATUS_OK else { throw .malformed }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLScanner? {
    data.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ problem: Problem) {
    if self.problem == nil { self.problem = problem }
    XML_StopParser(parser, 0)
  }

  private func open(
    _ name: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    depth += 1
    guard depth <= Self.deepest else { return stop(.tooDeep) }
    guard problem == nil, let name else { return }
    handler.open(String(cString: name), XMLAttributes(list: list))
  }

  private func close(_ name: UnsafePointer<XML_Char>?) {
    depth -= 1
    guard problem == nil, let name else { return }
    handler.close(String(cString: name))
  }

  private func read(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
    guard problem == nil, let text else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: count)
    handler.text(String(decoding: bytes, as: UTF8.self))
  }
}
