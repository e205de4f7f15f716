import Diagnostics
import Testing

@Suite("the word that was meant")
struct SuggestionTests {
  static let names = [
    "disability grade", "registration date", "pension paid", "is", "title", "until",
    "残疾等级", "户籍", "登记日期", "source", "known from",
  ]

  @Test(
    "a slip leads to the name",
    arguments: [
      ("disabilty grade", "disability grade"), ("Disability Grade", "disability grade"),
      ("pension piad", "pension paid"), ("tilte", "title"), ("si", "is"), ("souce", "source"),
      ("known_from", "known from"), ("残疾等及", "残疾等级"), ("残疾级", "残疾等级"), ("户藉", "户籍"),
      ("登计日期", "登记日期"), ("untill", "until"),
    ])
  func slips(word: String, meant: String) {
    #expect(nearest(to: word, among: Self.names) == meant)
    #expect(nearest(to: word, among: Self.names.reversed()) == meant)
  }

  @Test(
    "what is like nothing leads nowhere",
    arguments: ["", "x", "employment", "户", "收入", "年龄", String(repeating: "a", count: 10_000)])
  func strangers(word: String) {
    #expect(nearest(to: word, among: Self.names) == nil)
  }

  @Test("among more names than anybody has in mind none is looked for")
  func manyNames() {
    let few = (0..<Suggestion.mostFindings).map { "name \($0)" }
    #expect(nearest(to: "nmae 7", among: few) == "name 7")
    #expect(nearest(to: "nmae 7", among: (0..<20_000).map { "name \($0)" }) == nil)
  }

  @Test("of equals the first in order is taken, whatever order they come in")
  func ties() {
    #expect(nearest(to: "cat", among: ["hat", "bat", "mat"]) == "bat")
    #expect(nearest(to: "CAT", among: ["cat", "CaT"]) == "CaT")
  }

  @Test(
    "what denies the other is never meant, however like it is",
    arguments: [
      ("not registered as flexible worker", "registered as flexible worker"),
      ("uninsured by an employer", "insured by an employer"), ("未登记为灵活就业", "已登记为灵活就业"),
      ("未签订劳动合同", "签订劳动合同"), ("不享受最低生活保障", "享受最低生活保障"),
    ])
  func contraries(word: String, other: String) {
    #expect(nearest(to: word, among: [other]) == nil)
    #expect(nearest(to: other, among: [word]) == nil)
  }

  @Test("a character that is a slip for a denial leads to it")
  func slipsForDenials() {
    #expect(nearest(to: "末签订劳动合同", among: ["未签订劳动合同"]) == "未签订劳动合同")
    #expect(nearest(to: "unit price", among: ["unit prize"]) == "unit prize")
  }
}
