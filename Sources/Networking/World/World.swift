/// Everything there is at one instant. A value: a copy goes on by itself, and the same start gives the same bytes.
package struct World: Equatable, Sendable {
  /// The calendar at time 0: seconds since 1970, UTC.
  package let clock: Int64
  package let seed: UInt64
  /// Nanoseconds since `clock`.
  package internal(set) var now: Int64 = 0
  package internal(set) var devices: [Device]
  package internal(set) var cables: [Cable]
  package let script: [ScriptLine]
  package internal(set) var scriptQueue = ScriptQueue()
  package internal(set) var agenda = Agenda<Event>()
  /// What the device that acts now has still to do; the last comes first.
  package internal(set) var work: [Work] = []
  /// What the device that acts next was told to do instead of what it would.
  var decision: Decision?
  package internal(set) var random: SeededRandom
  /// Steps taken so far: the number of the last moment.
  package internal(set) var moments = 0
  /// Transmissions begun so far.
  package internal(set) var frames = 0

  /// What the agenda holds.
  package enum Event: Equatable, Sendable {
    /// The device takes up a transmission whose last bit has come in.
    case arrival(PortReference, bytes: [UInt8], fcs: UInt32, frame: Int, cause: Int, provenance: [Int])
    /// The wire at a port is free for the next frame in its queue.
    case wireFree(PortReference)
    /// A person asks a device's application for something.
    case asked(Int, application: Int, Command, cause: Int)
    /// A port's cable is pulled, or plugged in: its link goes down, or up.
    case carrier(PortReference, isUp: Bool, cause: Int)
    /// A device is switched off and on again.
    case restart(Int, cause: Int)
    /// The cable is pulled under a frame that is coming in.
    case cutShort(PortReference, bytes: [UInt8], frame: Int, cause: Int, provenance: [Int])
  }

  package struct Result: Sendable {
    package var moment: Moment
    /// The transmission that this step began.
    package var transmission: Transmission?
  }

  package init(clock: Int64, seed: UInt64, devices: [Device], cables: [Cable], script: [ScriptLine]) {
    self.clock = clock
    self.seed = seed
    self.devices = devices
    self.cables = cables
    self.script = script
    random = SeededRandom(seed: seed)
    scriptQueue.begin(script, at: 0)
    connectPorts()
    for index in devices.indices { start(index) }
  }

  /// Lets one layer of one device do one thing; nil when nothing will ever happen again.
  package mutating func step() -> Result? {
    while true {
      if let next = work.popLast() {
        if let result = perform(next) { return result }
      } else if !advance() {
        return nil
      }
    }
  }

  /// The same, and nil when nothing more happens up to a time; then the clock stands there at the latest.
  mutating func step(until time: Int64) -> Result? {
    while true {
      if let next = work.popLast() {
        if let result = perform(next) { return result }
      } else {
        guard let next = nextTime, next <= time, advance() else { return nil }
      }
    }
  }

  /// Whether anything is left but maintenance: ageing tables, TIME-WAIT.
  package var hasStory: Bool {
    !work.isEmpty || !scriptQueue.isEmpty || agenda.contains(where: isStory) || hasStoryDeadline
  }

  /// Nothing is under way and nobody waits for anything: the next line of the script may begin.
  private var isQuiet: Bool { agenda.isEmpty && !hasStoryDeadline }

  private var hasStoryDeadline: Bool {
    devices.contains { $0.host?.nextDeadline(maintenance: false) != nil }
  }

  /// A wire that becomes free for nobody is none.
  private func isStory(_ event: Event) -> Bool {
    switch event {
    case .arrival, .asked, .carrier, .restart, .cutShort: true
    case .wireFree(let port): !devices[port.device].ports[port.port].queue.isEmpty
    }
  }

  /// When the next step will happen; nil when nothing is left.
  package var nextTime: Int64? {
    if !work.isEmpty { return now }
    let deadline = devices.compactMap(\.nextDeadline).min()
    if isQuiet, scriptQueue.untimed(script) != nil { return now }
    return earlier(scriptQueue.timed(script).map { max(now, $0.time) }, earlier(agenda.next?.time, deadline))
  }

  package func device(named name: String) -> Int? { devices.firstIndex { $0.name == name } }

  // MARK: Time

  /// Moves on to the next thing on the agenda and puts it to work; false when there is none.
  private mutating func advance() -> Bool {
    let planned = agenda.next?.time
    var due: (time: Int64, device: Int)?
    // Before every event each device is asked, and a network may have many.
    devices.withUnsafeMutableBufferPointer { devices in
      for index in devices.indices {
        guard let time = devices[index].earliestDeadline() else { continue }
        if due == nil || time < due!.time { due = (time, index) }
      }
    }
    if !scriptQueue.isEmpty, let line = nextLine(before: earlier(planned, due?.time)) {
      scriptQueue.remove(line)
      work.append(Work(device: nil, task: .command(line), cause: 0))
      return true
    }
    if let planned, due == nil || planned <= due!.time {
      now = max(now, planned)
      begin(agenda.pop()!.event)
      return true
    }
    guard let due else { return false }
    now = max(now, due.time)
    work.append(Work(device: due.device, task: .deadline, cause: 0))
    return true
  }

  /// The line of the script that begins next, at the latest when something else happens; moves on to its time.
  private mutating func nextLine(before time: Int64?) -> Int? {
    if let line = scriptQueue.untimed(script), isQuiet { return line }
    guard let timed = scriptQueue.timed(script), time.map({ timed.time <= $0 }) ?? true else { return nil }
    now = max(now, timed.time)
    return timed.line
  }

  private mutating func begin(_ event: Event) {
    switch event {
    case .arrival(let port, let bytes, let fcs, let frame, let cause, let provenance):
      work.append(
        Work(
          device: port.device, task: .receive(port: port.port, bytes: bytes, fcs: fcs), cause: cause,
          frame: frame,
          provenance: provenance))
    case .wireFree(let reference):
      let port = devices[reference.device].ports[reference.port]
      guard port.busyUntil <= now, !port.queue.isEmpty else { return }
      var next = devices[reference.device].ports[reference.port].queue.removeFirst()
      next.hasWaited = true
      work.append(
        Work(device: reference.device, task: .transmit(next), cause: next.cause, provenance: next.provenance))
    case .asked(let device, let application, let command, let cause):
      work.append(Work(device: device, task: .application(application, .command(command)), cause: cause))
    case .carrier(let port, let isUp, let cause):
      work.append(Work(device: port.device, task: .carrier(port: port.port, isUp: isUp), cause: cause))
    case .restart(let device, let cause): work.append(Work(device: device, task: .restart, cause: cause))
    case .cutShort(let port, let bytes, let frame, let cause, let provenance):
      work.append(
        Work(
          device: port.device, task: .cutShort(bytes: bytes), cause: cause, frame: frame,
          provenance: provenance))
    }
  }

  // MARK: One step

  mutating func perform(_ work: Work) -> Result? {
    var step = Step(
      number: moments + 1, now: now, clock: clock, work: work, random: random, decision: decision)
    decision = nil
    var transmission: Transmission?
    switch work.task {
    case .command(let index): command(script[index], &step)
    case .transmit(let outgoing): transmission = transmit(outgoing, &step)
    case .receive(let port, let bytes, let fcs): receive(port: port, bytes: bytes, fcs: fcs, &step)
    case .carrier(let port, let isUp): carrier(port: port, isUp: isUp, &step)
    case .cutShort(let bytes): cutShort(bytes, &step)
    case .restart: restart(&step)
    default:
      let device = work.device!
      if devices[device].bridge != nil {
        let ports = devices[device].ports.indices.filter { hasLink(PortReference(device: device, port: $0)) }
        devices[device].bridge!.perform(work.task, ports: ports, &step)
      } else {
        devices[device].host!.perform(work.task, &step)
      }
    }
    random = step.random
    self.work.append(contentsOf: step.followUps.reversed())
    guard let moment = step.moment else { return nil }
    moments += 1
    return Result(moment: moment, transmission: transmission)
  }

  /// Somebody does what a line of the script says.
  private mutating func command(_ line: ScriptLine, _ step: inout Step) {
    step.happened(line.command.kind, nil, line.command.details)
    step.then(.application(application(for: line), .command(line.command)), device: line.device)
  }

  /// The application that a line means; whoever read the line has seen to it that there is one.
  func application(for line: ScriptLine) -> Int {
    guard let application = devices[line.device].application(accepting: line.command) else {
      preconditionFailure("\(devices[line.device].name) has nothing that can \(line.command)")
    }
    return application
  }

  private mutating func connectPorts() {
    for (index, cable) in cables.enumerated() {
      for end in cable.ends { devices[end.device].ports[end.port].cable = index }
    }
  }

  /// Starts what a host runs: servers open their sockets before the walk begins, without a moment.
  private mutating func start(_ device: Int) {
    devices[device].host?.start(&random)
  }
}

extension Device {
  /// Index of the program that does what a command asks; nil: it has none.
  func application(accepting command: Command) -> Int? {
    host?.applications.firstIndex { $0.value.accepts(command) }
  }

  /// Whether it runs a program that does what a command asks.
  package func accepts(_ command: Command) -> Bool { application(accepting: command) != nil }

  /// It runs a program that does what the verb asks.
  package func accepts(_ verb: CommandVerb) -> Bool { accepts(verb.sample) }

  /// Of its first interface; nil for a switch.
  package var address: IPv4Address? { host?.interfaces.first?.address.address }

  /// The same as `nextDeadline`, without copying anything of the device: that is what `mutating` is for.
  fileprivate mutating func earliestDeadline() -> Int64? {
    bridge != nil ? bridge!.nextDeadline : host?.earliestDeadline()
  }

  /// When it must act by itself next (nanoseconds).
  var nextDeadline: Int64? {
    guard let host else { return bridge?.nextDeadline }
    return earlier(host.nextDeadline(maintenance: true), host.nextDeadline(maintenance: false))
  }
}

/// The earlier of two times, where there are any.
func earlier(_ one: Int64?, _ other: Int64?) -> Int64? {
  guard let one else { return other }
  guard let other else { return one }
  return min(one, other)
}
