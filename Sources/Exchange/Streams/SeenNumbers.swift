public import Diagnostics

/// The numbers of the applicants of a file that were met, so that nobody counts twice.
///
/// Of a number its hash of 128 bits is kept, and of no more than `most` numbers: memory stays bounded
/// however long the file is.
public struct SeenNumbers: Sendable {
  /// So many numbers are kept; those that follow are compared with these only.
  public static let most = 2_000_000

  private var hashes: Set<UInt128> = []
  /// Whether there were more numbers than are kept.
  public private(set) var isFull = false

  /// No number yet.
  public init() {}

  /// Takes note of a number; answers whether it was met before.
  public mutating func add(_ number: String) -> Bool {
    let hash = Self.hash(number)
    guard hashes.count < Self.most else {
      if hashes.contains(hash) { return true }
      isFull = true
      return false
    }
    return !hashes.insert(hash).inserted
  }

  /// What is told where there were more.
  public static var fullNotice: Wording {
    Wording(
      en:
        "applicants after the first \(most) were compared with these only: that one of them stands twice is not noticed",
      zh: "前 \(most) 名之后的申请人仅与这些申请人比对：其中重复出现的不会被发现")
  }

  /// FNV-1a: the same in every run.
  private static func hash(_ text: String) -> UInt128 {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 {
      hash ^= UInt128(byte)
      hash = hash &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    return hash
  }
}

extension ApplicantRecord {
  /// The message that the applicant of this record stands in the file before.
  public func repeats(_ number: String) -> Diagnostic? {
    switch content {
    case .tree(let file), .row(let file, _):
      ApplicantMessages.duplicateApplicant(
        number, at: SourceRange(file: file, lowerBound: 0, upperBound: 0), first: nil)
    case .broken: nil
    }
  }
}
