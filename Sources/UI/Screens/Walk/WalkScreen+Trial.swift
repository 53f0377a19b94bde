import Analysis
import Documents
import Lessons
import Networking

/// What a lesson has one try here: on its walk with a frame in hand, or on its network before anything happens.
extension WalkScreen {
  /// Goes to the frame of something to try, and says which key does it.
  mutating func tryHere(_ index: Int) -> Outcome {
    guard let trials = session?.run.trials, trials.indices.contains(index),
      case .frame(let frame, let action) = trials[index].what
    else { return .done }
    question = nil
    jumps = []
    focus = .fields
    if branches.index != 0 { branches.change(to: 0) }
    enterBranch(at: recording.timeline.transmission(frame).moment)
    if case .edit(_, let values) = action, let field = values.first?.field.value {
      inspector.select(firstOf: [field], in: inspectorContext)
    }
    reviewed = .trial(index)
    return .notice(Texts.pressToTry(action, frame))
  }

  /// The network of the lesson with nothing on its way, and the line that does what is to be tried there. It is no place to
  /// go on at: nothing of it is kept.
  func walk(toTry whatIf: WhatIf) -> (walk: WalkScreen, line: LocalizedText)? {
    guard let run = session?.run, let line = self.line(of: whatIf) else { return nil }
    let title = Texts.tries(run.title)
    let walk = WalkScreen(
      Recording(run.quietTimeline), WalkDescription(title: title, reference: subject.reference))
    return (walk, line)
  }

  /// `ping phone printer`; nil: no line does it.
  func line(of whatIf: WhatIf) -> LocalizedText? {
    guard let world = session?.run.timeline.world(after: 0) else { return nil }
    func line(_ language: Language) -> String? {
      whatIf.line(DeviceNames(devices: world.devices, language: language), cables: world.cables)
    }
    guard let english = line(.en), let korean = line(.ko) else { return nil }
    return LocalizedText(en: english, ko: korean)
  }

  /// What is pressed or typed for something to try here: `x on frame 52`, `:ping phone printer`; nil: it is of one's own
  /// machine.
  func way(toTry trial: LessonRun.Trial) -> LocalizedText? {
    switch trial.what {
    case .command: nil
    case .frame(let frame, let action): Texts.keyOnFrame(Texts.key(of: action), frame)
    case .network(let whatIf): line(of: whatIf).map { LocalizedText(en: ":\($0.en)", ko: ":\($0.ko)") }
    }
  }
}

extension Texts {
  static let enterTries = both("Enter goes there.", "Enter를 누르면 거기로 갑니다.")
  static let tryItHere = both("Try it here", "여기서 해 보기")

  static func tries(_ lesson: LocalizedText) -> LocalizedText {
    both("Try it here: \(lesson.en.shortTitle)", "여기서 해 보기: \(lesson.ko.shortTitle)")
  }

  static func keyOnFrame(_ key: String, _ frame: Int) -> LocalizedText {
    both("\(key) on \(Texts.frame(frame, .en))", "\(Texts.frame(frame, .ko))에서 \(key)")
  }

  /// The key that does this to the frame shown.
  static func key(of action: ForkAction) -> String {
    let id: Action.ID =
      switch action {
      case .delay: .delay
      case .edit: .edit
      default: .lose
      }
    return Keymap.standard[id].shown
  }

  /// On the sentence line when the walk is there.
  static func pressToTry(_ action: ForkAction, _ frame: Int) -> LocalizedText {
    let (key, en) = (key(of: action), Texts.frame(frame, .en))
    let does =
      switch action {
      case .delay: both("delays \(en)", "\(frame)번 프레임을 늦추고")
      case .edit(_, let values):
        both(
          "edits \(values.first?.field.value ?? "") in \(en)",
          "\(frame)번 프레임의 \(values.first?.field.value ?? "") 값을 바꾸고")
      default: both("loses \(en)", "\(frame)번 프레임을 없애고")
      }
    return both(
      "\(key) \(does.en), → shows what changes. Esc: back to your answers.",
      "\(key) 키로 \(does.ko) →로 결과를 봅니다. Esc: 내 답으로")
  }
}
