import Analysis
import Documents
import Terminal
import Testing

@testable import UI

/// Keys in, drawing out, at 80×24.
@Suite struct DrawingTests {
  private func drawing(_ way: String, _ language: Language = .en) throws -> Canvas {
    var model = try Fixture.plainModel(language)
    try model.press(keys(way))
    return view(model)
  }

  private func start(_ language: Language) -> Canvas {
    view(Model(language: language, size: Size(width: 80, height: 24), library: Fixture.plainLibrary))
  }

  @Test func aFrameOnACable() throws {
    let canvas = try drawing("] ↓")
    #expect(
      canvas.text == """
         Two hosts                                      moment 7/44  0.000 ms  t 한국어
        ┌─ [1 Stack] 2 Ladder 3 Map 4 6 7 ──────┬═ Frame 1, 60 bytes ══════════════════┐
        │            laptop switch print        │  ▾Ethernet II                14 bytes│
        │ Application[    ]        [    ]       │> ▸Destination       ff:ff:ff:ff:ff:ff│
        │ Transport  [    ]        [    ]       │  ▸Source            00:00:5e:00:53:10│
        │ Internet   [wait]        [    ]       │  Type               ARP (0x0806)     │
        │ Link       [ARP ] [    ] [    ]       │  Padding            18 bytes         │
        │>Physical   {bits}>[    ]─[    ]       │  ▾ARP  Who has 10.0.0.20? T… 28 bytes│
        │                                       │  ▸6 fields          Hardware … Sender│
        │ frame 1, 60 bytes, for everyone       │  Sender IP address  10.0.0.2         │
        │ [Eth 14][ARP 28][padding 18]          │  Target MAC address 00:00:00:00:00:00│
        │ 1 packet waits for a MAC address      │  Target IP address  10.0.0.20        │
        ├─ Bytes  Eth 0  ARP 14  padding 42 ────┴─────────────────────────── 60 of 60 ─┤
        │ 0000 [ff ff ff ff ff ff]00 00  5e 00 53 10 08 06 00 01  ........^.S.....     │
        │ 0010  08 00 06 04 00 01 00 00  5e 00 53 10 0a 00 00 02  ........^.S.....     │
        │ 0020  00 00 00 00 00 00 0a 00  00 14 00 00 00 00 00 00  ................     │
        │ 0030  00 00 00 00 00 00 00 00  00 00 00 00              ............         │
        └──────────────────────────────────────────────────────────────────────────────┘
         laptop, Physical: did phy.transmit


         → goes on
         eth.dst, bytes 0-5: ff:ff:ff:ff:ff:ff. What eth.dst is for.
         → next  ← back  ↑↓ field  Tab pane  Enter open  w why  1-\(Picture.all.count) view  ? keys  q quit
        """)
    #expect(
      canvas.roleText == """
        .sssssssss...................................................qqqqqqqqqqqqqqqqqq
        qq.sssssssssqqqqqqqqqqqqqqqqqqqqq.qqqqqqqf.fffffffffffffffff.ffffffffffffffffffq
        q............ssssss.....................q..ssssssssssss................qqqqqqqqq
        q............q....q........q....q.......qSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSq
        q............q....q........q....q.......q......................................q
        q............qIIIIq........q....q.......q......................................q
        q............qLLLLq.q....q.q....q.......q......................................q
        q.ssssssss...s....ssq....qqq....q.......q..sssssssssssssssssssssssssss.qqqqqqqqq
        q.......................................q..qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq
        q.......................................q......................................q
        q..LLLLLL..LLLLLL.......................q......................................q
        q.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn......q......................................q
        qq.sssssqqqqqqqqqqqqqqqqqqqqqqqqqqq.qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq.qqqqqqqq.qq
        q.qqqq.sSSSSSSSSSSSSSSSSSs................................SSSSSS...............q
        q.qqqq.........................................................................q
        q.qqqq.........................................................................q
        q.qqqq.........................................................................q
        qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq



        .nnnnnnnnn

        .s.......s.......ss........sss.......sssss.......s......sss.......s.......s
        """)
  }

  @Test func aFrameOnACableInKorean() throws {
    let canvas = try drawing("] ↓", .ko)
    #expect(
      canvas.text == """
         호스트 둘                                       순간 7/44  0.000 ms  t English
        ┌─ [1 계층] 2 시퀀스 3 지도 4 표 6 7 ───┬═ 1번 프레임, 60바이트 ═══════════════┐
        │            노트북 스위치 프린터       │  ▾Ethernet II                14바이트│
        │ 응용       [    ]        [    ]       │> ▸Destination       ff:ff:ff:ff:ff:ff│
        │ 전송       [    ]        [    ]       │  ▸Source            00:00:5e:00:53:10│
        │ 인터넷     [대기]        [    ]       │  Type               ARP (0x0806)     │
        │ 링크       [ARP ] [    ] [    ]       │  Padding            18 bytes         │
        │>물리       {비트}>[    ]─[    ]       │  ▾ARP  Who has 10.0.0.20? T… 28바이트│
        │                                       │  ▸필드 6개          Hardware … Sender│
        │ 1번 프레임, 60바이트, 모든 호스트에   │  Sender IP address  10.0.0.2         │
        │ [Eth 14][ARP 28][패딩 18]             │  Target MAC address 00:00:00:00:00:00│
        │ 패킷 1개가 MAC 주소를 기다립니다      │  Target IP address  10.0.0.20        │
        ├─ 바이트  Eth 0  ARP 14  패딩 42 ──────┴─────────────────────────── 60 중 60 ─┤
        │ 0000 [ff ff ff ff ff ff]00 00  5e 00 53 10 08 06 00 01  ........^.S.....     │
        │ 0010  08 00 06 04 00 01 00 00  5e 00 53 10 0a 00 00 02  ........^.S.....     │
        │ 0020  00 00 00 00 00 00 0a 00  00 14 00 00 00 00 00 00  ................     │
        │ 0030  00 00 00 00 00 00 00 00  00 00 00 00              ............         │
        └──────────────────────────────────────────────────────────────────────────────┘
         노트북, 물리: phy.transmit


         → 다음으로 갑니다
         eth.dst, 0-5번 바이트: ff:ff:ff:ff:ff:ff. eth.dst의 쓰임.
         → 다음  ← 이전  ↑↓ 필드  Tab 창  Enter 열기  w 왜  1-\(Picture.all.count) 그림  ? 도움말  q 끝
        """)
  }

  @Test func messagesBetweenTheEnds() throws {
    let canvas = try drawing("] ] ] ] 2 TAB TAB")
    #expect(
      canvas.text == """
         Two hosts                                     moment 20/44  0.030 ms  t 한국어
        ┌═ 1 Stack [2 Ladder] 3 Map 4 6 7 ══════┬─ Frame 4, 60 bytes ──────────────────┐
        │ laptop                           print│> ▾Ethernet II                14 bytes│
        │  1 │─ARP?──────────────────────────▸│ │  ▸Destination       00:00:5e:00:53:10│
        │> 3 │◂─ARP───────────────────────────│ │  ▸Source            00:00:5e:00:53:12│
        │                                       │  Type               ARP (0x0806)     │
        │                                       │  Padding            18 bytes         │
        │                                       │  ▾ARP  10.0.0.20 is at 00:0… 28 bytes│
        │                                       │  ▸6 fields          Hardware … Sender│
        │                                       │  Sender IP address  10.0.0.20        │
        │                                       │  Target MAC address 00:00:5e:00:53:10│
        │ hidden: switch                        │  Target IP address  10.0.0.2         │
        ├─ Bytes  Eth 0  ARP 14  padding 42 ────┴─────────────────────────── 60 of 60 ─┤
        │ 0000 [00 00 5e 00 53 10 00 00  5e 00 53 12 08 06]00 01  ..^.S...^.S.....     │
        │ 0010  08 00 06 04 00 02 00 00  5e 00 53 12 0a 00 00 14  ........^.S.....     │
        │ 0020  00 00 5e 00 53 10 0a 00  00 02 00 00 00 00 00 00  ..^.S...........     │
        │ 0030  00 00 00 00 00 00 00 00  00 00 00 00              ............         │
        └──────────────────────────────────────────────────────────────────────────────┘
         switch, Physical: did phy.transmit


         → goes on
         Ethernet II, 14 bytes: 00:00:5e:00:53:12 → 00:00:5e:00:53:10.
         → next  ← back  ↑↓ message  Tab pane  Enter open  w why  ? keys  q quit
        """)
  }

  @Test func aFieldLookedAtClosely() throws {
    let canvas = try drawing("] ] TAB PGDN PGDN ENTER")
    #expect(
      canvas.text == """
         Two hosts                                     moment 11/44  0.007 ms  t 한국어
        ┌─ [1 Stack] 2 Ladder 3 Map 4 6 7 ──────┬─ Frame 2, 60 bytes ──────────────────┐
        │            laptop switch print        │  ▸Eth  00:00:5e:00:53:10 → … 14 bytes│
        │ Application[    ]        [    ]       │  ▾ARP  Who has 10.0.0.20? T… 28 bytes│
        │ Transport  [    ]        [    ]       │  ▸2 fields          Hardware …       │
        │ Internet   [    ]        [    ]       │  Hardware size      6                │
        │ Link       [    ] [ARP ] [    ]       │  Protocol size      4                │
        │>Physical   [    ]─{bits}>[    ]       │  Opcode             request (1)      │
        │                                       │  Sender MAC address 00:00:5e:00:53:10│
        │ frame 2, 60 bytes, for everyone       │  Sender IP address  10.0.0.2         │
        │ [Eth 14][ARP 28][padding 18]          │> Target MAC address 00:00:00:00:00:00│
        │                                       │  Target IP address  10.0.0.20        │
        ├═ Bytes  Eth 0  ARP 14  padding 42 ════┴═══════════════════════════ 60 of 60 ═┤
        │ 0000  ff ff ff ff ff ff 00 00  5e 00 53 10 08 06 00 01  ........^.S.....     │
        │ 0010  08 00 06 04 00 01 00 00  5e 00 53 10 0a 00 00 02  ........^.S.....     │
        │ 0020 [00 00 00 00 00 00]0a 00  00 14 00 00 00 00 00 00  ................     │
        │ 0030  00 00 00 00 00 00 00 00  00 00 00 00              ............         │
        └──────────────────────────────────────────────────────────────────────────────┘
         arp.dst.hw_mac  Target MAC address  6 bytes, 32-37  00:00:00:00:00:00
         00 00 00 00 00 00 = 00000000 00000000 00000000 00000000 00000000 00000000
         What arp.dst.hw_mac is for.
         w  By unknown-yet.
         arp.dst.hw_mac, bytes 32-37: 00:00:00:00:00:00. What arp.dst.hw_mac is for.
         w why  ↑↓ byte  → next  ← back  Tab pane  Esc words  c sum  ? keys  q quit
        """)
  }

  @Test func whyAFrameWasSent() throws {
    let canvas = try drawing("] w ↓")
    #expect(
      canvas.text == """
         Two hosts                                      moment 6/44  0.000 ms  t 한국어
        ┌─ [1 Stack] 2 Ladder 3 Map 4 6 7 ──────┬─ Frame in laptop, 42 bytes ──────────┐
        │            laptop switch print        │  ▸Eth  00:00:5e:00:53:10 → … 14 bytes│
        │ Application[    ]        [    ]       │> ▾ARP  Who has 10.0.0.20? T… 28 bytes│
        │ Transport  [    ]        [    ]       │  ▸2 fields          Hardware …       │
        │ Internet   [wait]        [    ]       │  Hardware size      6                │
        │>Link       {ARP } [    ] [    ]       │  Protocol size      4                │
        │ Physical   [    ]─[    ]─[    ]       │  Opcode             request (1)      │
        │                                       │  Sender MAC address 00:00:5e:00:53:10│
        │ frame, 42 bytes = 14 + 28             │  Sender IP address  10.0.0.2         │
        │ [Eth 14][ARP 28]                      │  Target MAC address 00:00:00:00:00:00│
        │ 1 packet waits for a MAC address      │  Target IP address  10.0.0.20        │
        ├═ Why was this sent? ══════════════════┴═══════════════ Tab: why this value? ═┤
        │                                                                              │
        │  now     laptop  Physical    did phy.transmit                          0.000 │
        │> because laptop  Link        did arp.request                           0.000 │
        │  because laptop  Link        did arp.miss                              0.000 │
        │  because laptop  Internet    did ip.wrap                               0.000 │
        │  because laptop  Internet    did icmp.echo-request                     0.000 │
        │  because laptop  Application did ping.send                             0.000 │
        │  because you                 did you.ping                              0.000 │
        └──────────────────────────────────────────────────────────────────────────────┘
         ↑↓ preview each moment above; your place is kept. Enter stays there.
         ↑↓ look  Enter go there  Esc back  Tab other why  → next  ? keys
        """)
  }

  @Test func theFirstScreen() {
    #expect(
      start(.en).text == """
         packetwalk                                                            t 한국어

          Follow one packet through every device and layer, one key at a time.
          The network runs inside this program. Nothing is sent anywhere.

         > Start here       Tour: the whole way   12 stops, 10 min
           Lessons          1 lesson; start anywhere
           Explore          walk a network freely: home, two-hosts

              laptop ─┐
               you    ├─ switch ── router ── isp ── core ── hall ── web
             printer ─┘                       └─ DNS            www.example.com

          Three keys are enough:     →      go on, one step
                                     ←      go back; everything goes back, tables too
                                   ↓ ↑      look inside: fields and their bytes

          For screen readers and scripts:   packetwalk learn tour --plain




         Begins the first lesson, 10 minutes. Leave when you like: your place is kept.
         ↑↓ choose  Enter begin  t 한국어  : commands  ? keys  q quit
        """)
  }

  @Test func theFirstScreenInKorean() {
    #expect(
      start(.ko).text == """
         packetwalk                                                           t English

          패킷 하나를 따라 모든 장치와 계층을 한 단계씩 살펴봅니다.
          네트워크는 이 프로그램 안에서 돌아갑니다. 밖으로는 아무것도 보내지 않습니다.

         > 여기서 시작      둘러보기: 전체 여정   12단계, 10분
           레슨             레슨 1개. 어디서든 시작할 수 있습니다
           탐색             네트워크를 자유롭게 둘러보기: home, two-hosts

              노트북 ─┐
                나    ├─ 스위치 ── 공유기 ── 통신사 ── 코어 ── 전산실 ── 웹
              프린터 ─┘                        └─ DNS             www.example.com

          키 세 개면 충분합니다:     →      앞으로 한 걸음
                                     ←      뒤로. 표까지 모두 되돌아갑니다
                                   ↓ ↑      안을 들여다보기: 필드와 바이트

          스크린 리더와 스크립트용:   packetwalk learn tour --plain




         10분쯤 걸리는 첫 레슨을 시작합니다. 언제든 나가도 보던 위치에서 이어집니다.
         ↑↓ 고르기  Enter 시작  t English  : 명령  ? 도움말  q 끝
        """)
  }
}
