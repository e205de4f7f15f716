import Diagnostics
import FEEL
import PolicySyntax
import Quantities
import RepositoryRules
import Testing

@testable import PolicyModel

@Suite("layers laid over what those below come to")
struct SharedLayersTests {
  @Test("bring up the same findings as all layers together", arguments: GoldenRules.all)
  func findings(_ golden: GoldenRules) {
    let names = Set(golden.files.map(\.name))
    let files =
      golden.shared.filter { !names.contains($0.name) }
      + golden.files.filter { !$0.name.contains("/tests/") }
    let together = RuleFolder(files, sharesLayers: false).findings()
    let shared = RuleFolder(files).findings()
    #expect(
      DiagnosticReport(shared).text(in: .english) == DiagnosticReport(together).text(in: .english))
  }

  @Test("come to the same policies, in every place and window of the rules of this package")
  func policies() throws {
    let shared = RuleFolder(ShippedRules.files).rulebook
    let together = RuleFolder(ShippedRules.files, sharesLayers: false).rulebook
    var compared = 0
    for policy in shared.policyIDs {
      for pilot in shared.pilots(adapting: policy) {
        for day in shared.changeDays(policy, pilot.id) {
          guard case .policy(let one) = shared.resolve(policy, pilot: pilot.id, on: day),
            case .policy(let other) = together.resolve(policy, pilot: pilot.id, on: day)
          else { continue }
          #expect(one.outline == other.outline, "\(policy.name) \(pilot.id.name) \(day)")
          compared += 1
        }
      }
    }
    #expect(compared >= 30)
  }

  @Test("are one policy, whoever asks for it first")
  func identity() async throws {
    for _ in 0..<20 {
      let rulebook = RuleFolder(ShippedRules.files).rulebook
      let policy = try #require(
        rulebook.policyIDs.first { $0.name == "flexible-social-insurance-subsidy" })
      let days = (1...16).compactMap { CalendarDate("2026-03-\($0 < 10 ? "0" : "")\($0)") }
      let made = await withTaskGroup(of: Policy?.self) { group in
        for day in days {
          group.addTask {
            let pilot = rulebook.pilots(adapting: policy).first { $0.id.name == "beijing" }
            guard case .policy(let policy) = rulebook.resolve(policy, pilot: pilot?.id, on: day)
            else { return nil }
            return policy
          }
        }
        return await group.reduce(into: [Policy]()) { made, one in made += [one].compactMap(\.self)
        }
      }
      #expect(made.count == 16)
      #expect(Set(made.map { ObjectIdentifier($0) }).count == 1)
    }
  }

  @Test(
    "see what a layer above brings about elsewhere",
    arguments: [
      // A circle through what was not changed.
      ("decisions:\n  first: {is: second + 1, source: S}", "Z0602"),
      // An item read on a day of its own comes to read a month.
      ("decisions:\n  first: {is: flow, source: S}", "Z0611"),
      // An amount comes to have more digits.
      ("decisions:\n  first: {is: 1/3, source: S}", "Z0610"),
    ])
  func elsewhere(_ change: String, _ code: String) {
    let files = [
      SourceFile(
        name: "rules/aid.yaml",
        text: """
          policy: aid
          in force: {from: 2020-01-01}
          sources:
            S: {title: 办法, evidence: illustrative}
          facts:
            flow: {type: number, over time: monthly, label: {zh: 流量}}
            day asked: {type: date, label: {zh: 日期}}
          decisions:
            first: {is: 1, type: number, source: S}
            second: {is: first + 1, type: number, source: S}
            due: {is: one yuan * second, type: money, unit: CNY/month, source: S}
          parameters:
            one yuan:
              type: money
              unit: CNY/month
              label: {zh: 一元}
              values: [{from: 2020-01-01, is: 1, source: S}]
          criteria:
            enough: {require: second > 0, as of: day asked, label: {zh: 足够}, source: S}
            flows: {require: flow > 0, label: {zh: 有流量}, source: S}
          benefits:
            aid: {pays: monthly, amount: due, unit: CNY/month, label: {zh: 补贴}, source: S}
          may change:
            decisions: [first]

          """),
      SourceFile(name: "pilots/city/pilot.yaml", text: "title: {zh: 市}\nregion: 330100\n"),
      SourceFile(
        name: "pilots/city/aid.yaml",
        text: "adapts: aid\nin force: {from: 2020-01-01}\n" + change + "\n"),
    ]
    let together = RuleFolder(files, sharesLayers: false).findings()
    let shared = RuleFolder(files).findings()
    #expect(shared.map(\.code.rawValue).contains(code), "\(shared.map(\.code.rawValue))")
    #expect(
      DiagnosticReport(shared).text(in: .english) == DiagnosticReport(together).text(in: .english))
  }
}

extension Policy {
  /// All that it says, items by their names: their numbers follow the order of the layers.
  fileprivate var outline: [String] {
    var lines = items.map { item in
      let chain = item.chain.map { "\($0.pilot?.name ?? "") \($0.range.place)" }
      var text = "\(item.name) \(item.type) \(item.variesInTime) \(chain)"
      if case .derived(let derived) = item.kind {
        text += " \(derived.lastValueGoesOn) \(derived.mayBeSupplied) \(derived.bounds.count)"
        for definition in derived.definitions {
          switch definition {
          case .values(let rules): text += " \(rules.map(\.text)) \(rules.map(\.range.place))"
          case .logic(let rule):
            text += " \(rule.base.range.place) \(rule.exceptions.map(\.range.place))"
          }
        }
      }
      if case .function = item.kind { text += " \(pureFunctions.contains(names[item.name] ?? -1))" }
      return text
    }.sorted()
    lines += criteria.map {
      "\($0.name) \($0.test.expression.range.place) \($0.after) \($0.isWaived) \($0.chain.count)"
    }
    lines += (refer + exempt).map { "\($0.name) \($0.condition.range.place)" }
    lines += benefits.map { "\($0.name) \($0.amount.range.place) \($0.chain.count)" }
    lines += stacking.map { "\($0.with.name) \($0.mode)" }
    if let term {
      let events = (term.ends + term.suspended).map(\.name)
      lines.append("\(term.starts.range.place) \(events) \(term.chain.count)")
    }
    return lines + windows.map(\.range.place) + files.map(\.name)
  }
}
