import Analysis
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

@Suite struct LinkingTests {
  /// All frames of both networks.
  static func dissections() throws -> [Dissection] {
    var all: [Dissection] = []
    for walk in [try Fixture.home.get(), try Fixture.twoHosts.get()] {
      var timeline = walk.recording.timeline
      for transmission in timeline.transmissions {
        all.append(timeline.dissection(ofTransmission: transmission.number))
      }
    }
    return all
  }

  @Test func everyByteSelectsTheInnermostFieldThatOwnsIt() throws {
    for dissection in try Self.dissections() {
      for byte in dissection.bytes.indices {
        let place = try #require(
          dissection.innermostField(ofByte: byte, in: .frame), "byte \(byte) of frame \(dissection.number)")
        let chosen = dissection.node(place)
        #expect(chosen.bytes.contains(byte))
        #expect(!chosen.field.isGenerated)
        let whole = byte * 8..<byte * 8 + 8
        for layer in dissection.layers where layer.source == .frame {
          for node in layer.nodes where !node.field.isGenerated && node.source == .frame {
            let covers = node.bits.lowerBound <= whole.lowerBound && node.bits.upperBound >= whole.upperBound
            if covers { #expect(node.bits.count >= chosen.bits.count, "\(node.field.name) is inside") }
          }
        }
      }
    }
  }

  @Test func everyFieldLightsExactlyItsBytes() throws {
    for dissection in try Self.dissections() {
      for (layer, content) in dissection.layers.enumerated() where content.source == .frame {
        for index in content.nodes.indices {
          let node = content.nodes[index]
          guard !node.bits.isEmpty, node.source == .frame else { continue }
          let place = FieldPlace(layer: layer, node: index)
          let path = dissection.path(of: place)
          #expect(dissection.place(of: path) == place)
          let marked = markedBytes(dissection, selected: node.bytes)
          #expect(marked == Array(node.bytes), "\(node.field.name) in frame \(dissection.number)")
        }
      }
    }
  }

  /// Which bytes of the pane are drawn as selected.
  private func markedBytes(_ dissection: Dissection, selected: Range<Int>) -> [Int] {
    let rows = (dissection.bytes.count + 15) / 16
    var canvas = Canvas(Size(width: 80, height: rows))
    BytesPane(bytes: dissection.bytes, selected: selected, lit: [], masked: [], cursor: nil).draw(
      in: canvas.bounds, on: &canvas)
    return dissection.bytes.indices.filter { byte in
      let x = BytesPane.slot(byte % 16) + 1
      return canvas[Point(x: x, y: byte / 16)].role == .select
    }
  }

  @Test func aByteOfTheFlagsSelectsTheFlags() throws {
    let syn = try #require(try Self.dissections().first { $0.messageLabel == "SYN" })
    // Ethernet 14, IPv4 20, TCP's flags in its bytes 12 and 13.
    let place = try #require(syn.innermostField(ofByte: 14 + 20 + 13, in: .frame))
    #expect(syn.node(place).field.name == "tcp.flags")
    let first = try #require(syn.innermostField(ofByte: 14, in: .frame))
    #expect(syn.node(first).field.name == "ip.version")
  }

  /// An option without a value is one byte, its kind: the kind is inside the option. Who is asked for either finds it.
  @Test func ofTwoFieldsOnTheSameBitsTheInnerOneOwnsThem() throws {
    let syn = try #require(try Self.dissections().first { $0.messageLabel == "SYN" })
    let option = try #require(syn.places(named: "tcp.options.nop").first)
    let byte = syn.node(option).bytes.lowerBound
    let owner = try #require(syn.innermostField(ofByte: byte, in: .frame))
    #expect(syn.node(owner).field.name == "tcp.option_kind")
    #expect(syn.node(owner).parent == option.node)
    let targets = Pointable(fieldsOf: syn, at: BranchMoment(moment: 1))
    #expect(targets.fields(of: .byte(.frame, byte)) == [syn.path(of: owner), syn.path(of: option)])
    #expect(targets.fields(of: .field(syn.path(of: option))) == [syn.path(of: option)])
  }
}
