import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax

/// What is said about rules of a table that cannot be meant as they stand.
struct TableMessages {
  private let text: TableText
  private let hitPolicy: String

  init(_ text: TableText, hitPolicy: String) {
    self.text = text
    self.hitPolicy = hitPolicy
  }

  // MARK: - Gaps

  func gap(
    _ witness: Witness, others: [Witness], isProven: Bool, in circumstance: Circumstance?
  ) -> Diagnostic {
    let place = circumstance.wording
    guard !witness.entries.isEmpty else {
      return Diagnostic(
        "Z1301", .warning, at: text.hitPolicy.range,
        Wording(en: "no rule is in force\(place.en)", zh: "\(place.zh)没有规则有效"),
        help: Wording(
          en: "add a rule for these days, or a `default:`", zh: "请为这些日期补充规则，或写 `default:`"))
    }
    let example = example(witness)
    var notes = [Diagnostic.Note(values(witness)), proof(witness, isProven)].compactMap { $0 }
    notes += others.prefix(4).map { .init(values($0)) }
    if others.count > 4 {
      notes.append(
        .init(
          Wording(en: "and \(others.count - 4) more", zh: "另有 \(others.count - 4) 处")))
    }
    return Diagnostic(
      "Z1301", isProven ? .warning : .note, at: text.hitPolicy.range,
      Wording(
        en: "no rule fits \(example.en)\(place.en)",
        // At the end of the sentence no blank follows.
        zh: "\(place.zh)没有规则适用于"
          + (example.zh.hasSuffix(" ") ? String(example.zh.dropLast()) : example.zh)),
      help: Wording(
        en: "add a rule such as `\(row(witness))`, or a `default:`",
        zh: "请补充规则，如 `\(row(witness))`，或写 `default:`"),
      notes: notes)
  }

  /// A row that would fill a gap.
  private func row(_ witness: Witness) -> String {
    let cells = text.inputs.indices.map { input in
      witness.entries.first { $0.input == input }?.value.map(\.inTests) ?? "-"
    }
    return "| \(text.rows.count + 1) | \(cells.joined(separator: " | ")) || … |"
  }

  // MARK: - Two rules

  func overlap(
    _ rule: Int, _ other: Int, others: [Int], isWithin: Bool, _ witness: Witness, meant: String?,
    isProven: Bool, in circumstance: Circumstance?
  ) -> Diagnostic {
    let place = circumstance.wording
    let example = example(witness)
    var notes = [seen(other)] + [proof(witness, isProven)].compactMap { $0 }
    if isWithin {
      notes.append(
        .init(
          Wording(
            en: "whatever fits rule \(number(rule)) fits rule \(number(other)) as well",
            zh: "适用规则 \(number(rule)) 的情形都适用规则 \(number(other))")))
    }
    if !others.isEmpty {
      let list = others.prefix(10).map(number).joined(separator: ", ")
      notes.append(
        .init(
          Wording(en: "it overlaps as well with: \(list)", zh: "还与下列规则重叠：\(list)")))
    }
    return Diagnostic(
      "Z1302", isProven ? .warning : .note, at: text.rows[rule].number.range,
      Wording(
        en: "rules \(number(other)) and \(number(rule)) both fit \(example.en)\(place.en)",
        zh: "\(place.zh)规则 \(number(other)) 和 \(number(rule)) 都适用于\(example.zh)"),
      help: help(meant, example), notes: notes,
      fixes: meant.map { [.init(replace: text.hitPolicy.range, with: $0)] } ?? [])
  }

  private func help(_ meant: String?, _ example: Wording) -> Wording {
    switch meant {
    case "A":
      Wording(
        en: "under U only one rule may fit; as the rules agree, A says what is meant",
        zh: "U 只允许一条规则适用；各规则结果相同，可改用 A")
    case "F":
      Wording(
        en: "under U only one rule may fit; if the first shall count, write F",
        zh: "U 只允许一条规则适用；若以排在前面的为准，请改用 F")
    default:
      Wording(
        en:
          "under U only one rule may fit; correct the cells of one so that \(example.en) fits the other alone",
        zh: "U 只允许一条规则适用；请更正其中一条的条件，使\(example.zh)只适用另一条")
    }
  }

