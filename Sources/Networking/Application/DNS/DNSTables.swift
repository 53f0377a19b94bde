extension TableDescriptor {
  private static let names = ["dns.qry.name", "dns.resp.name", "dns.a"]

  /// What the resolver library has asked and not yet handed over.
  package static let questions = TableDescriptor(
    "questions", order: 60, .learned,
    columns: [
      .cell("name", .text, isElastic: true), .cell("type", .text, least: 4), .cell("answer", .set(.ipv4)),
      .dissectPayload(
        "state", .text, values: ["asked", "none", "answered"], isTranslated: true, usual: "answered"),
    ],
    key: .value(of: "name", .text), relatedFields: names
  ) { host in
    host.applications.compactMap { ($0.value as? StubResolver)?.lookups }.joined().flatMap { lookup in
      lookup.queries.map { row(lookup, $0) }
    }
  }

  private static func row(_ lookup: StubResolver.Lookup, _ query: StubResolver.Lookup.Query) -> TableRow {
    let type = FieldValue.text(query.type.name ?? "\(query.type.rawValue)")
    let addresses = query.addresses?.map(FieldValue.ipv4)
    let state = addresses.map { $0.isEmpty ? "none" : "answered" } ?? "asked"
    return TableRow(
      key: [.number(UInt64(lookup.descriptor)), type],
      cells: [[.text(lookup.name)], [type], addresses ?? [], [.text(state)]],
      written: query.addresses == nil ? lookup.chosen : query.moment,
      shared: [.text(lookup.name)] + (addresses ?? []))
  }

  /// What a name server answers from.
  package static let records = TableDescriptor(
    "records", order: 80, .caused, hasTitles: false,
    columns: [
      .cell("name", .text, isElastic: true), .cell("type", .text, least: 5),
      .cell("value", .text, isElastic: true),
    ],
    key: .value(of: "name", .text), relatedFields: names
  ) { host in
    host.applications.compactMap { ($0.value as? NameServer)?.records }.joined().map(row)
  }

  private static func row(_ record: DNSRecord) -> TableRow {
    let name = FieldValue.text(record.name.description)
    let type = FieldValue.text(record.type.name ?? "\(record.type.rawValue)")
    var shared = [name]
    if case .address(let address) = record.data { shared.append(.ipv4(address)) }
    let value = FieldValue.text(record.data.text)
    return TableRow(key: [name, type, value], cells: [[name], [type], [value]], written: 0, shared: shared)
  }
}

extension DNSData {
  fileprivate var text: String {
    switch self {
    case .texts(let texts): texts.map { "\"\(asciiText($0))\"" }.joined(separator: " ")
    case .options(let options): options.map { "\($0.code)" }.joined(separator: " ")
    case .other(let bytes): "\(bytes.count) bytes"
    default: summary ?? ""
    }
  }
}
