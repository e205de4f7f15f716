import Determinations
import Diagnostics
import Exchange
import PolicyModel
import PolicySyntax
import Quantities
import RepositoryRules
import Testing

@Suite("not registered for long enough")
struct RegistrationTextTests {
  @Test(
    "is said by the days of registering and applying, and not in days below zero",
    arguments: [
      (
        "2052-03-10", "2052-03-10 登记，至申请日 2025-06-01 未满 30 天",
        "registered on 2052-03-10, fewer than 30 days up to applying on 2025-06-01"
      ),
      (
        "2025-05-20", "2025-05-20 登记，至申请日 2025-06-01 未满 30 天",
        "registered on 2025-05-20, fewer than 30 days up to applying on 2025-06-01"
      ),
    ])
  func text(_ registered: String, _ zh: String, _ en: String) throws {
    let applicant = try #require(
      ApplicantReading(
        reading: SourceFile(
          name: "applicant.yaml",
          text: """
            applicant: R-1
            facts:
              application date: 2025-06-01
              registered as flexible worker: true
              registration date: \(registered)
              registration region: "110105"
            """)
      ).applicants.first)
    let day = try #require(CalendarDate("2025-06-30"))
    let determination = try #require(
      Decider(ShippedRules.rulebook).decide(
        applicant, policy: PolicyID("flexible-social-insurance-subsidy"), pilot: .fitting, on: day,
        known: .latest
      ).determinations.first)
    let unmet = determination.criteria.first { $0.name == "registered long enough" }?.unmet
    #expect(unmet?.text(in: .chinese) == zh)
    #expect(unmet?.text(in: .english) == en)
  }
}
