import Foundation
import LegalText
import ReviewModel

/// A text that a command may write anew: a draft's working text, or an ordinary file.
public struct EditableText: Sendable {
  /// The text as it stands.
  public var text: DraftText
  /// The path of its file as a person knows it.
  public var name: String
  /// The absolute path of its file, nil for a saved revision, which nothing rewrites.
  public var path: String?

  /// Puts `bytes` in the place of the text: whole or not at all, the file's permissions kept.
  /// - Throws: `Failure.readOnly` where the file cannot be written.
  public func replace(with bytes: [UInt8]) throws {
    guard let path else { return }
    // A link stays a link; what it leads to is written.
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let permissions =
      try? FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
    do throws(Failure) {
      try TextFile.write(bytes, to: file)
    } catch {
      throw Failure.readOnly(path: name)
    }
    if let permissions {
      try? FileManager.default.setAttributes(
        [.posixPermissions: permissions], ofItemAtPath: file)
    }
  }
}

extension TextFile {
  /// Reads a file outside the workbench that may be written anew.
  /// - Parameter named: the path as the person gave it, for messages.
  /// - Throws: `Failure` when there is no such file or it holds no text.
  public static func editableText(at path: String, named: String) throws -> EditableText {
    EditableText(text: try draftText(at: path, named: named), name: named, path: path)
  }
}

extension Workbench {
  /// The text at an address; a draft's working text may be written anew.
  /// - Throws: `Failure` when there is no such draft, revision or text.
  public func editableText(at address: RevisionAddress) throws -> EditableText {
    let folder = try draftFolder(address.draft)
    let text = try text(at: address)
    guard address.selector == .working, let root else {
      return EditableText(text: text, name: folder.textPath, path: nil)
    }
    return EditableText(text: text, name: folder.textPath, path: "\(root)/\(folder.textPath)")
  }
}
