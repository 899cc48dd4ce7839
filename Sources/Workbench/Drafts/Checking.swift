import Foundation
import GitKit
import LegalText
import ReviewModel
import Yams

extension Workbench {
  /// Checks the text at an address against the drafting rules, less those that its `draft.yml`
  /// exempts it from.
  /// - Throws: `Failure.draftInfoUnreadable` where an exemption has no reason or names no rule.
  public func check(_ address: RevisionAddress) throws -> CheckReport {
    let folder = try draftFolder(address.draft)
    let text = try text(at: address)
    return CheckReport(
      text: text,
      findings: DraftChecker.check(
        text.document, annexes: try annexFiles(of: folder, at: text.revision)),
      exemptions: try exemptions(of: folder, at: text.revision))
  }

  /// Checks a text outside the workbench.
  public static func check(_ text: DraftText) -> CheckReport {
    CheckReport(text: text, findings: DraftChecker.check(text.document), exemptions: [])
  }

  /// The annexes of a draft that are files, in a revision or in the working folder for nil.
  private func annexFiles(of folder: DraftFolder, at revision: Revision?) throws -> [AnnexFile] {
    let path = folder.path + "/lampiran"
    if let revision {
      guard let commit = ObjectID(revision.commit) else { return [] }
      return try git { () throws(GitError) in
        guard let entry = try repository.entry(at: path, in: repository.commit(commit).tree),
          entry.mode == .tree
        else { return [] }
        return try repository.tree(entry.id).map { AnnexFile(name: $0.name) }
      }
    }
    guard let root else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)")) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { AnnexFile(name: $0) }
  }

  /// The exemptions of a draft in a revision, or in the working folder for nil.
  private func exemptions(
    of folder: DraftFolder, at revision: Revision?
  ) throws -> [CheckExemption] {
    let bytes: [UInt8]?
    if let revision {
      bytes = try ObjectID(revision.commit).flatMap { try file(folder.infoPath, at: $0) }
    } else {
      let path = try "\(workFolder())/\(folder.infoPath)"
      bytes =
        FileManager.default.fileExists(atPath: path)
        ? try TextFile.bytes(at: path, named: folder.infoPath) : nil
    }
    return try bytes.map { try CheckFile.exemptions($0, path: folder.infoPath) } ?? []
  }

  /// What saving a draft's text changes about its findings; nil where it has no text. A check
  /// never stands in the way of saving: exemptions that cannot be read exempt from nothing.
  func checkChange(
    of folder: DraftFolder, text saved: [UInt8]?, info: [UInt8]?
  ) throws -> CheckChange? {
    let bytes: [UInt8]
    if let saved {
      bytes = saved
    } else {
      do {
        bytes = try workingBytes(of: folder)
      } catch Failure.noText {
        return nil
      }
    }
    let text = DraftText(draft: folder.key, revision: nil, document: LegalParser.parse(bytes))
    let exempt: [CheckExemption]
    do {
      exempt =
        try info.map { try CheckFile.exemptions($0, path: folder.infoPath) }
        ?? exemptions(of: folder, at: nil)
    } catch {
      exempt = []
    }
    let annexes = try annexFiles(of: folder, at: nil)
    let report = CheckReport(
      text: text, findings: DraftChecker.check(text.document, annexes: annexes),
      exemptions: exempt)
    guard let last = try revisions(of: folder).last, try textBlob(of: folder, at: last) != nil
    else { return CheckChange(old: nil, new: report) }
    let old = try self.text(of: folder, at: last)
    return CheckChange(
      old: CheckReport(
        text: old,
        findings: DraftChecker.check(
          old.document, annexes: try annexFiles(of: folder, at: last)),
        exemptions: exempt),
      new: report)
  }
}

/// The `check:` part of `draft.yml`.
private enum CheckFile {
  private struct File: Decodable {
    struct Check: Decodable { var ignore: [Entry]? }
    struct Entry: Decodable {
      var rule: String
      var unit: String?
      var reason: String?
    }
    var check: Check?
  }

  static func exemptions(_ bytes: [UInt8], path: String) throws -> [CheckExemption] {
    let entries: [File.Entry]
    do {
      entries =
        try YAMLDecoder().decode(File.self, from: String(decoding: bytes, as: UTF8.self))
        .check?.ignore ?? []
    } catch {
      throw Failure.draftInfoUnreadable(path: path, reason: YAMLProblem.sentence(error))
    }
    return try entries.map { entry in
      guard let reason = entry.reason, reason.contains(where: { !$0.isWhitespace }) else {
        throw Failure.draftInfoUnreadable(path: path, reason: "check.ignore \(entry.rule): reason")
      }
      guard DraftChecker.rules.contains(where: { $0.id == entry.rule }) else {
        throw Failure.draftInfoUnreadable(path: path, reason: "check.ignore: rule \(entry.rule)")
      }
      let unit = try entry.unit.map { unit in
        guard let address = UnitAddress.parse(unit) else {
          throw Failure.draftInfoUnreadable(path: path, reason: "check.ignore: unit \(unit)")
        }
        return address
      }
      return CheckExemption(rule: entry.rule, unit: unit, reason: reason)
    }
  }
}