  func conflict(
    _ rule: Int, _ other: Int, _ witness: Witness, isProven: Bool, in circumstance: Circumstance?
  ) -> Diagnostic {
    let place = circumstance.wording
    let example = example(witness)
    return Diagnostic(
      "Z1303", isProven ? .warning : .note, at: text.rows[rule].number.range,
      Wording(
        en: "rules \(number(other)) and \(number(rule)) give different results for "
          + "\(example.en)\(place.en)",
        zh: "\(place.zh)规则 \(number(other)) 和 \(number(rule)) 对\(example.zh)给出不同结果"),
      help: Wording(
        en: "under A rules that fit together must agree; correct one of them, or write F",
        zh: "A 要求同时适用的规则结果相同；请更正其一，或改用 F"),
      notes: [seen(other)] + [proof(witness, isProven)].compactMap { $0 })
  }

  // MARK: - One rule

  func neverFits(_ rule: Int, input: Int, in circumstance: Circumstance?) -> Diagnostic {
    let place = circumstance.wording
    let name = text.inputs[input].text
    return Diagnostic(
      "Z1304", circumstance == nil ? .warning : .note, at: text.rows[rule].inputs[input].range,
      Wording(
        en: "no value that `\(name)` can have passes this cell\(place.en), so rule "
          + "\(number(rule)) never fits",
        zh: "\(place.zh)`\(name)` 没有任何取值满足此格，规则 \(number(rule)) 永远不适用"),
      help: Wording(
        en: "correct the cell, or what is allowed for `\(name)`",
        zh: "请更正此格，或 `\(name)` 允许的取值"))
  }

  func masked(_ rule: Int, by others: [Int], in circumstance: Circumstance?) -> Diagnostic {
    let place = circumstance.wording
    let list = list(others)
    return Diagnostic(
      "Z1305", circumstance == nil ? .warning : .note, at: text.rows[rule].number.range,
      Wording(
        en: "rule \(number(rule)) never decides\(place.en): \(list.en) always "
          + (others.count == 1 ? "goes before" : "go before"),
        zh: "\(place.zh)规则 \(number(rule)) 永远不起作用：\(list.zh)总是优先"),
      help: hitPolicy == "F"
        ? Wording(
          en: "move it before them, correct its cells, or delete it",
          zh: "请移到其前、更正条件，或删去")
        : Wording(en: "correct its cells or the order, or delete it", zh: "请更正条件或顺序，或删去"),
      notes: others.prefix(3).map(seen))
  }

  func redundant(_ rule: Int, by others: [Int]) -> Diagnostic {
    let list = list(others)
    return Diagnostic(
      "Z1306", hitPolicy == "A" ? .warning : .note, at: text.rows[rule].number.range,
      Wording(
        en: "without rule \(number(rule)) the table says the same: \(list.en) "
          + (others.count == 1 ? "fits" : "fit") + " whatever it fits, with the same result",
        zh: "删去规则 \(number(rule)) 结果不变：\(list.zh)涵盖其全部情形且结果相同"),
      help: Wording(
        en: "delete it, unless it shall be seen", zh: "请删去，除非有意列出"),
      notes: others.prefix(3).map(seen))
  }

  func repeated(_ rule: Int, of other: Int, in circumstance: Circumstance?) -> Diagnostic {
    let place = circumstance.wording
    return Diagnostic(
      "Z1307", .warning, at: text.rows[rule].number.range,
      Wording(
        en: "rule \(number(rule)) repeats rule \(number(other))\(place.en), and under "
          + "\(hitPolicy) both count",
        zh: "\(place.zh)规则 \(number(rule)) 重复规则 \(number(other))，\(hitPolicy) 会两次计入"),
      help: Wording(en: "delete it, or correct its cells", zh: "请删去，或更正其内容"),
      notes: [seen(other)])
  }

  var disjoint: Diagnostic {
    Diagnostic(
      "Z1308", .note, at: text.hitPolicy.range,
      Wording(
        en: "no two rules fit the same values, so \(hitPolicy) has nothing to choose",
        zh: "没有两条规则同时适用，\(hitPolicy) 无从选择"),
      help: Wording(
        en: "U says so, and is held to it", zh: "可改用 U，今后若有重叠即可发现"),
      fixes: [.init(replace: text.hitPolicy.range, with: "U")])
  }

  // MARK: - What was not decided

  func notDecided(_ cells: [(rule: Int, input: Int?, why: Undecided)]) -> Diagnostic {
    let first = cells[0]
    let place =
      first.input.map { text.rows[first.rule].inputs[$0] } ?? text.rows[first.rule].outputs[0]
    let why = first.why.wording
    return Diagnostic(
      "Z1309", .note, at: place.range,
      Wording(
        en: "not decided: this cell \(why.en), so its rule was left out where that matters",
        zh: "未作判断：此格\(why.zh)，相关检查不含该规则"),
      notes: cells.dropFirst().prefix(5).map { cell in
        let source =
          cell.input.map { text.rows[cell.rule].inputs[$0] } ?? text.rows[cell.rule].outputs[0]
        return .init(
          Wording(en: "nor this one: it \(cell.why.wording.en)", zh: "此格亦然：\(cell.why.wording.zh)"),
          at: source.range)
      }
        + (cells.count > 6
          ? [
            .init(
              Wording(en: "and \(cells.count - 6) more cells", zh: "另有 \(cells.count - 6) 格"))
          ] : []))
  }

