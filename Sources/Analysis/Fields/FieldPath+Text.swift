/// Paths as one line of text, for what is kept between runs: `ip.ttl` of the second IP header is `ip#2/ip.ttl`.
extension LayerPath: TextCodable {
  package var description: String { numbered(name, occurrence) }

  package init?(_ text: String) { self.init(text: text) }

  init?(text: some StringProtocol) {
    guard let (name, occurrence) = numbered(text) else { return nil }
    self.init(name: name, occurrence: occurrence)
  }
}

extension FieldPath: TextCodable {
  package var description: String { "\(layer)/\(numbered(name, occurrence))" }

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let layer = LayerPath(text: parts[0]), let (name, occurrence) = numbered(parts[1])
    else { return nil }
    self.init(layer: layer, name: name, occurrence: occurrence)
  }
}

/// The first of a name goes without a number, as in expressions.
private func numbered(_ name: String, _ occurrence: Int) -> String {
  occurrence == 0 ? name : "\(name)#\(occurrence + 1)"
}

private func numbered(_ text: some StringProtocol) -> (name: String, occurrence: Int)? {
  let parts = text.split(separator: "#", omittingEmptySubsequences: false)
  guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return nil }
  if parts.count == 1 { return (String(name), 0) }
  guard let number = Int(parts[1]), number >= 1 else { return nil }
  return (String(name), number - 1)
}
