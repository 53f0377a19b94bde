import Analysis
import Documents
import Networking
import Terminal

/// The selected layer's header as its RFC draws it, with the values in it; its rows are the fields in wire order.
struct HeaderPicture: PictureView {
  static let name = "header"
  static let title = say("Header", "헤더")
  static let rowName = say("field", "필드")

  let context: PictureContext
  private let diagram: HeaderDiagram?

  init(_ context: PictureContext) {
    self.context = context
    diagram = context.scene.unit.flatMap { unit in
      context.source.diagramLayer.flatMap { HeaderDiagram(unit, layer: $0) }
    }
  }

  /// Why there is nothing to draw of what the walk shows; nil: there is.
  static func absence(in source: PictureSource) -> LocalizedText? {
    guard let unit = source.scene.unit, let layer = source.diagramLayer else { return Texts.noHeaderPicture }
    return HeaderDiagram.isDrawn(unit.layers[layer])
      ? nil : Texts.noDiagram(unit.layers[layer].protocol.title)
  }

  var count: Int { diagram?.fields.count ?? 0 }

  var home: Int {
    guard let diagram, let node = selected else { return 0 }
    return diagram.row(of: node) ?? 0
  }

  /// The selection says it.
  func sentence(_ row: Int) -> String? { nil }

  func open(_ row: Int) -> PictureDestination {
    field(row).map { .field($0) } ?? .notice(Texts.nothingToOpen)
  }

  func field(_ row: Int) -> FieldPath? {
    guard let diagram, let unit = context.scene.unit, diagram.fields.indices.contains(row) else { return nil }
    return diagram.fields[row].node.map { unit.path(of: FieldPlace(layer: diagram.layer, node: $0)) }
  }

  /// The selected field, when it is one of the header.
  private var selected: FieldNode? {
    guard let place = context.source.selected, let unit = context.scene.unit, place.layer == diagram?.layer
    else { return nil }
    let node = unit.node(place)
    return node.bits.isEmpty ? nil : node
  }

  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {
    guard let unit = context.scene.unit, let diagram else {
      let reason = HeaderPicture.absence(in: context.source) ?? Texts.noHeaderPicture
      for (index, line) in reason[context.language].wrapped(to: rect.width - 4)
        .enumerated()
      {
        canvas.put(line, at: rect.row(index + 1).droppingLeft(2).origin, role: .quiet)
      }
      if cursor != nil { canvas.cursor = rect.origin }
      return
    }
    HeaderDrawing(
      diagram: diagram, source: context.source, selected: selected.map(diagram.bits), cursor: cursor,
      title: Texts.headerTitle(unit.layers[diagram.layer], context.language)
    ).draw(in: rect, on: &canvas)
  }
}

extension PictureSource {
  /// The layer whose header is drawn: that of the selection, else the moment's.
  var diagramLayer: Int? {
    guard let unit = scene.unit, !unit.layers.isEmpty else { return nil }
    return selectedLayer ?? unit.layers.lastIndex { $0.protocol.layer == scene.moment.layer } ?? 0
  }
}
