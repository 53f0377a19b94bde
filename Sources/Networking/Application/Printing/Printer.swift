import Documents

/// A printer's service (as on port 9100): takes a letter up to its end, prints it, reports on the same connection and
/// only then closes. So the other side, which has closed its direction long before, goes on reading.
package struct Printer: Application {
  package static let name = "print"

  package struct Settings: Equatable, Sendable {
    package var port: UInt16
    /// Nanoseconds that printing takes.
    package var takes: Int64
    package var report: [UInt8]
    /// Nanoseconds before it reads anything of a connection: until then what comes fills the receive buffer, and the
    /// window closes when the letter is longer (RFC 9293 §3.8.6).
    package var warmUp: Int64
  }

  private struct Job: Equatable, Sendable {
    enum Phase: Equatable, Sendable { case warming, reading, printing }

    var socket: Int
    var phase: Phase
    /// Octets of the letter so far.
    var count = 0
    /// When the phase ends; nil while the other side has to do something.
    var deadline: Int64?
    /// The moment that began the phase.
    var began: Int
  }

  package let settings: Settings
  private var jobs: [Job] = []

  package init(_ settings: Settings) { self.settings = settings }

  package mutating func start(_ host: inout Host, index: Int) {
    host.listen(port: settings.port, owner: index, noDelay: true, readsLate: settings.warmUp > 0)
  }

  package var nextDeadline: Int64? { jobs.compactMap(\.deadline).min() }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    switch event {
    case .accepted(let socket, _, let from): accept(socket, from, &calls)
    case .data(let socket, let bytes): read(bytes, on: socket, &calls)
    case .ended(let socket): printLetter(of: socket, &calls)
    case .failed(let socket, let error):
      guard let index = index(socket) else { return }
      jobs.remove(at: index)
      calls.happened(MomentKind.printer.failed, nil, [Detail("reason", .text(error.rawValue))])
    case .deadline: goOn(&calls)
    default: break
    }
  }

  private func index(_ socket: Int) -> Int? { jobs.firstIndex { $0.socket == socket } }

  private mutating func accept(_ socket: Int, _ from: Endpoint, _ calls: inout SystemCalls) {
    let isWarm = settings.warmUp == 0
    jobs.append(
      Job(
        socket: socket, phase: isWarm ? .reading : .warming,
        deadline: isWarm ? nil : calls.now + settings.warmUp,
        began: calls.step.number))
    calls.happened(
      MomentKind.printer.accept, nil,
      [Detail("address", .ipv4(from.address)), Detail("port", .number(UInt64(from.port)))])
  }

  private mutating func read(_ bytes: [UInt8], on socket: Int, _ calls: inout SystemCalls) {
    guard let index = index(socket) else { return }
    jobs[index].count += bytes.count
    calls.happened(
      MomentKind.printer.part, PDU(.name("data"), bytes),
      [Detail("bytes", .number(UInt64(bytes.count))), Detail("total", .number(UInt64(jobs[index].count)))])
  }

  /// The letter has come to its end: nothing more will be sent to it.
  private mutating func printLetter(of socket: Int, _ calls: inout SystemCalls) {
    guard let index = index(socket) else { return }
    jobs[index].phase = .printing
    jobs[index].deadline = calls.now + settings.takes
    jobs[index].began = calls.step.number
    calls.happened(MomentKind.printer.begin, nil, [Detail("bytes", .number(UInt64(jobs[index].count)))])
  }

  private mutating func goOn(_ calls: inout SystemCalls) {
    guard let index = jobs.firstIndex(where: { $0.deadline.map { $0 <= calls.now } ?? false }) else { return }
    let job = jobs[index]
    calls.step.blame(job.began)
    if job.phase == .warming {
      jobs[index].phase = .reading
      jobs[index].deadline = nil
      calls.happened(MomentKind.printer.ready)
      return calls.call(.receive(job.socket))
    }
    jobs.remove(at: index)
    calls.happened(
      MomentKind.printer.report, PDU(.name("data"), settings.report),
      [Detail("bytes", .number(UInt64(settings.report.count)))])
    if !settings.report.isEmpty { calls.call(.send(job.socket, settings.report)) }
    calls.call(.close(job.socket))
  }
}

/// A printer in a network file.
extension Printer {
  static let shape = Shape<AnyApplication>.mapping("printer") { m in
    let port = m.optional("port", .integer(in: 1...65535), default: Int(PrintJob.port), "TCP port")
    let hour: Int64 = 3_600_000_000_000
    let takes = m.optional(
      "takes", .duration(in: 0...hour), default: 2_000_000_000, "from the end of a letter to the report")
    let report = m.optional("report", .text, default: "printed\n", "what is sent back")
    let warmUp = m.optional(
      "warmup", .duration(in: 0...hour), default: 0, "from accepting a connection to reading it")
    return AnyApplication(
      Printer(Settings(port: UInt16(port), takes: takes, report: Array(report.utf8), warmUp: warmUp)))
  }
}

package struct PrinterMoments: MomentSet {
  package let accept = MomentKind("print.accept", .application, .ipv4("address"), .number("port"))
  /// Its warm-up is over: it begins to read.
  package let ready = MomentKind("print.ready", .application)
  package let part = MomentKind("print.part", .application, .number("bytes"), .number("total"))
  /// The letter is there whole.
  package let begin = MomentKind("print.begin", .application, .number("bytes"))
  package let report = MomentKind("print.report", .application, .number("bytes"))
  package let failed = MomentKind("print.failed", .application, .word("reason"))
}

extension MomentKind { package static let printer = PrinterMoments() }
