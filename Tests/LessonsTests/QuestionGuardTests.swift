import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// What an open question hides by identity: cells, rows and tables, sentences on moments, settings; and that nothing else is
/// hidden.
struct QuestionGuardTests {
  private let sample: AskedSample
  private let question: PreparedQuestion

  init() throws { (sample, question) = try Self.asked("switch.mac[laptop.mac].port") }

  private static func asked(_ right: String, more: String = "") throws -> (AskedSample, PreparedQuestion) {
    let sample = try AskedSample("number", "right: \"\(right)\"\n\(more)")
    return (sample, try #require(sample.question, "\(sample.problems)"))
  }

  private func asked(_ right: String, more: String = "") throws -> PreparedQuestion {
    try Self.asked(right, more: more).1
  }

  private var timeline: Timeline { sample.run!.branches[0].timeline }

  /// A table of a device as the question lets it be read, a line a row.
  private func lines(
    _ id: String, of device: String, _ question: PreparedQuestion, after moment: Int? = nil
  ) throws -> [String] {
    let world = timeline.world(after: moment ?? question.about.moment)
    let index = try #require(world.device(named: device))
    let table = try #require(world.tables(of: index).first { $0.descriptor.id == id })
    let shown = question.masked(table, of: device)
    return TableNarration(ReferenceLibrary(BuiltInTests.library), .en).lines(shown)
  }

  // MARK: Tables

  @Test func aCellThatIsTheAnswerIsMaskedAndItsNeighboursAreNot() throws {
    let lines = try lines("mac", of: "switch", question)
    #expect(lines.count == 3 && lines[0].hasSuffix("2 rows"))
    #expect(lines.count { $0.contains("····") } == 1)
    #expect(lines.contains { $0.contains("53:10") && $0.contains("  ····") }, "\(lines)")
    #expect(lines.contains { $0.contains("53:12") && $0.contains("  2") }, "\(lines)")
  }

  @Test func aTableThatIsAskedForIsGivenWhenItsAuthorSaysSo() throws {
    for given in ["switch.mac", "switch.mac[laptop.mac]"] {
      let question = try asked("switch.mac[laptop.mac].port", more: "given: [\"\(given)\"]")
      #expect(try !lines("mac", of: "switch", question).joined().contains("····"), "\(given)")
    }
  }

  @Test func whereOneCouldCountToTheAnswerNoRowIsShown() throws {
    let question = try asked("count(switch.mac)")
    #expect(try lines("mac", of: "switch", question).map { $0.suffix(4) } == ["····", "····"])
    // With one row less than are asked for nothing is told.
    let first = try #require(timeline.moments.first { $0.kind.name == "switch.learn" })
    #expect(try lines("mac", of: "switch", question, after: first.number).first?.hasSuffix("1 row") == true)
    // And of the moment before another number is asked for.
    let earlier = try asked("before(count(switch.mac)) + 0")
    #expect(earlier.key.reads.map(\.at.moment) == [earlier.about.moment - 1])
  }

  @Test func aRowThatItsAuthorHidesIsGone() throws {
    let question = try asked("1 + 1", more: "hide: [\"switch.mac[laptop.mac]\", laptop.arp]")
    let lines = try lines("mac", of: "switch", question)
    #expect(lines.count == 2 && lines[0].hasSuffix("····") && !lines[1].contains("53:10"), "\(lines)")
    #expect(try self.lines("arp", of: "laptop", question).count == 2)
  }

  @Test func aChangedRowDoesNotTellTheAnswerAsItWasBefore() throws {
    let world = timeline.world(after: question.about.moment)
    let index = try #require(world.device(named: "switch"))
    var table = try #require(world.tables(of: index).first { $0.descriptor.id == "mac" })
    let row = try #require(table.rows.firstIndex { $0.values.identity.hasSuffix("53:10") })
    table.rows[row].mark = .changed
    table.rows[row].was = table.rows[row].values
    let narration = TableNarration(ReferenceLibrary(BuiltInTests.library), .en)
    let shown = question.masked(table, of: "switch")
    let says = narration.sentence(of: shown.rows[row], in: shown, frame: nil)
    #expect(says.contains("····") && !says.contains("port 1"), "\(says)")
  }

  // MARK: Moments and settings

  @Test func theSentenceOfAMomentDoesNotTellWhatIsAskedOfIt() throws {
    let reference = ReferenceLibrary(BuiltInTests.library)
    let question = try asked("count(flood.moment.ports)")
    let flood = timeline.moment(try #require(sample.run?.marks["flood"]).moment)
    let masked = question.masked(reference)
    #expect(masked.moment(flood).en == "····" && masked.short(flood).ko == "····")
    let other = timeline.moment(question.about.moment)
    #expect(masked.moment(other) == reference.moment(other))
    #expect(self.question.masked(reference).moment(flood) == reference.moment(flood))
  }

  @Test func addressesAreHiddenByValueWhateverTheyAreReadFrom() throws {
    #expect(try asked("laptop.ip").secrets == ["10.0.0.2"])
    #expect(try asked("laptop.mac").secrets == ["00:00:5e:00:53:10", "…53:10"])
    #expect(try asked("laptop.arp[printer.ip].mac").secrets.contains("00:00:5e:00:53:12"))
    #expect(try asked("switch.mac[laptop.mac].port").secrets.isEmpty, "a 1 stands everywhere")
    #expect(try asked("laptop.ip", more: "given: [\"laptop.ip\"]").secrets.isEmpty)
  }

  @Test func aLineIsMaskedWhereAValueStandsByItself() throws {
    let question = try asked("laptop.ip")
    #expect(
      question.masked("10.0.0.2 asks 10.0.0.20, not 110.0.0.2") == "········ asks 10.0.0.20, not 110.0.0.2")
    #expect(question.masked("10.0.0.2는 노트북") == "10.0.0.2는 노트북".replacing("10.0.0.2", with: "········"))
  }

  // MARK: Plain

  private func dialogue(_ right: String) throws -> PlainDialogue {
    let run = try #require(Self.asked(right).0.run)
    var dialogue = PlainDialogue(
      run, language: .en, reference: ReferenceLibrary(BuiltInTests.library), wrap: { text, _ in [text] })
    for _ in 0..<4 where dialogue.question == nil { _ = dialogue.take("") }
    return dialogue
  }

  @Test func thePlainFieldsDoNotTellTheAnswer() throws {
    var dialogue = try dialogue("tcp.ack_raw")
    let question = try #require(dialogue.question)
    let secret = try #require(question.secrets.first)
    let lines = dialogue.take("f")
    #expect(lines.contains { $0.hasSuffix("(tcp.ack_raw): ····") }, "\(lines)")
    #expect(!lines.contains { $0.tells(secret) }, "\(lines)")
    #expect(lines.contains("Transmission Control Protocol, 40 bytes."), "\(lines)")
    #expect(dialogue.take("f tcp.ack_raw").first?.hasSuffix("(tcp.ack_raw): ····") == true)
    #expect(dialogue.take("f tcp.seq_raw").first?.contains("····") == false)
  }

  @Test func thePlainTablesDoNotTellTheAnswer() throws {
    var dialogue = try dialogue("switch.mac[laptop.mac].port")
    let lines = dialogue.take("t switch")
    #expect(lines.contains { $0.contains("53:10, ····") }, "\(lines)")
    #expect(!lines.contains { $0.contains("53:10 is at port") })
    #expect(lines.contains { $0.contains("53:12 is at port 2") }, "\(lines)")
  }
}

/// What a question asks for that is no value of a field: how long a layer is, when something happened, where and as which
/// one; and numbers that stand somewhere without their field.
struct QuestionGuardOfMomentsTests {
  private func sample(_ kind: String, _ keys: String) throws -> (AskedSample, PreparedQuestion) {
    let sample = try AskedSample(kind, keys)
    return (sample, try #require(sample.question, "\(sample.problems)"))
  }

  private func dialogue(_ sample: AskedSample, _ language: Language = .en) throws -> (PlainDialogue, [String])
  {
    var dialogue = PlainDialogue(
      try #require(sample.run), language: language, reference: ReferenceLibrary(BuiltInTests.library),
      wrap: { text, _ in [text] })
    var lines: [String] = []
    for _ in 0..<4 where dialogue.question == nil { lines = dialogue.take("") }
    return (dialogue, lines)
  }

  @Test(arguments: Language.allCases)
  func theLengthOfALayerIsNotToldWhereItIsAskedFor(language: Language) throws {
    var (dialogue, asked) = try dialogue(sample("number", "right: len(tcp)").0, language)
    let bytes = language == .en ? "40 bytes" : "40바이트"
    let inHand = try #require(asked.first { $0.contains("Ethernet II 14") })
    #expect(inHand.contains("Transmission Control Protocol ····") && !inHand.contains(bytes), "\(inHand)")
    let fields = dialogue.take("f")
    #expect(fields.contains("Transmission Control Protocol, ····."), "\(fields)")
    #expect(!fields.contains { $0.contains(bytes) } && fields.contains { $0.hasPrefix("Ethernet II, 14") })
    // Once it is answered all of it may be read.
    _ = dialogue.take("0")
    let (other, open) = try self.dialogue(sample("number", "right: len(eth)").0, language)
    #expect(other.question != nil && open.contains { $0.contains("Transmission Control Protocol \(bytes)") })
  }

  /// A field may say how long its layer is: `ip.hdr_len`.
  @Test func theLengthThatAFieldSaysIsNotToldOfItsLayer() throws {
    var (dialogue, asked) = try dialogue(sample("number", "right: ip.hdr_len").0)
    #expect(asked.contains { $0.contains("Internet Protocol Version 4 ····") }, "\(asked)")
    #expect(dialogue.take("f").contains("Internet Protocol Version 4, ····."))
  }

  @Test func aTimeIsHiddenAsItIsWritten() throws {
    let (sample, question) = try sample("number", "right: syn.moment.time")
    let time = try #require(sample.run).timeline.moment(sample.run!.marks["syn"]!.moment).time
    let forms = [ValueFormat.ms, .s].map { $0.text(Reading(.time(time))) }
    #expect(
      question.secrets == forms && forms[0].hasSuffix(String(forms[0].suffix(4))), "\(question.secrets)")
    #expect(
      question.masked("moment 9  \(forms[0]) ms")
        == "moment 9  \(String(repeating: "·", count: forms[0].count)) ms")
    // The sentence that is said of it does not tell when it was.
    let reference = ReferenceLibrary(BuiltInTests.library)
    let syn = sample.run!.timeline.moment(sample.run!.marks["syn"]!.moment)
    #expect(question.masked(reference).moment(syn) == reference.moment(syn))
  }