  var tooLarge: Diagnostic {
    Diagnostic(
      "Z1309", .note, at: text.hitPolicy.range,
      Wording(
        en: "not decided: the rules can be combined in too many ways",
        zh: "未作判断：规则组合过多"),
      help: Wording(en: "divide the table into several", zh: "请拆分为多张表"))
  }

  // MARK: - Parts

  private func number(_ rule: Int) -> String { text.rows[rule].number.text }

  private func seen(_ rule: Int) -> Diagnostic.Note {
    .init(
      Wording(en: "rule \(number(rule)) stands here", zh: "规则 \(number(rule)) 在此"),
      at: text.rows[rule].range)
  }

  private func list(_ rules: [Int]) -> Wording {
    let shown = rules.prefix(5).map(number)
    let more = rules.count - shown.count
    let en = shown.count == 1 && more == 0 ? "rule " : "rules "
    return Wording(
      en: en + shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
      zh: "规则 " + shown.joined(separator: "、") + (more > 0 ? " 等 \(rules.count) 条" : " "))
  }

  /// A value for each input that matters.
  private func example(_ witness: Witness) -> Wording {
    guard !witness.entries.isEmpty else { return Wording(en: "every case", zh: "任何情形") }
    let parts = witness.entries.map { entry in
      let name = "`\(text.inputs[entry.input].text)`"
      let value = entry.value.map { Wording(same: $0.literal) } ?? entry.tests
      return (en: "\(name) \(value.en)", zh: "\(name) \(value.zh)")
    }
    return Wording(
      en: parts.map(\.en).joined(separator: ", "),
      zh: " " + parts.map(\.zh).joined(separator: "、") + " ")
  }

  /// All values that show it.
  private func values(_ witness: Witness) -> Wording {
    let parts = witness.entries.map { entry in
      let name = text.inputs[entry.input].text
      return (en: "`\(name)`: \(entry.tests.en)", zh: "`\(name)`：\(entry.tests.zh)")
    }
    return Wording(
      en: "the gap is " + parts.map(\.en).joined(separator: "; "),
      zh: "缺口为 " + parts.map(\.zh).joined(separator: "；"))
  }

  private func proof(_ witness: Witness, _ isProven: Bool) -> Diagnostic.Note? {
    if isProven { return nil }
    if witness.isFractional {
      return .init(
        Wording(
          en: "whole numbers alone are all provided for; if there are no others, say "
            + "`allowed: floor(?) = ?` where the fact is declared",
          zh: "整数均已涵盖；若只会是整数，请在声明处写 `allowed: floor(?) = ?`"))
    }
    return .init(
      Wording(
        en: "these inputs are computed, and none of the cases tried has these values; there may be "
          + "others, which would fail",
        zh: "这些输入由计算得出，试过的情形都没有取这些值；但不排除有这样的情形，届时无法计算"))
  }
}

extension Circumstance? {
  /// When and where, to be put behind (English) or before (Chinese) a sentence.
  fileprivate var wording: Wording {
    guard let circumstance = self else { return Wording(en: "", zh: "") }
    let pilot = circumstance.pilot.map { Wording(en: " in `\($0.name)`", zh: "在 `\($0.name)` ") }
    return Wording(
      en: " on \(circumstance.day)\(pilot?.en ?? "")", zh: "\(circumstance.day) \(pilot?.zh ?? "")")
  }
}

extension Undecided {
  /// Why, as the rest of a sentence about a cell.
  var wording: Wording {
    switch self {
    case .facts(let names):
      let list = names.prefix(3).map { "`\($0)`" }
      return Wording(
        en: "rests on \(list.joined(separator: ", "))", zh: "取决于 \(list.joined(separator: "、"))")
    case .day: return Wording(en: "changes from day to day", zh: "逐日变化")
    case .locals:
      return Wording(en: "names a parameter of the function", zh: "引用了函数的参数")
    case .computed:
      return Wording(en: "computes with the input", zh: "对输入作了计算")
    case .kind(let type):
      return Wording(
        en: "tests values of type `\(type)`, which are not looked at", zh: "检验的是 `\(type)` 类型的值")
    case .unpublished:
      return Wording(en: "names a parameter without a value", zh: "引用了没有值的参数")
    }
  }
}
