import Testing

@testable import Networking

private func frames(_ bytes: [UInt8]) throws(CaptureError) -> [CapturedFrame] {
  var reader = try CaptureReader(bytes)
  var frames: [CapturedFrame] = []
  while let frame = try reader.next() { frames.append(frame) }
  return frames
}

@Test(arguments: Golden.names)
func framesOfAKernelsCaptureHaveTsharksTimesAndLengths(name: String) throws {
  let frames = try frames(Golden.bytes(name))
  #expect(frames.compactMap(\.time).map(secondsText) == (try Golden.shown("frame.time_epoch", of: name)))
  #expect(frames.map { String($0.wireLength) } == (try Golden.shown("frame.len", of: name)))
  #expect(frames.allSatisfy { $0.linkType == 1 && $0.bytes.count == $0.wireLength })
}

@Test(arguments: Golden.names)
func aFileThatBreaksOffGivesItsWholeFramesAndThenAnError(name: String) throws {
  let bytes = try Golden.bytes(name)
  let whole = try frames(bytes)
  for end in 0..<bytes.count {
    var seen: [CapturedFrame] = []
    do throws(CaptureError) {
      var reader = try CaptureReader(Array(bytes[..<end]))
      while let frame = try reader.next() { seen.append(frame) }
    } catch {
      #expect(error.offset <= end)
    }
    #expect(seen == Array(whole.prefix(seen.count)))
  }
}

@Test(arguments: Golden.names)
func noFlippedBitTrapsTheReader(name: String) throws {
  let bytes = try Golden.bytes(name)
  var random = SeededRandom(seed: 7)
  for _ in 0..<1000 {
    var damaged = bytes
    damaged[Int(random.number(in: 0...UInt64(bytes.count - 1)))] ^= 1 << UInt8(random.number(in: 0...7))
    _ = try? frames(damaged)
  }
}

@Test(arguments: [CaptureWriter.Format.pcap, .pcapng])
func whatIsWrittenIsReadBackToTheNanosecond(format: CaptureWriter.Format) throws {
  var writer = CaptureWriter(format, interface: "eth0")
  writer.append([1, 2, 3], at: 1_772_409_600_000_000_001)
  writer.append([UInt8](repeating: 9, count: 60), at: 1_772_409_600_999_999_999)
  let read = try frames(writer.bytes)
  #expect(read.map(\.time) == [1_772_409_600_000_000_001, 1_772_409_600_999_999_999])
  #expect(read.map(\.bytes) == [[1, 2, 3], [UInt8](repeating: 9, count: 60)])
}

@Test func somethingElseIsNoCapture() {
  #expect(throws: CaptureError(offset: 0, .notACapture([0x25, 0x50, 0x44, 0x46]))) {
    _ = try CaptureReader(Array("%PDF-1.4".utf8))
  }
}

/// One frame of 3 bytes at 1.5 s, as big- and little-endian machines write it, with micro- and nanoseconds.
@Test(
  arguments: [
    "d4c3b2a1 0200 0400 00000000 00000000 ffff0000 01000000 01000000 20a10700 03000000 03000000 010203",
    "a1b2c3d4 0002 0004 00000000 00000000 0000ffff 00000001 00000001 0007a120 00000003 00000003 010203",
    "4d3cb2a1 0200 0400 00000000 00000000 ffff0000 01000000 01000000 0065cd1d 03000000 03000000 010203",
    "a1b23c4d 0002 0004 00000000 00000000 0000ffff 00000001 00000001 1dcd6500 00000003 00000003 010203",
  ])
func pcapIsReadInEitherByteOrderAndUnit(file: String) throws {
  let read = try frames(hexBytes(file))
  #expect(read == [CapturedFrame(time: 1_500_000_000, bytes: [1, 2, 3])])
}

/// What a file says of check sequences: as tshark 4.0.17 takes it.
@Test func whatAFileSaysOfCheckSequencesIsRead() throws {
  func pcap(_ bits: UInt32) throws -> Int? {
    let head = "a1b23c4d 0002 0004 00000000 00000000 0000ffff"
    let record = "00000001 00000000 00000003 00000003 010203"
    return try frames(hexBytes(head) + IPv4Address(bits << 26 | 1).bytes + hexBytes(record)).first?
      .checkLength
  }
  #expect(try pcap(0) == nil && pcap(0b1000_00) == nil)
  #expect(try pcap(1) == 0 && pcap(0b0010_01) == 4 && pcap(0b0001_01) == 2)
}

@Test(
  arguments: [
    (nil, nil, nil), (UInt8(0), nil, 0), (4, nil, 4), (32, nil, 4), (16, nil, 2), (nil, 4, 4), (0, 4, 4),
    (4, 0, 4),
  ] as [(UInt8?, UInt32?, Int?)])
