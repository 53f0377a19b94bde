import Documents
import Networking
import Synchronization

/// The sentences by key of `lessons/reference/`: fields, moments, layers, drops, evidence, tables. A file is read when a text
/// of it is first asked for; what is missing or wrong in it is for `check` to say, and is nil here.
package final class Reference: ReferenceTexts {
  private let source: @Sendable (_ name: String) -> Source?
  private let files = Mutex<[String: ReferenceFile]>([:])

  /// - Parameter source: the file of that name, `moments` or `tcp`; nil when there is none that can be read.
  package init(source: @escaping @Sendable (_ name: String) -> Source?) { self.source = source }

  /// One sentence about a field, by its name.
  package func field(_ name: String) -> LocalizedText? {
    guard let owner = Protocols.fields[name]?.first.flatMap(Reference.owner) else { return nil }
    return file(owner.name).fields[name]
  }

  /// What happened, with the moment's values: no device, no layer, no full stop.
  package func moment(_ moment: Moment) -> LocalizedText {
    sentence(file("moments").moments[moment.kind.name]?.text, moment)
  }

  /// The same in at most 60 columns, for narrow lists.
  package func short(_ moment: Moment) -> LocalizedText {
    let entry = file("moments").moments[moment.kind.name]
    return sentence(entry?.short ?? entry?.text, moment)
  }

  /// A kind's sentence with its slots unfilled.
  package func sentence(of kind: MomentKind) -> LocalizedText? { file("moments").moments[kind.name]?.text }

  package func hasMoment(_ kind: String) -> Bool { file("moments").moments[kind] != nil }

  /// What a moment's value is called where it is one of ours: `timed-out`, `Host unreachable`.
  package func word(_ value: String) -> LocalizedText? { file("moments").words[value] }

  package func drop(_ reason: DropReason) -> LocalizedText? { file("drops").drops[reason.rawValue] }

  package func evidence(_ rule: EvidenceRule) -> LocalizedText? { file("evidence").evidence[rule.rawValue] }

  /// The words of a device's table, from the file of the room that declares it.
  package func table(_ table: TableDescriptor) -> TableWords? {
    Room.declaring(table).flatMap { file($0).tables[table.id] }
  }

  /// What a layer is called.
  package func layer(_ layer: LayerKind) -> LocalizedText? { file("layers").layers[layer.rawValue]?.name }

  /// What a lesson names by `ref:`: `layers.transport`, `units.segment`.
  package func text(at key: String) -> LocalizedText? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "layers": return file("layers").layers[parts[1]]?.name
    case "units": return file("layers").units[parts[1]]?.name
    case "drops": return file("drops").drops[parts[1]]
    default: return nil
    }
  }

  /// The protocol that has a field.
  package static func owner(of field: Field) -> ProtocolDescriptor? {
    Protocols.all.first { $0.fields.contains { $0 === field } }
  }

  private func file(_ name: String) -> ReferenceFile {
    files.withLock { files in
      if let known = files[name] { return known }
      let source = source(name)
      // One wrong key does not take the other texts away.
      let file =
        source.flatMap { try? Document.parse($0) }.flatMap { ReferenceFile.shape($0.root) } ?? ReferenceFile()
      files[name] = file
      return file
    }
  }

  private func sentence(_ text: LocalizedText?, _ moment: Moment) -> LocalizedText {
    guard let text else { return LocalizedText(en: moment.kind.name, ko: moment.kind.name) }
    func filled(_ language: Language) -> String {
      var errors: [TextError] = []
      return Template(text[language], language: language, errors: &errors).filled { slot in
        guard let detail = moment.details.first(where: { $0.name == slot.name }) else { return "…" }
        let value = ExpressionValue(detail.value)
        if case .text(let key) = value, moment.kind.detail(slot.name)?.isWord == true, let word = word(key) {
          return word[language]
        }
        return value?.text ?? "…"
      }
    }
    return LocalizedText(en: filled(.en), ko: filled(.ko))
  }
}
