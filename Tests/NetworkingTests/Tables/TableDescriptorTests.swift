import Testing

@testable import Networking

struct TableDescriptorTests {
  @Test func namesOfTablesColumnsAndFormsAreThereOnce() {
    let tables = TableDescriptor.all
    #expect(Set(tables.map(\.id)).count == tables.count)
    let known = ["arp", "waiting", "mac", "tcp", "udp", "questions", "routes", "records"]
    #expect(tables.map(\.id).filter(known.contains) == known)
    #expect(Set(tables.map(\.order)).count == tables.count)
    for table in tables {
      #expect(Set(table.columns.map(\.id)).count == table.columns.count, "\(table.id)")
      #expect(Set(table.forms).count == table.forms.count, "\(table.id)")
      #expect(!table.columns.contains { $0.id == "age" }, "age is every table's own")
      #expect(table.relatedFields.allSatisfy { Protocols.fields[$0] != nil }, "\(table.id)")
      for column in table.columns {
        #expect(column.values.isEmpty || column.type == .text)
        if case .text(let usual)? = column.usual { #expect(column.values.contains(usual)) }
      }
    }
  }

  /// `rows(of:)` asserts in debug that every row fits its columns.
  @Test func rowsFitTheirColumnsAtEveryMoment() throws {
    var story = try Story(Networks.world("home"))
    story.goOn { $0.kind == MomentKind.arp.expired }
    var written: Set<String> = []
    for number in stride(from: 0, through: story.moments.count, by: 7) {
      let world = story.timeline.world(after: number)
      for device in world.devices {
        for table in TableDescriptor.all {
          let rows = table.rows(of: device)
          #expect(Set(rows.map(\.key)).count == rows.count)
          if !rows.isEmpty { written.insert(table.id) }
          #expect(rows.isEmpty || table.isKept(by: device))
          #expect(rows.allSatisfy { $0.written <= number && ($0.confirmed != nil) == table.hasAge })
        }
      }
    }
    #expect(written.count == TableDescriptor.all.count)
  }

  @Test func aChangeNamesItsTable() throws {
    let story = try Story(Networks.world("home"))
    let names = Set(story.moments.flatMap(\.changes).map(\.table))
    #expect(names == ["arp", "waiting", "mac", "connection", "socket"])
    #expect(names.allSatisfy { TableDescriptor.changed($0) != nil })
    #expect(TableDescriptor.changed("connection") == .tcp)
  }

  @Test func theLongestPrefixIsTheRoute() throws {
    let world = try Networks.world("home")
    let device = world.devices[try #require(world.device(named: "isp"))]
    let host = try #require(device.host)
    let rows = TableDescriptor.routes.rows(of: device)
    for text in ["192.0.2.140", "203.0.113.67", "198.51.100.10", "192.0.2.2"] {
      let address = try #require(IPv4Address(text))
      let row = try #require(TableDescriptor.routes.row(.ipv4(address), in: rows))
      let route = try #require(host.routes.lookup(address))
      #expect(rows[row].cells[0] == [.network(route.prefix)])
      #expect(TableDescriptor.routes.rows(about: "ip.dst", .ipv4(address), in: rows) == [row])
      #expect(TableDescriptor.routes.rows(about: "ip.src", .ipv4(address), in: rows) == [])
    }
  }

  @Test func aFrameNamesTheSocketThatGetsOrSentIt() throws {
    var story = try Story(Networks.world("home")) { $0.kind == MomentKind.socket.accept }
    let syn = try #require(story.all("tcp.syn").first)
    let built = story.timeline.dissection(atMoment: syn.number)
    let segment = try #require(built)
    let sent = try #require(story.moments.first { $0.number > syn.number && $0.kind.name == "phy.transmit" })
    let frame = story.timeline.dissection(ofTransmission: try #require(sent.frame))
    func socket(_ name: String, _ frame: Dissection) throws -> TableRow? {
      let device = story.world.devices[try #require(story.world.device(named: name))]
      let rows = TableDescriptor.tcp.rows(of: device)
      return TableDescriptor.tcp.row(of: frame, in: rows, of: device).map { rows[$0] }
    }
    for unit in [segment, frame] {
      #expect(try socket("laptop", unit)?.form == "connection")
      #expect(try socket("web", unit)?.form == "connection")
      #expect(try socket("phone", unit) == nil)
      #expect(try socket("switch", unit) == nil)
    }
  }

  @Test func aFrameToAPortThatWaitsNamesWhoWaits() throws {
    var story = try Story(Networks.world("home")) { $0.kind == MomentKind.udp.deliver }
    let sent = try #require(story.moments.last { $0.kind == MomentKind.physical.transmit }?.frame)
    let frame = story.timeline.dissection(ofTransmission: sent)
    for (name, program) in [("laptop", "stub-resolver"), ("resolver", "resolver")] {
      let device = story.world.devices[try #require(story.world.device(named: name))]
      let rows = TableDescriptor.udp.rows(of: device)
      let row = try #require(TableDescriptor.udp.row(of: frame, in: rows, of: device))
      #expect(rows[row].cells[1] == [.text(program)])
    }
    let web = story.world.devices[try #require(story.world.device(named: "web"))]
    let rows = TableDescriptor.tcp.rows(of: web)
    #expect(TableDescriptor.tcp.row(.number(80), in: rows) == 0)
    #expect(TableDescriptor.tcp.row(.number(81), in: rows) == nil)
    #expect(TableDescriptor.tcp.row(of: frame, in: rows, of: web) == nil)
  }
}
