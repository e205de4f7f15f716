import Quantities

/// A static method of Java.
struct JavaMethod: Sendable {
  /// The class, the name and the types of the parameters of a method.
  struct Signature: Sendable, Hashable, CustomStringConvertible {
    let className: String
    let name: String
    /// Nil if one of the types is not supported.
    let parameters: [JavaType]?
    let description: String

    /// A signature as DMN writes it: `max(double, double)`.
    init(class className: String, _ text: String) {
      let parts = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
      self.className = className
      name = Self.trimmed(parts.first ?? "")
      description = "\(className).\(text)"
      guard parts.count == 2, let list = parts.last, list.last == ")" else {
        parameters = nil
        return
      }
      let names = list.dropLast().split(separator: ",").map(Self.trimmed)
      let types = names.compactMap(JavaType.init(named:))
      parameters = types.count == names.count ? types : nil
    }

    private static func trimmed(_ text: Substring) -> String {
      String(text.filter { $0 != " " && $0 != "\t" && $0 != "\n" })
    }

    /// Equal if class, name and types are, however they are written.
    static func == (left: Signature, right: Signature) -> Bool {
      left.className == right.className && left.name == right.name
        && left.parameters != nil && left.parameters == right.parameters
    }

    /// Hashes what equality looks at.
    func hash(into hasher: inout Hasher) {
      hasher.combine(className)
      hasher.combine(name)
      hasher.combine(parameters)
    }
  }

  let signature: Signature
  /// Nil where Java would throw.
  let apply: @Sendable ([JavaValue]) -> JavaValue?

  private init(
    _ className: String, _ signature: String,
    _ apply: @escaping @Sendable ([JavaValue]) -> JavaValue?
  ) {
    self.signature = Signature(class: "java.lang." + className, signature)
    self.apply = apply
  }

  /// Arguments as the parameters want them; an array takes all that are left.
  func arguments(_ values: [Value]) -> [JavaValue]? {
    guard let types = signature.parameters else { return nil }
    var result: [JavaValue] = []
    for (index, type) in types.enumerated() {
      if type == .objects {
        let rest = values.dropFirst(index)
        if rest.count == 1, case .list(let elements)? = rest.first {
          return result + [.objects(elements)]
        }
        return result + [.objects(Array(rest))]
      }
      guard index < values.count, let argument = JavaValue(values[index], as: type) else {
        return nil
      }
      result.append(argument)
    }
    return values.count == types.count ? result : nil
  }

  /// All methods there are.
  static let all: [JavaMethod] = integerMath + realMath + wrappers + strings

  private static let integerMath: [JavaMethod] = ["int", "long"].flatMap { type in
    [
      JavaMethod("Math", "max(\(type),\(type))") { integers($0) { max($0, $1) } },
      JavaMethod("Math", "min(\(type),\(type))") { integers($0) { min($0, $1) } },
      JavaMethod("Math", "abs(\(type))") { integers($0) { $0 == .min ? nil : abs($0) } },
      JavaMethod("Math", "floorMod(\(type),\(type))") { integers($0, floorModulo) },
    ]
  }

  private static let realMath: [JavaMethod] =
    [
      JavaMethod("Math", "max(float,float)") { floats($0) { max($0, $1) } },
      JavaMethod("Math", "min(float,float)") { floats($0) { min($0, $1) } },
      JavaMethod("Math", "max(double,double)") { doubles($0) { max($0, $1) } },
      JavaMethod("Math", "min(double,double)") { doubles($0) { min($0, $1) } },
      JavaMethod("Math", "abs(float)") { arguments in
        guard case .float(let value) = arguments[0] else { return nil }
        return .float(abs(value))
      },
      JavaMethod("Math", "abs(double)") { double($0) { abs($0) } },
      JavaMethod("Math", "ceil(double)") { double($0) { $0.rounded(.up) } },
      JavaMethod("Math", "floor(double)") { double($0) { $0.rounded(.down) } },
      JavaMethod("Math", "rint(double)") { double($0) { $0.rounded(.toNearestOrEven) } },
      JavaMethod("Math", "sqrt(double)") { double($0) { $0.squareRoot() } },
      JavaMethod("Math", "round(double)") { arguments in
        guard case .double(let value) = arguments[0] else { return nil }
        return Int(exactly: (value + 0.5).rounded(.down)).map(JavaValue.integer)
      },
    ]

