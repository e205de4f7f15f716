import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Values of two lists that belong together: those for the same days, then those that say the same
/// for other days, then those that begin alike.
struct ValueMatching {
  private(set) var pairs: [(from: DatedValue?, to: DatedValue?)] = []

  init(
    _ old: [DatedValue], _ new: [DatedValue], _ before: ExpressionReader,
    _ after: ExpressionReader
  ) {
    func day(_ value: DatedValue) -> String { value.window.from.map { "\($0.value)" } ?? "" }
    func known(_ value: DatedValue) -> String {
      value.window.knownFrom.map { "\($0.value)" } ?? ""
    }
    func until(_ value: DatedValue) -> String {
      value.window.until.map { "\($0.value)" } ?? ""
    }
    let first = old.map { before.text(of: $0.value) }
    let second = new.map { after.text(of: $0.value) }
    let likenesses: [(Int, Int) -> Bool] = [
      { day(old[$0]) == day(new[$1]) && known(old[$0]) == known(new[$1]) },
      { day(old[$0]) == day(new[$1]) },
      { first[$0] == second[$1] && until(old[$0]) == until(new[$1]) },
      { !until(old[$0]).isEmpty && until(old[$0]) == until(new[$1]) },
    ]
    var partner = [Int?](repeating: nil, count: old.count)
    var taken: Set<Int> = []
    for isLike in likenesses {
      for index in old.indices where partner[index] == nil {
        if let match = new.indices.first(where: { !taken.contains($0) && isLike(index, $0) }) {
          partner[index] = match
          taken.insert(match)
        }
      }
    }
    pairs = old.indices.map { index in (old[index], partner[index].map { new[$0] }) }
    pairs += new.indices.filter { !taken.contains($0) }.map { (nil, new[$0]) }
    func order(_ pair: (from: DatedValue?, to: DatedValue?)) -> String {
      (pair.to ?? pair.from).map { day($0) + known($0) } ?? ""
    }
    pairs.sort { order($0) < order($1) }
  }
}
