import Determinations
public import Diagnostics
import FEELSyntax
public import PolicyModel
public import PolicySyntax
public import Quantities

/// A policy as it stands on a day in a place: what is shown of it, in the order in which it is
/// shown, for writers of any form.
public struct PolicyPage: Sendable {
  /// What the policy is called.
  public let title: Wording
  /// The title with the place and the day, which tells apart the windows of a browser.
  public let windowTitle: Wording
  /// What must be known before all: a pilot's notice, that something is made up.
  public let notices: [Wording]
  /// The place, the days, the files.
  public let head: [Field]
  /// Criteria, amounts, the term, values and what else there is.
  public let sections: [Section]
  /// The sources that are cited, in the order of their ids.
  public let sources: [Source]
  /// What rests on what.
  public let graph: RequirementGraph

  /// Entries of one kind.
  public struct Section: Sendable {
    /// A name for links, the same in all languages.
    public let anchor: String
    /// Its heading.
    public let heading: Wording
    /// What stands in it.
    public let entries: [Entry]
  }

  /// Something that rules declare.
  public struct Entry: Sendable {
    /// A name for links.
    public var anchor: String
    /// Its name in rule files.
    public var name: String
    /// What it is called, if not by its name.
    public var label: Wording?
    /// What is to be seen at once, such as that it is waived.
    public var remarks: [Wording] = []
    /// What it says.
    public var fields: [Field] = []
    /// What it reads.
    public var reads: [Reference] = []
    /// What it rests on.
    public var sources: [Citation] = []
    /// Who declared and changed it, from the nation to the county.
    public var chain: [Link] = []
  }

  /// A part of an entry.
  public struct Field: Sendable {
    /// What it is; nil if that needs no word.
    public var key: Wording?
    /// What it says.
    public var content: Content
    /// What it rests on, if on something of its own.
    public var sources: [Citation] = []
  }

  /// What a field says.
  public enum Content: Sendable {
    /// Words in both languages.
    case words(Wording)
    /// An expression as it is written, its lines as they are.
    case expression(String)
    /// A decision table.
    case table(Table)
  }

  /// A decision table with the rows that are in force.
  public struct Table: Sendable {
    /// The hit policy.
    public let hitPolicy: String
    /// Names of inputs, outputs and annotations.
    public let header: (inputs: [String], outputs: [String], annotations: [String])
    /// The rows: the number, then the cells in the order of the header.
    public let rows: [[String]]
    /// How many rows are not in force.
    public let leftOut: Int
  }

  /// Another entry that one reads.
  public struct Reference: Sendable {
    /// Its anchor; nil for what the program supplies.
    public let anchor: String?
    /// What it is called.
    public let label: Wording
  }

  /// A layer that declared or changed an entry.
  public struct Link: Sendable {
    /// Whose layer it is.
    public let layer: Wording
    /// The file and the line.
    public let place: String
    /// What the layer says.
    public let says: [Field]
    /// When that holds; nil if always.
    public let days: Wording?
    /// What it rests on.
    public let sources: [Citation]
  }

  /// The page of a policy that a rulebook resolved for a day, as known by another.
  public init(
    of policy: Policy, in rulebook: Rulebook, on day: CalendarDate, known: CalendarDate
  ) {
    let builder = PolicyPageBuilder(policy, rulebook, day, known)
    let sections = builder.sections
    title = builder.wording(policy.title, or: policy.id.name)
    windowTitle = builder.windowTitle(title)
    head = builder.head
    sources = Self.sources(citedIn: sections, of: policy)
    notices = builder.notices(sources)
    graph = builder.graph
    self.sections = sections
  }

  private static func sources(citedIn sections: [Section], of policy: Policy) -> [Source] {
    var ids: Set<String> = []
    for entry in sections.flatMap(\.entries) {
      let links = entry.chain.flatMap { $0.sources + $0.says.flatMap(\.sources) }
      for citation in entry.sources + entry.fields.flatMap(\.sources) + links {
        ids.insert(citation.source.text)
      }
    }
    return ids.sorted().compactMap { policy.source($0) }
  }
}
