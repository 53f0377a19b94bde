import Foundation

/// What versions before 0.3 wrote of a walk, in the form that is written now: one flat object became one for each part.
enum SavedUpgrade {
  private typealias Object = [String: Any]

  static func upgraded(_ data: Data) -> Data? {
    guard let old = (try? JSONSerialization.jsonObject(with: data)) as? Object, old["inspector"] == nil else {
      return nil
    }
    let since = old["since"] as? Int ?? -1
    var new: Object = [
      "position": ["moment": 0, "furthest": 0, "since": since],
      "shown": old["shown"] as? Int ?? 0, "shownSince": old["shownSince"] as? Int ?? since,
      "inspector": inspector(old), "panel": ["mode": mode(old)],
      "picture": some([
        "picture": old["picture"] ?? "stack", "isKept": old["isPictureKept"] ?? false,
        "row": old["pictureRow"],
      ]),
      "focus": old["focus"] ?? "fields", "isZoomed": old["isZoomed"] ?? false,
      "jumps": (old["jumps"] as? [Object] ?? []).map(jump),
    ]
    new["question"] = (old["question"] as? Object).map(question)
    return try? JSONSerialization.data(withJSONObject: new)
  }

  /// One cursor and one line served choices and numbers alike; what fits the question is taken from it.
  private static func question(_ old: Object) -> Object {
    let line: Object = [
      "text": old["line"] ?? "", "cursor": old["position"] ?? 0, "limit": TextLine.answer,
    ]
    let input: Object = [
      "turn": 0, "given": [Int](), "cursor": old["cursor"] ?? 0, "ticks": [Int](), "typed": [line],
      "order": [Int](), "partners": [Int](), "uncovered": 0, "pointed": [Int](), "top": 0,
      "isHintShown": old["isHintShown"] ?? false,
    ]
    return some(["id": old["id"], "isBefore": old["isBefore"] ?? false, "input": input])
  }

  /// Without what is missing.
  private static func some(_ object: [String: Any?]) -> Object { object.compactMapValues(\.self) }

  private static func inspector(_ old: Object) -> Object {
    var left: Object = [:]
    for entry in old["left"] as? [Object] ?? [] {
      guard let moment = entry["moment"] as? Int, let selection = entry["selection"] as? String else {
        continue
      }
      left[String(moment)] = selection
    }
    return some([
      "selection": old["selection"], "followed": old["followed"], "byte": old["byte"] ?? 0,
      "opened": old["opened"] ?? [String](), "closed": old["closed"] ?? [String](),
      "folded": old["folded"] ?? [Int](), "left": left,
    ])
  }

  private static func mode(_ old: Object) -> Object {
    if let closer = old["closer"] as? Object {
      let previous = some([
        "isField": closer["isField"], "selection": closer["selection"], "byte": closer["byte"],
      ])
      guard let layer = closer["layer"] else {
        return ["hop": ["_0": some(["cursor": closer["cursor"], "previous": previous])]]
      }
      return ["checksum": ["_0": some(["layer": layer, "cursor": closer["cursor"], "previous": previous])]]
    }
    if let why = old["why"] as? Object { return ["why": ["_0": why]] }
    return [old["isFieldFace"] as? Bool == true ? "field" : "words": Object()]
  }

  private static func jump(_ old: Object) -> Object {
    some([
      "branch": 0, "moment": old["moment"], "since": old["since"], "focus": old["focus"],
      "selection": old["selection"], "picture": old["picture"], "isField": old["isFace"],
    ])
  }
}
