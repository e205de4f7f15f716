import ArgumentParser
import Determinations
import Diagnostics
import Digests
import Glibc
import PolicyModel
import Receipts

/// `verify`: receipts checked without rules.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks a log of receipts, without rules and without a network.",
    discussion: """
      Every receipt must be what it was when it was made, in its place, and the log must end as the \
      head beside it, FILE.head, says. Whoever can write both can write both anew: --head names the \
      hash of the last receipt as it was noted elsewhere. With --applicants and --salt-file it is \
      shown of which facts a masked receipt was made. The exit status is 1 if anything is found.
      """)

  @Argument(help: "the log; `-` is the standard input, with --part")
  var file: String

  @Option(help: ArgumentHelp("the hash of the last receipt, noted elsewhere", valueName: "hash"))
  var head: String?

  @Flag(help: "the file is a piece of a log: where it begins and ends is not checked")
  var part = false

  @Option(help: ArgumentHelp("a file of applicants of masked receipts", valueName: "file"))
  var applicants: [String] = []

  @OptionGroup var salt: SaltOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let head, Digest(head) == nil {
      throw ValidationError("--head is sha256: and 64 digits.")
    }
    if applicants.isEmpty != (salt.saltFile == nil) {
      throw ValidationError("--applicants and --salt-file go together.")
    }
  }

  func run() throws {
    let console = output.console
    do {
      try verify(console)
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    } catch let failure as FileReading.Failure {
      throw console.fail(.unreadable(file, failure))
    }
  }

  private func verify(_ console: Console) throws {
    let known = applicants.isEmpty ? [] : try ApplicantFiles(applicants, console).applicants
    let salt = try salt.salt()
    var findings = BoundedFindings()
    var proofs: [Proof] = []
    var verification = LogVerification(ofPart: part)
    let lines = try FileLines(file)
    while true {
      let next = try lines.next(128)
      if next.isEmpty { break }
      let start = verification.count
      let numbered = next.enumerated().map { (line: $0.element, number: start + $0.offset + 1) }
      let readings = numbered.mappedConcurrently(inChunksOf: 8) { entry in
        (ReceiptReading(entry.line.bytes, line: entry.number), entry.line.isWhole)
      }
      for (reading, isWhole) in readings {
        findings.add(verification.check(reading, isWhole: isWhole))
        guard let salt, let json = reading.json else { continue }
        for applicant in known {
          guard
            let proof = MaskProof(
              of: json, line: verification.count, by: applicant, salt: salt)
          else { continue }
          findings.add(proof.diagnostics)
          proofs.append(
            Proof(line: verification.count, applicant: applicant.id, facts: proof.proven))
        }
      }
    }
    if !part { findings.add(ending(of: verification)) }
    if let head = head.flatMap({ Digest($0) }) {
      findings.add(verification.end(at: LogHead(count: verification.count, hash: head)))
    }
    let report = VerificationReport(
      verification: verification, findings: findings, proofs: proofs, isPart: part)
    switch console.format {
    case .text: try console.write(report.text(in: console.language))
    case .json: try console.write(report.json.pretty + "\n")
    }
    if console.format == .text { console.report(findings.kept) }
    if findings.count > 0 { throw ExitStatus.findings.code }
  }

  /// What the head beside the log says of its end.
  private func ending(of verification: LogVerification) -> [Diagnostic] {
    let path = ReceiptLog.headPath(of: file)
    guard let bytes = try? FileReading.bytes(of: path) else {
      return [ReceiptMessages.noHead(path)]
    }
    guard let head = LogHead(reading: bytes) else { return [ReceiptMessages.wrongHead(path)] }
    return verification.end(at: head)
  }

  /// Facts that were shown to be those of a masked receipt.
  struct Proof {
    let line: Int
    let applicant: String
    let facts: [String]
  }
}

/// Findings, of which the first are kept and the others counted.
struct BoundedFindings {
  private(set) var kept: [Diagnostic] = []
  private(set) var count = 0
  private static let most = 1000

  mutating func add(_ findings: [Diagnostic]) {
    count += findings.count
    kept += findings.prefix(Self.most - kept.count)
  }
}
