extension DNSMessage {
  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    try w.uint(f.identifier, &identifier)
    try walkFlags(&w)
    try w.uint(f.questionCount, &questionCount)
    try w.uint(f.answerCount, &answerCount)
    try w.uint(f.authorityCount, &authorityCount)
    try w.uint(f.additionalCount, &additionalCount)
    if w.isDecoding {
      for _ in 0..<questionCount {
        var question = DNSQuestion(.root, .a)
        try question.visitFields(&w)
        questions.append(question)
      }
      try Self.read(answerCount, &answers, &w)
      try Self.read(authorityCount, &authority, &w)
      try Self.read(additionalCount, &additional, &w)
    } else {
      for index in questions.indices { try questions[index].visitFields(&w) }
      for index in answers.indices { try answers[index].visitFields(&w) }
      for index in authority.indices { try authority[index].visitFields(&w) }
      for index in additional.indices { try additional[index].visitFields(&w) }
    }
  }

  /// Each record takes 11 octets or more, so a count that lies soon meets the end.
  private static func read(_ count: UInt16, _ records: inout [DNSRecord], _ w: inout FieldVisitor)
    throws(WireError)
  {
    for _ in 0..<count {
      var record = DNSRecord(.root, .other([]), timeToLive: 0)
      try record.visitFields(&w)
      records.append(record)
    }
  }

  /// In a query AA, RA, AD and RCODE mean nothing: they are read and kept, but not shown, as in Wireshark.
  private mutating func walkFlags(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    let group = try w.open(f.flags)
    try w.flag(f.response, &isResponse)
    try w.uint(f.opcode, &opcode)
    try w.flag(f.authoritative, &isAuthoritative, shown: isResponse)
    try w.flag(f.truncated, &isTruncated)
    try w.flag(f.recursionDesired, &recursionDesired)
    try w.flag(f.recursionAvailable, &recursionAvailable, shown: isResponse)
    try w.flag(f.reserved, &reserved)
    try w.flag(f.authenticated, &isAuthenticated, shown: isResponse)
    try w.flag(f.checkingDisabled, &checkingDisabled)
    var code = responseCode.rawValue
    try w.uint(f.responseCode, &code, shown: isResponse)
    responseCode = DNSResponseCode(rawValue: code)
    w.close(group)
  }
}

extension DNSQuestion {
  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    let first = w.position
    try name.visitFields(&w, f.questionName)
    let bits = first..<w.position
    // Both of the text, as Wireshark counts them.
    let text = name.description.utf8
    w.generated(f.questionNameLength, .number(UInt64(text.count)), from: bits)
    w.generated(f.labelCount, .number(UInt64(text.count { $0 == UInt8(ascii: ".") } + 1)), from: bits)
    try w.code(f.questionType, &type)
    try w.code(f.questionClass, &dnsClass)
  }
}

extension DNSRecord {
  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    try name.visitFields(&w, f.name)
    try w.code(f.type, &type)
    try w.code(f.dnsClass, &dnsClass)
    try w.uint(f.timeToLive, &timeToLive)
    try w.uint(f.length, &length)
    let first = w.walked
    if w.isDecoding {
      data = Self.empty(type, length)
      let outside = try w.limited(to: Int(length), by: f.length, UInt64(length))
      try walkData(&w)
      if w.remaining > 0 {
        throw w.invalid(f.length, "says \(length) bytes, but the data ends after \(w.walked - first)")
      }
      w.endLimit(outside)
    } else {
      try walkData(&w)
      if w.isSealing { length = UInt16(truncatingIfNeeded: w.walked - first) }
    }
  }

  /// The shape of data to expect: an address of a wrong size is only bytes.
  private static func empty(_ type: DNSType, _ length: UInt16) -> DNSData {
    switch (type, length) {
    case (.a, 4): .address(.unspecified)
    case (.aaaa, 16): .address6(.unspecified)
    case (.cname, _): .alias(.root)
    case (.ns, _): .nameServer(.root)
    case (.soa, _):
      .authority(
        DNSStartOfAuthority(
          primary: .root, responsible: .root, serial: 0, refresh: 0, retry: 0, expire: 0, minimum: 0))
    default: .other([])
    }
  }

  private mutating func walkData(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    switch data {
    case .address(var address):
      try w.ipv4(f.address, &address)
      data = .address(address)
    case .address6(var address):
      try w.ipv6(f.address6, &address)
      data = .address6(address)
    case .alias(var target):
      try target.visitFields(&w, f.alias)
      data = .alias(target)
    case .nameServer(var target):
      try target.visitFields(&w, f.nameServer)
      data = .nameServer(target)
    case .authority(var authority):
      try authority.visitFields(&w)
      data = .authority(authority)
    case .other(var bytes):
      try w.rest(f.data, &bytes)
      data = .other(bytes)
    }
  }
}

extension DNSStartOfAuthority {
  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    try primary.visitFields(&w, f.primary)
    try responsible.visitFields(&w, f.responsible)
    try w.uint(f.serial, &serial)
    try w.uint(f.refresh, &refresh)
    try w.uint(f.retry, &retry)
    try w.uint(f.expire, &expire)
    try w.uint(f.minimum, &minimum)
  }
}
