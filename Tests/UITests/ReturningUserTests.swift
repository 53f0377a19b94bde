import Analysis
import Documents
import Foundation
import Lessons
import Terminal
import Testing

@testable import UI

/// What a returning user finds.
@Suite struct ReturningUserTests {
  /// A state folder of its own.
  struct Home {
    let folder = NSTemporaryDirectory() + "/packetwalk-unfinished-\(UInt64.random(in: 0...UInt64.max))"
    var environment: [String: String] { ["XDG_STATE_HOME": folder] }
    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func autosave() -> Autosave {
      var autosave = Autosave(environment)
      autosave.open()
      return autosave
    }

    /// A run of the program: opens, presses keys, is killed.
    func run(_ opening: OpenRequest, _ pressed: String, seed: UInt64? = nil, step: String? = nil) throws
      -> Model
    {
      var autosave = autosave()
      let loader = WalkLoader(Fixture.library, seed: seed)
      var model = Fixture.model(try autosave.walk(opening, step: step, loader))
      autosave.keep(model, at: 1_795_000_000)
      for key in keys(pressed) {
        try model.press([key])
        autosave.keep(model, at: 1_795_000_000)
      }
      #expect(autosave.failure == nil)
      return model
    }
  }

  @Test func aLessonGoesOnWhereItWasLeft() throws {
    let home = Home()
    defer { home.remove() }
    let before = try home.run(.lesson("tour"), "→ → 0 → ↓ ↓ TAB 2")
    let after = try home.run(.lesson("tour"), "")
    #expect(view(after) == view(before))
    #expect(after.shownWalk?.moment != (try Fixture.tour.get()).moment)
    // At a step that is named it begins there.
    #expect(try home.run(.lesson("tour"), "", step: "learn").shownWalk?.placeLabel.en == "stop 4/14")
  }

  @Test func anotherSeedBeginsAnewAndTheOneThatWasBegunGoesOn() throws {
    let home = Home()
    defer { home.remove() }
    // Nothing happens by itself: the first suggestion does.
    _ = try home.run(.network("home"), "ENTER ] ] ] ] ↓", seed: 7)
    let on = try #require(try home.run(.network("home"), "").shownWalk)
    #expect(on.subject.origin?.seed == 7 && on.moment > 1 && on.branches.isOnFork)
    #expect(try home.run(.network("home"), "", seed: 7).shownWalk?.moment == on.moment)
    let anew = try #require(try home.run(.network("home"), "", seed: 1).shownWalk)
    #expect(anew.subject.origin?.seed == 1 && anew.moment == 1)
  }

  @Test func aFinishedLessonBeginsAnew() throws {
    let home = Home()
    defer { home.remove() }
    var autosave = home.autosave()
    var walk = try Fixture.tour.get()
    let last = try #require(walk.lesson?.stops.last)
    walk.enter(last)
    for question in last.after {
      var state = QuestionState(question)
      state.giveUp()
      walk.session?.states[question.id] = state
    }
    var model = Fixture.model(walk)
    autosave.keep(model, at: 0)
    #expect(autosave.unfinished != nil, "its summary was not seen yet")
    try model.press(keys("→"))
    autosave.keep(model, at: 0)
    #expect(autosave.unfinished == nil && home.autosave().unfinished == nil)
    #expect(try home.run(.lesson("tour"), "").shownWalk?.moment == (try Fixture.tour.get()).moment)
  }

  @Test func theStartScreenOffersItFirst() throws {
    let home = Home()
    defer { home.remove() }
    #expect(home.autosave().unfinished == nil)
    let left = try home.run(.lesson("tour"), "→ → 0 → ↓")
    var autosave = home.autosave()
    let place = try #require(autosave.unfinished)
    for (language, words) in [(Language.en, "Continue"), (.ko, "이어서 하기")] {
      var model = Fixture.model(nil, language)
      let title = try #require(Fixture.loader.title(of: place.walk, in: model.library))
      let first = view(model).text
      #expect(!first.contains(words))
      model.resumable = ResumableWalk(place, title: title, left: RelativeTime.text(0, now: 86_400, offset: 0))
      let line = try #require(view(model).lines.first { $0.contains(words) })
      // The title stays whole: where there is little room it is not said since when.
      #expect(line.contains(title[language]) && line.hasPrefix(" >"))
      #expect(line.hasSuffix(language == .en ? "stop 3 of 14" : "14단계 중 3단계"))
      model.size.width = 120
      #expect(view(model).text.contains(language == .en ? "stop 3 of 14, yesterday" : "14단계 중 3단계, 어제"))
      #expect(!view(model).text.contains(Texts.startHere[language]))
      #expect(update(&model, .enter) == .open(.lesson("tour")))
    }
    let again = try autosave.walk(.lesson("tour"), Fixture.loader)
    #expect(view(Fixture.model(again)) == view(left))
  }

  @Test(arguments: Language.allCases) func whenAllIsDoneTheStartSaysSo(_ language: Language) {
    var model = Fixture.model(nil, language)
    for lesson in model.library.lessons {
      model.progress[lesson.id] = LessonProgress(done: .init(missed: [], at: 0))
    }
    let lines = view(model).lines
    let marked = lines.first { $0.hasPrefix(" >") }
    #expect(marked?.contains(Texts.lessons[language]) == true)
    #expect(view(model).text.contains(Texts.noNextLesson[language]))
    #expect(!view(model).text.contains(Texts.nextLesson[language] + "  "))
  }

