import Analysis
import Documents
import Networking

/// The map.
extension Texts {
  static let noCable = both("No cable leads to it.", "연결된 케이블이 없습니다.")

  /// How the unit shown ends here: lost between two devices, or dropped in one; nil: it goes on.
  static func end(
    of scene: Scene, _ topology: Topology, _ reference: (any ReferenceTexts)?, _ language: Language
  ) -> String? {
    if scene.cableEvent == .lost, let crossing = scene.crossing {
      let ends = [crossing.from, crossing.to].map { topology.devices[$0].label[language] }
      return lostBetween(ends[0], ends[1], language)
    }
    return scene.moment.drop.map { dropped($0, reference, language) }
  }

  private static func lostBetween(_ from: String, _ to: String, _ language: Language) -> String {
    language == .en ? "lost between \(from) and \(to)" : "\(from.with("과/와")) \(to) 사이에서 사라짐"
  }

  static func framesWait(_ count: Int, _ language: Language) -> String {
    language == .en
      ? "\(count) frame\(count == 1 ? "" : "s") wait\(count == 1 ? "s" : "") for the cable"
      : "프레임 \(count)개가 케이블이 비기를 기다립니다"
  }

  /// `1 Gbps, 5 µs to laptop, phone`
  static func cable(_ cable: Cable, to names: [String], _ language: Language) -> String {
    let what = "\(rate(cable.rate)), \(delay(cable.delay))"
    let names = names.joined(separator: ", ")
    return language == .en ? "\(what) to \(names)" : "\(names)까지 \(what)"
  }

  /// In the largest unit that keeps it whole.
  static func rate(_ bits: Int64) -> String {
    let units: [(Int64, String)] = [(1_000_000_000, "Gbps"), (1_000_000, "Mbps"), (1000, "kbps")]
    for (size, name) in units where bits >= size && bits % size == 0 { return "\(bits / size) \(name)" }
    return "\(bits) bps"
  }

  static func delay(_ nanoseconds: Int64) -> String {
    let units: [(Int64, String)] = [(1_000_000_000, "s"), (1_000_000, "ms"), (1000, "µs")]
    for (size, name) in units where nanoseconds >= size && nanoseconds % size == 0 {
      return "\(nanoseconds / size) \(name)"
    }
    return "\(nanoseconds) ns"
  }
}
