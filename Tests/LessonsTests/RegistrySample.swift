import Documents
import Foundation

@testable import Lessons

/// A lesson folder with registries, for one test.
struct RegistrySample {
  let folder: String

  init(_ changes: [String: String] = [:], others: [String: String] = [:]) throws {
    folder = NSTemporaryDirectory() + "/packetwalk-registries-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = RegistrySample.files.merging(changes) { $1 }.merging(others) { $1 }
    for (name, text) in files {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  var library: LessonLibrary { LessonLibrary(folders: [folder]) }

  /// What the check says after a change, as `cards.yaml:3:4: …`.
  static func findings(_ file: String, _ old: String, _ new: String) throws -> [String] {
    let text = files[file]!
    precondition(text.contains(old), "\(file) has \(old)")
    let sample = try RegistrySample([file: text.replacingOccurrences(of: old, with: new)])
    defer { sample.remove() }
    var check = RegistryCheck(sample.library, measure: LessonSample.rows)
    check.check()
    return check.findings.map { $0.description.replacingOccurrences(of: sample.folder + "/", with: "") }
  }

  static let files = [
    "08-arp.yaml": """
    id: arp
    topics: [link]
    steps:
      - id: ask
      - fork: {en: "x", ko: "가"}
        steps:
          - {id: lost}
    """,
    "cards.yaml": """
    format: 2
    cards:
      arp-reply:
        title: {en: "The reply goes to the asker", ko: "응답은 물은 쪽에 간다"}
        layer: link
        topic: arp
        taught: arp/ask
        alike: [arp-request]
        aliases: [arp-answer]
      arp-request:
        title: {en: "A request goes to all", ko: "요청은 모두에게 간다"}
        layer: link
        topic: arp
        taught: arp/lost
      ttl:
        title: {en: "At most 255 routers", ko: "라우터는 255대까지", literal: [255]}
        layer: internet
        topic: ip
        taught: ip/lives
    """,
    "mistakes.yaml": """
    format: 2
    mistakes:
      arp-crosses-routers:
        name: {en: "ARP crosses routers", ko: "ARP가 라우터를 넘는다"}
        say: {en: "Could that host hear it?", ko: "그 호스트가 받을 수 있을까요?"}
        taught: arp/ask
        model: arp.ask-destination
    """,
    "glossary.yaml": """
    format: 2
    terms:
      router:
        en: "router"
        ko: "라우터"
        also: {en: ["gateway router"], ko: ["경로 장치"]}
        refuse: ["루터"]
        say: {en: "It passes packets on.", ko: "패킷을 넘기는 장치입니다."}
      request:
        en: "request"
        ko: "요청"
        topics: [arp]
        keep: ["REQ"]
        refuse: ["ARP 질의"]
        say: {en: "What is asked of all.", ko: "모두에게 묻는 메시지입니다."}
    """,
    "planned.yaml": """
    format: 2
    planned:
      ip:
        title: {en: "IP", ko: "IP 헤더"}
        needs: [arp]
        topics: [ip]
    """,
  ]
}
