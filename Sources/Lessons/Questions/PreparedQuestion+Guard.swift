import Analysis
import Documents
import Networking

/// The guard: what must not be read while the question is open. The screen and the plain dialogue ask here, so that both
/// hide the same.
extension PreparedQuestion {
  /// What would show the answer while the question is open, wherever it stands: the guard by identity.
  package var hides: Set<Subject> {
    let read = key.reads + hidden
    return Set(key.hides + hidden.map(\.subject)).filter { subject in
      let places = read.filter { $0.subject == subject }
      return places.isEmpty ? !given.covers(subject) : !places.allSatisfy(given.covers)
    }
  }

  /// What of a unit is masked while the question is open; nothing of a frame that is given. A field that has another value
  /// there than where the answer is read says nothing of it.
  /// - Parameters:
  ///   - place: the moment whose unit it is; nil: on no branch of the lesson.
  ///   - timeline: its branch.
  package func masked(in unit: Dissection, at place: BranchMoment?, of timeline: Timeline) -> Set<Subject> {
    if let place, gives(place, of: timeline) { return [] }
    let masked = hides.filter { subject in
      guard case .field(let path) = subject, let values = hiddenValues[subject],
        let place = unit.place(of: path)
      else { return true }
      return values.contains([unit.node(place).value])
    }
    return masked.union(unit.bytes(asLongAs: unit.lengths(of: masked)))
  }

  /// Whether all of a moment's frame may be seen.
  func gives(_ place: BranchMoment, of timeline: Timeline) -> Bool {
    func frame(_ moment: Int) -> Int? {
      timeline.moments.indices.contains(moment - 1) ? timeline.moment(moment).frame : nil
    }
    return given.moments.contains { moment in
      if moment == place { return true }
      guard moment.branch == place.branch, let own = frame(place.moment) else { return false }
      return frame(moment.moment) == own
    }
  }

  /// A table as it may be read: a value that is the answer's is masked, a row whose being there is the answer is gone, and
  /// so are all rows where one could count to it.
  /// - Parameter device: the name of the device that keeps it.
  package func masked(_ table: DeviceTable, of device: String) -> DeviceTable {
    var table = table
    let id = table.descriptor.id
    for subject in hides {
      switch subject {
      case .table(device, id):
        let isCount = hiddenValues[subject]?.contains([.number(UInt64(table.count))]) ?? true
        if isCount || hidden.contains(where: { $0.subject == subject }) { table.hideAll() }
      case .row(device, id, let key): table.hide(row: key)
      case .cell(device, id, let column, let key):
        table.hide(column: column, ofRow: key, hiddenValues[subject])
      default: break
      }
    }
    return table
  }

  /// The reference's texts without sentences on moments that tell the answer.
  package func masked(_ reference: any ReferenceTexts) -> any ReferenceTexts {
    let details = hides.filter { if case .detail = $0 { true } else { false } }
    return details.isEmpty ? reference : GuardedTexts(reference: reference, question: self, details: details)
  }

  /// Whether a number is what is asked for, or what that is computed from: for numbers that stand somewhere without the
  /// field they are of.
  package func asks(for number: UInt64) -> Bool {
    if hides.contains(where: { hiddenValues[$0]?.contains([.number(number)]) == true }) { return true }
    return zip(shapes, rightAnswer.inTurn(shapes.count)).contains { shape, answer in
      guard case .type(let slots) = shape, case .lines(let lines) = answer else { return false }
      return zip(slots, lines).contains { slot, line in
        slot.form.choices.isEmpty && slot.value.value(line) == .number(Int64(clamping: number))
      }
    }
  }

  /// A line of text without what must be written nowhere: the guard by value.
  package func masked(_ line: String) -> String {
    let letters = Array(line)
    var shown = letters
    for place in secretPlaces(in: letters) {
      for index in place { shown[index] = "·" }
    }
    return String(shown)
  }

