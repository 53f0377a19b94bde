import Analysis
import Documents
import Foundation
import Networking

@testable import Lessons

/// A small lesson on two hosts and a switch, in a folder of its own.
struct LessonSample {
  let folder: String
  let library: LessonLibrary

  init(_ lesson: String = LessonSample.lesson, name: String = "08-arp.yaml") throws {
    let id = UInt64.random(in: 0...UInt64.max)
    folder = NSTemporaryDirectory() + "/packetwalk-lessons-\(id)"
    for part in ["networks", "reference"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
    }
    library = LessonLibrary(folders: [folder])
    try Self.network.write(toFile: "\(folder)/networks/pair.yaml", atomically: true, encoding: .utf8)
    try Self.moments.write(toFile: "\(folder)/reference/moments.yaml", atomically: true, encoding: .utf8)
    // The words of the tables that two hosts and a switch have.
    for name in ["arp", "ip", "switch"] {
      let own = BuiltInTests.repository.appendingPathComponent("lessons/reference/\(name).yaml")
      let tables = try String(contentsOf: own, encoding: .utf8).components(separatedBy: "\ntables:\n")[1]
      try "format: 1\ntables:\n\(tables)".write(
        toFile: "\(folder)/reference/\(name).yaml", atomically: true, encoding: .utf8)
    }
    for (name, text) in Self.registries {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    try lesson.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func run(seed: UInt64? = nil) throws -> LessonRun {
    let source = Source(
      name: "08-arp.yaml", text: try String(contentsOfFile: folder + "/08-arp.yaml", encoding: .utf8))
    let (lesson, network) = try Lesson.decode(source, library: library)
    return try LessonRun(
      lesson, on: network, seed: seed, reference: ReferenceLibrary(library), registries: library.registries())
  }

  /// What `check` says of the sample lesson after a change, without file names.
  static func findings(_ old: String, _ new: String) throws -> [String] {
    try checked(old, new).ordered.map { "\($0.line):\($0.column): \($0.text)" }
  }

  /// What `check` found after a change.
  static func checked(_ old: String, _ new: String) throws -> LessonCheck {
    precondition(lesson.contains(old), "the sample has \(old)")
    let sample = try LessonSample(lesson.replacingOccurrences(of: old, with: new))
    defer { sample.remove() }
    var check = LessonCheck(sample.library, measure: Self.rows)
    check.check(sample.folder + "/08-arp.yaml", isFolder: false)
    return check
  }

  /// Rows without regard to words: Korean letters are two columns wide.
  @Sendable static func rows(_ text: String, _ columns: Int) -> Int {
    (text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x1100 ? 2 : 1) } + columns - 1) / columns
  }

  static let network = """
    format: 1
    id: pair
    title: {en: "Two hosts", ko: "호스트 두 대"}
    clock: "2026-03-02T09:00:00+09:00"
    devices:
      laptop:
        kind: host
        label: {en: laptop, ko: 노트북}
        interfaces:
          eth0: {mac: "00:00:5e:00:53:10", address: "10.0.0.2/24"}
      printer:
        kind: host
        label: {en: print, ko: 프린터}
        interfaces:
          eth0: {mac: "00:00:5e:00:53:12", address: "10.0.0.20/24"}
      switch: {kind: switch, label: {en: switch, ko: 스위치}, ports: 4}
    cables:
      - {ends: [laptop.eth0, switch.1], rate: 1Gbps, delay: 5us}
      - {ends: [printer.eth0, switch.2], rate: 1Gbps, delay: 5us}
    script:
      - "laptop: ping printer"
    """

  static let registries = [
    "cards.yaml": """
    format: 2
    cards:
      arp-request-broadcast:
        title: {en: "A request goes to all", ko: "요청은 모두에게 간다"}
        layer: link
        topic: arp
        taught: arp/ask
      arp-target-ip:
        title: {en: "A request names an address", ko: "요청은 주소를 적는다"}
        layer: link
        topic: arp
        taught: arp/ask
      ethernet-padding:
        title: {en: "Short frames are filled", ko: "짧은 프레임은 채운다"}
        layer: link
        topic: arp
        taught: arp/answer
    """,
    "mistakes.yaml": """
    format: 2
    mistakes:
      knows-before-asking:
        name: {en: "It knows before it asks", ko: "묻기 전에 안다"}
        say: {en: "Does it know that yet?", ko: "그때 벌써 알까요?"}
        taught: arp/ask
      source-destination-swap:
        name: {en: "Source for destination", ko: "출발지와 목적지를 바꾼다"}
        say: {en: "Who sends it?", ko: "누가 보낼까요?"}
        taught: arp/ask
      twice:
        name: {en: "The same twice", ko: "같은 것을 두 번"}
        say: {en: "That is there already.", ko: "이미 있습니다."}
        taught: arp/ask
      sender-target-swap:
        name: {en: "Sender for target", ko: "보낸 쪽과 찾는 쪽을 바꾼다"}
        say: {en: "Who asks?", ko: "누가 물을까요?"}
        taught: arp/ask
      counted-fcs:
        name: {en: "The FCS is counted", ko: "FCS까지 센다"}
        say: {en: "Is the FCS in it?", ko: "FCS가 들어 있을까요?"}
        taught: arp/ask
      tells-the-answer:
        name: {en: "It tells", ko: "답을 말한다"}
        say: {en: "It is ff:ff:ff:ff:ff:ff.", ko: "ff:ff:ff:ff:ff:ff입니다."}
        taught: arp/ask
    """,
    "glossary.yaml": """
    format: 2
    terms:
      printer:
        en: "printer"
        ko: "프린터"
        refuse: ["인쇄기"]
        say: {en: "It prints.", ko: "인쇄하는 장치입니다."}
    """,
  ]

