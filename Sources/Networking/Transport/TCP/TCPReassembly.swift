extension TCP {
  /// The protocol whose messages this connection carries, by either port, the lower first.
  var streamProtocol: ProtocolDescriptor? {
    for port in [min(sourcePort, destinationPort), max(sourcePort, destinationPort)] {
      if let found = Protocols.bound(to: .tcpPort(port)), found.extent != nil { return found }
    }
    return nil
  }

  /// Puts the segment's bytes in their place and reads every message that is whole now. A message within this segment
  /// stands in the frame; one that took several is a byte row of its own, and only the frame that completes it shows it.
  /// `acknowledged`: up to where the other side has said that it has the bytes.
  func readStream(
    _ reader: inout TCPStreamReader, as descriptor: ProtocolDescriptor, _ length: Int,
    acknowledged: SequenceNumber?, _ context: inout DissectionInProgress
  ) {
    let frame = context.result.number
    let piece = TCPStreamReader.Piece(
      frame: frame, offset: context.position, bytes: context.payload.prefix(length))
    var isShown = piece.bytes.isEmpty
    let first = sequence + (syn ? 1 : 0)
    if fin { reader.finish = first + length }
    for run in reader.accept(piece, at: first, acknowledged: acknowledged) {
      if run.isBehindGap {
        deliverWhole(&reader, as: descriptor, isBeforeGap: true, &context)
        descriptor.lose?(reader.lose()[...], &context)
        reader.isSearching = true
      }
      if reader.isSearching {
        reader.isSearching = !(descriptor.isBeginning?(run.bytes) ?? true)
        // The middle of a message that is lost: a frame that was shown before shows it no more.
        if reader.isSearching,
          run.frame != frame || descriptor.extent?(run.bytes, false, &context) != MessageExtent.none
        {
          continue
        }
      }
      if run.frame == frame { isShown = true }
      reader.append(run)
    }
    // Too early, known or of a lost message: the bytes are only bytes.
    if !isShown { noteSegmentData(piece.offset..<piece.offset + piece.bytes.count, &context) }
    deliverWhole(&reader, as: descriptor, &context)
    if reader.count > TCPStreamReader.longestMessage { descriptor.lose?(reader.lose()[...], &context) }
    if let last = reader.pieces.last, last.frame == frame {
      noteSegmentData(last.offset..<last.offset + last.bytes.count, &context)
    }
  }

  /// Reads every message that is whole now. `isBeforeGap`: what comes next is lost, and the sender's closing ends no message
  /// before that.
  private func deliverWhole(
    _ reader: inout TCPStreamReader, as descriptor: ProtocolDescriptor, isBeforeGap: Bool = false,
    _ context: inout DissectionInProgress
  ) {
    let frame = context.result.number
    while reader.count > 0 {
      guard let count = messageLength(&reader, descriptor, isBeforeGap, &context) else { return }
      var message = reader.remove(count)
      // The segment that ends a message by closing belongs to it, though it may bring no byte.
      if message.pieces.last?.frame != frame, fin, context.payload.isEmpty {
        message.pieces.append((frame: frame, offset: 0, count: 0))
      }
      deliver(message, as: descriptor, &context)
    }
  }

  private func messageLength(
    _ reader: inout TCPStreamReader, _ descriptor: ProtocolDescriptor, _ isBeforeGap: Bool,
    _ context: inout DissectionInProgress
  ) -> Int? {
    context.messageStart = reader.pieces.first?.first.value
    while reader.extent == .unknown, reader.count > reader.parts {
      let extent = descriptor.extent?(reader.rest, reader.parts > 0, &context) ?? .none
      switch extent {
      case .part(let count): reader.parts += count
      case .bytes(let count): reader.extent = .bytes(reader.parts + count)
      case .unknown: return nil
      case .untilClose, .none: reader.extent = extent
      }
    }
    return switch reader.extent {
    case .bytes(let count): count <= reader.count ? count : nil
    case .unknown, .part: nil
    case .untilClose: reader.isFinished && !isBeforeGap ? reader.count : nil
    case .none: reader.count
    }
  }

  private func deliver(
    _ message: (bytes: [UInt8], pieces: [(frame: Int, offset: Int, count: Int)]),
    as descriptor: ProtocolDescriptor, _ context: inout DissectionInProgress
  ) {
    let frame = context.result.number
    if message.pieces.count == 1, let only = message.pieces.first, only.frame == frame {
      context.dissect(descriptor, in: only.offset..<only.offset + only.count, of: .frame)
      return
    }
    for piece in message.pieces where piece.frame == frame {
      noteSegmentData(piece.offset..<piece.offset + piece.count, &context)
    }
    noteSegments(message.bytes, message.pieces, &context)
    let base = context.result.reassembled.count
    context.result.reassembled += message.bytes
    context.dissect(descriptor, in: base..<base + message.bytes.count, of: .tcp)
  }

  func noteSegmentData(_ range: Range<Int>, _ context: inout DissectionInProgress) {
    guard !range.isEmpty else { return }
    context.generate(
      Self.fields.segmentData, .bytes(Array(context.result.bytes[range])),
      from: range.lowerBound * 8..<range.upperBound * 8, under: -1)
  }

  private func noteSegments(
    _ bytes: [UInt8], _ pieces: [(frame: Int, offset: Int, count: Int)], _ context: inout DissectionInProgress
  ) {
    let f = Self.fields
    let base = context.result.reassembled.count * 8
    let whole = base..<base + bytes.count * 8
    let group = context.generate(f.segments, .none, from: whole, source: .tcp, under: -1)
    var place = base
    for piece in pieces {
      context.generate(
        f.segment, .number(UInt64(piece.frame)), from: place..<place + piece.count * 8, source: .tcp,
        under: group)
      place += piece.count * 8
    }
    context.generate(f.segmentCount, .number(UInt64(pieces.count)), under: group)
    context.generate(f.reassembledLength, .number(UInt64(bytes.count)), under: group)
    context.generate(f.reassembledData, .bytes(bytes), from: whole, source: .tcp, under: group)
  }
}
