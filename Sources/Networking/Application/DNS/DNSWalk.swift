extension DNSMessage {
  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    if w.isDecoding ? w.isInStream : streamLength != nil {
      var length = streamLength ?? 0
      try w.uint(f.streamLength, &length)
      streamLength = length
      w.beginCounting()
    }
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

  /// In a query AA, RA and RCODE mean nothing: they are read and kept, but not shown, as in Wireshark. AD asks there for the
  /// same in the response (RFC 6840 §5.7), and is shown when it is set.
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
    if isResponse {
      try w.flag(f.authenticated, &isAuthenticated)
    } else {
      try w.flag(f.authenticationWanted, &isAuthenticated, shown: false)
      if w.isDecoding, isAuthenticated { w.note(f.authenticationWanted, .bool(true), w.position - 1) }
    }
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
    w.generated(f.questionNameLength, .number(UInt64(name.textLength)), from: bits)
    w.generated(f.labelCount, .number(UInt64(max(1, name.labels.count))), from: bits)
    try w.code(f.questionType, &type)
    try w.code(f.questionClass, &dnsClass)
  }
}

extension DNSRecord {
  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    let begin = w.position
    try name.visitFields(&w, f.name)
    let end = w.position
    try w.code(f.type, &type)
    if type == .srv { DNSService.noteParts(of: name, from: begin..<end, &w) }
    if type == .opt {
      try visitExtension(&w)
    } else {
      try w.code(f.dnsClass, &dnsClass)
      try w.uint(f.timeToLive, &timeToLive)
    }
    try w.uint(f.length, &length)
    let first = w.walked
    if w.isDecoding {
      let outside = try w.limited(to: Int(length), by: f.length, UInt64(length))
      try decodeData(&w)
      w.endLimit(outside)
    } else {
      try walkData(&w)
      if w.isSealing { length = UInt16(truncatingIfNeeded: w.walked - first) }
    }
  }

  /// Class and time to live of an OPT record, which mean other things there (RFC 6891 §6.1.2, §6.1.3).
  private mutating func visitExtension(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    var size = dnsClass.rawValue
    try w.uint(f.payloadSize, &size)
    dnsClass = DNSClass(rawValue: size)
    var code = UInt8(timeToLive >> 24)
    var version = UInt8(timeToLive >> 16 & 0xff)
    var wantsSignatures = timeToLive >> 15 & 1 == 1
    var reserved = UInt16(timeToLive & 0x7fff)
    try w.uint(f.extendedCode, &code)
    try w.uint(f.extensionVersion, &version)
    let group = try w.open(f.extensionFlags)
    try w.flag(f.signaturesWanted, &wantsSignatures)
    try w.uint(f.extensionReserved, &reserved)
    w.close(group)
    timeToLive =
      UInt32(code) << 24 | UInt32(version) << 16 | (wantsSignatures ? 1 << 15 : 0) | UInt32(reserved)
  }

  /// Data that are not what their type says are only bytes, and the next record stands behind them all the same.
  private mutating func decodeData(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    let first = w.position
    let whole = (w.end, w.limit)
    let names = w.writtenNames
    data = Self.empty(type, length)
    if let size = addressSize, length != size {
      w.note(
        fault: w.invalid(
          f.length, "an address of type \(type.name ?? "") takes \(size) bytes, not \(length)",
          at: first - f.length.bits), isRefused: false)
    }
    do throws(WireError) {
      try walkData(&w)
      guard w.remaining > 0 else { return }
      let read = (w.position - first) / 8
      throw w.invalid(
        f.length, "says \(length) bytes, but the data ends after \(read)", at: first - f.length.bits)
    } catch {
      w.note(fault: error)
      w.writtenNames = names
      w.endLimit(whole)
      w.back(to: first)
      data = .other(try w.take(w.remaining, f.data))
    }
  }

  /// Octets of the address in a record of the Internet's (RFC 1035 §3.4.1, RFC 3596 §2.2); nil: it holds no address.
  private var addressSize: UInt16? {
    guard dnsClass == .internet else { return nil }
    return switch type {
    case .a: 4
    case .aaaa: 16
    default: nil
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
    case (.ptr, _): .pointer(.root)
    case (.mx, _): .mailExchange(preference: 0, .root)
    case (.txt, _): .texts([])
    case (.srv, _): .service(DNSService(priority: 0, weight: 0, port: 0, target: .root))
    case (.opt, _): .options([])
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
    case .pointer(var target):
      try target.visitFields(&w, f.pointer)
      data = .pointer(target)
    case .authority(var authority):
      try authority.visitFields(&w)
      data = .authority(authority)
    case .mailExchange(var preference, var exchange):
      try w.uint(f.mailPreference, &preference)
      try exchange.visitFields(&w, f.mailExchange)
      data = .mailExchange(preference: preference, exchange)
    case .service(var service):
      try service.visitFields(&w)
      data = .service(service)
    case .texts(var texts):
      try Self.visit(&texts, &w)
      data = .texts(texts)
    case .options(var options):
      try Self.visit(&options, &w)
      data = .options(options)
    case .other(var bytes):
      try w.rest(f.data, &bytes)
      data = .other(bytes)
    }
  }

  /// Strings, each with its length before it (RFC 1035 §3.3).
  private static func visit(_ texts: inout [[UInt8]], _ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    func visit(_ text: inout [UInt8], _ w: inout FieldVisitor) throws(WireError) {
      var length = UInt8(truncatingIfNeeded: text.count)
      try w.uint(f.textLength, &length)
      guard w.isDecoding else { return w.append(text) }
      let first = w.position
      text = try w.take(Int(length), f.text)
      w.note(f.text, .text(asciiText(text)), first)
    }
    for index in texts.indices { try visit(&texts[index], &w) }
    while w.isDecoding, w.remaining > 0 {
      var text: [UInt8] = []
      try visit(&text, &w)
      texts.append(text)
    }
  }

  private static func visit(_ options: inout [DNSOption], _ w: inout FieldVisitor) throws(WireError) {
    for index in options.indices { try options[index].visitFields(&w) }
    while w.isDecoding, w.remaining > 0 {
      var option = DNSOption(code: 0, data: [])
      try option.visitFields(&w)
      options.append(option)
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
