import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// Headers drawn bit by bit.
@Suite struct HeaderPictureTests {
  /// Every layer that has a diagram, of every frame of the home network.
  private func headers() throws -> [(unit: Dissection, diagram: HeaderDiagram)] {
    var timeline = try Fixture.home.get().recording.timeline
    return timeline.transmissions.indices.flatMap { index in
      let unit = timeline.dissection(ofTransmission: index + 1)
      return unit.layers.indices.compactMap { layer in HeaderDiagram(unit, layer: layer).map { (unit, $0) } }
    }
  }

  @Test func everyBitOfAHeaderBelongsToExactlyOneCell() throws {
    let headers = try headers()
    #expect(
      Set(headers.map { $0.unit.layers[$0.diagram.layer].protocol.name }) == [
        "eth", "arp", "ip", "udp", "tcp", "dns",
      ])
    for (unit, diagram) in headers {
      let layer = unit.layers[diagram.layer]
      #expect(diagram.bitCount == layer.bytes.count * 8)
      var owners = [Int](repeating: 0, count: diagram.bitCount)
      for cell in diagram.cells {
        for bit in cell.bits { owners[bit] += 1 }
        guard let index = cell.node else { continue }
        let node = layer.nodes[index]
        #expect(cell.bits.count == node.bits.count)
        #expect(cell.bits.lowerBound + layer.bytes.lowerBound * 8 == node.bits.lowerBound)
        #expect(cell.values.first == node.text)
      }
      #expect(owners.allSatisfy { $0 == 1 })
    }
  }

  @Test(arguments: [1, 2, 4]) func cellsStandOnTheColumnsOfTheirBits(_ perBit: Int) throws {
    for (_, diagram) in try headers() {
      let grid = HeaderGrid(diagram, columnsPerBit: perBit)
      for (row, segments) in grid.rows.enumerated() {
        var next = 0
        for segment in segments {
          #expect(segment.bits.lowerBound == next)
          next = segment.bits.upperBound
          let bits = diagram.cells[segment.cell].bits
          #expect(bits.contains(row * 32 + segment.bits.lowerBound))
          #expect(bits.contains(row * 32 + segment.bits.upperBound - 1))
          // Between the first column of its first bit and the last of its last.
          #expect(segment.text.lowerBound >= perBit * segment.bits.lowerBound + 1)
          #expect(segment.text.upperBound <= perBit * segment.bits.upperBound + 1)
          #expect(!segment.text.isEmpty)
        }
        #expect(next == min(32, diagram.bitCount - row * 32))
        let columns = segments.flatMap { Array($0.text) }
        #expect(Set(columns).count == columns.count)
      }
    }
  }

  @Test func aFieldsDrawnValueIsItsOwnOrIsSeenToBeCut() throws {
    var walk = try Fixture.home.get()
    var seen = 0
    for frame in walk.recording.timeline.transmissions where frame.number % 17 == 1 {
      walk.jump(to: frame.moment)
      guard let unit = walk.scene.unit else { continue }
      for layer in unit.layers.indices {
        walk.inspector.selection = .layer(unit.path(ofLayer: layer))
        guard let diagram = HeaderDiagram(unit, layer: layer) else { continue }
        for size in [Size(width: 39, height: 200), Size(width: 70, height: 200)] {
          var canvas = Canvas(size)
          Picture.header.view(of: walk, size: size, .en).draw(cursor: nil, in: canvas.bounds, on: &canvas)
          for (row, cell) in diagram.fields.enumerated() {
            let drawn = text(of: ClickTarget.pictureRow(row).identity, canvas)
            // Longer than any part of its box it runs on from row to row.
            let joined = String(drawn.filter { !$0.isWhitespace })
            #expect(
              cell.values.contains { drawn.contains($0) || joined.contains($0.filter { !$0.isWhitespace }) }
                || drawn.contains("…"), "\(cell.names[0]): \(drawn)")
            seen += 1
          }
        }
      }
    }
    #expect(seen > 250)
  }

  private func text(of identity: CellTag, _ canvas: Canvas) -> String {
    var text = ""
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        let cell = canvas[Point(x: x, y: y)]
        if cell.identity == identity { text += cell.glyph.string }
      }
      text += "\n"
    }
    return text
  }

  @Test func anARPMessageIn39Columns() throws {
    var walk = try Fixture.twoHosts.get()
    walk.jump(to: walk.recording.timeline.transmissions[0].moment)
    let unit = try #require(walk.scene.unit)
    walk.inspector.selection = .field(
      try #require(unit.places(named: "arp.opcode").first.map(unit.path(of:))))
    let size = Size(width: 39, height: 18)
    var canvas = Canvas(size)
    Picture.header.view(of: walk, size: size, .en).draw(cursor: nil, in: canvas.bounds, on: &canvas)
    #expect(
      canvas.text == """
          Address Resolution Protocol, 28 bytes
           0         1         2         3
           01234567890123456789012345678901
          ┌Hardware type───┬Protocol type──┐
          │Ethernet (1)    │IPv4 (0x0800)  │
          ├hw size─┬size───┼Opcode─────────┤
          │6       │4      [request (1)    ]
          ├Sender MAC address──────────────┤
          │00:00:5e:00:53:10               │
          │                ┌src proto ipv4─┤
          │                │10.0.0.2       │
          ├────────────────┼dst hw mac─────┤
          │                │               │
          ├────────────────┘               │
          │00:00:00:00:00:00               │
          ├Target IP address───────────────┤
          │10.0.0.20                       │
          └────────────────────────────────┘
        """)
  }

  /// An Ethernet header has room as a whole at 80×24.
  @Test(arguments: Language.allCases) func anEthernetHeaderIsDrawnWhole(_ language: Language) throws {
    var model = Fixture.model(try Fixture.home.get(), language)
    try model.press(keys(": 5 6 ENTER 6"))
    #expect(
      model.drawnPicture.split(separator: "\n").dropFirst().joined(separator: "\n") == """
        │   0       8       16      24    31    │
        │  ┌~Destination────────────────────┐   │
        │  [00:00:5e:00:53:20               ]   │
        │  │                ┌~Source────────┤   │
        │  [                ]               │   │
        │  ├────────────────┘               │   │
        │  │00:00:5e:00:53:02               │   │
        │  ├Type────────────┬───────────────┘   │
        │  │IPv4 (0x0800)   │                   │
        │  └────────────────┘                   │
        """)
  }

  /// Whatever a header holds, no box of it is only `…`, and every field is reached by ↓.
  @Test(arguments: [39, 78]) func noBoxIsOnlyASign(_ width: Int) throws {
    for (unit, diagram) in try headers() where unit.number % 5 == 1 {
      let source = PictureSource(
        recording: try Fixture.home.get().recording, scene: try scene(of: unit), reference: PlainReference(),
        since: 0,
        selectedLayer: diagram.layer)
      for row in diagram.fields.indices {
        var canvas = Canvas(Size(width: width, height: 10))
        let context = PictureContext(source: source, size: canvas.size, language: .en)
        HeaderPicture(context).draw(cursor: row, in: canvas.bounds, on: &canvas)
        #expect(canvas.text.firstMatch(of: /[│\[]…/) == nil, "\(canvas.text)")
        #expect(
          canvas.lines.indices.contains { y in
            (0..<width).contains {
              canvas[Point(x: $0, y: y)].identity == ClickTarget.pictureRow(row).identity
            }
          }, "\(diagram.fields[row].names[0])")
      }
    }
  }

  private func scene(of unit: Dissection) throws -> Scene {
    var scene = try Fixture.home.get().scene
    scene.unit = unit
    return scene
  }

  @Test func theCursorOfThePictureSelectsTheFieldEverywhere() throws {
    var model = try Fixture.plainModel(.en)
    try model.press(keys("] 6 S-TAB HOME ↓ ↓"))
    let walk = try #require(model.shownWalk)
    #expect(walk.focus == .picture)
    let place = try #require(walk.selectedPlace)
    #expect(walk.scene.unit?.node(place).field.name == "eth.type")
    #expect(walk.selectedBytes == 12..<14)
    try model.press(keys("ENTER"))
    #expect(model.shownWalk?.focus == .fields)
  }

  @Test func textHasNoDiagramAndSaysSo() throws {
    var walk = try Fixture.home.get()
    let request = try #require(walk.recording.timeline.moments.first { $0.kind.name == "browser.request" })
    walk.jump(to: request.number)
    #expect(Picture.header.absence(in: walk)?.en.contains("Hypertext Transfer Protocol") == true)
    walk.jump(to: 1)
    #expect(HeaderPicture.absence(in: walk.pictureSource) == Texts.noHeaderPicture)
  }
}
