import Analysis
import Documents
import Networking
import Terminal

/// The devices on the unit's path, each as high as its layers, with the unit where it is; below it its parts.
struct StackPicture: PictureView {
  static let name = "stack"
  static let title = say("Stack", "계층")
  static let rowName = say("device", "장치")

  let scene: Scene
  let topology: Topology
  private let reference: any ReferenceTexts
  private let masked: Set<Subject>
  let language: Language

  init(_ context: PictureContext) {
    scene = context.scene
    topology = context.topology
    reference = context.source.reference
    masked = context.source.maskedSubjects
    language = context.language
  }

  /// A row is a device on the path.
  var count: Int { scene.path.count }
  var home: Int { scene.holder.flatMap(scene.path.firstIndex) ?? 0 }

  func sentence(_ row: Int) -> String? {
    scene.path.indices.contains(row) ? topology.devices[scene.path[row]].sentence(language) : nil
  }

  func subject(_ row: Int) -> Subject? {
    scene.path.indices.contains(row) ? .device(topology.devices[scene.path[row]].name) : nil
  }

  func open(_ row: Int) -> PictureDestination {
    guard scene.path.indices.contains(row) else { return .notice(Texts.nothingToOpen) }
    return .picture(.tables, device: scene.path[row])
  }

  static let rows: [LayerKind] = [.application, .transport, .internet, .link, .physical]

  /// Columns of the layer names, the gutter included.
  private func labelWidth(_ width: Int) -> Int { width < 50 ? 12 : 13 }

  func draw(cursor selected: Int?, in rect: Rect, on canvas: inout Canvas) {
    let cursor = selected.flatMap { scene.path.indices.contains($0) ? scene.path[$0] : nil }
    let label = labelWidth(rect.width)
    let room = rect.width - label
    // Four devices fit; the width does not change with the path, so that nothing jumps. From 70 columns all of the way
    // have room.
    let wanted = rect.width < 70 ? 4 : max(4, scene.path.count)
    let cell = max(6, min(12, (room + 1) / wanted - 1))
    let shown = visible(columns: max(1, (room + 1) / (cell + 1)), cursor: cursor)
    var area = rect
    if rect.height >= 13 { _ = area.cutTop(1) }
    let heads = area.cutTop(1)
    for (column, device) in shown.enumerated() {
      let x = heads.x + label + column * (cell + 1)
      let isHere = device == scene.holder
      let name = topology.devices[device].label[language].truncated(to: cell)
      canvas.put(name, at: Point(x: x, y: heads.y), role: isHere ? .strong : .text, width: cell)
      if device == cursor {
        canvas.mark(Rect(x: x, y: heads.y, width: cell, height: 1), .select)
        canvas.put(">", at: Point(x: x - 1, y: heads.y))
        canvas.cursor = Point(x: x - 1, y: heads.y)
      }
    }
    for kind in StackPicture.rows {
      let line = area.cutTop(1)
      if line.isEmpty { break }
      let isActing = row(of: scene.moment.layer) == kind && scene.holder != nil
      if isActing { canvas.put(">", at: line.origin) }
      canvas.put(
        Texts.layer(kind, language), at: line.droppingLeft(1).origin, role: isActing ? .strong : .text,
        width: label - 1)
      draw(kind, shown, cell: cell, in: line.droppingLeft(label), on: &canvas)
    }
    for (column, device) in shown.enumerated() {
      let x = heads.x + label + column * (cell + 1)
      let row = scene.path.firstIndex(of: device)!
      canvas.identify(
        Rect(x: x, y: heads.y, width: cell, height: area.y - heads.y),
        as: ClickTarget.pictureRow(row).identity)
    }
    if area.height > 3 { _ = area.cutTop(1) }
    PDULines(
      scene: scene, topology: topology, reference: reference, masked: masked, language: language
    ).draw(in: area, on: &canvas)
  }

  // MARK: Cells

  private func draw(_ kind: LayerKind, _ shown: [Int], cell: Int, in line: Rect, on canvas: inout Canvas) {
    for (column, device) in shown.enumerated() {
      let x = line.x + column * (cell + 1)
      if kind == .physical, column + 1 < shown.count {
        let (sign, role) = connector(device, shown[column + 1])
        canvas.put(sign, at: Point(x: x + cell, y: line.y), role: role)
      }
      guard topology.devices[device].layers.contains(kind) else { continue }
      let isActing = device == scene.holder && row(of: scene.moment.layer) == kind
      let isDrop = isActing && scene.moment.drop != nil && scene.cableEvent == nil
      let (text, role) = content(kind, device)
      let inner = cell - 2
      canvas.put(isActing ? "{" : "[", at: Point(x: x, y: line.y), role: isActing ? .strong : .quiet)
      canvas.put(
        (isDrop ? "✗" : text).fitted(to: inner), at: Point(x: x + 1, y: line.y),
        role: isDrop ? .wrong : text.isEmpty ? .text : role)
      canvas.put(
        isActing ? "}" : "]", at: Point(x: x + cell - 1, y: line.y), role: isActing ? .strong : .quiet)
    }
  }

