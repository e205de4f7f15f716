import DMNXML

/// The decisions of a model that need themselves, directly or through others.
struct RequirementCircles {
  /// They, in the order of the model.
  let decisions: [XMLElement]

  init(in root: XMLElement) {
    let all = root.children("decision")
    var places: [String: Int] = [:]
    for (place, decision) in all.enumerated() {
      if let id = decision.attribute("id") { places[id] = place }
    }
    let required = all.map { decision in
      decision.children("informationRequirement").compactMap { requirement -> Int? in
        let href = requirement.child("requiredDecision")?.attribute("href") ?? ""
        // One of another model has a namespace before the sign.
        guard href.hasPrefix("#") else { return nil }
        return places[String(href.dropFirst())]
      }
    }
    var requiring = Array(repeating: [Int](), count: all.count)
    for (place, others) in required.enumerated() {
      for other in others { requiring[other].append(place) }
    }
    // What no circle leads to, and then what leads to none, is left out.
    let reached = Self.left(Array(repeating: true, count: all.count), required, requiring)
    let left = Self.left(reached, requiring, required)
    decisions = all.enumerated().filter { left[$0.offset] }.map(\.element)
  }

  /// What is left once those are gone, again and again, that lead on to none of the rest.
  private static func left(
    _ start: [Bool], _ onward: [[Int]], _ backward: [[Int]]
  ) -> [Bool] {
    var isLeft = start
    var counts = onward.map { $0.count { start[$0] } }
    var open = counts.indices.filter { isLeft[$0] && counts[$0] == 0 }
    while let next = open.popLast() {
      isLeft[next] = false
      for other in backward[next] where isLeft[other] {
        counts[other] -= 1
        if counts[other] == 0 { open.append(other) }
      }
    }
    return isLeft
  }
}
