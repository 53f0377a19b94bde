import Analysis
import Documents
import Networking

/// The first file of a lesson: two stops and a question, with a comment on each part, to be written over. What it says it says
/// here alone. Of the network it needs two hosts of which one can send the other a ping.
package struct LessonTemplate: Sendable {
  package let id: String
  /// Id or path of its network.
  package let network: String
  package let languages: [Language]

  package init(id: String, network: String, languages: [Language] = Language.allCases) {
    self.id = id
    self.network = network
    self.languages = languages
  }

  /// Hosts with an address that one of them may ping, the most likely ones first.
  static let mostPairs = 32

  /// The text of the file, proven: it was read and run.
  ///
  /// - Returns: nil when no host of the network gets a packet to another.
  package func text(on file: NetworkFile, _ library: LessonLibrary) -> String? {
    let world = file.world(seed: 1)
    let topology = Topology(world)
    let hosts = world.devices.indices.filter {
      world.devices[$0].kind == .host && world.devices[$0].address != nil
    }
    let own = file.capture.flatMap { capture in hosts.first { world.devices[$0].name == capture.value } }
    let senders = (own.map { [$0] } ?? []) + hosts.filter { $0 != own }
    let pairs = senders.lazy.flatMap { sender -> [(Int, Int)] in
      let distances = topology.distances(from: sender)
      return hosts.compactMap { host in host == sender ? nil : distances[host].map { (host, $0) } }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { (sender, $0.0) }
    }
    for (sender, receiver) in pairs.prefix(Self.mostPairs) {
      let text = text(from: world.devices[sender], to: world.devices[receiver])
      if runs(text, library) { return text }
    }
    return nil
  }

  private func runs(_ text: String, _ library: LessonLibrary) -> Bool {
    do throws(DocumentError) {
      let (lesson, network) = try Lesson.decode(Source(name: "\(id).yaml", text: text), library: library)
      _ = try LessonRun(
        lesson, on: network, reference: ReferenceLibrary(library), registries: library.registries())
      return true
    } catch {
      return false
    }
  }

  // MARK: The file

  private func text(from sender: Networking.Device, to receiver: Networking.Device) -> String {
    let codes = languages.map(\.rawValue).joined(separator: ", ")
    return """
      # A lesson of packetwalk. Change one thing at a time and look: packetwalk check --watch \(id).yaml says what is wrong,
      # packetwalk learn ./\(id).yaml shows the lesson, and reads it again whenever you save. docs/writing-lessons.md explains it all.
      format: 2
      # Its name: that of the file, never changed once learners have it.
      id: \(id == "null" ? yaml(id) : id)
      # One more whenever the meaning or an answer changes.
      rev: 1
      # draft: not offered on the start screen yet; active: offered.
      status: draft
      languages: [\(codes)]
      title: \(inline("Ping: which address leads the packet?", "Ping: 패킷은 어느 주소를 보고 갈까요?"))
      # What somebody can do afterwards: one to three.
      goals:
        - \(inline("Find the address that a packet is sent on by.", "패킷이 어느 주소를 따라 전달되는지 찾을 수 있습니다."))

      # What it runs on, and what happens there: packetwalk run \(network) tells it moment by moment.
      network:
        use: \(network.contains("/") || network.hasSuffix(".yaml") ? yaml(network) : network)
        # Decides every value that is random. check tries others, too.
        seed: 1
        script: [\(yaml("\(sender.name): ping \(receiver.name)"))]

      # The places to stop, in order of time. Each has one idea, in at most three lines.
      steps:
        # A step is also the name of its moment: later ones may speak of it, {{begins.moment.address}}.
        - id: begins
          # Where it stops: the first moment of this kind. packetwalk check --list kinds has them all.
          at: {kind: you.ping}
          # Values are computed, never typed: what stands between {{ and }} is looked up on the running network.
          say:
      \(say("Here \(sender.label.en) pings {{moment.address}}: it sends an echo request, to which the other host replies.", "\(sender.label.ko)에서 {{moment.address}}{으로/로} ping을 보냅니다. 에코 요청을 보내면 받은 호스트가 응답합니다."))
        - id: sent
          # A condition in quotes: the first frame on a cable that fits, after the previous stop.
          at: "icmp.type == 8"
          # Fields to light; the first is selected. packetwalk check --list fields has them all.
          light: [icmp.type, ip.proto]
          say:
      \(say("This is the request on its first cable. IP's header is in front of it, with two addresses: the sender's and the receiver's.", "첫 케이블 위의 요청입니다. 앞에 IP 헤더가 있고, 거기에는 보낸 쪽과 받을 쪽의 주소가 있습니다."))
          # Asked when the step was seen; before: asks for a prediction, one stop earlier.
          after:
            - id: q_destination
              # What is remembered, across lessons: an entry of cards.yaml. packetwalk check --list cards has them all.
              card: tour-frame-to-next-hop
              # How it is answered. packetwalk check --list questions has all kinds.
              kind: pick
              ask: \(inline("Point at the field by which routers send this packet on.", "라우터가 이 패킷을 전달할 때 보는 필드를 고르세요."))
              right: {field: ip.dst}
              # Mistakes that you foresee. The tag is an entry of mistakes.yaml, whose sentence is said; say: says another.
              wrong:
                - {field: eth.dst, tag: layer-mixup}
                - field: ip.src
                  tag: source-destination-swap
                  say: \(inline("That one says where replies go. Where is this packet going?", "응답이 돌아갈 주소입니다. 이 패킷은 어디로 갈까요?"))
              # Up to three, one at a time: what to notice, where to look, the rule. Never the answer.
              hints:
                - \(inline("Routers read the header of IP.", "라우터는 IP 헤더를 읽습니다."))
              why: \(inline("Routers look {{ip.dst}} up in their routes.", "라우터는 {{ip.dst}}{을/를} 경로에서 찾습니다."))
              # Answers with what must come of them; packetwalk check tries them.
              tests:
                - {give: ip.dst, right: true}
                - {give: ip.src, tag: source-destination-swap}

      """
  }

  private func yaml(_ text: String) -> String { quoted(text, limit: .max) }

  /// `{en: "…", ko: "…"}`, in the languages of the lesson.
  private func inline(_ en: String, _ ko: String) -> String {
    let texts = languages.map { "\($0.rawValue): \(yaml($0 == .en ? en : ko))" }
    return "{\(texts.joined(separator: ", "))}"
  }

  /// The same with a line for each.
  private func say(_ en: String, _ ko: String) -> String {
    languages.map { "        \($0.rawValue): \(yaml($0 == .en ? en : ko))" }.joined(separator: "\n")
  }
}
