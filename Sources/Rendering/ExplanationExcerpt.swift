public import Determinations
internal import Diagnostics

extension DeterminationText {
  /// Some nodes of an explanation with everything below them, line by line; what lies beyond the
  /// most lines is left out, and the last one says so.
  public func excerpt(of determination: Determination, nodes: [Int], most: Int) -> [String] {
    let writer = DeterminationWriter(
      determination, language: language, page: Page(columns: columns, isColoured: isColoured))
    var tree = ExplanationTree(writer: writer)
    for node in nodes { tree.write(node) }
    let lines = tree.writer.page.lines
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + ["  …"]
  }
}
