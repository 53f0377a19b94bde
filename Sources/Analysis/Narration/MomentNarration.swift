import Documents
import Networking

/// A moment in words: who, in which layer, did what.
package struct MomentNarration: Sendable {
  package let topology: Topology
  package let reference: any ReferenceTexts
  package let language: Language

  package init(_ topology: Topology, _ reference: any ReferenceTexts, _ language: Language) {
    self.topology = topology
    self.reference = reference
    self.language = language
  }

  package func device(_ moment: Moment) -> String { (label(of: moment) ?? SelectionNarration.you)[language] }

  package func layer(_ moment: Moment) -> String {
    moment.device == nil ? "" : SelectionNarration.layer(moment.layer)[language]
  }

  package func whole(_ moment: Moment) -> String {
    SelectionNarration.moment(moment, device: label(of: moment), says: reference.moment(moment), language)
  }

  private func label(of moment: Moment) -> LocalizedText? {
    moment.device.map { topology.devices[$0].label }
  }
}
