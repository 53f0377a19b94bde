import Analysis
import Documents
import Networking

extension LessonRun {
  /// Something to try after the lesson, and what is to be seen there.
  package struct Trial: Sendable {
    package enum What: Sendable {
      /// A command of one's own machine.
      case command(String)
      /// What is done to a frame of the walk, by its number.
      case frame(Int, ForkAction)
      /// What is done to the lesson's network, on which nothing has happened yet.
      case network(WhatIf)
    }

    package let what: What
    package let look: LocalizedRendering

    /// Of one's own machine; nil: it is tried here.
    package var command: String? { if case .command(let text) = what { text } else { nil } }
  }

  /// The lesson's network with nothing on its way, for trying something.
  package var quietTimeline: Timeline { .quiet(timeline.world(after: 0)) }
}

extension LessonRun.Trial.What {
  /// - Throws: that its mark has no frame, or that the network cannot do it.
  init(_ what: Lesson.Trial.What, in context: TimelineContext, _ network: NetworkFile) throws(DocumentError) {
    switch what {
    case .command(let text): self = .command(text)
    case .here(let action):
      switch action.value {
      case .lose(let mark), .delay(let mark, _), .edit(let mark, _):
        if let place = context.marks[mark.value], place.branch != 0 {
          throw DocumentError([
            mark.place.finding(
              "\(quoted(mark.value)) is on a fork; something is tried on the walk itself")
          ])
        }
        var reader = MarkReader(context: context)
        self = .frame(try reader.frame(of: mark, in: context.timelines[0]), action.value)
      default:
        let start = context.timelines[0].world(after: 0)
        var run = ForkRun(.quiet(start), after: 1, on: network)
        var reader = MarkReader(context: context)
        try run.perform(action, &reader)
        guard let whatIf = run.whatIfs.first else {
          throw DocumentError([action.place.finding("this changes nothing")])
        }
        self = .network(whatIf)
      }
    }
  }
}

extension Lesson {
  /// What cannot be done of what is tried on frames of the walk.
  func findings(ofTrialsOn run: LessonRun, _ network: NetworkFile) -> [Finding] {
    let context = TimelineContext(run.branches.map(\.timeline), marks: run.marks)
    return trials.flatMap { trial -> [Finding] in
      guard case .here(let action) = trial.what else { return [] }
      do throws(DocumentError) {
        var fork = ForkRun(run.timeline, after: run.stops.last?.moment ?? 1, on: network)
        var reader = MarkReader(context: context)
        try fork.perform(action, &reader)
        return []
      } catch {
        return error.findings
      }
    }
  }
}
