import Documents
import Terminal
import Testing

@testable import UI

/// The help: what signs mean and what is counted first, then the keys.
@Suite struct LegendTests {
  @Test func theHelpOpensAtTheSigns() throws {
    var model = try Fixture.plainModel(.en)
    try model.press(keys("?"))
    #expect(
      view(model).text == """
         Help: signs, then keys                                                t 한국어

          In the margin                          Around a thing
           >      where you stand, or what acts   [ ]   selected: field and its bytes
           •      the text speaks of it           ( )   lit: the text speaks of it
           +      new by this step                { }   the layer that acts now
           ~      changed by this step            { }>  on the cable, going right
           -      gone by this step               ····  hidden: a question asks for it
           =      computed, not sent              [2]   the picture that is shown
           ✓ ✗    right; wrong, or dropped here   [2=]  it stays: you kept it
           ✗ d ~  lost, late, edited on a cable   ◂     Esc leads back there
           ▸ ▾    folded, open; ▴ ▾ more rows     ═     the pane that has the keys

          Colours  [HTTP]  [TCP ]  [IP  ]  [Eth ]  lit  changed  ✓ right  ✗ wrong

          What is counted
           moment   one layer of one device does one thing                      .  ,
           frame    one transmission on one cable; it has a number              ]  [
           stop     a place that the lesson chose                               →  ←
           message  a row of the ladder: one packet on its whole journey
           A packet that crosses 7 cables is 7 frames. Times are the network's own.
                                                                           more below ▾
         On the walk this line says what the sign beside the cursor means.
         ↑↓ scroll  t 한국어  Esc close
        """)
  }

  @Test func theHelpOpensAtTheSignsInKorean() throws {
    var model = try Fixture.plainModel(.ko)
    try model.press(keys("?"))
    #expect(
      view(model).text == """
         도움말: 표시, 그다음 키                                              t English

          여백에                                둘러싼 표시
           >      지금 있는 곳, 또는 일하는 것   [ ]   고른 필드와 그 바이트
           •      설명이 말하는 것               ( )   강조: 설명이 말하는 것
           +      이번에 새로 생김               { }   지금 일하는 계층
           ~      이번에 바뀜                    { }>  케이블에서 오른쪽으로 가는 중
           -      이번에 없어짐                  ····  가림: 질문이 묻는 것
           =      계산한 값(보내지 않음)         [2]   지금 보이는 그림
           ✓ ✗    맞음; 틀림 또는 여기서 버림    [2=]  그대로 두기로 한 그림
           ✗ d ~  케이블에서 잃음, 늦춤, 바꿈    ◂     Esc를 누르면 돌아갈 곳
           ▸ ▾    접힘, 펼침; ▴ ▾ 더 있음        ═     키를 받는 창

          색  [HTTP]  [TCP ]  [IP  ]  [Eth ]  강조  바뀜  ✓ 맞음  ✗ 틀림

          세는 것
           순간     장치 하나의 계층 하나가 한 가지 일을 합니다                 .  ,
           프레임   케이블 하나를 한 번 지나는 것. 번호가 있습니다              ]  [
           단계     레슨이 고른 곳입니다                                        →  ←
           메시지   시퀀스의 한 줄: 패킷 하나의 여정 전체입니다
           케이블 7개를 지나는 패킷은 프레임 7개입니다. 시각은 네트워크의 것입니다.
                                                                       아래에 더 있음 ▾
         여정에서는 커서 옆 표시의 뜻을 이 줄이 알려 줍니다.
         ↑↓ 넘기기  t English  Esc 닫기
        """)
  }

  @Test(arguments: Language.allCases)
  func everySignHasItsMeaningInItsColumn(_ language: Language) {
    for place in Sign.Place.allCases {
      let signs = Sign.all.filter { $0.place == place }
      #expect(Set(signs.map(\.text)).count == signs.count, "each is there once")
      for sign in signs {
        let width = sign.meaning[language].displayWidth
        #expect(width > 0 && width <= place.room, "\(sign.text)")
      }
    }
    let lines = Legend(language: language, keymap: .standard).lines
    for line in lines { #expect(line.displayWidth <= Legend.width, "\(line.map(\.text).joined())") }
  }

  @Test(arguments: [Size(width: 80, height: 22), Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func everyKeyOfTheWalkIsReachedByScrolling(_ size: Size) throws {
    for language in Language.allCases {
      var model = Fixture.model(try Fixture.tour.get(), language, width: size.width, height: size.height)
      let actions = model.keymap.actions.filter {
        model.activeKeys.scopes.contains($0.scope) && !$0.keys.isEmpty
      }
      try model.press(keys("?"))
      var seen = ""
      for _ in 0..<60 {
        seen += view(model).text
        try model.press(keys("↓"))
      }
      for action in actions { #expect(seen.contains(action.short[language]), "\(action.id.name)") }
      #expect(seen.contains(Texts.momentMeaning[language]))
    }
  }

  /// Whatever can be in front: what its keys do is in its help.
  @Test(arguments: Language.allCases) func everyKeyOfEveryComponentIsInItsHelp(_ language: Language) {
    for scopes in Screens.scopeSets where !scopes.contains(.line) {
      let help = HelpScreen(activeKeys: ActiveKeys(scopes: scopes, hints: [], helpTitle: say("", "")))
      var model = Fixture.model(nil, language, height: 60)
      model.screens.append(help)
      var seen = view(model).text
      _ = update(&model, .end)
      seen += view(model).text
      for action in model.keymap.actions where scopes.contains(action.scope) && !action.keys.isEmpty {
        #expect(seen.contains(action.short[language]), "\(action.id.name) in \(scopes.map(\.name))")
      }
    }
  }

  /// Pictures at many moments, on forks and with an open question: every sign in them is one of the legend's.
  @Test func everySignOfThePicturesIsInTheLegend() throws {
    var walks = try MatrixTests.walks()
    for keys in ["] ] x", "] ] d 3 m s ENTER", "] ] 7", "/ a r p ENTER 7 TAB TAB", "] ] ] ] ] ] ] ]"] {
      var model = Fixture.model(try Fixture.home.get())
      try model.press(UITests.keys(keys))
      walks.append(try #require(model.shownWalk))
    }
    for keys in ["3 ENTER ] ]", "3 ENTER . . .", ""] {
      var model = Fixture.model(try Fixture.loader.open(.network("home")))
      try model.press(UITests.keys(keys))
      walks.append(try #require(model.shownWalk))
    }
    var asked = Fixture.model(try Fixture.tour.get())
    try asked.press(keys("→ →"))
    walks.append(try #require(asked.shownWalk))

    let declared = Set(Sign.all.flatMap { $0.text.unicodeScalars })
    // Lines, and what stands in texts.
    let others = Set("─│┌┐└┘├┤┬┴┼→·µ×–".unicodeScalars)
    var seen: Set<Unicode.Scalar> = []
    for walk in walks {
      for picture in Picture.all where picture.absence(in: walk) == nil {
        var shown = walk
        shown.picture.picture = picture
        shown.picture.isKept = true
        for size in [(80, 24), (120, 40)] {
          let model = Fixture.model(shown, width: size.0, height: size.1)
          for line in model.drawnPicture.split(separator: "\n").dropFirst() {
            let scalars = Array(line.unicodeScalars)
            // In the margin also what is in ASCII on every terminal.
            for (column, scalar) in scalars.enumerated().dropFirst().dropLast()
            where !scalar.isASCII && !scalar.properties.isAlphabetic
              || column <= 2 && scalar.isASCII && !scalar.properties.isAlphabetic && scalar != " "
                && !("0"..."9" ~= scalar)
            {
              if others.contains(scalar) { continue }
              seen.insert(scalar)
              #expect(declared.contains(scalar), "\(picture) at moment \(walk.moment): \(scalar) in \(line)")
            }
          }
        }
      }
    }
    for sign in "═║▪▸◂▾✗•+~>=…".unicodeScalars { #expect(seen.contains(sign), "\(sign) was never drawn") }
  }

  // MARK: ASCII

  private func ascii(_ text: String) -> String {
    var canvas = Canvas(Size(width: text.displayWidth, height: 1))
    canvas.put(text, at: Point(x: 0, y: 0))
    return canvas.ascii().text
  }

  /// What are two signs are two in ASCII too. Only heads of arrows look like `>` and `v`, as they do everywhere.
  @Test func noTwoSignsAreOneInASCII() {
    for sign in Sign.all {
      for other in Sign.all where other.text != sign.text {
        #expect(ascii(sign.text) != ascii(other.text), "\(sign.text) \(other.text)")
      }
    }
    let native = Set(Sign.all.flatMap { $0.text.unicodeScalars }.filter(\.isASCII).map(String.init))
    let drawn = Set(Sign.all.flatMap { $0.text.unicodeScalars }.filter { !$0.isASCII }.map(String.init))
    // A closed fold stands beside the cursor.
    #expect(ascii(Sign.fold.text).hasPrefix(")"), "unlike \(Sign.cursor.text)")
    let forms = drawn.subtracting(["▸", "▾", "◂", "▴", "═", "║", "─"]).map(ascii)
    #expect(Set(forms).count == forms.count)
    #expect(native.isDisjoint(with: forms + [ascii("═")]), "\(forms)")
  }

  /// An arrow that is a key is called by its name: no sign of one column is like no key.
  @Test(arguments: ["", "→ →", "→ → TAB", "→ → 0", "?", "? END", ":", "] ] x", "w", "7 TAB TAB", "ESC"])
  func arrowKeysHaveNamesInASCII(_ way: String) throws {
    for walk in [try Fixture.tour.get(), try Fixture.home.get(), try Fixture.loader.open(.network("home"))] {
      for language in Language.allCases {
        var model = Fixture.model(walk, language)
        model.isASCII = true
        try model.press(keys(way))
        let canvas = view(model)
        let footer = canvas.lines[23]
        #expect(!footer.unicodeScalars.contains { "→←↑↓".unicodeScalars.contains($0) }, "\(footer)")
        #expect(footer.displayWidth <= 80)
        let faces = (model.footer.entries + model.footer.fixed).map(\.key)
        #expect(faces.allSatisfy { ascii($0) == $0 }, "\(faces)")
        canvas.expectASCIIForm(way)
      }
    }
    var model = Fixture.model(try Fixture.tour.get())
    model.isASCII = true
    #expect(view(model).lines[21].hasPrefix(" Right goes on"))
    #expect(view(model).lines[23].hasPrefix(" Right next  Tab pane"))
    try model.press([.right])
    #expect(view(model).lines[23].hasPrefix(" Right next  Left back  Up/Down field"))
  }

  @Test func theHelpOpensWhereItWasLeft() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("? PGDN"))
    let left = view(model).text
    try model.press(keys("ESC → ?"))
    #expect(view(model).text == left)
    try model.press(keys("q ? HOME"))
    #expect(view(model).lines[2].hasPrefix("  In the margin"))
  }

  /// Where a field carries a sign and no coach line takes the row.
  @Test(arguments: Language.allCases)
  func aSignUnderTheCursorIsExplained(_ language: Language) throws {
    var model = Fixture.model(try Fixture.loader.open(.lesson("tour"), step: "hop"), language)
    try model.press(keys("→ ← ↓ w ESC HOME"))
    let meaning = "\(Sign.lit.text) \(Sign.lit.meaning[language])."
    #expect(!view(model).text.contains(meaning))
    try model.press(keys("↓"))
    #expect(view(model).lines[21...22].joined().contains(meaning))
  }

  /// What the author lights and the step has changed carries both signs, and both are explained.
  @Test func aLitFieldThatChangedShowsBothSigns() throws {
    var model = Fixture.model(try Fixture.loader.open(.lesson("tour"), step: "hop"), width: 120, height: 40)
    let rows = view(model).lines.filter { $0.contains("•▸Destination") || $0.contains("•Time to Live") }
    #expect(rows.count == 2 && rows.allSatisfy { $0.contains(" ~") }, "\(rows)")
    let walk = try #require(model.shownWalk)
    let place = try #require(walk.lit.first)
    #expect(Sign.of(place, lit: [place], walk.scene.changes) == [.lit, .changed])
    #expect(Sign.of(place, lit: [], walk.scene.changes) == [.changed])
    try model.press(keys("→ ← ↓ w ESC HOME ↓"))
    let below = view(model).lines.suffix(4).joined(separator: " ")
    for sign in [Sign.lit, .changed] {
      #expect(below.contains("\(sign.text) \(sign.meaning.en)"), "\(below)")
    }
    try model.press(keys("6"))
    #expect(view(model).text.contains("•~"), "\(view(model).text)")
  }

  /// A sign and what it means are not parted by the end of a line.
  @Test func aSignStaysWithWhatItMeans() {
    for sign in Sign.all {
      for language in Language.allCases {
        let text = "Said of a field. " + sign.sentence(language)
        for width in 20...79 {
          let lines = text.wrapped(to: width)
          let head = "\(sign.text) \(sign.meaning[language].prefix { $0 != " " })"
          #expect(lines.contains { $0.contains(head) }, "\(lines)")
          #expect(lines.joined(separator: " ") == "Said of a field. \(sign.text) \(sign.meaning[language]).")
        }
      }
    }
  }

  /// Where Hangul cannot be shown the offer of the language is legible all the same.
  @Test func withoutHangulNothingIsIllegible() throws {
    for keys in ["", "ESC", "?", "? END", ": "] {
      var model = Model(
        language: .en, size: Size(width: 80, height: 24), library: Fixture.contents,
        walk: try Fixture.tour.get(), showsKorean: false)
      try model.press(UITests.keys(keys))
      let text = view(model).text
      #expect(!text.unicodeScalars.contains { (0xac00...0xd7a3).contains($0.value) }, "\(keys)")
      if keys.isEmpty { #expect(view(model).lines[0].hasSuffix("t Korean")) }
    }
  }
}
