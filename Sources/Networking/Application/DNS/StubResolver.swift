/// The resolver library of a host (RFC 1034 §5.3.1): asks its server for A and AAAA at once, from one port, tries
/// again after 5 s, twice in all.
package struct StubResolver: Application {
  package static let name = "stub-resolver"

  package static let timeout: Int64 = 5_000_000_000
  package static let tries = 2

  package struct Lookup: Equatable, Sendable {
    package var name: String
    /// The application that asked.
    var asker: Int
    package var descriptor: Int
    package var queries: [Query]
    var attempt = 1
    var deadline: Int64
    /// The moments that the name comes from, in which the identifiers were chosen, and of the last question.
    var named: Int
    package var chosen: Int
    var asked: Int

    package struct Query: Equatable, Sendable {
      package var type: DNSType
      var id: UInt16
      /// nil until answered.
      package var addresses: [IPv4Address]?
      /// The moment in which the answer was read.
      package var moment = 0
    }
  }

  package let server: IPv4Address
  package private(set) var lookups: [Lookup] = []
  /// What is to be written next: the lookup's descriptor and the query's index.
  private var pending: [Pending] = []

  struct Pending: Equatable, Sendable {
    var descriptor: Int
    var query: Int
    /// Its socket is to be opened first.
    var opens = false
  }

  package init(server: IPv4Address) { self.server = server }

  package var nextDeadline: Int64? { lookups.map(\.deadline).min() }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    switch event {
    case .lookup(let name, let asker, let named): begin(name, asker, named, &calls)
    case .next: writeNext(&calls)
    case .datagram(let descriptor, let from, let bytes, _): receive(bytes, from: from, on: descriptor, &calls)
    case .failed(let descriptor, _): failed(descriptor, &calls)
    case .deadline: retry(&calls)
    default: break
    }
  }

  private mutating func begin(_ name: String, _ asker: Int, _ named: Int, _ calls: inout SystemCalls) {
    guard DNSName(name) != nil else {
      return calls.tell(asker, .unresolved(name, reason: "not a valid name"))
    }
    let descriptor = calls.reserveDescriptor()
    let queries = [DNSType.a, .aaaa].map { Lookup.Query(type: $0, id: calls.step.random.uint16()) }
    lookups.append(
      Lookup(
        name: name, asker: asker, descriptor: descriptor, queries: queries,
        deadline: calls.now + Self.timeout,
        named: named, chosen: calls.step.number, asked: calls.step.number))
    pending = [Pending(descriptor: descriptor, query: 1)]
    write(lookups.count - 1, 0, MomentKind.dns.query, opening: true, &calls)
  }

  /// Writes one question and sends it; then the next one.
  private mutating func write(
    _ lookup: Int, _ query: Int, _ kind: MomentKind, opening: Bool = false, _ calls: inout SystemCalls
  ) {
    lookups[lookup].asked = calls.step.number
    let item = lookups[lookup]
    let message = DNSMessage.query(
      DNSName(item.name) ?? .root, item.queries[query].type, identifier: item.queries[query].id)
    let bytes = message.encoded
    calls.happened(
      kind, PDU(.name("dns"), bytes),
      evidence: [
        FieldOrigin(DNSMessage.fields.identifier, .internet.random, item.chosen),
        FieldOrigin(DNSMessage.fields.questionName, .dns.urlHost, item.named),
      ],
      [Detail("name", .text(item.name)), Detail("type", .text(item.queries[query].type.name ?? ""))])
    if opening { calls.call(.openDatagram(item.descriptor)) }
    calls.call(.sendTo(item.descriptor, Endpoint(server, 53), bytes, ValueOrigin(.network.configured, 0)))
    if !pending.isEmpty { calls.goOn(0) }
  }

  private mutating func writeNext(_ calls: inout SystemCalls) {
    guard !pending.isEmpty else { return }
    let next = pending.removeFirst()
    guard let index = lookups.firstIndex(where: { $0.descriptor == next.descriptor }) else { return }
    write(
      index, next.query, lookups[index].attempt == 1 ? MomentKind.dns.query : MomentKind.dns.retry,
      opening: next.opens, &calls)
  }

  /// Takes an answer that fits a question; anything else is dropped (RFC 5452 §9).
  private mutating func receive(
    _ bytes: [UInt8], from: Endpoint, on descriptor: Int, _ calls: inout SystemCalls
  ) {
    let unit = PDU(.name("dns"), bytes)
    guard from == Endpoint(server, 53), let (message, _) = try? DNSMessage.decode(bytes), message.isResponse,
      let index = lookups.firstIndex(where: { $0.descriptor == descriptor }),
      let query = lookups[index].queries.firstIndex(where: {
        $0.id == message.identifier && $0.addresses == nil
      }),
      let question = message.questions.first, question.type == lookups[index].queries[query].type,
      DNSName(lookups[index].name).map({ question.name.matches($0) }) ?? false
    else { return calls.happened(MomentKind.dns.drop, unit, drop: .dns.notAsked) }
    var details = [
      Detail("name", .text(lookups[index].name)), Detail("type", .text(question.type.name ?? "")),
    ]
    // The rest would come over TCP (RFC 7766 §5), which this resolver does not ask over yet.
    if message.isTruncated {
      calls.happened(MomentKind.dns.truncated, unit, details)
      return finish(index, "the answer is too long for a datagram", &calls)
    }
    if message.responseCode == .serverFailure {
      calls.happened(MomentKind.dns.failed, unit, details)
      return tryAgain(index, "the name server failed", &calls)
    }
    let addresses = message.answers.compactMap {
      if case .address(let address) = $0.data { address } else { nil }
    }
    lookups[index].queries[query].addresses = addresses
    lookups[index].queries[query].moment = calls.step.number
    if let first = addresses.first {
      let ttl = message.answers.first?.timeToLive ?? 0
      details += [Detail("address", .ipv4(first)), Detail("ttl", .number(UInt64(ttl)))]
      calls.happened(MomentKind.dns.answer, unit, details)
    } else if message.responseCode == .noSuchName {
      calls.happened(MomentKind.dns.nxdomain, unit, details)
    } else {
      calls.happened(MomentKind.dns.nodata, unit, details)
    }
    if lookups[index].queries.allSatisfy({ $0.addresses != nil }) {
      finish(index, "name not found", &calls)
    }
  }

  /// `reason`: why there is no address, when there is none.
  private mutating func finish(_ index: Int, _ reason: String, _ calls: inout SystemCalls) {
    let lookup = lookups.remove(at: index)
    pending.removeAll { $0.descriptor == lookup.descriptor }
    let addresses = lookup.queries.flatMap { $0.addresses ?? [] }
    let moment = lookup.queries.first { !($0.addresses ?? []).isEmpty }?.moment ?? calls.step.number
    calls.call(.close(lookup.descriptor))
    calls.tell(
      lookup.asker,
      addresses.isEmpty
        ? .unresolved(lookup.name, reason: reason) : .resolved(lookup.name, addresses, moment: moment))
  }

  private mutating func retry(_ calls: inout SystemCalls) {
    guard let index = lookups.firstIndex(where: { $0.deadline <= calls.now }) else { return }
    calls.step.blame(lookups[index].asked)
    guard lookups[index].attempt < Self.tries else {
      calls.happened(MomentKind.dns.timeout, nil, [Detail("name", .text(lookups[index].name))])
      return finish(index, "no answer from the name server", &calls)
    }
    lookups[index].attempt += 1
    lookups[index].deadline = calls.now + Self.timeout
    let open = lookups[index].queries.indices.filter { lookups[index].queries[$0].addresses == nil }
    pending = open.dropFirst().map { Pending(descriptor: lookups[index].descriptor, query: $0) }
    write(index, open[0], MomentKind.dns.retry, &calls)
  }

  /// The server cannot be reached: an error has come back for one of the questions.
  private mutating func failed(_ descriptor: Int, _ calls: inout SystemCalls) {
    guard let index = lookups.firstIndex(where: { $0.descriptor == descriptor }) else { return }
    if lookups[index].attempt == Self.tries {
      calls.happened(MomentKind.dns.timeout, nil, [Detail("name", .text(lookups[index].name))])
    }
    tryAgain(index, "the name server cannot be reached", &calls)
  }

  /// Nothing is gained by waiting: asks again at once, from another port with the same identifiers, as glibc does; after
  /// the last try that was it.
  private mutating func tryAgain(_ index: Int, _ reason: String, _ calls: inout SystemCalls) {
    guard lookups[index].attempt < Self.tries else { return finish(index, reason, &calls) }
    calls.call(.close(lookups[index].descriptor))
    let descriptor = calls.reserveDescriptor()
    lookups[index].descriptor = descriptor
    lookups[index].attempt += 1
    lookups[index].deadline = calls.now + Self.timeout
    for query in lookups[index].queries.indices { lookups[index].queries[query].addresses = nil }
    pending = lookups[index].queries.indices.map {
      Pending(descriptor: descriptor, query: $0, opens: $0 == 0)
    }
    calls.goOn(0)
  }
}

