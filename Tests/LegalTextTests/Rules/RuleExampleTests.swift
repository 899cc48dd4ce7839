import Testing

@testable import LegalText

/// The examples that rules carry are their tests.
@Suite("Drafting rules: examples")
struct RuleExampleTests {
  private static func findings(_ text: String, _ rule: DraftRule) -> [Finding] {
    DraftChecker.check(LegalParser.parse(text), rules: [rule])
  }

  @Test("a text that keeps a rule has no finding of it", arguments: DraftChecker.rules)
  func passing(rule: DraftRule) {
    #expect(Self.findings(rule.example.passing, rule) == [])
  }

  @Test("a text that breaks a rule has its finding, at the unit", arguments: DraftChecker.rules)
  func failing(rule: DraftRule) throws {
    let findings = Self.findings(rule.example.failing, rule)
    let found = try #require(findings.first { $0.address == rule.example.unit })
    #expect(found.rule == rule.id)
    #expect(found.severity == rule.severity)
  }

  @Test("ids are unique, citations name a provision")
  func identity() {
    #expect(Set(DraftChecker.rules.map(\.id)).count == DraftChecker.rules.count)
    #expect(DraftChecker.rules.count >= 40)
    for rule in DraftChecker.rules {
      #expect(rule.citation.hasPrefix("Lampiran II angka ") || rule.citation.hasPrefix("UU "))
      #expect(rule.id.utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || ($0 >= 0x61 && $0 <= 0x7A) })
    }
  }
}

extension DraftRule: CustomTestStringConvertible {
  /// Its id.
  public var testDescription: String { id }
}
