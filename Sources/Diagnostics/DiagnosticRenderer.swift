/// Draws one message with the source lines it speaks of.
struct DiagnosticRenderer {
  let language: Language
  let isColoured: Bool
  /// The width at which source lines are cut.
  let columns: Int

  /// The message, ended by a line break.
  func text(of diagnostic: Diagnostic) -> String {
    let margin = margin(of: diagnostic)
    var lines = [title(of: diagnostic)]
    if let range = diagnostic.range {
      lines += source(
        range, remark: diagnostic.help, margin: margin, ink: Ink(diagnostic.severity))
    } else if let help = diagnostic.help {
      lines.append(remark(Wording(en: "help", zh: "建议"), help, margin: margin))
    }
    for note in diagnostic.notes {
      lines.append(remark(Severity.note.wording, note.text, margin: margin))
      if let range = note.range {
        lines += source(range, remark: nil, margin: margin, ink: .note)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The digits of the greatest line number.
  private func margin(of diagnostic: Diagnostic) -> Int {
    let ranges = [diagnostic.range] + diagnostic.notes.map(\.range)
    return ranges.compactMap { $0.map { String($0.start.line).count } }.max() ?? 1
  }

  private func title(of diagnostic: Diagnostic) -> String {
    let label = "\(diagnostic.severity.wording.text(in: language))[\(diagnostic.code.rawValue)]"
    let colon = Wording(en: ": ", zh: "：").text(in: language)
    let message = SourceExcerpt.visible(diagnostic.message.text(in: language))
    return paint(label, Ink(diagnostic.severity)) + paint(colon + message, .bold)
  }

  private func remark(_ label: Wording, _ text: Wording, margin: Int) -> String {
    let colon = Wording(en: ": ", zh: "：").text(in: language)
    return blanks(margin + 1) + paint("=", .gutter) + " "
      + paint(label.text(in: language), .bold) + colon
      + SourceExcerpt.visible(text.text(in: language))
  }

  /// The place, the line, and the carets under the span with the remark behind them.
  private func source(_ range: SourceRange, remark: Wording?, margin: Int, ink: Ink) -> [String] {
    let excerpt = SourceExcerpt(of: range, columns: columns)
    let number = String(range.start.line)
    let bar = paint("|", .gutter)
    let carets = paint(String(repeating: "^", count: excerpt.width), ink)
    var lines = [
      blanks(margin) + paint("-->", .gutter) + " " + range.place,
      blanks(margin + 1) + bar,
      paint(blanks(margin - number.count) + number, .gutter) + " " + bar
        + (excerpt.line.isEmpty ? "" : " " + excerpt.line),
    ]
    let indentation = blanks(margin + 1) + bar + " " + blanks(excerpt.column)
    let remarks = remark.map {
      $0.text(in: language).split(separator: "\n", omittingEmptySubsequences: false)
        .map { SourceExcerpt.visible(String($0)) }
    }
    guard let remarks, let first = remarks.first else { return lines + [indentation + carets] }
    lines.append(indentation + carets + " " + paint(first, ink))
    for line in remarks.dropFirst() {
      lines.append(indentation + blanks(excerpt.width + 1) + paint(line, ink))
    }
    return lines
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func paint(_ text: String, _ ink: Ink) -> String {
    isColoured ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The colours, as terminals number them.
  private enum Ink: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case gutter = "1;34"
    case bold = "1"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }
}
