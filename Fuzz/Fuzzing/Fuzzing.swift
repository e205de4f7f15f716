internal import CLibFuzzer
public import Diagnostics
public import FEEL
internal import Glibc
public import Quantities

/// Runs libFuzzer with the arguments of the command, and ends the program with its status.
public func runFuzzer(_ run: @escaping @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt) -> Never
{
  var count = CommandLine.argc
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
  exit(LLVMFuzzerRunDriver(&count, &arguments, run))
}

/// The bytes that the fuzzer made up.
public func fuzzedBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// Stops the program, which libFuzzer takes for a finding, unless something holds.
public func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if condition { return }
  let text = Array("not so: \(message())\n".utf8)
  write(STDERR_FILENO, text, text.count)
  abort()
}

/// Renders messages, so that their places are looked up.
public func render(_ diagnostics: [Diagnostic]) {
  let report = DiagnosticReport(diagnostics)
  _ = report.text(in: .chinese, isColoured: true)
  _ = report.json.compact
}

extension Evaluation.Limits {
  /// Limits that end every evaluation within a moment.
  public static var fuzzing: Evaluation.Limits {
    var limits = Evaluation.Limits()
    limits.steps = 20_000
    limits.depth = 50
    limits.nesting = 50
    limits.listLength = 1_000
    limits.textLength = 10_000
    return limits
  }
}

extension DateAndTime {
  /// What the clock says while inputs are made up.
  public static let fuzzing = DateAndTime("2026-03-31T12:30:00Z")
}
