package struct DNSFields: FieldSet {
  let streamLength = Field("dns.length", "Length", .decimal(16))
  let identifier = Field("dns.id", "Transaction ID", .hex(16))
  let flags = Field("dns.flags", "Flags", .hex(16))
  let response = Field(
    "dns.flags.response", "Response", .bool,
    describe: either("Message is a response", or: "Message is a query"))
  let opcode = Field(
    "dns.flags.opcode", "Opcode", .decimal(16), bits: 4, names: { $0 == 0 ? "Standard query" : nil })
  let authoritative = Field(
    "dns.flags.authoritative", "Authoritative", .bool,
    describe: either(
      "Server is an authority for domain", or: "Server is not an authority for domain"))
  let truncated = Field(
    "dns.flags.truncated", "Truncated", .bool,
    describe: either("Message is truncated", or: "Message is not truncated"))
  let recursionDesired = Field(
    "dns.flags.recdesired", "Recursion desired", .bool,
    describe: either("Do query recursively", or: "Don't do query recursively"))
  let recursionAvailable = Field(
    "dns.flags.recavail", "Recursion available", .bool,
    describe: either(
      "Server can do recursive queries", or: "Server can't do recursive queries"))
  let reserved = Field(
    "dns.flags.z", "Z", .bool, describe: either("reserved - incorrect!", or: "reserved (0)"))
  let authenticated = Field(
    "dns.flags.authenticated", "Answer authenticated", .bool,
    describe: either(
      "Answer/authority portion was authenticated by the server",
      or: "Answer/authority portion was not authenticated by the server"))
  let authenticationWanted = Field(
    "dns.flags.authenticated", "AD bit", .bool, describe: either("Set", or: "Not set"))
  let checkingDisabled = Field(
    "dns.flags.checkdisable", "Non-authenticated data", .bool,
    describe: either("Acceptable", or: "Unacceptable"))
  let responseCode = Field(
    "dns.flags.rcode", "Reply code", .decimal(16), bits: 4,
    names: { DNSResponseCode(rawValue: UInt8($0)).name })
  let questionCount = Field("dns.count.queries", "Questions", .decimal(16))
  let answerCount = Field("dns.count.answers", "Answer RRs", .decimal(16))
  let authorityCount = Field("dns.count.auth_rr", "Authority RRs", .decimal(16))
  let additionalCount = Field("dns.count.add_rr", "Additional RRs", .decimal(16))

  let questionName = Field("dns.qry.name", "Name", .text)
  let questionNameLength = Field(
    "dns.qry.name.len", "Name Length", .decimal(16), generated: true, from: ["dns.qry.name"])
  let labelCount = Field(
    "dns.count.labels", "Label Count", .decimal(16), generated: true, from: ["dns.qry.name"])
  let questionType = Field(
    "dns.qry.type", "Type", .decimal(16), names: { DNSType(rawValue: UInt16($0)).name })
  let questionClass = Field(
    "dns.qry.class", "Class", .hex(16), names: { DNSClass(rawValue: UInt16($0)).name })

  let name = Field("dns.resp.name", "Name", .text)
  let type = Field("dns.resp.type", "Type", .decimal(16), names: { DNSType(rawValue: UInt16($0)).name })
  let dnsClass = Field("dns.resp.class", "Class", .hex(16), names: { DNSClass(rawValue: UInt16($0)).name })
  let timeToLive = Field("dns.resp.ttl", "Time to live", .decimal(32))
  let length = Field("dns.resp.len", "Data length", .decimal(16))
  let address = Field("dns.a", "Address", .ipv4)
  let address6 = Field("dns.aaaa", "AAAA Address", .ipv6)
  let alias = Field("dns.cname", "CNAME", .text)
  let nameServer = Field("dns.ns", "Name Server", .text)
  let primary = Field("dns.soa.mname", "Primary name server", .text)
  let responsible = Field("dns.soa.rname", "Responsible authority's mailbox", .text)
  let serial = Field("dns.soa.serial_number", "Serial Number", .decimal(32))
  let refresh = Field("dns.soa.refresh_interval", "Refresh Interval", .decimal(32))
  let retry = Field("dns.soa.retry_interval", "Retry Interval", .decimal(32))
  let expire = Field("dns.soa.expire_limit", "Expire limit", .decimal(32))
  let minimum = Field("dns.soa.minimum_ttl", "Minimum TTL", .decimal(32))
  let pointer = Field("dns.ptr.domain_name", "Domain Name", .text)
  let mailPreference = Field("dns.mx.preference", "Preference", .decimal(16))
  let mailExchange = Field("dns.mx.mail_exchange", "Mail Exchange", .text)
  let textLength = Field("dns.txt.length", "TXT Length", .decimal(8))
  let text = Field("dns.txt", "TXT", .text)
  let service = Field("dns.srv.service", "Service", .text, generated: true, from: ["dns.resp.name"])
  let serviceProtocol = Field("dns.srv.proto", "Protocol", .text, generated: true, from: ["dns.resp.name"])
  let serviceDomain = Field("dns.srv.name", "Name", .text, generated: true, from: ["dns.resp.name"])
  let servicePriority = Field("dns.srv.priority", "Priority", .decimal(16))
  let serviceWeight = Field("dns.srv.weight", "Weight", .decimal(16))
  let servicePort = Field("dns.srv.port", "Port", .decimal(16))
  let serviceTarget = Field("dns.srv.target", "Target", .text)
  let data = Field("dns.data", "Data", .bytes)

  let payloadSize = Field("dns.rr.udp_payload_size", "UDP payload size", .decimal(16))
  let extendedCode = Field("dns.resp.ext_rcode", "Higher bits in extended RCODE", .hex(8))
  let extensionVersion = Field("dns.resp.edns0_version", "EDNS0 version", .decimal(8))
  let extensionFlags = Field("dns.resp.z", "Z", .hex(16))
  let signaturesWanted = Field(
    "dns.resp.z.do", "DO bit", .bool,
    describe: either("Accepts DNSSEC security RRs", or: "Cannot handle DNSSEC security RRs"))
  let extensionReserved = Field("dns.resp.z.reserved", "Reserved", .hex(16), bits: 15)
  let option = Field("dns.opt", "Option", .none)
  let optionCode = Field(
    "dns.opt.code", "Option Code", .decimal(16), names: { DNSOption.name(code: UInt16($0)) })
  let optionLength = Field("dns.opt.len", "Option Length", .decimal(16))
  let optionData = Field("dns.opt.data", "Option Data", .bytes)
  let clientCookie = Field("dns.opt.cookie.client", "Client Cookie", .bytes)
  let serverCookie = Field("dns.opt.cookie.server", "Server Cookie", .bytes)

  let responseTo = Field(
    "dns.response_to", "Request In", .decimal(32), generated: true, from: ["dns.id", .earlierFrames])
  let time = Field("dns.time", "Time", .duration, generated: true, from: ["dns.id", .time, .earlierFrames])
  package init() {}
}

/// A flag's two meanings.
private func either(_ set: String, or unset: String) -> @Sendable (FieldValue) -> String {
  { $0 == .bool(true) ? set : unset }
}
