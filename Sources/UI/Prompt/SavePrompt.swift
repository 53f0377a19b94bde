import Analysis
import Documents
import Networking
import Terminal

/// What is written to a file, and under which name.
struct SavePrompt: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    /// The frames seen so far on a device's first cable.
    case capture(device: Int)
    case screen, drawing, ladder
  }

  var content: Content
  /// The file that is there already: taken once more it is replaced.
  var existing: String?

  static func capture(device: Int) -> SavePrompt { SavePrompt(content: .capture(device: device)) }
}

extension Model {
  func savePrompt(_ action: Action.ID) -> SavePrompt {
    switch action {
    case .saveScreen: SavePrompt(content: .screen)
    case .saveDrawing: SavePrompt(content: .drawing)
    case .saveLadder: SavePrompt(content: .ladder)
    default: .capture(device: walk?.journey.timeline.front.script.first?.device ?? 0)
    }
  }

  /// The name that is offered.
  func fileName(_ save: SavePrompt) -> String {
    switch save.content {
    case .capture(let device): (walk?.journey.timeline.front.devices[device].name ?? "capture") + ".pcapng"
    case .screen: "screen.txt"
    case .drawing: "screen.svg"
    case .ladder: "ladder.txt"
    }
  }

  func saveReading(_ save: SavePrompt, _ text: String) -> Prompt.Reading {
    var reading = Prompt.Reading()
    if case .capture(let chosen) = save.content, let walk {
      let devices = walk.journey.timeline.front.devices
      // Another device has another cable: choosing it keeps a name that was typed.
      reading.suggestions = devices.indices.filter { walk.journey.timeline.front.capturePort(of: $0) != nil }
        .map { device in
          let count = walk.frames(on: device)
          var name = text
          if text == fileName(save) { name = fileName(.capture(device: device)) }
          return Prompt.Suggestion(
            name: (device == chosen ? "• " : "  ") + devices[device].label[language],
            key: devices[device].name,
            sentence: Texts.frames(count, name)[language], choice: .saveCapture(device: device))
        }
    }
    if text.trimmed.isEmpty { reading.remark = Prompt.Remark(Texts.nameNeeded[language]) }
    return reading
  }

  /// `save capture router`, `캡처 저장 router`.
  func saveDirect(_ words: [String], _ walk: WalkModel) -> [Prompt.Suggestion] {
    let commands = [["save", "capture"], ["캡처", "저장"], ["save"], ["저장"]]
    guard let typed = words.last?.lowercased(),
      commands.contains(where: { command in
        command.count == words.count - 1 && zip(command, words).allSatisfy { $0.hasPrefix($1.lowercased()) }
      })
    else { return [] }
    let devices = walk.journey.timeline.front.devices
    return devices.indices.filter { index in
      walk.journey.timeline.front.capturePort(of: index) != nil
        && (devices[index].name.hasPrefix(typed) || devices[index].label[language].hasPrefix(typed))
    }.map { device in
      Prompt.Suggestion(
        name: Texts.saveCapture(devices[device].name)[language],
        sentence: Texts.frames(walk.frames(on: device), "")[language],
        choice: .saveCapture(device: device))
    }
  }

  mutating func takeSave(_ save: SavePrompt, _ prompt: Prompt) -> Effect {
    let path = prompt.line.string.trimmed
    if case .saveCapture(let device)? = prompt.chosen?.choice {
      let isOffered = path == fileName(save)
      let next = SavePrompt.capture(device: device)
      ask(.save(next), text: isOffered ? fileName(next) : prompt.line.string)
      return .none
    }
    guard !path.isEmpty else {
      self.prompt?.reading.remark = Prompt.Remark(Texts.nameNeeded[language], .wrong)
      return .none
    }
    return .save(SavedFile(path: path, bytes: bytes(save, path), replaces: save.existing == path))
  }

  private func bytes(_ save: SavePrompt, _ path: String) -> [UInt8] {
    switch save.content {
    case .capture(let device): capture(of: device, path)
    case .screen: Array((screen.text + "\n").utf8)
    case .drawing: Array(screen.svg(theme: theme, title: pictureTitle).utf8)
    case .ladder: Array(((walk?.ladder(language) ?? "") + "\n").utf8)
    }
  }

  private func capture(of device: Int, _ path: String) -> [UInt8] {
    guard let walk, let point = walk.journey.timeline.front.capturePort(of: device) else { return [] }
    return walk.journey.timeline.capture(
      at: point, upTo: walk.furthest, CaptureWriter.Format(fileName: path))
  }

  /// What a reader who cannot see the picture hears.
  package var pictureTitle: String {
    walk.map { "\($0.title[language]), \($0.placeLabel[language])" } ?? "packetwalk"
  }

  /// The screen under the line.
  private var screen: Canvas {
    var plain = self
    plain.prompt = nil
    plain.notice = nil
    return view(plain)
  }

  /// What became of a file.
  mutating func saved(_ file: SavedFile, _ result: SavedFile.Result) {
    guard case .save(var save)? = prompt?.kind else { return }
    switch result {
    case .done:
      prompt = nil
      say(Texts.saved(file.path, file.bytes.count))
    case .exists:
      save.existing = file.path
      prompt?.kind = .save(save)
      prompt?.reading.remark = Prompt.Remark(Texts.exists(file.path)[language], .wrong)
    case .failed(let reason):
      prompt?.reading.remark = Prompt.Remark(Texts.notSaved(file.path, reason)[language], .wrong)
    }
  }
}

extension WalkModel {
  /// Frames seen so far on a device's first cable.
  func frames(on device: Int) -> Int {
    let timeline = journey.timeline
    return timeline.front.capturePort(of: device).map {
      timeline.captured(at: $0, upTo: furthest).count
    } ?? 0
  }

  /// The messages seen so far between all devices, as text.
  func ladder(_ language: Language) -> String {
    var seen = self
    seen.scene = seen.journey.scene(at: furthest)
    let count = journey.messages.count { $0.moment <= furthest }
    let devices = journey.ladderColumns(journey.topology.devices.count).count
    // A column each as on the screen, the heads above and a row below.
    let size = Size(width: max(40, 12 + devices * 14), height: count + 2)
    var canvas = Canvas(size)
    Picture.ladder.view(of: seen, size: size, language).draw(cursor: nil, in: Rect(size), on: &canvas)
    return canvas.text
  }
}
