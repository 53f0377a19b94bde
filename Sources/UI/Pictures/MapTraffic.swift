import Analysis
import Networking

/// What goes on on the cables at the moment that is shown.
struct MapTraffic {
  /// One cable and the device at which a frame goes onto it.
  struct Crossing: Equatable {
    var cable: Int
    var from: Int
  }

  /// The frame at hand.
  private(set) var current: Crossing?
  /// What was done to it on its cable.
  private(set) var cableEvent: Scene.CableEvent?
  /// The message it belongs to.
  private(set) var message: Message?
  /// Where that message has been so far; one that was flooded has been in several places.
  private(set) var trail: [Crossing] = []
  /// Cables that other frames are on.
  private(set) var busy: [Int] = []
  /// Cables that are pulled out.
  private(set) var down: [Int] = []
  /// Frames in the holder that wait until the wire is free.
  private(set) var queued = 0

  /// Frames that can be under way at one time, for the search back.
  private static let mostUnderWay = 200

  init(_ source: PictureSource) {
    let scene = source.scene
    let timeline = source.recording.timeline
    let number = scene.moment.number
    cableEvent = scene.cableEvent
    if let frame = scene.moment.frame {
      message = source.recording.message(ofFrame: frame)
      if scene.crossing != nil { current = MapTraffic.crossing(frame, timeline) }
    }
    trail = (message?.hops ?? []).filter { $0.moment <= number }.map {
      MapTraffic.crossing($0.frame, timeline)
    }
    let world = scene.world ?? timeline.world(after: number)
    down = world.cables.indices.filter { world.cables[$0].isDown }
    if let holder = scene.holder { queued = world.devices[holder].ports.reduce(0) { $0 + $1.queue.count } }
    let begun = timeline.frames(by: number)
    for transmission in timeline.transmissions[..<begun].suffix(MapTraffic.mostUnderWay)
    where transmission.number != scene.moment.frame {
      // A frame that was taken off its cable is nowhere; one that a pulled cable cuts short is there until then.
      if transmission.isLost, !timeline.front.cables[transmission.cable].isDown { continue }
      let taken = transmission.end + world.devices[transmission.to.device].handling
      if taken > scene.moment.time, !MapTraffic.isLost(transmission, by: number, timeline),
        !busy.contains(transmission.cable)
      {
        busy.append(transmission.cable)
      }
    }
  }

  /// A person has taken it off its cable, or pulled the cable that it was on, even if no device has noticed.
  private static func isLost(_ transmission: Transmission, by number: Int, _ timeline: Timeline) -> Bool {
    guard transmission.isLost else { return false }
    return timeline.interventions.contains { intervention in
      guard (transmission.moment...number).contains(intervention.moment) else { return false }
      switch intervention.whatIf {
      case .lose(let frame): return frame == transmission.number
      case .cut(let cable): return cable == transmission.cable
      default: return false
      }
    }
  }

  private static func crossing(_ frame: Int, _ timeline: Timeline) -> Crossing {
    let transmission = timeline.transmission(frame)
    return Crossing(cable: transmission.cable, from: transmission.from.device)
  }
}
