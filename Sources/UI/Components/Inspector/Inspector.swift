import Analysis
import Documents
import Networking
import Terminal

/// A unit as a tree of fields and as bytes, with one selection in both. What it looks into is its context's; a frame of
/// a walk or of a capture, or what a question shows.
struct Inspector: Codable, Equatable, Sendable {
  var selection: RowID?
  /// The field that the learner follows from frame to frame, also over frames that do not have it.
  var followed: FieldPath?
  /// The byte under the cursor.
  var byte = 0
  @SortedCoding var opened: Set<RowID> = []
  @SortedCoding var closed: Set<RowID> = []
  /// The fields of the fold under the cursor, kept because they depend on the pane's height.
  var folded: [Int] = []
  /// What was selected at stops that were left, by moment.
  var left: [Int: RowID] = [:]

  // MARK: What is selected

  func place(in context: some InspectorContext) -> FieldPlace? {
    guard case .field(let path)? = selection else { return nil }
    return context.unit?.place(of: path)
  }

  func layer(in context: some InspectorContext) -> Int? {
    switch selection {
    case .field(let path), .fold(let path): context.unit?.index(of: path.layer)
    case .layer(let path): context.unit?.index(of: path)
    case nil: nil
    }
  }

  /// Where the selected bytes stand.
  func source(in context: some InspectorContext) -> ByteSource {
    guard let unit = context.unit, let layer = layer(in: context) else { return .frame }
    if let spotlight = context.spotlight { return unit.layers[spotlight.layer].source }
    return place(in: context).map { unit.node($0).source } ?? unit.layers[layer].source
  }

  /// The bytes of what is selected.
  func bytes(in context: some InspectorContext) -> Range<Int> {
    guard let unit = context.unit else { return 0..<0 }
    if let spotlight = context.spotlight { return spotlight.bytes }
    if let place = place(in: context) {
      let node = unit.node(place)
      // What is computed stands nowhere: what it is computed from is lit instead.
      return node.bits.isEmpty || node.field.isGenerated ? 0..<0 : node.bytes
    }
    guard let layer = layer(in: context) else { return 0..<0 }
    if case .fold? = selection {
      let all = unit.layers[layer].nodes
      let nodes = folded.filter(all.indices.contains).map { all[$0] }.filter { !$0.bits.isEmpty }
      guard let first = nodes.first, nodes.allSatisfy({ $0.bits.lowerBound >= first.bits.lowerBound }) else {
        return 0..<0
      }
      return first.bytes.lowerBound..<nodes.map(\.bytes.upperBound).max()!
    }
    return unit.layers[layer].bytes
  }

  // MARK: What lights up beside it

  /// The author's fields, what a selected computed value is computed from, what a pseudo-header is made of.
  func litPlaces(in context: some InspectorContext) -> Set<FieldPlace> {
    guard let unit = context.unit else { return [] }
    if let spotlight = context.spotlight { return spotlight.places }
    guard let place = place(in: context) else { return context.lit }
    return context.lit.union(unit.inputs(of: place))
  }

  /// Bytes of the shown source, in order.
  func litBytes(in context: some InspectorContext) -> [Range<Int>] {
    guard let unit = context.unit else { return [] }
    let source = source(in: context)
    func bytes(_ places: Set<FieldPlace>) -> [Range<Int>] {
      places.map(unit.node).filter { $0.source == source && !$0.bits.isEmpty }.map(\.bytes)
    }
    if context.spotlight != nil { return bytes(litPlaces(in: context)).runs }
    let computed = place(in: context).map(unit.inputBytes) ?? []
    return (bytes(context.lit) + computed).sorted { $0.lowerBound < $1.lowerBound }
  }

  // MARK: The tree

  func tree(in context: some InspectorContext, height: Int) -> FieldTree? {
    guard let unit = context.unit else { return nil }
    var interest = context.lit.union(context.changes.fields)
    interest.formUnion(context.blanks.keys)
    if let place = place(in: context) { interest.formUnion(unit.inputs(of: place).union([place])) }
    return FieldTree(
      unit, interest: interest, main: layer(in: context) ?? context.firstLit?.layer ?? context.mainLayer,
      opened: opened,
      closed: closed, height: height)
  }

