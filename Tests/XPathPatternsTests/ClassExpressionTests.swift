import Testing
import XPathPatterns

@Suite("Classes of characters")
struct ClassExpressionTests {
  @Test(
    "a class matches one of its characters",
    arguments: [
      ("b", "[abc]", true), ("d", "[abc]", false), ("d", "[^abc]", true), ("\n", "[^a]", true),
      ("-", "[-a]", true), ("-", "[a-]", true), ("-", "[^-a]", false), ("-", #"[a\-z]"#, true),
      ("b", #"[a\-z]"#, false), ("^", "[a^]", true), ("^", "[^^]", false),
      ("|", "[.|()*+?{}$]", true),
      ("a", "[.]", false), ("]", #"[\]]"#, true), ("\n", #"[\n]"#, true), ("5", #"[\d-]"#, true),
      ("-", #"[\d-]"#, true), ("x", #"[\p{Nd}x]"#, true),
      (".", "[--/]", true),
      ("👍", "[👌-👏]", true), (":", "[:alph:]", true), ("&", "[a&&b]", true), ("\\", #"[\\]"#, true),
      ("\u{D7FF}", #"[^\p{IsPrivateUseArea}]"#, true), ("m", #"[\n-\}]"#, true),
    ])
  func members(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern) == expected)
  }

  @Test(
    "a class can be taken out of another",
    arguments: [
      ("b", "[a-z-[aeiou]]", true), ("e", "[a-z-[aeiou]]", false), ("B", "[a-z-[aeiou]]", false),
      ("e", "[a-z-[a-z-[e]]]", true), ("f", "[a-z-[a-z-[e]]]", false), ("x", "[^a-c-[x]]", false),
      ("y", "[^a-c-[x]]", true), ("a", "[^a-c-[x]]", false), ("é", #"[\p{L}-[a-z]]"#, true),
      ("e", #"[\p{L}-[a-z]]"#, false), ("e", #"[\p{L}-[^e]]"#, true), ("7", #"[\w-[\d]]"#, false),
      ("-", "[a--[b]]", true), ("a", "[-a-[b]]", true), ("-", "[--[b]]", true),
      ("E", #"[\p{L}-[\p{Lu}-[E]]]"#, true), ("F", #"[\p{L}-[\p{Lu}-[E]]]"#, false),
    ])
  func subtraction(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern) == expected)
  }

  @Test("a class from which all is taken out never matches")
  func emptyClass() {
    #expect(matches("a", "[a-[a]]") == false)
    #expect(matches("ab", #"[a-[^b]]?b"#) == true)
    #expect(matches("a", #"[^\s\S]"#) == false)
  }

  @Test("a subtraction is one item to a quantifier")
  func quantified() {
    #expect(matches("bcd", #"^[\p{L}-[aeiou]]+$"#) == true)
    #expect(matches("bed", #"^[\p{L}-[aeiou]]+$"#) == false)
    #expect(matches("bcd", #"^[a-z-[aeiou]]{3}$"#) == true)
  }

  @Test(
    "a class outside the grammar is not valid",
    arguments: [
      "[]", "[^]", "[a", "[a-", "[a-z", "[z-a]", "[a-c-e]", #"[\d-z]"#, #"[a-\d]"#, "[a-b-c]",
      "[a[b]]", "[a]]", "[[a]]", "[a-[]]", "[a-[b]c]", "[a-[b]", "[-[a]]", "[^-[a]]", "[!--]",
      "[[:alpha:]]", "[[.a.]]", #"[\b]"#, #"[\Qa\E]"#, #"[\1]"#, #"[\x41]"#, #"[\pL]"#, #"[\"#,
      #"[\]"#, "[a---z]",
    ])
  func invalid(pattern: String) {
    #expect(XPathPattern(pattern) == nil)
  }

  @Test(
    "escapes of one letter have the meanings of XML Schema",
    arguments: [
      ("s", " \t\r\n", "\u{A0}\u{B}\u{C}\u{85}\u{2003}a"),
      ("d", "09٣९", "a½²Ⅷ"),
      ("w", "aZ9é中½+$\u{301}`^", "_-. \u{A0}!«\u{0}\u{200D}"),
      ("i", "aZ_:é中\u{37F}", "0-.·\u{300}×÷ \u{37E}"),
      ("c", "aZ_:09-.·\u{300}é", " !@×/\u{37E}"),
    ])
  func letters(letter: String, members: String, others: String) {
    for (letter, inside) in [(letter, true), (letter.uppercased(), false)] {
      for (scalars, expected) in [(members, inside), (others, !inside)] {
        for scalar in scalars.unicodeScalars {
          let text = String(scalar)
          #expect(matches(text, #"^\\#(letter)$"#) == expected, "\(letter) \(scalar.value)")
          #expect(matches(text, #"^[\\#(letter)]$"#) == expected, "[\(letter)] \(scalar.value)")
          #expect(matches(text, #"^[^\\#(letter)]$"#) == !expected, "[^\(letter)] \(scalar.value)")
        }
      }
    }
  }

  @Test(
    "a category holds its characters and its capital escape the others",
    arguments: [
      ("L", "aé中ǅ", "1 "), ("Lu", "AÉ", "aǅ"), ("Lt", "ǅ", "Aa"), ("Nd", "1٣", "½Ⅷ"),
      ("Nl", "Ⅷ", "1"), ("P", "!«_-", "+$"), ("S", "+$€^", "!"), ("Sc", "$€", "+"),
      ("Z", " \u{A0}\u{2028}", "\t"), ("C", "\t\u{200D}\u{E000}\u{378}", "a "),
      ("Cn", "\u{378}", "a"),
    ])
  func categories(name: String, members: String, others: String) {
    for scalar in members.unicodeScalars {
      #expect(matches(String(scalar), #"\p{\#(name)}"#) == true, "\(scalar.value)")
      #expect(matches(String(scalar), #"\P{\#(name)}"#) == false, "\(scalar.value)")
    }
    for scalar in others.unicodeScalars {
      #expect(matches(String(scalar), #"\p{\#(name)}"#) == false, "\(scalar.value)")
      #expect(matches(String(scalar), #"[\P{\#(name)}]"#) == true, "\(scalar.value)")
    }
  }

  @Test(
    "a block holds its code points by XML Schema's name",
    arguments: [
      ("BasicLatin", "a", "é"), ("Latin-1Supplement", "é", "a"), ("LatinExtended-A", "ő", "é"),
      ("Greek", "α", "a"), ("GreekandCoptic", "α", "a"), ("Cyrillic", "ж", "α"),
      ("CyrillicSupplementary", "Ԑ", "ж"), ("CombiningMarksforSymbols", "\u{20D0}", "a"),
      ("PrivateUse", "\u{E000}", "a"), ("PrivateUse", "\u{10FFFD}", "a"),
      ("CJKUnifiedIdeographs", "准", "a"), ("CJKUnifiedIdeographsExtensionB", "\u{20000}", "准"),
      ("MathematicalAlphanumericSymbols", "𝒜", "A"), ("Specials", "\u{FFFD}", "a"),
      ("SupplementaryPrivateUseArea-B", "\u{100000}", "a"), ("HangulSyllables", "한", "ㄱ"),
    ])
  func blocks(name: String, inside: String, outside: String) {
    #expect(matches(inside, #"^\p{Is\#(name)}$"#) == true)
    #expect(matches(outside, #"^\p{Is\#(name)}$"#) == false)
    #expect(matches(outside, #"^[\P{Is\#(name)}-[x]]$"#) == true)
    #expect(matches(inside, #"^\P{Is\#(name)}$"#) == false)
  }
}
