import FEEL
import PolicyModel
import PolicySyntax

extension Policy {
  /// The names of the entries of records by their labels.
  var fieldLabels: [String: String] {
    var names: [String: String] = [:]
    for (name, description) in fields {
      for text in [description.label?.zh, description.label?.en].compactMap({ $0 }) {
        names[text] = name
      }
    }
    return names
  }
}
