import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// One course of events: the first as it was, the others forks in which something was done to a frame.
struct Branch: Sendable {
  var recording: Recording
  /// Where the learner stands in it, or stood when leaving it.
  var position: WalkPosition
  /// What was done; nil on the first.
  var whatIf: WhatIf?
  /// Index of the branch it left.
  var parent = 0
  /// The moment in which it was done.
  var moment = 0
  /// What it changes; nil before that was looked for.
  var course: ForkCourse?
  /// Which of the lesson's branches it is; nil: none, or a fork of the learner's own.
  var lesson: Int?
}

/// What if: forks of a story, and the one that is walked.
struct Branches: Sendable {
  /// The first is how it was.
  var all: [Branch]
  /// Index of the one that is walked.
  private(set) var index = 0

  /// - Parameter lesson: it is the trunk of one.
  init(_ recording: Recording, at position: WalkPosition, ofLesson: Bool = false) {
    all = [Branch(recording: recording, position: position, lesson: ofLesson ? 0 : nil)]
  }

  var current: Branch {
    get { all[index] }
    _modify { yield &all[index] }
  }

  /// What is walked is not how it was, and the learner made it so.
  var isOnFork: Bool { index > 0 && all[index].lesson == nil }

  /// The most kept: each holds a record of its own.
  static let most = 20

  /// The branches that lead from the first to the one that is walked, the first left out.
  var chain: [Int] {
    var chain: [Int] = []
    var index = index
    while index > 0 {
      chain.insert(index, at: 0)
      index = all[index].parent
    }
    return chain
  }

  /// Makes a fork in which this is done and stands in it, at the moment in which it is done; else the reason why not.
  /// - Parameter moment: after which it is done, when it is not done to a frame; nil: where the learner stands.
  mutating func fork(_ whatIf: WhatIf, after moment: Int? = nil) -> LocalizedText? {
    guard all.count < Branches.most else { return Texts.tooManyForks }
    let timeline: Timeline
    do throws(WhatIf.Refusal) {
      timeline = try current.recording.timeline.fork(whatIf, after: moment ?? current.position.moment)
    } catch {
      return error.text
    }
    let done = timeline.moments.count
    all.append(
      Branch(
        recording: Recording(timeline), position: WalkPosition(at: done), whatIf: whatIf, parent: index,
        moment: done)
    )
    index = all.count - 1
    return nil
  }

  /// Stands in a fork in which all of an answer is done, of a branch of the lesson; one that is there already is taken again.
  /// Else the reason why not, and nothing has changed.
  mutating func run(_ answer: AnswerRun, of run: LessonRun) -> LocalizedText? {
    let before = self
    index = index(ofLesson: answer.start.branch, in: run)
    current.recording.record(toMoment: answer.start.moment)
    for whatIf in answer.whatIfs {
      let isKnown: (Branch) -> Bool = { [index] branch in
        branch.lesson == nil && branch.parent == index && branch.whatIf == whatIf
          && (whatIf.frame != nil || branch.moment == answer.start.moment + 1)
      }
      if let known = all.firstIndex(where: isKnown) {
        index = known
      } else if let refusal = fork(whatIf, after: answer.start.moment) {
        self = before
        return refusal
      }
    }
    return nil
  }

  /// Stands in another branch.
  mutating func change(to index: Int) { self.index = index }

  /// The branches from the first to the one that is walked.
  var path: [Int] { [0] + chain }

  /// Index of a lesson's branch, which is made where it is not there yet, with those that it leaves.
  mutating func index(ofLesson branch: Int, in run: LessonRun) -> Int {
    if let index = all.firstIndex(where: { $0.lesson == branch }) { return index }
    guard let fork = run.branches[branch].fork else { return 0 }
    let parent = self.index(ofLesson: fork.parent, in: run)
    all.append(
      Branch(
        recording: Recording(run.branches[branch].timeline), position: WalkPosition(at: fork.done),
        whatIf: fork.whatIfs.last, parent: parent, moment: fork.done, lesson: branch))
    return all.count - 1
  }

