import Analysis
import Documents
import Networking
import Terminal

/// One device, where there are no bytes to show: its addresses, and how much it has written down.
struct DevicePane {
  let device: Int
  let world: World
  let topology: Topology
  let reference: any ReferenceTexts
  let language: Language

  func draw(in rect: Rect, isFocused: Bool, on canvas: inout Canvas) {
    let inner = PaneBorder(
      title: [Span(world.devices[device].label[language])], isFocused: isFocused
    ).draw(in: rect, on: &canvas)
    let area = inner.droppingLeft(1).droppingRight(1)
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, at: area.row(row).origin, width: area.width)
    }
    if isFocused { canvas.cursor = inner.origin }
  }

  private var lines: [[Span]] {
    let tables = world.tables(of: device)
    return addresses.map { [Span($0)] } + [[]]
      + [[Span(Texts.tablesOf(world.devices[device].label[language], language), .strong)]]
      + tables.map { table in
        let name = reference.table(table.descriptor)?.title[language] ?? table.descriptor.id
        return [Span(name.padded(to: 22) + " "), Span(Texts.rowCount(table.count, language), .quiet)]
      } + [[], [Span(Texts.enterShowsTables(tables.count, language), .quiet)]]
  }

  private var addresses: [String] {
    guard let host = world.devices[device].host else {
      return [Texts.kind(topology.devices[device], language)]
    }
    var lines = host.interfaces.map { "\($0.address)".padded(to: 18) + "\($0.mac)" }
    lines += host.routes.filter { $0.prefix.length == 0 }.compactMap(\.gateway).map {
      Texts.gateway("\($0)", language)
    }
    lines += host.applications.compactMap { ($0.value as? StubResolver)?.server }.map { "DNS     \($0)" }
    return lines
  }
}
