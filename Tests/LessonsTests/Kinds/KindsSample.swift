import Analysis
import Documents
import Foundation
import Networking

@testable import Lessons

/// A lesson on the built-in network at home, with a question of each kind that puts in order, types, predicts or explains.
struct KindsSample {
  let run: LessonRun
  /// Of `dropped`: wrong answers that were left out.
  let dropped: [String]
  let lesson: Lesson

  static let library = BuiltInTests.library

  /// - Parameters:
  ///   - old: a part of the lesson that is replaced.
  init(_ old: String = "", _ new: String = "", seed: UInt64? = nil) throws {
    precondition(old.isEmpty || Self.text.contains(old), "the sample has \(old)")
    let text = old.isEmpty ? Self.text : Self.text.replacingOccurrences(of: old, with: new)
    let (lesson, network) = try Lesson.decode(Source(name: "kinds.yaml", text: text), library: Self.library)
    let problems = Problems()
    run = try LessonRun(
      lesson, on: network, seed: seed, reference: ReferenceLibrary(Self.library),
      registries: Self.library.registries(), measure: nil, dropped: problems)
    dropped = problems.ordered.map { "\($0.line): \($0.text)" }
    self.lesson = lesson
  }

  func question(_ id: String) -> PreparedQuestion { run.allQuestions.first { $0.id == id }! }

  /// What is wrong with the sample after a change.
  static func findings(_ old: String, _ new: String) -> [String] {
    do {
      _ = try KindsSample(old, new)
      return []
    } catch let error as DocumentError {
      return error.findings.map { "\($0.line): \($0.text)" }
    } catch {
      return ["\(error)"]
    }
  }

  static func mistake(_ tag: String, _ en: String) -> String {
    "tag: \(tag), say: {en: \"\(en)\", ko: \"\(en)\"}"
  }

