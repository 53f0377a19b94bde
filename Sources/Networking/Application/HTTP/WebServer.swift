import Documents

/// A web server (RFC 9110, RFC 9112): pages from the network file, connections kept open until they are idle.
package struct WebServer: Application {
  package static let name = "web"

  package struct Page: Equatable, Sendable {
    package var path: String
    package var type: String
    package var body: [UInt8]
    /// The body's ETag (RFC 9110 §8.8.3).
    package let tag: String

    package init(path: String, type: String, body: [UInt8]) {
      self.path = path
      self.type = type
      self.body = body
      tag = "\"\(hex(UInt64(Checksum.crc32(body)), digits: 8))\""
    }

    func at(_ path: String) -> Page {
      var page = self
      page.path = path
      return page
    }
  }

  struct Connection: Equatable, Sendable {
    var socket: Int
    var received: [UInt8] = []
    var responses: [Response] = []
    /// When the last bytes came or the last were taken by the kernel, and the moment of that.
    var idleSince: Int64
    var lastUse: Int
    /// Calls of `send` that the kernel has not taken whole.
    var sending = 0
  }

  struct Response: Equatable, Sendable {
    var code: Int
    var head: [UInt8]
    var body: [UInt8]
    var closes: Bool
  }

  package var port: UInt16
  /// Nanoseconds of silence after which it closes.
  package var idle: Int64
  package var pages: [Page]
  /// Seconds since 1970: when the pages were last changed.
  package var modified: Int64 = 1_767_225_600
  private var connections: [Connection] = []
  private static let longestShown = 65_536

  package init(port: UInt16 = 80, idle: Int64, pages: [Page]) {
    self.port = port
    self.idle = idle
    self.pages = pages
  }

  package mutating func start(_ host: inout Host, index: Int) {
    host.listen(port: port, owner: index, noDelay: true)
  }

  package var nextDeadline: Int64? {
    var next: Int64?
    for connection in connections where connection.sending == 0 {
      next = earlier(next, connection.idleSince + idle)
    }
    return next
  }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    switch event {
    case .accepted(let socket, _, let from):
      connections.append(Connection(socket: socket, idleSince: calls.now, lastUse: calls.step.number))
      calls.happened(
        MomentKind.web.accept, nil,
        [Detail("address", .ipv4(from.address)), Detail("port", .number(UInt64(from.port)))])
    case .data(let socket, let bytes): read(bytes, on: socket, &calls)
    case .next(let socket): goOn(on: socket, &calls)
    case .sent(let socket):
      guard let index = index(socket) else { return }
      connections[index].sending -= 1
      connections[index].idleSince = calls.now
      connections[index].lastUse = calls.step.work.cause
    case .ended(let socket), .failed(let socket, _):
      guard let index = index(socket) else { return }
      connections.remove(at: index)
      calls.happened(MomentKind.web.close)
      if case .ended = event { calls.call(.close(socket)) }
    case .deadline:
      guard
        let index = connections.firstIndex(where: { $0.sending == 0 && $0.idleSince + idle <= calls.now })
      else { return }
      let connection = connections.remove(at: index)
      calls.step.blame(connection.lastUse)
      calls.happened(MomentKind.web.idle, nil, [Detail("seconds", .number(UInt64(idle / 1_000_000_000)))])
      calls.call(.close(connection.socket))
    default: break
    }
  }

  private func index(_ socket: Int) -> Int? { connections.firstIndex { $0.socket == socket } }

  private mutating func read(_ bytes: [UInt8], on socket: Int, _ calls: inout SystemCalls) {
    guard let index = index(socket) else { return }
    connections[index].received += bytes
    connections[index].idleSince = calls.now
    connections[index].lastUse = calls.step.number
    guard take(index, &calls) else {
      return calls.happened(
        MomentKind.web.part, PDU(.name("data"), bytes), [Detail("bytes", .number(UInt64(bytes.count)))])
    }
  }

  /// Takes the first request of what has come, and puts its response in line; false when it is not there whole. Whoever
  /// sends several at once is answered in their order (RFC 9112 §9.3.2).
  private mutating func take(_ index: Int, _ calls: inout SystemCalls) -> Bool {
    let time = calls.step.clock + calls.now / 1_000_000_000
    let received = connections[index].received
    do throws(WireError) {
      guard let (request, used) = try HTTPMessage.parse(received) else { return false }
      let whole = Array(connections[index].received.prefix(used))
      connections[index].received.removeFirst(used)
      calls.happened(
        MomentKind.web.request, PDU(.name("http"), whole),
        [
          Detail("method", .text(request.method ?? "")), Detail("path", .text(request.target ?? "")),
        ])
      connections[index].responses.append(response(to: request, at: time))
    } catch {
      calls.happened(
        MomentKind.web.request, PDU(.name("data"), received),
        [Detail("method", .text("?")), Detail("path", .text("?"))])
      connections[index].received = []
      connections[index].responses.append(badRequest(at: time))
    }
    calls.goOn(connections[index].socket)
    return true
  }

  /// Answers what is in line, then takes up what came behind it.
  private mutating func goOn(on socket: Int, _ calls: inout SystemCalls) {
    guard let index = index(socket) else { return }
    if connections[index].responses.isEmpty {
      _ = take(index, &calls)
    } else {
      respond(on: socket, &calls)
    }
  }

  private mutating func respond(on socket: Int, _ calls: inout SystemCalls) {
    guard let index = index(socket), !connections[index].responses.isEmpty else { return }
    let response = connections[index].responses.removeFirst()
    // A body nobody can look through is left out: the unit is the head then.
    let shown = response.body.count <= Self.longestShown ? response.head + response.body : response.head
    calls.happened(
      MomentKind.web.response, PDU(.name("http"), shown),
      evidence: [FieldOrigin(HTTPMessage.fields.contentLengthHeader, .internet.computed, calls.step.number)],
      [Detail("code", .number(UInt64(response.code))), Detail("bytes", .number(UInt64(response.body.count)))])
    connections[index].lastUse = calls.step.number
    for part in [response.head, response.body] where !part.isEmpty {
      connections[index].sending += 1
      calls.call(.send(socket, part))
    }
    if response.closes {
      connections.remove(at: index)
      calls.call(.close(socket))
    } else if !connections[index].received.isEmpty {
      calls.goOn(socket)
    }
  }

  private func response(to request: HTTPMessage, at time: Int64) -> Response {
    let names = request.headers.map { $0.name.lowercased() }
    // Which of a server's sites is meant must be said once (RFC 9112 §3.2).
    guard request.version != "HTTP/1.1" || names.count(where: { $0 == "host" }) == 1 else {
      return badRequest(at: time)
    }
    let wish = request.header("Connection")?.lowercased()
    let closes = request.version == "HTTP/1.0" ? wish != "keep-alive" : wish == "close"
    var response = page(for: request, at: time, closes: closes)
    // Nothing but the head, whatever it says (RFC 9110 §9.3.2).
    if request.method == "HEAD" { response.body = [] }
    return response
  }

  private func page(for request: HTTPMessage, at time: Int64, closes: Bool) -> Response {
    let path = request.target?.prefix { $0 != "?" } ?? "/"
    guard request.method == "GET" || request.method == "HEAD" else {
      return page(
        405, "Method Not Allowed", "text/plain", Array("only GET and HEAD\n".utf8),
        more: [("Allow", "GET, HEAD")], at: time, closes: closes)
    }
    guard let found = pages.first(where: { $0.path == path }) else {
      return page(404, "Not Found", "text/plain", Array("no such page\n".utf8), at: time, closes: closes)
    }
    return page(
      200, "OK", found.type, found.body,
      more: [("Last-Modified", HTTPDate.text(modified)), ("ETag", found.tag)], at: time, closes: closes)
  }

  private func badRequest(at time: Int64) -> Response {
    page(400, "Bad Request", "text/plain", Array("bad request\n".utf8), at: time, closes: true)
  }

  private func page(
    _ code: Int, _ phrase: String, _ type: String, _ body: [UInt8], more: [(String, String)] = [],
    at time: Int64, closes: Bool
  ) -> Response {
    var headers = [
      ("Server", "packetwalk"), ("Date", HTTPDate.text(time)), ("Content-Type", type),
      ("Content-Length", String(body.count)),
    ]
    headers += more
    headers.append(("Connection", closes ? "close" : "keep-alive"))
    let message = HTTPMessage.response(code, phrase, headers: headers)
    return Response(code: code, head: message.encoded, body: body, closes: closes)
  }
}

package struct WebMoments: MomentSet {
  package let accept = MomentKind("web.accept", .application, .ipv4("address"), .number("port"))
  package let part = MomentKind("web.part", .application, .number("bytes"))
  package let request = MomentKind("web.request", .application, .text("method"), .text("path"))
  package let response = MomentKind("web.response", .application, .number("code"), .number("bytes"))
  /// Silent for too long: the server closes.
  package let idle = MomentKind("web.idle", .application, .number("seconds"))
  /// The client closed first.
  package let close = MomentKind("web.close", .application)
}

extension MomentKind { package static let web = WebMoments() }
