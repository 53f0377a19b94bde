import Analysis
import Documents
import Networking
import Terminal

extension WalkModel {
  /// What the learner is in the middle of here.
  var situation: Action.Situation {
    switch face {
    case .why: return .why
    case .checksum: return .adding
    case .hop: return .comparing
    case .words, .field: break
    }
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
      return moveCloser(action) ?? place(action, size: size)
    case .open: return openCloser() ?? open(size: size)
    case .nextPane: return nextPart(1) ?? nextPane(1)
    case .previousPane: return nextPart(-1) ?? nextPane(-1)
    case .view: return view(key)
    case .why: return why()
    case .checksum: return toggleChecksum()
    case .compare: return toggleHop()
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
    let isAboutValue = face == .field || situation == .comparing
    closeCloser()
    return openWhy(isAboutValue ? .value : .sent)
  }
}
