internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// `term:`, the months a claim can be paid for.
  func term() -> TermDeclaration? {
    keys(example: "term: {starts: month after(application date)}") { keys in
      TermDeclaration(
        starts: keys["starts"]?.expression(),
        lastMonth: keys["last month"]?.expression(),
        months: keys["months"]?.expression(),
        usedBefore: keys["used before"]?.expression(),
        counts: keys["counts"]?.word(TermDeclaration.Counts.self),
        ends: keys["ends"]?.ends() ?? [],
        suspended: keys["suspended"]?.suspensions() ?? [],
        sources: keys["source"]?.citations() ?? [],
        assumes: keys["assumes"]?.label(),
        range: range)
    }
  }

  /// The keys of a term that a pilot may be allowed to change.
  static let termKeys = [
    "starts", "last month", "months", "used before", "counts", "ends", "suspended",
  ]

  private func ends() -> [EndDeclaration] {
    let example =
      "employed: {when: employed by a unit, on: any day, effect: same month, source: N-1}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example) { keys in
        for key in ["afterwards", "at most", "at the rate"] {
          keys.elsewhere(key, Self.endsAreFinal)
        }
        return keys.end(name, at: field.range)
      }
    }
  }

  private func suspensions() -> [EndDeclaration] {
    let example =
      "report late: {when: report overdue, effect: same month, afterwards: lost, source: N-1}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example) { keys in
        var suspension = keys.end(name, at: field.range)
        suspension.afterwards = keys["afterwards"]?.word(EndDeclaration.Afterwards.self)
        suspension.atMost = keys["at most"]?.expression()
        suspension.atTheRate = keys["at the rate"]?.word(EndDeclaration.Rate.self)
        return suspension
      }
    }
  }

  private static let endsAreFinal = Wording(
    en: "what ends a term ends it for good; what is paid afterwards stands under `suspended`",
    zh: "`ends` 是终止；暂停后补发的规定写在 `suspended` 中")
}

extension Keys {
  fileprivate func end(_ name: Name, at range: SourceRange) -> EndDeclaration {
    EndDeclaration(
      name: name,
      label: self["label"]?.label(),
      condition: self["when"]?.expression(),
      reading: self["on"]?.word(EndDeclaration.Reading.self),
      effect: self["effect"]?.word(EndDeclaration.Effect.self),
      sources: self["source"]?.citations() ?? [],
      range: range)
  }
}
