import Analysis
import Documents
import Networking

/// Places that lessons name, and those that values are read from.
extension Preparation {
  /// What a value is read from, in whichever frame, table, setting or moment: what would show it.
  mutating func places(readBy expression: Expression) -> [ReadPlace] {
    expression.reads.flatMap { place in
      context.earlier += place.earlier
      defer { context.earlier -= place.earlier }
      return places(readAt: place)
    }
  }

  private mutating func places(readAt place: ExpressionPlace) -> [ReadPlace] {
    switch place.what {
    case .field(let reference): return places(of: reference)
    case .moment(let property, let mark):
      guard let kind = context.moment(.kind, of: mark)?.text else { return [] }
      return self.places(of: mark, .detail(kind: kind, name: property.name))
    case .device(let reference):
      switch reference.property {
      case .itself: return self.places(of: reference.mark, .device(reference.device))
      case .cable: return self.places(of: reference.mark, .cable(of: reference.device))
      default:
        return self.places(
          of: reference.mark, .setting(of: reference.owner, name: reference.property.rawValue))
      }
    case .table(let table):
      return self.places(of: table.mark, .table(device: table.device, table: table.table.id))
    case .row(let table):
      guard let (_, row) = context.row(at: place) else { return [] }
      return self.places(
        of: table.mark, .row(device: table.device, table: table.table.id, key: row.identity))
    case .cell(let table, let column):
      guard let (_, row) = context.row(at: place) else { return [] }
      let id = column.map { table.table.columns[$0].id } ?? Subject.age
      return self.places(
        of: table.mark,
        .cell(device: table.device, table: table.table.id, column: id, key: row.identity))
    case .frame(let mark): return places(ofFrame: mark)
    }
  }

  private func places(of mark: String?, _ subject: Subject) -> [ReadPlace] {
    context.place(of: mark).map { [ReadPlace(at: $0, subject: subject)] } ?? []
  }

  private mutating func places(ofFrame mark: String) -> [ReadPlace] {
    guard let at = context.place(of: mark), let unit = context.dissection(of: mark) else { return [] }
    return unit.layers.indices.map { ReadPlace(at: at, subject: .layer(unit.path(ofLayer: $0))) }
  }

  mutating func places(of reference: FieldReference) -> [ReadPlace] {
    guard let unit = context.dissection(of: reference.mark),
      let at = context.place(of: reference.mark)
    else { return [] }
    let number = reference.layer.map { "#\($0)" } ?? ""
    if !reference.isProtocol {
      return unit.places(named: reference.name + number).map {
        ReadPlace(at: at, subject: .field(unit.path(of: $0)))
      }
    }
    let layers = unit.layers.indices.filter { unit.layers[$0].protocol.name == reference.name }
    return layers.dropFirst((reference.layer ?? 1) - 1).first.map {
      [ReadPlace(at: at, subject: .layer(unit.path(ofLayer: $0)))]
    } ?? []
  }

  /// What a place of a lesson means here; a table row that is not there, or a field that the frame has not, is none.
  mutating func places(of place: Located<PlaceExpression>) -> [ReadPlace] {
    switch place.value {
    case .field(let reference): return places(of: reference)
    case .value(let expression): return places(readBy: expression)
    case .device(let name): return [ReadPlace(at: context.here, subject: .device(name))]
    case .cable(let device): return [ReadPlace(at: context.here, subject: .cable(of: device))]
    case .table(let table):
      return context.place(of: table.mark).map {
        [ReadPlace(at: $0, subject: .table(device: table.device, table: table.table.id))]
      } ?? []
    case .row(let reference):
      let table = reference.table
      guard let at = context.place(of: table.mark), let row = context.row(reference) else { return [] }
      return [
        ReadPlace(at: at, subject: .row(device: table.device, table: table.table.id, key: row.identity))
      ]
    case .frame(let mark): return places(ofFrame: mark)
    }
  }
}