  @Test(arguments: ["device", "layer", "number", "frame", "cause"])
  func whereAndAsWhichOneItHappenedIsAskedBeforeItIsInView(name: String) throws {
    let kind = ["device", "layer"].contains(name) ? ("predict", "parts:\n  - what: ") : ("number", "right: ")
    let asked = try AskedSample(kind.0, kind.1 + "moment.\(name)")
    #expect(
      asked.problems.contains {
        $0.contains(
          "moment.\(name) is in view where it is asked; ask it in before: of that step, or name it in given:")
      }, "\(asked.problems)")
    let given = try AskedSample(kind.0, kind.1 + "moment.\(name)\ngiven: [moment.\(name)]")
    #expect(!given.problems.contains { $0.contains("in view") }, "\(given.problems)")
  }

  @Test func aNumberWithoutItsFieldIsTheAnswerWhatItReadsAndNoOther() throws {
    let (_, question) = try sample("number", "right: tcp.ack + 4")
    #expect(question.asks(for: 1) && question.asks(for: 5) && !question.asks(for: 4))
    let (_, given) = try self.sample("number", "right: tcp.ack + 4\ngiven: [tcp.ack]")
    #expect(!given.asks(for: 1) && given.asks(for: 5))
  }

  /// `given: [syn.tcp.seq_raw]` is an input; the sequence number of the frame that is asked for is another.
  @Test func aFieldThatIsGivenIsNotGivenInOtherFrames() throws {
    let right = "right: tcp.seq_raw\n"
    let (_, question) = try sample("number", right + "given: [syn.tcp.seq_raw]")
    let (_, whole) = try sample("number", right)
    #expect(!whole.secrets.isEmpty && question.secrets == whole.secrets && question.hides == whole.hides)
    let (_, given) = try sample("number", right + "given: [tcp.seq_raw]")
    #expect(given.secrets.isEmpty && given.hides.isEmpty)
  }

  @Test func aRowThatIsHiddenIsNotListed() throws {
    let keys = "right: {row: \"switch.mac[eth.dst]\"}\nhide: [\"switch.mac[eth.src]\"]"
    let (dialogue, asked) = try dialogue(sample("pick", keys).0)
    #expect(dialogue.question != nil)
    #expect(asked.contains { $0.contains("53:10 is at port 1") }, "\(asked)")
    #expect(!asked.contains { $0.contains("53:12") }, "\(asked)")
    let (_, whole) = try self.dialogue(sample("pick", "right: {row: \"switch.mac[eth.dst]\"}").0)
    #expect(whole.contains { $0.contains("53:12 is at port 2") }, "\(whole)")
  }
}
