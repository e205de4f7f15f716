import ArgumentParser
import Diagnostics
import Exchange
import Receipts

/// What is needed to make or to look into masked receipts.
struct SaltOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("the secret that masked receipts are made with", valueName: "file"))
  var saltFile: String?

  /// The salt, if a file is named.
  func salt() throws(CommandFailure) -> Salt? {
    guard let saltFile else { return nil }
    let bytes: [UInt8]
    do throws(FileReading.Failure) {
      bytes = try FileReading.bytes(of: saltFile)
    } catch {
      throw .unreadable(saltFile, error)
    }
    guard let salt = Salt(bytes) else { throw .shortSalt(saltFile) }
    return salt
  }
}

/// Whether receipts are written, and how.
struct ReceiptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "add a receipt for every determination to this log", valueName: "file"))
  var receipt: String?

  @Flag(help: "put commitments in place of personal data in receipts; needs --salt-file")
  var mask = false

  @OptionGroup var salt: SaltOptions

  func validate() throws {
    if mask, salt.saltFile == nil { throw ValidationError("--mask needs --salt-file.") }
    if receipt == nil, mask || salt.saltFile != nil {
      throw ValidationError("--mask and --salt-file go with --receipt.")
    }
    if salt.saltFile != nil, !mask { throw ValidationError("--salt-file goes with --mask.") }
  }
}

extension CommandFailure {
  fileprivate static func shortSalt(_ path: String) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: Wording(
        en: "`\(path)` has fewer than \(Salt.fewestBytes) bytes, too few for a salt",
        zh: "`\(path)` 不足 \(Salt.fewestBytes) 字节，不能用作盐值"),
      help: Wording(
        en:
          "make one with `head -c 32 /dev/urandom > FILE`, and keep it where receipts are not kept",
        zh: "可用 `head -c 32 /dev/urandom > 文件` 生成，并与回执分开保管"))
  }
}
