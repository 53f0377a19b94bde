import Documents
import Networking

/// All that the panes show of one moment, looked up once when the walk gets there.
package struct Scene: Sendable {
  package var moment: Moment
  /// The unit in hand, or the frame on the cable; nil when there are no bytes yet.
  package var unit: Dissection?
  /// The bytes are on a cable: a frame with a number.
  package var isFrame = false
  /// What the unit was made from, when it carries the same thing.
  package var before: Dissection?
  package var changes = PDUChanges.none
  /// Devices from end to end; the one further to the left in the network file comes first.
  package var path: [Int] = []
  /// The device on the path that the unit goes to in the end.
  package var target: Int?
  /// The device that has the unit.
  package var holder: Int?
  /// The cable that the frame is on now, by the devices at its ends.
  package var crossing: Crossing?
  /// Packets that wait in the holder for a link address.
  package var waiting = 0
  /// All devices right after the moment, and right after the one that what is new is told from.
  package var world: World?
  package var earlier: World?
  /// The moment of `earlier`.
  package var since = 0
  /// The unit climbs the holder's layers; else it goes down.
  package var isGoingUp = false

  package struct Crossing: Equatable, Sendable {
    package var from: Int
    package var to: Int
  }

  /// What a person did to the frame on its cable in this moment.
  package enum CableEvent: Sendable { case edited, lost, delayed }
  package var cableEvent: CableEvent? {
    switch moment.kind {
    case WhatIf.moments.edit, WhatIf.moments.damage: .edited
    case WhatIf.moments.delay: .delayed
    default: moment.isLossOnCable ? .lost : nil
    }
  }
}

extension PDUChanges {
  fileprivate init(_ now: Dissection?, _ before: Dissection?) {
    guard let now, let before, let changes = PDUChanges(now, since: before) else {
      self = .none
      return
    }
    self = changes
  }
}

extension Scene {
  /// - Parameters:
  ///   - candidates: units that came before on the chain of causes, the nearest first; the first that carries the same
  ///     thing is what the unit was made from.
  ///   - destination: where it will go, when its bytes do not say so yet.
  ///   - carrier: the frame that brought the unit.
  ///   - origin: the device that the person at the keyboard sits at.
  package init(
    moment: Moment, unit: Dissection?, isFrame: Bool, candidates: [Dissection], topology: Topology,
    crossing: Crossing? = nil, destination: Int? = nil, waiting: Int = 0, isGoingUp: Bool = false,
    origin: Int? = nil, carrier: Dissection? = nil
  ) {
    self.moment = moment
    self.unit = unit
    self.isFrame = isFrame
    self.crossing = crossing
    self.waiting = waiting
    self.isGoingUp = isGoingUp
    // What happens to a frame on its cable happens at no device: it is drawn where the frame is.
    let here = moment.device ?? crossing?.from ?? origin
    holder = here
    if let unit { before = candidates.first { $0.carriesSame(as: unit) } }
    changes = PDUChanges(unit, before)
    var ends: (from: Int?, to: Int?) = unit.map(topology.ends(of:)) ?? (nil, nil)
    // Without headers of its own a unit still goes where the frame that brought it did.
    if ends.from == nil, isGoingUp, let carrier { ends = topology.ends(of: carrier) }
    let from = ends.from ?? crossing?.from ?? here
    let to = ends.to ?? destination ?? crossing?.to ?? here
    target = to
    if let from, let to {
      path = topology.path(from: min(from, to), to: max(from, to))
    }
    // A flooded frame, or a broadcast, also reaches devices that are on nobody's way.
    if let crossing, !path.contains(crossing.to) || !path.contains(crossing.from), let from {
      path = topology.path(from: min(from, crossing.to), to: max(from, crossing.to))
      target = crossing.to
    }
    if let here, !path.contains(here) {
      path = from.map { topology.path(from: min($0, here), to: max($0, here)) } ?? [here]
      target = here
    }
  }
}
