import Networking

/// One thing that a learner can point at, by what it is and not by where it stands: the same in every frame, on every
/// screen and in the next run. What a question asks for, what it hides, what a cell stands for.
package enum Subject: Hashable, Sendable {
  case field(FieldPath)
  case layer(LayerPath)
  case byte(ByteSource, Int)
  /// Of a device's table, by what tells the row apart in it.
  case row(device: String, table: String, key: String)
  /// One value of a row, by its column's id; `age` is the row's age.
  case cell(device: String, table: String, column: String, key: String)
  /// All of a device's table.
  case table(device: String, table: String)
  case device(String)
  /// The cables of a device.
  case cable(of: String)
  /// What a device or one of its interfaces is set to: `router.lan ip`.
  case setting(of: String, name: String)
  /// What moments of a kind tell: a detail of theirs, why something ended there, or that they are of this kind.
  case detail(kind: String, name: String)
  /// Of a diagram of states, like TCP's.
  case arc(diagram: String, from: String, to: String)

  /// The column of a row's age, which no table declares.
  package static let age = "age"

  package var kind: SubjectKind {
    switch self {
    case .field: .field
    case .layer: .layer
    case .byte: .byte
    case .row: .row
    case .cell: .cell
    case .table: .table
    case .device: .device
    case .cable: .cable
    case .setting: .setting
    case .detail: .detail
    case .arc: .arc
    }
  }
}

package enum SubjectKind: String, CaseIterable, Hashable, Codable, Sendable {
  case field, layer, byte, row, cell, table, device, cable, setting, detail, arc
}

/// One line of text: `field tcp/tcp.flags`, `layer ip#2`, `byte frame 14`, `row laptop arp 192.0.2.1`.
extension Subject: TextCodable {
  package var description: String {
    let rest =
      switch self {
      case .field(let path): path.description
      case .layer(let path): path.description
      case .byte(let source, let offset): "\(source.rawValue) \(offset)"
      case .row(let device, let table, let key): "\(device) \(table) \(key)"
      case .cell(let device, let table, let column, let key): "\(device) \(table) \(column) \(key)"
      case .table(let device, let table): "\(device) \(table)"
      case .device(let name): name
      case .cable(let device): device
      case .setting(let owner, let name): "\(owner) \(name)"
      case .detail(let kind, let name): "\(kind) \(name)"
      case .arc(let diagram, let from, let to): "\(diagram) \(from) \(to)"
      }
    return "\(kind.rawValue) \(rest)"
  }

  /// nil for what no version of the program has written.
  package init?(_ text: String) {
    guard let space = text.firstIndex(of: " "), let kind = SubjectKind(rawValue: String(text[..<space]))
    else {
      return nil
    }
    let rest = text[text.index(after: space)...]
    // The last part may hold blanks, as the key of a row does.
    func parts(_ count: Int) -> [String]? {
      let parts = rest.split(separator: " ", maxSplits: count - 1, omittingEmptySubsequences: false)
      return parts.count == count && parts.allSatisfy { !$0.isEmpty } ? parts.map(String.init) : nil
    }
    switch kind {
    case .field:
      guard let path = FieldPath(String(rest)) else { return nil }
      self = .field(path)
    case .layer:
      guard let path = LayerPath(String(rest)) else { return nil }
      self = .layer(path)
    case .byte:
      guard let parts = parts(2), let source = ByteSource(rawValue: parts[0]), let offset = Int(parts[1]),
        offset >= 0
      else { return nil }
      self = .byte(source, offset)
    case .row:
      guard let parts = parts(3) else { return nil }
      self = .row(device: parts[0], table: parts[1], key: parts[2])
    case .cell:
      guard let parts = parts(4) else { return nil }
      self = .cell(device: parts[0], table: parts[1], column: parts[2], key: parts[3])
    case .table:
      guard let parts = parts(2) else { return nil }
      self = .table(device: parts[0], table: parts[1])
    case .device:
      guard let parts = parts(1) else { return nil }
      self = .device(parts[0])
    case .cable:
      guard let parts = parts(1) else { return nil }
      self = .cable(of: parts[0])
    case .setting:
      guard let parts = parts(2) else { return nil }
      self = .setting(of: parts[0], name: parts[1])
    case .detail:
      guard let parts = parts(2) else { return nil }
      self = .detail(kind: parts[0], name: parts[1])
    case .arc:
      guard let parts = parts(3) else { return nil }
      self = .arc(diagram: parts[0], from: parts[1], to: parts[2])
    }
  }
}
