import Analysis
import Documents
import Terminal
import Testing

@testable import UI

/// The line that is typed into: its keys, its drawing, and that nothing typed can break it.
@Suite struct PromptTests {
  private func model(_ text: String, _ language: Language = .en) throws -> Model {
    var model = try Fixture.plainModel(language)
    try model.press(typed(text))
    return model
  }

  // MARK: The line

  @Test func theLineIsEdited() throws {
    var line = TextLine("ip.ttl", limit: 20)
    for key in [.home, .right, .right, .character("v"), .end, .backspace, .left, .delete] as [Key] {
      if case .character(let character) = key { line.insert(character) } else { _ = line.edit(key) }
    }
    #expect(line.string == "ipv.t")
    #expect(line.cursor == 5)
    _ = line.edit(.control("u"))
    #expect(line.isEmpty)
    let isOthers = line.edit(.up)
    #expect(!isOthers)
  }

  @Test func aPasteLosesItsControlsAndWhatIsTooLong() {
    var line = TextLine(limit: 10)
    line.insert("ab\u{1B}[2J\r\n\u{0}\u{202E}cd")
    #expect(line.string == "ab[2Jcd")
    line.insert(String(repeating: "x", count: 100_000))
    #expect(line.string == "ab[2Jcdxxx")
    line.insert("y")
    #expect(line.string.count == 10)
  }

  @Test func aMarkJoinsTheLetterBeforeIt() {
    var line = TextLine("e", limit: 10)
    line.insert("\u{301}")
    #expect(line.text == ["é"])
    #expect(line.cursor == 1)
    _ = line.edit(.backspace)
    #expect(line.isEmpty)
  }

  @Test func longTextScrollsWithTheInsertionPoint() {
    var line = TextLine("0123456789", limit: 100)
    let end = line.window(width: 6)
    #expect(end == .init(shown: 6..<10, isCutLeft: true, isCutRight: false, cursorColumn: 5))
    _ = line.edit(.home)
    let start = line.window(width: 6)
    #expect(start == .init(shown: 0..<4, isCutLeft: false, isCutRight: true, cursorColumn: 0))
    #expect(line.window(width: 11).shown == 0..<10)
  }

  @Test func wideCharactersTakeTwoColumns() {
    let line = TextLine("저장하기", limit: 100)
    #expect(line.window(width: 20).cursorColumn == 8)
    let narrow = line.window(width: 6)
    #expect(narrow.isCutLeft)
    #expect(narrow.cursorColumn <= 5)
  }

  // MARK: The palette

  @Test func everyActionIsFoundByItsNameInBothLanguages() throws {
    for language in Language.allCases {
      let model = Fixture.model(try Fixture.tour.get(), language)
      for action in Action.table {
        for name in Language.allCases {
          var asked = model
          _ = update(&asked, ":")
          _ = update(&asked, .paste(action.short[name]))
          let found = asked.prompt?.reading.suggestions.contains { suggestion in
            if case .action(let id, _) = suggestion.choice { id == action.id } else { false }
          }
          #expect(found == true, "\(action.id.rawValue) by \(action.short[name])")
        }
      }
    }
  }

  @Test func partsOfWordsFindACommandInAnyOrder() throws {
    let model = try model(": l a d SPACE s a")
    #expect(model.prompt?.chosen?.name == "save ladder as text")
  }

  /// Also alone, and where it cannot be done: nothing else may be done in its place.
  @Test func aVerbIsFoundByItsWord() throws {
    for verb in Verb.all {
      for word in Language.allCases.map({ verb.words[$0] }) {
        var walk = Fixture.model(try Fixture.home.get())
        var start = Fixture.model()
        _ = update(&walk, ":")
        _ = update(&walk, .paste(word))
        _ = update(&start, ":")
        _ = update(&start, .paste(word))
        #expect(walk.prompt?.reading.suggestions.first?.isEnabled == true, "\(word)")
        let first = try #require(start.prompt).reading.suggestions.first
        // 열기 is the name of another action too.
        let isNamedSo = Action.table.contains { action in
          guard case .action(action.id, _)? = first?.choice else { return false }
          return Language.allCases.contains { action.short[$0].contains(word) }
        }
        #expect(first?.isEnabled != true || isNamedSo, "\(word) at the start")
      }
    }
  }

  @Test func koreanNamesComeFirstThenTheKeysTheyWereTypedWith() throws {
    let korean = try model(": 저 장", .ko)
    #expect(korean.prompt?.chosen?.name.contains("저장") == true)
    let latin = try model(": ㄴ ㅁ ㅍ ㄷ", .ko)
    #expect(latin.prompt?.chosen?.name == "캡처 저장")
    #expect(view(latin).lines[22] == " 한글 입력을 영문으로 바꿨습니다: ㄴㅁㅍㄷ → save")
  }

