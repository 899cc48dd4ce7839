import Testing

/// Package.swift against the folders and the table of targets.
@Suite("Every target is tested")
struct ManifestTests {
  /// The declarations of a kind (`target`, `testTarget` …) with their names and their texts; not
  /// those below Tests, which hold what tests share.
  private func declared(_ kind: String) throws -> [(name: String, text: Substring)] {
    let marks = [".target(", ".executableTarget(", ".testTarget(", ".systemLibrary("]
    let manifest = try Package.manifest()
    let targets = manifest[
      (manifest.firstRange(of: "  targets: [")?.upperBound ?? manifest.startIndex)...]
    var rest = targets
    var found: [(name: String, text: Substring)] = []
    while let start = marks.compactMap({ rest.firstRange(of: $0) }).min(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      let mark = rest[start]
      rest = rest[start.upperBound...]
      let end = marks.compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
      let text = rest[..<end]
      if mark == ".\(kind)(", !text.contains("path: \"Tests/"),
        let name = text.split(separator: "\"").dropFirst().first
      {
        found.append((String(name), text))
      }
    }
    return found
  }

  @Test("A test target depends on each target")
  func tested() throws {
    let tests = try declared("testTarget")
    for (name, _) in try declared("target") {
      let test = tests.first { $0.name == name + "Tests" }
      #expect(test?.text.contains("\"\(name)\"") == true, "no \(name)Tests that depends on \(name)")
    }
  }

  @Test("The executable is too small to need tests of its own")
  func executable() throws {
    #expect(try declared("executableTarget").map(\.name) == ["naskah"])
    let files = try Package.files(in: "Sources").filter { $0.target == "naskah" }
    #expect(files.reduce(0) { $0 + $1.lineCount } <= 12)
  }

  @Test("Targets of the manifest are those of the table")
  func table() throws {
    let names = try ["target", "executableTarget", "systemLibrary"].flatMap(declared).map(\.name)
    #expect(Set(names) == Set(ImportTests.allowed.keys))
  }

  @Test("What the manifest lets a target depend on is in the table")
  func dependencies() throws {
    for (name, text) in try declared("target") {
      let allowed = ImportTests.allowed[name] ?? []
      for sibling in ImportTests.allowed.keys where sibling != name {
        guard text.contains("\"\(sibling)\"") else { continue }
        #expect(allowed.contains(sibling), "\(name) declares \(sibling)")
      }
    }
  }

  @Test("Every folder of tests has Swift files and a test target")
  func folders() throws {
    let folders = Set(try Package.files(in: "Tests").map(\.target)).subtracting(["Support"])
    #expect(folders == Set(try declared("testTarget").map(\.name)))
  }

  @Test("Warnings are errors in every target")
  func strictness() throws {
    for kind in ["target", "executableTarget", "testTarget"] {
      for (name, text) in try declared(kind) {
        #expect(text.contains("swiftSettings: strict"), "\(name)")
      }
    }
  }
}
