import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax

extension Policy {
  /// What a value of a type is, in words, and the way it is written if that needs showing.
  func wording(of type: FEELType) -> Wording {
    switch type.nonNull {
    case .string: Wording(en: "a text", zh: "文本")
    case .number(let unit):
      unit.scale == nil
        ? Wording(en: "a number", zh: "数字") : Wording(en: "an amount in \(unit)", zh: "金额（\(unit)）")
    case .boolean: Wording(en: "true or false", zh: "“是”或“否”")
    case .date: Wording(en: "a day", zh: "日期")
    case .daysAndTimeDuration, .yearsAndMonthsDuration: Wording(en: "a duration", zh: "时长")
    case .list(let element):
      if case .context = element.nonNull {
        Wording(
          en: "a list of records with \(entries(of: element).en)",
          zh: "列表，每项写明\(entries(of: element).zh)")
      } else {
        Wording(en: "a list", zh: "列表")
      }
    case .context:
      Wording(
        en: "a record with \(entries(of: type).en)", zh: "一组条目，写明\(entries(of: type).zh)")
    default: Wording(en: "\(type)", zh: "\(type)")
    }
  }

  /// How a value of a type is written; nil if that is plain.
  func example(of type: FEELType) -> Wording? {
    switch type.nonNull {
    case .list(let element):
      example(of: element).map { Wording(en: "[\($0.en)]", zh: "[\($0.zh)]") }
        ?? Wording(en: "[…, …]", zh: "[…, …]")
    case .context:
      Wording(
        en: "{\(names(in: type).map { "\($0.en): …" }.joined(separator: ", "))}",
        zh: "{\(names(in: type).map { "\($0.zh): …" }.joined(separator: ", "))}")
    case .daysAndTimeDuration: Wording(en: "P30D", zh: "P30D")
    case .yearsAndMonthsDuration: Wording(en: "P1Y6M", zh: "P1Y6M")
    default: nil
    }
  }

  private func entries(of record: FEELType) -> Wording {
    let names = names(in: record)
    return Wording(
      en: names.map { "`\($0.en)`" }.joined(separator: ", "),
      zh: names.map { "`\($0.zh)`" }.joined(separator: "、"))
  }

  /// The names of the entries of a record; in Chinese their labels, under which they may be supplied.
  private func names(in record: FEELType) -> [Wording] {
    guard case .context(let fields) = record.nonNull else { return [] }
    let declared = entries(of: record.nonNull) as [String: RecordEntry]
    return fields.map { field in
      Wording(en: field.name, zh: declared[field.name]?.description.label?.zh ?? field.name)
    }
  }
}
