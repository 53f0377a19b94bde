/// A protocol whose messages lie one after the other in a byte stream, wherever the segments' borders are.
package protocol StreamHeader: Header {
  /// How far the message goes that begins with the first of these bytes; or, `inside` a message of which parts are known,
  /// the rest of it. What the other side has said before may decide that.
  static func extent(
    of stream: ArraySlice<UInt8>, inside: Bool, _ context: inout DissectionInProgress
  ) -> MessageExtent

  /// Whether these bytes look like the beginning of a message: behind a gap nothing else tells it from a middle.
  static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool

  /// There is a gap in the stream. Of the message before it only these first bytes were captured (or none, between two
  /// messages): no layer shows it, but what it answered is answered.
  static func lose(_ beginning: ArraySlice<UInt8>, _ context: inout DissectionInProgress)
}

extension StreamHeader {
  package static func lose(_ beginning: ArraySlice<UInt8>, _ context: inout DissectionInProgress) {}
}

package enum MessageExtent: Equatable, Sendable {
  /// So many bytes, though they may not all be there yet.
  case bytes(Int)
  /// So many bytes are a part of it, and another follows.
  case part(Int)
  /// More must come before that can be said.
  case unknown
  /// Until the sender closes.
  case untilClose
  /// These bytes begin no message.
  case none
}
