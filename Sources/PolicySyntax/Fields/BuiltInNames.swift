/// The names of the functions that every expression sees (DMN 1.5, 10.3.4).
///
/// They are listed here because this layer does not see their implementations.
enum BuiltInNames {
  static let all: Set<String> = [
    // Conversion
    "date", "date and time", "time", "number", "string", "duration", "years and months duration",
    "context", "range",
    // Boolean
    "not",
    // String
    "substring", "string length", "upper case", "lower case", "substring before",
    "substring after", "replace", "contains", "starts with", "ends with", "matches", "split",
    "string join",
    // List
    "list contains", "list replace", "count", "min", "max", "sum", "mean", "all", "any",
    "sublist", "append", "concatenate", "insert before", "remove", "reverse", "index of", "union",
    "distinct values", "flatten", "product", "median", "stddev", "mode", "sort",
    // Numeric
    "decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down",
    "abs", "modulo", "sqrt", "log", "exp", "odd", "even",
    // Date and time
    "is", "now", "today", "day of year", "day of week", "month of year", "week of year",
    // Range
    "before", "after", "meets", "met by", "overlaps", "overlaps before", "overlaps after",
    "finishes", "finished by", "includes", "during", "starts", "started by", "coincides",
    // Context
    "get value", "get entries", "context put", "context merge",
  ]
}
