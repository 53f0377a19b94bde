import Documents

/// A rule that people follow and protocols do not, known by name: a mistake that names one (`model:`) is what comes of
/// following it. The list is closed: what follows a rule must know it.
package struct WrongRule: Hashable, Sendable {
  /// `protocol.rule`
  package let name: String
  /// What is done under this rule.
  package let says: LocalizedText

  /// What comes of it where such a field, or detail of a moment, is asked for; in others nothing can be computed.
  package let values: [String: Value]

  /// A wrong value, computed in the frame and the world in which the right one is.
  package enum Value: Hashable, Sendable {
    case expression(String)
    /// The MAC address of the interface that has the IP address in this field.
    case macOfOwner(of: String)
    /// The IP address of the interface that has the MAC address in this field.
    case ipOfOwner(of: String)
  }

  private init(_ name: String, _ en: String, _ ko: String, _ values: [String: Value] = [:]) {
    self.name = name
    self.values = values
    says = LocalizedText(en: en, ko: ko)
  }

  /// The fields of sequence and acknowledgment numbers, counted wrongly: `tcp.ack_raw - 1`.
  private static func count(_ fields: [String], _ change: String) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: fields.map { ($0, .expression("\($0) \(change)")) })
  }

  private static let acks = ["tcp.ack_raw", "tcp.ack"]
  private static let seqs = ["tcp.seq_raw", "tcp.seq"]

  package static let all = [
    WrongRule(
      "eth.mac-to-the-end", "Every frame is addressed to the MAC address of the packet's last destination.",
      "프레임마다 패킷의 최종 목적지의 MAC 주소를 적습니다.", ["eth.dst": .macOfOwner(of: "ip.dst")]),
    WrongRule(
      "switch.learn-destination",
      "A switch learns the destination address, with the port the frame came in on.",
      "스위치가 목적지 주소를 프레임이 들어온 포트와 함께 저장합니다."),
    WrongRule(
      "switch.flood-back", "A switch floods to all ports, the incoming one included.",
      "스위치가 들어온 포트까지 포함해 모든 포트로 플러딩합니다."),
    WrongRule(
      "switch.forward-by-source", "A switch looks up the source address to find the port.",
      "스위치가 출발지 주소를 찾아 내보낼 포트를 정합니다."),
    WrongRule(
      "switch.drop-unknown", "A switch drops a frame whose destination is not in its table.",
      "스위치가 테이블에 없는 목적지의 프레임을 버립니다."),
    WrongRule(
      "arp.ask-destination", "A host asks by ARP for the packet's destination, also in another network.",
      "다른 네트워크에 있어도 패킷의 목적지를 ARP로 찾습니다."),
    WrongRule(
      "arp.all-learn", "Every host that hears an ARP request stores the asker.",
      "ARP 요청을 받은 모든 호스트가 물은 쪽을 저장합니다."),
    WrongRule(
      "arp.asker-only", "Only the asker stores something; the asked host does not.",
      "물은 쪽만 저장하고 요청받은 호스트는 저장하지 않습니다."),
    WrongRule(
      "arp.broadcast-reply", "An ARP reply is broadcast.", "ARP 응답을 브로드캐스트로 보냅니다.",
      ["eth.dst": .expression("ff:ff:ff:ff:ff:ff")]),
    WrongRule(
      "arp.no-cache", "A host asks by ARP before every packet.", "패킷을 보낼 때마다 먼저 ARP로 찾습니다."),
    WrongRule(
      "ip.gateway-in-packet", "A packet for another network has the gateway's IP address as its destination.",
      "다른 네트워크로 가는 패킷의 목적지에 게이트웨이의 IP 주소를 적습니다.", ["ip.dst": .ipOfOwner(of: "eth.dst")]),
    WrongRule(
      "ip.always-direct", "The next hop is always the destination itself.", "다음 홉이 늘 목적지 자신입니다."),
    WrongRule(
      "ip.mask-at-dots", "A mask is rounded to whole bytes: the border is at a dot.",
      "마스크를 바이트 단위로 맞춰 경계가 늘 점에 있습니다."),
    WrongRule(
      "ip.classful", "The first number of an address decides its mask: /8, /16 or /24.",
      "주소의 첫 숫자로 마스크를 /8, /16, /24 가운데 하나로 정합니다."),
    WrongRule(
      "ip.no-reserved", "Every address of a network can be a host's, the first and the last too.",
      "네트워크의 첫 주소와 마지막 주소까지 모두 호스트가 씁니다."),
    WrongRule(
      "ip.private-172-all", "All addresses that begin with 172 are private.", "172로 시작하는 주소는 모두 사설 주소입니다."),
    WrongRule(
      "ip.ttl-kept", "A router passes a packet on with the TTL it came with.",
      "라우터가 TTL을 그대로 두고 패킷을 넘깁니다.", count(["ip.ttl"], "+ 1")),
    WrongRule(
      "ip.ttl-late", "A router passes a packet on even when its TTL has reached 0.",
      "TTL이 0이 되어도 라우터가 패킷을 넘깁니다."),
    WrongRule(
      "ip.sum-without-carry", "The header checksum drops the carry.", "헤더 체크섬을 계산할 때 자리올림을 버립니다.",
      ["ip.checksum": .expression("65535 - sum(ip) % 65536")]),
    WrongRule(
      "ip.sum-unflipped", "The header checksum is the sum itself, not its inverse.",
      "합을 뒤집지 않고 그대로 헤더 체크섬으로 씁니다.", ["ip.checksum": .expression("65535 - ip.checksum")]),
    WrongRule(
      "ip.checksum-kept", "A router leaves the header checksum as it came.", "라우터가 헤더 체크섬을 그대로 둡니다."),
    WrongRule(
      "router.rewrite-ip", "Every router writes its own IP address into the packet.",
      "라우터마다 패킷에 자신의 IP 주소를 적습니다.", ["ip.src": .ipOfOwner(of: "eth.src")]),
    WrongRule("route.by-source", "A router looks up the source address.", "라우터가 출발지 주소로 경로를 찾습니다."),
    WrongRule(
      "route.shortest-prefix", "Of the rows that fit, the shortest prefix is used.",
      "맞는 항목 가운데 프리픽스가 가장 짧은 것을 씁니다."),
    WrongRule(
      "route.longest-unchecked", "The longest prefix of the table is used, whether it fits or not.",
      "맞지 않아도 테이블에서 프리픽스가 가장 긴 항목을 씁니다."),
    WrongRule(
      "route.fewest-hops", "The way with the fewest routers is taken, whatever the table says.",
      "테이블과 상관없이 라우터가 가장 적은 경로로 보냅니다."),
    WrongRule(
      "tcp.syn-uncounted", "A SYN uses up no sequence number.", "SYN이 시퀀스 번호를 쓰지 않습니다.",
      count(acks + seqs, "- 1")),
    WrongRule(
      "tcp.fin-uncounted", "A FIN uses up no sequence number.", "FIN이 시퀀스 번호를 쓰지 않습니다.",
      count(acks + seqs, "- 1")),
    WrongRule(
      "tcp.ack-counted", "A segment with nothing but an ACK uses up a sequence number.",
      "ACK만 있는 세그먼트도 시퀀스 번호를 하나 씁니다.", count(acks + seqs, "+ 1")),
    WrongRule(
      "tcp.ack-last-byte", "The ACK number is that of the last byte received.",
      "ACK 번호에 마지막으로 받은 바이트의 번호를 적습니다.", count(acks, "- 1")),
    WrongRule(
      "tcp.ack-newest", "An ACK confirms the segment that has just come, whatever is missing before it.",
      "앞에 빠진 것이 있어도 방금 온 세그먼트를 확인합니다."),
    WrongRule(
      "tcp.count-segments", "Sequence numbers count segments.", "시퀀스 번호로 세그먼트를 셉니다.",
      ["tcp.nxtseq": .expression("tcp.seq + 1")]),
    WrongRule(
      "tcp.count-headers", "Sequence numbers count the bytes of headers, too.",
      "시퀀스 번호로 헤더의 바이트까지 셉니다.", count(["tcp.nxtseq"], "+ tcp.hdr_len")),
    WrongRule(
      "tcp.shared-counter", "Both directions of a connection share one counter.",
      "연결의 양방향이 번호 하나를 같이 씁니다.",
      ["tcp.seq_raw": .expression("tcp.ack_raw"), "tcp.seq": .expression("tcp.ack")]),
    WrongRule(
      "tcp.separate-syn-ack", "A SYN is answered by two segments, an ACK and a SYN.",
      "SYN에 ACK와 SYN, 세그먼트 두 개로 응답합니다.", count(["tcp.flags"], "- 2")),
    WrongRule(
      "tcp.fin-without-ack", "A FIN has no other flag set.", "FIN이 있는 세그먼트에는 다른 플래그가 없습니다.",
      count(["tcp.flags"], "- 16")),
    WrongRule(
      "tcp.fin-closes-both", "One FIN closes both directions.", "FIN 하나로 양방향을 모두 닫습니다."),
    WrongRule(
      "tcp.window-unscaled", "The window field is read as it is, without the scale.",
      "윈도우 필드를 스케일 없이 그대로 읽습니다.", ["tcp.window_size": .expression("tcp.window_size_value")]),
  ]
}
