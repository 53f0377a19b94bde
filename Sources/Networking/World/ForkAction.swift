import Documents

/// One thing that is done at the beginning of a lesson's fork, or that a fault of a network file does: what a person
/// could do, in the words of a file.
package enum ForkAction: Sendable {
  /// To the frame of a mark, on the cable it is on there.
  case lose(Located<String>)
  case delay(Located<String>, by: Int64)
  case edit(Located<String>, set: [FieldValue])
  case damage(Located<String>)
  /// A line of a script.
  case run(Located<String>)
  /// Nothing for so many nanoseconds.
  case wait(Int64)
  /// The cable in a port: `printer.eth0`, `switch.1`.
  case cut(Located<String>)
  case plug(Located<String>)
  case join(Located<String>, Located<String>)
  /// A device.
  case restart(Located<String>)
  /// A fault of the network file.
  case fault(Located<String>)

  /// `tcp.seq_raw: "syn.tcp.seq_raw - 100000"`
  package struct FieldValue: Sendable {
    package let field: Located<String>
    package let value: Located<Expression>
  }
}

extension ForkAction {
  /// One key says what is done; some have a second beside it.
  /// - Parameter names: devices, marks and steps.
  package static func shape(_ names: ExpressionScope) -> Shape<ForkAction> {
    let mark = Shape<String>.parsed("a mark or step") { text throws(TextError) in
      if names.marks.contains(text) { return text }
      throw TextError(
        "no mark or step is called \(quoted(text))\(suggestion(for: text, in: names.marks.sorted()))",
        atOffset: 0)
    }.located
    let port = Shape<String>.parsed("a port like laptop.eth0 or switch.1") { $0 }.located
    let duration = Shape<Int64>.duration(in: 1...WhatIf.longestDelay)
    return .mapping("action") { m in
      let by = m.optional("by", duration, "delay: how long")
      let set = m.optional("set", fieldValues(names), "edit: the fields and their values")
      let action = m.oneOf([
        TaggedCase("lose", mark.map(ForkAction.lose), "the frame of a mark is lost"),
        TaggedCase("delay", mark.map { ForkAction.delay($0, by: by ?? 0) }, "it arrives later"),
        TaggedCase("edit", mark.map { ForkAction.edit($0, set: set ?? []) }, "it has other values"),
        TaggedCase("damage", mark.map(ForkAction.damage), "a bit of it is changed, so that its FCS is wrong"),
        TaggedCase(
          "run", Shape<String>.text.located.map(ForkAction.run), "a line of a script: \"phone: ping laptop\""),
        TaggedCase("wait", duration.map(ForkAction.wait), "nothing is done for so long"),
        TaggedCase("cut", port.map(ForkAction.cut), "the cable in this port is pulled"),
        TaggedCase("plug", port.map(ForkAction.plug), "it is plugged in again"),
        TaggedCase(
          "join",
          Shape<(Located<String>, Located<String>)>.pair(port, port).map { ForkAction.join($0.0, $0.1) },
          "a new cable between two free ports"),
        TaggedCase(
          "restart", Shape<String>.parsed("a device") { $0 }.located.map(ForkAction.restart),
          "a device forgets what it learned and starts again"),
        TaggedCase(
          "fault", Shape<String>.word.located.map(ForkAction.fault), "a fault of the network file"),
      ])
      for (verb, more, example) in [("delay", "by", "by: 200ms"), ("edit", "set", "set: {ip.ttl: 1}")] {
        if m.has(verb), !m.has(more) { m.report("\(verb) needs \(quoted(more)), like \(example)", at: verb) }
        if m.has(more), !m.has(verb) { m.report("\(quoted(more)) only goes with \(quoted(verb))", at: more) }
      }
      return action
    }
  }

  /// `{tcp.seq_raw: "syn.tcp.seq_raw - 1", ip.ttl: 1}`: fields of a frame with their values.
  package static func fieldValues(_ names: ExpressionScope) -> Shape<[FieldValue]> {
    let value = Shape<Expression>.parsed("a value like 17 or laptop.mac") { text throws(TextError) in
      do throws(ExpressionError) {
        return try Expression(text, as: .value, names)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
    }
    let field = Shape<String>.parsed("a field like eth.dst or ip.ttl") { text throws(TextError) in
      if Protocols.fields[text] != nil { return text }
      throw TextError(
        "no field is called \(quoted(text))\(suggestion(for: text, in: Protocols.fields.keys.sorted()))",
        atOffset: 0)
    }
    return value.located.entries(keys: field).map { entries in
      entries.map { FieldValue(field: Located($0.key, at: $0.keyPlace), value: $0.value) }
    }
  }
}
