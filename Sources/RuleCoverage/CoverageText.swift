public import Diagnostics
import PolicyModel

extension Coverage {
  /// One line for each policy and pilot and each kind, then what is not gone through, with its place
  /// and what a case would need.
  public func text(in language: Language) -> String {
    var text = ""
    for group in groups {
      text += group.name.text(in: language) + "\n"
      for kind in CoverageTarget.Kind.allCases {
        let count = group.targets.count(kind)
        guard count.all > 0 else { continue }
        text += Self.line(kind.wording.text(in: language), count)
      }
    }
    // What one policy in one pilot comes to is told already.
    if groups.count != 1 {
      text += Wording(en: "all rules", zh: "全部规则").text(in: language) + "\n"
      for kind in CoverageTarget.Kind.allCases {
        let count = targets.count(kind)
        if count.all > 0 { text += Self.line(kind.wording.text(in: language), count) }
      }
    }
    text += Self.line(Wording(en: "in all", zh: "合计").text(in: language), targets.count())
    return text + gaps(in: language)
      + Wording(en: "\(cases) cases were run\n", zh: "共运行 \(cases) 个用例\n").text(in: language)
  }

  /// All ways, of all files.
  public var targets: [CoverageTarget] { files.flatMap(\.targets) }

  /// The files of one policy in one pilot together, in the order of the files.
  var groups: [(name: Wording, targets: [CoverageTarget])] {
    var groups: [(name: Wording, targets: [CoverageTarget])] = []
    for file in files {
      let names = [file.subject] + (file.pilot.map { [$0.name] } ?? [])
      let name = Wording(en: names.joined(separator: ", "), zh: names.joined(separator: "，"))
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].targets += file.targets
      } else {
        groups.append((name, file.targets))
      }
    }
    return groups
  }

  static let colon = Wording(en: ": ", zh: "：")

  /// What is to be gone through, and in which way: `share: low income: true`.
  static func title(
    of aspect: CoverageTarget.Aspect, _ target: CoverageTarget, in language: Language
  ) -> String {
    [target.item, target.part, aspect.name.text(in: language)].filter { !$0.isEmpty }
      .joined(separator: colon.text(in: language))
  }

  private static func line(_ name: String, _ count: CoverageCount) -> String {
    let percent = "\(count.percent)"
    let width = max(1, 22 - DisplayWidth.columns(of: name))
    return "  \(name)" + String(repeating: " ", count: width)
      + String(repeating: " ", count: 3 - percent.count) + "\(percent) %  "
      + "\(count.covered)/\(count.all)\n"
  }

  private func gaps(in language: Language) -> String {
    var text = ""
    for file in files {
      for target in file.targets {
        for aspect in target.aspects where aspect.hits == 0 {
          text += "\(target.range.place): \(target.kind.wording.text(in: language))"
          text += Self.colon.text(in: language) + Self.title(of: aspect, target, in: language)
          text += "\n    " + aspect.hint.text(in: language) + "\n"
        }
      }
    }
    guard !text.isEmpty else { return "" }
    return "\n" + Wording(en: "not covered:", zh: "未覆盖：").text(in: language) + "\n" + text + "\n"
  }
}
