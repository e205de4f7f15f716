import Quantities

/// A type of Java that an external function can have.
enum JavaType: String, Sendable, Hashable {
  case byte, short, int, long, float, double, boolean, char
  case string = "java.lang.String"
  case object = "java.lang.Object"
  case objects = "[Ljava.lang.Object;"

  /// The type of a name in a method signature; nil for one that is not supported.
  init?(named name: String) {
    switch name {
    case "String", "java.lang.CharSequence": self = .string
    case "Object": self = .object
    case "java.lang.Object...", "java.lang.Object[]", "Object...", "Object[]": self = .objects
    default:
      guard let type = JavaType(rawValue: name) else { return nil }
      self = type
    }
  }

  /// The whole numbers that fit.
  var integers: ClosedRange<Int>? {
    switch self {
    case .byte: Int(Int8.min)...Int(Int8.max)
    case .short: Int(Int16.min)...Int(Int16.max)
    case .int: Int(Int32.min)...Int(Int32.max)
    case .long: Int.min...Int.max
    default: nil
    }
  }
}

/// A value of Java.
///
/// `float` and `double` are binary, as Java has them; they pass to and from FEEL by their shortest
/// decimal text. No amount of a rule file can ever come here.
enum JavaValue: Sendable {
  case integer(Int)
  case float(Float)
  case double(Double)
  case boolean(Bool)
  case string(String)
  case object(Value)
  case objects([Value])

  /// A value of FEEL as an argument of a type; nil if it cannot be one.
  ///
  /// Numbers lose their fraction where Java's would, and do not wrap around where Java's would.
  init?(_ value: Value, as type: JavaType) {
    switch (type, value) {
    case (.byte, .number(let number)), (.short, .number(let number)), (.int, .number(let number)),
      (.long, .number(let number)):
      guard let integer = number.truncatedInteger, type.integers?.contains(integer) ?? false
      else { return nil }
      self = .integer(integer)
    case (.float, .number(let number)):
      guard let float = Float(number.description), float.isFinite else { return nil }
      self = .float(float)
    case (.double, .number(let number)):
      guard let double = Double(number.description), double.isFinite else { return nil }
      self = .double(double)
    case (.boolean, .boolean(let value)): self = .boolean(value)
    case (.char, .string(let text)):
      // A character of Java is a UTF-16 unit.
      guard text.utf16.count == 1 else { return nil }
      self = .string(text)
    case (.string, .string(let text)): self = .string(text)
    case (.object, _): self = .object(value)
    default: return nil
    }
  }

  /// The value as FEEL has it; nil for infinities and the like.
  var value: Value? {
    switch self {
    case .integer(let value): .number(Decimal128(value))
    case .float(let value): Decimal128(value.description).map { .number($0.reduced) }
    case .double(let value): Decimal128(value.description).map { .number($0.reduced) }
    case .boolean(let value): .boolean(value)
    case .string(let value): .string(value)
    case .object(let value): value
    case .objects: nil
    }
  }

  /// The text inside, if it is one.
  var text: String? { if case .string(let value) = self { value } else { nil } }
}
