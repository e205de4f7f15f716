// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same rules; a warning does not build.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A layer of the architecture: a library target that may import the named targets and nothing else.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "zhunze",
  products: [.executable(name: "zhunze", targets: ["zhunze"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // Libraries of the system
    .target(
      name: "CDecimal128",
      linkerSettings: [.linkedLibrary("bidgcc000")]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // Layer 0
    layer("Diagnostics"),
    layer("Quantities", ["CDecimal128"]),
    layer("XPathPatterns", ["CPCRE2"]),
    layer("SeededRandom"),
    layer("Digests", ["CNettle"]),

    // Layer 1
    layer("YAMLTree", ["Diagnostics", "CYAML"]),
    layer("FEELSyntax", ["Diagnostics", "Quantities"]),
    layer("DiagnosticPages", ["Diagnostics"]),

    // Layer 2
    layer("FEEL", ["Diagnostics", "Quantities", "FEELSyntax", "XPathPatterns"]),

    // Layer 3
    layer("DMN", ["Diagnostics", "Quantities", "FEELSyntax", "FEEL"]),
    layer("DMNXML", ["Diagnostics", "Quantities", "FEELSyntax", "FEEL", "DMN", "CXML"]),
    layer("PolicySyntax", ["Diagnostics", "Quantities", "YAMLTree", "FEELSyntax"]),

    // Layer 4
    layer(
      "PolicyWriting", ["Diagnostics", "Quantities", "FEELSyntax", "PolicySyntax"]),
    layer("Formatting", ["Diagnostics", "YAMLTree", "PolicySyntax"]),
    layer(
      "PolicyModel",
      [
        "Diagnostics", "Quantities", "FEELSyntax", "FEEL", "DMN", "PolicySyntax",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),

    layer("FileSchemas", ["Diagnostics", "PolicySyntax"]),

    // Layer 5
    layer(
      "Determinations", ["Diagnostics", "Quantities", "FEELSyntax", "FEEL", "DMN", "PolicyModel"]),

    // Layer 6
    layer(
      "Entitlements",
      ["Diagnostics", "Quantities", "FEEL", "PolicySyntax", "PolicyModel", "Determinations"]),

    layer(
      "PolicyAnalysis",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "DMN", "PolicySyntax",
        "PolicyModel", "Determinations", "SeededRandom",
        .product(name: "BitCollections", package: "swift-collections"),
      ]),

    layer(
      "Comparisons",
      [
        "Diagnostics", "Quantities", "FEELSyntax", "FEEL", "PolicySyntax", "PolicyModel",
        "Determinations",
      ]),

    // Layer 7
    layer(
      "Exchange",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "PolicySyntax",
        "PolicyModel", "Determinations", "Entitlements", "Comparisons", "Digests",
      ]),
    layer(
      "Casework",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEEL", "PolicyModel", "Determinations",
        "Entitlements",
        "Exchange",
      ]),
    layer(
      "RuleCoverage",
      [
        "Diagnostics", "Quantities", "FEELSyntax", "FEEL", "DMN", "PolicySyntax", "PolicyModel",
        "Determinations", "Casework",
      ]),
    layer(
      "RuleMutation",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "DMN", "PolicySyntax",
        "PolicyModel", "Determinations", "Casework", "SeededRandom",
      ]),
    layer(
      "Sampling",
      [
        "Diagnostics", "Quantities", "FEELSyntax", "FEEL", "DMN", "PolicySyntax", "PolicyModel",
        "Determinations", "PolicyAnalysis", "Comparisons", "SeededRandom",
      ]),
    layer(
      "Receipts",
      [
        "Diagnostics", "Digests", "Quantities", "FEELSyntax", "FEEL", "PolicySyntax", "PolicyModel",
        "Determinations", "Exchange",
      ]),
    layer(
      "DMNExchange",
      [
        "Diagnostics", "Quantities", "FEELSyntax", "FEEL", "DMNXML", "PolicySyntax",
        "PolicyWriting",
      ]),
    layer(
      "Rendering",
      [
        "Diagnostics", "DiagnosticPages", "Quantities", "FEELSyntax", "FEEL", "DMN", "PolicySyntax",
        "PolicyModel", "Determinations", "Entitlements", "Comparisons",
      ]),

    layer(
      "StartingFiles",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "PolicySyntax",
        "PolicyModel", "Determinations", "Casework",
      ]),

    // Layer 8
    .executableTarget(
      name: "zhunze",
      dependencies: [
        "Diagnostics",
        "DiagnosticPages",
        "Quantities",
        "YAMLTree",
        "FEELSyntax",
        "FEEL",
        "DMN",
        "DMNXML",
        "PolicySyntax",
        "Formatting",
        "PolicyModel",
        "Determinations",
        "PolicyAnalysis",
        "Comparisons",
        "Entitlements",
        "Exchange",
        "Casework",
        "RuleCoverage",
        "DMNExchange",
        "Rendering",
        "FileSchemas",
        "StartingFiles",
        "CEditLine",
        "RuleMutation",
        "Sampling",
        "Digests",
        "Receipts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      // The command holds Swift's own libraries: it starts in half the time, and runs where no
      // toolchain is installed. Nothing looks for their names in it.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-l_FoundationCollections", "-l_FoundationCShims", "-Xlinker",
            "--no-export-dynamic",
          ],
          .when(platforms: [.linux]))
      ]),

    // The rules of this repository, for the tests of several targets.
    .target(
      name: "RepositoryRules",
      dependencies: ["Diagnostics", "YAMLTree", "PolicySyntax", "PolicyModel", "Casework"],
      path: "Tests/RepositoryRules", swiftSettings: strict),

    tests("Diagnostics"),
    tests(
      "DiagnosticPages",
      [
        "Diagnostics", "YAMLTree", "FEELSyntax", "FEEL", "DMN", "DMNXML", "PolicySyntax",
        "PolicyModel", "Determinations", "Exchange", "Casework", "Rendering",
      ]),
    tests("Quantities"),
    tests("XPathPatterns"),
    tests("YAMLTree", ["Diagnostics"]),
    tests("FEELSyntax", ["Diagnostics", "Quantities", "FEEL"]),
    tests("FEEL", ["Diagnostics", "Quantities", "FEELSyntax", "Determinations"]),
    tests(
      "Entitlements",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEEL", "PolicySyntax", "PolicyModel",
        "Determinations", "Exchange",
      ]),
    tests("DMN", ["Diagnostics", "Quantities", "FEELSyntax", "FEEL"]),
    tests("DMNXML", ["Diagnostics", "Quantities", "FEELSyntax", "FEEL", "DMN"]),
    tests(
      "PolicySyntax", ["Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "RepositoryRules"]),
    tests(
      "FileSchemas",
      ["Diagnostics", "YAMLTree", "PolicySyntax", "Exchange", "Casework", "RepositoryRules"]),
    tests(
      "Formatting",
      [
        "Diagnostics", "YAMLTree", "PolicySyntax", "PolicyWriting", "Exchange", "Casework",
        "RepositoryRules",
      ]),
    tests(
      "PolicyWriting", ["Diagnostics", "YAMLTree", "FEELSyntax", "PolicySyntax", "RepositoryRules"]),
    tests(
      "DMNExchange",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "DMN", "DMNXML",
        "PolicySyntax", "PolicyWriting", "PolicyModel", "Determinations", "Entitlements",
        "Exchange", "Casework", "RepositoryRules",
      ]),
    tests(
      "PolicyModel",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "DMN", "PolicySyntax",
        "Determinations", "Exchange", "Casework", "RepositoryRules",
      ]),
    tests(
      "Determinations",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "DMN", "PolicySyntax",
        "PolicyModel", "Exchange", "Casework", "RepositoryRules",
      ]),
    tests(
      "Exchange",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "PolicySyntax",
        "PolicyModel", "Determinations",
      ]),
    tests(
      "Casework",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEEL", "PolicySyntax", "PolicyModel",
        "Determinations", "Exchange", "RepositoryRules",
      ]),
    tests(
      "Rendering",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "PolicySyntax",
        "PolicyModel",
        "Determinations", "RepositoryRules",
      ]),
    tests(
      "PolicyAnalysis",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "DMN", "PolicySyntax",
        "PolicyModel", "Determinations", "RepositoryRules",
      ]),
    tests(
      "Sampling",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "PolicySyntax",
        "PolicyModel", "Determinations", "Comparisons", "Exchange", "Casework", "SeededRandom",
        "RepositoryRules",
      ]),
    tests(
      "Comparisons",
      [
        "Diagnostics", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "PolicySyntax",
        "PolicyModel", "Determinations", "Casework", "Sampling", "SeededRandom", "RepositoryRules",
      ]),
    tests("Digests"),
    tests(
      "Receipts",
      [
        "Diagnostics", "Digests", "Quantities", "YAMLTree", "FEELSyntax", "FEEL", "PolicySyntax",
        "PolicyModel", "Determinations", "Exchange", "Casework",
      ]),
    // These run the command as its users do, so they do not hold it.
    .testTarget(
      name: "zhunzeTests", dependencies: ["Diagnostics", "YAMLTree"], swiftSettings: strict),
  ]
)

// What makes up inputs is built by `scripts/fuzz` alone: it needs the compiler's own libFuzzer.
if Context.environment["ZHUNZE_FUZZ"] != nil {
  func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
      name: name, dependencies: ["Fuzzing"] + dependencies, path: "Fuzz/" + name,
      swiftSettings: strict)
  }
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Fuzz/CLibFuzzer"),
    .target(
      name: "Fuzzing", dependencies: ["CLibFuzzer", "Diagnostics", "Quantities", "FEEL"],
      path: "Fuzz/Fuzzing", swiftSettings: strict),
    fuzzer("fuzz-feel", ["Diagnostics", "Quantities", "FEELSyntax", "FEEL"]),
    fuzzer("fuzz-dmn", ["Diagnostics", "FEEL", "DMN", "DMNXML"]),
    fuzzer("fuzz-yaml", ["Diagnostics", "YAMLTree", "PolicySyntax", "PolicyModel"]),
  ]
}
