extension DissectionInProgress {
  /// Notes after the checksum field of the layer being read how it stands and, where it was verified, what it should
  /// hold. tshark shows the calculated value too only then.
  mutating func noteChecksum(verifying isPossible: Bool = true) {
    guard let checksum = layer.protocol.checksum else { return }
    let place = bits(of: checksum.field)
    var status = ChecksumStatus.unverified
    var right: UInt16?
    do {
      let coverage = try coverage()
      if isPossible, dissector.verifiesChecksums || checksum.isAlwaysVerified {
        let bytes = result.bytes(of: source)
        status = coverage.isRight(in: bytes) ? .good : .bad
        right = coverage.value(in: bytes)
      }
    } catch {
      if error == .leftOut { status = .notPresent }
    }
    generate(checksum.status, .number(status.rawValue), from: place, after: checksum.field)
    if let right, let calculated = checksum.calculated {
      generate(calculated, .number(UInt64(right)), from: place, after: checksum.status)
    }
  }
}
