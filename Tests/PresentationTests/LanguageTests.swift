import Testing

@testable import Presentation

@Suite("Every word is there in both languages")
struct LanguageTests {
  @Test("Help pages say what each command does", arguments: HelpTopic.allCases)
  func abstracts(_ topic: HelpTopic) {
    let words = Language.allCases.map { $0.messages.abstract(topic) }
    #expect(words.allSatisfy { $0.hasSuffix(".") && !$0.contains("\n") })
    #expect(Set(words).count == Language.allCases.count)
  }

  @Test("Help pages say what each option means", arguments: HelpOption.allCases)
  func options(_ option: HelpOption) {
    let words = Language.allCases.map { $0.messages.option(option) }
    #expect(words.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
  }
}