package struct DNSMoments: MomentSet {
  package let query = MomentKind("dns.query", .application, .text("name"), .text("type"))
  package let retry = MomentKind("dns.retry", .application, .text("name"), .text("type"))
  package let answer = MomentKind(
    "dns.answer", .application, .text("name"), .text("type"), .ipv4("address"), .number("ttl"))
  /// The name exists, but has no record of that type (RFC 2308 §2.2).
  package let nodata = MomentKind("dns.nodata", .application, .text("name"), .text("type"))
  package let nxdomain = MomentKind("dns.nxdomain", .application, .text("name"), .text("type"))
  package let timeout = MomentKind("dns.timeout", .application, .text("name"))
  /// The answer did not fit its datagram.
  package let truncated = MomentKind("dns.truncated", .application, .text("name"), .text("type"))
  /// The server says that it cannot answer (SERVFAIL).
  package let failed = MomentKind("dns.failed", .application, .text("name"), .text("type"))
  package let respond = MomentKind(
    "dns.respond", .application, .text("name"), .text("type"), .number("count"))
  package let drop = MomentKind("dns.drop", .application)
}

extension MomentKind { package static let dns = DNSMoments() }

package struct DNSDrops: DropSet {
  /// Answers no question that is open here.
  package let notAsked = DropReason(rawValue: "not-asked")
}

extension DropReason { package static let dns = DNSDrops() }

package struct DNSOrigins: OriginSet {
  /// The host part of the URL.
  package let urlHost = OriginKind(rawValue: "url-host")
  /// From the DNS answer.
  package let dnsAnswer = OriginKind(rawValue: "dns-answer")
  /// Copied from the question.
  package let question = OriginKind(rawValue: "question")
  /// A record the server holds.
  package let record = OriginKind(rawValue: "record")
}

extension OriginKind { package static let dns = DNSOrigins() }
