import Analysis
import Documents
import Networking

/// How devices are called in a line that is typed: by their names in the network file, or by what the screen calls them.
struct DeviceNames: Sendable {
  let devices: [Networking.Device]
  let language: Language

  /// What is offered: in Korean the label, where no other device has it.
  func name(_ index: Int) -> String {
    let label = devices[index].label[language]
    let isPlain = language == .ko && !label.contains(" ") && find(label) == index
    return isPlain ? label : devices[index].name
  }

  /// The device that a whole word names.
  func find(_ word: String) -> Int? {
    let typed = word.lowercased()
    if let index = devices.firstIndex(where: { $0.name.lowercased() == typed }) { return index }
    let labelled = devices.indices.filter { index in
      Language.allCases.contains { devices[index].label[$0].lowercased() == typed }
    }
    return labelled.count == 1 ? labelled[0] : nil
  }

  /// Devices that a word is the beginning of, one it names outright first.
  func beginning(with word: String) -> [Int] {
    let typed = word.lowercased()
    let fitting = devices.indices.filter { index in
      ([devices[index].name] + Language.allCases.map { devices[index].label[$0] })
        .contains { $0.lowercased().hasPrefix(typed) }
    }
    guard let exact = find(word), fitting.contains(exact) else { return fitting }
    return [exact] + fitting.filter { $0 != exact }
  }

  /// What was most likely meant by a word that names none of these.
  func nearest(_ word: String, among some: [Int]) -> Int? {
    let names = some.flatMap { index in
      Set([devices[index].name] + Language.allCases.map { devices[index].label[$0] }).map { ($0, index) }
    }
    return Documents.nearest(to: word, in: names.map(\.0)).flatMap { found in
      names.first { $0.0 == found }?.1
    }
  }

  /// Its address on its first interface; nil for a switch.
  func address(_ index: Int) -> IPv4Address? { devices[index].address }

  /// A label that differs from the name is said, once.
  func shown(_ index: Int) -> String {
    let label = devices[index].label[language]
    return label == name(index) ? "" : Texts.shownAs(label, language)
  }
}

extension WhatIf {
  /// The command line that does it; nil for what is no line's.
  func line(_ names: DeviceNames, cables: [Cable]) -> String? {
    let verb: Verb?
    var words: [String] = []
    switch self {
    case .ask(let line):
      verb = Verb(.command(line.command.verb))
      words.append(names.name(line.device))
      switch line.command.object {
      case .url(let url): words.append(url.shortText)
      case .address(let address, let number):
        let owner = names.devices.indices.first { names.address($0) == address }
        words.append(owner.map(names.name) ?? address.description)
        if number != line.command.verb.amount?.usual { words.append(String(number)) }
      }
    case .cut(let cable), .plug(let cable):
      verb = Verb(self == .cut(cable: cable) ? .cut : .plug)
      words += cables[cable].ends.map { names.name($0.device) }
    case .script: verb = Verb(.script)
    case .edit, .lose, .delay, .damage, .join, .restart, .wait, .decide, .look: return nil
    }
    return verb.map { ([$0.words[names.language]] + words).joined(separator: " ") }
  }
}

extension URL {
  /// As it is typed into a browser: without the scheme, and without a path that is only `/`.
  var shortText: String {
    let rest = text.dropFirst("http://".count)
    return String(path == "/" ? rest.dropLast() : rest)
  }
}
