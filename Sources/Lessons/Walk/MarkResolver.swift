import Analysis
import Documents
import Networking

/// A lesson's network on its way while marks are looked for.
struct MarkResolver {
  let seed: UInt64
  private let network: String
  var context: TimelineContext

  /// Moments after which a mark counts as never reached.
  static let longest = 200_000

  init(_ lesson: Lesson, on network: NetworkFile, seed: UInt64) throws(DocumentError) {
    self.seed = seed
    self.network = network.id
    let problems = Problems()
    var script: [ScriptLine]?
    if let lines = lesson.network.script {
      let devices = network.world(seed: seed).devices
      script = []
      for line in lines {
        do throws(TextError) {
          script?.append(try ScriptLine(line.value, in: devices))
        } catch {
          problems.report(line.place.finding(error.message, atOffset: error.offset ?? 0))
        }
      }
    }
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
    context = TimelineContext(Timeline(network.world(seed: seed, script: script)))
  }

  // MARK: Marks

  /// Finds every mark's moment, those first that others build on.
  mutating func resolveMarks(of lesson: Lesson) throws(DocumentError) -> [String: Int] {
    let problems = Problems()
    var waiting = lesson.marks
    while !waiting.isEmpty {
      let ready = waiting.filter { $0.value.marks.isSubset(of: context.marks.keys) }
      guard !ready.isEmpty else {
        if problems.isEmpty {
          let names = waiting.map { quoted($0.key) }.joined(separator: ", ")
          problems.report(waiting[0].keyPlace.finding("these marks are looked for in a circle: \(names)"))
        }
        break
      }
      waiting.removeAll { mark in ready.contains { $0.key == mark.key } }
      for mark in ready {
        if let moment = find(mark.value) {
          context.marks[mark.key] = BranchMoment(moment: moment)
        } else {
          problems.report(mark.value.condition.place.finding(neverReached(mark)))
        }
      }
    }
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
    return context.marks.mapValues(\.moment)
  }

  private mutating func find(_ rule: MarkRule) -> Int? {
    let condition = rule.condition.value
    var moment = rule.after.flatMap { context.marks[$0.value]?.moment } ?? 0
    var found: Int?
    var count = 0
    while moment < Self.longest, let next = context.next(condition, after: moment) {
      moment = next
      count += 1
      switch rule.order {
      case .first: return next
      case .nth(let number): if count == number { return next }
      case .last: found = next
      }
    }
    return found
  }

  private func neverReached(_ mark: KeyedValue<MarkRule>) -> String {
    let after = mark.value.after.map { " after \(quoted($0.value))" } ?? ""
    let fits: String =
      switch mark.value.order {
      case .first, .last: "nothing\(after) matches"
      case .nth(let number): "fewer than \(number) moments\(after) match"
      }
    return "mark \(quoted(mark.key)) is never reached: \(fits) on \(quoted(network)) with seed \(seed)"
  }

  // MARK: Steps

  /// Steps must be in order of time.
  func checkOrder(of steps: [Lesson.Step]) throws(DocumentError) {
    let problems = Problems()
    for (before, step) in zip(steps, steps.dropFirst()) {
      guard let earlier = context.marks[before.at.value]?.moment,
        let moment = context.marks[step.at.value]?.moment
      else {
        continue
      }
      if moment > earlier { continue }
      let relation = moment == earlier ? "at the same moment as" : "before"
      problems.report(
        step.at.place.finding(
          "step \(quoted(step.id.value)) stops \(relation) step \(quoted(before.id.value)) (moments \(moment) and \(earlier)); steps go forward in time"
        ))
    }
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
  }
}

extension Preparation {
  /// What is lit must be there.
  mutating func checkLight(of step: Lesson.Step) {
    guard !step.light.isEmpty else { return }
    guard let unit = context.shownUnit() else {
      problems.report(
        step.light[0].place.finding("step \(quoted(step.id.value)) has no frame to light fields in"))
      return
    }
    for field in step.light where unit.places(named: field.value).isEmpty {
      problems.report(field.place.finding("the frame at step \(quoted(step.id.value)) has no \(field.value)"))
    }
  }
}

extension MarkRule {
  /// The marks it needs.
  var marks: Set<String> {
    condition.value.marks.union(after.map { [$0.value] } ?? [])
  }
}
