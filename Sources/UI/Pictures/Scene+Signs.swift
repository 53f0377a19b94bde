import Analysis
import Documents
import Terminal

extension Scene.CableEvent {
  /// What stands in the cable where else the arrow's head does.
  var sign: (String, Role) {
    switch self {
    case .edited: ("~", .strong)
    case .lost: ("✗", .wrong)
    case .delayed: ("d", .strong)
    }
  }
}

extension Sign {
  static let onCable = Sign(
    "✗ d ~", .margin, .strong, say("lost, late, edited on a cable", "케이블에서 잃음, 늦춤, 바꿈"))
}
