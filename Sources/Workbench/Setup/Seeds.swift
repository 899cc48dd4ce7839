import Foundation
import ReviewModel
import Yams

/// The facts of one article: stakeholders, issues, forums, indicators, regions, drafts.
struct Seed: Decodable {
  struct Forum: Codable {
    var key: String
    var name: String
    var date: String?
    var host: String?
    var volume: Int?
    var participants: [String]?
    var sources: [String]?
  }

  struct Issue: Codable {
    var key: String
    var name: String
    var note: String?
    var sources: [String]?
  }

  struct Indicator: Codable {
    var key: String
    var name: String?
    var total: Int?
    var met: Int?
    var unmet: Int?
    var agency: String?
    var note: String?
    var sources: [String]?
  }

  struct Region: Codable {
    var name: String
    var subjects: [String]?
    var sources: [String]?
  }

  var source: String
  var stakeholders: [Register.Stakeholder]?
  var issues: [Issue]?
  var forums: [Forum]?
  var indicators: [Indicator]?
  var referenceRegions: [Region]?

  private enum CodingKeys: String, CodingKey {
    case source, stakeholders, issues, forums, indicators
    case referenceRegions = "reference_regions"
  }
}

/// `register/*.yml`: made from seeds, then a person's own.
enum RegisterFiles {
  static let folder = "register"

  /// The register's files made from a folder of seeds: name and text, in the order of names.
  static func made(fromSeedsIn folder: String) throws -> [(name: String, text: String)] {
    let seeds = try seeds(in: folder)
    return [
      ("forums.yml", try yaml(merged(seeds, \.forums, \.key, \.sources))),
      ("indicators.yml", try yaml(merged(seeds, \.indicators, \.key, \.sources))),
      ("issues.yml", try yaml(merged(seeds, \.issues, \.key, \.sources))),
      ("regions.yml", try yaml(merged(seeds, \.referenceRegions, \.name, \.sources))),
      ("stakeholders.yml", try yaml(merged(seeds, \.stakeholders, \.key, \.sources))),
    ]
  }

  private static func seeds(in folder: String) throws -> [Seed] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Failure.notAFolder(path: folder)
    }
    return try names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted().map { name in
      let path = "\(folder)/\(name)"
      let bytes = try TextFile.bytes(at: path, named: path)
      do {
        return try YAMLDecoder().decode(Seed.self, from: String(decoding: bytes, as: UTF8.self))
      } catch {
        throw Failure.seedUnreadable(path: path, reason: YAMLProblem.sentence(error))
      }
    }
  }

  /// The items of all seeds, each key once with the seeds that name it, by key.
  private static func merged<Item>(
    _ seeds: [Seed], _ items: KeyPath<Seed, [Item]?>, _ key: KeyPath<Item, String>,
    _ sources: WritableKeyPath<Item, [String]?>
  ) -> [Item] {
    var result: [String: Item] = [:]
    for seed in seeds {
      for var item in seed[keyPath: items] ?? [] {
        let name = item[keyPath: key]
        var named = result[name]?[keyPath: sources] ?? []
        named.append(seed.source)
        if let known = result[name] { item = known }
        item[keyPath: sources] = named
        result[name] = item
      }
    }
    return result.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func yaml(_ items: [some Encodable]) throws -> String {
    let encoder = YAMLEncoder()
    encoder.options.allowUnicode = true
    encoder.options.width = -1
    return try encoder.encode(items)
  }
}

extension Workbench {
  /// The register as it stands in `register/`; empty where there is none.
  func register() throws -> Register {
    Register(stakeholders: try registerFile("stakeholders.yml"))
  }

  private func registerFile<Item: Decodable>(_ name: String) throws -> [Item] {
    let path = "\(RegisterFiles.folder)/\(name)"
    let bytes: [UInt8]?
    if let root {
      let file = "\(root)/\(path)"
      bytes =
        FileManager.default.fileExists(atPath: file)
        ? try TextFile.bytes(at: file, named: path) : nil
    } else {
      bytes = try headCommit().flatMap { try file(path, at: $0) }
    }
    guard let bytes, bytes.contains(where: { !($0 == 0x20 || $0 == 0x0A) }) else { return [] }
    do {
      return try YAMLDecoder().decode([Item].self, from: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure.registerUnreadable(path: path, reason: YAMLProblem.sentence(error))
    }
  }
}
