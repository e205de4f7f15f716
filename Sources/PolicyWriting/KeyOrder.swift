/// The order in which the keys of each kind of entry are written.
public enum KeyOrder {
  /// The sections of a rule file.
  public static let document = [
    "policy", "vocabulary", "adapts", "title", "payer", "subject", "jurisdiction", "in force",
    "uses", "for each", "sources", "types", "facts", "parameters", "decisions", "functions",
    "criteria", "refer", "benefits", "charges", "exempt", "term", "stacking", "may change",
  ]
  /// A pilot.
  public static let pilot = ["title", "region", "parent", "notice"]
  /// A source.
  public static let source = ["title", "number", "evidence", "url", "text"]
  /// A fact, an entry of a record, a parameter of a function.
  public static let fact = [
    "type", "unit", "over time", "none", "allowed", "choices", "if not supplied", "label", "ask",
  ]
  /// A dated constant.
  public static let parameter = ["type", "unit", "set by", "label", "while unpublished", "values"]
  /// A value of a dated constant.
  public static let value = ["from", "until", "is", "source", "known from"]
  /// A decision.
  public static let decision = [
    "type", "unit", "label", "may be supplied", "as of", "is", "table", "default", "order",
    "source", "except", "assumes",
  ]
  /// An exception of a decision.
  public static let exception = [
    "label", "when", "is", "over", "from", "until", "known from", "source",
  ]
  /// A function.
  public static let function = [
    "label", "parameters", "is", "table", "default", "order", "source",
  ]
  /// A criterion.
  public static let criterion = [
    "waived", "require", "met from", "as of", "after", "label", "unmet", "source", "assumes",
  ]
  /// A reason to refer, or an exemption.
  public static let condition = ["label", "when", "as of", "why", "source"]
  /// A benefit or charge.
  public static let benefit = ["label", "pays", "amount", "unit", "as of", "source", "assumes"]
  /// A term.
  public static let term = [
    "starts", "last month", "months", "used before", "counts", "ends", "suspended", "source",
    "assumes",
  ]
  /// What ends or suspends a term.
  public static let end = [
    "label", "when", "on", "effect", "afterwards", "at most", "at the rate", "source",
  ]
}
