import Analysis
import Documents
import Networking

/// The picture Tables.
extension Texts {
  static let fromNetworkFile = both(
    "This row comes from the network file: it was there before the first moment.",
    "이 항목은 네트워크 파일에 있습니다. 첫 순간 전부터 있었습니다.")
  static let sinceConfirmed = both("How long ago it was last confirmed.", "마지막으로 확인한 뒤 흐른 시간.")

  /// `laptop, ARP cache: the MAC address for each IP address on this link.`
  static func table(_ table: TableDescriptor, of device: String, _ narration: TableNarration) -> String {
    "\(device), \(narration.name(table))\(narration.purpose(table).map { ": \($0)" } ?? "")."
  }

  static let nothingWritten = both(
    "Nothing has been written to this table yet.", "아직 이 표가 바뀐 순간이 없습니다.")
}
