public import Diagnostics
internal import FEELSyntax
internal import PolicySyntax
public import PolicyModel
public import Quantities

/// A pilot to begin with, perhaps with what it changes of a policy.
public struct StartingPilot: Sendable {
  /// The name of its folder.
  public let name: String
  /// Its code of six digits.
  public let region: String

  /// A pilot of a name for a region.
  public init(name: String, region: String) {
    self.name = name
    self.region = region
  }

  /// The file that makes the folder a pilot.
  public func file(in language: Language) -> StartingFile {
    StartingFile(
      path: "pilots/\(name)/pilot.yaml",
      """
      #en A pilot: a region that adapts policies. Its name is that of the folder.
      #zh 试点：调整政策的地区。文件夹名即试点名称。
      #en What people read, in both languages.
      #zh 供人阅读的名称，两种语言都要写。
      title: {zh: \(name)（请改名）, en: \(name) (rename it)}

      #en The code of the region (GB/T 2260); the pilot covers all codes below it.
      #zh 地区代码（GB/T 2260），其下各级代码都属于本试点。
      region: "\(region)"

      #en The pilot above it, whose rules apply as well:
      #zh 上级试点，其规则同样适用：
      # parent: province

      #en What everybody must know who reads one of its determinations:
      #zh 阅读判定结果的人必须知道的事：
      # notice: {zh: …, en: …}

      """, in: language)
  }

  /// What the pilot changes of a policy: nothing yet, with all that it may change in comments.
  ///
  /// It is in force from the day given, or from the first day on which an edition is; nil if the
  /// nation has no such policy.
  public func overlay(
    of policy: PolicyID, from day: CalendarDate, by rulebook: Rulebook, in language: Language
  ) -> StartingFile? {
    guard let edition = Edition(of: policy, on: day, by: rulebook) else { return nil }
    let text = """
      #en What the pilot changes of `\(policy)`. Everything else stays as it is in \(edition.file).
      #zh 本试点对 `\(policy)` 的调整；其余照 \(edition.file) 不变。
      adapts: \(policy)

      #en The days on which the changes are in force; if they end, add `until`, the last day.
      #zh 调整的施行期间；如有终止，请加上 `until`（最后一天）。
      in force: {from: \(edition.day(near: day))}


      """
    let permissions = PermissionComments(
      edition.permissions, hasCharges: edition.hasCharges, from: edition.day(near: day))
    return StartingFile(
      path: "pilots/\(name)/\(policy).yaml", text + permissions.text, in: language)
  }
}

/// The national edition of a policy that a new file is about.
struct Edition {
  private let document: PolicyDocument

  /// The edition in force on a day, else the latest.
  init?(of policy: PolicyID, on day: CalendarDate, by rulebook: Rulebook) {
    let editions = rulebook.allDocuments.filter { document in
      guard case .policy(let name) = document.kind else { return false }
      return name.text == policy.name && document.file.name.hasPrefix("rules/")
    }
    let fitting = editions.first { $0.inForce?.contains(day) ?? false }
    let latest = editions.max { left, right in
      guard let first = left.inForce?.from, let second = right.inForce?.from else { return false }
      return first.value < second.value
    }
    guard let document = fitting ?? latest else { return nil }
    self.document = document
  }

  var file: String { document.file.name }
  var permissions: Permissions? { document.mayChange }
  /// Whether something is owed, in place of being paid.
  var hasCharges: Bool { !document.charges.isEmpty }
  /// The fact that says where somebody belongs.
  var jurisdiction: String? { document.jurisdiction?.text }

  /// A day on which the edition is in force: the one given, or its first.
  func day(near day: CalendarDate) -> CalendarDate {
    guard let window = document.inForce, !window.contains(day) else { return day }
    return window.from?.value ?? day
  }
}
