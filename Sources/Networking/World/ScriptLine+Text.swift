import Documents

extension ScriptLine {
  /// Reads `laptop: browse http://www.example.com/` or `laptop: ping printer [3]`.
  package init(_ text: String, in devices: [Device]) throws(TextError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw TextError("expected: DEVICE: COMMAND, like \"laptop: ping printer\"")
    }
    guard let device = devices.firstIndex(where: { $0.name == parts[0] }) else {
      throw TextError("no device \(quoted(parts[0]))" + suggestion(for: parts[0], in: devices.map(\.name)))
    }
    let words = parts[1].split(separator: " ").map(String.init)
    let offset = parts[0].utf8.count + 2
    switch words.first {
    case CommandVerb.browse.name:
      guard words.count == 2, let url = URL(words[1]) else {
        throw TextError(
          "browse takes one URL like http://www.example.com/, with a port from 1 to 65535 if it has one, in ASCII",
          atOffset: offset)
      }
      self.init(device: device, command: .browse(url))
    case CommandVerb.ping.name:
      guard (2...3).contains(words.count) else {
        throw TextError("ping takes a device or address", atOffset: offset)
      }
      let named = devices.first { $0.name == words[1] }?.address
      guard let address = named ?? IPv4Address(words[1]) else {
        if devices.contains(where: { $0.name == words[1] }) {
          throw TextError(
            "\(quoted(words[1])) has no address: nothing can be sent to it", atOffset: offset + 5)
        }
        throw TextError(
          "\(quoted(words[1])) is neither a device with an address nor an IPv4 address"
            + suggestion(for: words[1], in: devices.map(\.name)), atOffset: offset + 5)
      }
      let count = words.count == 3 ? Int(words[2]) : 1
      guard let count, (1...CommandVerb.ping.mostTimes!).contains(count) else {
        throw TextError("ping's count is a number from 1 to 1000", atOffset: offset + 5)
      }
      self.init(device: device, command: .ping(address, count: count))
    default:
      let known = CommandVerb.all.map(\.name)
      throw TextError(
        "unknown command \(quoted(words.first ?? ""))" + suggestion(for: words.first ?? "", in: known)
          + " (known: \(known.joined(separator: ", ")))", atOffset: offset)
    }
    guard devices[device].accepts(command) else {
      throw TextError("\(parts[0]) has nothing that can \(words[0]); add it to its \"runs\"")
    }
  }
}
