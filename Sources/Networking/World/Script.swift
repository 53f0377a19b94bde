/// A line of a network's or lesson's script: who does what, and when.
package struct ScriptLine: Equatable, Sendable {
  /// Nanoseconds since the script began; nil: when the lines above have begun and all is quiet.
  package var time: Int64?
  /// Index in `World.devices`.
  package var device: Int
  package var command: Command

  package init(at time: Int64? = nil, device: Int, command: Command) {
    self.time = time
    self.device = device
    self.command = command
  }
}

/// What a person can ask a device to do.
package enum Command: Equatable, Sendable {
  /// `browse http://www.example.com/`
  case browse(URL)
  /// `curl http://www.example.com/`
  case curl(URL)
  /// `ping printer`: a name in the network is its address.
  case ping(IPv4Address, count: Int)
  /// `print printer 2400`: a letter of so many octets.
  case print(PrintJob)

  package var verb: CommandVerb {
    switch self {
    case .browse: .browse
    case .curl: .curl
    case .ping: .ping
    case .print: .print
    }
  }

  package var kind: MomentKind {
    switch self {
    case .browse: Command.moments.browse
    case .curl: Command.moments.curl
    case .ping: Command.moments.ping
    case .print: Command.moments.print
    }
  }

  package var details: [Detail] {
    switch self {
    case .browse(let url), .curl(let url): [Detail("url", .text(url.text))]
    case .ping(let address, let count):
      [Detail("address", .ipv4(address)), Detail("count", .number(UInt64(count)))]
    case .print(let job):
      [Detail("address", .ipv4(job.printer)), Detail("bytes", .number(UInt64(job.bytes)))]
    }
  }

  package struct Moments: MomentSet {
    package let browse = MomentKind("you.browse", .application, .text("url"))
    package let curl = MomentKind("you.curl", .application, .text("url"))
    package let print = MomentKind("you.print", .application, .ipv4("address"), .number("bytes"))
    package let ping = MomentKind("you.ping", .application, .ipv4("address"), .number("count"))
  }
  package static let moments = Moments()
}

/// An `http` URL (RFC 3986, RFC 9110 §4.2.1): host, port, path with query.
package struct URL: Equatable, Sendable {
  /// The port where the URL names none (RFC 9110 §4.2.1).
  package static let servicePort: UInt16 = 80

  package var host: String
  package var port: UInt16
  /// Begins with `/`.
  package var path: String

  /// Reads `http://host[:port][/path]`; nil for anything else.
  package init?(_ text: String) {
    guard text.hasPrefix("http://") else { return nil }
    let rest = text.dropFirst(7)
    let authority = rest.prefix { $0 != "/" }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "@") })
    else { return nil }
    host = String(parts[0])
    port = URL.servicePort
    if parts.count == 2 {
      guard let number = UInt16(parts[1]), number > 0 else { return nil }
      port = number
    }
    let path = rest.dropFirst(authority.count)
    guard path.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
    self.path = path.isEmpty ? "/" : String(path)
  }

  package var text: String { "http://\(host)\(port == URL.servicePort ? "" : ":\(port)")\(path)" }
}
