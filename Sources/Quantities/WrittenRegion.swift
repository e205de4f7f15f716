/// Codes of regions (GB/T 2260) as people write them who do not write six digits.
public enum WrittenRegion {
  /// The six digits that a text most likely means; nil if none can be told.
  ///
  /// Read are full-width digits, the point and zeros that spreadsheets add, the beginning of the codes
  /// that statistics give to townships and villages, provinces and prefectures without the zeros
  /// behind them, and digits beside the name of the place.
  public static func nearest(to text: String) -> String? {
    let narrow = String(String.UnicodeScalarView(text.unicodeScalars.map(narrow)))
    let runs = narrow.split { !("0"..."9").contains($0) }
    guard let digits = runs.first.map(String.init) else { return nil }
    let isAlone = narrow.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == " " }
    guard runs.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }) else { return nil }
    switch digits.count {
    case 6: return digits
    case 9 where isAlone && runs.count == 1, 12 where isAlone: return String(digits.prefix(6))
    case 2 where isAlone && runs.count == 1, 4 where isAlone && runs.count == 1:
      return digits + String(repeating: "0", count: 6 - digits.count)
    default: return nil
    }
  }

  /// A full-width digit or point as its ASCII twin.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF0E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }
}
