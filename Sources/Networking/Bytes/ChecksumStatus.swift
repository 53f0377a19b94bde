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
