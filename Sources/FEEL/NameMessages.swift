import Diagnostics
import FEELSyntax
import Quantities

/// What is said about names, members and arguments.
enum NameMessages {
  static func unknown(
    _ name: String, nearest: String?, inCell: Bool, isChoice: Bool = false,
    at range: SourceRange
  ) -> Diagnostic {
    if let habit = ForeignFunctions.help(for: name) {
      return Diagnostic(
        "Z0203", at: range,
        Wording(
          en: "there is no function `\(name)` here", zh: "此处没有函数 `\(name)`"), help: habit)
    }
    if let day = ForeignFunctions.day(for: name) {
      return value(name, meant: day, inCell: inCell, at: range)
    }
    if inCell, OtherwiseWords.contains(name) {
      return Diagnostic(
        "Z0204", at: range,
        Wording(
          en: "no fact, parameter or decision is called `\(name)`",
          zh: "没有名为 `\(name)` 的事实、参数或决策"), help: OtherwiseWords.help)
    }
    let test = inCell ? OperatorWords.test(name) : nil
    let number = test ?? WrittenNumber.nearest(to: name)
    if let number, !isChoice {
      return Diagnostic(
        inCell ? "Z0204" : "Z0203", at: range,
        Wording(
          en: "`\(name)` is no number as it is written here, and no name",
          zh: "`\(name)` 不是此处的数字写法，也不是已声明的名称"),
        help: Wording(en: "write `\(number)` for the number", zh: "如果是数字，请写成 `\(number)`"),
        fixes: [.init(replace: range, with: number)])
    }
    let help: Wording? =
      if let nearest {
        Wording(en: "did you mean `\(nearest)`?", zh: "是否指 `\(nearest)`？")
      } else if inCell {
        Wording(
          en: "write `\"\(name)\"` for the text", zh: "如果是文字，请写成 `\"\(name)\"`")
      } else {
        Wording(en: "declare it, or correct the name", zh: "请声明它，或更正名称")
      }
    let replacement = nearest ?? (inCell ? "\"\(name)\"" : nil)
    return Diagnostic(
      inCell && nearest == nil ? "Z0204" : "Z0203", at: range,
      Wording(
        en: "no fact, parameter or decision is called `\(name)`",
        zh: "没有名为 `\(name)` 的事实、参数或决策"),
      help: help, fixes: replacement.map { [.init(replace: range, with: $0)] } ?? [])
  }

