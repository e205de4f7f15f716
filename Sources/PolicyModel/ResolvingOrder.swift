import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections

extension PolicyResolver {
  /// How many decisions and functions may rest on one another.
  ///
  /// An evaluation goes down as deep as they do, so that what is accepted here can be evaluated.
  static let greatestHeight = 100

  /// A derived item or function that is being resolved.
  struct Running {
    let name: String
    /// The greatest height among the items it has read so far.
    var heightBelow = 0
  }

  /// Resolves a derived item or a function, once.
  func resolve(_ name: String) {
    switch state[name] {
    case .done: return
    case .running:
      reportCycle(name)
      return
    case nil: break
    }
    guard stack.count < Self.greatestHeight else {
      reportHeight(of: name)
      addPlaceholder(name)
      return
    }
    state[name] = .running
    stack.append(Running(name: name))
    if let derived = layered.derived[name] {
      resolve(derived)
    } else if let function = layered.functions[name] {
      resolve(function)
    }
    let height = stack.removeLast().heightBelow + 1
    if let id = parts.names[name] {
      heights[id] = height
      note(itemsRead: [id])
    }
    if height > Self.greatestHeight { reportHeight(of: name) }
    state[name] = .done
  }

  /// Notes that what is being resolved rests on other items.
  func note(itemsRead items: [ItemID]) {
    guard let last = stack.indices.last else { return }
    for id in items {
      stack[last].heightBelow = max(stack[last].heightBelow, heights[id] ?? 0)
    }
  }

  private func reportHeight(of name: String) {
    guard !hasReportedHeight else { return }
    hasReportedHeight = true
    diagnostics.append(
      PolicyMessages.tooDeep(name, limit: Self.greatestHeight, at: layered.places[name]?.range))
  }

  private func reportCycle(_ name: String) {
    let start = stack.firstIndex { $0.name == name } ?? 0
    let path = stack[start...].map(\.name)
    diagnostics.append(
      PolicyMessages.cycle(path.compactMap { layered.places[$0] }, back: layered.places[name]))
    addPlaceholder(name)
  }

  /// Lets a name be used that cannot be resolved, so that its uses are not reported as well.
  private func addPlaceholder(_ name: String) {
    guard parts.names[name] == nil else { return }
    add(
      Item(name: name, label: nil, kind: .element, type: .any, chain: [], variesInTime: true))
  }
}
