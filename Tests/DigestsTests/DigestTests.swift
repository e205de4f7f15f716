import Digests
import Testing

@Suite("Digests")
struct DigestTests {
  @Test(
    "texts have the digests that the standard gives",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func standard(_ text: String, _ digits: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).hexadecimal == digits)
  }

  @Test("bytes added one by one have the digest of all of them")
  func pieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var hash = SHA256()
    for byte in bytes { hash.add([byte]) }
    #expect(hash.digest() == SHA256.digest(of: bytes))
  }

  @Test(
    "codes are those of RFC 4231",
    arguments: [
      (
        [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xAA, count: 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func codes(_ key: [UInt8], _ bytes: [UInt8], _ digits: String) {
    #expect(SHA256.code(of: bytes, key: key).hexadecimal == digits)
  }

  @Test("a digest is read in the form in which it is written, and in no other")
  func reading() {
    let digest = SHA256.digest(of: [1, 2, 3])
    #expect(Digest(digest.description) == digest)
    for text in [
      digest.hexadecimal, digest.description.uppercased(), digest.description + "0",
      String(digest.description.dropLast()), "sha256:" + String(repeating: "g", count: 64), "",
    ] {
      #expect(Digest(text) == nil, "\(text)")
    }
  }
}
