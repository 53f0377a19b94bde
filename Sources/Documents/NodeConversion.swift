import Yams

let tooDeep = "lists and mappings are nested more than \(Document.deepest) deep"

/// Turns Yams' tree into ours. What these files do not use (tags, anchors, lists as keys) is reported on the way.
struct NodeConversion {
  let text: SourceText
  let problems: Problems
  let standIns: [Unicode.Scalar: Unicode.Scalar]

  func node(_ node: Node, named name: DocumentNode.Name, depth: Int = 0) -> DocumentNode {
    let place = place(of: node)
    reportAnchorAndTag(of: node, at: place)
    return DocumentNode(
      content: content(of: node, named: name, depth: depth, at: place),
      place: place, name: name, problems: problems)
  }

  private func content(
    of node: Node, named name: DocumentNode.Name, depth: Int, at place: Place
  ) -> DocumentNode.Content {
    guard depth <= Document.deepest else {
      report(tooDeep, at: place)
      return .scalar("", isPlain: true)
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = place.spelling == .plain
      if isPlain { reportTraps(in: scalar.string, at: place) }
      return .scalar(scalar.string, isPlain: isPlain)
    case .sequence(let items):
      return .list(
        items.enumerated().map { number, item in
          self.node(item, named: .item(number + 1, of: name), depth: depth + 1)
        })
    case .mapping(let pairs):
      return .mapping(entries(of: pairs, depth: depth))
    case .alias:
      return .scalar("", isPlain: true)
    }
  }

  private func entries(of pairs: Node.Mapping, depth: Int) -> [DocumentEntry] {
    var entries: [DocumentEntry] = []
    entries.reserveCapacity(pairs.count)
    var first = [String: Position](minimumCapacity: pairs.count)
    for (keyNode, valueNode) in pairs {
      let keyPlace = place(of: keyNode)
      guard let key = key(of: keyNode, at: keyPlace) else { continue }
      if let earlier = first[key] {
        report("\(quoted(key)) is given twice; it is already in line \(earlier.line)", at: keyPlace)
        continue
      }
      first[key] = keyPlace.position
      let value = node(valueNode, named: .key(key), depth: depth + 1)
      entries.append(DocumentEntry(key: key, keyPlace: keyPlace, value: value))
    }
    return entries
  }

  private func key(of node: Node, at place: Place) -> String? {
    guard case .scalar(let scalar) = node else {
      report("a key should be a word, found a \(isMapping(node) ? "mapping in braces" : "list")", at: place)
      return nil
    }
    reportAnchorAndTag(of: node, isKey: true, at: place)
    if place.spelling == .plain, ["", "~"].contains(scalar.string) {
      report("a key is missing before \":\"", at: place)
      return nil
    }
    var key = scalar.string
    if let first = key.unicodeScalars.first, let original = standIns[first] {
      key = String(Character(original)) + String(key.unicodeScalars.dropFirst())
    }
    if place.spelling == .plain, let objection = PlainScalar.objection(toKey: key) {
      report(objection, at: place)
      return nil
    }
    return key
  }

  private func reportTraps(in value: String, at place: Place) {
    if let objection = PlainScalar.objection(toValue: value) ?? place.objectionToComment(after: value) {
      report(objection, at: place)
    }
  }

  private func isMapping(_ node: Node) -> Bool {
    if case .mapping = node { true } else { false }
  }

  private func reportAnchorAndTag(of node: Node, isKey: Bool = false, at place: Place) {
    if node.anchor != nil {
      report(
        "anchors (&name) are not used in these files; remove it, or put a text that begins so in quotes",
        at: place)
    }
    let tag: String
    switch node {
    case .scalar(let scalar): tag = scalar.tag.description
    case .mapping(let mapping): tag = mapping.tag.description
    case .sequence(let sequence): tag = sequence.tag.description
    case .alias: tag = ""
    }
    // Yams itself gives quoted scalars and keys the tag of text.
    let isGiven = tag == Tag.Name.str.rawValue && (isKey || place.spelling != .plain)
    guard tag != "", !isGiven else { return }
    report(
      "tags (!name) are not used in these files; remove it, or put a text that begins so in quotes", at: place
    )
  }

  private func place(of node: Node) -> Place {
    let mark = node.mark
    let position = Position(line: mark?.line ?? 1, column: mark?.column ?? 1)
    let spelling: Place.Spelling =
      switch node.scalar?.style {
      case .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      default: .block
      }
    return Place(position: position, source: text, spelling: spelling)
  }

  private func report(_ message: String, at place: Place) {
    problems.report(place.finding(message))
  }
}
