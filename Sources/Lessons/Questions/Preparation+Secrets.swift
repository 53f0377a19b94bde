import Analysis
import Documents
import Networking

/// The guard by value: an answer that is long enough to be told from others is hidden wherever it is written.
extension Preparation {
  /// Characters from which a value that is no address is hidden by value: a `1` stands everywhere.
  private static let shortest = 4

  /// What must be written nowhere while the question is open: the values of all that its answer reads or its author
  /// hides, in every form that a screen has for them; without what is given.
  mutating func secrets(_ places: [ReadPlace], given: GivenPlaces) -> [String] {
    let here = context.here
    defer { context.here = here }
    var known: Set<String> = []
    for place in given.places { known.formUnion(forms(of: place)) }
    for moment in given.moments {
      context.here = moment
      for layer in context.dissection(of: nil)?.layers ?? [] {
        for node in layer.nodes { known.formUnion(node.writtenForms) }
      }
    }
    var secrets: [String] = []
    for place in places {
      for form in forms(of: place) where !known.contains(form) && !secrets.contains(form) {
        secrets.append(form)
      }
    }
    return secrets
  }

  /// The values of places, by what they are: the same field of a frame in which it has another value says nothing.
  mutating func values(of places: [ReadPlace]) -> [Subject: Set<FieldValue>] {
    let here = context.here
    defer { context.here = here }
    var values: [Subject: Set<FieldValue>] = [:]
    for place in places {
      guard case .field(let path) = place.subject else { continue }
      context.here = place.at
      guard let unit = context.dissection(of: nil), let found = unit.place(of: path) else { continue }
      values[place.subject, default: []].insert(unit.node(found).value)
    }
    return values
  }

  private mutating func forms(of place: ReadPlace) -> [String] {
    guard case .field(let path) = place.subject else { return [] }
    context.here = place.at
    guard let unit = context.dissection(of: nil), let found = unit.place(of: path) else { return [] }
    return unit.node(found).writtenForms.filter { $0.count >= Self.shortest }
  }
}

extension FieldNode {
  /// A value as pictures, fields and sentences may write it.
  fileprivate var writtenForms: [String] {
    var forms = [show]
    switch value {
    case .number(let number):
      forms += [String(number), "0x" + String(number, radix: 16)]
    case .mac(let address): forms.append("…" + address.description.suffix(5))
    default: break
    }
    return forms
  }
}
