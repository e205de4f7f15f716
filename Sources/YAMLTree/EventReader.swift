internal import CYAML

/// One reading of a stretch of memory by libyaml, which is released with the value.
struct EventReader: ~Copyable {
  /// Why libyaml would not go on.
  struct Failure {
    /// What it did not expect, in its own words.
    let problem: String
    /// What it was about, in its own words.
    let context: String
    /// The character at which it stopped.
    let mark: Int
    /// The character at which what it was about begins.
    let contextMark: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// A reading of bytes that outlive it; nil if there is no memory.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) != 0 else { return nil }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// The next event, valid until the one after it is asked for; nil if there is a failure.
  func next() -> UnsafePointer<yaml_event_t>? {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) != 0 else { return nil }
    return UnsafePointer(event)
  }

  /// Why there is no next event.
  var failure: Failure {
    let state = parser.pointee
    return Failure(
      problem: state.problem.map { String(cString: $0) } ?? "out of memory",
      context: state.context.map { String(cString: $0) } ?? "",
      mark: Int(state.problem_mark.index), contextMark: Int(state.context_mark.index))
  }
}
