import Analysis
import Documents
import Networking

extension Texts {
  /// Of a layer that is text, or bytes of any length.
  static func noDiagram(_ name: String) -> LocalizedText {
    both(
      "\(name) has no diagram: its fields have no fixed number of bits. Select a header.",
      "\(name)에는 그림이 없습니다. 필드의 비트 수가 정해져 있지 않습니다. 헤더를 고르세요.")
  }

  static func headerTitle(_ layer: Dissection.Layer, _ language: Language) -> String {
    "\(layer.protocol.title), \(bytes(layer.bytes.count, language))"
  }
}
