import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// What the devices have written down: the rows themselves.
@Suite struct TablesTests {
  /// Moments all over a walk, each with one before it to tell what is new from.
  static func samples(_ walk: WalkScreen) -> [(moment: Int, since: Int)] {
    var random = Seeded(22)
    return stride(from: 1, through: walk.recording.last, by: max(1, walk.recording.last / 20)).map {
      ($0, max(0, $0 - Int.random(in: 1...30, using: &random)))
    }
  }

  static let narration = TableNarration(Fixture.loader.reference, .en)

  /// The state that a row of TCP's sockets shows.
  private func state(_ row: MarkedRow) -> String? {
    guard case .text(let state)? = row.values.cells[TableDescriptor.tcp.column("state")!].first else {
      return nil
    }
    return state
  }

  /// As a moment's change names the row.
  private func name(of row: MarkedRow) -> String {
    row.key.compactMap { ExpressionValue($0)?.text }.joined(separator: " ")
  }

  static func networks() throws -> [WalkScreen] { [try Fixture.home.get(), try Fixture.twoHosts.get()] }

  @Test func thereAreAsManyRowsAsTheWorldHas() throws {
    for walk in try Self.networks() {
      for (moment, _) in Self.samples(walk) {
        let world = walk.recording.timeline.world(after: moment)
        let tables = world.tables
        func count(_ device: Int, _ kind: TableDescriptor) -> Int {
          tables.filter { $0.device == device && $0.descriptor == kind }.reduce(0) { $0 + $1.count }
        }
        for (index, device) in world.devices.enumerated() {
          #expect(count(index, .mac) == device.bridge?.rows.count ?? 0)
          guard let host = device.host else { continue }
          #expect(count(index, .arp) == host.arp.rows.count { $0.mac != nil })
          #expect(count(index, .waiting) == host.arp.rows.reduce(0) { $0 + $1.waiting.count })
          #expect(count(index, .tcp) == host.tcp.sockets.count + host.tcp.listeners.count)
          #expect(count(index, .udp) == host.udp.count)
          #expect(count(index, .routes) == host.routes.count)
        }
      }
    }
  }

  @Test func everyKeyIsThereOnce() throws {
    for walk in try Self.networks() {
      for (moment, _) in Self.samples(walk) {
        for table in walk.recording.timeline.world(after: moment).tables {
          #expect(Set(table.rows.map(\.key)).count == table.rows.count, "\(Self.narration.lines(table))")
          for row in table.rows { #expect(row.values.cells.count == table.descriptor.columns.count) }
        }
      }
    }
  }

  /// Kinds of moment that can have written a row, of the tables that were there first.
  private func writers(_ table: TableDescriptor) -> [String]? {
    switch table.id {
    case "arp": ["arp.learned", "arp.stale", "arp.probe", "arp.confirmed", "eth.wrap"]
    case "waiting": ["arp.miss", "arp.wait"]
    case "mac": ["switch.learn"]
    case "udp": ["socket.open"]
    case "questions": ["dns.query", "dns.answer", "dns.nodata"]
    case "tcp", "routes", "records": []
    default: nil
    }
  }

  @Test func everyRowNamesTheMomentThatWroteIt() throws {
    for walk in try Self.networks() {
      let timeline = walk.recording.timeline
      for (moment, since) in Self.samples(walk) {
        let tables = timeline.world(after: moment).tables.marked(since: timeline.world(after: since).tables)
        for table in tables {
          func seen(_ row: MarkedRow) -> [[FieldValue]] {
            zip(row.values.cells, table.descriptor.columns).filter { $1.isSeen }.map(\.0)
          }
          func row(_ key: [FieldValue], after moment: Int) -> MarkedRow? {
            timeline.world(after: moment).tables(of: table.device)
              .first { $0.descriptor == table.descriptor }?.rows
              .first { $0.key == key }
          }
          for shown in table.rows {
            let writer = timeline.writer(of: shown, in: table, since: since, until: moment)
            if writer == 0 {
              #expect(row(shown.key, after: 0)?.values == shown.values)
              continue
            }
            let record = timeline.moment(writer)
            let story: Comment = "\(Self.narration.lines(table)) by \(record.kind.name) at \(moment)"
            #expect(record.device == table.device, story)
            if shown.mark == .removed {
              #expect(writer > since && writer <= moment)
              #expect(row(shown.key, after: writer) == nil && row(shown.key, after: writer - 1) != nil, story)
              continue
            }
            #expect(writer <= moment)
            #expect(row(shown.key, after: writer).map(seen) == seen(shown), story)
            #expect(row(shown.key, after: writer - 1)?.moment != writer, story)
            if table.descriptor == .tcp {
              #expect(
                record.changes.contains { state(shown) == $0.after && $0.key == name(of: shown) }, story)
            } else {
              #expect(writers(table.descriptor)?.contains(record.kind.name) ?? true, story)
            }
          }
        }
      }
    }
  }

