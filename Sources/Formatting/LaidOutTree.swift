/// A comment, from its `#` to the last character that is no blank.
struct Comment: Hashable {
  let text: String
  /// The column of its `#`, counted from 0 as a terminal counts.
  let column: Int
  /// The columns from the first sign on its line, dashes left out, to its `#`.
  let distance: Int
}

/// A line that holds no value.
enum LooseLine: Hashable {
  case blank
  case comment(Comment)
}

/// A collection in block style as it is to be written: everything in it has its place, and the
/// comments and empty lines stand with what they belong to.
struct LaidOutCollection {
  /// Whether these are the items of a list.
  let isList: Bool
  var elements: [LaidOutElement] = []
  /// What stands below the last element.
  var trailing: [LooseLine] = []
}

/// An entry of a group or an item of a list.
struct LaidOutElement {
  /// What stands directly above.
  var leading: [LooseLine] = []
  /// The key as it is spelt; nil for an item.
  var key: String?
  /// Whether empty lines set it apart.
  var isSection = false
  var value: LaidOutValue = .absent
  /// The comment on the line of the key, or behind a value that begins there.
  var endOfLine: Comment?
}

/// What stands behind a key or a dash.
indirect enum LaidOutValue {
  case absent
  /// A text or brackets on one line, or on several whose indentation means nothing.
  case inline([String])
  /// Brackets over several lines, each with its indentation, and that of the line they begin on.
  case brackets([String], indentation: Int)
  /// A block below a header such as `|`; `isOpen` says that line breaks behind it belong to it.
  case block(header: String, [String], isOpen: Bool)
  case collection(LaidOutCollection)
}

/// A whole file.
struct LaidOutFile {
  /// What stands at the beginning and belongs to the file.
  let head: [LooseLine]
  /// The outermost value.
  let root: LaidOutElement
  /// What stands at the end.
  let trailing: [LooseLine]

  /// The texts of all comments but those in tables and in brackets.
  var comments: [String] { (head + root.looseLines + trailing).compactMap(\.comment) }
}

extension LaidOutElement {
  /// All lines without a value in and around the element, comments behind values among them.
  fileprivate var looseLines: [LooseLine] {
    var lines = leading + (endOfLine.map { [.comment($0)] } ?? [])
    if case .collection(let collection) = value {
      lines += collection.elements.flatMap(\.looseLines) + collection.trailing
    }
    return lines
  }
}

extension LooseLine {
  /// The text of a comment.
  fileprivate var comment: String? {
    if case .comment(let comment) = self { comment.text } else { nil }
  }
}