  /// A value that is written without quotation marks, or in words.
  static func value(
    _ name: String, meant: String, inCell: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      inCell ? "Z0204" : "Z0203", at: range,
      Wording(
        en: "no fact, parameter or decision is called `\(name)`",
        zh: "没有名为 `\(name)` 的事实、参数或决策"),
      help: Wording(en: "write `\(meant)` for the value", zh: "如果是取值，请写 `\(meant)`"),
      fixes: [.init(replace: range, with: meant)])
  }

  /// A word for whatever there is, in a cell.
  static func anyValue(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0204", at: range,
      Wording(
        en: "no fact, parameter or decision is called `\(name)`",
        zh: "没有名为 `\(name)` 的事实、参数或决策"),
      help: AnyValueWords.help, fixes: [.init(replace: range, with: "-")])
  }

  /// `round half-up`, a function with a hyphen in its name.
  static func hyphened(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0203", at: range,
      Wording(
        en: "there is no function `\(range.text)` here", zh: "此处没有函数 `\(range.text)`"),
      help: Wording(en: "did you mean `\(function)`?", zh: "是否指 `\(function)`？"),
      fixes: [.init(replace: range, with: function)])
  }

  /// `not student`, where `not` is a function.
  static func denial(
    _ name: String, of item: String, isCondition: Bool, at range: SourceRange
  ) -> Diagnostic {
    let meant = "not(\(item))"
    return Diagnostic(
      "Z0203", at: range,
      Wording(
        en: "no fact, parameter or decision is called `\(name)`; `not` is written with parentheses",
        zh: "没有名为 `\(name)` 的事实、参数或决策；否定要写 `not` 和括号"),
      help: isCondition
        ? Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`")
        : Wording(
          en: "put the whole condition about `\(item)` into `not(…)`",
          zh: "请把关于 `\(item)` 的整个条件写进 `not(…)`"),
      fixes: isCondition ? [.init(replace: range, with: meant)] : [])
  }

  /// A function that reads the clock, so that a case would not be decided alike tomorrow.
  static func clock(_ function: String, at range: SourceRange) -> Diagnostic {
    let day = "determination date"
    return Diagnostic(
      "Z0424", at: range,
      Wording(
        en:
          "`\(function)()` reads the clock, and rules decide on the day that they are asked about",
        zh: "`\(function)()` 会读取时钟，而规则按所判定的日期作出判定"),
      help: Wording(en: "write `\(day)` for that day", zh: "该日期请写 `\(day)`"),
      fixes: function == "today" ? [.init(replace: range, with: day)] : [])
  }

  static func label(_ label: String, of name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0203", at: range,
      Wording(
        en: "`\(label)` is a label; an expression names `\(name)`",
        zh: "`\(label)` 是标签，表达式中要写名称 `\(name)`"),
      help: Wording(en: "write `\(name)`", zh: "请写 `\(name)`"),
      fixes: [.init(replace: range, with: name)])
  }

  static func outOfReach(
    _ name: String, _ reason: Scope.OutOfReach, at range: SourceRange
  ) -> Diagnostic {
    switch reason {
    case .notUsed(let vocabulary):
      Diagnostic(
        "Z0205", at: range,
        Wording(
          en: "`\(name)` belongs to `\(vocabulary)`, which this file does not use",
          zh: "`\(name)` 属于 `\(vocabulary)`，本文件没有引用它"),
        help: Wording(
          en: "add `\(vocabulary)` to `uses`", zh: "请在 `uses` 中加入 `\(vocabulary)`"))
    }
  }

  static func unknownType(_ name: String, nearest: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0206", at: range,
      Wording(en: "no type is called `\(name)`", zh: "没有名为 `\(name)` 的类型"),
      help: nearest.map {
        Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？")
      }, fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func noMember(
    _ name: String, of type: FEELType, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    let known = type.memberNames.map { "`\($0)`" }.joined(separator: ", ")
    let help: Wording? =
      if let nearest {
        Wording(en: "did you mean `\(nearest)`?", zh: "是否指 `\(nearest)`？")
      } else if !known.isEmpty {
        Wording(en: "it has \(known)", zh: "它有 \(known)")
      } else {
        nil
      }
    return Diagnostic(
      "Z0207", at: range,
      Wording(
        en: "a value of type \(type) has no `\(name)`", zh: "类型为 \(type) 的值没有 `\(name)`"),
      help: help, fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func duplicateEntry(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0208", at: range,
      Wording(en: "`\(name)` stands twice in this context", zh: "`\(name)` 在此上下文中出现了两次"),
      help: Wording(en: "give each entry a name of its own", zh: "请使每一项的名称各不相同"))
  }

  /// Why a context with two entries of one name has no value (DMN 1.5, 10.3.2.6).
  static let duplicateEntry = EvaluationFailure.Reason.other(
    Wording(en: "two entries of a context have the same name", zh: "同一上下文中有两项名称相同"))

  static func atNeedsItem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0209", at: range,
      Wording(
        en: "`at(…)` follows the name of a fact, parameter or decision, nothing else",
        zh: "`at(…)` 只能跟在事实、参数或决策的名称之后"))
  }

  static func atOnConstant(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0210", at: range,
      Wording(
        en: "`\(name)` is the same on every day, so `at(…)` changes nothing",
        zh: "`\(name)` 不随日期变化，`at(…)` 没有作用"),
      help: Wording(
        en: "leave `at(…)` out, or declare `over time` for the fact",
        zh: "请去掉 `at(…)`，或为该事实声明 `over time`"))
  }

  static func wrongArguments(_ function: BuiltIn, at range: SourceRange) -> Diagnostic {
    let forms = function.signatures.map { signature in
      "`\(function.name)(\(signature.parameters.map(\.name).joined(separator: ", ")))`"
    }.joined(separator: ", ")
    return Diagnostic(
      "Z0211", at: range,
      Wording(
        en: "`\(function.name)` cannot be called with these arguments",
        zh: "`\(function.name)` 不能用这些参数调用"),
      help: Wording(en: "write it as \(forms)", zh: "写法：\(forms)"))
  }

  static func wrongCount(expected: Int, found: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0212", at: range,
      Wording(
        en: expected == 1
          ? "the function takes one argument, \(found) are given"
          : "the function takes \(expected) arguments, \(found) \(found == 1 ? "is" : "are") given",
        zh: "该函数需要 \(expected) 个参数，这里给了 \(found) 个"))
  }

  static func externalNotAllowed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0213", at: range,
      Wording(en: "rule files cannot call external functions", zh: "规则文件不能调用外部函数"))
  }
}
