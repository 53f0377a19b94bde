import Analysis
import Documents
import Networking

/// One thing that could happen on a network in which nothing does yet.
struct Suggestion: Equatable, Sendable {
  /// In a few words.
  var text: LocalizedText
  /// What is done, one after the other.
  var whatIfs: [WhatIf]
  /// The last of them is what an earlier suggestion does, by its number.
  var then: Int?
}

extension NetworkFacts {
  /// A ping, a page, the page again over a pulled cable, a ping next door; then the network's own script, when it is
  /// something else. Each as far as the network has what it takes.
  func suggestions(cables: [Cable], script: [ScriptLine]) -> [Suggestion] {
    var all: [Suggestion] = []
    let browsers = devices.indices.filter { devices[$0].accepts(CommandVerb.browse) }
    let scripted = script.first.map(\.device)
    let hosts = devices.indices.filter { devices[$0].kind == .host && devices[$0].address != nil }
    guard let here = scripted ?? browsers.first ?? hosts.first else { return scriptSuggestion(script, all) }
    let page = page(script, from: here)
    let there = page.flatMap(server(of:)) ?? self.hosts(from: here).last
    if let there, let address = devices[there].address, there != here {
      all.append(ping(here, there, address))
    }
    if let page, browsers.contains(here) {
      let ask = WhatIf.ask(ScriptLine(device: here, command: .browse(page)))
      all.append(Suggestion(text: Texts.opensThePage(label(here)), whatIfs: [ask]))
    }
    if let last = all.last, let there, let cable = cable(between: here, there, cables) {
      let ends = cables[cable].ends.map { label($0.device) }
      all.append(
        Suggestion(
          text: Texts.sameWithoutCable(ends[0], ends[1]), whatIfs: [.cut(cable: cable)] + last.whatIfs,
          then: all.count))
    }
    if let (one, other) = neighbours(besides: here), let address = devices[other].address {
      all.append(ping(one, other, address))
    }
    return scriptSuggestion(script, all)
  }

  /// What the script does stands for itself when nothing else does the same.
  private func scriptSuggestion(_ script: [ScriptLine], _ all: [Suggestion]) -> [Suggestion] {
    guard let first = script.first else { return all }
    if script.count == 1, all.contains(where: { $0.whatIfs == [.ask(first)] }) { return all }
    return all + [Suggestion(text: Texts.inStore(script.count), whatIfs: [.script])]
  }

  private func ping(_ from: Int, _ to: Int, _ address: IPv4Address) -> Suggestion {
    Suggestion(
      text: Texts.asksWhetherThere(label(from), label(to)),
      whatIfs: [.ask(ScriptLine(device: from, command: .ping(address, count: 1)))])
  }

  /// As the screen calls it; a label that pictures needed short is the whole name here.
  private func label(_ device: Int) -> LocalizedText {
    let (name, label) = (devices[device].name, devices[device].label)
    func whole(_ text: String) -> String { name.hasPrefix(text) ? name : text }
    return LocalizedText(en: whole(label.en), ko: whole(label.ko))
  }

  /// The script's page, else the one whose server is the furthest away.
  private func page(_ script: [ScriptLine], from device: Int) -> URL? {
    for line in script { if case .browse(let url) = line.command { return url } }
    let distances = topology.distances(from: device)
    let served = pages.compactMap { page in
      server(of: page).map { (page, distances[$0] ?? -1) }
    }
    return served.max { $0.1 < $1.1 }?.0
  }

  /// The cable in the middle of the way: between two routers where there are some, else the last.
  private func cable(between one: Int, _ other: Int, _ cables: [Cable]) -> Int? {
    let path = topology.path(from: one, to: other)
    let way = zip(path, path.dropFirst()).compactMap { pair in
      cables.firstIndex { Set($0.ends.map(\.device)) == [pair.0, pair.1] }
    }
    let routed = way.filter { cables[$0].ends.allSatisfy { devices[$0.device].kind == .router } }
    return routed.isEmpty ? way.last : routed[routed.count / 2]
  }

  /// Two hosts on one link, neither of them this one.
  private func neighbours(besides device: Int) -> (Int, Int)? {
    let near = Array(hosts(from: device).lazy.filter { routers(from: device, to: $0) == 0 }.prefix(2))
    return near.count > 1 ? (near[0], near[1]) : nil
  }
}
