extension MomentKind {
  /// Every kind there is, in the order of the protocols.
  package static var known: [MomentKind] { Protocols.all.flatMap(\.moments) }
}
