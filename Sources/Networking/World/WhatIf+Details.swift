extension WhatIf {
  /// What its moment tells, where it is done.
  func details(in world: World) -> [Detail] {
    switch self {
    case .edit(let frame, let edit):
      [
        Detail("field", .text(edit.field.name)), Detail("old", .text(edit.old)),
        Detail("new", .text(edit.new)), Detail("checksums", .text(edit.checksums.rawValue)),
        Detail("frame", .number(UInt64(frame))),
      ]
    case .lose(let frame): [Detail("frame", .number(UInt64(frame)))]
    case .delay(let frame, let nanoseconds):
      [
        Detail("frame", .number(UInt64(frame))),
        Detail("delay", .nanoseconds(nanoseconds)),
      ]
    case .damage(let frame, let bit):
      [
        Detail("frame", .number(UInt64(frame))), Detail("byte", .number(UInt64(bit / 8))),
        Detail("bit", .number(UInt64(bit % 8))),
      ]
    case .ask(let line): line.command.details
    case .cut(let cable), .plug(let cable): Self.ends(world.cables[cable].ends, in: world)
    case .join(let one, let other): Self.ends([one, other], in: world)
    case .restart(let device): [Detail("name", .text(world.devices[device].name))]
    case .wait(let time): [Detail("until", .text(secondsText(time) + " s"))]
    case .decide(let decision): details(of: decision, in: world)
    case .script, .look: []
    }
  }

  private static func ends(_ ends: [PortReference], in world: World) -> [Detail] {
    zip(["one", "other"], ends).map { Detail($0, .text(world.devices[$1.device].name)) }
  }

  private func details(of decision: Decision, in world: World) -> [Detail] {
    let name = Detail("name", .text(world.devices[decision.device].name))
    switch decision {
    case .ports(_, let ports) where !ports.isEmpty:
      return [name, Detail("ports", setOf: LearningSwitch.numbers(ports))]
    case .nextHop(_, let gateway): return [name, Detail("gateway", .ipv4(gateway))]
    case .ports, .silence: return [name]
    }
  }
}
