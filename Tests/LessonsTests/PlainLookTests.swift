import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// The looking commands of the plain dialogue: lines in, lines out.
struct PlainLookTests {
  private func dialogue(_ language: Language = .en, step: Int? = nil) throws -> PlainDialogue {
    let sample = try LessonSample()
    defer { sample.remove() }
    let reference = ReferenceLibrary(sample.library)
    // Reads its files while they are there.
    _ = reference.missing
    var dialogue = PlainDialogue(
      try sample.run(), language: language, reference: reference, step: step, wrap: { text, _ in [text] })
    _ = dialogue.begin()
    return dialogue
  }

  @Test func fieldsAreListedLayerByLayerWithTheLitOnesMarked() throws {
    var dialogue = try dialogue(step: 1)
    let lines = dialogue.take("f")
    #expect(lines.first?.hasPrefix("Ethernet") == true)
    #expect(lines.contains("  * Destination (eth.dst): ff:ff:ff:ff:ff:ff"))
    #expect(lines.contains("    Source (eth.src): 00:00:5e:00:53:10"))
    #expect(lines.contains { $0.hasPrefix("Address Resolution Protocol, 28 bytes") })
    #expect(lines.filter { $0.hasPrefix("  * ") }.count == 2)
    #expect(lines.last == "" && dialogue.take("ㄹ") == lines && dialogue.take("F") == lines)
    var korean = try self.dialogue(.ko, step: 1)
    #expect(korean.take("ㄹ").contains { $0.contains("28바이트") })
  }

  @Test func aFieldHasItsSentenceAndItsBits() throws {
    var dialogue = try dialogue(step: 1)
    #expect(
      dialogue.take("f arp.opcode") == [
        "arp.opcode, bytes 20-21: request (1).", "  00 01 = [0000 0000 0000 0001] = 1  request (1)", "",
      ])
    let destination = dialogue.take("f eth.dst")
    #expect(destination.first == "eth.dst, bytes 0-5: ff:ff:ff:ff:ff:ff.")
    #expect(destination[1].hasPrefix("  ff ff ff ff ff ff = 1111111[1] 11111111"))
    #expect(dialogue.take("f eth.dst#1") == destination && dialogue.take("f Destination") == destination)
    #expect(dialogue.take("f  desti") == destination && dialogue.take("f ETH.DST") == destination)
    #expect(dialogue.take("f opcode") == dialogue.take("f arp.opcode"))
    var korean = try self.dialogue(.ko, step: 1)
    #expect(korean.take("ㄹ eth.dst").first == "eth.dst, 0-5번 바이트: ff:ff:ff:ff:ff:ff.")
  }

  @Test func whatNoFieldFitsSaysWhatIsNear() throws {
    var dialogue = try dialogue(step: 1)
    #expect(dialogue.take("f eth.dts").first == "No field is called \"eth.dts\". Did you mean eth.dst?")
    #expect(dialogue.take("f ip.ttl").first == "This frame has no ip.ttl.")
    #expect(dialogue.take("f eth.dst#2").first == "This frame has no eth.dst#2.")
    #expect(dialogue.take("f xyzzy").first == "No field is called \"xyzzy\".")
    #expect(dialogue.take("f arp.src").first?.hasPrefix("\"arp.src\" may be one of: arp.src.") == true)
    #expect(
      dialogue.take("f #").first == "Type a field's name, like eth.dst, or the offset of a byte.")
    #expect(dialogue.take("w eth.dts") == dialogue.take("f eth.dts"))
    var korean = try self.dialogue(.ko, step: 1)
    #expect(korean.take("f eth.dts").first == "\"eth.dts\"라는 필드는 없습니다. eth.dst를 찾으세요?")
  }

  @Test func beforeTheFirstBytesThereIsNothingToList() throws {
    var dialogue = try dialogue()
    #expect(dialogue.take("f") == ["No bytes here: at this moment nothing is written down to send.", ""])
    #expect(dialogue.take("f eth.dst") == dialogue.take("w eth.dst"))
  }

  @Test func whyOfAFieldIsWhereItsValueCameFrom() throws {
    var dialogue = try dialogue(step: 1)
    let lines = dialogue.take("w eth.dst")
    #expect(lines.first == "Why this value? eth.dst: ff:ff:ff:ff:ff:ff")
    #expect(lines.dropLast().last == "  because you: pinged 10.0.0.20")
    #expect(dialogue.take("ㅈ eth.dst") == lines)
  }

  @Test func tablesShowWhatIsNewAsSentences() throws {
    var dialogue = try dialogue(step: 2)
    let lines = dialogue.take("t")
    let row = "  + ARP cache, new row: 10.0.0.2 is at 00:00:5e:00:53:10, stale; learned from frame 2."
    #expect(lines.contains(row))
    #expect(lines.contains("t and a name shows a device's tables: laptop, print, switch."))
    #expect(dialogue.take("ㅅ") == lines)
    let printer = dialogue.take("t printer")
    #expect(printer.first == "print  ARP cache  1 row" && printer.contains(row))
    #expect(dialogue.take("t 프린터") == printer && dialogue.take("T pri") == printer)
    #expect(dialogue.take("t prnter").first == "No device is called \"prnter\". Did you mean printer?")
    var korean = try self.dialogue(.ko, step: 2)
    #expect(korean.take("ㅅ 프린터").first == "프린터  ARP 캐시  1개")
    #expect(korean.take("t 전화").first == "\"전화\"라는 장치는 없습니다.")
  }

  @Test func sSaysTheStopOrTheQuestionAgain() throws {
    var dialogue = try dialogue()
    #expect(dialogue.take("s").prefix(2) == ["Stop 1 of 3.  you  0.000 ms", "You ping the printer."])
    let question = dialogue.take("")
    #expect(dialogue.take("ㄴ") == question)
    #expect(dialogue.take("?").contains { $0.hasPrefix("f: the fields now shown") })
    #expect(
      dialogue.take("w eth.dst") == ["Answer first: in a question w alone gives the next hint.", ""])
  }

  @Test func lookingClosesNoQuestionAndUsesNoTry() throws {
    var dialogue = try dialogue()
    _ = dialogue.begin()
    let question = dialogue.take("")
    for command in ["f", "t", "f eth.dst", "t switch", "s", "?"] { _ = dialogue.take(command) }
    let wrong = question.first { $0.contains("53:10") }!.filter { $0 != " " }.prefix(1)
    #expect(dialogue.take(String(wrong)).contains("One more try; Enter shows the answer."))
    #expect(dialogue.take("\"f\"") == ["Type a number from 1 to 3.", ""])
  }

  @Test func thePictureOfAPredictionIsTheMomentBefore() throws {
    var dialogue = try dialogue()
    _ = dialogue.take("")
    #expect(!dialogue.take("f").contains { $0.hasPrefix("  * ") })
    #expect(!dialogue.take("t").contains { $0.contains("MAC table, new row") })
  }
}