  static let text = """
    format: 2
    id: kinds
    title: {en: "TCP: three segments", ko: "TCP: 세그먼트 세 개"}
    network: {use: home, seed: 1, script: ["laptop: browse http://www.example.com/"]}
    marks:
      get: 'http.request.method == "GET"'
    steps:
      - id: enter
        at: {kind: you.browse}
        say: {en: "You press Enter.", ko: "Enter를 누릅니다."}
      - id: request
        at: "arp.opcode == 1"
        before:
          - id: q_arp
            card: arp-broadcast
            kind: predict
            ask: {en: "Where to?", ko: "어디로?"}
            parts:
              - what: eth.dst
                wrong:
                  - {is: "router.lan.mac", \(mistake("knows-before-asking", "It does not know that yet."))}
                  - {is: "laptop.mac", \(mistake("source-destination-swap", "That is the source."))}
                  - {is: "eth.dst", \(mistake("right", "This is right."))}
                  - {is: "laptop.arp[10.9.9.9].mac", \(mistake("never", "There is no IP."))}
            why: {en: "Everyone: {{eth.dst}}.", ko: "모두: {{eth.dst}}."}
        say: {en: "A broadcast.", ko: "브로드캐스트입니다."}
      - id: reply
        at: {kind: switch.forward}
        before:
          - id: q_forward
            card: switch-forwards
            kind: predict
            ask: {en: "Out of which port?", ko: "어느 포트로?"}
            parts:
              - what: moment.port
            why: {en: "Port {{moment.port}}.", ko: "{{moment.port}}번 포트입니다."}
        say: {en: "It is known there.", ko: "그쪽에 있는 것을 압니다."}
      - id: packet
        at: {kind: ip.wrap, by: laptop, when: "tcp.flags.syn == 1"}
        before:
          - id: q_hop
            card: next-hop
            kind: predict
            ask: {en: "To whom?", ko: "누구에게?"}
            parts:
              - what: moment.gateway
                wrong:
                  - {is: "web.ip", \(mistake("sends-straight", "It is in another network."))}
                  - {is: "printer.ip", \(mistake("neighbour-passes-it-on", "Does it pass packets on?"))}
            why: {en: "To {{moment.gateway}}.", ko: "{{moment.gateway}}."}
        say: {en: "The router.", ko: "공유기입니다."}
      - id: syn
        at: "tcp.flags.syn == 1 && tcp.flags.ack == 0"
        say: {en: "SYN {{tcp.seq_raw}}.", ko: "SYN {{tcp.seq_raw}}."}
      - id: synack
        at: {kind: phy.transmit, by: web, when: "tcp.flags.syn == 1"}
        before:
          - id: q_synack
            card: tcp-synack
            kind: predict
            ask: {en: "What is next?", ko: "다음은?"}
            parts:
              - what: moment.device
                label: {en: "Who sends it?", ko: "보내는 장치"}
                wrong:
                  - {is: '"laptop"', \(mistake("does-not-wait", "It waits for the answer."))}
                  - {is: '"hall"', \(mistake("routers-open-tcp", "Routers pass segments on."))}
              - what: tcp.flags
                wrong:
                  - {is: "0x010", \(mistake("no-syn", "It has a number of its own to tell."))}
                  - {is: "0x002", \(mistake("no-ack", "It also says yes."))}
              - what: tcp.ack_raw
                wrong:
                  - {is: "syn.tcp.seq_raw", \(mistake("syn-takes-no-number", "A SYN counts."))}
            why: {en: "ACK {{tcp.ack_raw}}.", ko: "ACK {{tcp.ack_raw}}."}
            tests:
              - {give: ["web", "SYN ACK", "{{tcp.ack_raw}}"], right: true}
              - {give: ["web", "0x12", "{{syn.tcp.seq_raw}}"], tag: syn-takes-no-number}
        say: {en: "SYN and ACK.", ko: "SYN과 ACK입니다."}
      - id: third
        at: "tcp.flags == 0x010"
        before:
          - id: q_third
            card: tcp-third
            kind: fill
            ask: {en: "Fill in.", ko: "채우세요."}
            parts:
              - what: tcp.seq_raw
                wrong:
                  - {is: "synack.tcp.seq_raw", \(mistake("one-counter", "Each side counts for itself."))}
              - what: tcp.ack
                wrong:
                  - {is: "tcp.ack - 1", \(mistake("ack-is-last-received", "It names what comes next."))}
              - what: ip.src
              - what: eth.src
            why: {en: "ACK {{tcp.ack}}.", ko: "ACK {{tcp.ack}}."}
        say: {en: "Both know.", ko: "둘 다 압니다."}
        after:
          - id: q_order
            card: tcp-order
            kind: order
            ask: {en: "In order.", ko: "순서대로."}
            items:
              synack: {en: "the server says yes", ko: "서버가 승낙합니다"}
              syn: {en: "the laptop asks", ko: "노트북이 묻습니다"}
              request: {en: "ARP asks", ko: "ARP가 묻습니다"}
              get: {en: "the page is asked for", ko: "페이지를 요청합니다"}
              third: {en: "the laptop confirms", ko: "노트북이 확인합니다"}
            wrong:
              - {put: [get, third], \(mistake("data-before-handshake", "Is it open by then?"))}
              - {put: [get, syn], \(mistake("never-said", "Not before the SYN."))}
              - {put: [synack, syn], \(mistake("answers-first", "What does it answer?"))}
            why: {en: "First ARP.", ko: "ARP가 먼저입니다."}
          - id: q_steps
            card: tcp-steps
            kind: order
            ask: {en: "In order.", ko: "순서대로."}
            items:
              one: {en: "one", ko: "하나"}
              two: {en: "two", ko: "둘"}
              three_a: {en: "three", ko: "셋"}
            why: {en: "So it is.", ko: "그렇습니다."}
          - id: q_why
            card: tcp-why
            kind: explain
            ask: {en: "Why three?", ko: "왜 셋일까요?"}
            points:
              - {card: tcp-numbers-both-ways, text: {en: "both directions", ko: "양방향"}}
              - {card: tcp-old-syn, text: {en: "an old SYN", ko: "오래된 SYN"}}
              - {card: tcp-old-syn, text: {en: "a forged one", ko: "위조한 SYN"}}
            follow:
              - {question: q_third, when: tcp-numbers-both-ways}
              - when: tcp-old-syn
                id: f_isn
                card: tcp-isn
                kind: number
                ask: {en: "Which number?", ko: "몇 번?"}
                right: syn.tcp.seq_raw
                as: syn.tcp.seq_raw
                why: {en: "It is random.", ko: "무작위입니다."}
            why: {en: "Because of two numbers.", ko: "번호가 둘이기 때문입니다."}
    """
}
