import Documents
import Networking
import Synchronization

/// The sentences by key of `lessons/reference/`: fields, moments, layers, drops, evidence, tables. A text is read when it
/// is first asked for; what is missing or wrong in a file is for `check` to say, and is nil here.
package final class ReferenceLibrary: ReferenceTexts {
  private let source: @Sendable (_ name: String) -> Source?
  private let files = Mutex<[String: Loaded]>([:])

  /// A file as far as its texts were asked for.
  private struct Loaded {
    let source: Source?
    var texts = ReferenceFile()
    var isWhole = false
  }

  /// - Parameter source: the file of that name, `moments` or `tcp`; nil when there is none that can be read.
  package init(source: @escaping @Sendable (_ name: String) -> Source?) { self.source = source }

  /// One sentence about a field, by its name.
  package func field(_ name: String) -> LocalizedText? {
    guard let owner = Protocols.fields[name]?.first.flatMap(ReferenceLibrary.owner) else { return nil }
    return text(owner.name, "fields", \.fields, name)
  }

  /// What happened, with the moment's values: no device, no layer, no full stop.
  package func moment(_ moment: Moment) -> LocalizedText {
    let entry = entry(moment.kind)
    return sentence(entry?.dropped(in: moment) ?? entry?.text, moment)
  }

  /// The same in at most 60 columns, for narrow lists.
  package func short(_ moment: Moment) -> LocalizedText {
    let entry = entry(moment.kind)
    return sentence(entry?.dropped(in: moment) ?? entry?.short ?? entry?.text, moment)
  }

  /// A kind's sentence with its slots unfilled.
  package func sentence(of kind: MomentKind) -> LocalizedText? { entry(kind)?.text }

  private func entry(_ kind: MomentKind) -> ReferenceFile.Sentence? {
    text("moments", "moments", \.moments, kind.name)
  }

  package func hasMoment(_ kind: String) -> Bool {
    text("moments", "moments", \.moments, kind) != nil
  }

  /// What a moment's value is called where it is one of ours: `timed-out`, `Host unreachable`.
  package func word(_ value: String) -> LocalizedText? { text("moments", "words", \.words, value) }

  package func drop(_ reason: DropReason) -> LocalizedText? {
    text("drops", "drops", \.drops, reason.rawValue)
  }

  package func name(of reason: DropReason) -> LocalizedText? {
    text("drops", "names", \.names, reason.rawValue)
  }

  package func evidence(_ rule: OriginKind) -> LocalizedText? {
    text("evidence", "evidence", \.evidence, rule.rawValue)
  }

  /// The words of a device's table, from the file of the room that declares it.
  package func table(_ table: TableDescriptor) -> TableWords? {
    BehaviourDescriptor.declaring(table).flatMap { text($0, "tables", \.tables, table.id) }
  }

  /// What a layer is called.
  package func layer(_ layer: LayerKind) -> LocalizedText? {
    text("layers", "layers", \.layers, layer.rawValue)?.name
  }

  // MARK: What the reference lists

  /// What a layer is called, and what it does.
  package func entry(_ layer: LayerKind) -> ReferenceFile.Named? {
    text("layers", "layers", \.layers, layer.rawValue)
  }

  /// The units of data, the smallest first, as the file has them.
  package var units: [ReferenceFile.Named] {
    ["bit", "frame", "packet", "segment", "datagram", "message"].compactMap {
      text("layers", "units", \.units, $0)
    }
  }

  package func entry(_ kind: Device.Kind) -> ReferenceFile.Named? {
    text("states", "devices", \.devices, kind.rawValue)
  }

  /// In one sentence, what a connection in this state waits for.
  package func state(_ state: TCPState) -> LocalizedText? {
    text("states", "states", \.states, state.rawValue)
  }

  /// What a lesson names by `ref:`: `layers.transport`, `units.segment`.
  package func text(at key: String) -> LocalizedText? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "layers": return text("layers", "layers", \.layers, parts[1])?.name
    case "units": return text("layers", "units", \.units, parts[1])?.name
    case "drops": return text("drops", "drops", \.drops, parts[1])
    default: return nil
    }
  }

  /// The protocol that has a field.
  package static func owner(of field: Field) -> ProtocolDescriptor? {
    Protocols.all.first { $0.fields.contains { $0 === field } }
  }

  /// A text of a file, read by itself where its lines can be told from the others', else with the whole file.
  private func text<Text: Sendable>(
    _ name: String, _ section: String, _ texts: KeyPath<ReferenceFile, [String: Text]>, _ key: String
  ) -> Text? {
    files.withLock { files in
      var file = files[name] ?? Loaded(source: source(name))
      if let known = file.texts[keyPath: texts][key] ?? nil { return known }
      if file.isWhole { return nil }
      if let part = file.source?.entry(key, in: section).flatMap(ReferenceLibrary.read),
        part[keyPath: texts][key] != nil
      {
        file.texts.add(part)
      } else {
        file.texts = file.source.flatMap(ReferenceLibrary.read) ?? ReferenceFile()
        file.isWhole = true
      }
      files[name] = file
      return file.texts[keyPath: texts][key]
    }
  }

  /// One wrong key does not take the other texts away.
  private static func read(_ source: Source) -> ReferenceFile? {
    (try? Document.parse(source)).flatMap { ReferenceFile.shape($0.root) }
  }

  private func sentence(_ text: LocalizedText?, _ moment: Moment) -> LocalizedText {
    guard let text else { return LocalizedText(en: moment.kind.name, ko: moment.kind.name) }
    func filled(_ language: Language) -> String {
      var errors: [TextError] = []
      let says = Template(text[language], language: language, errors: &errors).filled { slot in
        guard let detail = moment.details.first(where: { $0.name == slot.name }) else { return "…" }
        let field = moment.kind.detail(slot.name)
        if case .text(let key) = detail.value, field?.isWord == true, let word = word(key) {
          return word[language]
        }
        guard let text = field?.reading(of: detail)?.text else { return "…" }
        // A segment may have no flag at all.
        return text.isEmpty ? "–" : text
      }
      return language == .en ? says.replacing(" 1 bytes", with: " 1 byte") : says
    }
    return LocalizedText(en: filled(.en), ko: filled(.ko))
  }
}

extension ReferenceFile.Sentence {
  /// What is said instead where the moment ended in a drop.
  fileprivate func dropped(in moment: Moment) -> LocalizedText? { moment.drop == nil ? nil : dropped }
}
