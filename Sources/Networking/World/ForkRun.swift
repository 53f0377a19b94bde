import Documents

/// Actions that are done one after the other, each on a fork of what the one before it made.
package struct ForkRun: Sendable {
  /// The walk on which all of them are done, recorded up to the last.
  package private(set) var timeline: Timeline
  /// What was done, each in a moment of its own.
  package private(set) var whatIfs: [WhatIf] = []
  /// The moment of the first of them; 0 before that.
  package private(set) var begins = 0
  /// The moment after which the first is done.
  private let start: Int
  private let network: NetworkFile

  /// The moment of the last of them; 0 before the first.
  package var done: Int { whatIfs.isEmpty ? 0 : timeline.moments.count }

  /// - Parameter moment: after which the first is done, when it is not done to a frame.
  package init(_ timeline: Timeline, after moment: Int, on network: NetworkFile) {
    self.timeline = timeline
    self.network = network
    start = moment
  }

  /// What only a lesson knows: its marks, and what expressions mean where it stands.
  package protocol Reader {
    /// The transmission that a mark's moment has in hand.
    mutating func frame(of mark: Located<String>, in timeline: Timeline) throws(DocumentError) -> Int
    mutating func value(of expression: Located<Expression>) throws(DocumentError) -> ExpressionValue
  }

  /// Does one more.
  package mutating func perform(
    _ action: Located<ForkAction>, _ reader: inout some Reader
  ) throws(DocumentError) {
    let place = action.place
    switch action.value {
    case .lose(let mark): try perform(.lose(frame: try reader.frame(of: mark, in: timeline)), place)
    case .delay(let mark, let time):
      try perform(.delay(frame: try reader.frame(of: mark, in: timeline), nanoseconds: time), place)
    case .damage(let mark):
      let frame = try reader.frame(of: mark, in: timeline)
      guard timeline.transmissions.indices.contains(frame - 1) else {
        throw DocumentError([mark.place.finding(WhatIf.Refusal.notSent(frame).text.en)])
      }
      try perform(.damage(frame: frame, bit: timeline.damagedBit(ofFrame: frame)), place)
    case .edit(let mark, let values): try edit(mark, values, place, &reader)
    case .run(let line):
      try perform(.ask(try here(line) { text throws(TextError) in try ScriptLine(text, in: devices) }), place)
    case .wait(let time): try perform(.wait(until: now + time), place)
    case .cut(let port): try perform(.cut(cable: try cable(in: port)), place)
    case .plug(let port): try perform(.plug(cable: try cable(in: port)), place)
    case .join(let one, let other): try perform(.join(try self.port(one), try self.port(other)), place)
    case .restart(let device):
      let index = try here(device) { text throws(TextError) in try devices.index(named: text) }
      try perform(.restart(device: index), place)
    case .fault(let name):
      for action in try network.fault(name).actions { try perform(action, &reader) }
    }
  }

  private var devices: [Device] { timeline.front.devices }

  /// Where the next one is done.
  private var after: Int { whatIfs.isEmpty ? start : timeline.moments.count }

  private var now: Int64 {
    after == timeline.moments.count ? timeline.front.now : timeline.world(after: after).now
  }

  private mutating func perform(_ whatIf: WhatIf, _ place: Place) throws(DocumentError) {
    do throws(WhatIf.Refusal) {
      timeline = try timeline.fork(whatIf, after: after)
    } catch {
      throw DocumentError([place.finding(error.text.en)])
    }
    if whatIfs.isEmpty { begins = timeline.moments.count }
    whatIfs.append(whatIf)
  }

  private func port(_ name: Located<String>) throws(DocumentError) -> PortReference {
    try here(name) { text throws(TextError) in try devices.port(named: text) }
  }

  private func cable(in name: Located<String>) throws(DocumentError) -> Int {
    let port = try port(name)
    guard let cable = timeline.front.port(port).cable else {
      throw DocumentError([name.place.finding("\(name.value) has no cable")])
    }
    return cable
  }

  /// Reads a text; what is wrong with it stands where it does.
  private func here<Value>(
    _ text: Located<String>, _ read: (String) throws(TextError) -> Value
  ) throws(DocumentError) -> Value {
    do throws(TextError) {
      return try read(text.value)
    } catch {
      throw DocumentError([text.place.finding(error.message, atOffset: error.offset ?? 0)])
    }
  }

  // MARK: Editing

  /// Each field is a what-if of its own. Checksums fit afterwards, but those that are set: they come last.
  private mutating func edit(
    _ mark: Located<String>, _ values: [ForkAction.FieldValue], _ place: Place, _ reader: inout some Reader
  ) throws(DocumentError) {
    let frame = try reader.frame(of: mark, in: timeline)
    guard timeline.transmissions.indices.contains(frame - 1) else {
      throw DocumentError([mark.place.finding(WhatIf.Refusal.notSent(frame).text.en)])
    }
    let checksums = values.filter { ForkRun.checksums.contains($0.field.value) }
    let others = values.filter { !ForkRun.checksums.contains($0.field.value) }
    // What they are is read before any of it is done.
    var typed: [(field: Located<String>, value: Located<String>)] = []
    for each in others + checksums {
      let value = try reader.value(of: each.value)
      typed.append((each.field, Located(value.text, at: each.value.place)))
    }
    for (field, value) in typed {
      let dissection = timeline.dissection(ofTransmission: frame)
      guard let place = dissection.place(of: field.value) else {
        throw DocumentError([
          field.place.finding("the frame of \(quoted(mark.value)) has no field \(field.value)")
        ])
      }
      let edited: EditedFrame
      do throws(FieldEditRefusal) {
        edited = try FieldEdit(dissection, layer: place.layer, node: place.node)
          .applying(value.value, checksums: .fixed)
      } catch {
        throw DocumentError([value.place.finding(error.text.en)])
      }
      // A value that stands there already leaves nothing to do.
      if edited.bytes == dissection.bytes { continue }
      try perform(.edit(frame: frame, edited), field.place)
    }
  }

  private static let checksums = Set(
    Protocols.all.compactMap { $0.checksum?.field.name } + [Ethernet.fields.frameCheckSequence.name])
}

extension Dissection {
  /// The outermost field of a name.
  fileprivate func place(of name: String) -> (layer: Int, node: Int)? {
    for (layer, owner) in layers.enumerated() {
      if let node = owner.nodes.firstIndex(where: { $0.field.name == name }) { return (layer, node) }
    }
    return nil
  }
}
