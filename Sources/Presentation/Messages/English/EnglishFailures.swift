import LegalText
import ReviewModel

extension English {
  func internalFault(_ description: String) -> FailureText {
    FailureText(
      "The program itself failed: \(description)",
      "Nothing was changed. Please report it with the command that was run.")
  }

  func text(_ failure: Failure) -> FailureText {
    repository(failure) ?? draft(failure) ?? file(failure) ?? place(failure)
      ?? trustFailure(failure) ?? internalFault(failure.code)
  }

  private func repository(_ failure: Failure) -> FailureText? {
    switch failure {
    case .notARepository(let path):
      FailureText(
        "\(path) is not a git repository, nor inside one.", "To make a workbench: naskah init DIR")
    case .notAWorkbench(let path):
      FailureText(
        "The repository \(path) has no Drafts folder.",
        "To start a draft: naskah draft add KEY --title TITLE")
    case .alreadyAWorkbench(let path):
      FailureText(
        "\(path) is a workbench already.", "What it holds: naskah -C \(quoted(path)) draft list")
    case .bareRepository(let path):
      FailureText(
        "\(path) is a repository without working files, so drafts cannot be changed in it.",
        "Work in a clone of it: git clone \(quoted(path)) DIR")
    case .detachedHead:
      FailureText(
        "The repository is not on a branch, so a new revision has no place.",
        "Go back to a branch: git switch BRANCH")
    case .repositoryBusy(let state):
      FailureText(
        "The repository is in the middle of a \(state).",
        "Finish or abort it first; to see where it stands: git status")
    case .readOnly(let path):
      FailureText(
        "\(path) cannot be written to; nothing was saved.",
        "Check the folder's permissions, or work in a clone.")
    case .locked(let path):
      FailureText(
        "Another process is using the repository (\(path)).",
        "Wait until it is done, then try again.")
    case .userNameMissing:
      FailureText(
        "Your name and e-mail address are not set, and every revision records who made it.",
        "git config --global user.name \"NAME\" and git config --global user.email EMAIL")
    case .git(let call, let code, let message):
      FailureText("A git operation failed: \(message) (\(call), \(code)).")
    case .logNewer(let ref, let version):
      FailureText(
        "The log \(ref) was written by a newer naskah (format \(version)).",
        "Install the newest naskah, then try again.")
    case .logDamaged(let ref, let reason):
      FailureText("The log \(ref) is damaged: \(reason)", "Get it from another clone: git fetch")
    default: nil
    }
  }

  private func draft(_ failure: Failure) -> FailureText? {
    switch failure {
    case .draftKeyInvalid(let key):
      FailureText(
        "\"\(key)\" is not a draft key.",
        "A key is made of a–z, digits and hyphens, at most 64, and begins with a letter or digit; "
          + "for example: pekat")
    case .draftNotFound(let key, let existing):
      existing.isEmpty
        ? FailureText(
          "There is no draft \(key); this workbench has no drafts yet.",
          "To start it: naskah draft add \(key) --title TITLE")
        : FailureText("There is no draft \(key); there are \(list(existing)).")
    case .draftExists(let key):
      FailureText("The draft \(key) exists already.", "To see it: naskah draft show \(key)")
    case .draftInfoUnreadable(let path, let reason):
      FailureText(
        "\(path) cannot be read: \(reason)", "Mend the file; it must hold at least title: TITLE")
    case .addressNotUnderstood(let text):
      FailureText(
        "\"\(text)\" is not the address of a revision, and no branch has that name.",
        "For example: pekat, pekat@3, pekat@latest, pekat@BRANCH, pekat@1..3, pekat@3..")
    case .revisionNotFound(let draft, let asked, let latest):
      FailureText(
        "\(draft) has no revision \(asked); the last is r\(latest).",
        "To list them: naskah log \(draft)")
    case .revisionAmbiguous(let draft, let prefix, let candidates):
      FailureText(
        "\(draft)@\(prefix) may mean more than one revision: \(list(candidates)).",
        "Write more of it, or use the revision's number.")
    case .noRevisionYet(let draft):
      FailureText(
        "\(draft) has no revision yet.", "To record the first: naskah commit \(draft) -m MESSAGE")
    case .rangeOfTwoDrafts(let first, let second):
      FailureText(
        "\(first) and \(second) are different drafts.",
        "To compare two files: naskah diff --no-index FILE FILE")
    case .noText(let draft, let path):
      FailureText("\(draft) has no text yet.", "Write it in \(path)")
    case .unsavedChanges(let draft):
      FailureText(
        "\(draft) has unsaved changes; its text was not replaced.",
        "Save them first: naskah commit \(draft) -m MESSAGE")
    case .noCommonBase(let first, let second):
      FailureText(
        "\(first) and \(second) did not grow from one revision.", "Name the base: --base KEY@REV")
    case .mergeElsewhere(let draft):
      FailureText(
        "The working text of \(draft) is neither of the two revisions nor their base.",
        "Merge with the last revision: naskah merge \(draft) \(draft)@REV; or print the result "
          + "only: --stdout")
    case .textHasConflicts(let draft, let unit, let line):
      FailureText(
        "The text of \(draft) still holds the marks of a conflict in line \(number(line))"
          + (unit.isEmpty ? "." : ", \(UnitAddress.label(unit))."),
        "Choose or join the two texts in the editor, then remove the lines <<<<<<<, ======= and "
          + ">>>>>>>.")
    case .messageEmpty:
      FailureText("The text is empty; nothing was saved.", "Give it with -m TEXT")
    default: nil
    }
  }

