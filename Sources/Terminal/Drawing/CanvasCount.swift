import Synchronization

/// How many canvases are made while something runs: what must not draw makes none.
package final class CanvasCount: Sendable {
  private let made = Mutex(0)

  @TaskLocal private static var current: CanvasCount?

  package init() {}

  package var count: Int { made.withLock { $0 } }

  /// Counts what a call makes.
  package func during<Result>(_ body: () throws -> Result) rethrows -> Result {
    try CanvasCount.$current.withValue(self) { try body() }
  }

  static func note() { current?.made.withLock { $0 += 1 } }
}
