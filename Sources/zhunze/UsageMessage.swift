import ArgumentParser
import Diagnostics
import FEELSyntax
import Glibc

extension Zhunze {
  /// Runs the command; what is wrong with its arguments is said in the language of the surroundings.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let language = LanguageArgument.among(CommandLine.arguments) ?? Surroundings.language
      let message = UsageMessage(fullMessage(for: error))
      Console(format: .text, language: language).note(message.wording)
      Glibc.exit(ExitStatus.usage.rawValue)
    }
  }
}

extension LanguageArgument {
  /// The language that the arguments ask for, though they could not all be read.
  fileprivate static func among(_ arguments: [String]) -> Language? {
    guard let place = arguments.lastIndex(of: "--language"), place + 1 < arguments.count else {
      return nil
    }
    return LanguageArgument(rawValue: arguments[place + 1])?.language
  }
}

/// What the argument parser says about wrong arguments, in both languages, with the form of days and
/// months that were written otherwise.
struct UsageMessage {
  let wording: Wording

  /// A message as the parser words it: `Error: …`, then help and usage on lines of their own.
  init(_ full: String) {
    let lines = full.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, first.hasPrefix("Error: ") else {
      wording = Wording(en: full, zh: full)
      return
    }
    let said = String(first.dropFirst("Error: ".count))
    let help = Self.help(for: said)
    let rest = lines.dropFirst()
    wording = Wording(
      en: ([first] + (help.map { ["  = \($0.en)"] } ?? []) + rest).joined(separator: "\n"),
      zh: (["错误：" + Self.chinese(said)] + (help.map { ["  = \($0.zh)"] } ?? [])
        + rest.map(Self.chineseLine)).joined(separator: "\n"))
  }

  /// The form of a day or a month.
  private static func help(for text: String) -> Wording? {
    guard let parts = text.wholeMatch(of: /The value '(.*)' is invalid for '[^']* <(day|month)>'.*/)
    else { return nil }
    let written = String(parts.1)
    return parts.2 == "day" ? DayHelp(day: written).wording : DayHelp(month: written).wording
  }

  /// What the parser says; in its own words if it is none of the usual.
  private static func chinese(_ text: String) -> String {
    if let parts = text.wholeMatch(
      of: /The value '(.*)' is invalid for '(.*?)'(?:\. Please provide one of (.*)\.|.*)/)
    {
      let choices = parts.3.map {
        "，应为 "
          + $0.replacing(", ", with: "、").replacing(" and ", with: "、")
          .replacing(" or ", with: "、") + " 之一"
      }
      return "`\(parts.2)` 不能是 `\(parts.1)`" + (choices ?? "")
    }
    if let parts = text.wholeMatch(of: /Unknown option '(.*?)'(?:\. Did you mean '(.*)'\?)?/) {
      return "没有选项 `\(parts.1)`" + (parts.2.map { "，是否指 `\($0)`？" } ?? "")
    }
    if let parts = text.wholeMatch(of: /Missing value for '(.*)'/) { return "`\(parts.1)` 后缺少值" }
    if let parts = text.wholeMatch(of: /Missing expected argument '(.*)'/) {
      return "缺少参数 `\(parts.1)`"
    }
    if let parts = text.wholeMatch(of: /Missing one of: '(.*)'/) {
      return "缺少以下参数之一：`\(parts.1.replacing("', '", with: "`、`"))`"
    }
    if let parts = text.wholeMatch(
      of: /(?:Unexpected argument|[0-9]+ unexpected arguments:) '(.*)'/)
    {
      return "多余的参数 `\(parts.1.replacing("', '", with: "`、`"))`"
    }
    if let parts = text.wholeMatch(
      of: /The option '(.*)' does not take any value, but '(.*)' was specified\./)
    {
      return "选项 `\(parts.1)` 不带值，却写了 `\(parts.2)`"
    }
    return text
  }

  /// A line below the message.
  private static func chineseLine(_ line: String) -> String {
    if let parts = line.wholeMatch(of: /\ \ See '(.*)' for more information\./) {
      return "  运行 `\(parts.1)` 查看说明"
    }
    for (english, chinese) in [("Help:  ", "说明："), ("Usage: ", "用法：")] where line.hasPrefix(english)
    {
      return chinese + line.dropFirst(english.count)
    }
    return line
  }
}
