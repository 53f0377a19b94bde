/// A program on a host: a value that is told what happened and makes calls. One event is one step.
package protocol Application: Equatable, Sendable {
  /// The name in a network file's `runs`.
  static var name: String { get }
  /// Called once before the walk, to listen.
  mutating func start(_ host: inout Host, index: Int)
  mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls)
  func accepts(_ command: Command) -> Bool
  /// When it wants a `deadline` event (nanoseconds).
  var nextDeadline: Int64? { get }
}

extension Application {
  package mutating func start(_ host: inout Host, index: Int) {}
  package func accepts(_ command: Command) -> Bool { false }
  package var nextDeadline: Int64? { nil }
  fileprivate func equals(_ other: any Application) -> Bool { (other as? Self) == self }
}

/// Any application, comparable.
package struct AnyApplication: Equatable, Sendable {
  package var value: any Application
  package init(_ value: any Application) { self.value = value }
  package static func == (a: AnyApplication, b: AnyApplication) -> Bool { a.value.equals(b.value) }
}

/// An application's hands: says what it does, and calls the kernel; each call is a step of its own.
package struct SystemCalls: Sendable {
  package var step: Step
  /// The application's index in its host.
  package let application: Int
  private var nextDescriptor: Int

  init(_ step: Step, application: Int, nextDescriptor: Int) {
    self.step = step
    self.application = application
    self.nextDescriptor = nextDescriptor
  }

  package var now: Int64 { step.now }
  var descriptors: Int { nextDescriptor }

  package mutating func happened(
    _ kind: MomentKind, _ unit: PDU? = nil, drop: DropReason? = nil, changes: [TableChange] = [],
    evidence: [FieldOrigin] = [], _ details: [Detail] = []
  ) {
    step.happened(kind, unit, drop: drop, changes: changes, evidence: evidence, details)
  }

  /// A file descriptor for a socket that is opened later in this step.
  package mutating func reserveDescriptor() -> Int {
    defer { nextDescriptor += 1 }
    return nextDescriptor
  }

  package mutating func connect(to endpoint: Endpoint, _ origin: ValueOrigin) -> Int {
    let descriptor = reserveDescriptor()
    call(.connect(descriptor, endpoint, origin))
    return descriptor
  }

  /// The step's moment is one of those that built the bytes.
  package mutating func call(_ call: SystemCall) {
    step.then(.call(application, call), building: true)
  }

  /// Comes back with `next(number)` when everything called so far went as far down as it can.
  package mutating func goOn(_ number: Int) { step.then(.application(application, .next(number))) }

  package mutating func tell(_ other: Int, _ event: ApplicationEvent) {
    step.then(.application(other, event))
  }
}
