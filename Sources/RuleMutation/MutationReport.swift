public import Diagnostics
import PolicyModel

extension MutationRun {
  /// The figures, then every mutant that no case notices, with a case that would.
  public func text(in language: Language) -> String {
    var text = ""
    for result in results where result.isOpen {
      text += "\(result.mutant.place.place): \(result.mutant.name): \(result.mutant.change)\n"
      let words =
        result.fate == .unreached
        ? Wording(en: "no case goes through it", zh: "没有用例经过此处")
        : Wording(en: "every case still passes", zh: "所有用例仍然通过")
      text += "    " + words.text(in: language) + "\n"
      if let proposal = result.proposal {
        let pilot = proposal.pilot.map { ", \($0)" } ?? ""
        text +=
          "    "
          + Wording(
            en: "a case for \(proposal.policy)\(pilot) that fails with it:",
            zh: "可加入 \(proposal.policy)\(pilot) 的用例："
          ).text(in: language) + "\n"
        for line in proposal.yaml.split(separator: "\n") { text += "    \(line)\n" }
      }
    }
    let killed = "\(killedPerMille / 10).\(killedPerMille % 10)"
    let summary = Wording(
      en: """
        \(count) mutants, \(results.count) tried: \(count(.killed)) killed, \(count(.survived)) \
        survived, \(count(.unreached)) not reached, \(count(.refused)) refused by the rules' own checks
        \(killed) % killed
        """,
      zh: """
        变异 \(count) 个，试验 \(results.count) 个：发现 \(count(.killed)) 个，未发现 \(count(.survived)) 个，\
        无用例经过 \(count(.unreached)) 个，规则检查拒绝 \(count(.refused)) 个
        发现率 \(killed) %
        """)
    return text + summary.text(in: language) + "\n"
  }

  /// The same for programs.
  public var json: JSONValue {
    .object([
      ("schema", .string("zhunze.mutation/1")), ("mutants", .integer(count)),
      ("tried", .integer(results.count)), ("killed", .integer(count(.killed))),
      ("survived", .integer(count(.survived))), ("not reached", .integer(count(.unreached))),
      ("refused", .integer(count(.refused))), ("killed per mille", .integer(killedPerMille)),
      ("survivors", .array(results.filter(\.isOpen).map(\.json))),
    ])
  }
}

extension MutationRun.Result {
  /// Whether no case notices it.
  public var isOpen: Bool { fate == .survived || fate == .unreached }

  fileprivate var json: JSONValue {
    .object([
      ("at", .string(mutant.place.place)), ("kind", .string(mutant.kind.rawValue)),
      ("name", .string(mutant.name)), ("reached", .bool(fate == .survived)),
      (
        "edits",
        .array(
          mutant.edits.map {
            .object([
              ("at", .string($0.range.place)), ("old", .string($0.range.text)),
              ("new", .string($0.text)),
            ])
          })
      ),
      (
        "proposal",
        proposal.map {
          .object([
            ("policy", .string($0.policy.name)),
            ("pilot", $0.pilot.map { .string($0.name) } ?? .null), ("case", .string($0.yaml)),
          ])
        } ?? .null
      ),
    ])
  }
}

extension Mutant {
  /// Old text and new, on one line.
  var change: String {
    edits.map { edit in
      let old = edit.range.text.singleSpaced
      return "`\(old)` → `\(edit.text)`"
    }.joined(separator: "; ")
  }
}
