/// What is going to happen, by time and, at one time, in the order it was planned.
package struct Agenda<Event: Equatable & Sendable>: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package let time: Int64
    package let order: Int
    package let event: Event
  }

  /// Latest first, so that the next one is taken from the end.
  private var entries: [Entry] = []
  private var planned = 0

  package init() {}

  package var next: Entry? { entries.last }
  package var isEmpty: Bool { entries.isEmpty }
  package var count: Int { entries.count }
  package func contains(where condition: (Event) -> Bool) -> Bool { entries.contains { condition($0.event) } }
  /// In the order of happening.
  package var upcoming: [Entry] { entries.reversed() }

  package mutating func plan(_ event: Event, at time: Int64) {
    planned += 1
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].time > time { low = middle + 1 } else { high = middle }
    }
    entries.insert(Entry(time: time, order: planned, event: event), at: low)
  }

  /// Takes out the first entry that fits.
  package mutating func remove(where condition: (Entry) -> Bool) -> Entry? {
    entries.lastIndex(where: condition).map { entries.remove(at: $0) }
  }

  package mutating func pop() -> Entry? { entries.popLast() }
}
