import ReviewModel

extension English {
  /// Why an exchange failed, the words of git or ssh in brackets, and what to do.
  func exchange(_ remote: String, _ trouble: ExchangeTrouble, _ reason: String) -> FailureText {
    let (what, advice): (String, String) =
      switch trouble {
      case .access:
        (
          "the host does not accept your key or password",
          "Check the SSH key (ssh-add -l) or the password that git keeps; access is given by whoever runs the host."
        )
      case .address:
        (
          "the name of the host is not known",
          "Check the address (git remote get-url \(remote)) and the network."
        )
      case .connection:
        ("the host does not answer", "Check the network, then try again.")
      case .repository:
        (
          "there is no repository of that address",
          "Check the address: git remote get-url \(remote)"
        )
      case .identity:
        (
          "the host has not proved to be the one meant",
          "Ask whoever runs the host for its key or certificate before connecting again."
        )
      case .refused:
        ("the host refuses what was sent", "Ask whoever runs the host what it takes.")
      case .forked:
        (
          "it holds another log in the name of this clone",
          "This .git folder may be a copy; look with: naskah verify"
        )
      case .busy:
        ("other clones were faster each time", "Try again in a while.")
      case .other:
        ("git failed", "Try again.")
      }
    return FailureText(
      "The exchange with \(remote) failed: \(what) (\(reason)). Nothing is lost.", advice)
  }
}
