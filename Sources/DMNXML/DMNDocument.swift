public import DMN
public import Diagnostics

/// A DMN file read as XML (DMN 1.1 to 1.5, chapter 12).
public struct DMNDocument: Sendable {
  /// The outermost element with everything in it, extensions among them; nil if the file is none.
  ///
  /// For those who need what the model leaves out: annotations, diagrams, extensions.
  public static func root(of file: SourceFile) -> XMLElement? {
    let root = XMLReader.read(file, keepsExtensions: true).root
    guard let root, root.name == "definitions", versions.contains(root.namespace) else {
      return nil
    }
    return root
  }

  /// The model; nil if the file is none.
  public let model: DMNModel?
  /// What is wrong with the file, up to 500 messages.
  public let diagnostics: [Diagnostic]

  /// The namespaces of the versions that are read.
  static let versions: [String] = [
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
  ]

  /// Reads a file.
  ///
  /// At most 16 MiB, 200 levels and 400,000 elements; documents with a document type are refused,
  /// so that no entity is ever expanded or fetched. Elements of other vocabularies are passed over.
  public init(reading file: SourceFile) {
    let (root, diagnostics) = XMLReader.read(file)
    guard let root else {
      model = nil
      self.diagnostics = diagnostics
      return
    }
    let namespace = root.namespace
    guard root.name == "definitions", Self.versions.contains(namespace) else {
      model = nil
      self.diagnostics = [XMLMessages.notDMN(root.name, namespace, at: root.range)]
      return
    }
    var reader = ModelReader(root)
    model = reader.model()
    self.diagnostics = Array(reader.diagnostics.prefix(500))
  }
}
