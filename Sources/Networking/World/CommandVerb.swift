import Documents

/// A word by which a device is asked for something: in a line of the script, and by a person at the keyboard.
package struct CommandVerb: Equatable, Sendable {
  /// What comes after the word.
  package enum Object: Sendable {
    /// A device that has an address, or an address.
    case address
    case url
  }

  package let name: String
  package let object: Object
  /// How many times it can be asked for at once, as a number after the object; nil: once.
  package let mostTimes: Int?

  package static let browse = CommandVerb(name: "browse", object: .url, mostTimes: nil)
  package static let ping = CommandVerb(name: "ping", object: .address, mostTimes: 1000)
  package static let all = [browse, ping]

  /// A command of this verb, to ask a program whether it does such things.
  var sample: Command {
    switch object {
    case .address: .ping(.unspecified, count: 1)
    case .url: .browse(URL("http://a/")!)
    }
  }
}

extension Command {
  /// As its line says it after the device: `ping 192.0.2.1 3`.
  package var text: String {
    switch self {
    case .browse(let url): "\(verb.name) \(url.text)"
    case .ping(let address, let count): "\(verb.name) \(address)" + (count == 1 ? "" : " \(count)")
    }
  }
}

extension ScriptLine {
  /// The line that reads as this one.
  package func text(in devices: [Device]) -> String { "\(devices[device].name): \(command.text)" }
}
