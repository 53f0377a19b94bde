import Analysis
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