  /// Where a line says what must be written nowhere, each by itself: `10.0.0.2` is not in `10.0.0.20`.
  package func secretPlaces(in line: [Character]) -> [Range<Int>] {
    // A Korean particle follows without a blank, and is no part of the word.
    func isOfWord(_ index: Int) -> Bool {
      line.indices.contains(index) && line[index].isASCII && (line[index].isLetter || line[index].isNumber)
    }
    return secrets.flatMap { secret -> [Range<Int>] in
      let wanted = Array(secret)
      guard let first = wanted.first, wanted.count <= line.count else { return [] }
      return (0...line.count - wanted.count).map { $0..<$0 + wanted.count }.filter { place in
        line[place.lowerBound] == first && line[place].elementsEqual(wanted)
          && !isOfWord(place.lowerBound - 1) && !isOfWord(place.upperBound)
      }
    }
  }
}

extension GivenPlaces {
  /// Whether it is given there: the same field of another frame, or the same detail of another moment, is not.
  func covers(_ place: ReadPlace) -> Bool {
    switch place.subject {
    case .field, .detail: places.contains(place)
    case .layer, .byte, .row, .device, .cable, .cell, .table, .setting, .arc: covers(place.subject)
    }
  }

  /// Whether it is given, by itself or with what it is in.
  func covers(_ subject: Subject) -> Bool {
    places.contains { place in
      if place.subject == subject { return true }
      switch (place.subject, subject) {
      case (.table(let device, let table), .row(let own, let id, _)),
        (.table(let device, let table), .cell(let own, let id, _, _)):
        return device == own && table == id
      case (.row(let device, let table, let key), .cell(let own, let id, _, let row)):
        return device == own && table == id && key == row
      default: return false
      }
    }
  }
}

/// What the reference says, with a sign in the place of sentences that tell what a question asks for.
private struct GuardedTexts: ReferenceTexts {
  let reference: any ReferenceTexts
  let question: PreparedQuestion
  /// Of moments.
  let details: Set<Subject>

  private static let masked = LocalizedText(en: HiddenText.sign, ko: HiddenText.sign)

  private func tells(_ moment: Moment) -> Bool {
    details.contains { subject in
      // When, where and as which one it happened is in no sentence.
      guard case .detail(moment.kind.name, let name) = subject, !Moment.around.contains(name) else {
        return false
      }
      guard let values = question.hiddenValues[subject] else { return true }
      return values.contains(moment.values(of: name))
    }
  }

  private func tells(_ reason: DropReason) -> Bool {
    details.contains { subject in
      guard case .detail(_, MomentProperty.drop.name) = subject else { return false }
      return question.hiddenValues[subject]?.contains([.text(reason.rawValue)]) ?? true
    }
  }

  func moment(_ moment: Moment) -> LocalizedText { tells(moment) ? Self.masked : reference.moment(moment) }
  func short(_ moment: Moment) -> LocalizedText { tells(moment) ? Self.masked : reference.short(moment) }
  func drop(_ reason: DropReason) -> LocalizedText? { tells(reason) ? Self.masked : reference.drop(reason) }
  func name(of reason: DropReason) -> LocalizedText? {
    tells(reason) ? Self.masked : reference.name(of: reason)
  }
  func field(_ name: String) -> LocalizedText? { reference.field(name) }
  func sentence(of kind: MomentKind) -> LocalizedText? { reference.sentence(of: kind) }
  func evidence(_ rule: OriginKind) -> LocalizedText? { reference.evidence(rule) }
  func table(_ table: TableDescriptor) -> TableWords? { reference.table(table) }
}

extension Moment {
  /// What stands around the sentence that is said of it.
  static let around = [MomentProperty.number, .time, .device, .layer, .cause, .frame].map(\.name)

  /// What it tells under a name: a detail, why something ended there, or what every moment has.
  func values(of name: String) -> [FieldValue] {
    switch name {
    case MomentProperty.drop.name: drop.map { [.text($0.rawValue)] } ?? []
    case MomentProperty.number.name: [.number(UInt64(number))]
    case MomentProperty.cause.name: [.number(UInt64(cause))]
    case MomentProperty.frame.name: frame.map { [.number(UInt64($0))] } ?? []
    case MomentProperty.time.name: [.nanoseconds(time)]
    default: details.first { $0.name == name }?.values ?? []
    }
  }
}
