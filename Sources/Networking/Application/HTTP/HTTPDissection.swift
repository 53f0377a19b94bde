/// What was asked and answered on each connection so far.
struct HTTPExchanges: DissectorState {
  struct Exchange: Sendable {
    var requestFrame: Int
    var requestTime: Int64
    var method: String
    var target: String
    var responseFrame: Int?
    /// How much of the server's stream the client had when it asked.
    var acknowledged = SequenceNumber(0)
  }
  struct Connection: Sendable {
    var requests = 0
    var responses = 0
    /// The exchange answered last, and those that wait for an answer, oldest first.
    var last: Exchange?
    var waiting: [Exchange] = []
    /// Bytes of the server's are lost, nobody knows how many answers.
    var hasGap = false

    /// An answer begins at `start`, behind a gap. A client that had taken more when it asked again had got what it asked
    /// for before: those answers are the lost ones. Requests sent without waiting all say the same, and stay.
    mutating func passGap(to start: SequenceNumber) {
      hasGap = false
      let newest = waiting.map(\.acknowledged).filter { $0 <= start }.max { $0 < $1 }
      while let newest, let oldest = waiting.first, oldest.acknowledged < newest {
        last = waiting.removeFirst()
        responses += 1
      }
    }
  }
  /// By TCP stream index.
  var connections = BoundedTable<Int, Connection>(limit: 4096)
  static let mostWaiting = 64
}

extension HTTPMessage {
  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    guard !context.isQuote, !isContinuation else { return unknownBody(&context) }
    let stream = context.tcpStream ?? -1
    var connection =
      context.state(HTTPExchanges.self) { $0.connections[stream] } ?? HTTPExchanges.Connection()
    if isResponse {
      answer(&connection, &context)
    } else {
      ask(&connection, &context)
    }
    context.state(HTTPExchanges.self) { $0.connections[stream] = connection }
    return header("Content-Type") == nil && bodyEnd != .chunks ? unknownBody(&context) : .nothing
  }

  package static func lose(_ beginning: ArraySlice<UInt8>, _ context: inout DissectionInProgress) {
    guard let stream = context.tcpStream else { return }
    let head = try? parseHead(beginning)?.head
    let isServers = context.outer(TCP.self).map {
      Protocols.bound(to: .tcpPort($0.sourcePort)) === descriptor
    }
    context.state(HTTPExchanges.self) { state in
      var connection = state.connections[stream] ?? HTTPExchanges.Connection()
      defer { state.connections[stream] = connection }
      if isServers == true { connection.hasGap = true }
      guard let head else { return }
      if head.isResponse {
        connection.responses += 1
        if !connection.waiting.isEmpty, !head.isInterim { connection.last = connection.waiting.removeFirst() }
      } else {
        connection.requests += 1
      }
    }
  }

  /// 1xx, but for the change to another protocol, which is final.
  private var isInterim: Bool { status.map { (100..<200).contains($0) && $0 != 101 } ?? false }

  /// A body nothing says the type of is shown as data too, over the same bytes.
  private func unknownBody(_ context: inout DissectionInProgress) -> Payload {
    guard !body.isEmpty else { return .nothing }
    context.position -= body.count
    return .payload([.name("data")], length: body.count)
  }

  private func ask(_ connection: inout HTTPExchanges.Connection, _ context: inout DissectionInProgress) {
    let f = Self.fields
    connection.requests += 1
    var lines = Notes(behind: f.requestLine)
    let target = target ?? ""
    let full = header("Host").map { target.hasPrefix("/") ? "http://\($0)\(target)" : target }
    if let full { lines.add(f.fullTarget, .text(full), from: context.bits(of: f.requestTarget), &context) }
    lines.add(f.request, .bool(true), &context)
    lines.add(f.requestNumber, .number(UInt64(connection.requests)), &context)
    if let last = connection.last, connection.waiting.isEmpty {
      lines.add(f.previousRequestIn, .number(UInt64(last.requestFrame)), &context)
    }
    connection.waiting.append(
      .init(
        requestFrame: context.result.number, requestTime: context.result.time, method: method ?? "",
        target: full ?? target,
        acknowledged: context.outer(TCP.self)?.acknowledgment ?? SequenceNumber(0)))
    if connection.waiting.count > HTTPExchanges.mostWaiting { connection.waiting.removeFirst() }
  }

  private func answer(_ connection: inout HTTPExchanges.Connection, _ context: inout DissectionInProgress) {
    let f = Self.fields
    connection.responses += 1
    var lines = Notes(behind: f.responseLine)
    lines.add(f.response, .bool(true), &context)
    lines.add(f.responseNumber, .number(UInt64(connection.responses)), &context)
    guard !connection.waiting.isEmpty else { return }
    var exchange = connection.waiting[0]
    // After an interim response the final one is still to come (RFC 9110 §15.2).
    if !isInterim { connection.waiting.removeFirst() }
    lines.add(f.time, .nanoseconds(context.result.time - exchange.requestTime), &context)
    if let last = connection.last {
      lines.add(f.previousRequestIn, .number(UInt64(last.requestFrame)), &context)
      if let frame = last.responseFrame {
        lines.add(f.previousResponseIn, .number(UInt64(frame)), &context)
      }
    }
    lines.add(f.requestIn, .number(UInt64(exchange.requestFrame)), &context)
    lines.add(f.responseForTarget, .text(exchange.target), &context)
    guard !isInterim else { return }
    exchange.responseFrame = context.result.number
    connection.last = exchange
  }

  /// Adds generated fields one after the other, between the field lines and the body.
  private struct Notes {
    var last: Field
    init(behind field: Field) { last = field }

    mutating func add(
      _ field: Field, _ value: FieldValue, from bits: Range<Int> = 0..<0,
      _ context: inout DissectionInProgress
    ) {
      context.generate(field, value, from: bits, after: last)
      last = field
    }
  }
}
