import Documents

/// What a person gives a spooler: how many octets a letter has, and who prints it.
package struct PrintJob: Equatable, Sendable {
  package var printer: IPv4Address
  package var bytes: Int

  /// Where printers listen.
  package static let port: UInt16 = 9100

  package init(_ printer: IPv4Address, bytes: Int) {
    self.printer = printer
    self.bytes = bytes
  }
}

/// A client that sends a letter, shuts its own direction down, and reads on: the report comes back on the same
/// connection (RFC 9293 §3.6: the side that has closed continues to receive until the other closes too).
package struct Spooler: Application {
  package static let name = "spooler"

  private struct Run: Equatable, Sendable {
    var socket: Int
    var job: PrintJob
    /// The connection stands.
    var isSent = false
    /// Octets of the report.
    var report = 0
  }

  private var runs: [Run] = []

  package init() {}

  static let shape = Shape<AnyApplication>.mapping("spooler") { _ in AnyApplication(Spooler()) }

  package func accepts(_ command: Command) -> Bool {
    if case .print = command { true } else { false }
  }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    switch event {
    case .command(.print(let job)): begin(job, &calls)
    case .connected(let socket): send(on: socket, &calls)
    case .data(let socket, let bytes):
      guard let index = index(socket) else { return }
      runs[index].report += bytes.count
      calls.happened(
        MomentKind.spooler.part, PDU(.name("data"), bytes), [Detail("bytes", .number(UInt64(bytes.count)))])
    case .ended(let socket):
      guard let index = index(socket) else { return }
      let run = runs.remove(at: index)
      calls.happened(MomentKind.spooler.done, nil, [Detail("bytes", .number(UInt64(run.report)))])
      calls.call(.close(socket))
    case .failed(let socket, let error):
      guard let index = index(socket) else { return }
      runs.remove(at: index)
      calls.happened(MomentKind.spooler.failed, nil, [Detail("reason", .text(error.rawValue))])
    default: break
    }
  }

  private func index(_ socket: Int) -> Int? { runs.firstIndex { $0.socket == socket } }

  private mutating func begin(_ job: PrintJob, _ calls: inout SystemCalls) {
    let asked = calls.step.work.cause
    let origin = ValueOrigin(.network.configured, asked)
    calls.happened(
      MomentKind.spooler.connect, nil,
      evidence: [
        FieldOrigin(IPv4.fields.destination, origin),
        FieldOrigin(TCP.fields.destinationPort, .udp.servicePort, asked),
      ], [Detail("address", .ipv4(job.printer)), Detail("port", .number(UInt64(PrintJob.port)))])
    let socket = calls.connect(to: Endpoint(job.printer, PrintJob.port), origin)
    runs.append(Run(socket: socket, job: job))
  }

  private mutating func send(on socket: Int, _ calls: inout SystemCalls) {
    guard let index = index(socket), !runs[index].isSent else { return }
    runs[index].isSent = true
    let letter = MadeUpText.lines(runs[index].job.bytes)
    calls.happened(
      MomentKind.spooler.send, PDU(.name("data"), letter), [Detail("bytes", .number(UInt64(letter.count)))])
    calls.call(.send(socket, letter))
    calls.call(.shutdown(socket))
  }
}

package struct SpoolerMoments: MomentSet {
  package let connect = MomentKind("spooler.connect", .application, .ipv4("address"), .number("port"))
  package let send = MomentKind("spooler.send", .application, .number("bytes"))
  /// A part of the report.
  package let part = MomentKind("spooler.part", .application, .number("bytes"))
  package let done = MomentKind("spooler.done", .application, .number("bytes"))
  package let failed = MomentKind("spooler.failed", .application, .word("reason"))
}

extension MomentKind { package static let spooler = SpoolerMoments() }
