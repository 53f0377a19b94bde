import Documents

/// A DNS server that answers from the records it holds (RFC 1034 §4.3.2, RFC 2308 for what does not exist).
package struct NameServer: Application {
  package static let name = "resolver"

  package var records: [DNSRecord]
  /// Answers as a resolver that has them cached (RA 1, AA 0), or as their authority.
  package var isAuthority = false
  private var descriptor = -1
  package init(records: [DNSRecord]) { self.records = records }

  package mutating func start(_ host: inout Host, index: Int) {
    descriptor = host.bindDatagram(port: 53, owner: index)
  }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    guard case .datagram(let descriptor, let from, let bytes, let delivered) = event else { return }
    let unit = PDU(.name("dns"), bytes)
    guard let (query, _) = try? DNSMessage.decode(bytes), !query.isResponse,
      let question = query.questions.first
    else { return calls.happened(MomentKind.dns.drop, unit, drop: .link.badHeader) }
    let response = answer(query, question)
    let reply = response.encoded
    calls.happened(
      MomentKind.dns.respond, PDU(.name("dns"), reply),
      evidence: [
        FieldOrigin(DNSMessage.fields.identifier, .dns.question, calls.step.work.cause),
        FieldOrigin(DNSMessage.fields.questionName, .dns.question, calls.step.work.cause),
        FieldOrigin(DNSMessage.fields.address, .dns.record, 0),
        FieldOrigin(DNSMessage.fields.timeToLive, .dns.record, 0),
      ],
      [
        Detail("name", .text(question.name.description)),
        Detail("type", .text(question.type.name ?? "\(question.type.rawValue)")),
        Detail("count", .number(UInt64(response.answers.count))),
      ])
    calls.call(.sendTo(descriptor, from, reply, ValueOrigin(.arp.asker, delivered)))
  }

  /// Follows aliases to the last name, which decides whether there is one (RFC 6604 §2.1); a name without the type gets
  /// its zone's SOA. Aliases that lead back end in SERVFAIL, as no record can be reached over them.
  func answer(_ query: DNSMessage, _ question: DNSQuestion) -> DNSMessage {
    var name = question.name
    var answers: [DNSRecord] = []
    var passed: [DNSName] = []
    var found: [DNSRecord] = []
    while true {
      passed.append(name)
      found = records.filter { $0.name.matches(name) && $0.type == question.type }
      guard found.isEmpty, let alias = records.first(where: { $0.name.matches(name) && $0.type == .cname }),
        case .alias(let target) = alias.data
      else { break }
      answers.append(alias)
      name = target
      if passed.contains(where: { $0.matches(target) }) {
        return fitting(response(to: query, .serverFailure, answers: [], authority: []))
      }
    }
    answers += found
    var authority: [DNSRecord] = []
    if found.isEmpty, var soa = records.first(where: { $0.type == .soa && name.isWithin($0.name) }),
      case .authority(let zone) = soa.data
    {
      // How long the absence may be remembered (RFC 2308 §3).
      soa.timeToLive = min(soa.timeToLive, zone.minimum)
      authority.append(soa)
    }
    // A name exists when it has a record, or one below it has (RFC 8020 §2).
    let exists = records.contains { $0.name.isWithin(name) }
    return fitting(
      response(to: query, exists ? .noError : .noSuchName, answers: answers, authority: authority))
  }

  private func response(
    to query: DNSMessage, _ code: DNSResponseCode, answers: [DNSRecord], authority: [DNSRecord]
  ) -> DNSMessage {
    query.response(
      code, answers: answers, authority: authority, isAuthoritative: isAuthority,
      recursionAvailable: !isAuthority)
  }

  /// What a datagram may hold (RFC 1035 §4.2.1): what does not fit is left out whole, and TC says that it is missing.
  private func fitting(_ message: DNSMessage) -> DNSMessage {
    var message = message
    if message.encoded.count > DNSMessage.longestInDatagram {
      message.authority = []
      message.additional = []
      message = message.sealed()
    }
    if message.encoded.count > DNSMessage.longestInDatagram {
      message.answers = []
      message.isTruncated = true
      message = message.sealed()
    }
    return message
  }

  static let shape = Shape<AnyApplication>.mapping("resolver") { m in
    let records = m.required(
      "records", DNSRecord.shape.located.list,
      "in master file form: \"www.example.com. 300 A 198.51.100.10\"")
    guard let records else { return nil }
    for (index, record) in records.enumerated() {
      let earlier = records[..<index].map(\.value)
      if let objection = record.value.objection(beside: earlier) {
        m.node.problems.report(record.place.finding(objection))
      }
    }
    return AnyApplication(NameServer(records: records.map(\.value)))
  }
}

extension DNSRecord {
  /// Why it cannot stand beside these: an alias has one target, and nothing else under its name; nil when it can.
  fileprivate func objection(beside others: [DNSRecord]) -> String? {
    let alike = others.filter { $0.name.matches(name) }
    if type == .cname, alike.contains(where: { $0.type == .cname }) {
      return "\(name) has a CNAME record already: an alias stands for one name (RFC 2181 §10.1)"
    }
    guard let other = alike.first(where: { ($0.type == .cname) != (type == .cname) }) else { return nil }
    let beside = (type == .cname ? other : self).type
    return
      "\(name) has a CNAME record and \(beside.name ?? "another"): an alias has no other record (RFC 1034 §3.6.2)"
  }

  /// One line of a master file (RFC 1035 §5.1): name, TTL, type, data.
  package static let shape = Shape<DNSRecord>.parsed("a record like \"www.example.com. 300 A 198.51.100.10\"")
  {
    text throws(TextError) in
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 4, let owner = DNSName(words[0]), let ttl = UInt32(words[1]) else {
      throw TextError("expected: NAME TTL TYPE DATA")
    }
    func name(_ index: Int) throws(TextError) -> DNSName {
      guard words.count > index, let name = DNSName(words[index]) else {
        throw TextError("\(words[2]) needs a domain name")
      }
      return name
    }
    func number(_ index: Int) throws(TextError) -> UInt32 {
      guard words.count > index, let number = UInt32(words[index]) else {
        throw TextError("SOA needs two names and five numbers")
      }
      return number
    }
    switch words[2] {
    case "A":
      guard words.count == 4, let address = IPv4Address(words[3]) else {
        throw TextError("A needs one IPv4 address")
      }
      return DNSRecord(owner, .address(address), timeToLive: ttl)
    case "CNAME": return DNSRecord(owner, .alias(try DNSRecord.target(words)), timeToLive: ttl)
    case "NS": return DNSRecord(owner, .nameServer(try DNSRecord.target(words)), timeToLive: ttl)
    case "SOA":
      guard words.count == 10 else { throw TextError("SOA needs two names and five numbers") }
      let authority = DNSStartOfAuthority(
        primary: try name(3), responsible: try name(4), serial: try number(5), refresh: try number(6),
        retry: try number(7), expire: try number(8), minimum: try number(9))
      return DNSRecord(owner, .authority(authority), timeToLive: ttl)
    default:
      throw TextError("unknown record type \(quoted(words[2])) (known: A, CNAME, NS, SOA)")
    }
  }

  private static func target(_ words: [String]) throws(TextError) -> DNSName {
    guard words.count == 4, let name = DNSName(words[3]) else {
      throw TextError("\(words[2]) needs one domain name")
    }
    return name
  }
}
