import Determinations
import Diagnostics
import Exchange
import PolicyModel
import Quantities
import RepositoryRules
import Testing

@Suite("registered after applying")
struct RegistrationTextTests {
  @Test(
    "is said as such, and not in days below zero",
    arguments: [
      (
        "2052-03-10", "登记日期在申请日期之后，未满 30 天",
        "registered after applying, and 30 days are needed"
      ),
      ("2025-05-20", "登记 13 天，未满 30 天", "registered for 13 days, and 30 days are needed"),
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
