import Analysis
import Networking

/// Reads expressions anywhere in a walk; devices as they are where the learner stands.
struct SearchExpressionContext: ExpressionContext, Sendable {
  private var timeline: TimelineContext
  private var units: [Int: Dissection?] = [:]
  private var devices: [DeviceReading: ExpressionValue?] = [:]
  /// Units read again since it began.
  private(set) var fresh = 0
  /// Tables read.
  private var looks = 0

  /// Units read again between two keys at most.
  static let mostFresh = 1000
  /// Units kept.
  private static let mostKept = 6000

  init(_ timeline: TimelineContext, here: Int) {
    self.timeline = timeline
    self.timeline.worldMoment = here
  }

  /// Begins a row of moments in their order.
  mutating func begin() {
    fresh = 0
    timeline.timeline.forgetReading()
  }

  var earlier: Int {
    get { timeline.earlier }
    set { timeline.earlier = newValue }
  }

  var moment: Int {
    get { timeline.moment }
    set { timeline.moment = newValue }
  }

  var vocabulary: ExpressionScope {
    ExpressionScope(devices: timeline.timeline.front.vocabulary, marks: Set(timeline.marks.keys))
  }

  mutating func dissection(of mark: String?) -> Dissection? {
    guard let number = timeline.place(of: mark)?.moment else { return nil }
    if let known = units[number] { return known }
    fresh += 1
    let unit = timeline.dissection(of: mark)
    if units.count < Self.mostKept { units[number] = .some(unit) }
    return unit
  }

  mutating func moment(_ property: MomentProperty, of mark: String?) -> ExpressionValue? {
    timeline.moment(property, of: mark)
  }

  mutating func table(_ reference: TableReference) -> TableSnapshot? {
    looks += 1
    // A step of the world, where a unit is that and a dissection.
    if looks % 4 == 0 { fresh += 1 }
    return timeline.table(reference)
  }

  mutating func device(_ reference: DeviceReference) -> ExpressionValue? {
    let reading = DeviceReading(reference: reference, earlier: earlier)
    if let known = devices[reading] { return known }
    let value = timeline.device(reference)
    devices[reading] = .some(value)
    return value
  }

  mutating func hasHappened(_ mark: String) -> Bool { timeline.hasHappened(mark) }

  mutating func story(_ reference: StoryReference) throws(ExpressionError) -> ExpressionValue {
    fresh += 1
    return try timeline.story(reference)
  }

  private struct DeviceReading: Hashable {
    let reference: DeviceReference
    let earlier: Int
  }
}
