/// A line of a lesson's file as it is laid out: enough to tell what stands under which key without parsing the file.
struct WrittenLine {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Columns before the dash of a list item; nil: it begins none.
  let item: Int?
  /// Columns before what is written, after the dash of an item.
  let column: Int
  /// All that is written, to the end of the line.
  let content: Bytes
  /// What stands before the first colon or blank.
  let key: Bytes
  /// What comes after the colon; nil: there is none right after `key`.
  let value: Bytes?

  /// The lines of a text one after the other, blank ones and comments left out, until there is enough.
  static func read(_ text: String, while isWanted: (WrittenLine) -> Bool) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if let line = WrittenLine(Slice(base: bytes, bounds: start..<end)), !isWanted(line) { return }
        start = end + 1
      }
    }
  }

  private init?(_ line: Bytes) {
    let blank = UInt8(ascii: " ")
    var rest = line.drop { $0 == blank }
    guard let first = rest.first, first != UInt8(ascii: "#"), first != 0x0D else { return nil }
    var item: Int?
    while rest.first == UInt8(ascii: "-"), rest.dropFirst().first == blank {
      item = item ?? rest.startIndex - line.startIndex
      rest = rest.dropFirst().drop { $0 == blank }
    }
    self.item = item
    column = rest.startIndex - line.startIndex
    content = rest
    key = rest.prefix { $0 != UInt8(ascii: ":") && $0 != blank }
    let after = rest[key.endIndex...]
    value = after.first == UInt8(ascii: ":") ? after.dropFirst() : nil
  }
}
