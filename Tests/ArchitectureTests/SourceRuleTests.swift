import Testing

/// What no file of Sources may hold.
@Suite("Files are short and cannot stop the program")
struct SourceRuleTests {
  /// The most lines a file may have; files near 300 are wanted.
  static let longest = 420

  @Test("No file is longer than the limit")
  func lengths() throws {
    for file in try Package.files(in: "Sources") + Package.files(in: "Tests")
    where file.lineCount > Self.longest {
      Issue.record("\(file.path) has \(file.lineCount) lines; the limit is \(Self.longest)")
    }
  }

  @Test("No forced unwrapping, try!, as! or fatalError")
  func traps() throws {
    for file in try Package.files(in: "Sources") {
      for line in SwiftCode.trapLines(in: file.code) {
        Issue.record("\(file.path):\(line): can stop the program")
      }
    }
  }

  @Test("A C pointer stays in GitKit, in the reading of Word's containers and in one statement")
  func pointers() throws {
    // SQLite's own statement, for what runs a million times.
    let allowed = ["Workbench/Intake/Documents/", "Workbench/Index/SQLStatement.swift"]
    for file in try Package.files(in: "Sources")
    where file.target != "GitKit" && !allowed.contains(where: file.path.contains) {
      #expect(!file.code.contains("OpaquePointer"), "\(file.path)")
    }
  }

  @Test(
    "What can stop the program is found",
    arguments: [
      "let a = try! f()", "let a = b as! C", "a!.b()", "f(x)![0]", "var a: Int!",
      "fatalError(\"\")",
      "\"\\(a!)\"", "/* \" */ a! /* \" */", "#\"\"# + a!", "x[0]! + \"\\(\")\")\"",
    ])
  func finding(_ code: String) {
    #expect(SwiftCode.trapLines(in: SwiftCode.withoutCommentsAndStrings(code)) == [1])
  }

  @Test(
    "What cannot is left alone",
    arguments: [
      "a != b", "!a", "(!a)", "// a!", "/* /* a! */ b! */", "\"a!\"", "\"\"\"\na!\n\"\"\"",
      "#\"a! \"b! \\(c!)\"#", "\"\\\"a!\"", "\"\\(a ? \"b!\" : \"c\")d!\"",
    ])
  func passing(_ code: String) {
    #expect(SwiftCode.trapLines(in: SwiftCode.withoutCommentsAndStrings(code)).isEmpty)
  }
}
