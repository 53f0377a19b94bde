import Analysis
import Documents
import Networking

/// A frame of which fields were set to other values, without what a reader computes: that would tell.
struct SpoiltFrame {
  let unit: Dissection
  /// The fields that were set.
  let set: [FieldPath]
}

/// A frame that is shown in another's place while a question is open; the true one is not.
package struct SubstituteFrame: Sendable {
  /// Where the true one is.
  package let at: BranchMoment
  package let unit: Dissection

  package init(at moment: BranchMoment, unit: Dissection) {
    at = moment
    self.unit = unit
  }
}

extension Preparation {
  /// The frame with the values of a corruption; nil after reporting why there is none. Checksums are made right again,
  /// unless one of them is set itself.
  mutating func spoilt(_ unit: Dissection, _ corruption: SpotQuestion.Corruption) -> SpoiltFrame? {
    var changed = unit
    var paths: [FieldPath] = []
    // Checksums come last: what is set after one would make it right.
    let set = corruption.set.filter { !$0.isChecksum } + corruption.set.filter(\.isChecksum)
    for value in set {
      let field = value.field
      guard let place = changed.places(named: field.value).first else {
        problems.report(field.place.finding("the frame here has no \(field.value)"))
        return nil
      }
      guard let reading = self.value(value.value) else { return nil }
      do throws(FieldEditRefusal) {
        let edit = try FieldEdit(changed, layer: place.layer, node: place.node)
        let frame = try edit.applying(reading.typed(in: edit.field), checksums: .fixed)
        paths.append(changed.path(of: place))
        changed = changed.reread(with: frame.bytes)
      } catch {
        problems.report(value.value.place.finding(error.text.en))
        return nil
      }
    }
    let shown = changed.withoutGeneratedFields
    // In the author's order again.
    let order = corruption.set.compactMap { value in paths.first { $0.name == value.field.value } }
    guard order.allSatisfy({ shown.place(of: $0) != nil }) else {
      problems.report(
        corruption.place.finding("with this value the frame can no longer be read as far as the field"))
      return nil
    }
    return SpoiltFrame(unit: shown, set: order)
  }
}

extension ForkAction.FieldValue {
  fileprivate var isChecksum: Bool {
    let fields = Protocols.fields[field.value] ?? []
    return fields.contains { field in Protocols.all.contains { $0.checksum?.field === field } }
  }
}

extension Reading {
  /// As a person types it into a field: a negative number counts modulo what the field holds.
  fileprivate func typed(in field: Field) -> String {
    guard case .number(let number) = value, number < 0, (1..<63).contains(field.bits) else {
      return value.text
    }
    return String(number & (1 << Int64(field.bits) - 1))
  }
}

extension Dissection {
  /// Other bytes, read from the same protocol on.
  fileprivate func reread(with bytes: [UInt8]) -> Dissection {
    guard let first = layers.first else { return self }
    var dissector = Dissector()
    return dissector.dissect(bytes, number: number, time: time, start: .name(first.protocol.name))
  }

  /// Without what the reader computes: whether checksums are right, relative numbers, references to other frames.
  var withoutGeneratedFields: Dissection {
    var shown = self
    for index in shown.layers.indices {
      let nodes = shown.layers[index].nodes
      var places: [Int: Int] = [:]
      var kept: [FieldNode] = []
      for (number, node) in nodes.enumerated() where !node.field.isGenerated {
        var node = node
        // A field's group is kept with it, or else the group's own.
        var parent = node.parent
        while parent >= 0, places[parent] == nil { parent = nodes[parent].parent }
        node.parent = places[parent] ?? -1
        places[number] = kept.count
        kept.append(node)
      }
      shown.layers[index].nodes = kept
    }
    return shown
  }
}
