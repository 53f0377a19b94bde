import Testing

@testable import Networking

/// What `Mirror` says of a value.
private func mirrored<Property>(_ value: some Any, _ type: Property.Type) -> [Property] {
  Mirror(reflecting: value).children.compactMap { $0.value as? Property }
}

@Test func theListOfFieldsIsWhatStandsInTheSet() {
  for descriptor in Protocols.all {
    #expect(descriptor.fields == mirrored(descriptor.fieldSet, Field.self), "\(descriptor.name)")
    #expect(!descriptor.fields.isEmpty, "\(descriptor.name)")
  }
}

@Test func theListOfMomentsIsWhatStandsInTheSet() {
  let sets: [any MomentSet] = [
    Command.moments, WhatIf.moments, MomentKind.physical, MomentKind.socket, MomentKind.tcp, MomentKind.arp,
  ]
  for set in sets { #expect(set.all == mirrored(set, MomentKind.self)) }
  #expect(MomentKind.tcp.all.count > 5)
}
