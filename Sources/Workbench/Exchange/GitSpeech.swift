import ReviewModel

/// What `git` and `ssh` say on standard error, in the C locale.
enum GitSpeech {
  /// How far a transfer has come, from a line as `Receiving objects:  45% (450/1000)`.
  static func progress(_ line: String) -> ExchangeProgress? {
    let steps: [(String, ExchangeProgress.Step)] = [
      ("Receiving objects:", .receiving), ("Writing objects:", .sending),
    ]
    guard let (start, step) = steps.first(where: { line.hasPrefix($0.0) }) else { return nil }
    let number = line.dropFirst(start.count).prefix { $0 != "%" }.drop { $0 == " " }
    guard let percent = Int(number), (0...100).contains(percent) else { return nil }
    return ExchangeProgress(step, percent: percent)
  }

  /// Whether a line only tells how far something has come, be it here or at the remote.
  static func isProgress(_ line: String) -> Bool { line.contains("% (") }

  /// Why an exchange failed, and the line that tells so, without git's `fatal:`.
  static func trouble(_ errors: String) -> (trouble: ExchangeTrouble, line: String)? {
    let lines = errors.split(whereSeparator: \.isNewline)
    for (trouble, signs) in signs {
      if let line = lines.last(where: { line in signs.contains { line.contains($0) } }) {
        return (trouble, String(line.hasPrefix("fatal: ") ? line.dropFirst(7) : line))
      }
    }
    return nil
  }

  /// What each trouble is known by; the first that fits counts, since `fatal: Could not read from
  /// remote repository` follows most of them.
  private static let signs: [(ExchangeTrouble, [String])] = [
    (
      .identity,
      [
        "Host key verification failed", "REMOTE HOST IDENTIFICATION HAS CHANGED",
        "certificate verification failed", "SSL certificate problem", "SSL: no alternative",
      ]
    ),
    (
      .access,
      [
        "Permission denied (", "Authentication failed for", "could not read Username",
        "could not read Password", "returned error: 401", "returned error: 403",
        "Too many authentication failures",
      ]
    ),
    (
      .address,
      [
        "Could not resolve host", "Name or service not known",
        "Temporary failure in name resolution",
      ]
    ),
    (
      .connection,
      [
        "Connection refused", "Connection timed out", "Operation timed out", "No route to host",
        "Network is unreachable", "Failed to connect", "Connection reset", "unable to connect",
        "Could not connect", "Connection closed by", "Timeout was reached",
      ]
    ),
    (
      .repository,
      [
        "does not appear to be a git repository", "repository not exported",
        "Repository not found", "' not found", "returned error: 404",
      ]
    ),
    (.refused, ["[remote rejected]", "pre-receive hook declined", "hook declined"]),
  ]
}
