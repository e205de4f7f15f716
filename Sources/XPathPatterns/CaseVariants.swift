/// Which characters differ from each other only in case, as the functions of XPath see it.
///
/// Two characters are variants if their lower-case forms are equal or their upper-case forms are, by
/// Unicode's full mappings; so `ı` is a variant of `I`, and the Kelvin sign of `k`.
enum CaseVariants {
  /// A set with all variants of its members.
  static func closing(_ points: CodePointSet) -> CodePointSet {
    var added: [ClosedRange<UInt32>] = []
    for range in points.ranges {
      var index = firstIndex(from: range.lowerBound)
      while index < cased.count, cased[index].point <= range.upperBound {
        added += cased[index].variants.map { $0...$0 }
        index += 1
      }
    }
    return added.isEmpty ? points : points.union(CodePointSet(added))
  }

  private struct Cased: Sendable {
    let point: UInt32
    let variants: [UInt32]
  }

  /// The characters that have variants, in ascending order.
  private static let cased: [Cased] = {
    let scalars = (UInt32(0)...0x1FFFF).compactMap(Unicode.Scalar.init).filter {
      $0.properties.changesWhenLowercased || $0.properties.changesWhenUppercased
    }
    // Forms are compared by code point; strings would be equal too if only canonically equivalent.
    var byLower: [[Unicode.Scalar]: [UInt32]] = [:]
    var byUpper: [[Unicode.Scalar]: [UInt32]] = [:]
    for scalar in scalars {
      byLower[lowerCase(scalar), default: []].append(scalar.value)
      byUpper[upperCase(scalar), default: []].append(scalar.value)
    }
    return scalars.map { scalar in
      let lower = byLower[lowerCase(scalar)] ?? []
      let upper = byUpper[upperCase(scalar)] ?? []
      return Cased(point: scalar.value, variants: (lower + upper).filter { $0 != scalar.value })
    }
  }()

  private static func lowerCase(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }

  private static func upperCase(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    Array(scalar.properties.uppercaseMapping.unicodeScalars)
  }

  private static func firstIndex(from point: UInt32) -> Int {
    var low = 0
    var high = cased.count
    while low < high {
      let middle = (low + high) / 2
      if cased[middle].point < point { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
