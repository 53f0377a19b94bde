/// What a checksum field turned out to be; Wireshark's numbers.
package enum ChecksumStatus: UInt64, Sendable {
  case bad = 0, good, unverified, notPresent

  package static let name: @Sendable (UInt64) -> String? = { raw in
    switch ChecksumStatus(rawValue: raw) {
    case .bad: "Bad"
    case .good: "Good"
    case .unverified: "Unverified"
    case .notPresent: "Not present"
    case nil: nil
    }
  }
}

extension DissectionContext {
  /// Notes the status of a checksum field after it and, when it was verified, what it should be. tshark shows the
  /// calculated value too only then.
  mutating func noteChecksum(
    _ field: Field, _ statusField: Field, _ calculatedField: Field?, holds value: UInt16,
    possible: Bool = true,
    calculate: () -> UInt16
  ) {
    let place = bits(of: field)
    guard dissector.verifiesChecksums, possible else {
      generate(statusField, .number(ChecksumStatus.unverified.rawValue), from: place, after: field)
      return
    }
    let right = calculate()
    let status: ChecksumStatus = right == value ? .good : .bad
    generate(statusField, .number(status.rawValue), from: place, after: field)
    if let calculatedField {
      generate(calculatedField, .number(UInt64(right)), from: place, after: statusField)
    }
  }
}
