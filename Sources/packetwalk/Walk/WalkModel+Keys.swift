import Documents
import Networking
import Terminal

extension WalkModel {
  /// What the learner is in the middle of here.
  var situation: Action.Situation {
    if case .why = face { return .why }
    if face == .words, let situation = questionSituation { return situation }
    return face == .field ? .face : .walk
  }

  mutating func perform(_ action: Action.ID, _ key: Key, size: Size) -> Outcome {
    coach.pressed(action)
    if action != .copy { copied = nil }
    if let outcome = performInQuestion(action, key, size: size) { return outcome }
    switch action {
    case .nextStop, .previousStop, .nextMoment, .previousMoment, .nextFrame, .previousFrame, .start,
      .furthest:
      return walk(action)
    case .up, .down, .pageUp, .pageDown, .first, .last:
      return place(action, size: size)
    case .open: return open(size: size)
    case .nextPane: return nextPane(1)
    case .previousPane: return nextPane(-1)
    case .view: return view(key)
    case .why: return why()
    case .zoom: return toggleZoom()
    case .lose: return lose()
    case .nextMatch: return match(forward: true)
    case .previousMatch: return match(forward: false)
    case .copy: return copy(size: size)
    case .back: return goBack() ? .done : .leave
    default: break
    }
    return .done
  }

  private mutating func view(_ key: Key) -> Outcome {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue,
      let wanted = Picture(rawValue: number)
    else { return .notice(Texts.noSuchView) }
    return show(wanted)
  }

  mutating func show(_ wanted: Picture) -> Outcome {
    if let reason = wanted.absence(in: self), wanted != picture { return .notice(reason) }
    if picture == wanted {
      isPictureKept.toggle()
      return isPictureKept ? .notice(Texts.viewKept) : .done
    }
    picture = wanted
    isPictureKept = false
    pictureRow = nil
    return .done
  }

  private mutating func toggleZoom() -> Outcome {
    guard face == .words, lesson?.open == nil else { return .notice(Texts.cannotZoom) }
    isZoomed.toggle()
    return .done
  }

  private mutating func why() -> Outcome {
    if case .why = face {
      closeWhy()
      return .done
    }
    return openWhy(face == .field ? .value : .sent)
  }
}
