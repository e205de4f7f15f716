public import Diagnostics
public import FEELSyntax

/// A pilot: a region that adapts policies.
public struct PilotDocument: Sendable {
  /// The file.
  public var file: SourceFile
  /// The name of its folder.
  public var name: String
  /// What it is called.
  public var title: Label?
  /// Its GB/T 2260 code, six digits.
  public var region: Located<String>?
  /// The pilot above it.
  public var parent: Name?
  /// What the reader of a determination must know about the pilot, such as that it is made up.
  public var notice: Label?
}
