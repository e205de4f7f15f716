internal import Diagnostics
internal import FEELSyntax
internal import PolicySyntax
internal import Quantities

/// What a policy lets a pilot change, as comments from which only `# ` is to be taken.
struct PermissionComments {
  private let permissions: Permissions?
  private let hasCharges: Bool
  private let day: CalendarDate

  init(_ permissions: Permissions?, hasCharges: Bool, from day: CalendarDate) {
    self.permissions = permissions
    self.hasCharges = hasCharges
    self.day = day
  }

  /// The comments; that there is nothing is said as well.
  var text: String {
    let sections = permissions.map(sections) ?? []
    guard !sections.isEmpty else {
      return """
        #en The policy lets a pilot change nothing that is there. It may add facts, parameters, decisions,
        #en functions and sources of its own.
        #zh 该政策不允许试点修改已有内容；可以增加自己的事实、参数、决策、函数和来源。

        """
    }
    return """
      #en What the policy lets a pilot change. Take `# ` from the lines you need, and name the local document that
      #en says so under `source`.
      #zh 该政策允许试点修改的内容。需要哪些就去掉行首的 `# `，并在 `source` 中写明所依据的地方文件。
      #
      # sources:
      #   LOCAL-1: {title: …, evidence: official}

      """ + sections.joined()
  }

  private func sections(_ permissions: Permissions) -> [String] {
    [
      section("parameters", permissions.parameters) { name in
        "#   \(name):\n#     values:\n#       - {from: \(day), is: …, source: LOCAL-1 第一条}\n"
      },
      section("decisions", permissions.decisions) { name in
        "#   \(name):\n#     is: …\n#     source: LOCAL-1 第一条\n"
      },
      section("functions", permissions.functions) { name in
        "#   \(name):\n#     is: …\n#     source: LOCAL-1 第一条\n"
      },
      criteria(permissions),
      section(
        hasCharges ? "charges" : "benefits", permissions.benefits,
        adding: permissions.allowsAdding(to: .benefits)
          ? "pays: …\n#     amount: …\n#     unit: …" : nil
      ) { name in "#   \(name):\n#     amount: …\n#     source: LOCAL-1 第一条\n" },
      section(
        "refer", permissions.refer,
        adding: permissions.allowsAdding(to: .refer) ? Self.newReason : nil
      ) { name in "#   \(name):\n#     when: …\n#     source: LOCAL-1 第一条\n" },
      section(
        "exempt", permissions.exempt,
        adding: permissions.allowsAdding(to: .exempt) ? Self.newReason : nil
      ) { name in "#   \(name):\n#     when: …\n#     source: LOCAL-1 第一条\n" },
      section("facts", permissions.facts) { name in "#   \(name):\n#     ask: {zh: …, en: …}\n" },
      permissions.term.isEmpty
        ? ""
        : "# term:\n" + permissions.term.map { "#   \($0.value): …\n" }.joined(),
      permissions.stacking?.value == true
        ? "# stacking:\n#   - {with: …, mode: excludes, source: LOCAL-1 第一条}\n" : "",
    ].filter { !$0.isEmpty }
  }

  private func section(
    _ title: String, _ allowed: [Permissions.Permission], adding keys: String? = nil,
    _ entry: (String) -> String
  ) -> String {
    let changed = allowed.map { permission in
      (permission.within.map { Self.bounds($0.source.text) } ?? "") + entry(permission.name.text)
    }
    let added = keys.map { ["#   …:\n#     \($0)\n#     source: LOCAL-1 第一条\n"] } ?? []
    let entries = changed + added
    return entries.isEmpty ? "" : "# \(title):\n" + entries.joined()
  }

  /// The keys of a new reason for a person, or of one to be exempt.
  private static let newReason = "when: …\n#     why: {zh: …, en: …}"

  private func criteria(_ permissions: Permissions) -> String {
    let changed = permissions.changeCriteria.map {
      "#   \($0.text):\n#     require: …\n#     source: LOCAL-1 第一条\n"
    }
    let waived = permissions.waiveCriteria.map {
      "#   \($0.text): {waived: true, source: LOCAL-1 第一条}\n"
    }
    let added =
      permissions.allowsAdding(to: .criteria)
      ? ["#   …:\n#     require: …\n#     source: LOCAL-1 第一条\n"] : []
    let entries = changed + waived + added
    return entries.isEmpty ? "" : "# criteria:\n" + entries.joined()
  }

  private static func bounds(_ text: String) -> String {
    "#en   # within \(text):\n#zh   # 不超出 \(text)：\n"
  }
}
