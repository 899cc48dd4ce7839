import ReviewModel

/// Words on keys, signatures, erasure and exchange.
public protocol TrustMessages: Sendable {
  // Keys and roles
  func role(_ role: ReviewRole?) -> String
  func keyReady(_ report: KeyReport) -> [String]
  func roleSet(_ principal: String, _ role: ReviewRole) -> String
  func keyRevoked(_ principal: String) -> String
  func signersHead(_ report: SignersReport) -> String
  func keyEnds(_ time: String) -> String
  var keyWaits: String { get }
  func setting(_ name: String, _ value: String) -> String

  // Verification
  func verified(_ report: VerifyReport) -> String
  func revisionsSigned(_ signed: Int, of total: Int) -> String
  func trust(_ trust: CommentReport.Trust) -> String
  func finding(_ kind: TrustFinding.Kind) -> String
  func quarantinedEvents(_ count: Int) -> String

  // Erasure
  func erased(_ report: EraseReport) -> [String]
  func erasedText(_ reason: String, _ date: String) -> String

  // Exchange
  func synced(_ report: SyncReport) -> [String]
}
