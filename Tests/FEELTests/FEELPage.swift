import FEEL
import Foundation

/// A page of `docs/` about FEEL, by what can be checked in it.
struct FEELPage {
  /// An expression with the value it has by the letter of DMN.
  struct Example {
    let expression: String
    let value: String
  }

  /// An expression with what comes of it by DMN, if that reads it, and in a rule file.
  struct Contrast {
    let expression: String
    let standard: String?
    let strict: String
  }

  /// A row about a built-in: the ways to call it.
  struct Entry {
    let calls: [String]
    let hasExample: Bool
  }

  /// `expression` → `value`, wherever it stands.
  private(set) var examples: [Example] = []
  /// Rows of three cells: expression, value by DMN or a dash, value or code in a rule file.
  private(set) var contrasts: [Contrast] = []
  /// Rows of the tables whose first column is headed by one of the words.
  private(set) var entries: [Entry] = []
  /// The headings of the sections, and the places that links within the page lead to.
  private(set) var headings: [String] = []
  private(set) var links: [String] = []

  static let english = "docs/feel.md"
  static let chinese = "docs/zh/feel.md"

  init(reading path: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    var header = ""
    var previous = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if !line.hasPrefix("|") { header = "" }
      if line.hasPrefix("|---") { header = Self.cells(previous).first ?? "" }
      previous = line
      if line.hasPrefix("| ") { readRow(Self.cells(line), under: header) }
    }
    headings = text.matches(of: /(?m)^## (.+)$/).map { String($0.output.1) }
    links = text.matches(of: /\]\(#([^)]*)\)/).map { String($0.output.1) }
    examples = text.matches(of: /`([^`]+)`\s→\s`([^`]+)`/).map { match in
      Example(expression: Self.code(match.output.1), value: Self.code(match.output.2))
    }
  }

  private mutating func readRow(_ cells: [String], under header: String) {
    guard let first = cells.first, let last = cells.last else { return }
    if header == "call" || header == "写法" {
      let calls = first.components(separatedBy: "<br>").compactMap(Self.span)
      entries.append(Entry(calls: calls, hasExample: last.contains("→")))
    } else if cells.count == 3, let expression = Self.span(first), let strict = Self.span(last) {
      let standard = Self.span(cells[1])
      guard standard != nil || cells[1] == "–" else { return }
      contrasts.append(Contrast(expression: expression, standard: standard, strict: strict))
    }
  }

  /// The cells of a row; a bar with a backslash before it divides none.
  private static func cells(_ row: String) -> [String] {
    row.replacing("\\|", with: "\u{0}").split(separator: "|").map { cell in
      cell.replacing("\u{0}", with: "\\|").trimmingCharacters(in: .whitespaces)
    }
  }

  /// What a piece of code says that is the whole of a cell.
  private static func span(_ cell: String) -> String? {
    cell.wholeMatch(of: /`([^`]+)`/).map { code($0.output.1) }
  }

  private static func code(_ text: Substring) -> String { String(text).replacing("\\|", with: "|") }

  /// Where a link to a heading leads, as Markdown renderers make it.
  static func anchor(_ heading: String) -> String {
    String(
      heading.lowercased().unicodeScalars.compactMap { scalar -> Character? in
        if scalar == " " { return "-" }
        let isKept = scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == "-"
        return isKept ? Character(scalar) : nil
      })
  }
}

extension BuiltIn {
  /// The ways to call the function, as the pages write them; those that differ in types alone once.
  var calls: [String] {
    var calls: [String] = []
    for signature in signatures {
      let parameters = signature.parameters.map(\.name) + (signature.isVariadic ? ["…"] : [])
      let call = "\(name)(\(parameters.joined(separator: ", ")))"
      if !calls.contains(call) { calls.append(call) }
    }
    return calls
  }
}
