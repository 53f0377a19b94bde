import Documents
import Networking

/// What the reference says in one sentence about fields, moments, reasons and tables.
package protocol ReferenceTexts: Sendable {
  func field(_ name: String) -> LocalizedText?
  /// What happened, without device and layer.
  func moment(_ moment: Moment) -> LocalizedText
  /// The same in at most 60 columns.
  func short(_ moment: Moment) -> LocalizedText
  /// A kind's sentence with its slots (`{address}`) unfilled.
  func sentence(of kind: MomentKind) -> LocalizedText?
  func drop(_ reason: DropReason) -> LocalizedText?
  /// The same in two or three words, at most 22 columns.
  func name(of reason: DropReason) -> LocalizedText?
  func evidence(_ rule: OriginKind) -> LocalizedText?
  func table(_ table: TableDescriptor) -> TableWords?
}

extension ReferenceTexts {
  package func name(of reason: DropReason) -> LocalizedText? { nil }
}
