import Diagnostics
public import FEEL
import FEELSyntax
import PolicyModel
public import PolicySyntax

/// How a value is read by people: what it is called, what the texts it may be stand for, its unit,
/// and the same of the entries of a record, or of each record of a list.
public struct ValueWords: Sendable {
  /// What it is called.
  public var label: Label?
  /// The unit, if it is money.
  public var unit: Unit?
  /// What the texts are called that it may be.
  public var choices: [String: Label] = [:]
  /// The entries of a record by name.
  public var entries: [String: ValueWords] = [:]

  /// Whether a day stands for its month.
  public var isMonth = false

  /// Nothing but the value itself.
  public init() {}
}

extension Policy {
  /// How the values of an item are read; nil if they say everything themselves.
  func words(of item: ItemID) -> ValueWords? {
    let item = items[item]
    var words: ValueWords
    switch item.kind {
    case .supplied(.grants), .supplied(.earlierGrants): words = wordsOfGrants
    case .fact(let fact):
      words = self.words(of: item.type)
      words.choices = Self.labels(of: fact.choices)
    case .element, .derived: words = self.words(of: item.type)
    case .supplied, .function: return nil
    }
    return words.choices.isEmpty && words.entries.isEmpty ? nil : words
  }

  private func words(of type: FEELType) -> ValueWords {
    var words = ValueWords()
    switch type.nonNull {
    case .number(let unit): words.unit = unit.scale == nil ? nil : unit
    case .list(let element): return self.words(of: element)
    case .context(let fields):
      let declared = entries(of: type.nonNull)
      for field in fields {
        var entry = self.words(of: field.type)
        if let description = declared[field.name]?.description {
          entry.label = description.label
          entry.choices = Self.labels(of: description.choices)
        }
        words.entries[field.name] = entry
      }
    default: break
    }
    return words
  }

  private static func labels(of choices: [TypeDescription.Choice]) -> [String: Label] {
    choices.reduce(into: [:]) { labels, choice in labels[choice.name.text] = choice.label }
  }

  /// The record of a grant is the engine's own, and so is what its entries are called.
  private var wordsOfGrants: ValueWords {
    var words = ValueWords()
    for (name, label) in EngineWords.grantEntries {
      words.entries[name, default: .init()].label = label
    }
    words.entries["policy"]?.choices = policyTitles.reduce(into: [:]) { $0[$1.key.name] = $1.value }
    // What was granted elsewhere names pilots that have no part in the case.
    words.entries["pilot"]?.choices = namesInGrants?.pilotTitles ?? [:]
    for (name, label) in EngineWords.paymentEntries {
      words.entries["paid"]?.entries[name, default: .init()].label = label
    }
    words.entries["paid"]?.entries["month"]?.isMonth = true
    return words
  }
}
