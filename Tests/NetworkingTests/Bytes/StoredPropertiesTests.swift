import Testing

@testable import Networking

/// What `Mirror` says of a value.
private func mirrored<Property>(_ value: some Any, _ type: Property.Type) -> [Property] {
  Mirror(reflecting: value).children.compactMap { $0.value as? Property }
}

@Test func theListOfFieldsIsWhatStandsInTheSet() {
  let sets: [any FieldSet] = [
    FrameHeader.fields, Ethernet.fields, ARP.fields, IPv4.fields, ICMP.fields, UDP.fields, TCP.fields,
    DNSMessage.fields, HTTPMessage.fields, DataHeader.fields,
  ]
  for set in sets { #expect(set.all == mirrored(set, Field.self)) }
  #expect(Set(Protocols.all.flatMap(\.fields)) == Set(sets.flatMap(\.all)))
}

@Test func theListOfMomentsIsWhatStandsInTheSet() {
  let sets: [any MomentSet] = [
    Command.moments, WhatIf.moments, MomentKind.physical, MomentKind.socket, MomentKind.tcp, MomentKind.arp,
  ]
  for set in sets { #expect(set.all == mirrored(set, MomentKind.self)) }
  #expect(MomentKind.tcp.all.count > 5)
}
