import Analysis
import Documents
import Networking
import Terminal

/// The network from above: every device, every cable, and on them the way of the message that the frame at hand
/// belongs to. Double lines are the way so far, the arrow head is the frame's.
struct MapPicture: PictureView {
  static let name = "map"
  static let title = say("Map", "지도")
  static let rowName = say("device", "장치")

  static func reading(in context: PictureContext, cursor: Int?) -> PictureReading {
    PictureReading(messages: context.scene.moment.number)
  }

  let source: PictureSource
  let size: Size
  let language: Language
  let layout: MapLayout
  /// Rows of the cursor: the devices in reading order, hidden ones last.
  let devices: [Int]

  init(_ context: PictureContext) {
    source = context.source
    size = context.size
    language = context.language
    layout = MapPicture.layout(of: context.source, size: context.size, context.language)
    devices = layout.shown + layout.hidden
  }

  static func layout(of source: PictureSource, size: Size, _ language: Language) -> MapLayout {
    let room = Size(width: size.width, height: size.height - 1)
    let limit = MapPicture.labelLimit(size)
    let topology = source.recording.topology
    let graph = MapGraph(
      labels: topology.devices.map { min(limit, max(1, $0.label[language].displayWidth)) },
      links: source.recording.timeline.front.cables.map {
        MapGraph.Link(a: $0.ends[0].device, b: $0.ends[1].device)
      })
    return MapMemory.shared.layout(graph, in: room) { focus(of: source.scene) }
  }

  /// Columns of the longest label.
  private static func labelLimit(_ size: Size) -> Int { size.width < 45 ? 6 : 10 }

  /// Whom the map must show where there is no room for all: the way of the unit, nearest to where it is first.
  private static func focus(of scene: Scene) -> [Int] {
    guard let here = scene.holder, let middle = scene.path.firstIndex(of: here) else { return scene.path }
    return scene.path.indices.sorted { abs($0 - middle) < abs($1 - middle) }.map { scene.path[$0] }
  }

  // MARK: Rows

  var count: Int { devices.count }
  var home: Int { source.scene.holder.flatMap(devices.firstIndex) ?? 0 }

  func row(of device: Int) -> Int? { devices.firstIndex(of: device) }

  func device(_ row: Int) -> Int? { devices.indices.contains(row) ? devices[row] : nil }

  func subject(_ row: Int) -> Subject? {
    device(row).map { .device(source.recording.topology.devices[$0].name) }
  }

  func open(_ row: Int) -> PictureDestination {
    devices.indices.contains(row) ? .picture(.tables, device: devices[row]) : .notice(Texts.nothingToOpen)
  }

  /// What the device is, and where its cables lead; addresses give way where that is too long for the line.
  func sentence(_ row: Int) -> String? {
    guard devices.indices.contains(row) else { return nil }
    let device = source.recording.topology.devices[devices[row]]
    let cables = cables(of: devices[row])
    let whole = device.sentence(language) + cables
    if whole.displayWidth <= WalkLayout.smallest.width - 2 { return whole }
    return "\(device.label[language]): \(Texts.kind(device, language))." + cables
  }

  /// ` 1 Gbps, 5 µs to laptop, phone; 500 Mbps, 3 ms to isp.`
  private func cables(of device: Int) -> String {
    var groups: [(cable: Cable, to: [String])] = []
    for cable in source.recording.timeline.front.cables {
      guard let end = cable.ends.first(where: { $0.device == device }) else { continue }
      let other = source.recording.topology.devices[cable.opposite(of: end).device].label[language]
      if let index = groups.firstIndex(where: { $0.cable.rate == cable.rate && $0.cable.delay == cable.delay }
      ) {
        groups[index].to.append(other)
      } else {
        groups.append((cable, [other]))
      }
    }
    if groups.isEmpty { return " " + Texts.noCable[language] }
    return " " + groups.map { Texts.cable($0.cable, to: $0.to, language) }.joined(separator: "; ") + "."
  }

