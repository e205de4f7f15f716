import ArgumentParser

@main
struct Zhunze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhunze", abstract: "Decides who is eligible for a benefit, and says why.")
}
