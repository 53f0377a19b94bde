import Testing

@testable import Networking

/// What a lesson writes in expressions, with the names that it may use.
struct DraftLesson: Sendable {
  let id: String
  let devices: [String: DeviceScope]
  /// Its own, its network's, and its steps.
  let marks: [String]
  /// Slots, right and wrong answers, what is predicted, what is set.
  let values: [String]
  /// Of WHERE.
  let conditions: [String]
  /// What is lit, given, hidden and picked.
  let places: [String]

  init(
    _ id: String, devices: [String: DeviceScope], marks: [String], values: [String], conditions: [String],
    places: [String]
  ) {
    self.id = id
    self.devices = devices
    self.marks = marks
    self.values = values
    self.conditions = conditions
    self.places = places
  }

  static let all = [
    tour, layers, models, encapsulation, ethernet, `switch`, ipAddress, arp, ip, routing, sockets,
    tcpHandshake,
    tcpStream, tcpClose,
  ]
}

/// Every expression of fourteen lessons, as their authors wrote them.
struct DraftExpressionTests {
  @Test(arguments: DraftLesson.all.map(\.id))
  func everyExpressionOfALessonCanBeRead(id: String) throws {
    let lesson = try #require(DraftLesson.all.first { $0.id == id })
    let scope = ExpressionScope(devices: lesson.devices, marks: Set(lesson.marks))
    // Two steps have names that are taken; nothing reads them.
    let taken = ["sockets": ["frame"], "models": ["router"]]
    let refused = lesson.marks.filter {
      ExpressionScope.objection(to: $0) != nil || lesson.devices[$0] != nil
    }
    #expect(refused == taken[id] ?? [])
    func read(_ texts: [String], as form: Expression.Form) {
      for text in texts {
        do throws(ExpressionError) {
          let expression = try Expression(text, as: form, scope)
          #expect(expression.marks.isSubset(of: lesson.marks), "\(text)")
        } catch { Issue.record("\(text): \(error.offset): \(error.message)") }
      }
    }
    read(lesson.values, as: .value)
    read(lesson.conditions, as: .condition)
    read(lesson.places, as: .place)
  }
}

/// What the lessons ask of moments is told by the very kinds at which they ask.
struct DraftDetailTests {
  @Test(arguments: [
    ("arp.miss", "address", ExpressionType.ipv4), ("browser.request", "method", .text),
    ("browser.request", "path", .text), ("browser.response", "bytes", .number),
    ("browser.response", "code", .number), ("dns.query", "name", .text), ("eth.wrap", "bytes", .number),
    ("ip.forward", "gateway", .ipv4), ("ip.forward", "ttl", .number), ("ip.wrap", "gateway", .ipv4),
    ("phy.receive", "bytes", .number), ("phy.transmit", "bytes", .number),
    ("ping.reply", "milliseconds", .time),
    ("socket.receive", "bytes", .number), ("socket.send", "bytes", .number),
    ("switch.filter", "port", .number),
    ("switch.flood", "ports", .set(.number)), ("switch.forward", "port", .number),
    ("switch.learn", "mac", .mac),
    ("switch.learn", "port", .number), ("tcp.data", "bytes", .number), ("udp.wrap", "bytes", .number),
    ("web.idle", "seconds", .number),
  ])
  func aKindTellsIt(kind: String, detail: String, type: ExpressionType) throws {
    let kind = try #require(MomentKind.all.first { $0.name == kind })
    let field = try #require(kind.detail(detail))
    #expect(field.type == type && !field.isOptional)
  }
}
