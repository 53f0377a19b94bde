import Analysis
import Documents
import Networking

/// The parts of `fill` and `predict`, computed.
extension Preparation {
  /// - Parameter isPrediction: addresses, devices and ports are chosen, and there being nothing is an answer; else all
  ///   is typed.
  mutating func question(
    _ common: QuestionCommon, _ parts: [QuestionPart], isPrediction: Bool
  ) -> PreparedQuestion? {
    // All of them are computed, so that all of what is wrong is said.
    let prepared = parts.map { self.part($0, isPrediction: isPrediction, of: common) }
    let complete = prepared.compactMap(\.self)
    guard complete.count == parts.count else { return nil }
    var reads: [ReadPlace] = []
    for part in parts { reads += places(readBy: part.what.value).filter { !reads.contains($0) } }
    return question(common, PartsKey(parts: complete, reads: reads))
  }

  private mutating func part(
    _ part: QuestionPart, isPrediction: Bool, of common: QuestionCommon
  ) -> PartsKey.Part? {
    guard let reading = value(part.what) else { return nil }
    let form = ValueForm(of: reading, part.what.value.type)
    let right = reading.value.members
    var mistakes: [(QuestionPart.Wrong, [ExpressionValue])] = []
    for wrong in part.wrong {
      let reading =
        if let value = wrong.value { wrongValue(value) } else { modelled(wrong.mistake, of: part.what.value) }
      if let values = reading?.value.members { mistakes.append((wrong, values)) }
    }
    let options =
      isPrediction ? options(for: part.what.value, right + mistakes.flatMap { $0.1 }, of: common) : nil
    let isSet = part.what.value.type?.isSet ?? false
    if isSet, options == nil {
      problems.report(
        part.what.place.finding(
          "\(part.what.value.text) is a set: only predict asks for sets, of addresses, devices or up to \(PartOptions.most) ports"
        ))
      return nil
    }
    if let options, options.choices.count < 2 {
      problems.report(
        part.what.place.finding(
          "question \(quoted(common.id.value)): there is nothing to choose among for \(part.what.value.text); add a wrong answer"
        ))
      return nil
    }
    let slot = slot(part, form, options, isPrediction: isPrediction)
    let judge = PartsKey.Part(
      slot: slot, values: options?.values ?? [], right: right, mistakes: [], target: nil)
    return PartsKey.Part(
      slot: slot, values: judge.values, right: right, mistakes: kept(mistakes, judge, isSet: isSet),
      target: target(part.what.value, common))
  }

  /// Those that are wrong on this walk, each but once.
  private mutating func kept(
    _ mistakes: [(QuestionPart.Wrong, [ExpressionValue])], _ judge: PartsKey.Part, isSet: Bool
  ) -> [PartsKey.Part.Mistake] {
    var kept: [PartsKey.Part.Mistake] = []
    for (wrong, values) in mistakes {
      let text = wrong.value?.value.text ?? values.map(\.text).joined(separator: ", ")
      let place = wrong.value?.place ?? wrong.mistake.tag.place
      if !isSet, values.count > 1 {
        drop(place, "this wrong answer is several values, where one is asked for")
      } else if values.isEmpty, judge.slot.nothing == nil {
        drop(place, "that there is nothing can only be predicted, not filled in")
      } else if judge.isRight(values) {
        drop(place, "this wrong answer is the right one, \(text)")
      } else if kept.contains(where: { judge.isSame($0.values, values) }) {
        drop(place, "this wrong answer, \(text), is given twice")
      } else {
        kept.append(PartsKey.Part.Mistake(values: values, mistake: prepared(wrong.mistake)))
      }
    }
    return kept
  }

  private mutating func slot(
    _ part: QuestionPart, _ form: ValueForm, _ options: PartOptions?, isPrediction: Bool
  ) -> Slot {
    let expression = part.what.value
    let isName = expression.text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "._#".utf8.contains($0)
    }
    let place = expression.field.flatMap { places(of: $0).first?.subject }
    let typed: Slot.Form = form.hasLetters ? .text : .number
    return Slot(
      options?.form ?? typed, value: form,
      nothing: isPrediction ? options?.nothing ?? PartOptions.nothing : nil,
      label: label(of: part), name: isName ? expression.text : "", place: isPrediction ? nil : place)
  }

  /// The author's own, the field's, or what sort of value it is.
  private mutating func label(of part: QuestionPart) -> LocalizedRendering {
    if let label = part.label {
      let text = rendered(label)
      checkRoom(for: text, of: label)
      return text
    }
    if let field = part.what.value.field, let name = field.fields.first?.label {
      return LocalizedRendering(name)
    }
    let type = part.what.value.type?.element
    let words = (type?.words ?? "").split(separator: " ").dropFirst().joined(separator: " ")
    return LocalizedRendering(
      LocalizedText(en: words.prefix(1).uppercased() + words.dropFirst(), ko: type?.koreanWords ?? ""))
  }

  private func checkRoom(for text: LocalizedRendering, of label: LessonText) {
    guard let measure else { return }
    for language in Language.allCases where measure(text[language].string, PartOptions.labelColumns) > 1 {
      problems.report(
        label[language].place.finding("this label is longer than \(PartOptions.labelColumns) columns"))
    }
  }

  /// Where a wrong value would be put to see what comes of it.
  private mutating func target(_ what: Expression, _ common: QuestionCommon) -> AnsweredValue.Target? {
    if common.runField != nil { return .said }
    if let field = what.field { return places(of: field).first.map { .field($0) } }
    switch what.momentProperty {
    case "ports", "port": return .ports
    case "gateway": return .nextHop
    case "device": return .sender
    default: return nil
    }
  }
}