  @Test func everyMarkStandsForADifference() throws {
    for walk in try Self.networks() {
      let timeline = walk.recording.timeline
      for (moment, since) in Self.samples(walk) {
        let (now, before) = (timeline.world(after: moment).tables, timeline.world(after: since).tables)
        func cells(_ tables: [DeviceTable], _ table: DeviceTable, _ key: [FieldValue]) -> [LocalizedText]? {
          let other = tables.first { $0.device == table.device && $0.descriptor == table.descriptor }
          guard let row = other?.rows.first(where: { $0.key == key }) else { return nil }
          return table.descriptor.columns.indices.filter { table.descriptor.columns[$0].isCell }.map {
            column in
            func cell(_ language: Language) -> String {
              TableNarration(Fixture.loader.reference, language)
                .cell(column, of: row.values, in: table.descriptor)
            }
            return LocalizedText(en: cell(.en), ko: cell(.ko))
          }
        }
        for table in now.marked(since: before) {
          for row in table.rows {
            let pair = (cells(before, table, row.key), cells(now, table, row.key))
            switch row.mark {
            case .new: #expect(pair.0 == nil && pair.1 != nil)
            case .removed: #expect(pair.0 != nil && pair.1 == nil)
            case .changed: #expect(pair.0 != nil && pair.1 != nil && pair.0 != pair.1)
            case nil: #expect(pair.0 == pair.1)
            }
          }
        }
      }
    }
  }

  /// RFC 9293 §3.3.2.
  private let states = [
    "LISTEN", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING",
    "LAST-ACK", "TIME-WAIT", "CLOSED",
  ]

  @Test func socketsGoThroughTheStatesOfTCP() throws {
    let timeline = try Fixture.home.get().recording.timeline
    let laptop = try #require(timeline.front.device(named: "laptop"))
    var seen: [String] = []
    for moment in timeline.moments where moment.changes.contains(where: { $0.table == "connection" }) {
      let table = timeline.world(after: moment.number).tables.first {
        $0.device == moment.device && $0.descriptor == .tcp
      }
      // One segment may take a connection through two states.
      for change in moment.changes
      where change.table == "connection" && change.after != "CLOSED"
        && change == moment.changes.last(where: { $0.key == change.key && $0.table == "connection" })
      {
        let state = try #require(table?.rows.first { name(of: $0) == change.key }.flatMap(state))
        #expect(state == change.after)
        #expect(states.contains(state))
        if moment.device == laptop, seen.last != state { seen.append(state) }
      }
    }
    #expect(seen.starts(with: ["SYN-SENT", "ESTABLISHED"]))
  }

  @Test func aRowIsOneSentence() throws {
    let walk = try Fixture.home.get()
    let timeline = walk.recording.timeline
    let laptop = try #require(timeline.front.device(named: "laptop"))
    let learned = try #require(
      timeline.moments.first { $0.kind.name == "arp.learned" && $0.device == laptop })
    let tables = timeline.world(after: learned.number).tables.marked(
      since: timeline.world(after: learned.number - 1).tables)
    let table = try #require(tables.first { $0.device == laptop && $0.descriptor == .arp })
    #expect(
      Self.narration.sentence(of: table.rows[0], in: table, frame: 6)
        == "ARP cache, new row: 192.0.2.129 is at 00:00:5e:00:53:01; learned from frame 6.")
    #expect(
      TableNarration(Fixture.loader.reference, .ko).sentence(of: table.rows[0], in: table, frame: 6)
        == "ARP 캐시, 새 항목: 192.0.2.129의 MAC은 00:00:5e:00:53:01입니다 (6번 프레임에서 학습).")
    #expect(
      Self.narration.lines(table) == ["laptop  ARP cache  1 row", "+ 192.0.2.129  00:00:5e:00:53:01  0 s"])
    let routes = try #require(tables.first { $0.device == laptop && $0.descriptor == .routes })
    #expect(
      Self.narration.sentence(of: routes.rows[1], in: routes, frame: nil)
        == "routing table: packets for 0.0.0.0/0 go to 192.0.2.129 through eth0; from the network file.")
  }
}
