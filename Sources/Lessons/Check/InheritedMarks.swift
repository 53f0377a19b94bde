import Documents
import Networking

/// Marks that a network brings for its own script, and that mean another connection in a lesson with a script of its own.
struct InheritedMarks {
  let lesson: Lesson
  let network: NetworkFile
  let source: Source

  /// One for each mark that the lesson names; none where the script is the network's.
  func notes(_ run: LessonRun) -> [Finding] {
    guard let script = lesson.network.script?.first else { return [] }
    let own = Set(lesson.marks.map(\.key))
    let inherited = network.marks.filter { !own.contains($0.key) && isNamed($0.key) }
    if inherited.isEmpty { return [] }
    var usual = TimelineContext([Timeline(network.world(seed: run.seed))])
    usual.findMarks(network.marks)
    var here = TimelineContext(run.branches.map(\.timeline), marks: run.marks)
    return inherited.compactMap { mark in
      guard let one = usual.connection(at: mark.key), let other = here.connection(at: mark.key), one != other
      else { return nil }
      return script.place.finding(
        "note: with this script the network's mark \(quoted(mark.key)) is of another connection (\(other)) than with its own (\(one)); say under \"marks\" which is meant"
      )
    }
  }

  /// As a word anywhere in the file: in expressions, places and texts.
  private func isNamed(_ mark: String) -> Bool {
    source.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == mark }
  }
}

extension TimelineContext {
  /// Finds those that are reached, in whichever order they need one another.
  fileprivate mutating func findMarks(_ all: [KeyedValue<Where>]) {
    var waiting = all
    while let index = waiting.firstIndex(where: { mark in
      mark.value.marks.allSatisfy { marks[$0.value] != nil }
    }) {
      let mark = waiting.remove(at: index)
      here = BranchMoment(moment: 0)
      if let moment = find(mark.value, after: 0) { marks[mark.key] = moment }
    }
  }

  /// Whose frame a mark has, without regard to direction and to the port that chance gave: `10.0.0.2 and 10.0.0.20, port 80`.
  fileprivate mutating func connection(at mark: String) -> String? {
    guard marks[mark] != nil, let unit = dissection(of: mark) else { return nil }
    func values(_ names: [String]) -> [String] {
      names.flatMap { unit.firstValue(named: $0) }.map(\.text)
    }
    var addresses = values(["ip.src", "ip.dst"])
    if addresses.isEmpty { addresses = values(["arp.src.proto_ipv4", "arp.dst.proto_ipv4"]) }
    if addresses.isEmpty { addresses = values(["eth.src", "eth.dst"]) }
    if addresses.isEmpty { return nil }
    let ports = values(["tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport"]).compactMap { Int($0) }
    return addresses.sorted().joined(separator: " and ") + (ports.min().map { ", port \($0)" } ?? "")
  }
}

extension Dissection {
  /// In the outermost layer that has it; one or none.
  fileprivate func firstValue(named name: String) -> [ExpressionValue] {
    for layer in layers {
      if let node = layer.nodes.first(where: { $0.field.name == name }) {
        return ExpressionValue(node.value).map { [$0] } ?? []
      }
    }
    return []
  }
}
