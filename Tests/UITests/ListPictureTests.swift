import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// Everything that happens, a row a frame or a row a moment.
@Suite struct ListPictureTests {
  private func model(
    _ way: String, _ language: Language = .en, width: Int = 80, height: Int = 24
  ) throws -> Model {
    var model = Fixture.model(try Fixture.home.get(), language, width: width, height: height)
    try model.press(keys(way))
    return model
  }

  private func picture(_ model: Model) -> String { model.drawnPicture }

  private func typed(_ text: String) -> [Key] { text.map { Key.character($0) } }

  @Test func aRowForEachFrameAroundTheOneWalkedTo() throws {
    let model = try model(": 5 6 ENTER 7 TAB TAB ↓")
    #expect(
      picture(model) == """
        ┌═ 1 Stack 2 Ladder 3 4 5 6 [7 List] ═══┬
        │ frame 56 of 132, = same packet        │
        │=   52  laptop → switch HTTP GET /     │
        │    53  switch → router TCP  ACK       │
        │=   54  switch → router HTTP GET /     │
        │    55  router → isp    TCP  ACK       │
        │   {56} router → isp    HTTP GET /     │
        │>   57  isp    → core   TCP  ACK       │
        │=   58  isp    → core   HTTP GET /     │
        │    59  core   → hall   TCP  ACK       │
        │=   60  core   → hall   HTTP GET /     │
        """)
    #expect(view(model).text.contains(" Frame 57, isp to core: ACK, on the 4th of its 7 cables."))
  }

  @Test func theSameInKorean() throws {
    let model = try model(": 5 6 ENTER 7 TAB TAB ↓", .ko)
    #expect(
      picture(model) == """
        ┌═ 1 계층 2 시퀀스 3 4 5 6 [7 목록] ════┬
        │ 프레임 132개 중 56번, = 같은 패킷     │
        │=   52  노트북 → 스위치 HTTP GET /     │
        │    53  스위치 → 공유기 TCP  ACK       │
        │=   54  스위치 → 공유기 HTTP GET /     │
        │    55  공유기 → 통신사 TCP  ACK       │
        │   {56} 공유기 → 통신사 HTTP GET /     │
        │>   57  통신사 → 코어   TCP  ACK       │
        │=   58  통신사 → 코어   HTTP GET /     │
        │    59  코어   → 전산실 TCP  ACK       │
        │=   60  코어   → 전산실 HTTP GET /     │
        """)
    #expect(view(model).text.contains(" 57번 프레임, 통신사 → 코어: ACK, 케이블 7개 중 4번째."))
  }

  /// The whole width, and what `/` looks for.
  @Test func wideWithAFilter() throws {
    var model = try model(": 5 8 ENTER 7 /")
    try model.press(typed("tcp.len > 0") + keys("ENTER S-TAB z"))
    #expect(
      view(model).lines.prefix(22).joined(separator: "\n") == """
         Explore: A home, its provi…  ◂ moment 310  moment 320/689  40.037 ms  t 한국어
        ┌═ 1 Stack 2 Ladder 3 Map 4 Tables 5 TCP 6 Header [7 List] ════════════════════┐
        │   No.        ms from     to     prot   len what happens                      │
        │    51    34.987 laptop → switch TCP     66 [ACK] Seq=1 Ack=1 Win=64256 Len=0 │
        │=/  52    34.988 laptop → switch HTTP   228 GET / HTTP/1.1                    │
        │    53    34.995 switch → router TCP     66 [ACK] Seq=1 Ack=1 Win=64256 Len=0 │
        │=/  54    34.997 switch → router HTTP   228 GET / HTTP/1.1                    │
        │    55    35.010 router → isp    TCP     66 [ACK] Seq=1 Ack=1 Win=64256 Len=0 │
        │=/  56    35.013 router → isp    HTTP   228 GET / HTTP/1.1                    │
        │    57    38.021 isp    → core   TCP     66 [ACK] Seq=1 Ack=1 Win=64256 Len=0 │
        │=/  58    38.027 isp    → core   HTTP   228 GET / HTTP/1.1                    │
        │    59    40.031 core   → hall   TCP     66 [ACK] Seq=1 Ack=1 Win=64256 Len=0 │
        │>/ {60}   40.037 core   → hall   HTTP   228 GET / HTTP/1.1                    │
        │    61    42.042 hall   → rack   TCP     66 [ACK] Seq=1 Ack=1 Win=64256 Len=0 │
        │=/  62    42.048 hall   → rack   HTTP   228 GET / HTTP/1.1                    │
        │    63    42.094 rack   → web    TCP     66 [ACK] Seq=1 Ack=1 Win=64256 Len=0 │
        │=/  64    42.102 rack   → web    HTTP   228 GET / HTTP/1.1                    │
        │    65    42.164 web    → rack   TCP     66 [ACK] Seq=1 Ack=163 Win=65024     │
        │ /  66    42.164 web    → rack   TCP    291 [PSH, ACK] Seq=1 Ack=163 Win=65152│
        │ /  67    42.167 web    → rack   HTTP   583 HTTP/1.1 200 OK                   │
        │    68    42.216 rack   → hall   TCP     66 [ACK] Seq=1 Ack=163 Win=65024     │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
    try model.press(keys("z t"))
    #expect(picture(model).contains("│ 프레임 132개 중 60번  / tcp.len > 0   │"))
  }

  /// In the width that the picture has on 120 columns the time stands there too, and as many words as fit.
  @Test func withTheTime() throws {
    var walk = try Fixture.home.get()
    walk.jump(to: walk.recording.timeline.transmission(67).moment)
    var canvas = Canvas(Size(width: 52, height: 5))
    ListPicture(walk.pictureContext(52, 5, .en)).draw(cursor: nil, in: canvas.bounds, on: &canvas)
    #expect(
      canvas.text == """
           No.        ms from     to     prot what happens
            65    42.164 web    → rack   TCP  [ACK] Seq=1
            66    42.164 web    → rack   TCP  [PSH, ACK]
        >  {67}   42.167 web    → rack   HTTP HTTP/1.1 200 …
            68    42.216 rack   → hall   TCP  [ACK] Seq=1
        """)
  }

  /// Of a long run each End records as much as a key may, and says that it goes on until there is no more.
  @Test func endSaysThatItGoesOn() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(typed(":ping laptop web 1000") + keys("ENTER 7 S-TAB END"))
    #expect(model.shownWalk?.recording.isWhole == false)
    let notice = try #require(model.notice?.text.en)
    #expect(
      notice.hasPrefix("Recorded up to frame ") && notice.hasSuffix(" so far: End goes on."), "\(notice)")
    try model.press(keys("z"))
    let count = try #require(model.shownWalk?.recording.timeline.transmissions.count)
    #expect(view(model).text.contains(" of \(count)+"))
    #expect(view(model).lines.last?.contains("z small") == true)
    var presses = 1
    repeat {
      try model.press(keys("END"))
      presses += 1
    } while model.notice != nil && presses < 30
    let last = try #require(model.shownWalk?.recording.last)
    #expect(model.shownWalk?.recording.isWhole == true && presses <= last / Recording.mostAKey + 2)
    let all = try #require(model.shownWalk?.recording.timeline.transmissions.count)
    #expect(view(model).text.contains(" of \(all) "))
  }

  /// What tells one echo from another comes before what all of them have.
  @Test func echoesSayTheirNumberFirst() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(typed(":ping laptop web 3") + keys("ENTER ] ] ] ] ] ] ] ] ] 7"))
    let walk = try #require(model.shownWalk)
    for (width, says) in [(38, "ICMP ping? 1"), (42, "ICMP ping? seq=1"), (78, "request seq=1")] {
      var canvas = Canvas(Size(width: width, height: 12))
      ListPicture(walk.pictureContext(width, 12, .en)).draw(cursor: nil, in: canvas.bounds, on: &canvas)
      #expect(canvas.text.contains(says) && !canvas.text.contains("id=0x"), "\(canvas.text)")
    }
  }

  /// One press of `.` goes one moment on and shows moments; `]` shows frames again.
  @Test func theRowsAreWhatTheLastWalkingKeyCounts() throws {
    var model = try model(": 5 6 ENTER 7 .")
    #expect(
      picture(model) == """
        ┌─ 1 Stack 2 Ladder 3 4 5 6 [7 List] ───┬
        │ moment 301 of 689                     │
        │   297  router frame for 00:00:5e:00:5…│
        │   298  router forwards it to 203.0.11…│
        │   299  router frame for 00:00:5e:00:5…│
        │   300  router sends 228 bytes down th…│
        │> {301} isp    received 66 bytes, the …│
        │   302  isp    frame for 00:00:5e:00:5…│
        │   303  isp    forwards it to 192.0.2.…│
        │   304  isp    frame for 00:00:5e:00:5…│
        │=  305  isp    sends 66 bytes down the…│
        """)
    for (key, counted) in [("]", "frame"), (",", "moment"), ("→", "frame"), (".", "moment"), ("←", "frame")] {
      try model.press(keys(key))
      let walk = try #require(model.shownWalk)
      let frames = walk.recording.timeline.frames(by: walk.moment)
      let number = counted == "frame" ? walk.scene.moment.frame ?? frames : walk.moment
      #expect(picture(model).contains("│ \(counted) \(number) of "), "after \(key)")
    }
  }

  @Test func theSameMomentsInKorean() throws {
    #expect(
      picture(try model(": 5 6 ENTER 7 .", .ko)) == """
        ┌─ 1 계층 2 시퀀스 3 4 5 6 [7 목록] ────┬
        │ 순간 689개 중 301번                   │
        │   297  공유기 목적지 00:00:5e:00:53:0…│
        │   298  공유기 203.0.113.1로 전달합니… │
        │   299  공유기 목적지 00:00:5e:00:53:2…│
        │   300  공유기 228바이트를 비트 신호로…│
        │> {301} 통신사 66바이트가 들어왔고 FCS…│
        │   302  통신사 목적지 00:00:5e:00:53:2…│
        │   303  통신사 192.0.2.2로 전달합니다(…│
        │   304  통신사 목적지 00:00:5e:00:53:3…│
        │=  305  통신사 66바이트를 비트 신호로 …│
        """)
  }

  @Test func enterGoesThereAndEscBack() throws {
    var model = try model(": 5 6 ENTER 7 TAB TAB ↓ ↓ ENTER")
    let walk = try #require(model.shownWalk)
    #expect(walk.moment == walk.recording.timeline.transmission(58).moment)
    #expect(picture(model).contains("│>  {58} isp    → core   HTTP GET /     │"))
    try model.press(keys("ESC ESC"))
    #expect(model.shownWalk?.scene.moment.frame == 56)
    // By moments to the moment itself.
    try model.press(keys(". ↑ ↑ ↑ ENTER"))
    #expect(model.shownWalk?.moment == 298)
  }

  /// A second click on a row opens it: the rows stay where they are when the cursor comes to one.
  @Test func aRowStaysUnderTheMouse() throws {
    var model = try model(": 5 6 ENTER 7")
    _ = model.click(at: Point(x: 10, y: 9))
    #expect(view(model).lines[9].hasPrefix("│>   58  isp"))
    _ = model.click(at: Point(x: 10, y: 9))
    #expect(model.shownWalk?.scene.moment.frame == 58)
  }

  /// What a row says is what `dissect` prints in its last column.
  @Test func aWideRowSaysWhatWiresharkSays() throws {
    // On a wide screen the digit moves the focus to the list's place.
    var model = try model("7 z HOME", width: 200, height: 60)
    var timeline = try Fixture.home.get().recording.timeline
    var seen = 0
    for _ in 0..<3 {
      for line in view(model).lines {
        guard let match = line.prefixMatch(of: /│[>= ][ \/] *\{?(\d+)/), let number = Int(match.1) else {
          continue
        }
        let said = FrameLine(timeline.dissection(ofTransmission: number))
        #expect(line.contains(" \(said.protocol) "))
        #expect(line.contains(" " + said.information), "frame \(number): \(said.information)")
        seen += 1
      }
      try model.press([.pageDown])
    }
    #expect(seen > 120)
  }

  /// In a lesson the list ends where the learner has been.
  @Test func aLessonsListEndsAtTheFurthestMomentSeen() throws {
    let tour = try Fixture.tour.get()
    var walk = tour
    let stop = try #require(tour.lesson).stops[4]
    walk.enter(stop)
    walk.picture.picture = .list
    let source = walk.pictureSource
    let list = ListPicture(PictureContext(source: source, size: Size(width: 39, height: 60), language: .en))
    let seen = walk.recording.timeline.frames(by: stop.moment)
    #expect(list.count == seen && list.goesOn && seen > 0)
    let model = Fixture.model(walk)
    #expect(picture(model).contains("the rest comes as you walk"))
    // While it asks, what comes after the moment shown is hidden too.
    walk.branches.current.position.furthest = walk.recording.last
    var asking = walk.pictureSource
    asking.asked =
      QuestionBench(MadeUpKey(shapes: [.lines], rightAnswer: .lines([]))).context.state.question
    var canvas = Canvas(Size(width: 39, height: 60))
    ListPicture(PictureContext(source: asking, size: canvas.size, language: .en)).draw(
      cursor: nil, in: canvas.bounds, on: &canvas)
    #expect(
      canvas.lines.count { $0.contains("····") }
        == canvas.lines.count { $0.hasPrefix(" ") && $0.contains("····") })
    #expect(canvas.lines.contains { $0.contains("····") })
    #expect(!canvas.text.contains("web"))
  }

  /// It goes on where it was left: in the same row, counting the same.
  @Test func whatItCountsIsKept() throws {
    let model = try model(": 5 6 ENTER 7 . S-TAB ↓ ↓")
    let walk = try #require(model.shownWalk)
    let place = try #require(walk.place(at: 0))
    var again = try Fixture.home.get()
    again.restore(place)
    #expect(view(Fixture.model(again)).text == view(model).text)
  }

  /// A frame that a what-if took off its cable.
  @Test func aLostFrameDoesNotArrive() throws {
    #expect(picture(try model(": 5 8 ENTER 7 x")).contains("│>  {58} isp    ✗ core   HTTP GET /     │"))
  }
}

extension Picture {
  static let list = Picture("list")!
}