  private static let wrappers: [JavaMethod] =
    [("Byte", JavaType.byte), ("Short", .short), ("Integer", .int), ("Long", .long)].flatMap {
      name, type in
      [
        JavaMethod(name, "valueOf(\(type.rawValue))") { $0[0] },
        JavaMethod(name, "valueOf(java.lang.String)") { parsed($0, type) },
        JavaMethod(name, "parse\(name == "Integer" ? "Int" : name)(java.lang.String)") {
          parsed($0, type)
        },
      ]
    } + [
      JavaMethod("Float", "valueOf(float)") { $0[0] },
      JavaMethod("Double", "valueOf(double)") { $0[0] },
      JavaMethod("Boolean", "valueOf(boolean)") { $0[0] },
      JavaMethod("Character", "valueOf(char)") { $0[0] },
    ]
    + ["valueOf", "parseFloat"].map {
      JavaMethod("Float", $0 + "(java.lang.String)") { arguments in
        arguments[0].text.flatMap(Float.init).map(JavaValue.float)
      }
    }
    + ["valueOf", "parseDouble"].map {
      JavaMethod("Double", $0 + "(java.lang.String)") { arguments in
        arguments[0].text.flatMap(Double.init).map(JavaValue.double)
      }
    }
    + ["valueOf", "parseBoolean"].map {
      JavaMethod("Boolean", $0 + "(java.lang.String)") { arguments in
        arguments[0].text.map { .boolean($0.lowercased() == "true") }
      }
    }

  private static let strings: [JavaMethod] = [
    JavaMethod("String", "valueOf(char)") { $0[0] },
    JavaMethod("String", "valueOf(int)") { integerText($0) },
    JavaMethod("String", "valueOf(long)") { integerText($0) },
    JavaMethod("String", "valueOf(boolean)") { arguments in
      guard case .boolean(let value) = arguments[0] else { return nil }
      return .string(value ? "true" : "false")
    },
    JavaMethod("String", "valueOf(java.lang.Object)") { arguments in
      guard case .object(let value) = arguments[0] else { return nil }
      return .string(value.text)
    },
    JavaMethod("String", "format(java.lang.String,[Ljava.lang.Object;)") { arguments in
      guard let format = arguments[0].text, case .objects(let values) = arguments[1] else {
        return nil
      }
      return JavaFormat.text(format, values).map(JavaValue.string)
    },
  ]
}

extension JavaMethod {
  private static func integers(
    _ arguments: [JavaValue], _ operation: (Int, Int) -> Int?
  ) -> JavaValue? {
    guard case .integer(let left) = arguments[0], case .integer(let right) = arguments[1] else {
      return nil
    }
    return operation(left, right).map(JavaValue.integer)
  }

  private static func integers(
    _ arguments: [JavaValue], _ operation: (Int) -> Int?
  ) -> JavaValue? {
    guard case .integer(let value) = arguments[0] else { return nil }
    return operation(value).map(JavaValue.integer)
  }

  private static func floats(
    _ arguments: [JavaValue], _ operation: (Float, Float) -> Float
  ) -> JavaValue? {
    guard case .float(let left) = arguments[0], case .float(let right) = arguments[1] else {
      return nil
    }
    return .float(operation(left, right))
  }

  private static func doubles(
    _ arguments: [JavaValue], _ operation: (Double, Double) -> Double
  ) -> JavaValue? {
    guard case .double(let left) = arguments[0], case .double(let right) = arguments[1] else {
      return nil
    }
    return .double(operation(left, right))
  }

  private static func double(
    _ arguments: [JavaValue], _ operation: (Double) -> Double
  ) -> JavaValue? {
    guard case .double(let value) = arguments[0] else { return nil }
    return .double(operation(value))
  }

  private static func floorModulo(_ dividend: Int, _ divisor: Int) -> Int? {
    guard divisor != 0 else { return nil }
    guard divisor != -1 else { return 0 }
    let rest = dividend % divisor
    return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest
  }

  /// The whole number of a text, if it fits the type.
  private static func parsed(_ arguments: [JavaValue], _ type: JavaType) -> JavaValue? {
    guard let integer = arguments[0].text.flatMap({ Int($0) }),
      type.integers?.contains(integer) ?? false
    else { return nil }
    return .integer(integer)
  }

  private static func integerText(_ arguments: [JavaValue]) -> JavaValue? {
    guard case .integer(let value) = arguments[0] else { return nil }
    return .string(String(value))
  }
}

/// Texts made by a format of `java.lang.String.format`: `%s`, `%d`, `%f` with digits, `%n`, `%%`.
enum JavaFormat {
  /// The text; nil for any other conversion, or if an argument does not fit or is missing.
  static func text(_ format: String, _ values: [Value]) -> String? {
    var result = ""
    var values = values[...]
    var scalars = format.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      var digits = ""
      if scalars.first == "." {
        scalars.removeFirst()
        while let digit = scalars.first, ("0"..."9").contains(digit) {
          digits.unicodeScalars.append(digit)
          scalars.removeFirst()
        }
        guard let count = Int(digits), count <= 100, scalars.first == "f" else { return nil }
      }
      switch scalars.popFirst() {
      case "%": result += "%"
      case "n": result += "\n"
      case "s":
        guard let value = values.popFirst() else { return nil }
        result += value.text
      case "d":
        guard let integer = values.popFirst()?.number?.integer else { return nil }
        result += String(integer)
      case "f":
        guard let number = values.popFirst()?.number else { return nil }
        result += number.formatted(scale: Int(digits) ?? 6)
      default: return nil
      }
    }
    return result
  }
}
