import Documents

extension ScriptLine {
  /// Reads `laptop: browse http://www.example.com/`, `laptop: ping printer [3]`, `at 25s: laptop: ping printer`.
  package init(_ text: String, in devices: [Device]) throws(TextError) {
    guard text.hasPrefix("at ") else {
      try self.init(untimed: text, in: devices)
      return
    }
    let parts = text.dropFirst("at ".count).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw TextError("expected: at TIME: DEVICE: COMMAND, like \"at 25s: laptop: ping printer\"")
    }
    let time = try ScriptLine.time(String(parts[0].trimmed))
    let rest = parts[1].trimmed
    do throws(TextError) {
      try self.init(untimed: String(rest), in: devices)
    } catch {
      let offset = text.utf8.count - parts[1].drop { $0 == " " }.utf8.count
      throw TextError(error.message, atOffset: offset + (error.offset ?? 0))
    }
    self.time = time
  }

  /// A day is longer than any walk.
  private static let latest: Int64 = 86_400_000_000_000

  private static func time(_ text: String) throws(TextError) -> Int64 {
    let why: String
    do throws(TextError) {
      let time = try Quantity.duration(text)
      if time <= latest { return time }
      why = "it can be at most \(Quantity.durationText(latest))"
    } catch {
      why = error.message
    }
    throw TextError(
      "\(quoted(text)) is not a time like 25s" + (why.isEmpty ? "" : ": \(why)"), atOffset: "at ".utf8.count)
  }

  private init(untimed text: String, in devices: [Device]) throws(TextError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw TextError("expected: DEVICE: COMMAND, like \"laptop: ping printer\"")
    }
    guard let device = devices.firstIndex(where: { $0.name == parts[0] }) else {
      throw TextError("no device \(quoted(parts[0]))" + suggestion(for: parts[0], in: devices.map(\.name)))
    }
    let words = parts[1].split(separator: " ").map(String.init)
    let offset = parts[0].utf8.count + 2
    let known = CommandVerb.all.map(\.name)
    guard let verb = CommandVerb.all.first(where: { $0.name == words.first }) else {
      throw TextError(
        "unknown command \(quoted(words.first ?? ""))" + suggestion(for: words.first ?? "", in: known)
          + " (known: \(known.joined(separator: ", ")))", atOffset: offset)
    }
    do throws(TextError) {
      self.init(
        device: device, command: try ScriptLine.command(verb, Array(words.dropFirst()), in: devices))
    } catch {
      throw TextError(error.message, atOffset: offset + (error.offset ?? 0))
    }
    guard devices[device].accepts(command) else {
      throw TextError("\(parts[0]) has nothing that can \(words[0]); add it to its \"runs\"")
    }
  }

  /// - Parameter words: those after the verb. Offsets of errors count from the verb.
  private static func command(
    _ verb: CommandVerb, _ words: [String], in devices: [Device]
  ) throws(TextError) -> Command {
    guard let amount = verb.amount else {
      guard words.count == 1, let command = URL(words[0]).flatMap({ verb.command($0) }) else {
        throw TextError(
          "\(verb.name) takes one URL like http://www.example.com/, with a port from 1 to 65535 if it has one, in ASCII"
        )
      }
      return command
    }
    guard (1...2).contains(words.count) else {
      throw TextError("\(verb.name) takes a device or address, and a number if you like (\(amount.noun))")
    }
    let place = verb.name.utf8.count + 1
    let named = devices.first { $0.name == words[0] }
    guard let address = named?.address ?? IPv4Address(words[0]) else {
      let why =
        named == nil
        ? "is neither a device with an address nor an IPv4 address"
          + suggestion(for: words[0], in: devices.map(\.name))
          + " (devices: \(devices.filter { $0.address != nil }.map(\.name).joined(separator: ", ")))"
        : "has no address: nothing can be sent to it"
      throw TextError("\(quoted(words[0])) \(why)", atOffset: place)
    }
    let number = words.count == 2 ? Int(words[1]) : amount.usual
    guard let number, (1...amount.most).contains(number), let command = verb.command(address, number) else {
      throw TextError("\(verb.name)'s \(amount.noun) is a number from 1 to \(amount.most)", atOffset: place)
    }
    return command
  }
}

extension Substring {
  /// Without the blanks around it.
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    return start.prefix(start.count - start.reversed().prefix { $0 == " " }.count)
  }
}
