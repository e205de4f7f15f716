import Determinations
import FEEL
import PolicyModel
import Quantities

/// A text of a draft with a day in it that others repeat: the number of a person or a document.
///
/// What makes such a number sound, a check digit for instance, is what the rules test of it. A
/// number with another day in it is mended by trying out single characters until those tests come
/// out as they did.
struct TextCore: Sendable {
  /// The text, which stands alone or inside others.
  let text: String
  /// Where the eight digits of the day begin.
  let offset: Int
  /// The day.
  let day: CalendarDate

  private init?(_ text: String) {
    let characters = Array(text)
    guard (8...40).contains(characters.count) else { return nil }
    for offset in 0...characters.count - 8 {
      let digits = characters[offset..<offset + 8]
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { continue }
      let written = String(digits)
      guard
        let day = CalendarDate(
          "\(written.prefix(4))-\(written.dropFirst(4).prefix(2))-\(written.suffix(2))"),
        (1900...2100).contains(day.year)
      else { continue }
      self.text = text
      self.offset = offset
      self.day = day
      return
    }
    return nil
  }

  /// The cores of a draft: texts that hold a day and no other core.
  static func all(in draft: Draft, _ place: Place) -> [TextCore] {
    var texts: [String] = []
    for name in draft.names {
      guard let value = draft.facts[name] else { continue }
      for path in value.paths {
        guard place.type(of: name, value, at: path) == .string,
          let text = value.text(at: path[...]), !texts.contains(text)
        else { continue }
        texts.append(text)
      }
    }
    texts.sort { ($0.count, $0) < ($1.count, $1) }
    var cores: [TextCore] = []
    for text in texts where !cores.contains(where: { text.contains($0.text) }) {
      if let core = TextCore(text) { cores.append(core) }
    }
    return cores
  }

  /// The draft with another day in the text, wherever it stands; nil if it cannot be made sound.
  func moved(_ draft: Draft, to day: CalendarDate, _ place: Place) -> Draft? {
    guard (1900...2100).contains(day.year) else { return nil }
    let wanted = Self.tests(of: draft, place)
    var characters = Array(text)
    let digits = Array(day.description.filter { $0 != "-" })
    characters.replaceSubrange(offset..<offset + 8, with: digits)
    if let found = sound(characters, in: draft, wanted, place) { return found }
    // What mends is mostly the last character, or one near it.
    for position in characters.indices.reversed() where !(offset..<offset + 8).contains(position) {
      for other in "0123456789X" where other != characters[position] {
        var mended = characters
        mended[position] = other
        if let found = sound(mended, in: draft, wanted, place) { return found }
      }
    }
    return nil
  }

  /// The draft with another text in place of this one.
  func replaced(_ draft: Draft, by other: String) -> Draft {
    draft.mapTexts { $0.replacing(text, with: other) }
  }

  private func sound(
    _ characters: [Character], in draft: Draft, _ wanted: [Bool?], _ place: Place
  ) -> Draft? {
    let changed = replaced(draft, by: String(characters))
    return Self.tests(of: changed, place) == wanted ? changed : nil
  }

  private static func tests(of draft: Draft, _ place: Place) -> [Bool?] {
    let reading = place.reading(of: draft)
    return place.textConditions.map { reading.value(of: $0)?.boolean }
  }
}