  @Test func leavingSaysWhereItGoesOn() throws {
    let tour = try #require(try Fixture.tour.get().place(at: 0))
    #expect(Texts.saved(tour).en == "Saved at stop 1 of 14. packetwalk continues there.")
    #expect(Texts.saved(tour).ko == "14단계 중 1단계에서 저장했습니다. packetwalk를 실행하면 거기서 이어집니다.")
    let home = try #require(try Fixture.home.get().place(at: 0))
    #expect(Texts.saved(home).en == "Saved at moment 1. packetwalk continues there.")
    #expect(Texts.saved(home).ko == "1번 순간에서 저장했습니다. packetwalk를 실행하면 거기서 이어집니다.")
  }

  /// Not of the walk that was left for the fork: in a playground that stays at its first moment.
  @Test func onAForkItSaysTheMomentOfTheFork() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(":ping laptop web".map { .character($0) } + [.enter] + keys("] ] ]"))
    let walk = try #require(model.shownWalk)
    #expect(walk.branches.isOnFork && walk.moment > 1)
    let place = try #require(walk.place(at: 0))
    #expect(
      Texts.saved(place).en == "Saved at moment \(walk.moment) of a fork. packetwalk continues there.")
    #expect(Texts.saved(place).ko.hasPrefix("갈래의 \(walk.moment)번 순간에서 저장했습니다."))
    let resumable = ResumableWalk(place, title: Texts.goOn, left: Texts.goOn)
    #expect(resumable.place.en == "moment \(walk.moment) of a fork")
    // Back on the walk as it was it is a moment of that again.
    try model.press(keys("ESC"))
    let back = try #require(model.shownWalk?.place(at: 0))
    #expect(Texts.saved(back).en == "Saved at moment 1. packetwalk continues there.")
  }

  @Test func coachLinesAreLearntForEver() throws {
    let home = Home()
    defer { home.remove() }
    let before = try home.run(.lesson("tour"), "")
    #expect(view(before).text.contains("→ goes on"))
    _ = try home.run(.lesson("tour"), "→ ←")
    let after = try home.run(.network("home"), "")
    #expect(!view(after).text.contains("→ goes on"))
    #expect(after.shownWalk?.onboarding.line == Texts.coachField)
  }

  @Test func theLanguageChosenByKeyIsKept() throws {
    let home = Home()
    defer { home.remove() }
    #expect(home.autosave().chosenLanguage == nil)
    _ = try home.run(.lesson("tour"), "→")
    #expect(home.autosave().chosenLanguage == nil)
    _ = try home.run(.lesson("tour"), "t")
    #expect(home.autosave().chosenLanguage == .ko)
  }

  @Test func withoutAFileItIsSaidOnceAndRememberedUntilTheEnd() throws {
    for (environment, words) in [
      (["XDG_STATE_HOME": "/proc"], "cannot write to /proc/packetwalk"), ([:], "HOME is not set"),
    ] {
      var autosave = Autosave(environment)
      autosave.openIfThere()
      #expect(autosave.takeComplaint() == nil)
      var walk = try autosave.walk(.lesson("tour"), Fixture.loader)
      autosave.open()
      #expect(autosave.takeComplaint()?.en.contains(words) == true)
      #expect(autosave.takeComplaint() == nil && autosave.failure?.text.en.contains(words) == true)
      var model = Fixture.model(walk)
      try model.press(keys("→"))
      autosave.keep(model, at: 0)
      #expect(autosave.takeComplaint() == nil && autosave.failure != nil)
      walk = try autosave.walk(.lesson("tour"), Fixture.loader)
      #expect(walk.moment == model.shownWalk?.moment && autosave.unfinished != nil)
    }
  }

  @Test func aFileOutsideTheLibraryIsFoundAgainFromAnywhere() throws {
    let home = Home()
    defer { home.remove() }
    let path = Fixture.library.folders[0] + "/../Library/01-tour.yaml"
    _ = try home.run(.lesson(path), "→")
    let autosave = home.autosave()
    let place = try #require(autosave.unfinished)
    #expect(place.walk == .lesson(Fixture.library.folders[0] + "/01-tour.yaml"))
    #expect(Fixture.loader.title(of: place.walk, in: Library())?.en.hasPrefix("Tour") == true)
    #expect(Fixture.loader.title(of: .lesson("/gone.yaml"), in: Library()) == nil)
    #expect(Fixture.loader.title(of: .network("gone"), in: Library()) == nil)
  }

  @Test func howLongAgoIsSaidInDaysOfTheReadersClock() {
    let now: Int64 = 1_772_410_000  // 2026-03-02T00:06:40Z
    func en(_ seconds: Int64, offset: Int = 0) -> String {
      RelativeTime.text(now - seconds, now: now, offset: offset).en
    }
    #expect(en(-5) == "just now" && en(59) == "just now")
    #expect(en(60) == "1 minute ago" && en(3599) == "59 minutes ago")
    #expect(en(3600) == "yesterday" && en(3600, offset: 9 * 3600) == "1 hour ago")
    #expect(
      en(9 * 3600, offset: 9 * 3600) == "9 hours ago" && en(9 * 3600 + 401, offset: 9 * 3600) == "yesterday")
    #expect(en(3 * 86_400) == "3 days ago")
  }
}
