import Testing

/// The targets and what each may import. SwiftPM lets an import of an undeclared sibling compile;
/// these tests do not.
@Suite("Imports follow the table of targets")
struct ImportTests {
  /// The modules of a target's own package and of libraries, by target.
  static let allowed: [String: Set<String>] = [
    "CLibgit2": [],
    "CLibzip": [],
    "CExpat": [],
    "GitKit": ["CLibgit2"],
    "LegalText": [],
    "DraftDiff": ["LegalText"],
    "ReviewModel": ["LegalText", "DraftDiff"],
    "Workbench": [
      "GitKit", "ReviewModel", "DraftDiff", "LegalText", "GRDB", "GRDBSQLite", "Yams", "CLibzip",
      "CExpat",
    ],
    "Presentation": ["ReviewModel", "DraftDiff", "LegalText"],
    "Export": ["ReviewModel", "DraftDiff", "LegalText"],
    // Commands names the values that the three use cases, views and formats speak in.
    "Commands": [
      "Workbench", "Presentation", "Export", "ReviewModel", "LegalText", "ArgumentParser",
      "Subprocess",
    ],
    "naskah": ["Commands"],
  ]

  /// The targets that touch no file, clock, terminal, environment or repository.
  static let pure: Set<String> = ["LegalText", "DraftDiff", "ReviewModel"]

  /// The modules of the system that all but the pure targets may import.
  static let system: Set<String> = [
    "Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
  ]

  @Test("Sources holds the targets of the table and no others")
  func targets() throws {
    let found = Set(try Package.files(in: "Sources").map(\.target))
    // The system libraries are a module map and a C header each.
    #expect(found == Set(Self.allowed.keys).subtracting(["CLibgit2", "CLibzip", "CExpat"]))
  }

  @Test("Every import is allowed to its target")
  func imports() throws {
    for file in try Package.files(in: "Sources") {
      let own = Self.allowed[file.target] ?? []
      let allowed = Self.pure.contains(file.target) ? own : own.union(Self.system)
      for (module, line) in SwiftCode.imports(in: file.code) where !allowed.contains(module) {
        Issue.record("\(file.path):\(line): \(file.target) may not import \(module)")
      }
    }
  }

  @Test("The table has no circle: every target stands above what it imports")
  func direction() {
    var settled: Set<String> = []
    var waiting = Self.allowed
    while let next = waiting.keys.sorted().first(where: { target in
      (waiting[target] ?? []).allSatisfy { settled.contains($0) || Self.allowed[$0] == nil }
    }) {
      settled.insert(next)
      waiting[next] = nil
    }
    #expect(waiting.isEmpty)
  }

  @Test("Imports are read in every form they take")
  func reading() {
    let code = """
      import A
      @testable import B
      public import struct C.Date
      @preconcurrency internal import D.E; import F
      // import G
      let important = "import H"
      """
    let found = SwiftCode.imports(in: SwiftCode.withoutCommentsAndStrings(code))
    #expect(found.map(\.module) == ["A", "B", "C", "D", "F"])
    #expect(found.map(\.line) == [1, 2, 3, 4, 4])
  }
}
