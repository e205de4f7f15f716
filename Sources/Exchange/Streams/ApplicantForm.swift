/// How a file of applicants is written.
public enum ApplicantForm: String, Sendable, Hashable, CaseIterable {
  /// YAML: one applicant, or several in a list.
  case yaml
  /// JSON: one applicant, or several in a list.
  case json
  /// JSON Lines: one applicant on each line.
  case jsonLines
  /// CSV with a line of names at its head: one applicant in each row.
  case csv

  /// The form that the ending of a file's name tells; YAML, of which JSON is a part, unless it says
  /// otherwise.
  public init(ofFile name: String) {
    let ending = name.split(separator: "/").last.flatMap { $0.split(separator: ".").last }
    switch ending?.lowercased() {
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .csv
    default: self = .yaml
    }
  }
}
