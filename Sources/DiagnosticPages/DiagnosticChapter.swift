public import Diagnostics

/// The pages of one range of codes.
public struct DiagnosticChapter: Sendable {
  /// What the codes of the range are about.
  public let title: Wording
  /// Its pages in the order of their codes.
  public let pages: [DiagnosticPage]

  /// All chapters, in the order of their codes.
  ///
  /// A new range of codes is a file in `Pages/` and a line here.
  public static let all: [DiagnosticChapter] = [
    .init(
      Wording(en: "YAML", zh: "YAML 格式"), DiagnosticPage.yamlContents + DiagnosticPage.yamlLines),
    .init(Wording(en: "Names", zh: "名称"), DiagnosticPage.names),
    .init(
      Wording(en: "Expressions", zh: "表达式"),
      DiagnosticPage.expressionSigns + DiagnosticPage.expressionOrder),
    .init(Wording(en: "Types and units", zh: "类型与单位"), DiagnosticPage.types),
    .init(
      Wording(en: "Entries, embedded expressions and tables", zh: "条目、内嵌表达式与表格"),
      DiagnosticPage.structure + DiagnosticPage.declaredNames + DiagnosticPage.embedding
        + DiagnosticPage.tables
        + DiagnosticPage.tableModels),
    .init(
      Wording(en: "Policies and dates", zh: "政策与日期"),
      DiagnosticPage.policies + DiagnosticPage.policyParts),
    .init(
      Wording(en: "Pilots and vocabularies", zh: "试点与词汇文件"),
      DiagnosticPage.layers + DiagnosticPage.rulebook),
    .init(Wording(en: "Sources of law", zh: "文件依据"), DiagnosticPage.sources),
    .init(
      Wording(en: "Applicants, facts and folders", zh: "申请人、事实与文件夹"),
      DiagnosticPage.applicants + DiagnosticPage.facts + DiagnosticPage.factValues
        + DiagnosticPage.streams + DiagnosticPage.grantNames + DiagnosticPage.folders),
    .init(Wording(en: "Decisions and calculations", zh: "决策与计算"), DiagnosticPage.calculations),
    .init(Wording(en: "Test cases", zh: "测试用例"), DiagnosticPage.cases),
    .init(
      Wording(en: "DMN models", zh: "DMN 模型"),
      DiagnosticPage.modelFiles + DiagnosticPage.models + DiagnosticPage.modelLogic
        + DiagnosticPage.exchange),
    .init(Wording(en: "What cannot be meant", zh: "不合理的规则"), DiagnosticPage.analysis),
    .init(Wording(en: "Layout of files", zh: "文件版式"), DiagnosticPage.layout),
    .init(Wording(en: "Receipts and their logs", zh: "回执与记录"), DiagnosticPage.receipts),
  ]

  private init(_ title: Wording, _ pages: [DiagnosticPage]) {
    self.title = title
    self.pages = pages
  }
}
