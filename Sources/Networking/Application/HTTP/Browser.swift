import Documents

/// A browser: looks the host up, connects, asks for a page and reads it.
package struct Browser: Application {
  package static let name = "browser"

  enum Phase: Equatable, Sendable {
    case idle, resolving, connecting, waiting, done
  }

  /// Whose client it is.
  enum Agent: Equatable, Sendable {
    case browser
    /// It closes when the response is there; a browser keeps the connection for the next page.
    case curl

    /// What it says of itself in a request, after `Host`.
    var headers: [(name: String, value: String)] {
      switch self {
      case .browser:
        [
          ("Connection", "keep-alive"), ("User-Agent", "Mozilla/5.0 (packetwalk)"),
          ("Accept", "text/html,*/*;q=0.8"), ("Accept-Language", "en,ko;q=0.8"),
        ]
      case .curl: [("User-Agent", "curl/8.5.0"), ("Accept", "*/*")]
      }
    }
  }

  private var url: URL?
  private var phase = Phase.idle
  private var socket: Int?
  /// Addresses of the host that were not tried yet, and where they came from.
  private var others: [IPv4Address] = []
  private var origin = ValueOrigin(.network.configured, 0)
  /// What has come of the response, up to `kept` octets.
  private var received: [UInt8] = []
  /// Octets of the response so far.
  private var count = 0
  /// Octets of the whole response, once its head is there and says so.
  private var expected: Int?
  /// The response ends when the server closes (RFC 9112 §6.3).
  private var endsWithConnection = false
  private var headLength = 0
  private var status = 0
  private static let kept = 65_536
  /// The moment that brought the URL.
  private var asked = 0
  /// Index of the host's stub resolver among its applications.
  private var resolver: Int?

  private let agent: Agent

  package init() { self.init(.browser) }
  init(_ agent: Agent) { self.agent = agent }

  static let shape = Shape<AnyApplication>.mapping("browser") { _ in AnyApplication(Browser()) }

  package mutating func start(_ host: inout Host, index: Int) {
    resolver = host.application(StubResolver.self)
  }

  package func accepts(_ command: Command) -> Bool {
    if case .browse = command { true } else { false }
  }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    switch event {
    case .command(.browse(let url)): open(url, &calls)
    case .resolved(_, let addresses, let moment): resolved(addresses, moment, &calls)
    case .unresolved(_, let reason): if phase == .resolving { fail(reason, &calls) }
    case .connected(socket): request(&calls)
    case .data(socket, let bytes): read(bytes, &calls)
    case .ended(socket): close(&calls)
    case .failed(socket, let error): failed(error, &calls)
    default: break
    }
  }

  private mutating func open(_ url: URL, _ calls: inout SystemCalls) {
    let isSameServer = self.url?.host == url.host && self.url?.port == url.port
    self.url = url
    asked = calls.step.work.cause
    forget()
    if let socket {
      // A new page while the old connection is open: HTTP keeps it for the same server.
      if phase == .done, isSameServer { return request(&calls) }
      calls.call(.close(socket))
      self.socket = nil
    }
    others = []
    if let address = IPv4Address(url.host) {
      return connect(address, ValueOrigin(.dns.urlHost, asked), &calls)
    }
    guard let resolver else { return fail("no resolver", &calls) }
    phase = .resolving
    calls.happened(MomentKind.browser.lookup, nil, [Detail("host", .text(url.host))])
    calls.tell(resolver, .lookup(url.host, by: calls.application, named: asked))
  }

  private mutating func resolved(_ addresses: [IPv4Address], _ moment: Int, _ calls: inout SystemCalls) {
    guard phase == .resolving else { return }
    guard let address = addresses.first else { return }
    others = Array(addresses.dropFirst())
    connect(address, ValueOrigin(.dns.dnsAnswer, moment), &calls)
  }

  /// An address at which nobody answers is not the end: the next is tried (RFC 1123 §2.3).
  private mutating func failed(_ error: SocketError, _ calls: inout SystemCalls) {
    guard phase == .connecting, !others.isEmpty else { return fail(error.rawValue, &calls) }
    connect(others.removeFirst(), origin, &calls)
  }

  private mutating func connect(_ address: IPv4Address, _ origin: ValueOrigin, _ calls: inout SystemCalls) {
    let endpoint = Endpoint(address, url!.port)
    phase = .connecting
    self.origin = origin
    calls.happened(
      MomentKind.browser.connect, nil,
      evidence: [
        FieldOrigin(IPv4.fields.destination, origin),
        FieldOrigin(
          TCP.fields.destinationPort, endpoint.port == URL.servicePort ? .udp.servicePort : .browser.urlPort,
          asked),
      ], [Detail("address", .ipv4(address)), Detail("port", .number(UInt64(url!.port)))])
    socket = calls.connect(to: endpoint, origin)
  }

  private mutating func request(_ calls: inout SystemCalls) {
    phase = .waiting
    let url = url!
    let host = url.port == URL.servicePort ? url.host : "\(url.host):\(url.port)"
    let message = HTTPMessage.request("GET", url.path, headers: [("Host", host)] + agent.headers)
    let bytes = message.encoded
    calls.happened(
      MomentKind.browser.request, PDU(.name("http"), bytes),
      evidence: [
        FieldOrigin(HTTPMessage.fields.host, .dns.urlHost, asked),
        FieldOrigin(HTTPMessage.fields.requestTarget, .browser.urlPath, asked),
      ], [Detail("method", .text("GET")), Detail("path", .text(url.path))])
    calls.call(.send(socket!, bytes))
  }

  /// Reads on; a page too long to keep is only counted.
  private mutating func read(_ bytes: [UInt8], _ calls: inout SystemCalls) {
    count += bytes.count
    if received.count < Self.kept { received += bytes }
    do throws(WireError) {
      if expected == nil, !endsWithConnection, let (head, length) = try HTTPMessage.parseHead(received) {
        switch head.bodyEnd {
        case .after(let octets): expected = length + octets
        case .chunks: expected = try HTTPMessage.messageLength(received)
        case .close: endsWithConnection = true
        }
        status = head.status ?? 0
        headLength = length
      }
    } catch {
      return fail("malformed response", &calls)
    }
    guard let expected, count >= expected else {
      return calls.happened(
        MomentKind.browser.part, PDU(.name("data"), bytes),
        [Detail("bytes", .number(UInt64(bytes.count))), Detail("total", .number(UInt64(count)))])
    }
    finish(expected, &calls)
    if agent == .curl, let socket {
      phase = .idle
      self.socket = nil
      calls.call(.close(socket))
    }
  }

  /// The response is there, with so many octets.
  private mutating func finish(_ length: Int, _ calls: inout SystemCalls) {
    phase = .done
    let whole = length <= received.count ? PDU(.name("http"), Array(received.prefix(length))) : nil
    calls.happened(
      MomentKind.browser.response, whole,
      [Detail("code", .number(UInt64(status))), Detail("bytes", .number(UInt64(length - headLength)))])
    forget()
  }

  private mutating func forget() {
    received = []
    count = 0
    expected = nil
    endsWithConnection = false
  }

  private mutating func close(_ calls: inout SystemCalls) {
    guard let socket else { return }
    if phase == .waiting, endsWithConnection {
      finish(count, &calls)
      self.socket = nil
      return calls.call(.close(socket))
    }
    let early = phase != .done
    phase = .idle
    self.socket = nil
    calls.happened(
      early ? MomentKind.browser.failed : MomentKind.browser.close, nil,
      early ? [Detail("reason", .text("closed early"))] : [])
    calls.call(.close(socket))
  }

  private mutating func fail(_ reason: String, _ calls: inout SystemCalls) {
    phase = .idle
    socket = nil
    calls.happened(MomentKind.browser.failed, nil, [Detail("reason", .text(reason))])
  }
}

package struct BrowserMoments: MomentSet {
  package let lookup = MomentKind("browser.lookup", .application, .text("host"))
  package let connect = MomentKind("browser.connect", .application, .ipv4("address"), .number("port"))
  package let request = MomentKind("browser.request", .application, .text("method"), .text("path"))
  /// A part of the response; more is to come.
  package let part = MomentKind("browser.part", .application, .number("bytes"), .number("total"))
  package let response = MomentKind("browser.response", .application, .number("code"), .number("bytes"))
  package let close = MomentKind("browser.close", .application)
  package let failed = MomentKind("browser.failed", .application, .word("reason"))
}

extension MomentKind { package static let browser = BrowserMoments() }

package struct BrowserOrigins: OriginSet {
  /// The port that the URL names.
  package let urlPort = OriginKind(rawValue: "url-port")
  /// The path part of the URL.
  package let urlPath = OriginKind(rawValue: "url-path")
}

extension OriginKind { package static let browser = BrowserOrigins() }
