import PolicyModel
import RepositoryRules

extension ShippedRules {
  /// Every policy with the nation's rules and with those of each pilot that adapts it.
  static let settings: [Setting] = rulebook.policyIDs.flatMap { policy in
    ([nil] + rulebook.pilots(adapting: policy).map { Optional($0.id) }).map {
      Setting(rulebook: rulebook, policy: policy, pilot: $0)
    }
  }
}
