import Dispatch
import Synchronization

/// Work that is done on another core while its owner goes on.
package final class Beside<Value: Sendable>: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex<Value?>(nil)

  /// Begins at once.
  package init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let value = work()
      result.withLock { $0 = value }
      done.signal()
    }
  }

  /// Waits until it is done.
  package var value: Value {
    done.wait()
    // Whoever asks next does not wait.
    done.signal()
    return result.withLock { $0! }
  }
}