  // MARK: Drawing

  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {
    var area = rect
    let traffic = MapTraffic(source)
    drawStatus(traffic, in: area.cutBottom(1), on: &canvas)
    let devicesLit = litDevices
    let selected = cursor.flatMap { devices.indices.contains($0) ? devices[$0] : nil }
    drawHidden(in: area.bottom(1), selected, on: &canvas)
    var covered = braces
    if let selected, let place = cursorPlace(selected) { covered.insert(place) }
    MapCableDrawing(
      layout: layout, traffic: traffic, origin: rect.origin, covered: covered, step: source.motionStep,
      lit: litCables
    )
    .draw(on: &canvas)
    for (row, device) in layout.shown.enumerated() {
      draw(device, row, isSelected: device == selected, rect.origin, on: &canvas)
      if devicesLit.contains(device) { light(device, rect.origin, on: &canvas) }
    }
  }

  // MARK: What the author lights

  private func devices(_ name: (Subject) -> String?) -> Set<Int> {
    let names = Set(source.lights.compactMap(name))
    if names.isEmpty { return [] }
    return Set(
      source.recording.topology.devices.indices.filter {
        names.contains(source.recording.topology.devices[$0].name)
      })
  }

  private var litDevices: Set<Int> { devices { if case .device(let name) = $0 { name } else { nil } } }

  private var litCables: Set<Int> {
    let owners = devices { if case .cable(let name) = $0 { name } else { nil } }
    if owners.isEmpty { return [] }
    let cables = source.recording.timeline.front.cables
    return Set(cables.indices.filter { cables[$0].ends.contains { owners.contains($0.device) } })
  }

  /// Its label in the colour of what is lit, and the sign before it where nothing stands.
  private func light(_ device: Int, _ origin: Point, on canvas: inout Canvas) {
    guard let place = layout.labels[device] else { return }
    let label = Rect(x: origin.x + place.x, y: origin.y + place.y, width: place.width, height: 1)
    canvas.mark(label, .lit)
    let before = Point(x: label.x - 1, y: label.y)
    if place.x > 0, canvas[before].glyph == .blank {
      canvas.put(Sign.lit.text, at: before, role: .lit)
    } else if place.endX < size.width, canvas[Point(x: label.endX, y: label.y)].glyph == .blank {
      canvas.put(Sign.lit.text, at: Point(x: label.endX, y: label.y), role: .lit)
    }
  }

  /// The cells that the frame at hand passes, in its direction; none when no frame is on a cable.
  var passage: [Point] {
    MapCableDrawing(
      layout: layout, traffic: MapTraffic(source), origin: Point(x: 0, y: 0), covered: braces, step: nil,
      lit: []
    ).currentPlaces
  }

  /// The cells beside the label of the device that has the unit.
  private var braces: Set<Point> {
    guard let holder = source.scene.holder, let label = layout.labels[holder] else { return [] }
    let places: Set<Point> = [Point(x: label.x - 1, y: label.y), Point(x: label.endX, y: label.y)]
    return isDropped ? places.union([dropPlace(label)]) : places
  }

  /// What is at hand ends in the device that has it.
  private var isDropped: Bool { source.scene.moment.drop != nil && source.scene.cableEvent == nil }

  /// Behind the brace; in its place where nothing is free.
  private func dropPlace(_ label: Rect) -> Point {
    free(Point(x: label.endX + 1, y: label.y), or: label.endX)
  }

  /// Before a device's label, or before its brace; in the brace's place where a cable would be hidden else.
  private func cursorPlace(_ device: Int) -> Point? {
    guard let label = layout.labels[device] else { return nil }
    let near = Point(x: label.x - 1, y: label.y)
    let far = Point(x: near.x - 1, y: near.y)
    guard device == source.scene.holder, !isWholeCable(far) else { return near }
    return free(far, or: near.x)
  }

  /// Nothing else would be seen of a cable.
  private func isWholeCable(_ place: Point) -> Bool {
    let braces = braces
    return layout.ways.contains { way in
      let cells = way.dropFirst().dropLast()
      return cells.contains(place) && cells.allSatisfy { $0 == place || braces.contains($0) }
    }
  }

