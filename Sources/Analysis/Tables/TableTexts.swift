import Documents
import Networking

/// What is said of tables and their rows: on screen, in the sentence line and in plain text.
package enum TableTexts {
  private static func both(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }

  package static let address = both("IP address", "IP 주소")
  package static let hardware = both("MAC address", "MAC 주소")
  package static let state = both("state", "상태")
  package static let awaited = both("next hop", "다음 홉")
  package static let packet = both("packet", "패킷")
  package static let port = both("port", "포트")
  package static let remote = both("remote", "상대")
  package static let program = both("program", "프로그램")
  package static let name = both("name", "이름")
  package static let type = both("type", "유형")
  package static let answer = both("answer", "답")
  package static let value = both("value", "값")
  package static let destination = both("destination", "목적지")
  package static let nextHop = both("next hop", "다음 홉")
  package static let interface = both("interface", "인터페이스")
  package static let age = both("age", "경과")

  package static func title(_ kind: DeviceTable.Kind) -> LocalizedText {
    switch kind {
    case .arp: both("ARP cache", "ARP 캐시")
    case .waiting: both("waiting packets", "기다리는 패킷")
    case .mac: both("MAC table", "MAC 테이블")
    case .tcp: both("TCP sockets", "TCP 소켓")
    case .udp: both("UDP sockets", "UDP 소켓")
    case .questions: both("DNS questions", "DNS 질문")
    case .routes: both("routes", "라우트")
    case .records: both("DNS records", "DNS 레코드")
    }
  }

  package static func purpose(_ kind: DeviceTable.Kind) -> LocalizedText {
    switch kind {
    case .arp: both("which MAC address an IP address has on this link", "이 링크에서 IP 주소가 어느 MAC 주소인지 적은 표")
    case .waiting: both("packets whose next hop has no MAC address yet", "다음 홉의 MAC 주소를 아직 모르는 패킷")
    case .mac: both("behind which port a MAC address is", "MAC 주소가 어느 포트 쪽에 있는지 적은 표")
    case .tcp: both("TCP connections with their states, and ports that listen", "TCP 연결과 그 상태, 그리고 기다리는 포트")
    case .udp: both("which program gets the datagrams for a port", "포트로 온 데이터그램을 어느 프로그램이 받는지 적은 표")
    case .questions: both("names that are being looked up", "지금 주소를 찾고 있는 이름")
    case .routes:
      both("where a packet goes next; the longest prefix that fits wins", "패킷의 다음 행선지. 맞는 것 중 가장 긴 프리픽스를 씁니다")
    case .records: both("what this name server answers from", "이 네임 서버가 답할 때 보는 레코드")
    }
  }

  /// `empty`, `1 row`.
  package static func count(_ count: Int) -> LocalizedText {
    count == 0
      ? both("empty", "비어 있음") : both("\(count) row\(count == 1 ? "" : "s")", "\(count)줄")
  }

  /// Why there is no row.
  package static func absence(_ table: DeviceTable) -> LocalizedText {
    switch table.kind {
    case .arp where table.isAwaited: both("no row yet: that is why it asks", "아직 줄이 없어서 묻습니다")
    case .arp: both("no row: it knows no neighbour", "줄 없음: 아는 이웃이 없습니다")
    case .mac: both("no row: frames go out of all ports", "줄 없음: 프레임을 모든 포트로 보냅니다")
    default: both("no row", "줄이 없습니다")
    }
  }

  // MARK: Cells

  static func state(_ state: ARPCache.State) -> LocalizedText {
    switch state {
    case .incomplete: both("asked", "질문함")
    case .reachable: both("reachable", "확인됨")
    case .stale: both("stale", "오래됨")
    case .delay: both("delay", "대기")
    case .probe: both("probe", "확인 중")
    }
  }

  static func waitingCells(_ send: LinkSend, _ name: String) -> [LocalizedText] {
    let count = send.packet.count
    return [
      both("for \(send.nextHop)", "\(send.nextHop) 앞"),
      both("\(name), \(count) bytes", "\(name), \(count)바이트"),
    ]
  }

  static func leads(_ gateway: IPv4Address?) -> LocalizedText {
    gateway.map { both("via \($0)", "\($0) 경유") } ?? both("on this link", "이 링크")
  }

  static func answer(_ addresses: [IPv4Address]?) -> LocalizedText {
    guard let addresses else { return both("asked", "질문함") }
    if addresses.isEmpty { return both("none", "없음") }
    let text = addresses.map(\.description).joined(separator: ", ")
    return both(text, text)
  }

  /// Whole seconds, then minutes.
  package static func age(_ nanoseconds: Int64) -> LocalizedText {
    let seconds = max(0, nanoseconds) / 1_000_000_000
    return seconds < 100
      ? both("\(seconds) s", "\(seconds)초") : both("\(seconds / 60) min", "\(seconds / 60)분")
  }

  // MARK: Statements

  static func pair(_ address: IPv4Address, _ mac: MACAddress, _ state: ARPCache.State) -> LocalizedText {
    let note = state == .reachable ? ("", "") : (", \(self.state(state).en)", " (\(self.state(state).ko))")
    return both("\(address) is at \(mac)\(note.0)", "\(address)의 MAC은 \(mac)입니다\(note.1)")
  }

  static func waits(_ send: LinkSend, _ name: String) -> LocalizedText {
    let count = send.packet.count
    return both(
      "a \(name) packet of \(count) bytes waits for the MAC address of \(send.nextHop)",
      "\(count)바이트 \(name) 패킷이 \(send.nextHop)의 MAC 주소를 기다립니다")
  }

  static func behind(_ mac: MACAddress, port: Int) -> LocalizedText {
    both("\(mac) is behind port \(port)", "\(mac)의 위치는 포트 \(port) 쪽입니다")
  }

  static func route(_ route: Route, _ interface: String) -> LocalizedText {
    if let gateway = route.gateway {
      return both(
        "packets for \(route.prefix) go to \(gateway), out of \(interface)",
        "\(route.prefix) 앞 패킷은 \(interface)에서 \(gateway)에 넘깁니다")
    }
    return both(
      "\(route.prefix) is on this link, at \(interface): straight to the host",
      "\(route.prefix) 앞 패킷은 \(interface)에서 바로 보냅니다")
  }

  static func listens(_ port: UInt16) -> LocalizedText {
    both("port \(port) waits for connections, LISTEN", "포트 \(port)에서 연결을 기다립니다(LISTEN)")
  }

  static func connection(_ port: UInt16, _ remote: Endpoint, _ state: String) -> LocalizedText {
    both(
      "port \(port) with \(remote) is \(state)", "포트 \(port)에서 \(remote)까지의 연결은 \(state) 상태입니다")
  }

  static func datagrams(_ port: UInt16, _ program: LocalizedText) -> LocalizedText {
    both("port \(port) belongs to \(program.en)", "포트 \(port)의 주인은 \(program.ko)입니다")
  }

  static func question(_ name: String, _ type: String, _ answer: LocalizedText) -> LocalizedText {
    both("\(name), type \(type): \(answer.en)", "\(name), 유형 \(type): \(answer.ko)")
  }

  static func record(_ name: String, _ type: String, _ value: String) -> LocalizedText {
    both("\(name), type \(type): \(value)", "\(name), 유형 \(type): \(value)")
  }

  // MARK: Where a row came from

  static let configured = both("from the network file", "네트워크 파일")
  static func written(moment: Int) -> LocalizedText {
    both("set in moment \(moment)", "순간 \(moment)")
  }
  static func learned(frame: Int) -> LocalizedText {
    both("learned from frame \(frame)", "프레임 \(frame)에서 배움")
  }
  static func caused(frame: Int) -> LocalizedText {
    both("because of frame \(frame)", "프레임 \(frame)")
  }
}
