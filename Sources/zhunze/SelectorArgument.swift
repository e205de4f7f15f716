import Comparisons
import Diagnostics

extension Selector {
  /// A selector given as an argument of an option.
  init(argument text: String, of option: String) throws(CommandFailure) {
    do {
      try self.init(reading: text)
    } catch {
      throw CommandFailure(
        status: .usage,
        message: Wording(
          en: "\(option): \(error.message.en)", zh: "\(option)：\(error.message.zh)"),
        help: error.help)
    }
  }
}
