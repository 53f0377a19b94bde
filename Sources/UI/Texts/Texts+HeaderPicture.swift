import Analysis
import Documents
import Networking

extension Texts {
  /// Of a layer that is text, or bytes of any length.
  static func noDiagram(_ name: String) -> LocalizedText {
    both(
      "\(name) has no diagram: it is not made of fields of so many bits. Select a header.",
      "\(name)에는 그림이 없습니다. 비트 수가 정해진 필드로 되어 있지 않습니다. 헤더를 고르세요.")
  }

  static func headerTitle(_ layer: Dissection.Layer, _ language: Language) -> String {
    "\(layer.protocol.title), \(bytes(layer.bytes.count, language))"
  }
}
