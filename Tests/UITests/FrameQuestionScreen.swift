import Analysis
import Documents
import Lessons
import Networking
import Terminal

@testable import UI

/// A screen of an inspector and a question without any walk: a captured frame that is asked about. It stands for what
/// quiz and captures will be made of.
struct FrameQuestionScreen: Screen {
  let frame: Dissection
  var inspector = Inspector()
  var input: QuestionInput
  var state: QuestionState
  var pane = InspectorPane.fields

  static let scopeSets: [[Action.Scope]] = [[.question, .walk, .everywhere]]

  init(_ frame: Dissection, _ question: PreparedQuestion) {
    self.frame = frame
    state = QuestionState(question)
    input = QuestionInput(state)
    inspector.arrive(atStop: nil, in: content)
  }

  /// The frame, with what the question hides.
  private struct Content: InspectorContext {
    let unit: Dissection?
    let masked: Set<Subject>
  }

  private var content: Content {
    Content(unit: frame, masked: state.isOpen ? state.question.hides : [])
  }

  private func layout(_ size: Size) -> WalkLayout { WalkLayout(size) }

  private func view(_ size: Size) -> InspectorPressContext {
    InspectorPressContext(content: content, pane: pane, fieldRows: layout(size).fieldRows)
  }

  private func context(_ language: Language) -> QuestionInput.Context {
    QuestionInput.Context(
      state: state, isBefore: false, number: 1, count: 1, language: language, hasFocus: false,
      pointed: inspector.place(in: content).map { .field(frame.path(of: $0)) })
  }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    input.activeKeys(in: context(surroundings.language))!
  }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    if let requests = input.handle(press, in: context(surroundings.language)) {
      for case .keep(let state) in requests { self.state = state }
      return .done
    }
    switch press.action {
    case .nextPane: pane = pane == .fields ? .bytes : .fields
    case .back: return .close
    default:
      for case .notice(let text) in inspector.handle(press, in: view(press.size)) ?? [] {
        return .notice(text)
      }
    }
    return .done
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let layout = layout(canvas.size)
    let drawing = InspectorDrawing(
      inspector: inspector, context: content, language: surroundings.language, focus: pane)
    drawing.drawFields(title: "Frame", in: layout.fields, rows: layout.fieldRows, on: &canvas)
    drawing.drawBytes(in: layout.bytes, on: &canvas)
    input.draw(context(surroundings.language), in: layout.words, on: &canvas)
    canvas.put(
      input.sentence(context(surroundings.language)) ?? drawing.sentence ?? "",
      at: layout.sentence.droppingLeft(1).origin)
  }
}
