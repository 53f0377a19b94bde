import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// A wrong answer, run.
struct AnswerRunTests {
  /// The frame that a run sends, on the fork that it makes.
  private func frame(_ answer: AnswerRun, _ run: LessonRun) throws -> Dissection {
    var timeline = run.branches[answer.start.branch].timeline
    var number = 0
    for whatIf in answer.whatIfs {
      timeline = try timeline.fork(whatIf, after: answer.start.moment)
      number = try #require(whatIf.frame)
    }
    return timeline.dissection(ofTransmission: number)
  }

  private func value(_ name: String, _ unit: Dissection) throws -> String {
    unit.node(try #require(unit.places(named: name).first)).show
  }

  @Test func allWrongValuesStandInTheFrame() throws {
    let sample = try KindsSample()
    let question = sample.question("q_synack")
    let run = try #require(question.run(of: try question.answer(typed: "web / ACK / 7"), in: sample.run))
    #expect(run.whatIfs.count == 2)
    let unit = try frame(run, sample.run)
    #expect(try value("tcp.flags", unit) == "0x0010")
    #expect(try value("tcp.ack_raw", unit) == "7")
    #expect(try value("tcp.checksum.status", unit) == "1", "the checksum is right again")
  }

  /// A relative number is put where the raw one stands, as far from the first.
  @Test func aRelativeNumberBecomesTheRawOne() throws {
    let sample = try KindsSample()
    let question = sample.question("q_third")
    guard case .lines(var lines) = question.rightAnswer else { return #expect(Bool(false)) }
    lines[1] = "0"
    let run = try #require(question.run(of: .lines(lines), in: sample.run))
    let timeline = sample.run.timeline
    var context = TimelineContext(timeline, marks: sample.run.trunkMarks)
    context.here = question.about
    let right = try context.value(of: Expression("tcp.ack_raw", as: .value)).value
    guard case .number(let number) = right else { return #expect(Bool(false)) }
    #expect(try value("tcp.ack_raw", try frame(run, sample.run)) == String(number - 1))
  }

  /// The fork that a run makes, as far as it goes on.
  private func fork(_ answer: AnswerRun, _ run: LessonRun) throws -> Timeline {
    var timeline = run.branches[answer.start.branch].timeline
    for whatIf in answer.whatIfs { timeline = try timeline.fork(whatIf, after: answer.start.moment) }
    for _ in 0..<40 { _ = timeline.extend(toMoment: timeline.moments.count + 1) }
    return timeline
  }

  @Test func nothingMeansThatTheDeviceIsSilent() throws {
    let sample = try KindsSample()
    let question = sample.question("q_synack")
    for typed in ["n", "web / n / n"] {
      let run = try #require(question.run(of: try question.answer(typed: typed), in: sample.run))
      let web = try #require(sample.run.timeline.front.device(named: "web"))
      #expect(run.whatIfs == [.decide(.silence(device: web))])
      #expect(run.start == BranchMoment(moment: question.about.moment - 1))
    }
  }

  @Test func aSwitchSendsOutOfThePortThatWasAnswered() throws {
    let sample = try KindsSample()
    let question = sample.question("q_forward")
    let timeline = sample.run.timeline
    let device = try #require(timeline.moment(question.about.moment).device)
    let right = question.solution.en.string
    let other = try #require(["1", "2", "3"].first { $0 != right })
    let run = try #require(question.run(of: try question.answer(typed: other), in: sample.run))
    let port = try #require(timeline.front.devices[device].port(named: other))
    #expect(run.whatIfs == [.decide(.ports(device: device, [port]))])
    let moved = try fork(run, sample.run)
    let sent = moved.transmissions.first { $0.moment > run.start.moment && $0.from.device == device }
    #expect(sent?.from.port == port)
    let kept = try #require(question.run(of: try question.answer(typed: "n"), in: sample.run))
    #expect(kept.whatIfs == [.decide(.ports(device: device, []))])
    #expect(question.run(of: try question.answer(typed: right), in: sample.run) == nil)
  }

  @Test func aHostHandsThePacketToTheNextHopThatWasAnswered() throws {
    let sample = try KindsSample()
    let question = sample.question("q_hop")
    let printer = try #require(question.key.foreseen.last)
    let run = try #require(question.run(of: printer, in: sample.run))
    guard case .decide(.nextHop(_, let address))? = run.whatIfs.first else { return #expect(Bool(false)) }
    let interfaces = sample.run.timeline.front.devices.first { $0.name == "printer" }?.host?.interfaces
    #expect(address == interfaces?[0].address.address)
    // Nobody is asked on a link for an address that is none of its own.
    let web = try #require(question.key.foreseen.first)
    #expect(question.grade(web).mistake?.tag == "sends-straight")
    #expect(question.run(of: web, in: sample.run) == nil)
  }

  @Test func asNamesTheFieldOfATypedNumber() throws {
    let sample = try KindsSample()
    let question = sample.question("f_isn")
    let run = try #require(question.run(of: .lines(["9"]), in: sample.run))
    #expect(try value("tcp.seq_raw", try frame(run, sample.run)) == "9")
    #expect(run.start.moment == sample.run.marks["syn"]?.moment)
  }

  @Test func rightAnswersAndValuesThatDoNotFitAreNotRun() throws {
    let sample = try KindsSample()
    let question = sample.question("f_isn")
    #expect(question.run(of: question.rightAnswer, in: sample.run) == nil)
    #expect(question.run(of: .lines(["99999999999"]), in: sample.run) == nil)
    #expect(question.run(of: .places([0]), in: sample.run) == nil)
    let order = sample.question("q_order")
    #expect(order.run(of: .places([0, 1, 2, 3, 4]), in: sample.run) == nil)
  }
}
