import Testing

@testable import Networking

/// Against captures of a Linux 6.18 kernel (Captures/README.md).
@Suite struct TCPConnectionKernelTests {
  private func compare(_ name: String, windows: Bool = true, _ change: (inout TCPSettings) -> Void = { _ in })
    throws
  {
    var settings = TCPSettings()
    change(&settings)
    var conversation = KernelConversation(try KernelSegment.read(name), settings: settings)
    conversation.run()
    for (index, kernel) in conversation.script.enumerated() {
      guard let own = conversation.ours[index] else {
        Issue.record("segment \(index + 1) of \(name) [\(kernel.header.flagNames)] was not sent")
        continue
      }
      var header = own.header
      header.dataOffset = kernel.header.dataOffset
      header.checksum = kernel.header.checksum
      if !windows { header.window = kernel.header.window }
      #expect(header == kernel.header, "segment \(index + 1) of \(name)")
      #expect(own.payload == kernel.payload, "segment \(index + 1) of \(name)")
      #expect(own.identification == kernel.packet.identification, "segment \(index + 1) of \(name)")
      let sealed = header.sealed(
        source: kernel.packet.source, destination: kernel.packet.destination, payload: own.payload)
      if windows { #expect(sealed == kernel.header, "segment \(index + 1) of \(name)") }
    }
    #expect(conversation.script.count >= 12)
  }

  /// Every bit of every TCP header, from the SYN to the last ACK.
  @Test func aPageWhoseServerClosesIsTheKernels() throws { try compare("server-closes-laptop") }

  /// But for the window: the kernel enlarges its receive buffer while a page comes in, ours keeps its size.
  @Test func twoPagesAndAClosingClientAreTheKernels() throws {
    try compare("page-laptop", windows: false) { $0.noDelay = true }
  }

  @Test func refusalIsTheKernels() throws {
    let segments = try KernelSegment.read("refused-laptop")
    let refusal = try #require(TCPConnection.refusal(of: segments[0].header, payloadLength: 0))
    let packet = segments[1].packet
    #expect(
      refusal.sealed(source: packet.source, destination: packet.destination, payload: [])
        == segments[1].header)
    #expect(packet.identification == 0)
  }

  /// The times differ: this kernel repeats a SYN four times after one second each, RFC 6298 doubles at once.
  @Test func repeatedSYNIsTheKernels() throws {
    let segments = try KernelSegment.read("unanswered-laptop")
    var connection = KernelConversation(segments).sides[0]
    var effects = connection.handle(.connect, at: 0, moment: 1)
    while let deadline = connection.nextDeadline, effects.count < 1000 {
      effects += connection.handle(.timeout(deadline.timer), at: deadline.time, moment: 2)
    }
    var sent: [TCPOutgoingSegment] = []
    for case .emit(let segment) in effects { sent.append(segment) }
    #expect(sent.count == 7 && segments.count == 7)
    for (own, kernel) in zip(sent, segments) {
      #expect(own.identification == kernel.packet.identification)
      var header = own.header
      header.dataOffset = kernel.header.dataOffset
      header.checksum = kernel.header.checksum
      #expect(header.options.count == kernel.header.options.count)
      header.options = kernel.header.options
      #expect(header == kernel.header)
    }
  }
}
