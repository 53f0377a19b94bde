import Analysis
import Terminal
import Testing

@testable import UI

/// Hangul letters as keys: ㅈ is w on the same keyboard.
@Suite struct HangulTests {
  private func model(_ keys: [Key]) throws -> Model {
    var model = Fixture.model(try Fixture.home.get())
    try model.press([.character("]")] + keys)
    return model
  }

  @Test func aLetterIsTheKeyItWasTypedWith() throws {
    let latin = try model(["w"])
    var hangul = try model(["ㅈ"])
    #expect(hangul.shownWalk?.panel.isWhy == true)
    #expect(view(hangul).lines[22].contains("한글 입력 상태"))
    try hangul.press(["ㅈ", "ㅈ"])
    #expect(view(hangul).text == view(latin).text)
  }

  @Test func aSyllableIsTheKeysOfItsLetters() throws {
    // 자 is w, then k: why, then one row up.
    let typed = try model(["자"])
    #expect(typed.shownWalk?.panel.isWhy == true)
    // ㅘ is h, then k.
    let compound = try model(["ㅘ"])
    #expect(compound.shownWalk?.panel.isWhy == false)
  }

  @Test func theNoteIsShownOnce() throws {
    var model = try model(["ㅈ"])
    try model.press(["ㅈ"])
    #expect(!view(model).text.contains("한글 입력 상태"))
  }
}
