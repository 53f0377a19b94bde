import Analysis
import Documents
import Networking

/// A question of a kind, to be put under `after:` (a prediction under `before:`) of a step with an IP packet, and written
/// over: what it asks is right as it stands in the first lesson (`LessonTemplate`), so that `check` says nothing of it.
package struct QuestionTemplate: Sendable {
  package let kind: any Question.Type
  private let texts: TemplateTexts

  package init(_ kind: any Question.Type, languages: [Language] = Language.allCases) {
    self.kind = kind
    texts = TemplateTexts(languages: languages)
  }

  /// The block, beginning in the first column.
  ///
  /// - Parameter file: the network whose moments are listed behind it, each as a place that `in:` or `at:` may name; nil: none.
  package func text(on file: NetworkFile?) -> String {
    let head = """
      # \(kind.documentation)
      - id: q_\(kind.kind)
        # What is remembered: an entry of cards.yaml (check --list cards).
        card: tour-frame-to-next-hop
        kind: \(kind.kind)

      """
    let lines = kind.template(texts).split(separator: "\n", omittingEmptySubsequences: false).map {
      "  \($0)"
    }
    let why =
      "  # Said after every answer, right or wrong.\n  why: "
      + texts.both("The header says so: TTL {{ip.ttl}}.", "헤더에 있습니다. TTL은 {{ip.ttl}}입니다.") + "\n"
    return head + lines.joined(separator: "\n") + "\n" + why + (file.map(moments) ?? "")
  }

  /// Whether it is asked before its step.
  package var isPrediction: Bool { kind == PredictQuestion.self }

  // MARK: Places

  /// How many moments are looked at, and listed.
  private static let (mostMoments, mostPlaces) = (2000, 40)

  /// Each kind of moment of each device once, as a place to copy.
  private func moments(_ file: NetworkFile) -> String {
    var timeline = Timeline(file.world(seed: 1))
    _ = timeline.extend(toMoment: Self.mostMoments)
    var places: [String] = []
    for moment in timeline.moments {
      let by = moment.device.map { ", by: \(timeline.front.devices[$0].name)" } ?? ""
      let place = "{kind: \(moment.kind.name)\(by)}"
      if !places.contains(place) { places.append(place) }
    }
    let more = places.count > Self.mostPlaces ? ["#   … (packetwalk run \(file.id))"] : []
    let rows = places.prefix(Self.mostPlaces).map { "#   \($0)" } + more
    return (["# Moments of \(file.id), for in:, stand: and at:"] + rows).joined(separator: "\n") + "\n"
  }
}

/// Texts of templates, in the languages that are wanted.
package struct TemplateTexts: Sendable {
  let languages: [Language]

  func ask(_ en: String, _ ko: String) -> String { "ask: \(both(en, ko))" }

  /// `{en: "…", ko: "…"}`
  func both(_ en: String, _ ko: String) -> String {
    let texts = languages.map { "\($0.rawValue): \(quoted($0 == .en ? en : ko, limit: .max))" }
    return "{\(texts.joined(separator: ", "))}"
  }
}
