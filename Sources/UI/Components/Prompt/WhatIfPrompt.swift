import Analysis
import Documents
import Networking
import Terminal

/// The field that gets a new value, in the frame that has it.
struct EditPrompt: Sendable {
  let frame: Int
  let edit: FieldEdit
}

// MARK: A new value

extension Model {
  /// Below the line stand the three things that can become of the checksums.
  func editReading(_ prompt: EditPrompt, _ text: String) -> Prompt.Reading {
    var reading = Prompt.Reading()
    let typed = text.trimmed
    reading.suggestions = EditedFrame.Checksums.allCases.map { mode in
      Prompt.Suggestion(
        name: Texts.checksums(mode)[language], sentence: Texts.checksumsSentence(mode)[language],
        choice: .checksums(mode))
    }
    reading.status = Span(Texts.nowIs(prompt.edit.current, language), .quiet)
    guard !typed.isEmpty else {
      reading.remark = Prompt.Remark(prompt.edit.fits.text[language])
      return reading
    }
    do throws(FieldEditRefusal) {
      let edit = try prompt.edit.applying(typed, checksums: .fixed)
      reading.status = Span("✓ \(edit.old) → \(edit.new)", .right)
    } catch {
      reading.remark = Prompt.Remark(error.text[language], .wrong)
      reading.status = Span("✗", .wrong)
    }
    return reading
  }

  mutating func takeEdit(_ edit: EditPrompt, _ prompt: Prompt) -> Effect {
    let typed = prompt.line.string.trimmed
    guard !typed.isEmpty else {
      self.prompt?.reading.remark = Prompt.Remark(edit.edit.fits.text[language], .wrong)
      return .none
    }
    var mode = EditedFrame.Checksums.fixed
    if case .checksums(let chosen)? = prompt.chosen?.choice { mode = chosen }
    do throws(FieldEditRefusal) {
      let frame = try edit.edit.applying(typed, checksums: mode)
      return fork(.edit(frame: edit.frame, frame))
    } catch {
      self.prompt?.reading.remark = Prompt.Remark(error.text[language], .wrong)
      return .none
    }
  }

  mutating func fork(_ whatIf: WhatIf) -> Effect { fork([whatIf]) }

  /// One after the other, each on a fork of its own.
  mutating func fork(_ whatIfs: [WhatIf]) -> Effect {
    prompt = nil
    return withWalk { $0.fork(whatIfs) }.map { finish($0) } ?? .none
  }
}

// MARK: A delay

/// How much later a frame arrives, as it is typed: `3ms`, `200 us`, `1.5s`; a number alone is milliseconds.
enum Delay {
  static func nanoseconds(_ text: String) -> Int64? {
    let typed = text.replacing(" ", with: "")
    guard let last = typed.last, typed.count <= 20 else { return nil }
    guard let value = try? Quantity.duration(last.isNumber ? typed + "ms" : typed) else { return nil }
    return (1...WhatIf.longestDelay).contains(value) ? value : nil
  }
}

extension Model {
  func delayReading(_ text: String) -> Prompt.Reading {
    var reading = Prompt.Reading()
    if text.trimmed.isEmpty {
      reading.remark = Prompt.Remark(Texts.delayHow[language])
    } else if let value = Delay.nanoseconds(text) {
      reading.status = Span("✓ + " + Texts.time(value), .right)
    } else {
      reading.remark = Prompt.Remark(Texts.delayHow[language], .wrong)
      reading.status = Span("✗", .wrong)
    }
    return reading
  }

  mutating func takeDelay(_ frame: Int, _ prompt: Prompt) -> Effect {
    guard let value = Delay.nanoseconds(prompt.line.string) else {
      self.prompt?.reading.remark = Prompt.Remark(Texts.delayHow[language], .wrong)
      return .none
    }
    return fork(.delay(frame: frame, nanoseconds: value))
  }
}
