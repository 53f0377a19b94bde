import Analysis
import Documents
import Foundation
import Lessons
import Networking
import Terminal

/// Draw, keep the place, wait for a key, update: until the learner quits. All that is not pure is here.
package struct Loop {
  package var model: Model
  package let terminal: Curses
  /// Reads files and makes the walk.
  package internal(set) var loader: WalkLoader
  package var autosave: Autosave
  /// Asked for by option or settings: what was chosen by key earlier does not count.
  package let isLanguageFixed: Bool

  package init(model: Model, terminal: Curses, loader: WalkLoader, autosave: Autosave, isLanguageFixed: Bool)
  {
    self.model = model
    self.terminal = terminal
    self.loader = loader
    self.autosave = autosave
    self.isLanguageFixed = isLanguageFixed
  }

  package mutating func run() {
    var isFilledIn = false
    var moving: [Model] = []
    // What the learner sees: a click means what stands there.
    var seen = Canvas(model.size)
    while true {
      if model.size != terminal.size { model.size = terminal.size }
      model.isASCII = terminal.isASCII
      if !(model.top is WalkScreen) { refreshLists() }
      let ending = play(moving)
      moving = []
      // Of many keys that wait only the last needs a picture, and only its place is kept.
      let isOvertaken = ending != nil || terminal.canSkipDrawing(typing: model.isTyping)
      if !isOvertaken {
        seen = view(model)
        terminal.draw(seen)
      }
      if !isFilledIn {
        fillIn()
        isFilledIn = true
        continue
      }
      if isOvertaken {
        autosave.keepAnswers()
      } else {
        autosave.keep(model, at: now)
        autosave.shows(model)
      }
      if let complaint = autosave.takeComplaint() {
        model.notice = Model.Notice(text: complaint, role: .wrong)
        if ending == nil { continue }
      }
      guard let key = ending ?? nextKey() else { continue }
      if case .signal(let number) = key {
        autosave.keep(model, at: now, isLast: true)
        terminal.take(number)
      }
      let moment = model.walk?.moment
      let pressed = ContinuousClock.now
      let effect = update(&model, key, target: seen.target(of: key))
      autosave.take(answersOf: &model, at: pressed, time: LoggedAnswer.now)
      switch effect {
      case .none: moving = model.moving(by: key, from: moment)
      case .quit:
        autosave.keep(model, at: now, isLast: true)
        return
      case .quitLeavingScreen:
        autosave.keep(model, at: now, isLast: true)
        return terminal.close(leaving: view(model))
      case .theme(let theme): terminal.theme = theme
      case .repaint: terminal.redraw()
      case .open(let opening): present(opening)
      case .copy(let text): if !terminal.copy(text) { model.say(Texts.notCopied) }
      case .save(let file): model.saved(file, file.write())
      case .saveScreen(let drawing):
        let file = model.file(drawing)
        model.saved(file, file.write())
      }
    }
  }

  /// What the first screen did not need.
  private mutating func fillIn() {
    autosave.open()
    if !isLanguageFixed, model.showsKorean, let chosen = autosave.chosenLanguage { model.language = chosen }
    if model.library.lessons.isEmpty, model.library.networks.isEmpty { model.library = loader.contents }
  }

  /// What lists say of the walks that were left.
  private mutating func refreshLists() {
    model.resumable = resumable
    (model.progress, model.now) = (autosave.lessons, now)
    if model.top is LessonsScreen, !model.library.isWhole { loader.complete(&model.library) }
    if model.top is ReferenceScreen, model.library.reference.isEmpty {
      loader.addReference(to: &model.library)
    }
  }

  private mutating func present(_ opening: OpenRequest) {
    do throws(Failure) {
      model.opened(try autosave.walk(opening, loader))
    } catch {
      model.failed(error.message)
    }
  }

  private var now: Int64 { Int64(time(nil)) }

  /// What the start screen offers first.
  private var resumable: ResumableWalk? {
    guard let place = autosave.unfinished, let title = loader.title(of: place.walk, in: model.library) else {
      return nil
    }
    return ResumableWalk(place, title: title, left: RelativeTime.text(place.leftAt, now: now))
  }

  /// What the shell's screen shows after the walk.
  package var farewell: LocalizedText? {
    guard let place = model.walk?.place(at: now) else { return nil }
    return autosave.failure?.text ?? Texts.saved(place)
  }
}
