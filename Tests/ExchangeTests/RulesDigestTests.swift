import Diagnostics
import Exchange
import Testing

@Suite("digests of rules")
struct RulesDigestTests {
  private func digest(_ files: [(String, String)]) -> String {
    RulesDigest(of: files.map { SourceFile(name: $0.0, text: $0.1) }).description
  }

  @Test("nothing has the digest that SHA-256 gives to nothing")
  func nothing() {
    #expect(
      digest([])
        == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("a digest is that of lengths, names and bytes, as any tool can compute it")
  func form() {
    // printf '\0\0\0\0\0\0\0\6a.yaml\0\0\0\0\0\0\0\2x\n' | sha256sum
    #expect(
      digest([("a.yaml", "x\n")])
        == "sha256:aee86c3d8805f05283afc298f085afe3ae56857bddb98521f2152edd504cb09a")
  }

  @Test("the order of files and files given twice make no difference")
  func order() {
    let files = [("rules/b.yaml", "2"), ("rules/a.yaml", "1"), ("pilots/甲/c.yaml", "3")]
    #expect(digest(files) == digest(files.reversed()))
    #expect(digest(files) == digest(files + files))
  }

  @Test("a name, a byte or a place where one file ends makes a difference")
  func differences() {
    let one = digest([("a", "bc"), ("d", "")])
    #expect(one != digest([("a", "bd"), ("d", "")]))
    #expect(one != digest([("b", "bc"), ("d", "")]))
    #expect(one != digest([("ab", "c"), ("d", "")]))
    #expect(one != digest([("a", "bc")]))
  }
}
