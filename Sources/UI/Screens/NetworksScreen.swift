import Analysis
import Documents
import Terminal

/// The networks to explore.
struct NetworksScreen: Screen {
  var list = ListState()

  static let scopeSets: [[Action.Scope]] = [[.list, .everywhere]]

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys { ListState.coveringKeys }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    list.handle(press, surroundings.library.networks.map { .network($0.id) })
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let language = surroundings.language
    let rows = surroundings.library.networks.map { network in
      Row([Span(network.id.fitted(to: 14), .strong), Span(network.title[language])])
    }
    WalkListDrawing(
      title: Texts.explore[language], introduction: Texts.networksIntroduction[language], rows: rows,
      sentence: Texts.networksSentence[language]
    ).draw(list, language, on: &canvas)
  }
}
