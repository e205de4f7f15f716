/// What a number counts: nothing in particular, or money, at once or per period.
public enum Unit: Sendable, Hashable {
  /// A pure number: a count, a ratio.
  case none
  /// A number written as a literal, which takes the unit of what it is combined with.
  case adaptable
  /// An amount of a currency, such as `CNY` or `CNY/month`.
  case money(currency: String, per: Period?)

  /// The time to which an amount of money belongs.
  public enum Period: String, Sendable, Hashable, CaseIterable {
    /// Per month.
    case month
    /// Per year.
    case year
  }

  /// Reads `CNY`, `CNY/month` or `CNY/year`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let currency = parts.first, currency.utf8.count == 3,
      currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      // What people call it; the code is CNY.
      currency != "RMB"
    else { return nil }
    switch parts.count {
    case 1:
      self = .money(currency: String(currency), per: nil)
    case 2:
      guard let period = Period(rawValue: String(parts[1])) else { return nil }
      self = .money(currency: String(currency), per: period)
    default:
      return nil
    }
  }

  /// How many digits after the point an amount of the unit has at most; nil for pure numbers.
  ///
  /// ISO 4217 gives most currencies two; those with none or three are listed.
  public var scale: Int? {
    guard case .money(let currency, _) = self else { return nil }
    switch currency {
    case "JPY", "KRW", "VND", "CLP", "ISK": return 0
    case "BHD", "KWD", "OMR", "TND", "JOD": return 3
    default: return 2
    }
  }

  /// The unit of a sum of two, or nil if they cannot be added or compared.
  public func combined(with other: Unit) -> Unit? {
    switch (self, other) {
    case (.adaptable, _): other
    case (_, .adaptable): self
    default: self == other ? self : nil
    }
  }

  /// The unit of a product, or nil if it would be money times money.
  public func multiplied(by other: Unit) -> Unit? {
    switch (self, other) {
    case (.money, .money): nil
    case (.money, _): self
    case (_, .money): other
    case (.adaptable, .adaptable): .adaptable
    default: Unit.none
    }
  }

  /// The unit of a quotient, or nil if a pure number would be divided by money.
  public func divided(by other: Unit) -> Unit? {
    switch (self, other) {
    case (.money, .money): self == other ? Unit.none : nil
    case (.money, _): self
    case (.adaptable, .money), (.none, .money): nil
    case (.adaptable, .adaptable): .adaptable
    default: Unit.none
    }
  }
}

extension Unit: CustomStringConvertible {
  /// As it is written in rule files; a pure number is `number`.
  public var description: String {
    switch self {
    case .none, .adaptable: "number"
    case .money(let currency, nil): currency
    case .money(let currency, let period?): "\(currency)/\(period.rawValue)"
    }
  }
}
