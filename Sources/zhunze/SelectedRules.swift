import Comparisons
import Diagnostics
import PolicyModel
import Quantities

/// The rules that a selector means, read, and the light they are looked at in.
struct SelectedRules {
  let selector: Selector
  /// The folder they are in, now or at some revision.
  let folder: RulesFolder
  let read: RulesRead
  let view: RuleView

  /// Reads the rules of a selector: of `rules=`, else of the folder that `--rules` names or the
  /// nearest upwards; of `revision=`, else as they lie there.
  ///
  /// Rules that several selectors mean are read once; days left open are today.
  static func read(
    _ selectors: [Selector], by options: RulesOptions
  ) throws(CommandFailure) -> [SelectedRules] {
    guard let today = Surroundings.now?.date else { throw .noClock }
    var kept: [String: RulesRead] = [:]
    var selected: [SelectedRules] = []
    for selector in selectors {
      let folder: RulesFolder
      if let path = selector.rules {
        folder = try RulesFolder(at: path)
      } else {
        folder = try options.folder()
      }
      let key = "\(folder.path)\u{0}\(selector.revision ?? "")"
      let read: RulesRead
      if let known = kept[key] {
        read = known
      } else {
        read = RulesRead(reading: try contents(of: folder, at: selector.revision))
        kept[key] = read
      }
      if let pilot = selector.pilot, read.isSound, read.rulebook.pilot(pilot) == nil {
        throw .noPilot(
          pilot.name, nearest: read.rulebook.pilotName(meantBy: pilot.name))
      }
      selected.append(
        SelectedRules(
          selector: selector, folder: folder, read: read,
          view: selector.view(orElse: RuleView(date: today, known: today))))
    }
    return selected
  }

  private static func contents(
    of folder: RulesFolder, at revision: String?
  ) throws(CommandFailure) -> RulesFolder.Contents {
    guard let revision else { return folder.contents() }
    return try GitRevision(name: revision, folder: folder.path).contents()
  }
}
