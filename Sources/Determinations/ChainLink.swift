public import PolicyModel
public import PolicySyntax
public import Quantities

/// A layer that declared or changed something, which answers who set a value.
public struct ChainLink: Sendable {
  /// The layer: whose, where, on what grounds and on which days.
  public var origin: PolicyModel.Origin
  /// The value it gives for the day, if it gives dated values.
  public var value: DatedValueRule?
  /// Whether it gives dated values and none of them is for the day.
  public var lacksValue = false

  /// What the layer sets for the day, or the layer as a whole, rests on.
  ///
  /// The grounds of a layer with dated values are those of all of them, of which one was in force.
  public var sources: [Citation] { lacksValue ? [] : value?.sources ?? origin.sources }

  /// A link.
  public init(_ origin: PolicyModel.Origin, value: DatedValueRule? = nil) {
    self.origin = origin
    self.value = value
  }
}

extension Item {
  /// Its layers, from the nation to the county, each with the value it has for a day as known by
  /// another.
  public func links(on day: CalendarDate, known: CalendarDate) -> [ChainLink] {
    guard case .derived(let derived) = kind else { return chain.map { ChainLink($0) } }
    return chain.map { origin in
      let values = derived.definitions.lazy.compactMap { definition -> [DatedValueRule]? in
        guard case .values(let rules) = definition, rules.first?.pilot == origin.pilot else {
          return nil
        }
        return rules
      }.first
      var link = ChainLink(origin, value: values?.inForce(on: day, known: known))
      link.lacksValue = values != nil && link.value == nil
      return link
    }
  }
}