func aBlockCanSayMoreThanItsInterface(interface: UInt8?, block flags: UInt32?, expected: Int?) throws {
  func words(_ words: UInt32...) -> [UInt8] { words.flatMap { IPv4Address($0).bytes } }
  func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
    words(type, UInt32(body.count + 12)) + body + words(UInt32(body.count + 12))
  }
  var file = block(0x0a0d_0d0a, words(0x1a2b_3c4d) + [0, 1, 0, 0] + words(.max, .max))
  file += block(1, [0, 1, 0, 0] + words(0) + (interface.map { [0, 13, 0, 1, $0, 0, 0, 0] } ?? []))
  file += block(
    6, words(0, 0, 7, 2, 2) + [0xaa, 0xbb, 0, 0] + (flags.map { [0, 2, 0, 4] + words($0 << 5 | 1) } ?? []))
  #expect(try frames(file).map(\.checkLength) == [expected])
}

/// What is written has none, and says so where the format can.
@Test func whatIsWrittenHasNoCheckSequence() throws {
  for format in [CaptureWriter.Format.pcap, .pcapng] {
    var writer = CaptureWriter(format, interface: "eth0")
    writer.append([1, 2, 3], at: 1)
    #expect(try frames(writer.bytes).map(\.checkLength) == [format == .pcap ? nil : 0])
  }
}

/// A section, an interface with a name and nanoseconds, a block of an unknown kind, a cut packet, a simple packet.
@Test(arguments: [true, false])
func pcapngIsReadInEitherByteOrder(isLittle: Bool) throws {
  func words(_ words: UInt32...) -> [UInt8] {
    words.flatMap { isLittle ? IPv4Address($0).bytes.reversed() : IPv4Address($0).bytes }
  }
  func halves(_ halves: UInt16...) -> [UInt8] {
    halves.flatMap { isLittle ? [UInt8($0 & 0xff), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xff)] }
  }
  func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
    words(type, UInt32(body.count + 12)) + body + words(UInt32(body.count + 12))
  }
  let time: UInt64 = 5_000_000_007
  var file = block(0x0a0d_0d0a, words(0x1a2b_3c4d) + halves(1, 0) + words(.max, .max))
  file += block(
    1,
    halves(1, 0) + words(2) + halves(2, 4) + Array("eth0".utf8) + halves(9, 1) + [9, 0, 0, 0] + halves(0, 0))
  file += block(0xbad, [1, 2, 3, 4])
  file += block(
    6, words(0, UInt32(time >> 32), UInt32(time & 0xffff_ffff), 2, 60) + [0xaa, 0xbb, 0, 0])
  file += block(3, words(4) + [1, 2, 0, 0])
  let interface = FrameInfo.Interface(number: 0, name: "eth0")
  #expect(
    try frames(file) == [
      CapturedFrame(time: 5_000_000_007, bytes: [0xaa, 0xbb], wireLength: 60, interface: interface),
      CapturedFrame(time: nil, bytes: [1, 2], wireLength: 4, interface: interface),
    ])
}

@Test func pcapngTimesCountInPowersOfTenOrTwo() {
  #expect(PcapngClock(resolution: 6).nanoseconds(1_500_000) == 1_500_000_000)
  #expect(PcapngClock(resolution: 9).nanoseconds(7) == 7)
  #expect(PcapngClock(resolution: 12).nanoseconds(7_000) == 7)
  #expect(PcapngClock(resolution: 0x80 | 10).nanoseconds(1536) == 1_500_000_000)
  #expect(PcapngClock(resolution: 0, offset: 3).nanoseconds(2) == 5_000_000_000)
  // Never a time that is not the file's: two frames would seem to come at once.
  #expect(PcapngClock(resolution: 0).nanoseconds(.max) == nil)
  #expect(PcapngClock(resolution: 9).nanoseconds(9_300_000_000_123_456_789) == nil)
  #expect(PcapngClock(resolution: 9).nanoseconds(UInt64(Int64.max)) == .max)
  #expect(PcapngClock(resolution: 9, offset: 1).nanoseconds(UInt64(Int64.max)) == nil)
  #expect(PcapngClock(resolution: 9, offset: -1).nanoseconds(7) == nil)
  #expect(PcapngClock(resolution: 9, offset: .min).nanoseconds(7) == nil)
  #expect(PcapngClock(resolution: 0x80).nanoseconds(.max) == nil)
  #expect(PcapngClock(resolution: 0xff).nanoseconds(.max) == 0)
}

@Test func aFileThatBreaksOffSaysWhereAndWhatIsMissing() throws {
  let bytes = Array(try Golden.bytes("page-laptop.pcap").prefix(24 + 16 + 42 + 16 + 10))
  var reader = try CaptureReader(bytes)
  #expect(try reader.next()?.bytes.count == 42)
  let error = #expect(throws: CaptureError.self) { _ = try reader.next() }
  #expect(
    error?.description == "byte 82: the file breaks off: a frame needs 42 bytes, but only 10 are left")
}

/// What tshark shows of a frame that the snap length cut is tested with the program's own comparison; here: no error.
@Test func aFrameCutByTheSnapLengthIsNoError() throws {
  for frame in try Golden.frames("page-laptop.pcap") {
    var dissector = Dissector()
    let cut = CapturedFrame(
      time: frame.time, bytes: Array(frame.bytes.prefix(60)), wireLength: frame.wireLength)
    #expect(dissector.dissect(cut, number: 1).error == nil)
  }
}
