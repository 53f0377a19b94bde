extension Expression {
  /// The fields and protocols it reads, in the frames of marks or where one looks; in their order.
  package var fieldsRead: [FieldReference] {
    var found: [FieldReference] = []
    _ = root.contains { node in
      switch node {
      case .field(let reference), .length(let reference): found.append(reference)
      default: break
      }
      return false
    }
    return found.sorted { $0.offset < $1.offset }
  }
}
