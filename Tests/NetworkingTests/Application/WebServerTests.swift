import Testing

@testable import Networking

/// A web server without a network: bytes in, messages out. The steps that it asks for itself are taken.
private struct Serving {
  var server = WebServer(
    idle: 5_000_000_000, pages: [.init(path: "/", type: "text/plain", body: [104, 105])])
  private(set) var sent: [UInt8] = []
  private(set) var closed = false
  private(set) var requests = 0

  init() { give(.accepted(5, listener: 80, from: Endpoint(IPv4Address(1), 2))) }

  mutating func arrive(_ text: String) { give(.data(5, Array(text.utf8))) }

  private mutating func give(_ event: ApplicationEvent) {
    let work = Work(device: 0, task: .deadline, cause: 1)
    let step = Step(number: 9, now: 0, clock: 1_772_409_600, work: work, random: SeededRandom(seed: 1))
    var calls = SystemCalls(step, application: 0, nextDescriptor: 9)
    server.handle(event, &calls)
    if calls.step.moment?.kind.name == "web.request" { requests += 1 }
    for next in calls.step.followUps.map(\.task) {
      switch next {
      case .call(_, .send(_, let bytes)): sent += bytes
      case .call(_, .close): closed = true
      case .application(_, let event): give(event)
      default: break
      }
    }
  }

  var text: String { String(decoding: sent, as: UTF8.self) }
}

private func answer(_ request: String) -> Serving {
  var serving = Serving()
  serving.arrive(request)
  return serving
}

@Test(arguments: ["/", "/nothing"])
func theAnswerToHEADIsAHead(path: String) {
  let head = answer("HEAD \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
  let whole = answer("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(head.text.hasSuffix("\r\n\r\n") && whole.text.hasPrefix(head.text) && whole.text != head.text)
}

@Test func anotherMethodIsToldWhichThereAre() {
  let answer = answer("POST / HTTP/1.1\r\nHost: a\r\n\r\n").text
  #expect(
    answer.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n") && answer.contains("\r\nAllow: GET, HEAD\r\n"))
}

@Test(arguments: [
  "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
  "HEAD / HTTP/1.1\r\nAccept: */*\r\n\r\n",
])
func aRequestNamesItsHostOnce(request: String) {
  let answer = answer(request)
  #expect(answer.text.hasPrefix("HTTP/1.1 400 Bad Request\r\n") && answer.closed)
}

@Test func theOlderVersionNeedsNoHostAndClosesUnlessAsked() {
  let old = answer("GET / HTTP/1.0\r\n\r\n")
  #expect(old.text.hasPrefix("HTTP/1.1 200 OK\r\n") && old.closed && old.text.contains("Connection: close"))
  #expect(!answer("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").closed)
}

/// nginx: three answers in order on one open connection.
@Test func requestsThatComeTogetherAreAnsweredInOrder() {
  let one = { (path: String) in "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n" }
  var serving = answer(one("/") + one("/nothing") + one("/") + "GET / HT")
  #expect(serving.requests == 3 && !serving.closed)
  let starts = serving.text.split(separator: "\r\n").filter { $0.contains("HTTP/1.1") }
  #expect(
    starts
      == ["HTTP/1.1 200 OK", "hiHTTP/1.1 404 Not Found", "no such page\nHTTP/1.1 200 OK"].map {
        Substring($0)
      })
  serving.arrive("TP/1.1\r\nHost: a\r\n\r\n")
  #expect(serving.requests == 4)
}

@Test func whatIsBehindABadRequestIsNotRead() {
  let answer = answer("GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(answer.requests == 1 && answer.closed)
}

/// RFC 9112 §6.3: without a length a response goes on until the connection ends.
@Test func theBrowserReadsAPageThatEndsWithTheConnection() throws {
  let story = try Story(Networks.world("home")) { $0.kind.name == "browser.request" }
  var host = story.world.host("laptop")
  let browser = try #require(host.application(Browser.self))
  let socket = try #require(host.tcp.sockets.first?.descriptor)
  let bytes = Array("HTTP/1.1 200 OK\r\nServer: x\r\n\r\nhello".utf8)
  let part = try moment(of: .application(browser, .data(socket, bytes)), &host)
  #expect(part.kind.name == "browser.part")
  let whole = try moment(of: .application(browser, .ended(socket)), &host)
  #expect(whole.kind.name == "browser.response" && whole.detail("bytes") == "5")
  #expect(whole.unit?.bytes == bytes)
}
