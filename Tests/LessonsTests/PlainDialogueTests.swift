import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

struct PlainDialogueTests {
  private func dialogue(_ language: Language = .en, step: Int? = nil) throws -> PlainDialogue {
    let sample = try LessonSample()
    defer { sample.remove() }
    let reference = ReferenceLibrary(sample.library)
    // Reads its files while they are there.
    _ = reference.missing
    return PlainDialogue(
      try sample.run(), language: language, reference: reference, step: step,
      wrap: { text, columns in Self.wrapped(text, columns) })
  }

  /// Breaks at blanks; every letter is one column.
  private static func wrapped(_ text: String, _ columns: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if lines.last!.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if lines.last!.count + 1 + word.count <= columns {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The number under which the plain dialogue shows an option.
  private func number(of text: String, in lines: [String]) -> String {
    lines.first { $0.contains(text) }.map { String($0.filter { $0 != " " }.prefix(1)) } ?? "?"
  }

  @Test func anAnswerMayBeTypedInFullWidthForms() throws {
    var (usual, wide) = (try dialogue(), try dialogue())
    #expect(usual.begin() == wide.begin())
    let question = usual.take("")
    #expect(wide.take("") == question)
    let number = number(of: "ff:ff", in: question)
    #expect(wide.take("？") == usual.take("?"))
    let digit = try #require(Int(number).flatMap { UnicodeScalar(0xff10 + UInt32($0)) })
    let answer = wide.take(String(Character(digit)))
    #expect(answer == usual.take(number) && answer.first?.hasPrefix("Right.") == true)
  }

  @Test func aLessonIsToldFromStopToStop() throws {
    var dialogue = try dialogue()
    #expect(
      dialogue.begin() == [
        "ARP: who has this address?", "Press Enter to go on, or type ? for the commands.", "",
        "Stop 1 of 3.  you  0.000 ms", "You ping the printer.", "",
      ])
    let question = dialogue.take("")
    #expect(question[0] == "Question 1 of 3, before you go on.")
    #expect(question[1] == "Destination?")
    #expect(
      Set(question[2...4].map { String($0.dropFirst(5).prefix(17)) }) == [
        "ff:ff:ff:ff:ff:ff", "00:00:5e:00:53:12", "00:00:5e:00:53:10",
      ])
    let answer = dialogue.take(number(of: "ff:ff", in: question))
    #expect(
      answer == [
        "Right. Everyone must hear it: ff:ff:ff:ff:ff:ff.", "", "Stop 2 of 3.  laptop, Physical  0.000 ms",
        "It looks for 10.0.0.20: the frame goes to ff:ff:ff:ff:ff:ff.",
        "  * Destination (eth.dst): ff:ff:ff:ff:ff:ff",
        "  * Target MAC address (arp.dst.hw_mac): 00:00:00:00:00:00", "",
      ])
    #expect(dialogue.take("").first?.hasPrefix("Stop 3 of 3.") == true)
    #expect(dialogue.take("").prefix(2) == ["Question 2 of 3.", "Whom does it look for?"])
    #expect(
      dialogue.take("arp.dst.proto_ipv4").prefix(3) == ["Right. The target address.", "", "Question 3 of 3."])
    let end = dialogue.take("0x12")
    #expect(end.prefix(2) == ["Right. 60 - 14 - 28 = 18", ""] && end.last == "finished: arp")
    #expect(
      end.dropFirst(2).prefix(2) == [
        "Finished: ARP: who has this address?", "3 stops, 3 questions: 3 right at once.",
      ])
    #expect(dialogue.summary?.isComplete == true && dialogue.summary?.missed == [])
    #expect(dialogue.isOver)
    #expect(dialogue.take("").isEmpty && dialogue.endOfInput().isEmpty)
  }

  @Test func aWrongAnswerGetsItsSentenceAndASecondTry() throws {
    var dialogue = try dialogue()
    _ = dialogue.begin()
    let question = dialogue.take("")
    let laptop = number(of: "53:10", in: question)
    #expect(
      dialogue.take(laptop) == [
        "No. That is the source.", "One more try; Enter shows the answer.", "",
      ])
    #expect(dialogue.take(laptop) == ["You have tried that one. Choose another.", ""])
    #expect(dialogue.take("7") == ["Type a number from 1 to 3.", ""])
    #expect(dialogue.take("w") == ["Hint: Who has to hear it?", ""])
    #expect(dialogue.take("ㅈ") == ["There are no more hints.", ""])
    let shown = dialogue.take(number(of: "53:12", in: question))
    #expect(
      shown.prefix(4) == [
        "No. It is not known yet.",
        "The answer: ff:ff:ff:ff:ff:ff. Everyone must hear it: ff:ff:ff:ff:ff:ff.", "",
        "Stop 2 of 3.  laptop, Physical  0.000 ms",
      ])
  }

  @Test func notKnowingShowsTheAnswer() throws {
    var dialogue = try dialogue()
    _ = dialogue.begin()
    _ = dialogue.take("")
    #expect(
      dialogue.take("").first == "The answer: ff:ff:ff:ff:ff:ff. Everyone must hear it: ff:ff:ff:ff:ff:ff.")
  }

  @Test(arguments: Language.allCases, ["", "1", "2", "3", "x", "0x12"])
  func anyAnswersFinishTheLesson(language: Language, answer: String) throws {
    var dialogue = try dialogue(language)
    var lines = dialogue.begin()
    for _ in 0..<40 where !dialogue.isOver {
      lines += dialogue.take(answer)
      lines += dialogue.take("")
    }
    #expect(lines.last == (language == .en ? "finished: arp" : "끝냄: arp"))
    #expect(lines.allSatisfy { $0.count <= PlainDialogue.width })
  }

  @Test func goingBackShowsTheStopBeforeAndAsksNothingTwice() throws {
    var dialogue = try dialogue()
    _ = dialogue.begin()
    #expect(dialogue.take("b") == ["This is the first stop."])
    _ = dialogue.take("")
    #expect(dialogue.take("b").first == "Stop 1 of 3.  you  0.000 ms")
    #expect(dialogue.take("").first == "Question 1 of 3, before you go on.")
    _ = dialogue.take("")
    #expect(dialogue.take("B").first == "Stop 1 of 3.  you  0.000 ms")
    #expect(dialogue.take("").first == "Stop 2 of 3.  laptop, Physical  0.000 ms")
  }

  @Test func whyLeadsBackToThePersonAtTheKeyboard() throws {
    var dialogue = try dialogue(step: 1)
    let lines = dialogue.begin() + dialogue.take("w")
    #expect(lines.contains("  now: laptop, Physical: phy.transmit"))
    #expect(lines.contains("  because laptop, Link: no MAC address for 10.0.0.20"))
    #expect(lines.dropLast().last == "  because you: pinged 10.0.0.20")
  }

  @Test func stoppingSaysWhere() throws {
    var dialogue = try dialogue()
    _ = dialogue.begin()
    #expect(dialogue.take("q") == ["stopped: arp, stop 1 of 3"])
    var second = try self.dialogue()
    _ = second.begin()
    for _ in 0..<3 { _ = second.take("") }
    #expect(second.endOfInput() == ["stopped: arp, stop 3 of 3"])
    var third = try self.dialogue()
    _ = third.begin()
    _ = third.take("")
    #expect(third.take("\"q\"") == ["Type a number from 1 to 3.", ""])
    #expect(third.take("?").first?.hasPrefix("A number chooses.") == true)
  }

  @Test func koreanIsSpokenThroughout() throws {
    var dialogue = try dialogue(.ko)
    #expect(dialogue.begin().suffix(3) == ["단계 1/3.  나  0.000 ms", "프린터에 ping을 보냅니다.", ""])
    #expect(dialogue.take("x") == ["\"x\": 지금은 질문이 없습니다. Enter를 누르면 계속합니다."])
    #expect(dialogue.take("").prefix(2) == ["질문 1/3, 계속하기 전에.", "목적지는?"])
    #expect(dialogue.take("").first == "정답: ff:ff:ff:ff:ff:ff. 모두가 들어야 합니다: ff:ff:ff:ff:ff:ff.")
    #expect(dialogue.take("q") == ["멈춤: arp, 단계 2/3"])
  }
}
