import Foundation

/// How often a property is tried.
public enum Rounds {
  /// The seeds from 0: as many as given, 20 times as many with `NASKAH_SOAK=1` (`make soak`).
  public static func seeds(_ count: Int) -> Range<Int> {
    0..<(ProcessInfo.processInfo.environment["NASKAH_SOAK"] == "1" ? count * 20 : count)
  }
}
