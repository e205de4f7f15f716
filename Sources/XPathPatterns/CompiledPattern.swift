internal import CPCRE2

/// A pattern compiled by PCRE2, freed with its last owner.
///
/// INVARIANT: the code is never written to after `init`, and a match keeps its data to itself, so any
/// number of threads may match at a time. This is why the class can be `Sendable`.
final class CompiledPattern: @unchecked Sendable {
  private let code: OpaquePointer
  private let groupCount: Int
  private let stepCost: Int

  /// Compiles a translated pattern; `nil` if it is larger than PCRE2 can hold.
  init?(_ translation: Translation) {
    // No automatic possessives: they would take work away from the steps that are counted.
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF
      | PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_AUTO_POSSESS
    guard let context = pcre2_compile_context_create_8(nil) else { return nil }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_parens_nest_limit_8(context, UInt32(Limits.nesting * 4))
    var errorNumber: Int32 = 0
    var errorOffset = 0
    let pattern = Array(translation.pcre.utf8)
    guard
      let code = pcre2_compile_8(
        pattern, pattern.count, options, &errorNumber, &errorOffset, context)
    else { return nil }
    self.code = code
    self.groupCount = translation.groupCount
    self.stepCost = translation.stepCost
  }

  deinit {
    pcre2_code_free_8(code)
  }

  /// The ranges of bytes that a match covers: the whole first, then its groups, `nil` if unmatched.
  typealias Match = [Range<Int>?]

  /// Finds matches from left to right until there are none, or the body returns `false`.
  ///
  /// Returns `false` if the limits were hit. They count steps of the matcher, not time, so the same
  /// pattern and text always have the same outcome.
  func forEachMatch(
    in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Match) -> Bool
  ) -> Bool {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return false }
    defer { pcre2_match_data_free_8(data) }
    guard let context = pcre2_match_context_create_8(nil) else { return false }
    defer { pcre2_match_context_free_8(context) }
    pcre2_set_match_limit_8(context, Limits.backtracking)
    pcre2_set_depth_limit_8(context, Limits.backtracking)
    pcre2_set_heap_limit_8(context, Limits.heap)

    var steps = budget(forBytes: text.count)
    return withUnsafeMutablePointer(to: &steps) { steps in
      pcre2_set_callout_8(context, countStep, steps)
      var start = 0
      while true {
        let outcome = pcre2_match_8(
          code, text.baseAddress, text.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
        if outcome == PCRE2_ERROR_NOMATCH { return true }
        guard outcome > 0 else { return false }
        let groups = match(in: data)
        guard let whole = groups.first ?? nil else { return false }
        // A match of nothing at the start would come again and again.
        guard body(whole, groups), whole.upperBound > start else { return true }
        start = whole.upperBound
      }
    }
  }

  /// How many steps may be taken on a text, so that the work stays bounded.
  private func budget(forBytes count: Int) -> Int {
    // A step may save what all groups have captured.
    let (cost, overflow) = stepCost.addingReportingOverflow(groupCount / 16)
    return overflow ? 0 : (Limits.steps + Limits.stepsPerByte * count) / cost
  }

  private func match(in data: OpaquePointer) -> Match {
    guard let offsets = pcre2_get_ovector_pointer_8(data) else { return [] }
    return (0...groupCount).map { group in
      let lower = offsets[2 * group]
      let upper = offsets[2 * group + 1]
      // `PCRE2_UNSET` is the largest unsigned number, which is -1 here.
      return lower >= 0 && lower <= upper ? lower..<upper : nil
    }
  }
}

/// Called by PCRE2 at each call-out: takes from the steps left, and ends the match after the last.
private let countStep:
  @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 =
    { block, data in
      guard let block = block?.pointee, let steps = data?.assumingMemoryBound(to: Int.self) else {
        return PCRE2_ERROR_MATCHLIMIT
      }
      steps.pointee -= 1 + bytesToCompare(at: block) / 16
      return steps.pointee >= 0 ? 0 : PCRE2_ERROR_MATCHLIMIT
    }

/// How many bytes the back-reference after a call-out may compare; 0 if none follows.
private func bytesToCompare(at block: pcre2_callout_block_8) -> Int {
  let group = Int(block.callout_number)
  // The call-out of a group beyond the 254th does not tell which one it is.
  guard group < 255 else { return block.subject_length }
  guard group > 0, group < Int(block.capture_top), let offsets = block.offset_vector else {
    return 0
  }
  return max(0, offsets[2 * group + 1] - offsets[2 * group])
}
