import XPathPatterns

/// The outcome of a match, where `nil` means that the pattern is not valid or the limits were hit.
func matches(_ text: String, _ pattern: String, _ flags: String = "") -> Bool? {
  XPathPattern(pattern, flags: flags)?.matches(text)
}

/// The outcome of a replacement, where `nil` means an error of any kind.
func replace(
  _ text: String, _ pattern: String, _ replacement: String, _ flags: String = ""
) -> String? {
  XPathPattern(pattern, flags: flags)?.replacing(in: text, with: replacement)
}

/// The outcome of a split, where `nil` means an error of any kind.
func split(_ text: String, _ pattern: String, _ flags: String = "") -> [String]? {
  XPathPattern(pattern, flags: flags)?.split(text)
}
