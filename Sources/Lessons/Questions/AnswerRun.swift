import Analysis
import Networking

/// What a wrong answer comes to when it is run: something is done to the network, on a fork.
package struct AnswerRun: Equatable, Sendable {
  /// The branch that it leaves, and the moment after which the first of it is done.
  package let start: BranchMoment
  /// What is done, one after the other.
  package let whatIfs: [WhatIf]
  /// The parts of the answer that are done, from 0.
  package let parts: [Int]
}

extension PreparedQuestion {
  /// A wrong answer as the network would have it: a device decides as was answered, or sends nothing, or the answered values
  /// stand in the frame, checksums right. nil for a right answer, and where nothing of the answer can be done.
  package func run(of answer: Answer, in run: LessonRun) -> AnswerRun? {
    guard case .wrong = grade(answer) else { return nil }
    let values = key.values(in: answer)
    return decision(values, in: run) ?? edit(values, in: run)
  }

  // MARK: A decision

  /// In the moment that the question is about.
  private func decision(_ values: [AnsweredValue], in run: LessonRun) -> AnswerRun? {
    guard about.moment > 0, run.branches.indices.contains(about.branch) else { return nil }
    let timeline = run.branches[about.branch].timeline
    guard let device = timeline.moment(about.moment).device else { return nil }
    let start = BranchMoment(branch: about.branch, moment: about.moment - 1)
    for value in values {
      guard let decision = value.decision(of: device, in: timeline.front) else { continue }
      let whatIf = WhatIf.decide(decision)
      if (try? timeline.fork(whatIf, after: start.moment)) != nil {
        return AnswerRun(start: start, whatIfs: [whatIf], parts: [value.part])
      }
    }
    return nil
  }

  // MARK: Values in a frame

  private func edit(_ values: [AnsweredValue], in run: LessonRun) -> AnswerRun? {
    let values = values.compactMap { answered -> (place: ReadPlace, values: [ExpressionValue], part: Int)? in
      switch answered.target {
      case .field(let place): (place, answered.values, answered.part)
      case .said: runField.map { ($0, answered.values, answered.part) }
      case .ports, .nextHop, .sender: nil
      }
    }
    guard let at = values.first?.place.at, run.branches.indices.contains(at.branch) else { return nil }
    var timeline = run.branches[at.branch].timeline
    guard let frame = timeline.frameAtHand(at: at.moment) else { return nil }
    let start = BranchMoment(branch: at.branch, moment: timeline.transmission(frame).moment)
    let own = values.filter { $0.place.at == at }
    // No device decides it in that moment: then what it sent is lost.
    if let silent = own.first(where: \.values.isEmpty) {
      return AnswerRun(start: start, whatIfs: [.lose(frame: frame)], parts: [silent.part])
    }
    var whatIfs: [WhatIf] = []
    var parts: [Int] = []
    for (place, values, part) in own {
      guard case .field(let path) = place.subject, let value = values.first,
        let edit = timeline.dissection(ofTransmission: frame).edited(path, to: value)
      else { continue }
      let whatIf = WhatIf.edit(frame: frame, edit)
      guard let fork = try? timeline.fork(whatIf) else { continue }
      timeline = fork
      whatIfs.append(whatIf)
      parts.append(part)
    }
    return whatIfs.isEmpty ? nil : AnswerRun(start: start, whatIfs: whatIfs, parts: parts)
  }
}

extension AnsweredValue {
  /// What the device would have decided; nil where the answer is no decision of its own. Nothing is always one.
  fileprivate func decision(of device: Int, in world: World) -> Decision? {
    if values.isEmpty { return target == .ports ? .ports(device: device, []) : .silence(device: device) }
    switch target {
    case .ports:
      let ports = values.map { world.devices[device].port(named: $0.text) }
      return ports.contains(nil) ? nil : .ports(device: device, ports.compactMap(\.self).sorted())
    case .nextHop:
      guard case .ipv4(let address)? = values.first else { return nil }
      return .nextHop(device: device, address)
    case .field, .said, .sender: return nil
    }
  }
}

extension Dissection {
  /// The frame with another value in a field; nil where it cannot have it, or has it already.
  fileprivate func edited(_ path: FieldPath, to value: ExpressionValue) -> EditedFrame? {
    guard let shown = place(of: path), let wire = written(shown),
      let edit = try? FieldEdit(self, layer: wire.layer, node: wire.node),
      let edited = try? edit.applying(
        typed(value, shown: node(shown), wire: node(wire)), checksums: .fixed), edited.bytes != bytes
    else { return nil }
    return edited
  }

  /// A relative number is as far from its first one on the wire as it is on the screen.
  private func typed(_ value: ExpressionValue, shown: FieldNode, wire: FieldNode) -> String {
    guard shown.field.isGenerated, case .number(let number) = value, case .number(let here) = shown.value,
      case .number(let there) = wire.value
    else { return value.text }
    let moved = there &+ UInt64(bitPattern: number) &- here
    let width = wire.bits.count
    return String(width < 64 ? moved & (1 << UInt64(width) - 1) : moved)
  }
}
