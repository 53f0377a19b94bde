import Analysis
import Documents
import Terminal

/// The screen that a model looks like.
package func view(_ model: Model) -> Canvas {
  var canvas = Canvas(model.size)
  if model.isTooSmall {
    TooSmallScreen(model: model).draw(on: &canvas)
    return canvas
  }
  model.top.draw(model.surroundings, on: &canvas)
  let rect = canvas.bounds
  let sentence = rect.bottom(2).top(1)
  if let notice = model.notice {
    canvas.fill(sentence)
    SentenceLine(notice.text[model.language], role: notice.role).draw(in: sentence, on: &canvas)
  }
  if let prompt = model.prompt { PromptPanel(prompt: prompt, language: model.language).draw(on: &canvas) }
  model.footer.draw(in: rect.bottom(1), on: &canvas)
  if !model.showsKorean { canvas.replace("한국어", with: "Korean") }
  if model.isASCII { canvas.spellArrows() }
  if canvas.cursor == nil { canvas.cursor = Point(x: 0, y: sentence.y) }
  return canvas
}

extension Model {
  /// The keys that work now.
  var footer: Footer {
    let activeKeys = activeKeys
    return Footer(activeKeys.hints.compactMap(entry), fixed: activeKeys.fixed.compactMap(entry))
  }

  /// nil for an action that a user has taken all keys from.
  private func entry(_ hint: KeyHint) -> Footer.Entry? {
    let action = keymap[hint.action]
    if action.keys.isEmpty { return nil }
    // Of several keys in one entry, as digits are, none is meant.
    let identity = action.isOfDigits ? nil : ClickTarget.action(action.id).identity
    let face = keymap.shown(hint)
    return Footer.Entry(isASCII ? Canvas.spelled(face) : face, hint.label[language], identity: identity)
  }
}
