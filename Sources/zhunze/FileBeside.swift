import Glibc

/// A file that is written piece by piece beside its place and moved there when it is whole.
final class FileBeside {
  private let path: String
  private let beside: String
  private let descriptor: Int32
  private var isOpen = true

  /// Begins a file.
  init(_ path: String) throws(FileWriting.Failure) {
    self.path = FileWriting.target(of: path)
    (beside, descriptor) = try FileWriting.open(beside: self.path)
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    unlink(beside)
  }

  /// Adds a text.
  func write(_ text: String) throws(FileWriting.Failure) {
    guard FileWriting.write(Array(text.utf8), to: descriptor) else {
      throw FileWriting.failure(path)
    }
  }

  /// Puts the file in its place.
  func finish() throws(FileWriting.Failure) {
    guard fsync(descriptor) == 0, rename(beside, path) == 0 else {
      throw FileWriting.failure(path)
    }
    close(descriptor)
    isOpen = false
  }
}
