import Documents
import Networking

/// One file of `lessons/reference/`; each holds one sort of text.
package struct ReferenceFile: Sendable {
  package struct Sentence: Hashable, Sendable {
    package var text: LocalizedText
    /// At most 60 columns.
    package var short: LocalizedText?
    /// Where what came in was dropped in this moment, in at most 60 columns: for kinds that are no drop of themselves.
    package var dropped: LocalizedText?
  }

  package struct Named: Hashable, Sendable {
    package var name: LocalizedText
    package var does: LocalizedText
  }

  package var title: LocalizedText?
  package var fields: [String: LocalizedText] = [:]
  package var moments: [String: Sentence] = [:]
  package var drops: [String: LocalizedText] = [:]
  /// Reasons for drops in two or three words.
  package var names: [String: LocalizedText] = [:]
  /// What a moment's values that are words are called, by the value.
  package var words: [String: LocalizedText] = [:]
  package var evidence: [String: LocalizedText] = [:]
  package var layers: [String: Named] = [:]
  package var units: [String: Named] = [:]
  /// By kind.
  package var devices: [String: Named] = [:]
  /// Of a TCP connection, by name.
  package var states: [String: LocalizedText] = [:]
  package var tables: [String: TableWords] = [:]

  /// Takes over what is not there yet.
  mutating func add(_ other: ReferenceFile) {
    func merge<Value>(_ own: inout [String: Value], _ new: [String: Value]) {
      own.merge(new) { known, _ in known }
    }
    merge(&fields, other.fields)
    merge(&moments, other.moments)
    merge(&drops, other.drops)
    merge(&names, other.names)
    merge(&words, other.words)
    merge(&evidence, other.evidence)
    merge(&layers, other.layers)
    merge(&units, other.units)
    merge(&devices, other.devices)
    merge(&states, other.states)
    merge(&tables, other.tables)
  }

  package static func decode(_ source: Source) throws(DocumentError) -> ReferenceFile {
    try Document.decode(source, as: shape)
  }

  /// The keys of its texts, by which such a file is told from others. Networks have `devices`, too.
  package static let sections = [
    "fields", "moments", "words", "drops", "names", "evidence", "layers", "units", "states", "tables",
  ]

  package static let shape = Shape<ReferenceFile>.mapping("reference") { m in
    _ = m.required("format", .integer(in: 1...1), "version of this format")
    _ = m.optional("protocol", .key(knownProtocol), "the protocol whose fields these are, by its filter name")
    var file = ReferenceFile()
    file.title = m.optional("title", .localized, "the protocol's name")
    file.fields = dictionary(
      m.optional("fields", templates(.none).entries(keys: .key(field)), "by field name"))
    file.moments = dictionary(
      m.optional("moments", sentence.entries(keys: .key(momentKind)), "by kind of moment"))
    file.words = dictionary(
      m.optional("words", templates(.none).entries(keys: .key()), "by value of a moment's detail"))
    file.drops = dictionary(m.optional("drops", templates(.none).entries(keys: .key()), "by reason"))
    file.names = dictionary(
      m.optional("names", templates(.none).entries(keys: .key()), "reasons in two or three words"))
    file.evidence = dictionary(m.optional("evidence", templates(.any).entries(keys: .key()), "by rule"))
    file.layers = dictionary(m.optional("layers", named.entries(keys: .key(layer)), "by layer"))
    file.units = dictionary(m.optional("units", named.entries(keys: .key()), "by unit of data"))
    file.devices = dictionary(
      m.optional("devices", named.entries(keys: .key(deviceKind)), "by kind of device"))
    file.states = dictionary(
      m.optional("states", templates(.none).entries(keys: .key(tcpState)), "by state of a TCP connection"))
    file.tables = dictionary(
      m.optional("tables", TableWords.shape.entries(keys: .key(table)), "by table of a device"))
    return file
  }

  static func dictionary<Value>(_ entries: [KeyedValue<Value>]?) -> [String: Value] {
    Dictionary(entries?.map { ($0.key, $0.value) } ?? [], uniquingKeysWith: { first, _ in first })
  }

  // MARK: Texts

  /// Which slots a text may have.
  package enum Slots { case none, any }

  /// Texts whose braces are read once here, so that what is wrong in them is found by `check`.
  static func templates(_ slots: Slots) -> Shape<LocalizedText> {
    let text = Shape<LocalizedText>.localized
    return Shape(expected: text.expected, describe: text.describe) { node in
      guard let texts = text(node) else { return nil }
      check(texts, node, slots)
      return texts
    }
  }

  /// Reports what is wrong with the braces of a text.
  package static func check(_ texts: LocalizedText, _ node: DocumentNode, _ slots: Slots) {
    for language in Language.allCases {
      guard let place = node[language.rawValue] else { continue }
      var errors: [TextError] = []
      let template = Template(texts[language], language: language, errors: &errors)
      for error in errors { place.report(error.message, atOffset: error.offset ?? 0) }
      guard slots == .none, let slot = template.slots.first else { continue }
      place.report("this text can have no values in it", atOffset: slot.offset)
    }
  }

  /// Texts whose slots can only be these names.
  static func checkSlots(_ node: DocumentNode, among known: [String], _ refusal: String) {
    for language in Language.allCases {
      guard let text = node[language.rawValue], let written = text.text else { continue }
      var errors: [TextError] = []
      for slot in Template(written, language: language, errors: &errors).slots
      where !known.contains(slot.name) {
        let hint = suggestion(for: slot.name, in: known)
        let list = known.isEmpty ? "none" : known.joined(separator: ", ")
        text.report("\(refusal) \(quoted(slot.name))\(hint) (known: \(list))", atOffset: slot.offset)
      }
    }
  }

  /// `{en: …, ko: …, short: {en: …, ko: …}, dropped: {en: …, ko: …}}`
  private static let sentence = Shape<Sentence>.mapping("sentence") { m in
    let en = m.required("en", .text, "what happened, without a subject")
    let ko = m.required("ko", .text, "the same in Korean")
    let short = m.optional("short", templates(.any), "the same in at most 60 columns")
    let dropped = m.optional(
      "dropped", templates(.any), "where the moment ends in a drop, in at most 60 columns")
    guard let en, let ko else { return nil }
    let text = LocalizedText(en: en, ko: ko)
    check(text, m.node, .any)
    if case .entry(let name) = m.node.name, let kind = MomentKind.all.first(where: { $0.name == name }) {
      let known = kind.details.filter { !$0.isOptional }.map(\.name)
      for node in [m.node, m.node["short"], m.node["dropped"]].compactMap(\.self) {
        checkSlots(node, among: known, "not every \(name) has")
      }
    }
    return Sentence(text: text, short: short, dropped: dropped)
  }

  private static let named = Shape<Named>.mapping("name") { m in
    let name = m.required("name", templates(.none), "what it is called")
    let does = m.required("does", templates(.none), "what it is for")
    guard let name, let does else { return nil }
    return Named(name: name, does: does)
  }

  // MARK: Keys

  private static func field(_ key: String) -> String? {
    if Protocols.fields[key]?.contains(where: { $0.name == key }) == true { return nil }
    return "no field is called \(quoted(key))\(suggestion(for: key, in: Protocols.fields.keys.sorted()))"
  }

  private static func momentKind(_ key: String) -> String? {
    let known = MomentKind.all.map(\.name)
    if known.isEmpty || known.contains(key) { return nil }
    return "no kind of moment is called \(quoted(key))\(suggestion(for: key, in: known))"
  }

  private static func table(_ key: String) -> String? {
    let known = TableDescriptor.all.map(\.id)
    if known.contains(key) { return nil }
    return "no table is called \(quoted(key))\(suggestion(for: key, in: known)) "
      + "(known: \(known.joined(separator: ", ")))"
  }

  private static func layer(_ key: String) -> String? { missing(key, "layer", LayerKind.allCases) }
  private static func deviceKind(_ key: String) -> String? {
    missing(key, "kind of device", Device.Kind.allCases)
  }
  private static func tcpState(_ key: String) -> String? { missing(key, "state of TCP", TCPState.allCases) }

  private static func missing<Value: RawRepresentable<String>>(
    _ key: String, _ what: String, _ all: [Value]
  ) -> String? {
    let known = all.map(\.rawValue)
    if known.contains(key) { return nil }
    return "no \(what) is called \(quoted(key)) (known: \(known.joined(separator: ", ")))"
  }

  private static func knownProtocol(_ key: String) -> String? {
    if Protocols.named(key) != nil { return nil }
    return
      "no protocol is called \(quoted(key)) (known: \(Protocols.all.map(\.name).joined(separator: ", ")))"
  }
}

extension Shape<String> {
  /// A key with dots in it; `objection` says what is wrong with it.
  static func key(_ objection: @escaping @Sendable (String) -> String? = { _ in nil }) -> Shape {
    .parsed("a name") { text throws(TextError) in
      if let problem = objection(text) { throw TextError(problem, atOffset: 0) }
      return text
    }
  }
}
