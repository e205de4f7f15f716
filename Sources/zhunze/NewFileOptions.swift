import ArgumentParser
import Casework
import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import StartingFiles
import YAMLTree

/// What the commands that begin files have in common.
struct NewFileOptions: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: "zh or en, the language of the comments; else that of LC_ALL, LC_MESSAGES or LANG")
  var chosenLanguage: LanguageArgument?

  @OptionGroup var rulesOptions: RulesOptions

  var language: Language { chosenLanguage?.language ?? Surroundings.language }
  var console: Console { Console(format: .text, language: language) }

  /// Makes files for the rules there are and writes all of them, or none.
  func write(_ make: (RulesRead) throws(CommandFailure) -> [StartingFile]) throws {
    do {
      let folder = try rulesOptions.folder()
      let rules = RulesRead(reading: folder.contents())
      let files = try make(rules)
      let findings = rules.findings(in: files)
      guard findings.isEmpty else {
        console.report(findings)
        throw CommandFailure.notSound
      }
      try FileWriting.create(files.map { (folder.path + "/" + $0.path, $0.text) })
      try console.write(files.map { $0.path + "\n" }.joined())
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    }
  }

  /// The day given, or today.
  static func day(_ argument: DayArgument?) throws(CommandFailure) -> CalendarDate {
    if let argument { return argument.date }
    guard let today = Surroundings.now?.date else { throw .noClock }
    return today
  }

  /// Refuses a name that could not stand in commands and file names.
  static func check(_ name: String) throws(CommandFailure) {
    guard NameCheck.isIdentifier(name) else { throw .noIdentifier(name) }
  }
}

extension RulesRead {
  /// The rules with new files among them.
  func adding(_ files: [StartingFile]) -> RulesRead {
    var contents = self.contents
    let sources = files.map { SourceFile(name: $0.path, text: $0.text) }
    for file in sources where !file.name.contains("/tests/") {
      let parts = file.name.split(separator: "/")
      if parts.count == 2 {
        contents.rules.append(file)
      } else if file.name.hasSuffix("/pilot.yaml") {
        let folder = "pilots/\(parts[1])/"
        contents.pilots.append(
          .init(
            name: String(parts[1]), file: file,
            overlays: sources.filter {
              $0.name.hasPrefix(folder) && $0.name != file.name && !$0.name.contains("/tests/")
            }))
      } else if let index = contents.pilots.firstIndex(where: { $0.name == parts[1] }),
        !contents.pilots[index].overlays.contains(where: { $0.name == file.name })
      {
        let pilot = contents.pilots[index]
        contents.pilots[index] = .init(
          name: pilot.name, file: pilot.file, overlays: pilot.overlays + [file])
      }
    }
    return RulesRead(reading: contents)
  }

  /// What is wrong with new files, or fails in their cases.
  func findings(in files: [StartingFile]) -> [Diagnostic] {
    let whole = adding(files)
    let names = Set(files.map(\.path))
    let runner = CaseRunner(whole.rulebook)
    let resolved = whole.rulebook.diagnostics.filter { !whole.diagnostics.contains($0) }
    var found = (whole.diagnostics + resolved).filter {
      $0.severity != .note && names.contains($0.range?.file.name ?? "")
    }
    for file in files where file.path.contains("/tests/") {
      let parts = file.path.split(separator: "/")
      let source = SourceFile(name: file.path, text: file.text)
      let reading = CaseFile.read(
        YAMLDocument(reading: source), pilot: parts.first == "pilots" ? String(parts[1]) : nil)
      found += reading.diagnostics + (reading.file.map(runner.run) ?? []).flatMap(\.diagnostics)
    }
    return found
  }
}

extension PolicyDocument {
  /// The name of the policy that the document is an edition of.
  var policyName: String? { if case .policy(let name) = kind { name.text } else { nil } }
}

extension CommandFailure {
  static func noIdentifier(_ name: String) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(
        en:
          "`\(name)` cannot be a name: it is made of letters, digits, `-`, `_` and `.`, and begins"
          + " with a letter or a digit",
        zh: "`\(name)` 不能作为名称：名称由字母、数字、`-`、`_`、`.` 组成，并以字母或数字开头"))
  }

  static func noRegion(_ text: String) -> CommandFailure {
    let meant = WrittenRegion.nearest(to: text)
    return CommandFailure(
      status: .usage,
      message: Wording(
        en: "`\(text)` is no region code, which has six digits (GB/T 2260)",
        zh: "`\(text)` 不是地区代码，应为六位数字（GB/T 2260）"),
      help: meant.map { Wording(en: "write `--region \($0)`", zh: "请写 `--region \($0)`") })
  }

  static func exists(policy: String) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(en: "there is a policy `\(policy)` already", zh: "已有政策 `\(policy)`"),
      help: Wording(
        en: "choose another name; a new edition is begun by copying the file",
        zh: "请另取名称；如要编写新版本，请复制原文件"))
  }

  static func exists(file: String) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(
        en: "`\(file)` is there already, and nothing was written", zh: "`\(file)` 已存在，没有写入任何文件"),
      help: Wording(en: "choose another name, or delete it", zh: "请另取名称，或先删除它"))
  }

  static func noDetermination(_ policy: String) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: Wording(
        en: "`\(policy)` cannot be decided, so there is no case to begin with",
        zh: "`\(policy)` 无法判定，因此不能生成用例"),
      help: Wording(en: "see `zhunze lint`", zh: "请运行 `zhunze lint` 查看"))
  }

  static let notSound = CommandFailure(
    status: .badData,
    message: Wording(
      en: "with the rules there are, the new files would not be sound; nothing was written",
      zh: "与现有规则放在一起时新文件有问题，没有写入任何文件"))
}
