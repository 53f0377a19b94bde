import Documents

/// `curl`: asks for one page as a browser does, over a connection of its own, and closes when the response is there.
package struct Curl: Application {
  package static let name = "curl"
  private var client = Browser(.curl)

  package init() {}

  static let shape = Shape<AnyApplication>.mapping("curl") { _ in AnyApplication(Curl()) }

  package mutating func start(_ host: inout Host, index: Int) { client.start(&host, index: index) }

  package func accepts(_ command: Command) -> Bool {
    if case .curl = command { true } else { false }
  }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    if case .command(.curl(let url)) = event {
      client.handle(.command(.browse(url)), &calls)
    } else {
      client.handle(event, &calls)
    }
  }
}
