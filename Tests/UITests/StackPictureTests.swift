import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// The devices' layers, of which four have room.
@Suite struct StackPictureTests {
  private func drawn(_ way: String, _ language: Language = .en) throws -> String {
    var model = Fixture.model(try Fixture.home.get(), language)
    try model.press(keys(way))
    return model.drawnPicture
  }

  @Test func theEndsOfTheJourneyAndOfTheCable() throws {
    #expect(
      try drawn(": 5 6 ENTER") == """
        ┌─ [1 Stack] 2 Ladder 3 Map 4 5 6 7 ────┬
        │            laptop router isp    web   │
        │ Application[    ]               [    ]│
        │ Transport  [    ]               [    ]│
        │ Internet   [    ] [IP  ] [    ] [    ]│
        │ Link       [    ] [Eth ] [    ] [    ]│
        │>Physical   [    ]…{bits}>[    ]…[    ]│
        │                                       │
        │ frame 56, 228 bytes                   │
        │ [Eth 14][IP 20][TCP 32][HTTP 162]     │
        │                                       │
        """)
    // In the device that took it up still those of its cable; on its way down the device and the next.
    #expect(try drawn(": 5 6 ENTER .").contains("│            laptop router isp    web   │"))
    #expect(
      try drawn(": 5 6 ENTER . . . .", .ko) == """
        ┌─ [1 계층] 2 시퀀스 3 지도 4 표 5 6 7 ─┬
        │            노트북 통신사 코어   웹    │
        │ 응용       [    ]               [    ]│
        │ 전송       [    ]               [    ]│
        │ 인터넷     [    ] [IP  ] [    ] [    ]│
        │>링크       [    ] {Eth } [    ] [    ]│
        │ 물리       [    ]…[    ]─[    ]…[    ]│
        │                                       │
        │ 프레임, 66바이트 = 14 + 20 + 32       │
        │ 지금 +[Eth 14][IP 20][TCP 32]         │
        │ 이전          [IP 20][TCP 32]         │
        """)
  }

  /// From 70 columns on.
  @Test func allDevicesOfTheWayWhereTheyHaveRoom() throws {
    let lines = try drawn(": 5 6 ENTER S-TAB z").split(separator: "\n")
    #expect(lines[2] == "│             laptop  switch >router  isp     core    hall    rack    web      │")
    #expect(lines[7] == "│>Physical    [     ]─[     ]─{bits }>[     ]─[     ]─[     ]─[     ]─[     ]  │")
  }

  /// Outer columns are the ends; the acting device and the other end of its cable are always there, in the same two
  /// columns from the moment the frame is sent until it is taken up.
  @Test func columnsStayOverACable() throws {
    var walk = try Fixture.home.get()
    var previous: (frame: Int, columns: [Int])?
    var cables = 0
    for moment in walk.recording.timeline.moments {
      walk.jump(to: moment.number)
      let view = StackPicture(walk.pictureContext(39, 10, .en))
      let path = walk.scene.path
      let columns = view.visible(columns: 4, cursor: nil)
      #expect(columns == path.filter(columns.contains) && columns.count == min(4, path.count))
      #expect(columns.first == path.first && columns.last == path.last)
      if let holder = walk.scene.holder { #expect(columns.contains(holder), "moment \(moment.number)") }
      guard let crossing = walk.scene.crossing, let frame = moment.frame else { continue }
      #expect(columns.contains(crossing.from) && columns.contains(crossing.to), "moment \(moment.number)")
      if let previous, previous.frame == frame {
        #expect(previous.columns == columns, "frame \(frame)")
        cables += 1
      }
      previous = (frame, columns)
    }
    #expect(cables > 20)
  }

  /// ↑ ↓ reach the devices that have no column.
  @Test func theCursorBringsADeviceIntoView() throws {
    var walk = try Fixture.home.get()
    walk.jump(to: walk.recording.timeline.transmission(56).moment)
    let view = StackPicture(walk.pictureContext(39, 10, .en))
    for device in walk.scene.path { #expect(view.visible(columns: 4, cursor: device).contains(device)) }
  }
}