  private func file(_ failure: Failure) -> FailureText? {
    switch failure {
    case .fileNotFound(let path): FailureText("There is no \(path).")
    case .notAFile(let path):
      FailureText("\(path) is not an ordinary file.", "Name the text file itself.")
    case .notAFolder(let path): FailureText("\(path) is not a folder.")
    case .fileUnreadable(let path, let reason):
      FailureText("\(path) cannot be read: \(reason)")
    case .textEmpty(let path): FailureText("\(path) is empty.", "Put the draft's text in it first.")
    case .textHasNUL(let path, let offset):
      FailureText(
        "\(path) is not a text file (byte \(number(offset + 1)) is zero).",
        "Save it as plain UTF-8 text from your word processor.")
    case .textNotUTF8(let path, let offset):
      FailureText(
        "\(path) is not UTF-8 text (byte \(number(offset + 1))).",
        "To convert it: naskah import FILE --draft KEY")
    case .seedUnreadable(let path, let reason), .registerUnreadable(let path, let reason):
      FailureText("\(path) cannot be read: \(reason)", "Mend the file, then try again.")
    case .importEmpty(let path):
      FailureText("\(path) holds no rows.", "Its first row must name the columns.")
    case .importNoTextColumn(let path, let columns):
      FailureText(
        "\(path) has no column of inputs; its columns are \(list(columns)).",
        "Name the column that holds them \"masukan\" or \"text\".")
    case .mappingInvalid(let text, let fields, let columns):
      FailureText(
        "\(text) names no column: the fields are \(list(fields)); the columns are \(list(columns)).",
        "For example: --map masukan=\"Isi pendapat\"")
    case .importQuoteOpen(let path, let line):
      FailureText(
        "\(path) line \(number(line)): a quotation mark is opened and never closed.",
        "Mend that line; nothing was imported.")
    default: document(failure)
    }
  }

  private func place(_ failure: Failure) -> FailureText? {
    switch failure {
    case .unitNotUnderstood(let text):
      FailureText(
        "\"\(text)\" is not the address of a part of a draft.",
        "For example: \"Pasal 5 ayat (2) huruf a\", \"BAB III\", \"Menimbang huruf a\"")
    case .unitNotFound(let asked, let text, let parent, let present):
      unitNotFound(asked: asked, text: text, parent: parent, present: present)
    case .quoteNotFound(let quote, let unit):
      FailureText("The words \"\(quote)\" are not in \(UnitAddress.label(unit)).")
    case .commentNotFound(let id):
      FailureText("There is no comment \(id).", "To list them: naskah comment list")
    case .commentAmbiguous(let prefix, let candidates):
      FailureText(
        "\(prefix) may mean more than one comment: \(list(candidates)).", "Write more of it.")
    case .commentPrefixTooShort(let text):
      FailureText(
        "\"\(text)\" is not a comment id.",
        "An id is written with at least 4 digits or letters a–f; to list them: naskah comment list")
    case .commentTooLarge(let bytes, let limit):
      FailureText(
        "The comment is too long: \(number(bytes)) bytes, at most \(number(limit)).",
        "Divide it into several.")
    case .notTheAuthor(let id):
      FailureText(
        "Comment \(id) was recorded by another clone; only that one edits or withdraws it.",
        "To add to it: naskah comment reply \(id) -m TEXT")
    case .commentWithdrawn(let id): FailureText("Comment \(id) was withdrawn already.")
    case .attachmentTooLarge(let path, let bytes, let limit):
      FailureText(
        "\(path) is too large to be kept with a comment: \(number(bytes)) bytes, at most "
          + "\(number(limit)).", "Scan it in a lower resolution, or divide it.")
    case .dateInvalid(let text):
      FailureText(
        "\"\(text)\" is not a date.", "For example: 2025-09-26, 26/09/2025, 26 September 2025")
    case .statusInvalid(let text, let known):
      FailureText("\"\(text)\" is not a comment's status; there are \(list(known)).")
    default: nil
    }
  }

  private func unitNotFound(
    asked: String, text: String, parent: String?, present: [String]
  ) -> FailureText {
    let what = "\(UnitAddress.label(asked)) does not exist in \(text)"
    let labels = present.map { UnitAddress.label($0) }
    guard let first = labels.first, let last = labels.last else {
      return FailureText(
        parent.map { "\(what); \(UnitAddress.label($0)) has no such part." } ?? "\(what).",
        "To list its parts: naskah outline")
    }
    if labels.count == 1 { return FailureText("\(what); there is only \(first).") }
    return FailureText("\(what); there are \(first) to \(last).")
  }

  func list(_ items: [String]) -> String {
    Listing.joined(items, and: "and", more: { "and \(number($0)) more" })
  }

  func quoted(_ path: String) -> String { path.contains(" ") ? "\"\(path)\"" : path }
}
