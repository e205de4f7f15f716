import Testing

@testable import XPathPatterns

@Suite("Sets of code points")
struct CodePointSetTests {
  @Test("ranges that overlap or touch become one")
  func merging() {
    let set = CodePointSet([5...9, 1...2, 3...3, 8...12, 20...20])
    #expect(set.ranges == [1...3, 5...12, 20...20])
  }

  @Test("the complement of the complement is the set")
  func complement() {
    let set = CodePointSet([0...4, 10...0x10FFFF])
    #expect(set.complement.ranges == [5...9])
    #expect(set.complement.complement == set)
    #expect(CodePointSet([0...CodePointSet.last]).complement.ranges.isEmpty)
    #expect(CodePointSet([ClosedRange<UInt32>]()).complement.ranges == [0...0x10FFFF])
  }

  @Test("subtraction takes out what the other holds")
  func subtraction() {
    let set = CodePointSet([1...10]).subtracting(CodePointSet([0...2, 5...5, 9...30]))
    #expect(set.ranges == [3...4, 6...8])
  }

  @Test("no range of characters begins or ends among the surrogates")
  func surrogates() {
    let set = CodePointSet([0x10...0xD900, 0xDC00...0xDC01, 0xDF00...0xE001])
    #expect(set.rangesOfCharacters == [0x10...0xD7FF, 0xE000...0xE001])
    #expect(CodePointSet([1...0x10FFFF]).rangesOfCharacters == [1...0x10FFFF])
  }

  @Test("a block is found by its name of today, or by an earlier one")
  func blocks() {
    #expect(UnicodeBlocks.points(named: "BasicLatin")?.ranges == [0...0x7F])
    #expect(UnicodeBlocks.points(named: "Runic")?.ranges == [0x16A0...0x16FF])
    #expect(UnicodeBlocks.points(named: "SupplementaryPrivateUseArea-B")?.ranges.count == 1)
    #expect(UnicodeBlocks.points(named: "PrivateUse")?.ranges.count == 3)
    #expect(UnicodeBlocks.points(named: "Basic Latin") == nil)
  }

  @Test("variants of case are added to a set that has some")
  func caseVariants() {
    let set = CaseVariants.closing(CodePointSet(["b", "1"] as [Unicode.Scalar]))
    #expect(set == CodePointSet(["1", "B", "b"] as [Unicode.Scalar]))
  }
}
