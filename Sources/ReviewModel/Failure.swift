/// Why a request cannot be met: facts only; `Presentation` words them, with what to do.
public enum Failure: Error, Sendable, Hashable {
  // Repository
  case notARepository(path: String)
  case notAWorkbench(path: String)
  case alreadyAWorkbench(path: String)
  case bareRepository(path: String)
  case detachedHead
  case repositoryBusy(state: String)
  case readOnly(path: String)
  case locked(path: String)
  case userNameMissing
  /// libgit2 failed in a way that has no words of its own.
  case git(call: String, code: Int, message: String)

  // Drafts and revisions
  case draftKeyInvalid(String)
  case draftNotFound(key: String, existing: [String])
  case draftExists(String)
  case draftInfoUnreadable(path: String, reason: String)
  case addressNotUnderstood(String)
  case revisionNotFound(draft: String, asked: String, latest: Int)
  case revisionAmbiguous(draft: String, prefix: String, candidates: [String])
  case noRevisionYet(draft: String)
  case rangeOfTwoDrafts(String, String)
  case noText(draft: String, path: String)
  case unsavedChanges(draft: String)
  case messageEmpty
  /// Two revisions without a revision that both grew from.
  case noCommonBase(String, String)
  /// What is merged is not what the working text grew from.
  case mergeElsewhere(draft: String)
  /// A text that still holds the marks of a conflict.
  case textHasConflicts(draft: String, unit: String, line: Int)

  // Texts and files
  case fileNotFound(path: String)
  case notAFile(path: String)
  case notAFolder(path: String)
  case fileUnreadable(path: String, reason: String)
  case textEmpty(path: String)
  case textHasNUL(path: String, offset: Int)
  case textNotUTF8(path: String, offset: Int)
  case seedUnreadable(path: String, reason: String)
  case registerUnreadable(path: String, reason: String)

  // Places in a text
  case unitNotUnderstood(String)
  /// The text has no such unit; `parent` is the deepest unit that it does have on the way there,
  /// `present` the addresses of that unit's children of the wanted kind.
  case unitNotFound(asked: String, text: String, parent: String?, present: [String])
  case quoteNotFound(quote: String, unit: String)

  // Comments
  case commentNotFound(String)
  case commentAmbiguous(prefix: String, candidates: [String])
  case commentPrefixTooShort(String)
  case commentTooLarge(bytes: Int, limit: Int)
  /// Only whoever recorded a comment edits or withdraws it.
  case notTheAuthor(comment: String)
  case commentWithdrawn(String)
  case attachmentTooLarge(path: String, bytes: Int, limit: Int)
  case dateInvalid(String)
  case statusInvalid(String, known: [String])

  // Import
  case importEmpty(path: String)
  case importNoTextColumn(path: String, columns: [String])
  /// A column was named for a field that does not exist, or that the file does not have.
  case mappingInvalid(String, fields: [String], columns: [String])
  case importQuoteOpen(path: String, line: Int)
  /// Only a draft that is there takes an imported text.
  case importNeedsDraft(key: String)
  case documentUnreadable(path: String, problem: DocumentProblem)
  case toolMissing(tool: String, package: String)

  // Review log
  case logNewer(ref: String, version: String)
  case logDamaged(ref: String, reason: String)

  // Trust
  case keyMissing
  case keyFileInvalid(path: String, reason: String)
  case principalInvalid(String)
  case principalUnknown(String, known: [String])
  case signingFailed(reason: String)
  case notAllowed(principal: String?, what: String)
  case settingUnknown(String, known: [String])
  case settingInvalid(name: String, value: String, known: [String])

  // Erasure and exchange
  case eventNotFound(String)
  case alreadyErased(String)
  case purgeFailed(reason: String)
  case remoteNotFound(String, existing: [String])
  case noRemote
  case remoteNotInternal(String)
  case exchangeFailed(remote: String, ExchangeTrouble, reason: String)
  case draftsDiverged(branch: String, remote: String)
  case draftsInTheWay(branch: String, reason: String)

  /// A stable name for scripts, as `draft.not_found`.
  public var code: String {
    switch self {
    case .notARepository: "repository.not_found"
    case .notAWorkbench: "workbench.not_found"
    case .alreadyAWorkbench: "workbench.exists"
    case .bareRepository: "repository.bare"
    case .detachedHead: "repository.detached_head"
    case .repositoryBusy: "repository.busy"
    case .readOnly: "repository.read_only"
    case .locked: "repository.locked"
    case .userNameMissing: "user.missing"
    case .git: "git.failed"
    case .draftKeyInvalid: "draft.key_invalid"
    case .draftNotFound: "draft.not_found"
    case .draftExists: "draft.exists"
    case .draftInfoUnreadable: "draft.info_unreadable"
    case .addressNotUnderstood: "address.not_understood"
    case .revisionNotFound: "revision.not_found"
    case .revisionAmbiguous: "revision.ambiguous"
    case .noRevisionYet: "revision.none"
    case .rangeOfTwoDrafts: "revision.two_drafts"
    case .noText: "text.not_found"
    case .unsavedChanges: "draft.unsaved"
    case .messageEmpty: "message.empty"
    case .noCommonBase: "merge.no_base"
    case .mergeElsewhere: "merge.elsewhere"
    case .textHasConflicts: "text.has_conflicts"
    case .fileNotFound: "file.not_found"
    case .notAFile: "file.not_a_file"
    case .notAFolder: "file.not_a_folder"
    case .fileUnreadable: "file.unreadable"
    case .textEmpty: "text.empty"
    case .textHasNUL: "text.has_nul"
    case .textNotUTF8: "text.not_utf8"
    case .seedUnreadable: "seed.unreadable"
    case .registerUnreadable: "register.unreadable"
    case .unitNotUnderstood: "unit.not_understood"
    case .unitNotFound: "unit.not_found"
    case .quoteNotFound: "quote.not_found"
    case .commentNotFound: "comment.not_found"
    case .commentAmbiguous: "comment.ambiguous"
    case .commentPrefixTooShort: "comment.prefix_too_short"
    case .commentTooLarge: "comment.too_large"
    case .notTheAuthor: "comment.not_the_author"
    case .commentWithdrawn: "comment.withdrawn"
    case .attachmentTooLarge: "attachment.too_large"
    case .dateInvalid: "date.invalid"
    case .statusInvalid: "status.invalid"
    case .importEmpty: "import.empty"
    case .importNoTextColumn: "import.no_text_column"
    case .mappingInvalid: "import.mapping_invalid"
    case .importQuoteOpen: "import.quote_open"
    case .importNeedsDraft: "import.needs_draft"
    case .documentUnreadable: "document.unreadable"
    case .toolMissing: "tool.missing"
    case .logNewer: "log.newer"
    case .logDamaged: "log.damaged"
    case .keyMissing: "key.missing"
    case .keyFileInvalid: "key.file_invalid"
    case .principalInvalid: "key.principal_invalid"
    case .principalUnknown: "key.principal_unknown"
    case .signingFailed: "key.signing_failed"
    case .notAllowed: "role.not_allowed"
    case .settingUnknown: "setting.unknown"
    case .settingInvalid: "setting.invalid"
    case .eventNotFound: "event.not_found"
    case .alreadyErased: "erase.already"
    case .purgeFailed: "erase.purge_failed"
    case .remoteNotFound: "remote.not_found"
    case .noRemote: "remote.none"
    case .remoteNotInternal: "remote.not_internal"
    case .exchangeFailed: "sync.failed"
    case .draftsDiverged: "sync.diverged"
    case .draftsInTheWay: "sync.in_the_way"
    }
  }
}
