import Analysis
import Documents
import Networking
import Terminal

/// A line that begins with a verb, read as far as it is typed: what it does, what could come next, what is wrong.
struct VerbLine {
  let verb: Verb
  let names: DeviceNames
  let cables: [Cable]
  let topology: Topology
  /// The network has a script.
  let hasScript: Bool
  /// Whole words after the verb, then the one that is being typed, perhaps empty; with their places in the line.
  let words: [Word]
  private var language: Language { names.language }

  struct Word: Equatable {
    var text: String
    var place: Range<Int>
  }

  /// nil: the line begins with no verb, or with one that is not finished.
  init?(_ text: String, world: World, topology: Topology, language: Language) {
    var words: [Word] = []
    var start: Int?
    for (index, character) in text.enumerated() {
      if character == " " {
        if let first = start { words.append(VerbLine.word(text, first..<index)) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    words.append(VerbLine.word(text, (start ?? text.count)..<text.count))
    guard words.count > 1, let verb = Verb(words[0].text) else { return nil }
    self.verb = verb
    self.words = Array(words.dropFirst())
    names = DeviceNames(devices: world.devices, language: language)
    cables = world.cables
    self.topology = topology
    hasScript = !world.script.isEmpty
  }

  private static func word(_ text: String, _ place: Range<Int>) -> Word {
    Word(text: String(Array(text)[place]), place: place)
  }

  // MARK: Reading

  /// What the program says of it.
  var reading: Prompt.Reading {
    var reading =
      switch verb.kind {
      case .command(let command): reading(command)
      case .cut: readingOfCable(isDown: false)
      case .plug: readingOfCable(isDown: true)
      case .script: readingOfScript
      }
    reading.usage = Texts.usage(verb, language)
    return reading
  }

  private var readingOfScript: Prompt.Reading {
    var reading = Prompt.Reading()
    guard words.allSatisfy({ $0.text.isEmpty }) else {
      return wrong(Texts.nothingFollows(verb, language), words.first { !$0.text.isEmpty })
    }
    reading.suggestions = [
      suggestion(
        verb.words[language], "", hasScript ? verb.sentence[language] : Texts.noScript[language],
        hasScript ? [.script] : [], isEnabled: hasScript)
    ]
    return reading
  }

  /// What is being typed.
  private var last: Word { words[words.count - 1] }

  // MARK: Asking a device

  private func reading(_ command: CommandVerb) -> Prompt.Reading {
    let whole = words.dropLast()
    switch whole.count {
    case 0: return readingOfFirst(command)
    case 1 where names.find(whole[0].text) != nil:
      let from = names.find(whole[0].text)!
      if let objection = objection(to: from, command) { return wrong(objection, whole[0]) }
      return readingOfObject(command, from: from)
    case 1 where isMistaken(whole[0], command): return unknown(whole[0], among: able(command))
    case 1:
      // One object is enough: then the first device that can is asked. A number may follow.
      return readingOfCount(command, object: whole[0], from: nil)
    case 2:
      guard let from = names.find(whole[0].text) else { return unknown(whole[0], among: able(command)) }
      return readingOfCount(command, object: whole[1], from: from)
    default: return wrong(Texts.tooManyWords(verb, language), last)
    }
  }

  /// A word of which a device was meant, with an object after it.
  private func isMistaken(_ word: Word, _ command: CommandVerb) -> Bool {
    guard !last.text.isEmpty, Int(last.text) == nil, IPv4Address(word.text) == nil else { return false }
    return command.object == .address || names.nearest(word.text, among: able(command)) != nil
  }

  /// The first word names who is asked, or is the object of the first device that can.
  private func readingOfFirst(_ command: CommandVerb) -> Prompt.Reading {
    var reading = Prompt.Reading()
    let typed = last.text
    let able = able(command)
    // A device alone is who opens a page, not what is opened; who is asked by a ping can be either.
    let isObject = command.object == .address || names.find(typed) == nil
    var whole: Prompt.Suggestion?
    if !typed.isEmpty, isObject, let here = able.first(where: { names.find(typed) != $0 }),
      case .success(let row) = object(command, last, from: here, number: nil)
    {
      whole = row
    }
    let fitting = names.beginning(with: typed).filter { !names.devices[$0].name.isEmpty }
    let devices = fitting.map { index in
      let objection = objection(to: index, command)
      return Prompt.Suggestion(
        name: names.name(index), key: names.address(index)?.description ?? "",
        sentence: objection ?? said(of: index), isEnabled: objection == nil,
        choice: .line(line(after: [], names.name(index))))
    }
    switch command.object {
    case .address: reading.suggestions = (whole.map { [$0] } ?? []) + devices
    case .url:
      // Almost every word is a page's name: what is known and begins so comes first.
      let some = able.first.map { pages(command, beginning: typed, from: $0) } ?? []
      if some.contains(where: { $0.name == typed }) { whole = nil }
      let known = typed.isEmpty ? devices + some : some + devices
      reading.suggestions = known + (whole.map { [$0] } ?? [])
    }
    reading.status = status(fitting.count)
    if reading.suggestions.isEmpty { return unknown(last, among: able) }
    return reading
  }

  private func readingOfObject(_ command: CommandVerb, from: Int) -> Prompt.Reading {
    var reading = Prompt.Reading()
    switch command.object {
    case .address:
      let fitting = names.beginning(with: last.text).filter {
        $0 != from || names.find(last.text) == from
      }
      reading.suggestions = fitting.map { index in
        let address = names.address(index)
        let asked = address.flatMap { command.command($0) }
        let whatIf = asked.map { WhatIf.ask(ScriptLine(device: from, command: $0)) }
        return suggestion(
          names.name(index), address?.description ?? "",
          address == nil ? Texts.cannotBeAsked[language] : said(of: index),
          whatIf.map { [$0] } ?? [], isEnabled: whatIf != nil)
      }
      if !last.text.isEmpty, IPv4Address(last.text) != nil,
        case .success(let row) = object(command, last, from: from, number: nil)
      {
        reading.suggestions.insert(row, at: 0)
      }
      reading.status = status(fitting.count)
      if reading.suggestions.isEmpty {
        return unknown(last, among: addressed, Texts.orAddress(language))
      }
    case .url:
      reading.suggestions = pages(command, beginning: last.text, from: from)
      if !last.text.isEmpty, !reading.suggestions.contains(where: { $0.name == last.text }) {
        switch object(command, last, from: from, number: nil) {
        case .success(let row): reading.suggestions.append(row)
        case .failure(let error): if reading.suggestions.isEmpty { return wrong(error.text, last) }
        }
      }
    }
    return reading
  }

  private func readingOfCount(_ command: CommandVerb, object word: Word, from: Int?) -> Prompt.Reading {
    guard let from = from ?? able(command).first else { return wrong(Texts.nobodyCan(verb, language), word) }
    if let objection = objection(to: from, command) { return wrong(objection, words[0]) }
    var number: Int?
    if !last.text.isEmpty {
      guard let amount = command.amount else { return wrong(Texts.tooManyWords(verb, language), last) }
      guard let typed = Int(last.text), (1...amount.most).contains(typed) else {
        return wrong(Texts.notANumber(last.text, command, most: amount.most, language), last)
      }
      number = typed
    }
    switch object(command, word, from: from, number: number) {
    case .success(let row):
      var reading = Prompt.Reading()
      reading.suggestions = [row]
      return reading
    case .failure(let error):
      if command.object == .address, names.find(word.text) == nil {
        return unknown(word, among: addressed, Texts.orAddress(language))
      }
      return wrong(error.text, word)
    }
  }

  /// The whole line with what a word names as its object.
  private func object(
    _ command: CommandVerb, _ word: Word, from: Int, number: Int?
  ) -> Result<Prompt.Suggestion, VerbRefusal> {
    let asked: Command?
    switch command.object {
    case .address:
      let named = names.find(word.text)
      guard let address = named.flatMap(names.address) ?? IPv4Address(word.text) else {
        return .failure(VerbRefusal(text: Texts.cannotBeAsked[language]))
      }
      asked = command.command(address, number)
    case .url:
      guard let url = URL(word.text) ?? URL("http://" + word.text) else {
        return .failure(VerbRefusal(text: Texts.noURL(word.text, language)))
      }
      asked = command.command(url)
    }
    guard let asked else { preconditionFailure("\(command.name) takes what its object is") }
    let whatIf = WhatIf.ask(ScriptLine(device: from, command: asked))
    let line = whatIf.line(names, cables: cables) ?? ""
    var row = suggestion(line, "", Texts.does(whatIf, names, topology, language), [whatIf])
    // Tab leaves what is typed where it is: who is asked is added only in what is done.
    row.completion = self.line(after: Array(words.dropLast()), last.text, isDone: words.count > 1)
    row.whole = line
    return .success(row)
  }

  /// Pages that servers of this network have.
  private func pages(_ command: CommandVerb, beginning typed: String, from: Int) -> [Prompt.Suggestion] {
    let typed = typed.lowercased()
    return NetworkFacts(names.devices, topology).pages.map(\.shortText).filter {
      $0.lowercased().hasPrefix(typed)
    }
    .compactMap { page in
      guard let asked = URL("http://" + page).flatMap({ command.command($0) }) else { return nil }
      let whatIf = WhatIf.ask(ScriptLine(device: from, command: asked))
      return suggestion(page, "", Texts.does(whatIf, names, topology, language), [whatIf])
    }
  }

  /// Devices that run a program which does what the verb asks.
  private func able(_ command: CommandVerb) -> [Int] {
    names.devices.indices.filter { objection(to: $0, command) == nil }
  }

  /// Devices that can be sent something.
  private var addressed: [Int] { names.devices.indices.filter { names.address($0) != nil } }

  /// Why a device cannot be asked; nil when it can.
  private func objection(to device: Int, _ command: CommandVerb) -> String? {
    let name = names.name(device)
    if names.devices[device].host == nil { return Texts.switchRunsNothing(name, language) }
    return names.devices[device].accepts(command) ? nil : Texts.runsNothing(name, verb, language)
  }

  // MARK: Cables

  private func readingOfCable(isDown: Bool) -> Prompt.Reading {
    let some = cables.indices.filter { cables[$0].isDown == isDown }
    guard !some.isEmpty else {
      var reading = Prompt.Reading()
      reading.remark = Prompt.Remark("✗ " + Texts.noSuchCables(isDown, language), .wrong)
      return reading
    }
    let whole = words.dropLast()
    guard let first = whole.first else {
      let ends = Set(some.flatMap { cables[$0].ends.map(\.device) })
      let fitting = names.beginning(with: last.text).filter(ends.contains)
      if fitting.isEmpty {
        return names.find(last.text).map {
          wrong(Texts.noSuchCables(isDown, of: names.name($0), language), last)
        }
          ?? unknown(last, among: ends.sorted())
      }
      var reading = Prompt.Reading()
      reading.suggestions = fitting.map { index in
        let own = some.filter { cables[$0].ends.contains { $0.device == index } }
        let others = own.map { names.name(other(of: index, $0)) }.joined(separator: ", ")
        // With one cable there is nothing to choose.
        if own.count == 1 {
          let whatIf = change(own[0], isDown: isDown)
          var row = suggestion(
            names.name(index), others, Texts.does(whatIf, names, topology, language), [whatIf])
          row.completion = line(after: [], names.name(index) + " " + others)
          return row
        }
        return Prompt.Suggestion(
          name: names.name(index), key: others, sentence: verb.sentence[language],
          choice: .line(line(after: [], names.name(index))))
      }
      reading.status = status(fitting.count)
      return reading
    }
    guard whole.count <= 2 else { return wrong(Texts.tooManyWords(verb, language), last) }
    guard let one = names.find(first.text) else { return unknown(first, among: Array(names.devices.indices)) }
    let own = cables.indices.filter { cables[$0].ends.contains { $0.device == one } }
    let typed = whole.count == 2 ? whole[1] : last
    if whole.count == 2, !last.text.isEmpty { return wrong(Texts.tooManyWords(verb, language), last) }
    let fitting = own.filter { names.beginning(with: typed.text).contains(other(of: one, $0)) }
    guard !fitting.isEmpty else {
      let ends = own.map { other(of: one, $0) }
      guard let meant = names.find(typed.text) ?? names.beginning(with: typed.text).first else {
        return unknown(typed, among: ends)
      }
      return wrong(
        Texts.noCable(names.name(one), names.name(meant), ends: ends.map(names.name), language), typed)
    }
    var reading = Prompt.Reading()
    reading.suggestions = fitting.map { cable in
      let whatIf = change(cable, isDown: isDown)
      let fits = cables[cable].isDown == isDown
      return suggestion(
        names.name(other(of: one, cable)), "",
        fits
          ? Texts.does(whatIf, names, topology, language)
          : WhatIf.Refusal.cable(isDown: !isDown).text[language],
        fits ? [whatIf] : [], isEnabled: fits)
    }
    return reading
  }

  private func change(_ cable: Int, isDown: Bool) -> WhatIf {
    isDown ? .plug(cable: cable) : .cut(cable: cable)
  }

  private func other(of device: Int, _ cable: Int) -> Int {
    cables[cable].ends.first { $0.device != device }?.device ?? device
  }

  // MARK: Rows

  private func suggestion(
    _ name: String, _ key: String, _ sentence: String, _ whatIfs: [WhatIf], isEnabled: Bool = true
  ) -> Prompt.Suggestion {
    var row = Prompt.Suggestion(
      name: name, key: key, sentence: sentence, isEnabled: isEnabled, choice: .whatIf(whatIfs))
    row.completion = line(after: Array(words.dropLast()), name, isDone: true)
    return row
  }

  /// The line with a word in place of the one being typed.
  private func line(after before: [Word], _ word: String, isDone: Bool = false) -> TextLine {
    let text = ([verb.words[language]] + before.map(\.text) + [word]).joined(separator: " ")
    return TextLine(isDone ? text : text + " ", limit: Prompt.longest)
  }

  private func status(_ count: Int) -> Span {
    Span(Texts.devicesFit(count, of: names.devices.count, language), .quiet)
  }

  /// What a device is, and under which name the screen has it.
  private func said(of device: Int) -> String {
    [Texts.kind(topology.devices[device], language), names.shown(device)].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  // MARK: What is wrong

  private func wrong(_ text: String, _ word: Word?) -> Prompt.Reading {
    var reading = Prompt.Reading()
    reading.remark = Prompt.Remark("✗ " + text, .wrong)
    reading.wrong = word?.place
    return reading
  }

  /// No device is called so: the nearest is offered, and Tab takes it.
  private func unknown(_ word: Word, among some: [Int], _ also: String = "") -> Prompt.Reading {
    guard !word.text.isEmpty else { return Prompt.Reading() }
    if let reading = readingOfOtherNames(word) { return reading }
    let nearest = names.nearest(word.text, among: some)
    var reading = wrong(
      Texts.noDevice(word.text, nearest.map(names.name), some.map(names.name), language) + also, word)
    reading.completion = nearest.flatMap { line(with: names.name($0), for: word) }
    return reading
  }

  /// A word that is no device's name but a page's or a host's: what the verb makes of such a name; nil: it is none.
  private func readingOfOtherNames(_ word: Word) -> Prompt.Reading? {
    guard case .command(let command) = verb.kind else { return nil }
    switch command.object {
    case .url:
      guard word.text.contains("://") else { return nil }
      return wrong(Texts.noURL(word.text, language), word)
    case .address:
      guard word.text.contains("."), word.text.contains(where: \.isLetter) else { return nil }
      let host = (URL(word.text) ?? URL("http://" + word.text))?.host ?? word.text
      let address = NetworkFacts(names.devices, topology).address(of: host)?.description
      var reading = wrong(Texts.takesNoName(verb, host, address, language), word)
      reading.completion = address.flatMap { line(with: $0, for: word) }
      return reading
    }
  }

  /// The line with something else for one of its words.
  private func line(with text: String, for word: Word) -> TextLine? {
    guard let index = words.firstIndex(of: word) else { return nil }
    var fixed = words.map(\.text)
    fixed[index] = text
    return TextLine(([verb.words[language]] + fixed).joined(separator: " "), limit: Prompt.longest)
  }
}

/// Why a line does nothing.
struct VerbRefusal: Error, Equatable {
  var text: String
}