  static let moments = """
    format: 1
    moments:
      you.ping: {en: "pinged {{address}}", ko: "{{address}}{을/를} 불렀습니다"}
      arp.miss: {en: "no MAC address for {{address}}", ko: "{{address}}의 MAC 주소가 없습니다", short: {en: "no MAC", ko: "MAC 없음"}}
    """

  static let lesson = """
    format: 2
    id: arp
    title: {en: "ARP: who has this address?", ko: "ARP: 이 IP 주소는 누구의 것일까요?"}
    minutes: 5
    network: {use: pair, seed: 7, script: ["laptop: ping printer"]}
    marks:
      start:   {kind: you.ping}
      request: "arp.opcode == 1"
      reply:   {kind: phy.transmit, when: "arp.opcode == 2", after: request}
      relayed: {kind: phy.transmit, when: "arp.opcode == 1", nth: 2}
      final:   {kind: phy.transmit, when: "arp", last: true}
      ping:    "icmp.type == 8 && ip.src == laptop.ip"
    steps:
      - id: enter
        at: start
        say: {en: "You ping the printer.", ko: "프린터에 ping을 보냅니다."}
      - id: ask
        at: request
        light: [eth.dst, arp.dst.hw_mac]
        view: ladder
        before:
          - id: q-destination
            card: arp-request-broadcast
            kind: choice
            ask: {en: "Destination?", ko: "목적지는?"}
            right: {is: "request.eth.dst"}
            wrong:
              - {is: "printer.mac", tag: knows-before-asking, say: {en: "It is not known yet.", ko: "아직 모릅니다."}}
              - {is: "laptop.mac", tag: source-destination-swap, note: {en: "the laptop's", ko: "노트북의 것"}, say: {en: "That is the source.", ko: "출발지입니다."}}
              - {is: "reply.eth.dst", tag: twice, say: {en: "That is the source.", ko: "출발지입니다."}}
            hints: [{en: "Who has to hear it?", ko: "누가 들어야 할까요?"}]
            why: {en: "Everyone must hear it: {{request.eth.dst}}.", ko: "모두가 들어야 합니다: {{request.eth.dst}}."}
        say:
          en: "It looks for {{printer.ip}}: the frame goes to {{request.eth.dst}}."
          ko: "{{printer.ip}}{을/를} 찾습니다. 프레임은 {{request.eth.dst}}{으로/로} 갑니다."
      - id: answer
        at: reply
        say: {en: "Only the printer answers.", ko: "프린터만 응답합니다."}
        after:
          - id: q-who
            card: arp-target-ip
            kind: pick
            in: request
            ask: {en: "Whom does it look for?", ko: "누구를 찾을까요?"}
            right: {field: arp.dst.proto_ipv4}
            wrong:
              - {field: arp.src.proto_ipv4, tag: sender-target-swap, say: {en: "That is the sender.", ko: "보낸 쪽입니다."}}
            why: {en: "The target address.", ko: "Target 주소입니다."}
          - id: q-padding
            card: ethernet-padding
            kind: number
            ask: {en: "How many bytes of padding?", ko: "패딩은 몇 바이트일까요?"}
            right: "len(request.eth.padding)"
            wrong:
              - {is: "64 - 14 - 28", tag: counted-fcs, say: {en: "64 includes the FCS.", ko: "64에는 FCS가 들어 있습니다.", literal: [64]}}
            why: {en: "60 - 14 - 28 = {{len(request.eth.padding)}}", ko: "60 - 14 - 28 = {{len(request.eth.padding)}}", literal: [60, 14, 28]}
            tests: [{give: "18", right: true}, {give: "0x12", right: true}, {give: "22", tag: counted-fcs}, {give: "", invalid: true}]

    """
}