  private func content(_ kind: LayerKind, _ device: Int) -> (String, Role) {
    guard device == scene.holder else { return ("", .text) }
    let acting = row(of: scene.moment.layer)
    if kind == .internet, scene.waiting > 0 { return (Texts.wait[language], .internet) }
    if kind == .physical {
      return acting == .physical && scene.unit != nil ? (Texts.bits[language], .text) : ("", .text)
    }
    if scene.isGoingUp, kind > acting { return ("", .text) }
    if let layer = scene.unit?.layers.last(where: { $0.protocol.layer == kind && $0.protocol.name != "data" })
    {
      return (layer.protocol.short, kind.badge)
    }
    guard kind == acting else { return ("", .text) }
    let stem = String(scene.moment.kind.name.prefix { $0 != "." })
    if scene.moment.layer == .socket { return (Texts.socket[language], .transport) }
    return (Protocols.named(stem)?.short ?? Texts.program(stem)[language], kind.badge)
  }

  /// The row in which a layer is drawn: sockets stand at the upper edge of transport.
  private func row(of layer: LayerKind) -> LayerKind { layer == .socket ? .transport : layer }

  private func connector(_ left: Int, _ right: Int) -> (String, Role) {
    if let crossing = scene.crossing {
      if let sign = scene.cableEvent?.sign, Set([crossing.from, crossing.to]) == [left, right] {
        return sign
      }
      if crossing.from == left, crossing.to == right { return (">", .strong) }
      if crossing.from == right, crossing.to == left { return ("<", .strong) }
    }
    guard topology.devices[left].neighbours.contains(right) else { return ("…", .quiet) }
    return isPulled(left, right) ? ("✗", .wrong) : ("─", .quiet)
  }

  /// The cable between two devices is pulled.
  private func isPulled(_ left: Int, _ right: Int) -> Bool {
    let between = scene.world?.cables.filter { Set($0.ends.map(\.device)) == [left, right] } ?? []
    return !between.isEmpty && between.allSatisfy(\.isDown)
  }

  // MARK: Which devices

  /// The devices there is room for: the ends of the way in the outer columns; between them, next to each other, the two
  /// ends of the cable, or the device that acts and the next. So what acts stays in its column from one cable's end to
  /// the other.
  func visible(columns: Int, cursor: Int?) -> [Int] {
    let path = scene.path
    guard path.count > columns, columns > 2 else { return Array(path.prefix(columns)) }
    let inner = columns - 2
    func shown(from index: Int) -> [Int] {
      let start = max(1, min(index, path.count - 1 - inner))
      return [path[0]] + path[start..<start + inner] + [path[path.count - 1]]
    }
    let chosen = shown(from: nearEnd - (inner - 2) / 2)
    guard let cursor, !chosen.contains(cursor), let index = path.firstIndex(of: cursor) else { return chosen }
    return shown(from: index)
  }

  /// Index in the path of the one that stands further left: of the two ends of the cable that the unit is on, or came
  /// by; on its way down of the device that has it and the next.
  private var nearEnd: Int {
    let path = scene.path
    if let crossing = scene.crossing, let one = path.firstIndex(of: crossing.from),
      let other = path.firstIndex(of: crossing.to)
    {
      return min(one, other)
    }
    guard let here = scene.holder.flatMap(path.firstIndex) else { return 0 }
    let target = scene.target.flatMap(path.firstIndex) ?? path.count - 1
    // At its end it has only where it came from.
    let isRightward = target == here ? here > 0 : target > here
    let looksBack = target == here || scene.isGoingUp
    return looksBack == isRightward ? here - 1 : here
  }
}

extension Sign {
  static let acting = Sign("{ }", .around, .strong, say("the layer that acts now", "지금 일하는 계층"))
  static let crossing = Sign("{ }>", .around, .strong, say("on the cable, going right", "케이블에서 오른쪽으로 가는 중"))
  static let fromRight = Sign(
    "<{ }", .picture, .strong, say("Stack: on the cable, going left", "계층: 케이블에서 왼쪽으로 가는 중"))
  static let leftOut = Sign(
    "…", .picture, .quiet,
    say("something is left out or cut here; z or a larger window shows it", "줄였거나 뺀 것이 있음. z나 더 큰 창에서 보임"))
}
