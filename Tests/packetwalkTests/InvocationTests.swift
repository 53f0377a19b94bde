import Lessons
import Testing
import UI

@testable import packetwalk

/// What the program is called with.
struct InvocationTests {
  private let library = LessonLibrary.ofProgram()

  private func refusal(_ words: String...) -> String? {
    do throws(Failure) {
      _ = try Invocation.arranged(words, library)
      return nil
    } catch { return error.message.en }
  }

  @Test func aMisspeltCommandIsSuggested() {
    #expect(refusal("lern", "tour") == "no command \"lern\"; did you mean \"learn\"?")
    #expect(refusal("explor") == "no command \"explor\"; did you mean \"explore\"?")
    #expect(refusal("tour") == "no command \"tour\"; it is a lesson: packetwalk learn tour")
    #expect(refusal("home") == "no command \"home\"; it is a network: packetwalk explore home")
    #expect(refusal("xyzzy")?.hasPrefix("no command \"xyzzy\" (known: learn, explore, run,") == true)
    #expect(refusal("filters") == nil, "what is not listed works all the same")
  }

  @Test func optionsMayStandBeforeTheCommand() throws {
    #expect(
      try Invocation.arranged(["--lang", "ko", "learn", "tour"], library) == [
        "learn", "--lang", "ko", "tour",
      ])
    for words in [["--lang", "ko"], ["learn", "tour", "--lang", "ko"], ["--version"], []] {
      #expect(try Invocation.arranged(words, library) == words)
    }
    let command = try Packetwalk.parseAsRoot(
      Invocation.arranged(["--lang", "ko", "--ascii", "learn", "tour", "--plain"], library))
    let learn = try #require(command as? Learn)
    #expect(learn.lesson == "tour" && learn.screen.common.lang == .ko && learn.plain)
  }

  @Test func aLessonAndANetworkPointAtEachOther() {
    let loader = WalkLoader(library, seed: nil)
    func refusal(_ opening: OpenRequest) -> String? {
      do throws(Failure) {
        _ = try loader.open(opening)
        return nil
      } catch { return error.message.en }
    }
    #expect(
      refusal(.lesson("home"))?.hasPrefix(
        "no lesson \"home\"; it is a network: packetwalk explore home (known: tour, ")
        == true)
    #expect(
      refusal(.network("tour"))?.hasPrefix(
        "no network \"tour\"; it is a lesson: packetwalk learn tour (known:")
        == true)
  }
}
