import ArgumentParser
import Diagnostics

/// With what a command ends, after `sysexits.h`.
enum ExitStatus: Int32 {
  case done = 0
  case findings = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case internalError = 70
  case ioError = 74

  /// The status as the argument parser takes it.
  var code: ExitCode { ExitCode(rawValue) }
}

/// Why a command cannot go on.
struct CommandFailure: Error {
  let status: ExitStatus
  let message: Wording
  var help: Wording?
}

extension CommandFailure {
  static func noRules(above path: String) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "neither `\(path)` nor a folder above it holds `rules/`",
        zh: "`\(path)` 及其上级文件夹中都没有 `rules/`"),
      help: Wording(
        en: "change to the folder of the rules, or name it with `--rules DIR`",
        zh: "请进入规则所在的文件夹，或用 `--rules 目录` 指明"))
  }

  static func noRules(in path: String) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "the folder `\(path)` holds no `rules/`", zh: "文件夹 `\(path)` 中没有 `rules/`"),
      help: Wording(
        en: "name the folder that holds `rules/` and `pilots/`",
        zh: "请指明含有 `rules/` 和 `pilots/` 的文件夹"))
  }

  static func noRules(at path: String) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "`\(path)` is nothing under `rules/` or `pilots/`",
        zh: "`\(path)` 不在 `rules/` 或 `pilots/` 之下"))
  }

  static func noPolicy(_ name: String, nearest: String?) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(en: "no policy is called `\(name)`", zh: "没有名为 `\(name)` 的政策"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
  }

  static func noPilot(_ name: String, nearest: String?) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(en: "no pilot is called `\(name)`", zh: "没有名为 `\(name)` 的试点"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
  }

  static func noCases(_ texts: [String]) -> CommandFailure {
    let all = texts.map { "`\($0)`" }.joined(separator: ", ")
    return CommandFailure(
      status: .noInput,
      message: Wording(
        en: "no case holds \(all) in its name or policy", zh: "没有名称或政策含有 \(all) 的用例"))
  }

  static func noCases(in paths: [String]) -> CommandFailure {
    let all = paths.map { "`\($0)`" }.joined(separator: ", ")
    return CommandFailure(
      status: .noInput,
      message: Wording(en: "no cases stand in \(all)", zh: "\(all) 中没有用例"),
      help: Wording(
        en: "cases are files in a folder `tests` beside the rules", zh: "用例是规则旁 `tests` 文件夹中的文件"))
  }

  static func noMutants(_ name: String) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "there is nothing to change in a policy or vocabulary `\(name)`",
        zh: "没有可试验变异的政策或词汇 `\(name)`"))
  }

  static let noClock = CommandFailure(
    status: .internalError,
    message: Wording(en: "the clock gives no date", zh: "系统时钟没有给出日期"))

  static func unreadable(_ path: String, _ failure: FileReading.Failure) -> CommandFailure {
    switch failure {
    case .absent:
      CommandFailure(
        status: .noInput,
        message: Wording(en: "there is no file `\(path)`", zh: "没有文件 `\(path)`"))
    case .folder:
      CommandFailure(
        status: .noInput,
        message: Wording(
          en: "`\(path)` is a folder, and a file is expected", zh: "`\(path)` 是文件夹，应为文件"))
    case .noFile:
      CommandFailure(
        status: .noInput,
        message: Wording(
          en: "`\(path)` is a device, and a file is expected", zh: "`\(path)` 是设备，应为文件"))
    case .denied:
      CommandFailure(
        status: .noInput,
        message: Wording(en: "`\(path)` may not be read", zh: "没有读取 `\(path)` 的权限"))
    case .tooLarge(let limit):
      CommandFailure(
        status: .badData,
        message: Wording(
          en: "`\(path)` has more than \(limit) bytes", zh: "`\(path)` 超过 \(limit) 字节"),
        help: Wording(en: "divide it into several files", zh: "请拆分为多个文件"))
    case .failed(let reason):
      CommandFailure(
        status: .ioError,
        message: Wording(
          en: "`\(path)` could not be read: \(reason)", zh: "读取 `\(path)` 失败：\(reason)"))
    }
  }
}
