import Analysis
import Documents
import Networking

/// A frame of a recorded story, with what drills about one of its headers are made of.
struct DrillFrame {
  /// A field on the wire that holds no others.
  struct Leaf {
    let node: FieldNode
    /// How its value came about; nil: nobody wrote that down.
    let rule: OriginKind?

    var name: String { node.field.name }
  }

  let number: Int
  let unit: Dissection
  /// The header that is asked about.
  let layer: Int
  /// Who sent it, and what that device knows, as expressions name it: `router.arp`.
  let sender: LocalizedText
  let tables: [String]
  /// The frame whose contents it passes on; nil: it brings new ones.
  let before: Int?
  /// Of all headers, and of the one that is asked about.
  let leaves: [Leaf]
  let own: [Leaf]

  /// nil when the frame has no such header, or one that was not read to its end.
  init?(_ number: Int, about name: String, in timeline: inout Timeline) {
    let unit = timeline.dissection(ofTransmission: number)
    guard unit.error == nil,
      let layer = unit.layers.firstIndex(where: {
        $0.protocol.name == name && $0.isWhole && !$0.isQuoted
      }),
      unit.layers.allSatisfy({ $0.source == .frame })
    else { return nil }
    let transmission = timeline.transmission(number)
    self.number = number
    self.unit = unit
    self.layer = layer
    let device = transmission.from.device
    let sender = timeline.front.devices[device]
    self.sender = sender.label
    tables = timeline.front.tables.filter { $0.device == device }.map { "\(sender.name).\($0.descriptor.id)" }
    before = timeline.frame(before: number)
    var perLayer: [[Leaf]] = []
    for layer in unit.layers {
      perLayer.append(
        layer.nodes.indices.compactMap { index in
          let node = layer.nodes[index]
          let holdsOthers = layer.nodes.contains { $0.parent == index && !$0.field.isGenerated }
          guard !node.field.isGenerated, !holdsOthers, !node.bits.isEmpty,
            unit.nodes(named: node.field.name).count == 1
          else { return nil }
          return Leaf(
            node: node, rule: timeline.evidence(for: node.field, at: transmission.moment)?.0.rule)
        })
    }
    leaves = perLayer.flatMap(\.self)
    own = perLayer[layer]
  }

  /// The bytes from the header on, without what pads the frame.
  private var lengthFromHeader: Int {
    let inner = unit.layers[layer...].map(\.bytes.upperBound).max() ?? 0
    return inner - unit.layers[layer].bytes.lowerBound
  }

  /// Those that say how many bytes the header and what it carries have together.
  var lengths: [Leaf] {
    own.filter { leaf in
      (leaf.name.hasSuffix("len") || leaf.name.hasSuffix("length"))
        && leaf.node.value == .number(UInt64(lengthFromHeader))
    }
  }

  var headerLength: Int { unit.layers[layer].bytes.count }

  /// Whether a value that is shown is computed from this field, so that two places say the same.
  func hasTwin(_ leaf: Leaf) -> Bool {
    unit.layers.flatMap(\.nodes).contains { node in
      node.field.isGenerated
        && node.field.inputs.contains { input in
          if case .field(leaf.name) = input { true } else { false }
        }
    }
  }
}
