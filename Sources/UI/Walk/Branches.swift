import Analysis
import Documents
import Networking

/// One course of events: the first as it was, the others forks in which something was done to a frame.
struct Branch: Sendable {
  var journey: Journey
  /// Only the first has the author's stops.
  var lesson: LessonWalk?
  var furthest: Int
  /// What was done; nil on the first.
  var whatIf: WhatIf?
  /// Index of the branch it left.
  var parent = 0
  /// The moment in which it was done.
  var moment = 0
  /// Where the learner stood when leaving it.
  var stood: Int
}

/// What if: forks of the timeline, and the way between them.
extension WalkModel {
  /// What is walked is not how it was.
  var isOnFork: Bool { branch > 0 }

  /// All branches, the one that is walked with its present state; empty before the first what-if.
  var allBranches: [Branch] {
    if branches.isEmpty { return [] }
    var all = branches
    all[branch] = present
    return all
  }

  private var present: Branch {
    var present =
      branches.indices.contains(branch)
      ? branches[branch] : Branch(journey: journey, lesson: lesson, furthest: furthest, stood: moment)
    present.journey = journey
    present.lesson = lesson
    present.furthest = furthest
    present.stood = moment
    return present
  }

  /// The most forks kept: each holds a record of its own.
  static let mostBranches = 20

  /// Walks on, on a fork in which this is done.
  mutating func fork(_ whatIf: WhatIf) -> Outcome {
    guard branches.count < WalkModel.mostBranches else { return .notice(Texts.tooManyForks) }
    let timeline: Timeline
    do throws(WhatIf.Refusal) {
      timeline = try journey.timeline.fork(whatIf)
    } catch {
      return .notice(error.text)
    }
    let done = timeline.moments.count
    pushJump()
    branches = allBranches.isEmpty ? [present] : allBranches
    let parent = branch
    let fork = Branch(
      journey: Journey(timeline), furthest: done, whatIf: whatIf, parent: parent, moment: done, stood: done)
    branches.append(fork)
    load(branches.count - 1, at: done)
    return .notice(Texts.forked(branch))
  }

  /// Walks another branch, at the moment where the learner stood in it.
  mutating func change(to index: Int, at moment: Int? = nil) {
    guard branches.indices.contains(index), index != branch else {
      if let moment, moment != self.moment { jump(to: moment) }
      return
    }
    pushJump()
    branches = allBranches
    load(index, at: moment ?? branches[index].stood)
  }

  /// Takes a branch as the one that is walked, without a way back.
  mutating func load(_ index: Int, at moment: Int) {
    if branch != index, branches.indices.contains(branch) { branches[branch] = present }
    branch = index
    let loaded = branches[index]
    journey = loaded.journey
    lesson = loaded.lesson
    lesson?.open = nil
    furthest = loaded.furthest
    self.moment = max(first, min(moment, journey.last))
    since = self.moment - 1
    face = .words
    if focus == .question { focus = .fields }
    arrive(isStop: stop != nil)
  }

  /// The frame that a what-if here is done to: the one shown, or the one that the unit in hand is going to leave in.
  var frameAtHand: Int? { journey.timeline.frameAtHand(at: scene.moment.number) }

  /// Why nothing can be done to a frame here; nil: it can.
  private var whatIfObjection: LocalizedText? {
    if lesson?.isAsking == true { return Texts.answerFirst }
    return frameAtHand == nil ? Texts.noFrameAtHand : nil
  }

  mutating func lose() -> Outcome {
    if let whatIfObjection { return .notice(whatIfObjection) }
    return fork(.lose(frame: frameAtHand!))
  }

  /// What a line must ask for to delay the frame at hand; else why not.
  func delaying() -> Result<Prompt.Kind, Objection> {
    if let whatIfObjection { return .failure(Objection(text: whatIfObjection)) }
    return .success(.delay(frame: frameAtHand!))
  }

  /// The selected field in the frame at hand.
  mutating func editing() -> Result<Prompt.Kind, Objection> {
    if let whatIfObjection { return .failure(Objection(text: whatIfObjection)) }
    guard case .field(let path)? = selection else { return .failure(Objection(text: Texts.noFieldToEdit)) }
    let frame = frameAtHand!
    let dissection = journey.timeline.dissection(ofTransmission: frame)
    guard let place = dissection.place(of: path) else {
      return .failure(Objection(text: Texts.fieldNotInFrame(path.name, frame)))
    }
    do throws(FieldEditRefusal) {
      return .success(
        .edit(EditPrompt(frame: frame, edit: try FieldEdit(dissection, layer: place.layer, node: place.node)))
      )
    } catch {
      return .failure(Objection(text: error.text))
    }
  }

  /// Why something cannot be done.
  struct Objection: Error {
    var text: LocalizedText
  }
}
