import Documents

/// A word by which a device is asked for something: in a line of the script, and by a person at the keyboard.
package struct CommandVerb: Equatable, Sendable {
  /// What comes after the word.
  package enum Object: Sendable {
    /// A device that has an address, or an address.
    case address
    case url
  }

  /// A number that may come after the object.
  package struct Amount: Equatable, Sendable {
    /// What it is when it is not said.
    package let usual: Int
    package let most: Int
    /// What it counts, as a noun: `count`, `bytes`.
    package let noun: String
  }

  package let name: String
  package let object: Object
  /// nil: no number comes after the object.
  package let amount: Amount?
  private let make: Make

  /// How a command comes of what is said.
  private enum Make: Sendable {
    case ofURL(@Sendable (URL) -> Command)
    case ofAddress(@Sendable (IPv4Address, Int) -> Command)
  }

  package static let browse = CommandVerb("browse") { .browse($0) }
  package static let curl = CommandVerb("curl") { .curl($0) }
  package static let ping = CommandVerb("ping", Amount(usual: 1, most: 1000, noun: "count")) {
    .ping($0, count: $1)
  }
  package static let print = CommandVerb("print", Amount(usual: 2400, most: 1_000_000, noun: "bytes")) {
    .print(PrintJob($0, bytes: $1))
  }
  package static let all = [browse, curl, ping, print]

  private init(_ name: String, ofURL make: @escaping @Sendable (URL) -> Command) {
    self.name = name
    object = .url
    amount = nil
    self.make = .ofURL(make)
  }

  private init(
    _ name: String, _ amount: Amount, ofAddress make: @escaping @Sendable (IPv4Address, Int) -> Command
  ) {
    self.name = name
    object = .address
    self.amount = amount
    self.make = .ofAddress(make)
  }

  package static func == (a: CommandVerb, b: CommandVerb) -> Bool { a.name == b.name }

  /// What is asked of a page; nil for a verb of addresses.
  package func command(_ url: URL) -> Command? {
    if case .ofURL(let make) = make { make(url) } else { nil }
  }

  /// What is asked of an address; nil for a verb of pages.
  package func command(_ address: IPv4Address, _ number: Int? = nil) -> Command? {
    if case .ofAddress(let make) = make { make(address, number ?? amount!.usual) } else { nil }
  }

  /// A command of this verb, to ask a program whether it does such things.
  var sample: Command { (command(URL("http://a/")!) ?? command(.unspecified))! }
}

extension Command {
  /// What comes after the verb: a page, or an address with the number that was said.
  package enum Object: Equatable, Sendable {
    case url(URL)
    case address(IPv4Address, Int)
  }

  package var object: Object {
    switch self {
    case .browse(let url), .curl(let url): .url(url)
    case .ping(let address, let count): .address(address, count)
    case .print(let job): .address(job.printer, job.bytes)
    }
  }

  /// As its line says it after the device: `ping 192.0.2.1 3`. A number that is the usual one is left out.
  package var text: String {
    switch object {
    case .url(let url): "\(verb.name) \(url.text)"
    case .address(let address, let number):
      "\(verb.name) \(address)" + (number == verb.amount?.usual ? "" : " \(number)")
    }
  }
}

extension ScriptLine {
  /// The line that reads as this one.
  package func text(in devices: [Device]) -> String {
    let time = time.map { "at \(Quantity.durationText($0)): " } ?? ""
    return "\(time)\(devices[device].name): \(command.text)"
  }
}
