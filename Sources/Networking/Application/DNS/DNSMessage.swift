/// DNS message (RFC 1035 §4.1; AD and CD after RFC 4035 §3).
///
///                                     1  1  1  1  1  1
///       0  1  2  3  4  5  6  7  8  9  0  1  2  3  4  5
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |                      ID                       |
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |QR|   Opcode  |AA|TC|RD|RA| Z|AD|CD|   RCODE   |
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |                    QDCOUNT                    |
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |                    ANCOUNT                    |
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |                    NSCOUNT                    |
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |                    ARCOUNT                    |
///     +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
///     |    questions, answers, authority, additional …
package struct DNSMessage: Header {
  package static let fields = DNSFields()
  package static let descriptor = ProtocolDescriptor(
    "dns", "Domain Name System", short: "DNS", layer: .application, header: DNSMessage.self, fields: fields,
    bindings: [.udpPort(53), .tcpPort(53)],
    moments: MomentKind.dns.all, drops: DropReason.dns.all, evidence: OriginKind.dns.all,
    tables: [.questions, .records])

  /// Octets of a message in a UDP datagram, unless both sides say otherwise (RFC 1035 §4.2.1).
  package static let longestInDatagram = 512

  /// Over TCP: octets of the message after this length (RFC 1035 §4.2.2); nil over UDP.
  package var streamLength: UInt16?
  /// Pairs a response with its query.
  package var identifier: UInt16 = 0
  package var isResponse = false
  /// 0: a standard query.
  package var opcode: UInt8 = 0
  /// AA: the answer comes from the zone's own server.
  package var isAuthoritative = false
  /// TC: cut to fit the datagram.
  package var isTruncated = false
  /// RD: please ask others on my behalf.
  package var recursionDesired = false
  /// RA: I do ask others.
  package var recursionAvailable = false
  package var reserved = false
  /// AD
  package var isAuthenticated = false
  /// CD
  package var checkingDisabled = false
  package var responseCode = DNSResponseCode.noError
  /// The header's counts: `sealed` makes them fit the lists.
  package var questionCount: UInt16 = 0
  package var answerCount: UInt16 = 0
  package var authorityCount: UInt16 = 0
  package var additionalCount: UInt16 = 0
  package var questions: [DNSQuestion] = []
  package var answers: [DNSRecord] = []
  package var authority: [DNSRecord] = []
  package var additional: [DNSRecord] = []

  package init() {}

  /// A standard query with one question.
  package static func query(
    _ name: DNSName, _ type: DNSType, identifier: UInt16, recursionDesired: Bool = true
  ) -> DNSMessage {
    var message = DNSMessage()
    message.identifier = identifier
    message.recursionDesired = recursionDesired
    message.questions = [DNSQuestion(name, type)]
    return message.sealed()
  }

  /// The response to this query, with its identifier, question and RD.
  package func response(
    _ code: DNSResponseCode = .noError, answers: [DNSRecord] = [], authority: [DNSRecord] = [],
    additional: [DNSRecord] = [], isAuthoritative: Bool = false, recursionAvailable: Bool = false
  ) -> DNSMessage {
    var message = self
    message.isResponse = true
    message.responseCode = code
    message.isAuthoritative = isAuthoritative
    message.recursionAvailable = recursionAvailable
    message.answers = answers
    message.authority = authority
    message.additional = additional
    return message.sealed()
  }

  /// With counts and data lengths filled in.
  package func sealed() -> DNSMessage {
    var message = self
    message.questionCount = UInt16(truncatingIfNeeded: questions.count)
    message.answerCount = UInt16(truncatingIfNeeded: answers.count)
    message.authorityCount = UInt16(truncatingIfNeeded: authority.count)
    message.additionalCount = UInt16(truncatingIfNeeded: additional.count)
    var walker = FieldVisitor(encoding: Self.descriptor.name)
    walker.isSealing = true
    do {
      try message.visitFields(&walker)
    } catch {
      preconditionFailure("encoding never fails: \(error)")
    }
    return message
  }

  package var summarized: [Field]? { [Self.fields.flags] }
  package var summary: String {
    let question = questions.first.map { " \($0.type.name ?? "type \($0.type.rawValue)") \($0.name)" } ?? ""
    let identifier = "0x" + hex(UInt64(identifier), digits: 4)
    guard isResponse else {
      return "Standard query \(identifier)\(question)" + additional.map { " " + $0.summary }.joined()
    }
    let failure = responseCode == .noError ? "" : " \(responseCode.name ?? "code \(responseCode.rawValue)")"
    let said = (answers + authority + additional).map { " " + $0.summary }.joined()
    return "Standard query response \(identifier)\(failure)\(question)\(said)"
  }
}

extension DNSRecord {
  /// `A 198.51.100.10`
  var summary: String {
    [type.name ?? "type \(type.rawValue)", data.summary].compactMap(\.self).joined(separator: " ")
  }
}

extension DNSData {
  /// As a master file writes it, in short; nil for what is too long for a line or has no such form.
  var summary: String? {
    switch self {
    case .address(let address): address.description
    case .address6(let address): address.description
    case .alias(let name), .nameServer(let name), .pointer(let name): name.description
    case .authority(let authority): authority.primary.description
    case .mailExchange(let preference, let exchange): "\(preference) \(exchange)"
    case .service(let service): "\(service.priority) \(service.weight) \(service.port) \(service.target)"
    case .texts, .options, .other: nil
    }
  }
}
