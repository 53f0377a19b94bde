import Analysis
import Documents

/// The picture Tables.
extension Texts {
  static let fromNetworkFile = both(
    "This row comes from the network file: it was there before the first moment.",
    "이 줄은 네트워크 파일에 있습니다. 첫 순간 전부터 있었습니다.")
  static let nothingWritten = both(
    "No moment wrote in this table yet.", "아직 이 표에 적은 순간이 없습니다.")
}