  @Test func aCommandRuns() throws {
    var model = try model(": l a n g")
    #expect(model.prompt?.chosen.map(\.choice) == .action(.language, "t"))
    _ = update(&model, .enter)
    #expect(model.language == .ko)
    #expect(model.prompt == nil)
  }

  @Test func whatCannotBeDoneSaysWhyAndStays() throws {
    var model = try model(": h i n t")
    #expect(view(model).lines[22] == " Works while a question waits for its answer.")
    _ = update(&model, .enter)
    #expect(model.prompt != nil)
    #expect(view(model).roleLines[22].contains("w"))
  }

  @Test func escapeLeavesTheLineAndNothingElse() throws {
    var model = try model("")
    let before = view(model)
    for text in [": s a v e", "/ t c p", ": 4 2", "/ ㅑ ㅔ", ": 😀", "/ ( (", ": m SPACE 1 2"] {
      try model.press(typed(text))
      #expect(model.prompt != nil, "\(text)")
      _ = update(&model, .escape)
      #expect(model.prompt == nil)
      #expect(view(model).text == before.text, "\(text)")
    }
  }

  @Test func aResizeKeepsTheLine() throws {
    var model = try model("/ t c p . s")
    let before = view(model)
    for size in [(120, 40), (80, 22), (60, 10), (80, 24)] {
      _ = update(&model, .resize(Size(width: size.0, height: size.1)))
      _ = view(model)
    }
    #expect(model.prompt?.line.string == "tcp.s")
    #expect(view(model).text == before.text)
  }

  @Test func anArrowUpOnAnEmptyLineBringsTheLastOneBack() throws {
    var model = try model(": f r a m e SPACE 2 ENTER : f r a m e SPACE 3 ENTER :")
    _ = update(&model, .up)
    #expect(model.prompt?.line.string == "frame 3")
    _ = update(&model, .up)
    #expect(model.prompt?.line.string == "frame 2")
    _ = update(&model, .up)
    #expect(model.prompt?.line.string == "frame 2")
    _ = update(&model, .down)
    _ = update(&model, .down)
    #expect(model.prompt?.line.isEmpty == true)
  }

  @Test func pastedKeysAreText() throws {
    var model = try model("/")
    _ = update(&model, .paste("q\n\u{1B}q ?:"))
    #expect(model.prompt?.line.string == "qq ?:")
  }

  @Test func randomTypingNeverBreaksTheScreen() throws {
    let pieces: [Key] =
      [
        .enter, .escape, .tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace,
        .delete,
      ]
      + [.control("u"), .control("l"), .control("a"), .unknown, .insert, .function(3), .backtab]
      + "ip.tcp=<>&|!()\"\\#0x19 :/nyafz?{[,-".map { .character($0) }
      + ["ㅑ", "자", "ㅘ", "값", "é", "\u{301}", "漢", "😀", "🇰🇷", "👨‍👩‍👧", "\u{200D}", "｜"]
      + [
        .paste(String(repeating: "\u{301}", count: 1000)), .paste("\u{1B}[31m\u{7}\n\u{0}\u{9B}"),
        .paste("moment.kind == \"arp.miss\""), .paste("ip.ttl < 64 && tcp"), .paste("frame 3"),
        .paste(String(repeating: "값😀(", count: 20_000)), .resize(Size(width: 120, height: 40)),
        .resize(Size(width: 80, height: 22)), .resize(Size(width: 80, height: 24)),
      ]
    for seed in 1...4 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      var model = Fixture.model(try Fixture.twoHosts.get(), seed % 2 == 0 ? .ko : .en)
      for _ in 0..<150 {
        if model.prompt == nil { _ = update(&model, seed % 3 == 0 ? ":" : "/") }
        let effect = update(&model, pieces.randomElement(using: &random)!)
        if case .save(let file) = effect { model.saved(file, .exists) }
        if effect == .quit { model = Fixture.model(try Fixture.twoHosts.get()) }
        let canvas = view(model)
        #expect(canvas.size == model.size)
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= model.size.width })
        #expect(canvas.cursor.map(canvas.bounds.contains) == true)
        let controls = canvas.text.unicodeScalars.contains {
          $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value))
        }
        #expect(!controls)
      }
    }
  }
}

/// `: s a v e ENTER` as keys; each word of more letters is one key by its name.
private func typed(_ text: String) -> [Key] {
  text.split(separator: " ").map { word in
    let names: [String: Key] = [
      "ENTER": .enter, "ESC": .escape, "TAB": .tab, "UP": .up, "DOWN": .down, "SPACE": " ", "BS": .backspace,
    ]
    return names[String(word)] ?? .character(word.first!)
  }
}