  /// A fork beside the branch it left; nil for the first, which left none.
  func comparison(of index: Int) -> ForkComparison? {
    guard all.indices.contains(index), index > 0 else { return nil }
    return comparison(of: index, with: all[index].parent)
  }

  /// A fork beside another branch, of which it is one, or a fork of one.
  func comparison(of index: Int, with other: Int) -> ForkComparison {
    // Both to their ends: what is missing in one may only not be recorded yet.
    var (original, fork) = (all[other].recording, all[index].recording)
    original.record(toMoment: Recording.mostCompared)
    fork.record(toMoment: Recording.mostCompared)
    return ForkComparison(original: original.timeline, fork: fork.timeline)
  }
}

// MARK: What can be done to a frame

extension Branches: Component {
  struct Context {
    let scene: Scene
    /// The field that is selected.
    let field: FieldPath?
    /// A question is open.
    let isAsking: Bool
  }

  enum Request {
    case notice(LocalizedText)
    case fork(WhatIf)
    case prompt(Prompt.Kind)
  }

  func handle(_ press: Press, in context: Context) -> [Request]? {
    guard [.lose, .delay, .edit].contains(press.action) else { return nil }
    if context.isAsking { return [.notice(Texts.answerFirst)] }
    // The frame shown, or the one that the unit in hand is going to leave in.
    guard let frame = current.recording.timeline.frameAtHand(at: context.scene.moment.number) else {
      return [.notice(Texts.noFrameAtHand)]
    }
    if current.recording.timeline.transmission(frame).isLost {
      return [.notice(Texts.lostAlready(press.action))]
    }
    switch press.action {
    case .lose: return [.fork(.lose(frame: frame))]
    case .delay: return [.prompt(.delay(frame: frame))]
    default: return [edit(frame, context)]
    }
  }

  /// The selected field in the frame at hand.
  private func edit(_ frame: Int, _ context: Context) -> Request {
    guard let path = context.field else { return .notice(Texts.noFieldToEdit) }
    var timeline = current.recording.timeline
    let dissection = timeline.dissection(ofTransmission: frame)
    guard let place = dissection.place(of: path) else {
      return .notice(Texts.fieldNotInFrame(path.name, frame))
    }
    do throws(FieldEditRefusal) {
      let edit = try FieldEdit(dissection, layer: place.layer, node: place.node)
      return .prompt(.edit(EditPrompt(frame: frame, edit: edit)))
    } catch {
      return .notice(error.text)
    }
  }

  static let actions = [
    Action(
      .edit, ["e"], "e", in: .walk, .ask, say("what if: edit", "만약에: 값 바꾸기"),
      say("Change this field and see what happens, on a fork.", "이 필드를 바꾸면 어떻게 되는지 갈래에서 봅니다.")),
    Action(
      .lose, ["x"], "x", in: .walk, .ask, say("what if: lose", "만약에: 없애기"),
      say("Lose this frame and see what happens, on a fork.", "이 프레임이 사라지면 어떻게 되는지 갈래에서 봅니다.")),
    Action(
      .delay, ["d"], "d", in: .walk, .ask, say("what if: delay", "만약에: 늦추기"),
      say("Delay this frame and see what happens, on a fork.", "이 프레임이 늦어지면 어떻게 되는지 갈래에서 봅니다.")),
    Action(
      .forks, [], ":forks", in: .walk, .ask, say("forks, compared", "갈래 비교"),
      say("List the forks, and show two of them side by side.", "갈래를 모두 보고, 둘을 나란히 비교합니다.")),
  ]
}

extension Action.ID {
  static let edit = Action.ID("edit")
  static let lose = Action.ID("lose")
  static let delay = Action.ID("delay")
  static let forks = Action.ID("forks")
}
