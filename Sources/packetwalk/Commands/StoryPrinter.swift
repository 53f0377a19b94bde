import Analysis
import Documents
import Lessons
import Networking
import UI

/// Prints moments as they happen.
struct StoryPrinter {
  let output: StandardOutput
  let format: Run.Format
  let reference: ReferenceLibrary
  let language: Language

  func print(_ moment: Moment, _ world: World) throws {
    let device = moment.device.map { world.devices[$0].name } ?? "you"
    let text = reference.moment(moment)[language]
    switch format {
    case .story: try output.line(story(moment, device, text))
    case .json: try output.line(json(moment, device, text).line)
    }
  }

  private func story(_ moment: Moment, _ device: String, _ text: String) -> String {
    let layer = moment.device == nil ? "" : moment.layer.rawValue
    let head = "\(secondsText(moment.time))  \(padded(device, 8)) \(padded(layer, 11)) "
    let drop = moment.drop.map { reason in
      let why = reference.drop(reason)?[language] ?? reason.rawValue
      return "  ✗ \(reason.rawValue): \(why)"
    }
    return head + text + (drop ?? "")
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }

  private func json(_ moment: Moment, _ device: String, _ text: String) -> JSONValue {
    .object([
      ("n", .number(moment.number)), ("time", .string(secondsText(moment.time))), ("device", .string(device)),
      ("layer", .string(moment.layer.rawValue)), ("kind", .string(moment.kind.name)), ("text", .string(text)),
      ("cause", moment.cause == 0 ? .null : .number(moment.cause)),
      ("frame", moment.frame.map(JSONValue.number) ?? .null),
      ("drop", moment.drop.map { .string($0.rawValue) } ?? .null),
      (
        "changes",
        .array(
          moment.changes.map { change in
            .object([
              ("table", .string(change.table)), ("key", .string(change.key)),
              ("before", change.before.map(JSONValue.string) ?? .null),
              ("after", change.after.map(JSONValue.string) ?? .null),
            ])
          })
      ),
    ])
  }
}