  /// The row under the cursor.
  func cursor(of tree: FieldTree, in context: some InspectorContext) -> Int? {
    if let index = tree.index(of: selection) { return index }
    switch selection {
    case .field(let path), .fold(let path):
      return context.unit?.place(of: path).flatMap { tree.index(showing: $0) }
    case .layer(let path): return tree.index(of: .layer(path))
    case nil: return nil
    }
  }

  // MARK: Selecting

  mutating func select(_ row: FieldTree.Row, in context: some InspectorContext) {
    selection = row.id
    folded = row.nodes
    if case .field(let path) = row.id { followed = path }
    let bytes = bytes(in: context)
    if !bytes.isEmpty { byte = bytes.lowerBound }
  }

  mutating func select(_ place: FieldPlace, in context: some InspectorContext) {
    guard let unit = context.unit else { return }
    let path = unit.path(of: place)
    selection = .field(path)
    followed = path
    if !unit.node(place).bits.isEmpty { byte = unit.node(place).bytes.lowerBound }
  }

  /// Selects what owns a byte.
  mutating func select(byte: Int, in context: some InspectorContext) {
    guard let unit = context.unit else { return }
    let source = source(in: context)
    let count = unit.bytes(of: source).count
    guard count > 0 else { return }
    let wanted = max(0, min(byte, count - 1))
    if let place = unit.innermostField(ofByte: wanted, in: source) {
      select(place, in: context)
    } else if let layer = unit.layer(ofByte: wanted, in: source) {
      selection = .layer(unit.path(ofLayer: layer))
    }
    self.byte = wanted
  }

  /// Selects the first field or layer that has one of these names, of fields or of protocols.
  mutating func select(firstOf names: [String], in context: some InspectorContext) {
    guard let unit = context.unit else { return }
    for name in names {
      if let place = unit.places(named: name).first { return select(place, in: context) }
      if let layer = unit.layers.firstIndex(where: { $0.protocol.name == name }) {
        selection = .layer(unit.path(ofLayer: layer))
        byte = bytes(in: context).lowerBound
        return
      }
    }
  }

  // MARK: Another unit

  /// Chooses what is selected in a unit that has just come into sight.
  /// - Parameter stop: the moment of the stop it is shown at; what was selected there before comes back.
  mutating func arrive(atStop stop: Int?, in context: some InspectorContext) {
    guard let unit = context.unit else {
      selection = nil
      return
    }
    if let stop, let kept = left[stop] {
      selection = kept
    } else if stop != nil, let place = context.firstLit {
      select(place, in: context)
    } else if let followed, unit.place(of: followed) != nil {
      selection = .field(followed)
    } else if let place = context.changes.fields.min(by: { ($0.layer, $0.node) < ($1.layer, $1.node) }) {
      selection = .field(unit.path(of: place))
    } else if let layer = context.mainLayer {
      selection = .layer(unit.path(ofLayer: layer))
    }
    let bytes = bytes(in: context)
    byte = bytes.isEmpty ? 0 : bytes.lowerBound
  }

  /// What was kept of another run, as far as it is there.
  mutating func fit(to context: some InspectorContext, atStop stop: Int?) {
    guard let unit = context.unit, selection != nil else {
      selection = nil
      byte = max(0, min(byte, 1 << 16))
      return
    }
    let isThere =
      switch selection {
      case .layer(let path): unit.index(of: path) != nil
      case .field(let path), .fold(let path): unit.place(of: path) != nil
      case nil: false
      }
    guard isThere else { return arrive(atStop: stop, in: context) }
    byte = max(0, min(byte, unit.bytes(of: source(in: context)).count - 1))
  }
}

/// A set that is written in one order, so that equal sets give equal texts.
@propertyWrapper
struct SortedCoding<Element: Hashable & Codable & Sendable & CustomStringConvertible>: Codable, Equatable,
  Sendable
{
  var wrappedValue: Set<Element>

  init(wrappedValue: Set<Element>) { self.wrappedValue = wrappedValue }
  init(from decoder: any Decoder) throws {
    wrappedValue = Set(try decoder.singleValueContainer().decode([Element].self))
  }
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue.sorted { $0.description < $1.description })
  }
}
