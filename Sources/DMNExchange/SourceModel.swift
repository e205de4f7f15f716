import Diagnostics
import FEELSyntax
import PolicySyntax
import PolicyWriting
import Quantities

/// A rule file that becomes a DMN model, with the models whose names it sees.
struct SourceModel {
  let document: PolicyDocument
  let tree: RuleTree
  let entries: [RuleEntry]
  /// The pilot whose overlay it is; nil for others.
  let pilot: String?
  /// The models below it, the lowest first, by their places in the plan.
  let layers: [Int]

  init(_ document: PolicyDocument, pilot: String?, layers: [Int]) {
    self.document = document
    self.pilot = pilot
    self.layers = layers
    tree = RuleTree(of: document)
    entries = RuleEntry.all(of: tree)
  }

  /// The path of the rule file.
  var path: String { document.file.name }
  /// The path of the DMN file.
  var dmnPath: String { Vocabulary.path(ofRuleFile: path) }
  var namespace: String { Vocabulary.namespace(ofPath: Vocabulary.stem(path)) }

  /// What the file declares itself to be, for people.
  var name: String {
    switch document.kind {
    case .policy(let name), .vocabulary(let name), .overlay(let name): name.text
    case .sources: "sources"
    }
  }

  /// Whether it lies over others, so that what they say may have to be said anew.
  var isOverlay: Bool { if case .overlay = document.kind { true } else { false } }
}

/// Which rule files an export takes in, each behind those that it rests on.
struct ExportPlan {
  private(set) var models: [SourceModel] = []
  private(set) var pilots: [PilotDocument] = []
  private let rules: RuleSet
  private var vocabularyPlaces: [String: Int] = [:]

  /// The files of a policy, with the overlays of one pilot or of all.
  init(policy: String, pilot: String?, in rules: RuleSet) {
    self.rules = rules
    for document in rules.policies {
      if case .sources = document.kind { add(document, pilot: nil, layers: []) }
    }
    var editions = addEditions(of: policy, among: rules.policies, pilot: nil)
    for (own, overlays) in chosen(pilot) {
      pilots.append(own)
      editions += addEditions(of: policy, among: overlays, pilot: own.name)
    }
    // Parents come before those that rest on them.
    var overlayPlaces: [String: [Int]] = [:]
    for (own, overlays) in chosen(pilot) {
      for overlay in overlays {
        guard case .overlay(let adapted) = overlay.kind, adapted.text == policy else { continue }
        let below = parents(of: own).compactMap { parent in
          latest(meeting: overlay, among: overlayPlaces[parent] ?? [])
        }
        let edition = latest(meeting: overlay, among: editions)
        let base = [edition].compactMap(\.self) + below
        let layers = addVocabularies(of: base.map { models[$0].document } + [overlay]) + base
        overlayPlaces[own.name, default: []].append(
          add(overlay, pilot: own.name, layers: layers))
      }
    }
  }

  /// Whether there is such a policy.
  var hasPolicy: Bool {
    models.contains { if case .policy = $0.document.kind { true } else { false } }
  }

  @discardableResult
  private mutating func add(_ document: PolicyDocument, pilot: String?, layers: [Int]) -> Int {
    models.append(SourceModel(document, pilot: pilot, layers: layers))
    return models.count - 1
  }

  private mutating func addEditions(
    of policy: String, among documents: [PolicyDocument], pilot: String?
  ) -> [Int] {
    var places: [Int] = []
    for document in documents {
      guard case .policy(let name) = document.kind, name.text == policy else { continue }
      places.append(add(document, pilot: pilot, layers: addVocabularies(of: [document])))
    }
    return places
  }

  /// The vocabularies that files use, and those that these use, each behind what it uses.
  private mutating func addVocabularies(of documents: [PolicyDocument]) -> [Int] {
    var places: [Int] = []
    func add(_ plan: inout ExportPlan, _ document: PolicyDocument, _ depth: Int) {
      for use in document.uses where depth < 50 {
        let known = plan.vocabularyPlaces[use.text]
        if let known {
          for layer in plan.models[known].layers + [known] where !places.contains(layer) {
            places.append(layer)
          }
          continue
        }
        let found = plan.rules.policies.first { document in
          if case .vocabulary(let name) = document.kind { name == use } else { false }
        }
        guard let found else { continue }
        add(&plan, found, depth + 1)
        guard plan.vocabularyPlaces[use.text] == nil else { continue }
        let layers = plan.addedLayers(of: found)
        let place = plan.add(found, pilot: nil, layers: layers)
        plan.vocabularyPlaces[use.text] = place
        for layer in layers + [place] where !places.contains(layer) { places.append(layer) }
      }
    }
    for document in documents { add(&self, document, 0) }
    return places
  }

  /// The layers of a vocabulary all of whose own uses have been added.
  private func addedLayers(of document: PolicyDocument) -> [Int] {
    var layers: [Int] = []
    for use in document.uses {
      guard let place = vocabularyPlaces[use.text] else { continue }
      for layer in models[place].layers + [place] where !layers.contains(layer) {
        layers.append(layer)
      }
    }
    return layers
  }

  // MARK: Pilots

  /// The pilots, parents first: all, for the criterion `region` holds in each, or one with those above it.
  private func chosen(
    _ pilot: String?
  ) -> [(pilot: PilotDocument, overlays: [PolicyDocument])] {
    var names: Set<String> = []
    for (own, _) in rules.pilots where pilot == nil || pilot == own.name {
      names.formUnion([own.name] + parents(of: own))
    }
    return rules.pilots.filter { names.contains($0.pilot.name) }
      .sorted { left, right in
        (parents(of: left.pilot).count, left.pilot.name)
          < (parents(of: right.pilot).count, right.pilot.name)
      }
  }

  /// The pilots above a pilot, the highest first.
  private func parents(of pilot: PilotDocument) -> [String] {
    var parents: [String] = []
    var next = pilot.parent
    while let parent = next, !parents.contains(parent.text), parent.text != pilot.name {
      parents.insert(parent.text, at: 0)
      next = rules.pilots.first { $0.pilot.name == parent.text }?.pilot.parent
    }
    return parents
  }

  /// The last of some models that is in force on a day of the overlay.
  private func latest(meeting overlay: PolicyDocument, among places: [Int]) -> Int? {
    let meeting = places.filter { place in
      guard let window = overlay.inForce, let other = models[place].document.inForce else {
        return true
      }
      return window.overlaps(other)
    }
    return meeting.max { left, right in
      let days = [left, right].map { models[$0].document.inForce?.from?.value }
      guard let first = days[0], let second = days[1] else { return days[0] == nil }
      return first < second
    }
  }
}
