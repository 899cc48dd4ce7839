import Foundation
import Synchronization

/// Pieces of work done at once, as many as the machine has processors.
enum AtOnce {
  /// What the pieces give, in their order.
  static func results<Value: Sendable>(_ pieces: [@Sendable () -> Value]) -> [Value] {
    guard pieces.count > 1 else { return pieces.map { $0() } }
    let found = Mutex([Value?](repeating: nil, count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
      let value = pieces[index]()
      found.withLock { $0[index] = value }
    }
    return found.withLock { $0.compactMap(\.self) }
  }
}
