import Analysis
import Documents
import Networking

/// Finds what says an answer under another name: fields and tables that are in view while a question is open, are neither
/// masked nor given, and have its value on every seed. `tcp.nxtseq` is what the next acknowledgment will say.
///
/// An answer that never varies has its value by chance in many a field: there values of four digits or more are looked for,
/// and shorter ones only in headers that the answer is read from, in fields that are not the same in all frames. What the
/// network file says, as most routes, is nobody's secret.
struct OtherNames {
  private struct Asked {
    let question: any Question
    var values: Set<Set<String>> = []
    /// What had the value on all seeds so far.
    var sightings: Set<Sighting>?
  }

  /// Something that has the value of an answer.
  private struct Sighting: Hashable {
    /// As the lesson may name it.
    let name: String
    /// It is in a header that the answer is read from.
    let isNear: Bool
    let isShort: Bool
    /// nil: it is a table.
    var field: String?
  }

  private var asked: [String: Asked]
  /// Fields that have several values in the frames of the lesson.
  private var differs: Set<String> = []
  private var valuesOfFields: [String: FieldValue] = [:]

  init(_ lesson: Lesson) {
    asked = Dictionary(
      lesson.questions.map { ($0.common.id.value, Asked(question: $0)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  mutating func look(at run: LessonRun) {
    var context = TimelineContext(run.branches.map(\.timeline), marks: run.marks)
    for stop in run.stops {
      context.here = stop.at
      for node in context.shownUnit()?.layers.flatMap(\.nodes) ?? [] {
        let name = node.field.name
        if let known = valuesOfFields[name], known != node.value { differs.insert(name) }
        valuesOfFields[name] = node.value
      }
    }
    for question in run.allQuestions {
      let values = question.answerValues
      guard !values.isEmpty, asked[question.id] != nil else { continue }
      var found = OtherNames.fields(of: values, question, run, &context)
      found.formUnion(OtherNames.tables(of: values, question, &context))
      asked[question.id]?.values.insert(values)
      let earlier = asked[question.id]?.sightings
      asked[question.id]?.sightings = earlier.map { $0.intersection(found) } ?? found
    }
  }

  /// One for each question.
  var findings: [Finding] {
    asked.values.compactMap { asked in
      let names = names(asked).sorted().joined(separator: ", ")
      let id = asked.question.common.id
      if names.isEmpty { return nil }
      return id.place.finding(
        "question \(quoted(id.value)): what says the answer under another name is in view while it is asked; hide: [\(names)], or given: where it may be read"
      )
    }
  }

  /// Whether a question's answer was seen under another name.
  func tells(_ question: String) -> Bool { asked[question].map { !names($0).isEmpty } ?? false }

  private func names(_ asked: Asked) -> Set<String> {
    let varies = asked.values.count > 1
    return Set(
      (asked.sightings ?? []).filter { sighting in
        varies || !sighting.isShort || sighting.isNear && differs.contains(sighting.field ?? "")
      }.map(\.name))
  }

  // MARK: What is in view

  private static func fields(
    of values: Set<String>, _ question: PreparedQuestion, _ run: LessonRun, _ context: inout TimelineContext
  ) -> Set<Sighting> {
    context.here = question.stand
    guard !question.gives(question.stand, of: context.timeline), let unit = context.shownUnit() else {
      return []
    }
    let near = Set(question.key.reads.compactMap(\.protocolName))
    let hides = question.hides
    let given = Set(question.given.places.map(\.subject))
    let mark = question.stand == question.about ? "" : run.mark(at: question.stand).map { "\($0)." } ?? ""
    var found: Set<Sighting> = []
    for (layer, content) in unit.layers.enumerated() {
      for node in content.nodes.indices {
        guard let value = content.nodes[node].value.toldValue, values.contains(value) else { continue }
        let path = unit.path(of: FieldPlace(layer: layer, node: node))
        let subjects: [Subject] = [.field(path), .layer(path.layer)]
        if subjects.contains(where: { hides.contains($0) || given.contains($0) }) { continue }
        found.insert(
          Sighting(
            name: mark + unit.name(of: path), isNear: near.contains(path.layer.name),
            isShort: value.count < String.shortestTold, field: path.name))
      }
    }
    return found
  }

  private static func tables(
    of values: Set<String>, _ question: PreparedQuestion, _ context: inout TimelineContext
  ) -> Set<Sighting> {
    let world = context.timelines[question.stand.branch].world(after: question.stand.moment)
    var found: Set<Sighting> = []
    for table in world.tables {
      let (device, id) = (world.devices[table.device].name, table.descriptor.id)
      let columns = table.descriptor.columns
      for row in question.masked(table, of: device).rows where row.values.written > 0 {
        let key = row.values.identity
        let cells = columns.indices.filter { column in
          guard columns[column].isSeen else { return false }
          let cell = Subject.cell(device: device, table: id, column: columns[column].id, key: key)
          return !question.given.covers(cell)
        }
        for value in cells.flatMap({ row.values.cells[$0] }).compactMap(\.toldValue)
        where values.contains(value) {
          found.insert(
            Sighting(name: "\(device).\(id)", isNear: false, isShort: value.count < String.shortestTold))
        }
      }
    }
    return found
  }
}

extension PreparedQuestion {
  /// Numbers and addresses that are right, as `FieldValue.toldValue` writes them; none where a place is pointed at, nor what
  /// the question says itself.
  fileprivate var answerValues: Set<String> {
    guard pointMoment == nil else { return [] }
    let asked = ask.en.string
    return Set(
      answers(.en).filter { $0.sort == .values }.flatMap(\.parts).flatMap(\.self).filter { !asked.tells($0) }
        .compactMap { answer in
          if let number = TypedNumber.value(answer) { return String(number) }
          if let address = MACAddress(answer) { return address.description }
          return IPv4Address(answer)?.description
        })
  }
}

extension LessonRun {
  /// A name for a moment: a step's before a mark's.
  fileprivate func mark(at place: BranchMoment) -> String? {
    stops.first { $0.at == place }?.id ?? marks.filter { $0.value == place }.keys.min()
  }
}

extension ReadPlace {
  fileprivate var protocolName: String? {
    switch subject {
    case .field(let path): path.layer.name
    case .layer(let path): path.name
    default: nil
    }
  }
}

extension FieldValue {
  /// A number or an address, written in one way; nil for all else: true and false stand everywhere.
  fileprivate var toldValue: String? {
    switch self {
    case .number(let number): String(number)
    case .signed(let number): String(number)
    case .mac(let address): address.description
    case .ipv4(let address): address.description
    default: nil
    }
  }
}