  /// A cell that no label has; else another in its row.
  private func free(_ place: Point, or column: Int) -> Point {
    let isFree = (0..<size.width).contains(place.x) && !layout.labels.contains { $0?.contains(place) == true }
    return isFree ? place : Point(x: column, y: place.y)
  }

  private func draw(_ device: Int, _ row: Int, isSelected: Bool, _ origin: Point, on canvas: inout Canvas) {
    guard let place = layout.labels[device] else { return }
    let scene = source.scene
    let label = Rect(x: origin.x + place.x, y: origin.y + place.y, width: place.width, height: 1)
    let isHere = device == scene.holder
    let isEnd = scene.crossing.map { $0.from == device || $0.to == device } ?? false
    let role: Role = isHere || isEnd ? .strong : scene.path.contains(device) ? .text : .quiet
    canvas.put(
      source.recording.topology.devices[device].label[language], at: label.origin, role: role,
      width: label.width)
    if isHere {
      canvas.put("{", at: Point(x: label.x - 1, y: label.y), role: .strong)
      canvas.put("}", at: Point(x: label.endX, y: label.y), role: .strong)
      if isDropped {
        let cross = dropPlace(place)
        canvas.put("✗", at: Point(x: origin.x + cross.x, y: origin.y + cross.y), role: .wrong)
      }
    }
    // The braces belong to what they are around.
    let whole = isHere ? Rect(x: label.x - 1, y: label.y, width: label.width + 2, height: 1) : label
    canvas.identify(whole, as: ClickTarget.pictureRow(row).identity)
    if isSelected, let cursor = cursorPlace(device) {
      let cursor = Point(x: origin.x + cursor.x, y: origin.y + cursor.y)
      canvas.mark(whole, .select)
      canvas.put(">", at: cursor)
      canvas.cursor = cursor
    }
  }

  private func drawHidden(in line: Rect, _ selected: Int?, on canvas: inout Canvas) {
    if layout.hidden.isEmpty { return }
    let names = layout.hidden.map { source.recording.topology.devices[$0].label[language] }.joined(
      separator: " ")
    canvas.put(
      Texts.hidden(names, language), at: line.droppingLeft(1).origin, role: .quiet, width: line.width - 1)
    if let selected, layout.hidden.contains(selected) {
      canvas.mark(line, .select)
      canvas.put(">", at: line.origin, role: .select)
      canvas.cursor = line.origin
    }
  }

  /// What is going on, in words.
  private func drawStatus(_ traffic: MapTraffic, in line: Rect, on canvas: inout Canvas) {
    let (text, role) = status(traffic)
    canvas.put(text, at: line.droppingLeft(1).origin, role: role, width: line.width - 1)
  }

  private func status(_ traffic: MapTraffic) -> (String, Role) {
    let scene = source.scene
    if let end = Texts.end(of: scene, source.recording.topology, source.reference, language) {
      return ("✗ " + end, .wrong)
    }
    if traffic.queued > 0 { return (Texts.framesWait(traffic.queued, language), .notice) }
    if scene.waiting > 0 { return (Texts.waiting(scene.waiting, language), .notice) }
    let names = source.recording.topology.devices.map { $0.label[language] }
    if let crossing = scene.crossing, let frame = scene.moment.frame {
      let ends = traffic.message.map { ($0.from, $0.to) } ?? (crossing.from, crossing.to)
      let label = traffic.message?.label ?? ""
      return ("\(Texts.frame(frame, language)) \(label): \(names[ends.0]) → \(names[ends.1])", .text)
    }
    guard let unit = scene.unit else {
      // What a person did is told; it has no bytes.
      let told = scene.moment.device == nil ? source.reference.short(scene.moment) : Texts.noBytesShort
      return (told[language], .quiet)
    }
    return (Texts.unitTitle(unit, in: scene.holder.map { names[$0] } ?? Texts.you[language], language), .text)
  }
}
