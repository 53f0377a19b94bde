import Analysis
import Documents
import Foundation
import Lessons
import Networking

extension WalkScreen {
  /// What is kept of a walk between runs besides the moment it stands at: its parts as they are. What is missing, or
  /// does not fit any more, is left out.
  struct Saved: Codable, Equatable, Sendable {
    var position: WalkPosition
    /// The moment shown, and the one that what is new in it is told from.
    var shown: Int
    var shownSince: Int
    var inspector: Inspector
    var panel: Panel
    var picture: PicturePane
    var question: OpenQuestion.Saved?
    var focus: Pane
    var isZoomed: Bool
    var jumps: [ReturnPoint]
    /// Nothing happened by itself; missing in places that an earlier version kept, where the script ran.
    var isQuiet: Bool?
    /// The suggestion under the cursor; missing at the first one.
    var suggestion: Int?
    /// The forks that lead to the one that was walked, the first that was left first, and what was seen there; missing
    /// when it was walked as it was.
    var forks: [SavedFork]?
    var onFork: [Saved]?
    /// The questions that are asked once more; missing on the first way through.
    var retry: LessonRetry?
  }

  /// Where the walk stands and what it shows.
  /// - Parameter now: seconds since 1970.
  func place(at now: Int64) -> SavedPlace? {
    guard let origin = subject.origin else { return nil }
    if branches.isOnFork {
      let before = base ?? SavedBase(beforeForks)
      var place = before.place
      var saved = before.saved
      place?.leftAt = now
      saved.forks = branches.chain.filter { branches.all[$0].lesson == nil }.compactMap {
        SavedFork(branches.all[$0])
      }
      saved.onFork = [savedOnFork()]
      place?.view = saved.text
      return place
    }
    let answers = session?.run.allQuestions.compactMap { session?.states[$0.id]?.kept } ?? []
    return SavedPlace(
      walk: origin.walk, seed: origin.seed, moment: moment, stop: savedStop, furthest: position.furthest,
      furthestStop: session.map { $0.stops[$0.furthest].id }, isFinished: isFinished,
      answers: answers, view: saved.text, leftAt: now)
  }

  /// What is seen on a fork, with the branches counted as they come back: 0, then the chain.
  private func savedOnFork() -> Saved {
    var saved = saved
    saved.jumps = jumpsOnPath
    return saved
  }

  /// Those that lead back along the branches that come back, counted as they do.
  private var jumpsOnPath: [ReturnPoint] {
    let path = branches.path
    return jumps.compactMap { jump in
      guard let index = path.firstIndex(of: jump.branch) else { return nil }
      var jump = jump
      jump.branch = index
      return jump
    }
  }

  /// The walk as it was when the learner left it for a fork.
  var beforeForks: WalkScreen {
    var walk = self
    while walk.branches.isOnFork { if !walk.returnFromJump() { walk.change(to: 0) } }
    return walk
  }

  /// The lesson has been walked to its end, and its summary was seen.
  private var isFinished: Bool { session?.isDone == true && !isAsking }

  private var savedStop: SavedPlace.Stop? {
    guard let session, let place = lessonPlace,
      let index = stop
        ?? session.stops.lastIndex(where: { $0.branch == place.branch && $0.moment <= place.moment })
    else { return nil }
    let stop = session.stops[index]
    return SavedPlace.Stop(
      id: stop.id, number: index + 1, count: session.stops.count, beyond: moment - stop.moment)
  }

  var saved: Saved {
    Saved(
      position: position, shown: scene.moment.number, shownSince: scene.since, inspector: inspector,
      panel: panel, picture: picture, question: question?.saved, focus: focus, isZoomed: isZoomed,
      jumps: jumpsOnPath,
      isQuiet: branches.all[0].recording.timeline.isQuiet ? true : nil,
      suggestion: suggestions.cursor == 0 ? nil : suggestions.cursor, retry: session?.retry)
  }
}

extension WalkScreen.Saved {
  /// The same view gives the same text.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// nil for what no version of the program has written.
  init?(text: String) {
    let data = Data(text.utf8)
    if let saved = try? JSONDecoder().decode(Self.self, from: data) {
      self = saved
    } else if let upgraded = SavedUpgrade.upgraded(data),
      let saved = try? JSONDecoder().decode(Self.self, from: upgraded)
    {
      self = saved
    } else {
      return nil
    }
  }
}

/// What is kept of a walk as it was left for a fork: worked out once, not with every key.
struct SavedBase: Sendable {
  let place: SavedPlace?
  let saved: WalkScreen.Saved

  init(_ walk: WalkScreen) {
    place = walk.place(at: 0)
    saved = walk.saved
  }
}
